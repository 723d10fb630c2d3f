#include "document/paper_numbers.h"

#include "text/numbering.h"

namespace taisho {
namespace {

// The number 1 in each form, and what stands between it and a title.
struct FormOfOne {
    std::string_view one, behind;
};

FormOfOne form_of_one(NumberForm form) {
    switch (form) {
    case NumberForm::ordinal: return {"第１", "　"};
    case NumberForm::digit: return {"１", "　"};
    case NumberForm::digit_stop: return {"１．", ""};
    case NumberForm::brackets: return {"(1)", "　"};
    case NumberForm::wide_brackets: return {"（１）", ""};
    case NumberForm::kana: return {"ア", "　"};
    case NumberForm::kana_brackets: return {"(ア)", "　"};
    case NumberForm::circled: return {"①", "　"};
    case NumberForm::as_written:
    case NumberForm::none: break;
    }
    return {};
}

} // namespace

std::string number_text(NumberForm form, int value, DigitWidth digits) {
    const FormOfOne of_one = form_of_one(form);
    std::optional<HeadingNumber> number = parse_heading_number(of_one.one);
    if (!number) return {};
    number->value = value;
    const std::string text = write_heading_number(*number).value_or("(" + std::to_string(value) + ")");
    return with_digits(text, digits).append(of_one.behind);
}

Heading section_heading(const Heading& written, int value, const Numbering& numbering) {
    Heading heading = written;
    if (numbering.sections == NumberForm::as_written)
        heading.number.utf8 = with_digits(written.number.utf8, numbering.digits);
    else
        heading.number.utf8 = number_text(numbering.sections, value, numbering.digits);
    return heading;
}

} // namespace taisho
