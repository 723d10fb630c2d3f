// What becomes what in the structure, for documents that are put together by hand.

#include "structure/structure.h"

#include "document/compose.h"
#include "support.h"

#include <doctest/doctest.h>
#include <initializer_list>
#include <string>

namespace taisho::test {
namespace {

Paragraph paragraph(ParagraphKind kind, const std::string& text, bool changed = false) {
    Paragraph result;
    result.kind = kind, result.text = text;
    if (!text.empty()) result.runs = {{0, static_cast<std::uint32_t>(text.size()), Family::mincho, changed ? ChangeMark::after : ChangeMark::none}};
    return result;
}

Paragraph heading(int level, const std::string& text) {
    Paragraph result = paragraph(ParagraphKind::heading, text);
    result.level = level;
    return result;
}

Document document_with(std::initializer_list<Paragraph> paragraphs) {
    Document document;
    for (const Paragraph& one : paragraphs) document.body.push_back({one, 0, -1});
    return document;
}

std::string structure_of(const Document& document) { return dump(make_structure(document), document); }

// The structure of one body text, without the root and the bookmarks.
std::string structure_of_text(const std::string& text) {
    const std::string all = structure_of(document_with({paragraph(ParagraphKind::body, text)}));
    const std::string begin = "Document\n", end = "bookmarks\n";
    REQUIRE(all.starts_with(begin));
    return all.substr(begin.size(), all.size() - begin.size() - end.size());
}

Cell cell(CellKind kind, std::uint16_t column, const std::string& text) {
    Cell result;
    result.kind = kind, result.column = column;
    if (!text.empty()) result.paragraphs = {paragraph(ParagraphKind::body, text)};
    return result;
}

Row row(std::initializer_list<Cell> cells) {
    Row result;
    result.cells = cells;
    return result;
}

// A table with a header row over a year and its values.
Table years() {
    Table table;
    table.tracks = {Track::label, Track::share};
    table.header_rows = 1;
    table.rows = {row({cell(CellKind::column_header, 0, ""), cell(CellKind::column_header, 1, "修正後")}),
                  row({cell(CellKind::row_header, 0, "R6"), cell(CellKind::data, 1, "６校区")})};
    return table;
}

std::string structure_of_table(const Table& table) {
    Document document;
    document.body.push_back({table, 0, -1});
    return structure_of(document);
}

// ---- headings ----

TEST_CASE("題名は H1、その下の見出しは段ごとに一つずつ深い") {
    const Document document =
        document_with({paragraph(ParagraphKind::title, "題名"), heading(1, "１．節"),
                       heading(2, "【１】階層"), heading(3, "①項目"), heading(2, "【２】階層")});
    CHECK(structure_of(document) == "Document\n"
                                    "  H1\n    “題名”\n"
                                    "  H2\n    “１．節”\n"
                                    "  H3\n    “【１】階層”\n"
                                    "  H4\n    “①項目”\n"
                                    "  H3\n    “【２】階層”\n"
                                    "bookmarks\n"
                                    "  １．節\n"
                                    "    【１】階層\n"
                                    "      ①項目\n"
                                    "    【２】階層\n");
}

TEST_CASE("階層の段が飛んでも、見出しの番号は飛ばない") {
    const Document document = document_with(
        {paragraph(ParagraphKind::title, "題名"), heading(2, "節のない階層"), heading(5, "深い項目")});
    CHECK(structure_of(document) == "Document\n"
                                    "  H1\n    “題名”\n"
                                    "  H2\n    “節のない階層”\n"
                                    "  H3\n    “深い項目”\n"
                                    "bookmarks\n"
                                    "  節のない階層\n"
                                    "    深い項目\n");
}

TEST_CASE("七段目より深い見出しは H6 のまま、しおりでは深い") {
    Document document = document_with({paragraph(ParagraphKind::title, "題名")});
    for (int level = 1; level <= 7; ++level) document.body.push_back({heading(level, "段"), 0, -1});
    const Structure structure = make_structure(document);
    CHECK(tag_of(structure.elements.back()) == "H6");
    CHECK(structure.bookmarks.back().depth == 7);
}

TEST_CASE("側の名前は見出しで、しおりにはならない") {
    Paragraph side = paragraph(ParagraphKind::label, "【修正前】");
    side.level = 2;
    CHECK(structure_of(document_with({heading(1, "①項目"), side, paragraph(ParagraphKind::body, "文")})) ==
          "Document\n"
          "  H1\n    “①項目”\n"
          "  H2\n    “【修正前】”\n"
          "  P\n    “文”\n"
          "bookmarks\n"
          "  ①項目\n");
}

TEST_CASE("資料番号は、どこに置いても初めに読まれる") {
    Document document = document_with({paragraph(ParagraphKind::title, "題名")});
    document.paper_number = "資料３";
    CHECK(structure_of(document).starts_with("Document\n  P\n    “資料３”\n  H1\n"));
}

// ---- lists ----

TEST_CASE("印のある行が二つ続けば、リストになる") {
    CHECK(structure_of_text("・一つ目\n・二つ目") == "  L numbering 1\n"
                                                     "    LI\n"
                                                     "      Lbl\n        “・”\n"
                                                     "      LBody\n        “一つ目⏎”\n"
                                                     "    LI\n"
                                                     "      Lbl\n        “・”\n"
                                                     "      LBody\n        “二つ目”\n");
}

TEST_CASE("印のある行が一つだけなら、段落のまま") {
    CHECK(structure_of_text("■福祉を進めます。") == "  P\n    “■福祉を進めます。”\n");
    CHECK(structure_of_text("次のとおり。\n・一つだけ") == "  P\n    “次のとおり。⏎・一つだけ”\n");
}

TEST_CASE("リストの前後の文は、別の段落になる") {
    CHECK(structure_of_text("次のとおり。\n①甲\n②乙\n以上") == "  P\n    “次のとおり。⏎”\n"
                                                               "  L numbering 4\n"
                                                               "    LI\n"
                                                               "      Lbl\n        “①”\n"
                                                               "      LBody\n        “甲⏎”\n"
                                                               "    LI\n"
                                                               "      Lbl\n        “②”\n"
                                                               "      LBody\n        “乙⏎”\n"
                                                               "  P\n    “以上”\n");
}

TEST_CASE("別の印は、上の項目の中のリストになる") {
    CHECK(structure_of_text("①甲\n・子\n・丑\n②乙") == "  L numbering 4\n"
                                                       "    LI\n"
                                                       "      Lbl\n        “①”\n"
                                                       "      LBody\n        “甲⏎”\n"
                                                       "        L numbering 1\n"
                                                       "          LI\n"
                                                       "            Lbl\n              “・”\n"
                                                       "            LBody\n              “子⏎”\n"
                                                       "          LI\n"
                                                       "            Lbl\n              “・”\n"
                                                       "            LBody\n              “丑⏎”\n"
                                                       "    LI\n"
                                                       "      Lbl\n        “②”\n"
                                                       "      LBody\n        “乙”\n");
}

TEST_CASE("空白で始まる行は、上の項目の続き") {
    CHECK(structure_of_text("・甲\n　続き\n・乙") == "  L numbering 1\n"
                                                     "    LI\n"
                                                     "      Lbl\n        “・”\n"
                                                     "      LBody\n        “甲⏎”\n        “　続き⏎”\n"
                                                     "    LI\n"
                                                     "      Lbl\n        “・”\n"
                                                     "      LBody\n        “乙”\n");
}

TEST_CASE("文の前の名前は、リストの印ではない") {
    Paragraph text = paragraph(ParagraphKind::body, "●実施主体　・市\n・府");
    text.hang = 18;
    CHECK(structure_of(document_with({text})) == "Document\n"
                                                 "  P\n    “●実施主体　”\n"
                                                 "  L numbering 1\n"
                                                 "    LI\n"
                                                 "      Lbl\n        “・”\n"
                                                 "      LBody\n        “市⏎”\n"
                                                 "    LI\n"
                                                 "      Lbl\n        “・”\n"
                                                 "      LBody\n        “府”\n"
                                                 "bookmarks\n");
}

TEST_CASE("一つだけの印の下に別の印が一つあっても、リストにしない") {
    CHECK(structure_of_text("■福祉を進めます。\n・一つだけ") == "  P\n    “■福祉を進めます。⏎・一つだけ”\n");
}

TEST_CASE("印ごと変わった項目は、変わったことを一度だけ言う") {
    const Document document = document_with({paragraph(ParagraphKind::body, "・甲\n・乙", true)});
    const Structure structure = make_structure(document);
    std::string spoken;
    for (const StructureElement& element : structure.elements)
        if (element.spoken > 0) spoken += structure.words[element.spoken] + "｜";
    CHECK(spoken == "修正部分、甲｜修正部分、乙｜");
}

// ---- spoken words ----

TEST_CASE("変わった言葉は、そう読まれる") {
    Paragraph text = paragraph(ParagraphKind::body, "市は行う");
    text.runs = {{0, 6, Family::mincho, ChangeMark::none}, {6, 12, Family::mincho, ChangeMark::after}};
    CHECK(structure_of(document_with({text})) == "Document\n"
                                                 "  P\n"
                                                 "    “市は”\n"
                                                 "    Span changed spoken “修正部分、行う”\n"
                                                 "      “行う”\n"
                                                 "bookmarks\n");
}

TEST_CASE("長い文がみな変わった時は、初めの千字だけが言いかえになる") {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += "あ";
    const Document document = document_with({paragraph(ParagraphKind::body, text, true)});
    const Structure structure = make_structure(document);
    REQUIRE(structure.stretches.size() == 2);
    CHECK(structure.stretches[0].end == 3000);
    CHECK(structure.elements[structure.stretches[1].element].changed);
    CHECK(structure.elements[structure.stretches[1].element].spoken == 0);
}

TEST_CASE("読点で始まる変わった言葉の前に、もう一つ読点は置かない") {
    const Document document = document_with({paragraph(ParagraphKind::body, "、脱炭素推進室", true)});
    const Structure structure = make_structure(document);
    CHECK(structure.words.back() == "修正部分、脱炭素推進室");
}

TEST_CASE("値がないことを示す横線は、なしと読まれる") {
    CHECK(structure_of_text("―") == "  P\n    Span spoken “なし”\n      “―”\n");
    CHECK(structure_of_text("甲―乙") == "  P\n    “甲―乙”\n");
}

TEST_CASE("読む言葉を空にすれば、字のまま渡す") {
    Document document = document_with({paragraph(ParagraphKind::body, "―", true)});
    document.spoken = {"", ""};
    CHECK(structure_of(document) == "Document\n  P\n    Span changed\n      “―”\nbookmarks\n");
}

// ---- tables ----

TEST_CASE("簡単な表は、行と列の向きだけを言う") {
    CHECK(structure_of_table(years()) == "Document\n"
                                         "  Table\n"
                                         "    THead\n"
                                         "      TR\n"
                                         "        TD\n"
                                         "        TH scope column\n          “修正後”\n"
                                         "    TBody\n"
                                         "      TR\n"
                                         "        TH scope row\n          “R6”\n"
                                         "        TD\n          “６校区”\n"
                                         "bookmarks\n");
}

TEST_CASE("帯のある表では、値が自分の見出しを外から順に挙げる") {
    Table table = years();
    Row band = row({cell(CellKind::band, 0, "●業績目標")});
    band.cells.front().column_span = 2, band.depth = 1;
    table.rows.insert(table.rows.begin() + 1, band);
    CHECK(structure_of_table(table).find("      TR\n"
                                         "        TH #8 scope column columns 2\n          “●業績目標”\n"
                                         "      TR\n"
                                         "        TH #10 scope row\n          “R6”\n"
                                         "        TD headers #5 #8 #10\n          “６校区”\n") !=
          std::string::npos);
}

TEST_CASE("（削除）は、どの年の値でもない") {
    Table table = years();
    table.rows.push_back(row({cell(CellKind::row_header, 0, "R7")}));
    Cell& mark = table.rows[1].cells[1];
    mark.paragraphs = {paragraph(ParagraphKind::mark, "（削除）")}, mark.row_span = 2;
    Row band = row({cell(CellKind::band, 0, "●業績目標")});
    band.cells.front().column_span = 2, band.depth = 1;
    table.rows.insert(table.rows.begin() + 1, band);
    CHECK(structure_of_table(table).find("        TD rows 2 headers #5 #8\n          “（削除）”\n") !=
          std::string::npos);
}

TEST_CASE("一つの側だけの表では、列の見出しが側も言う") {
    Table table = years();
    table.side = "修正後";
    table.rows[0].cells[1].paragraphs = {paragraph(ParagraphKind::label, "R6"),
                                         paragraph(ParagraphKind::label, "目標値")};
    CHECK(structure_of_table(table).find("TH scope column spoken “修正後、R6、目標値”\n") !=
          std::string::npos);
}

TEST_CASE("目標の名前と指標は、表の題になる") {
    Document document = document_with(
        {paragraph(ParagraphKind::label, "●業績目標"), paragraph(ParagraphKind::body, "指標の文")});
    Table table = years();
    table.captions = 2;
    document.body.push_back({table, 0, -1});
    CHECK(structure_of(document).starts_with("Document\n"
                                             "  Table\n"
                                             "    Caption\n"
                                             "      P\n        “●業績目標”\n"
                                             "      P\n        “指標の文”\n"
                                             "    THead\n"));
}

TEST_CASE("変わった列の見出しは、そう読まれる") {
    Table table = years();
    table.side = "【修正後】";
    table.rows[0].cells[1].paragraphs = {paragraph(ParagraphKind::label, "R10"),
                                         paragraph(ParagraphKind::label, "目標値", true)};
    CHECK(structure_of_table(table).find("spoken “修正後、R10、修正部分、目標値”\n") != std::string::npos);
}

TEST_CASE("見出しのない表では、初めの行が列の見出しになる") {
    Table table;
    table.tracks = {Track::fit, Track::fit};
    table.rows = {row({cell(CellKind::data, 0, "甲"), cell(CellKind::data, 1, "乙")}),
                  row({cell(CellKind::data, 0, "丙"), cell(CellKind::data, 1, "丁")})};
    CHECK(structure_of_table(table).find(" scope column\n          “甲”\n") != std::string::npos);
    table.rows.pop_back();
    CHECK(structure_of_table(table).find(
              "        TH scope row\n          “甲”\n        TD\n          “乙”\n") != std::string::npos);
}

TEST_CASE("全部の列にわたる行の見出しは、下の行の見出しになり、次のもので終わる") {
    Table table = years();
    const auto group = [](const char* name) {
        Row result = row({cell(CellKind::row_header, 0, name)});
        result.cells.front().column_span = 2;
        return result;
    };
    const Row values = table.rows[1];
    table.rows = {table.rows[0], group("北部"), values, group("南部"), values};
    const std::string text = structure_of_table(table);
    CHECK(text.find(
              "“北部”\n      TR\n        TH #10 scope row\n          “R6”\n        TD headers #5 #8 #10\n") !=
          std::string::npos);
    CHECK(
        text.find(
            "“南部”\n      TR\n        TH #15 scope row\n          “R6”\n        TD headers #5 #13 #15\n") !=
        std::string::npos);
}

TEST_CASE("一行だけの（削除）は、その行の見出しも挙げる") {
    Table table = years();
    table.rows[1].cells[1].paragraphs = {paragraph(ParagraphKind::mark, "（削除）")};
    Row band = row({cell(CellKind::band, 0, "●業績目標")});
    band.cells.front().column_span = 2, band.depth = 1;
    table.rows.insert(table.rows.begin() + 1, band);
    CHECK(structure_of_table(table).find("TD headers #5 #8 #10\n          “（削除）”\n") !=
          std::string::npos);
}

TEST_CASE("どのセルも空の表は、題だけが読まれる") {
    Document document = document_with({paragraph(ParagraphKind::label, "空の表")});
    Table table;
    table.tracks = {Track::fit}, table.captions = 1;
    table.rows = {row({cell(CellKind::data, 0, "")})};
    document.body.push_back({table, 0, -1});
    CHECK(structure_of(document) == "Document\n  P\n    “空の表”\nbookmarks\n");
}

TEST_CASE("見出しの行だけの表にも、本体がある") {
    Table table = years();
    table.rows.pop_back();
    CHECK(structure_of_table(table).find("  Table\n    TBody\n      TR\n") != std::string::npos);
}

// ---- contents ----

TEST_CASE("目次は段ごとに入れ子になり、どの行もその見出しへ行ける") {
    Document document = document_with({paragraph(ParagraphKind::contents, "１．節"),
                                       paragraph(ParagraphKind::contents, "①項目"), heading(1, "１．節"),
                                       heading(2, "①項目")});
    for (std::uint32_t i = 0; i < 2; ++i) {
        auto& line = std::get<Paragraph>(document.body[i].content);
        line.level = static_cast<int>(i) + 1, line.target = i + 2;
    }
    const Structure structure = make_structure(document);
    std::string tags;
    for (const StructureElement& element : structure.elements) tags.append(tag_of(element)).append(" ");
    CHECK(tags == "Document TOC TOCI Reference Link TOC TOCI Reference Link H1 H2 ");
    CHECK(structure.elements[5].parent == 1);
    CHECK(structure.elements[4].target == 2);
    CHECK(structure.elements[8].target == 3);
}

} // namespace
} // namespace taisho::test
