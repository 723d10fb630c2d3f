#include "data/data_columns.h"

#include "compare/field_names.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

constexpr std::array<std::pair<Side, std::string_view>, 2> side_words = {
    {{Side::before, "修正前"}, {Side::after, "修正後"}}};

constexpr std::array<std::pair<Part, std::string_view>, 12> part_words = {{{Part::number, "番号"},
                                                                           {Part::title, "名称"},
                                                                           {Part::page, "ページ"},
                                                                           {Part::text, "文"},
                                                                           {Part::statement, "指標"},
                                                                           {Part::note, "付記"},
                                                                           {Part::value, "値"},
                                                                           {Part::cell, "表の欄"},
                                                                           {Part::reason, "修正理由"},
                                                                           {Part::opinion, "意見番号"},
                                                                           {Part::remark, "備考"},
                                                                           {Part::phrase, "字句"}}};

constexpr std::array<DataColumnEntry, 25> entries = {{
    {DataColumn::change, "修正番号", 9, true, "資料の中での修正の番号"},
    {DataColumn::paper, "資料番号", 8, false, "資料の番号"},
    {DataColumn::kind, "修正の種類", 10, false,
     "修正、誤記訂正、移動、番号の変更、削除、統合、追加、分割、名称変更"},
    {DataColumn::path, "階層", 28, false, "項目の上の見出し。「＞」で区切ります"},
    {DataColumn::item_number, "項目番号", 8, true, "項目の番号の数。①は1です"},
    {DataColumn::item, "項目", 22, false, "項目や階層の名称"},
    {DataColumn::bodies, "実施主体", 18, false, "その側での実施主体"},
    {DataColumn::field, "欄", 12, false, "業績目標、成果目標、内容、実施主体など"},
    {DataColumn::indicator, "指標", 24, false, "その側での目標の指標"},
    {DataColumn::row, "行", 12, false, "目標や表の行の名前"},
    {DataColumn::column, "列", 10, false, "目標や表の列の名前。書かれたまま"},
    {DataColumn::column_kind, "列の種類", 8, false, "現状値、年度、目標値、備考、その他"},
    {DataColumn::year, "年度（西暦）", 8, true, "年度の列の、西暦の年度"},
    {DataColumn::note, "付記", 10, false, "列の名前の下の付記"},
    {DataColumn::part, "内容", 9, false, "番号、名称、文、値など、何についての行か"},
    {DataColumn::side, "修正前後", 8, false, "修正前か修正後"},
    {DataColumn::text, "表記", 36, false, "資料に書かれている文や値。直してよいのはこの列だけです"},
    {DataColumn::number, "数値", 9, true, "表記にある数"},
    {DataColumn::upper, "上限", 9, true, "範囲で書かれた値の、大きい方の数"},
    {DataColumn::unit, "単位", 8, false, "数の単位"},
    {DataColumn::condition, "条件", 6, false, "約、以上、超、以下、未満、増、減"},
    {DataColumn::basis, "基準", 10, false, "増減のもとになるもの。前年度比など"},
    {DataColumn::changed, "変更", 6, false, "修正前と修正後が違えば「あり」、同じなら「なし」"},
    {DataColumn::reason, "理由", 24, false, "その欄の理由。なければ修正の理由"},
    {DataColumn::key, "ID", 24, false, "行の名札。取り込みに使うので、直しません"},
}};

std::string_view word_of(Operator op) {
    switch (op) {
    case Operator::exact: return {};
    case Operator::about: return "約";
    case Operator::at_least: return "以上";
    case Operator::more_than: return "超";
    case Operator::at_most: return "以下";
    case Operator::less_than: return "未満";
    case Operator::increase: return "増";
    case Operator::decrease: return "減";
    }
    return {};
}

// Of annotations there is no other side.
bool is_annotation(Part part) {
    return part == Part::reason || part == Part::opinion || part == Part::remark;
}

// The reason of a deletion stands on the side after, where nobody carries anything out any more; it is still
// looked for by those who did.
const std::string& bodies_of(const DataUnit& unit, const DataRow& row) {
    const std::string& here = unit.bodies[static_cast<std::size_t>(row.side)];
    return here.empty() && is_annotation(row.part) ? unit.bodies[0] : here;
}

