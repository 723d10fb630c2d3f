#include "text/value.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/folded_text.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

// A value is read from both ends. What stands before the number says what is counted (全, 年に), how exactly
// (約) and from where (前年度比); what stands at the end is a comment in brackets, then words like 以上 and
// 増. What is left is the number and its unit. Units are an open list (校区, か所, t-CO2, 人／年), so a unit
// is told by its characters: no hiragana but that of か所, つ and 当たり, and no word that says that
// something is done (18校実施). When in doubt the value is text: a wrong number in the data is worse than
// none.

namespace taisho {
namespace {

constexpr std::size_t longest_value = 200; // bytes; what is longer is a sentence

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Words words) { return std::ranges::find(words, word) != words.end(); }

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return text.substr(text.size());
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool take_word(std::string_view& rest, Words words) {
    const auto word =
        std::ranges::find_if(words, [&](std::string_view one) { return rest.starts_with(one); });
    if (word == words.end()) return false;
    rest = trim(rest.substr(word->size()));
    return true;
}

bool take_last_word(std::string_view& rest, Words words) {
    const auto word = std::ranges::find_if(words, [&](std::string_view one) { return rest.ends_with(one); });
    if (word == words.end()) return false;
    rest = trim(rest.substr(0, rest.size() - word->size()));
    return true;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// In either width: most texts of a plan have none, and need no closer look. U+FF10 is EF BC 90 in UTF-8.
bool has_digit(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_ascii_digit(text[i])) return true;
        if (text[i] == '\xef' && i + 2 < text.size() && text[i + 1] == '\xbc' && text[i + 2] >= '\x90' &&
            text[i + 2] <= '\x99')
            return true;
    }
    return false;
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_digit) - text.begin());
}

// ---- numbers ----

// 1234 or 1,234: groups of exactly three, or no commas at all.
std::optional<std::string> take_whole_part(std::string_view& rest) {
    const std::size_t first = count_digits(rest);
    if (first == 0) return std::nullopt;
    std::string digits(rest.substr(0, first));
    rest.remove_prefix(first);
    while (first <= 3 && rest.starts_with(',') && count_digits(rest.substr(1)) == 3) {
        digits += rest.substr(1, 3);
        rest.remove_prefix(4);
    }
    return digits;
}

std::optional<Decimal> take_number(std::string_view& rest) {
    constexpr std::size_t most_digits = 18, most_places = 6;
    std::optional<std::string> digits = take_whole_part(rest);
    if (!digits) return std::nullopt;
    const std::size_t places = rest.starts_with('.') ? count_digits(rest.substr(1)) : 0;
    if (places > 0) {
        digits->append(rest.substr(1, places));
        rest.remove_prefix(1 + places);
    }
    digits->erase(0, digits->find_first_not_of('0'));
    if (digits->size() > most_digits || places > most_places) return std::nullopt;
    Decimal number{0, static_cast<int>(places)};
    for (const char c : *digits) number.digits = number.digits * 10 + (c - '0');
    rest = trim(rest);
    return number;
}

enum class Sign : std::uint8_t { none, plus, minus };

Sign take_sign(std::string_view& rest) {
    if (take_word(rest, {"▲", "△", "-", "−", "‐", "–", "マイナス"})) return Sign::minus;
    return take_word(rest, {"+", "プラス"}) ? Sign::plus : Sign::none;
}

struct Amount {
    Sign sign = Sign::none;
    Decimal number;
};

std::optional<Amount> take_amount(std::string_view& rest) {
    const Sign sign = take_sign(rest);
    const std::optional<Decimal> number = take_number(rest);
    if (!number) return std::nullopt;
    return Amount{sign, *number};
}

Decimal signed_number(const Amount& amount) {
    const bool negative = amount.sign == Sign::minus;
    return {negative ? -amount.number.digits : amount.number.digits, amount.number.places};
}

// ---- what stands before the number ----

