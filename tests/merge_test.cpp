// What becomes of a paper when somebody has edited the data sheet of its workbook: one fact each.

#include "edited_book.h"
#include "merge/edited_sheet.h"
#include "office.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

using namespace taisho;
using namespace taisho::test;

namespace {

const std::string real = read_bytes(real_paper);

std::string value_id(const std::string& year) { return "4-5-1/修正後/値/output#1/#1/" + year; }

// The paper with one of its words exchanged.
std::string with(const std::string& from, const std::string& to) { return replaced(real, from, to); }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// What differs between two files, in their order: lines with - and +, without the blanks they begin with.
std::string changed_lines(const std::string& before, const std::string& after) {
    const std::vector<std::string> b = lines_of(before), a = lines_of(after);
    const auto [first_b, first_a] = std::ranges::mismatch(b, a);
    std::ptrdiff_t same = 0;
    while (b.end() - same > first_b && a.end() - same > first_a &&
           *(b.end() - same - 1) == *(a.end() - same - 1))
        ++same;
    std::string lines;
    const auto add = [&](char mark, const std::string& line) {
        lines += mark + line.substr(std::min(line.find_first_not_of(' '), line.size())) + "\n";
    };
    for (auto line = first_b; line < b.end() - same; ++line) add('-', *line);
    for (auto line = first_a; line < a.end() - same; ++line) add('+', *line);
    return lines;
}

// The same for a paper and its workbook; messages stand before.
std::string effect_of(const EditedBook& book, const std::string& file = real) {
    const Imported imported = import(file, book);
    return imported.messages + changed_lines(file, imported.file);
}

} // namespace

TEST_CASE("直していないブックを取り込むと、資料は一バイトも変わらない") {
    CHECK(import(real, book_of(real)) == Imported{real, "", "直されたところはありません。\n"});
}

TEST_CASE("直した値は、その値の要素だけを変える") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    CHECK(effect_of(book) == "-<value column=\"R7\">6校区</value>\n+<value column=\"R7\">7校区</value>\n");
}

TEST_CASE("直したところは、言葉ごとに見せる") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "現状値の確認";
    CHECK(import(real, book).edits == "福祉と教育の連携　業績目標　R7（Q17）\n"
                                      "    もと：⟦6校区⟧\n"
                                      "    直し：⟦現状値の確認⟧\n"
                                      "直し 1 件、加える行 0 行、消すもの 0 件、両方で変わったもの 0 件\n");
}

TEST_CASE("修正になかった値を直すと、修正に加わる") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/値/outcome#1/#1/2025") = "前年度比６％増";
    CHECK(effect_of(book) == "+<value column=\"R7\">前年度比６％増</value>\n");
}

TEST_CASE("値を修正前と同じに戻すと、その修正は消える") {
    EditedBook book = book_of(real);
    book.text(value_id("2024")) = "「福祉的支援方針」の策定";
    CHECK(effect_of(book) == "-<value column=\"R6\">現状値確認</value>\n");
}

TEST_CASE("説明や実施主体を直すと、修正に加わり、計画は変わらない") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/文/bodies#1//") = "市（福祉総務課）";
    CHECK(effect_of(book) == "+<bodies>市（福祉総務課）</bodies>\n");
}

TEST_CASE("修正理由を書くと、その修正の理由になる") {
    EditedBook book = book_of(real);
    book.text("2-2-1/修正後/修正理由///") = "方針が変わったため";
    CHECK(effect_of(book) == "-<delete item=\"2-2-1\"/>\n"
                             "+<delete item=\"2-2-1\">\n"
                             "+<reason>方針が変わったため</reason>\n"
                             "+</delete>\n");
}

TEST_CASE("名称や番号を直すと、項目の見出しの修正になる") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/名称///") = "教育と福祉の連携";
    book.text("4-5-1/修正後/番号///") = "②";
    CHECK(effect_of(book) == "+<number>②</number>\n+<title>教育と福祉の連携</title>\n");
}

TEST_CASE("行を並べ替えても、同じ") {
    EditedBook book = book_of(real);
    std::ranges::reverse(book.rows);
    CHECK(import(real, book) == Imported{real, "", "直されたところはありません。\n"});
}

TEST_CASE("修正前の行を直しても取り込まず、知らせる") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正前/値/output#1/#1/2025") = "何か";
    CHECK(effect_of(book) == "注意 T626 「データ」の Q16 の「表記」が変えられていますが、取り込みません"
                             "（取り込むのは、修正後の行の「表記」だけです）。\n");
}

