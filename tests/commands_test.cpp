// The commands new, check and schema as one runs them, and --strict.

#include "office.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

using Names = std::vector<std::string>;

// ---- new ----

void check_builds_at_once(const ScratchFolder& folder) {
    const Finished built =
        run_taisho({"build", "新しい資料/shiryo.xml", "--template", "stacked"}, {.folder = folder.path});
    CHECK(built ==
          Finished{0, "./shiryo.pdf\n./shiryo.xlsx\n./shiryo-stacked.pdf\n./shiryo-stacked.xlsx\n", ""});
    CHECK(run_taisho({"check", "新しい資料/shiryo.xml", "--strict"}, {.folder = folder.path}) == clean);
}

TEST_CASE("新しい資料は、そのままどちらの様式でもでき、注意もない") {
    const ScratchFolder folder;
    CHECK(run_taisho({"new", "新しい資料"}, {.folder = folder.path}) ==
          Finished{0, "新しい資料/shiryo.xml\n", ""});
    check_builds_at_once(folder);
}

TEST_CASE("中身のあるフォルダーには、新しい資料を作らない") {
    const ScratchFolder folder;
    REQUIRE(run_taisho({"new", "a"}, {.folder = folder.path}).exit_code == 0);
    const auto before = files_below(folder.path);
    CHECK(
        run_taisho({"new", "a"}, {.folder = folder.path}) ==
        Finished{3, "",
                 "エラー T009: フォルダー「a」には、もうファイルがあります。新しい名前を指定してください。\n"
                 "エラー1件、注意0件\n"});
    CHECK((files_below(folder.path) == before));
}

void check_new_from(const std::string& plan) {
    const ScratchFolder folder;
    write_bytes(folder.path / "計画.xml", plan);
    CHECK(run_taisho({"new", "新しい資料", "--from-plan", "計画.xml"}, {.folder = folder.path}) ==
          Finished{0, "新しい資料/plan.xml\n新しい資料/shiryo.xml\n", ""});
    CHECK(read_bytes(folder.path / "新しい資料" / "plan.xml") == plan);
    check_builds_at_once(folder);
}

TEST_CASE("計画から作った新しい資料は、計画の写しを指し、そのままできる") { check_new_from(plan_of_windows); }

TEST_CASE("階層だけの計画からも、新しい資料ができる") {
    check_new_from("<plan><title>計画</title><level id='1'><title>章</title></level></plan>");
}

TEST_CASE("題や id に「--」や「<」があっても、新しい資料ができる") {
    check_new_from("<plan><title>計画--その１ &lt;案&gt; &amp; -- -</title>"
                   "<level id='a--'><title>章--</title><item id='-&quot;-'><title>項目-</title>"
                   "<description>説明</description></item></level></plan>");
}

TEST_CASE("資料の計画からも、新しい資料ができる") {
    const ScratchFolder folder;
    const std::string paper = real_paper.string();
    CHECK(run_taisho({"new", "新しい資料", "--from-plan", paper}, {.folder = folder.path}).exit_code == 0);
    CHECK(run_taisho({"build", "新しい資料/shiryo.xml"}, {.folder = folder.path}) ==
          Finished{0, "./shiryo.pdf\n./shiryo.xlsx\n", ""});
}

TEST_CASE("読めない計画や空の計画からは、フォルダーも作らない") {
    const ScratchFolder folder;
    write_bytes(folder.path / "空.xml", "<plan><title>計画</title></plan>");
    CHECK(run_taisho({"new", "a", "--from-plan", "なし.xml"}, {.folder = folder.path}).exit_code == 1);
    CHECK(run_taisho({"new", "a", "--from-plan", "空.xml"}, {.folder = folder.path}).exit_code == 1);
    CHECK(!fs::exists(folder.path / "a"));
}

// ---- check and --strict ----

TEST_CASE("誤りのない資料を確かめると、そう言い、何も書かない") {
    const Office office;
    const auto before = files_below(office.folder.path);
    CHECK(office.run({"check", "paper.xml"}) == clean);
    CHECK(office.run({"check", "plans/plan.xml"}) == clean);
    CHECK((files_below(office.folder.path) == before));
}

const std::string paper_with_gap = replaced(
    paper_on_plan, "<revise item='1-2'><description>地域の相談員を養成します。</description></revise>",
    "<add level='1'><item id='1-4'><number>（４）</number><title>見守り</title></item></add>");

TEST_CASE("注意だけなら、確かめた結果は誤りではない") {
    const Office office;
    office.write("paper.xml", paper_with_gap);
    const Finished finished = office.run({"check", "paper.xml"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err.ends_with("エラー0件、注意1件\n"));
}

TEST_CASE("厳しく言われれば、注意も誤りで、何も作らない") {
    const Office office;
    office.write("paper.xml", paper_with_gap);
    const auto before = files_below(office.folder.path);
    for (const std::vector<std::string>& words :
         {Names{"check", "paper.xml", "--strict"}, Names{"build", "paper.xml", "--strict"},
          Names{"apply", "paper.xml", "--strict", "-o", "plan2.xml"}}) {
        const Finished finished = office.run(words);
        CAPTURE(words.front());
        CHECK(finished.exit_code == 1);
        CHECK(finished.out == "");
        CHECK(holds(finished.err, "エラー T222: "));
        CHECK(finished.err.ends_with("エラー1件、注意0件\n"));
    }
    CHECK((files_below(office.folder.path) == before));
}

TEST_CASE("確かめた結果は、JSONでも出る") {
    const Office office;
    office.write("paper.xml", replaced(paper_on_plan, "'1-2'", "'1_2'"));
    CHECK(office.run({"check", "paper.xml", "--json"}) == Finished{1, R"({
  "file": "paper.xml",
  "errors": 1,
  "warnings": 0,
  "messages": [
    {
      "number": "T201",
      "severity": "error",
      "file": "paper.xml",
      "line": 8,
      "column": 21,
      "sentence": "項目「1_2」は計画の中にありません。もしかして「1-2」ですか。ある項目：1-1, 1-2"
    }
  ]
}
)",
                                                                   ""});
}

TEST_CASE("誤りがなければ、JSONの知らせは空") {
    const Office office;
    CHECK(office.run({"check", "paper.xml", "--json"}) ==
          Finished{
              0,
              "{\n  \"file\": \"paper.xml\",\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"messages\": []\n}\n",
              ""});
}

TEST_CASE("どんな字があっても、JSONは正しい") {
    if (!is_installed("python3")) return;
    const Office office;
    office.write("\"引用\n\".xml", replaced(paper_on_plan, "'1-2'", "'&quot;\\&#10;&#9;\"'"));
    office.write("読めない.xml", "<a>\x83\x71\xff</a>");
    for (const char* name : {"\"引用\n\".xml", "読めない.xml", "ない\x80.xml"}) {
        const Finished finished = office.run({"check", name, "--json"});
        CHECK(finished.exit_code == 1);
        office.write("out.json", finished.out);
        CHECK(run_command({"python3", "-m", "json.tool", "out.json"}, {.folder = office.folder.path}).err ==
              "");
    }
}

// ---- schema ----

TEST_CASE("スキーマを出す") {
    const Finished finished = run_taisho({"schema"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    CHECK(finished.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema "));
}

} // namespace
} // namespace taisho::test
