#pragma once
// The comparison of two lines, a step below mark.h: which stretches of both are the same and which were
// exchanged.

#include "compare/pairs.h"

#include <string_view>
#include <vector>

namespace taisho {

// A stretch of both texts that is the same on both sides or was exchanged; either side may be empty where it
// was.
struct Segment {
    bool common = false;
    Range before, after;
};

// Appends a segment, or makes the last one longer where both are of one kind.
void add_segment(Segment segment, std::vector<Segment>& segments);

// The bytes of a text that belong to one line.
struct Line {
    std::string_view text; // the whole text
    Range range;

    std::string_view view() const { return text.substr(range.begin, range.end - range.begin); }
};

// Common and exchanged segments in turn, covering both lines. `whole` is the number of characters of all
// lines to be compared: the more there are, the less time there is for each.
std::vector<Segment> compare_lines(const Line& before, const Line& after, std::size_t whole);

} // namespace taisho
