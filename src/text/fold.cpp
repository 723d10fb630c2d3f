#include "text/fold.h"

#include "base/utf8.h"

namespace taisho {

std::string fold_width(std::string_view text) {
    std::string folded;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        append_utf8(folded, c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c == 0x3000 ? U' ' : c);
        i += length;
    }
    return folded;
}

namespace {

struct Era {
    std::string_view name;
    int year_before_first;
};

constexpr Era eras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"大正", 1911}, {"明治", 1867},
                        {"R", 2018},    {"H", 1988},    {"S", 1925},    {"T", 1911},    {"M", 1867},
                        {"r", 2018},    {"h", 1988},    {"s", 1925}};

std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        number = number * 10 + (text[digits] - '0');
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool is_year_end(std::string_view rest) { return rest.empty() || rest == "年" || rest == "年度"; }

} // namespace

std::optional<int> parse_fiscal_year(std::string_view label) {
    std::string folded = fold_width(label);
    std::erase(folded, ' ');
    std::string_view rest = folded;
    for (const Era& era : eras) {
        if (!rest.starts_with(era.name)) continue;
        rest.remove_prefix(era.name.size());
        if (rest.starts_with(".")) rest.remove_prefix(1);
        if (rest.starts_with("元"))
            return is_year_end(rest.substr(3)) ? std::optional(era.year_before_first + 1) : std::nullopt;
        const std::optional<int> number = take_number(rest);
        if (!number || *number < 1 || *number > 99 || !is_year_end(rest)) return std::nullopt;
        return era.year_before_first + *number;
    }
    const std::optional<int> number = take_number(rest);
    if (!number || *number < 1868 || *number > 2999 || !is_year_end(rest)) return std::nullopt;
    return number;
}

} // namespace taisho
