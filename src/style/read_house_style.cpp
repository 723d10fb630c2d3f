#include "style/house_style.h"

#include "base/suggest.h"
#include "style/derived_style.h"
#include "style/measure.h"
#include "style/style_shape.h"
#include "style/switches.h"

#include <algorithm>
#include <charconv>

namespace taisho {
namespace {

// Reads an attribute that is given into its place of the form; what cannot be understood is reported and
// leaves the form as it is.
template <class Form>
struct Reading {
    const SwitchOf<Form>& one;
    Text text;
    Form& form;
    Diagnostics& diagnostics;

    std::string name() const { return std::string(one.attribute); }

    void operator()(const LengthValue<Form>& value) const {
        const std::optional<Length> length = parse_length(text.utf8);
        if (length && *length >= value.least && *length <= value.most) {
            value.of(form) = *length;
            return;
        }
        add_error(diagnostics, Code::bad_length, text.at,
                  {name(), text.utf8, std::to_string(value.least.mpt / 1000),
                   std::to_string(value.most.mpt / 1000)});
    }

    void operator()(const NumberValue<Form>& value) const {
        std::int32_t number = 0;
        const char* last = text.utf8.data() + text.utf8.size();
        const auto [end, error] = std::from_chars(text.utf8.data(), last, number);
        const bool whole = error == std::errc{} && end == last;
        if (whole && number >= value.least && number <= value.most) {
            value.of(form) = number;
            return;
        }
        add_error(diagnostics, Code::bad_number, text.at,
                  {name(), text.utf8, std::to_string(value.least), std::to_string(value.most)});
    }

    // Other words were reported with the shape.
    void operator()(const ChoiceValue<Form>& value) const {
        const auto found = std::ranges::find(value.words, text.utf8);
        if (found != value.words.end())
            value.set(form, static_cast<std::size_t>(found - value.words.begin()));
    }

    void operator()(const ColourValue<Form>& value) const {
        const std::optional<Colour> colour =
            value.or_none && text.utf8 == "none" ? no_colour : parse_colour(text.utf8);
        if (colour)
            value.of(form) = *colour;
        else
            add_error(diagnostics, Code::bad_colour, text.at, {name(), text.utf8});
    }