// 前年度, 現状値, 令和５年度, R6実績: what a value is compared with.
bool is_base(std::string_view words) {
    take_word(words, {"対"});
    if (is_one_of(words, {"前年度", "前年", "前年同期", "前年度同期", "前期", "前月", "現状", "現状値",
                          "基準値", "基準年", "基準年度", "当初", "計画当初", "策定時", "計画策定時"}))
        return true;
    take_last_word(words, {"実績値", "実績", "値"});
    const bool names_year = !words.empty() && (!is_ascii_digit(words.front()) || words.ends_with("度") ||
                                               words.ends_with("年")); // 2000より多い is no year
    return names_year && parse_fiscal_year(words).has_value();
}

std::string_view take_basis(std::string_view& rest) {
    for (const std::string_view mark : {"比", "より", "から"}) {
        const std::size_t at = rest.find(mark);
        if (at == std::string_view::npos || !is_base(rest.substr(0, at))) continue;
        const std::string_view basis = rest.substr(0, at + mark.size());
        rest = trim(rest.substr(basis.size()));
        take_word(rest, {"で", "、", ":"});
        return basis;
    }
    return {};
}

struct Lead {
    bool about = false;
    std::string_view period; // 年 of 年に１度
};

Lead take_lead(std::string_view& rest) {
    Lead lead;
    for (;;) {
        if (take_word(rest, {"約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ"}))
            lead.about = true;
        else if (take_word(rest, {"年間", "年に", "毎年", "年"}))
            lead.period = "年";
        else if (take_word(rest, {"月間", "月に", "毎月", "月"}))
            lead.period = "月";
        else if (take_word(rest, {"週に", "毎週", "週"}))
            lead.period = "週";
        else if (!take_word(rest, {"全", "合計", "累計", "計", "延べ", "のべ", "延"}))
            return lead;
    }
}

// ---- what stands behind it ----

// Where the bracket at the end is opened, or at the beginning closed; npos when it is neither.
std::size_t find_partner(std::string_view text, bool from_end) {
    int depth = 0;
    for (std::size_t n = 0; n < text.size(); ++n) {
        const std::size_t i = from_end ? text.size() - 1 - n : n;
        if (text[i] == '(') depth += from_end ? -1 : 1;
        if (text[i] == ')') depth += from_end ? 1 : -1;
        if (depth == 0) return n == 0 ? std::string_view::npos : i;
    }
    return std::string_view::npos;
}

// （年に１度） is read without its brackets, （累計）120人 without what they hold.
std::string_view without_opening_comment(std::string_view text) {
    const std::size_t close = find_partner(text, false);
    if (close == std::string_view::npos) return text;
    return trim(close + 1 == text.size() ? text.substr(1, close - 1) : text.substr(close + 1));
}

// Takes （全中学校区） from the end; gives what the brackets held.
std::string_view take_closing_comment(std::string_view& rest) {
    const std::size_t open = find_partner(rest, true);
    if (open == std::string_view::npos) return {};
    const std::string_view comment = trim(rest.substr(open + 1, rest.size() - open - 2));
    rest = trim(rest.substr(0, open));
    return comment;
}

// 「５％以上の増加」 is above all an increase: what changes wins over how exactly it is meant.
Operator take_operator(std::string_view& rest) {
    Operator op = Operator::exact;
    const auto meant = [&](Operator one) {
        const bool is_change = op == Operator::increase || op == Operator::decrease;
        if (!is_change) op = one;
    };
    for (;;) {
        if (take_last_word(rest, {"増加", "増大", "上昇", "向上", "アップ", "増"}))
            meant(Operator::increase);
        else if (take_last_word(rest, {"減少", "削減", "低減", "縮減", "低下", "ダウン", "減"}))
            meant(Operator::decrease);
        else if (take_last_word(rest, {"以上"}))
            meant(Operator::at_least);
        else if (take_last_word(rest, {"以下", "以内"}))
            meant(Operator::at_most);
        else if (take_last_word(rest, {"未満", "より少ない", "を下回る"}))
            meant(Operator::less_than);
        else if (take_last_word(rest, {"より多い", "を超える", "を超", "超える", "を上回る", "超"}))
            meant(Operator::more_than);
        else if (take_last_word(rest, {"程度", "前後", "ほど"}))
            meant(Operator::about);
        else
            return op;
        take_last_word(rest, {"の"});
    }
}

