#include "style/house_style.h"

#include "base/suggest.h"
#include "style/derived_style.h"
#include "style/measure.h"
#include "xml/shape.h"

#include <algorithm>
#include <charconv>

namespace taisho {
namespace {

constexpr std::array<std::string_view, role_count> role_names = {
    "title",        "section",    "level",     "item",           "body",          "fieldLabel",
    "statement",    "sideLabel",  "legend",    "columnHeader",   "rowHeader",     "band",
    "cell",         "mark",       "note",      "footnote",       "contentsTitle", "contents",
    "coverMeeting", "coverTitle", "coverFact", "coverDepartment"};

std::vector<AttributeShape> word_attributes() {
    std::vector<AttributeShape> attributes;
    for (const WordEntry& entry : word_entries()) attributes.push_back({entry.attribute});
    return attributes;
}

std::span<const Shape> style_shapes() {
    constexpr Occurs any = Occurs::any, optional = Occurs::optional;
    static const std::vector<Shape> shapes = {
        {"houseStyle",
         {{"arrangement"}},
         {{"title"},
          {"paper"},
          {"pageNumber"},
          {"paperNumber"},
          {"table"},
          {"typesetting", optional},
          {"sheet"},
          {"words"},
          {"spoken", optional},
          {"cover", optional},
          {"contents", optional},
          {"role", any}}},
        {"title", {}, {}, true, true},
        {"paper", {{"width"}, {"height"}, {"top"}, {"right"}, {"bottom"}, {"left"}}, {}},
        {"pageNumber", {{"size"}, {"fromBottom"}}, {}},
        {"paperNumber", {{"size"}, {"fromTop"}}, {}},
        {"table", {{"paddingX"}, {"paddingY"}, {"rule"}, {"headerGrey"}, {"bandGrey"}}, {}},
        {"typesetting",
         {{"lineBreak", optional},
          {"hanging", optional},
          {"hanLatin", optional},
          {"tab", optional},
          {"hardBreaks", optional},
          {"wholeItem", optional}},
         {}},
        {"sheet", {{"mincho"}, {"gothic"}, {"linePitch", optional}}, {}},
        {"words", word_attributes(), {}},
        {"spoken", {{"change", optional}, {"noValue", optional}}, {}},
        {"cover", {{"date", optional}, {"place", optional}, {"agenda", optional}}, {}},
        {"contents", {{"title", optional}, {"depth", optional}}, {}},
        {"role",
         {{"name"},
          {"font"},
          {"size"},
          {"pitch"},
          {"align"},
          {"spread", optional},
          {"indent"},
          {"before"},
          {"after"}},
         {}},
    };
    return shapes;
}

// Reads attributes of one element; what cannot be understood is reported once and replaced by something
// harmless.
struct Form {
    const Element& element;
    Diagnostics& diagnostics;

    std::string word(std::string_view name) const { return attribute_of(element, name).utf8; }

    Length length(std::string_view name, Length least, Length most) const {
        const Text text = attribute_of(element, name);
        const std::optional<Length> value = parse_length(text.utf8);
        if (value && *value >= least && *value <= most) return *value;
        if (has_attribute(element, name)) {
            add_error(diagnostics, Code::bad_length, text.at,
                      {std::string(name), text.utf8, std::to_string(least.mpt / 1000),
                       std::to_string(most.mpt / 1000)});
        }
        return least;
    }

    // `otherwise` when it is not given or wrong.
    int number(std::string_view name, int least, int most, int otherwise) const {
        const Text text = attribute_of(element, name);
        int value = -1;
        const char* last = text.utf8.data() + text.utf8.size();
        const auto [end, error] = std::from_chars(text.utf8.data(), last, value);
        const bool whole = error == std::errc{} && end == last;
        if (whole && value >= least && value <= most) return value;
        if (has_attribute(element, name)) {
            add_error(diagnostics, Code::bad_number, text.at,
                      {std::string(name), text.utf8, std::to_string(least), std::to_string(most)});
        }
        return otherwise;
    }

    std::uint8_t grey(std::string_view name) const {
        return static_cast<std::uint8_t>(number(name, 0, 255, 255));
    }

