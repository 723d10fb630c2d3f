// Which element may stand where (ISO 32000-1 14.8.4), and what ISO 14289-1 wants of headings, lists, notes
// and names. Tables have a file of their own.

#include "pdf_rules_parts.h"

#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace taisho::test {
namespace {

using Names = std::set<std::string, std::less<>>;

const std::map<std::string, Names, std::less<>> allowed_kids = {
    {"Table", {"Caption", "TR", "THead", "TBody", "TFoot"}},
    {"THead", {"TR"}},
    {"TBody", {"TR"}},
    {"TFoot", {"TR"}},
    {"TR", {"TH", "TD"}},
    {"L", {"Caption", "L", "LI"}},
    {"LI", {"Lbl", "LBody"}},
    {"TOC", {"Caption", "TOC", "TOCI"}},
    {"TOCI", {"Lbl", "Reference", "NonStruct", "P", "TOC"}}, // table 333
    {"Ruby", {"RB", "RT", "RP"}},
    {"Warichu", {"WT", "WP"}},
};
const std::map<std::string, Names, std::less<>> allowed_parents = {
    {"TR", {"Table", "THead", "TBody", "TFoot"}},
    {"TH", {"TR"}},
    {"TD", {"TR"}},
    {"THead", {"Table"}},
    {"TBody", {"Table"}},
    {"TFoot", {"Table"}},
    {"LI", {"L"}},
    {"LBody", {"LI"}},
    {"TOCI", {"TOC"}},
    {"RB", {"Ruby"}},
    {"RT", {"Ruby"}},
    {"RP", {"Ruby"}},
    {"WT", {"Warichu"}},
    {"WP", {"Warichu"}},
};
const Names inline_only = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Link", "Reference"};
const Names inline_level = {"Span", "Quote",   "Note",   "Reference", "BibEntry", "Code", "Link", "Annot",
                            "Ruby", "Warichu", "Figure", "Formula",   "Form",     "RB",   "RT",   "RP"};
// Elements that group others and show nothing by themselves.
const Names without_content = {"Document", "Part",  "Art",   "Sect",  "Div",   "TOC", "L",
                               "LI",       "Table", "THead", "TBody", "TFoot", "TR"};
const Names list_numberings = {"None",       "Disc",       "Circle",     "Square",    "Decimal",
                               "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};

struct StructureCheck {
    const Examined& examined;
    Breaches breaches = {};
    int last_level = 0; // of a heading

    const PdfFile& file() const { return examined.file; }
    const PdfElement& at(std::size_t index) const { return examined.structure.elements[index]; }

    void broken(const std::string& clause, const PdfElement& element, const std::string& what) {
        breaches.push_back(clause + ": " + named(element) + ": " + what);
    }

    std::vector<std::string> kid_types(const PdfElement& element) const {
        std::vector<std::string> types;
        for (const std::size_t child : child_elements(element)) types.push_back(at(child).type);
        return types;
    }

    // ---- every element ----

    void check_entries(const PdfElement& element) {
        const PdfValue& type = get(file(), element.value, "Type");
        if (!is_null(type) && !is_name(type, "StructElem")) broken("PDF 14.7.2", element, "another Type");
        if (find_invalid(element.written)) broken("A 6.1.8", element, "its type is not UTF-8");
        if (element.type.empty()) broken("UA 7.1", element, "no standard type");
        const bool at_root = element.parent == no_element;
        const std::int64_t parent = at_root ? reference_in(entry_of(catalog_of(file()), "StructTreeRoot"))
                                            : at(element.parent).object;
        if (reference_in(entry_of(element.value, "P")) != parent)
            broken("PDF 14.7.2", element, "P is not its parent");
        for (const char* key : {"Alt", "ActualText", "E"}) {
            const PdfValue& text = get(file(), element.value, key);
            if (!is_null(text) && text_in(text).empty()) broken("PDF 14.9", element, "an empty text");
        }
        const PdfValue& language = get(file(), element.value, "Lang");
        if (!is_null(language) && !is_language_tag(text_in(language)))
            broken("UA 7.2", element, "Lang is no language tag");
    }

    void check_attributes(const PdfElement& element) {
        static const Names owners = {"Layout", "List", "Table", "PrintField"};
        const PdfValue& attributes = get(file(), element.value, "A");
        if (is_null(attributes)) return;
        const PdfArray list =
            as<PdfArray>(attributes) != nullptr ? array_in(attributes) : PdfArray{attributes};
        for (const PdfValue& one : list) {
            const bool revision = as<std::int64_t>(one) != nullptr;
            if (!revision && !owners.contains(name_in(get(file(), one, "O"))))
                broken("PDF 14.7.5", element, "attributes without an owner that is known here");
        }
    }

    void check_content(const PdfElement& element) {
        for (const PdfKid& kid : element.kids) {
            const bool shows = std::holds_alternative<ContentKey>(kid);
            if (shows && without_content.contains(element.type))
                broken("PDF 14.8.4", element, "shows something by itself");
        }
    }

    void check_nesting(const PdfElement& element) {
        const std::string parent = element.parent == no_element ? "the root" : at(element.parent).type;
        const auto kids = allowed_kids.find(parent);
        if (kids != allowed_kids.end() && !kids->second.contains(element.type))
            broken("UA 7.2", element, "must not stand in " + parent);
        const auto parents = allowed_parents.find(element.type);
        if (parents != allowed_parents.end() && !parents->second.contains(parent))
            broken("UA 7.2", element, "must not stand in " + parent);
        if (inline_only.contains(parent) && !inline_level.contains(element.type))
            broken("PDF 14.8.4.3", element, "a block in " + parent);
        if (element.type == "Document" && element.parent != no_element)
            broken("PDF 14.8.4.2", element, "not at the root");
    }

    // ---- some elements ----

    void check_caption(const PdfElement& element) {
        const std::vector<std::string> types = kid_types(element);
        const auto captions = std::ranges::count(types, "Caption");
        if (captions == 0) return;
        const bool first = types.front() == "Caption";
        const bool last = element.type == "Table" && types.back() == "Caption";
        if (captions > 1 || (!first && !last)) broken("UA 7.2", element, "a Caption at another place");
    }

    void check_heading(const PdfElement& element) {
        if (element.type == "H") broken("UA 7.4.4", element, "H beside H1 to H6");
        if (element.type.size() != 2 || element.type[0] != 'H') return;
        const int level = element.type[1] - '0';
        if (level > last_level + 1)
            broken("UA 7.4.2", element, "follows a heading of level " + std::to_string(last_level));
        last_level = level;
    }

    bool has_label(const PdfElement& list) const {
        return std::ranges::any_of(child_elements(list), [&](std::size_t item) {
            const std::vector<std::string> types = kid_types(at(item));
            return std::ranges::find(types, "Lbl") != types.end();
        });
    }

    void check_list(const PdfElement& element) {
        if (element.type == "L") {
            const PdfValue& numbering = attribute_of(file(), element, "List", "ListNumbering");
            if (is_null(numbering) ? has_label(element) : !list_numberings.contains(name_in(numbering)))
                broken("UA 7.6", element, "labels without a ListNumbering");
            if (kid_types(element).empty()) broken("PDF 14.8.4.3.3", element, "a list without items");
        }
        if (element.type == "LI") {
            const std::vector<std::string> types = kid_types(element);
            if (std::ranges::count(types, "LBody") != 1) broken("PDF 14.8.4.3.3", element, "not one LBody");
            if (std::ranges::count(types, "Lbl") > 1) broken("PDF 14.8.4.3.3", element, "more than one Lbl");
        }
    }

    void check_special(const PdfElement& element) {
        if (element.type == "Note" && bytes_in(get(file(), element.value, "ID")).empty())
            broken("UA 7.9", element, "no ID");
        if (element.type == "Figure" || element.type == "Formula" || element.type == "Form")
            broken("UA 7.3", element, "is not examined here");
        const bool is_link = element.type == "Link";
        const auto is_annotation = [](const PdfKid& kid) {
            return std::holds_alternative<PdfAnnotationKid>(kid);
        };
        if (is_link != std::ranges::any_of(element.kids, is_annotation))
            broken("UA 7.18.5", element, is_link ? "no annotation" : "an annotation outside a Link");
    }

    // Headings and labels that say nothing, and elements in which nothing is.
    void check_text(const PdfElement& element) {
        static const Names speaking = {"H1",  "H2",      "H3",   "H4",   "H5", "H6",
                                       "Lbl", "Caption", "Link", "Note", "P"};
        if (speaking.contains(element.type) && element.kids.empty())
            broken("PDF 14.8.4", element, "is empty");
    }

    void check(const PdfElement& element) {
        check_entries(element), check_attributes(element), check_content(element), check_nesting(element);
        check_caption(element), check_heading(element), check_list(element), check_special(element);
        check_text(element);
    }

    // ---- the root ----

    void check_root() {
        const PdfValue& root = get(file(), catalog_of(file()), "StructTreeRoot");
        const bool typed = is_name(get(file(), root, "Type"), "StructTreeRoot");
        if (!typed) breaches.push_back("A 6.7.3: no structure tree");
        std::vector<std::string> tops;
        for (const PdfElement& element : examined.structure.elements) {
            if (element.parent == no_element) tops.push_back(element.type);
        }
        if (tops != std::vector<std::string>{"Document"})
            breaches.push_back("PDF 14.8.4.2: the root has not one Document alone");
        for (const PdfEntry& role : dictionary_in(get(file(), root, "RoleMap"))) check_role(role);
    }

    void check_role(const PdfEntry& role) {
        const PdfValue& roles = get(file(), get(file(), catalog_of(file()), "StructTreeRoot"), "RoleMap");
        if (is_standard_type(role.key))
            breaches.push_back("UA 7.1: the standard type " + role.key + " is mapped");
        std::string type = role.key;
        for (std::size_t steps = 0; !is_standard_type(type) || steps == 0; ++steps) {
            type = name_in(entry_of(roles, type));
            if (!type.empty() && steps <= dictionary_in(roles).size()) continue;
            breaches.push_back("UA 7.1: the role of " + role.key + " leads to no standard type");
            return;
        }
    }

    // ---- IDs ----

    void check_ids() {
        std::map<std::string, std::int64_t> ids;
        for (const PdfElement& element : examined.structure.elements) {
            const PdfValue& id = get(file(), element.value, "ID");
            if (is_null(id)) continue;
            if (!ids.emplace(bytes_in(id), element.object).second)
                broken("UA 7.9", element, "its ID " + bytes_in(id) + " is used twice");
        }
        const PdfValue& tree = entry_of(get(file(), catalog_of(file()), "StructTreeRoot"), "IDTree");
        if (is_null(tree)) {
            if (!ids.empty()) breaches.push_back("PDF 14.7.2: IDs, but no IDTree");
            return;
        }
        const PdfTree names = read_name_tree(file(), tree);
        breaches.insert(breaches.end(), names.slips.begin(), names.slips.end());
        std::map<std::string, std::int64_t> listed;
        for (const auto& [key, value] : names.leaves)
            listed[std::get<std::string>(key)] = reference_in(value);
        if (listed != ids) breaches.push_back("PDF 14.7.2: the IDTree does not list the IDs of the elements");
    }
};

} // namespace

Breaches structure_breaches(const Examined& examined) {
    StructureCheck check{examined};
    check.check_root();
    for (const PdfElement& element : examined.structure.elements) check.check(element);
    check.check_ids();
    return check.breaches;
}

// BCP 47 as far as the parts go: letters first, then letters and digits, eight at most (RFC 3066 2.1).
bool is_language_tag(const std::string& tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char byte : tag + "-") {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        const bool digit = byte >= '0' && byte <= '9';
        if (byte == '-') {
            if (length == 0 || length > 8) return false;
            length = 0, first = false;
        } else if (letter || (digit && !first)) {
            ++length;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace taisho::test
