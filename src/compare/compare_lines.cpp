#include "compare/compare_lines.h"

#include "base/utf8.h"
#include "compare/equal_runs.h"
#include "compare/letters.h"
#include "text/words.h"

#include <algorithm>

// A reader of an amendment wants to see which words were exchanged, not the shortest edit script. What a
// person would underline is found as the best of all ways to read one line as the other: common characters
// count by weight (Han, letters and digits twice as much as kana and points), each change costs, and a change
// may only begin and end where both texts allow it. The cost makes the scraps disappear that happen to stand
// on both sides of an exchange; of two equally good places a mark takes the one where a bunsetsu, a clause or
// a line ends.
//
// The search looks at every pair of characters, so it is done in windows: long runs of equal words, which the
// edit script of dtl finds quickly, are common in every reading, and the windows lie between them.

namespace taisho {
namespace {

// ---- the best reading of a window ----

struct Window {
    std::size_t before = 0, before_end = 0, after = 0, after_end = 0; // characters
};

// One step of a reading, told backwards: how a cell of the table was reached.
struct Step {
    static constexpr std::uint8_t closed = 1;  // in common ground: a change ended here
    static constexpr std::uint8_t opened = 2;  // in a change: it begins here
    static constexpr std::uint8_t removed = 4; // in a change: the last character is of before; else of after
};

bool may_end(const Letters& before, const Letters& after, std::size_t i, std::size_t j) {
    const Edge one = before.edges[i], other = after.edges[j];
    return one != Edge::none && other != Edge::none && (one == Edge::word || other == Edge::word);
}

std::vector<std::uint8_t> steps_through(const Letters& before, const Letters& after, const Window& window) {
    constexpr std::int32_t never = -1'000'000'000;
    const std::size_t rows = window.before_end - window.before, columns = window.after_end - window.after;
    const std::size_t width = columns + 1;
    std::vector<std::uint8_t> steps((rows + 1) * width);
    // The best sums of the row above and of this row, in common ground and in a change.
    std::vector<std::int32_t> same_above(width, never), same(width, never), change_above(width, never),
        change(width, never);
    for (std::size_t r = 0; r <= rows; ++r) {
        const std::size_t i = window.before + r;
        for (std::size_t k = 0; k <= columns; ++k) {
            const std::size_t j = window.after + k;
            const bool equal = r > 0 && k > 0 && before.characters[i - 1] == after.characters[j - 1];
            std::int32_t common = r == 0 && k == 0 ? 0 : never;
            if (equal) common = same_above[k - 1] + before.weights[i - 1];
            const std::int32_t up = r > 0 ? change_above[k] : never, left = k > 0 ? change[k - 1] : never;
            std::int32_t changed = std::max(up, left);
            std::uint8_t step = up > left ? Step::removed : 0;
            if (may_end(before, after, i, j)) {
                const std::int32_t comfort = before.comforts[i] + after.comforts[j];
                const std::int32_t open = common - cost_of_change + comfort, close = changed + comfort;
                if (open > changed) changed = open, step |= Step::opened;
                if (close > common) common = close, step |= Step::closed;
            }
            same[k] = common, change[k] = changed;
            steps[r * width + k] = step;
        }
        std::swap(same, same_above), std::swap(change, change_above);
    }
    return steps;
}

// The runs of equal characters in the best reading of the window.
std::vector<EqualRun> best_reading(const Letters& before, const Letters& after, const Window& window) {
    const std::vector<std::uint8_t> steps = steps_through(before, after, window);
    const std::size_t width = window.after_end - window.after + 1;
    std::size_t r = window.before_end - window.before, k = width - 1;
    std::vector<EqualRun> runs;
    for (bool in_change = false; r > 0 || k > 0 || in_change;) {
        const std::uint8_t step = steps[r * width + k];
        if (in_change && (step & Step::opened) != 0) {
            in_change = false;
        } else if (in_change) {
            --((step & Step::removed) != 0 ? r : k);
        } else if ((step & Step::closed) != 0) {
            in_change = true;
        } else {
            --r, --k;
            const bool goes_on = !runs.empty() && runs.back().before == window.before + r + 1 &&
                                 runs.back().after == window.after + k + 1;
            if (goes_on) {
                --runs.back().before, --runs.back().after, ++runs.back().length;
            } else {
                runs.push_back({window.before + r, window.after + k, 1});
            }
        }
    }
    std::ranges::reverse(runs);
    return runs;
}

// ---- windows between long common runs ----

// A run of equal words in characters.
EqualRun in_characters(const EqualRun& run, const Letters& before, const Letters& after) {
    const auto begin = [](const Letters& letters, std::size_t word) {
        return word == 0 ? 0 : letters.ends[word - 1];
    };
    const std::size_t from = begin(before, run.before);
    return {from, begin(after, run.after), before.ends[run.before + run.length - 1] - from};
}

// The part of a common run that no reading gives up: all but the margins in which a mark may still be
// shifted.
EqualRun core_of(EqualRun run, const Letters& before, const Letters& after) {
    constexpr std::size_t long_enough = 24, margin = 8;
    if (run.length < long_enough) return {};
    const bool at_begin = run.before == 0 && run.after == 0;
    const bool at_end = run.before + run.length == before.characters.size() &&
                        run.after + run.length == after.characters.size();
    std::size_t begin = at_begin ? 0 : margin, end = run.length - (at_end ? 0 : margin);
    const auto is_edge = [&](std::size_t at) {
        return before.edges[run.before + at] == Edge::word && after.edges[run.after + at] == Edge::word;
    };
    while (begin < end && !is_edge(begin)) ++begin;
    while (begin < end && !is_edge(end)) --end;
    return {run.before + begin, run.after + begin, end - begin};
}

std::vector<EqualRun> common_characters(const Letters& before, const Letters& after, std::size_t whole) {
    std::vector<EqualRun> runs, in_words;
    for (const EqualRun& run : find_equal_runs(before.words, after.words))
        in_words.push_back(in_characters(run, before, after));
    std::size_t next = 0; // the first run of words that is not behind the window
    const auto read_window = [&](const Window& window) {
        const std::size_t rows = window.before_end - window.before, columns = window.after_end - window.after;
        if (rows > 0 && columns > 0 && is_affordable(rows, columns, whole)) {
            const std::vector<EqualRun> read = best_reading(before, after, window);
            runs.insert(runs.end(), read.begin(), read.end());
        }
    };
    Window window;
    for (; next < in_words.size(); ++next) {
        const EqualRun core = core_of(in_words[next], before, after);
        if (core.length == 0) continue;
        window.before_end = core.before, window.after_end = core.after;
        read_window(window);
        runs.push_back(core);
        window = {core.before + core.length, 0, core.after + core.length, 0};
    }
    window.before_end = before.characters.size(), window.after_end = after.characters.size();
    read_window(window);
    return runs;
}

// ---- segments ----

std::vector<Segment> segments_between(const std::vector<EqualRun>& runs, const Letters& before,
                                      const Letters& after) {
    std::vector<Segment> segments;
    std::size_t i = 0, j = 0;
    const auto add = [&](bool common, std::size_t to_before, std::size_t to_after) {
        add_segment({common,
                     {before.offsets[i], before.offsets[to_before]},
                     {after.offsets[j], after.offsets[to_after]}},
                    segments);
        i = to_before, j = to_after;
    };
    for (const EqualRun& run : runs) {
        add(false, run.before, run.after);
        add(true, run.before + run.length, run.after + run.length);
    }
    add(false, before.characters.size(), after.characters.size());
    return segments;
}

std::string_view part(std::string_view text, Range range) {
    return text.substr(range.begin, range.end - range.begin);
}

int size_of(const Segment& segment, std::string_view before, std::string_view after) {
    return std::max(weight_of(part(before, segment.before)), weight_of(part(after, segment.after)));
}

// A few common characters between two long exchanges are no common ground either.
void swallow_scraps(std::string_view before, std::string_view after, std::vector<Segment>& segments) {
    constexpr int much_longer = 4;
    std::vector<Segment> kept;
    for (const Segment& segment : segments) {
        add_segment(segment, kept);
        while (kept.size() >= 3 && !kept.back().common) {
            const auto size = [&](std::size_t from_end) {
                return size_of(kept[kept.size() - from_end], before, after);
            };
            if (size(2) * much_longer > std::min(size(1), size(3))) break;
            const Segment last = kept.back();
            kept.pop_back();
            kept.back().common = false;
            const Segment scrap = kept.back();
            kept.pop_back();
            add_segment(scrap, kept);
            add_segment(last, kept);
        }
    }
    segments = std::move(kept);
}

// ---- names of offices ----

bool is_word_edge(const Letters& letters, std::uint32_t offset) {
    const auto at = std::ranges::lower_bound(letters.offsets, offset) - letters.offsets.begin();
    return letters.edges[static_cast<std::size_t>(at)] == Edge::word;
}

// How many bytes of the names that the range cuts stand before and behind it.
Range rest_of_names(const std::vector<NameRange>& names, Range range) {
    Range rest;
    for (const auto& [begin, end] : names) {
        if (begin < range.begin && range.begin < end)
            rest.begin = range.begin - static_cast<std::uint32_t>(begin);
        if (begin < range.end && range.end < end) rest.end = static_cast<std::uint32_t>(end) - range.end;
    }
    return rest;
}

struct NamedLine {
    const Letters& letters;
    std::vector<NameRange> names;
};

void grow_left(const NamedLine& before, const NamedLine& after, Segment& common, Segment& change) {
    const std::uint32_t wanted = std::max(rest_of_names(before.names, change.before).begin,
                                          rest_of_names(after.names, change.after).begin);
    const std::uint32_t grown = std::min(wanted, common.before.end - common.before.begin);
    const std::uint32_t at_before = change.before.begin - grown, at_after = change.after.begin - grown;
    if (!is_word_edge(before.letters, at_before) || !is_word_edge(after.letters, at_after)) return;
    common.before.end = change.before.begin = at_before;
    common.after.end = change.after.begin = at_after;
}

void grow_right(const NamedLine& before, const NamedLine& after, Segment& change, Segment& common) {
    const std::uint32_t wanted = std::max(rest_of_names(before.names, change.before).end,
                                          rest_of_names(after.names, change.after).end);
    const std::uint32_t grown = std::min(wanted, common.before.end - common.before.begin);
    const std::uint32_t at_before = change.before.end + grown, at_after = change.after.end + grown;
    if (!is_word_edge(before.letters, at_before) || !is_word_edge(after.letters, at_after)) return;
    common.before.begin = change.before.end = at_before;
    common.after.begin = change.after.end = at_after;
}

// 福祉総務課 → 地域福祉課: who exchanges a part of a name gives it another name. A part that was only added
// or only taken away is marked by itself.
void mark_whole_names(const NamedLine& before, const NamedLine& after, std::vector<Segment>& segments) {
    if (before.names.empty() && after.names.empty()) return;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        Segment& change = segments[i];
        const bool exchanged =
            change.before.begin < change.before.end && change.after.begin < change.after.end;
        if (change.common || !exchanged) continue;
        if (i > 0) grow_left(before, after, segments[i - 1], change);
        if (i + 1 < segments.size()) grow_right(before, after, change, segments[i + 1]);
    }
    std::vector<Segment> kept;
    for (const Segment& segment : segments) add_segment(segment, kept);
    segments = std::move(kept);
}

// ---- little in common ----

// Less than a third of the characters of the longer line. What was only added or only taken away at one place
// leaves the rest as it was, however short that is, if it is more than points and particles.
bool share_little(std::string_view before, std::string_view after, const std::vector<Segment>& segments) {
    std::size_t common = 0, changes = 0, exchanges = 0;
    int weight = 0;
    for (const Segment& segment : segments) {
        if (segment.common) {
            common += count_characters(part(before, segment.before));
            weight += weight_of(part(before, segment.before));
            continue;
        }
        ++changes;
        if (segment.before.begin < segment.before.end && segment.after.begin < segment.after.end) ++exchanges;
    }
    if (changes == 1 && exchanges == 0) return weight < 20;
    return common * 3 < std::max(count_characters(before), count_characters(after));
}

} // namespace

