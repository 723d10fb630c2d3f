// What stands outside the text of a page: page numbers, the paper's number, a stamp, words at head and foot.

#include "document/compose.h"
#include "document/running.h"
#include "generated_papers.h"
#include "layout/chosen_pages.h"
#include "layout/furniture.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "pdf_rules.h"
#include "revise/revisions.h"
#include "structure/structure.h"
#include "support.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

using Lines = std::vector<std::string>;
using Change = std::function<void(HouseStyle&)>;

const std::filesystem::path meeting_paper = source_folder / "tests" / "papers" / "meeting.xml"; // three pages

// 資料１「計画の修正」, with no meeting.
const std::string small_paper =
    paper_file("<item id='a'><number>①</number><title>窓口</title><description>甲</description></item>",
               "<revise item='a'><description>乙</description></revise>");

Document composed(const std::string& file, const Change& change) {
    HouseStyle style = style_named("by-year");
    change(style);
    Diagnostics diagnostics;
    return compose(revise(read(file), diagnostics), style);
}

Pages pages_of(const Document& document) {
    Diagnostics diagnostics;
    return lay_out_pages(document, fonts(), diagnostics);
}

struct Laid {
    Document document;
    Pages pages;
};

Laid laid_out(const std::string& file, const Change& change) {
    Laid laid{composed(file, change), {}};
    laid.pages = pages_of(laid.document);
    return laid;
}

Laid meeting(const Change& change) { return laid_out(read_bytes(meeting_paper), change); }

std::string text_of(const Pages& pages, const PlacedText& placed) {
    const ShapedText& text = pages.texts[placed.text];
    return text.utf8.substr(text.glyphs[placed.first].begin,
                            text.glyphs[placed.last - 1].end - text.glyphs[placed.first].begin);
}

// The ends of what is seen.
struct Ends {
    Length left, right;
};

Ends ends_of(const Pages& pages, const PlacedText& placed) {
    const ShapedText& text = pages.texts[placed.text];
    std::int32_t em = 0;
    for (std::uint32_t i = placed.first; i < placed.last; ++i) em += text.glyphs[i].advance;
    return {placed.x + from_em(text.spaces[placed.first].before, placed.size),
            placed.x + from_em(em - text.spaces[placed.last - 1].after, placed.size)};
}

// Which edge of the text area it ends at; a box is as wide as its text and some white.
std::string side_of(const Ends& ends, const PageSetup& setup) {
    constexpr Length most = pt(20); // the white in a box
    const Length left = ends.left - setup.left, right = setup.width - setup.right - ends.right;
    if (std::abs((left - right).mpt) <= 2) return "中央";
    if (left < most) return "左";
    return right < most ? "右" : "どこか";
}

bool is_outside(const PlacedText& placed, const Pages& pages) {
    const bool leader = text_of(pages, placed).starts_with("……");
    return placed.origin.block >= paper_number_block && !leader;
}

// 「1 左 読む 案」: the page in order, the side, whether it is read, the words.
Lines outside(const Laid& laid) {
    Lines lines;
    for (std::size_t i = 0; i < laid.pages.pages.size(); ++i) {
        for (const PlacedText& placed : laid.pages.pages[i].texts) {
            if (!is_outside(placed, laid.pages)) continue;
            lines.push_back(std::to_string(i + 1) + " " +
                            side_of(ends_of(laid.pages, placed), laid.document.page) +
                            (placed.artifact ? " " : " 読む ") + text_of(laid.pages, placed));
        }
    }
    return lines;
}

// Those of one page.
Lines outside(const Laid& laid, std::size_t page) {
    Lines lines;
    for (const std::string& line : outside(laid)) {
        const std::string number = std::to_string(page) + " ";
        if (line.starts_with(number)) lines.push_back(line.substr(number.size()));
    }
    return lines;
}

// As many of the paper's rules as stand above the text.
std::size_t box_rules(const Laid& laid, std::size_t page) {
    const auto above = [&](const PlacedRule& rule) { return rule.y2 < laid.document.page.top; };
    return static_cast<std::size_t>(std::ranges::count_if(laid.pages.pages[page - 1].rules, above));
}

Lines contents_numbers(const Laid& laid) {
    Lines numbers;
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            if (placed.origin.block >= laid.document.body.size() || placed.origin.paragraph != 1) continue;
            const auto* line = std::get_if<Paragraph>(&laid.document.body[placed.origin.block].content);
            if (line != nullptr && line->kind == ParagraphKind::contents)
                numbers.push_back(text_of(laid.pages, placed));
        }
    }
    return numbers;
}

