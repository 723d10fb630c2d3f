#include "compare/pair.h"
#include "support.h"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

using test::shown; // beside the one for tables

using Row = std::vector<std::string>;

// ---- tables in few words ----

// 「a|b」 is a row of two cells; a cell 「<2>a」 spans two columns, 「^2^a」 two rows.
TableCell cell(std::string_view written) {
    TableCell result;
    const auto take = [&](char open, char close) -> std::uint16_t {
        if (written.empty() || written.front() != open) return 1;
        const std::size_t end = written.find(close, 1);
        const int span = std::stoi(std::string(written.substr(1, end - 1)));
        written.remove_prefix(end + 1);
        return static_cast<std::uint16_t>(span);
    };
    result.column_span = take('<', '>');
    result.row_span = take('^', '^');
    result.text = text(written);
    return result;
}

TableRow table_row(std::string_view written, bool header) {
    TableRow row{header, {}};
    while (true) {
        const std::size_t end = written.find('|');
        row.cells.push_back(cell(written.substr(0, end)));
        if (end == std::string_view::npos) return row;
        written.remove_prefix(end + 1);
    }
}

FreeTable table(std::size_t header_rows, const std::vector<std::string>& rows) {
    FreeTable result;
    for (const std::string& row : rows)
        result.rows.push_back(table_row(row, result.rows.size() < header_rows));
    return result;
}

Row shown(const MarkedTable& marked) {
    Row rows;
    for (const auto& row : marked.rows) {
        std::string line;
        for (const MarkedCell& one : row)
            line.append(&one == &row.front() ? "" : "|").append(shown(one.text));
        rows.push_back(line);
    }
    return rows;
}

struct Shown {
    Row before, after;
    bool operator==(const Shown&) const = default;
};

std::ostream& operator<<(std::ostream& stream, const Shown& both) {
    for (const std::string& row : both.before) stream << "\n- " << row;
    for (const std::string& row : both.after) stream << "\n+ " << row;
    return stream;
}

Shown paired(const FreeTable& before, const FreeTable& after) {
    const TablePair pair = pair_tables(&before, &after);
    REQUIRE(pair.before);
    REQUIRE(pair.after);
    return {shown(*pair.before), shown(*pair.after)};
}

// ---- facts ----

TEST_CASE("セルの中は語ごとに印が付く") {
    CHECK(paired(table(1, {"指標|目標", "支援する校区|６校区とする"}),
                 table(1, {"指標|目標", "支援する校区|10校区とする"})) ==
          Shown{{"指標|目標", "支援する校区|[６校区]とする"}, {"指標|目標", "支援する校区|[10校区]とする"}});
}

TEST_CASE("足した行のほかに印は付かない") {
    CHECK(paired(table(1, {"指標|値", "相談件数|10件", "利用者数|20人"}),
                 table(1, {"指標|値", "相談件数|10件", "訪問回数|15回", "利用者数|20人"})) ==
          Shown{{"指標|値", "相談件数|10件", "利用者数|20人"},
                {"指標|値", "相談件数|10件", "[訪問回数]|[15回]", "利用者数|20人"}});
}

TEST_CASE("取った列のほかに印は付かない") {
    CHECK(paired(table(1, {"指標|担当課|値", "相談件数|福祉課|10件"}),
                 table(1, {"指標|値", "相談件数|10件"})) ==
          Shown{{"指標|[担当課]|値", "相談件数|[福祉課]|10件"}, {"指標|値", "相談件数|10件"}});
}

TEST_CASE("行と列を同時に足しても、ほかのセルは動かない") {
    CHECK(paired(table(1, {"|R6|R7", "甲|1人|2人", "乙|3人|4人"}),
                 table(1, {"|R6|R7|R8", "丙|7人|8人|9人", "甲|1人|2人|5人", "乙|3人|40人|6人"})) ==
          Shown{{"|R6|R7", "甲|1人|2人", "乙|3人|[4人]"},
                {"|R6|R7|[R8]", "[丙]|[7人]|[8人]|[9人]", "甲|1人|2人|[5人]", "乙|3人|[40人]|[6人]"}});
}

