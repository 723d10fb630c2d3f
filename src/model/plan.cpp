#include "model/plan.h"

namespace taisho {

std::string_view name_of(PassageKind kind) {
    switch (kind) {
    case PassageKind::description: return "description";
    case PassageKind::bodies: return "bodies";
    case PassageKind::passage: return "passage";
    case PassageKind::footnote: return "footnote";
    }
    return {};
}

std::optional<PassageKind> passage_kind(std::string_view name) {
    for (const PassageKind kind :
         {PassageKind::description, PassageKind::bodies, PassageKind::passage, PassageKind::footnote}) {
        if (name == name_of(kind)) return kind;
    }
    return std::nullopt;
}

std::string_view name_of(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::baseline: return "baseline";
    case ColumnKind::year: return "year";
    case ColumnKind::target: return "target";
    case ColumnKind::note: return "note";
    case ColumnKind::free: return "free";
    }
    return {};
}

namespace {

std::string_view kind_of(const Passage& passage) { return name_of(passage.kind); }
std::string_view kind_of(const Goal& goal) { return goal.kind.utf8; }
std::string_view kind_of(const FreeTable&) { return "table"; }

} // namespace

std::string_view kind_of(const Field& field) {
    return std::visit([](const auto& one) { return kind_of(one); }, field);
}

const Text& label_of(const Field& field) {
    return std::visit([](const auto& one) -> const Text& { return one.label; }, field);
}

Span place_of(const Field& field) {
    return std::visit([](const auto& one) { return one.at; }, field);
}

bool is_item(const Unit& unit) { return std::holds_alternative<Item>(unit.content); }

const std::vector<Field>& fields_of(const Unit& item) { return std::get<Item>(item.content).fields; }
std::vector<Field>& fields_of(Unit& item) { return std::get<Item>(item.content).fields; }

const std::vector<std::size_t>& children_of(const UnitTree& tree, std::optional<std::size_t> level) {
    return level ? std::get<Level>(tree.units[*level].content).units : tree.top;
}

std::vector<std::size_t>& children_of(UnitTree& tree, std::optional<std::size_t> level) {
    return level ? std::get<Level>(tree.units[*level].content).units : tree.top;
}

namespace {

void append_order(const UnitTree& tree, std::size_t unit, std::vector<std::size_t>& order) {
    order.push_back(unit);
    if (is_item(tree.units[unit])) return;
    for (const std::size_t child : children_of(tree, unit)) append_order(tree, child, order);
}

} // namespace

std::vector<std::size_t> reading_order(const UnitTree& tree) {
    std::vector<std::size_t> order;
    for (const std::size_t unit : tree.top) append_order(tree, unit, order);
    return order;
}

std::vector<std::size_t> reading_order(const UnitTree& tree, std::size_t from) {
    std::vector<std::size_t> order;
    append_order(tree, from, order);
    return order;
}

std::vector<std::size_t> path_of(const UnitTree& tree, std::size_t unit) {
    std::vector<std::size_t> path;
    for (auto level = tree.units[unit].parent; level; level = tree.units[*level].parent)
        path.insert(path.begin(), *level);
    return path;
}

std::vector<Heading> headings_above(const UnitTree& tree, std::size_t unit) {
    std::vector<Heading> headings;
    for (const std::size_t level : path_of(tree, unit)) headings.push_back(tree.units[level].heading);
    return headings;
}

bool is_within(const UnitTree& tree, std::size_t unit, std::size_t level) {
    for (std::optional<std::size_t> at = unit; at; at = tree.units[*at].parent) {
        if (*at == level) return true;
    }
    return false;
}

} // namespace taisho