void without_number(HouseStyle& style) { style.page.paper_number.form = PaperNumberForm::none; }
void without_both(HouseStyle& style) {
    without_number(style);
    style.page.number.form = PageNumberForm::none;
}

// ---- as the styles have it ----

TEST_CASE("はじめの様式では、資料番号は一ページ目の右上で読まれ、ページ番号は下の中央で読まれない") {
    CHECK(outside(meeting([](HouseStyle&) {})) ==
          Lines{"1 右 読む 資料２", "1 中央 1", "2 中央 2", "3 中央 3"});
}

// ---- page numbers ----

TEST_CASE("ページ番号の形：- 1 -") {
    const Laid laid = meeting(
        [](HouseStyle& style) { without_number(style), style.page.number.form = PageNumberForm::dashes; });
    CHECK(outside(laid) == Lines{"1 中央 - 1 -", "2 中央 - 2 -", "3 中央 - 3 -"});
}

TEST_CASE("ページ番号の形：1/5 の後の数は、終わりのページの番号") {
    const auto form = [](HouseStyle& style) {
        without_number(style), style.page.number.form = PageNumberForm::of_total;
    };
    CHECK(outside(meeting(form)) == Lines{"1 中央 1/3", "2 中央 2/3", "3 中央 3/3"});
    const Laid later = meeting([&](HouseStyle& style) { form(style), style.page.number.first = 9; });
    CHECK(outside(later) == Lines{"1 中央 9/11", "2 中央 10/11", "3 中央 11/11"});
}

TEST_CASE("ページ番号の形：none なら、どのページにもない") {
    CHECK(outside(meeting(without_both)) == Lines{});
}

TEST_CASE("ページ番号の場所：左と右") {
    for (const auto& [place, name] : {std::pair(Place::left, "左"), std::pair(Place::right, "右")}) {
        const Laid laid = meeting(
            [&, at = place](HouseStyle& style) { without_number(style), style.page.number.place = at; });
        CHECK(outside(laid, 2) == Lines{name + std::string(" 2")});
        const PlacedText& number = laid.pages.pages[1].texts.back();
        const Ends ends = ends_of(laid.pages, number);
        const PageSetup& setup = laid.document.page;
        CHECK((place == Place::left ? ends.left == setup.left : ends.right == setup.width - setup.right));
        CHECK(number.y == setup.height - setup.number.from_bottom);
    }
}

TEST_CASE("初めのページの番号から、ページ、目次、画面のページ番号が数えられる") {
    const Laid laid = meeting([](HouseStyle& style) { style.page.number.first = 41; });
    CHECK(outside(laid) == Lines{"1 右 読む 資料２", "1 中央 41", "2 中央 42", "3 中央 43"});
    Lines numbers = contents_numbers(laid);
    CHECK(numbers.size() == 10);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    CHECK(numbers == Lines{"42", "43"});
    CHECK(laid.pages.pages.front().number == 41);
}

TEST_CASE("ページ番号がなくても、目次はページを言う") {
    const Laid laid = meeting([](HouseStyle& style) { without_both(style), style.page.number.first = 8; });
    Lines numbers = contents_numbers(laid);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    CHECK(numbers == Lines{"9", "10"});
}

TEST_CASE("数字の幅は、ページ番号にも目次にも当たる") {
    struct Case {
        DigitWidth width;
        Lines shown, contents;
    };
    for (const Case& one :
         {Case{DigitWidth::as_written, {"1 中央 8", "2 中央 9", "3 中央 10"}, {"9", "10"}},
          Case{DigitWidth::half, {"1 中央 8", "2 中央 9", "3 中央 10"}, {"9", "10"}},
          Case{DigitWidth::mixed, {"1 中央 ８", "2 中央 ９", "3 中央 10"}, {"９", "10"}},
          Case{DigitWidth::full, {"1 中央 ８", "2 中央 ９", "3 中央 １０"}, {"９", "１０"}}}) {
        const Laid laid = meeting([&](HouseStyle& style) {
            without_number(style);
            style.numbering.digits = one.width, style.page.number.first = 8;
        });
        CHECK(outside(laid) == one.shown);
        Lines numbers = contents_numbers(laid);
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        CHECK(numbers == one.contents);
    }
}

