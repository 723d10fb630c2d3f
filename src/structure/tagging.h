#pragma once
// What the parts of the tagger share: the structure as far as it is written.

#include "structure/structure.h"

#include <map>
#include <string>
#include <string_view>

namespace taisho {

struct Tagging {
    const Document& document;
    Structure structure;
    std::map<std::string, std::uint32_t, std::less<>> known_words; // their numbers in Structure::words
};

// The new element's index.
std::uint32_t add_element(Tagging& tagging, StructureType type, std::uint32_t parent);

// The number of a word in Structure::words.
std::uint32_t word_number(Tagging& tagging, std::string_view word);

// Bytes [begin, end) of a paragraph as content of `owner`, with spans for what is changed and for a dash that
// means "no value".
void tag_text(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t begin,
              std::uint32_t end, std::uint32_t owner);

// A paragraph below `parent`: a P, or where lines of it are items, lists and P's.
void tag_blocks(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t parent);

// A paragraph in an element of its own, such as a cell: without a P, unless there are lists in it.
void tag_inside(Tagging& tagging, const Paragraph& paragraph, const Origin& at, std::uint32_t owner);

// All paragraphs of a table, with its caption, which are the blocks before it.
void tag_table(Tagging& tagging, std::uint32_t block, std::uint32_t parent);

} // namespace taisho
