#pragma once
// Errors and warnings are values with a place. A stage appends what it finds and goes on, so that one run
// shows every slip; the sentences, Japanese and English, stand in one table (messages.cpp).

#include "base/source.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace taisho {

enum class Severity : std::uint8_t { error, warning };
enum class Language : std::uint8_t { japanese, english };

// The value is the number a clerk reads out: T101 and so on. Numbers are never given to another message.
enum class Code : std::uint16_t {
    // T0xx: files and the command line
    cannot_read = 1,
    cannot_write = 2,
    file_too_large = 3,
    resources_missing = 4,
    template_missing = 5,
    wrong_usage = 6,
    output_is_input = 7,
    damaged_font = 8,
    // T1xx: XML as such
    xml_broken = 101,
    xml_doctype = 102,
    xml_not_utf8 = 103,
    xml_too_deep = 104,
    xml_bad_character = 105,
    xml_end_tag = 106,
    xml_attribute = 107,
    xml_no_root = 108,
    xml_entity = 109,
    unknown_element = 110,
    unknown_attribute = 111,
    missing_element = 112,
    missing_attribute = 113,
    repeated_element = 114,
    unexpected_text = 115,
    wrong_root = 116,
    empty_element = 117,
    // T2xx: the plan and the amendments
    unknown_item = 201,
    repeated_id = 202,
    amended_twice = 203,
    value_count = 204,
    unknown_column = 205,
    repeated_column = 206,
    not_a_year = 207,
    unknown_field = 208,
    ambiguous_field = 209,
    bad_keyword = 211,
    nothing_changes = 212,
    value_twice = 213,
    unknown_level = 214,
    no_amendments = 215,
    unknown_row = 216,
    field_twice = 217,
    rows_and_values = 218,
    // T3xx: house styles
    bad_length = 301,
    bad_number = 302,
    margins_too_wide = 303,
    unknown_role = 304,
    missing_role = 305,
    // T4xx: characters and fonts
    missing_glyph = 401,
    // T5xx: layout
    emergency_break = 501,
    too_many_columns = 502,
};

struct Diagnostic {
    Severity severity = Severity::error;
    Code code{};
    Span at;
    std::vector<std::string> arguments; // put into the sentence in order
};

using Diagnostics = std::vector<Diagnostic>;

// A file of nothing but slips must not fill the memory: what comes after so many is not kept.
inline constexpr std::size_t most_diagnostics = 10'000;

void add_error(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments);
void add_warning(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments);

bool has_errors(const Diagnostics& diagnostics);

// All messages as text, errors before warnings, each in the order of their places: file:line:column, the
// sentence, the line itself and a caret under the place. Columns count characters, not bytes. Ends with one
// line that counts errors and warnings.
std::string describe(const Diagnostics& diagnostics, const Sources& sources, Language language);

// The sentence alone, without place.
std::string sentence(const Diagnostic& diagnostic, Language language);

} // namespace taisho
