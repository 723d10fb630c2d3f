#include "xml/read.h"

#include "xml/write.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

// The root element of a file without slips.
Element parse(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml({{"a.xml", file}}, 0, diagnostics);
    REQUIRE(root);
    REQUIRE(diagnostics.empty());
    return *root;
}

std::string text_in(const std::string& inside) { return text_of(parse("<t>" + inside + "</t>")).utf8; }

// ---- texts ----

TEST_CASE("XMLの行替えは、前後の空白ごと文に入らない") {
    CHECK(text_in("切れ目\n    ない支援") == "切れ目ない支援");
}

TEST_CASE("行替えがCRLFでも文は同じ") { CHECK(text_in("切れ目\r\n    ない支援") == "切れ目ない支援"); }

TEST_CASE("英数字の間の行替えは空白一つになる") { CHECK(text_in("KPI\n   2024") == "KPI 2024"); }

TEST_CASE("英数字と和文の間の行替えは空白にならない") { CHECK(text_in("KPI\n   目標") == "KPI目標"); }

TEST_CASE("行の中の空白は残る") { CHECK(text_in("（２） 拠点　整備") == "（２） 拠点　整備"); }

TEST_CASE("要素の初めと終わりの行替えは文に入らない") { CHECK(text_in("\n  拠点\n") == "拠点"); }

TEST_CASE("全角の空白は行頭でも文である") { CHECK(text_in("\n　拠点") == "　拠点"); }

TEST_CASE("brは著者の行替えになる") { CHECK(text_in("・一<br/>・二") == "・一\n・二"); }

TEST_CASE("brの後ろの行替えは重ならない") { CHECK(text_in("・一<br/>\n   ・二") == "・一\n・二"); }

TEST_CASE("tabはタブになり、打ったタブは空白になる") {
    CHECK(text_in("一<tab/>二") == "一\t二");
    CHECK(text_in("一<tab/>\n   二") == "一\t二");
    CHECK(text_in("一\t二&#9;三") == "一 二 三");
}

TEST_CASE("タブのある文は、書いて読んでも同じ") {
    Element element = make_element("t");
    add_text(element, "\t一\t\n二\t");
    CHECK(write_xml(element, 0) == "<t><tab/>一<tab/><br/>二<tab/></t>");
    CHECK(text_of(parse(write_xml(element, 0))).utf8 == "\t一\t\n二\t");
}

TEST_CASE("文字参照は字になる") {
    CHECK(text_in("&#x9AD9;&#39640;&amp;&lt;&gt;&quot;&apos;") == "髙高&<>\"'");
}

TEST_CASE("CDATAの中は書いたとおり") { CHECK(text_in("<![CDATA[a & b < c]]>") == "a & b < c"); }

TEST_CASE("注釈は文に入らない") { CHECK(text_in("前<!-- & <x> -->後") == "前後"); }

TEST_CASE("注釈をはさむ英数字の行替えも空白一つになる") { CHECK(text_in("AB\n<!-- x -->\nCD") == "AB CD"); }

TEST_CASE("𠮷も一つの字として読む") { CHECK(text_in("𠮷野") == "𠮷野"); }

TEST_CASE("空の要素の文は空") { CHECK(text_of(parse("<t/>")).utf8 == ""); }

// ---- elements ----

TEST_CASE("子は書いた順に並ぶ") {
    const Element root = parse("<r><a/><b/><a/></r>");
    std::string names;
    for (const Element* child : child_elements(root)) names += child->name;
    CHECK(names == "aba");
}

TEST_CASE("名で子を引ける") {
    const Element root = parse("<r><a>一</a><b>二</b></r>");
    CHECK(child_text(root, "b").utf8 == "二");
}

TEST_CASE("ない子は無し") { CHECK(find_child(parse("<r><a/></r>"), "b") == nullptr); }

TEST_CASE("属性は引用符のどちらでも書ける") {
    CHECK(attribute_of(parse("<r a='x\"y'/>"), "a").utf8 == "x\"y");
}

TEST_CASE("空の属性は、ないのとは違う") {
    const Element root = parse("<r a=''/>");
    CHECK(attribute_of(root, "a").utf8 == "");
    CHECK(has_attribute(root, "a"));
    CHECK_FALSE(has_attribute(root, "b"));
}

// ---- places ----

std::string piece(const std::string& file, const Span& at) {
    return file.substr(at.begin, at.end - at.begin);
}

TEST_CASE("要素の場所は始めのタグの名") {
    const std::string file = "<r>\n  <項目 id='1'/></r>";
    CHECK(piece(file, find_child(parse(file), "項目")->at) == "項目");
}

