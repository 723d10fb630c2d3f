// The commands between plans and papers as one runs them: apply, derive, pin.

#include "office.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

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