TEST_CASE("数値の列だけを直しても取り込まず、知らせる") {
    EditedBook book = book_of(real);
    for (auto& row : book.rows) {
        if (row["ID"] == value_id("2025")) row["数値"] = "7";
    }
    CHECK(effect_of(book) == "注意 T626 「データ」の R17 の「数値」が変えられていますが、取り込みません"
                             "（取り込むのは、修正後の行の「表記」だけです）。\n");
}

TEST_CASE("両方で変わった値は、並べて見せ、どちらも捨てない") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    const std::string changed = with("<value column=\"R7\">6校区", "<value column=\"R7\">8校区");
    CHECK(import(changed, book) ==
          Imported{changed, "",
                   "【両方で変わっています】福祉と教育の連携　業績目標　R7（Q17）\n"
                   "    もと：6校区\n"
                   "    資料：⟦8校区⟧\n"
                   "    ブック：⟦7校区⟧\n"
                   "直し 0 件、加える行 0 行、消すもの 0 件、両方で変わったもの 1 件\n"});
}

TEST_CASE("両方で同じに変わった値は、もう取り込まれている") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    const std::string changed = with("<value column=\"R7\">6校区", "<value column=\"R7\">7校区");
    CHECK(import(changed, book) == Imported{changed, "", "直されたところはありません。\n"});
}

TEST_CASE("資料の別のところが変わっていても、直しは取り込まれる") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    const std::string changed = with("<value column=\"R8\">10校区", "<value column=\"R8\">9校区");
    CHECK(effect_of(book, changed) ==
          "-<value column=\"R7\">6校区</value>\n+<value column=\"R7\">7校区</value>\n");
}

TEST_CASE("直した欄が資料からなくなっていれば、誤り") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/付記/output#1//2028") = "目標";
    const std::string changed =
        with("          <column ref=\"R10\"><note>目標値</note></column>\n          <value column=\"R6\">",
             "          <value column=\"R6\">");
    CHECK(import(changed, book).messages ==
          "エラー T636 「データ」の Q24 "
          "の欄は、いまの資料にはもうありません。もとの文：目標値　直した文：目標\n");
}

TEST_CASE("値を空にすると、― と書くよう求める") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "";
    CHECK(effect_of(book) == "エラー T634 「データ」の Q17 が空です。値がないときは ― と書いてください。"
                             "欄ごとなくすときは、その行を消してください。\n");
}

TEST_CASE("Excel が変えたものは、画面のとおりに読み、知らせる") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "4月5日";
    book.sources[value_id("2025")] = CellSource::date;
    CHECK(effect_of(book) ==
          "注意 T628 「データ」の Q17 は Excel が日付に変えています。画面のとおり「4月5日」と読みました。\n"
          "-<value column=\"R7\">6校区</value>\n+<value column=\"R7\">4月5日</value>\n");
}

TEST_CASE("まだ計算されていない数式は、取り込まない") {
    EditedBook book = book_of(real);
    std::vector<ReadSheet> sheets = sheets_of(book);
    for (ReadCell& cell : sheets[0].cells) {
        if (cell.text == "6校区") cell.text.clear(), cell.source = CellSource::formula;
    }
    Sources sources;
    Diagnostics diagnostics;
    CHECK(read_edited(sheets, "shiryo3.xlsx", sources, diagnostics).has_value());
    CHECK(describe(diagnostics, sources, Language::english)
              .starts_with("shiryo3.xlsx:17:1: error T647: Q17 is a formula that was never computed."));
}

// ---- what somebody has written in another way than derive would ----

TEST_CASE("列の名前を改める修正のある目標で値を直しても、列の修正は書いたまま残る") {
    const std::string file = paper_file(
        "<item id='1'><title>相談</title><goal kind='output'><columns><column kind='baseline'>現状値</column>"
        "<column>R6</column><column>R7</column></columns><row><value>1件</value><value>2件</value>"
        "<value>3件</value></row></goal></item>",
        "<revise item='1'><goal kind='output'><column ref='現状値'><label>基準値</label></column>"
        "<value column='R6'>4件</value></goal></revise>");
    EditedBook book = book_of(file);
    book.text("1/修正後/値/output#1/#1/2025") = "5件";
    const std::string imported = import(file, book).file;
    CHECK(holds(imported, "<column ref='現状値'><label>基準値</label></column>"));
    CHECK(holds(imported, "<value column=\"R7\">5件</value>"));
    CHECK(!holds(imported, "deleteColumn"));
}