void add_segment(Segment segment, std::vector<Segment>& segments) {
    if (segment.before.begin == segment.before.end && segment.after.begin == segment.after.end) return;
    if (!segments.empty() && segments.back().common == segment.common) {
        segments.back().before.end = segment.before.end, segments.back().after.end = segment.after.end;
    } else {
        segments.push_back(segment);
    }
}

std::vector<Segment> compare_lines(const Line& before, const Line& after, std::size_t whole) {
    const std::string_view b = before.view(), a = after.view();
    WordNumbers numbers;
    const Letters letters_before = letters_of(b, numbers), letters_after = letters_of(a, numbers);
    std::vector<Segment> segments = segments_between(common_characters(letters_before, letters_after, whole),
                                                     letters_before, letters_after);
    swallow_scraps(b, a, segments);
    mark_whole_names({letters_before, find_office_names(b)}, {letters_after, find_office_names(a)}, segments);
    if (share_little(b, a, segments))
        segments = {
            {false, {0, static_cast<std::uint32_t>(b.size())}, {0, static_cast<std::uint32_t>(a.size())}}};
    for (Segment& segment : segments) {
        segment.before.begin += before.range.begin, segment.before.end += before.range.begin;
        segment.after.begin += after.range.begin, segment.after.end += after.range.begin;
    }
    return segments;
}

} // namespace taisho
