#include "xlsx/header_code.h"

#include "xlsx/excel_text.h"

#include <array>
#include <string_view>

namespace taisho {
namespace {

constexpr std::array<std::string_view, 3> sections = {"&L", "&C", "&R"}; // by Place

// Sizes are whole points.
int whole_points(Length size) { return size.mpt / 1000; }

std::size_t units_of(std::string_view text) { return count_utf16(text).value_or(0); }

std::string page_number_code(PageNumberForm form, int last_page) {
    switch (form) {
    case PageNumberForm::number: return "&P";
    case PageNumberForm::dashes: return "- &P -";
    case PageNumberForm::of_total: return "&P/" + std::to_string(last_page);
    case PageNumberForm::none: return {};
    }
    return {};
}

std::string code_of(const SheetWords& words, const SheetFonts& fonts, int last_page) {
    const std::string& font = words.family == Family::gothic ? fonts.gothic : fonts.mincho;
    const std::string text = words.page_number ? std::string() : escape_cell_text(words.text);
    std::string code = words.new_line ? "\n" : "";
    code += header_piece(text, font, whole_points(words.size));
    return words.page_number ? code + page_number_code(*words.page_number, last_page) : code;
}

std::string whole_code(const SheetLine& line, const SheetFonts& fonts, int last_page) {
    std::string code;
    for (std::size_t place = 0; place < line.size(); ++place) {
        if (!line[place].empty()) code += sections[place];
        for (const SheetWords& words : line[place]) code += code_of(words, fonts, last_page);
    }
    return code;
}

SheetWords* longest_of(SheetLine& line) {
    SheetWords* longest = nullptr;
    for (std::vector<SheetWords>& place : line)
        for (SheetWords& words : place)
            if (longest == nullptr || words.text.size() > longest->text.size()) longest = &words;
    return longest;
}

} // namespace

std::string header_code(SheetLine line, const SheetFonts& fonts, int last_page) {
    for (std::vector<SheetWords>& place : line)
        for (SheetWords& words : place)
            if (count_utf16(words.text)) words.text = cut_utf16(words.text, longest_header);
    std::string code = whole_code(line, fonts, last_page);
    while (units_of(code) > longest_header) {
        SheetWords* longest = longest_of(line);
        if (longest->text.empty()) break;
        longest->text = cut_utf16(longest->text, units_of(longest->text) - 1);
        code = whole_code(line, fonts, last_page);
    }
    return code;
}

} // namespace taisho
