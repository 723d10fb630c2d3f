#include "document/framing.h"

namespace taisho {

bool frames_cells(const HouseStyle& style) {
    const Marks& marks = style.page.marks;
    return marks.frame != FrameStroke::none && marks.framed == FramedPart::cells;
}

bool frames_table(const FieldPair& field, const HouseStyle& style) {
    const Marks& marks = style.page.marks;
    return marks.frame != FrameStroke::none && marks.framed == FramedPart::table && has_change(field);
}

void frame_values(Row& row) {
    for (Cell& cell : row.cells) {
        const bool mark = !cell.paragraphs.empty() && cell.paragraphs.front().kind == ParagraphKind::mark;
        if (cell.kind == CellKind::data && !cell.paragraphs.empty() && !mark) cell.framed = true;
    }
}

void frame_all(std::span<Row> rows) {
    for (Row& row : rows)
        for (Cell& cell : row.cells) cell.framed = true;
}

} // namespace taisho