TEST_CASE("同じ小計の行が並んでも、足した組だけに印が付く") {
    CHECK(paired(table(1, {"区分|件数", "福祉|3件", "小計|3件", "教育|5件", "小計|5件"}),
                 table(1, {"区分|件数", "環境|4件", "小計|4件", "福祉|3件", "小計|3件", "教育|6件",
                           "小計|6件"})) ==
          Shown{{"区分|件数", "福祉|3件", "小計|3件", "教育|[5件]", "小計|[5件]"},
                {"区分|件数", "[環境]|[4件]", "[小計]|[4件]", "福祉|3件", "小計|3件", "教育|[6件]",
                 "小計|[6件]"}});
}

TEST_CASE("縦に結合した見出しの下に足した行だけに印が付く") {
    CHECK(paired(table(1, {"区分|指標|値", "^2^福祉|相談|1件", "訪問|2件", "教育|授業|3回"}),
                 table(1, {"区分|指標|値", "^3^福祉|相談|1件", "講座|9回", "訪問|2件", "教育|授業|3回"})) ==
          Shown{{"区分|指標|値", "福祉|相談|1件", "訪問|2件", "教育|授業|3回"},
                {"区分|指標|値", "福祉|相談|1件", "[講座]|[9回]", "訪問|2件", "教育|授業|3回"}});
}

TEST_CASE("結合した見出しの最初の行を取っても、見出しに印は付かない") {
    CHECK(paired(table(1, {"区分|指標|値", "^2^福祉|相談|1件", "訪問|2件"}),
                 table(1, {"区分|指標|値", "福祉|訪問|2件"})) ==
          Shown{{"区分|指標|値", "福祉|[相談]|[1件]", "訪問|2件"}, {"区分|指標|値", "福祉|訪問|2件"}});
}

TEST_CASE("分けたセルは、もとのセルと比べられる") {
    CHECK(paired(table(1, {"区分|値", "^2^福祉課|1件", "2件"}),
                 table(1, {"区分|値", "福祉課|1件", "教育課|2件"})) ==
          Shown{{"区分|値", "福祉課|1件", "2件"}, {"区分|値", "福祉課|1件", "[教育課]|2件"}});
}

TEST_CASE("二段の見出しの列は、上の見出しとともに見分けられる") {
    CHECK(paired(table(2, {"^2^区分|<2>前期|<2>後期", "件数|金額|件数|金額", "甲|1|2|3|4"}),
                 table(2, {"^2^区分|<2>中期|<2>前期|<2>後期", "件数|金額|件数|金額|件数|金額",
                           "甲|8|9|1|2|3|4"})) ==
          Shown{{"区分|前期|後期", "件数|金額|件数|金額", "甲|1|2|3|4"},
                {"区分|[中期]|前期|後期", "[件数]|[金額]|件数|金額|件数|金額", "甲|[8]|[9]|1|2|3|4"}});
}

TEST_CASE("名を改めた列は、中身で分かる") {
    CHECK(paired(table(1, {"指標|所管", "甲|福祉課", "乙|教育室"}),
                 table(1, {"指標|担当部署", "甲|福祉課", "乙|教育室"})) ==
          Shown{{"指標|[所管]", "甲|福祉課", "乙|教育室"}, {"指標|[担当部署]", "甲|福祉課", "乙|教育室"}});
}

TEST_CASE("名を改めた行は、名だけに印が付く") {
    CHECK(paired(table(1, {"指標|値", "甲|1件", "苦情の件数|5件", "丙|3件"}),
                 table(1, {"指標|値", "甲|1件", "苦情・相談の件数|5件", "丙|3件"})) ==
          Shown{{"指標|値", "甲|1件", "苦情の件数|5件", "丙|3件"},
                {"指標|値", "甲|1件", "苦情[・相談]の件数|5件", "丙|3件"}});
}

TEST_CASE("見出しのない表も比べられる") {
    CHECK(paired(table(0, {"甲|1件", "乙|2件"}), table(0, {"甲|1件", "乙|3件"})) ==
          Shown{{"甲|1件", "乙|[2件]"}, {"甲|1件", "乙|[3件]"}});
}

TEST_CASE("足した行の横線と空のセルに印は付かない") {
    CHECK(paired(table(1, {"指標|値|備考", "甲|1件|済"}), table(1, {"指標|値|備考", "甲|1件|済", "乙|―|"}))
              .after == Row{"指標|値|備考", "甲|1件|済", "[乙]|―|"});
}

