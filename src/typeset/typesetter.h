#pragma once
// Paragraphs to lines. Texts repeat a lot in these papers (R6, 同方針の実施), so each distinct text is shaped
// and searched for breaks once; fitting it into a width is cheap.

#include "base/diagnostics.h"
#include "document/document.h"
#include "text/line_breaks.h"
#include "typeset/fit_lines.h"
#include "typeset/shaped_text.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace taisho {

struct SetParagraph {
    const Paragraph* paragraph = nullptr;
    std::uint32_t text = 0; // of Typesetter::texts
    Length width;           // of the area it was set in, without its indent
    Length size;            // that of its style, or less where nothing else helped
    std::vector<FittedLine> lines;
    std::vector<std::int16_t> adjustments; // as in FittedText
    Length inset{};                        // of Align::decimal: how far before the right edge the text ends
};

// Of a paragraph, without its indent.
struct ParagraphWidths {
    Length natural;     // of the longest hard line when nothing is broken
    Length unbreakable; // of the widest stretch without a break that is at least poor
};

class Typesetter {
public:
    // REQUIRES: `fonts` and `diagnostics` outlive this.
    Typesetter(const FontBook& fonts, const Typesetting& typesetting, Diagnostics& diagnostics);

    // Reports the first line that had to be broken where no break is allowed.
    // REQUIRES: `paragraph` outlives the result.
    SetParagraph set(const Paragraph& paragraph, Length width, Manner manner);

    ParagraphWidths widths(const Paragraph& paragraph, Manner manner);

    // Shapes a text that belongs to no paragraph: page numbers.
    std::uint32_t shape(std::string_view text, Family family);

    // Reports that a column of the table with this paragraph has no room for a character.
    void report_no_room(const Paragraph& paragraph, std::size_t columns);

    const ShapedText& text(std::uint32_t index) const { return texts_[index]; }
    std::vector<ShapedText> take_texts() { return std::move(texts_); }

private:
    // 1/1000 em; -1: not yet measured. As in ParagraphWidths.
    struct Extent {
        std::int32_t natural = -1, unbreakable = -1;
    };

    // What is known of a text besides its glyphs.
    struct Known {
        std::vector<Break> breaks;
        // These are found when first needed; the last two typeset and plain.
        std::vector<std::uint8_t> phrase_costs;
        std::array<Extent, 2> extents;
        std::array<std::optional<FittedText>, 2> whole; // in hard lines that nothing breaks
    };

    std::uint32_t find(const std::string& text, const std::vector<Run>& runs, std::int32_t han_latin);
    static Extent measure(const ShapedText& text, const std::vector<Break>& breaks, Manner manner);
    const Extent& extent(std::uint32_t text, Manner manner);
    const FittedText& whole(std::uint32_t text, Manner manner);
    FittedText fit(const Paragraph& paragraph, std::uint32_t text, Length width, Length size, Manner manner);

    const FontBook& fonts_;
    Typesetting typesetting_;
    Diagnostics& diagnostics_;
    LineBreaker breaker_;
    std::vector<ShapedText> texts_;
    std::vector<Known> known_;                             // of each text
    std::unordered_map<std::string, std::uint32_t> index_; // looked up only, never walked
    std::string key_;                                      // kept to save allocations
};

// Where the lines of a paragraph stand vertically: its baseline within a line of the pitch. The em box of
// Japanese fonts is 0.88 em above the baseline and 0.12 em below.
Length baseline_in_line(const ParagraphStyle& style);

// The left edge of a line within its area, by the paragraph's alignment; the hang of the line included. There
// stands what is seen of the line, without white (FittedLine::head).
Length line_start(const SetParagraph& set, const FittedLine& line);

} // namespace taisho
