#include "base/utf8.h"
#include "support.h"
#include "text/jlreq.h"
#include "text/line_breaks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// The program against facts of others: tests/conformance/README.md tells where they are from.

namespace taisho::test {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
    return parts;
}

// The rows of a table behind its header.
std::vector<std::vector<std::string>> rows_of(std::string_view name) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(read_bytes(source_folder / "tests" / "conformance" / name), '\n'))
        rows.push_back(split(line, '\t'));
    REQUIRE(!rows.empty());
    rows.erase(rows.begin());
    return rows;
}

// ---- line-breaks.tsv ----

// 61*39 20: 39 times U+0061, then U+0020.
std::string text_of_code_points(const std::string& code_points) {
    std::string text;
    for (const std::string& one : split(code_points, ' ')) {
        const std::vector<std::string> parts = split(one, '*');
        const int times = parts.size() == 2 ? std::stoi(parts[1]) : 1;
        for (int i = 0; i < times; ++i)
            append_utf8(text, static_cast<char32_t>(std::stoul(parts[0], nullptr, 16)));
    }
    return text;
}

std::set<std::size_t> offsets_of(const std::string& list) {
    std::set<std::size_t> offsets;
    if (list == "-") return offsets;
    for (const std::string& one : split(list, ',')) offsets.insert(std::stoul(one));
    return offsets;
}

// In characters, as the table counts.
std::set<std::size_t> legal_breaks(const LineBreaker& breaker, std::string_view text) {
    const std::vector<Break> breaks = breaker.breaks(text);
    std::set<std::size_t> legal;
    std::size_t character = 0;
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).length, ++character) {
        if (i > 0 && breaks[i] >= Break::poor) legal.insert(character);
    }
    return legal;
}

BreakLevel level_of(const std::string& name) {
    if (name == "normal") return BreakLevel::normal;
    return name == "loose" ? BreakLevel::loose : BreakLevel::strict;
}

// How many rows of each level hold, and those that do not.
struct Held {
    std::map<std::string, int> rows;
    std::vector<std::string> broken;
};

Held hold_line_breaks(bool tokens) {
    Held held;
    std::map<std::string, LineBreaker> breakers;
    for (const std::string name : {"strict", "normal", "loose"})
        breakers.emplace(name, BreakRules{level_of(name), tokens, "ja"});
    for (const std::vector<std::string>& row : rows_of("line-breaks.tsv")) {
        REQUIRE(row.size() == 5);
        const std::set<std::size_t> legal = legal_breaks(breakers.at(row[1]), text_of_code_points(row[2]));
        const std::set<std::size_t> allowed = offsets_of(row[3]), forbidden = offsets_of(row[4]);
        const bool all = std::ranges::includes(legal, allowed);
        const bool none = std::ranges::none_of(forbidden, [&](std::size_t at) { return legal.contains(at); });
        if (!all || !none) held.broken.push_back(row[0] + ": " + row[2]);
        const bool is_family = row[0].starts_with("opclns") || row[0].starts_with("baspglwj");
        if (all && none) ++held.rows[is_family ? split(row[0], '-')[0] : row[1]];
    }
    return held;
}

TEST_CASE("行分割の試験例（WPT）のとおりに切れる") {
    const std::map<std::string, int> all = {
        {"strict", 121}, {"normal", 63}, {"loose", 131}, {"opclns", 158}, {"baspglwj", 113}};
    for (const bool tokens : {false, true}) {
        const Held held = hold_line_breaks(tokens);
        CHECK(held.rows == all);
        CHECK(held.broken == std::vector<std::string>{});
    }
}

// ---- jlreq-breaks.tsv ----

// Members of each class that our papers can contain: what jlreq.cpp lists, and some of what it counts out.
struct Members {
    std::string_view name;
    CharClass char_class;
    std::u32string_view characters;
};

