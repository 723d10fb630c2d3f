#include "support.h"
#include "xml/read.h"
#include "xml/shape.h"
#include "xml/write.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

using test::Dice;

// A table that uses everything a table can say.
std::span<const Shape> shapes() {
    static const std::vector<Shape> table = {
        {"plan",
         {{"unit", Occurs::once, "計画の名前です。"},
          {"state", Occurs::optional, "今の<状態>です。", {"案", "決定"}}},
         {{"title"},
          {"note", Occurs::optional},
          {"level", Occurs::any},
          {"item", Occurs::any},
          {"goal", Occurs::optional},
          {"year", Occurs::some},
          {"text", Occurs::one_of},
          {"table", Occurs::one_of},
          {"choice", Occurs::any},
          {"list", Occurs::any, "list.short"}},
         false,
         false,
         "計画です。"},
        {"title", {}, {}, true, true, "題です。"},
        {"note", {}, {}, true},
        {"level", {{"id"}}, {{"item", Occurs::any}}, false, true},
        {"item", {}, {}},
        {"goal",
         {},
         {{"year", Occurs::optional}, {"item", Occurs::any}, {"note", Occurs::optional}},
         false,
         true},
        {"year", {{"kind", Occurs::optional}}, {}, true, true},
        {"text", {}, {{"br", Occurs::any}, {"note", Occurs::optional}}, true},
        {"br", {}, {}},
        {"table", {}, {{"item", Occurs::some}}},
        {"choice",
         {{"item", Occurs::one_of},
          {"level", Occurs::one_of},
          {"before", Occurs::at_most_one_of},
          {"after", Occurs::at_most_one_of}},
         {{"item", Occurs::any}}},
        {"list.short", {}, {{"choice", Occurs::optional}, {"year", Occurs::any}}, false, true},
        {"unused", {}, {}},
    };
    return table;
}

std::string schema() {
    constexpr std::string_view roots[] = {"plan", "level"};
    return write_schema(roots, shapes());
}

std::string verdict(const std::string& file, std::string_view root) {
    Diagnostics diagnostics;
    const std::optional<Element> element = read_xml({{"a.xml", file}}, 0, diagnostics);
    REQUIRE(element);
    check_shape(*element, root, shapes(), diagnostics);
    return diagnostics.empty() ? "good" : sentence(diagnostics.front(), Language::english);
}

// ---- random papers, mostly good ones ----

struct Papers {
    Dice dice;

    bool slips() { return dice.below(60) == 0; }

    std::string text(bool filled) {
        constexpr std::string_view blanks[] = {"", " ", "\n\t", "<!-- 注 -->"};
        constexpr std::string_view texts[] = {"文", " 文\n", "　", "&amp;", "&#x9AD9;"};
        return std::string(filled != slips() ? dice.pick(texts) : dice.pick(blanks));
    }
    std::size_t times(Occurs occurs) {
        const bool slip = slips();
        switch (occurs) {
        case Occurs::once:
        case Occurs::one_of:
        case Occurs::at_most_one_of: return slip ? dice.below(3) : 1;
        case Occurs::optional: return slip ? 2 : dice.below(2);
        case Occurs::any: return dice.below(3);
        case Occurs::some: return slip ? 0 : dice.below(2) + 1;
        }
        return 0;
    }
    std::string attributes(const Shape& shape) {
        std::string out;
        std::size_t ones = dice.below(2), mosts = dice.below(4);
        for (const AttributeShape& attribute : shape.attributes) {
            bool given = attribute.occurs == Occurs::once || dice.below(2) == 0;
            if (attribute.occurs == Occurs::one_of) given = ones-- == 0;
            if (attribute.occurs == Occurs::at_most_one_of) given = mosts-- == 0;
            if (given == slips()) continue;
            const bool word = !attribute.words.empty() && !slips();
            out += " " + std::string(attribute.name) + "=\"" +
                   (word                 ? std::string(dice.pick(attribute.words))
                    : dice.below(9) == 0 ? ""
                                         : "x") +
                   "\"";
        }
        if (slips()) out += " unknown=\"1\"";
        return out;
    }
    std::string element(std::string_view name, std::string_view key) {
        const auto shape = std::ranges::find(shapes(), key, &Shape::key);
        REQUIRE(shape != shapes().end());
        std::vector<std::string> children;
        std::size_t chosen = dice.below(2);
        for (const ChildShape& child : shape->children) {
            if (child.occurs == Occurs::one_of && chosen-- != 0 && !slips()) continue;
            const std::string_view child_key = child.shape.empty() ? child.name : child.shape;
            for (std::size_t i = times(child.occurs); i-- > 0;)
                children.push_back(element(child.name, child_key));
        }
        if (children.size() > 1 && dice.below(20) == 0) std::swap(dice_place(children), dice_place(children));
        if (slips()) children.push_back("<unknown/>");
        std::string out = "<" + std::string(name) + attributes(*shape) + ">";
        for (const std::string& child : children) out += (dice.below(3) == 0 ? "\n " : "") + child;
        // A schema cannot say that text and other elements must not both be missing.
        if (shape->text || slips()) out += text(shape->filled);
        return out + "</" + std::string(name) + ">";
    }
    std::string& dice_place(std::vector<std::string>& children) {
        return children[dice.below(children.size())];
    }
};

TEST_CASE("スキーマは、照合が受け入れるものを受け入れ、断るものを断る") {
    if (!test::is_installed("xmllint")) {
        MESSAGE("xmllint is not installed");
        return;
    }
    const test::ScratchFolder folder;
    const std::string schema_file = (folder.path / "schema.xsd").string();
    test::write_bytes(schema_file, schema());
    Papers papers{Dice{11}};
    std::vector<std::string> command = {"xmllint", "--noout", "--schema", schema_file}, verdicts, files;
    for (int i = 0; i < 600; ++i) {
        const std::string root = i % 4 == 0 ? "level" : "plan";
        files.push_back(papers.element(root, root));
        verdicts.push_back(verdict(files.back(), root));
        const std::string name = "paper" + std::to_string(i) + ".xml";
        test::write_bytes(folder.path / name, files.back());
        command.push_back((folder.path / name).string());
    }
    const test::Finished finished = test::run_command(command, {});
    const std::string said = finished.out + finished.err;
    int good = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const bool accepted = said.find("/paper" + std::to_string(i) + ".xml validates") != std::string::npos;
        CAPTURE(files[i]);
        CHECK((accepted ? "good" : "refused") == std::string(verdicts[i] == "good" ? "good" : "refused"));
        good += accepted ? 1 : 0;
    }
    CHECK(good > 100); // of both kinds enough
    CHECK(good < 500);
}

TEST_CASE("スキーマには、要素と属性の意味が書いてある") {
    const std::string text = schema();
    CHECK(text.find("<xs:element name=\"title\" type=\"title\">\n"
                    "        <xs:annotation>\n"
                    "          <xs:documentation xml:lang=\"ja\">題です。</xs:documentation>\n") !=
          std::string::npos);
    CHECK(text.find("xml:lang=\"ja\">今の&lt;状態&gt;です。<") != std::string::npos);
}

TEST_CASE("スキーマには、根から届かない形は入らない") { CHECK(schema().find("unused") == std::string::npos); }

} // namespace
} // namespace taisho
