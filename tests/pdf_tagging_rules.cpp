// Content and structure name each other: every MCID stands in one element, the parent tree leads back to it
// (ISO 32000-1 14.7.4), and who reads along the tree meets the content in its order on the page.

#include "pdf_rules_parts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace taisho::test {
namespace {

struct TaggingCheck {
    const Examined& examined;
    Breaches breaches = {};
    std::map<ContentKey, std::size_t> owners = {};              // elements, by what they show
    std::map<std::int64_t, std::size_t> annotation_owners = {}; // elements, by the object of the annotation
    std::map<std::int64_t, PdfValue> parents = {};              // the parent tree
    std::set<std::int64_t> used_keys = {};

    const PdfFile& file() const { return examined.file; }
    const PdfElement& at(std::size_t index) const { return examined.structure.elements[index]; }

    std::string place(const ContentKey& key) const {
        const auto page = std::ranges::find(examined.pages, key.page, &PdfPage::object);
        const std::string number = page != examined.pages.end() ? std::to_string(page->number) : "?";
        return "page " + number + ", MCID " + std::to_string(key.mcid);
    }

    void gather_owners() {
        for (std::size_t i = 0; i < examined.structure.elements.size(); ++i) {
            for (const PdfKid& kid : at(i).kids) {
                if (const auto* key = std::get_if<ContentKey>(&kid)) add_owner(*key, i);
                if (const auto* annotation = std::get_if<PdfAnnotationKid>(&kid))
                    annotation_owners.emplace(annotation->object, i);
            }
        }
    }

    void add_owner(const ContentKey& key, std::size_t element) {
        if (!owners.emplace(key, element).second)
            breaches.push_back("PDF 14.7.4.2: " + place(key) + " is in two elements");
        if (!examined.content.by_key.contains(key))
            breaches.push_back("PDF 14.7.4.2: " + place(key) + " is in " + named(at(element)) +
                               " but not on the page");
    }

    void check_owned() {
        for (const TaggedContent& tagged : examined.content.tagged) {
            if (!owners.contains(tagged.key))
                breaches.push_back("UA 7.1: " + place(tagged.key) + " is in no element");
        }
    }

    // ---- the parent tree ----

    void read_parents() {
        const PdfValue& root = get(file(), catalog_of(file()), "StructTreeRoot");
        const PdfValue& tree = entry_of(root, "ParentTree");
        if (is_null(tree)) {
            breaches.push_back("PDF 14.7.4.4: no ParentTree");
            return;
        }
        const PdfTree numbers = read_number_tree(file(), tree);
        breaches.insert(breaches.end(), numbers.slips.begin(), numbers.slips.end());
        for (const auto& [key, value] : numbers.leaves) parents[std::get<std::int64_t>(key)] = value;
        const PdfValue& next = get(file(), root, "ParentTreeNextKey");
        if (!is_null(next) && !parents.empty() && integer_in(next, -1) <= parents.rbegin()->first)
            breaches.push_back("PDF 14.7.4.4: ParentTreeNextKey is in use");
    }

    const PdfValue* parents_at(std::int64_t key) {
        const auto found = parents.find(key);
        if (!used_keys.insert(key).second)
            breaches.push_back("PDF 14.7.4.4: two objects have the key " + std::to_string(key));
        return found != parents.end() ? &found->second : nullptr;
    }

    std::int64_t owner_of(const ContentKey& key) const {
        const auto found = owners.find(key);
        return found != owners.end() ? at(found->second).object : 0;
    }

