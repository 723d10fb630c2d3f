// Annotations (ISO 19005-2 6.3, ISO 14289-1 7.18), destinations and bookmarks (ISO 32000-1 12.3).

#include "pdf_rules_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace taisho::test {
namespace {

struct LinkCheck {
    const Examined& examined;
    Breaches breaches = {};
    std::set<std::int64_t> seen = {}; // bookmarks

    const PdfFile& file() const { return examined.file; }

    bool leads(const PdfValue& destination) const {
        return leads_to_page(file(), examined.pages, destination);
    }

    // ---- annotations ----

    void check_annotation(const PdfPage& page, const PdfValue& annotation) {
        const auto broken = [&](const std::string& clause, const std::string& what) {
            breaches.push_back(clause + ": page " + std::to_string(page.number) + ", annotation (object " +
                               std::to_string(reference_in(annotation)) + "): " + what);
        };
        if (!is_name(get(file(), annotation, "Subtype"), "Link")) broken("A 6.3.1", "no link");
        constexpr std::int64_t print = 4, hidden = 1 + 2 + 32 + 256; // table 165
        const std::int64_t flags = integer_in(get(file(), annotation, "F"), 0);
        if ((flags & print) == 0 || (flags & hidden) != 0) broken("A 6.3.2", "not printed, or hidden");
        if (text_in(get(file(), annotation, "Contents")).empty()) broken("UA 7.18.5", "no Contents");
        const PdfArray& box = array_in(get(file(), annotation, "Rect"));
        const bool good_box =
            box.size() == 4 && number_in(box[0]) < number_in(box[2]) && number_in(box[1]) < number_in(box[3]);
        if (!good_box) broken("PDF 12.5.2", "no Rect");
        const PdfValue& owner = get(file(), annotation, "P");
        if (!is_null(owner) && reference_in(entry_of(resolved(file(), annotation), "P")) != page.object)
            broken("PDF 12.5.2", "P is another page");
        if (!is_null(get(file(), annotation, "AA"))) broken("A 6.5.2", "has AA");
        check_goal(annotation, "UA 7.18.5", "annotation of page " + std::to_string(page.number));
    }

    // A link or a bookmark leads to a page, or out of the file by a URI.
    void check_goal(const PdfValue& holder, const std::string& clause, const std::string& name) {
        const PdfValue &action = get(file(), holder, "A"), &direct = get(file(), holder, "Dest");
        const std::string& kind = name_in(get(file(), action, "S"));
        if (is_null(action) == is_null(direct)) {
            breaches.push_back(clause + ": " + name + ": not one destination");
        } else if (!is_null(action) && kind != "GoTo" && kind != "URI") {
            breaches.push_back("A 6.5.1: " + name + ": an action " + kind);
        } else if (kind != "URI" && !leads(is_null(action) ? direct : get(file(), action, "D"))) {
            breaches.push_back("PDF 12.3.2: " + name + ": leads to no page");
        } else if (!is_null(get(file(), action, "Next"))) {
            breaches.push_back("A 6.5.1: " + name + ": a second action");
        }
    }

    // ---- bookmarks ----

    void broken_bookmark(std::int64_t object, const std::string& what) {
        breaches.push_back("PDF 12.3.3: bookmark (object " + std::to_string(object) + "): " + what);
    }

