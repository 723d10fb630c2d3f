#include "style/describe_style.h"

#include "style/derived_style.h"
#include "style/measure.h"

#include <algorithm>

namespace taisho {
namespace {

std::string listed(std::span<const std::string_view> words) {
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : ", ").append(word);
    return all;
}

// What is kept in a form, as it is written.
template <class Form>
struct Writing {
    Form& form;

    std::string operator()(const LengthValue<Form>& value) const { return shown_length(value.of(form)); }
    std::string operator()(const NumberValue<Form>& value) const { return std::to_string(value.of(form)); }
    std::string operator()(const ChoiceValue<Form>& value) const {
        return std::string(value.words[value.get(form)]);
    }
    std::string operator()(const ColourValue<Form>& value) const { return shown_colour(value.of(form)); }
    std::string operator()(const WordValue<Form>& value) const { return value.of(form); }
};

struct Range {
    bool japanese;

    template <class Form>
    std::string operator()(const LengthValue<Form>& value) const {
        return shown_length(value.least) + (japanese ? "～" : " to ") + shown_length(value.most);
    }
    template <class Form>
    std::string operator()(const NumberValue<Form>& value) const {
        return std::to_string(value.least) + (japanese ? "～" : " to ") + std::to_string(value.most);
    }
    template <class Form>
    std::string operator()(const ChoiceValue<Form>& value) const {
        return listed(value.words);
    }
    template <class Form>
    std::string operator()(const ColourValue<Form>& value) const {
        return std::string(japanese ? "#rrggbb か 0～255" : "#rrggbb or 0 to 255") + (!value.or_none ? ""
                                                                                      : japanese
                                                                                          ? " か none"
                                                                                          : " or none");
    }
    template <class Form>
    std::string operator()(const WordValue<Form>& value) const {
        const std::string places = listed(std::span<const std::string_view>(value.places));
        return (japanese ? "言葉" : "words") + (places.empty() ? "" : (japanese ? "　" : " ") + places);
    }
};

template <class Form>
SwitchLine line_of(const SwitchOf<Form>& one, Form& form, Language language) {
    const bool japanese = language == Language::japanese;
    Form initial;
    return {one.element,
            one.attribute,
            std::visit(Writing<Form>{form}, one.value),
            range_of(one, language),
            one.given == Given::always ? "" : std::visit(Writing<Form>{initial}, one.value),
            japanese ? one.meaning : one.english};
}

// In a cell of a Markdown table.
std::string as_cell(std::string text) {
    if (text.empty()) return "`\"\"`";
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return "`" + text + "`";
}

std::string element_reference(const StyleElement& element, const std::vector<SwitchLine>& lines) {
    std::string text = "### `<" + std::string(element.name) + ">`\n\n" + std::string(element.meaning) + "。";
    text += element.given == Given::always ? "\n" : "省けます。\n";
    const auto of_element = [&](const SwitchLine& line) { return line.element == element.name; };
    if (std::ranges::none_of(lines, of_element)) return text + "\n";
    text += "\n| 属性 | 書けるもの | 省くと | 意味 |\n|---|---|---|---|\n";
    for (const SwitchLine& line : lines) {
        const bool needed = std::ranges::any_of(switches(), [&](const Switch& one) {
            return one.element == line.element && one.attribute == line.attribute &&
                   one.given == Given::always;
        });
        if (of_element(line))
            text += "| `" + std::string(line.attribute) + "` | " + line.range + " | " +
                    (needed ? "省けない" : as_cell(line.initial)) + " | " + std::string(line.meaning) +
                    " |\n";
    }
    return text + "\n";
}

} // namespace

std::string range_of(const Switch& one, Language language) {
    return std::visit(Range{language == Language::japanese}, one.value);
}

std::string range_of(const RoleSwitch& one, Language language) {
    return std::visit(Range{language == Language::japanese}, one.value);
}

std::vector<SwitchLine> describe_switches(const HouseStyle& form, Language language) {
    HouseStyle shown = with_size(form);
    std::vector<SwitchLine> lines;
    for (const Switch& one : switches()) lines.push_back(line_of(one, shown, language));
    return lines;
}

std::vector<RoleLine> describe_roles(const HouseStyle& form, Language language) {
    HouseStyle shown = settled(form);
    std::vector<RoleLine> roles;
    for (const RoleMeaning& meaning : role_meanings()) {
        const auto index = static_cast<std::size_t>(meaning.role);
        RoleLine& role =
            roles.emplace_back(RoleLine{meaning.name,
                                        language == Language::japanese ? meaning.meaning : meaning.english,
                                        form.given[index],
                                        {}});
        for (const RoleSwitch& one : role_switches())
            role.attributes.push_back(line_of(one, shown.styles[index], language));
    }
    return roles;
}

std::string style_reference() {
    const std::vector<SwitchLine> lines = describe_switches(HouseStyle{}, Language::japanese);
    std::string text;
    for (const StyleElement& element : style_elements())
        if (element.name != "role") text += element_reference(element, lines);
    text += "### `<role>`\n\n" + std::string(style_elements().back().meaning) +
            "。`name` が役割の名前です。\n\n| 属性 | 書けるもの | 意味 |\n|---|---|---|\n";
    ParagraphStyle initial;
    for (const RoleSwitch& one : role_switches()) {
        const SwitchLine line = line_of(one, initial, Language::japanese);
        text += "| `" + std::string(line.attribute) + "` | " + line.range + " | " +
                std::string(line.meaning) + " |\n";
    }
    text += "\n| `name` | 何の文字か |\n|---|---|\n";
    for (const RoleMeaning& role : role_meanings())
        text += "| `" + std::string(role.name) + "` | " + std::string(role.meaning) + " |\n";
    return text;
}

} // namespace taisho
