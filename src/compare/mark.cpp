#include "compare/mark.h"

#include "base/utf8.h"
#include "compare/align.h"
#include "compare/compare_lines.h"
#include "compare/equal_runs.h"
#include "compare/likeness.h"
#include "text/value.h"

#include <algorithm>
#include <map>

// A text is compared in three steps: lines that stand on both sides divide it; between them the lines are
// aligned by the characters they share, so that a line that was inserted cannot take words from its
// neighbours; and the lines of a pair are compared word by word (compare_lines.h). A line that was broken in
// two, or two that became one, is seen by the fact that both together are more like their counterpart than
// the one alone.
//
// Finding words is dear the first time (ICU loads its dictionary). Lines that have little in common are
// therefore told apart by their characters first, and never reach the word rules.

namespace taisho {
namespace {

std::string_view view(std::string_view text, Range range) {
    return text.substr(range.begin, range.end - range.begin);
}

// ---- lines ----

// Without the line breaks behind them; never empty.
std::vector<Range> lines_of(std::string_view text) {
    std::vector<Range> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end + 1;
    }
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
    return lines;
}

std::vector<int> numbered(std::string_view text, const std::vector<Range>& lines,
                          std::map<std::string_view, int>& numbers) {
    std::vector<int> result;
    for (const Range& line : lines)
        result.push_back(numbers.emplace(view(text, line), static_cast<int>(numbers.size())).first->second);
    return result;
}

// ---- blocks of lines ----

// Lines [begin, end) of each side that are compared with each other.
struct Block {
    std::size_t before = 0, before_end = 0, after = 0, after_end = 0;
};

struct Side {
    std::string_view text;
    std::vector<Range> lines;

    Range bytes(std::size_t begin, std::size_t end) const { return {lines[begin].begin, lines[end - 1].end}; }
    std::string_view joined(std::size_t begin, std::size_t end) const {
        return view(text, bytes(begin, end));
    }
};

int likeness_of(const Side& before, const Side& after, const Block& block) {
    return likeness(bigrams_of(before.joined(block.before, block.before_end)),
                    bigrams_of(after.joined(block.after, block.after_end)));
}

// A block with its neighbours up to the limits, as long as that makes both sides more alike.
Block grown(const Side& before, const Side& after, Block block, const Block& limits) {
    constexpr int most_lines = 8;
    int alike = likeness_of(before, after, block);
    for (int lines = 0; lines < most_lines; ++lines) {
        Block best = block;
        int best_alike = alike;
        const auto consider = [&](Block wider) {
            const bool inside = wider.before >= limits.before && wider.before_end <= limits.before_end &&
                                wider.after >= limits.after && wider.after_end <= limits.after_end;
            const int now = inside ? likeness_of(before, after, wider) : 0;
            if (now > best_alike) best = wider, best_alike = now;
        };
        if (block.before > 0) consider({block.before - 1, block.before_end, block.after, block.after_end});
        if (block.after > 0) consider({block.before, block.before_end, block.after - 1, block.after_end});
        consider({block.before, block.before_end + 1, block.after, block.after_end});
        consider({block.before, block.before_end, block.after, block.after_end + 1});
        if (best_alike == alike) break;
        block = best, alike = best_alike;
    }
    return block;
}

// The lines between two common lines: those that are alike, each with what was broken off from it.
void add_alike(const Side& before, const Side& after, const Block& gap, std::vector<Block>& blocks) {
    std::vector<Bigrams> b, a;
    for (std::size_t i = gap.before; i < gap.before_end; ++i)
        b.push_back(bigrams_of(view(before.text, before.lines[i])));
    for (std::size_t j = gap.after; j < gap.after_end; ++j)
        a.push_back(bigrams_of(view(after.text, after.lines[j])));
    std::vector<Block> pairs;
    const auto alike = [](const Bigrams& one, const Bigrams& other) { return likeness(one, other); };
    for (const auto& [i, j] : align(b, a, alike)) {
        if (i && j)
            pairs.push_back({gap.before + *i, gap.before + *i + 1, gap.after + *j, gap.after + *j + 1});
    }
    Block limits = gap;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const bool last = k + 1 == pairs.size();
        limits.before_end = last ? gap.before_end : pairs[k + 1].before;
        limits.after_end = last ? gap.after_end : pairs[k + 1].after;
        blocks.push_back(grown(before, after, pairs[k], limits));
        limits.before = blocks.back().before_end, limits.after = blocks.back().after_end;
    }
}

// Every line is looked at once for each line of the other side.
bool can_be_aligned(const Side& before, const Side& after, const Block& gap) {
    constexpr std::size_t most_bytes = 16'000'000;
    const std::size_t lines_before = gap.before_end - gap.before, lines_after = gap.after_end - gap.after;
    if (lines_before == 0 || lines_after == 0) return false;
    const std::size_t bytes = before.joined(gap.before, gap.before_end).size() * lines_after +
                              after.joined(gap.after, gap.after_end).size() * lines_before;
    return bytes <= most_bytes;
}

