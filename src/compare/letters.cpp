#include "compare/letters.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/words.h"

#include <algorithm>

namespace taisho {
namespace {

int weight_of(char32_t c) {
    if (is_combining(c)) return 0;
    const bool speaks = is_han(c) || is_katakana(c) || is_latin_letter(c) || is_digit(c) || c >= 0x10000;
    return speaks ? 20 : 10;
}

int comfort_between(char32_t left, char32_t right) {
    if (left == U'\n') return 4;
    if (left == U'。') return 3;
    const bool joint = right == U'及' || right == U'並' || right == U'又'; // 及び, 並びに, 又は
    if (left == U'、' || is_closing(left) || is_opening(right) || joint) return 2;
    const bool bunsetsu = is_hiragana(left) && !is_hiragana(right) && right != U'\n';
    return bunsetsu || is_comma_or_stop(right) || is_closing(right) ? 1 : 0;
}

// Characters that no word begins with.
bool leans_back(char32_t c) {
    return is_combining(c) ||
           std::u32string_view(U"ﾞﾟーｰァィゥェォッャュョヮ々").find(c) != std::u32string_view::npos;
}

void allow_edges_within(std::size_t begin, std::size_t end, Letters& letters) {
    const auto all = [&](auto is) {
        return std::all_of(letters.characters.begin() + static_cast<std::ptrdiff_t>(begin),
                           letters.characters.begin() + static_cast<std::ptrdiff_t>(end), is);
    };
    if (!all(is_han) && !all(is_katakana)) return;
    for (std::size_t i = begin + 2; i + 2 <= end; ++i) {
        if (!leans_back(letters.characters[i])) letters.edges[i] = Edge::compound;
    }
}

void add_words(std::string_view text, WordNumbers& numbers, Letters& letters) {
    std::size_t at = 0, begin = 0;
    for (const std::uint32_t end : split_words(text)) {
        const std::uint32_t start = letters.offsets[begin];
        while (letters.offsets[at] < end) ++at;
        const auto known = numbers.emplace(text.substr(start, end - start), static_cast<int>(numbers.size()));
        letters.words.push_back(known.first->second);
        letters.ends.push_back(at);
        allow_edges_within(begin, at, letters);
        letters.edges[at] = Edge::word;
        begin = at;
    }
}

} // namespace

Letters letters_of(std::string_view text, WordNumbers& numbers) {
    Letters letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        letters.characters.push_back(c);
        letters.offsets.push_back(static_cast<std::uint32_t>(i));
        letters.weights.push_back(static_cast<std::int16_t>(weight_of(c)));
        i += length;
    }
    const std::size_t size = letters.characters.size();
    letters.offsets.push_back(static_cast<std::uint32_t>(text.size()));
    letters.edges.assign(size + 1, Edge::none);
    letters.edges.front() = letters.edges.back() = Edge::word;
    letters.comforts.assign(size + 1, 4);
    for (std::size_t i = 1; i < size; ++i) {
        letters.comforts[i] =
            static_cast<std::int16_t>(comfort_between(letters.characters[i - 1], letters.characters[i]));
    }
    add_words(text, numbers, letters);
    return letters;
}

int weight_of(std::string_view text) {
    int weight = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        weight += weight_of(c);
        i += length;
    }
    return weight;
}

} // namespace taisho
