#pragma once
// Where a line may end: ICU's strict Japanese rules over the whole paragraph, and on top of them the rules
// that keep tokens together which ICU would cut (６|０％, R|９, ①|福祉).

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace taisho {

enum class Break : std::uint8_t {
    none,      // not allowed: kinsoku
    emergency, // would cut a token; only when nothing else fits
    grouped,   // would cut a number behind a comma or point; better than elsewhere inside it
    poor,      // legal, but between a number and its counter: a break nearby is better
    allowed,
    mandatory, // after '\n'
};

// Finds line breaks. Construction is dear (ICU reads its rules); keep one and use it for every paragraph.
class LineBreaker {
public:
    LineBreaker();
    LineBreaker(LineBreaker&&) noexcept;
    ~LineBreaker();

    // For each byte offset 0 to text.size() inclusive, whether a line may begin there. Offsets inside a
    // character are none; offset 0 is none; the end is mandatory.
    std::vector<Break> breaks(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace taisho
