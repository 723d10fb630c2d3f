#pragma once
// What an XML file may contain, as a table: for each kind of element its attributes and children. One walk
// holds a file against the table and reports every element and attribute that is unknown, missing or
// repeated, so that the readers behind it only have to fetch.

#include "base/diagnostics.h"
#include "xml/element.h"

#include <span>
#include <string_view>
#include <vector>

namespace taisho {

enum class Occurs : std::uint8_t { once, optional, any };

struct AttributeShape {
    std::string_view name;
    Occurs occurs = Occurs::once; // once or optional
};

struct ChildShape {
    std::string_view name;
    Occurs occurs = Occurs::once;
    std::string_view shape = {}; // the row of the table, when one name has several shapes; else the name
};

struct Shape {
    std::string_view key; // the element's name, or a name of its own for one of several shapes
    std::vector<AttributeShape> attributes;
    std::vector<ChildShape> children;
    bool text = false;   // may hold text
    bool filled = false; // must not be empty: no text and no child is an error
};

// Checks `root` against the shape with the key `root_key`. Returns false when the root is another element:
// nothing else is looked at then.
bool check_shape(const Element& root, std::string_view root_key, std::span<const Shape> shapes,
                 Diagnostics& diagnostics);

} // namespace taisho