TEST_CASE("数字の幅は、ページ番号の二つの数にそれぞれ当たる") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_number(style);
        style.numbering.digits = DigitWidth::mixed, style.page.number.form = PageNumberForm::of_total;
        style.page.number.first = 8;
    });
    CHECK(outside(laid) == Lines{"1 中央 ８/10", "2 中央 ９/10", "3 中央 10/10"});
}

TEST_CASE("全角の数字でも、目次の点線は番号にかからない") {
    Dice dice(5);
    std::string file = generated_paper(60, dice);
    file.insert(file.find("</meta>"), "<contents/>");
    const Laid laid = laid_out(file, [](HouseStyle& style) {
        style.numbering.digits = DigitWidth::full, style.page.number.first = 990;
    });
    Length leader_end{};
    for (const Page& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            const Ends ends = ends_of(laid.pages, placed);
            if (text_of(laid.pages, placed).starts_with("…")) leader_end = ends.right;
            if (placed.origin.paragraph == 1 && placed.origin.block < laid.document.body.size() &&
                laid.document.body[placed.origin.block].content.index() == 0)
                CHECK(leader_end < ends.left);
        }
    }
    CHECK(leader_end > Length{});
}

// ---- chosen pages ----

TEST_CASE("ページは、紙にある番号で選ぶ") {
    const Laid laid = meeting([](HouseStyle& style) { style.page.number.first = 41; });
    CHECK(find_missing_page({{41, 42}, {43, std::nullopt}}, numbers_of(laid.pages)) == std::nullopt);
    CHECK(find_missing_page({{1, 42}}, numbers_of(laid.pages)) == 1);
    CHECK(find_missing_page({{42, 50}}, numbers_of(laid.pages)) == 44);
    CHECK(name_of({{42, std::nullopt}}, numbers_of(laid.pages)) == "42-43");
    const Laid some{laid.document, only({{42, 42}}, laid.pages)};
    CHECK(outside(some) == Lines{"1 中央 42"});
}

TEST_CASE("1から数えない様式にないページを求めれば、どの番号があるかを言う") {
    namespace fs = std::filesystem;
    const ScratchFolder folder;
    fs::create_directories(folder.path / "templates");
    fs::create_directory_symlink(source_folder / "fonts", folder.path / "fonts");
    for (const char* name : {"by-year.xml", "stacked.xml"})
        fs::copy_file(source_folder / "templates" / name, folder.path / "templates" / name);
    write_bytes(folder.path / "templates" / "from-3.xml",
                "<houseStyle from='by-year'><title>3から</title><pageNumber from='3'/></houseStyle>");
    const auto asked = [&](const std::string& pages) {
        return run_taisho({"build", meeting_paper, "--pages", pages, "--template", "from-3", "--resources",
                           folder.path, "-o", folder.path / "a.pdf"});
    };
    CHECK(asked("1-3").err == "エラー T012: 1ページはありません。「from-3」の様式では、ページ番号は3から5まで"
                              "です。\nエラー1件、注意0件\n");
    CHECK(asked("6").exit_code == 2);
    CHECK(asked("4-").exit_code == 0);
}

// ---- the paper's number ----

TEST_CASE("資料番号の形：囲み、【】、文字だけ、なし") {
    struct Case {
        PaperNumberForm form;
        Lines shown;
        std::size_t rules;
    };
    for (const Case& one : {Case{PaperNumberForm::box, {"右 読む 資料２", "中央 1"}, 4},
                            Case{PaperNumberForm::brackets, {"右 読む 【資料２】", "中央 1"}, 0},
                            Case{PaperNumberForm::plain, {"右 読む 資料２", "中央 1"}, 0},
                            Case{PaperNumberForm::none, {"中央 1"}, 0}}) {
        const Laid laid = meeting([&](HouseStyle& style) { style.page.paper_number.form = one.form; });
        CHECK(outside(laid, 1) == one.shown);
        CHECK(box_rules(laid, 1) == one.rules);
    }
}

