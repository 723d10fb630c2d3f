#include "style/measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace taisho {

// Integer arithmetic to the end: the same style must give the same lengths on every machine.
std::optional<Length> parse_length(std::string_view text) {
    const bool points = text.ends_with("pt");
    if (!points && !text.ends_with("mm")) return std::nullopt;
    text.remove_suffix(2);
    std::int64_t thousandths = 0;
    int decimals = -1, digits = 0;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > 8 || decimals >= 3) return std::nullopt;
        thousandths = thousandths * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    if (digits == 0 || decimals == 0) return std::nullopt;
    for (int i = decimals < 0 ? 0 : decimals; i < 3; ++i) thousandths *= 10;
    const std::int64_t mpt = points ? thousandths : (thousandths * 720 + 127) / 254; // 1 mm = 72 / 25.4 pt
    if (mpt > 2'000'000) return std::nullopt;
    return Length{static_cast<std::int32_t>(mpt)};
}

namespace {

std::string shown_thousandths(std::int64_t number) {
    std::string text = std::to_string(number / 1000);
    const std::string decimals = std::to_string(number % 1000 + 1000).substr(1);
    const std::size_t end = decimals.find_last_not_of('0');
    if (end != std::string::npos) text.append(".").append(decimals, 0, end + 1);
    return text;
}

} // namespace

std::string shown_length(Length length) {
    const std::string points = shown_thousandths(length.mpt) + "pt";
    const std::int64_t tenths = (std::int64_t{length.mpt} * 254 + 3600) / 7200 / 10; // of a millimetre
    const std::string millimetres = shown_thousandths(tenths * 100) + "mm";
    const bool was_millimetres = length.mpt % 100 != 0 && parse_length(millimetres) == length;
    return was_millimetres ? millimetres : points;
}

std::optional<Colour> parse_colour(std::string_view text) {
    const bool named = text.starts_with('#');
    if (named) text.remove_prefix(1);
    if (text.empty() || (named && text.size() != 6)) return std::nullopt;
    Colour value = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value, named ? 16 : 10);
    if (error != std::errc{} || end != last || (!named && value > 255)) return std::nullopt;
    return named ? value : grey(static_cast<std::uint8_t>(value));
}

std::string shown_colour(Colour colour) {
    if (colour == no_colour) return "none";
    if (colour == grey(static_cast<std::uint8_t>(colour & 0xff))) return std::to_string(colour & 0xff);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) text.push_back(digits[colour >> shift & 0xf]);
    return text;
}

namespace {

// Relative luminance by WCAG 2.0.
double luminance(Colour colour) {
    const auto part = [&](int shift) {
        const double value = static_cast<double>(colour >> shift & 0xff) / 255;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

} // namespace

bool is_readable(Colour text, Colour ground) {
    const double a = luminance(text), b = luminance(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= 4.5;
}

} // namespace taisho
