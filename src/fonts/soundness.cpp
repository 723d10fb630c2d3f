#include "fonts/soundness.h"

#include "fonts/table_bytes.h"

namespace taisho {
namespace {

constexpr std::size_t glyph_header = 10; // number of contours and box

std::uint64_t offset_of(const OutlineTables& tables, std::size_t glyph) {
    return tables.long_offsets ? TableBytes{tables.loca}.unsigned32(4 * glyph)
                               : std::uint64_t{TableBytes{tables.loca}.unsigned16(2 * glyph)} * 2;
}

// Empty for a blank and for what is not there.
std::string_view outline_of(const OutlineTables& tables, std::uint32_t glyph) {
    if (glyph >= tables.glyphs) return {};
    const std::uint64_t begin = offset_of(tables, glyph), end = offset_of(tables, glyph + std::size_t{1});
    if (begin >= end || end > tables.glyf.size()) return {};
    return tables.glyf.substr(begin, end - begin);
}

// The bytes that the coordinates of `points` points take, and where they begin; the flags lie before them.
bool holds_coordinates(std::string_view outline, std::size_t at, std::size_t points) {
    enum : std::uint32_t { x_is_short = 2, y_is_short = 4, repeats = 8, x_is_same = 16, y_is_same = 32 };
    std::size_t coordinates = 0;
    while (points > 0) {
        const std::uint32_t flag = TableBytes{outline}.unsigned8(at++);
        const std::size_t times = 1 + ((flag & repeats) != 0 ? TableBytes{outline}.unsigned8(at++) : 0);
        if (times > points || at > outline.size()) return false;
        const std::size_t x = (flag & x_is_short) != 0 ? 1 : (flag & x_is_same) != 0 ? 0 : 2;
        const std::size_t y = (flag & y_is_short) != 0 ? 1 : (flag & y_is_same) != 0 ? 0 : 2;
        coordinates += times * (x + y);
        points -= times;
    }
    return at + coordinates <= outline.size();
}

bool is_sound_simple(std::string_view outline) {
    const std::size_t contours = TableBytes{outline}.unsigned16(0);
    std::size_t at = glyph_header, points = 0;
    if (contours == 0 || at + 2 * contours + 2 > outline.size()) return false;
    for (std::size_t i = 0; i < contours; ++i, at += 2) {
        const std::size_t last_point = TableBytes{outline}.unsigned16(at);
        if (last_point + 1 <= points) return false;
        points = last_point + 1;
    }
    const std::size_t instructions = TableBytes{outline}.unsigned16(at);
    return holds_coordinates(outline, at + 2 + instructions, points);
}

// `budget`: so many outlines are looked at in all, however they refer to each other.
bool is_sound(const OutlineTables& tables, std::uint32_t glyph, int depth, int& budget);

bool is_sound_composite(const OutlineTables& tables, std::string_view outline, int depth, int& budget) {
    enum : std::uint32_t { words = 1, one_scale = 8, more = 0x20, two_scales = 0x40, matrix = 0x80 };
    std::size_t at = glyph_header;
    std::uint32_t flags = more;
    while ((flags & more) != 0) {
        if (at + 4 > outline.size()) return false;
        flags = TableBytes{outline}.unsigned16(at);
        if (!is_sound(tables, TableBytes{outline}.unsigned16(at + 2), depth + 1, budget)) return false;
        at += (flags & words) != 0 ? 8 : 6;
        at += (flags & matrix) != 0 ? 8 : (flags & two_scales) != 0 ? 4 : (flags & one_scale) != 0 ? 2 : 0;
    }
    return at <= outline.size();
}

bool is_sound(const OutlineTables& tables, std::uint32_t glyph, int depth, int& budget) {
    constexpr int deepest = 8;
    const std::string_view outline = outline_of(tables, glyph);
    if (outline.size() < glyph_header || depth > deepest || --budget < 0) return false;
    const bool composite = TableBytes{outline}.unsigned16(0) >= 0x8000;
    return composite ? is_sound_composite(tables, outline, depth, budget) : is_sound_simple(outline);
}

} // namespace

bool has_whole_tables(std::string_view file) {
    const bool collection = file.starts_with("ttcf");
    const std::size_t directory = collection ? TableBytes{file}.unsigned32(12) : 0;
    const std::size_t tables = TableBytes{file}.unsigned16(directory + 4);
    if (tables == 0 || directory + 12 + 16 * tables > file.size()) return false;
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t record = directory + 12 + 16 * i;
        const std::uint64_t begin = TableBytes{file}.unsigned32(record + 8),
                            length = TableBytes{file}.unsigned32(record + 12);
        if (begin + length > file.size()) return false;
    }
    return true;
}

bool has_sound_metrics(std::string_view head, std::string_view hhea, std::string_view hmtx,
                       std::size_t glyphs) {
    constexpr std::uint32_t magic = 0x5f0f3cf5;
    const std::uint32_t units_per_em = TableBytes{head}.unsigned16(18);
    const bool is_head = head.size() >= 54 && TableBytes{head}.unsigned32(12) == magic &&
                         TableBytes{head}.unsigned16(50) <= 1 && units_per_em >= 16 && units_per_em <= 16384;
    const std::size_t full = TableBytes{hhea}.unsigned16(34);
    return is_head && hhea.size() >= 36 && full > 0 && full <= glyphs &&
           hmtx.size() >= 4 * full + 2 * (glyphs - full);
}

bool has_sound_offsets(const OutlineTables& tables) {
    const std::size_t width = tables.long_offsets ? 4 : 2;
    if (tables.loca.size() < (tables.glyphs + 1) * width) return false;
    // Tens of thousands of numbers for each start of the program, so without TableBytes and its bounds.
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(tables.loca.data());
    std::uint32_t before = 0;
    bool sound = true;
    for (std::size_t i = 0; i < (tables.glyphs + 1) * width; i += width) {
        std::uint32_t offset = std::uint32_t{bytes[i]} << 8 | bytes[i + 1];
        if (width == 4) offset = offset << 16 | std::uint32_t{bytes[i + 2]} << 8 | bytes[i + 3];
        sound = sound && offset >= before;
        before = offset;
    }
    return sound && offset_of(tables, tables.glyphs) <= tables.glyf.size();
}

bool has_ink(const OutlineTables& tables, std::uint32_t glyph) {
    return outline_of(tables, glyph).size() >= glyph_header;
}

bool has_sound_outline(const OutlineTables& tables, std::uint32_t glyph) {
    int budget = 64;
    return is_sound(tables, glyph, 0, budget);
}

} // namespace taisho
