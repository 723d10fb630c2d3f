// Input that nobody wrote in good faith, or that was damaged on its way: refused with a message, never a
// crash.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "model/read_paper.h"
#include "pdf/write_pdf.h"
#include "revise/revisions.h"
#include "structure/structure.h"
#include "support.h"
#include "xml/read.h"

#include <chrono>
#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// Takes a file through the path as far as the program would. True: it would be printed.
bool goes_through(const std::string& file, const HouseStyle& style) {
    const Sources sources{{"a.xml", file}};
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml(sources, 0, diagnostics);
    const std::optional<Paper> paper = root ? read_paper(*root, diagnostics) : std::nullopt;
    const Revisions revisions = paper ? revise(*paper, diagnostics) : Revisions{};
    describe(diagnostics, sources, Language::japanese);
    if (!paper || has_errors(diagnostics)) return false;
    const Document document = compose(revisions, style);
    const Pages pages = lay_out_pages(document, fonts(), diagnostics);
    const ScratchFolder folder;
    if (!has_errors(diagnostics))
        REQUIRE(write_pdf(pages, make_structure(document), fonts(), folder.path / "a.pdf"));
    lay_out_sheet(document, fonts());
    describe(diagnostics, sources, Language::english);
    return true;
}

bool goes_through(const std::string& file) { return goes_through(file, style_named("by-year")); }

std::string repeated(std::string_view piece, std::size_t count) {
    std::string result;
    result.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += piece;
    return result;
}

constexpr std::size_t ten_megabytes = 10'000'000;

TEST_CASE("実体の爆弾は、ふくらませずに断る") {
    std::string file = "<!DOCTYPE a [<!ENTITY a0 'ああああああああああ'>";
    for (int i = 1; i < 12; ++i) {
        const std::string last = "&a" + std::to_string(i - 1) + ";";
        file += "<!ENTITY a" + std::to_string(i) + " '" + repeated(last, 10) + "'>";
    }
    CHECK_FALSE(goes_through(file + "]><amendmentPaper>&a11;</amendmentPaper>"));
}