TEST_CASE("囲みのない資料番号は、余白の縁にそろい、囲みの中にある時と同じ高さに立つ") {
    const auto number_of = [](PaperNumberForm form) {
        const Laid laid = meeting([&](HouseStyle& style) { style.page.paper_number.form = form; });
        return std::pair(ends_of(laid.pages, laid.pages.pages[0].texts.front()),
                         laid.pages.pages[0].texts.front().y);
    };
    const PageSetup setup = style_named("by-year").page;
    for (const PaperNumberForm form : {PaperNumberForm::brackets, PaperNumberForm::plain}) {
        const auto [ends, baseline] = number_of(form);
        CHECK(std::abs((ends.right - (setup.width - setup.right)).mpt) <= 1);
        CHECK(baseline == number_of(PaperNumberForm::box).second);
    }
}

TEST_CASE("資料番号の場所") {
    for (const auto& [place, name] :
         {std::pair(Place::left, "左"), std::pair(Place::center, "中央"), std::pair(Place::right, "右")}) {
        const Laid laid = meeting([&, at = place](HouseStyle& style) { style.page.paper_number.place = at; });
        CHECK(outside(laid, 1) == Lines{name + std::string(" 読む 資料２"), "中央 1"});
    }
}

TEST_CASE("出さない資料番号は、読まれもしない") {
    const Document hidden = composed(read_bytes(meeting_paper), without_number);
    CHECK(dump(make_structure(hidden), hidden).find("資料２") == std::string::npos);
    const Document bracketed = composed(read_bytes(meeting_paper), [](HouseStyle& style) {
        style.page.paper_number.form = PaperNumberForm::brackets;
    });
    CHECK(dump(make_structure(bracketed), bracketed).starts_with("Document\n  P\n    “【資料２】”\n"));
}

// ---- facts ----

TEST_CASE("ページの上と下の言葉には、資料のことが入る") {
    const Document document = composed(read_bytes(meeting_paper), [](HouseStyle& style) {
        style.page.head = {"{title}", "{number}", "{meeting}"};
        style.page.foot = {"{council}", "{date}", "担当：{department}"};
    });
    const RunningLine &head = document.page.head, &foot = document.page.foot;
    CHECK(Lines{head.left, head.center, head.right} ==
          Lines{"第４次地域福祉計画の修正について", "資料２", "令和６年度第３回地域福祉推進審議会"});
    CHECK(Lines{foot.left, foot.center, foot.right} ==
          Lines{"地域福祉推進審議会", "令和６年８月１日（木）午後２時", "担当：福祉総務課"});
}

TEST_CASE("資料にないことは空になり、その後の空白も、両端の空白もなくなる") {
    const Document document = composed(small_paper, [](HouseStyle& style) {
        style.page.head = {"{meeting}　{date}", "{council} {number}　{date}　{title}", "　案 {department}"};
    });
    const RunningLine& head = document.page.head;
    CHECK(Lines{head.left, head.center, head.right} == Lines{"", "資料１　計画の修正", "案"});
}

TEST_CASE("全角の数字の様式でも、資料の言葉の数字は元のまま") {
    const Document document = composed(small_paper, [](HouseStyle& style) {
        style.numbering.digits = DigitWidth::full, style.page.head.left = "{title} 2024";
    });
    CHECK(document.page.head.left == "計画の修正 2024");
}

// ---- head and foot ----

TEST_CASE("ページの上の言葉は、左、中央、右に立ち、読まれない") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_both(style), style.page.head = {"左の言葉", "真ん中", "右の言葉"};
    });
    CHECK(outside(laid, 2) == Lines{"左 左の言葉", "中央 真ん中", "右 右の言葉"});
    CHECK(outside(laid, 1) == outside(laid, 3));
    for (const PlacedText& placed : laid.pages.pages[1].texts) {
        if (!is_outside(placed, laid.pages)) continue;
        CHECK(placed.y == mm(12));
        CHECK(placed.size == pt(9));
    }
}

TEST_CASE("ページの下の言葉は、用紙の下端から測る") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_both(style);
        style.page.foot = {"左の言葉", "真ん中", "右の言葉", OnPages::all, pt(8), mm(9)};
    });
    CHECK(outside(laid, 2) == Lines{"左 左の言葉", "中央 真ん中", "右 右の言葉"});
    const PlacedText& last = laid.pages.pages[1].texts.back();
    CHECK(last.y == laid.document.page.height - mm(9));
    CHECK(last.size == pt(8));
}

