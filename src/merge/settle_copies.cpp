#include "merge/settle_copies.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

constexpr std::array subject_columns{DataColumn::path,      DataColumn::item, DataColumn::field,
                                     DataColumn::indicator, DataColumn::row,  DataColumn::column,
                                     DataColumn::part,      DataColumn::side};

using Subject = std::array<std::string, subject_columns.size()>; // folded

Subject subject(const EditedRow& row) {
    Subject subject;
    for (std::size_t i = 0; i < subject.size(); ++i)
        subject.at(i) = fold_name(row.text(subject_columns.at(i)));
    return subject;
}

Subject subject(const DataTable& paper, const DataRow& row) {
    DatumBuffers buffers;
    std::vector<Datum> cells;
    show_row(paper, row, buffers, cells);
    Subject subject;
    for (std::size_t i = 0; i < subject.size(); ++i)
        subject.at(i) = fold_name(cells[static_cast<std::size_t>(subject_columns.at(i))].text);
    return subject;
}

std::string as_text(const Subject& subject) {
    std::string text;
    for (const std::string& part : subject) text.append(part) += '\n'; // folded names hold none
    return text;
}

std::size_t likeness(const Subject& a, const Subject& b) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same += a.at(i) == b.at(i) ? 1U : 0U;
    return same;
}

using Rows = std::map<DataPlace, const DataRow*>; // of the paper

// Rows with one ID, in the order of the sheet. One message for all of them.
void settle(const std::vector<EditedRow*>& rows, const Subject& meant, const EditedWorkbook& workbook,
            Diagnostics& diagnostics) {
    std::vector<std::size_t> alike;
    for (const EditedRow* row : rows) alike.push_back(likeness(subject(*row), meant));
    const std::size_t most = *std::ranges::max_element(alike);
    const EditedRow* first = nullptr;
    const EditedRow* other = nullptr;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (alike[i] < most) {
            rows[i]->place.reset();
        } else if (first == nullptr) {
            first = rows[i];
        } else if (rows[i]->text(DataColumn::text) != first->text(DataColumn::text) ||
                   subject(*rows[i]) != subject(*first)) {
            other = other == nullptr ? rows[i] : other;
        }
    }
    if (other == nullptr) return;
    add_error(diagnostics, Code::data_row_twice, other->at,
              {cell_name(workbook, *first, DataColumn::text), cell_name(workbook, *other, DataColumn::text)});
}

} // namespace

std::string subject_of(const EditedRow& row) { return as_text(subject(row)); }

std::string subject_of(const DataTable& paper, const DataRow& row) { return as_text(subject(paper, row)); }

void settle_copies(EditedWorkbook& workbook, const PlaceNames& names, bool same_paper,
                   Diagnostics& diagnostics) {
    Rows known;
    for (const DataRow& row : names.paper.rows) known.emplace(place_of(names.paper, row), &row);
    std::map<DataPlace, std::vector<EditedRow*>> by_place;
    for (EditedRow& row : workbook.rows) {
        if (row.place) by_place[*row.place].push_back(&row);
    }
    for (const auto& [place, rows] : by_place) {
        const auto row = known.find(place);
        if (row == known.end() && same_paper) {
            const std::string cell = cell_name(workbook, *rows.front(), DataColumn::key);
            add_error(diagnostics, Code::data_key_broken, rows.front()->at, {cell});
        } else if (rows.size() > 1) {
            const Subject meant =
                row != known.end() ? subject(names.paper, *row->second) : subject(*rows.front());
            settle(rows, meant, workbook, diagnostics);
        }
    }
}

} // namespace taisho
