#include "model/paper_shape.h"
#include "model/read_paper.h"
#include "model/reading.h"
#include "text/fold.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

namespace taisho {

std::optional<Text> optional_child(const Element& element, std::string_view name) {
    const Element* child = find_child(element, name);
    return child != nullptr ? std::optional(text_of(*child)) : std::nullopt;
}

bool is_yes(const Element& element, std::string_view attribute) {
    return attribute_of(element, attribute).utf8 == "yes";
}

namespace {

bool is_within(Span at, const Element& element) {
    return at.source == element.extent.source && at.begin >= element.extent.begin &&
           at.begin < element.extent.end;
}

bool is_unit(const Element& element) { return element.name == "item" || element.name == "level"; }

// The first slips: nobody reads more.
std::span<const Diagnostic> first_of(const Diagnostics& diagnostics) {
    constexpr std::size_t most = 100;
    return std::span(diagnostics).first(std::min(diagnostics.size(), most));
}

} // namespace

bool has_slip_within(const Element& element, const Diagnostics& diagnostics) {
    return std::ranges::any_of(first_of(diagnostics),
                               [&](const Diagnostic& slip) { return is_within(slip.at, element); });
}

Heading read_heading(const Element& element) {
    return {child_text(element, "number"), child_text(element, "title")};
}

namespace {

// Another word than these five is reported by the shape.
ColumnKind read_column_kind(const Element& element) {
    const std::string word = attribute_of(element, "kind").utf8;
    for (const ColumnKind kind :
         {ColumnKind::baseline, ColumnKind::target, ColumnKind::note, ColumnKind::free}) {
        if (word == name_of(kind)) return kind;
    }
    return word.empty() || word == "year" ? ColumnKind::year : ColumnKind::free;
}

} // namespace

Column read_column(const Element& element, Diagnostics& diagnostics) {
    Column column{
        read_column_kind(element), {}, text_of(element), optional_child(element, "note"), element.at};
    if (column.kind == ColumnKind::year) {
        column.year = parse_fiscal_year(column.label.utf8);
        if (!column.year) add_error(diagnostics, Code::not_a_year, column.label.at, {column.label.utf8, "!"});
    }
    return column;
}

ValueRow read_row(const Element& element) {
    ValueRow row{attribute_of(element, "label"), {}};
    for (const Element* value : find_children(element, "value")) row.values.push_back(text_of(*value));
    return row;
}

namespace {

// Years are told apart by value, all other columns by their labels.
void check_repeated_columns(const std::vector<Column>& columns, Diagnostics& diagnostics) {
    std::set<int> years;
    std::set<std::string> labels;
    for (const Column& column : columns) {
        const bool is_new = column.year ? years.insert(*column.year).second
                                        : labels.insert(fold_width(column.label.utf8)).second;
        if (!is_new) add_error(diagnostics, Code::repeated_column, column.label.at, {column.label.utf8});
    }
}

// Rows are told apart by their labels.
void check_repeated_rows(const std::vector<ValueRow>& rows, Diagnostics& diagnostics) {
    if (rows.size() < 2) return;
    std::set<std::string> labels;
    for (const ValueRow& row : rows) {
        if (labels.insert(fold_width(row.label.utf8)).second) continue;
        add_error(diagnostics, Code::repeated_row,
                  row.label.empty() && !row.values.empty() ? row.values.front().at : row.label.at,
                  {row.label.utf8});
    }
}

Goal read_goal(const Element& element, Diagnostics& diagnostics) {
    Goal goal{attribute_of(element, "kind"),
              attribute_of(element, "label"),
              child_text(element, "statement"),
              {},
              {},
              element.at,
              has_slip_within(element, diagnostics)};
    if (const Element* columns = find_child(element, "columns")) {
        for (const Element* column : find_children(*columns, "column")) {
            goal.columns.push_back(read_column(*column, diagnostics));
        }
    }
    check_repeated_columns(goal.columns, diagnostics);
    for (const Element* row : find_children(element, "row")) {
        goal.rows.push_back(read_row(*row));
        const std::size_t count = goal.rows.back().values.size();
        if (count == goal.columns.size() || goal.damaged) continue;
        add_error(diagnostics, Code::value_count, row->at,
                  {std::to_string(count), std::to_string(goal.columns.size())});
    }
    check_repeated_rows(goal.rows, diagnostics);
    if (goal.columns.size() > most_goal_columns || goal.rows.size() > most_goal_rows) {
        add_error(diagnostics, Code::table_too_large, goal.at,
                  {std::to_string(most_goal_columns), std::to_string(most_goal_columns * most_goal_rows)});
    }
    return goal;
}

constexpr std::uint16_t most_span = 1000;

std::uint16_t read_span(const Element& cell, std::string_view name, Diagnostics& diagnostics) {
    if (!has_attribute(cell, name)) return 1;
    const Text word = attribute_of(cell, name);
    const char* end_of_word = word.utf8.data() + word.utf8.size();
    std::uint16_t span = 0;
    const auto [end, error] = std::from_chars(word.utf8.data(), end_of_word, span);
    if (error == std::errc{} && end == end_of_word && span >= 1 && span <= most_span) return span;
    add_error(diagnostics, Code::bad_count, word.at,
              {std::string(name), word.utf8, "1", std::to_string(most_span)});
    return 1;
}

TableRow read_table_row(const Element& element, Diagnostics& diagnostics) {
    TableRow row{is_yes(element, "header"), {}};
    for (const Element* cell : find_children(element, "cell")) {
        row.cells.push_back({text_of(*cell), read_span(*cell, "rowSpan", diagnostics),
                             read_span(*cell, "columnSpan", diagnostics), is_yes(*cell, "header")});
    }
    return row;
}

std::size_t width_of(const TableRow& row) {
    std::size_t width = 0;
    for (const TableCell& cell : row.cells) width += cell.column_span;
    return width;
}

// A table that is compared cell by cell is spread out as a grid.
constexpr std::size_t most_columns = 1000, largest_grid = 200'000;

// Puts the cells of a row into the columns that no cell from above reaches into; `reach` holds for each
// column how many rows are covered from here on. False when a cell does not fit.
bool place_row(const TableRow& row, std::vector<std::size_t>& reach) {
    const std::vector<std::size_t> above = reach;
    std::size_t column = 0;
    for (const TableCell& cell : row.cells) {
        while (column < reach.size() && above[column] > 0) ++column;
        for (std::size_t k = 0; k < cell.column_span; ++k, ++column) {
            if (column >= reach.size() || above[column] > 0) return false;
            reach[column] = cell.row_span;
        }
    }
    const bool full = std::ranges::find(reach, 0U) == reach.end();
    for (std::size_t& rows : reach) rows -= rows > 0 ? 1 : 0;
    return full;
}

// Every row covers as many columns as the first, and no cell reaches out at the bottom.
void check_table(const FreeTable& table, const std::vector<const Element*>& rows, Diagnostics& diagnostics) {
    const std::size_t columns = width_of(table.rows.front());
    if (columns == 0) {
        add_error(diagnostics, Code::missing_element, rows.front()->at, {"row", "cell"});
        return;
    }
    if (columns > most_columns || columns * table.rows.size() > largest_grid) {
        add_error(diagnostics, Code::table_too_large, table.at,
                  {std::to_string(most_columns), std::to_string(largest_grid)});
        return;
    }
    std::vector<std::size_t> reach(columns, 0);
    const auto report = [&](std::size_t row, std::size_t covered) {
        const bool overlaps = covered == columns; // the count alone would not say what is wrong
        add_error(diagnostics, Code::table_shape, rows[row]->at,
                  {std::to_string(row + 1), std::to_string(columns),
                   overlaps ? std::string() : std::to_string(covered), overlaps ? "!" : ""});
    };
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto from_above = static_cast<std::size_t>(
            std::ranges::count_if(reach, [](std::size_t rows_left) { return rows_left > 0; }));
        if (!place_row(table.rows[i], reach)) return report(i, width_of(table.rows[i]) + from_above);
    }
    const bool reaches_out = std::ranges::any_of(reach, [](std::size_t rows_left) { return rows_left > 0; });
    if (reaches_out) add_error(diagnostics, Code::table_reaches_out, rows.back()->at, {});
}

FreeTable read_table(const Element& element, Diagnostics& diagnostics) {
    FreeTable table{attribute_of(element, "label"), {}, element.at};
    const std::vector<const Element*> rows = find_children(element, "row");
    for (const Element* row : rows) table.rows.push_back(read_table_row(*row, diagnostics));
    if (!table.rows.empty()) check_table(table, rows, diagnostics);
    return table;
}

} // namespace