TEST_CASE("属性の場所は値") {
    const std::string file = "<r a = 'あい'/>";
    CHECK(piece(file, attribute_of(parse(file), "a").at) == "あい");
}

TEST_CASE("文の場所は書かれたままの範囲") {
    const std::string file = "<r>一&amp;二</r>";
    CHECK(piece(file, text_of(parse(file)).at) == "一&amp;二");
}

TEST_CASE("要素の広がりは、始めのタグの初めから終わりのタグの終わりまで") {
    const std::string file =
        "<r><!-- <a> --><a b='>' ><a/>一<![CDATA[</a>]]><!-- </a> --><?p </a>?></a ></r>";
    const Element root = parse(file);
    const Element* a = find_child(root, "a");
    CHECK(piece(file, a->extent) == "<a b='>' ><a/>一<![CDATA[</a>]]><!-- </a> --><?p </a>?></a >");
    CHECK(piece(file, a->inside) == "<a/>一<![CDATA[</a>]]><!-- </a> --><?p </a>?>");
    CHECK(piece(file, root.extent) == file);
}

TEST_CASE("空の要素の中は、斜線の前の空の範囲") {
    const std::string file = "<r a='/>' />";
    const Element root = parse(file);
    CHECK(piece(file, root.extent) == file);
    CHECK(root.inside.begin == 10);
    CHECK(root.inside.end == 10);
}

TEST_CASE("開いて閉じただけの要素の中は、タグの間の空の範囲") {
    const Element root = parse("<r></r>");
    CHECK(root.inside.begin == 3);
    CHECK(root.inside.end == 3);
}

// Where the character `wanted` of the first text in the file stands in the file.
std::size_t located(const std::string& file, const std::string& wanted) {
    const Element root = parse(file);
    const auto* raw = std::get_if<Text>(&root.children.front().content);
    REQUIRE(raw != nullptr);
    return locate(*raw, raw->utf8.find(wanted), {{"a.xml", file}}).begin;
}

TEST_CASE("文の中の字の場所が分かる") { CHECK(located("<r>一二三</r>", "三") == 9); }

TEST_CASE("参照の後ろの字の場所が分かる") {
    const std::string file = "<r>一&amp;&#x4e8c;三</r>";
    CHECK(located(file, "三") == file.find("三"));
}

TEST_CASE("参照で書いた字の場所は参照そのもの") {
    const std::string file = "<r>一&#x1F600;三</r>";
    CHECK(located(file, "😀") == file.find("&#"));
}

TEST_CASE("CRLFの後ろの字の場所が分かる") {
    const std::string file = "<r>一\r\n\r\n三</r>";
    CHECK(located(file, "三") == file.find("三"));
}

TEST_CASE("CDATAの中の＆の後ろの字の場所が分かる") {
    const std::string file = "<r><![CDATA[A & B; 三]]></r>";
    CHECK(located(file, "三") == file.find("三"));
}

TEST_CASE("CDATAの中の括弧の後ろの字の場所が分かる") {
    const std::string file = "<r><![CDATA[A[1] 三]]></r>";
    CHECK(located(file, "三") == file.find("三"));
}

// ---- refusals ----

// The first slip in the file: the number of its message and its place, or "good".
std::string refusal(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml({{"a.xml", file}}, 0, diagnostics);
    if (diagnostics.empty()) return root ? "good" : "nothing";
    CHECK_FALSE(root);
    const Diagnostic& first =
        *std::ranges::min_element(diagnostics, {}, [](const Diagnostic& d) { return d.at.begin; });
    return "T" + std::to_string(static_cast<int>(first.code)) + " " + std::to_string(first.at.begin);
}

std::string nested(int depth) {
    std::string file;
    for (int i = 0; i < depth; ++i) file += "<a>";
    for (int i = 0; i < depth; ++i) file += "</a>";
    return file;
}

TEST_CASE("DTDは断る") { CHECK(refusal("<!DOCTYPE r><r/>") == "T102 0"); }

TEST_CASE("実体の宣言も断る") { CHECK(refusal("<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>") == "T102 0"); }

TEST_CASE("知らない実体は断る") { CHECK(refusal("<r>一&nbsp;二</r>") == "T109 6"); }

TEST_CASE("裸の＆は断る") { CHECK(refusal("<r>A & B</r>") == "T109 5"); }

TEST_CASE("属性の中の裸の＆も断る") { CHECK(refusal("<r a='A&B'/>") == "T109 7"); }

