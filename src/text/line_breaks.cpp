#include "text/line_breaks.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

// ICU with ja@lb=strict is right about kinsoku proper (JIS X 4051, JLREQ 3.1.7 to 3.1.10), but UAX #14 gives
// full-width digits and letters the class of ideographs, so it would cut 60 into 6|0 and R9 into R|9. The
// rules below only ever take breaks away or make them less welcome; they never add one.

namespace taisho {

struct LineBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;
    bool tokens = true;
};

namespace {

std::string locale_of(const BreakRules& rules) {
    constexpr std::array names = {"strict", "normal", "loose"};
    return std::string(rules.language) + "@lb=" + names[static_cast<std::size_t>(rules.level)];
}

} // namespace

LineBreaker::LineBreaker(const BreakRules& rules) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(locale_of(rules).c_str());
    state_->iterator.reset(icu::BreakIterator::createLineInstance(locale, status));
    state_->tokens = rules.tokens;
}

LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker::~LineBreaker() = default;

namespace {

bool is_separator(char32_t c) { return c == U'.' || c == U',' || c == U'．' || c == U'，'; }

// Characters that make a number or a Latin word, in either width.
bool is_token(char32_t c) { return is_digit(c) || is_latin_letter(c); }

bool is_counter(char32_t c) { return is_han(c) || is_katakana(c) || c == U'か' || c == U'つ'; }

bool is_article_word(char32_t c) { return c == U'第'; }

// Whether a break between `before` and `after` would cut a number, a word or a label such as R９ or 第１２条;
// `next` stands behind `after` (0 at the end).
bool cuts_token(char32_t before, char32_t after, char32_t next) {
    if (is_token(before) && is_token(after)) return true;
    if (is_digit(before) && is_separator(after) && is_digit(next)) return true;
    return is_article_word(before) && is_digit(after);
}

// １，|２３４: `previous` stands before `before`.
bool cuts_number_at_group(char32_t previous, char32_t before, char32_t after) {
    return is_digit(previous) && is_separator(before) && is_digit(after);
}

// Lowers what ICU allowed at `offset`.
Break judge(std::string_view text, std::size_t offset, char32_t previous, char32_t before) {
    const auto [after, length] = decode(text, offset);
    const char32_t next = offset + length < text.size() ? decode(text, offset + length).character : 0;
    if (is_combining(after)) return Break::none;
    if (cuts_number_at_group(previous, before, after)) return Break::group;
    if (cuts_token(before, after, next)) return Break::token;
    if (is_digit(before) && is_counter(after)) return Break::poor;
    return Break::allowed;
}

// A list mark stays with the text behind it (JLREQ 3.5): no break within or right after it.
void protect_list_marks(std::string_view text, std::vector<Break>& breaks) {
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        const std::size_t mark = list_mark_length(text.substr(line, end - line));
        for (std::size_t i = 1; i <= mark; ++i) breaks[line + i] = Break::none;
        line = end + 1;
    }
}

} // namespace

std::vector<Break> LineBreaker::breaks(std::string_view text) const {
    std::vector<Break> breaks(text.size() + 1, Break::none);
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    state_->iterator->setText(&source, status);
    for (auto at = state_->iterator->first(); at != icu::BreakIterator::DONE; at = state_->iterator->next()) {
        breaks[static_cast<std::size_t>(at)] = Break::allowed;
    }
    utext_close(&source);

    char32_t previous = 0, before = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [character, length] = decode(text, i);
        if (before == U'\n') {
            breaks[i] = Break::mandatory;
        } else if (breaks[i] == Break::allowed) {
            breaks[i] = judge(text, i, previous, before);
        }
        previous = before, before = character;
        i += length;
    }
    protect_list_marks(text, breaks);
    breaks[0] = Break::none;
    breaks[text.size()] = Break::mandatory;
    return breaks;
}

} // namespace taisho