    void check_page(const PdfPage& page) {
        const PdfValue& value = resolved(file(), PdfValue{PdfReference{page.object}});
        const PdfValue& key = get(file(), value, "StructParents");
        const auto shows = examined.content.by_key.lower_bound({page.object, 0});
        const bool has_content = shows != examined.content.by_key.end() && shows->first.page == page.object;
        if (is_null(key)) {
            if (has_content)
                breaches.push_back("PDF 14.7.4.4: page " + std::to_string(page.number) +
                                   " has no StructParents");
            return;
        }
        const PdfValue* listed = parents_at(integer_in(key, -1));
        const PdfValue none{};
        const PdfArray& elements = array_in(resolved(file(), listed != nullptr ? *listed : none));
        for (auto i = shows; i != examined.content.by_key.end() && i->first.page == page.object; ++i) {
            if (i->first.mcid >= static_cast<std::int64_t>(elements.size()))
                breaches.push_back("PDF 14.7.4.4: " + place(i->first) + " is not in the ParentTree");
        }
        for (std::size_t mcid = 0; mcid < elements.size(); ++mcid) {
            const ContentKey content{page.object, static_cast<std::int64_t>(mcid)};
            if (reference_in(elements[mcid]) != owner_of(content))
                breaches.push_back("PDF 14.7.4.4: the ParentTree names another element for " +
                                   place(content));
        }
    }

    void check_annotations(const PdfPage& page) {
        const PdfValue& value = resolved(file(), PdfValue{PdfReference{page.object}});
        for (const PdfValue& annotation : array_in(get(file(), value, "Annots"))) {
            const std::string name = "annotation (object " + std::to_string(reference_in(annotation)) + ")";
            const PdfValue& key = get(file(), annotation, "StructParent");
            const PdfValue* parent = is_null(key) ? nullptr : parents_at(integer_in(key, -1));
            const auto owner = annotation_owners.find(reference_in(annotation));
            if (owner == annotation_owners.end()) {
                breaches.push_back("UA 7.18.1: " + name + " is in no element");
            } else if (parent == nullptr || reference_in(*parent) != at(owner->second).object) {
                breaches.push_back("PDF 14.7.4.4: the ParentTree names another element for " + name);
            } else if (at(owner->second).type != "Link") {
                breaches.push_back("UA 7.18.5: " + name + " is not in a Link");
            }
            annotation_owners.erase(reference_in(annotation));
        }
    }

    void check_parents() {
        for (const PdfPage& page : examined.pages) check_page(page), check_annotations(page);
        for (const auto& [key, value] : parents) {
            if (!used_keys.contains(key))
                breaches.push_back("PDF 14.7.4.4: nothing has the key " + std::to_string(key));
        }
        for (const auto& [object, element] : annotation_owners)
            breaches.push_back("PDF 14.7.4.3: " + named(at(element)) + " names an annotation of no page");
    }

    // ---- order ----

    // On each page, the tree and the content must name the same MCIDs in the same order.
    void check_order() {
        std::map<std::int64_t, std::vector<ContentKey>> by_tree, by_content;
        gather_order(by_tree);
        for (const TaggedContent& tagged : examined.content.tagged) {
            if (owners.contains(tagged.key)) by_content[tagged.key.page].push_back(tagged.key);
        }
        for (const auto& [page, keys] : by_content) {
            const auto differs = std::ranges::mismatch(keys, by_tree[page]);
            if (differs.in1 != keys.end())
                breaches.push_back("UA 7.1: " + place(*differs.in1) +
                                   " is read at another place than it stands");
        }
    }

    void gather_order(std::map<std::int64_t, std::vector<ContentKey>>& order) const {
        const auto add = [&](const auto& self, std::size_t element) -> void {
            for (const PdfKid& kid : at(element).kids) {
                if (const auto* child = std::get_if<std::size_t>(&kid)) self(self, *child);
                const auto* key = std::get_if<ContentKey>(&kid);
                if (key != nullptr && examined.content.by_key.contains(*key))
                    order[key->page].push_back(*key);
            }
        };
        for (std::size_t i = 0; i < examined.structure.elements.size(); ++i) {
            if (at(i).parent == no_element) add(add, i);
        }
    }
};

} // namespace

Breaches tagging_breaches(const Examined& examined) {
    TaggingCheck check{examined};
    check.gather_owners();
    check.check_owned();
    check.read_parents();
    check.check_parents();
    check.check_order();
    return check.breaches;
}

} // namespace taisho::test
