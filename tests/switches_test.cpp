// The table of switches: what a style may say, what it takes from another, and what does not go together.

#include "app/resources.h"
#include "style/describe_style.h"
#include "style/measure.h"
#include "style/style_shape.h"
#include "style/switches.h"
#include "support.h"

#include <doctest/doctest.h>
#include <set>
#include <string>

namespace taisho::test {
namespace {

// A folder with the fonts and styles of the program and one more style.
struct Office {
    ScratchFolder folder;

    Office() {
        std::filesystem::create_directory(folder.path / "templates");
        for (const auto& file : std::filesystem::directory_iterator(source_folder / "templates"))
            std::filesystem::copy(file.path(), folder.path / "templates");
    }
    void add(const std::string& name, const std::string& file) const {
        write_bytes(folder.path / "templates" / (name + ".xml"), file);
    }
    // "T312 sentence", a line each; the style itself when there are none.
    std::string slips(const std::string& name) const {
        Sources sources;
        Diagnostics diagnostics;
        load_style(folder.path, {name, {}}, sources, diagnostics);
        std::string lines;
        for (const Diagnostic& one : diagnostics)
            lines += message_of(one, sources, Language::japanese).number + " " +
                     sentence(one, Language::japanese) + "\n";
        return lines;
    }
    HouseStyle style(const std::string& name) const {
        Sources sources;
        Diagnostics diagnostics;
        const auto style = load_style(folder.path, {name, {}}, sources, diagnostics);
        REQUIRE(style);
        return style->style;
    }
};

std::string from(const std::string& base, const std::string& inside) {
    return "<houseStyle arrangement=\"by-year\" from=\"" + base + "\"><title>市の様式</title>" + inside +
           "</houseStyle>";
}

std::string slips_of(const std::string& inside) {
    const Office office;
    office.add("city", from("by-year", inside));
    return office.slips("city");
}

HouseStyle style_with(const std::string& inside) {
    const Office office;
    office.add("city", from("by-year", inside));
    return office.style("city");
}

// ---- the table ----

TEST_CASE("どの要素の属性も、一度だけ表にある") {
    std::set<std::string> seen;
    for (const Switch& one : switches()) {
        const std::string name = std::string(one.element) + " " + std::string(one.attribute);
        CAPTURE(name);
        CHECK(seen.insert(name).second);
        CHECK_FALSE(one.meaning.empty());
        CHECK_FALSE(one.english.empty());
    }
}

TEST_CASE("年ごとの様式には、どの値も書いてある") {
    const Element root = parse(read_bytes(source_folder / "templates" / "by-year.xml"));
    for (const Switch& one : switches()) {
        const bool optional_part = one.element == "cover" || one.element == "contents" ||
                                   one.element == "grid" || one.attribute == "width" ||
                                   one.attribute == "height";
        if (optional_part) continue;
        CAPTURE(one.element);
        CAPTURE(one.attribute);
        const Element* element = one.element == root.name ? &root : find_child(root, one.element);
        REQUIRE(element != nullptr);
        CHECK(has_attribute(*element, one.attribute));
    }
}

TEST_CASE("書いた値は、そのまま読み戻される") {
    HouseStyle form = style_named("town-42x40");
    for (const SwitchLine& line : describe_switches(form, Language::japanese)) {
        if (line.value.empty() || line.value == "0pt" || line.attribute == "width" ||
            line.attribute == "height")
            continue;
        CAPTURE(line.element);
        CAPTURE(line.attribute);
        if (line.element == "houseStyle") continue;
        const std::string file =
            "<" + std::string(line.element) + " " + std::string(line.attribute) + "=\"" + line.value + "\"/>";
        const std::string slips = slips_of(file);
        CHECK(slips == "");
    }
}

// ---- starting from another style ----

TEST_CASE("もとの様式から始めると、書いたところだけが変わる") {
    const HouseStyle base = style_named("by-year");
    const HouseStyle style = style_with("<words before=\"改正前\"/><role name=\"cell\" size=\"12pt\"/>");
    CHECK(style.title == "市の様式");
    CHECK(style.words.before == "改正前");
    CHECK(style.words.after == base.words.after);
    ParagraphStyle cell = base.style(Role::cell);
    cell.size = pt(12);
    CHECK(style.style(Role::cell) == cell);
    CHECK(style.style(Role::body) == base.style(Role::body));
    CHECK(style.page.left == base.page.left);
}

TEST_CASE("もとの様式で作られた役割は、変えた役割から作り直す") {
    const HouseStyle style = style_with("<role name=\"title\" size=\"20pt\"/>");
    CHECK(style.style(Role::cover_meeting).size == pt(20));
}

TEST_CASE("もとにできるのは、ほかをもとにしない様式だけ") {
    const Office office;
    office.add("first", from("by-year", ""));
    office.add("second", from("first", ""));
    CHECK(office.slips("second") ==
          "T312 様式「first」も、ほかの様式「by-year」をもとにしています。もとにできるのは、"
          "ほかをもとにしない様式だけです。\n");
}

TEST_CASE("知らない様式をもとにすると、近い名前を言う") {
    const Office office;
    office.add("city", from("by-yaer", ""));
    CHECK(
        office.slips("city").starts_with("T005 様式「by-yaer」がありません。もしかして「by-year」ですか。"));
}

TEST_CASE("もとの様式がなければ、要るものを全部言う") {
    const Office office;
    office.add("city", "<houseStyle><title>市の様式</title></houseStyle>");
    const std::string slips = office.slips("city");
    for (const std::string_view missing :
         {"arrangement", "<paper>", "<pageNumber>", "<table>", "<sheet>", "<words>"}) {
        CAPTURE(missing);
        CHECK(slips.find(missing) != std::string::npos);
    }
}

TEST_CASE("様式の誤りは、場所とともに、一度に全部言う") {
    CHECK(slips_of("<pageNumber form=\"2\"/><table rule=\"9pt\" headerFil=\"200\"/><words remark=\"{}\"/>"
                   "<role name=\"sell\" size=\"1pt\"/>") ==
          "T211 form に「2」は使えません。使えるもの：1, - 1 -, 1/5, none\n"
          "T111 <table> に属性 headerFil はありません。もしかして headerFill ですか。書ける属性：paddingX, "
          "paddingY, rule, "
          "headerFill, bandFill\n"
          "T301 rule=\"9pt\" は長さとして使えません。10.5pt や 20mm のように、0pt から 5pt "
          "までで書いてください。\n"
          "T211 remark に「{}」は使えません。使えるもの：―\n"
          "T304 role に「sell」はありません。もしかして「cell」ですか。\n");
}

// ---- paper ----

TEST_CASE("用紙は、大きさと向きで決まる") {
    const auto size = [](const std::string& paper) {
        const PageSetup page = style_with("<paper " + paper + "/>").page;
        return shown_length(page.width) + " x " + shown_length(page.height);
    };
    CHECK(size("size=\"A4\"") == "210mm x 297mm");
    CHECK(size("size=\"A4\" orientation=\"landscape\"") == "297mm x 210mm");
    CHECK(size("size=\"A3\"") == "297mm x 420mm");
    CHECK(size("size=\"B5\"") == "182mm x 257mm");
    CHECK(size("width=\"200mm\" height=\"250mm\"") == "200mm x 250mm");
}

TEST_CASE("用紙の大きさを二度書くことはできない") {
    CHECK(slips_of("<paper size=\"A4\" width=\"200mm\" height=\"250mm\"/>") ==
          "T307 用紙の大きさが二度書いてあります。size か、width と height の、どちらかにしてください。\n");
    CHECK(slips_of("<paper size=\"other\" width=\"200mm\"/>") == "T113 <paper> に属性 height が必要です。\n");
}

TEST_CASE("四十二字四十行の様式は、十一ポイントの文字と十七・五ポイントの行送りになる") {
    const HouseStyle style = style_named("town-42x40");
    CHECK(shown_length(style.style(Role::body).size) == "11.001pt");
    CHECK(shown_length(style.style(Role::body).pitch) == "17.503pt");
    CHECK(style.style(Role::cell).size == style.style(Role::body).size);
    CHECK(style.style(Role::title).size == pt(14)); // is larger than the body and stays so
}

TEST_CASE("行数だけを決めると、文字の大きさは変わらず、空きが行に合う") {
    const HouseStyle style = style_with("<grid lines=\"40\"/>");
    const Length line = (style.page.height - style.page.top - style.page.bottom) / 40;
    CHECK(style.style(Role::body).size == pt(10.5));
    CHECK(style.style(Role::body).pitch == line);
    CHECK(style.style(Role::section).space_before == line);
}

// ---- what does not go together ----

TEST_CASE("色だけの印は断る") {
    const std::string told =
        "T308 変わるところの印が色だけになります。色の見分けにくい人にも、白黒で刷っても分かるように、"
        "線か、太字か、ゴシック体を加えてください。\n";
    CHECK(slips_of("<mark before=\"none\" after=\"none\" colour=\"#a00000\"/>") == told);
    CHECK(slips_of("<mark before=\"none\" colour=\"#a00000\"/>") == told);
    CHECK(slips_of("<mark before=\"none\" after=\"none\" bold=\"yes\" colour=\"#a00000\"/>") == "");
    CHECK(slips_of("<mark colour=\"#a00000\"/>") == "");
}

TEST_CASE("色は、#rrggbb か 0 から 255 までの灰色で書く") {
    const auto told = [](const std::string& attribute, const std::string& value) {
        return "T306 " + attribute + "=\"" + value +
               "\" は色として使えません。#1f4e79 のような色か、0（黒）から 255（白）までの灰色で"
               "書いてください。\n";
    };
    for (const std::string value : {"red", "#12345", "#gg0000", "256", "-1", "none"}) {
        CAPTURE(value);
        CHECK(slips_of("<table headerFill=\"" + value + "\"/>") == told("headerFill", value));
    }
    CHECK(slips_of("<mark colour=\"akai\"/>") == told("colour", "akai"));
    CHECK(slips_of("<mark colour=\"none\"/>") == ""); // where no colour is a value, too
    CHECK(slips_of("<table headerFill=\"255\"/>") == "");
}

TEST_CASE("読めない色の組み合わせは断る") {
    CHECK(slips_of("<table headerFill=\"#404040\"/>") ==
          "T309 headerFill の色では、文字が読めません。文字と地の明るさを、もっと離してください。\n");
    CHECK(slips_of("<mark colour=\"#ffcccc\"/>") ==
          "T309 colour の色では、文字が読めません。文字と地の明るさを、もっと離してください。\n");
    CHECK(is_readable(black, white));
    CHECK_FALSE(is_readable(grey(130), white));
    CHECK(is_readable(grey(110), white));
}

TEST_CASE("重なる行や、読めない大きさの文字になる値は断る") {
    CHECK(slips_of("<role name=\"cell\" size=\"20pt\" pitch=\"6pt\"/>") ==
          "T314 役割「cell」の行送り（pitch）が、文字の大きさ（size）より小さいので、行が重なります。\n");
    CHECK(slips_of("<grid characters=\"100\"/>") ==
          "T315 字数（characters）が多すぎて、本文の文字が 5pt より小さくなります。\n");
    CHECK(slips_of("<words before=\"\"/>") ==
          "T313 before は空にできません。言葉を書いてください（例：修正前, 改正前, 現行, 旧）。\n");
}

TEST_CASE("もとの様式で作られた役割は、変えたところのほかは作られたまま") {
    const HouseStyle base = style_named("by-year"),
                     style = style_with("<role name=\"coverTitle\" size=\"24pt\"/>");
    ParagraphStyle wanted = base.style(Role::cover_title);
    wanted.size = pt(24), wanted.pitch = style.style(Role::cover_title).pitch;
    CHECK(style.style(Role::cover_title) == wanted);
}

TEST_CASE("同じ場所には、二つのものを置けない") {
    CHECK(slips_of("<foot center=\"案\"/>") ==
          "T311 pageNumber と foot が同じ場所に出ます。どちらかの場所を変えてください。\n");
    CHECK(slips_of("<pageNumber place=\"right\"/><foot center=\"案\"/>") == "");
    CHECK(slips_of("<stamp text=\"案\" place=\"right\"/>") ==
          "T311 paperNumber と stamp が同じ場所に出ます。どちらかの場所を変えてください。\n");
    CHECK(slips_of("<stamp text=\"案\" place=\"right\" pages=\"later\"/>") == "");
}

TEST_CASE("並べ方の言葉は、資料でも様式でも同じ") {
    const std::string schema = run_taisho({"schema"}).out;
    for (const std::string_view name : arrangement_names()) {
        CAPTURE(name);
        CHECK(schema.find("<xs:enumeration value=\"" + std::string(name) + "\"/>") != std::string::npos);
    }
}

// ---- the commands ----

TEST_CASE("様式の一覧には、どの様式も題とともに出る") {
    const Finished finished = run_taisho({"templates"});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    for (const std::string& name : template_names(source_folder)) {
        CAPTURE(name);
        CHECK(finished.out.find("  " + name + " ") != std::string::npos);
        CHECK(finished.out.find(style_named(name).title) != std::string::npos);
    }
}

TEST_CASE("誤りのある様式は、一覧に誤りがあると出て、その場所も言う") {
    const Office office;
    std::filesystem::create_directory_symlink(source_folder / "fonts", office.folder.path / "fonts");
    office.add("city", from("by-year", "<mark before=\"undrline\"/>"));
    const std::vector<std::string> words = {"templates", "--resources", office.folder.path.string()};
    const Finished japanese = run_taisho(words);
    CHECK(japanese.exit_code == 1);
    CHECK(japanese.out.find("  city          （誤りがあります）\n") != std::string::npos);
    CHECK(japanese.out.find(style_named("list").title) != std::string::npos);
    CHECK(japanese.err.find("city.xml:1:") != std::string::npos);
    CHECK(japanese.err.find("T211: before に「undrline」は使えません。もしかして「underline」ですか。") !=
          std::string::npos);
    std::vector<std::string> in_english = words;
    in_english.insert(in_english.end(), {"--lang", "en"});
    const Finished english = run_taisho(in_english);
    CHECK(english.exit_code == 1);
    CHECK(english.out.find("(has mistakes)") != std::string::npos);
}

TEST_CASE("ほかの役割から作った役割は、そう書いてある") {
    const std::string japanese = run_taisho({"templates", "show", "by-year"}).out;
    CHECK(japanese.find("目次の題。省くと section と同じで、中央（ほかの役割から作る）\n") !=
          std::string::npos);
    const std::string english = run_taisho({"templates", "show", "by-year", "--lang", "en"}).out;
    CHECK(english.find("  title of the contents (made from other roles)\n") != std::string::npos);
    CHECK(english.find("  values\n") != std::string::npos); // of cells, which the style gives
}

TEST_CASE("様式を示すと、どの値も書けるものと意味とともに出る") {
    for (const std::string language : {"ja", "en"}) {
        const Finished finished = run_taisho({"templates", "show", "law-old-left", "--lang", language});
        CHECK(finished.exit_code == 0);
        for (const Switch& one : switches()) {
            CAPTURE(one.attribute);
            CHECK(finished.out.find(language == "ja" ? one.meaning : one.english) != std::string::npos);
        }
        CHECK(finished.out.find("改正案") != std::string::npos);
    }
}

TEST_CASE("ない様式は、近い名前を言って断る") {
    CHECK(run_taisho({"templates", "show", "lst"})
              .err.starts_with("エラー T005: 様式「lst」がありません。もしかして「list」ですか。"));
    CHECK(run_taisho({"templates", "list"}).exit_code == 2);
    CHECK(run_taisho({"schema", "plan"}).exit_code == 2);
}

TEST_CASE("配っている様式の schema は、プログラムが書くものと同じで、どの様式も受け入れる") {
    const std::filesystem::path schema = source_folder / "schema" / "taisho-style.xsd";
    CHECK(difference_to(schema, run_taisho({"schema", "style"}).out) == "");
    if (!is_installed("xmllint")) {
        MESSAGE("xmllint がないので、schema での検査は飛ばします");
        return;
    }
    for (const std::string& name : template_names(source_folder)) {
        CAPTURE(name);
        const std::string file = (source_folder / "templates" / (name + ".xml")).string();
        CHECK(run_command({"xmllint", "--noout", "--schema", schema.string(), file}, {}).exit_code == 0);
    }
    const ScratchFolder folder;
    write_bytes(folder.path / "bad.xml", from("by-year", "<mark before=\"undrline\"/>"));
    CHECK(run_command({"xmllint", "--noout", "--schema", schema.string(), (folder.path / "bad.xml").string()},
                      {})
              .exit_code != 0);
}

TEST_CASE("様式の schema は、長さと数と色の範囲も言う") {
    const std::string schema = run_taisho({"schema", "style"}).out;
    for (const std::string_view meaning :
         {"上の余白（0pt～300pt）",
          "一行の字数。本文と同じ大きさの文字が、この字数で一行になる大きさになる。"
          "0 は決めない（0～100）",
          "表の見出しの地の色（#rrggbb か 0～255）", "文字の大きさ（5pt～72pt）"}) {
        CAPTURE(meaning);
        CHECK(schema.find(">" + std::string(meaning) + "</xs:documentation>") != std::string::npos);
    }
}

// ---- the documentation ----

TEST_CASE("様式の書き方の表は、プログラムの表のとおりである") {
    const std::filesystem::path page = source_folder / "docs" / "house-style.md";
    const std::string text = read_bytes(page), begin = "<!-- ここから表 -->\n", end = "<!-- ここまで表 -->\n";
    const std::size_t first = text.find(begin), last = text.find(end);
    REQUIRE(first != std::string::npos);
    REQUIRE(last != std::string::npos);
    CHECK(difference_to(page, text.substr(0, first + begin.size()) + "\n" + style_reference() + "\n" +
                                  text.substr(last)) == "");
}

TEST_CASE("見本帳には、どの様式の絵もある") {
    const std::string gallery = read_bytes(source_folder / "docs" / "gallery.md");
    for (const std::string& name : template_names(source_folder)) {
        CAPTURE(name);
        CHECK(gallery.find("`" + name + "`") != std::string::npos);
        CHECK(gallery.find("(pictures/gallery-" + name + ".png)") != std::string::npos);
    }
}

} // namespace
} // namespace taisho::test
