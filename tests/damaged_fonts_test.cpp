// Font files come from outside. One that is cut or damaged is refused by its name, when it is opened or when
// the damaged part is wanted; nothing is ever printed as white.

#include "fonts/font_book.h"
#include "fonts/truetype.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

const std::string& whole_font() {
    static const std::string bytes = read_bytes(source_folder / "fonts" / "NotoSerif-Regular.ttf");
    return bytes;
}

std::size_t number(const std::string& bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + count; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

struct Table {
    std::size_t record = 0, begin = 0, length = 0;
};

Table table_of(const std::string& font, const std::string& tag) {
    const std::size_t record = font.find(tag, 12);
    return {record, number(font, record + 8, 4), number(font, record + 12, 4)};
}

// A folder whose only font, of both families, is these bytes.
struct OneFont {
    explicit OneFont(const std::string& bytes) {
        write_bytes(folder.path / "one.ttf", bytes);
        write_bytes(folder.path / "fonts.xml",
                    "<fonts><family name=\"mincho\"><face file=\"one.ttf\"/></family>"
                    "<family name=\"gothic\"><face file=\"one.ttf\"/></family></fonts>");
    }

    FontBook open() { return FontBook::open(folder.path, sources, diagnostics); }

    ScratchFolder folder;
    Sources sources;
    Diagnostics diagnostics;
};

// What opening says, a line each.
std::string slips_of(const std::string& bytes) {
    OneFont font(bytes);
    font.open();
    std::string slips;
    for (const Diagnostic& slip : font.diagnostics) slips += sentence(slip, Language::japanese) + "\n";
    return slips;
}

const std::string refused = "書体のファイルが壊れているか、使えません：one.ttf\n";

std::string with_number(std::string bytes, std::size_t at, std::size_t count, std::size_t value) {
    for (std::size_t i = count; i-- > 0; value >>= 8) bytes[at + i] = static_cast<char>(value & 0xff);
    return bytes;
}

// Which characters of the text the font cannot draw, and which it draws white; only the latter is a fault.
std::string white_characters(const FontBook& fonts, const std::string& text) {
    const auto missing = fonts.find_undrawn(text, Family::mincho);
    std::vector<Glyph> glyphs;
    fonts.shape(text, 0, static_cast<std::uint32_t>(text.size()), Family::mincho, glyphs);
    std::string white;
    for (const Glyph& glyph : glyphs) {
        const bool told =
            std::ranges::any_of(missing, [&](const Undrawn& undrawn) { return undrawn.at == glyph.begin; });
        const bool blank = text.substr(glyph.begin, glyph.end - glyph.begin).find_first_not_of(" \u00a0") ==
                           std::string::npos;
        if (told || blank) continue;
        const FontSubset subset = fonts.subset(glyph.face, {glyph.id});
        if (subset.truetype.empty()) continue; // the file is refused when it is written
        const Table loca = table_of(subset.truetype, "loca"), head = table_of(subset.truetype, "head");
        const std::size_t width = number(subset.truetype, head.begin + 50, 2) != 0 ? 4 : 2;
        const std::size_t at = loca.begin + subset.new_ids[0] * width;
        const bool empty = number(subset.truetype, at, width) == number(subset.truetype, at + width, width);
        if (empty || subset.new_ids[0] == 0) white += text.substr(glyph.begin, glyph.end - glyph.begin);
    }
    return white;
}

TEST_CASE("表の目録のどこで切れた書体も、名を挙げて断る") {
    const std::size_t end = 12 + 16 * number(whole_font(), 4, 2);
    for (std::size_t size = 1; size <= end; size += 3) {
        CAPTURE(size);
        CHECK(slips_of(whole_font().substr(0, size)) == refused);
    }
}

TEST_CASE("どこで切れた書体も、名を挙げて断る") {
    Dice dice(1);
    for (int round = 0; round < 40; ++round) {
        const std::size_t size = 1 + dice.below(whole_font().size() - 4); // the last bytes may be padding
        CAPTURE(size);
        CHECK(slips_of(whole_font().substr(0, size)) == refused);
    }
}

TEST_CASE("表がファイルの外にある書体は、名を挙げて断る") {
    for (const std::string tag : {"cmap", "glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
        CAPTURE(tag);
        const Table table = table_of(whole_font(), tag);
        CHECK(slips_of(with_number(whole_font(), table.record + 8, 4, whole_font().size() - 1)) == refused);
        CHECK(slips_of(with_number(whole_font(), table.record + 12, 4, 0xffffffff)) == refused);
        CHECK(slips_of(with_number(whole_font(), table.record, 4, 0x7a7a7a7a)) == refused); // has none
    }
}

TEST_CASE("字形の位置が表の外や逆順の書体は、名を挙げて断る") {
    const Table loca = table_of(whole_font(), "loca"), head = table_of(whole_font(), "head");
    const std::size_t width = number(whole_font(), head.begin + 50, 2) != 0 ? 4 : 2;
    const std::size_t last = loca.begin + loca.length - width, middle = loca.begin + width * 500;
    CHECK(slips_of(with_number(whole_font(), last, width, 0xffffffff)) == refused);
    CHECK(slips_of(with_number(whole_font(), middle, width, 0xffffffff)) == refused);
    CHECK(slips_of(with_number(whole_font(), middle, width, 0)) == refused);
    CHECK(slips_of(with_number(whole_font(), loca.record + 12, 4, loca.length / 2)) == refused);
}

// The font with the outline of A cut in its middle: its first contour has more points than there are bytes.
std::string with_damaged_letter() {
    OneFont sound(whole_font());
    std::vector<Glyph> glyphs;
    sound.open().shape("A", 0, 1, Family::mincho, glyphs);
    const Table loca = table_of(whole_font(), "loca"), head = table_of(whole_font(), "head"),
                glyf = table_of(whole_font(), "glyf");
    const std::size_t width = number(whole_font(), head.begin + 50, 2) != 0 ? 4 : 2;
    const std::size_t offset =
        number(whole_font(), loca.begin + glyphs.at(0).id * width, width) * (width == 4 ? 1 : 2);
    return with_number(whole_font(), glyf.begin + offset + 10, 2, 0x7fff);
}

TEST_CASE("空白がない字形を指す書体は、名を挙げて断る") {
    std::string bytes = whole_font();
    const Table cmap = table_of(bytes, "cmap");
    const std::size_t subtables = number(bytes, cmap.begin + 2, 2);
    for (std::size_t i = 0; i < subtables; ++i) {
        const std::size_t at = cmap.begin + number(bytes, cmap.begin + 8 + 8 * i, 4);
        constexpr std::size_t groups_of_characters = 12; // the format that names ranges and their first glyph
        if (number(bytes, at, 2) != groups_of_characters) continue;
        for (std::size_t group = 0; group < number(bytes, at + 12, 4); ++group)
            bytes = with_number(bytes, at + 16 + 12 * group + 8, 4, 0xfff0);
    }
    CHECK(slips_of(bytes) == refused);
}

TEST_CASE("輪郭の途中で終わる字は、部分書体にしない") {
    OneFont damaged(with_damaged_letter());
    const FontBook fonts = damaged.open();
    std::vector<Glyph> glyphs;
    fonts.shape("AB", 0, 2, Family::mincho, glyphs);
    REQUIRE(glyphs.size() == 2);
    CHECK(fonts.subset(glyphs[0].face, {glyphs[0].id}).truetype.empty());
    CHECK_FALSE(fonts.subset(glyphs[1].face, {glyphs[1].id}).truetype.empty());
}

TEST_CASE("輪郭の途中で終わる字を使う資料は、書体の名を挙げて断り、何も書かない") {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.path / "fonts");
    std::filesystem::copy(source_folder / "templates", folder.path / "templates");
    for (const auto& entry : std::filesystem::directory_iterator(source_folder / "fonts"))
        if (entry.path().extension() == ".ttf")
            std::filesystem::create_symlink(entry.path(), folder.path / "fonts" / entry.path().filename());
    write_bytes(folder.path / "fonts" / "one.ttf", with_damaged_letter());
    std::string families;
    for (const std::string family : {"mincho", "gothic"})
        families += "<family name=\"" + family +
                    "\"><face file=\"one.ttf\"/><face file=\"NotoSansJP-Regular.ttf\"/></family>";
    write_bytes(folder.path / "fonts" / "fonts.xml", "<fonts>" + families + "</fonts>");
    write_bytes(folder.path / "a.xml",
                paper_file("<item id=\"1\"><title>A</title><description>説明</description></item>",
                           "<revise item=\"1\"><description>改めた説明</description></revise>"));
    const Finished finished =
        run_taisho({"build", "a.xml", "--resources", ".", "-o", "out"}, {.folder = folder.path});
    CHECK(finished.err == "エラー T008: " + refused + "エラー1件、注意0件\n");
    CHECK(finished.out == "");
    CHECK(std::filesystem::is_empty(folder.path / "out"));
}

TEST_CASE("書体のどのバイトが違っていても、字は白く抜けず、すぐに終わる") {
    const std::string text = "A B\u00a0gjfi\u00c5e\u0301x\u0323\u03a9\u0416%&1";
    Dice dice(2);
    int opened = 0;
    for (int round = 0; round < 200; ++round) {
        std::string bytes = whole_font();
        const std::string tag = dice.pick(
            std::vector<std::string>{"cmap", "glyf", "loca", "GSUB", "GPOS", "GDEF", "hmtx", "maxp"});
        const Table table = table_of(bytes, tag);
        const std::size_t reach = std::min<std::size_t>(table.length, dice.below(2) == 0 ? 64 : table.length);
        for (std::size_t i = 0; i < 1 + dice.below(40); ++i)
            bytes[table.begin + dice.below(reach)] = static_cast<char>(dice.below(256));
        CAPTURE(round);
        CAPTURE(tag);
        OneFont font(bytes);
        const FontBook fonts = font.open();
        if (!font.diagnostics.empty()) continue;
        ++opened;
        CHECK(white_characters(fonts, text) == "");
    }
    CHECK(opened > 50);
}

} // namespace
} // namespace taisho::test
