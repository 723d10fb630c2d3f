// Two things need glyphs that a font does not have, made of those it has (composite glyphs).
//
// A base with marks may take several glyphs of the font. A code of a PDF stands for one glyph, and every code
// that is shown has to have a Unicode value (ISO 19005-2 6.2.11.7.2); of several codes for one text only one
// could have it. So base and marks become one glyph, and marks stand where the shaper put them, in height
// too.
//
// Punctuation that was set closer than its own width cannot be told to a PDF reader by moving the pen back:
// the glyphs then overlap, and poppler and mupdf take the second one for the start of a new line when text is
// searched or copied. A width in the PDF that the font program does not have is not allowed (ISO
// 19005-2 6.2.11.5). So the font program gets a glyph with that width, which is the original one, moved.

#include "fonts/truetype.h"

#include "fonts/table_bytes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace taisho {
namespace {

void append16(std::string& bytes, std::uint32_t number) {
    bytes.push_back(static_cast<char>(number >> 8));
    bytes.push_back(static_cast<char>(number));
}

void append16(std::string& bytes, std::int32_t number) {
    append16(bytes, static_cast<std::uint32_t>(number));
}

void append32(std::string& bytes, std::uint32_t number) {
    append16(bytes, number >> 16);
    append16(bytes, number);
}

void put16(std::string& bytes, std::size_t at, std::uint32_t number) {
    if (at + 2 > bytes.size()) return;
    bytes[at] = static_cast<char>(number >> 8);
    bytes[at + 1] = static_cast<char>(number);
}

void put32(std::string& bytes, std::size_t at, std::uint32_t number) {
    put16(bytes, at, number >> 16);
    put16(bytes, at + 2, number);
}

constexpr std::array<std::string_view, 6> tags = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
enum : std::size_t { glyf, head, hhea, hmtx, loca, maxp };
using Tables = std::array<std::string, tags.size()>;

std::string_view find_table(std::string_view truetype, std::string_view tag) {
    const TableBytes file{truetype};
    for (std::size_t i = 0; i < file.unsigned16(4); ++i) {
        const std::size_t record = 12 + 16 * i;
        if (record + 16 > truetype.size() || truetype.substr(record, 4) != tag) continue;
        const std::size_t offset = file.unsigned32(record + 8), length = file.unsigned32(record + 12);
        return offset > truetype.size() ? std::string_view{} : truetype.substr(offset, length);
    }
    return {};
}

struct Metrics {
    std::uint32_t advance = 0;
    std::int32_t bearing = 0;
};

// hmtx: the last advance counts for all further glyphs, which have only their bearing.
std::vector<Metrics> read_metrics(std::string_view truetype) {
    const TableBytes table{find_table(truetype, "hmtx")};
    const std::size_t glyphs = TableBytes{find_table(truetype, "maxp")}.unsigned16(4);
    const std::size_t full = TableBytes{find_table(truetype, "hhea")}.unsigned16(34);
    std::vector<Metrics> metrics;
    for (std::size_t i = 0; i < glyphs && full > 0; ++i) {
        const std::size_t bearing = i < full ? 4 * i + 2 : 4 * full + 2 * (i - full);
        metrics.push_back({table.unsigned16(4 * std::min(i, full - 1)), table.signed16(bearing)});
    }
    return metrics;
}

std::int32_t units_per_em(std::string_view truetype) {
    return static_cast<std::int32_t>(std::max(TableBytes{find_table(truetype, "head")}.unsigned16(18), 16U));
}

std::int32_t rounded(std::int32_t product, std::int32_t divisor) {
    return (product + (product < 0 ? -divisor / 2 : divisor / 2)) / divisor;
}

// Where each glyph begins in glyf, and where the last one ends.
std::vector<std::uint32_t> read_offsets(const Tables& tables) {
    const bool wide = TableBytes{tables[head]}.unsigned16(50) != 0;
    const TableBytes table{tables[loca]};
    std::vector<std::uint32_t> offsets;
    for (std::size_t i = 0; i <= TableBytes{tables[maxp]}.unsigned16(4); ++i) {
        offsets.push_back(wide ? table.unsigned32(4 * i) : table.unsigned16(2 * i) * 2);
    }
    return offsets;
}

struct Box {
    std::int32_t left = INT16_MAX, bottom = INT16_MAX, right = INT16_MIN, top = INT16_MIN;
};

// The glyphs of a program under way.
struct Outlines {
    std::string glyf;
    std::vector<std::uint32_t> offsets; // of each glyph, and the end

    // Empty for a blank, as a space is one.
    std::string_view glyph(std::size_t number) const {
        const std::uint32_t begin = offsets[number], end = offsets[number + 1];
        const bool blank = begin >= end || end > glyf.size();
        return blank ? std::string_view{} : std::string_view(glyf).substr(begin, end - begin);
    }

