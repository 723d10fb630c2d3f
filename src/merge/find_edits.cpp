#include "merge/find_edits.h"

#include "base/utf8.h"
#include "merge/settle_copies.h"

#include <algorithm>
#include <set>

namespace taisho {
namespace {

using Places = std::map<DataPlace, std::size_t>; // rows of the paper's table

Places places_of(const DataTable& paper) {
    Places places;
    for (std::size_t i = 0; i < paper.rows.size(); ++i) places.emplace(place_of(paper, paper.rows[i]), i);
    return places;
}

struct Finding {
    const EditedWorkbook& workbook;
    const DataTable& paper;
    Places places;
    Diagnostics& diagnostics;
    std::set<std::string> told = {}; // headers of locked columns

    const DataRow* row_at(const DataPlace& place) const {
        const auto found = places.find(place);
        return found == places.end() ? nullptr : &paper.rows[found->second];
    }
};

// ---- locked cells ----

std::string shown_number(Decimal number) {
    std::string digits = std::to_string(number.digits < 0 ? -number.digits : number.digits);
    const auto places = static_cast<std::size_t>(number.places);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    while (places > 0 && digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
    return (number.digits < 0 ? "-" : "") + digits;
}

bool says(const Datum& datum, std::string_view cell) {
    return datum.number ? shown_number(*datum.number) == cell : datum.text == cell;
}

// One message for each column: whoever has changed one such cell has mostly changed many.
void report_locked(const EditedRow& row, const DataRow& expected, Finding& finding) {
    DatumBuffers buffers;
    std::vector<Datum> cells;
    show_row(finding.paper, expected, buffers, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const DataColumnEntry& entry = data_columns()[i];
        const bool is_edited_elsewhere = entry.column == DataColumn::text && expected.editable;
        const bool is_there = finding.workbook.columns.at(static_cast<std::size_t>(entry.column)) >= 0;
        if (is_edited_elsewhere || !is_there || says(cells[i], row.text(entry.column))) continue;
        if (!finding.told.emplace(entry.header).second) continue;
        add_warning(finding.diagnostics, Code::locked_cell_edited, row.at,
                    {cell_name(finding.workbook, row, entry.column), std::string(entry.header)});
    }
}

// ---- texts ----

bool may_be_empty(Part part) { return part != Part::title && part != Part::text && part != Part::value; }

// As the elements that hold them take no <br/> and no <tab/>.
bool is_in_one_line(Part part) {
    return part == Part::number || part == Part::title || part == Part::page || part == Part::note;
}

// Whether the new text can stand in a paper at all.
bool check_text(const TextEdit& edit, Finding& finding) {
    const std::string cell = cell_name(finding.workbook, *edit.row, DataColumn::text);
    for (std::size_t at = 0; at < edit.sheet.size();) {
        const Decoded next = decode(edit.sheet, at);
        at += next.length;
        const bool breaks = next.character == '\n' || next.character == '\t';
        if (is_text_character(next.character) && !(breaks && is_in_one_line(edit.place.part))) continue;
        add_error(finding.diagnostics, Code::cell_bad_character, edit.row->at, {cell});
        return false;
    }
    if (edit.sheet.empty() && !may_be_empty(edit.place.part)) {
        add_error(finding.diagnostics, Code::cell_emptied, edit.row->at,
                  {cell, edit.place.part == Part::value ? "!" : ""});
        return false;
    }
    return true;
}

void sort_in(const EditedRow& row, const std::string& base, Finding& finding, Edits& edits) {
    TextEdit edit{*row.place, base, {}, std::string(row.text(DataColumn::text)), &row};
    if (edit.sheet == base) return;
    if (!check_text(edit, finding)) return;
    const DataRow* now = finding.row_at(edit.place);
    if (now == nullptr || !now->editable) {
        add_error(finding.diagnostics, Code::place_is_gone, row.at,
                  {cell_name(finding.workbook, row, DataColumn::text), base, edit.sheet});
        return;
    }
    edit.paper = now->text;
    if (edit.paper == edit.sheet) return; // made already
    (edit.paper == base ? edits.changes : edits.conflicts).push_back(std::move(edit));
}

void find_removed(Finding& finding, Edits& edits) {
    std::set<DataPlace> on_sheet;
    for (const EditedRow& row : finding.workbook.rows) {
        if (row.place) on_sheet.insert(*row.place);
    }
    for (const DataRow& row : finding.paper.rows) {
        if (!row.editable) continue;
        DataPlace place = place_of(finding.paper, row);
        const auto base = finding.workbook.base.find(place);
        if (base == finding.workbook.base.end() || on_sheet.contains(place)) continue;
        if (row.text == base->second)
            edits.removed.push_back(std::move(place));
        else
            edits.conflicts.push_back({place, base->second, std::string(row.text), {}, nullptr});
    }
}

// A row that was added is in the paper already when the workbook comes back a second time.
void leave_out_made(Edits& edits, const Finding& finding) {
    if (edits.added.empty()) return;
    std::map<std::string, std::string_view> made; // texts that the workbook did not have
    for (const DataRow& row : finding.paper.rows) {
        if (row.editable && !finding.workbook.base.contains(place_of(finding.paper, row)))
            made.emplace(subject_of(finding.paper, row), row.text);
    }
    std::erase_if(edits.added, [&](const EditedRow* row) {
        const auto found = made.find(subject_of(*row));
        return found != made.end() && found->second == row->text(DataColumn::text);
    });
}

void order(std::vector<TextEdit>& edits, const Finding& finding) {
    std::ranges::stable_sort(edits, {}, [&](const TextEdit& edit) { return finding.places.at(edit.place); });
}

} // namespace

Edits find_edits(const EditedWorkbook& workbook, const DataTable& paper, bool same_paper,
                 Diagnostics& diagnostics) {
    Finding finding{workbook, paper, places_of(paper), diagnostics};
    Edits edits;
    std::set<DataPlace> seen; // of rows that are there twice the first counts
    for (const EditedRow& row : workbook.rows) {
        if (!row.place) {
            edits.added.push_back(&row);
            continue;
        }
        if (!seen.insert(*row.place).second) continue;
        const auto base = workbook.base.find(*row.place);
        if (base != workbook.base.end()) sort_in(row, base->second, finding, edits);
        const DataRow* now = finding.row_at(*row.place);
        if (same_paper && now != nullptr) report_locked(row, *now, finding);
    }
    find_removed(finding, edits);
    leave_out_made(edits, finding);
    order(edits.changes, finding), order(edits.conflicts, finding);
    return edits;
}

} // namespace taisho
