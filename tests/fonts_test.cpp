#include "fonts/font_book.h"
#include "fonts/truetype.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace taisho {
namespace {

const std::filesystem::path font_folder = TAISHO_SOURCE_DIR "/fonts";

FontBook open_fonts() {
    Sources sources;
    Diagnostics diagnostics;
    FontBook fonts = FontBook::open(font_folder, sources, diagnostics);
    REQUIRE(diagnostics.empty());
    return fonts;
}

std::vector<Glyph> shape_all(const FontBook& fonts, std::string_view text, Family family) {
    std::vector<Glyph> glyphs;
    fonts.shape(text, 0, static_cast<std::uint32_t>(text.size()), family, glyphs);
    return glyphs;
}

std::vector<Glyph> shape_mincho(std::string_view text) {
    return shape_all(open_fonts(), text, Family::mincho);
}

// The parts of the text that the glyphs stand for.
std::vector<std::string> clusters(std::string_view text) {
    std::vector<std::string> parts;
    for (const Glyph& glyph : shape_mincho(text)) {
        parts.emplace_back(text.substr(glyph.begin, glyph.end - glyph.begin));
    }
    return parts;
}

using Parts = std::vector<std::string>;

// A folder with a fonts.xml of its own, gone at the end of the test.
struct FontFolder {
    explicit FontFolder(const std::string& catalog)
        : path(std::filesystem::temp_directory_path() / ("taisho-fonts-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path);
        std::ofstream(path / "fonts.xml") << catalog;
    }
    FontFolder(const FontFolder&) = delete;
    FontFolder& operator=(const FontFolder&) = delete;
    ~FontFolder() { std::filesystem::remove_all(path); }

    std::filesystem::path path;
};

struct Found {
    Code code{};
    std::vector<std::string> arguments;
    std::string at; // the text at that place

    bool operator==(const Found&) const = default;
};

// What opening reports, for a fonts.xml whose mincho is `face` and whose gothic is a good font of that
// folder.
std::vector<Found> errors_with_face(const std::string& face, const std::string& bytes) {
    const FontFolder folder(
        "<fonts><family name=\"mincho\"><face file=\"" + face +
        "\"/></family><family name=\"gothic\"><face file=\"good.ttf\"/></family></fonts>");
    std::filesystem::copy_file(font_folder / "BIZUDGothic-Regular.ttf", folder.path / "good.ttf");
    if (!bytes.empty()) std::ofstream(folder.path / face, std::ios::binary) << bytes;
    Sources sources;
    Diagnostics diagnostics;
    FontBook::open(folder.path, sources, diagnostics);
    std::vector<Found> found;
    for (const Diagnostic& diagnostic : diagnostics) {
        const Span at = diagnostic.at;
        found.push_back({diagnostic.code, diagnostic.arguments,
                         sources[at.source].bytes.substr(at.begin, at.end - at.begin)});
    }
    return found;
}

TEST_CASE("𠮷は二番目の書体で組む") {
    const std::vector<Glyph> glyphs = shape_mincho("野𠮷");
    REQUIRE(glyphs.size() == 2);
    CHECK(glyphs[0].face == 0);
    CHECK(glyphs[1].face == 1);
}

TEST_CASE("異体字セレクタは前の字と一つになる") { CHECK(clusters("葛󠄀城") == Parts{"葛󠄀", "城"}); }

TEST_CASE("異体字は別の字形になる") { CHECK(shape_mincho("葛󠄀")[0].id != shape_mincho("葛")[0].id); }

TEST_CASE("どの書体にもない異体字は元の字形で組む") {
    CHECK(clusters("葛󠇯") == Parts{"葛󠇯"});
    CHECK(shape_mincho("葛󠇯")[0].id == shape_mincho("葛")[0].id);
}

TEST_CASE("結合する半濁点は前の仮名と一つになる") { CHECK(clusters("か゚と") == Parts{"か゚", "と"}); }

TEST_CASE("結合する濁点は濁音の仮名と同じ字形になる") {
    CHECK(shape_mincho("か\u3099")[0].id == shape_mincho("が")[0].id);
}

TEST_CASE("半角カナの濁点は一字として数える") { CHECK(clusters("ﾊﾟ") == Parts{"ﾊ", "ﾟ"}); }

TEST_CASE("欧字は合字にしない") { CHECK(clusters("office") == Parts{"o", "f", "f", "i", "c", "e"}); }

TEST_CASE("全角は一字分、半角は半字分進む") {
    const std::vector<Glyph> glyphs = shape_mincho("全９9");
    REQUIRE(glyphs.size() == 3);
    CHECK(glyphs[0].advance == 1000);
    CHECK(glyphs[1].advance == 1000);
    CHECK(glyphs[2].advance == 500);
}

TEST_CASE("文の一部を組んでも位置は文の先頭から数える") {
    const std::string text = "令和10年度";
    std::vector<Glyph> glyphs;
    open_fonts().shape(text, 3, 8, Family::mincho, glyphs); // 和10
    REQUIRE(glyphs.size() == 3);
    CHECK(glyphs[0].begin == 3);
    CHECK(glyphs[1].begin == 6);
    CHECK(glyphs[2].end == 8);
}

TEST_CASE("二度目に組んでも同じ字が並ぶ") {
    const FontBook fonts = open_fonts();
    const std::string text = "令和10年度 Ａbc か゚ 葛󠄀";
    const std::vector<Glyph> first = shape_all(fonts, text, Family::mincho);
    const std::vector<Glyph> second = shape_all(fonts, text, Family::mincho);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].id == second[i].id);
        CHECK(first[i].begin == second[i].begin);
        CHECK(first[i].end == second[i].end);
    }
}

