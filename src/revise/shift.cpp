#include "revise/applying.h"
#include "text/numbering.h"

namespace taisho {

// 繰上げ and 繰下げ count on: ③ becomes ②. Each unit keeps its own way of writing, so 「（３） 」 with its
// blank stays as it is but for the number. What has no number, or one of another series, is passed over.
std::vector<std::size_t> shift_numbers(Applying& applying, std::optional<std::size_t> level,
                                       std::size_t index, const Unit& from, int step, Span at) {
    std::vector<std::size_t> shifted;
    const auto first = parse_heading_number(from.heading.number.utf8);
    if (!first) {
        add_error(applying.diagnostics, Code::cannot_renumber, at, {from.heading.number.utf8});
        return shifted;
    }
    const std::vector<std::size_t> siblings = children_of(applying.plan.tree, level);
    for (std::size_t i = index; i < siblings.size(); ++i) {
        Unit& unit = applying.plan.tree.units[siblings[i]];
        auto number = parse_heading_number(unit.heading.number.utf8);
        if (is_item(unit) != is_item(from) || !number || !is_same_series(*number, *first)) continue;
        if (number->value < first->value || (step < 0 && number->value == first->value)) continue;
        number->value += step;
        const auto written = write_heading_number(*number);
        if (!written) {
            add_error(applying.diagnostics, Code::cannot_renumber, at, {unit.heading.number.utf8});
            return shifted;
        }
        unit.heading.number.utf8 = *written;
        applying.touched.insert(siblings[i]);
        shifted.push_back(siblings[i]);
    }
    return shifted;
}

} // namespace taisho
