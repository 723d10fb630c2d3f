#include "xml/shape.h"

#include <algorithm>

// The same table says what check_shape accepts and, here, what an editor offers. Three things need a turn of
// phrase, because XML Schema 1.0 has no words for them:
//
//   - "not empty" for a text is xs:token with a length of at least 1: xs:token drops blanks and line ends at
//     both ends, which are the blanks of check_shape.
//   - "not empty" for children that may all be left out is a choice of what the content may begin with.
//   - "one of these attributes" is a key of the element itself whose field is @a|@b, and "at most one" is
//     unique in the same way: a field of one element may be one node and no more.
//
// An element without text and children may hold blanks, as in check_shape: xs:complexType without content
// would refuse them.

namespace taisho {
namespace {

struct Schema {
    std::span<const Shape> shapes;
    std::string text = {};

    void line(int depth, std::string_view content) {
        text.append(static_cast<std::size_t>(depth) * 2, ' ').append(content).append("\n");
    }
};

const Shape* find_shape(std::span<const Shape> shapes, std::string_view key) {
    const auto found = std::ranges::find(shapes, key, &Shape::key);
    return found == shapes.end() ? nullptr : &*found;
}

std::string_view key_of(const ChildShape& child) { return child.shape.empty() ? child.name : child.shape; }

// Editors show the name of a type; a point in it looks like a file.
std::string type_name(std::string_view key) {
    std::string name(key);
    std::ranges::replace(name, '.', '-');
    return name;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out.push_back(c);
        }
    }
    return out;
}

void write_meaning(Schema& schema, std::string_view meaning, int depth) {
    if (meaning.empty()) return;
    schema.line(depth, "<xs:annotation>");
    schema.line(depth + 1, "<xs:documentation xml:lang=\"ja\">" + escaped(meaning) + "</xs:documentation>");
    schema.line(depth, "</xs:annotation>");
}

// ---- elements ----

void write_choice_of_attributes(Schema& schema, const Shape& shape, Occurs occurs, std::string_view place,
                                int depth) {
    std::string field;
    for (const AttributeShape& attribute : shape.attributes) {
        if (attribute.occurs == occurs) field.append(field.empty() ? "@" : "|@").append(attribute.name);
    }
    if (field.empty()) return;
    const bool needed = occurs == Occurs::one_of;
    const std::string tag = needed ? "xs:key" : "xs:unique";
    schema.line(depth, "<" + tag + " name=\"" + std::string(place) + (needed ? ".one\">" : ".most\">"));
    schema.line(depth + 1, "<xs:selector xpath=\".\"/>");
    schema.line(depth + 1, "<xs:field xpath=\"" + field + "\"/>");
    schema.line(depth, "</" + tag + ">");
}

// `place` is a name for the keys, which are told apart in the whole schema.
void write_element(Schema& schema, std::string_view name, std::string_view key, std::string_view times,
                   std::string_view place, int depth) {
    const Shape* shape = find_shape(schema.shapes, key);
    std::string tag = "<xs:element name=\"" + std::string(name) + "\" type=\"" + type_name(key) + "\"";
    tag += times;
    const std::size_t mark = schema.text.size();
    schema.line(depth, tag + ">");
    const std::size_t inside = schema.text.size();
    if (shape != nullptr) {
        write_meaning(schema, shape->meaning, depth + 1);
        write_choice_of_attributes(schema, *shape, Occurs::one_of, place, depth + 1);
        write_choice_of_attributes(schema, *shape, Occurs::at_most_one_of, place, depth + 1);
    }
    if (schema.text.size() > inside) return schema.line(depth, "</xs:element>");
    schema.text.resize(mark);
    schema.line(depth, tag + "/>");
}

// ---- content ----

// Children that stand next to each other in the table and make one step in the order of the file.
struct Step {
    Occurs occurs;
    std::span<const ChildShape> children;
};

std::vector<Step> steps_of(const Shape& shape) {
    std::vector<Step> steps;
    const std::span<const ChildShape> children = shape.children;
    for (std::size_t begin = 0, end = 0; begin < children.size(); begin = end) {
        const Occurs occurs = children[begin].occurs;
        const bool shared = occurs == Occurs::any || occurs == Occurs::one_of;
        for (end = begin + 1; shared && end < children.size() && children[end].occurs == occurs;) ++end;
        steps.push_back({occurs, children.subspan(begin, end - begin)});
    }
    return steps;
}

bool may_be_left_out(const Step& step) {
    return step.occurs == Occurs::optional || step.occurs == Occurs::any;
}

// The attributes that say how often, where a step that may be left out is needed after all if `present`.
std::string_view times_of(Occurs occurs, bool present) {
    switch (occurs) {
    case Occurs::once:
    case Occurs::one_of:
    case Occurs::at_most_one_of: return "";
    case Occurs::optional: return present ? "" : " minOccurs=\"0\"";
    case Occurs::any:
        return present ? " maxOccurs=\"unbounded\"" : " minOccurs=\"0\" maxOccurs=\"unbounded\"";
    case Occurs::some: return " maxOccurs=\"unbounded\"";
    }
    return "";
}