TEST_CASE("ページの上と下の言葉は、初めのページだけにも、二ページ目からにも出せる") {
    const auto with = [](OnPages pages) {
        return outside(meeting([&](HouseStyle& style) {
            without_both(style);
            style.page.head.left = "上", style.page.head.pages = pages;
            style.page.foot.right = "下", style.page.foot.pages = pages;
        }));
    };
    CHECK(with(OnPages::all) == Lines{"1 左 上", "1 右 下", "2 左 上", "2 右 下", "3 左 上", "3 右 下"});
    CHECK(with(OnPages::first) == Lines{"1 左 上", "1 右 下"});
    CHECK(with(OnPages::later) == Lines{"2 左 上", "2 右 下", "3 左 上", "3 右 下"});
}

TEST_CASE("約物の言葉は、見える所が余白の縁にそろう") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_both(style), style.page.head = {"（案）", "", "（案）"};
    });
    const PageSetup& setup = laid.document.page;
    const std::vector<PlacedText>& texts = laid.pages.pages[2].texts;
    REQUIRE(texts.size() > 2);
    CHECK(std::abs((ends_of(laid.pages, texts[texts.size() - 2]).left - setup.left).mpt) <= 1);
    CHECK(std::abs((ends_of(laid.pages, texts.back()).right - (setup.width - setup.right)).mpt) <= 1);
}

TEST_CASE("資料番号の囲みがその高さにあるページでは、同じ所の言葉は出ない") {
    const Laid laid = meeting([](HouseStyle& style) {
        style.page.head = {"左", "中", "右"};
        style.page.number.form = PageNumberForm::none;
    });
    CHECK(outside(laid, 1) == Lines{"右 読む 資料２", "左 左", "中央 中"});
    CHECK(outside(laid, 2) == Lines{"左 左", "中央 中", "右 右"});
}

TEST_CASE("高さが違えば、囲みと言葉は同じ側に立つ") {
    const Laid laid = meeting([](HouseStyle& style) {
        style.page.head.right = "右", style.page.head.from_edge = mm(6);
        style.page.number.form = PageNumberForm::none;
    });
    CHECK(outside(laid, 1) == Lines{"右 読む 資料２", "右 右"});
}

// ---- too little room ----

struct Fitted {
    Lines words;
    Length size;
};

// On the second page.
Fitted fitted(const std::string& left, const std::string& center, const std::string& right) {
    const Laid laid = meeting([&](HouseStyle& style) {
        without_both(style), style.page.head = {left, center, right};
    });
    Fitted result;
    Length before = Length{} - laid.document.page.head.size;
    for (const PlacedText& placed : laid.pages.pages[1].texts) {
        if (!is_outside(placed, laid.pages)) continue;
        const Ends ends = ends_of(laid.pages, placed);
        CHECK(ends.left >=
              std::max(before + laid.document.page.head.size, laid.document.page.left - Length{1}));
        CHECK(ends.right <= laid.document.page.width - laid.document.page.right + Length{1});
        before = ends.right;
        result.words.push_back(text_of(laid.pages, placed));
        result.size = placed.size;
    }
    return result;
}

std::string repeated(std::string_view word, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += word;
    return text;
}

TEST_CASE("少し長い言葉は、三つとも同じだけ小さくなる") {
    const std::string title = repeated("長い題名", 10), date = repeated("日付", 6);
    const Fitted one = fitted(title, "", date);
    CHECK(one.words == Lines{title, date});
    CHECK(one.size < pt(9));
    CHECK(one.size >= pt(6.75));
}

TEST_CASE("長すぎる言葉は切れて、短い言葉は残る") {
    const Fitted one = fitted(repeated("長い題名", 400), "", "令和６年８月１日");
    REQUIRE(one.words.size() == 2);
    CHECK(one.words[0].starts_with("長い題名長い題名"));
    CHECK(one.words[0].ends_with("…"));
    CHECK(one.words[1] == "令和６年８月１日");
    CHECK(one.size == pt(6.75));
}

TEST_CASE("中央の言葉は中央のまま、左右が切れる") {
    const Fitted one = fitted("左", "中央の言葉", repeated("右の長い言葉", 30));
    REQUIRE(one.words.size() == 3);
    CHECK(one.words[0] == "左");
    CHECK(one.words[1] == "中央の言葉");
    CHECK(one.words[2].ends_with("…"));
}

TEST_CASE("どんな長さの言葉も、互いに触れない") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        const auto words = [&] {
            return repeated("言葉A", static_cast<int>(dice.below(4) * dice.below(12)));
        };
        const std::string left = words(), center = words(), right = words();
        fitted(left, center, right);
    }
}

