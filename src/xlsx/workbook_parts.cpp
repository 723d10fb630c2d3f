#include "xlsx/workbook_parts.h"

#include "xlsx/excel_text.h"

#include <algorithm>
#include <charconv>
#include <new>
#include <optional>

namespace taisho {

namespace {

constexpr std::uint8_t deepest_indent = 250; // Excel's limit
constexpr std::uint8_t text_format = 49;     // ECMA-376 18.8.30: @

double points(Length length) { return length.mpt / 1000.0; }

std::string decimal(Length length) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, points(length)).ptr};
}

// Justified lines of Japanese without hyphenation get holes in Excel; it breaks lines by rules of its own.
lxw_format_alignments horizontal(Align align) {
    switch (align) {
    case Align::start: return LXW_ALIGN_LEFT;
    case Align::center: return LXW_ALIGN_CENTER;
    case Align::end: return LXW_ALIGN_RIGHT;
    case Align::justify: return LXW_ALIGN_LEFT;
    case Align::distribute: return LXW_ALIGN_CENTER; // the layout has spread it
    case Align::decimal: return LXW_ALIGN_RIGHT;
    }
    return LXW_ALIGN_LEFT;
}

lxw_format_alignments vertical(VerticalAlign align) {
    return align == VerticalAlign::top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
}

// ECMA-376 18.8.18: 1 = Roman, 3 = Modern, as Excel has it for MS 明朝 and MS ゴシック.
std::uint8_t family_number(Family family) { return family == Family::mincho ? 1 : 3; }

const std::string& font_name(const SheetFonts& fonts, Family family) {
    return family == Family::mincho ? fonts.mincho : fonts.gothic;
}

// Without empty runs, and with neighbours of the same font joined.
std::vector<CellRun> tidy(const std::vector<CellRun>& runs) {
    std::vector<CellRun> tidied;
    for (const CellRun& run : runs) {
        if (run.text.empty()) continue;
        const bool joins =
            !tidied.empty() && tidied.back().family == run.family && tidied.back().look == run.look;
        if (joins)
            tidied.back().text += run.text;
        else
            tidied.push_back(run);
    }
    return tidied;
}

// ECMA-376 18.4.7 (rPr).
std::string look_markup(const RunLook& look) {
    std::string markup = look.bold ? "<b/>" : "";
    switch (look.stroke) {
    case Stroke::none: break;
    case Stroke::underline: markup += "<u/>"; break;
    case Stroke::double_underline: markup += "<u val=\"double\"/>"; break;
    case Stroke::strike: markup += "<strike/>"; break;
    }
    return markup;
}

std::string colour_markup(Colour ink) {
    if (ink == no_colour || ink == black) return "<color theme=\"1\"/>";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string markup = "<color rgb=\"FF";
    for (int shift = 20; shift >= 0; shift -= 4) markup.push_back(digits[ink >> shift & 0xf]);
    return markup + "\"/>";
}

// ECMA-376 18.4.4 (r).
std::string rich_markup(const std::vector<CellRun>& runs, Length size, const SheetFonts& fonts) {
    std::string markup;
    for (const CellRun& run : runs) {
        markup += "<r><rPr>" + look_markup(run.look) + "<sz val=\"";
        markup += decimal(size) + "\"/>" + colour_markup(run.look.ink) + "<rFont val=\"";
        markup += escape_xml(font_name(fonts, run.family));
        markup += "\"/><family val=\"" + std::to_string(family_number(run.family)) + "\"/></rPr>";
        markup += "<t xml:space=\"preserve\">" + escape_xml(escape_cell_text(run.text)) +
                  "</t></r>"; // a run may begin with 「　」
    }
    return markup;
}

} // namespace

// The library takes 0 as "no colour".
lxw_color_t library_colour(Colour colour) {
    if (colour == 0) return LXW_COLOR_BLACK;
    return colour;
}

std::string WorkbookParts::checked(const std::string& text, std::size_t longest) {
    const std::optional<std::size_t> units = count_utf16(text);
    if (units && *units <= longest) return text;
    failed = true;
    return {};
}

namespace {

void set_frame(lxw_format* format, const CellLook& look) {
    const auto line = static_cast<std::uint8_t>(look.frame == FrameStroke::bold ? LXW_BORDER_MEDIUM
                                                                                : LXW_BORDER_MEDIUM_DASHED);
    if (look.framed.above) format_set_top(format, line);
    if (look.framed.below) format_set_bottom(format, line);
    if (look.framed.left) format_set_left(format, line);
    if (look.framed.right) format_set_right(format, line);
}

} // namespace

lxw_format* WorkbookParts::format(const CellLook& look) {
    lxw_format*& format = formats[look];
    if (format != nullptr) return format;
    format = workbook_add_format(workbook);
    format_set_font_name(format, font_name(fonts, look.family).c_str());
    format_set_font_family(format, family_number(look.family));
    format_set_font_size(format, points(look.size));
    if (look.run.stroke == Stroke::underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look.run.stroke == Stroke::double_underline) format_set_underline(format, LXW_UNDERLINE_DOUBLE);
    if (look.run.stroke == Stroke::strike) format_set_font_strikeout(format);
    if (look.run.bold) format_set_bold(format);
    if (look.run.ink != no_colour) format_set_font_color(format, library_colour(look.run.ink));
    if (look.wrap) format_set_text_wrap(format);
    format_set_align(format, horizontal(look.align));
    format_set_align(format, vertical(look.vertical));
    if (look.indent > 0) format_set_indent(format, std::min(look.indent, deepest_indent));
    if (look.border != no_colour) {
        format_set_border(format, look.thick ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
        if (look.open.above) format_set_top(format, LXW_BORDER_NONE);
        if (look.open.below) format_set_bottom(format, LXW_BORDER_NONE);
        if (look.open.left) format_set_left(format, LXW_BORDER_NONE);
        if (look.open.right) format_set_right(format, LXW_BORDER_NONE);
        format_set_border_color(format, library_colour(look.border));
    }
    if (look.frame != FrameStroke::none) set_frame(format, look);
    if (look.fill != no_colour) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, library_colour(look.fill));
    }
    if (look.text) format_set_num_format_index(format, text_format);
    if (!look.locked) format_set_unlocked(format);
    return format;
}

std::uint16_t WorkbookParts::style(const CellLook& look) {
    return static_cast<std::uint16_t>(lxw_format_get_xf_index(format(look)));
}

std::optional<std::uint32_t> WorkbookParts::share(const std::vector<CellRun>& runs, CellLook& look) {
    const std::vector<CellRun> texts = tidy(runs);
    if (!texts.empty()) look.family = texts.front().family;
    const bool whole = texts.size() == 1 && texts.front().look != RunLook{};
    if (whole) look.run = texts.front().look;
    if (texts.empty()) return std::nullopt;
    if (texts.size() == 1) return strings.number_of(texts.front().text);
    std::size_t units = 0;
    for (const CellRun& run : texts) units += count_utf16(run.text).value_or(longest_text + 1);
    if (units > longest_text) return failed = true, std::nullopt;
    return strings.number_of_runs(rich_markup(texts, look.size, fonts));
}

} // namespace taisho