// `place`: of the type, and the number of the alternative, as in write_element.
void write_step(Schema& schema, const Step& step, bool present, const std::string& place, int depth) {
    const auto write_child = [&](const ChildShape& child, std::string_view times, int at) {
        write_element(schema, child.name, key_of(child), times, place + "." + std::string(child.name), at);
    };
    const std::string_view times = times_of(step.occurs, present);
    if (step.children.size() == 1) return write_child(step.children.front(), times, depth);
    schema.line(depth, "<xs:choice" + std::string(times) + ">");
    for (const ChildShape& child : step.children) write_child(child, "", depth + 1);
    schema.line(depth, "</xs:choice>");
}

void write_sequence(Schema& schema, std::span<const Step> steps, bool first_is_present,
                    const std::string& place, int depth) {
    schema.line(depth, "<xs:sequence>");
    for (std::size_t i = 0; i < steps.size(); ++i)
        write_step(schema, steps[i], first_is_present && i == 0, place, depth + 1);
    schema.line(depth, "</xs:sequence>");
}

void write_content(Schema& schema, const Shape& shape, int depth) {
    const std::vector<Step> steps = steps_of(shape);
    const bool may_be_empty = !shape.filled || shape.text || !std::ranges::all_of(steps, may_be_left_out);
    const std::string place = type_name(shape.key);
    if (may_be_empty || steps.size() == 1) return write_sequence(schema, steps, !may_be_empty, place, depth);
    schema.line(depth, "<xs:choice>");
    for (std::size_t i = 0; i < steps.size(); ++i)
        write_sequence(schema, std::span(steps).subspan(i), true, place + "." + std::to_string(i + 1),
                       depth + 1);
    schema.line(depth, "</xs:choice>");
}

// ---- types ----

void write_attribute(Schema& schema, const AttributeShape& attribute, int depth) {
    std::string tag = "<xs:attribute name=\"" + std::string(attribute.name) + "\"";
    if (attribute.words.empty()) tag += " type=\"xs:string\"";
    if (attribute.occurs == Occurs::once) tag += " use=\"required\"";
    if (attribute.words.empty() && attribute.meaning.empty()) return schema.line(depth, tag + "/>");
    schema.line(depth, tag + ">");
    write_meaning(schema, attribute.meaning, depth + 1);
    if (!attribute.words.empty()) {
        schema.line(depth + 1, "<xs:simpleType>");
        schema.line(depth + 2, "<xs:restriction base=\"xs:string\">");
        for (const std::string_view word : attribute.words)
            schema.line(depth + 3, "<xs:enumeration value=\"" + escaped(word) + "\"/>");
        schema.line(depth + 2, "</xs:restriction>");
        schema.line(depth + 1, "</xs:simpleType>");
    }
    schema.line(depth, "</xs:attribute>");
}

void write_type(Schema& schema, const Shape& shape) {
    const bool is_simple = shape.children.empty();
    const std::string mixed = !is_simple && shape.text ? " mixed=\"true\"" : "";
    schema.line(1, "<xs:complexType name=\"" + type_name(shape.key) + "\"" + mixed + ">");
    if (!is_simple) write_content(schema, shape, 2);
    const std::string_view base = !shape.text ? "blank" : shape.filled ? "filled" : "xs:string";
    const std::string extension = "<xs:extension base=\"" + std::string(base) + "\"";
    if (is_simple) schema.line(2, "<xs:simpleContent>");
    if (is_simple) schema.line(3, extension + (shape.attributes.empty() ? "/>" : ">"));
    for (const AttributeShape& attribute : shape.attributes)
        write_attribute(schema, attribute, is_simple ? 4 : 2);
    if (is_simple && !shape.attributes.empty()) schema.line(3, "</xs:extension>");
    if (is_simple) schema.line(2, "</xs:simpleContent>");
    schema.line(1, "</xs:complexType>");
}

void write_texts(Schema& schema) {
    const auto write_restriction = [&](std::string_view name, std::string_view base, std::string_view facet) {
        schema.line(1, "<xs:simpleType name=\"" + std::string(name) + "\">");
        schema.line(2, "<xs:restriction base=\"" + std::string(base) + "\">");
        schema.line(3, facet);
        schema.line(2, "</xs:restriction>");
        schema.line(1, "</xs:simpleType>");
    };
    write_restriction("blank", "xs:token", "<xs:maxLength value=\"0\"/>");
    write_restriction("filled", "xs:token", "<xs:minLength value=\"1\"/>");
}

// The shapes that elements below the roots can have, in the order of the table.
std::vector<const Shape*> reachable(std::span<const std::string_view> roots, std::span<const Shape> shapes) {
    std::vector<std::string_view> waiting(roots.begin(), roots.end());
    std::vector<bool> reached(shapes.size(), false);
    while (!waiting.empty()) {
        const Shape* shape = find_shape(shapes, waiting.back());
        waiting.pop_back();
        if (shape == nullptr || reached[static_cast<std::size_t>(shape - shapes.data())]) continue;
        reached[static_cast<std::size_t>(shape - shapes.data())] = true;
        for (const ChildShape& child : shape->children) waiting.push_back(key_of(child));
    }
    std::vector<const Shape*> found;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (reached[i]) found.push_back(&shapes[i]);
    }
    return found;
}

} // namespace

std::string write_schema(std::span<const std::string_view> roots, std::span<const Shape> shapes) {
    Schema schema{shapes};
    schema.line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    schema.line(0, "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">");
    for (const std::string_view root : roots) write_element(schema, root, root, "", root, 1);
    write_texts(schema);
    for (const Shape* shape : reachable(roots, shapes)) write_type(schema, *shape);
    schema.line(0, "</xs:schema>");
    return std::move(schema.text);
}

} // namespace taisho
