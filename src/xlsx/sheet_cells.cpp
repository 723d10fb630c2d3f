#include "xlsx/sheet_cells.h"

#include "xlsx/excel_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

// <worksheet> holds <sheetData>, that <row r="12">, that <c r="B12" s="3" t="s">, and that <v>, <is> and <f>.
// Both r may be left out; a row or cell is then the next one (18.3.1.4, 18.3.1.73). Nothing is made for cells
// that are not there, so XFD1048576 costs no more than A1.

namespace taisho {
namespace {

constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;

struct Position {
    std::uint32_t row = 0, column = 0; // from 0
};

std::string name_of(const Position& position) {
    std::string letters;
    for (std::uint32_t rest = position.column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(position.row + 1);
}

// A number from 1 to `most`, counted from 0.
std::optional<std::uint32_t> parse_ordinal(std::string_view text, std::uint32_t most) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && number >= 1 && number <= most ? std::optional(number - 1) : std::nullopt;
}

std::optional<Position> parse_position(std::string_view text) {
    std::uint32_t column = 0;
    std::size_t letters = 0;
    for (; letters < text.size() && letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z'; ++letters)
        column = column * 26 + static_cast<std::uint32_t>(text[letters] - 'A' + 1);
    const std::optional<std::uint32_t> row = parse_ordinal(text.substr(letters), most_rows);
    if (!row || column == 0 || column > most_columns) return std::nullopt;
    return Position{*row, column - 1};
}

// What stands in a <c>, as written.
struct RawCell {
    Position position;
    std::string type, style;
    std::string value; // of <v> or <is>
    bool has_formula = false, has_value = false, is_rich = false;
};

std::optional<double> parse_number(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

// A style that the workbook does not have is the first one, as for cells without any.
const NumberFormat& format_of(const RawCell& raw, const FoundParts& parts) {
    static const NumberFormat general;
    std::size_t style = 0;
    std::from_chars(raw.style.data(), raw.style.data() + raw.style.size(), style);
    if (parts.format_of_style.empty()) return general;
    return parts.formats[parts.format_of_style[style < parts.format_of_style.size() ? style : 0]];
}

struct ShownCell {
    std::string text;
    CellSource source;
};

std::optional<ShownCell> show_as_number(const RawCell& raw, std::optional<double> number,
                                        const FoundParts& parts) {
    if (!number) return std::nullopt;
    ShownNumber shown = show_number(*number, format_of(raw, parts), parts.dates);
    return ShownCell{std::move(shown.text), shown.source};
}

std::optional<ShownCell> show_shared(const RawCell& raw, const FoundParts& parts) {
    std::size_t index = 0;
    const char *begin = raw.value.data(), *end = begin + raw.value.size();
    const auto [stop, error] = std::from_chars(begin, end, index);
    if (error != std::errc{} || stop != end || index >= parts.strings.size()) return std::nullopt;
    return ShownCell{parts.strings[index], CellSource::text};
}

// 18.18.11: what the value of a cell is.
std::optional<ShownCell> show_value(const RawCell& raw, const FoundParts& parts) {
    if (raw.is_rich) return ShownCell{raw.value, CellSource::text};
    if (!raw.has_value) return ShownCell{"", CellSource::text};
    if (raw.type == "s") return show_shared(raw, parts);
    if (raw.type == "str" || raw.type == "inlineStr")
        return ShownCell{unescape_cell_text(raw.value), CellSource::text};
    if (raw.value.empty()) return ShownCell{"", CellSource::text};
    if (raw.type == "b")
        return ShownCell{raw.value == "1" || raw.value == "true" ? "TRUE" : "FALSE", CellSource::boolean};
    if (raw.type == "e") return ShownCell{raw.value, CellSource::error};
    if (raw.type == "d") return show_as_number(raw, serial_of_iso(raw.value, parts.dates), parts);
    return show_as_number(raw, parse_number(raw.value), parts);
}

class SheetReader {
public:
    SheetReader(std::string bytes, const FoundParts& parts, CellBudget budget)
        : reader_(std::move(bytes)), parts_(parts) {
        result_.left = budget;
    }

    SheetCells read() {
        if (!enter("worksheet")) return slip(Code::workbook_broken);
        for (;;) {
            switch (reader_.next()) {
            case PartEvent::begin:
                if (reader_.name() == "sheetData" ? !read_rows() : !reader_.skip())
                    return slip(Code::workbook_broken);
                break;
            case PartEvent::end:
            case PartEvent::text: break;
            case PartEvent::finished: return finish();
            case PartEvent::broken: return slip(Code::workbook_broken);
            }
        }
    }

private:
    bool enter(std::string_view root) { return reader_.next() == PartEvent::begin && reader_.name() == root; }

    // The first slip counts.
    SheetCells slip(Code code) {
        if (!result_.slip) result_.slip = SheetSlip{code, ""};
        result_.cells.clear();
        return std::move(result_);
    }

    bool refuse(Code code, std::string_view cell) {
        result_.slip = SheetSlip{code, std::string(cell)};
        return false;
    }

    // Each of these reads to the end of the element that has begun; false after a slip.

    bool read_rows() {
        std::uint32_t next_row = 0;
        for (;;) {
            const PartEvent event = reader_.next();
            if (event == PartEvent::end) return true;
            if (event == PartEvent::text) continue;
            if (event != PartEvent::begin) return false;
            if (reader_.name() != "row") {
                if (!reader_.skip()) return false;
                continue;
            }
            const std::string_view written = reader_.attribute("r");
            const std::optional<std::uint32_t> row =
                written.empty() ? next_row : parse_ordinal(written, most_rows);
            if (!row || *row >= most_rows) return refuse(Code::workbook_cell_broken, written);
            if (!read_row(*row)) return false;
            next_row = *row + 1;
        }
    }

    bool read_row(std::uint32_t row) {
        Position next{row, 0};
        for (;;) {
            const PartEvent event = reader_.next();
            if (event == PartEvent::end) return true;
            if (event == PartEvent::text) continue;
            if (event != PartEvent::begin) return false;
            if (reader_.name() != "c") {
                if (!reader_.skip()) return false;
                continue;
            }
            if (!read_cell(next)) return false;
            next.column = raw_.position.column + 1;
        }
    }

    bool read_cell(const Position& next) {
        const std::string_view written = reader_.attribute("r");
        const std::optional<Position> position = written.empty() ? next : parse_position(written);
        const bool is_place = position && position->row == next.row && position->column < most_columns;
        if (!is_place) return refuse(Code::workbook_cell_broken, written);
        raw_.position = *position;
        raw_.type = reader_.attribute("t");
        raw_.style = reader_.attribute("s");
        raw_.value.clear();
        raw_.has_formula = raw_.has_value = raw_.is_rich = false;
        return read_content() && keep();
    }

    bool read_content() {
        for (;;) {
            const PartEvent event = reader_.next();
            if (event == PartEvent::end) return true;
            if (event == PartEvent::text) continue;
            if (event != PartEvent::begin) return false;
            if (reader_.name() == "v" ? !read_value() : reader_.name() == "is" ? !read_inline() : !pass())
                return false;
        }
    }

    bool pass() {
        raw_.has_formula |= reader_.name() == "f";
        return reader_.skip();
    }

    bool read_value() {
        raw_.has_value = true;
        for (;;) {
            const PartEvent event = reader_.next();
            if (event == PartEvent::end) return true;
            if (event != PartEvent::text) return false;
            raw_.value += reader_.text();
        }
    }

    bool read_inline() {
        std::optional<std::string> text = read_rich_text(reader_);
        if (!text) return false;
        raw_.is_rich = true;
        raw_.value = std::move(*text);
        return true;
    }

    // What a formula gave is told as such, but for errors: those are worth more.
    bool keep() {
        std::optional<ShownCell> shown = show_value(raw_, parts_);
        if (!shown) return refuse(Code::workbook_cell_broken, name_of(raw_.position));
        if (shown->text.empty() && !raw_.has_formula) return true;
        CellBudget& left = result_.left;
        if (left.cells == 0 || left.text < shown->text.size())
            return refuse(Code::workbook_too_large, name_of(raw_.position));
        --left.cells;
        left.text -= shown->text.size();
        const bool is_formula = raw_.has_formula && shown->source != CellSource::error;
        result_.cells.push_back({raw_.position.row, static_cast<std::uint16_t>(raw_.position.column),
                                 is_formula ? CellSource::formula : shown->source, std::move(shown->text)});
        return true;
    }

    // Programs write cells in order; where one does not, two may be at one place.
    SheetCells finish() {
        const auto place = [](const ReadCell& cell) { return std::tuple(cell.row, cell.column); };
        std::vector<ReadCell>& cells = result_.cells;
        if (!std::ranges::is_sorted(cells, {}, place)) std::ranges::stable_sort(cells, {}, place);
        const auto twice = std::ranges::adjacent_find(cells, {}, place);
        if (twice == cells.end()) return std::move(result_);
        refuse(Code::workbook_cell_broken, name_of({twice->row, twice->column}));
        return slip(Code::workbook_cell_broken);
    }

    PartReader reader_;
    const FoundParts& parts_;
    RawCell raw_;
    SheetCells result_;
};

} // namespace

SheetCells read_sheet_cells(std::string bytes, const FoundParts& parts, CellBudget budget) {
    return SheetReader(std::move(bytes), parts, budget).read();
}

} // namespace taisho
