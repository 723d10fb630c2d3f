#include "amend/apply.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "random_plan.h"
#include "revise/derive.h"
#include "xml/read.h"
#include "xml/write.h"

#include <doctest/doctest.h>

using namespace taisho;
using namespace taisho::test;

namespace {

constexpr int cases = 2000;

std::optional<Element> parsed(const std::string& xml) {
    const Sources sources = {{"test.xml", xml}};
    Diagnostics diagnostics;
    std::optional<Element> root = read_xml(sources, 0, diagnostics);
    CHECK(describe(diagnostics, sources, Language::english) == "");
    return root;
}

std::string shown(const Plan& plan) { return write_xml(to_element(plan), 0); }

std::string errors_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) text += sentence(diagnostic, Language::english) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("前の計画に、二つの計画の違いから作った修正を行うと、後の計画になる") {
    for (int seed = 0; seed < cases; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const Plan before = random_plan(dice), after = edited(before, dice);
        Diagnostics diagnostics;
        const std::vector<Section> sections = derive(before, after, diagnostics);
        const Applied applied = apply(before, sections, diagnostics);
        INFO("seed ", seed);
        REQUIRE(errors_of(diagnostics) == "");
        REQUIRE(shown(applied.plan) == shown(after));
    }
}

TEST_CASE("計画から作った修正は、XML に書いて読んでも同じ計画に導く") {
    for (int seed = 0; seed < cases / 4; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed) + 100'000);
        Paper paper;
        paper.title = text("題名");
        paper.plan = random_plan(dice);
        const Plan after = edited(paper.plan, dice);
        Diagnostics diagnostics;
        paper.sections = derive(paper.plan, after, diagnostics);
        if (paper.sections.empty()) continue;
        const auto root = parsed(dump(paper));
        REQUIRE(root.has_value());
        const auto read = read_paper(*root, diagnostics);
        INFO("seed ", seed, "\n", dump(paper));
        REQUIRE(errors_of(diagnostics) == "");
        const Applied applied = apply(read->plan, read->sections, diagnostics);
        REQUIRE(errors_of(diagnostics) == "");
        REQUIRE(shown(applied.plan) == shown(after));
    }
}

TEST_CASE("計画のファイルを書きかえると、新しい計画として読める") {
    for (int seed = 0; seed < cases / 4; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed) + 200'000);
        const Plan before = random_plan(dice), after = edited(before, dice);
        const SourceFile file{"plan.xml", "<!-- 心覚え -->\n" + shown(before) + "\n"};
        const auto root = parsed(file.bytes);
        REQUIRE(root.has_value());
        const auto patched = parsed(patch_xml(file, *root, to_element(after)));
        REQUIRE(patched.has_value());
        INFO("seed ", seed);
        REQUIRE(same_content(*patched, to_element(after)));
    }
}

TEST_CASE("同じ計画どうしに違いはない") {
    Dice dice(1);
    const Plan plan = random_plan(dice);
    Diagnostics diagnostics;
    CHECK(derive(plan, plan, diagnostics).empty());
}

TEST_CASE("項目が階層に変わった id は、その名前を挙げて断る") {
    Plan before, after;
    before.tree = {{Unit{text("a"), {{}, text("項目")}, {}, {}, Item{}, {}}}, {0}};
    after.tree = {{Unit{text("a"), {{}, text("階層")}, {}, {}, Level{}, {}}}, {0}};
    Diagnostics diagnostics;
    CHECK(derive(before, after, diagnostics).empty());
    CHECK(errors_of(diagnostics) ==
          "“a” is a level in one plan and an item in the other; give it another id.\n");
}
