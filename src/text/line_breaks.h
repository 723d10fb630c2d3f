#pragma once
// Where a line may end: ICU's Japanese rules over the whole paragraph, and on top of them the rules that keep
// tokens together which ICU would cut (６|０％, R|９, ①|福祉).

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace taisho {

// How welcome a break is, from the worst. Everything below `poor` is a concession: it is made only when
// nothing better fits into the line, in this order (our R14), and it is reported.
enum class Break : std::uint8_t {
    none,        // inside a character, at glue or before '\n': never
    line_start,  // what follows may not begin a line: 、。」 (JLREQ 3.1.7)
    line_end,    // what stands before may not end one: 「（￥ (JLREQ 3.1.8)
    small_kana,  // before ゃ, ー or 〜: allowed at the level `normal`
    inseparable, // inside …… or ―― (JLREQ 3.1.10)
    token,       // inside digits, an era year or a label (R９), behind a list mark
    group, // inside a number, a date or the like, behind its comma or slash; between the parts of an era year
    word,  // inside a word of Latin letters of either width, or an address
    poor,  // legal, but between a number and its counter, or in a web address: one nearby is better
    allowed,
    mandatory, // after '\n'
};

// How strict the kinsoku rules are (JIS X 4051, CSS line-break). normal: small kana, ー, 〜 and ゠ may begin
// a line. loose: 々 ・ ： ； ！ ？ … and ％ ℃ may, too, and ￥ № may end one.
enum class BreakLevel : std::uint8_t { strict, normal, loose };

struct BreakRules {
    BreakLevel level = BreakLevel::strict;
    bool tokens = true;               // false: the rules of the level alone
    std::string_view language = "ja"; // BCP 47
};

// Finds line breaks. Construction is dear (ICU reads its rules); keep one and use it for every paragraph.
class LineBreaker {
public:
    explicit LineBreaker(const BreakRules& rules);
    LineBreaker(LineBreaker&&) noexcept;
    ~LineBreaker();

    // For each byte offset 0 to text.size() inclusive, how welcome a line's beginning is there. Offset 0 is
    // none; the end is mandatory.
    std::vector<Break> breaks(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace taisho
