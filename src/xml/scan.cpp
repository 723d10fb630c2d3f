#include "xml/scan.h"

#include <algorithm>

namespace taisho {
namespace {

// Behind the next `ending`, or the end of the file.
std::size_t behind(std::string_view bytes, std::string_view ending, std::size_t from) {
    const std::size_t found = bytes.find(ending, from);
    return found == std::string_view::npos ? bytes.size() : found + ending.size();
}

// A > in the value of an attribute does not end the tag.
std::size_t behind_tag(std::string_view bytes, std::size_t from) {
    for (std::size_t i = bytes.find_first_of("\"'>", from); i < bytes.size();
         i = bytes.find_first_of("\"'>", i)) {
        if (bytes[i] == '>') return i + 1;
        i = behind(bytes, bytes.substr(i, 1), i + 1);
    }
    return bytes.size();
}

// In a tag, as many as there are quoted values.
std::size_t count_attributes(std::string_view tag) {
    std::size_t count = 0;
    for (std::size_t i = tag.find_first_of("\"'"); i < tag.size(); i = tag.find_first_of("\"'", i)) {
        i = behind(tag, tag.substr(i, 1), i + 1);
        ++count;
    }
    return count;
}

} // namespace

std::optional<Markup> next_markup(std::string_view bytes, std::size_t from) {
    const std::size_t begin = bytes.find('<', from);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::string_view rest = bytes.substr(begin);
    if (rest.starts_with("<!--")) return Markup{MarkupKind::comment, begin, behind(bytes, "-->", begin + 4)};
    if (rest.starts_with("<![CDATA[")) return Markup{MarkupKind::cdata, begin, behind(bytes, "]]>", begin)};
    if (rest.starts_with("<?")) return Markup{MarkupKind::instruction, begin, behind(bytes, "?>", begin)};
    if (rest.starts_with("<!")) return Markup{MarkupKind::declaration, begin, begin + 2};
    if (rest.starts_with("</")) return Markup{MarkupKind::end_tag, begin, behind(bytes, ">", begin)};
    const std::size_t end = behind_tag(bytes, begin + 1);
    const bool is_empty = bytes.substr(begin, end - begin).ends_with("/>");
    return Markup{is_empty ? MarkupKind::empty_tag : MarkupKind::start_tag, begin, end};
}

std::vector<OpenElement> open_elements(std::string_view bytes, std::size_t end) {
    std::vector<OpenElement> open;
    for (auto markup = next_markup(bytes, 0); markup && markup->begin < end;
         markup = next_markup(bytes, markup->end)) {
        if (markup->kind == MarkupKind::end_tag && !open.empty()) open.pop_back();
        if (markup->kind != MarkupKind::start_tag) continue;
        const std::size_t name_end =
            std::min(bytes.find_first_of(" \t\r\n/>", markup->begin + 1), bytes.size());
        open.push_back(
            {std::string(bytes.substr(markup->begin + 1, name_end - markup->begin - 1)), markup->begin});
    }
    return open;
}

std::optional<Markup> first_beyond(std::string_view bytes, std::size_t most) {
    std::size_t count = 0;
    for (auto markup = next_markup(bytes, 0); markup; markup = next_markup(bytes, markup->end)) {
        const bool is_tag = markup->kind == MarkupKind::start_tag || markup->kind == MarkupKind::empty_tag;
        if (markup->kind == MarkupKind::end_tag) continue;
        count += 1;
        if (is_tag) count += count_attributes(bytes.substr(markup->begin, markup->end - markup->begin));
        if (count > most) return markup;
    }
    return std::nullopt;
}

} // namespace taisho
