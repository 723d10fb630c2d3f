// One golden for each switch and value: what changes in the document, on its pages, in its structure and on
// the sheet when nothing but that value of the style changes. A switch that changes nothing must say why.

#include "document/compose.h"
#include "layout/lay_out.h"
#include "small_papers.h"
#include "structure/structure.h"
#include "style/switches.h"
#include "support.h"

#include <doctest/doctest.h>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

using Name = std::pair<std::string, std::string>; // element and attribute
using Preset = std::function<void(HouseStyle&)>;

// What must hold before some switches show at all.
Preset preset_for(const Name& name) {
    const auto& [element, attribute] = name;
    const auto list = [](HouseStyle& s) { s.arrangement = Arrangement::list; };
    const auto stacked = [](HouseStyle& s) { s.arrangement = Arrangement::stacked; };
    if (element == "words" && (attribute == "ordinal" || attribute == "amendmentReason")) return list;
    if (attribute == "listSections") return list;
    if (attribute == "sideHeading" || attribute == "blockMark") return stacked;
    if (element == "words" && attribute == "path")
        return [](HouseStyle& s) { s.comparison.headings = PathForm::line; };
    if (element == "words" && attribute == "notes")
        return [](HouseStyle& s) { s.comparison.notes = NotesPlace::column; };
    if (element == "head" && attribute != "left")
        return [](HouseStyle& s) { s.page.head.left = "左", s.page.head.center = s.page.head.right = ""; };
    if (element == "foot" && attribute != "left" && attribute != "right")
        return [](HouseStyle& s) { s.page.foot.left = "左", s.page.number.place = Place::right; };
    if (element == "stamp" && attribute != "text")
        return
            [](HouseStyle& s) { s.page.stamp.text = "案", s.page.paper_number.form = PaperNumberForm::none; };
    if (element == "mark" && attribute == "framed")
        return [](HouseStyle& s) { s.page.marks.frame = FrameStroke::bold; };
    if (element == "cover") return [](HouseStyle& s) { s.cover.always = true; };
    if (element == "contents") return [](HouseStyle& s) { s.contents.always = true; };
    if (element == "numbering" && attribute == "text")
        return [](HouseStyle& s) { s.numbering.digits = DigitWidth::half; };
    if (element == "grid" && attribute == "lines") return [](HouseStyle& s) { s.page.grid.characters = 42; };
    return [](HouseStyle&) {};
}

// What shows nothing in these dumps, and why.
const std::map<Name, std::string> shows_nothing = {
    {{"mark", "gothic"}, "書体は、この書き出しに出ない（mark_looks_test）"},
    {{"typesetting", "lineBreak"}, "この資料には、禁則の強さで変わる行がない（lines_rules_test）"},
    {{"typesetting", "hanging"}, "この資料には、両端をそろえる長い行がない（justify_test）"},
    {{"typesetting", "hanLatin"}, "この資料には、両端をそろえる長い行がない（justify_test）"},
    {{"typesetting", "tab"}, "この資料には、タブがない（tab_test）"},
    {{"typesetting", "hardBreaks"}, "この資料には、改行がない（document_test）"},
    {{"words", "table"}, "この資料には、略す表がない（document_kinds_test）"},
    {{"words", "heading"}, "この資料では、見出しの言葉は改まらない（document_kinds_test）"},
    {{"words", "plan"}, "この資料では、項目の外の言葉は改まらない（document_kinds_test）"},
    {{"sheet", "mincho"}, "ブックだけに出る（xlsx_test）"},
    {{"sheet", "gothic"}, "ブックだけに出る（xlsx_test）"},
    {{"sheet", "zoom"}, "ブックだけに出る（furniture_sheet_test）"},
    {{"sheet", "freeze"}, "ブックだけに出る（furniture_sheet_test）"},
    {{"sheet", "protect"}, "ブックだけに出る（furniture_sheet_test）"},
    {{"sheet", "gridLines"}, "ブックだけに出る（furniture_sheet_test）"},
};

// Values that say something for this switch.
std::vector<std::string> values_for(const Switch& one, HouseStyle& form) {
    const Name name{one.element, one.attribute};
    static const std::map<Name, std::vector<std::string>> chosen = {
        {{"paper", "bottom"}, {"300pt"}},
        {{"grid", "characters"}, {"40"}},
        {{"table", "rule"}, {"2pt"}},
        {{"grid", "lines"}, {"40"}},
        {{"pageNumber", "from"}, {"3"}},
        {{"typesetting", "tab"}, {"8"}},
        {{"typesetting", "wholeItem"}, {"0"}},
        {{"sheet", "linePitch"}, {"170"}},
        {{"sheet", "zoom"}, {"80"}},
        {{"contents", "depth"}, {"1"}},
        {{"table", "headerFill"}, {"#ddeeff"}},
        {{"table", "bandFill"}, {"#ddeeff"}},
        {{"mark", "colour"}, {"#b00000"}},
        {{"head", "left"}, {"{meeting}　{date}"}},
        {{"head", "center"}, {"{title}"}},
        {{"head", "right"}, {"{number}"}},
        {{"foot", "left"}, {"{department}"}},
        {{"foot", "center"}, {"{council}"}},
        {{"foot", "right"}, {"言葉"}},
        {{"stamp", "text"}, {"案"}},
    };
    if (const auto found = chosen.find(name); found != chosen.end()) return found->second;
    std::vector<std::string> values;
    if (const auto* choice = std::get_if<ChoiceValue<HouseStyle>>(&one.value)) {
        for (std::size_t i = 0; i < choice->words.size(); ++i)
            if (i != choice->get(form) && choice->words[i] != "other") values.emplace_back(choice->words[i]);
    } else if (const auto* length = std::get_if<LengthValue<HouseStyle>>(&one.value)) {
        const Length now = length->of(form);
        values.push_back(std::to_string(now == Length{} ? 4 : now.mpt * 5 / 4000) + "pt");
    } else if (const auto* word = std::get_if<WordValue<HouseStyle>>(&one.value)) {
        values.push_back("改" + word->of(form));
    }
    return values;
}

