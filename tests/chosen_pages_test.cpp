// 差替え: some pages of a paper in a file of their own.

#include "layout/chosen_pages.h"
#include "layout/lay_out.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

using Spans = std::vector<PageSpan>;

TEST_CASE("ページは、一つでも、範囲でも、並べても、終わりまででも書ける") {
    CHECK(parse_page_spans("3") == Spans{{3, 3}});
    CHECK(parse_page_spans("3-4") == Spans{{3, 4}});
    CHECK(parse_page_spans("3-4,7") == Spans{{3, 4}, {7, 7}});
    CHECK(parse_page_spans("5-") == Spans{{5, std::nullopt}});
    CHECK(parse_page_spans("1,3-3,5-") == Spans{{1, 1}, {3, 3}, {5, std::nullopt}});
    CHECK(parse_page_spans("999999") == Spans{{999'999, 999'999}});
}

TEST_CASE("ページと読めない書き方") {
    std::string many = "1";
    for (int i = 0; i < 1000; ++i) many += ",1";
    for (const std::string_view other :
         {std::string_view(""), std::string_view("0"), std::string_view("-3"), std::string_view("4-3"),
          std::string_view("3,"), std::string_view(",3"), std::string_view("3--4"), std::string_view("3 - 4"),
          std::string_view("３"), std::string_view("3-4-5"), std::string_view("a"),
          std::string_view("1000000"), std::string_view("99999999999999999999"), std::string_view("0-3"),
          std::string_view(many)}) {
        CAPTURE(other);
        CHECK(parse_page_spans(other) == std::nullopt);
    }
}

TEST_CASE("ないページは、初めの一つを言う") {
    CHECK(find_missing_page({{1, 2}, {4, std::nullopt}}, {1, 4}) == std::nullopt);
    CHECK(find_missing_page({{3, 6}}, {1, 4}) == 5);
    CHECK(find_missing_page({{1, 1}, {9, 9}}, {1, 4}) == 9);
    CHECK(find_missing_page({{5, std::nullopt}}, {1, 4}) == 5);
}

TEST_CASE("ファイルの名には、終わりのページが入る") {
    CHECK(name_of({{3, 4}, {7, 7}}, {1, 9}) == "3-4,7");
    CHECK(name_of({{5, std::nullopt}}, {1, 9}) == "5-9");
    CHECK(name_of({{9, std::nullopt}}, {1, 9}) == "9");
}

// What is seen of the pages: whether a text is read aloud is another matter.
std::string seen(Pages pages) {
    for (Page& page : pages.pages)
        for (PlacedText& text : page.texts) text.artifact = false;
    return dump(pages);
}

// Texts of the header of the first table that goes on on page `number` of the whole paper, as far as they are
// read.
std::size_t headers_read(const Pages& pages, std::size_t index) {
    const std::vector<PlacedText>& texts = pages.pages[index].texts;
    return static_cast<std::size_t>(std::ranges::count_if(texts, [](const PlacedText& text) {
        return text.origin.block < paper_number_block && text.origin.row == 0 && !text.artifact;
    }));
}

TEST_CASE("表の見出しは、前のページがない時だけ、続きのページで読まれる") {
    const Document document = document_of(other_paper, "by-year");
    Diagnostics diagnostics;
    const Pages all = lay_out_pages(document, fonts(), diagnostics);
    REQUIRE(all.pages.size() >= 2);
    REQUIRE(std::ranges::any_of(all.pages[1].texts, [](const PlacedText& text) {
        return text.artifact && text.origin.block < paper_number_block;
    }));
    CHECK(headers_read(only({{2, 2}}, all), 0) > headers_read(all, 1));
    CHECK(headers_read(only({{1, 2}}, all), 1) == headers_read(all, 1));
}

TEST_CASE("抜き出したページは、資料の順に一度ずつ並び、番号も見た目も元のまま") {
    const Document document = document_of(real_paper, "stacked");
    Diagnostics diagnostics;
    const Pages all = lay_out_pages(document, fonts(), diagnostics);
    REQUIRE(all.pages.size() >= 4);
    const Pages some = only({{3, std::nullopt}, {1, 1}, {3, 3}}, all);
    Pages wanted = all;
    wanted.pages.erase(wanted.pages.begin() + 1);
    CHECK(seen(some) == seen(wanted));
    CHECK(some.pages.front().number == 1);
    CHECK(some.pages[1].number == 3);
}

// ---- the command ----

struct Run {
    ScratchFolder folder;

    Finished operator()(std::vector<std::string> words) const {
        words.insert(words.begin(), {"build", real_paper});
        return run_taisho(words, {.folder = folder.path});
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path))
            if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder.path));
        return names;
    }
};

using Names = std::vector<std::string>;

TEST_CASE("ページを求めれば、そのページの PDF だけができる") {
    const Run run;
    CHECK(run({"--pages", "2"}) == Finished{0, "./shiryo3-p2.pdf\n", ""});
    CHECK(run.files() == Names{"shiryo3-p2.pdf"});
}

TEST_CASE("様式を選べば、その様式のページになる") {
    const Run run;
    CHECK(run({"--pages", "3-", "--pdf", "--template", "stacked", "-o", "差替え"}) ==
          Finished{0, "差替え/shiryo3-stacked-p3-6.pdf\n", ""});
    CHECK(run.files() == Names{"差替え/shiryo3-stacked-p3-6.pdf"});
}

TEST_CASE("ファイルの名前を書けば、その名前になる") {
    const Run run;
    CHECK(run({"--pages", "1", "-o", "out/一枚目.pdf"}) == Finished{0, "out/一枚目.pdf\n", ""});
    CHECK(run.files() == Names{"out/一枚目.pdf"});
}

TEST_CASE("ないページを求めれば、全部で何ページかを言い、何も作らない") {
    const Run run;
    CHECK(run({"--pages", "2-20"}) ==
          Finished{2, "",
                   "エラー T011: 7ページはありません。「by-year」の様式では、全部で6ページです。\n"
                   "エラー1件、注意0件\n"});
    CHECK(run.files() == Names{});
}

TEST_CASE("Excel のページや、二つの様式のページは抜き出せない") {
    const Run run;
    CHECK(
        run({"--pages", "2", "--xlsx"}).err ==
        "指定が正しくありません：--pages で抜き出せるのは PDF だけです。--xlsx や --csv は一緒に書けません\n"
        "使い方は taisho --help で見られます。\n");
    CHECK(run({"--pages", "2", "--template", "stacked", "--template", "by-year"}).exit_code == 2);
    CHECK(run({"--pages", "2-1"}).exit_code == 2);
    CHECK(run({"--pages", "２", "--lang", "en"}).err ==
          "Wrong usage: --pages is written as 3, 3-4, 3-4,7 or 5-\nSee taisho --help.\n");
    CHECK(run.files() == Names{});
}

TEST_CASE("同じページからは、いつも同じファイルができる") {
    const Run run;
    CHECK(run({"--pages", "2-3", "-o", "a.pdf"}).exit_code == 0);
    CHECK(run({"--pages", "2,3", "-o", "b.pdf"}).exit_code == 0);
    CHECK(read_bytes(run.folder.path / "a.pdf") == read_bytes(run.folder.path / "b.pdf"));
}

} // namespace
} // namespace taisho::test
