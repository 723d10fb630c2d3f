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
    folder_not_empty = 9,
    line_not_utf8 = 10,
    no_such_page = 11,
    no_such_page_number = 12,
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
    element_order = 118,
    xml_too_many = 119,
    attribute_choice = 121,
    element_choice = 122,
    xml_broken_utf16 = 123,
    xml_comment = 124,
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
    move_into_itself = 219,
    circular_move = 220,
    year_out_of_range = 221,
    numbering_gap = 222,
    numbering_repeat = 223,
    unknown_body = 224,
    no_base_year = 225,
    target_not_last = 226,
    runs_backwards = 227,
    amended_inside_deleted = 228,
    not_on_this_level = 229,
    rename_nothing = 231,
    rename_part_of_word = 232,
    cannot_renumber = 233,
    level_not_item = 234,
    item_not_level = 235,
    table_shape = 236,
    unknown_cell = 237,
    bad_count = 238,
    merge_into_itself = 239,
    version_differs = 240,
    unit_differs = 241,
    bad_href = 242,
    href_and_content = 243,
    no_new_version = 244,
    plan_in_plan = 245,
    id_changed_kind = 246,
    run_out_of_order = 247,
    years_reversed = 248,
    plans_equal = 249,
    two_positions = 250,
    column_values = 251,
    repeated_row = 252,
    last_one = 253,
    table_too_large = 254,
    table_reaches_out = 255,
    too_many_fields = 256,
    deleted_already = 257,
    no_reference = 258,
    ambiguous_cell = 259,
    no_such_day = 260,
    not_a_date = 261,
    dates_differ = 262,
    weekday_differs = 263,
    // T3xx: house styles
    bad_length = 301,
    bad_number = 302,
    margins_too_wide = 303,
    unknown_role = 304,
    missing_role = 305,
    bad_colour = 306,
    size_given_twice = 307,
    colour_alone = 308,
    poor_contrast = 309,
    place_taken = 311,
    base_has_base = 312,
    empty_word = 313,
    lines_overlap = 314,
    text_too_small = 315,
    // T4xx: characters and fonts
    missing_glyph = 401,
    missing_variation = 402,
    // T5xx: layout
    emergency_break = 501,
    too_many_columns = 502,
    // T6xx: workbooks that come back; to T619 the file as such
    not_a_workbook = 601,
    workbook_protected = 602,
    workbook_broken = 603,
    workbook_too_large = 604,
    workbook_old_format = 605,
    workbook_cell_broken = 606,
    not_our_workbook = 620,
    other_workbook_format = 621,
    no_data_sheet = 622,
    data_column_twice = 623,
    data_key_broken = 624,
    data_row_twice = 625,
    locked_cell_edited = 626,
    print_sheet_edited = 627,
    cell_is_date = 628,
    cell_is_percentage = 629,
    cell_is_formula = 631,
    cell_is_error = 632,
    cell_bad_character = 633,
    cell_emptied = 634,
    cannot_be_missing = 635,
    place_is_gone = 636,
    edit_cannot_be_made = 637,
    added_row_before = 638,
    added_row_incomplete = 639,
    added_row_exists = 641,
    added_row_ambiguous = 642,
    added_row_no_level = 643,
    paper_not_found = 644,
    edits_conflict = 645,
    edits_differ = 646,
    cell_not_computed = 647,
    // from T650: what cannot be written into a workbook
    cell_too_long = 650,
    too_many_rows = 651,
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

// A diagnostic as it is printed. Line and column count from 1, columns are characters; line 0 stands for no
// place.
struct Message {
    Severity severity = Severity::error;
    std::string number, sentence; // T201
    std::string file;
    std::size_t line = 0, column = 0;
    std::string shown_line; // the line itself and a caret under the place, two lines; may be empty
};

// Finding the line takes a walk through the file, so it is done for what is shown only.
Message message_of(const Diagnostic& diagnostic, const Sources& sources, Language language);

// Errors before warnings, each in the order of their places, none twice.
std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics);

// All messages as text, errors before warnings, each in the order of their places: file:line:column, the
// sentence, the line itself and a caret under the place. Columns count characters, not bytes. Ends with one
// line that counts errors and warnings.
std::string describe(const Diagnostics& diagnostics, const Sources& sources, Language language);

// The sentence alone, without place.
std::string sentence(const Diagnostic& diagnostic, Language language);

} // namespace taisho
