#include "xml/shape.h"

#include "base/suggest.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace taisho {
namespace {

const Shape& shape_of(std::string_view key, std::span<const Shape> shapes) {
    static const Shape anything{};
    const auto found = std::ranges::find(shapes, key, &Shape::key);
    return found != shapes.end() ? *found : anything;
}

template <class Entries>
std::vector<std::string_view> names_of(const Entries& entries) {
    std::vector<std::string_view> names;
    for (const auto& entry : entries) names.push_back(entry.name);
    return names;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

bool is_full(const Diagnostics& diagnostics) { return diagnostics.size() >= most_diagnostics; }

// What an unknown name was probably meant to be is not missing besides: one slip, one message.
using Meant = std::set<std::string, std::less<>>;
constexpr std::size_t most_looked_at = 100; // misspelt names of one element; the others mean nothing

Meant meant_attributes(const Element& element, const Shape& shape) {
    Meant meant;
    std::size_t looked_at = 0;
    for (const Attribute& attribute : element.attributes) {
        if (looked_at == most_looked_at) break;
        const auto known = std::ranges::find(shape.attributes, attribute.name, &AttributeShape::name);
        if (known != shape.attributes.end()) continue;
        meant.insert(nearest(attribute.name, names_of(shape.attributes))), ++looked_at;
    }
    return meant;
}

// The attributes of the choice, as the row names them and as the element gives them.
void check_attribute_choice(const Element& element, const Shape& shape, Occurs occurs, const Meant& meant,
                            Diagnostics& diagnostics) {
    std::vector<std::string_view> choices;
    for (const AttributeShape& wanted : shape.attributes) {
        if (wanted.occurs == occurs) choices.push_back(wanted.name);
    }
    if (choices.empty()) return;
    std::vector<const Attribute*> given;
    for (const Attribute& attribute : element.attributes) {
        if (std::ranges::find(choices, attribute.name) != choices.end()) given.push_back(&attribute);
    }
    const bool none_is_wrong = occurs == Occurs::one_of;
    if (given.size() == 1 || (given.empty() && !none_is_wrong)) return;
    const auto is_meant = [&](std::string_view name) { return meant.contains(name); };
    if (given.empty() && std::ranges::any_of(choices, is_meant)) return;
    add_error(diagnostics, none_is_wrong ? Code::attribute_choice : Code::two_positions,
              given.empty() ? element.at : given[1]->at, {element.name, joined(choices)});
}

void check_words(const Attribute& attribute, const AttributeShape& shape, Diagnostics& diagnostics) {
    if (shape.words.empty() || std::ranges::find(shape.words, attribute.value.utf8) != shape.words.end())
        return;
    // Of words of two or three Japanese characters any is near to any, and so are numbers.
    const std::string& word = attribute.value.utf8;
    const bool letters = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    add_error(diagnostics, Code::bad_keyword, attribute.value.at,
              {attribute.name, word, joined(shape.words), letters ? nearest(word, shape.words) : ""});
}

void check_attributes(const Element& element, const Shape& shape, Diagnostics& diagnostics) {
    for (const Attribute& attribute : element.attributes) {
        if (is_full(diagnostics)) return;
        const auto wanted = std::ranges::find(shape.attributes, attribute.name, &AttributeShape::name);
        if (wanted != shape.attributes.end()) {
            check_words(attribute, *wanted, diagnostics);
            continue;
        }
        const std::vector<std::string_view> known = names_of(shape.attributes);
        add_error(diagnostics, Code::unknown_attribute, attribute.at,
                  {element.name, attribute.name, nearest(attribute.name, known), joined(known)});
    }
    const Meant meant = meant_attributes(element, shape);
    for (const AttributeShape& wanted : shape.attributes) {
        const bool given = has_attribute(element, wanted.name) || meant.contains(wanted.name);
        if (wanted.occurs == Occurs::once && !given) {
            add_error(diagnostics, Code::missing_attribute, element.at,
                      {element.name, std::string(wanted.name)});
        }
    }
    check_attribute_choice(element, shape, Occurs::one_of, meant, diagnostics);
    check_attribute_choice(element, shape, Occurs::at_most_one_of, meant, diagnostics);
}

// ---- children ----

// For each child of the row its place in the order. Neighbours that may be mixed, or of which there is only
// one, share a place.
std::vector<std::size_t> places_of(const Shape& shape) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < shape.children.size(); ++i) {
        const Occurs occurs = shape.children[i].occurs;
        const bool shared = occurs == Occurs::any || occurs == Occurs::one_of;
        const bool goes_on = i > 0 && shared && shape.children[i - 1].occurs == occurs;
        places.push_back(i == 0 ? 0 : places.back() + (goes_on ? 0 : 1));
    }
    return places;
}

// The known children of an element in the order of the file; `row` is the index in Shape::children.
struct Known {
    const Element* element;
    std::size_t row;
};

