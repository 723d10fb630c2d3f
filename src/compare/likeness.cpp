#include "compare/likeness.h"

#include "base/utf8.h"

#include <algorithm>

namespace taisho {

Bigrams bigrams_of(std::string_view text) {
    Bigrams bigrams;
    char32_t last = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        bigrams.push_back(static_cast<std::uint64_t>(last) << 32 | c);
        last = c;
        i += length;
    }
    if (!text.empty()) bigrams.push_back(static_cast<std::uint64_t>(last) << 32);
    std::ranges::sort(bigrams);
    return bigrams;
}

namespace {

std::size_t count_common(const Bigrams& a, const Bigrams& b) {
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++common;
        const bool both = *i == *j;
        if (both || *i < *j) {
            ++i;
            if (both) ++j;
        } else {
            ++j;
        }
    }
    return common;
}

} // namespace

int likeness(const Bigrams& a, const Bigrams& b) {
    constexpr int least = 250;
    const std::size_t sum = a.size() + b.size();
    if (std::min(a.size(), b.size()) * 2000 < sum * least) return 0;
    const int alike = sum == 0 ? 1000 : static_cast<int>(count_common(a, b) * 2000 / sum);
    return alike < least ? 0 : alike;
}

} // namespace taisho
