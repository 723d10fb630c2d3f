// When the header of a table may stand once for all tables of the sheet.

#include "document/paragraphs.h"
#include "layout/lay_out.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// A table of two columns with a header that names both sides, and one row.
Table table_with(const std::string& left, const std::string& right) {
    const HouseStyle style = style_named("by-year");
    const auto cell = [&](CellKind kind, std::size_t column, const std::string& word) {
        return make_cell(kind, column, {make_paragraph(ParagraphKind::body, Role::cell, word, style)});
    };
    Table table;
    table.tracks = {Track::share, Track::share};
    table.header_rows = 1;
    table.shared_header = true;
    Row header, row;
    header.cells = {cell(CellKind::column_header, 0, left), cell(CellKind::column_header, 1, right)};
    header.keep_with_next = true;
    row.cells = {cell(CellKind::data, 0, "前の文"), cell(CellKind::data, 1, "後の文")};
    table.rows = {header, row};
    return table;
}

// The texts of the sheet of a document with these tables, row by row, and whether a header is repeated.
struct Shown {
    std::vector<std::string> texts;
    bool repeats = false;

    bool operator==(const Shown&) const = default;
};

Shown shown(const std::vector<Table>& tables) {
    Document document = document_of(real_paper, "by-year");
    document.body.clear(), document.changes.clear(), document.contexts.clear();
    for (const Table& table : tables) document.body.push_back({table, 0, -1, false});
    const Sheet sheet = lay_out_sheet(document, fonts());
    Shown result{{}, sheet.repeat_first >= 0};
    for (const SheetCell& cell : sheet.cells) {
        std::string text;
        for (const SheetRun& run : cell.runs) text += run.text;
        if (!text.empty()) result.texts.push_back(text);
    }
    return result;
}

TEST_CASE("シートでは、同じことを言う表の見出しは、一度だけ立って各ページで繰り返される") {
    CHECK(shown({table_with("修正前", "修正後"), table_with("修正前", "修正後")}) ==
          Shown{{"修正前", "修正後", "前の文", "後の文", "前の文", "後の文"}, true});
}

TEST_CASE("違うことを言う表の見出しは、シートでもそれぞれの表に立つ") {
    CHECK(shown({table_with("修正前", "修正後"), table_with("現行", "改正案")}) ==
          Shown{{"修正前", "修正後", "前の文", "後の文", "現行", "改正案", "前の文", "後の文"}, false});
}

} // namespace
} // namespace taisho::test
