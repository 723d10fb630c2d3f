#include "style/measure.h"

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

} // namespace taisho