// The form after reading <element attribute="value"/>.
HouseStyle with_value(const Name& name, const std::string& value, const HouseStyle& form) {
    const bool root = name.first == "houseStyle";
    const std::string attribute = " " + name.second + "=\"" + value + "\"";
    const std::string file = "<houseStyle from=\"by-year\"" + (root ? attribute : "") + "><title>題</title>" +
                             (root ? "" : "<" + name.first + attribute + "/>") + "</houseStyle>";
    Diagnostics diagnostics;
    const auto read = read_style_form(parse(file), &form, diagnostics);
    for (const Diagnostic& one : diagnostics) FAIL_CHECK(sentence(one, Language::japanese));
    REQUIRE(read);
    return *read;
}

const Revisions& paper() {
    static const Revisions revisions = [] {
        Diagnostics diagnostics;
        return revise(read(read_bytes(source_folder / "tests" / "papers" / "switches.xml")), diagnostics);
    }();
    return revisions;
}

struct Dumps {
    std::string document, structure, pages, sheet;
};

Dumps dumps_of(const HouseStyle& form) {
    const Document document = compose(paper(), settled(form));
    Diagnostics diagnostics;
    return {dump(document), dump(make_structure(document), document),
            dump(lay_out_pages(document, fonts(), diagnostics)), dump(lay_out_sheet(document, fonts()))};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The lines of one that the other has not, in their order, the first of them.
std::string lines_missing_in(const std::string& text, const std::string& other, const std::string& sign) {
    constexpr std::size_t most = 12;
    std::multiset<std::string> there;
    for (std::string& line : lines_of(other)) there.insert(std::move(line));
    std::string missing;
    std::size_t count = 0;
    for (const std::string& line : lines_of(text)) {
        const auto found = there.find(line);
        if (found != there.end()) {
            there.erase(found);
        } else if (++count <= most) {
            missing += sign + line + "\n";
        }
    }
    if (count > most) missing += sign + " … " + std::to_string(count - most) + " more\n";
    return missing;
}

std::string difference(const std::string& name, const std::string& before, const std::string& after) {
    const std::string lines = lines_missing_in(before, after, "-") + lines_missing_in(after, before, "+");
    return lines.empty() ? "" : name + "\n" + lines;
}

std::string difference(const HouseStyle& before, const HouseStyle& after) {
    const Dumps a = dumps_of(before), b = dumps_of(after);
    return difference("document", a.document, b.document) +
           difference("structure", a.structure, b.structure) + difference("pages", a.pages, b.pages) +
           difference("sheet", a.sheet, b.sheet);
}

// A value as a part of a file's name.
std::string file_name(const Name& name, std::string value) {
    std::erase_if(value, [](char c) { return c == '/' || c == ' '; });
    return "switches/" + name.first + "-" + name.second + "-" + value + ".txt";
}

HouseStyle base_form() {
    Sources sources;
    Diagnostics diagnostics;
    const std::string file = read_bytes(source_folder / "templates" / "by-year.xml");
    const auto form = read_style_form(parse(file), nullptr, diagnostics);
    REQUIRE(form);
    return *form;
}

TEST_SUITE_BEGIN("golden");

TEST_CASE("どの値も、名のとおりのものだけを変える") {
    for (const Switch& one : switches()) {
        const Name name{one.element, one.attribute};
        if (one.element == "paper" && (one.attribute == "width" || one.attribute == "height")) continue;
        HouseStyle form = base_form();
        preset_for(name)(form);
        std::string all;
        for (const std::string& value : values_for(one, form)) {
            CAPTURE(one.element);
            CAPTURE(one.attribute);
            CAPTURE(value);
            const std::string text = difference(form, with_value(name, value, form));
            all += text;
            if (!text.empty()) CHECK(golden_difference(file_name(name, value), text) == "");
        }
        CAPTURE(one.element);
        CAPTURE(one.attribute);
        CHECK(all.empty() == shows_nothing.contains(name));
    }
}

TEST_CASE("役割の書体や大きさは、その役割の文だけを変える") {
    for (const RoleMeaning& meaning : role_meanings()) {
        const Name name{"role", meaning.name};
        HouseStyle form = base_form();
        if (meaning.role >= Role::cover_meeting && meaning.role <= Role::cover_department)
            form.cover.always = true;
        if (meaning.role == Role::contents || meaning.role == Role::contents_title)
            form.contents.always = true;
        if (meaning.role == Role::statement || meaning.role == Role::field_label)
            form.arrangement = Arrangement::stacked;
        preset_for(name)(form);
        HouseStyle changed = form;
        const auto index = static_cast<std::size_t>(meaning.role);
        if (!changed.given[index]) changed.styles[index] = settled(form).styles[index];
        changed.given[index] = true;
        changed.styles[index].size += pt(1);
        CAPTURE(meaning.name);
        const std::string text = difference(form, changed);
        if (meaning.role != Role::footnote) CHECK_FALSE(text.empty()); // the paper has no footnotes
        if (!text.empty()) CHECK(golden_difference(file_name(name, "larger"), text) == "");
    }
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
