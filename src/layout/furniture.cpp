#include "layout/furniture.h"

#include "document/running.h"
#include "layout/fit_words.h"
#include "text/digit_width.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace taisho {
namespace {

constexpr std::int32_t head_em = 880, foot_em = 120; // of a line, above and below its baseline

// 1/1000 em. A stamp of 14 pt is as high as the number of 12 pt beside it, and about square for one
// character.
constexpr std::int32_t number_height = 1900, number_padding = 1300, stamp_height = 1630, stamp_padding = 315;

Length text_width(const PageSetup& setup) { return setup.width - setup.left - setup.right; }

Length left_edge(Place place, Length width, const PageSetup& setup) {
    switch (place) {
    case Place::left: return setup.left;
    case Place::center: return setup.left + (text_width(setup) - width) / 2;
    case Place::right: return setup.width - setup.right - width;
    }
    return setup.left;
}

bool at_one_height(const OutsideText& a, const OutsideText& b) {
    return a.top < b.bottom && b.top < a.bottom;
}

// ---- lines ----

OutsideText line_text(const std::string& words, Place place, Length size, Length baseline,
                      const PageSetup& setup, Typesetter& typesetter) {
    const ShapedWords shaped = shape_words(words, Family::mincho, typesetter);
    OutsideText text{.words = words, .text = shaped.text, .glyphs = shaped.glyphs, .place = place};
    text.size = size;
    const Length wished = from_em(shaped.seen, size), most = text_width(setup);
    if (wished > most) text.size = scale(size, most.mpt, wished.mpt);
    const Length width = from_em(shaped.seen, text.size);
    text.left = left_edge(place, width, setup), text.right = text.left + width;
    text.x = text.left - from_em(shaped.before, text.size);
    text.baseline = baseline;
    text.top = baseline - from_em(head_em, text.size), text.bottom = baseline + from_em(foot_em, text.size);
    return text;
}

bool stands_on(OnPages pages, bool first) {
    return pages == OnPages::all || (pages == OnPages::first) == first;
}

// `others` stand where they stand; words have the room that is left.
std::vector<OutsideText> set_line(const RunningLine& line, Length baseline,
                                  const std::vector<OutsideText>& others, const PageSetup& setup,
                                  Typesetter& typesetter) {
    const Length top = baseline - from_em(head_em, line.size),
                 bottom = baseline + from_em(foot_em, line.size);
    WordsInLine wanted{{line.left, line.center, line.right}, {}};
    for (const Place place : {Place::left, Place::center, Place::right}) {
        Length left = setup.width, right{};
        for (const OutsideText& other : others) {
            if (other.place != place || other.top >= bottom || other.bottom <= top) continue;
            left = std::min(left, other.left), right = std::max(right, other.right);
        }
        wanted.taken[static_cast<std::size_t>(place)] = std::max(right - left, Length{});
    }
    const FittedWords fitted = fit_words(wanted, text_width(setup), line.size, typesetter);
    std::vector<OutsideText> texts;
    for (const Place place : {Place::left, Place::center, Place::right}) {
        const std::string& words = fitted.words[static_cast<std::size_t>(place)];
        if (!words.empty())
            texts.push_back(line_text(words, place, fitted.size, baseline, setup, typesetter));
    }
    return texts;
}

// ---- the number and the stamp ----

struct Box {
    std::string words;
    Place place = Place::left;
    Length size, top, height, padding; // left and right of the words; 0: no box is drawn
    Origin origin;
};

Box number_box(const Document& document) {
    const PaperNumber& number = document.page.paper_number;
    const bool drawn = number.form == PaperNumberForm::box;
    return {.words = shown_number(document),
            .place = number.place,
            .size = number.size,
            .top = number.from_top,
            .height = from_em(number_height, number.size),
            .padding = drawn ? from_em(number_padding, number.size) : Length{},
            .origin = paper_number_origin};
}

Box stamp_box(const Stamp& stamp) {
    return {.words = stamp.text,
            .place = stamp.place,
            .size = stamp.size,
            .top = stamp.from_top,
            .height = from_em(stamp_height, stamp.size),
            .padding = from_em(stamp_padding, stamp.size),
            .origin = stamp_origin};
}

// Smaller than wished if it would be wider than `most`. What has no box stands where it would in one.
OutsideText set_box(const Box& box, Length most, const PageSetup& setup, Typesetter& typesetter) {
    const bool boxed = box.padding > Length{};
    const ShapedWords shaped = shape_words(box.words, Family::gothic, typesetter);
    const std::int32_t unseen = boxed ? 0 : shaped.before;
    const std::int32_t em = boxed ? shaped.before + shaped.seen + shaped.after : shaped.seen;
    OutsideText text{.words = box.words, .text = shaped.text, .glyphs = shaped.glyphs, .place = box.place};
    text.family = Family::gothic, text.boxed = boxed, text.origin = box.origin, text.size = box.size;
    const Length wished = from_em(em, box.size), room = std::max(most - box.padding * 2, pt(1));
    if (wished > room) text.size = scale(box.size, room.mpt, wished.mpt);
    const Length width = from_em(em, text.size) + box.padding * 2;
    text.left = left_edge(box.place, width, setup), text.right = text.left + width;
    text.x = text.left + box.padding - from_em(unseen, text.size);
    text.baseline = box.top + (box.height - text.size) / 2 + from_em(head_em, text.size);
    text.top = boxed ? box.top : text.baseline - from_em(head_em, text.size);
    text.bottom = boxed ? box.top + box.height : text.baseline + from_em(foot_em, text.size);
    return text;
}

// How wide the number may be beside a stamp at its height. A house style has them in different places.
Length room_beside(const OutsideText& stamp, Place number, Length gap, Length room) {
    const Length width = stamp.right - stamp.left;
    if (number == Place::center) return room - (width + gap) * 2;
    return stamp.place == Place::center ? (room - width) / 2 - gap : room - width - gap;
}

std::vector<OutsideText> set_boxes(const Document& document, bool first, Typesetter& typesetter) {
    const PageSetup& setup = document.page;
    const Length room = text_width(setup);
    const Box number_wish = number_box(document), stamp_wish = stamp_box(setup.stamp);
    std::vector<OutsideText> boxes;
    if (first && !number_wish.words.empty()) boxes.push_back(set_box(number_wish, room, setup, typesetter));
    if (stamp_wish.words.empty() || !stands_on(setup.stamp.pages, first)) return boxes;
    OutsideText stamp = set_box(stamp_wish, boxes.empty() ? room : room / 3, setup, typesetter);
    if (!boxes.empty() && at_one_height(boxes.front(), stamp)) {
        const Length most = room_beside(stamp, number_wish.place, setup.stamp.size / 2, room);
        boxes.front() = set_box(number_wish, most, setup, typesetter);
    }
    boxes.push_back(std::move(stamp));
    return boxes;
}

// ---- the page number ----

std::optional<OutsideText> set_page_number(int number, const PageNumbers& numbers, const Document& document,
                                           Typesetter& typesetter) {
    const PageSetup& setup = document.page;
    const std::string words = page_number_words(number, numbers, document);
    if (words.empty()) return std::nullopt;
    return line_text(words, setup.number.place, setup.number.size, setup.height - setup.number.from_bottom,
                     setup, typesetter);
}

// As wide as the widest: the foot is the same on all pages.
std::vector<OutsideText> widest_number(const PageNumbers& numbers, const Document& document,
                                       Typesetter& typesetter) {
    std::vector<OutsideText> widest;
    for (const int number : {numbers.first, numbers.last}) {
        std::optional<OutsideText> text = set_page_number(number, numbers, document, typesetter);
        if (!text) continue;
        const bool wider =
            widest.empty() || text->right - text->left > widest.front().right - widest.front().left;
        if (wider) widest = {std::move(*text)};
    }
    return widest;
}

PageFurniture furniture_of(bool first, const PageNumbers& numbers, const Document& document,
                           Typesetter& typesetter) {
    const PageSetup& setup = document.page;
    PageFurniture furniture{set_boxes(document, first, typesetter), {}, {}};
    if (!setup.head.is_empty() && stands_on(setup.head.pages, first))
        furniture.head = set_line(setup.head, setup.head.from_edge, furniture.boxes, setup, typesetter);
    if (!setup.foot.is_empty() && stands_on(setup.foot.pages, first))
        furniture.foot = set_line(setup.foot, setup.height - setup.foot.from_edge,
                                  widest_number(numbers, document, typesetter), setup, typesetter);
    return furniture;
}

void place(const OutsideText& text, bool artifact, Page& page) {
    if (text.glyphs == 0) return;
    page.texts.push_back(
        {text.text, 0, text.glyphs, text.x, text.baseline, text.size, -1, false, artifact, text.origin});
}

} // namespace