TEST_CASE("片側だけの表は、どのセルも丸ごと印が付く") {
    const FreeTable only = table(1, {"指標|値", "甲|1件"});
    const TablePair pair = pair_tables(nullptr, &only);
    CHECK_FALSE(pair.before.has_value());
    REQUIRE(pair.after.has_value());
    CHECK(shown(*pair.after) == Row{"[指標]|[値]", "[甲]|[1件]"});
}

TEST_CASE("セルは、始まる列と結合の数を保つ") {
    const FreeTable one = table(1, {"^2^区分|<2>前期", "件数|金額", "甲|1|2"});
    const TablePair pair = pair_tables(&one, &one);
    const MarkedTable& marked = *pair.after;
    CHECK(marked.columns == 3);
    CHECK(marked.header_rows == 1);
    const MarkedCell& corner = marked.rows[0][0];
    CHECK(corner.row_span == 2);
    CHECK(corner.header);
    CHECK(marked.rows[0][1].column_span == 2);
    CHECK(marked.rows[1][0].column == 1);
    CHECK_FALSE(marked.rows[1][0].header);
}

TEST_CASE("すき間のある表は比べられない") {
    const FreeTable good = table(1, {"指標|値", "甲|1件"}), bad = table(1, {"指標|値", "甲"});
    const TablePair pair = pair_tables(&good, &bad);
    CHECK_FALSE(pair.before.has_value());
    CHECK_FALSE(pair.after.has_value());
}

TEST_CASE("行のない表も比べられる") {
    const FreeTable none, one = table(1, {"指標|値", "甲|1件"});
    CHECK(paired(none, one) == Shown{{}, {"[指標]|[値]", "[甲]|[1件]"}});
}

// ---- properties of many tables ----

using Cells = std::vector<Row>;

FreeTable table_of(const Cells& cells, std::size_t header_rows) {
    FreeTable result;
    for (const Row& row : cells) {
        TableRow one{result.rows.size() < header_rows, {}};
        for (const std::string& written : row) one.cells.push_back({text(written), 1, 1, false});
        result.rows.push_back(one);
    }
    return result;
}

// Texts of which no two are alike.
std::string new_text(Dice& dice) {
    static const std::vector<std::string_view> words = {"相談", "訪問", "講座", "校区", "拠点",
                                                        "福祉", "環境", "教育", "𠮷野", "予算",
                                                        "職員", "施設", "道路", "下水"};
    return std::string(dice.pick(words)) + std::to_string(dice.below(1'000'000)) +
           std::string(dice.pick(words));
}

Cells random_cells(Dice& dice) {
    Cells cells(2 + dice.below(8), Row(2 + dice.below(6)));
    for (Row& row : cells) {
        for (std::string& one : row) one = new_text(dice);
    }
    return cells;
}

std::vector<std::pair<std::size_t, std::size_t>> marked_places(const MarkedTable& marked) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t row = 0; row < marked.rows.size(); ++row) {
        for (const MarkedCell& one : marked.rows[row]) {
            if (!one.text.changed.empty()) places.emplace_back(row, one.column);
        }
    }
    return places;
}

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

TEST_CASE("千の表で、一つのセルを変えると、そのセルだけに印が付く") {
    Dice dice(1);
    for (int i = 0; i < 1000; ++i) {
        const Cells before = random_cells(dice);
        Cells after = before;
        const std::size_t row = dice.below(before.size()), column = dice.below(before[0].size());
        after[row][column] = new_text(dice);
        const FreeTable b = table_of(before, dice.below(2)), a = table_of(after, b.rows[0].header ? 1 : 0);
        const TablePair pair = pair_tables(&b, &a);
        CAPTURE(i);
        REQUIRE(marked_places(*pair.before) == Places{{row, column}});
        REQUIRE(marked_places(*pair.after) == Places{{row, column}});
    }
}

