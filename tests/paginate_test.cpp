#include "layout/paginate.h"

#include "support.h"

#include <array>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// Bands of a number of points each, as a row of marks: 3 is a band of 3 pt, 3+ a row kept with the next, 3- a
// line that may not stand alone, 3= a heading, and | begins a new unit.
std::vector<Band> bands(const std::string& marks) {
    std::vector<Band> result;
    std::uint32_t unit = 0;
    for (const char mark : marks) {
        if (mark == '|') ++unit;
        if (mark == '+') result.back().keep = Keep::rows;
        if (mark == '-') result.back().keep = Keep::lines;
        if (mark == '=') result.back().keep = Keep::heading;
        if (mark < '0' || mark > '9') continue;
        Band band;
        band.block = static_cast<std::uint32_t>(result.size());
        band.height = pt(mark - '0'), band.unit = unit;
        result.push_back(band);
    }
    return result;
}

// How many bands each page holds: 2 1.
std::string counts(const std::vector<Band>& all, const PageRules& rules) {
    std::string result;
    for (const PageRange& page : paginate(all, rules)) {
        result.append(result.empty() ? "" : " ").append(std::to_string(page.last - page.first));
    }
    return result;
}

std::string counts(const std::vector<Band>& all, Length height) { return counts(all, PageRules{height, 50}); }

// A unit for each band, so that only heights and keeping count.
std::vector<Band> of_own_units(std::vector<Band> all) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i].unit = static_cast<std::uint32_t>(i);
    return all;
}

TEST_CASE("帯がなければ頁もない") { CHECK(counts({}, pt(10)) == ""); }

TEST_CASE("入る帯は一頁に並ぶ") { CHECK(counts(of_own_units(bands("3 3 4")), pt(10)) == "3"); }

TEST_CASE("入らない帯は次の頁に行く") { CHECK(counts(of_own_units(bands("3 3 4 1")), pt(10)) == "3 1"); }

TEST_CASE("頁より高い帯も一頁を占める") { CHECK(counts(of_own_units(bands("3 9 3")), pt(5)) == "1 1 1"); }

TEST_CASE("次と離れない帯は、次と一緒に送られる") {
    CHECK(counts(of_own_units(bands("5 3+ 4")), pt(9)) == "1 2");
}

TEST_CASE("離れない帯は続けて送られる") { CHECK(counts(of_own_units(bands("5 1+ 1+ 4 2")), pt(9)) == "1 4"); }

TEST_CASE("一頁に余る離れない帯は、やむなく分かれる") {
    CHECK(counts(of_own_units(bands("3+ 3+ 3+ 3")), pt(7)) == "2 2");
}

TEST_CASE("送っても次と一緒に収まらないなら、送らない") {
    CHECK(counts(of_own_units(bands("2 3+ 3+ 9")), pt(10)) == "3 1");
}

TEST_CASE("頁の頭では、前のあきを取らない") {
    std::vector<Band> all = of_own_units(bands("4 4 4"));
    for (Band& band : all) band.space_before = pt(2);
    CHECK(counts(all, pt(10)) == "2 1");
}

TEST_CASE("頁の頭では、繰り返す見出しの分だけ狭くなる") {
    std::vector<Band> all = of_own_units(bands("4 4 4 4"));
    for (Band& band : all) band.repeated = pt(3);
    CHECK(counts(all, pt(12)) == "2 2");
}

TEST_CASE("頁を改める帯は、空きがあっても次の頁に立つ") {
    std::vector<Band> all = of_own_units(bands("1 1+ 1 1"));
    all[2].starts_page = true;
    CHECK(counts(all, pt(10)) == "2 2");
}

TEST_CASE("あふれて始まった頁では、半ば埋まるまで頁を改めない") {
    std::vector<Band> all = of_own_units(bands("6 6 1 1"));
    all[2].starts_page = true;
    CHECK(counts(all, pt(10)) == "1 1 2");
    CHECK(counts(all, pt(20)) == "2 2");
    all[1].height = pt(5);
    CHECK(counts(all, pt(10.5)) == "1 3");
}

TEST_CASE("初めの帯が頁を改めても、空の頁はできない") {
    std::vector<Band> all = of_own_units(bands("1 1"));
    all[0].starts_page = true;
    CHECK(counts(all, pt(10)) == "2");
}

TEST_CASE("頁に入るまとまりは、半ば埋まった頁から次の頁へ移る") {
    CHECK(counts(bands("5 | 3 3"), pt(10)) == "1 2");
}

