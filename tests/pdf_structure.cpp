#include "pdf_structure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace taisho::test {
namespace {

using Names = std::set<std::string, std::less<>>;

// 14.8.4.2 to 14.8.4.5.
const Names standard_types = {
    "Document", "Part",      "Art",     "Sect",  "Div",  "BlockQuote", "Caption", "TOC",       "TOCI",
    "Index",    "NonStruct", "Private", "P",     "H",    "H1",         "H2",      "H3",        "H4",
    "H5",       "H6",        "L",       "LI",    "Lbl",  "LBody",      "Table",   "TR",        "TH",
    "TD",       "THead",     "TBody",   "TFoot", "Span", "Quote",      "Note",    "Reference", "BibEntry",
    "Code",     "Link",      "Annot",   "Ruby",  "RB",   "RT",         "RP",      "Warichu",   "WT",
    "WP",       "Figure",    "Formula", "Form"};
const Names inline_types = {"Span", "Quote", "Reference", "BibEntry", "Code",    "Link", "Annot",
                            "Ruby", "RB",    "RT",        "RP",       "Warichu", "WT",   "WP"};

struct TreeWalk {
    const PdfFile& file;
    PdfValue roles = {};
    PdfStructure structure = {};
    std::set<std::int64_t> seen = {};

    void slip(const std::string& what) { structure.slips.push_back(what); }

    // 14.7.3: names lead to names until one is standard. 14.8.4: a standard one leads nowhere.
    std::string standard_type_of(const std::string& written) {
        if (is_standard_type(written)) return written;
        std::string type = written;
        for (int steps = 0; steps < 32; ++steps) {
            type = name_in(entry_of(roles, type));
            if (is_standard_type(type)) return type;
            if (type.empty()) return {};
        }
        return {};
    }

    void add_kid(std::size_t element, const PdfValue& kid, std::int64_t page, int depth) {
        const PdfValue& value = resolved(file, kid);
        std::vector<PdfKid>& kids = structure.elements[element].kids;
        if (as<std::int64_t>(value) != nullptr) {
            if (page == 0)
                slip("PDF 14.7.4: " + named(structure.elements[element]) + " has an MCID and no Pg");
            kids.emplace_back(ContentKey{page, integer_in(value, 0)});
            return;
        }
        const std::int64_t own = reference_in(entry_of(value, "Pg"));
        if (is_name(get(file, value, "Type"), "MCR")) {
            if (!is_null(entry_of(value, "Stm")))
                throw PdfError("content of other streams is not known here");
            kids.emplace_back(ContentKey{own != 0 ? own : page, integer_in(get(file, value, "MCID"), -1)});
        } else if (is_name(get(file, value, "Type"), "OBJR")) {
            kids.emplace_back(PdfAnnotationKid{reference_in(entry_of(value, "Obj"))});
        } else {
            kids.emplace_back(structure.elements.size());
            add_element(kid, element, depth + 1);
        }
    }

    void add_element(const PdfValue& reference, std::size_t parent, int depth) {
        if (depth > 64) throw PdfError("PDF 14.7.2: the structure tree is too deep");
        const std::int64_t object = reference_in(reference);
        if (object == 0) slip("PDF 14.7.2: a structure element is not an indirect object");
        if (object != 0 && !seen.insert(object).second)
            throw PdfError("PDF 14.7.2: object " + std::to_string(object) + " stands twice in the tree");
        const std::size_t index = structure.elements.size();
        PdfElement element{object, name_in(get(file, reference, "S")), "", parent,
                           {},     resolved(file, reference)};
        element.type = standard_type_of(element.written);
        structure.elements.push_back(element);
        const std::int64_t page = reference_in(entry_of(element.value, "Pg"));
        const PdfValue& kids = get(file, element.value, "K");
        if (as<PdfArray>(kids) == nullptr && !is_null(kids))
            add_kid(index, entry_of(element.value, "K"), page, depth);
        for (const PdfValue& kid : array_in(kids)) add_kid(index, kid, page, depth);
    }
};

} // namespace

bool is_standard_type(const std::string& type) { return standard_types.contains(type); }

PdfStructure structure_of(const PdfFile& file) {
    const PdfValue& root = get(file, catalog_of(file), "StructTreeRoot");
    TreeWalk walk{file, get(file, root, "RoleMap")};
    const PdfValue& kids = get(file, root, "K");
    if (as<PdfArray>(kids) == nullptr && !is_null(kids)) walk.add_element(entry_of(root, "K"), no_element, 0);
    for (const PdfValue& kid : array_in(kids)) walk.add_element(kid, no_element, 0);
    return walk.structure;
}

const PdfValue& attribute_of(const PdfFile& file, const PdfElement& element, std::string_view owner,
                             std::string_view key) {
    static const PdfValue none{};
    const PdfValue& attributes = get(file, element.value, "A");
    if (as<PdfDictionary>(attributes) != nullptr)
        return is_name(get(file, attributes, "O"), owner) ? get(file, attributes, key) : none;
    for (const PdfValue& one : array_in(attributes)) {
        if (is_name(get(file, one, "O"), owner) && !is_null(get(file, one, key))) return get(file, one, key);
    }
    return none;
}

std::vector<std::size_t> child_elements(const PdfElement& element) {
    std::vector<std::size_t> children;
    for (const PdfKid& kid : element.kids) {
        if (const auto* child = std::get_if<std::size_t>(&kid)) children.push_back(*child);
    }
    return children;
}

std::string named(const PdfElement& element) {
    return element.written + " (object " + std::to_string(element.object) + ")";
}

namespace {

struct TextWalk {
    const PdfStructure& structure;
    const PdfContent& content;
    std::vector<ElementText> texts = {};

    void walk(std::size_t index, std::size_t target) {
        const PdfElement& element = structure.elements[index];
        if (!inline_types.contains(element.type)) {
            target = texts.size();
            texts.push_back({element.type, ""});
        }
        for (const PdfKid& kid : element.kids) {
            if (const auto* child = std::get_if<std::size_t>(&kid)) walk(*child, target);
            const auto* key = std::get_if<ContentKey>(&kid);
            const auto found = key != nullptr ? content.by_key.find(*key) : content.by_key.end();
            if (found != content.by_key.end()) texts[target].text += content.tagged[found->second].text;
        }
    }
};

} // namespace

std::vector<ElementText> texts_of(const PdfStructure& structure, const PdfContent& content) {
    TextWalk walk{structure, content};
    walk.texts.push_back({"", ""}); // for inline elements at the root
    for (std::size_t i = 0; i < structure.elements.size(); ++i) {
        if (structure.elements[i].parent == no_element) walk.walk(i, 0);
    }
    std::erase_if(walk.texts, [](const ElementText& one) { return one.text.empty(); });
    return walk.texts;
}

} // namespace taisho::test
