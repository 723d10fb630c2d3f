#include "amend/applying.h"
#include "text/numbering.h"

#include <algorithm>

namespace taisho {
namespace {

// The units that are counted together, in order, with the one that has gone or come at its place.
struct Series {
    std::vector<std::size_t> units;
    std::vector<std::string_view> numbers; // one more than units: `from` is numbers[at]
    std::size_t at = 0;
};

Series series_around(const UnitTree& tree, std::optional<std::size_t> level, std::size_t index,
                     const Unit& from) {
    Series series;
    const std::vector<std::size_t>& siblings = children_of(tree, level);
    for (std::size_t i = 0; i <= siblings.size(); ++i) {
        if (i == index) {
            series.at = series.units.size();
            series.numbers.push_back(from.heading.number.utf8);
        }
        if (i == siblings.size() || is_item(tree.units[siblings[i]]) != is_item(from)) continue;
        if (tree.units[siblings[i]].id.utf8 == from.id.utf8) continue; // it has come
        series.units.push_back(siblings[i]);
        series.numbers.push_back(tree.units[siblings[i]].heading.number.utf8);
    }
    return series;
}

// Each shift counts all siblings anew: a thousand shifts among a thousand are far more than a plan needs.
constexpr std::size_t most_looked_at = 2'000'000;

} // namespace

// 繰上げ and 繰下げ count on: ③ becomes ②. Each unit keeps its own way of writing, so 「（３） 」 with its
// blank stays as it is but for the number. What has no number, or one of another series, is passed over.
std::vector<std::size_t> shift_numbers(Applying& applying, std::optional<std::size_t> level,
                                       std::size_t index, const Unit& from, int step, Span at) {
    applying.looked_at += children_of(applying.plan.tree, level).size();
    if (applying.looked_at > most_looked_at) {
        add_error(applying.diagnostics, Code::cannot_renumber, at, {from.heading.number.utf8});
        return {};
    }
    const Series series = series_around(applying.plan.tree, level, index, from);
    const auto numbers = parse_heading_numbers(series.numbers);
    const auto& first = numbers[series.at];
    std::vector<std::size_t> shifted;
    if (!first) add_error(applying.diagnostics, Code::cannot_renumber, at, {from.heading.number.utf8});
    for (std::size_t i = series.at; first && i < series.units.size(); ++i) {
        auto number = numbers[i + 1];
        if (!number || !is_same_series(*number, *first)) continue;
        if (number->value < first->value || (step < 0 && number->value == first->value)) continue;
        number->value += step;
        Text& text = applying.plan.tree.units[series.units[i]].heading.number;
        const auto written = write_heading_number(*number);
        if (!written) {
            add_error(applying.diagnostics, Code::cannot_renumber, at, {text.utf8});
            return shifted;
        }
        text.utf8 = *written;
        applying.touched.insert(series.units[i]);
        if (applying.shifted.insert(series.units[i]).second) shifted.push_back(series.units[i]);
    }
    return shifted;
}

} // namespace taisho
