#pragma once
// Width folding: the same value written in full width and in half width is one value (R9 = Ｒ９ = R９).
// Printed text is never changed; only comparisons fold.

#include <optional>
#include <string>
#include <string_view>

namespace taisho {

// Full-width ASCII to half width, U+3000 to a space; everything else as it is.
std::string fold_width(std::string_view text);

// The western fiscal year of a label: R6, Ｒ６, 令和6年度, 令和元年度, H31, 平成31年度, S63, 2024, 2024年度.
// Eras count from their first year (令和 from 2019, 平成 1989, 昭和 1926, 大正 1912, 明治 1868), so H31 and
// R1 are both 2019. Nothing when the whole label is not a year.
std::optional<int> parse_fiscal_year(std::string_view label);

} // namespace taisho