TEST_CASE("長い資料番号は、印にかからない") {
    std::string file = read_bytes(meeting_paper);
    const std::string number = "資料２";
    file.replace(file.find(number), number.size(), repeated("資料番号", 20));
    for (const Place place : {Place::left, Place::center}) {
        const Laid laid = laid_out(
            file, [&](HouseStyle& style) { style.page.stamp.text = "案", style.page.stamp.place = place; });
        const std::vector<PlacedText>& texts = laid.pages.pages[0].texts;
        CHECK(ends_of(laid.pages, texts[1]).right < ends_of(laid.pages, texts[0]).left - pt(10));
    }
}

// ---- the stamp ----

TEST_CASE("印は囲まれて、初めのページで読まれる") {
    const Laid laid = meeting([](HouseStyle& style) { without_both(style), style.page.stamp.text = "案"; });
    CHECK(outside(laid) == Lines{"1 左 読む 案"});
    CHECK(box_rules(laid, 1) == 4);
    CHECK(box_rules(laid, 2) == 0);
}

TEST_CASE("印の場所") {
    for (const auto& [place, name] :
         {std::pair(Place::left, "左"), std::pair(Place::center, "中央"), std::pair(Place::right, "右")}) {
        const Laid laid = meeting([&, at = place](HouseStyle& style) {
            without_both(style), style.page.stamp.text = "取扱注意", style.page.stamp.place = at;
        });
        CHECK(outside(laid) == Lines{"1 " + std::string(name) + " 読む 取扱注意"});
    }
}

TEST_CASE("印の大きさと高さ") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_both(style);
        style.page.stamp = {"案", Place::left, OnPages::first, pt(20), mm(5)};
    });
    CHECK(laid.pages.pages[0].texts.front().size == pt(20));
    CHECK(laid.pages.pages[0].rules.front().y1 == mm(5));
}

TEST_CASE("どのページに出る印も、一度だけ読まれる") {
    const auto with = [](OnPages pages) {
        return meeting([&](HouseStyle& style) {
            without_both(style), style.page.stamp.text = "案", style.page.stamp.pages = pages;
        });
    };
    CHECK(outside(with(OnPages::all)) == Lines{"1 左 読む 案", "2 左 案", "3 左 案"});
    CHECK(outside(with(OnPages::later)) == Lines{"2 左 読む 案", "3 左 案"});
    const Laid all = with(OnPages::all);
    const Laid some{all.document, only({{2, 3}}, all.pages)};
    CHECK(outside(some) == Lines{"1 左 読む 案", "2 左 案"});
}

TEST_CASE("印は、資料番号の次に読まれる") {
    const Document document =
        composed(read_bytes(meeting_paper), [](HouseStyle& style) { style.page.stamp.text = "案"; });
    CHECK(dump(make_structure(document), document)
              .starts_with("Document\n  P\n    “資料２”\n  P\n    “案”\n  P\n    “令和６年度"));
}

TEST_CASE("ページの外のものが何もかもある PDF も、PDF/A-2aとPDF/UA-1の規則を破らない") {
    const Laid laid = meeting([](HouseStyle& style) {
        style.page.stamp.text = "案", style.page.stamp.pages = OnPages::all;
        style.page.head = {"{title}", "{number}", "{date}"}, style.page.foot.left = "{department}";
        style.page.number.form = PageNumberForm::dashes, style.page.number.first = 7;
    });
    const ScratchFolder folder;
    const Pages some = only({{8, 9}}, laid.pages);
    for (const Pages* pages : {&laid.pages, &some}) {
        REQUIRE(write_pdf(*pages, make_structure(laid.document), fonts(), folder.path / "a.pdf"));
        CHECK(broken_rules_of(read_bytes(folder.path / "a.pdf")) == Lines{});
    }
}

TEST_CASE("印のあるページでは、印の高さの同じ側の言葉は出ない") {
    const Laid laid = meeting([](HouseStyle& style) {
        without_both(style);
        style.page.stamp.text = "案", style.page.head = {"左", "", "右"};
    });
    CHECK(outside(laid) == Lines{"1 左 読む 案", "1 右 右", "2 左 左", "2 右 右", "3 左 左", "3 右 右"});
}

} // namespace
} // namespace taisho::test
