#pragma once
// What a revision shows of its unit, whatever the arrangement: which fields are compared, which are context,
// which are left out, and what is said where a side does not exist.

#include "document/paragraphs.h"

#include <string>
#include <vector>

namespace taisho {

enum class FieldUse : std::uint8_t {
    compared, // both sides
    context,  // once, above the comparison
    omitted,  // its name and （略）
    left_out, // nothing: one （略） stands for all of these
    nothing,  // not even that
};

FieldUse use_of(const FieldPair& field, const Revision& revision, const HouseStyle& style);

bool is_footnote(const FieldPair& field);

// Says that there is nothing on this side: （削除）, （新設）, （①拠点に統合）.
std::string missing_word(const Revision& revision, Side side, const HouseStyle& style);

// What a field is called where it stands in one line: its label, else the word of the style.
Marked name_of(const FieldPair& field, const HouseStyle& style);
std::string name_of(const Field& field, const HouseStyle& style);

// The name of a passage: its label, else the word of the style.
Marked name_of(const PassagePair& passage, const HouseStyle& style);

struct NamedPair {
    std::string name;
    TextPair pair;
    bool moved = false; // what the marks tell is a new place or number
};

// 位置, 番号 and 名称 as far as they change; of a unit that has nothing else to show, its title.
std::vector<NamedPair> heading_pairs(const Revision& revision, const HouseStyle& style);

// The name of the row that stands for all that is left out.
const std::string& name_of_rest(const Revision& revision, const HouseStyle& style);

// Whether one （略） stands for anything of the unit.
bool leaves_out(const Revision& revision, const HouseStyle& style);

// One side of the heading of a unit whose number changes, and （略） behind it.
Marked numbered_heading(const Revision& revision, Side side, const HouseStyle& style);

} // namespace taisho
