#include "merge/names.h"

#include "base/utf8.h"
#include "data/data_columns.h"

#include <algorithm>

namespace taisho {
namespace {

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

std::string name_of(const DataPlace& place, const DataTable& paper) {
    const auto found = std::ranges::find_if(paper.rows, [&](const DataRow& row) {
        const bool in_field = row.field != no_index && paper.fields[row.field].key == place.field;
        return paper.units[row.unit].id == place.unit && row.side == place.side &&
               (place.field.empty() || in_field);
    });
    if (found == paper.rows.end()) return place.unit;
    std::string name = paper.units[found->unit].title;
    const bool in_field = !place.field.empty();
    if (in_field) append(paper.fields[found->field].name, name);
    append(place.row.starts_with('#') ? std::string() : place.row, name);
    if (!place.column.empty())
        append(in_field ? column_name(paper.fields[found->field], place.column) : place.column, name);
    if (!says_what_it_is(place.part)) append(std::string(word_of(place.part)), name);
    return name;
}

} // namespace taisho
