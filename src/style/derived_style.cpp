#include "style/derived_style.h"

#include <algorithm>

namespace taisho {
namespace {

ParagraphStyle plain(ParagraphStyle style, Align align) {
    style.align = align;
    style.indent = style.space_before = style.space_after = style.spread = {};
    return style;
}

// What stands on a cover alone is larger.
ParagraphStyle larger(ParagraphStyle style, std::int32_t percent) {
    style.size = scale(style.size, percent, 100);
    style.pitch = std::max(style.pitch, scale(style.size, 17, 10));
    return style;
}

// A style of stacked sides gave these looks to the label and the mark themselves once.
ParagraphStyle side_heading(const HouseStyle& style) {
    if (style.arrangement == Arrangement::stacked) return style.style(Role::side_label);
    ParagraphStyle heading = plain(style.style(Role::field_label), Align::start);
    heading.space_before = heading.size, heading.space_after = pt(2);
    return heading;
}

ParagraphStyle block_mark(const HouseStyle& style) {
    if (style.arrangement == Arrangement::stacked) return style.style(Role::mark);
    ParagraphStyle mark = plain(style.style(Role::body), Align::start);
    mark.indent = mark.size;
    return mark;
}

} // namespace

bool may_be_left_out(Role role) { return role >= Role::contents_title; }

// The white on a cover is in parts of the page: the meeting at its head, the title above the middle, the rest
// below, with room for an agenda of some ten lines.
ParagraphStyle derived_style(Role role, const HouseStyle& style) {
    const PageSetup& page = style.page;
    const Length width = page.width - page.left - page.right, height = page.height - page.top - page.bottom;
    ParagraphStyle derived = style.style(role);
    switch (role) {
    case Role::contents_title:
        derived = style.style(Role::section);
        derived.align = Align::center;
        break;
    case Role::contents: derived = plain(style.style(Role::body), Align::start); break;
    case Role::cover_meeting: derived = plain(style.style(Role::title), Align::center); break;
    case Role::cover_title:
        derived = larger(plain(style.style(Role::title), Align::center), 140);
        derived.space_before = height / 5, derived.space_after = height / 7;
        break;
    case Role::cover_fact:
        derived = larger(plain(style.style(Role::body), Align::start), 115);
        derived.indent = width / 6;
        break;
    case Role::cover_department:
        derived = larger(plain(style.style(Role::body), Align::center), 130);
        derived.space_before = height / 8;
        break;
    case Role::side_heading: derived = side_heading(style); break;
    case Role::block_mark: derived = block_mark(style); break;
    case Role::title:
    case Role::section:
    case Role::level:
    case Role::item:
    case Role::body:
    case Role::field_label:
    case Role::statement:
    case Role::side_label:
    case Role::legend:
    case Role::column_header:
    case Role::row_header:
    case Role::band:
    case Role::cell:
    case Role::mark:
    case Role::note:
    case Role::footnote: break;
    }
    return derived;
}

} // namespace taisho
