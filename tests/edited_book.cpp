#include "edited_book.h"

#include "base/digest.h"
#include "data/control_sheet.h"
#include "merge/describe_edits.h"
#include "merge/make_edits.h"
#include "merge/settle_copies.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "revise/revisions.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace taisho::test {

namespace {

std::string shown_number(Decimal number) {
    std::string text = std::to_string(number.digits);
    if (number.places > 0) text.insert(text.size() - static_cast<std::size_t>(number.places), ".");
    while (number.places > 0 && text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

struct LoadedFile {
    Sources sources;
    Element root;
    Paper paper;
    Revisions revisions;
};

LoadedFile load(const std::string& file) {
    LoadedFile loaded{{{"paper.xml", file}}, {}, {}, {}};
    Diagnostics diagnostics;
    auto root = read_xml(loaded.sources, 0, diagnostics);
    REQUIRE(root.has_value());
    loaded.root = std::move(*root);
    auto paper = read_paper(loaded.root, diagnostics);
    REQUIRE(paper.has_value());
    loaded.paper = std::move(*paper);
    loaded.revisions = revise(loaded.paper, diagnostics);
    REQUIRE_MESSAGE(!has_errors(diagnostics), describe(diagnostics, loaded.sources, Language::japanese));
    return loaded;
}

ReadSheet sheet_of(std::string name, bool hidden, const std::vector<std::vector<std::string>>& rows) {
    ReadSheet sheet{std::move(name), hidden, {}};
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        for (std::uint16_t column = 0; column < rows[row].size(); ++column) {
            if (!rows[row][column].empty())
                sheet.cells.push_back({row, column, CellSource::text, rows[row][column]});
        }
    }
    return sheet;
}

} // namespace

std::string& EditedBook::text(const std::string& id) {
    const auto row = std::ranges::find_if(rows, [&](auto& one) { return one["ID"] == id; });
    REQUIRE_MESSAGE(row != rows.end(), id);
    return (*row)["表記"];
}

void EditedBook::remove(const std::string& id) {
    REQUIRE(std::erase_if(rows, [&](auto& row) { return row["ID"] == id; }) == 1);
}

std::map<std::string, std::string>& EditedBook::copy(const std::string& id) {
    const auto row = std::ranges::find_if(rows, [&](auto& one) { return one["ID"] == id; });
    REQUIRE_MESSAGE(row != rows.end(), id);
    auto copied = *row;
    copied.erase("ID");
    return *rows.insert(row + 1, std::move(copied));
}

EditedBook book_of(const std::string& file) {
    const LoadedFile loaded = load(file);
    const DataTable data = make_data(loaded.revisions);
    EditedBook book;
    book.control.push_back({std::string(control_mark), std::string(control_format)});
    book.control.push_back({std::string(control_paper), "paper.xml", digest_of(file)});
    DatumBuffers buffers;
    std::vector<Datum> cells;
    for (const DataRow& row : data.rows) {
        show_row(data, row, buffers, cells);
        auto& shown = book.rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string text =
                cells[i].number ? shown_number(*cells[i].number) : std::string(cells[i].text);
            if (!text.empty()) shown[std::string(data_columns()[i].header)] = text;
        }
        if (row.editable)
            book.control.push_back(
                {std::string(control_text), key_of(place_of(data, row)), std::string(row.text)});
    }
    return book;
}

std::vector<ReadSheet> sheets_of(const EditedBook& book) {
    std::vector<std::vector<std::string>> rows(1);
    for (const DataColumnEntry& entry : data_columns()) rows[0].emplace_back(entry.header);
    for (const auto& row : book.rows) {
        auto& cells = rows.emplace_back();
        for (const DataColumnEntry& entry : data_columns()) {
            const auto found = row.find(std::string(entry.header));
            cells.push_back(found == row.end() ? std::string() : found->second);
        }
    }
    std::vector<ReadSheet> sheets;
    sheets.push_back(sheet_of(std::string(data_sheet_name), false, rows));
    sheets.push_back(sheet_of(std::string(control_sheet_name), true, book.control));
    for (ReadCell& cell : sheets[0].cells) {
        if (cell.row == 0 || rows[0][cell.column] != "表記") continue;
        const auto source = book.sources.find(rows[cell.row].back());
        if (source != book.sources.end()) cell.source = source->second;
    }
    return sheets;
}

Imported import(const std::string& file, const EditedBook& book, Removing removing) {
    LoadedFile loaded = load(file);
    const DataTable data = make_data(loaded.revisions);
    const std::vector<ReadSheet> sheets = sheets_of(book);
    Diagnostics diagnostics;
    Imported imported{file, {}, {}};
    auto workbook = read_edited(sheets, "paper.xlsx", loaded.sources, diagnostics);
    if (workbook) {
        const bool same = workbook->digest == digest_of(file);
        const PlaceNames names = place_names(data);
        settle_copies(*workbook, names, same, diagnostics);
        Edits found = find_edits(*workbook, data, same, diagnostics);
        const std::vector<Removal> removals = resolve_removals(found.removed, *workbook, names, diagnostics);
        imported.edits = describe({found.changes, found.conflicts, removals, found.added}, *workbook, names,
                                  Language::japanese);
        const Paper paper = make_edits(loaded.paper, names, *workbook, found.changes,
                                       removing == Removing::yes ? removals : std::vector<Removal>(),
                                       found.added, diagnostics);
        if (!has_errors(diagnostics))
            imported.file = patch_xml(loaded.sources[0], loaded.root, to_element(paper));
    }
    for (const Diagnostic* one : in_order(diagnostics)) {
        imported.messages += one->severity == Severity::error ? "エラー " : "注意 ";
        imported.messages += message_of(*one, loaded.sources, Language::japanese).number + " " +
                             sentence(*one, Language::japanese) + "\n";
    }
    return imported;
}

} // namespace taisho::test
