#include "text/line_breaks.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/kinsoku.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

// Three steps over the whole paragraph, so that no style that begins or ends within it moves a break.
//
// First ICU says where a line may end at a level. It is right about kinsoku proper (JIS X 4051, JLREQ 3.1.7
// to 3.1.10) but for leaders at the level loose and what stands behind ￥ and № (text/kinsoku.h).
//
// Then every boundary that ICU refuses gets the reason as its rank, so that a line into which nothing fits
// breaks where it does the least harm. ICU's iterator for characters would be a second walk over the text as
// dear as the first; the rules of UAX #29 that matter for two neighbours stand in text/kinsoku.cpp instead.
//
// Last come the tokens (text/tokens.h): UAX #14 gives full-width digits and letters the class of ideographs,
// so it would cut 60 into 6|0 and R9 into R|9.

namespace taisho {

struct LineBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;
    BreakLevel level = BreakLevel::strict;
    bool tokens = true;
};

namespace {

std::string locale_of(const BreakRules& rules) {
    constexpr std::array names = {"strict", "normal", "loose"};
    return std::string(rules.language) + "@lb=" + names[static_cast<std::size_t>(rules.level)];
}

std::vector<Placed> place_characters(std::string_view text) {
    std::vector<Placed> characters;
    characters.reserve(text.size() / 2 + 1);
    for (std::size_t i = 0; i < text.size();) {
        const auto [character, length] = decode(text, i);
        characters.push_back({character, static_cast<std::uint32_t>(i)});
        i += length;
    }
    return characters;
}

struct Boundary {
    char32_t before, solid, after; // solid: the last that is no blank and combines with none
    bool legal;                    // says ICU
};

Break judge(const Boundary& at, BreakLevel level) {
    if (at.before == U'\n') return Break::mandatory;
    if (at.after == U'\n' || is_one_character(at.before, at.after)) return Break::none;
    const char32_t base = is_line_blank(at.before) ? at.before : at.solid;
    const bool unseen = at.before == U' ' || at.before == 0x200b; // behind it UAX #14 lets any line begin
    // Lines may end between blanks that stand for words which the other side has.
    const bool padding = is_padding(at.after) && (is_padding(at.before) || !is_opening(at.before));
    if (padding) return Break::allowed;
    if (at.legal) return unseen ? Break::allowed : forbidden_though_legal(base, at.after, level);
    if (is_line_blank(at.after)) return Break::word;
    if (is_quotation_break(at.before, at.after)) return Break::allowed;
    if (level == BreakLevel::loose && is_loose_break(base, at.after)) return Break::allowed;
    return concession(at.solid, at.after);
}

// A line that ends before blanks begins with what stands behind them.
void pass_over_blanks(const std::vector<Placed>& characters, std::vector<Break>& breaks) {
    for (std::size_t i = characters.size(); i-- > 1;) {
        Break& before_blank = breaks[characters[i].offset];
        if (before_blank != Break::word || !is_line_blank(characters[i].character)) continue;
        const bool last = i + 1 == characters.size();
        if (!last) before_blank = std::min(before_blank, breaks[characters[i + 1].offset]);
    }
}

} // namespace

LineBreaker::LineBreaker(const BreakRules& rules) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(locale_of(rules).c_str());
    state_->iterator.reset(icu::BreakIterator::createLineInstance(locale, status));
    state_->level = rules.level;
    state_->tokens = rules.tokens;
}

LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker::~LineBreaker() = default;

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

    const std::vector<Placed> characters = place_characters(text);
    char32_t before = 0, solid = 0;
    for (const auto& [after, offset] : characters) {
        const bool legal = breaks[offset] == Break::allowed;
        if (offset > 0) breaks[offset] = judge({before, solid, after, legal}, state_->level);
        before = after;
        if (!is_line_blank(after) && !is_combining(after)) solid = after;
    }
    pass_over_blanks(characters, breaks);
    if (state_->tokens) keep_tokens(text, characters, breaks);
    breaks[0] = Break::none;
    breaks[text.size()] = Break::mandatory;
    return breaks;
}

} // namespace taisho
