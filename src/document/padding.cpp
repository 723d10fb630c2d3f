#include "document/padding.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <string>
#include <string_view>

namespace taisho {
namespace {

// As wide as the text would be: a full-width blank for two half widths.
std::string blanks_for(std::string_view text) {
    std::size_t halves = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded here = decode(text, at);
        at += here.length;
        const bool half_kana = here.character >= 0xff61 && here.character <= 0xff9f;
        const bool nothing = is_combining(here.character) || here.character == U'\n';
        halves += nothing ? 0 : here.character < 0x80 || half_kana ? 1 : 2;
    }
    std::string blanks;
    for (; halves >= 2; halves -= 2) append_utf8(blanks, 0x2003);
    if (halves > 0) append_utf8(blanks, 0x2002);
    return blanks;
}

// One side while both are walked through together.
struct Walk {
    const Marked& from;
    std::size_t at = 0, next = 0; // byte of the text, index of the range
    Marked to;

    bool is_changed() const { return next < from.changed.size() && from.changed[next].begin == at; }
    bool ended() const { return at == from.text.utf8.size(); }

    void append(std::string_view text, bool changed) {
        if (text.empty()) return;
        const auto begin = static_cast<std::uint32_t>(to.text.utf8.size());
        to.text.utf8 += text;
        if (changed) to.changed.push_back({begin, static_cast<std::uint32_t>(to.text.utf8.size())});
    }

    std::string_view take_change() {
        const Range range = from.changed[next++];
        const std::string_view text =
            std::string_view(from.text.utf8).substr(range.begin, range.end - range.begin);
        append(text, true);
        at = range.end;
        return text;
    }
};

} // namespace

// What both sides have in common is the same text; between its characters stand the changes. Where it is not
// (texts that were compared by what they mean), nothing is padded.
void pad(Marked& before, Marked& after) {
    Walk b{before, 0, 0, {{{}, before.text.at}, {}}}, a{after, 0, 0, {{{}, after.text.at}, {}}};
    while (!b.ended() || !a.ended()) {
        const bool deleted = b.is_changed(), added = a.is_changed();
        if (deleted && added) {
            b.take_change(), a.take_change();
        } else if (deleted) {
            a.append(blanks_for(b.take_change()), true);
        } else if (added) {
            b.append(blanks_for(a.take_change()), true);
        } else {
            if (b.ended() || a.ended() || before.text.utf8[b.at] != after.text.utf8[a.at]) return;
            b.append(std::string_view(before.text.utf8).substr(b.at++, 1), false);
            a.append(std::string_view(after.text.utf8).substr(a.at++, 1), false);
        }
    }
    before = std::move(b.to), after = std::move(a.to);
}

namespace {

void pad(TextPair& pair) {
    if (pair.before && pair.after && has_change(pair)) pad(*pair.before, *pair.after);
}

void pad_field(PassagePair& passage) { pad(passage.text); }

void pad_field(GoalPair& goal) {
    pad(goal.statement);
    for (RowPair& row : goal.rows)
        for (TextPair& value : row.values) pad(value);
}

std::vector<MarkedCell*> cells_of(MarkedTable& table) {
    std::vector<MarkedCell*> cells;
    for (auto& row : table.rows)
        for (MarkedCell& cell : row) cells.push_back(&cell);
    return cells;
}

void pad_field(TablePair& table) {
    if (!table.before || !table.after) return;
    const std::vector<MarkedCell*> before = cells_of(*table.before), after = cells_of(*table.after);
    for (std::uint32_t b = 0; b < before.size(); ++b) {
        const std::uint32_t a = before[b]->other;
        const bool partners = a != no_cell && after[a]->other == b && !before[b]->header;
        if (partners) pad(before[b]->text, after[a]->text);
    }
}

} // namespace

Revisions padded(Revisions revisions) {
    for (RevisedSection& section : revisions.sections) {
        for (Change& change : section.changes) {
            auto* revision = std::get_if<Revision>(&change);
            if (revision == nullptr) continue;
            pad(revision->title);
            for (FieldPair& field : revision->fields) std::visit([](auto& one) { pad_field(one); }, field);
        }
    }
    return revisions;
}

} // namespace taisho
