#include "support.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <string>
#include <string_view>

namespace taisho {
namespace {

using test::Dice;

Element parse(const std::string& file) {
    Diagnostics diagnostics;
    const std::optional<Element> root = read_xml({{"a.xml", file}}, 0, diagnostics);
    INFO(file);
    REQUIRE(root);
    return *root;
}

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

// ---- what must always hold ----

// Papers laid out in every way there is, and what becomes of them.
struct Papers {
    Dice dice;
    std::string line_end = "\n";
    int next_id = 0;

    std::string blanks(int depth) {
        if (dice.below(8) == 0) return "";
        std::string out = dice.below(5) == 0 ? line_end + line_end : line_end;
        const std::string indent = dice.below(6) == 0 ? "\t" : "  ";
        for (int i = dice.below(9) == 0 ? 1 : 0; i < depth; ++i) out += indent;
        return out;
    }
    std::string comment() {
        if (dice.below(4) != 0) return "";
        return dice.below(3) == 0 ? "<!-- 注 " + line_end + "    '" + std::to_string(dice.below(99)) + " -->"
                                  : "<!-- <i> & \"" + std::to_string(dice.below(99)) + " -->";
    }
    std::string layout(int depth) {
        return blanks(depth) + comment() + blanks(depth) + comment() + blanks(depth);
    }
    std::string text() {
        constexpr std::string_view pieces[] = {"あ",          "い",     "AB",    "7",
                                               " ",           "  ",     "&amp;", "&#x9AD9;",
                                               "\t",          "&#32;",  "<br/>", "<![CDATA[ <&> ]]>",
                                               "<!-- 注 -->", "<br />", "&#10;"};
        std::string out;
        for (std::size_t i = dice.below(6); i-- > 0;)
            out += dice.below(5) == 0 ? line_end + "   " : std::string(dice.pick(pieces));
        return out;
    }
    std::string attributes(bool with_id) {
        std::string out;
        if (with_id && dice.below(5) != 0) out = " id=\"" + std::to_string(next_id++) + "\"";
        if (dice.below(3) == 0) out += line_end + "  a = '" + std::to_string(dice.below(5)) + "&quot;>'";
        if (dice.below(4) == 0) out = " b=\"&lt;'\" " + out;
        return out;
    }
    std::string element(int depth) {
        const std::size_t kind = dice.below(depth < 4 ? 6 : 3);
        if (kind == 0) return "<v" + attributes(false) + " />";
        if (kind == 1) return "<t" + attributes(false) + ">" + text() + "</t >";
        if (kind == 2) return "<c>" + text() + "<note>" + text() + "</note>" + text() + "</c>";
        const std::string name = kind == 3 ? "row" : kind == 4 ? "item" : "level";
        return "<" + name + attributes(kind != 3) + ">" + content(depth + 1) + "</" + name + ">";
    }
    std::string content(int depth) {
        std::string out = layout(depth);
        for (std::size_t i = dice.below(5); i-- > 0;) out += element(depth) + layout(depth);
        return out;
    }
    std::string file() {
        line_end = dice.below(3) == 0 ? "\r\n" : "\n";
        next_id = 0;
        return "<?xml version=\"1.0\"?>" + line_end + "<!-- 頭 -->" + "<p>" + content(1) + element(1) +
               content(1) + "</p>" + line_end + "<!-- 尾 -->";
    }
};

void collect(Element& element, std::vector<Element*>& elements) {
    elements.push_back(&element);
    for (Node& node : element.children) {
        if (auto* child = std::get_if<Element>(&node.content)) collect(*child, elements);
    }
}

std::size_t child_at(Dice& dice, const Element& element) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < element.children.size(); ++i) {
        if (std::holds_alternative<Element>(element.children[i].content)) places.push_back(i);
    }
    return places.empty() ? element.children.size() : dice.pick(places);
}

void put(Dice& dice, Element& parent, Element child) {
    const auto at = static_cast<std::ptrdiff_t>(dice.below(parent.children.size() + 1));
    parent.children.insert(parent.children.begin() + at, Node{std::move(child)});
}

void set_text(Dice& dice, Element& element) {
    constexpr std::string_view texts[] = {"新しい文", " 空白 ", "",      "二\n行", "A & <B> \"C\" 'D'",
                                          "\n",       " ",      "  \n ", "a\tb"};
    element.children.clear();
    add_text(element, dice.pick(texts));
}

// Takes a child away and, more often than not, puts it in elsewhere.
void move_child(Dice& dice, Element& root, Element& from) {
    const std::size_t at = child_at(dice, from);
    if (at == from.children.size()) return;
    Element child = std::get<Element>(from.children[at].content);
    from.children.erase(from.children.begin() + static_cast<std::ptrdiff_t>(at));
    if (dice.below(3) == 0) return;
    std::vector<Element*> elements;
    collect(root, elements);
    Element& to = *dice.pick(elements);
    if (to.name == "br") return;
    put(dice, to, std::move(child));
}

