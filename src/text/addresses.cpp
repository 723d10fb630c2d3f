#include "text/addresses.h"

#include "text/characters.h"

#include <algorithm>

namespace taisho {
namespace {

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

// RFC 3986 has no other characters; brackets and quotes mostly stand around an address.
bool is_address_character(char32_t c) { return c > 0x20 && c < 0x7f && !is_one_of(c, U"\"<>\\^`{|}()[]'"); }

bool is_trailing(char32_t c) { return is_one_of(c, U".,;:!?"); }

bool breaks_before(char32_t c) { return is_one_of(c, U".?&=#_%~@"); }

bool breaks_behind(char32_t c) { return c == U'/' || c == U'-'; }

bool is_name_character(char32_t c) { return is_latin_letter(c) || is_digit(c); }

// http://…, www.… or a name on both sides of an @.
bool is_address(std::span<const Placed> run) {
    const auto character = [&](std::size_t i) { return i < run.size() ? run[i].character : 0; };
    if (character(0) == U'w' && character(1) == U'w' && character(2) == U'w' && character(3) == U'.')
        return true;
    for (std::size_t i = 1; i + 1 < run.size(); ++i) {
        const bool scheme = character(i) == U':' && character(i + 1) == U'/' && character(i + 2) == U'/';
        if (scheme && is_latin_letter(character(i - 1))) return true;
        const bool mail = character(i) == U'@';
        if (mail && is_name_character(character(i - 1)) && is_name_character(character(i + 1))) return true;
    }
    return false;
}

Break judge(char32_t before, char32_t after) {
    if (breaks_behind(before) && !breaks_behind(after)) return Break::poor;
    if (breaks_before(after) && !breaks_before(before) && !breaks_behind(before)) return Break::poor;
    return Break::word;
}

void loosen(std::span<const Placed> address, std::vector<Break>& breaks) {
    for (std::size_t i = 1; i < address.size(); ++i) {
        breaks[address[i].offset] = judge(address[i - 1].character, address[i].character);
    }
}

} // namespace

void loosen_addresses(std::span<const Placed> characters, std::vector<Break>& breaks) {
    for (std::size_t begin = 0; begin < characters.size();) {
        std::size_t end = begin;
        while (end < characters.size() && is_address_character(characters[end].character)) ++end;
        const std::size_t next = std::max(end, begin + 1);
        while (end > begin && is_trailing(characters[end - 1].character)) --end;
        const std::span<const Placed> run = characters.subspan(begin, end - begin);
        if (is_address(run)) loosen(run, breaks);
        begin = next;
    }
}

} // namespace taisho
