#include "xlsx/list_set_up.h"

namespace taisho {

namespace {

constexpr int a4 = 9; // ECMA-376 18.3.1.63
constexpr Length margin = mm(12), edge_margin = mm(16);

} // namespace

CellLook list_look(Length size) {
    CellLook look;
    look.family = Family::gothic;
    look.size = size;
    look.border = list_line;
    return look;
}

CellLook list_header_look(Length size) {
    CellLook look = list_look(size);
    look.run.bold = true;
    look.align = Align::center, look.vertical = VerticalAlign::middle;
    look.fill = list_header_fill;
    return look;
}

void set_up_list(const SheetDress& dress, const CellArea& print, std::uint16_t frozen_columns,
                 Worksheet& worksheet) {
    worksheet.set_paper(a4, true, {edge_margin, margin, edge_margin, margin});
    const std::string number = dress.paper_number.empty() ? "" : dress.paper_number + "　";
    HeadAndFoot wanted;
    wanted.head[static_cast<std::size_t>(Place::right)] = {
        {number + worksheet.name(), Family::gothic, pt(10)}};
    wanted.foot[static_cast<std::size_t>(Place::center)] = {
        {{}, Family::mincho, pt(9), false, PageNumberForm::number}};
    wanted.first_head = wanted.head, wanted.first_foot = wanted.foot;
    wanted.from_top = wanted.from_bottom = mm(8);
    worksheet.set_head_and_foot(wanted, 1);
    worksheet.repeat_rows(0, 0);
    worksheet.set_print_area(print);
    worksheet.freeze(1, frozen_columns);
}

} // namespace taisho
