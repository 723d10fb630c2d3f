// One object costs memory and bytes in the file, and a paper of a thousand pages has eighty thousand
// elements. So an element says no more than it must: no Type, its page only if it has content of its own, a
// number instead of an array of one, attributes that recur in an object that all of them share.

#include "pdf/structure_objects.h"

#include "pdf/shown_structure.h"
#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <map>
#include <utility>

namespace taisho {
namespace {

std::string_view scope_word(Scope scope) { return scope == Scope::row ? "Row" : "Column"; }

std::string_view numbering_word(ListNumbering numbering) {
    switch (numbering) {
    case ListNumbering::none: return "None";
    case ListNumbering::disc: return "Disc";
    case ListNumbering::circle: return "Circle";
    case ListNumbering::square: return "Square";
    case ListNumbering::decimal: return "Decimal";
    case ListNumbering::upper_roman: return "UpperRoman";
    case ListNumbering::lower_roman: return "LowerRoman";
    case ListNumbering::upper_alpha: return "UpperAlpha";
    case ListNumbering::lower_alpha: return "LowerAlpha";
    }
    return {};
}

// All are of one length, so that their order is that of the elements.
std::string id_of(std::uint32_t element, std::size_t elements) {
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string id;
    for (std::size_t most = elements; most > 0; most /= 36, element /= 36) id.push_back(digits[element % 36]);
    return "(" + std::string(id.rbegin(), id.rend()) + ")";
}

// What is written: the structure, what the pages show of it, and the objects as far as they are known.
struct Tree {
    PdfObjects& objects;
    const Structure& structure;
    const std::vector<MarkedPage>& pages;
    const Links& links;
    ShownStructure shown;
    ObjectReference root;
    std::vector<ObjectReference> references; // by element
    std::vector<ObjectReference> words;      // by word, where it has an object of its own
    std::map<std::string, ObjectReference> attributes;
};

// ---- elements ----

std::string cell_attributes(const Tree& tree, const StructureElement& cell) {
    std::string text;
    if (cell.scope != Scope::none) text.append("/Scope/").append(scope_word(cell.scope));
    if (cell.row_span > 1) text += "/RowSpan " + pdf_integer(cell.row_span);
    if (cell.column_span > 1) text += "/ColSpan " + pdf_integer(cell.column_span);
    std::string headers;
    for (const std::uint32_t header : tree.structure.headers_of(cell))
        if (tree.shown.kept[header]) headers += id_of(header, tree.references.size());
    if (!headers.empty()) text += "/Headers[" + headers + "]";
    return text.empty() ? text : "<</O/Table" + text + ">>";
}

std::string attributes_of(const Tree& tree, const StructureElement& element) {
    if (element.numbering == ListNumbering::none) return cell_attributes(tree, element);
    return "<</O/List/ListNumbering/" + std::string(numbering_word(element.numbering)) + ">>";
}

// Those of cells that name their headers are met once only.
std::string shared_attributes(Tree& tree, const StructureElement& element) {
    std::string text = attributes_of(tree, element);
    if (text.empty() || element.header_count > 0) return text;
    const auto [known, is_new] = tree.attributes.try_emplace(text);
    if (is_new) known->second = tree.objects.add_text(std::move(text));
    return " " + pdf_reference(known->second);
}

// Words that are spoken often stand in an object of their own, where that is shorter.
std::string spoken_text(Tree& tree, std::uint32_t word) {
    constexpr std::size_t object = 40, reference_size = 10; // bytes
    const std::size_t uses = tree.shown.spoken[word];
    std::string text = pdf_text(tree.structure.words[word]);
    if (uses * text.size() <= object + text.size() + uses * reference_size) return text;
    ObjectReference& reference = tree.words[word];
    if (reference.number == 0) reference = tree.objects.add_text(std::move(text));
    return " " + pdf_reference(reference);
}

// What stands below an element: further elements, its marks, and the annotations of a link.
std::string kids_text(const Tree& tree, std::uint32_t index, std::uint32_t own_page) {
    std::string text;
    std::size_t count = 0;
    const auto add = [&](const std::string& kid) { text.append(count++ > 0 ? " " : "").append(kid); };
    const auto marks = tree.shown.marks.of(index);
    std::size_t next = 0;
    const auto add_marks_before = [&](std::uint32_t element) {
        for (; next < marks.size() && marks[next].next_element <= element; ++next) {
            const std::string mcid = pdf_integer(marks[next].mcid);
            const std::string page = pdf_reference(tree.pages[marks[next].page].page);
            add(marks[next].page == own_page ? mcid : "<</Type/MCR/Pg " + page + "/MCID " + mcid + ">>");
        }
    };
    for (const std::uint32_t kid : tree.shown.kids.of(index)) {
        add_marks_before(kid);
        add(pdf_reference(tree.references[kid]));
    }
    add_marks_before(0xffffffff);
    const auto linked = tree.links.by_element.find(index);
    if (linked != tree.links.by_element.end()) {
        for (const LinkAnnotation& link : linked->second)
            add("<</Type/OBJR/Obj " + pdf_reference(link.annotation) + "/Pg " + pdf_reference(link.page) +
                ">>");
    }
    if (count == 0) return {};
    if (count > 1) return "/K[" + text + "]";
    return (text.front() == '<' ? "/K" : "/K ") + text;
}

// A link that leads nowhere is a text like others.
std::string_view type_of(const Tree& tree, std::uint32_t index) {
    StructureElement element = tree.structure.elements[index];
    element.level = tree.shown.levels[index];
    const bool dead = element.type == StructureType::link && !tree.links.by_element.contains(index);
    return dead ? "Span" : tag_of(element);
}

// The class of what has a line: /u for one below it, /s for one through it.
std::string_view class_of(Stroke stroke) {
    switch (stroke) {
    case Stroke::underline:
    case Stroke::double_underline: return "/C/u";
    case Stroke::strike: return "/C/s";
    case Stroke::none: break;
    }
    return "";
}

// TextDecorationType (14.8.5.4) of each class.
std::string class_map(const Structure& structure) {
    const auto is_struck = [](const StructureElement& element) { return element.stroke == Stroke::strike; };
    std::string map = "/ClassMap<</u<</O/Layout/TextDecorationType/Underline>>";
    if (std::ranges::any_of(structure.elements, is_struck))
        map += "/s<</O/Layout/TextDecorationType/LineThrough>>";
    return map + ">>";
}

std::string element_text(Tree& tree, std::uint32_t index) {
    const StructureElement& element = tree.structure.elements[index];
    std::string text = "<</S/";
    text += type_of(tree, index);
    text += "/P " + pdf_reference(index == 0 ? tree.root : tree.references[element.parent]);
    const auto marks = tree.shown.marks.of(index);
    const std::uint32_t own_page = marks.empty() ? 0 : marks.front().page;
    if (!marks.empty()) text += "/Pg " + pdf_reference(tree.pages[own_page].page);
    text += kids_text(tree, index, own_page);
    const std::string attributes = shared_attributes(tree, element);
    if (!attributes.empty()) text += "/A" + attributes;
    text += class_of(element.stroke);
    if (element.has_id) text += "/ID" + id_of(index, tree.references.size());
    if (element.spoken > 0) text += "/Alt" + spoken_text(tree, element.spoken);
    return text + ">>";
}

// ---- the trees by which elements are found ----

// The elements of a page's marks, in the order of their identifiers.
std::string elements_of(const Tree& tree, const MarkedPage& page) {
    std::string text = "[";
    for (const std::uint32_t mark : page.marks) {
        if (text.size() > 1) text.push_back(' ');
        text += pdf_reference(tree.references[tree.structure.stretches[mark].element]);
    }
    return text + "]";
}

// The parent tree (14.7.4.4): pages first, then the annotations of links.
std::string parent_tree(Tree& tree) {
    std::map<std::int64_t, std::string> parents;
    for (std::size_t i = 0; i < tree.pages.size(); ++i) {
        const ObjectReference elements = tree.objects.add_text(elements_of(tree, tree.pages[i]));
        parents[static_cast<std::int64_t>(i)] = pdf_reference(elements);
    }
    for (const auto& [element, annotations] : tree.links.by_element)
        for (const LinkAnnotation& link : annotations)
            parents[link.key] = pdf_reference(tree.references[element]);
    std::vector<TreeEntry> entries;
    for (auto& [key, value] : parents) entries.push_back({pdf_integer(key), std::move(value)});
    const std::int64_t next = parents.empty() ? 0 : parents.rbegin()->first + 1;
    return "/ParentTree " + pdf_reference(add_tree(tree.objects, TreeKind::numbers, entries)) +
           "/ParentTreeNextKey " + pdf_integer(next);
}

std::string id_tree(Tree& tree) {
    std::vector<TreeEntry> ids;
    for (std::uint32_t i = 0; i < tree.references.size(); ++i) {
        if (tree.shown.kept[i] && tree.structure.elements[i].has_id)
            ids.push_back({id_of(i, tree.references.size()), pdf_reference(tree.references[i])});
    }
    if (ids.empty()) return {};
    return "/IDTree " + pdf_reference(add_tree(tree.objects, TreeKind::names, ids));
}

} // namespace

ObjectReference add_structure_tree(PdfObjects& objects, const Structure& structure,
                                   const std::vector<MarkedPage>& pages, const Links& links) {
    const std::size_t count = structure.elements.size();
    Tree tree{objects,           structure, pages, links, show_structure(structure, pages),
              objects.reserve(), {},        {},    {}};
    tree.references.resize(count), tree.words.resize(structure.words.size());
    for (std::size_t i = 0; i < count; ++i)
        if (tree.shown.kept[i]) tree.references[i] = objects.reserve();
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!tree.shown.kept[i]) continue;
        std::string text = element_text(tree, i); // may add objects
        objects.at(tree.references[i]).text = std::move(text);
    }
    std::string text = "<</Type/StructTreeRoot/K " + pdf_reference(tree.references[0]) + parent_tree(tree) +
                       class_map(tree.structure) + id_tree(tree) + ">>";
    objects.at(tree.root).text = std::move(text);
    return tree.root;
}

} // namespace taisho
