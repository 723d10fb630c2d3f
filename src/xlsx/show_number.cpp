#include "xlsx/digits.h"
#include "xlsx/number_format.h"

#include <algorithm>
#include <cmath>

namespace taisho {
namespace {

bool holds(const FormatCondition& condition, double number) {
    switch (condition.comparison) {
    case Comparison::less: return number < condition.bound;
    case Comparison::at_most: return number <= condition.bound;
    case Comparison::equal: return number == condition.bound;
    case Comparison::unequal: return number != condition.bound;
    case Comparison::at_least: return number >= condition.bound;
    case Comparison::more: return number > condition.bound;
    }
    return false;
}

// Only what is below 0 comes here, so the section says itself how that is shown.
bool is_below_zero(const FormatCondition& condition) {
    const bool less = condition.comparison == Comparison::less && condition.bound <= 0;
    const bool at_most = condition.comparison == Comparison::at_most && condition.bound < 0;
    const bool equal = condition.comparison == Comparison::equal && condition.bound < 0;
    return less || at_most || equal;
}

bool takes_all_not_below_zero(const FormatCondition& condition) {
    const bool at_least = condition.comparison == Comparison::at_least && condition.bound <= 0;
    const bool more = condition.comparison == Comparison::more && condition.bound < 0;
    return at_least || more;
}

struct Chosen {
    const FormatSection* section; // null: none of them is meant for the number
    bool has_sign;                // a minus sign stands before it when the number is below 0
};

// The first whose condition holds; one without a condition is for what it is for without the others, and as
// the last for all that is left.
Chosen choose_by_conditions(double number, const std::vector<FormatSection>& sections, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::optional<FormatCondition>& condition = sections[i].condition;
        const bool is_last = i + 1 == count;
        const bool takes =
            condition ? holds(*condition, number) : is_last || (i == 0 ? number > 0 : number < 0);
        if (!takes) continue;
        const bool is_rest_below_zero =
            i == 1 && sections[0].condition && (!is_last || takes_all_not_below_zero(*sections[0].condition));
        return {&sections[i], condition ? !is_below_zero(*condition) : !is_rest_below_zero};
    }
    return {nullptr, false};
}

// 18.8.31: above 0; below 0; 0; and the fourth for texts.
Chosen choose_section(double number, const std::vector<FormatSection>& sections) {
    const std::size_t count = std::min<std::size_t>(sections.size(), 3);
    const auto has_condition = [](const FormatSection& section) { return section.condition.has_value(); };
    if (std::ranges::any_of(sections, has_condition)) return choose_by_conditions(number, sections, count);
    const std::size_t index = number < 0 ? 1 : number == 0 ? 2 : 0;
    return index < count ? Chosen{&sections[index], index != 1} : Chosen{&sections[0], true};
}

// ---- digits under the 0, # and ? of a section ----

struct Layout {
    std::string integer, decimals, general;
    int exponent = 0;
    bool behind_point = false;
    std::size_t next_integer = 0, next_decimal = 0; // which placeholder comes
};

void append_digit(std::string& text, const Layout& layout, std::size_t from_right, bool is_grouped) {
    text += layout.integer[layout.integer.size() - 1 - from_right];
    if (is_grouped && from_right > 0 && from_right % 3 == 0) text += ',';
}

// The first placeholder takes all digits that are more than there are places.
void append_integer(std::string& text, Layout& layout, const FormatSection& section, bool is_zero) {
    const auto places = static_cast<std::size_t>(section.integer_places);
    const std::size_t from_right = places - 1 - layout.next_integer;
    if (layout.next_integer == 0) {
        for (std::size_t i = layout.integer.size(); i-- > places;)
            append_digit(text, layout, i, section.grouped);
    }
    ++layout.next_integer;
    if (from_right < layout.integer.size()) {
        append_digit(text, layout, from_right, section.grouped);
    } else if (is_zero) {
        text += '0';
        if (section.grouped && from_right > 0 && from_right % 3 == 0) text += ',';
    }
}

// # shows no zeros that nothing follows.
void append_decimal(std::string& text, Layout& layout, bool is_zero) {
    const std::size_t place = layout.next_decimal++;
    const bool goes_on = layout.decimals.find_first_not_of('0', place) != std::string::npos;
    if (is_zero || goes_on) text += layout.decimals[place];
}

void append_exponent(std::string& text, int exponent, const FormatToken& token) {
    const std::string size = std::to_string(std::abs(exponent));
    text += 'E';
    if (exponent < 0 || token.text == "+") text += exponent < 0 ? '-' : '+';
    const auto places = static_cast<std::size_t>(token.count);
    if (size.size() < places) text.append(places - size.size(), '0');
    text += size;
}

// 12345 in 0.00E+00 is 1.23 and 4; with more places before the point the exponent is a multiple of their
// number: ##0.0E+0 gives 12.3E+3.
Digits take_exponent(Digits number, const FormatSection& section, int& exponent) {
    if (number.digits.empty()) return number;
    const int places = std::max(section.integer_places, 1);
    const auto exponent_of = [places](int point) {
        return static_cast<int>(std::floor(static_cast<double>(point - 1) / places)) * places;
    };
    exponent = exponent_of(number.point);
    number.point -= exponent;
    Digits shown = rounded(number, section.decimal_places);
    if (shown.point > places) { // 9.99 has become 10.0
        exponent += places;
        shown.point -= places;
    }
    return shown;
}

Layout lay_out_digits(Digits number, const FormatSection& section) {
    const auto is_exponent = [](const FormatToken& token) { return token.part == FormatPart::exponent; };
    Layout layout;
    number.negative = false;
    number.point += 2 * section.percents - 3 * section.thousands;
    layout.general = general_text(number);
    number = std::ranges::any_of(section.tokens, is_exponent)
                 ? take_exponent(number, section, layout.exponent)
                 : rounded(number, section.decimal_places);
    layout.integer = integer_digits(number);
    layout.decimals = decimal_digits(number, section.decimal_places);
    return layout;
}

void append_token(std::string& text, Layout& layout, const FormatSection& section, const FormatToken& token) {
    switch (token.part) {
    case FormatPart::literal: text += token.text; break;
    case FormatPart::zero:
    case FormatPart::digit:
        if (layout.behind_point) {
            append_decimal(text, layout, token.part == FormatPart::zero);
        } else {
            append_integer(text, layout, section, token.part == FormatPart::zero);
        }
        break;
    case FormatPart::point:
        if (section.integer_places == 0) text += layout.integer; // .00
        text += '.';
        layout.behind_point = true;
        break;
    case FormatPart::exponent: append_exponent(text, layout.exponent, token); break;
    case FormatPart::general:
    case FormatPart::any_text: text += layout.general; break;
    case FormatPart::year:
    case FormatPart::era:
    case FormatPart::era_year:
    case FormatPart::month:
    case FormatPart::day:
    case FormatPart::weekday:
    case FormatPart::hour:
    case FormatPart::minute:
    case FormatPart::second:
    case FormatPart::split_second:
    case FormatPart::half_day:
    case FormatPart::hours_in_all:
    case FormatPart::minutes_in_all:
    case FormatPart::seconds_in_all: break; // of dates, which show_date shows
    }
}

} // namespace

ShownNumber show_number(double number, const NumberFormat& format, DateSystem system) {
    const Digits digits = digits_of(number);
    if (format.sections.empty()) return {general_text(digits), CellSource::number};
    const auto [section, has_sign] = choose_section(number, format.sections);
    if (section == nullptr) return {general_text(digits), CellSource::number};
    if (section->is_date) {
        const std::optional<std::string> date = show_date(number, *section, system);
        return date ? ShownNumber{*date, CellSource::date}
                    : ShownNumber{general_text(digits), CellSource::number};
    }
    Layout layout = lay_out_digits(digits, *section);
    std::string text;
    const bool is_negative = digits.negative && !digits.digits.empty();
    if (is_negative && has_sign && !section->tokens.empty()) text += '-';
    for (const FormatToken& token : section->tokens) append_token(text, layout, *section, token);
    return {text, section->percents > 0 ? CellSource::percentage : CellSource::number};
}

} // namespace taisho