TEST_CASE("半ば埋まらない頁からは、まとまりを移さない") { CHECK(counts(bands("4 | 4 4"), pt(10)) == "2 1"); }

TEST_CASE("一頁に入らないまとまりは移さない") { CHECK(counts(bands("5 | 3 3 3 3"), pt(10)) == "2 3"); }

TEST_CASE("まとまりを移しても、次と離れない帯は離れない") {
    CHECK(counts(bands("5 1+ | 3 3"), pt(9)) != "2 2");
}

// ---- the weakest link ----

TEST_CASE("見出しだけが頁の終わりに残らない") {
    CHECK(counts(of_own_units(bands("3 1= 4")), pt(7)) == "1 2");
    CHECK(counts(of_own_units(bands("3 1= 1= 4")), pt(8)) == "1 3");
}

TEST_CASE("長く続く行は、見出しを残さずに、行の間で分かれる") {
    CHECK(counts(of_own_units(bands("6 1= 1= 2+ 2+ 2+ 2+ 2+ 2")), pt(10)) == "4 5");
    CHECK(counts(of_own_units(bands("7 1= 2+ 2+ 2+ 2+ 2+ 2")), pt(10)) == "3 5");
    CHECK(counts(of_own_units(bands("8 1= 2+ 2+ 2+ 2+ 2+ 2")), pt(10)) == "1 5 2");
}

TEST_CASE("行が続いていても、頁を広く空けてまで一緒に送らない") {
    CHECK(counts(of_own_units(bands("3 4+ 4+ 1")), pt(10)) == "2 2");
    CHECK(counts(of_own_units(bands("5 4+ 4+ 1")), pt(10)) == "1 3");
}

TEST_CASE("一行だけを残すより、行の間で分かれる") {
    CHECK(counts(of_own_units(bands("3+ 3- 3- 3 1")), pt(9)) == "1 3 1");
    CHECK(counts(of_own_units(bands("2 2+ 2- 2+ 2+ 2+ 2")), pt(7)) == "2 3 2");
}

TEST_CASE("ほかに分かれる所がなければ、一行も見出しも離れる") {
    CHECK(counts(of_own_units(bands("3- 3- 3- 3")), pt(7)) == "2 2");
    CHECK(counts(of_own_units(bands("3= 3= 3= 3")), pt(7)) == "2 2");
    CHECK(counts(of_own_units(bands("2 3= 9")), pt(10)) == "2 1");
}

TEST_CASE("行の終わりの空きが入らなければ、次の頁に行く") {
    std::vector<Band> all = of_own_units(bands("4 4 4"));
    for (Band& band : all) band.closing = pt(3);
    CHECK(counts(all, pt(11)) == "2 1");
    CHECK(counts(all, pt(10)) == "1 1 1");
}

TEST_CASE("まとまりのために空けてよい広さは、様式が決める") {
    CHECK(counts(bands("3 | 4 4"), {pt(10), 50}) == "2 1");
    CHECK(counts(bands("3 | 4 4"), {pt(10), 70}) == "1 2");
    CHECK(counts(bands("9 | 4 4"), {pt(14), 0}) == "2 1");
    CHECK(counts(bands("1 | 5 5"), {pt(10), 100}) == "1 2");
}

// ---- properties of many rows of bands ----

std::vector<Band> random_bands(Dice& dice, std::size_t highest) {
    constexpr std::array keeps{Keep::free, Keep::free, Keep::free, Keep::rows, Keep::lines, Keep::heading};
    std::vector<Band> all(dice.below(60));
    std::uint32_t unit = 0;
    for (Band& band : all) {
        if (dice.below(6) == 0) ++unit;
        band.unit = unit;
        band.height = pt(static_cast<double>(dice.below(highest)));
        band.space_before = dice.below(3) == 0 ? pt(4) : Length{};
        band.repeated = dice.below(3) == 0 ? pt(3) : Length{};
        band.closing = dice.below(5) == 0 ? pt(1) : Length{};
        band.keep = dice.pick(keeps);
        band.starts_page = dice.below(20) == 0;
    }
    return all;
}

// Every band is on a page, once, and in order.
bool takes_each_once(const std::vector<PageRange>& pages, std::size_t count) {
    std::size_t next = 0;
    for (const PageRange& page : pages) {
        if (page.first != next || page.last <= page.first) return false;
        next = page.last;
    }
    return next == count;
}

