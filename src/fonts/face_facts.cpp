// The few numbers of a face that a document format needs, read from the tables by hand (OpenType 1.9).
// HarfBuzz would give ascent and descent as the system sees them (OS/2 or hhea by a flag); here hhea is
// wanted.

#include "fonts/face.h"

#include "fonts/table_bytes.h"

#include <algorithm>
#include <string>

namespace taisho {
namespace {

// A PDF name or an XML attribute may hold it: letters, digits and hyphens (OpenType allows little more).
std::string clean_name(std::string_view name) {
    std::string clean;
    for (const char c : name) {
        const bool plain =
            (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (plain) clean.push_back(c);
    }
    return clean.substr(0, 63);
}

std::string postscript_name(const TableBytes& name) {
    const std::size_t count = name.unsigned16(2);
    const auto storage = std::size_t{name.unsigned16(4)};
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = 6 + 12 * i;
        if (name.unsigned16(record + 6) != 6) continue; // name ID 6
        const auto length = std::size_t{name.unsigned16(record + 8)};
        const std::size_t offset = storage + name.unsigned16(record + 10);
        if (offset > name.bytes.size()) continue;
        // UTF-16 or Mac Roman: of a name in ASCII, dropping the zero bytes makes both the same.
        std::string clean = clean_name(name.bytes.substr(offset, length));
        if (!clean.empty()) return clean;
    }
    return "Unnamed";
}

// PANOSE for Latin text: serif styles 2 to 10 have serifs, 11 to 15 have none. Else the class of the IBM
// families.
bool has_serifs(const TableBytes& os2) {
    constexpr std::size_t panose = 32;
    const std::uint32_t kind = os2.unsigned8(panose), style = os2.unsigned8(panose + 1),
                        family = os2.unsigned8(30);
    if (kind == 2 && style >= 2) return style <= 10;
    return family >= 1 && family <= 7 && family != 6;
}

} // namespace

FaceFacts read_facts(const Face& face) {
    const TableBytes head{face.table("head")}, hhea{face.table("hhea")}, os2{face.table("OS/2")},
        post{face.table("post")};
    const int units_per_em = std::max(static_cast<int>(head.unsigned16(18)), 16);
    const auto scaled = [&](int units) {
        const int half = units < 0 ? -units_per_em / 2 : units_per_em / 2;
        return (units * 1000 + half) / units_per_em;
    };
    FaceFacts facts;
    facts.postscript_name = postscript_name(TableBytes{face.table("name")});
    facts.ascent = scaled(hhea.signed16(4));
    facts.descent = -std::abs(scaled(hhea.signed16(6)));
    for (std::size_t i = 0; i < 4; ++i) facts.box[i] = scaled(head.signed16(36 + 2 * i));
    const bool has_cap_height = os2.unsigned16(0) >= 2 && os2.signed16(88) > 0;
    facts.cap_height = has_cap_height ? scaled(os2.signed16(88)) : facts.ascent;
    facts.italic_angle = post.signed16(4);
    facts.serif = has_serifs(os2);
    return facts;
}

} // namespace taisho
