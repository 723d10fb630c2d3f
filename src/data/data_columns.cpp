#include "data/data_columns.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

constexpr std::array<std::pair<Side, std::string_view>, 2> side_words = {
    {{Side::before, "修正前"}, {Side::after, "修正後"}}};

constexpr std::array<std::pair<Part, std::string_view>, 12> part_words = {{{Part::number, "番号"},
                                                                           {Part::title, "名称"},
                                                                           {Part::page, "ページ"},
                                                                           {Part::text, "文"},
                                                                           {Part::statement, "指標"},
                                                                           {Part::note, "付記"},
                                                                           {Part::value, "値"},
                                                                           {Part::cell, "表の欄"},
                                                                           {Part::reason, "修正理由"},
                                                                           {Part::opinion, "意見番号"},
                                                                           {Part::remark, "備考"},
                                                                           {Part::phrase, "字句"}}};

} // namespace

std::string_view word_of(Side side) { return side_words.at(static_cast<std::size_t>(side)).second; }

std::string_view word_of(Part part) { return part_words.at(static_cast<std::size_t>(part)).second; }

std::optional<Side> side_of(std::string_view word) {
    const std::string folded = fold_width(word);
    const auto found =
        std::ranges::find(side_words, folded, [](const auto& entry) { return fold_width(entry.second); });
    return found == side_words.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Part> part_of(std::string_view word) {
    const std::string folded = fold_width(word);
    const auto found =
        std::ranges::find(part_words, folded, [](const auto& entry) { return fold_width(entry.second); });
    return found == part_words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace taisho
