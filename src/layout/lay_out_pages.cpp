#include "layout/bands.h"
#include "layout/furniture.h"
#include "layout/lay_out.h"
#include "layout/place.h"

#include <string>

namespace taisho {
namespace {

// What pages are placed with.
struct Press {
    const Flow& flow;
    const PageSetup& setup;
    const std::vector<std::string>& numbers; // of the page on which each block begins
    std::int32_t widest_number = 0;          // 1/1000 em
    Typesetter& typesetter;
};

std::vector<std::string> page_numbers(const Flow& flow, const Document& document) {
    std::vector<std::string> numbers(flow.blocks.size());
    for (std::size_t page = 0; page < flow.pages.size(); ++page) {
        for (std::size_t i = flow.pages[page].first; i < flow.pages[page].last; ++i) {
            std::string& number = numbers[flow.bands[i].block];
            if (number.empty())
                number = digits_of(document.page.number.first + static_cast<int>(page), document);
        }
    }
    return numbers;
}

// Of a number with as many digits as the last: half as wide as Japanese characters, or as wide as they.
std::int32_t widest_number(const PageNumbers& numbers, const Document& document) {
    const std::string last = std::to_string(numbers.last);
    const auto digits = static_cast<std::int32_t>(last.size());
    const bool full = digits_of(numbers.last, document) != last;
    const bool first_full = digits_of(numbers.first, document) != std::to_string(numbers.first);
    return std::max(digits * (full ? 1000 : 500), first_full ? 1000 : 0);
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
                         {press.numbers[target], press.widest_number, press.setup.width - press.setup.right},
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
    const std::vector<std::string> block_numbers = page_numbers(flow, document);
    const PageNumbers numbers = numbers_of(setup, flow.pages.size());
    const Press press{flow, setup, block_numbers, widest_number(numbers, document), typesetter};
    const Furniture furniture = set_furniture(document, numbers, typesetter);
    Pages result{setup.width, setup.height, document.properties, {}, {}};
    for (const PageRange& range : flow.pages) {
        Page& page = result.pages.emplace_back();
        const std::size_t index = result.pages.size() - 1;
        page.number = numbers.first + static_cast<int>(index);
        const PageFurniture& around = index == 0 ? furniture.first : furniture.later;
        const bool heard = index > (setup.stamp.pages == OnPages::later ? 1 : 0);
        place_boxes(around, setup, heard, page);
        place_body(range, press, page);
        place_running(around, numbers, document, typesetter, page);
    }
    result.texts = typesetter.take_texts();
    return result;
}

} // namespace taisho
