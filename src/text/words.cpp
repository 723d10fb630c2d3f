#include "text/words.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace taisho {
namespace {

std::vector<std::uint32_t> icu_words(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getJapanese(), status));
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words->setText(&source, status);
    std::vector<std::uint32_t> ends;
    words->first();
    for (auto at = words->next(); at != icu::BreakIterator::DONE; at = words->next()) {
        ends.push_back(static_cast<std::uint32_t>(at));
    }
    utext_close(&source);
    return ends;
}

bool is_number_part(char32_t c) {
    return is_digit(c) || c == U'．' || c == U'，' || c == U'.' || c == U',' || c == U'▲' || c == U'△' ||
           c == U'±';
}

bool is_unit(char32_t c) {
    return is_han(c) || is_katakana(c) || c == U'％' || c == U'%' || c == U'℃' || c == U'㎡';
}

// Whether a word can be the unit of a number as a whole: 校区, 増, but not 減らす.
bool is_unit(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const auto [c, length] = decode(word, i);
        if (!is_unit(c)) return false;
        i += length;
    }
    return true;
}

// 10校区 has one unit; a second is taken only when it is a single character: ５％増, but 10校区|以上.
bool is_next_unit(std::size_t units, std::string_view word) {
    return is_unit(word) && (units == 0 || (units == 1 && count_characters(word) == 1));
}

// Brackets around a name. What stands in （ ） is no name but a remark, and is compared word by word.
bool opens_term(char32_t c) { return c == U'「' || c == U'『' || c == U'【' || c == U'“'; }

// Byte offset behind the bracketed term that opens at `begin`, or `begin` when it is too long or never
// closes.
std::size_t bracketed_end(std::string_view text, std::size_t begin) {
    constexpr int longest = 18; // 16 characters and the brackets
    int depth = 0, characters = 0;
    for (std::size_t i = begin; i < text.size() && characters < longest; ++characters) {
        const auto [c, length] = decode(text, i);
        i += length;
        if (is_opening(c)) ++depth;
        if (is_closing(c) && --depth == 0) return i;
    }
    return begin;
}

} // namespace

// Our rules only join what ICU has cut: from each word on, the next ones are taken in while they belong to
// it.
std::vector<std::uint32_t> split_words(std::string_view text) {
    const std::vector<std::uint32_t> icu = icu_words(text);
    std::vector<std::uint32_t> ends;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < icu.size(); ++i) {
        const char32_t first = decode(text, begin).character;
        const std::size_t bracketed = opens_term(first) ? bracketed_end(text, begin) : begin;
        const bool number =
            is_number_part(first) || (is_latin_letter(first) && icu[i] - begin == decode(text, begin).length);
        std::size_t units = 0;
        while (i + 1 < icu.size()) {
            const char32_t next = decode(text, icu[i]).character;
            const bool more_digits = number && units == 0 && is_number_part(next);
            const bool unit = number && is_next_unit(units, text.substr(icu[i], icu[i + 1] - icu[i]));
            if (icu[i] >= bracketed && !more_digits && !unit) break;
            units += unit && !more_digits ? 1 : 0;
            ++i;
        }
        ends.push_back(icu[i]);
        begin = icu[i];
    }
    return ends;
}

} // namespace taisho