void change(Dice& dice, Element& root) {
    std::vector<Element*> elements;
    collect(root, elements);
    Element& element = *dice.pick(elements);
    if (element.name == "br") return;
    switch (dice.below(6)) {
    case 0:
        if (element.name == "t" || element.name == "note" || element.name == "v") set_text(dice, element);
        break;
    case 1: {
        Element child = make_element(dice.below(2) == 0 ? "item" : "t");
        add_attribute(child, "id", "new" + std::to_string(dice.below(100)));
        if (child.name == "t") add_text(child, "加えた文");
        put(dice, element, std::move(child));
        break;
    }
    case 2:
        if (dice.below(2) == 0) {
            std::erase_if(element.attributes, [](const Attribute& a) { return a.name == "a"; });
        } else if (!has_attribute(element, "z")) {
            add_attribute(element, "z", "新 \"'<&\n");
        }
        break;
    default: move_child(dice, root, element);
    }
}

// Without the blanks at the beginning of its lines.
std::string flush_left(std::string_view text) {
    std::string out;
    bool begins = false;
    for (const char c : text) {
        if (begins && (c == ' ' || c == '\t')) continue;
        begins = c == '\n';
        out.push_back(c);
    }
    return out;
}

using ById = std::map<std::pair<std::string, std::string>, std::vector<const Element*>>;

void collect_ids(const Element& element, ById& found) {
    if (has_attribute(element, "id"))
        found[{element.name, attribute_of(element, "id").utf8}].push_back(&element);
    for (const Element* child : child_elements(element)) collect_ids(*child, found);
}

// The identified elements that say the same before and after, but are not in the patched file as they were.
std::string lost(const std::string& file, const Element& before, const Element& after,
                 const std::string& output) {
    const std::string shown = flush_left(output);
    ById old_ids, new_ids;
    collect_ids(before, old_ids), collect_ids(after, new_ids);
    for (const auto& [id, elements] : old_ids) {
        const auto now = new_ids.find(id);
        if (elements.size() != 1 || now == new_ids.end() || now->second.size() != 1) continue;
        const Element& element = *elements.front();
        if (!same_content(element, *now->second.front())) continue;
        const std::string bytes =
            flush_left(file.substr(element.extent.begin, element.extent.end - element.extent.begin));
        if (shown.find(bytes) == std::string::npos) return bytes;
    }
    return {};
}

TEST_CASE("どんな修正でも、直したファイルは修正後のことを言い、変わらない項目は書かれたまま残る") {
    Papers papers{Dice{7}};
    for (int round = 0; round < 4000; ++round) {
        const std::string file = papers.file();
        const Element before = parse(file);
        REQUIRE(patch_xml({"a.xml", file}, before, before) == file);
        Element after = before;
        for (std::size_t changes = papers.dice.below(6) + 1; changes-- > 0;) change(papers.dice, after);
        const std::string output = patch_xml({"a.xml", file}, before, after);
        CAPTURE(round);
        CAPTURE(file);
        CAPTURE(output);
        CAPTURE(write_xml(after, 0));
        REQUIRE(same_content(parse(output), after));
        REQUIRE(lost(file, before, after, output) == "");
    }
}

TEST_CASE("一つの文を変えれば、その前も後ろも変わらない") {
    Papers papers{Dice{8}};
    for (int round = 0; round < 1000; ++round) {
        const std::string file = papers.file();
        const Element before = parse(file);
        Element after = before;
        std::vector<Element*> elements;
        collect(after, elements);
        std::erase_if(elements, [](const Element* e) { return e->name != "t"; });
        if (elements.empty()) continue;
        Element& chosen = *papers.dice.pick(elements);
        chosen.children.clear();
        add_text(chosen, "変わった文");
        const std::string output = patch_xml({"a.xml", file}, before, after);
        CAPTURE(file);
        CAPTURE(output);
        REQUIRE(same_content(parse(output), after));
        REQUIRE(output.starts_with(file.substr(0, chosen.extent.begin)));
        REQUIRE(output.ends_with(file.substr(chosen.extent.end)));
    }
}

TEST_CASE("一万の項目の計画も、すぐ直る") {
    std::string file = "<p>\n";
    for (int i = 0; i < 10'000; ++i)
        file += "  <item id=\"" + std::to_string(i) +
                "\">\n    <t>文</t>\n    <row><v>1</v><v>2</v></row>\n  </item>\n";
    file += "</p>\n";
    const Element before = parse(file);
    Element after = before;
    std::ranges::reverse(after.children);
    const std::string output = patch_xml({"a.xml", file}, before, after);
    CHECK(output.size() == file.size());
    CHECK(same_content(parse(output), after));
}

TEST_CASE("idのない一万の子も、すぐ直る") {
    std::string file = "<p>\n", wanted = "<p>";
    for (int i = 0; i < 10'000; ++i) {
        file += "  <t  >" + std::to_string(i) + "</t>\n";
        if (i % 100 != 7) wanted += "<t>" + std::to_string(i % 100 == 9 ? -i : i) + "</t>";
    }
    const Element after = parse(wanted + "</p>");
    const std::string output = patch_xml({"a.xml", file + "</p>"}, parse(file + "</p>"), after);
    CHECK(same_content(parse(output), after));
    CHECK(std::ranges::count(output, '\n') == 1 + 10'000 - 100);
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
