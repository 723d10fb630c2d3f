#pragma once
// Where in the files words of the document were written. A paragraph knows the place of its main text only;
// its number, its label or a word of the house style may stand elsewhere. Made when a place is wanted, for it
// reads the files again.

#include "base/source.h"
#include "xml/element.h"

#include <string_view>
#include <vector>

namespace taisho {

class WrittenTexts {
public:
    // `form` is the source of the house style. REQUIRES: `sources` outlives this.
    WrittenTexts(const Sources& sources, std::uint16_t form);

    // The places of the words, at least one and at most a hundred: within `at`, if they are there; else where
    // a word of the house style that the paragraph says has them; else the nearest in the paper; else `at`.
    std::vector<Span> places(std::string_view words, std::string_view paragraph, const Span& at) const;

private:
    const Sources& sources_;
    std::vector<Text> paper_; // texts and printed attributes, in the order of the files
    std::vector<Text> form_;  // the words of the house style
};

// The texts and printed attributes of an element and all below it, as written.
std::vector<Text> written_texts(const Element& element);

} // namespace taisho
