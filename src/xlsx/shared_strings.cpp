#include "xlsx/shared_strings.h"

#include "xlsx/excel_text.h"

#include <optional>

namespace taisho {

namespace {

constexpr std::string_view blanks = " \t\n";

// Readers of XML may drop blanks at the ends of an element unless they are told not to (XML 1.0, 2.10).
bool has_outer_blank(std::string_view text) {
    return blanks.find(text.front()) != std::string_view::npos ||
           blanks.find(text.back()) != std::string_view::npos;
}

} // namespace

std::uint32_t SharedStrings::number_of(std::string_view text) {
    const auto found = plain_.find(text);
    if (found != plain_.end()) return found->second;
    const std::optional<std::size_t> units = count_utf16(text);
    const bool good = units && *units <= longest_text;
    has_bad_text_ = has_bad_text_ || !good;
    const std::string escaped = good ? escape_xml(escape_cell_text(text)) : std::string();
    const bool outer = !escaped.empty() && has_outer_blank(escaped);
    items_.append(outer ? "<si><t xml:space=\"preserve\">" : "<si><t>").append(escaped).append("</t></si>");
    return keep(text, plain_);
}

std::uint32_t SharedStrings::number_of_runs(std::string_view markup) {
    const auto found = rich_.find(markup);
    if (found != rich_.end()) return found->second;
    items_.append("<si>").append(markup).append("</si>");
    return keep(markup, rich_);
}

std::uint32_t SharedStrings::keep(std::string_view text,
                                  std::unordered_map<std::string_view, std::uint32_t>& numbers) {
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(kept_.emplace_back(text));
    numbers.emplace(texts_.back(), number);
    return number;
}

std::string SharedStrings::part(std::size_t cells) const {
    std::string part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                       "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"";
    part += std::to_string(cells) + "\" uniqueCount=\"" + std::to_string(texts_.size()) + "\">";
    return part.append(items_).append("</sst>");
}

} // namespace taisho
