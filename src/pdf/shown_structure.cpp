#include "pdf/shown_structure.h"

#include <algorithm>

namespace taisho {
namespace {

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

std::vector<std::uint8_t> count_levels(const Structure& structure, const std::vector<bool>& kept) {
    std::vector<std::uint8_t> levels(kept.size()), open; // `open`: the headings above, by their old numbers
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const StructureElement& element = structure.elements[i];
        if (element.type != StructureType::heading || !kept[i]) continue;
        while (!open.empty() && open.back() >= element.level) open.pop_back();
        open.push_back(element.level);
        levels[i] = static_cast<std::uint8_t>(open.size());
    }
    return levels;
}

std::vector<std::uint32_t> count_spoken(const Structure& structure, const std::vector<bool>& kept) {
    std::vector<std::uint32_t> spoken(structure.words.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (kept[i]) ++spoken[structure.elements[i].spoken];
    return spoken;
}

} // namespace

ShownStructure show_structure(const Structure& structure, const std::vector<MarkedPage>& pages) {
    ShownStructure shown;
    shown.marks = marks_by_element(structure, pages);
    shown.kept = find_kept(structure, shown.marks);
    shown.levels = count_levels(structure, shown.kept);
    shown.spoken = count_spoken(structure, shown.kept);
    shown.kids = per_element<std::uint32_t>(shown.kept.size(), [&](const auto& give) {
        for (std::uint32_t i = 1; i < shown.kept.size(); ++i)
            if (shown.kept[i]) give(structure.elements[i].parent, i);
    });
    return shown;
}

} // namespace taisho
