// Tables (ISO 32000-1 14.8.4.3.4, 14.8.5.7; ISO 14289-1 7.5): every row fills every column once, and every
// header cell says what it heads.

#include "pdf_rules_parts.h"

#include <algorithm>
#include <set>

namespace taisho::test {
namespace {

struct TableCheck {
    const Examined& examined;
    Breaches breaches = {};

    // Of the table under way:
    std::size_t table = 0;
    std::vector<std::int64_t> filled_until = {}; // for each column, the first row that is free
    std::set<std::string> header_ids = {}, named_ids = {};
    std::vector<std::size_t> header_cells = {};
    std::int64_t row = 0;

    const PdfFile& file() const { return examined.file; }
    const PdfElement& at(std::size_t index) const { return examined.structure.elements[index]; }

    void broken(const std::string& clause, std::size_t element, const std::string& what) {
        breaches.push_back(clause + ": " + named(at(element)) + ": " + what);
    }

    // ---- spans ----

    std::int64_t span_of(std::size_t cell, const char* key) {
        const PdfValue& span = attribute_of(file(), at(cell), "Table", key);
        const std::int64_t cells = is_null(span) ? 1 : integer_in(span, 0);
        if (cells >= 1 && cells <= 10'000) return cells;
        broken("PDF 14.8.5.7", cell, std::string("a bad ") + key);
        return 1;
    }

    void place(std::size_t cell, bool is_first_row, std::int64_t rows_left) {
        const std::int64_t rows = span_of(cell, "RowSpan"), columns = span_of(cell, "ColSpan");
        if (rows > rows_left) broken("UA 7.5", cell, "reaches past the last row of its group");
        std::size_t column = 0;
        while (column < filled_until.size() && filled_until[column] > row) ++column;
        for (std::int64_t i = 0; i < columns; ++i, ++column) {
            if (column >= filled_until.size() && is_first_row) filled_until.push_back(row);
            if (column >= filled_until.size()) {
                broken("UA 7.5", cell, "stands outside the columns");
                return;
            }
            if (filled_until[column] > row) broken("UA 7.5", cell, "overlaps another cell");
            filled_until[column] = row + rows;
        }
    }

    void check_row(std::size_t element, std::int64_t rows_left) {
        const bool is_first_row = row == 0;
        for (const std::size_t cell : child_elements(at(element))) {
            if (at(cell).type != "TH" && at(cell).type != "TD") continue;
            place(cell, is_first_row, rows_left);
            gather_names(cell);
        }
        if (std::ranges::any_of(filled_until, [&](std::int64_t until) { return until <= row; }))
            broken("UA 7.5", element, "leaves a column empty");
        ++row;
    }

    // ---- headers ----

    void gather_names(std::size_t cell) {
        const PdfValue& id = get(file(), at(cell).value, "ID");
        if (at(cell).type == "TH") {
            header_cells.push_back(cell);
            if (!is_null(id)) header_ids.insert(bytes_in(id));
        }
        for (const PdfValue& name : array_in(attribute_of(file(), at(cell), "Table", "Headers")))
            named_ids.insert(bytes_in(resolved(file(), name)));
    }

    void check_headers() {
        for (const std::size_t cell : header_cells) {
            const PdfValue& scope = attribute_of(file(), at(cell), "Table", "Scope");
            const std::string& id = bytes_in(get(file(), at(cell).value, "ID"));
            const bool good = is_name(scope, "Row") || is_name(scope, "Column") || is_name(scope, "Both");
            if (!is_null(scope) && !good) broken("PDF 14.8.5.7", cell, "a bad Scope");
            if (is_null(scope) && (id.empty() || !named_ids.contains(id))) broken("UA 7.5", cell, "no Scope");
        }
        for (const std::string& name : named_ids) {
            if (!header_ids.contains(name))
                broken("PDF 14.8.5.7", table, "no header cell has the ID " + name);
        }
    }

    // ---- the table ----

    std::vector<std::size_t> rows_in(std::size_t group) const {
        std::vector<std::size_t> rows;
        for (const std::size_t child : child_elements(at(group))) {
            if (at(child).type == "TR") rows.push_back(child);
        }
        return rows;
    }

    void check_rows(std::size_t group) {
        const std::vector<std::size_t> rows = rows_in(group);
        for (std::size_t i = 0; i < rows.size(); ++i)
            check_row(rows[i], static_cast<std::int64_t>(rows.size() - i));
    }

    void check_groups() {
        std::vector<std::string> types;
        for (const std::size_t child : child_elements(at(table))) types.push_back(at(child).type);
        const auto heads = std::ranges::count(types, "THead"), feet = std::ranges::count(types, "TFoot");
        const auto bodies = std::ranges::count(types, "TBody");
        if (heads > 1 || feet > 1) broken("UA 7.2", table, "two THead or TFoot");
        if ((heads > 0 || feet > 0) && bodies == 0)
            broken("UA 7.2", table, "a THead or TFoot without a TBody");
        if (bodies > 0 && std::ranges::count(types, "TR") > 0)
            broken("PDF 14.8.4.3.4", table, "rows beside a TBody");
    }

    void check(std::size_t element) {
        table = element, row = 0;
        filled_until.clear(), header_ids.clear(), named_ids.clear(), header_cells.clear();
        check_groups();
        check_rows(table);
        for (const std::size_t group : child_elements(at(table))) {
            if (at(group).type.starts_with('T') && at(group).type.size() == 5) check_rows(group);
        }
        if (row == 0) broken("PDF 14.8.4.3.4", table, "no rows");
        check_headers();
    }
};

} // namespace

Breaches table_breaches(const Examined& examined) {
    TableCheck check{examined};
    for (std::size_t i = 0; i < examined.structure.elements.size(); ++i) {
        if (examined.structure.elements[i].type == "Table") check.check(i);
    }
    return check.breaches;
}

} // namespace taisho::test
