#include "compare/field_names.h"
#include "data/data_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace taisho {
namespace {

bool has_repeats(const std::vector<std::string>& names) {
    std::vector<std::string_view> sorted(names.begin(), names.end());
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) != sorted.end();
}

std::string ordinal(std::size_t index) { return "#" + std::to_string(index + 1); }

} // namespace

std::vector<std::string> distinct(std::vector<std::string> names) {
    if (!has_repeats(names)) return names;
    std::set<std::string> taken(names.begin(), names.end());
    std::map<std::string, std::size_t> count;
    for (std::string& name : names) {
        std::size_t& seen = count[name];
        if (++seen == 1) continue;
        const std::string repeated = name;
        do { name = repeated + "#" + std::to_string(seen); } while (!taken.insert(name).second && ++seen > 0);
    }
    return names;
}

std::vector<std::string> field_keys(const std::vector<std::string_view>& kinds) {
    std::map<std::string_view, std::size_t> count;
    std::vector<std::string> keys;
    keys.reserve(kinds.size());
    for (const std::string_view kind : kinds)
        keys.push_back(cut_line(kind, most_of_name) + ordinal(count[kind]++));
    return distinct(std::move(keys));
}

std::vector<std::string> row_keys(const std::vector<std::string_view>& labels) {
    std::vector<std::string> keys;
    keys.reserve(labels.size());
    for (const std::string_view label : labels)
        keys.push_back(label.empty() ? ordinal(keys.size()) : cut_line(label, most_of_name));
    return distinct(std::move(keys));
}

std::vector<std::string> column_keys(const std::vector<ColumnName>& columns) {
    std::vector<std::string> keys;
    keys.reserve(columns.size());
    for (const auto& [year, label] : columns)
        keys.push_back(year ? std::to_string(*year) : cut_line(label, most_of_name));
    return distinct(std::move(keys));
}

} // namespace taisho
