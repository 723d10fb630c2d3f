#include "base/suggest.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <vector>

namespace taisho {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string lower(std::string_view word) {
    std::string result(word);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

} // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> known) {
    if (word.size() > 64) return {};
    std::string best;
    const std::size_t tolerance =
        word.size() < 4 ? 1 : std::max<std::size_t>(2, word.size() / 3); // two for a swap
    std::size_t best_distance = tolerance + 1;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(lower(word), lower(candidate));
        if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return best;
}

} // namespace taisho
