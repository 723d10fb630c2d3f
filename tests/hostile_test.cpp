// Input that nobody wrote in good faith, or that was damaged on its way: refused with a message, never a
// crash.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "model/read_paper.h"
#include "revise/revisions.h"
#include "support.h"
#include "xml/read.h"

#include <chrono>
#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// Takes a file through the path as far as the program would. True: it would be printed.
bool goes_through(const std::string& file, const HouseStyle& style) {
    const Sources sources{{"a.xml", file}};
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    const std::optional<Paper> paper = root ? read_paper(*root, diagnostics) : std::nullopt;
    const Revisions revisions = paper ? revise(*paper, diagnostics) : Revisions{};
    describe(diagnostics, sources, Language::japanese);
    if (!paper || has_errors(diagnostics)) return false;
    const Document document = compose(revisions, style);
    lay_out_pages(document, fonts(), diagnostics);
    lay_out_sheet(document, fonts());
    describe(diagnostics, sources, Language::english);
    return true;
}

bool goes_through(const std::string& file) { return goes_through(file, style_named("by-year")); }

std::string repeated(std::string_view piece, std::size_t count) {
    std::string result;
    result.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += piece;
    return result;
}

constexpr std::size_t ten_megabytes = 10'000'000;

TEST_CASE("実体の爆弾は、ふくらませずに断る") {
    std::string file = "<!DOCTYPE a [<!ENTITY a0 'ああああああああああ'>";
    for (int i = 1; i < 12; ++i) {
        const std::string last = "&a" + std::to_string(i - 1) + ";";
        file += "<!ENTITY a" + std::to_string(i) + " '" + repeated(last, 10) + "'>";
    }
    CHECK_FALSE(goes_through(file + "]><amendmentPaper>&a11;</amendmentPaper>"));
}

TEST_CASE("外のファイルは読まない") {
    CHECK_FALSE(goes_through(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><amendmentPaper>&x;</amendmentPaper>"));
}

TEST_CASE("六五段の入れ子は断る") {
    CHECK_FALSE(goes_through(repeated("<level>", 65) + repeated("</level>", 65)));
}

TEST_CASE("百万段の入れ子も断る") {
    CHECK_FALSE(goes_through(repeated("<a>", 1'000'000) + repeated("</a>", 1'000'000)));
}

TEST_CASE("閉じない百万の要素も断る") { CHECK_FALSE(goes_through(repeated("<a>", 1'000'000))); }

TEST_CASE("十メガバイトの同じ字は断る") {
    for (const std::string_view piece : {"あ", "a", "<", ">", "\"", " ", "]]>", "<!--", "<?"}) {
        CAPTURE(piece);
        CHECK_FALSE(goes_through(repeated(piece, ten_megabytes / piece.size())));
    }
}

TEST_CASE("でたらめな十メガバイトも断る") {
    Dice dice(6);
    std::string file = "<amendmentPaper>";
    while (file.size() < ten_megabytes) file += static_cast<char>(dice.below(256));
    CHECK_FALSE(goes_through(file));
}

// Not even a slow refusal: the work must not grow with the square of the slips or of the file.
bool is_refused_at_once(const std::string& file) {
    const auto begin = std::chrono::steady_clock::now();
    const bool refused = !goes_through(file);
    return refused && std::chrono::steady_clock::now() - begin < std::chrono::seconds(3);
}

TEST_CASE("裸の＆が二万あっても、すぐに断る") {
    CHECK(is_refused_at_once("<amendmentPaper>" + repeated("& ", 20'000) + "</amendmentPaper>"));
}

TEST_CASE("零のバイトが二万あっても、すぐに断る") { CHECK(is_refused_at_once(std::string(20'000, '\0'))); }

TEST_CASE("零のバイトが十メガバイトあっても、すぐに断る") {
    CHECK(is_refused_at_once(std::string(ten_megabytes, '\0')));
}

TEST_CASE("知らない要素が二万あっても、すぐに断る") {
    CHECK(is_refused_at_once("<amendmentPaper>" + repeated("<x/>\n", 20'000) + "</amendmentPaper>"));
}

TEST_CASE("大きな一行の終わりに誤りが千あっても、すぐに断る") {
    CHECK(is_refused_at_once("<a>" + repeated("あ", 1'000'000) + repeated("& ", 1'000) + "</a>"));
}

TEST_CASE("大きな一行の初めに誤りが千あっても、すぐに断る") {
    CHECK(is_refused_at_once("<a>" + repeated("& ", 1'000) + repeated("あ", 1'000'000) + "</a>"));
}

TEST_CASE("途中で切れた資料３は、どこで切れていても断る") {
    const std::string whole = read_bytes(real_paper);
    const std::size_t last = whole.rfind("</amendmentPaper>");
    for (std::size_t size = 0; size < last; size += 97) {
        CAPTURE(size);
        CHECK_FALSE(goes_through(whole.substr(0, size)));
    }
}

TEST_CASE("一バイトずつ壊した資料３でも倒れない") {
    const std::string whole = read_bytes(real_paper);
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(7);
    for (int i = 0; i < 500; ++i) {
        std::string file = whole;
        for (std::size_t n = 1 + dice.below(3); n > 0; --n)
            file[dice.below(file.size())] = static_cast<char>(dice.below(256));
        CAPTURE(i);
        CHECK_NOTHROW(goes_through(file, i % 2 == 0 ? by_year : stacked));
    }
}

TEST_CASE("字を入れ替え、写し、消した資料でも倒れない") {
    const std::string whole = read_bytes(other_paper);
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(8);
    for (int i = 0; i < 300; ++i) {
        std::string file = whole;
        const std::size_t from = dice.below(file.size()), length = dice.below(200),
                          to = dice.below(file.size());
        const std::string piece = file.substr(from, length);
        if (dice.below(2) == 0) file.erase(from, length);
        if (dice.below(2) == 0) file.insert(std::min(to, file.size()), piece);
        CAPTURE(i);
        CHECK_NOTHROW(goes_through(file, i % 2 == 0 ? by_year : stacked));
    }
}

// Digits and words of the text exchanged for others, so that more files stay good.
TEST_CASE("値を書き換えた資料でも倒れない") {
    const std::string whole = read_bytes(other_paper);
    const std::vector<std::string> values = {"",
                                             "―",
                                             "R6",
                                             "<br/>",
                                             "・<br/>・",
                                             "０",
                                             "&amp;",
                                             "𠮷",
                                             repeated("あ", 3000),
                                             repeated("９", 200),
                                             repeated("a", 400),
                                             repeated("<br/>", 300),
                                             "　",
                                             "\t"};
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(9);
    int good = 0;
    for (int i = 0; i < 200; ++i) {
        std::string file = whole;
        std::size_t at = file.find("<value", dice.below(file.size()));
        if (at == std::string::npos) at = file.find("<value");
        const std::size_t begin = file.find('>', at) + 1, end = file.find("</value>", begin);
        file.replace(begin, end - begin, dice.pick(values));
        CAPTURE(i);
        CHECK_NOTHROW(good += goes_through(file, i % 2 == 0 ? by_year : stacked) ? 1 : 0);
    }
    CHECK(good > 100);
}

} // namespace
} // namespace taisho::test
