#include "small_plans.h"

#include "base/diagnostics.h"
#include "check/check.h"

#include <utility>

namespace taisho::test {

Text text_at(std::string_view utf8, std::uint32_t begin) {
    return {std::string(utf8), {0, begin, begin + static_cast<std::uint32_t>(utf8.size())}};
}

std::size_t add_unit(Plan& plan, std::optional<std::size_t> level, std::string_view number,
                     std::variant<Level, Item> content) {
    Unit unit;
    unit.heading.number = text_at(number, static_cast<std::uint32_t>(plan.tree.units.size() * 100));
    unit.parent = level;
    unit.content = std::move(content);
    plan.tree.units.push_back(std::move(unit));
    const std::size_t index = plan.tree.units.size() - 1;
    children_of(plan.tree, level).push_back(index);
    return index;
}

Plan with_items(std::initializer_list<std::string_view> numbers) {
    Plan plan;
    for (const std::string_view number : numbers) add_unit(plan, std::nullopt, number, Item{});
    return plan;
}

Plan with_field(Field field) {
    Plan plan;
    Item item;
    item.fields.push_back(std::move(field));
    add_unit(plan, std::nullopt, "①", std::move(item));
    return plan;
}

std::ostream& operator<<(std::ostream& stream, const Lines& lines) {
    for (const std::string& line : lines.all) stream << line << '\n';
    return stream;
}

namespace {

Lines lines_of(const Diagnostics& diagnostics) {
    Lines lines{};
    for (const Diagnostic& one : diagnostics) {
        const std::string word = one.severity == Severity::error ? "エラー " : "注意 ";
        lines.all.push_back(word + sentence(one, Language::japanese));
    }
    return lines;
}

} // namespace

Lines checked(const Plan& plan) {
    Diagnostics diagnostics;
    check_plan(plan, diagnostics);
    return lines_of(diagnostics);
}

Lines amended(const Plan& before, const Plan& after, const std::set<std::size_t>& units) {
    Diagnostics diagnostics;
    check_amended(before, after, units, diagnostics);
    return lines_of(diagnostics);
}

} // namespace taisho::test
