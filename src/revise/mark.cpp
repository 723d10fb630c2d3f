#include "revise/mark.h"

#include "base/utf8.h"
#include "text/words.h"

#include <algorithm>
#include <cstdlib>
#include <dtl/dtl.hpp>
#include <map>

// A reader of an amendment wants to see which words were exchanged, not the shortest edit script: 「の」 and
// 「を」 that happen to stand on both sides are no common ground. So the script of dtl over words is read as
// a list of segments, common and changed in turn; common segments of one or two characters between two
// changes are given to the changes, and if what stays common is less than a third of the longer text,
// everything is marked.
//
// Finding words is dear the first time (ICU loads its dictionary). Texts that have little in common are
// therefore told apart by their characters first, and never reach the word rules.

namespace taisho {
namespace {

struct Segment {
    bool common = false;
    Range before, after;
};

std::vector<int> characters_of(std::string_view text) {
    std::vector<int> characters;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        characters.push_back(static_cast<int>(c));
        i += length;
    }
    return characters;
}

bool share_few_characters(std::string_view before, std::string_view after) {
    const std::vector<int> a = characters_of(before), b = characters_of(after);
    std::map<int, int>
        counts; // an upper bound of what can be common, cheap enough to be asked for every cell
    for (const int c : a) ++counts[c];
    std::size_t common = 0;
    for (const int c : b) {
        if (counts[c]-- > 0) ++common;
    }
    return common * 3 < std::max(a.size(), b.size());
}

// Words as numbers, equal words being equal numbers, for dtl.
std::vector<int> numbered(std::string_view text, const std::vector<std::uint32_t>& ends,
                          std::map<std::string, int, std::less<>>& numbers) {
    std::vector<int> result;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        const auto known =
            numbers.emplace(std::string(text.substr(begin, end - begin)), static_cast<int>(numbers.size()));
        result.push_back(known.first->second);
        begin = end;
    }
    return result;
}

std::vector<Segment> compare(std::string_view before, std::string_view after) {
    const std::vector<std::uint32_t> ends_before = split_words(before), ends_after = split_words(after);
    std::map<std::string, int, std::less<>> numbers;
    dtl::Diff<int, std::vector<int>> diff(numbered(before, ends_before, numbers),
                                          numbered(after, ends_after, numbers));
    diff.compose();

    std::vector<Segment> segments;
    std::size_t i = 0, j = 0;
    std::uint32_t at_before = 0, at_after = 0;
    for (const auto& [word, step] : diff.getSes().getSequence()) {
        const bool common = step.type == dtl::SES_COMMON;
        if (segments.empty() || segments.back().common != common) {
            segments.push_back({common, {at_before, at_before}, {at_after, at_after}});
        }
        if (step.type != dtl::SES_ADD) segments.back().before.end = at_before = ends_before[i++];
        if (step.type != dtl::SES_DELETE) segments.back().after.end = at_after = ends_after[j++];
    }
    return segments;
}

void swallow_scraps(std::string_view before, std::vector<Segment>& segments) {
    std::vector<Segment> kept;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        Segment segment = segments[i];
        const bool between = i > 0 && i + 1 < segments.size();
        const std::string_view text =
            before.substr(segment.before.begin, segment.before.end - segment.before.begin);
        if (segment.common && between && count_characters(text) <= 2) segment.common = false;
        if (!kept.empty() && kept.back().common == segment.common) {
            kept.back().before.end = segment.before.end, kept.back().after.end = segment.after.end;
        } else {
            kept.push_back(segment);
        }
    }
    segments = std::move(kept);
}

bool share_few_words(const std::vector<Segment>& segments, std::size_t longer) {
    std::size_t common = 0;
    for (const Segment& segment : segments)
        common += segment.common ? segment.before.end - segment.before.begin : 0;
    return common * 3 < longer;
}

std::vector<Range> whole(std::string_view text) {
    if (text.empty()) return {};
    return {{0, static_cast<std::uint32_t>(text.size())}};
}

TextPair all_changed(const Text& before, const Text& after) {
    return {Marked{before, whole(before.utf8)}, Marked{after, whole(after.utf8)}};
}

} // namespace

TextPair mark_changes(const Text& before, const Text& after) {
    if (before.utf8 == after.utf8) return {Marked{before, {}}, Marked{after, {}}};
    if (share_few_characters(before.utf8, after.utf8)) return all_changed(before, after);
    std::vector<Segment> segments = compare(before.utf8, after.utf8);
    swallow_scraps(before.utf8, segments);
    if (share_few_words(segments, std::max(before.utf8.size(), after.utf8.size())))
        return all_changed(before, after);

    TextPair pair{Marked{before, {}}, Marked{after, {}}};
    for (const Segment& segment : segments) {
        if (segment.common) continue;
        if (segment.before.begin < segment.before.end) pair.before->changed.push_back(segment.before);
        if (segment.after.begin < segment.after.end) pair.after->changed.push_back(segment.after);
    }
    return pair;
}

bool is_no_value(std::string_view text) {
    constexpr std::string_view dashes[] = {"―", "－", "—", "–", "-", "ー", "−"};
    return std::ranges::find(dashes, text) != std::end(dashes);
}

namespace {

Marked marked_whole(const Text& text) {
    return {text, is_no_value(text.utf8) ? std::vector<Range>{} : whole(text.utf8)};
}

} // namespace

TextPair only_before(const Text& text) { return {marked_whole(text), std::nullopt}; }
TextPair only_after(const Text& text) { return {std::nullopt, marked_whole(text)}; }

} // namespace taisho
