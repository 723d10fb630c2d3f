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

// What single characters tell, in a table: the question is asked several times for each character.
enum Trait : std::uint8_t {
    suffix = 1,        // may belong to the word before it
    strong_suffix = 2, // hardly ever first in a word of two characters
    strong_prefix = 4, // hardly ever last but after a word: 前年 and 各部, but 全国
    weak_prefix = 8,   // may belong to the word behind it
    number = 16,
    stands_first = 32, // never last in a word of two characters
};

constexpr char32_t first_han = 0x4e00, last_han = 0x9fff;
using Traits = std::array<std::uint8_t, last_han - first_han + 1>;

constexpr Traits with(Traits traits, std::u32string_view characters, int trait) {
    for (const char32_t c : characters) traits[c - first_han] |= static_cast<std::uint8_t>(trait);
    return traits;
}

constexpr Traits traits = [] {
    Traits all{};
    all = with(all, U"的化率値者等度比額", suffix | strong_suffix);
    all = with(all, U"性数課費制式書体別用所部局員会室館場法後量型系校区圏域末内外光次", suffix);
    all = with(all, U"各前同旧市県町村本約毎当翌昨次", strong_prefix);
    all = with(all, U"全新再未非不第要総副", weak_prefix);
    all = with(all, U"一二三四五六七八九十百千万", number);
    return with(all, U"各同旧", stands_first);
}();

bool has(char32_t c, int wanted) {
    if (c == U'々') return (wanted & (suffix | strong_suffix)) != 0;
    if (c == U'〇') return (wanted & number) != 0;
    return c >= first_han && c <= last_han && (traits[c - first_han] & wanted) != 0;
}

// Of two characters taken as one word.
Cost pair_weight(char32_t first, char32_t second) {
    if (has(first, strong_suffix)) return first == U'々' ? 2 * left_over : 5;
    Cost weight = 0;
    if (has(first, strong_prefix | suffix)) weight += 1;
    if (second == U'等') weight += 4;
    if (has(second, stands_first)) weight += 4;
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
        if (has_word && has(run[i], suffix)) best = cheaper(best, {suffix_weight + rest, Part::suffix});
        const bool leads = has_next && !(i == 0 && joined);
        if (leads && has(run[i], strong_prefix)) best = cheaper(best, {prefix_weight + rest, Part::prefix});
        if (leads && has(run[i], weak_prefix))
            best = cheaper(best, {weak_prefix_weight + rest, Part::prefix});
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

bool is_han_suffix(char32_t c) { return has(c, suffix); }

bool is_han_prefix(char32_t c) { return has(c, strong_prefix | weak_prefix); }

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
        if (has(run[i - 1], number) && has(run[i], number)) costs[i - 1] = phrase_cost::word;
        if (run[i] == U'及') costs[i - 1] = phrase_cost::phrase;
    }
    return costs;
}

} // namespace taisho