    // A place is anything between { and }: one that the word does not have would be printed as it stands.
    void operator()(const WordValue<Form>& value) const {
        for (std::size_t at = text.utf8.find('{'); at != std::string::npos;
             at = text.utf8.find('{', at + 1)) {
            const std::size_t end = std::min(text.utf8.find('}', at), text.utf8.size() - 1);
            const std::string place = text.utf8.substr(at, end + 1 - at);
            if (std::ranges::find(value.places, place) != value.places.end()) continue;
            std::string all;
            for (const std::string_view one_place : value.places)
                all.append(all.empty() ? "" : ", ").append(one_place);
            add_error(diagnostics, Code::bad_keyword, text.at, {name(), place, all.empty() ? "―" : all, ""});
        }
        if (text.utf8.empty() && !value.example.empty())
            add_error(diagnostics, Code::empty_word, text.at, {name(), std::string(value.example)});
        value.of(form) = text.utf8;
    }
};

template <class Form>
void read_switch(const SwitchOf<Form>& one, const Element& element, Form& form, Diagnostics& diagnostics) {
    if (!has_attribute(element, one.attribute)) return;
    std::visit(Reading<Form>{one, attribute_of(element, one.attribute), form, diagnostics}, one.value);
}

void read_switches(const Element& root, HouseStyle& form, Diagnostics& diagnostics) {
    for (const Switch& one : switches()) {
        const Element* element = one.element == root.name ? &root : find_child(root, one.element);
        if (element != nullptr) read_switch(one, *element, form, diagnostics);
    }
}

// Where the style starts from another, a role that was made from others is so before it is changed.
void read_roles(const Element& root, bool starts, HouseStyle& form, Diagnostics& diagnostics) {
    std::bitset<role_count> seen;
    for (const Element* element : find_children(root, "role")) {
        const Text name = attribute_of(*element, "name");
        const auto found = std::ranges::find(role_names(), name.utf8);
        if (found == role_names().end()) {
            if (has_attribute(*element, "name"))
                add_error(diagnostics, Code::unknown_role, name.at,
                          {name.utf8, nearest(name.utf8, role_names())});
            continue;
        }
        const auto role = static_cast<std::size_t>(found - role_names().begin());
        if (seen[role])
            add_error(diagnostics, Code::repeated_element, element->at, {root.name, "role " + name.utf8});
        const bool made = !form.given[role] && may_be_left_out(static_cast<Role>(role));
        if (made && starts) form.styles[role] = derived_style(static_cast<Role>(role), with_size(form));
        seen[role] = form.given[role] = true;
        for (const RoleSwitch& one : role_switches())
            read_switch(one, *element, form.styles[role], diagnostics);
    }
}

Span place_of(const Element& root, std::string_view element) {
    const Element* child = find_child(root, element);
    return child != nullptr ? child->at : root.at;
}

Span place_of_role(const Element& root, std::size_t role) {
    for (const Element* element : find_children(root, "role"))
        if (attribute_of(*element, "name").utf8 == role_names()[role]) return element->at;
    return root.at;
}

bool has_measures(const Element& paper) {
    return has_attribute(paper, "width") || has_attribute(paper, "height");
}

// A paper of a size without a name is given by its measures alone.
void settle_size(const Element& root, HouseStyle& form, Diagnostics& diagnostics) {
    const Element* paper = find_child(root, "paper");
    if (paper == nullptr) return;
    if (has_measures(*paper) && !has_attribute(*paper, "size")) form.paper_size = PaperSize::other;
    if (form.paper_size != PaperSize::other) return;
    for (const auto& [name, length] :
         {std::pair("width", form.page.width), std::pair("height", form.page.height)}) {
        if (length == Length{} && !has_attribute(*paper, name))
            add_error(diagnostics, Code::missing_attribute, paper->at, {"paper", name});
    }
}

// What each switch may be, but not together with the others.
void check_together(const Element& root, const HouseStyle& form, Diagnostics& diagnostics) {
    for (std::size_t role = 0; role < role_count; ++role) {
        if (!form.given[role] && !may_be_left_out(static_cast<Role>(role)))
            add_error(diagnostics, Code::missing_role, root.at, {std::string(role_names()[role])});
    }
    const Element* paper = find_child(root, "paper");
    if (paper != nullptr && form.paper_size != PaperSize::other && has_measures(*paper))
        add_error(diagnostics, Code::size_given_twice, paper->at, {});
    const PageSetup page = with_size(form).page;
    const bool wide_enough = page.width - page.left - page.right >= pt(120);
    const bool high_enough = page.height - page.top - page.bottom >= pt(120);
    if (!wide_enough || !high_enough)
        add_error(diagnostics, Code::margins_too_wide, place_of(root, "paper"), {});

    const Marks& marks = form.page.marks;
    const bool other_face = marks.bold || marks.gothic;
    const bool alone = marks.before == Stroke::none || marks.after == Stroke::none;
    if (marks.colour != no_colour && alone && !other_face)
        add_error(diagnostics, Code::colour_alone, place_of(root, "mark"), {});
    const bool faint = marks.colour != no_colour && !is_readable(marks.colour, white);
    if (faint) add_error(diagnostics, Code::poor_contrast, place_of(root, "mark"), {"colour"});
    const Colour ink = marks.colour == no_colour || faint ? black : marks.colour;
    for (const auto& [name, fill] :
         {std::pair("headerFill", page.header_fill), std::pair("bandFill", page.band_fill)}) {
        if (!is_readable(ink, fill) || !is_readable(black, fill))
            add_error(diagnostics, Code::poor_contrast, place_of(root, "table"), {name});
    }

    for (std::size_t role = 0; role < role_count; ++role) {
        if (form.given[role] && form.styles[role].pitch < form.styles[role].size)
            add_error(diagnostics, Code::lines_overlap, place_of_role(root, role),
                      {std::string(role_names()[role])});
    }
    const std::int32_t characters = page.grid.characters;
    if (characters > 0 && (page.width - page.left - page.right) / characters < pt(5))
        add_error(diagnostics, Code::text_too_small, place_of(root, "grid"), {});

    const PageNumber& number = page.number;
    const std::string& beside = number.place == Place::left    ? page.foot.left
                                : number.place == Place::right ? page.foot.right
                                                               : page.foot.center;
    if (number.form != PageNumberForm::none && !beside.empty())
        add_error(diagnostics, Code::place_taken, place_of(root, "foot"), {"pageNumber", "foot"});
    const bool both_boxes = !page.stamp.text.empty() && page.paper_number.form != PaperNumberForm::none &&
                            page.stamp.place == page.paper_number.place && page.stamp.pages != OnPages::later;
    if (both_boxes)
        add_error(diagnostics, Code::place_taken, place_of(root, "stamp"), {"paperNumber", "stamp"});
}

} // namespace

Text base_of(const Element& root) { return attribute_of(root, "from"); }

std::optional<HouseStyle> read_style_form(const Element& root, const HouseStyle* base,
                                          Diagnostics& diagnostics) {
    const std::size_t slips = diagnostics.size();
    const auto shapes = base != nullptr ? derived_style_shapes() : style_shapes();
    if (!check_shape(root, "houseStyle", shapes, diagnostics)) return std::nullopt;
    HouseStyle form = base != nullptr ? *base : HouseStyle{};
    form.title = child_text(root, "title").utf8, form.base = base_of(root).utf8;
    if (find_child(root, "cover") != nullptr) form.cover.always = true;
    if (find_child(root, "contents") != nullptr) form.contents.always = true;
    read_switches(root, form, diagnostics);
    settle_size(root, form, diagnostics);
    const bool whole = slips == diagnostics.size(); // else what is missing would be told twice
    read_roles(root, base != nullptr, form, diagnostics);
    if (whole) check_together(root, form, diagnostics);
    if (slips != diagnostics.size()) return std::nullopt;
    return form;
}

std::optional<HouseStyle> read_house_style(const Element& root, Diagnostics& diagnostics) {
    const std::optional<HouseStyle> form = read_style_form(root, nullptr, diagnostics);
    return form ? std::optional(settled(*form)) : std::nullopt;
}

} // namespace taisho
