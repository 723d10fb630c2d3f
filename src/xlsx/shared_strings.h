#pragma once
// The texts of all cells of a workbook, each once (ECMA-376 18.4.9, sst). A cell holds the number of its
// text.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace taisho {

inline constexpr std::size_t longest_text = 32767; // of a cell, in UTF-16 units; Excel's limit

class SharedStrings {
public:
    // The number of a text; the same for the same text. Nothing may be written when a text was too long for
    // a cell or held a character that is no text: then has_bad_text().
    std::uint32_t number_of(std::string_view text);
    // Of a text in several fonts: its runs, as markup (18.4.4, r).
    // REQUIRES: the markup holds no text that is not fit for a cell.
    std::uint32_t number_of_runs(std::string_view markup);

    // REQUIRES: `number` was given by number_of.
    std::string_view text_of(std::uint32_t number) const { return texts_[number]; }
    bool has_bad_text() const { return has_bad_text_; }

    // xl/sharedStrings.xml, when `cells` cells hold a text.
    std::string part(std::size_t cells) const;

private:
    std::uint32_t keep(std::string_view text, std::unordered_map<std::string_view, std::uint32_t>& numbers);

    std::deque<std::string> kept_; // what texts_ and the keys of the maps are views of
    std::vector<std::string_view> texts_;
    std::unordered_map<std::string_view, std::uint32_t> plain_, rich_; // never iterated
    std::string items_;                                                // <si>…</si>
    bool has_bad_text_ = false;
};

} // namespace taisho
