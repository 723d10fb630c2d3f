// What must hold on every page of every paper (R36 to R40 and P9 of our rules): nothing stands alone at the
// foot of a page, and at its head the reader sees where he is.

#include "document/compose.h"
#include "generated_papers.h"
#include "layout/lay_out.h"
#include "revise/revisions.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace taisho::test {
namespace {

struct Laid {
    Document document;
    Pages pages;
    Sheet sheet;
};

Laid laid_out(const std::string& file, std::string_view style) {
    Diagnostics diagnostics;
    Laid laid{compose(revise(read(file), diagnostics), style_named(style)), {}, {}};
    laid.pages = lay_out_pages(laid.document, fonts(), diagnostics);
    laid.sheet = lay_out_sheet(laid.document, fonts());
    return laid;
}

constexpr std::string_view continued = "（続き）";

bool is_new(const PlacedText& placed) {
    return !placed.artifact && placed.origin.block != paper_number_block;
}

std::string text_of(const Pages& pages, const PlacedText& placed) {
    const ShapedText& text = pages.texts[placed.text];
    return text.utf8.substr(text.glyphs[placed.first].begin,
                            text.glyphs[placed.last - 1].end - text.glyphs[placed.first].begin);
}

// What is new on a page, by block and row of the table.
using Place = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Place> places_of(const Page& page) {
    std::vector<Place> places;
    for (const PlacedText& placed : page.texts) {
        if (is_new(placed)) places.emplace_back(placed.origin.block, placed.origin.row);
    }
    return places;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += text + "｜";
    return all;
}

// ---- the foot of a page ----

bool is_naming(const Row& row) {
    return row.keep_with_next &&
           std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.kind == CellKind::band; });
}

// Whether what stands there stands above something.
bool heads(const Document& document, const Place& place) {
    const Block& block = document.body[place.first];
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        const bool is_text = paragraph->kind != ParagraphKind::label &&
                             paragraph->kind != ParagraphKind::heading &&
                             paragraph->kind != ParagraphKind::title;
        return paragraph->keep_with_next && !is_text;
    }
    const auto& table = std::get<Table>(block.content);
    return place.second + 1 < table.rows.size() &&
           (place.second < table.header_rows || is_naming(table.rows[place.second]));
}

// Lines of the paragraphs of a page: block, row, column, paragraph.
using Lines =
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>, std::set<Length>>;

Lines lines_of(const Page& page) {
    Lines lines;
    for (const PlacedText& placed : page.texts) {
        const Origin& at = placed.origin;
        if (is_new(placed)) lines[{at.block, at.row, at.column, at.paragraph}].insert(placed.y);
    }
    return lines;
}

// Texts of several lines of which one page shows a single line.
std::size_t count_lonely(const Pages& pages) {
    std::map<Lines::key_type, std::size_t> all;
    std::vector<Lines> by_page;
    for (const Page& page : pages.pages) {
        by_page.push_back(lines_of(page));
        for (const auto& [place, lines] : by_page.back()) all[place] += lines.size();
    }
    std::size_t lonely = 0;
    for (const Lines& page : by_page) {
        for (const auto& [place, lines] : page) {
            if (lines.size() == 1 && all[place] > 1) ++lonely;
        }
    }
    return lonely;
}

// ---- the head of a page ----

// Repeated headings in the order in which they stand: neither header rows nor the number of the page.
std::vector<std::string> contexts_on(const Pages& pages, const Page& page) {
    std::vector<std::string> texts;
    for (const PlacedText& placed : page.texts) {
        if (!placed.artifact || placed.origin.block != no_block) break;
        texts.push_back(text_of(pages, placed));
    }
    if (texts.size() == page.texts.size()) texts.pop_back();
    return texts;
}