constexpr std::array members = {
    Members{"cl-01", CharClass::opening, U"「『（【〔《〈［｛〘〖｟‘“〝"},
    Members{"cl-02", CharClass::closing, U"」』）】〕》〉］｝〙〗｠’”〟"},
    Members{"cl-03", CharClass::hyphen, U"‐〜゠–"},
    Members{"cl-04", CharClass::dividing, U"！？‼⁇⁈⁉"},
    Members{"cl-05", CharClass::middle_dot, U"・：；"},
    Members{"cl-06", CharClass::full_stop, U"。．"},
    Members{"cl-07", CharClass::comma, U"、，"},
    Members{"cl-08", CharClass::inseparable, U"…‥―"},
    Members{"cl-09", CharClass::iteration, U"々〻ゝゞヽヾ"},
    Members{"cl-10", CharClass::prolonged, U"ー"},
    Members{"cl-11", CharClass::small_kana, U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"},
    Members{"cl-12", CharClass::prefix, U"￥＄￡＃№€"},
    Members{"cl-13", CharClass::postfix, U"％‰℃°′″￠"},
    Members{"cl-14", CharClass::wide_blank, U"　"},
    Members{"cl-15", CharClass::hiragana, U"あかんを"},
    Members{"cl-16", CharClass::katakana, U"アカンヲヴ"},
    Members{"cl-19", CharClass::ideographic, U"市国一０９ＡｚＲ①●■◆○※→㈱"},
    Members{"cl-24", CharClass::numeral, U"09"},
    Members{"cl-26", CharClass::blank, U" "},
    Members{"cl-27", CharClass::western, U"Azé"},
};

// A pair of classes and how many pairs of characters our rules see otherwise than the table.
using Differences = std::map<std::string, int>;

std::string shown(const Differences& differences) {
    std::string lines;
    for (const auto& [pair, count] : differences) lines += pair + ": " + std::to_string(count) + "\n";
    return lines;
}

struct Compared {
    Differences stricter, looser;
};

bool is_any_of(std::u32string_view characters, char32_t c) {
    return characters.find(c) != std::u32string_view::npos;
}

// Where UAX #14 keeps together what JLREQ would part: quotation marks of Latin texts, whose direction it does
// not know; what stands before leaders, postfixes and blanks; a hyphen at the beginning and its word; and
// symbols, prefixes and postfixes beside Latin letters and numerals and each other, which it takes as
// letters.
bool is_unicode_stricter(const Members& after, char32_t first, char32_t second) {
    constexpr std::u32string_view quotes = U"‘’“”", letters = U"①●■◆○※→―￥＄￡№€％‰℃°′″￠09Azé";
    if (is_any_of(quotes, first) || is_any_of(quotes, second)) return true;
    const CharClass next = after.char_class;
    const bool kept = next == CharClass::inseparable || next == CharClass::postfix ||
                      next == CharClass::wide_blank || next == CharClass::blank;
    return kept || ((first == U'‐' || is_any_of(letters, first)) && is_any_of(letters, second));
}

void compare(const Members& before, const Members& after, bool may_break, Compared& compared) {
    static const LineBreaker breaker({BreakLevel::strict, false, "ja"});
    const std::string pair = std::string(before.name) + " " + std::string(after.name);
    for (const char32_t first : before.characters) {
        for (const char32_t second : after.characters) {
            std::string text;
            append_utf8(text, first), append_utf8(text, second);
            const bool breaks = legal_breaks(breaker, text).contains(1);
            const bool stricter = may_break && !breaks && !is_unicode_stricter(after, first, second);
            if (stricter) ++compared.stricter[pair];
            if (!may_break && breaks) ++compared.looser[pair];
        }
    }
}

Compared compare_all() {
    Compared compared;
    const std::vector<std::vector<std::string>> rows = rows_of("jlreq-breaks.tsv");
    REQUIRE(rows.size() == members.size());
    for (std::size_t row = 0; row < members.size(); ++row) {
        REQUIRE(rows[row][0] == members[row].name);
        for (std::size_t column = 0; column < members.size(); ++column) {
            const char said = rows[row][1][3 * column + 1];
            if (said != '*') compare(members[row], members[column], said == '.', compared);
        }
    }
    return compared;
}

TEST_CASE("試す字は、その組の字である") {
    for (const Members& one : members) {
        for (const char32_t c : one.characters) {
            CAPTURE(one.name);
            CHECK(class_of(c) == one.char_class);
        }
    }
}

TEST_CASE("日本語組版処理の要件の表二で切れない所では切れない") {
    // But behind a blank of Latin text UAX #14 lets any line begin that it can (LB18).
    CHECK(shown(compare_all().looser) == "cl-26 cl-02: 1\ncl-26 cl-03: 4\ncl-26 cl-04: 4\ncl-26 cl-05: 3\n"
                                         "cl-26 cl-09: 6\ncl-26 cl-10: 1\ncl-26 cl-11: 24\n");
}

TEST_CASE("表二で切れるのに切れないのは、決まった組だけである") {
    CHECK(shown(compare_all().stricter) == "");
}

} // namespace
} // namespace taisho::test
