#include "layout/lay_out.h"
#include "layout/place.h"

namespace taisho {
namespace {

// The box with the paper's number at the top right of the first page.
void place_number_box(const Document& document, Typesetter& typesetter, Page& page) {
    if (document.paper_number.empty()) return;
    const PageSetup& setup = document.page;
    const std::uint32_t text = typesetter.shape(document.paper_number, Family::gothic);
    const auto count = static_cast<std::uint32_t>(typesetter.text(text).glyphs.size());
    std::int32_t em = 0;
    for (const Glyph& glyph : typesetter.text(text).glyphs) em += glyph.advance;
    const Length inner = from_em(em, setup.box_size);
    const Length width = inner + from_em(2600, setup.box_size), height = from_em(1900, setup.box_size);
    const Length right = setup.width - setup.right, left = right - width;
    const Length top = setup.box_top, bottom = top + height;
    const Length baseline = top + (height - setup.box_size) / 2 + from_em(880, setup.box_size);
    page.texts.push_back({text, 0, count, left + (width - inner) / 2, baseline, setup.box_size, false, {}});
    const Length rule = setup.rule + setup.rule / 2;
    page.rules.push_back({left, top, right, top, rule});
    page.rules.push_back({left, bottom, right, bottom, rule});
    page.rules.push_back({left, top, left, bottom, rule});
    page.rules.push_back({right, top, right, bottom, rule});
}

void place_page_number(const PageSetup& setup, Typesetter& typesetter, Page& page) {
    const std::uint32_t text = typesetter.shape(std::to_string(page.number), Family::mincho);
    const auto count = static_cast<std::uint32_t>(typesetter.text(text).glyphs.size());
    std::int32_t em = 0;
    for (const Glyph& glyph : typesetter.text(text).glyphs) em += glyph.advance;
    const Length x =
        setup.left + (setup.width - setup.left - setup.right - from_em(em, setup.number_size)) / 2;
    page.texts.push_back(
        {text, 0, count, x, setup.height - setup.number_from_bottom, setup.number_size, true, {}});
}

// Bands [first, last) that show one block, from `top` downwards. Returns the lower edge.
Length place_block(const Flow& flow, std::size_t first, std::size_t last, const PageSetup& setup, Length top,
                   const Typesetter& typesetter, Page& page) {
    const std::uint32_t block = flow.bands[first].block;
    const auto* paragraph = std::get_if<SetParagraph>(&flow.blocks[block]);
    if (paragraph == nullptr) {
        return place_table(std::get<SetTable>(flow.blocks[block]), flow.bands, first, last, setup, top,
                           typesetter, page);
    }
    const Spot spot{setup.left, top, {block, 0, 0, 0}, false};
    place_lines(*paragraph, flow.bands[first].first, flow.bands[last - 1].last, spot, typesetter, page);
    for (std::size_t i = first; i < last; ++i) top += flow.bands[i].height;
    return top;
}

void place_body(const Flow& flow, const PageRange& range, const PageSetup& setup,
                const Typesetter& typesetter, Page& page) {
    Length top = setup.top;
    for (std::size_t i = range.first; i < range.last;) {
        std::size_t end = i;
        while (end < range.last && flow.bands[end].block == flow.bands[i].block) ++end;
        if (i > range.first) top += flow.bands[i].space_before;
        top = place_block(flow, i, end, setup, top, typesetter, page);
        i = end;
    }
}

} // namespace

Pages lay_out_pages(const Document& document, const FontBook& fonts, Diagnostics& diagnostics) {
    Typesetter typesetter(fonts, diagnostics);
    const PageSetup& setup = document.page;
    const Flow flow = set_document(document, paper_medium(setup), typesetter);
    Pages result{setup.width, setup.height, document.title, {}, {}};
    for (const PageRange& range : flow.pages) {
        Page& page = result.pages.emplace_back();
        page.number = static_cast<int>(result.pages.size());
        if (page.number == 1) place_number_box(document, typesetter, page);
        place_body(flow, range, setup, typesetter, page);
        place_page_number(setup, typesetter, page);
    }
    result.texts = typesetter.take_texts();
    return result;
}

} // namespace taisho
