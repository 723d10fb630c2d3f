#pragma once
// PDF text (ISO 32000-1 7.3): numbers, names, strings and references, independent of any locale.

#include "pdf/objects.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace taisho {

void append_integer(std::string& text, std::int64_t number);

// 1/1000 as the shortest decimal: 10500 is 10.5.
void append_decimal(std::string& text, std::int64_t thousandths);

std::string pdf_integer(std::int64_t number);
std::string pdf_decimal(std::int64_t thousandths);
std::string pdf_reference(ObjectReference to);

// As much of a text as goes into a string: archives want no more than 32,767 bytes (ISO 19005-2 6.1.13).
std::string_view cut_to_string(std::string_view utf8);

// A text string (7.9.2.2) in UTF-16BE, as a literal string (7.3.4.2): half of what hexadecimal takes. A text
// that is too long is cut.
std::string pdf_text(std::string_view utf8);

// A byte of a literal string; a bare carriage return would be read as a line feed.
void append_string_byte(std::string& text, char byte);

// UTF-16BE in hexadecimal digits, without brackets.
void append_utf16_hex(std::string& text, std::string_view utf8);
void append_hex16(std::string& text, std::uint32_t number);

} // namespace taisho
