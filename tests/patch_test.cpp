#include "support.h"
#include "xml/read.h"
#include "xml/write.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

using test::Dice;
using test::parse;

// The file `before` so that it says what the file `after` says.
std::string patched(const std::string& before, const std::string& after) {
    return patch_xml({"a.xml", before}, parse(before), parse(after));
}

// ---- what stays ----

TEST_CASE("同じことを言うなら、一字も変わらない") {
    const std::string file = "<?xml version='1.0'?>\r\n<p a = '1'  b=\"2\" >\r\n\t<!-- 注 -->\r\n"
                             " <t >切れ目\r\n   ない<![CDATA[&]]>&#x9AD9;</t ></p>\r\n<!-- 終わり -->\r\n";
    CHECK(patched(file, "<p b='2' a='1'><t>切れ目ない&amp;髙</t></p>") == file);
}

TEST_CASE("変わった文だけが書きかわる") {
    CHECK(patched("<p>\n  <!-- 注 -->\n  <t>前</t> <!-- 横 -->\n\n  <t  a='1'>後</t>\n</p>",
                  "<p><t>新</t><t a='1'>後</t></p>") ==
          "<p>\n  <!-- 注 -->\n  <t>新</t> <!-- 横 -->\n\n  <t  a='1'>後</t>\n</p>");
}

TEST_CASE("文の前後の行替えと注釈は、文が変わっても残る") {
    CHECK(patched("<t>\n  <!-- 注 -->\n  前の\n  文\n</t>", "<t>新しい文</t>") ==
          "<t>\n  <!-- 注 -->\n  新しい文\n</t>");
}

TEST_CASE("空白で始まる文は、行替えに呑まれない") {
    CHECK(patched("<t>\n  前\n</t>", "<t> 後 </t>") == "<t> 後 </t>");
}

TEST_CASE("文の中の子だけが変われば、文は書かれたまま") {
    CHECK(patched("<c>R6<![CDATA[&]]><note>前</note></c>", "<c>R6&amp;<note>後</note></c>") ==
          "<c>R6<![CDATA[&]]><note>後</note></c>");
}

TEST_CASE("文が変わっても、変わらない子は書かれたまま") {
    CHECK(patched("<c>R6<note ><!-- 注 -->現状</note></c>", "<c>R7<note>現状</note></c>") ==
          "<c>R7<note ><!-- 注 -->現状</note></c>");
}

// ---- attributes ----

TEST_CASE("属性は、値だけが書きかわり、引用符も順も残る") {
    CHECK(patched("<r b = '1'\n   a=\"2\" />", "<r a='x\"y' b=\"it's\"/>") ==
          "<r b = 'it&apos;s'\n   a=\"x&quot;y\" />");
}

TEST_CASE("schema の場所を言う属性は、中身ではないので残る") {
    const std::string schema = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                               "xsi:noNamespaceSchemaLocation=\"taisho-paper.xsd\"";
    CHECK(parse("<p " + schema + "/>").attributes.empty());
    CHECK(patched("<p a='1' " + schema + "><t>前</t></p>", "<p a='2'><t>後</t></p>") ==
          "<p a='2' " + schema + "><t>後</t></p>");
}

TEST_CASE("消えた属性は空白ごと消え、新しい属性は終わりに付く") {
    CHECK(patched("<r a='1' b='2' c='3'>一</r>", "<r b='2' d='&#9;&amp;&lt;'>一</r>") ==
          "<r b='2' d=\"&#9;&amp;&lt;\">一</r>");
}

// ---- lines ----

TEST_CASE("消えた子は、行ごと、すぐ上の注釈ごと消える") {
    CHECK(patched("<p>\n  <i id='1'/>\n  <!-- 二の注 -->\n  <i id='2'/> <!-- 横 -->\n\n  <!-- 別 -->\n\n  <i "
                  "id='3'/>\n</p>",
                  "<p><i id='1'/><i id='3'/></p>") ==
          "<p>\n  <i id='1'/>\n\n  <!-- 別 -->\n\n  <i id='3'/>\n</p>");
}

TEST_CASE("消えた子の前後の空いた行は、一つになる") {
    CHECK(patched("<p>\n  <i id='1'/>\n\n  <i id='2'/>\n\n  <i id='3'/>\n</p>",
                  "<p><i id='1'/><i id='3'/></p>") == "<p>\n  <i id='1'/>\n\n  <i id='3'/>\n</p>");
}

TEST_CASE("終わりの子が消えれば、その前の空いた行も消える") {
    CHECK(patched("<p>\n  <i id='1'/>\n\n  <i id='2'/>\n</p>", "<p><i id='1'/></p>") ==
          "<p>\n  <i id='1'/>\n</p>");
}

TEST_CASE("一行の中の子は、その行から消える") {
    CHECK(patched("<p><i id='1'/> <i id='2'/>\n</p>", "<p><i id='1'/></p>") == "<p><i id='1'/>\n</p>");
}

TEST_CASE("行の初めの子が消えても、その行の字下げは残る") {
    CHECK(patched("<r>\n  <v>1</v><v>2</v>\n</r>", "<r><v>2</v></r>") == "<r>\n  <v>2</v>\n</r>");
    CHECK(patched("<r>\n  <v>1</v><v>2</v><v>3</v>\n</r>", "<r><v>3</v></r>") == "<r>\n  <v>3</v>\n</r>");
}