TEST_CASE("名前で指した表の欄を直すと、その欄の要素だけが変わる") {
    const std::string file =
        paper_file("<item id='1'><title>居場所</title><table><row "
                   "header='yes'><cell>地区</cell><cell>場所</cell><cell>定員</cell></row>"
                   "<row><cell "
                   "rowSpan='2'>北部</cell><cell>公民館</cell><cell>20人</cell></row><row><cell>小学校</"
                   "cell><cell>30人</cell></row>"
                   "<row><cell>南部</cell><cell>集会所</cell><cell>25人</cell></row></table></item>",
                   "<revise item='1'><table><cell row='南部' column='定員'>40人</cell></table></revise>");
    EditedBook book = book_of(file);
    for (auto& row : book.rows) {
        if (row["表記"] == "40人") row["表記"] = "45人";
    }
    CHECK(import(file, book).file == replaced(file, "定員'>40人", "定員'>45人"));
}

// ---- rows that are added ----

TEST_CASE("年の行を写して加えた行は、新しい年になる") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2028"));
    row["列"] = "R１１", row["表記"] = "10校区", row["付記"] = "";
    CHECK(effect_of(book) == "+<addColumn after=\"R１０\">\n"
                             "+<column>R１１</column>\n"
                             "+<value>10校区</value>\n"
                             "+</addColumn>\n");
}

TEST_CASE("ID ごと写した行も、別の年なら新しい年になる") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2028"));
    row["列"] = "R１１", row["表記"] = "10校区", row["付記"] = "", row["ID"] = value_id("2028");
    CHECK(effect_of(book) == "+<addColumn after=\"R１０\">\n"
                             "+<column>R１１</column>\n"
                             "+<value>10校区</value>\n"
                             "+</addColumn>\n");
}

TEST_CASE("ID ごと写した行も、別の項目、別の欄、別の行なら新しい") {
    EditedBook book = book_of(real);
    const std::string description = "4-5-1/修正後/文/description#1//";
    auto& item = book.copy(description);
    item["項目"] = "学校図書館の開放", item["表記"] = "開きます。", item["ID"] = description;
    auto& field = book.copy(description);
    field["欄"] = "注", field["表記"] = "※注です。", field["ID"] = description;
    auto& row = book.copy(value_id("2025"));
    row["行"] = "うち小学校", row["表記"] = "3校", row["ID"] = value_id("2025");
    const Imported imported = import(real, book);
    CHECK(imported.messages == "");
    CHECK(holds(imported.file, "<title>学校図書館の開放</title>"));
    CHECK(holds(imported.file, "<footnote>※注です。</footnote>"));
    CHECK(holds(imported.file, "うち小学校"));
}

TEST_CASE("行の名前を書いて加えた行は、新しい行になり、書かない年は ― になる") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2025"));
    row["行"] = "うち小学校", row["表記"] = "3校";
    const Imported imported = import(real, book);
    CHECK(imported.messages == "");
    CHECK(holds(imported.file, "うち小学校"));
    CHECK(holds(book_of(imported.file).text("4-5-1/修正後/値/output#1/うち小学校/2025"), "3校"));
    CHECK(holds(book_of(imported.file).text("4-5-1/修正後/値/output#1/うち小学校/2026"), "―"));
}

TEST_CASE("もうある欄の行は加えられない") {
    EditedBook book = book_of(real);
    book.copy(value_id("2025"));
    CHECK(effect_of(book) == "エラー T641 「データ」の Q18：この欄の行は、もうあります。"
                             "加えた行を消して、その行を直してください。\n");
}

TEST_CASE("知らない項目の行は、その階層の新しい項目になる") {
    EditedBook book = book_of(real);
    auto& row = book.copy("4-5-1/修正後/文/description#1//");
    row["項目"] = "学校図書館の開放", row["項目番号"] = "②", row["表記"] = "学校図書館を地域に開きます。";
    CHECK(effect_of(book) == "+<add level=\"4-5\">\n"
                             "+<item id=\"4-5-new1\">\n"
                             "+<number>②</number>\n"
                             "+<title>学校図書館の開放</title>\n"
                             "+<description>学校図書館を地域に開きます。</description>\n"
                             "+</item>\n"
                             "+</add>\n");
}

