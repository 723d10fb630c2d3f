#pragma once
// Where the markup of a file begins and ends, byte by byte: what a parser forgets, and what one needs to
// change a file without touching the rest of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

enum class MarkupKind : std::uint8_t {
    start_tag,
    empty_tag, // <br/>
    end_tag,
    comment,
    cdata,
    instruction, // also the XML declaration
    declaration, // <!DOCTYPE …, only to where its name begins: such a file is refused
};

struct Markup {
    MarkupKind kind;
    std::size_t begin, end; // from the < to behind the >, or to the end of the file when that is missing
};

// The first markup that begins at `from` or behind it.
std::optional<Markup> next_markup(std::string_view bytes, std::size_t from);

struct OpenElement {
    std::string name;
    std::size_t begin; // of its start tag
};

// The elements that are open at `end`, outermost first: what the writer of the file forgot to close.
std::vector<OpenElement> open_elements(std::string_view bytes, std::size_t end);

// The place where the markup of the file, end tags apart, becomes more than `most`: elements, attributes, and
// what parts texts from each other.
std::optional<Markup> first_beyond(std::string_view bytes, std::size_t most);

} // namespace taisho