TEST_CASE("注釈とCDATAの中の＆は断らない") { CHECK(refusal("<r><!-- & --><![CDATA[&]]></r>") == "good"); }

TEST_CASE("数字のない文字参照は断る") { CHECK(refusal("<r>&#;</r>") == "T109 3"); }

TEST_CASE("数字でない文字参照は断る") { CHECK(refusal("<r>&#xZZ;</r>") == "T109 3"); }

TEST_CASE("字でない番号の文字参照は断る") { CHECK(refusal("<r>&#x1;</r>") == "T105 3"); }

TEST_CASE("零の文字参照は断る") { CHECK(refusal("<r>一&#0;二</r>") == "T105 6"); }

TEST_CASE("大きすぎる番号の文字参照は断る") { CHECK(refusal("<r>&#x110000;</r>") != "good"); }

TEST_CASE("サロゲートの文字参照は断る") { CHECK(refusal("<r>&#xD800;</r>") == "T105 3"); }

TEST_CASE("根が二つあれば断る") { CHECK(refusal("<r/><s/>") == "T101 5"); }

TEST_CASE("根の後ろの文は断る") { CHECK(refusal("<r/>あとがき") == "T101 4"); }

TEST_CASE("根の前の文は断る") { CHECK(refusal("まえがき<r/>") == "T101 0"); }

TEST_CASE("同じ属性が二つあれば断る") { CHECK(refusal("<r a='1' a='2'/>") == "T107 12"); }

TEST_CASE("引用符のない属性は断る") { CHECK(refusal("<r a=1/>").starts_with("T107")); }

TEST_CASE("属性の値の中の小なりは断る") { CHECK(refusal("<r a='<'/>") != "good"); }

TEST_CASE("制御文字は断る") { CHECK(refusal("<r>一\x01二</r>") == "T105 6"); }

TEST_CASE("零のバイトは断る") { CHECK(refusal(std::string("<r>一\0二</r>", 14)) != "good"); }

TEST_CASE("UTF-8でない宣言は断る") {
    CHECK(refusal("<?xml version='1.0' encoding='Shift_JIS'?><r/>") == "T103 0");
}

TEST_CASE("UTF-8の宣言は大文字でも小文字でもよい") {
    CHECK(refusal("<?xml version=\"1.0\" encoding=\"utf-8\"?><r/>") == "good");
}

TEST_CASE("UTF-8でないバイトは場所を示して断る") { CHECK(refusal("<r>\x93\xfa</r>") == "T103 3"); }

TEST_CASE("入れ子は六四段まで") { CHECK(refusal(nested(64)) == "good"); }

TEST_CASE("六五段の入れ子は断る") { CHECK(refusal(nested(65)) == "T104 193"); }

std::string repeated(const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

TEST_CASE("要素と属性は、合わせて百万まで") {
    CHECK(refusal("<r>" + repeated("<a b=''/>", 499'999) + "<c/></r>") == "good");
    CHECK(refusal("<r>" + repeated("<a b=''/>", 499'999) + "<c d=''/></r>") == "T119 4499995");
}

TEST_CASE("文を分ける注釈も、要素と同じに数える") {
    CHECK(refusal("<r>" + repeated("一<!---->", 1'000'000) + "</r>") == "T119 9999997");
}

TEST_CASE("一つの要素に属性がいくつあっても、同じ属性は場所を示して断る") {
    std::string file = "<r";
    for (int i = 0; i < 100'000; ++i) file += " a" + std::to_string(i) + "=''";
    CHECK(refusal(file + "/>") == "good");
    CHECK(refusal(file + " a5=''/>") == "T107 " + std::to_string(file.size() + 5));
}

TEST_CASE("閉じるタグが違えば、その場所を示す") { CHECK(refusal("<r><a>一</b></r>") == "T106 9"); }

TEST_CASE("閉じ忘れた要素の名を言う") {
    Diagnostics diagnostics;
    read_xml({{"a.xml", "<r><a/><!-- <x> --><b>一</r>"}}, 0, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].arguments == std::vector<std::string>{"b", "1"});
}

TEST_CASE("閉じないまま終わるファイルは断る") { CHECK(refusal("<r><a>一</a>").starts_with("T106")); }

TEST_CASE("空のファイルは断る") { CHECK(refusal("") == "T108 0"); }

TEST_CASE("文だけのファイルは断る") { CHECK(refusal("資料３") == "T101 0"); }

TEST_CASE("途中で終わるタグは断る") { CHECK(refusal("<r><a") == "T101 4"); }

} // namespace
} // namespace taisho