std::optional<Field> read_field(const Element& element, Diagnostics& diagnostics) {
    if (const auto kind = passage_kind(element.name))
        return Passage{*kind, attribute_of(element, "label"), text_of(element), element.at};
    if (element.name == "goal") return read_goal(element, diagnostics);
    if (element.name == "table") return read_table(element, diagnostics);
    return std::nullopt;
}

std::size_t read_unit(const Element& element, std::optional<std::size_t> parent, UnitTree& tree,
                      Diagnostics& diagnostics) {
    const std::size_t index = tree.units.size();
    tree.units.push_back({attribute_of(element, "id"), read_heading(element), child_text(element, "page"),
                          parent, Level{}, element.at, has_slip_within(element, diagnostics)});
    children_of(tree, parent).push_back(index);
    if (has_attribute(element, "id") && tree.units[index].id.empty())
        add_error(diagnostics, Code::missing_attribute, tree.units[index].id.at, {element.name, "id", "!"});
    if (element.name == "item") {
        Item item;
        for (const Element* child : child_elements(element)) {
            if (auto field = read_field(*child, diagnostics)) item.fields.push_back(std::move(*field));
        }
        if (item.fields.size() > most_fields)
            add_error(diagnostics, Code::too_many_fields, element.at, {std::to_string(most_fields)});
        tree.units[index].content = std::move(item);
        return index;
    }
    for (const Element* child : child_elements(element)) {
        if (is_unit(*child)) read_unit(*child, index, tree, diagnostics);
    }
    return index;
}