TEST_CASE("外のファイルは読まない") {
    CHECK_FALSE(goes_through(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><amendmentPaper>&x;</amendmentPaper>"));
}

TEST_CASE("六五段の入れ子は断る") {
    CHECK_FALSE(goes_through(repeated("<level>", 65) + repeated("</level>", 65)));
}

TEST_CASE("百万段の入れ子も断る") {
    CHECK_FALSE(goes_through(repeated("<a>", 1'000'000) + repeated("</a>", 1'000'000)));
}

TEST_CASE("閉じない百万の要素も断る") { CHECK_FALSE(goes_through(repeated("<a>", 1'000'000))); }

TEST_CASE("十メガバイトの同じ字は断る") {
    for (const std::string_view piece : {"あ", "a", "<", ">", "\"", " ", "]]>", "<!--", "<?"}) {
        CAPTURE(piece);
        CHECK_FALSE(goes_through(repeated(piece, ten_megabytes / piece.size())));
    }
}

TEST_CASE("でたらめな十メガバイトも断る") {
    Dice dice(6);
    std::string file = "<amendmentPaper>";
    while (file.size() < ten_megabytes) file += static_cast<char>(dice.below(256));
    CHECK_FALSE(goes_through(file));
}

// Not even a slow refusal: the work must not grow with the square of the slips or of the file.
bool is_refused_at_once(const std::string& file) {
    const auto begin = std::chrono::steady_clock::now();
    const bool refused = !goes_through(file);
    return refused && std::chrono::steady_clock::now() - begin < std::chrono::seconds(3);
}

TEST_CASE("裸の＆が二万あっても、すぐに断る") {
    CHECK(is_refused_at_once("<amendmentPaper>" + repeated("& ", 20'000) + "</amendmentPaper>"));
}

TEST_CASE("零のバイトが二万あっても、すぐに断る") { CHECK(is_refused_at_once(std::string(20'000, '\0'))); }

TEST_CASE("零のバイトが十メガバイトあっても、すぐに断る") {
    CHECK(is_refused_at_once(std::string(ten_megabytes, '\0')));
}

TEST_CASE("知らない要素が二万あっても、すぐに断る") {
    CHECK(is_refused_at_once("<amendmentPaper>" + repeated("<x/>\n", 20'000) + "</amendmentPaper>"));
}

TEST_CASE("大きな一行の終わりに誤りが千あっても、すぐに断る") {
    CHECK(is_refused_at_once("<a>" + repeated("あ", 1'000'000) + repeated("& ", 1'000) + "</a>"));
}

TEST_CASE("大きな一行の初めに誤りが千あっても、すぐに断る") {
    CHECK(is_refused_at_once("<a>" + repeated("& ", 1'000) + repeated("あ", 1'000'000) + "</a>"));
}

TEST_CASE("途中で切れた資料３は、どこで切れていても断る") {
    const std::string whole = read_bytes(real_paper);
    const std::size_t last = whole.rfind("</amendmentPaper>");
    for (std::size_t size = 0; size < last; size += 97) {
        CAPTURE(size);
        CHECK_FALSE(goes_through(whole.substr(0, size)));
    }
}

TEST_CASE("一バイトずつ壊した資料３でも倒れない") {
    const std::string whole = read_bytes(real_paper);
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(7);
    for (int i = 0; i < 500; ++i) {
        std::string file = whole;
        for (std::size_t n = 1 + dice.below(3); n > 0; --n)
            file[dice.below(file.size())] = static_cast<char>(dice.below(256));
        CAPTURE(i);
        CHECK_NOTHROW(goes_through(file, i % 2 == 0 ? by_year : stacked));
    }
}

TEST_CASE("字を入れ替え、写し、消した資料でも倒れない") {
    const std::string whole = read_bytes(other_paper);
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(8);
    for (int i = 0; i < 300; ++i) {
        std::string file = whole;
        const std::size_t from = dice.below(file.size()), length = dice.below(200),
                          to = dice.below(file.size());
        const std::string piece = file.substr(from, length);
        if (dice.below(2) == 0) file.erase(from, length);
        if (dice.below(2) == 0) file.insert(std::min(to, file.size()), piece);
        CAPTURE(i);
        CHECK_NOTHROW(goes_through(file, i % 2 == 0 ? by_year : stacked));
    }
}

// Digits and words of the text exchanged for others, so that more files stay good.
TEST_CASE("値を書き換えた資料でも倒れない") {
    const std::string whole = read_bytes(other_paper);
    const std::vector<std::string> values = {"",
                                             "―",
                                             "R6",
                                             "<br/>",
                                             "・<br/>・",
                                             "０",
                                             "&amp;",
                                             "𠮷",
                                             repeated("あ", 3000),
                                             repeated("９", 200),
                                             repeated("a", 400),
                                             repeated("<br/>", 300),
                                             "　",
                                             "\t"};
    const HouseStyle by_year = style_named("by-year"), stacked = style_named("stacked");
    Dice dice(9);
    int good = 0;
    for (int i = 0; i < 200; ++i) {
        std::string file = whole;
        std::size_t at = file.find("<value", dice.below(file.size()));
        if (at == std::string::npos) at = file.find("<value");
        const std::size_t begin = file.find('>', at) + 1, end = file.find("</value>", begin);
        file.replace(begin, end - begin, dice.pick(values));
        CAPTURE(i);
        CHECK_NOTHROW(good += goes_through(file, i % 2 == 0 ? by_year : stacked) ? 1 : 0);
    }
    CHECK(good > 100);
}

// ---- plans and amendments beyond all measure ----

std::string item(const std::string& id, const std::string& inner) {
    return "<item id='" + id + "'><title>項目</title>" + inner + "</item>";
}

// A text for each number from 0, put together.
template <class Piece>
std::string each(int count, Piece piece) {
    std::string all;
    for (int i = 0; i < count; ++i) all += piece(std::to_string(i));
    return all;
}

bool reports(const std::string& file, const std::string& number) {
    return slips(file).find(number + " ") != std::string::npos;
}

TEST_CASE("百万を超える要素は、読まずに断る") {
    const Sources sources{{"a.xml", "<a>" + repeated("<b/>", 1'000'001) + "</a>"}};
    Diagnostics diagnostics;
    CHECK(!read_xml(sources, 0, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().code == Code::xml_too_many);
}

TEST_CASE("六四メガバイトを超えるファイルは、読まずに断る") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", "<amendmentPaper>");
    std::filesystem::resize_file(folder.path / "a.xml", (64U << 20) + 1);
    CHECK(run_taisho({"check", "a.xml"}, {.folder = folder.path}) ==
          Finished{1, "",
                   "エラー T003: ファイルが大きすぎます：a.xml（64 MiB までです。）\nエラー1件、注意0件\n"});
}

TEST_CASE("一つの項目を一万回修正すれば、二度目から断る") {
    CHECK(is_refused_at_once(
        paper_file(item("a", "<description>文</description>"),
                   repeated("<revise item='a'><description>新しい文</description></revise>", 10'000))));
}

TEST_CASE("階層を次々に次の階層へ移して深くすれば断る") {
    const std::string levels =
        each(1000, [](const std::string& i) { return "<level id='l" + i + "'><title>階層</title></level>"; });
    std::string down, up;
    for (int i = 1; i < 1000; ++i) {
        down += "<move level='l" + std::to_string(i - 1) + "' to='l" + std::to_string(i) + "'/>";
        up += "<move level='l" + std::to_string(1000 - i) + "' to='l" + std::to_string(999 - i) + "'/>";
    }
    CHECK(reports(paper_file(levels, down), "T104"));
    CHECK(reports(paper_file(levels, up), "T104"));
}

TEST_CASE("数千の項目を一つずつ番号を詰めて消せば、途中で断る") {
    const auto numbered = [](const std::string& i) {
        return "<item id='" + i + "'><number>（" + i + "）</number><title>項目</title></item>";
    };
    const auto removal = [](const std::string& i) { return "<delete item='" + i + "' shift='yes'/>"; };
    CHECK(reports(paper_file(each(3000, numbered), each(3000, removal)), "T233"));
}

TEST_CASE("二百を超える列や、それを超えて加える列は断る") {
    const auto column = [](const std::string& i) { return "<column kind='free'>" + i + "</column>"; };
    const auto goal_with = [&](int columns) {
        return item("a", "<goal kind='output'><columns>" + each(columns, column) + "</columns><row>" +
                             repeated("<value>一</value>", static_cast<std::size_t>(columns)) +
                             "</row></goal>");
    };
    const std::string additions = each(1000, [](const std::string& i) {
        return "<addColumn><column kind='free'>新" + i + "</column><value>二</value></addColumn>";
    });
    CHECK(reports(paper_file(goal_with(1000), "<delete item='a'/>"), "T254"));
    CHECK(reports(
        paper_file(goal_with(1), "<revise item='a'><goal kind='output'>" + additions + "</goal></revise>"),
        "T254"));
}

TEST_CASE("二十万を超える欄の表は断る") {
    const std::string row = "<row>" + repeated("<cell>一</cell>", 449) + "</row>";
    CHECK(reports(paper_file(item("a", "<table>" + repeated(row, 447) + "</table>"), "<delete item='a'/>"),
                  "T254"));
}

TEST_CASE("一つの項目の千を超える文と、それを超えて加える文は断る") {
    CHECK(reports(paper_file(item("a", repeated("<passage>一</passage>", 1001)), "<delete item='a'/>"),
                  "T256"));
    CHECK(reports(
        paper_file(item("a", ""),
                   "<revise item='a'>" + repeated("<add><passage>一</passage></add>", 3000) + "</revise>"),
        "T256"));
}

TEST_CASE("計画を何倍にも伸ばす改称は、途中で断る") {
    const std::string rename = "<rename from='A' to='" + repeated("B", 100) + "' partOfWord='yes'/>";
    CHECK(reports(paper_file(item("a", "<description>" + repeated("A", 200'000) + "</description>"), rename),
                  "T3"));
}

TEST_CASE("一つの値が何百キロバイトあっても、前後を比べられる") {
    const std::string long_text = repeated("身近な地域で相談支援を行う。", 5'000);
    CHECK(goes_through(
        paper_file(item("a", "<description>" + long_text + "</description>"),
                   "<revise item='a'><description>" + long_text + "新しい文。</description></revise>")));
}

TEST_CASE("id に空白や引用符や番号の印があっても、指せる") {
    const std::string odd = item("1 2", "") + item("&quot;", "") + item("#2", "") + item("{0}|]", "") +
                            item("p", "<passage label='x#2'>一</passage><passage label='x'>二</passage>");
    CHECK(slips(paper_file(odd, "<delete item='1 2'/><delete item='&quot;'/><delete item='#2'/>"
                                "<delete item='{0}|]'/><revise item='p'><delete field='x#2'/></revise>")) ==
          "");
}

// ---- plans in other files ----

TEST_CASE("計画の名で、資料のフォルダーの外は読めない") {
    namespace fs = std::filesystem;
    const ScratchFolder folder;
    fs::create_symlink("/etc/passwd", folder.path / "link.xml");
    fs::create_symlink("/etc", folder.path / "out");
    fs::create_symlink("/dev/zero", folder.path / "device.xml");
    for (const std::string href : {"../plan.xml", "/etc/passwd", "http://example.com/plan.xml", "link.xml",
                                   "file:///etc/passwd", "out/passwd", "device.xml", "a/../a.xml", ""}) {
        CAPTURE(href);
        write_bytes(folder.path / "a.xml", "<amendmentPaper><meta><title>題</title></meta><plan href='" +
                                               href +
                                               "'/><amendments><section><title>節</title><delete item='a'/>"
                                               "</section></amendments></amendmentPaper>");
        const Finished finished = run_taisho({"check", "a.xml"}, {.folder = folder.path});
        CHECK(finished.exit_code == 1);
        CHECK(finished.err.find("エラー T242: 計画のファイル「" + href + "」は使えません。") !=
              std::string::npos);
        CHECK(finished.err.ends_with("エラー1件、注意0件\n"));
    }
}

} // namespace
} // namespace taisho::test