// The blocks that are compared, ascending.
std::vector<Block> find_blocks(const Side& before, const Side& after) {
    if (before.lines.size() == 1 && after.lines.size() == 1) return {{0, 1, 0, 1}};
    std::map<std::string_view, int> numbers;
    const std::vector<int> b = numbered(before.text, before.lines, numbers);
    std::vector<EqualRun> runs = find_equal_runs(b, numbered(after.text, after.lines, numbers));
    runs.push_back({before.lines.size(), after.lines.size(), 0});
    std::vector<Block> blocks;
    Block gap;
    for (const EqualRun& run : runs) {
        gap.before_end = run.before, gap.after_end = run.after;
        if (can_be_aligned(before, after, gap)) add_alike(before, after, gap, blocks);
        const Block same{run.before, run.before + run.length, run.after, run.after + run.length};
        if (run.length > 0) blocks.push_back(same);
        gap.before = same.before_end, gap.after = same.after_end;
    }
    return blocks;
}

// ---- one pair of lines ----

bool share_few_characters(std::string_view before, std::string_view after) {
    std::map<char32_t, int>
        counts; // an upper bound of what can be common, cheap enough to be asked for every cell
    for (std::size_t i = 0; i < before.size();) {
        const auto [c, length] = decode(before, i);
        ++counts[c];
        i += length;
    }
    std::size_t common = 0;
    for (std::size_t i = 0; i < after.size();) {
        const auto [c, length] = decode(after, i);
        if (const auto found = counts.find(c); found != counts.end() && found->second-- > 0) ++common;
        i += length;
    }
    return common * 3 < std::max(count_characters(before), count_characters(after));
}

// A line to which something was only added in front or behind has all of itself in common.
bool is_extended(std::string_view one, std::string_view other) {
    const std::string_view shorter = one.size() < other.size() ? one : other;
    const std::string_view longer = one.size() < other.size() ? other : one;
    return !shorter.empty() && (longer.starts_with(shorter) || longer.ends_with(shorter));
}

void add_compared(const Line& before, const Line& after, std::size_t whole, std::vector<Segment>& segments) {
    const std::string_view b = before.view(), a = after.view();
    const bool strange = b != a && share_few_characters(b, a) && !is_extended(b, a);
    if (b == a || strange || b.empty() || a.empty()) {
        add_segment({b == a, before.range, after.range}, segments);
        return;
    }
    for (const Segment& segment : compare_lines(before, after, whole)) add_segment(segment, segments);
}

// What stands between two blocks, line breaks included: those on both sides are common.
void add_gap(const Line& before, const Line& after, std::vector<Segment>& segments) {
    Range b = before.range, a = after.range;
    const auto both = [&](auto has) { return has(view(before.text, b)) && has(view(after.text, a)); };
    if (both([](std::string_view gap) { return gap.starts_with('\n'); })) {
        add_segment({true, {b.begin, b.begin + 1}, {a.begin, a.begin + 1}}, segments);
        ++b.begin, ++a.begin;
    }
    const bool end = both([](std::string_view gap) { return gap.ends_with('\n'); });
    if (end) --b.end, --a.end;
    add_segment({false, b, a}, segments);
    if (end) add_segment({true, {b.end, b.end + 1}, {a.end, a.end + 1}}, segments);
}

std::vector<Segment> compare(std::string_view before, std::string_view after) {
    const Side b{before, lines_of(before)}, a{after, lines_of(after)};
    const std::size_t whole = before.size() + after.size();
    std::vector<Segment> segments;
    std::uint32_t at_before = 0, at_after = 0;
    for (const Block& block : find_blocks(b, a)) {
        const Range lines_before = b.bytes(block.before, block.before_end);
        const Range lines_after = a.bytes(block.after, block.after_end);
        add_gap({before, {at_before, lines_before.begin}}, {after, {at_after, lines_after.begin}}, segments);
        add_compared({before, lines_before}, {after, lines_after}, whole, segments);
        at_before = lines_before.end, at_after = lines_after.end;
    }
    add_gap({before, {at_before, static_cast<std::uint32_t>(before.size())}},
            {after, {at_after, static_cast<std::uint32_t>(after.size())}}, segments);
    return segments;
}

Marked marked_whole(const Text& text) {
    if (text.empty() || is_no_value(text.utf8)) return {text, {}};
    return {text, {{0, static_cast<std::uint32_t>(text.utf8.size())}}};
}

} // namespace

TextPair mark_changes(const Text& before, const Text& after) {
    TextPair pair{Marked{before, {}}, Marked{after, {}}};
    if (before.utf8 == after.utf8) return pair;
    for (const Segment& segment : compare(before.utf8, after.utf8)) {
        if (segment.common) continue;
        if (segment.before.begin < segment.before.end) pair.before->changed.push_back(segment.before);
        if (segment.after.begin < segment.after.end) pair.after->changed.push_back(segment.after);
    }
    return pair;
}

TextPair only_before(const Text& text) { return {marked_whole(text), std::nullopt}; }
TextPair only_after(const Text& text) { return {std::nullopt, marked_whole(text)}; }

} // namespace taisho
