#include "style/style_shape.h"

#include "style/describe_style.h"
#include "style/switches.h"

#include <algorithm>

namespace taisho {
namespace {

// Of a style that starts from no other, of one that does, and of either, for the schema.
enum class Kind : std::uint8_t { whole, derived, any };

Occurs occurs_of(Given given, Kind kind) {
    return given == Given::always && kind == Kind::whole ? Occurs::once : Occurs::optional;
}

// With the range, which no type of the schema tells: words are listed there, and text is free.
template <class Form>
std::string meaning_of(const SwitchOf<Form>& one) {
    const bool listed = std::holds_alternative<ChoiceValue<Form>>(one.value);
    const bool free = std::holds_alternative<WordValue<Form>>(one.value);
    const std::string meaning(one.meaning);
    return listed || free ? meaning : meaning + "（" + range_of(one, Language::japanese) + "）";
}

template <class Form>
AttributeShape attribute_of(const SwitchOf<Form>& one, Kind kind) {
    AttributeShape shape{one.attribute, occurs_of(one.given, kind), meaning_of(one), {}};
    if (const auto* choice = std::get_if<ChoiceValue<Form>>(&one.value))
        shape.words.assign(choice->words.begin(), choice->words.end());
    return shape;
}

Shape root_shape(Kind kind) {
    Shape root{style_elements().front().name, {}, {}, false, false, style_elements().front().meaning};
    const Occurs from = kind == Kind::whole ? Occurs::optional : Occurs::once;
    root.attributes = {{"from", kind == Kind::any ? Occurs::optional : from,
                        "もとにする様式の名前。書いたところだけが変わります。"}};
    for (const Switch& one : switches())
        if (one.element == root.key) root.attributes.push_back(attribute_of(one, kind));
    for (const StyleElement& element : style_elements().subspan(1)) {
        const bool title = element.name == "title", role = element.name == "role";
        root.children.push_back({element.name, role    ? Occurs::any
                                               : title ? Occurs::once
                                                       : occurs_of(element.given, kind)});
    }
    return root;
}

Shape role_shape(const StyleElement& element, Kind kind) {
    Shape role{element.name, {}, {}, false, false, element.meaning};
    role.attributes = {{"name", Occurs::once, "役割の名前。"}};
    if (kind == Kind::any) {
        const auto names = role_names();
        role.attributes.front().words.assign(names.begin(), names.end());
    }
    for (const RoleSwitch& one : role_switches()) role.attributes.push_back(attribute_of(one, kind));
    return role;
}

std::vector<Shape> shapes_of(Kind kind) {
    std::vector<Shape> shapes = {root_shape(kind)};
    for (const StyleElement& element : style_elements().subspan(1)) {
        if (element.name == "role") {
            shapes.push_back(role_shape(element, kind));
            continue;
        }
        const bool text = element.name == "title";
        Shape shape{element.name, {}, {}, text, text, element.meaning};
        for (const Switch& one : switches())
            if (one.element == element.name) shape.attributes.push_back(attribute_of(one, kind));
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

} // namespace

std::span<const Shape> style_shapes() {
    static const std::vector<Shape> shapes = shapes_of(Kind::whole);
    return shapes;
}

std::span<const Shape> derived_style_shapes() {
    static const std::vector<Shape> shapes = shapes_of(Kind::derived);
    return shapes;
}

std::string schema_of_styles() {
    constexpr std::string_view roots[] = {"houseStyle"};
    return write_schema(roots, shapes_of(Kind::any));
}

} // namespace taisho