TEST_CASE("千の表で、一つの行を足すと、その行だけに印が付く") {
    Dice dice(2);
    for (int i = 0; i < 1000; ++i) {
        const Cells before = random_cells(dice);
        Cells after = before;
        const std::size_t row = 1 + dice.below(before.size());
        Row added(before[0].size());
        Places expected;
        for (std::size_t column = 0; column < added.size(); ++column)
            added[column] = new_text(dice), expected.emplace_back(row, column);
        after.insert(after.begin() + static_cast<std::ptrdiff_t>(row), added);
        const FreeTable b = table_of(before, 1), a = table_of(after, 1);
        CAPTURE(i);
        const TablePair added_pair = pair_tables(&b, &a), deleted_pair = pair_tables(&a, &b);
        REQUIRE(marked_places(*added_pair.before).empty());
        REQUIRE(marked_places(*added_pair.after) == expected);
        REQUIRE(marked_places(*deleted_pair.before) == expected);
        REQUIRE(marked_places(*deleted_pair.after).empty());
    }
}

TEST_CASE("千の表で、一つの列を足すと、その列だけに印が付く") {
    Dice dice(3);
    for (int i = 0; i < 1000; ++i) {
        const Cells before = random_cells(dice);
        Cells after = before;
        const std::size_t column = dice.below(before[0].size() + 1);
        Places expected;
        for (std::size_t row = 0; row < after.size(); ++row) {
            after[row].insert(after[row].begin() + static_cast<std::ptrdiff_t>(column), new_text(dice));
            expected.emplace_back(row, column);
        }
        const std::size_t header_rows = dice.below(2);
        const FreeTable b = table_of(before, header_rows), a = table_of(after, header_rows);
        CAPTURE(i);
        const TablePair pair = pair_tables(&b, &a);
        REQUIRE(marked_places(*pair.before).empty());
        REQUIRE(marked_places(*pair.after) == expected);
    }
}

// Random spans over an area of the given size, by joining free neighbours.
FreeTable spanned_table(Dice& dice, std::size_t rows, std::size_t columns) {
    std::vector<std::vector<bool>> taken(rows, std::vector<bool>(columns));
    FreeTable result;
    for (std::size_t r = 0; r < rows; ++r) {
        TableRow row{r == 0, {}};
        for (std::size_t c = 0; c < columns; ++c) {
            if (taken[r][c]) continue;
            std::size_t width = 1;
            while (c + width < columns && !taken[r][c + width] && dice.below(4) == 0) ++width;
            const std::size_t height = std::min(rows - r, 1 + dice.below(4) / 2);
            for (std::size_t i = r; i < r + height; ++i) {
                for (std::size_t k = c; k < c + width; ++k) taken[i][k] = true;
            }
            row.cells.push_back({text(dice.below(5) == 0 ? "" : new_text(dice)),
                                 static_cast<std::uint16_t>(height), static_cast<std::uint16_t>(width),
                                 false});
        }
        result.rows.push_back(row);
    }
    return result;
}

std::size_t count_cells(const FreeTable& one) {
    std::size_t count = 0;
    for (const TableRow& row : one.rows) count += row.cells.size();
    return count;
}

TEST_CASE("どんな結合の二つの表でも、どのセルも一度ずつ出る") {
    Dice dice(4);
    for (int i = 0; i < 1000; ++i) {
        const FreeTable b = spanned_table(dice, 1 + dice.below(7), 1 + dice.below(7));
        const FreeTable a = spanned_table(dice, 1 + dice.below(7), 1 + dice.below(7));
        const TablePair pair = pair_tables(&b, &a);
        std::size_t before = 0, after = 0;
        for (const auto& row : pair.before->rows) before += row.size();
        for (const auto& row : pair.after->rows) after += row.size();
        REQUIRE(before == count_cells(b));
        REQUIRE(after == count_cells(a));
    }
}

TEST_CASE("千行五十列の表も、すぐに比べられる") {
    Dice dice(5);
    Cells before(1000, Row(50));
    for (Row& row : before) {
        for (std::string& one : row) one = dice.below(3) == 0 ? "10件" : new_text(dice);
    }
    Cells after = before;
    for (std::size_t row = 0; row < after.size(); row += 2) after[row][dice.below(50)] = new_text(dice);
    after.erase(after.begin() + 500), after.insert(after.begin() + 3, Row(50, "新設"));
    const auto start = std::chrono::steady_clock::now();
    const FreeTable b = table_of(before, 1), a = table_of(after, 1);
    const TablePair pair = pair_tables(&b, &a);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(took.count() < 10); // a debug build with sanitizers
    CHECK(marked_places(*pair.after).size() == 50 + 500 - 1);
}

} // namespace
} // namespace taisho::test
