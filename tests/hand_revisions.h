#pragma once
// Revisions made by hand, for tests of what is shown of them.

#include "compare/mark.h"
#include "revise/revisions.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test::by_hand {

inline Text words(std::string_view utf8) { return {std::string(utf8), {}}; }
inline Heading heading(std::string_view number, std::string_view title) {
    return {words(number), words(title)};
}
inline TextPair same(std::string_view text) { return mark_changes(words(text), words(text)); }
inline TextPair both(std::string_view before, std::string_view after) {
    return mark_changes(words(before), words(after));
}
inline TextPair gone(std::string_view text) { return only_before(words(text)); }
inline TextPair new_text(std::string_view text) { return only_after(words(text)); }

inline PassagePair passage(PassageKind kind, TextPair label, TextPair text, std::string_view reason = {}) {
    return {kind, std::move(label), std::move(text), words(reason)};
}

// A goal with a single row: the columns and the values below them.
struct ColumnByHand {
    TextPair label, value, note = {};
};
inline GoalPair goal(TextPair label, TextPair statement, std::initializer_list<ColumnByHand> columns) {
    GoalPair pair;
    pair.label = std::move(label), pair.statement = std::move(statement);
    pair.rows.emplace_back();
    for (const ColumnByHand& column : columns) {
        pair.columns.push_back({ColumnKind::year, column.label, column.note});
        pair.rows.front().values.push_back(column.value);
    }
    return pair;
}

inline MarkedCell cell(std::size_t column, std::string_view text, bool changed = false) {
    MarkedCell result;
    result.text.text = words(text);
    if (changed) result.text.changed = {{0, static_cast<std::uint32_t>(text.size())}};
    result.column = static_cast<std::uint16_t>(column);
    return result;
}
inline MarkedCell header_cell(std::size_t column, std::string_view text) {
    MarkedCell result = cell(column, text);
    result.header = true;
    return result;
}
inline MarkedCell spanning(MarkedCell one, int rows, int columns) {
    one.row_span = static_cast<std::uint16_t>(rows), one.column_span = static_cast<std::uint16_t>(columns);
    return one;
}

// An item with a heading and fields; its number and title are the same on both sides.
inline Revision revision(RevisionKind kind, std::string_view number, std::string_view title,
                         std::vector<FieldPair> fields) {
    Revision result;
    result.kind = kind;
    result.heading = heading(number, title);
    result.number = same(number), result.title = same(title);
    result.fields = std::move(fields);
    return result;
}

inline Revisions paper(std::vector<Change> changes) {
    Revisions revisions;
    revisions.number = words("資料１"), revisions.title = words("計画の修正");
    revisions.sections = {{heading("１．", "修正"), std::move(changes), {}}};
    return revisions;
}

} // namespace taisho::test::by_hand
