#include "support.h"
#include "xml/read.h"
#include "xml/shape.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

using test::Dice;

// number?, title, (level | item)*, body | table, year+, note?
std::span<const Shape> shapes() {
    static const std::vector<Shape> table = {
        {"plan",
         {{"state", Occurs::optional, "", {"案", "決定"}},
          {"level", Occurs::one_of},
          {"item", Occurs::one_of},
          {"before", Occurs::at_most_one_of},
          {"after", Occurs::at_most_one_of}},
         {{"number", Occurs::optional},
          {"title"},
          {"level", Occurs::any},
          {"item", Occurs::any},
          {"body", Occurs::one_of},
          {"table", Occurs::one_of},
          {"year", Occurs::some},
          {"note", Occurs::optional}}},
        {"number", {}, {}},
        {"title", {}, {}},
    };
    return table;
}

// What is wrong with a file, a line each: where it stands and the sentence in English.
std::string slips(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml({{"a.xml", file}}, 0, diagnostics);
    REQUIRE(root);
    check_shape(*root, "plan", shapes(), diagnostics);
    std::string text;
    for (const Diagnostic& slip : diagnostics) {
        text += file.substr(slip.at.begin, slip.at.end - slip.at.begin) + "@" +
                std::to_string(slip.at.begin) + ": " + sentence(slip, Language::english) + "\n";
    }
    return text;
}

std::string slips_of_children(const std::string& children) {
    return slips("<plan item=''>" + children + "</plan>");
}

std::string slips_of_attributes(const std::string& attributes) {
    return slips("<plan " + attributes + "><title/><body/><year/></plan>");
}

// ---- the order ----

TEST_CASE("表の順に並んだ子に、言うことはない") {
    CHECK(slips_of_children("<number/><title/><item/><level/><item/><table/><year/><year/><note/>") == "");
}

TEST_CASE("なくてもよい子はなくてもよい") { CHECK(slips_of_children("<title/><body/><year/>") == ""); }

TEST_CASE("後ろに来すぎた子は、何より前かを言う") {
    CHECK(slips_of_children("<level/><item/><title/><body/><year/>") ==
          "title@30: <title> must stand before <level> in <plan>.\n");
}

TEST_CASE("前に来すぎた子は一つの知らせで済み、何が前かを言う") {
    CHECK(slips_of_children("<note/><number/><title/><level/><body/><year/><year/>") ==
          "note@15: <year> must stand before <note> in <plan>.\n");
}

TEST_CASE("隣どうしが入れかわれば、後ろのほうを言う") {
    CHECK(slips_of_children("<title/><number/><body/><year/>") ==
          "number@23: <number> must stand before <title> in <plan>.\n");
}

TEST_CASE("知らない子は、順の知らせにならない") {
    CHECK(slips_of_children("<title/><itm/><body/><year/>") ==
          "itm@23: <plan> may not hold <itm>. Did you mean <item>? Allowed: number, title, level, item, "
          "body, "
          "table, year, note\n");
}

TEST_CASE("二つ目の子は、順の知らせにならない") {
    CHECK(slips_of_children("<title/><item/><title/><body/><year/>") ==
          "title@30: <plan> may hold only one <title>.\n");
}

// ---- how often ----

TEST_CASE("いる子がなければ言い、一つ以上いる子もそうである") {
    CHECK(slips_of_children("<body/>") == "plan@1: <plan> needs <title>.\nplan@1: <plan> needs <year>.\n");
}

TEST_CASE("どれか一つの子がどれもなければ言う") {
    CHECK(slips_of_children("<title/><year/>") == "plan@1: <plan> takes exactly one of <body>, <table>.\n");
}

TEST_CASE("どれか一つの子が二つあれば、二つ目の場所で言う") {
    CHECK(slips_of_children("<title/><body/><table/><year/>") ==
          "table@30: <plan> takes exactly one of <body>, <table>.\n");
}

// ---- attributes ----

TEST_CASE("どれか一つの属性がなければ、要素の場所で言う") {
    CHECK(slips_of_attributes("") == "plan@1: <plan> takes exactly one of the attributes level, item.\n");
}

TEST_CASE("どれか一つの属性が二つあれば、二つ目の場所で言う") {
    CHECK(slips_of_attributes("item='1' level='2'") ==
          "level@15: <plan> takes exactly one of the attributes level, item.\n");
}

TEST_CASE("多くても一つの属性は、なくてもよく、二つは書けない") {
    CHECK(slips_of_attributes("item='1' after='2'") == "");
    CHECK(slips_of_attributes("item='1' after='2' before='3'") ==
          "before@25: <plan> takes only one of the attributes before, after.\n");
}

TEST_CASE("決まった言葉の属性に、ほかの言葉は書けない") {
    CHECK(slips_of_attributes("item='1' state='決定'") == "");
    CHECK(slips_of_attributes("item='1' state='未定'") ==
          "未定@22: state cannot be “未定”. Allowed: 案, 決定\n");
}

TEST_CASE("誤りは一度に全部言う") {
    CHECK(slips("<plan x='1' state=''><year/><title/>文</plan>") ==
          "x@6: <plan> has no attribute x. Allowed: state, level, item, before, after\n"
          "@19: state cannot be “”. Allowed: 案, 決定\n"
          "plan@1: <plan> takes exactly one of the attributes level, item.\n"
          "plan@1: <plan> takes exactly one of <body>, <table>.\n"
          "title@29: <title> must stand before <year> in <plan>.\n"
          "文@36: <plan> may not hold text. Allowed: number, title, level, item, body, table, year, note\n");
}

// ---- what must always hold ----

TEST_CASE("正しい並びから子を一つ動かしても、知らせは多くて一つで、言うとおりである") {
    const std::vector<std::string> good = {"number", "title", "level", "item", "level",
                                           "body",   "year",  "year",  "note"};
    for (std::size_t from = 0; from < good.size(); ++from) {
        for (std::size_t to = 0; to < good.size(); ++to) {
            std::vector<std::string> names = good;
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(from));
            names.insert(names.begin() + static_cast<std::ptrdiff_t>(to), good[from]);
            std::string children;
            for (const std::string& name : names) children += "<" + name + "/>";
            const std::string said = slips_of_children(children);
            CAPTURE(children);
            CHECK(std::ranges::count(said, '\n') <= 1);
            const bool concerns = said.empty() || said.find("must stand before") != std::string::npos;
            CHECK(concerns);
        }
    }
}

TEST_CASE("順の知らせは、並びが正しくないときだけ出る") {
    const std::vector<std::string> order = {"number", "title", "level", "item", "body", "year", "note"};
    const std::vector<int> places = {0, 1, 2, 2, 3, 4, 5};
    Dice dice{3};
    for (int round = 0; round < 500; ++round) {
        std::vector<std::size_t> chosen = {0, 1, 2, 2, 3, 4, 5, 5, 6};
        for (std::size_t swaps = dice.below(3); swaps-- > 0;)
            std::swap(chosen[dice.below(chosen.size())], chosen[dice.below(chosen.size())]);
        std::string children;
        for (const std::size_t i : chosen) children += "<" + order[i] + "/>";
        CAPTURE(children);
        CHECK(slips_of_children(children).empty() ==
              std::ranges::is_sorted(chosen, {}, [&](std::size_t i) { return places[i]; }));
    }
}

} // namespace
} // namespace taisho