TEST_CASE("ゴシックと明朝は別の書体で組む") {
    const FontBook fonts = open_fonts();
    CHECK(shape_all(fonts, "字", Family::mincho)[0].face != shape_all(fonts, "字", Family::gothic)[0].face);
}

TEST_CASE("改行には字がない") { CHECK(clusters("一\n二") == Parts{"一", "二"}); }

TEST_CASE("基底の字と印は一つの字形になる") {
    CHECK(clusters("e\u0301a\u0323\u0302x\u0301y") == Parts{"e\u0301", "a\u0323\u0302", "x\u0301", "y"});
}

TEST_CASE("印の付いた字は、印の字形を重ねた一つの字形として部分書体に入る") {
    const FontBook fonts = open_fonts();
    const std::vector<Glyph> marked = shape_all(fonts, "x\u0301", Family::mincho);
    const std::vector<Glyph> base = shape_all(fonts, "x", Family::mincho);
    REQUIRE(marked.size() == 1);
    CHECK(marked[0].advance == base[0].advance);
    const FontSubset subset = fonts.subset(marked[0].face, {marked[0].id});
    // .notdef, the letter, the mark, both
    const std::vector<std::int32_t> widths = read_widths(subset.truetype);
    REQUIRE(widths.size() == 4);
    CHECK(widths[3] == marked[0].advance);
    CHECK(subset.new_ids == std::vector<std::uint16_t>{3});
}

// The bytes of a table of a font file.
std::string table_of(const std::string& font, std::string_view tag) {
    const auto number = [&](std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(font[at + i]);
        return value;
    };
    const std::size_t record = font.find(tag, 12);
    return font.substr(number(record + 8), number(record + 12));
}

TEST_CASE("字形を足した部分書体の位置の表は、小さければ短く、大きければ長い") {
    const FontBook fonts = open_fonts();
    const std::uint16_t marked = shape_all(fonts, "x\u0301", Family::mincho)[0].id;
    const std::string small = fonts.subset(0, {marked}).truetype;
    CHECK(table_of(small, "loca").size() == 2 * (4 + 1));
    std::vector<std::uint16_t> many{marked};
    for (std::uint16_t glyph = 1; glyph < 3000; ++glyph) many.push_back(glyph);
    const FontSubset large = fonts.subset(0, many);
    CHECK(table_of(large.truetype, "glyf").size() > 0x20000);
    CHECK(table_of(large.truetype, "loca").size() == 4 * (3001 + 1));
    CHECK(large.new_ids.front() == 3000);
}

TEST_CASE("部分書体は、字を組んだ順によらない") {
    const std::string text = "x\u0301", other = "z\u0301\u0302";
    const auto subset_after = [&](const std::string& first, const std::string& second) {
        const FontBook fonts = open_fonts();
        shape_all(fonts, first, Family::mincho), shape_all(fonts, second, Family::mincho);
        return fonts.subset(
            0, {shape_all(fonts, text, Family::mincho)[0].id, shape_all(fonts, other, Family::mincho)[0].id});
    };
    const FontSubset one = subset_after(text, other), two = subset_after(other, text);
    CHECK(one.truetype == two.truetype);
    CHECK(one.new_ids == two.new_ids);
}

TEST_CASE("見えない文字は前の字と、文の初めでは後の字と一つになる") {
    CHECK(clusters("中\u200bの\u2060語") == Parts{"中\u200b", "の\u2060", "語"});
    CHECK(clusters("\u200bは\nソ\u00adフ") == Parts{"\u200bは", "ソ\u00ad", "フ"});
    CHECK(clusters("\ufe00頭か\u200dき\u200cく") == Parts{"\ufe00頭", "か\u200d", "き\u200c", "く"});
}

TEST_CASE("見えない文字が付いても、字形も送りも変わらない") {
    const std::vector<Glyph> plain = shape_mincho("ソ"), with_hyphen = shape_mincho("ソ\u00ad");
    REQUIRE(with_hyphen.size() == 1);
    CHECK(with_hyphen[0].id == plain[0].id);
    CHECK(with_hyphen[0].advance == plain[0].advance);
}

TEST_CASE("見えない文字だけの文に字形はない") { CHECK(shape_mincho("\u200b\ufe00\u00ad").empty()); }

