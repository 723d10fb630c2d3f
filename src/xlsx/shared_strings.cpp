#include "xlsx/shared_strings.h"

#include "xlsx/excel_text.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace taisho {

namespace {

constexpr std::uint32_t none = 0xffffffff; // of a slot

// Readers of XML may drop blanks at the ends of an element unless they are told not to (XML 1.0, 2.10); some
// take the ideographic space for one.
bool has_outer_blank(std::string_view text) {
    constexpr std::string_view blanks = " \t\n", wide = "　";
    return blanks.find(text.front()) != std::string_view::npos ||
           blanks.find(text.back()) != std::string_view::npos || text.starts_with(wide) ||
           text.ends_with(wide);
}

} // namespace

std::uint32_t SharedStrings::number_of(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>()(text);
    std::uint32_t& slot = slot_of(text, hash, Kind::plain);
    if (slot != none) return slot;
    const std::optional<std::size_t> units = count_utf16(text);
    const bool good = units && *units <= longest_text;
    has_bad_text_ = has_bad_text_ || !good;
    const std::string escaped = good ? escape_xml(escape_cell_text(text)) : std::string();
    const bool outer = !escaped.empty() && has_outer_blank(escaped);
    items_.append(outer ? "<si><t xml:space=\"preserve\">" : "<si><t>").append(escaped).append("</t></si>");
    return add(text, hash, Kind::plain, slot);
}

std::uint32_t SharedStrings::number_of_runs(std::string_view markup) {
    const std::size_t hash = std::hash<std::string_view>()(markup);
    std::uint32_t& slot = slot_of(markup, hash, Kind::runs);
    if (slot != none) return slot;
    items_.append("<si>").append(markup).append("</si>");
    return add(markup, hash, Kind::runs, slot);
}

// The slot that holds the text's number, or the free one that is to hold it.
std::uint32_t& SharedStrings::slot_of(std::string_view text, std::size_t hash, Kind kind) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::size_t last = slots_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
        std::uint32_t& slot = slots_[at];
        if (slot == none) return slot;
        const Entry& entry = entries_[slot];
        if (entry.hash == hash && entry.kind == kind && entry.text == text) return slot;
    }
}

void SharedStrings::grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 4, 1024), none);
    const std::size_t last = slots_.size() - 1;
    for (std::uint32_t number = 0; number < entries_.size(); ++number) {
        std::size_t at = entries_[number].hash & last;
        while (slots_[at] != none) at = (at + 1) & last;
        slots_[at] = number;
    }
}

std::uint32_t SharedStrings::add(std::string_view text, std::size_t hash, Kind kind, std::uint32_t& slot) {
    constexpr std::size_t usual_piece = 65536;
    if (room_ < text.size()) {
        room_ = std::max(text.size(), usual_piece);
        kept_.push_back(std::make_unique_for_overwrite<char[]>(room_));
        end_ = kept_.back().get();
    }
    std::ranges::copy(text, end_);
    slot = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({{end_, text.size()}, hash, kind});
    end_ += text.size(), room_ -= text.size();
    return slot;
}

std::string SharedStrings::part(std::size_t cells) const {
    std::string part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                       "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"";
    part += std::to_string(cells) + "\" uniqueCount=\"" + std::to_string(entries_.size()) + "\">";
    part.reserve(part.size() + items_.size() + 6);
    return part.append(items_).append("</sst>");
}

} // namespace taisho
