#include "style/derived_style.h"

#include <algorithm>
#include <utility>

namespace taisho {
namespace {

// JIS P 0138. B5 is the Japanese one, 182 mm by 257 mm.
std::pair<Length, Length> portrait_size(PaperSize size) {
    switch (size) {
    case PaperSize::a4: return {mm(210), mm(297)};
    case PaperSize::a3: return {mm(297), mm(420)};
    case PaperSize::b5: return {mm(182), mm(257)};
    case PaperSize::other: break;
    }
    return {};
}

// ---- the grid ----

// What stands in tables or apart keeps to no lines.
bool keeps_to_lines(Role role) {
    switch (role) {
    case Role::section:
    case Role::level:
    case Role::item:
    case Role::body:
    case Role::field_label:
    case Role::statement:
    case Role::note:
    case Role::side_heading:
    case Role::block_mark:
    case Role::contents: return true;
    case Role::title:
    case Role::side_label:
    case Role::legend:
    case Role::column_header:
    case Role::row_header:
    case Role::band:
    case Role::cell:
    case Role::mark:
    case Role::footnote:
    case Role::contents_title:
    case Role::cover_meeting:
    case Role::cover_title:
    case Role::cover_fact:
    case Role::cover_department: break;
    }
    return false;
}

Length whole_lines(Length length, Length line, std::int32_t least) {
    const std::int32_t lines = (length.mpt + line.mpt - 1) / line.mpt;
    return line * std::max(lines, least);
}

Length nearest_lines(Length length, Length line) { return line * ((length.mpt + line.mpt / 2) / line.mpt); }

// The texts of the body's size get the size at which the characters fill a line, indents with them; what
// keeps to lines takes whole ones.
void apply_grid(HouseStyle& style) {
    const PageSetup& page = style.page;
    const Length width = page.width - page.left - page.right, height = page.height - page.top - page.bottom;
    const Length body = style.style(Role::body).size;
    for (std::size_t i = 0; i < role_count; ++i) {
        ParagraphStyle& role = style.styles[i];
        if (page.grid.characters > 0 && role.size == body) {
            const Length size = width / page.grid.characters;
            role.indent = scale(role.indent, size.mpt, body.mpt);
            role.spread = scale(role.spread, size.mpt, body.mpt);
            role.pitch = std::max(role.pitch, size);
            role.size = size;
        }
        if (page.grid.lines == 0 || !keeps_to_lines(static_cast<Role>(i))) continue;
        const Length line = height / page.grid.lines;
        role.pitch = whole_lines(role.size, line, 1);
        role.space_before = nearest_lines(role.space_before, line);
        role.space_after = nearest_lines(role.space_after, line);
    }
}

} // namespace

HouseStyle with_size(HouseStyle form) {
    if (form.paper_size == PaperSize::other) return form;
    auto [width, height] = portrait_size(form.paper_size);
    if (form.orientation == Orientation::landscape) std::swap(width, height);
    form.page.width = width, form.page.height = height;
    return form;
}

HouseStyle settled(HouseStyle form) {
    HouseStyle style = with_size(std::move(form));
    for (std::size_t role = 0; role < role_count; ++role) {
        if (!style.given[role]) style.styles[role] = derived_style(static_cast<Role>(role), style);
    }
    apply_grid(style);
    return style;
}

} // namespace taisho
