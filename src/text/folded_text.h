#pragma once
// A text in half width that still knows where each of its bytes was written: for readers that compare folded
// and answer as written.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct FoldedText {
    std::string text;                // as fold_width gives it
    std::vector<std::uint32_t> from; // for each byte of `text`, and its end: the byte of the original
};

FoldedText fold_with_places(std::string_view original);

// What was written there. REQUIRES: `original` is what `folded` was made of, `part` a part of folded.text.
std::string_view as_written(std::string_view original, const FoldedText& folded, std::string_view part);

} // namespace taisho