// ---- units ----

bool is_unit_character(char32_t c) {
    const bool is_square = (c >= 0x3300 && c <= 0x33ff) || (c >= 0x2100 && c <= 0x214f); // ㎡ ㎏ ℃
    const bool is_small_digit = (c >= 0x2080 && c <= 0x2089) || c == U'²' || c == U'³';
    return is_han(c) || is_katakana(c) || is_latin_letter(c) || is_square || is_small_digit ||
           std::u32string_view(U"%‰°/・µμΩ").find(c) != std::u32string_view::npos;
}

bool is_ascii_letter(char32_t c) { return c < 0x80 && is_latin_letter(c); }

// The bytes at the beginning that can be part of a unit; 0 when they cannot.
std::size_t unit_part(std::string_view unit, char32_t before) {
    for (const std::string_view kana : {"か所", "か月", "か国", "か年", "か町", "か村", "当たり", "あたり"}) {
        if (unit.starts_with(kana)) return kana.size();
    }
    const auto [c, length] = decode(unit, 0);
    if (is_unit_character(c)) return length;
    const bool is_power = c == U'2' || c == U'3'; // m2, t-CO2
    const bool is_joint =
        (c == U'-' || c == U'−') && unit.size() > length && is_ascii_letter(decode(unit, length).character);
    return is_ascii_letter(before) && (is_power || is_joint) ? length : 0;
}

bool is_unit(std::string_view unit) {
    constexpr std::size_t longest_unit = 40; // bytes
    if (unit == "つ") return true;
    if (unit.size() > longest_unit) return false;
    for (const std::string_view doing :
         {"実施", "策定", "検討", "検証", "開催", "設置", "整備", "完了", "導入",
          "確認", "推進", "作成", "達成", "対応", "設定", "公表", "開始", "継続",
          "維持", "予定", "目標", "年度", "月末", "年末", "時点"}) {
        if (unit.find(doing) != std::string_view::npos) return false;
    }
    char32_t before = 0;
    for (std::size_t i = 0; i < unit.size();) {
        const std::size_t length = unit_part(unit.substr(i), before);
        if (length == 0) return false;
        before = decode(unit, i).character;
        i += length;
    }
    return true;
}

// ---- the whole ----

struct Range {
    std::optional<Amount> upper; // none: a single number
    std::string_view unit;
};

// 「人」 or 「～30人」 or 「人～30人」: what follows the first number. Nothing when it is neither.
std::optional<Range> read_unit_or_range(std::string_view rest) {
    for (std::size_t i = 0; i < rest.size(); i += decode(rest, i).length) {
        std::string_view behind = rest.substr(i);
        const bool apart = take_word(behind, {"~", "〜", "-", "−", "–", "—", "―", "‐"});
        if (!apart) continue;
        const std::optional<Amount> upper = take_amount(behind);
        if (!upper) continue; // the hyphen of t-CO2
        const std::string_view unit = trim(rest.substr(0, i));
        if (!is_unit(behind) || (!unit.empty() && unit != behind)) return std::nullopt;
        return Range{upper, behind};
    }
    if (!is_unit(rest)) return std::nullopt;
    return Range{std::nullopt, rest};
}

// A sign behind a basis, and a plus anywhere, says in which direction it goes. Nothing when the words behind
// the number say the opposite.
std::optional<Operator> with_sign(Operator op, Sign sign, bool has_basis) {
    const bool words_change = op == Operator::increase || op == Operator::decrease;
    const bool sign_changes = sign == Sign::plus || (sign == Sign::minus && (has_basis || words_change));
    if (!sign_changes) return op;
    const Operator wanted = sign == Sign::plus ? Operator::increase : Operator::decrease;
    if (words_change && op != wanted) return std::nullopt;
    return wanted;
}

