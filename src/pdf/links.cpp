#include "pdf/links.h"

#include "pdf/syntax.h"

#include <algorithm>

namespace taisho {
namespace {

// What the heading of the block says.
std::string_view title_of(const Structure& structure, std::uint32_t block) {
    const std::vector<Bookmark>& all = structure.bookmarks;
    const auto found = std::ranges::lower_bound(all, block, {}, &Bookmark::block);
    return found != all.end() && found->block == block ? std::string_view(found->title) : std::string_view();
}

std::string annotation_text(const LinkArea& area, const BlockPlace& place, std::string_view title,
                            std::int64_t key) {
    std::string text = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    for (const Length edge : {area.left, area.bottom, area.right, area.top}) {
        append_decimal(text, edge.mpt);
        text.push_back(' ');
    }
    text.back() = ']';
    return text + "/Dest" + destination(place) + "/StructParent " + pdf_integer(key) + "/Contents" +
           pdf_text(title) + ">>";
}

} // namespace

BlockPlaces find_places(const Pages& pages, const std::vector<MarkedPage>& marked) {
    BlockPlaces places;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        for (const PlacedText& text : pages.pages[i].texts) {
            if (text.artifact || text.origin.block >= paper_number_block) continue;
            if (text.origin.block >= places.size()) places.resize(text.origin.block + std::size_t{1});
            std::optional<BlockPlace>& place = places[text.origin.block];
            if (!place) place = BlockPlace{marked[i].page, pages.height - text.y + text.size * 2};
        }
    }
    return places;
}

std::string destination(const BlockPlace& place) {
    return "[" + pdf_reference(place.page) + "/XYZ null " + pdf_decimal(place.top.mpt) + " null]";
}

Links add_links(PdfObjects& objects, const Structure& structure, const std::vector<MarkedPage>& pages,
                const BlockPlaces& places, std::int64_t first_key) {
    Links links;
    std::int64_t key = first_key;
    for (const MarkedPage& page : pages) {
        std::string annotations;
        for (const LinkArea& area : page.links) {
            const std::uint32_t block = structure.elements[area.element].target;
            if (block >= places.size() || !places[block]) continue;
            const ObjectReference annotation =
                objects.add_text(annotation_text(area, *places[block], title_of(structure, block), key));
            annotations += (annotations.empty() ? "" : " ") + pdf_reference(annotation);
            links.by_element[area.element].push_back({annotation, page.page, key++});
        }
        links.page_entries.push_back(annotations.empty() ? "" : "/Annots[" + annotations + "]");
    }
    return links;
}

} // namespace taisho