    // The index of the attribute's value among `words`.
    std::size_t choice(std::string_view name, std::span<const std::string_view> words) const {
        const Text text = attribute_of(element, name);
        const auto found = std::ranges::find(words, text.utf8);
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
        if (has_attribute(element, name)) {
            std::string all;
            for (const std::string_view word : words) all.append(all.empty() ? "" : ", ").append(word);
            add_error(diagnostics, Code::bad_keyword, text.at, {std::string(name), text.utf8, all});
        }
        return 0;
    }
};

void read_paper_size(const Form& form, PageSetup& page) {
    const auto margin = [&](std::string_view name) { return form.length(name, pt(0), pt(300)); };
    page.width = form.length("width", pt(200), pt(2000));
    page.height = form.length("height", pt(200), pt(2000));
    page.top = margin("top"), page.right = margin("right"), page.bottom = margin("bottom"),
    page.left = margin("left");
    const bool wide_enough = page.width - page.left - page.right >= pt(120);
    const bool high_enough = page.height - page.top - page.bottom >= pt(120);
    if (!wide_enough || !high_enough)
        add_error(form.diagnostics, Code::margins_too_wide, form.element.at, {});
}

ParagraphStyle read_style(const Form& form) {
    constexpr std::string_view fonts[] = {"mincho", "gothic"};
    constexpr std::string_view aligns[] = {"start", "center", "end", "justify", "distribute", "decimal"};
    ParagraphStyle style;
    style.family = static_cast<Family>(form.choice("font", fonts));
    style.size = form.length("size", pt(5), pt(72));
    style.pitch = form.length("pitch", pt(5), pt(200));
    style.align = static_cast<Align>(form.choice("align", aligns));
    style.spread = form.length("spread", pt(0), pt(1000));
    style.indent = form.length("indent", pt(0), pt(200));
    style.space_before = form.length("before", pt(0), pt(200));
    style.space_after = form.length("after", pt(0), pt(200));
    return style;
}

void read_roles(const Element& root, HouseStyle& style, Diagnostics& diagnostics) {
    std::array<bool, role_count> given{};
    for (const Element* element : find_children(root, "role")) {
        const Text name = attribute_of(*element, "name");
        const auto found = std::ranges::find(role_names, name.utf8);
        if (found == role_names.end()) {
            add_error(diagnostics, Code::unknown_role, name.at, {name.utf8, nearest(name.utf8, role_names)});
            continue;
        }
        const auto role = static_cast<std::size_t>(found - role_names.begin());
        if (given[role])
            add_error(diagnostics, Code::repeated_element, element->at, {root.name, "role " + name.utf8});
        given[role] = true;
        style.styles[role] = read_style({*element, diagnostics});
    }
    for (std::size_t role = 0; role < role_count; ++role) {
        if (given[role]) continue;
        if (may_be_left_out(static_cast<Role>(role)))
            style.styles[role] = derived_style(static_cast<Role>(role), style);
        else
            add_error(diagnostics, Code::missing_role, root.at, {std::string(role_names[role])});
    }
}

Cover read_cover(const Element& root) {
    Cover cover;
    const Element* element = find_child(root, "cover");
    if (element == nullptr) return cover;
    cover.always = true;
    if (has_attribute(*element, "date")) cover.date = attribute_of(*element, "date").utf8;
    if (has_attribute(*element, "place")) cover.place = attribute_of(*element, "place").utf8;
    if (has_attribute(*element, "agenda")) cover.agenda = attribute_of(*element, "agenda").utf8;
    return cover;
}

Contents read_contents(const Element& root, Diagnostics& diagnostics) {
    Contents contents;
    const Element* element = find_child(root, "contents");
    if (element == nullptr) return contents;
    const Form form{*element, diagnostics};
    contents.always = true;
    if (has_attribute(*element, "title")) contents.title = form.word("title");
    contents.depth = form.number("depth", 1, 40, contents.depth);
    return contents;
}

// All of it may be left out: then texts are set as they always were.
Typesetting read_typesetting(const Element& root, Diagnostics& diagnostics) {
    Typesetting typesetting;
    const Element* element = find_child(root, "typesetting");
    if (element == nullptr) return typesetting;
    constexpr std::string_view levels[] = {"strict", "normal", "loose"};
    constexpr std::string_view answers[] = {"no", "yes"};
    constexpr std::string_view hard_breaks[] = {"keep", "join"};
    constexpr std::string_view spaces[] = {"0", "0.125", "0.25"}; // em, in steps of 1/8
    constexpr std::int32_t em = 1000;
    const Form form{*element, diagnostics};
    typesetting.line_break = static_cast<BreakLevel>(form.choice("lineBreak", levels));
    typesetting.hanging = form.choice("hanging", answers) == 1;
    typesetting.han_latin = static_cast<std::int32_t>(form.choice("hanLatin", spaces)) * em / 8;
    typesetting.tab = form.number("tab", 1, 30, typesetting.tab / em) * em;
    typesetting.hard_breaks = form.choice("hardBreaks", hard_breaks) == 0;
    typesetting.whole_item = form.number("wholeItem", 0, 100, typesetting.whole_item);
    return typesetting;
}

// A place is anything between { and }: one that the word does not have would be printed as it stands.
void check_places(const WordEntry& entry, const Text& word, Diagnostics& diagnostics) {
    const std::string& text = word.utf8;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        const std::size_t end = std::min(text.find('}', at), text.size() - 1);
        const std::string place = text.substr(at, end + 1 - at);
        if (std::ranges::find(entry.places, place) != entry.places.end()) continue;
        std::string all;
        for (const std::string_view one : entry.places) all.append(all.empty() ? "" : ", ").append(one);
        add_error(diagnostics, Code::bad_keyword, word.at,
                  {std::string(entry.attribute), place, all.empty() ? "―" : all});
    }
}

Words read_words(const Form& form) {
    Words words;
    for (const WordEntry& entry : word_entries()) {
        words.*entry.word = form.word(entry.attribute);
        const Text word = attribute_of(form.element, entry.attribute);
        check_places(entry, word, form.diagnostics);
        const bool side = entry.word == &Words::before || entry.word == &Words::after;
        if (side && word.empty() &&
            has_attribute(form.element, entry.attribute)) // the sides could not be told apart
            add_error(form.diagnostics, Code::bad_keyword, word.at,
                      {std::string(entry.attribute), "", "修正前, 修正後"});
    }
    return words;
}

Spoken read_spoken(const Element& root) {
    Spoken spoken;
    const Element* element = find_child(root, "spoken");
    if (element == nullptr) return spoken;
    if (has_attribute(*element, "change")) spoken.change = attribute_of(*element, "change").utf8;
    if (has_attribute(*element, "noValue")) spoken.no_value = attribute_of(*element, "noValue").utf8;
    return spoken;
}

} // namespace

