#include "pdf/outline.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <limits>

namespace taisho {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// An entry of the outline among the others, which stand in reading order; entry 0 is the root.
struct Entry {
    const Bookmark* bookmark = nullptr;
    std::size_t parent = none, previous = none, next = none, first = none, last = none;
    bool open = false;
};

std::vector<Entry> link_entries(const std::vector<Bookmark>& bookmarks, const BlockPlaces& places) {
    std::vector<Entry> entries(1);
    std::vector<std::size_t> above = {0}; // the entries that are open here, the root first
    for (const Bookmark& bookmark : bookmarks) {
        if (bookmark.block >= places.size() || !places[bookmark.block]) continue;
        const auto wanted = static_cast<std::size_t>(std::max(bookmark.depth, 1));
        above.resize(std::min(wanted, above.size()));
        const std::size_t parent = above.back(), index = entries.size();
        Entry entry{&bookmark, parent, entries[parent].last};
        if (entry.previous == none) {
            entries[parent].first = index;
        } else {
            entries[entry.previous].next = index;
        }
        entries[parent].last = index;
        entries.push_back(entry);
        above.push_back(index);
    }
    return entries;
}

// A short outline is shown whole, of a long one the first level.
void open_entries(std::vector<Entry>& entries) {
    constexpr std::size_t short_outline = 40;
    for (Entry& entry : entries) entry.open = entry.parent == none || entries.size() <= short_outline;
}

// Count (table 153): the entries that are seen below an open one; those that would be seen, negative, below a
// closed one.
std::vector<std::int64_t> counts(const std::vector<Entry>& entries) {
    std::vector<std::int64_t> seen(entries.size());
    for (std::size_t i = entries.size(); i-- > 1;)
        seen[entries[i].parent] += 1 + (entries[i].open ? seen[i] : 0);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (!entries[i].open) seen[i] = -seen[i];
    return seen;
}

} // namespace

std::optional<ObjectReference> add_outline(PdfObjects& objects, const std::vector<Bookmark>& bookmarks,
                                           const BlockPlaces& places) {
    std::vector<Entry> entries = link_entries(bookmarks, places);
    if (entries.size() == 1) return std::nullopt;
    open_entries(entries);
    const std::vector<std::int64_t> seen = counts(entries);
    std::vector<ObjectReference> references;
    for (std::size_t i = 0; i < entries.size(); ++i) references.push_back(objects.reserve());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        std::string text = "<<";
        if (entry.bookmark == nullptr) {
            text += "/Type/Outlines";
        } else {
            text += "/Title" + pdf_text(entry.bookmark->title) + "/Dest" +
                    destination(*places[entry.bookmark->block]);
        }
        const auto name = [&](const char* key, std::size_t other) {
            if (other != none) text += key + pdf_reference(references[other]);
        };
        name("/Parent ", entry.parent), name("/Prev ", entry.previous), name("/Next ", entry.next);
        name("/First ", entry.first), name("/Last ", entry.last);
        if (seen[i] != 0) text += "/Count " + pdf_integer(seen[i]);
        objects.at(references[i]).text = text + ">>";
    }
    return references[0];
}

} // namespace taisho
