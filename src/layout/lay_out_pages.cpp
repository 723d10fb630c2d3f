#include "layout/bands.h"
#include "layout/lay_out.h"
#include "layout/place.h"

#include <string>

namespace taisho {
namespace {

// A text that stands outside the flow, set on one line; smaller than wished if it would not fit into `most`.
struct Furniture {
    std::uint32_t text = 0, glyphs = 0;
    Length size, width;
};

Furniture set_furniture(std::string_view words, Family family, Length size, Length most,
                        Typesetter& typesetter) {
    Furniture result{typesetter.shape(words, family), 0, size, {}};
    std::int32_t em = 0;
    for (const Glyph& glyph : typesetter.text(result.text).glyphs) em += glyph.advance, ++result.glyphs;
    const Length wished = from_em(em, size);
    if (wished > most) result.size = scale(size, most.mpt, wished.mpt);
    result.width = from_em(em, result.size);
    return result;
}

Length text_width(const PageSetup& setup) { return setup.width - setup.left - setup.right; }

// The box with the paper's number at the top right of the first page.
void place_number_box(const Document& document, Typesetter& typesetter, Page& page) {
    if (document.paper_number.empty()) return;
    const PageSetup& setup = document.page;
    const Length padding = from_em(1300, setup.paper_number.size),
                 height = from_em(1900, setup.paper_number.size);
    const Furniture number = set_furniture(document.paper_number, Family::gothic, setup.paper_number.size,
                                           text_width(setup) - padding * 2, typesetter);
    const Length right = setup.width - setup.right, left = right - number.width - padding * 2;
    const Length top = setup.paper_number.from_top, bottom = top + height;
    const Length baseline = top + (height - number.size) / 2 + from_em(880, number.size);
    page.texts.push_back({number.text,
                          0,
                          number.glyphs,
                          left + padding,
                          baseline,
                          number.size,
                          -1,
                          false,
                          false,
                          {paper_number_block}});
    const Length rule = setup.rule + setup.rule / 2;
    page.rules.push_back({left, top, right, top, rule});
    page.rules.push_back({left, bottom, right, bottom, rule});
    page.rules.push_back({left, top, left, bottom, rule});
    page.rules.push_back({right, top, right, bottom, rule});
}

void place_page_number(const PageSetup& setup, Typesetter& typesetter, Page& page) {
    const Furniture number = set_furniture(std::to_string(page.number), Family::mincho, setup.number.size,
                                           text_width(setup), typesetter);
    const Length x = setup.left + (text_width(setup) - number.width) / 2;
    const Length baseline = setup.height - setup.number.from_bottom;
    page.texts.push_back({number.text, 0, number.glyphs, x, baseline, number.size, -1, false, true, {}});
}

// What pages are placed with.
struct Press {
    const Flow& flow;
    const PageSetup& setup;
    const std::vector<int>& numbers; // of the page on which each block begins
    Typesetter& typesetter;
};

std::vector<int> page_numbers(const Flow& flow) {
    std::vector<int> numbers(flow.blocks.size(), 0);
    for (std::size_t page = 0; page < flow.pages.size(); ++page) {
        for (std::size_t i = flow.pages[page].first; i < flow.pages[page].last; ++i) {
            int& number = numbers[flow.bands[i].block];
            if (number == 0) number = static_cast<int>(page) + 1;
        }
    }
    return numbers;
}

void place_paragraph(const SetParagraph& set, const Band& first, const Band& last, Length top,
                     const Press& press, Page& page) {
    const Spot spot{press.setup.left, top, {first.block, 0, 0, 0}, false};
    place_lines(set, first.first, last.last, spot, press.setup.marks, press.typesetter, page);
    const std::uint32_t target = set.paragraph->target;
    if (target == no_block || last.last < set.lines.size()) return;
    if (!page.texts.empty()) page.texts.back().parts_words = true; // from the page number
    const auto above = static_cast<std::int32_t>(last.last - 1 - first.first);
    place_page_reference(set, {spot.left, top + set.paragraph->style.pitch * above, spot.origin, false},
                         {press.numbers[target], std::to_string(press.flow.pages.size()).size(),
                          press.setup.width - press.setup.right},
                         press.typesetter, page);
}

// Bands [first, last) that show one block, from `top` downwards. Returns the lower edge.
Length place_block(std::size_t first, std::size_t last, Length top, const Press& press, Page& page) {
    const Flow& flow = press.flow;
    const SetBlock& block = flow.blocks[flow.bands[first].block];
    if (const auto* table = std::get_if<SetTable>(&block))
        return place_table(*table, flow.bands, first, last, press.setup, top, press.typesetter, page);
    place_paragraph(std::get<SetParagraph>(block), flow.bands[first], flow.bands[last - 1], top, press, page);
    for (std::size_t i = first; i < last; ++i) top += flow.bands[i].height;
    return top;
}

// The headings that go on, said again. Returns the lower edge.
Length place_contexts(const Band& band, const Press& press, Page& page) {
    Length top = press.setup.top;
    for (const SetParagraph* context : contexts_above(press.flow, band)) {
        const auto lines = static_cast<std::uint32_t>(context->lines.size());
        place_lines(*context, 0, lines, {press.setup.left, top, {}, true}, press.setup.marks,
                    press.typesetter, page);
        top += height_of(*context, press.flow.medium);
    }
    return top;
}

void place_body(const PageRange& range, const Press& press, Page& page) {
    const std::vector<Band>& bands = press.flow.bands;
    Length top = place_contexts(bands[range.first], press, page);
    for (std::size_t i = range.first; i < range.last;) {
        std::size_t end = i;
        while (end < range.last && bands[end].block == bands[i].block) ++end;
        if (i > range.first) top += bands[i].space_before;
        top = place_block(i, end, top, press, page);
        i = end;
    }
}

} // namespace

Pages lay_out_pages(const Document& document, const FontBook& fonts, Diagnostics& diagnostics) {
    Typesetter typesetter(fonts, document.typesetting, diagnostics);
    const PageSetup& setup = document.page;
    const Flow flow = set_document(document, paper_medium(setup), typesetter);
    const std::vector<int> numbers = page_numbers(flow);
    const Press press{flow, setup, numbers, typesetter};
    Pages result{setup.width, setup.height, document.properties, {}, {}};
    for (const PageRange& range : flow.pages) {
        Page& page = result.pages.emplace_back();
        page.number = static_cast<int>(result.pages.size());
        if (page.number == 1) place_number_box(document, typesetter, page);
        place_body(range, press, page);
        place_page_number(setup, typesetter, page);
    }
    result.texts = typesetter.take_texts();
    return result;
}

} // namespace taisho
