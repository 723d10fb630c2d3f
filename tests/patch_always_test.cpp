#include "support.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <string>
#include <string_view>

// What holds of every file and every change: papers laid out at random are changed at random.

namespace taisho {
namespace {

using test::Dice;
using test::parse;

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
        constexpr std::string_view pieces[] = {"あ",
                                               "い",
                                               "AB",
                                               "7",
                                               " ",
                                               "  ",
                                               "&amp;",
                                               "&#x9AD9;",
                                               "\t",
                                               "&#32;",
                                               "<br/>",
                                               "<tab/>",
                                               "<![CDATA[ <&> ]]>",
                                               "<!-- 注 -->",
                                               "<br />",
                                               "&#10;"};
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

// Where children are put: also between text, where no file has them, or only where they belong.
enum class Into { anything, lines };

bool takes_children(const Element& element, Into into) {
    const bool is_line =
        element.name == "p" || element.name == "row" || element.name == "item" || element.name == "level";
    return into == Into::lines ? is_line : character_of(element) == 0;
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
void move_child(Dice& dice, Element& root, Element& from, Into into) {
    const std::size_t at = child_at(dice, from);
    if (!takes_children(from, into) || at == from.children.size()) return;
    Element child = std::get<Element>(from.children[at].content);
    from.children.erase(from.children.begin() + static_cast<std::ptrdiff_t>(at));
    if (dice.below(3) == 0) return;
    std::vector<Element*> elements;
    collect(root, elements);
    Element& to = *dice.pick(elements);
    if (takes_children(to, into)) put(dice, to, std::move(child));
}

void change(Dice& dice, Element& root, Into into) {
    std::vector<Element*> elements;
    collect(root, elements);
    Element& element = *dice.pick(elements);
    if (character_of(element) != 0) return;
    switch (dice.below(6)) {
    case 0:
        if (element.name == "t" || element.name == "note" || element.name == "v") set_text(dice, element);
        break;
    case 1: {
        Element child = make_element(dice.below(2) == 0 ? "item" : "t");
        add_attribute(child, "id", "new" + std::to_string(dice.below(100)));
        if (child.name == "t") add_text(child, "加えた文");
        if (takes_children(element, into)) put(dice, element, std::move(child));
        break;
    }
    case 2:
        if (dice.below(2) == 0) {
            std::erase_if(element.attributes, [](const Attribute& a) { return a.name == "a"; });
        } else if (!has_attribute(element, "z")) {
            add_attribute(element, "z", "新 \"'<&\n");
        }
        break;
    default: move_child(dice, root, element, into);
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
        for (std::size_t changes = papers.dice.below(6) + 1; changes-- > 0;)
            change(papers.dice, after, Into::anything);
        const std::string output = patch_xml({"a.xml", file}, before, after);
        CAPTURE(round);
        CAPTURE(file);
        CAPTURE(output);
        CAPTURE(write_xml(after, 0));
        REQUIRE(same_content(parse(output), after));
        REQUIRE(lost(file, before, after, output) == "");
    }
}

TEST_CASE("書き出したとおりのファイルは、修正しても書き出したとおりになる") {
    Papers papers{Dice{10}};
    for (int round = 0; round < 2000; ++round) {
        const std::string file = write_xml(parse(write_xml(parse(papers.file()), 0)), 0);
        const Element before = parse(file);
        Element after = before;
        for (std::size_t changes = papers.dice.below(4) + 1; changes-- > 0;)
            change(papers.dice, after, Into::lines);
        CAPTURE(file);
        CAPTURE(round);
        REQUIRE(patch_xml({"a.xml", file}, before, after) == write_xml(after, 0));
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

} // namespace
} // namespace taisho
