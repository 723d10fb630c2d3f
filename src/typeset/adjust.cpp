#include "typeset/adjust.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <array>

// A line is a row of gaps; gap k lies between glyph k and glyph k + 1. White before a glyph belongs to the
// gap on its left. Each step of JLREQ's order says how much every gap can give or take; a step that can do
// more than is wanted does it in proportion, so that no bracket looks tighter than its neighbour.

namespace taisho {
namespace {

using Amounts = std::vector<std::int32_t>; // of the gaps of a line

constexpr std::int32_t quarter = 250, half = 500;

std::int32_t least_of_blank(std::int32_t advance) { return std::min(advance, quarter); }

bool has_han_latin(const Space& space) {
    const bool punctuation = space.kind == CharClass::closing || space.kind == CharClass::comma ||
                             space.kind == CharClass::full_stop || space.kind == CharClass::middle_dot;
    return !punctuation && space.after > 0;
}

enum class Step : std::uint8_t { blanks, middle_dots, brackets, han_latin };

std::int32_t reducible(const ShapedText& text, std::uint32_t gap, Step step) {
    const Space& left = text.spaces[gap];
    const Space& right = text.spaces[gap + 1];
    switch (step) {
    case Step::blanks:
        return left.kind == CharClass::blank
                   ? text.glyphs[gap].advance - least_of_blank(text.glyphs[gap].advance)
                   : 0;
    case Step::middle_dots:
        return (left.kind == CharClass::middle_dot ? left.after : 0) +
               (right.kind == CharClass::middle_dot ? right.before : 0);
    case Step::brackets:
        return (left.kind == CharClass::closing || left.kind == CharClass::comma ? left.after : 0) +
               (right.kind == CharClass::opening ? right.before : 0);
    case Step::han_latin: return has_han_latin(left) ? left.after / 2 : 0;
    }
    return 0;
}

// Adds `amount` to the gaps in proportion to what each can take; all of it when it is too much for them.
// Returns what was added. Rounded so that the parts before each gap are exact.
std::int32_t share(std::int32_t amount, const Amounts& most, std::int32_t sign, Amounts& gaps) {
    std::int64_t all = 0;
    for (const std::int32_t one : most) all += one;
    if (all == 0) return 0;
    const std::int64_t taken = std::min<std::int64_t>(amount, all);
    std::int64_t before = 0, given = 0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        before += most[i];
        const std::int64_t due = taken * before / all;
        gaps[i] += sign * static_cast<std::int32_t>(due - given);
        given = due;
    }
    return static_cast<std::int32_t>(taken);
}

std::vector<std::int16_t> behind_glyphs(const Amounts& gaps) {
    std::vector<std::int16_t> behind;
    behind.reserve(gaps.size() + 1);
    for (const std::int32_t gap : gaps)
        behind.push_back(static_cast<std::int16_t>(std::clamp(gap, -30000, 30000)));
    behind.push_back(0); // the last glyph
    return behind;
}

std::size_t gap_count(std::uint32_t first, std::uint32_t last) {
    return last > first + 1 ? last - first - 1 : 0;
}

// JLREQ table 5: between ideographs and kana, not inside Latin, numbers, …… and not beside punctuation.
bool takes_white(CharClass kind) {
    switch (kind) {
    case CharClass::iteration:
    case CharClass::prolonged:
    case CharClass::small_kana:
    case CharClass::hiragana:
    case CharClass::katakana:
    case CharClass::ideographic:
    case CharClass::math_symbol:
    case CharClass::math_operator: return true;
    case CharClass::opening:
    case CharClass::closing:
    case CharClass::hyphen:
    case CharClass::dividing:
    case CharClass::middle_dot:
    case CharClass::full_stop:
    case CharClass::comma:
    case CharClass::inseparable:
    case CharClass::prefix:
    case CharClass::postfix:
    case CharClass::wide_blank:
    case CharClass::numeral:
    case CharClass::blank:
    case CharClass::western: return false;
    }
    return false;
}

char32_t character_of(const ShapedText& text, std::uint32_t glyph) {
    return decode(text.utf8, text.glyphs[glyph].begin).character;
}

// Characters of one number or word in either width: R１０, ２０２４, ＰＤＣＡ.
bool is_token_part(char32_t c) { return is_digit(c) || is_latin_letter(c); }

bool is_one_token(const ShapedText& text, std::uint32_t gap) {
    const char32_t right = character_of(text, gap + 1);
    return is_combining(right) || (is_token_part(character_of(text, gap)) && is_token_part(right));
}

bool can_open(const ShapedText& text, std::uint32_t gap) {
    return takes_white(text.spaces[gap].kind) && takes_white(text.spaces[gap + 1].kind) &&
           !is_one_token(text, gap);
}

} // namespace

std::int32_t slack_before(const ShapedText& text, std::uint32_t glyph) {
    const Space& space = text.spaces[glyph];
    return space.kind == CharClass::opening || space.kind == CharClass::middle_dot ? space.before : 0;
}

std::int32_t slack_after(const ShapedText& text, std::uint32_t glyph) {
    const Space& space = text.spaces[glyph];
    const std::int32_t advance = text.glyphs[glyph].advance;
    if (space.kind == CharClass::blank) return advance - least_of_blank(advance);
    if (has_han_latin(space)) return space.after / 2;
    return space.kind == CharClass::full_stop ? 0 : space.after;
}

std::vector<std::int16_t> reduce(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                 std::int32_t amount) {
    Amounts gaps(gap_count(first, last)), most(gaps.size());
    for (const Step step : {Step::blanks, Step::middle_dots, Step::brackets, Step::han_latin}) {
        for (std::size_t i = 0; i < gaps.size(); ++i)
            most[i] = reducible(text, first + static_cast<std::uint32_t>(i), step);
        amount -= share(amount, most, -1, gaps);
    }
    std::ranges::fill(most, quarter);
    share(amount, most, -1, gaps);
    return behind_glyphs(gaps);
}

std::vector<std::int16_t> expand(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                 std::int32_t amount) {
    Amounts gaps(gap_count(first, last)), most(gaps.size());
    const auto glyph = [&](std::size_t i) { return first + static_cast<std::uint32_t>(i); };
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const bool blank = text.spaces[glyph(i)].kind == CharClass::blank;
        most[i] = blank ? std::max(half - text.glyphs[glyph(i)].advance, 0) : 0;
    }
    amount -= share(amount, most, 1, gaps);
    for (std::size_t i = 0; i < gaps.size(); ++i)
        most[i] = has_han_latin(text.spaces[glyph(i)]) ? half - text.spaces[glyph(i)].after : 0;
    amount -= share(amount, most, 1, gaps);
    for (std::size_t i = 0; i < gaps.size(); ++i) most[i] = can_open(text, glyph(i)) ? quarter : 0;
    amount -= share(amount, most, 1, gaps);
    if (amount > 0) return {};
    return behind_glyphs(gaps);
}

std::vector<std::int16_t> distribute(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                     std::int32_t amount) {
    Amounts gaps(gap_count(first, last)), most(gaps.size());
    for (std::size_t i = 0; i < gaps.size(); ++i)
        most[i] = is_one_token(text, first + static_cast<std::uint32_t>(i)) ? 0 : 30000;
    if (share(amount, most, 1, gaps) < amount) return {};
    return behind_glyphs(gaps);
}

} // namespace taisho
