#include "xml/folding.h"

namespace taisho {
namespace {

bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

} // namespace

void append_folded(std::string& text, std::string_view piece) {
    for (std::size_t i = 0; i < piece.size();) {
        if (!is_blank(piece[i])) {
            text.push_back(piece[i++]);
            continue;
        }
        std::size_t end = i;
        while (end < piece.size() && is_blank(piece[end])) ++end;
        const std::string_view blanks = piece.substr(i, end - i);
        const bool has_line_end = blanks.find('\n') != std::string_view::npos;
        if (!has_line_end) text.append(blanks.size(), ' '); // a tab is a blank
        const bool between_latin =
            !text.empty() && is_latin(text.back()) && end < piece.size() && is_latin(piece[end]);
        if (has_line_end && between_latin) text.push_back(' ');
        i = end;
    }
}

} // namespace taisho
