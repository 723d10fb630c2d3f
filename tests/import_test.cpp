// `taisho import` as one runs it: workbooks that come back from Excel, from LibreOffice, from others.

#include "office.h"
#include "witnesses.h"

#include <doctest/doctest.h>

using namespace taisho;
using namespace taisho::test;

namespace {

const std::string nothing = "直されたところはありません。\n";

// A folder with a paper and its workbook.
struct Desk {
    ScratchFolder folder;
    std::string paper;

    explicit Desk(const fs::path& from) : paper(read_bytes(from)) {
        write_bytes(folder.path / "shiryo.xml", paper);
        REQUIRE(run_taisho({"build", "shiryo.xml", "--xlsx"}, {.folder = folder.path}).exit_code == 0);
    }
    explicit Desk() : Desk(real_paper) {}

    Finished import(std::vector<std::string> further = {}) const {
        further.insert(further.begin(), {"import", "shiryo.xlsx"});
        return run_taisho(further, {.folder = folder.path});
    }
    std::string file(const std::string& name) const { return read_bytes(folder.path / name); }

    // Edits the workbook with openpyxl; false when there is none.
    bool edit(const std::vector<std::string>& edits) const {
        const std::string python = python_with_openpyxl();
        if (python.empty()) return false;
        std::vector<std::string> words{python, (source_folder / "tests" / "edit_workbook.py").string(),
                                       "shiryo.xlsx"};
        words.insert(words.end(), edits.begin(), edits.end());
        const Finished finished = run_command(words, {.folder = folder.path});
        REQUIRE_MESSAGE(finished.exit_code == 0, finished.err);
        return true;
    }
};

const std::string r7 = "4-5-1/修正後/値/output#1/#1/2025";

} // namespace

TEST_CASE("作ったばかりのブックには、直されたところがない") {
    for (const fs::path& from : {real_paper, other_paper}) {
        const Desk desk(from);
        CHECK(desk.import() == Finished{0, nothing, ""});
        CHECK(desk.import({"--yes"}) == Finished{0, nothing, ""});
        CHECK(desk.file("shiryo.xml") == desk.paper);
        CHECK(!fs::exists(desk.folder.path / "shiryo.xml.bak"));
    }
}

TEST_CASE("直された値は、--yes で資料に入り、前の資料が残る") {
    const Desk desk;
    if (!desk.edit({r7 + "=7校区"})) return;
    const std::string shown = "福祉と教育の連携　業績目標　R7（Q17）\n    もと：⟦6校区⟧\n    直し：⟦7校区⟧\n"
                              "直し 1 件、加える行 0 行、消すもの 0 件、両方で変わったもの 0 件\n";
    CHECK(desk.import() ==
          Finished{0, shown + "まだ書き込んでいません。書き込むには --yes を付けてください。\n", ""});
    CHECK(desk.file("shiryo.xml") == desk.paper);
    CHECK(desk.import({"--yes"}) == Finished{0, shown + "shiryo.xml\n", ""});
    CHECK(desk.file("shiryo.xml") ==
          replaced(desk.paper, "<value column=\"R7\">6校区", "<value column=\"R7\">7校区"));
    CHECK(desk.file("shiryo.xml.bak") == desk.paper);
    CHECK(desk.import() == Finished{0, nothing, ""});
}

TEST_CASE("消された行は、--delete を付けたときだけ消える") {
    const Desk desk;
    if (!desk.edit({"-" + r7})) return;
    const std::string shown = "【消す】福祉と教育の連携　業績目標　R7\n"
                              "直し 0 件、加える行 0 行、消すもの 1 件、両方で変わったもの 0 件\n";
    CHECK(desk.import({"--yes"}) ==
          Finished{
              0,
              shown +
                  "行が消されたところは、そのままにします。資料からも消すには --delete を付けてください。\n",
              ""});
    CHECK(desk.file("shiryo.xml") == desk.paper);
    CHECK(desk.import({"--yes", "--delete"}) == Finished{0, shown + "shiryo.xml\n", ""});
    CHECK(holds(desk.file("shiryo.xml"), "<deleteColumn ref=\"R7\"/>"));
}

TEST_CASE("両方で変わったところがあれば、どちらを採るかを聞き、何も書かない") {
    const Desk desk;
    if (!desk.edit({r7 + "=7校区"})) return;
    const std::string changed =
        replaced(desk.paper, "<value column=\"R7\">6校区", "<value column=\"R7\">8校区");
    write_bytes(desk.folder.path / "shiryo.xml", changed);
    const Finished asked = desk.import({"--yes"});
    CHECK(asked.exit_code == 1);
    CHECK(holds(asked.out, "【両方で変わっています】福祉と教育の連携　業績目標　R7（Q17）\n"));
    CHECK(holds(asked.err, "エラー T645: 1 か所が、ブックでも資料でも変わっています。"));
    CHECK(desk.file("shiryo.xml") == changed);
    CHECK(desk.import({"--yes", "--prefer", "paper"}) == Finished{0, nothing, ""});
    CHECK(desk.import({"--yes", "--prefer", "workbook"}).exit_code == 0);
    CHECK(desk.file("shiryo.xml") ==
          replaced(desk.paper, "<value column=\"R7\">6校区", "<value column=\"R7\">7校区"));
}

TEST_CASE("資料の誤りになる直しは、取り込まない") {
    const Desk desk;
    if (!desk.edit({"4-5-1/修正後/値/output#1/#1/2024=令和６年度比５％増"})) return;
    const Finished finished = desk.import({"--yes"});
    CAPTURE(finished);
    CHECK((finished.exit_code == 0) == (desk.file("shiryo.xml") != desk.paper));
}

