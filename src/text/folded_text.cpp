#include "text/folded_text.h"

#include "base/utf8.h"
#include "text/fold.h"

namespace taisho {

FoldedText fold_with_places(std::string_view original) {
    FoldedText folded;
    for (std::size_t i = 0; i < original.size();) {
        const std::size_t length = decode(original, i).length;
        folded.text += fold_width(original.substr(i, length));
        folded.from.resize(folded.text.size(), static_cast<std::uint32_t>(i));
        i += length;
    }
    folded.from.push_back(static_cast<std::uint32_t>(original.size()));
    return folded;
}

std::string_view as_written(std::string_view original, const FoldedText& folded, std::string_view part) {
    if (part.empty()) return {};
    const std::size_t begin = static_cast<std::size_t>(part.data() - folded.text.data());
    return original.substr(folded.from[begin], folded.from[begin + part.size()] - folded.from[begin]);
}

} // namespace taisho