    void add(std::string_view glyph) {
        glyf += glyph;
        glyf.resize((glyf.size() + 1) / 2 * 2); // short offsets count in twos
        offsets.push_back(static_cast<std::uint32_t>(glyf.size()));
    }
};

Box box_of(const Outlines& outlines, const std::vector<Component>& components) {
    Box box;
    for (const Component& part : components) {
        const TableBytes header{outlines.glyph(part.glyph)};
        box.left = std::min(box.left, header.signed16(2) + part.x);
        box.bottom = std::min(box.bottom, header.signed16(4) + part.y);
        box.right = std::max(box.right, header.signed16(6) + part.x);
        box.top = std::max(box.top, header.signed16(8) + part.y);
    }
    return box;
}

// A composite glyph (OpenType 1.9, glyf). REQUIRES: no component is blank.
std::string composite(const Outlines& outlines, const std::vector<Component>& components) {
    constexpr std::uint32_t arguments_are_words = 1, arguments_are_offsets = 2, more_components = 0x20;
    if (components.empty()) return {};
    const Box box = box_of(outlines, components);
    std::string glyph;
    for (const std::int32_t number : {-1, box.left, box.bottom, box.right, box.top}) append16(glyph, number);
    for (const Component& part : components) {
        const std::uint32_t more = &part == &components.back() ? 0 : more_components;
        append16(glyph, arguments_are_words | arguments_are_offsets | more);
        append16(glyph, std::uint32_t{part.glyph});
        append16(glyph, std::int32_t{part.x});
        append16(glyph, std::int32_t{part.y});
    }
    append16(glyph, 0);
    return glyph;
}

// What an interpreter must be ready for (maxp): glyphs of up to `parts` components more than before, one
// level deeper. Points and contours are upper bounds.
void update_profile(std::string& profile, std::uint32_t glyphs, std::size_t parts) {
    const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(parts, 0xffff));
    const auto at_least = [&](std::size_t at, std::uint32_t number) {
        put16(profile, at, std::min(std::max(TableBytes{profile}.unsigned16(at), number), 0xffffU));
    };
    put16(profile, 4, glyphs);
    for (const std::size_t simple : {6U, 8U}) {
        const std::uint32_t in_one =
            std::max(TableBytes{profile}.unsigned16(simple), TableBytes{profile}.unsigned16(simple + 4));
        at_least(simple + 4, in_one * most);
    }
    at_least(28, most);
    at_least(30, TableBytes{profile}.unsigned16(30) + 1);
}

std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        sum += std::uint32_t{static_cast<std::uint8_t>(bytes[i])} << (24 - 8 * (i % 4));
    }
    return sum;
}

std::string assemble(Tables tables) {
    put32(tables[head], 8, 0);
    std::string file, body;
    append32(file, 0x00010000);
    for (const std::uint32_t number : {6U, 64U, 2U, 32U})
        append16(file, number); // tables, and for binary search
    const std::size_t first = 12 + 16 * tables.size();
    std::size_t head_at = 0;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (i == head) head_at = first + body.size();
        file += tags[i];
        append32(file, checksum(tables[i]));
        append32(file, static_cast<std::uint32_t>(first + body.size()));
        append32(file, static_cast<std::uint32_t>(tables[i].size()));
        body += tables[i];
        body.resize((body.size() + 3) / 4 * 4);
    }
    file += body;
    put32(file, head_at + 8, 0xb1b0afbaU - checksum(file));
    return file;
}

} // namespace

std::vector<std::int32_t> read_widths(std::string_view truetype) {
    const std::int32_t em = units_per_em(truetype);
    std::vector<std::int32_t> widths;
    for (const Metrics& glyph : read_metrics(truetype)) {
        widths.push_back(rounded(static_cast<std::int32_t>(glyph.advance) * 1000, em));
    }
    return widths;
}

std::string add_composed(std::string_view truetype, const std::vector<ComposedGlyph>& composed) {
    Tables tables;
    for (std::size_t i = 0; i < tags.size(); ++i) tables[i] = find_table(truetype, tags[i]);
    std::vector<Metrics> metrics = read_metrics(truetype);
    Outlines outlines{std::move(tables[glyf]), read_offsets(tables)};
    outlines.glyf.resize((outlines.glyf.size() + 1) / 2 * 2);
    outlines.offsets.back() = static_cast<std::uint32_t>(outlines.glyf.size());
    std::size_t most_parts = 1;
    for (const ComposedGlyph& glyph : composed) {
        std::vector<Component> parts = glyph.components;
        std::erase_if(parts, [&](const Component& part) { return outlines.glyph(part.glyph).empty(); });
        metrics.push_back({glyph.advance, parts.empty() ? 0 : box_of(outlines, parts).left});
        outlines.add(composite(outlines, parts));
        most_parts = std::max(most_parts, parts.size());
    }
    const auto count = static_cast<std::uint32_t>(metrics.size());
    constexpr std::size_t most_in_short_offsets = 0xffff * 2;
    const bool wide =
        TableBytes{tables[head]}.unsigned16(50) != 0 || outlines.glyf.size() > most_in_short_offsets;
    put16(tables[head], 50, wide ? 1 : 0);
    put16(tables[hhea], 34, count);
    update_profile(tables[maxp], count, most_parts);
    tables[hmtx].clear();
    for (const Metrics& glyph : metrics) {
        append16(tables[hmtx], glyph.advance);
        append16(tables[hmtx], glyph.bearing);
    }
    tables[loca].clear();
    for (const std::uint32_t offset : outlines.offsets) {
        if (wide) append32(tables[loca], offset);
        if (!wide) append16(tables[loca], offset / 2);
    }
    tables[glyf] = std::move(outlines.glyf);
    return assemble(std::move(tables));
}

std::string add_variants(std::string_view truetype, const std::vector<GlyphVariant>& variants) {
    const std::int32_t em = units_per_em(truetype);
    std::vector<ComposedGlyph> composed;
    for (const GlyphVariant& variant : variants) {
        const auto move = static_cast<std::int16_t>(rounded(variant.x_offset * em, 1000));
        const auto advance = static_cast<std::uint16_t>(rounded(variant.advance * em, 1000));
        composed.push_back({{{variant.glyph, move, 0}}, advance});
    }
    return add_composed(truetype, composed);
}

} // namespace taisho
