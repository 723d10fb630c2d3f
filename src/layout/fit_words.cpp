#include "layout/fit_words.h"

#include <algorithm>
#include <cstdint>

namespace taisho {
namespace {

constexpr std::string_view cut_mark = "…";
constexpr std::int32_t smallest = 75;        // percent of the size that was wished
constexpr std::int32_t longest = 12'000'000; // 1/1000 em; widths stay in range, and no line is so long

using Widths = std::array<Length, 3>;

// Whether they stand beside each other with a gap; what stands in the middle leaves both sides the same room.
bool stand_apart(const Widths& widths, Length gap, Length room) {
    const auto& [left, center, right] = widths;
    const Length side = std::max(left, right);
    if (center > Length{}) return center + (side > Length{} ? (side + gap) * 2 : Length{}) <= room;
    return left + right + (std::min(left, right) > Length{} ? gap : Length{}) <= room;
}

struct Fitting {
    const WordsInLine& line;
    const std::array<std::int32_t, 3>& ems;
    Length room, gap;

    // None of the words wider than `most`.
    bool fits(Length size, Length most) const {
        Widths widths = line.taken;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] == Length{}) widths[i] = std::min(from_em(ems[i], size), most);
        }
        return stand_apart(widths, gap, room);
    }

    Length size_for(Length wished) const {
        std::int32_t percent = 100;
        while (percent > smallest && !fits(scale(wished, percent, 100), room)) --percent;
        return scale(wished, percent, 100);
    }

    // How wide each may be.
    Length most_for(Length size) const {
        Length fitting{}, too_wide = room + Length{1};
        while (too_wide - fitting > Length{1}) {
            const Length middle = fitting + (too_wide - fitting) / 2;
            (fits(size, middle) ? fitting : too_wide) = middle;
        }
        return fitting;
    }
};

// As many characters as go into `most` (1/1000 em) with the mark behind them.
std::string cut_words(std::string_view words, std::int32_t most, Typesetter& typesetter) {
    const ShapedText whole = typesetter.text(shape_words(words, Family::mincho, typesetter).text);
    std::int64_t em = 0;
    std::size_t count = 0;
    while (count < whole.glyphs.size() && em + whole.glyphs[count].advance <= most)
        em += whole.glyphs[count++].advance;
    for (; count > 0; --count) { // beside other neighbours glyphs may have other widths
        const std::string cut(words.substr(0, whole.glyphs[count - 1].end));
        const ShapedWords shaped = shape_words(cut + std::string(cut_mark), Family::mincho, typesetter);
        if (shaped.seen <= most) return cut + std::string(cut_mark);
    }
    return {};
}

} // namespace

ShapedWords shape_words(std::string_view words, Family family, Typesetter& typesetter) {
    ShapedWords shaped{typesetter.shape(words, family), 0, 0, 0, 0};
    const ShapedText& text = typesetter.text(shaped.text);
    if (text.glyphs.empty()) return shaped;
    std::int64_t em = 0;
    for (const Glyph& glyph : text.glyphs) em += glyph.advance;
    shaped.glyphs = static_cast<std::uint32_t>(text.glyphs.size());
    shaped.before = text.spaces.front().before, shaped.after = text.spaces.back().after;
    em -= shaped.before + shaped.after;
    shaped.seen = static_cast<std::int32_t>(std::clamp<std::int64_t>(em, 0, longest));
    return shaped;
}

FittedWords fit_words(const WordsInLine& line, Length room, Length size, Typesetter& typesetter) {
    FittedWords fitted{line.words, size};
    std::array<std::int32_t, 3> ems{};
    for (std::size_t i = 0; i < ems.size(); ++i) {
        if (line.taken[i] > Length{}) fitted.words[i].clear();
        if (!fitted.words[i].empty()) ems[i] = shape_words(fitted.words[i], Family::mincho, typesetter).seen;
    }
    const Fitting fitting{line, ems, room, size};
    fitted.size = fitting.size_for(size);
    if (fitting.fits(fitted.size, room)) return fitted;
    const Length most = fitting.most_for(fitted.size);
    for (std::size_t i = 0; i < ems.size(); ++i) {
        if (from_em(ems[i], fitted.size) > most)
            fitted.words[i] = cut_words(
                fitted.words[i], static_cast<std::int32_t>(std::int64_t{most.mpt} * 1000 / fitted.size.mpt),
                typesetter);
    }
    return fitted;
}

} // namespace taisho