TEST_CASE("印刷用のシートの直しは取り込まず、知らせる") {
    const Desk desk;
    if (!desk.edit({"@A1=別の題名"})) return;
    const Finished finished = desk.import();
    CHECK(finished.exit_code == 0);
    CHECK(finished.out == nothing);
    CHECK(finished.err ==
          "注意 T627: 印刷用のシートの 1 か所が変えられていますが、取り込みません：「資料３」A1。"
          "「データ」シートの「表記」で直してください。\n"
          "エラー0件、注意1件\n");
}

TEST_CASE("印刷用のシートの文が消されていても、知らせる") {
    const Desk desk;
    if (!desk.edit({"@A1="})) return;
    const Finished finished = desk.import();
    CHECK(finished.out == nothing);
    CHECK(finished.err ==
          "注意 T627: 印刷用のシートの 1 か所が変えられていますが、取り込みません：「資料３」。"
          "「データ」シートの「表記」で直してください。\n"
          "エラー0件、注意1件\n");
}

TEST_CASE("修正を残らず計画のとおりに戻すと、その修正が消える") {
    const std::string first = "<revise item='1'><description>ことを行う。</description></revise>";
    const std::string second = "<revise item='2'><description>ことを行う。</description></revise>";
    const auto item = [](const std::string& id) {
        return "<item id='" + id + "'><number>" + id + "</number><title>項目" + id +
               "</title><description>ことをする。</description></item>";
    };
    const ScratchFolder folder;
    write_bytes(folder.path / "もと.xml", paper_file(item("1") + item("2"), first + second));
    const Desk desk(folder.path / "もと.xml");
    if (!desk.edit({"1/修正後/文/description#1//=ことをする。"})) return;
    CHECK(desk.import({"--yes"}).exit_code == 0);
    CHECK(desk.file("shiryo.xml") == paper_file(item("1") + item("2"), second));
}

TEST_CASE("記録したあとで計画が変わっていれば、取り込まない") {
    const ScratchFolder folder;
    const std::string plan = "<plan version='1'><item id='1'><number>1</number><title>項目</title>"
                             "<description>ことをする。</description></item></plan>";
    write_bytes(folder.path / "plan.xml", plan);
    write_bytes(folder.path / "shiryo.xml",
                "<amendmentPaper><meta><paperNumber>資料１</paperNumber><title>題名</title></meta>"
                "<plan href='plan.xml' version='1'/><amendments><section><title>修正</title>"
                "<revise item='1'><description>ことを行う。</description></revise></section></amendments>"
                "</amendmentPaper>");
    const RunOptions there{.folder = folder.path};
    REQUIRE(run_taisho({"build", "shiryo.xml", "--xlsx"}, there).exit_code == 0);
    CHECK(run_taisho({"import", "shiryo.xlsx"}, there) == Finished{0, nothing, ""});
    write_bytes(folder.path / "plan.xml", replaced(plan, "version='1'", "version='2'"));
    CHECK(holds(run_taisho({"import", "shiryo.xlsx"}, there).err, "エラー T240"));
}

TEST_CASE("もとの資料がなければ、--into で指すよう求める") {
    const Desk desk;
    fs::rename(desk.folder.path / "shiryo.xml", desk.folder.path / "別の名前.xml");
    CHECK(desk.import() == Finished{1, "",
                                    "エラー T644: もとの資料「shiryo.xml」が見つかりません。--into "
                                    "で、資料の XML を指してください。\n"
                                    "エラー1件、注意0件\n"});
    CHECK(desk.import({"--into", "別の名前.xml"}) == Finished{0, nothing, ""});
}

TEST_CASE("ブックでないものは、取り込めない") {
    const Desk desk;
    CHECK(run_taisho({"import", "shiryo.xml"}, {.folder = desk.folder.path}).exit_code == 1);
    CHECK(run_taisho({"import", "ない.xlsx"}, {.folder = desk.folder.path}).exit_code == 1);
    CHECK(run_taisho({"import"}, {.folder = desk.folder.path}).exit_code == 2);
    CHECK(run_taisho({"import", "shiryo.xlsx", "--prefer", "どちらか"}, {.folder = desk.folder.path})
              .exit_code == 2);
}

TEST_CASE("LibreOffice で開いて保存したブックにも、直されたところがない") {
    if (!can_convert()) return;
    for (const fs::path& from : {real_paper, other_paper}) {
        const Desk desk(from);
        convert({desk.folder.path / "shiryo.xlsx"}, "xlsx:Calc MS Excel 2007 XML",
                desk.folder.path / "saved");
        const Finished finished = run_taisho({"import", "saved/shiryo.xlsx", "--into", "shiryo.xml", "--yes"},
                                             {.folder = desk.folder.path});
        CHECK(finished == Finished{0, nothing, ""});
        CHECK(desk.file("shiryo.xml") == desk.paper);
    }
}

TEST_CASE("Gnumeric で開いて保存したブックにも、直されたところがない") {
    if (!is_installed("ssconvert")) {
        MESSAGE("ssconvert がないので、Gnumeric の試験は省きます。");
        return;
    }
    for (const fs::path& from : {real_paper, other_paper}) {
        const Desk desk(from);
        REQUIRE(
            run_command({"ssconvert", "shiryo.xlsx", "saved.xlsx"}, {.folder = desk.folder.path}).exit_code ==
            0);
        const Finished finished = run_taisho({"import", "saved.xlsx", "--into", "shiryo.xml", "--yes"},
                                             {.folder = desk.folder.path});
        CHECK(finished == Finished{0, nothing, ""});
        CHECK(desk.file("shiryo.xml") == desk.paper);
    }
}