std::vector<Known> known_children(const Element& element, const Shape& shape) {
    std::vector<Known> known;
    for (const Node& node : element.children) {
        const auto* child = std::get_if<Element>(&node.content);
        if (child == nullptr) continue;
        const auto found = std::ranges::find(shape.children, child->name, &ChildShape::name);
        if (found != shape.children.end())
            known.push_back({child, static_cast<std::size_t>(found - shape.children.begin())});
    }
    return known;
}

bool is_single(Occurs occurs) {
    switch (occurs) {
    case Occurs::once:
    case Occurs::optional:
    case Occurs::one_of:
    case Occurs::at_most_one_of: return true;
    case Occurs::any:
    case Occurs::some: return false;
    }
    return false;
}

// The elements that share a place as <a>, <b>.
std::string choices_at(std::size_t place, const Shape& shape, const std::vector<std::size_t>& places) {
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == place) text.append(text.empty() ? "<" : ", <").append(shape.children[i].name) += '>';
    }
    return text;
}

// Reports what is there too often; the rest, which takes part in the order, is returned.
std::vector<Known> check_surplus(const Element& element, const Shape& shape,
                                 const std::vector<std::size_t>& places, Diagnostics& diagnostics) {
    std::vector<Known> rest;
    std::vector<bool> seen(shape.children.size() + 1, false);
    for (const Known& known : known_children(element, shape)) {
        const ChildShape& child = shape.children[known.row];
        const std::size_t place = places[known.row];
        if (!is_single(child.occurs) || !seen[place]) {
            rest.push_back(known);
        } else if (child.occurs == Occurs::one_of) {
            add_error(diagnostics, Code::element_choice, known.element->at,
                      {element.name, choices_at(place, shape, places)});
        } else {
            add_error(diagnostics, Code::repeated_element, known.element->at,
                      {element.name, std::string(child.name)});
        }
        seen[place] = true;
    }
    return rest;
}

Meant meant_children(const Element& element, const Shape& shape) {
    Meant meant;
    const std::vector<std::string_view> names = names_of(shape.children);
    std::size_t looked_at = 0;
    for (const Node& node : element.children) {
        if (looked_at == most_looked_at) break;
        const auto* child = std::get_if<Element>(&node.content);
        if (child != nullptr && std::ranges::find(names, child->name) == names.end())
            meant.insert(nearest(child->name, names)), ++looked_at;
    }
    return meant;
}

void check_missing(const Element& element, const Shape& shape, const std::vector<std::size_t>& places,
                   const std::vector<Known>& known, Diagnostics& diagnostics) {
    std::vector<bool> seen(shape.children.size() + 1, false);
    for (const Known& child : known) seen[places[child.row]] = true;
    const Meant meant = meant_children(element, shape);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (meant.contains(shape.children[i].name)) seen[places[i]] = true;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ChildShape& child = shape.children[i];
        if (seen[places[i]]) continue;
        if (child.occurs == Occurs::once || child.occurs == Occurs::some) {
            add_error(diagnostics, Code::missing_element, element.at,
                      {element.name, std::string(child.name)});
        } else if (child.occurs == Occurs::one_of) {
            add_error(diagnostics, Code::element_choice, element.at,
                      {element.name, choices_at(places[i], shape, places)});
            seen[places[i]] = true;
        }
    }
}

// The most children that can stay where they are: for each, whether it is one of them. Of several ways to
// choose them, one that keeps what comes first. `last` holds, for each place, the end of the longest row in
// order that ends there.
std::vector<bool> in_order(const std::vector<std::size_t>& child_places, std::size_t place_count) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> length(child_places.size()), before(child_places.size(), none);
    std::vector<std::size_t> last(place_count, none);
    const auto longest_until = [&](std::size_t place) {
        std::size_t best = none;
        for (std::size_t i = 0; i <= place; ++i) {
            if (last[i] == none) continue;
            const bool longer = best == none || length[last[i]] > length[best] ||
                                (length[last[i]] == length[best] && last[i] < best);
            if (longer) best = last[i];
        }
        return best;
    };
    for (std::size_t i = 0; i < child_places.size(); ++i) {
        const std::size_t place = child_places[i];
        before[i] = longest_until(place);
        length[i] = before[i] == none ? 1 : length[before[i]] + 1;
        if (last[place] == none || length[i] > length[last[place]]) last[place] = i;
    }
    std::vector<bool> kept(child_places.size(), false);
    if (child_places.empty()) return kept;
    for (std::size_t i = longest_until(place_count - 1); i != none; i = before[i]) kept[i] = true;
    return kept;
}

// What is wrong with where a child stands, as the element that must come first and the other one: among those
// that stay, one before it that belongs behind it, or else one behind it that belongs before it. Those that
// stay are in order, so that for each place the first and the last of them are enough.
struct Stay {
    std::size_t first, last; // indexes of children
    std::size_t place;
};

