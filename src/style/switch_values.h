#pragma once
// Short ways to write a line of the table of switches. Internal to the room.

#include "style/switches.h"

#include <type_traits>

namespace taisho {

inline constexpr std::string_view no_yes[] = {"no", "yes"};

// `Of` is a lambda without captures that gives the enumeration or bool kept in a form.
template <class Form, class Of>
ChoiceValue<Form> choice(std::span<const std::string_view> words, Of) {
    using Kept = std::remove_reference_t<std::invoke_result_t<Of, Form&>>;
    return {words, [](Form& form) { return static_cast<std::size_t>(Of{}(form)); },
            [](Form& form, std::size_t index) { Of{}(form) = static_cast<Kept>(index); }};
}

} // namespace taisho
