#pragma once
// A text as the comparison sees it: characters with their weights, and the places where a mark may begin or
// end.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace taisho {

// Where a change may begin or end: at the edges of words; and inside a long compound of Han or katakana if
// the other text has the edge of a word there, for the dictionary cuts one compound in different ways.
enum class Edge : std::uint8_t { none, compound, word };

struct Letters {
    std::vector<char32_t> characters;
    std::vector<std::uint32_t> offsets; // of each character and of the end
    std::vector<Edge> edges;            // before each character and at the end
    std::vector<std::int16_t> weights;  // of each character: what it counts as common ground
    std::vector<std::int16_t> comforts; // before each character and at the end: how well a mark ends there
    std::vector<int> words;             // equal numbers for equal words
    std::vector<std::size_t> ends;      // of the words, in characters
};

// A change begins or ends anew: common ground of less weight between two changes is not worth it. Two Han or
// four kana are not, three Han are.
inline constexpr int cost_of_change = 50;

using WordNumbers = std::map<std::string_view, int>;

// Adds the words that are new to `numbers`, which refers to the texts.
Letters letters_of(std::string_view text, WordNumbers& numbers);

// What the characters of a text weigh together.
int weight_of(std::string_view text);

} // namespace taisho
