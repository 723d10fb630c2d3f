#include "xlsx/excel_text.h"

#include "base/utf8.h"
#include "text/fold.h"

#include <algorithm>

#include <algorithm>
#include <charconv>

namespace taisho {

namespace {

std::size_t units_of(char32_t character) { return character > 0xffff ? 2 : 1; }

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// _xHHHH_ stands for a UTF-16 code unit (ECMA-376 22.9.2.19, ST_Xstring).
bool is_escape(std::string_view text) {
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && is_hex(text[2]) && is_hex(text[3]) &&
           is_hex(text[4]) && is_hex(text[5]) && text[6] == '_';
}

char32_t unit_of_escape(std::string_view escape) {
    std::uint32_t unit = 0;
    std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
    return unit;
}

// The character of the escape at `at`, or of two that are a pair; `at` is then behind it.
char32_t take_escape(std::string_view text, std::size_t& at) {
    constexpr std::size_t size = 7;
    const char32_t unit = unit_of_escape(text.substr(at));
    at += size;
    if (unit < 0xd800 || unit > 0xdfff) return unit == 0 ? U'\xfffd' : unit;
    const std::string_view rest = text.substr(at);
    const char32_t low = unit < 0xdc00 && is_escape(rest) ? unit_of_escape(rest) : 0;
    if (low < 0xdc00 || low > 0xdfff) return U'\xfffd';
    at += size;
    return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

// The characters that a sheet name must not hold, as their full-width sisters, so that the name still reads
// the same.
std::string_view allowed_in_name(char c) {
    switch (c) {
    case '[': return "［";
    case ']': return "］";
    case ':': return "：";
    case '*': return "＊";
    case '?': return "？";
    case '/': return "／";
    case '\\': return "＼";
    default: return {};
    }
}

constexpr std::size_t longest_sheet_name = 31; // in UTF-16 units

// Excel keeps these names for its list of changes, in English and in Japanese.
constexpr std::string_view kept_names[] = {"history", "履歴"};

// Excel compares the names of sheets without regard to case. Whether width counts differs by language, so it
// does not count here.
std::string folded_name(std::string_view name) {
    std::string folded = fold_width(name);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

bool is_taken(std::string_view name, const std::vector<std::string>& taken) {
    const std::string folded = folded_name(name);
    const auto same = [&](std::string_view other) { return folded_name(other) == folded; };
    return std::ranges::any_of(taken, same) || std::ranges::any_of(kept_names, same);
}

} // namespace

std::optional<std::size_t> count_utf16(std::string_view text) {
    if (find_invalid(text)) return std::nullopt;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        const bool writable = next.character == '\r' || is_text_character(next.character);
        if (!writable) return std::nullopt;
        units += units_of(next.character);
        at += next.length;
    }
    return units;
}

std::string_view cut_utf16(std::string_view text, std::size_t units) {
    std::size_t end = 0;
    while (end < text.size()) {
        const Decoded next = decode(text, end);
        if (units_of(next.character) > units) break;
        units -= units_of(next.character);
        end += next.length;
    }
    return text.substr(0, end);
}

std::string_view cut_for_cell(std::string_view text) {
    return text.size() <= longest_text ? text : cut_utf16(text, longest_text);
}

std::string escape_cell_text(std::string_view text) {
    if (text.find_first_of("_\r") == std::string_view::npos) return std::string(text);
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') continue;
        if (text[i] == '_' && is_escape(text.substr(i))) escaped += "_x005F";
        escaped += text[i];
    }
    return escaped;
}

std::string unescape_cell_text(std::string_view text) {
    std::string unescaped;
    unescaped.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("_\r", at), text.size());
        unescaped.append(text.substr(at, end - at));
        at = end;
        if (at == text.size()) break;
        if (text[at] == '\r') {
            ++at;
        } else if (is_escape(text.substr(at))) {
            const char32_t character = take_escape(text, at);
            if (character != U'\r') append_utf8(unescaped, character);
        } else {
            unescaped += text[at++];
        }
    }
    return unescaped;
}

std::string escape_xml(std::string_view text) {
    if (text.find_first_of("&<>\"") == std::string_view::npos) return std::string(text);
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::string clean_sheet_name(std::string_view wish) {
    std::string name;
    for (const char c : wish) {
        const std::string_view allowed = allowed_in_name(c);
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (!allowed.empty())
            name += allowed;
        else if (!control)
            name += c;
    }
    name = cut_utf16(name, longest_sheet_name);
    while (name.starts_with('\'')) name.erase(0, 1);
    while (name.ends_with('\'')) name.pop_back();
    return name.empty() ? "Sheet1" : name;
}

std::string distinct_sheet_name(std::string_view wish, const std::vector<std::string>& taken) {
    const std::string clean = clean_sheet_name(wish);
    std::string name = clean;
    for (int copy = 2; is_taken(name, taken); ++copy) {
        const std::string end = " (" + std::to_string(copy) + ")";
        name = std::string(cut_utf16(clean, longest_sheet_name - end.size())) + end;
    }
    return name;
}

std::string quoted_sheet_name(std::string_view name) {
    std::string quoted = "'";
    for (const char c : name) quoted.append(c == '\'' ? 2 : 1, c);
    return quoted += '\'';
}

// ECMA-376 18.3.1.46 (&"font name,font type" and &nn). The size stands first: a digit of the text right
// behind it would be read as a part of it.
std::string header_piece(std::string_view text, std::string_view font, int size) {
    std::string piece = "&" + std::to_string(size);
    const bool writable_font = font.find_first_of("\",&") == std::string_view::npos;
    if (writable_font && !font.empty()) piece.append("&\"").append(font).append(",Regular\"");
    // A digit would be read as one of the size.
    const bool digit_first = !text.empty() && text.front() >= '0' && text.front() <= '9';
    if (digit_first && piece.back() != '"') piece += ' ';
    for (const char c : text) {
        if (c == '&') piece += '&';
        piece += c;
    }
    return piece;
}

} // namespace taisho