TEST_CASE("加わった子は、兄弟と同じ字下げの行に立つ") {
    CHECK(
        patched("<p>\r\n\t<i id='1'/> <!-- 横 -->\r\n\t<i id='3'/>\r\n</p>",
                "<p><i id='0'/><i id='1'/><i id='2'><t>新</t></i><i id='3'/><i id='4'/></p>") ==
        "<p>\r\n\t<i id=\"0\"/>\r\n\t<i id='1'/> <!-- 横 -->\r\n\t<i id=\"2\">\r\n\t\t<t>新</t>\r\n\t</i>\r\n"
        "\t<i id='3'/>\r\n\t<i id=\"4\"/>\r\n</p>");
}

TEST_CASE("一行に並ぶ子には、その行で加わる") {
    CHECK(patched("<row><v>1</v><v>3</v></row>", "<row><v>1</v><v>2</v><v>3</v></row>") ==
          "<row><v>1</v><v>2</v><v>3</v></row>");
}

TEST_CASE("空の要素は、子ができれば開き、なくなれば閉じる") {
    CHECK(
        patched("<p>\n    <a />\n    <b>\n      <t>一</t>\n    </b>\n</p>", "<p><a><t>二</t></a><b/></p>") ==
        "<p>\n    <a>\n      <t>二</t>\n    </a>\n    <b/>\n</p>");
}

// ---- what moves ----

TEST_CASE("移った項目は、注釈ごと、書かれたまま、新しい字下げで移る") {
    const std::string before = "<p>\n  <l id='A'>\n    <!-- 一の注 -->\n    <i id='1'>\n      <t>一\n"
                               "        二</t><!-- 横 -->\n    </i>\n  </l>\n  <i id='2'/>\n</p>";
    CHECK(patched(before, "<p><l id='A'/><i id='2'/><i id='1'><t>一二</t></i></p>") ==
          "<p>\n  <l id='A'/>\n  <i id='2'/>\n  <!-- 一の注 -->\n  <i id='1'>\n    <t>一\n"
          "      二</t><!-- 横 -->\n  </i>\n</p>");
}

TEST_CASE("新しい階層へ移った項目も、書かれたまま移り、変わったところだけが変わる") {
    CHECK(patched("<p>\n  <i id='1'><!-- 注 --><t>一</t><t>二</t></i>\n</p>",
                  "<p><l id='A'><i id='1'><t>一</t><t>三</t></i></l></p>") ==
          "<p>\n  <l id=\"A\">\n    <i id='1'><!-- 注 --><t>一</t><t>三</t></i>\n  </l>\n</p>");
}

TEST_CASE("親と子が入れかわっても、どちらも残る") {
    CHECK(patched("<p>\n  <l id='A'>\n    <l id='B'>\n      <i id='1' />\n    </l>\n  </l>\n</p>",
                  "<p><l id='B'><l id='A'><i id='1'/></l></l></p>") ==
          "<p>\n  <l id='B'>\n    <l id='A'>\n      <i id='1' />\n    </l>\n  </l>\n</p>");
}

TEST_CASE("順の入れかわった項目は、少ないほうが移る") {
    CHECK(patched("<p>\n  <!-- 一 -->\n  <i id='1'/>\n  <i id='2'  />\n  <i id='3' />\n</p>",
                  "<p><i id='2'/><i id='3'/><i id='1'/></p>") ==
          "<p>\n  <i id='2'  />\n  <i id='3' />\n  <!-- 一 -->\n  <i id='1'/>\n</p>");
}

TEST_CASE("値の中の行替えは、移っても変わらない") {
    const std::string before = "<p>\n    <l id='A'>\n        <i id='1' a='x\n        y'/>\n    </l>\n</p>";
    CHECK(patched(before, "<p><l id='A'/><i id='1' a='x         y'/></p>") ==
          "<p>\n    <l id='A'/>\n    <i id='1' a='x\n        y'/>\n</p>");
}

// ---- writing ----

TEST_CASE("書いた文は、空白も改行も記号も、そのまま読める") {
    constexpr std::string_view pieces[] = {" ", "  ",  "\n", "&",  "<", ">",  "\"",
                                           "'", "]]>", "あ", "AB", "7", "　", "𠮷"};
    Dice dice{9};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = dice.below(7); i-- > 0;) text += dice.pick(pieces);
        Element element = make_element("t");
        add_text(element, text);
        add_attribute(element, "a", text + "\t\r");
        const Element read = parse(write_xml(element, 2));
        CAPTURE(write_xml(element, 2));
        REQUIRE(text_of(read).utf8 == text);
        REQUIRE(attribute_of(read, "a").utf8 == text + "\t\r");
        REQUIRE(same_content(read, element));
    }
}

TEST_CASE("書いた要素は、深さに応じて字下げされる") {
    Element item = make_element("item");
    add_attribute(item, "id", "1");
    add_text(add_child(item, make_element("title")), "見守り\n支援");
    add_child(add_child(item, make_element("goal")), make_element("row"));
    CHECK(write_xml(item, 1) ==
          "  <item id=\"1\">\n    <title>見守り<br/>支援</title>\n    <goal>\n      <row/>\n"
          "    </goal>\n  </item>");
}

} // namespace
} // namespace taisho
