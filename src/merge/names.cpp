#include "merge/names.h"

#include "base/utf8.h"
#include "data/data_columns.h"

#include <algorithm>

namespace taisho {
namespace {

constexpr std::string_view plan_name = "計画"; // of a plan without a title

// R9 for 2027, else the key itself.
std::string column_name(const DataField& field, const std::string& key) {
    const auto found = std::ranges::find_if(field.columns, [&](const DataGoalColumn& column) {
        return column.year && std::to_string(*column.year) == key;
    });
    return found == field.columns.end() ? key : one_line(found->label);
}

bool says_what_it_is(Part part) { return part == Part::value || part == Part::text || part == Part::cell; }

void append(const std::string& word, std::string& name) {
    if (!word.empty()) name.append(name.empty() ? "" : "　").append(word);
}

} // namespace

PlaceNames place_names(const DataTable& paper) {
    PlaceNames names{paper, {}, {}};
    for (std::uint32_t unit = 0; unit < paper.units.size(); ++unit)
        names.units.emplace(paper.units[unit].id, unit);
    std::uint32_t last = no_index; // the rows of a field follow each other, those of both sides mixed
    for (const DataRow& row : paper.rows) {
        if (row.field == no_index || row.field == last) continue;
        last = row.field;
        names.fields.emplace(std::tuple(row.unit, row.side, std::string_view(paper.fields[last].key)), last);
    }
    return names;
}

std::string name_of(const DataPlace& place, const PlaceNames& names) {
    const auto unit = names.units.find(place.unit);
    if (unit == names.units.end()) return place.unit;
    const auto found = names.fields.find(std::tuple(unit->second, place.side, std::string_view(place.field)));
    const DataField* field = found == names.fields.end() ? nullptr : &names.paper.fields[found->second];
    if (!place.field.empty() && field == nullptr) return place.unit;
    const std::string& title = names.paper.units[unit->second].title;
    std::string name = title.empty() && place.unit.empty() ? std::string(plan_name) : title;
    if (field != nullptr) append(field->name, name);
    append(place.row.starts_with('#') ? std::string() : place.row, name);
    if (!place.column.empty())
        append(field != nullptr ? column_name(*field, place.column) : place.column, name);
    if (!says_what_it_is(place.part)) append(std::string(word_of(place.part)), name);
    return name;
}

} // namespace taisho
