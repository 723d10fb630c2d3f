#pragma once
// The texts of all cells of a workbook, each once (ECMA-376 18.4.9, sst). A cell holds the number of its
// text.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

class SharedStrings {
public:
    // The number of a text; the same for the same text. Nothing may be written when a text was too long for
    // a cell or held a character that is no text: then has_bad_text().
    std::uint32_t number_of(std::string_view text);
    // Of a text in several fonts: its runs, as markup (18.4.4, r).
    // REQUIRES: the markup holds no text that is not fit for a cell.
    std::uint32_t number_of_runs(std::string_view markup);

    // REQUIRES: `number` was given by number_of.
    std::string_view text_of(std::uint32_t number) const { return entries_[number].text; }
    bool has_bad_text() const { return has_bad_text_; }

    // xl/sharedStrings.xml, when `cells` cells hold a text.
    std::string part(std::size_t cells) const;

private:
    enum class Kind : std::uint8_t { plain, runs };
    struct Entry {
        std::string_view text; // in kept_
        std::size_t hash = 0;
        Kind kind = Kind::plain;
    };

    std::uint32_t& slot_of(std::string_view text, std::size_t hash, Kind kind);
    std::uint32_t add(std::string_view text, std::size_t hash, Kind kind, std::uint32_t& slot);
    void grow();

    std::vector<std::unique_ptr<char[]>> kept_;
    char* end_ = nullptr;  // of what is used of the last of kept_
    std::size_t room_ = 0; // behind it
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_; // numbers by hash, open addressing; a power of two, at most half full
    std::string items_;                // <si>…</si>
    bool has_bad_text_ = false;
};

} // namespace taisho