std::vector<Stay> stays_of(const std::vector<std::size_t>& child_places, const std::vector<bool>& kept) {
    std::vector<Stay> stays;
    for (std::size_t i = 0; i < child_places.size(); ++i) {
        if (!kept[i]) continue;
        if (stays.empty() || stays.back().place != child_places[i]) stays.push_back({i, i, child_places[i]});
        stays.back().last = i;
    }
    return stays;
}

struct Misplaced {
    std::size_t must_come_first, other;
};

Misplaced misplaced(std::size_t i, std::size_t place, const std::vector<Stay>& stays) {
    const auto too_late =
        std::ranges::find_if(stays, [&](const Stay& stay) { return stay.place > place && stay.first < i; });
    if (too_late != stays.end()) return {i, too_late->first};
    Misplaced result{i, i};
    for (const Stay& stay : stays) {
        if (stay.place < place && stay.last > i) result.must_come_first = stay.last;
    }
    return result;
}

// One message for each child that would have to be moved.
void check_order(const Element& element, const std::vector<std::size_t>& places,
                 const std::vector<Known>& known, Diagnostics& diagnostics) {
    std::vector<std::size_t> child_places;
    for (const Known& child : known) child_places.push_back(places[child.row]);
    if (std::ranges::is_sorted(child_places)) return;
    const std::vector<bool> kept = in_order(child_places, places.size() + 1);
    const std::vector<Stay> stays = stays_of(child_places, kept);
    for (std::size_t i = 0; i < known.size() && !is_full(diagnostics); ++i) {
        if (kept[i]) continue;
        const Misplaced wrong = misplaced(i, child_places[i], stays);
        add_error(
            diagnostics, Code::element_order, known[i].element->at,
            {element.name, known[wrong.must_come_first].element->name, known[wrong.other].element->name});
    }
}

// Most elements of a plan are values: they hold a text, and need no child.
bool is_plain_text(const Element& element, const Shape& shape) {
    const auto is_needed = [](const ChildShape& child) {
        return child.occurs != Occurs::optional && child.occurs != Occurs::any;
    };
    return std::ranges::all_of(element.children,
                               [](const Node& node) { return node.content.index() == 0; }) &&
           std::ranges::none_of(shape.children, is_needed);
}

void check_children(const Element& element, const Shape& shape, Diagnostics& diagnostics) {
    if (is_plain_text(element, shape)) return;
    const std::vector<std::size_t> places = places_of(shape);
    const std::vector<Known> known = check_surplus(element, shape, places, diagnostics);
    check_missing(element, shape, places, known, diagnostics);
    check_order(element, places, known, diagnostics);
}

// ---- texts ----

constexpr const char* blanks = " \t\r\n";

bool has_text(const Text& text) { return text.utf8.find_first_not_of(blanks) != std::string::npos; }

// The place of a text without the blanks before it, which may be the end of the line above.
Span visible_part(const Text& text) {
    Span at = text.at;
    at.begin += static_cast<std::uint32_t>(text.utf8.find_first_not_of(blanks));
    return at;
}

// Nothing to print: blanks and line breaks alone.
bool is_empty(const Element& element) {
    return std::ranges::none_of(element.children, [](const Node& node) {
        const auto* text = std::get_if<Text>(&node.content);
        return text != nullptr ? has_text(*text) : character_of(std::get<Element>(node.content)) == 0;
    });
}

void check_element(const Element& element, const Shape& shape, std::span<const Shape> shapes,
                   Diagnostics& diagnostics) {
    check_attributes(element, shape, diagnostics);
    check_children(element, shape, diagnostics);
    if (shape.filled && is_empty(element))
        add_error(diagnostics, Code::empty_element, element.at, {element.name});
    for (const Node& node : element.children) {
        if (is_full(diagnostics)) return;
        const auto* text = std::get_if<Text>(&node.content);
        if (text != nullptr) {
            if (!shape.text && has_text(*text)) {
                add_error(diagnostics, Code::unexpected_text, visible_part(*text),
                          {element.name, joined(names_of(shape.children))});
            }
            continue;
        }
        const auto& child = std::get<Element>(node.content);
        const auto found = std::ranges::find(shape.children, child.name, &ChildShape::name);
        if (found == shape.children.end()) {
            const std::vector<std::string_view> known = names_of(shape.children);
            add_error(diagnostics, Code::unknown_element, child.at,
                      {element.name, child.name, nearest(child.name, known), joined(known)});
            continue;
        }
        check_element(child, shape_of(found->shape.empty() ? found->name : found->shape, shapes), shapes,
                      diagnostics);
    }
}

} // namespace

bool check_shape(const Element& root, std::string_view root_key, std::span<const Shape> shapes,
                 Diagnostics& diagnostics) {
    if (root.name != root_key) {
        add_error(diagnostics, Code::wrong_root, root.at, {root.name, std::string(root_key)});
        return false;
    }
    check_element(root, shape_of(root_key, shapes), shapes, diagnostics);
    return true;
}

} // namespace taisho