std::string_view label(std::string_view text, std::string& buffer) {
    const bool plain = text.size() <= most_repeated && text.find_first_of("\n\t") == std::string_view::npos;
    return plain ? text : buffer = cut_line(text, most_repeated);
}

Decimal whole(std::int64_t number) { return {number, 0}; }

// The cells of a row, by column.
struct Cells {
    std::vector<Datum>& cells;
    Datum& operator[](DataColumn column) { return cells[static_cast<std::size_t>(column)]; }
};

void show_unit(const DataTable& table, const DataRow& row, Cells cells) {
    const DataUnit& unit = table.units[row.unit];
    const bool moved_to = row.side == Side::after && !unit.new_path.empty();
    cells[DataColumn::change].number = whole(unit.ordinal);
    cells[DataColumn::paper].text = table.paper;
    cells[DataColumn::kind].text = unit.kind;
    cells[DataColumn::path].text = moved_to ? unit.new_path : unit.path;
    if (unit.number) cells[DataColumn::item_number].number = whole(*unit.number);
    cells[DataColumn::item].text = unit.title;
    cells[DataColumn::bodies].text = bodies_of(unit, row);
    cells[DataColumn::reason].text = unit.reason;
}

void show_field(const DataField& field, const DataRow& row, DatumBuffers& buffers, Cells cells) {
    cells[DataColumn::field].text = field.name;
    cells[DataColumn::indicator].text = field.indicator;
    if (!field.reason.empty()) cells[DataColumn::reason].text = field.reason;
    if (row.row != no_index) cells[DataColumn::row].text = label(field.rows[row.row], buffers.row);
    if (row.column == no_index) return;
    const DataGoalColumn& column = field.columns[row.column];
    cells[DataColumn::column].text = label(column.label, buffers.column);
    cells[DataColumn::note].text = label(column.note, buffers.note);
    if (row.part == Part::cell) return; // columns of a free table are of no kind
    cells[DataColumn::column_kind].text = word_of(column.kind);
    if (column.year) cells[DataColumn::year].number = whole(*column.year);
}

void show_value(std::string_view text, Value& value, Cells cells) {
    value = parse_value(text);
    const bool is_range = value.kind == ValueKind::range;
    if (value.kind != ValueKind::number && !is_range) return;
    cells[DataColumn::number].number = value.number;
    if (is_range) cells[DataColumn::upper].number = value.upper;
    cells[DataColumn::unit].text = value.unit;
    cells[DataColumn::condition].text = word_of(value.op);
    cells[DataColumn::basis].text = value.basis;
}

} // namespace

std::span<const DataColumnEntry> data_columns() { return entries; }

void show_row(const DataTable& table, const DataRow& row, DatumBuffers& buffers, std::vector<Datum>& cells) {
    cells.assign(entries.size(), {});
    Cells shown{cells};
    show_unit(table, row, shown);
    if (row.field != no_index) show_field(table.fields[row.field], row, buffers, shown);
    shown[DataColumn::part].text = word_of(row.part);
    shown[DataColumn::side].text = word_of(row.side);
    shown[DataColumn::text].text = row.text;
    if (row.part == Part::value || row.part == Part::cell) show_value(row.text, buffers.value, shown);
    if (!is_annotation(row.part)) shown[DataColumn::changed].text = row.changed ? "あり" : "なし";
    buffers.key = key_of(place_of(table, row));
    shown[DataColumn::key].text = buffers.key;
}

std::string_view word_of(Side side) { return side_words.at(static_cast<std::size_t>(side)).second; }

std::string_view word_of(Part part) { return part_words.at(static_cast<std::size_t>(part)).second; }

std::string_view word_of(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::baseline: return "現状値";
    case ColumnKind::year: return "年度";
    case ColumnKind::target: return "目標値";
    case ColumnKind::note: return "備考";
    case ColumnKind::free: return "その他";
    }
    return {};
}

std::optional<Side> side_of(std::string_view word) {
    const std::string folded = fold_width(word);
    const auto found =
        std::ranges::find(side_words, folded, [](const auto& entry) { return fold_width(entry.second); });
    return found == side_words.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Part> part_of(std::string_view word) {
    const std::string folded = fold_width(word);
    const auto found =
        std::ranges::find(part_words, folded, [](const auto& entry) { return fold_width(entry.second); });
    return found == part_words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace taisho