std::optional<YearRange> read_years(const Element& element, Diagnostics& diagnostics) {
    if (!has_attribute(element, "from") && !has_attribute(element, "to")) return std::nullopt;
    const auto year = [&](std::string_view name) {
        const Text text = attribute_of(element, name);
        const std::optional<int> value = parse_fiscal_year(text.utf8);
        if (!has_attribute(element, name)) {
            add_error(diagnostics, Code::missing_attribute, element.at, {element.name, std::string(name)});
        } else if (!value) {
            add_error(diagnostics, Code::not_a_year, text.at, {text.utf8});
        }
        return value;
    };
    const std::optional<int> first = year("from"), last = year("to");
    if (!first || !last) return std::nullopt;
    return YearRange{*first, *last, attribute_of(element, "from"), attribute_of(element, "to")};
}

std::vector<Text> read_body_names(const Element& element) {
    std::vector<Text> names;
    if (const Element* register_of_bodies = find_child(element, "bodyNames")) {
        for (const Element* name : find_children(*register_of_bodies, "name"))
            names.push_back(text_of(*name));
    }
    return names;
}

namespace {

// Whether an element that could not be read stands where a level or an item should, at whatever depth.
bool loses_units(const Element& level, const Diagnostics& diagnostics) {
    if (!has_slip_within(level, diagnostics)) return false;
    const std::vector<const Element*> children = child_elements(level);
    return std::ranges::any_of(children, [&](const Element* child) {
        if (!is_unit(*child)) {
            return std::ranges::any_of(first_of(diagnostics), [&](const Diagnostic& slip) {
                return slip.code == Code::unknown_element && is_within(slip.at, *child);
            });
        }
        return attribute_of(*child, "id").empty() ||
               (child->name == "level" && loses_units(*child, diagnostics));
    });
}

} // namespace

Plan plan_from(const Element& element, Diagnostics& diagnostics) {
    Plan plan{child_text(element, "title"),
              attribute_of(element, "version"),
              read_years(element, diagnostics),
              is_yes(element, "extract"),
              read_body_names(element),
              {},
              element.at,
              loses_units(element, diagnostics)};
    for (const Element* child : child_elements(element)) {
        if (is_unit(*child)) read_unit(*child, std::nullopt, plan.tree, diagnostics);
        if (child->name == "digest") // of a plan in another file only
            add_error(diagnostics, Code::unknown_element, child->at, {"plan", "digest", "", ""});
    }
    std::set<std::string> ids;
    for (const Unit& unit : plan.tree.units) {
        if (!unit.id.empty() && !ids.insert(unit.id.utf8).second)
            add_error(diagnostics, Code::repeated_id, unit.id.at, {unit.id.utf8});
    }
    return plan;
}

std::optional<Plan> read_plan(const Element& root, Diagnostics& diagnostics) {
    if (!check_shape(root, "plan", paper_shapes(), diagnostics)) return std::nullopt;
    if (has_attribute(root, "href")) {
        add_error(diagnostics, Code::plan_in_plan, attribute_of(root, "href").at, {});
        return std::nullopt;
    }
    return plan_from(root, diagnostics);
}

} // namespace taisho