TEST_CASE("項目に新しい目標を加える") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2025"));
    row["欄"] = "その他目標", row["指標"] = "研修の数", row["表記"] = "3回";
    CHECK(effect_of(book) == "+<add>\n"
                             "+<goal kind=\"その他目標\" label=\"その他目標\">\n"
                             "+<statement>研修の数</statement>\n"
                             "+<columns>\n"
                             "+<column>R7</column>\n"
                             "+</columns>\n"
                             "+<row>\n"
                             "+<value>3回</value>\n"
                             "+</row>\n"
                             "+</goal>\n"
                             "+</add>\n");
}

TEST_CASE("修正前の行は加えられない") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2025"));
    row["列"] = "R11", row["修正前後"] = "修正前";
    CHECK(effect_of(book) == "エラー T638 「データ」の P18：修正前の行は加えられません。"
                             "修正前は計画の文なので、計画を直してください。\n");
}

TEST_CASE("計画にない階層の項目は加えられない") {
    EditedBook book = book_of(real);
    auto& row = book.copy("4-5-1/修正後/文/description#1//");
    row["項目"] = "新しい項目", row["階層"] = "【９】どこか";
    CHECK(effect_of(book) == "エラー T643 「データ」の D8：階層「【９】どこか」が計画にありません。"
                             "ほかの行の「階層」を写してください。\n");
}

// ---- rows that are gone ----

TEST_CASE("年の行を消すと、その年は修正後になくなる") {
    EditedBook book = book_of(real);
    book.remove(value_id("2024"));
    CHECK(holds(effect_of(book), "-<value column=\"R6\">現状値確認</value>\n"));
    CHECK(holds(effect_of(book), "+<deleteColumn ref=\"R6\"/>\n"));
}

TEST_CASE("消すと言わなければ、消した行のものは残る") {
    EditedBook book = book_of(real);
    book.remove(value_id("2024"));
    CHECK(import(real, book, Removing::no) ==
          Imported{real, "",
                   "【消す】福祉と教育の連携　業績目標　R6\n"
                   "直し 0 件、加える行 0 行、消すもの 1 件、両方で変わったもの 0 件\n"});
}

TEST_CASE("目標の行をみな消すと、その目標がなくなる") {
    EditedBook book = book_of(real);
    std::erase_if(book.rows, [](auto& row) {
        return holds(row["ID"], "4-5-1/修正後/") && holds(row["ID"], "outcome#1");
    });
    CHECK(holds(effect_of(book), "+<delete field=\"outcome\"/>\n"));
}

TEST_CASE("項目の修正後の行をみな消すと、その項目の削除になる") {
    EditedBook book = book_of(real);
    std::erase_if(book.rows, [](auto& row) { return row["ID"].starts_with("4-5-1/修正後/"); });
    CHECK(import(real, book).edits == "【項目を削除する】福祉と教育の連携\n"
                                      "直し 0 件、加える行 0 行、消すもの 1 件、両方で変わったもの 0 件\n");
    CHECK(holds(effect_of(book), "+<delete item=\"4-5-1\"/>\n"));
}

TEST_CASE("項目の行をみな消すと、その修正をやめる") {
    EditedBook book = book_of(real);
    std::erase_if(book.rows, [](auto& row) { return row["ID"].starts_with("2-2-1/"); });
    CHECK(import(real, book).edits == "【修正をやめる】拠点整備\n"
                                      "直し 0 件、加える行 0 行、消すもの 1 件、両方で変わったもの 0 件\n");
    CHECK(effect_of(book) == "-<delete item=\"2-2-1\"/>\n");
}

TEST_CASE("なくせない欄の行を消すと、誤り") {
    EditedBook book = book_of(real);
    book.remove("4-5-1/修正後/名称///");
    CHECK(
        effect_of(book) ==
        "エラー T635 「福祉と教育の連携　名称」の行が消されていますが、この一つだけをなくすことはできません。"
        "値がないときは、行を戻して ― と書いてください。\n");
}

TEST_CASE("消した行の文が資料で変わっていれば、両方で変わっている") {
    EditedBook book = book_of(real);
    book.remove(value_id("2025"));
    const std::string changed = with("<value column=\"R7\">6校区", "<value column=\"R7\">8校区");
    CHECK(import(changed, book) ==
          Imported{changed, "",
                   "【両方で変わっています】福祉と教育の連携　業績目標　R7\n"
                   "    もと：6校区\n"
                   "    資料：8校区\n"
                   "    ブック：（行が消されています）\n"
                   "直し 0 件、加える行 0 行、消すもの 0 件、両方で変わったもの 1 件\n"});
}
