#include "compare/field_names.h"

#include "base/utf8.h"

#include <array>

namespace taisho {
namespace {

// The bytes of that many characters, or of the whole text.
std::size_t length_of(std::string_view text, std::size_t characters) {
    if (text.size() <= characters) return text.size();
    std::size_t at = 0;
    for (; characters > 0 && at < text.size(); --characters) at += decode(text, at).length;
    return at;
}

// Marks before a label say only that it is one.
std::string_view without_mark(std::string_view label) {
    constexpr std::array<std::string_view, 8> marks{"●", "■", "・", "○", "◆", "　", " ", "\n"};
    for (std::size_t i = 0; i < marks.size();) {
        const bool here = label.starts_with(marks.at(i));
        if (here) label.remove_prefix(marks.at(i).size());
        i = here ? 0 : i + 1;
    }
    return label;
}

std::string_view word_for(PassageKind kind) {
    switch (kind) {
    case PassageKind::description: return "内容";
    case PassageKind::bodies: return "実施主体";
    case PassageKind::passage: return "文";
    case PassageKind::footnote: return "注";
    }
    return {};
}

bool is_common(std::string_view kind) { return kind == "output" || kind == "outcome"; }

std::string_view word_for(const GoalPair& goal) {
    if (goal.kind.utf8 == "output") return "業績目標";
    if (goal.kind.utf8 == "outcome") return "成果目標";
    return goal.kind.utf8;
}

std::string_view label_on(const TextPair& label, Side side) {
    const Marked* here = side_of(label, side);
    const Marked* text = here != nullptr ? here : any_side(label);
    return text != nullptr ? without_mark(text->text.utf8) : std::string_view();
}

} // namespace

std::string cut_line(std::string_view text, std::size_t characters) {
    const std::size_t length = length_of(text, characters);
    std::string line = one_line(text.substr(0, length));
    return length < text.size() ? line.append("…") : line;
}

RepeatedKinds repeated_kinds(const std::vector<FieldPair>& fields) {
    RepeatedKinds seen, repeated;
    for (const FieldPair& field : fields) {
        const auto* goal = std::get_if<GoalPair>(&field);
        if (goal != nullptr && !seen.insert(goal->kind.utf8).second) repeated.insert(goal->kind.utf8);
    }
    return repeated;
}

std::string name_of(const FieldPair& field, Side side, const RepeatedKinds& repeated) {
    const auto either = [](std::string_view label, std::string_view word) {
        return cut_line(label.empty() ? word : label, most_repeated);
    };
    if (const auto* goal = std::get_if<GoalPair>(&field)) {
        const bool by_kind = is_common(goal->kind.utf8) && !repeated.contains(goal->kind.utf8);
        return either(by_kind ? "" : label_on(goal->label, side), word_for(*goal));
    }
    if (const auto* passage = std::get_if<PassagePair>(&field))
        return either(label_on(passage->label, side), word_for(passage->kind));
    return either(label_on(std::get<TablePair>(field).label, side), "表");
}

const Text& reason_of(const FieldPair& field) {
    return std::visit([](const auto& one) -> const Text& { return one.reason; }, field);
}

std::string heading_line(std::string_view number, std::string_view title) {
    std::string line = cut_line(number, most_repeated).append(cut_line(title, most_repeated));
    constexpr std::string_view wide_blank = "　";
    while (line.ends_with(' ') || line.ends_with(wide_blank))
        line.resize(line.size() - (line.ends_with(wide_blank) ? wide_blank.size() : 1));
    return line;
}

} // namespace taisho