    // The bookmarks directly below `parent`, and how many are shown below it when it is open.
    std::int64_t check_bookmarks(std::int64_t parent, int depth) {
        if (depth > 64) throw PdfError("PDF 12.3.3: bookmarks are too deep");
        const PdfValue& above = resolved(file(), PdfValue{PdfReference{parent}});
        std::int64_t shown = 0, last = 0;
        for (std::int64_t item = reference_in(entry_of(above, "First")); item != 0;) {
            if (!seen.insert(item).second) throw PdfError("PDF 12.3.3: bookmarks go round");
            const PdfValue& bookmark = resolved(file(), PdfValue{PdfReference{item}});
            if (reference_in(entry_of(bookmark, "Parent")) != parent) broken_bookmark(item, "wrong Parent");
            if (reference_in(entry_of(bookmark, "Prev")) != last) broken_bookmark(item, "wrong Prev");
            if (text_in(get(file(), bookmark, "Title")).empty()) broken_bookmark(item, "no Title");
            check_goal(bookmark, "PDF 12.3.3", "bookmark (object " + std::to_string(item) + ")");
            shown += 1 + check_open(item, bookmark, depth);
            last = item;
            item = reference_in(entry_of(bookmark, "Next"));
        }
        if (reference_in(entry_of(above, "Last")) != last) broken_bookmark(parent, "wrong Last");
        return shown;
    }

    // Count: how many are shown below it; negative when it is closed (table 153).
    std::int64_t check_open(std::int64_t item, const PdfValue& bookmark, int depth) {
        const bool has_children = !is_null(entry_of(bookmark, "First"));
        const std::int64_t below = has_children ? check_bookmarks(item, depth + 1) : 0;
        const std::int64_t count = integer_in(get(file(), bookmark, "Count"), 0);
        if (count != below && count != -below) broken_bookmark(item, "wrong Count");
        return count > 0 ? below : 0;
    }

    void check_outline() {
        const PdfValue& outline = entry_of(catalog_of(file()), "Outlines");
        if (is_null(outline)) return;
        const std::int64_t root = reference_in(outline);
        const std::int64_t shown = check_bookmarks(root, 0);
        if (integer_in(get(file(), resolved(file(), outline), "Count"), 0) != shown)
            broken_bookmark(root, "wrong Count");
    }
};

// What stands behind a name (12.3.2.3).
PdfValue destination_named(const PdfFile& file, const std::string& name) {
    const PdfValue& tree = entry_of(get(file, catalog_of(file), "Names"), "Dests");
    if (is_null(tree)) return {};
    const std::vector<std::pair<TreeKey, PdfValue>> leaves = read_name_tree(file, tree).leaves;
    const auto found = std::ranges::find(leaves, TreeKey{name}, &std::pair<TreeKey, PdfValue>::first);
    if (found == leaves.end()) return {};
    const PdfValue& value = resolved(file, found->second);
    return as<PdfDictionary>(value) != nullptr ? get(file, value, "D") : value;
}

} // namespace

bool leads_to_page(const PdfFile& file, const std::vector<PdfPage>& pages, const PdfValue& destination) {
    const PdfValue& value = resolved(file, destination);
    if (as<PdfString>(value) != nullptr) {
        const PdfValue named = destination_named(file, bytes_in(value));
        return as<PdfArray>(named) != nullptr && leads_to_page(file, pages, named);
    }
    // How the page is shown (table 151), and how many numbers that takes.
    static const std::map<std::string, std::size_t> views = {{"XYZ", 3},   {"Fit", 0},  {"FitH", 1},
                                                             {"FitV", 1},  {"FitR", 4}, {"FitB", 0},
                                                             {"FitBH", 1}, {"FitBV", 1}};
    const PdfArray& array = array_in(value);
    if (array.size() < 2) return false;
    const auto view = views.find(name_in(array[1]));
    const bool is_page = std::ranges::find(pages, reference_in(array[0]), &PdfPage::object) != pages.end();
    return is_page && view != views.end() && array.size() == view->second + 2;
}

Breaches link_breaches(const Examined& examined) {
    LinkCheck check{examined};
    for (const PdfPage& page : examined.pages) {
        const PdfValue& value = resolved(examined.file, PdfValue{PdfReference{page.object}});
        for (const PdfValue& annotation : array_in(get(examined.file, value, "Annots")))
            check.check_annotation(page, annotation);
    }
    check.check_outline();
    return check.breaches;
}

} // namespace taisho::test
