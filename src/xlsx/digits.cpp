#include "xlsx/digits.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace taisho {
namespace {

constexpr int held_digits = 15;

void drop_zeros(Digits& number) {
    const std::size_t first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
    if (number.digits.empty()) number.point = 0;
}

std::string plain_text(const Digits& number) {
    std::string text = integer_digits(number);
    if (text.empty()) text = "0";
    const int places = static_cast<int>(number.digits.size()) - number.point;
    if (places > 0) text += "." + decimal_digits(number, places);
    return text;
}

// 1.23457E+11
std::string exponent_text(const Digits& number) {
    Digits mantissa = number;
    mantissa.point = 1;
    mantissa = rounded(mantissa, 5);
    const int exponent = number.point - 1 + mantissa.point - 1; // 9.999999 becomes 10
    mantissa.point = 1;
    const std::string size = std::to_string(std::abs(exponent));
    return plain_text(mantissa) + (exponent < 0 ? "E-" : "E+") + (size.size() < 2 ? "0" : "") + size;
}

std::string unsigned_general_text(const Digits& number) {
    constexpr int shown_digits = 10, shown_places = 9; // of 11 characters, beside the point, and beside 0.
    const int size = static_cast<int>(number.digits.size());
    const bool is_whole = size <= number.point;
    if (is_whole && number.point <= held_digits) return plain_text(number);
    if (number.point > shown_digits + 1) return exponent_text(number);
    if (number.point > 0) return plain_text(rounded(number, std::max(shown_digits - number.point, 0)));
    const bool is_small = number.point < -3; // less than 0.0001
    if (is_small && size - number.point > shown_places) return exponent_text(number);
    return plain_text(rounded(number, shown_places));
}

} // namespace

Digits digits_of(double number) {
    char written[32]; // d.dddde-ddd
    const auto [end, error] = std::to_chars(written, written + sizeof written, number,
                                            std::chars_format::scientific, held_digits - 1);
    const std::string_view text(written, static_cast<std::size_t>(end - written));
    const std::size_t sign = text.find('e');
    Digits result;
    result.negative = text.starts_with('-');
    for (const char c : text.substr(0, sign)) {
        if (c >= '0' && c <= '9') result.digits += c;
    }
    const std::size_t exponent = sign + (text[sign + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + exponent, text.data() + text.size(), result.point);
    ++result.point;
    drop_zeros(result);
    return result;
}

Digits rounded(const Digits& number, int places) {
    const int kept = number.point + places;
    if (kept >= static_cast<int>(number.digits.size())) return number;
    Digits result = number;
    if (kept < 0) return {number.negative, "", 0};
    const auto end = static_cast<std::size_t>(kept);
    const bool up = number.digits[end] >= '5';
    result.digits = "0" + number.digits.substr(0, end); // room for a carry
    ++result.point;
    for (std::size_t i = result.digits.size(); up && i-- > 0;) {
        const bool carries = result.digits[i] == '9';
        result.digits[i] = carries ? '0' : static_cast<char>(result.digits[i] + 1);
        if (!carries) break;
    }
    drop_zeros(result);
    return result;
}

std::string integer_digits(const Digits& number) {
    if (number.point <= 0) return {};
    std::string digits = number.digits.substr(0, static_cast<std::size_t>(number.point));
    digits.resize(static_cast<std::size_t>(number.point), '0');
    return digits;
}

std::string decimal_digits(const Digits& number, int places) {
    const auto count = static_cast<std::size_t>(std::max(places, 0));
    const auto zeros = std::min(count, static_cast<std::size_t>(std::max(-number.point, 0)));
    std::string digits(zeros, '0');
    const auto begin = static_cast<std::size_t>(std::max(number.point, 0));
    if (begin < number.digits.size()) digits += number.digits.substr(begin, count - zeros);
    digits.resize(count, '0');
    return digits;
}

std::string general_text(const Digits& number) {
    const std::string text = unsigned_general_text(number);
    return number.negative && text != "0" ? "-" + text : text;
}

} // namespace taisho
