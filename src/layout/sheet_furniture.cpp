#include "layout/sheet_furniture.h"

#include "document/running.h"
#include "layout/furniture.h"

#include <algorithm>
#include <utility>

namespace taisho {
namespace {

// A line of Excel's head has one height. What stands in one place at several heights on paper stands there in
// several lines.
struct Placed {
    SheetWords words;
    Place place = Place::left;
    Length bottom;
};

Placed placed(const OutsideText& text) {
    const std::string words = text.origin == stamp_origin ? "【" + text.words + "】" : text.words;
    return {{words, text.family, text.size}, text.place, text.bottom};
}

SheetLine in_places(std::vector<Placed> texts) {
    std::ranges::stable_sort(texts, {}, &Placed::bottom);
    SheetLine line;
    for (Placed& one : texts) {
        std::vector<SheetWords>& place = line[static_cast<std::size_t>(one.place)];
        one.words.new_line = !place.empty();
        place.push_back(std::move(one.words));
    }
    return line;
}

SheetLine head_of(const PageFurniture& furniture) {
    std::vector<Placed> texts;
    for (const OutsideText& box : furniture.boxes) texts.push_back(placed(box));
    for (const OutsideText& words : furniture.head) texts.push_back(placed(words));
    return in_places(std::move(texts));
}

SheetLine foot_of(const PageFurniture& furniture, const PageSetup& setup) {
    std::vector<Placed> texts;
    for (const OutsideText& words : furniture.foot) texts.push_back(placed(words));
    if (setup.number.form != PageNumberForm::none) {
        const Length baseline = setup.height - setup.number.from_bottom;
        const SheetWords number{{}, Family::mincho, setup.number.size, false, setup.number.form};
        texts.push_back({number, setup.number.place, baseline});
    }
    return in_places(std::move(texts));
}

Length from_top(const Furniture& furniture, const PageSetup& setup) {
    Length highest = tallest;
    for (const PageFurniture* part : {&furniture.first, &furniture.later})
        for (const auto* texts : {&part->boxes, &part->head})
            for (const OutsideText& text : *texts) highest = std::min(highest, text.top);
    return highest < tallest ? std::max(highest, Length{}) : setup.paper_number.from_top;
}

Length from_bottom(const PageSetup& setup) {
    if (setup.foot.is_empty()) return setup.number.from_bottom;
    if (setup.number.form == PageNumberForm::none) return setup.foot.from_edge;
    return std::min(setup.foot.from_edge, setup.number.from_bottom);
}

} // namespace

HeadAndFoot head_and_foot(const Document& document, std::size_t pages, Typesetter& typesetter) {
    const PageSetup& setup = document.page;
    const Furniture furniture = set_furniture(document, numbers_of(setup, pages), typesetter);
    return {head_of(furniture.first),
            head_of(furniture.later),
            foot_of(furniture.first, setup),
            foot_of(furniture.later, setup),
            from_top(furniture, setup),
            from_bottom(setup),
            setup.number.first};
}

} // namespace taisho
