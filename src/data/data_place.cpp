#include "data/data_columns.h"

#include <algorithm>
#include <array>

// A key such as 4-5-1/修正後/値/output#1/R7… is read by people who look at the hidden column, and by import.
// Five slashes divide it; a slash inside a part is written as %2F, a percent sign as %25.

namespace taisho {
namespace {

void append_part(std::string_view part, std::string& key) {
    for (const char c : part) {
        if (c == '/')
            key += "%2F";
        else if (c == '%')
            key += "%25";
        else
            key += c;
    }
}

std::string plain(std::string_view part) {
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const std::string_view escape = part.substr(i, 3);
        if (escape == "%2F" || escape == "%25") {
            text += escape == "%2F" ? '/' : '%';
            i += 2;
        } else {
            text += part[i];
        }
    }
    return text;
}

constexpr std::size_t parts_of_key = 6;

} // namespace

std::string key_of(const DataPlace& place) {
    std::string key;
    append_part(place.unit, key), key += '/';
    key.append(word_of(place.side)) += '/';
    key.append(word_of(place.part)) += '/';
    append_part(place.field, key), key += '/';
    append_part(place.row, key), key += '/';
    append_part(place.column, key);
    return key;
}

std::optional<DataPlace> parse_key(std::string_view key) {
    std::array<std::string, parts_of_key> parts;
    for (std::size_t i = 0; i < parts_of_key; ++i) {
        const std::size_t end = key.find('/');
        const bool last = i + 1 == parts_of_key;
        if (last != (end == std::string_view::npos)) return std::nullopt;
        parts.at(i) = plain(key.substr(0, end));
        if (!last) key.remove_prefix(end + 1);
    }
    const std::optional<Side> side = side_of(parts[1]);
    const std::optional<Part> part = part_of(parts[2]);
    if (!side || !part) return std::nullopt;
    return DataPlace{*side, parts[0], *part, parts[3], parts[4], parts[5]};
}

DataPlace place_of(const DataTable& table, const DataRow& row) {
    const auto ordinal = [](std::uint32_t index) { return "#" + std::to_string(index + 1); };
    DataPlace place{row.side, table.units[row.unit].id, row.part, {}, {}, {}};
    const DataField* field = row.field != no_index ? &table.fields[row.field] : nullptr;
    if (field != nullptr) place.field = field->key;
    const bool by_number = field == nullptr || row.part == Part::cell;
    if (row.row != no_index) place.row = by_number ? ordinal(row.row) : field->row_keys[row.row];
    if (row.column != no_index)
        place.column = by_number ? ordinal(row.column) : field->columns[row.column].key;
    return place;
}

} // namespace taisho
