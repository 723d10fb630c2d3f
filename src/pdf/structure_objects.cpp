// One object costs memory and bytes in the file, and a paper of a thousand pages has a hundred thousand
// elements. So an element says no more than it must: no Type, its page only if it has content of its own, a
// number instead of an array of one, attributes that recur in an object that all of them share.

#include "pdf/structure_objects.h"

#include "pdf/syntax.h"
#include "pdf/trees.h"

#include <algorithm>
#include <map>
#include <utility>

namespace taisho {
namespace {

// A mark of an element: on that page, with that identifier (MCID). The page's own annotations count as marks
// of their links.
struct ElementMark {
    std::uint32_t next_element = 0; // elements below that come before it are those before this one
    std::uint32_t page = 0, mcid = 0;
};

// Lists of numbers for each element, one behind the other.
template <class Value>
struct PerElement {
    std::vector<std::uint32_t> begin; // one more than there are elements
    std::vector<Value> values;

    std::span<const Value> of(std::uint32_t element) const {
        return std::span(values).subspan(begin[element], begin[element + 1] - begin[element]);
    }
};

// Sorts what `visit` gives (element, value) by element, in two passes.
template <class Value, class Visit>
PerElement<Value> per_element(std::size_t elements, Visit visit) {
    PerElement<Value> sorted;
    sorted.begin.resize(elements + 1);
    visit([&](std::uint32_t element, const Value&) { ++sorted.begin[element + 1]; });
    for (std::size_t i = 0; i < elements; ++i) sorted.begin[i + 1] += sorted.begin[i];
    sorted.values.resize(sorted.begin.back());
    std::vector<std::uint32_t> next(sorted.begin.begin(), sorted.begin.end() - 1);
    visit([&](std::uint32_t element, const Value& value) { sorted.values[next[element]++] = value; });
    return sorted;
}

PerElement<ElementMark> marks_by_element(const Structure& structure, const std::vector<MarkedPage>& pages) {
    return per_element<ElementMark>(structure.elements.size(), [&](const auto& give) {
        for (std::uint32_t page = 0; page < pages.size(); ++page) {
            const std::vector<std::uint32_t>& marks = pages[page].marks;
            for (std::uint32_t mcid = 0; mcid < marks.size(); ++mcid) {
                const Stretch& stretch = structure.stretches[marks[mcid]];
                give(stretch.element, ElementMark{stretch.next_element, page, mcid});
            }
        }
    });
}

// Rows that share a cell are kept together, and all cells of a row that is kept.
void keep_rows(const std::vector<StructureElement>& elements, std::vector<bool>& kept) {
    std::vector<std::uint32_t> rows; // that share cells, as far as they are known
    int reach = 0;                   // rows that the cells of these go on for
    const auto settle = [&] {
        const bool any = std::ranges::any_of(rows, [&](std::uint32_t row) { return kept[row]; });
        for (const std::uint32_t row : rows) kept[row] = any;
        rows.clear();
    };
    for (std::uint32_t i = 1; i < elements.size(); ++i) {
        const StructureElement& element = elements[i];
        if (element.type == StructureType::table_row) {
            if (--reach <= 0) settle(), reach = 0;
            rows.push_back(i);
        } else if (element.type == StructureType::header_cell || element.type == StructureType::data_cell) {
            reach = std::max(reach, int{element.row_span});
        }
    }
    settle();
    for (std::uint32_t i = 1; i < elements.size(); ++i) {
        const bool in_row = elements[elements[i].parent].type == StructureType::table_row;
        if (in_row && kept[elements[i].parent]) kept[i] = true;
    }
}

std::vector<bool> find_kept(const Structure& structure, const PerElement<ElementMark>& marks) {
    const std::vector<StructureElement>& elements = structure.elements;
    std::vector<bool> kept(elements.size());
    kept[0] = true;
    for (auto i = static_cast<std::uint32_t>(elements.size()); i-- > 1;) {
        if (!marks.of(i).empty()) kept[i] = true;
        if (kept[i]) kept[elements[i].parent] = true;
    }
    keep_rows(elements, kept);
    return kept;
}

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

class TreeWriter {
public:
    TreeWriter(PdfObjects& objects, const Structure& structure, const std::vector<MarkedPage>& pages,
               const BlockPlaces& places)
        : objects_(objects), structure_(structure), pages_(pages), places_(places),
          marks_(marks_by_element(structure, pages)), kept_(find_kept(structure, marks_)),
          references_(structure.elements.size()), words_(structure.words.size()),
          uses_(structure.words.size()) {
        for (std::size_t i = 0; i < references_.size(); ++i)
            if (kept_[i]) ++uses_[structure.elements[i].spoken];
    }