// What a reader who leafs back would find above the block: the last heading, and in the stacked style the
// last label of a side and of a field below it.
std::vector<std::string> names_before(const Document& document, std::uint32_t block,
                                      const HouseStyle& style) {
    std::vector<std::string> names;
    const auto is = [&](const Paragraph& paragraph, Role role) {
        return paragraph.kind == ParagraphKind::label && paragraph.style == style.style(role);
    };
    std::string side, field;
    for (std::uint32_t i = block; i-- > 0;) {
        const auto* paragraph = std::get_if<Paragraph>(&document.body[i].content);
        if (paragraph == nullptr) continue;
        if (paragraph->kind == ParagraphKind::heading) {
            names.push_back(paragraph->text);
            break;
        }
        if (side.empty() && is(*paragraph, Role::side_heading)) side = paragraph->text;
        if (side.empty() && field.empty() && is(*paragraph, Role::field_label)) field = paragraph->text;
    }
    for (const std::string& name : {side, field}) {
        if (!name.empty()) names.push_back(name);
    }
    return names;
}

// （３）項目第３地域福祉の…（続き） names （３）項目第３地域福祉の推進.
bool names(std::string context, const std::string& heading) {
    constexpr std::string_view cut = "…";
    if (!context.ends_with(continued)) return false;
    context.resize(context.size() - continued.size());
    if (!context.ends_with(cut)) return context.ends_with(heading);
    context.resize(context.size() - cut.size());
    const std::size_t at = context.rfind(heading.substr(0, heading.find("項") + 3));
    return at != std::string::npos && heading.starts_with(context.substr(at));
}

bool is_heading(const Document& document, std::uint32_t block) {
    const auto* paragraph = std::get_if<Paragraph>(&document.body[block].content);
    return paragraph != nullptr && paragraph->kind == ParagraphKind::heading;
}

void check_head(const Laid& laid, const Page& page, const HouseStyle& style) {
    const Place first = places_of(page).front();
    const std::vector<std::string> contexts = contexts_on(laid.pages, page);
    const std::string shown = joined(contexts);
    CAPTURE(shown);
    if (page.number == 1 || is_heading(laid.document, first.first)) {
        REQUIRE(contexts.empty());
        return;
    }
    const std::vector<std::string> wanted = names_before(laid.document, first.first, style);
    const std::string expected = joined(wanted);
    CAPTURE(expected);
    REQUIRE(contexts.size() >= 1);
    REQUIRE(contexts.size() <= wanted.size());
    for (std::size_t i = 0; i < contexts.size(); ++i) { REQUIRE(names(contexts[i], wanted[i])); }
}

void check_header_rows(const Laid& laid, const Page& page) {
    const Place first = places_of(page).front();
    const auto* table = std::get_if<Table>(&laid.document.body[first.first].content);
    if (table == nullptr || first.second < table->header_rows) return;
    std::set<std::pair<std::uint32_t, std::uint16_t>> repeated;
    for (const PlacedText& placed : page.texts) {
        const bool again = placed.artifact && placed.origin.block == first.first;
        if (again) repeated.emplace(placed.origin.row, placed.origin.column);
    }
    for (std::uint32_t row = 0; row < table->header_rows; ++row) {
        for (const Cell& cell : table->rows[row].cells) {
            if (!cell.paragraphs.empty()) REQUIRE(repeated.contains({row, cell.column}));
        }
    }
}

// ---- the sheet ----

// What is said again on a page of the paper.
std::vector<std::string> continued_on(const Pages& pages, const Page& page) {
    std::vector<std::string> texts;
    for (const PlacedText& placed : page.texts) {
        const std::string text = text_of(pages, placed);
        if (placed.artifact && text.ends_with(continued)) texts.push_back(text);
    }
    return texts;
}

// On the paper and on the sheet, page by page.
std::string continued_on(const Pages& pages) {
    std::string all;
    for (const Page& page : pages.pages) all += joined(continued_on(pages, page)) + "\n";
    return all;
}

std::string continued_on(const Sheet& sheet) {
    std::vector<std::vector<std::string>> all(sheet.breaks.size() + 1);
    for (const SheetCell& cell : sheet.cells) {
        const auto page = std::ranges::upper_bound(sheet.breaks, cell.first_row) - sheet.breaks.begin();
        std::string text;
        for (const SheetRun& run : cell.runs) text += run.text;
        if (text.ends_with(continued)) all[static_cast<std::size_t>(page)].push_back(text);
    }
    std::string shown;
    for (const std::vector<std::string>& page : all) shown += joined(page) + "\n";
    return shown;
}

