#pragma once
// What an XML file may contain, as a table: for each kind of element its attributes and its children in
// order. One walk holds a file against the table and reports every element and attribute that is unknown,
// missing, repeated or out of place, so that the readers behind it only have to fetch. The same table gives
// the schema for editors.

#include "base/diagnostics.h"
#include "xml/element.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

// How often. Children that stand next to each other in the table as `any` come in any order among each other;
// of those that stand next to each other as `one_of` there is exactly one. Of the attributes that are
// `one_of`, exactly one is given; of those that are `at_most_one_of`, one or none.
enum class Occurs : std::uint8_t { once, optional, any, some, one_of, at_most_one_of };

struct AttributeShape {
    std::string_view name;
    Occurs occurs = Occurs::once;             // once, optional, one_of or at_most_one_of
    std::string meaning = {};                 // one Japanese sentence for editors
    std::vector<std::string_view> words = {}; // the values there are; none: any text
};

struct ChildShape {
    std::string_view name;
    Occurs occurs = Occurs::once; // once, optional, any, some (one or more) or one_of
    std::string_view shape = {};  // the row of the table, when one name has several shapes; else the name
};

struct Shape {
    std::string_view key; // the element's name, or a name of its own for one of several shapes
    std::vector<AttributeShape> attributes;
    std::vector<ChildShape> children; // in the order of the file
    bool text = false;                // may hold text
    bool filled = false;              // must not be empty: no text and no child is an error
    std::string_view meaning = {};    // one Japanese sentence for editors
};

// Checks `root` against the shape with the key `root_key`. Returns false when the root is another element:
// nothing else is looked at then.
bool check_shape(const Element& root, std::string_view root_key, std::span<const Shape> shapes,
                 Diagnostics& diagnostics);

// The table as an XML Schema 1.0 for files whose root is one of `roots`, with the meanings as documentation.
// It accepts what check_shape accepts, but for one thing that a schema cannot say: that an element which may
// hold text and other elements must not be empty.
std::string write_schema(std::span<const std::string_view> roots, std::span<const Shape> shapes);

} // namespace taisho