    StructureTree write() {
        StructureTree tree{objects_.reserve(), {}};
        for (std::size_t i = 0; i < references_.size(); ++i)
            if (kept_[i]) references_[i] = objects_.reserve();
        write_pages(tree);
        kids_ = per_element<std::uint32_t>(references_.size(), [&](const auto& give) {
            for (std::uint32_t i = 1; i < references_.size(); ++i)
                if (kept_[i]) give(structure_.elements[i].parent, i);
        });
        for (std::uint32_t i = 0; i < references_.size(); ++i)
            if (kept_[i]) objects_.at(references_[i]).text = element_text(i, tree.root);
        objects_.at(tree.root).text = root_text();
        return tree;
    }

private:
    // ---- pages, their marks and their links ----

    std::string_view title_of(std::uint32_t block) const {
        const std::vector<Bookmark>& all = structure_.bookmarks;
        const auto found = std::ranges::lower_bound(all, block, {}, &Bookmark::block);
        return found != all.end() && found->block == block ? std::string_view(found->title)
                                                           : std::string_view();
    }

    // The annotation of a part of a link (12.5.6.5), or nothing if it would lead nowhere.
    std::optional<ObjectReference> add_annotation(const LinkArea& area, std::int64_t key) {
        const std::uint32_t block = structure_.elements[area.element].target;
        if (block >= places_.size() || !places_[block]) return std::nullopt;
        std::string text = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
        for (const Length edge : {area.left, area.bottom, area.right, area.top}) {
            append_decimal(text, edge.mpt);
            text.push_back(' ');
        }
        text.back() = ']';
        text += "/Dest" + destination(*places_[block]) + "/StructParent " + pdf_integer(key) + "/Contents" +
                pdf_text(title_of(block)) + ">>";
        return objects_.add_text(std::move(text));
    }

    void write_pages(StructureTree& tree) {
        std::vector<TreeEntry> parents, parents_of_links;
        auto key = static_cast<std::int64_t>(pages_.size());
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            std::string marks = "[";
            for (const std::uint32_t mark : pages_[i].marks)
                marks += pdf_reference(references_[structure_.stretches[mark].element]) + " ";
            marks.back() = marks.size() > 1 ? ']' : '[';
            if (marks.size() == 1) marks.push_back(']');
            const std::string number = pdf_integer(static_cast<std::int64_t>(i));
            parents.push_back({number, pdf_reference(objects_.add_text(std::move(marks)))});
            std::string entries = "/StructParents " + number + "/Tabs/S", annotations;
            for (const LinkArea& area : pages_[i].links) {
                const std::optional<ObjectReference> annotation = add_annotation(area, key);
                if (!annotation) continue;
                annotations += pdf_reference(*annotation) + " ";
                annotated_[area.element].push_back({*annotation, pages_[i].page});
                parents_of_links.push_back({pdf_integer(key++), pdf_reference(references_[area.element])});
            }
            if (!annotations.empty()) entries += "/Annots[" + annotations + "]";
            tree.page_entries.push_back(std::move(entries));
        }
        parents.insert(parents.end(), parents_of_links.begin(), parents_of_links.end());
        parent_tree_ = add_tree(objects_, TreeKind::numbers, parents);
        next_key_ = key;
    }

    // ---- elements ----

    // All are of one length, so that their order is that of the elements.
    std::string id_of(std::uint32_t element) const {
        constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        std::string id;
        for (std::size_t most = structure_.elements.size(); most > 0; most /= 36, element /= 36)
            id.push_back(digits[element % 36]);
        return "(" + std::string(id.rbegin(), id.rend()) + ")";
    }

    std::string cell_attributes(const StructureElement& cell) const {
        std::string text;
        if (cell.scope != Scope::none) text.append("/Scope/").append(scope_word(cell.scope));
        if (cell.row_span > 1) text += "/RowSpan " + pdf_integer(cell.row_span);
        if (cell.column_span > 1) text += "/ColSpan " + pdf_integer(cell.column_span);
        std::string headers;
        for (const std::uint32_t header : structure_.headers_of(cell))
            if (kept_[header]) headers += id_of(header);
        if (!headers.empty()) text += "/Headers[" + headers + "]";
        return text.empty() ? text : "<</O/Table" + text + ">>";
    }

    std::string attributes(const StructureElement& element) const {
        if (element.numbering != ListNumbering::none)
            return "<</O/List/ListNumbering/" + std::string(numbering_word(element.numbering)) + ">>";
        return cell_attributes(element);
    }

    // Those of cells that name their headers are met once only.
    std::string shared_attributes(const StructureElement& element) {
        const std::string text = attributes(element);
        if (text.empty() || element.header_count > 0) return text;
        const auto known = attributes_.find(text);
        if (known != attributes_.end()) return " " + pdf_reference(known->second);
        const ObjectReference added = objects_.add_text(text);
        attributes_.emplace(text, added);
        return " " + pdf_reference(added);
    }

    // Words that are spoken often stand in an object of their own, where that is shorter.
    std::string spoken_text(std::uint32_t word) {
        constexpr std::size_t object = 40, reference_size = 10; // bytes
        std::string text = pdf_text(structure_.words[word]);
        if (uses_[word] * text.size() <= object + text.size() + uses_[word] * reference_size) return text;
        ObjectReference& reference = words_[word];
        if (reference.number == 0) reference = objects_.add_text(std::move(text));
        return " " + pdf_reference(reference);
    }

