// The commands between plans and papers as one runs them: new, check, apply, derive, pin, schema.

#include "support.h"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder)] = read_bytes(entry.path());
    }
    return files;
}

Names names_below(const fs::path& folder) {
    Names names;
    for (const auto& [name, bytes] : files_below(folder)) names.push_back(name);
    return names;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// With comments and blanks as somebody writes them, and the line ends of Windows.
const std::string plan_of_windows = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                                    "<!-- 原本 -->\r\n"
                                    "<plan version=\"2024-03\">\r\n"
                                    "  <title>地域福祉計画</title>\r\n"
                                    "  <level id=\"1\"><!-- 第一章 -->\r\n"
                                    "    <number>第１章　</number>\r\n"
                                    "    <title>相談支援</title>\r\n"
                                    "    <item id=\"1-1\">\r\n"
                                    "      <number>（１）</number>\r\n"
                                    "      <title>相談窓口</title>\r\n"
                                    "      <description>身近な地域に\r\n"
                                    "        窓口を設けます。</description>\r\n"
                                    "    </item>\r\n"
                                    "    <item id=\"1-2\">\r\n"
                                    "      <number>（２）</number>\r\n"
                                    "      <title>相談員の養成</title>\r\n"
                                    "      <description>相談員を養成します。</description>\r\n"
                                    "    </item>\r\n"
                                    "  </level>\r\n"
                                    "</plan>\r\n"
                                    "<!-- 終わり -->\r\n";

const std::string amended_plan =
    replaced(replaced(plan_of_windows, "相談員を養成", "地域の相談員を養成"), "2024-03", "2025-03");

const std::string paper_on_plan =
    "<amendmentPaper>\n"
    "  <meta><title>計画の修正</title></meta>\n"
    "  <!-- 計画は別のファイル -->\n"
    "  <plan href='plans/plan.xml'/>\n"
    "  <amendments newVersion='2025-03'>\n"
    "    <section>\n"
    "      <title>説明を修正するもの</title>\n"
    "      <revise item='1-2'><description>地域の相談員を養成します。</description></revise>\n"
    "    </section>\n"
    "  </amendments>\n"
    "</amendmentPaper>\n";

// A folder with the paper, and its plan in plans/plan.xml.
struct Office {
    Office() {
        fs::create_directories(folder.path / "plans");
        write("plans/plan.xml", plan_of_windows);
        write("paper.xml", paper_on_plan);
    }

    Finished run(const std::vector<std::string>& words) const {
        return run_taisho(words, {.folder = folder.path});
    }
    std::string read(const std::string& name) const { return read_bytes(folder.path / name); }
    void write(const std::string& name, const std::string& bytes) const {
        write_bytes(folder.path / name, bytes);
    }

    ScratchFolder folder;
};

const Finished clean = {0, "誤りは見つかりませんでした。\n", ""};

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

// ---- apply ----

TEST_CASE("修正後の計画は、覚え書きも改行も、触れない所は元のまま") {
    const Office office;
    CHECK(office.run({"apply", "paper.xml"}) == Finished{0, amended_plan, ""});
    CHECK(office.run({"apply", "paper.xml", "-o", "plan2.xml"}) == Finished{0, "plan2.xml\n", ""});
    CHECK(office.read("plan2.xml") == amended_plan);
}

TEST_CASE("版を書かなければ、版が前のままだと注意する") {
    const Office office;
    office.write("paper.xml", replaced(paper_on_plan, " newVersion='2025-03'", ""));
    const Finished finished = office.run({"apply", "paper.xml"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.out == replaced(amended_plan, "2025-03", "2024-03"));
    CHECK(
        holds(finished.err, "注意 T244: 修正後の計画の版が書かれていないので、版は「2024-03」のままです。"));
}

TEST_CASE("修正後の計画は、計画や資料の上には、どんな名で指しても書かない") {
    const Office office;
    fs::create_symlink("plans/plan.xml", office.folder.path / "link.xml");
    fs::create_hard_link(office.folder.path / "plans" / "plan.xml", office.folder.path / "hard.xml");
    const auto before = files_below(office.folder.path);
    for (const std::string target :
         {"plans/plan.xml", "paper.xml", "plans/../paper.xml", "./plans/plan.xml", "link.xml", "hard.xml"}) {
        CAPTURE(target);
        const Finished finished = office.run({"apply", "paper.xml", "-o", target});
        CHECK(finished.exit_code == 3);
        CHECK(finished.err.starts_with("エラー T007: できあがりが資料そのものを上書きしてしまいます：" +
                                       target));
    }
    CHECK((files_below(office.folder.path) == before));
}

TEST_CASE("書けない所には、修正後の計画を書かない") {
    const Office office;
    const auto before = files_below(office.folder.path);
    for (const std::string target : {"なし/plan.xml", "plans", "paper.xml/plan.xml"}) {
        CAPTURE(target);
        const Finished finished = office.run({"apply", "paper.xml", "-o", target});
        CHECK(finished.exit_code == 3);
        CHECK(finished.err.starts_with("エラー T002: ファイルに書き込めません：" + target));
    }
    CHECK((files_below(office.folder.path) == before));
}

TEST_CASE("誤りのある資料では、前に書いた計画が残る") {
    const Office office;
    office.write("plan2.xml", "前の計画");
    office.write("paper.xml", replaced(paper_on_plan, "'1-2'", "'9-9'"));
    const auto before = files_below(office.folder.path);
    CHECK(office.run({"apply", "paper.xml", "-o", "plan2.xml"}).exit_code == 1);
    CHECK(office.run({"pin", "paper.xml"}).exit_code == 1);
    CHECK((files_below(office.folder.path) == before));
}

// ---- derive ----

TEST_CASE("二つの計画から資料ができ、その修正で後の計画になる") {
    const Office office;
    office.write("plan2.xml", amended_plan);
    CHECK(office.run({"derive", "plans/plan.xml", "plan2.xml", "-o", "d.xml"}) == Finished{0, "d.xml\n", ""});
    CHECK(holds(office.read("d.xml"), "<plan href=\"plans/plan.xml\" version=\"2024-03\">"));
    CHECK(office.run({"check", "d.xml", "--strict"}) == clean);
    CHECK(office.run({"apply", "d.xml"}) == Finished{0, amended_plan, ""});
    CHECK(office.run({"build", "d.xml", "--pdf"}) == Finished{0, "./d.pdf\n", ""});
}

TEST_CASE("資料より上にある計画は、指さずに写す") {
    const Office office;
    office.write("plan2.xml", amended_plan);
    fs::create_directories(office.folder.path / "下");
    REQUIRE(office.run({"derive", "plans/plan.xml", "plan2.xml", "-o", "下/d.xml"}).exit_code == 0);
    CHECK(!holds(office.read("下/d.xml"), "href"));
    REQUIRE(office.run({"apply", "下/d.xml", "-o", "plan3.xml"}).exit_code == 0);
    CHECK(holds(office.run({"derive", "plan3.xml", "plan2.xml"}).err, "T249"));
    CHECK(office.run({"derive", "plans/plan.xml", "plan2.xml"}).out == office.read("下/d.xml"));
}

TEST_CASE("資料３の計画と修正後の計画から作った資料は、同じ計画になり、そのままできる") {
    const Office office;
    const std::string paper = real_paper.string();
    REQUIRE(office.run({"apply", paper, "-o", "plan2.xml"}).exit_code == 0);
    REQUIRE(office.run({"derive", paper, "plan2.xml", "-o", "d.xml"}).exit_code == 0);
    REQUIRE(office.run({"apply", "d.xml", "-o", "plan3.xml"}).exit_code == 0);
    CHECK(holds(office.run({"derive", "plan3.xml", "plan2.xml"}).err, "T249"));
    CHECK(office.run({"build", "d.xml", "--pdf", "--template", "stacked"}) ==
          Finished{0, "./d.pdf\n./d-stacked.pdf\n", ""});
}

TEST_CASE("違いのない二つの計画からは、資料を作らない") {
    const Office office;
    CHECK(office.run({"derive", "plans/plan.xml", "plans/plan.xml", "-o", "d.xml"}) ==
          Finished{1, "", "エラー T249: 二つの計画に違いはありません。\nエラー1件、注意0件\n"});
    CHECK(!fs::exists(office.folder.path / "d.xml"));
}

TEST_CASE("階層と項目で同じ id は、比べられない") {
    const Office office;
    office.write("plan2.xml", "<plan><level id='1-2'><title>章</title></level></plan>");
    const Finished finished = office.run({"derive", "plans/plan.xml", "plan2.xml"});
    CHECK(finished.exit_code == 1);
    CHECK(
        holds(finished.err,
              "エラー T246: 「1-2」は、片方の計画では階層、もう片方では項目です。別の id にしてください。"));
}

TEST_CASE("比べた計画の上には、資料を書かない") {
    const Office office;
    office.write("plan2.xml", amended_plan);
    const auto before = files_below(office.folder.path);
    for (const std::string target : {"plan2.xml", "plans/plan.xml"})
        CHECK(office.run({"derive", "plans/plan.xml", "plan2.xml", "-o", target}).exit_code == 3);
    CHECK((files_below(office.folder.path) == before));
}

// ---- pin ----

const std::string pinned_paper = replaced(paper_on_plan, "<plan href='plans/plan.xml'/>",
                                          "<plan href='plans/plan.xml' version=\"2024-03\">\n"
                                          "    <digest of=\"1-2\">3613e911b19b122f</digest>\n"
                                          "  </plan>");

TEST_CASE("計画の版と中身のしるしを書き留め、資料のほかの所には触れない") {
    const Office office;
    CHECK(office.run({"pin", "paper.xml"}) == Finished{0, "paper.xml\n", ""});
    CHECK(office.read("paper.xml") == pinned_paper);
    CHECK(office.run({"check", "paper.xml"}) == clean);
    REQUIRE(office.run({"pin", "paper.xml"}).exit_code == 0);
    CHECK(office.read("paper.xml") == pinned_paper);
}

TEST_CASE("書き留めたあとで計画が変われば知らせ、書き留め直せば消える") {
    const Office office;
    office.write("paper.xml", pinned_paper);
    office.write("plans/plan.xml", replaced(plan_of_windows, "相談員を養成", "相談員を育成"));
    for (const std::string command : {"check", "build", "apply"}) {
        const Finished finished = office.run({command, "paper.xml"});
        CHECK(finished.exit_code == 1);
        CHECK(finished.out == "");
        CHECK(holds(finished.err,
                    "エラー T241: 「1-2」は、この資料を作ったあとに計画のほうが変わっています。"));
    }
    REQUIRE(office.run({"pin", "paper.xml"}).exit_code == 0);
    CHECK(office.run({"check", "paper.xml"}) == clean);
}

TEST_CASE("計画の版が変われば、違う項目を挙げて一度だけ言う") {
    const Office office;
    office.write("paper.xml", pinned_paper);
    office.write("plans/plan.xml",
                 replaced(replaced(plan_of_windows, "相談員を養成", "相談員を育成"), "2024-03", "2024-09"));
    const Finished finished = office.run({"check", "paper.xml"});
    CHECK(finished.exit_code == 1);
    CHECK(holds(finished.err,
                "エラー T240: この資料は計画の版「2024-03」のものですが、計画は版「2024-09」です。"
                "違う項目：1-2"));
    CHECK(finished.err.ends_with("エラー1件、注意0件\n"));
}

TEST_CASE("修正に関わらない項目が変わっても、知らせない") {
    const Office office;
    office.write("paper.xml", pinned_paper);
    office.write("plans/plan.xml", replaced(plan_of_windows, "窓口を設けます", "窓口を置きます"));
    CHECK(office.run({"check", "paper.xml"}) == clean);
}

TEST_CASE("計画が資料の中にあれば、書き留めるものはない") {
    const Office office;
    office.write("paper.xml", paper_file("<item id='a'><title>甲</title></item>", "<delete item='a'/>"));
    CHECK(office.run({"pin", "paper.xml"}) ==
          Finished{1, "",
                   "エラー T258: この資料の計画は別のファイルではないので、taisho pin は要りません。\n"
                   "エラー1件、注意0件\n"});
}

// ---- schema ----

TEST_CASE("スキーマを出す") {
    const Finished finished = run_taisho({"schema"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    CHECK(finished.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema "));
}

// ---- the same bytes everywhere ----

TEST_CASE("どのフォルダーと言語の設定でも、計画と資料は同じバイトになる") {
    const Office office;
    office.write("plan2.xml", amended_plan);
    const std::string folder = fs::absolute(office.folder.path).string();
    const std::string applied = office.run({"apply", "paper.xml"}).out;
    const std::string derived = office.run({"derive", "plans/plan.xml", "plan2.xml"}).out;
    for (const std::string locale : {"C", "ja_JP.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"}) {
        CAPTURE(locale);
        const RunOptions elsewhere = {fs::temp_directory_path(),
                                      {{"LC_ALL", locale}, {"TZ", "Asia/Tokyo"}, {"LANG", locale}}};
        CHECK(run_taisho({"apply", folder + "/paper.xml"}, elsewhere).out == applied);
        CHECK(run_taisho({"derive", folder + "/plans/plan.xml", folder + "/plan2.xml"}, elsewhere).out ==
              derived);
    }
}

} // namespace
} // namespace taisho::test
