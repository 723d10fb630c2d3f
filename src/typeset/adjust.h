#pragma once
// Reduction and expansion of the white in a line (JLREQ 3.8.3 and 3.8.4). Amounts are in 1/1000 em.

#include "typeset/shaped_text.h"

#include <span>
#include <vector>

namespace taisho {

// By how much the white before and behind a glyph can be reduced inside a line (JLREQ table 3, our R23).
std::int32_t slack_before(const ShapedText& text, std::uint32_t glyph);
std::int32_t slack_after(const ShapedText& text, std::uint32_t glyph);

// What is to be added behind each glyph of [first, last), the last one excepted, so that the line becomes
// narrower by `amount`: blanks first, then middle dots, then brackets and commas, then what stands between
// Japanese and Latin; what is left over is taken from all gaps alike.
std::vector<std::int16_t> reduce(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                 std::int32_t amount);

// The same for a line that becomes wider: blanks up to half an em, Latin up to half an em, then all gaps that
// may be opened, by a quarter of an em at most. Empty when that is not enough.
std::vector<std::int16_t> expand(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                 std::int32_t amount);

// 均等割付: the gaps between characters, of which numbers and Latin words are one each. Empty for a single
// one.
std::vector<std::int16_t> distribute(const ShapedText& text, std::uint32_t first, std::uint32_t last,
                                     std::int32_t amount);

} // namespace taisho
