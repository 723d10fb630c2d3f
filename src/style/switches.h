#pragma once
// The one table of all that a house style can say. It reads a style, tells which elements and attributes
// there are, gives the schema, and prints a style with every value, its range and its meaning.

#include "style/house_style.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace taisho {

// Each kind of value knows where in `Form` (a HouseStyle, or the ParagraphStyle of a role) it is kept.
template <class Form>
struct LengthValue {
    Length least, most;
    Length& (*of)(Form&);
};
template <class Form>
struct NumberValue {
    std::int32_t least, most;
    std::int32_t& (*of)(Form&);
};
template <class Form>
struct ChoiceValue {
    std::span<const std::string_view> words;
    std::size_t (*get)(Form&);
    void (*set)(Form&, std::size_t); // an index of `words`
};
// #rrggbb, or a grey from 0 (black) to 255 (white); where `or_none`, also none.
template <class Form>
struct ColourValue {
    Colour& (*of)(Form&);
    bool or_none = false;
};
template <class Form>
struct WordValue {
    std::string& (*of)(Form&);
    std::vector<std::string_view> places = {}; // in it, that are filled in
    std::string_view example = {};             // what may stand there, where it must not be empty
};

// Whether a style that starts from no other must give it.
enum class Given : std::uint8_t { always, optional };

template <class Form>
struct SwitchOf {
    std::string_view element, attribute;
    std::variant<LengthValue<Form>, NumberValue<Form>, ChoiceValue<Form>, ColourValue<Form>, WordValue<Form>>
        value;
    Given given;
    std::string_view meaning, english;
};
using Switch = SwitchOf<HouseStyle>;
using RoleSwitch = SwitchOf<ParagraphStyle>;

// All but those of <role>, element by element in the order of the file; the root's own first.
std::span<const Switch> switches();

// The attributes of <role> but its name.
std::span<const RoleSwitch> role_switches();

// What the elements are for; <role> is the last.
struct StyleElement {
    std::string_view name;
    Given given;
    std::string_view meaning, english;
};
std::span<const StyleElement> style_elements();

// The word of a role and what is set in it.
struct RoleMeaning {
    Role role;
    std::string_view name, meaning, english;
};
std::span<const RoleMeaning> role_meanings();

// Parts of the table, internal to the room.
std::vector<Switch> page_switches();
std::vector<Switch> comparison_switches();
std::vector<Switch> word_switches();

} // namespace taisho