    // What stands below an element: further elements, its marks, and the annotations of a link.
    std::string kids_text(std::uint32_t index, std::uint32_t own_page) {
        std::string text;
        std::size_t count = 0;
        const auto add = [&](const std::string& kid) { text.append(count++ > 0 ? " " : "").append(kid); };
        const auto marks = marks_.of(index);
        std::size_t next = 0;
        const auto add_marks_before = [&](std::uint32_t element) {
            for (; next < marks.size() && marks[next].next_element <= element; ++next) {
                const std::string mcid = pdf_integer(marks[next].mcid);
                const std::string page = pdf_reference(pages_[marks[next].page].page);
                add(marks[next].page == own_page ? mcid : "<</Type/MCR/Pg " + page + "/MCID " + mcid + ">>");
            }
        };
        for (const std::uint32_t kid : kids_.of(index)) {
            add_marks_before(kid);
            add(pdf_reference(references_[kid]));
        }
        add_marks_before(0xffffffff);
        const auto annotated = annotated_.find(index);
        if (annotated != annotated_.end()) {
            for (const auto& [annotation, page] : annotated->second)
                add("<</Type/OBJR/Obj " + pdf_reference(annotation) + "/Pg " + pdf_reference(page) + ">>");
        }
        if (count == 0) return {};
        if (count > 1) return "/K[" + text + "]";
        return (text.front() == '<' ? "/K" : "/K ") + text;
    }

    // Where the headings above one are not among the pages, its number is smaller: no level is left out.
    StructureElement numbered(StructureElement element) {
        if (element.type != StructureType::heading) return element;
        const auto same_or_below = [&](std::uint8_t level) { return level >= element.level; };
        while (!open_levels_.empty() && same_or_below(open_levels_.back())) open_levels_.pop_back();
        open_levels_.push_back(element.level);
        element.level = static_cast<std::uint8_t>(open_levels_.size());
        return element;
    }

    std::string element_text(std::uint32_t index, ObjectReference root) {
        const StructureElement& element = structure_.elements[index];
        const bool dead_link = element.type == StructureType::link && !annotated_.contains(index);
        std::string text = "<</S/";
        text += dead_link ? "Span" : tag_of(numbered(element));
        text += "/P " + pdf_reference(index == 0 ? root : references_[element.parent]);
        const auto marks = marks_.of(index);
        const std::uint32_t own_page = marks.empty() ? 0 : marks.front().page;
        if (!marks.empty()) text += "/Pg " + pdf_reference(pages_[own_page].page);
        text += kids_text(index, own_page);
        const std::string attribute = shared_attributes(element);
        if (!attribute.empty()) text += "/A" + attribute;
        if (element.changed) text += "/C/u"; // the class of what is underlined
        if (element.has_id) {
            text += "/ID" + id_of(index);
            ids_.push_back({id_of(index), pdf_reference(references_[index])});
        }
        if (element.spoken > 0) text += "/Alt" + spoken_text(element.spoken);
        return text + ">>";
    }

    std::string root_text() {
        std::string text = "<</Type/StructTreeRoot/K " + pdf_reference(references_[0]) + "/ParentTree " +
                           pdf_reference(parent_tree_) + "/ParentTreeNextKey " + pdf_integer(next_key_) +
                           "/ClassMap<</u<</O/Layout/TextDecorationType/Underline>>>>";
        if (!ids_.empty()) text += "/IDTree " + pdf_reference(add_tree(objects_, TreeKind::names, ids_));
        return text + ">>";
    }

    PdfObjects& objects_;
    const Structure& structure_;
    const std::vector<MarkedPage>& pages_;
    const BlockPlaces& places_;
    PerElement<ElementMark> marks_;
    std::vector<bool> kept_;
    std::vector<ObjectReference> references_; // by element
    std::vector<ObjectReference> words_;      // by word; 0: not written yet
    std::vector<std::uint32_t> uses_;         // of each word
    PerElement<std::uint32_t> kids_;
    struct Annotated {
        ObjectReference annotation, page;
    };
    std::map<std::uint32_t, std::vector<Annotated>> annotated_; // by link
    std::map<std::string, ObjectReference> attributes_;
    std::vector<TreeEntry> ids_;
    std::vector<std::uint8_t> open_levels_; // of the headings above the element that is written
    ObjectReference parent_tree_;
    std::int64_t next_key_ = 0;
};

} // namespace

std::string destination(const BlockPlace& place) {
    return "[" + pdf_reference(place.page) + "/XYZ null " + pdf_decimal(place.top.mpt) + " null]";
}

StructureTree add_structure_tree(PdfObjects& objects, const Structure& structure,
                                 const std::vector<MarkedPage>& pages, const BlockPlaces& places) {
    return TreeWriter(objects, structure, pages, places).write();
}

} // namespace taisho
