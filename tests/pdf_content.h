#pragma once
// What the pages of a PDF file show: marked content with its text (ISO 32000-1 14.6, 14.8.2), and the codes
// of each font.

#include "pdf_file.h"
#include "pdf_fonts.h"
#include "pdf_lexer.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace taisho::test {

struct PdfPage {
    std::int64_t object = 0;
    int number = 0; // 1 for the first
    PdfValue resources;
    std::vector<PdfOperation> operations;
    std::vector<std::string> slips;
};

// The pages in their order. A page tree that is broken is told in broken_rules; here it ends.
std::vector<PdfPage> pages_of(const PdfFile& file);

struct ContentKey {
    std::int64_t page = 0, mcid = 0; // the number of the page's object

    auto operator<=>(const ContentKey&) const = default;
};

// A sequence of marked content that a structure element can name.
struct TaggedContent {
    ContentKey key;
    std::string text;        // by ToUnicode; an ActualText counts instead of what it covers
    std::size_t painted = 0; // operators that paint
};

struct ShownCode {
    std::uint32_t code = 0;
    bool covered = false; // by an ActualText

    auto operator<=>(const ShownCode&) const = default;
};

struct PdfContent {
    std::vector<TaggedContent> tagged; // in the order of the pages and of what they show
    std::map<ContentKey, std::size_t> by_key;
    std::map<std::int64_t, std::set<ShownCode>> shown; // by the number of the font's object
    std::vector<std::string> slips;
};
PdfContent content_of(const PdfFile& file, const std::vector<PdfPage>& pages);

} // namespace taisho::test