// Whether every page of the paper begins where no row and no paragraph is cut: there the sheet breaks, too,
// unless its page is full before.
bool may_break_alike(const Laid& laid) {
    for (std::size_t i = 1; i < laid.pages.pages.size(); ++i) {
        const std::vector<Place> before = places_of(laid.pages.pages[i - 1]);
        if (std::ranges::find(before, places_of(laid.pages.pages[i]).front()) != before.end()) return false;
    }
    return laid.pages.pages.size() > 1 && laid.pages.pages.size() == laid.sheet.breaks.size() + 1;
}

void check_pages(const Laid& laid, const HouseStyle& style) {
    for (const Page& page : laid.pages.pages) {
        CAPTURE(page.number);
        const std::vector<Place> places = places_of(page);
        REQUIRE_FALSE(places.empty());
        if (page.number < static_cast<int>(laid.pages.pages.size()))
            REQUIRE_FALSE(heads(laid.document, std::ranges::max(places)));
        check_head(laid, page, style);
        check_header_rows(laid, page);
    }
    REQUIRE(count_lonely(laid.pages) == 0);
}

// In the other styles headings stand in one line, or there are none.
constexpr const char* styles_with_headings[] = {"by-year", "stacked", "law-old-left"};

TEST_CASE("どの資料のどのページも、見出しを残さず、一行を離さず、何の続きかを言う") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        Dice dice(seed + 700'000);
        const std::string file = generated_paper(20, dice);
        for (const char* style : styles_with_headings) {
            CAPTURE(seed);
            CAPTURE(std::string(style));
            check_pages(laid_out(file, style), style_named(style));
        }
    }
}

std::string long_name(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "地域の福祉を";
    return text;
}

// One item, of which all names are that long.
std::string paper_of_long_names(std::size_t title, std::size_t label) {
    const std::string heading = element("title", long_name(title)), row = long_name(label / 2);
    const std::string columns =
        "<columns><column>R6" + element("note", long_name(label)) + "</column></columns>";
    const std::string rows = "<row label='甲" + row + "'><value>一</value></row><row label='乙" + row + "'>" +
                             element("value", long_name(400)) + "</row>";
    return paper_file("<level id='l'>" + heading + "<item id='a'>" + heading + "<goal kind='output' label='" +
                          long_name(label) + "'>" + columns + rows + "</goal></item></level>",
                      "<revise item='a'><goal kind='output'><value column='R6' row='甲" + row +
                          "'>二</value></goal></revise>");
}

// No page is filled with what is said again, and nothing new stands below its foot.
void check_something_new(const Laid& laid) {
    const Length foot = laid.document.page.height - laid.document.page.bottom;
    for (const Page& page : laid.pages.pages) {
        CAPTURE(page.number);
        REQUIRE_FALSE(places_of(page).empty());
        for (const PlacedText& placed : page.texts) REQUIRE((!is_new(placed) || placed.y <= foot));
    }
}

TEST_CASE("名前がどんなに長くても、どのページにも新しい文がある") {
    for (const std::size_t title : {1U, 900U}) {
        for (const std::size_t label : {1U, 300U, 900U}) {
            CAPTURE(title);
            CAPTURE(label);
            check_something_new(laid_out(paper_of_long_names(title, label), "by-year"));
            check_something_new(laid_out(paper_of_long_names(title, label), "stacked"));
        }
    }
}

TEST_CASE("シートのページの頭には、紙と同じ（続き）が立つ") {
    std::size_t compared = 0, different = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice(seed + 800'000);
        const std::string file = generated_paper(3, dice);
        for (const char* style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            const Laid laid = laid_out(file, style);
            if (!may_break_alike(laid)) continue;
            different += continued_on(laid.pages) == continued_on(laid.sheet) ? 0U : 1U;
            ++compared;
        }
    }
    CHECK(compared >= 100);
    CHECK(different * 20 <= compared); // whose pages are full before, because the sheet has other lines
}

TEST_CASE("資料３と環境計画のページも、そのとおり") {
    for (const auto& file : {real_paper, other_paper}) {
        for (const char* style : styles_with_headings)
            check_pages(laid_out(read_bytes(file), style), style_named(style));
    }
}

} // namespace
} // namespace taisho::test