// 2024年 is a date and no duration.
bool is_date(const Decimal& number, std::string_view unit) {
    return unit == "年" && number.places == 0 && number.digits >= 1868;
}

Value with_numbers(const Amount& first, const Range& range, Operator op, bool has_basis) {
    Value value;
    const bool moves = has_basis || op == Operator::decrease; // △５％減 is a decrease by five
    value.number = moves ? first.number : signed_number(first);
    value.kind = range.upper ? ValueKind::range : ValueKind::number;
    if (range.upper) value.upper = signed_number(*range.upper);
    value.op = op;
    return value;
}

std::optional<Value> read_value(std::string_view original, const FoldedText& folded) {
    std::string_view rest = without_opening_comment(trim(folded.text));
    take_last_word(rest, {"。"});
    const std::string_view comment = take_closing_comment(rest);
    std::string_view basis = take_basis(rest);
    std::string_view from_comment = comment;
    if (basis.empty() && from_comment.ends_with("比")) basis = take_basis(from_comment);
    const Lead lead = take_lead(rest);
    const std::optional<Amount> first = take_amount(rest);
    if (!first) return std::nullopt;
    const Operator words = take_operator(rest);
    const std::optional<Operator> op = with_sign(words, first->sign, !basis.empty());
    const std::optional<Range> range = read_unit_or_range(rest);
    if (!op || !range || is_date(first->number, range->unit)) return std::nullopt;

    Value value = with_numbers(*first, *range, *op, !basis.empty());
    if (value.kind == ValueKind::range && compare(value.number, value.upper) >= 0) return std::nullopt;
    if (lead.about && value.op == Operator::exact) value.op = Operator::about;
    value.unit = as_written(original, folded, range->unit);
    if (!lead.period.empty()) value.unit.append("／").append(lead.period);
    value.basis = as_written(original, folded, basis);
    return value;
}

} // namespace

int compare(Decimal a, Decimal b) {
    constexpr std::int64_t powers[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
    // Whole parts first: digits brought to the same places would not fit into 64 bits.
    const auto whole = [&](Decimal d) { return d.digits / powers[d.places]; };
    const auto millionths = [&](Decimal d) { return d.digits % powers[d.places] * powers[6 - d.places]; };
    if (whole(a) != whole(b)) return whole(a) < whole(b) ? -1 : 1;
    if (millionths(a) != millionths(b)) return millionths(a) < millionths(b) ? -1 : 1;
    return 0;
}

Value parse_value(std::string_view text) {
    Value none;
    none.kind = ValueKind::none;
    if (is_no_value(text)) return none;
    if (text.size() > longest_value) return {};
    if (!has_digit(text)) return trim(fold_width(text)).empty() ? none : Value{};
    const FoldedText folded = fold_with_places(text);
    return read_value(text, folded).value_or(Value{});
}

namespace {

// Told by the first byte of most texts, which are asked for each cell of a paper: － is EF BC 8D, ー E3 83
// BC, a wide blank E3 80 80, and all other dashes begin with E2.
bool may_begin_with_dash(std::string_view text) {
    if (text.empty()) return false;
    const auto first = static_cast<unsigned char>(text.front());
    if (first == 0xe3) return text.starts_with("ー") || text.starts_with("　");
    return first == '-' || first == 0xe2 || first == 0xef || first <= ' ';
}

} // namespace

bool is_no_value(std::string_view text) {
    constexpr std::size_t longest = 32; // bytes: a dash or two, and blanks
    if (text.size() > longest || !may_begin_with_dash(text)) return false;
    const std::string folded = fold_width(text);
    std::string_view rest = trim(folded);
    int dashes = 0;
    while (dashes < 3 && take_word(rest, {"―", "—", "–", "-", "ー", "−", "‐", "─"})) ++dashes;
    return dashes > 0 && rest.empty();
}

} // namespace taisho