Length height_of(const std::vector<Band>& all, const PageRange& page) {
    Length height = all[page.first].repeated + all[page.last - 1].closing;
    for (std::size_t i = page.first; i < page.last; ++i) {
        if (i > page.first) height += all[i].space_before;
        height += all[i].height;
    }
    return height;
}

// Behind a firm link only a forced page may begin, unless the bands that hold each other that firmly fit on
// no page together, or begin it.
bool may_end(const std::vector<Band>& all, const PageRange& page, Keep firm, Length height) {
    const auto holds = [&](std::size_t i) { return i < all.size() && all[i].keep >= firm; };
    if (page.last == all.size() || !holds(page.last - 1) || all[page.last].starts_page) return true;
    std::size_t begin = page.last - 1, end = page.last;
    while (begin > page.first && holds(begin - 1)) --begin;
    while (holds(end) && end + 1 < all.size()) ++end;
    return begin == page.first || height_of(all, {begin, end + 1}) > height;
}

// A break that is wanted holds, but not on a page that was begun only because the one before was full.
bool begins_inside(const std::vector<Band>& all, const PageRange& page) {
    if (page.first > 0 && !all[page.first].starts_page) return false;
    for (std::size_t i = page.first + 1; i < page.last; ++i) {
        if (all[i].starts_page) return true;
    }
    return false;
}

// Behind a free band a page ends with most of it empty only where what comes does not fit below it.
bool is_empty_without_need(const std::vector<Band>& all, const PageRange& page, Length height) {
    if (page.last == all.size() || all[page.last].starts_page) return false;
    std::size_t end = page.last; // of what holds together more firmly than rows
    while (end + 1 < all.size() && all[end].keep > Keep::rows) ++end;
    const bool more_fits = height_of(all, {page.first, end + 1}) <= height;
    return more_fits && height_of(all, page) * 2 < height;
}

TEST_CASE("二千通りの帯が、一度ずつ、順に、はみ出さず、離れずに並ぶ") {
    Dice dice(5);
    for (int n = 0; n < 2000; ++n) {
        const std::vector<Band> all = random_bands(dice, 21);
        const Length height = pt(static_cast<double>(15 + dice.below(80)));
        const std::vector<PageRange> pages = paginate(all, {height, 50});
        CAPTURE(n);
        REQUIRE(takes_each_once(pages, all.size()));
        for (const PageRange& page : pages) {
            CAPTURE(page.first);
            CAPTURE(page.last);
            REQUIRE((height_of(all, page) <= height || page.last == page.first + 1));
            REQUIRE_FALSE(begins_inside(all, page));
            REQUIRE(may_end(all, page, Keep::heading, height));
            REQUIRE(may_end(all, page, Keep::lines, height));
            REQUIRE_FALSE(is_empty_without_need(all, page, height));
        }
    }
}

TEST_CASE("頁より高い帯や見出しがどう並んでも、一度ずつ、順に、終わりまで並ぶ") {
    Dice dice(6);
    for (int n = 0; n < 2000; ++n) {
        const std::vector<Band> all = random_bands(dice, 121); // of pages of 40: three pages and more
        CAPTURE(n);
        const std::int32_t whole_item = static_cast<std::int32_t>(dice.below(101));
        REQUIRE(takes_each_once(paginate(all, {pt(40), whole_item}), all.size()));
    }
}

TEST_CASE("十万の帯が離れずに続いても、すぐに並ぶ") {
    for (const Keep keep : {Keep::free, Keep::rows, Keep::lines, Keep::heading}) {
        std::vector<Band> all(100'000); // of one unit
        for (Band& band : all) band.height = pt(15), band.space_before = pt(1), band.keep = keep;
        const std::vector<PageRange> pages = paginate(all, {pt(800), 50});
        CHECK(takes_each_once(pages, all.size()));
        CHECK(pages.size() == 2000);
    }
}

// Quadratic work on what takes no room would show as a test that does not end.
TEST_CASE("高さのない帯が十万あっても、すぐに並ぶ") {
    std::vector<Band> all(200'000);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].keep = i % 2 == 0 ? Keep::free : Keep::heading;
        all[i].repeated = pt(i % 3 == 0 ? 9 : 0), all[i].unit = static_cast<std::uint32_t>(i / 3);
    }
    all.back().height = pt(20);
    CHECK(takes_each_once(paginate(all, {pt(10), 50}), all.size()));
}

} // namespace
} // namespace taisho::test