std::optional<HouseStyle> read_house_style(const Element& root, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.size();
    if (!check_shape(root, "houseStyle", style_shapes(), diagnostics)) return std::nullopt;
    HouseStyle style;
    const auto form = [&](std::string_view name) { return Form{*find_child(root, name), diagnostics}; };
    if (errors != diagnostics.size()) return std::nullopt;

    constexpr std::string_view arrangements[] = {"by-year", "stacked"};
    style.title = child_text(root, "title").utf8;
    style.arrangement = static_cast<Arrangement>(Form{root, diagnostics}.choice("arrangement", arrangements));
    read_paper_size(form("paper"), style.page);
    style.page.number_size = form("pageNumber").length("size", pt(5), pt(40));
    style.page.number_from_bottom = form("pageNumber").length("fromBottom", pt(0), pt(300));
    style.page.box_size = form("paperNumber").length("size", pt(5), pt(40));
    style.page.box_top = form("paperNumber").length("fromTop", pt(0), pt(300));
    style.page.cell_padding_x = form("table").length("paddingX", pt(0), pt(30));
    style.page.cell_padding_y = form("table").length("paddingY", pt(0), pt(30));
    style.page.rule = form("table").length("rule", pt(0), pt(5));
    style.page.header_grey = form("table").grey("headerGrey");
    style.page.band_grey = form("table").grey("bandGrey");
    style.typesetting = read_typesetting(root, diagnostics);
    style.sheet_fonts.mincho = form("sheet").word("mincho");
    style.sheet_fonts.gothic = form("sheet").word("gothic");
    style.sheet_fonts.line_pitch = form("sheet").number("linePitch", 100, 200, style.sheet_fonts.line_pitch);
    style.words = read_words(form("words"));
    style.spoken = read_spoken(root);
    style.cover = read_cover(root);
    style.contents = read_contents(root, diagnostics);
    read_roles(root, style, diagnostics);
    if (errors != diagnostics.size()) return std::nullopt;
    return style;
}

} // namespace taisho
