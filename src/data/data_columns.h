#pragma once
// The columns of the data sheet and of the CSV file: one table for writing, for reading back and for the
// documents.

#include "data/data_table.h"
#include "text/value.h"

#include <span>

namespace taisho {

enum class DataColumn : std::uint8_t {
    change,      // 修正番号
    paper,       // 資料番号
    kind,        // 修正の種類
    path,        // 階層
    item_number, // 項目番号
    item,        // 項目
    bodies,      // 実施主体
    field,       // 欄
    indicator,   // 指標
    row,         // 行
    column,      // 列, as written: R９
    column_kind, // 列の種類
    year,        // 年度（西暦）
    note,        // 付記
    part,        // 内容
    side,        // 修正前後
    text,        // 表記, the only one that may be edited
    number,      // 数値
    upper,       // 上限
    unit,        // 単位
    condition,   // 条件
    basis,       // 基準
    changed,     // 変更
    reason,      // 理由
    key,         // ID, hidden
};

struct DataColumnEntry {
    DataColumn column;
    std::string_view header;
    int width;                // in digits of the Normal font
    bool number;              // holds numbers, else texts
    std::string_view meaning; // one line in Japanese, for the documents
};

// In the order of the sheet.
std::span<const DataColumnEntry> data_columns();

// One cell: a text, a number, or nothing.
struct Datum {
    std::string_view text;
    std::optional<Decimal> number;
};

// Fills `cells` with the cells of a row, one for each of data_columns(). Texts live as long as the table, or
// until `buffers` is used again.
struct DatumBuffers {
    std::string key, row, column, note; // the last three in one line
    Value value;
};
void show_row(const DataTable& table, const DataRow& row, DatumBuffers& buffers, std::vector<Datum>& cells);

// The words that stand in the columns 修正前後 and 内容, and back from what somebody has typed (width
// folded).
std::string_view word_of(Side side);
std::string_view word_of(Part part);
std::string_view word_of(ColumnKind kind); // in the column 列の種類
std::optional<Side> side_of(std::string_view word);
std::optional<Part> part_of(std::string_view word);

} // namespace taisho
