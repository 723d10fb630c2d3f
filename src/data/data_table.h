#pragma once
// What a paper shows, as data: one row for each text of an item, for each goal, column and side. Nothing is
// merged, left out or laid out here (総務省「統計表における機械判読可能なデータの表記方法の統一ルール」1-1 to
// 1-12). Of an amended unit all is here, also the fields that the paper leaves out as unchanged; of a unit
// that the paper only names （略, a number that has moved up） no more than the paper says.

#include "revise/revisions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// What of its unit a text is. title: also of a field whose label changes, then without being editable;
// reason: also of a single field that has one; value: of a goal; cell: of a free table; note: below the label
// of a column (目標値); phrase: words that are exchanged everywhere.
enum class Part : std::uint8_t {
    number,
    title,
    page,
    text,
    statement,
    note,
    value,
    cell,
    reason,
    opinion,
    remark,
    phrase
};

// Names one text of a paper: the same wherever its row is sorted to and whatever the text becomes.
struct DataPlace {
    Side side = Side::after;
    std::string unit; // id; empty: the plan itself; rename#1: the first of the words exchanged everywhere
    Part part = Part::text;
    std::string field; // of a part of a field: its kind, and which of that kind on this side: output#1
    std::string row;   // of a value: as row_keys() says; of a cell: #3 from the top; of an opinion or remark:
                       // #2, the second
    std::string column; // of a value or note: as column_keys() says; of a cell: #2 of the grid

    auto operator<=>(const DataPlace&) const = default;
};

// A place as one word, parts separated by /, and back. Nothing when it is none.
std::string key_of(const DataPlace& place);
std::optional<DataPlace> parse_key(std::string_view key);

// What the fields, rows and columns of one side are called in places; those who look for a place in a plan
// ask with the same lists. A name that would repeat gets its number behind it: 校区, 校区#2.

// output#1: the first goal of its kind. `kinds` as kind_of(const Field&).
std::vector<std::string> field_keys(const std::vector<std::string_view>& kinds);

// The label in one line, #2 for the second row when it has none.
std::vector<std::string> row_keys(const std::vector<std::string_view>& labels);

// The western year, else the label in one line.
struct ColumnName {
    std::optional<int> year;
    std::string_view label;
};
std::vector<std::string> column_keys(const std::vector<ColumnName>& columns);

// The names with a number behind each that stands there already. The first of several keeps its own.
std::vector<std::string> distinct(std::vector<std::string> names);

// ---- the table ----

// What all rows of a unit share. Texts are in one line.
struct DataUnit {
    std::uint32_t change = 0;  // which of all changes of the Revisions, from 0
    std::string id;            // as in DataPlace: of a unit that is shown twice, 1-2#2 the second time
    std::string kind;          // 修正, 削除 …
    std::string path;          // the levels above
    std::string new_path = {}; // after a move; empty: the same
    std::optional<int> number; // of its heading: ① is 1
    std::string title;
    std::string bodies[2];     // 実施主体, by Side
    std::string reason;        // of the amendment
    bool editable = false;     // its texts after the amendment may be changed
    std::uint32_t ordinal = 0; // №, from 1: changes of which nothing is shown （略） have none
};

struct DataGoalColumn {
    std::string_view label, note; // as written: R９, 目標値
    ColumnKind kind = ColumnKind::year;
    std::optional<int> year; // western
    std::string key = {};    // of column_keys
};

// What all rows of a field share, on one side.
struct DataField {
    std::string name;      // 業績目標, 内容 …: what kind of field it is
    std::string key;       // output#1
    std::string indicator; // of a goal; in one line
    std::string reason;    // of this field alone
    std::vector<DataGoalColumn> columns;
    std::vector<std::string_view> rows; // labels; of a free table what the first cell says
    std::vector<std::string> row_keys = {};
};

inline constexpr std::uint32_t no_index = 0xffffffff;

struct DataRow {
    std::uint32_t unit = 0;         // of DataTable::units
    std::uint32_t field = no_index; // of DataTable::fields
    std::uint32_t row = no_index,
                  column = no_index; // of the field's rows and columns, or of opinions and remarks
    Side side = Side::before;
    Part part = Part::text;
    bool changed = false;
    bool editable = false;
    std::string_view text; // as printed, with '\n' where the author broke the line
};

struct DataTable {
    std::string paper;   // 資料３
    std::string version; // of the plan; may be empty
    std::vector<DataUnit> units;
    std::vector<DataField> fields;
    std::vector<DataRow> rows; // in the order of the paper
};

// REQUIRES: `revisions` outlive the table, whose texts are views of theirs.
DataTable make_data(const Revisions& revisions);
DataTable make_data(Revisions&&) = delete;

DataPlace place_of(const DataTable& table, const DataRow& row);

} // namespace taisho
