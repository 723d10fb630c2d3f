#pragma once
// Lengths on paper and on the sheet. All layout is done in integers of 1/1000 pt, so that the same paper
// comes out the same on every machine; floating point ends where an XML file is read.

#include <compare>
#include <cstdint>

namespace taisho {

struct Length {
    std::int32_t mpt = 0; // 1/1000 pt; 1 pt = 1/72 inch

    auto operator<=>(const Length&) const = default;
    constexpr Length& operator+=(Length other) { return mpt += other.mpt, *this; }
    constexpr Length& operator-=(Length other) { return mpt -= other.mpt, *this; }
};

constexpr Length operator+(Length a, Length b) { return {a.mpt + b.mpt}; }
constexpr Length operator-(Length a, Length b) { return {a.mpt - b.mpt}; }
constexpr Length operator-(Length a) { return {-a.mpt}; }
constexpr Length operator*(Length a, std::int32_t n) { return {a.mpt * n}; }
constexpr Length operator/(Length a, std::int32_t n) { return {a.mpt / n}; }

constexpr Length pt(double points) {
    return {static_cast<std::int32_t>(points * 1000 + (points < 0 ? -0.5 : 0.5))};
}
constexpr Length mm(double millimetres) { return pt(millimetres * 72 / 25.4); }

// a * numerator / denominator, rounded to the nearest 1/1000 pt (halves away from zero).
constexpr Length scale(Length a, std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t product = a.mpt * numerator;
    const std::int64_t half = denominator / 2;
    return {static_cast<std::int32_t>((product + (product < 0 ? -half : half)) / denominator)};
}

// `count` lengths below each other, but never more than `tallest`: nothing so tall stands on a page, and sums
// of a few such lengths stay in range.
constexpr Length tallest = {500'000'000};
constexpr Length stacked(Length each, std::int64_t count) {
    const std::int64_t height = each.mpt * count;
    return {static_cast<std::int32_t>(height < tallest.mpt ? height : tallest.mpt)};
}

// Advances of glyphs are given in 1/1000 em; `size` is the em.
constexpr Length from_em(std::int32_t thousandths, Length size) { return scale(size, thousandths, 1000); }

} // namespace taisho
