// What becomes of a paper when somebody has edited the data sheet of its workbook: one fact each.

#include "edited_book.h"
#include "office.h"

#include <doctest/doctest.h>

using namespace taisho;
using namespace taisho::test;

namespace {

const std::string real = read_bytes(real_paper);

std::string value_id(const std::string& year) { return "4-5-1/修正後/値/output#1/#1/" + year; }

// The paper with one of its words exchanged.
std::string with(const std::string& from, const std::string& to) { return replaced(real, from, to); }

} // namespace

TEST_CASE("直していないブックを取り込むと、資料は一バイトも変わらない") {
    CHECK(import(real, book_of(real)) == Imported{real, "", "直されたところはありません。\n"});
}

TEST_CASE("直した値は、その値の要素だけを変える") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    CHECK(import(real, book) ==
          Imported{with("<value column=\"R7\">6校区</value>", "<value column=\"R7\">7校区</value>"), "",
                   "福祉と教育の連携　業績目標　R7（Q19）\n"
                   "    もと：⟦6校区⟧\n"
                   "    直し：⟦7校区⟧\n"
                   "直し 1 件、加える行 0 行、消すもの 0 件、両方で変わったもの 0 件\n"});
}

TEST_CASE("修正になかった値を直すと、修正に加わる") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/値/outcome#1/#1/2025") = "前年度比６％増";
    CHECK(import(real, book).file ==
          with("<goal kind=\"outcome\">\n          <column ref=\"R10\"><note>目標値</note></column>\n",
               "<goal kind=\"outcome\">\n          <column ref=\"R10\"><note>目標値</note></column>\n"
               "          <value column=\"R7\">前年度比６％増</value>\n"));
}

TEST_CASE("値を修正前と同じに戻すと、その修正は消える") {
    EditedBook book = book_of(real);
    book.text(value_id("2024")) = "「福祉的支援方針」の策定";
    CHECK(import(real, book).file == with("          <value column=\"R6\">現状値確認</value>\n", ""));
}

TEST_CASE("説明を直すと、修正に説明が加わり、修正前の計画は変わらない") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正後/文/bodies#1//") = "市（福祉総務課）";
    CHECK(holds(import(real, book).file, "<bodies>市（福祉総務課）</bodies>\n"));
}

TEST_CASE("修正理由を書くと、その修正の理由になる") {
    EditedBook book = book_of(real);
    book.text("2-2-1/修正後/修正理由///") = "方針が変わったため";
    CHECK(import(real, book).file == with("<delete item=\"2-2-1\"/>",
                                          "<delete item=\"2-2-1\">\n"
                                          "        <reason>方針が変わったため</reason>\n"
                                          "      </delete>"));
}

TEST_CASE("行を並べ替えても、同じ") {
    EditedBook book = book_of(real);
    std::ranges::reverse(book.rows);
    CHECK(import(real, book) == Imported{real, "", "直されたところはありません。\n"});
}

TEST_CASE("修正前の行を直しても取り込まず、知らせる") {
    EditedBook book = book_of(real);
    book.text("4-5-1/修正前/値/output#1/#1/2025") = "何か";
    CHECK(import(real, book).messages ==
          "注意 T626: 「データ」の Q18 "
          "の「表記」が変えられていますが、取り込みません（取り込むのは、修正後の行の「表記」だけです）。\n");
}

TEST_CASE("両方で変わった値は、並べて見せる") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    const std::string changed = with("<value column=\"R7\">6校区", "<value column=\"R7\">8校区");
    CHECK(import(changed, book).edits ==
          "【両方で変わっています】福祉と教育の連携　業績目標　R7（Q19）\n"
          "    もと：6校区\n"
          "    資料：⟦8校区⟧\n"
          "    ブック：⟦7校区⟧\n"
          "直し 0 件、加える行 0 行、消すもの 0 件、両方で変わったもの 1 件\n");
}

TEST_CASE("資料の別のところが変わっていても、直しは取り込まれる") {
    EditedBook book = book_of(real);
    book.text(value_id("2025")) = "7校区";
    const std::string changed = with("<value column=\"R8\">10校区", "<value column=\"R8\">9校区");
    CHECK(import(changed, book).file ==
          replaced(changed, "<value column=\"R7\">6校区", "<value column=\"R7\">7校区"));
}

TEST_CASE("年を写して加えた行は、新しい年になる") {
    EditedBook book = book_of(real);
    auto& row = book.copy(value_id("2028"));
    row["列"] = "R１１", row["表記"] = "10校区", row["付記"] = "";
    const Imported imported = import(real, book);
    CHECK(imported.messages == "");
    CHECK(holds(imported.file, "          <addColumn after=\"R１０\">\n"
                               "            <column>R１１</column>\n"
                               "            <value>10校区</value>\n"
                               "          </addColumn>\n"));
}

TEST_CASE("年の行を消すと、その年は修正でなくなる") {
    EditedBook book = book_of(real);
    book.remove(value_id("2024"));
    CHECK(holds(import(real, book).file, "<deleteColumn ref=\"R6\"/>"));
    CHECK(import(real, book, Removing::no).file == real);
}

TEST_CASE("項目の修正後の行をみな消すと、その項目の削除になる") {
    EditedBook book = book_of(real);
    std::erase_if(book.rows, [](auto& row) { return row["ID"].starts_with("4-5-1/修正後/"); });
    const Imported imported = import(real, book);
    CHECK(imported.messages == "");
    CHECK(holds(imported.file, "<delete item=\"4-5-1\"/>"));
    CHECK(!holds(imported.file, "<revise"));
}

TEST_CASE("項目の行をみな消すと、その修正をやめる") {
    EditedBook book = book_of(real);
    std::erase_if(book.rows, [](auto& row) {
        return row["ID"].starts_with("2-2-1/") || row["ID"].starts_with("4-5-1/");
    });
    const Imported imported = import(real, book);
    CHECK(imported.messages == "");
    CHECK(!holds(imported.file, "<revise"));
    CHECK(!holds(imported.file, "業績目標及び成果目標を修正するもの"));
}
