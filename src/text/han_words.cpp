#include "text/han_words.h"

#include "text/phrases.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

// Words of Sino-Japanese have two characters, and longer ones are made of these with single characters before
// and behind: 前-年度-比, 福祉-的 支援 方針. The cheapest way to divide a run so is found from its end,
// looking three characters back. The weights order the readings: two characters that are a word by themselves
// are free; a prefix or suffix costs a little; a word that begins with what is nearly always a suffix costs
// more; a character left over costs most.

namespace taisho {
namespace {

using Cost = std::uint32_t;

constexpr Cost suffix_weight = 2, prefix_weight = 2, weak_prefix_weight = 3, left_over = 6;

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

// Hardly ever first in a word of two characters.
bool is_strong_suffix(char32_t c) { return is_one_of(c, U"的化率値者等度比額々"); }

// Hardly ever last but after a word: 前年 and 各部, but 全国.
bool is_strong_prefix(char32_t c) { return is_one_of(c, U"各前同旧市県町村本約毎当翌昨次"); }

bool is_weak_prefix(char32_t c) { return is_one_of(c, U"全新再未非不第要総副"); }

bool is_number(char32_t c) { return is_one_of(c, U"〇一二三四五六七八九十百千万"); }

// Of two characters taken as one word.
Cost pair_weight(char32_t first, char32_t second) {
    if (is_strong_suffix(first)) return first == U'々' ? 2 * left_over : 5;
    Cost weight = 0;
    if (is_strong_prefix(first) || is_han_suffix(first)) weight += 1;
    if (second == U'等') weight += 4;
    if (is_one_of(second, U"各同旧")) weight += 4;
    return weight;
}

enum class Part : std::uint8_t { pair, suffix, prefix, single };

struct Choice {
    Cost cost = std::numeric_limits<Cost>::max();
    Part part = Part::single;
};

// The first of equals: affixes are asked before pairs.
Choice cheaper(Choice a, Choice b) { return b.cost < a.cost ? b : a; }

// What begins at each character of the cheapest division. A suffix needs a word before it, a prefix one
// behind it.
std::vector<Part> divide(std::span<const char32_t> run, bool joined) {
    std::vector<Choice> from(run.size() + 1); // the cheapest division of what is left
    from[run.size()] = {0, Part::single};
    for (std::size_t i = run.size(); i-- > 0;) {
        Choice& best = from[i];
        const bool has_next = i + 1 < run.size(), has_word = i > 0 || joined;
        const Cost rest = from[i + 1].cost;
        if (has_word && is_han_suffix(run[i])) best = cheaper(best, {suffix_weight + rest, Part::suffix});
        const bool leads = has_next && !(i == 0 && joined);
        if (leads && is_strong_prefix(run[i])) best = cheaper(best, {prefix_weight + rest, Part::prefix});
        if (leads && is_weak_prefix(run[i])) best = cheaper(best, {weak_prefix_weight + rest, Part::prefix});
        if (has_next) best = cheaper(best, {pair_weight(run[i], run[i + 1]) + from[i + 2].cost, Part::pair});
        best = cheaper(best, {left_over + rest, Part::single});
    }
    std::vector<Part> parts(run.size());
    for (std::size_t i = 0; i < run.size(); ++i) parts[i] = from[i].part;
    return parts;
}

std::uint8_t cost_between(Part before, Part after) {
    if (after == Part::suffix || before == Part::prefix) return phrase_cost::affix;
    if (before == Part::single || after == Part::single) return phrase_cost::long_word;
    return phrase_cost::compound;
}

} // namespace

bool is_han_suffix(char32_t c) {
    return is_strong_suffix(c) ||
           is_one_of(c, U"性数課費制式書体別用所部局員会室館場法後量型系校区圏域末内外光次");
}

bool is_han_prefix(char32_t c) { return is_strong_prefix(c) || is_weak_prefix(c); }

std::vector<std::uint8_t> han_costs(std::span<const char32_t> run, bool joined) {
    const std::vector<Part> parts = divide(run, joined);
    std::vector<std::uint8_t> costs(run.size() - 1, phrase_cost::word);
    Part before = Part::single;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const Part part = parts[i];
        if (i > 0) costs[i - 1] = cost_between(before, part);
        before = part;
        if (part == Part::pair) ++i;
    }
    for (std::size_t i = 1; i < run.size(); ++i) {
        if (is_number(run[i - 1]) && is_number(run[i])) costs[i - 1] = phrase_cost::word;
        if (run[i] == U'及') costs[i - 1] = phrase_cost::phrase;
    }
    return costs;
}

} // namespace taisho
