#include "pdf/operations.h"

#include "pdf/syntax.h"

namespace taisho {

Length rounded(Length length) { return {(length.mpt + (length.mpt < 0 ? -5 : 5)) / 10 * 10}; }

void append_operation(std::string& content, std::initializer_list<Length> operands,
                      std::string_view operation) {
    for (const Length operand : operands) {
        append_decimal(content, rounded(operand).mpt);
        content.push_back(' ');
    }
    content.append(operation);
    content.push_back('\n');
}

namespace {

// ISO 32000-1 8.6.4.2 and 8.6.4.3: a grey by one number, other colours by three.
void append_colour(std::string& content, Colour colour, std::string_view as_grey, std::string_view as_rgb) {
    const auto part = [&](int shift) {
        append_decimal(content, (static_cast<std::int32_t>(colour >> shift & 0xff) * 1000 + 127) / 255);
    };
    part(16);
    const bool is_grey = colour == grey(static_cast<std::uint8_t>(colour & 0xff));
    if (!is_grey) content.push_back(' '), part(8), content.push_back(' '), part(0);
    content.append(" ").append(is_grey ? as_grey : as_rgb).append("\n");
}

} // namespace

void append_fill_colour(std::string& content, Colour colour) { append_colour(content, colour, "g", "rg"); }
void append_stroke_colour(std::string& content, Colour colour) { append_colour(content, colour, "G", "RG"); }

} // namespace taisho