PageNumbers numbers_of(const PageSetup& setup, std::size_t pages) {
    const int first = setup.number.first;
    return {first, first + static_cast<int>(std::max<std::size_t>(pages, 1)) - 1};
}

std::string digits_of(int number, const Document& document) {
    return with_digits(std::to_string(number), document.digits);
}

std::string page_number_words(int number, const PageNumbers& numbers, const Document& document) {
    const std::string digits = digits_of(number, document);
    switch (document.page.number.form) {
    case PageNumberForm::number: return digits;
    case PageNumberForm::dashes: return "- " + digits + " -";
    case PageNumberForm::of_total: return digits + "/" + digits_of(numbers.last, document);
    case PageNumberForm::none: return {};
    }
    return {};
}

Furniture set_furniture(const Document& document, const PageNumbers& numbers, Typesetter& typesetter) {
    return {furniture_of(true, numbers, document, typesetter),
            furniture_of(false, numbers, document, typesetter)};
}

void place_boxes(const PageFurniture& furniture, const PageSetup& setup, bool heard, Page& page) {
    const Length rule = setup.rule + setup.rule / 2;
    for (const OutsideText& box : furniture.boxes) {
        place(box, heard, page);
        if (!box.boxed) continue;
        page.rules.push_back({box.left, box.top, box.right, box.top, rule});
        page.rules.push_back({box.left, box.bottom, box.right, box.bottom, rule});
        page.rules.push_back({box.left, box.top, box.left, box.bottom, rule});
        page.rules.push_back({box.right, box.top, box.right, box.bottom, rule});
    }
}

void place_running(const PageFurniture& furniture, const PageNumbers& numbers, const Document& document,
                   Typesetter& typesetter, Page& page) {
    for (const OutsideText& words : furniture.head) place(words, true, page);
    for (const OutsideText& words : furniture.foot) place(words, true, page);
    const auto number = set_page_number(page.number, numbers, document, typesetter);
    if (number) place(*number, true, page);
}

} // namespace taisho