TEST_CASE("三十を超える印は別の字形になる") {
    std::string text = "x";
    for (int i = 0; i < 40; ++i) text += "\u0301";
    CHECK(clusters(text) == Parts{text.substr(0, 61), text.substr(61)});
}

TEST_CASE("どの書体にもない字はその位置を知らせる") {
    CHECK(open_fonts().find_undrawn("一😀\n二", Family::mincho) == std::vector<Undrawn>{{3, U'😀', 0}});
}

TEST_CASE("どの書体にもない異体字は、基底の字の位置で知らせる") {
    CHECK(open_fonts().find_undrawn("城と葛\U000E01EF", Family::mincho) ==
          std::vector<Undrawn>{{6, U'葛', 0xe01ef}});
}

TEST_CASE("鎖のどれかの書体にある異体字は知らせない") {
    CHECK(open_fonts().find_undrawn("葛\U000E0100城、辻\U000E0100", Family::gothic).empty());
}

TEST_CASE("前に字のないセレクタは何も選ばない") {
    CHECK(open_fonts().find_undrawn("\ufe00頭\n\U000E0100", Family::mincho).empty());
}

TEST_CASE("色のない形を選ぶセレクタは知らせない") {
    CHECK(open_fonts().find_undrawn("☎\ufe0e", Family::gothic).empty());
    CHECK(open_fonts().find_undrawn("☎\ufe0f", Family::gothic) == std::vector<Undrawn>{{0, U'☎', 0xfe0f}});
}

TEST_CASE("どの書体にもない印はその位置を知らせる") {
    CHECK(open_fonts().find_undrawn("字a\u0591", Family::mincho) == std::vector<Undrawn>{{4, 0x591, 0}});
}

TEST_CASE("見えない文字は字がなくてもよい") {
    CHECK(open_fonts().find_undrawn("一\u200b二\u2060\ufeff\n\ufe00\t", Family::mincho).empty());
}

TEST_CASE("どの書体にもない字は抜けの字形になる") {
    const std::vector<Glyph> glyphs = shape_mincho("😀");
    REQUIRE(glyphs.size() == 1);
    CHECK(glyphs[0].id == 0);
    CHECK(glyphs[0].face == 0);
}

TEST_CASE("書体の寸法は字の大きさの千分の一で表す") {
    const FontBook fonts = open_fonts();
    const FaceFacts& mincho = fonts.facts(0);
    CHECK(mincho.postscript_name == "BIZUDMincho-Regular");
    CHECK(mincho.ascent == 880);
    CHECK(mincho.descent == -120);
    CHECK(mincho.serif);
}

TEST_CASE("ゴシックにはひげがない") {
    const FontBook fonts = open_fonts();
    CHECK_FALSE(fonts.facts(shape_all(fonts, "字", Family::gothic)[0].face).serif);
}

TEST_CASE("部分書体には六つの表だけが入る") {
    const FontBook fonts = open_fonts();
    const std::string font = fonts.subset(0, {shape_all(fonts, "字", Family::mincho)[0].id}).truetype;
    std::vector<std::string> tags;
    for (std::size_t i = 0; i < static_cast<std::size_t>(font[5]); ++i)
        tags.push_back(font.substr(12 + 16 * i, 4));
    CHECK(tags == Parts{"glyf", "head", "hhea", "hmtx", "loca", "maxp"});
}

TEST_CASE("部分書体は求めた字の新しい番号を求めた順に返す") {
    const FontBook fonts = open_fonts();
    const std::uint16_t later = shape_all(fonts, "龍", Family::mincho)[0].id;
    const std::uint16_t earlier = shape_all(fonts, "A", Family::mincho)[0].id;
    CHECK(fonts.subset(0, {later, earlier, 0}).new_ids == std::vector<std::uint16_t>{2, 1, 0});
}

TEST_CASE("ない書体ファイルはその名を知らせる") {
    CHECK(errors_with_face("none.ttf", "") ==
          std::vector<Found>{{Code::cannot_read, {"none.ttf"}, "none.ttf"}});
}

TEST_CASE("壊れた書体ファイルはその名を知らせる") {
    CHECK(errors_with_face("broken.ttf", "not a font") ==
          std::vector<Found>{{Code::damaged_font, {"broken.ttf"}, "broken.ttf"}});
}

TEST_CASE("途中で切れた書体ファイルは壊れている") {
    std::ifstream whole(font_folder / "BIZUDGothic-Regular.ttf", std::ios::binary);
    std::string start(1000, '\0');
    whole.read(start.data(), 1000);
    CHECK(errors_with_face("cut.ttf", start) ==
          std::vector<Found>{{Code::damaged_font, {"cut.ttf"}, "cut.ttf"}});
}

TEST_CASE("書体は決まったフォルダーの外から読まない") {
    CHECK(errors_with_face("../good.ttf", "") ==
          std::vector<Found>{{Code::cannot_read, {"../good.ttf"}, "../good.ttf"}});
}

} // namespace
} // namespace taisho
