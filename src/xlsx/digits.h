#pragma once
// Numbers of cells as decimal digits. Excel holds 15 significant digits and rounds what it shows from those,
// so that 1.005 with two decimals is 1.01, though the double next to it is smaller.

#include <string>

namespace taisho {

// The value is 0.DIGITS × 10^point.
struct Digits {
    bool negative = false;
    std::string digits; // no 0 at either end; none at all: the number 0
    int point = 0;
};

// REQUIRES: the number is finite.
Digits digits_of(double number);

// To so many places behind the point (before it when less than 0), halves away from 0.
Digits rounded(const Digits& number, int places);

// The digits before the point, none for 0, and so many places behind it.
std::string integer_digits(const Digits& number);
std::string decimal_digits(const Digits& number, int places);

// As the format General shows it: decimals as far as 11 characters reach, very large and small numbers with
// an exponent. Whole numbers of up to 15 digits stay whole (Excel shows 12 digits and more with an exponent;
// who has typed them wants them back).
std::string general_text(const Digits& number);

} // namespace taisho
