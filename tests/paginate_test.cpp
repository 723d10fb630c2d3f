#include "layout/paginate.h"

#include "support.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

// Bands of a number of points each, as a row of marks: 3 is a band of 3 pt, 3+ keeps with the next, and |
// begins a new unit.
std::vector<Band> bands(const std::string& marks) {
    std::vector<Band> result;
    std::uint32_t unit = 0;
    for (const char mark : marks) {
        if (mark == '|') ++unit;
        if (mark == '+') result.back().keep_with_next = true;
        if (mark < '0' || mark > '9') continue;
        Band band;
        band.block = static_cast<std::uint32_t>(result.size());
        band.height = pt(mark - '0'), band.unit = unit;
        result.push_back(band);
    }
    return result;
}

// How many bands each page holds: 2 1.
std::string counts(const std::vector<Band>& all, Length height) {
    std::string result;
    for (const PageRange& page : paginate(all, height)) {
        result.append(result.empty() ? "" : " ").append(std::to_string(page.last - page.first));
    }
    return result;
}

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
    CHECK(counts(of_own_units(bands("3 3+ 4")), pt(8)) == "1 2");
}

TEST_CASE("離れない帯は続けて送られる") { CHECK(counts(of_own_units(bands("3 1+ 1+ 4 2")), pt(8)) == "1 4"); }

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

// ---- properties of many rows of bands ----

std::vector<Band> random_bands(Dice& dice) {
    std::vector<Band> all(dice.below(60));
    std::uint32_t unit = 0;
    for (Band& band : all) {
        if (dice.below(6) == 0) ++unit;
        band.unit = unit;
        band.height = pt(static_cast<double>(1 + dice.below(20)));
        band.space_before = dice.below(3) == 0 ? pt(4) : Length{};
        band.repeated = dice.below(3) == 0 ? pt(3) : Length{};
        band.keep_with_next = dice.below(3) == 0;
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
    Length height = all[page.first].repeated;
    for (std::size_t i = page.first; i < page.last; ++i) {
        if (i > page.first) height += all[i].space_before;
        height += all[i].height;
    }
    return height;
}

// Behind a band that keeps with the next only a forced page may begin, unless the bands that keep together,
// with the one behind them, fit on no page.
bool may_end(const std::vector<Band>& all, const PageRange& page, Length height) {
    if (page.last == all.size() || !all[page.last - 1].keep_with_next || all[page.last].starts_page)
        return true;
    std::size_t begin = page.last - 1;
    while (begin > page.first && all[begin - 1].keep_with_next) --begin;
    return begin == page.first || height_of(all, {begin, page.last + 1}) > height;
}

// A break that is wanted holds, but not on a page that was begun only because the one before was full.
bool begins_inside(const std::vector<Band>& all, const PageRange& page) {
    if (page.first > 0 && !all[page.first].starts_page) return false;
    for (std::size_t i = page.first + 1; i < page.last; ++i) {
        if (all[i].starts_page) return true;
    }
    return false;
}

TEST_CASE("二千通りの帯が、一度ずつ、順に、はみ出さず、離れずに並ぶ") {
    Dice dice(5);
    for (int n = 0; n < 2000; ++n) {
        const std::vector<Band> all = random_bands(dice);
        const Length height = pt(static_cast<double>(15 + dice.below(80)));
        const std::vector<PageRange> pages = paginate(all, height);
        CAPTURE(n);
        REQUIRE(takes_each_once(pages, all.size()));
        for (const PageRange& page : pages) {
            CAPTURE(page.first);
            CAPTURE(page.last);
            REQUIRE((height_of(all, page) <= height || page.last == page.first + 1));
            REQUIRE_FALSE(begins_inside(all, page));
            REQUIRE(may_end(all, page, height));
        }
    }
}

} // namespace
} // namespace taisho::test
