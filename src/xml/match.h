#pragma once
// Which element of one tree is which of another.

#include "xml/align.h"
#include "xml/element.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace taisho {

// A digest of what each element of a tree says; different digests, different content. Only looked up, never
// walked through. Returns that of the root.
using Digests = std::unordered_map<const Element*, std::uint64_t>;
std::uint64_t add_digests(const Element& element, Digests& digests);

// Name and id.
using Identity = std::pair<std::string_view, std::string_view>;

// An element, and where what stands before and behind it ends and begins: between these are only blanks and
// comments.
struct Placed {
    const Element* element;
    std::size_t floor, ceiling;
};

// The elements below a root by name and id. An identity that is there twice identifies nothing: null.
using ByIdentity = std::map<Identity, Placed>;
void add_identities(const Element& element, ByIdentity& elements);

// The id of an element, or an empty view.
std::string_view id_of(const Element& element);

using Children = std::vector<const Element*>;

// REQUIRES: the parent holds no text.
Placed placed(const Children& children, std::size_t i, const Element& parent);

// For each child of `after` the one of `before` that it was, or unmatched.
std::vector<std::size_t> match_children(const Children& before, const Children& after,
                                        const Digests& digests);

} // namespace taisho
