#pragma once
// A style told switch by switch, and the same as documentation: both come from the table of switches.

#include "base/diagnostics.h"
#include "style/switches.h"

#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct SwitchLine {
    std::string_view element, attribute;
    std::string value;   // as it is written in a file
    std::string range;   // what may be written
    std::string initial; // where it is left out; empty: it must be given
    std::string_view meaning;
};

// What may be written for a switch.
std::string range_of(const Switch& one, Language language);
std::string range_of(const RoleSwitch& one, Language language);

// Of the form as it is written: sizes that follow from others are not told.
std::vector<SwitchLine> describe_switches(const HouseStyle& form, Language language);

struct RoleLine {
    std::string_view name, meaning;
    bool given = false; // else it is made from the others
    std::vector<SwitchLine> attributes;
};

// With the values that hold in the end.
std::vector<RoleLine> describe_roles(const HouseStyle& form, Language language);

// The tables of docs/house-style.md: every element with its attributes, their values, what holds where they
// are left out, and what they mean; then the roles. In Japanese, as Markdown.
std::string style_reference();

} // namespace taisho
