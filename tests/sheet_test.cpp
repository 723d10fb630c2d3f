// The print sheet of the workbook, as it is laid out.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

const std::vector<std::string_view> house_styles = {"by-year", "stacked"};

Document composed(const std::string& file, std::string_view style) {
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style_named(style));
}

std::string text_of(const SheetCell& cell) {
    std::string text;
    for (const SheetRun& run : cell.runs) text += run.text;
    return text;
}

// ---- where the changes begin ----

std::string item(std::string_view id, std::string_view number, std::string_view description) {
    std::string xml = "<item id='" + std::string(id) + "'><number>" + std::string(number);
    return xml + "</number><title>項目" + std::string(id) + "</title><description>" +
           std::string(description) + "</description></item>";
}

// Item b goes, so that c and d are renumbered.
std::string with_renumbered_items() {
    return paper_file("<level id='l'><number>（１）</number><title>階層</title>" + item("a", "①", "甲課") +
                          item("b", "②", "乙課") + item("c", "③", "丙課") + item("d", "④", "丁課") +
                          "</level>",
                      "<revise item='a'><description>甲部</description></revise><delete item='b' "
                      "shift='yes'/><rename from='丁課' to='丁部'/>");
}

// The text of the first cell of each row at which a change begins.
std::vector<std::string> begins_of(const Sheet& sheet) {
    std::vector<std::string> begins;
    for (const std::uint32_t row : sheet.change_rows) {
        const auto cell = std::ranges::find(sheet.cells, row, &SheetCell::first_row);
        begins.push_back(cell == sheet.cells.end() ? "none" : text_of(*cell));
    }
    return begins;
}

TEST_CASE("修正の一つ一つが、シートのどの行から始まるか分かる") {
    const std::vector<std::string> wanted = {"（１）階層", "②項目b", "③～④（番号の変更）",
                                             "③～④（番号の変更）", "「丁課」を「丁部」に改める。（1か所）"};
    for (const std::string_view style : house_styles)
        CHECK(begins_of(lay_out_sheet(composed(with_renumbered_items(), style), fonts())) == wanted);
}

TEST_CASE("目次があっても、修正の始まる行は変わらず見出しを指す") {
    std::string file = with_renumbered_items();
    file.insert(file.find("</meta>"), "<contents/>");
    const Sheet sheet = lay_out_sheet(composed(file, "by-year"), fonts());
    CHECK(begins_of(sheet).front() == "（１）階層");
    CHECK(sheet.change_rows.front() > 3); // below the contents
}

} // namespace
} // namespace taisho::test
