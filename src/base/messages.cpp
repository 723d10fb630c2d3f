#include "base/diagnostics.h"

#include "base/utf8.h"

#include <algorithm>
#include <fmt/args.h>
#include <fmt/format.h>
#include <string_view>
#include <tuple>

// One table of sentences. {0}, {1} … are the arguments of the diagnostic; a sentence says what is wrong, what
// is expected and, where it is known, what was probably meant. Advice that depends on an argument being there
// stands in brackets: [もしかして <{2}> ですか。|2] is printed only when argument 2 is not empty.

namespace taisho {
namespace {

struct Message {
    Code code;
    std::string_view japanese, english;
};

constexpr Message messages[] = {
    {Code::cannot_read, "ファイルを読めません：{0}", "Cannot read the file: {0}"},
    {Code::cannot_write,
     "ファイルに書き込めません：{0}（フォルダーがあるか、ほかのソフトで開いていないかを確かめてください。）",
     "Cannot write the file: {0} (does the folder exist, and is the file not open elsewhere?)"},
    {Code::file_too_large, "ファイルが大きすぎます：{0}（{1} MiB までです。）",
     "The file is too large: {0} (at most {1} MiB)."},
    {Code::resources_missing,
     "書体と様式のフォルダー（fonts と templates）が見つかりません。--resources で場所を指定してください。",
     "The folders fonts and templates were not found. Name their place with --resources."},
    {Code::template_missing, "様式「{0}」がありません。[もしかして「{1}」ですか。|1]使える様式：{2}",
     "There is no template “{0}”. [Did you mean “{1}”? |1]Templates: {2}"},
    {Code::wrong_usage, "指定が正しくありません：{0}", "Wrong usage: {0}"},
    {Code::output_is_input,
     "できあがりが資料そのものを上書きしてしまいます：{0}（-o で別のフォルダーを指定してください。）",
     "The output would overwrite the paper itself: {0} (name another folder with -o)."},
    {Code::damaged_font, "書体のファイルが壊れているか、使えません：{0}",
     "The font file is damaged or of no use: {0}"},

    {Code::xml_broken, "XMLとして読めません。タグの書き方を確かめてください。",
     "This is not well-formed XML."},
    {Code::xml_doctype, "DOCTYPE は使えません。この行を消してください。",
     "DOCTYPE is not allowed; remove it."},
    {Code::xml_not_utf8, "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。",
     "The file is not in UTF-8; save it as UTF-8."},
    {Code::xml_too_deep, "入れ子が深すぎます（{0} 段までです）。",
     "Elements are nested too deeply (at most {0})."},
    {Code::xml_bad_character, "使えない文字（制御文字など）があります：{0}",
     "A character that is not allowed as text: {0}"},
    {Code::xml_end_tag, "閉じるタグが合いません。ここで閉じるのは </{0}> のはずです。",
     "The end tag does not match; </{0}> is expected here."},
    {Code::xml_attribute,
     "属性の書き方が正しくないか、同じ属性が二つあります。属性は 名前=\"値\" の形で、半角の \" で囲みます。",
     "The attribute is malformed or given twice. Attributes are written name=\"value\"."},
    {Code::xml_no_root, "ファイルに要素がありません。", "The file holds no element."},
    {Code::xml_entity, "「&」の書き方が正しくありません。文字の & は &amp; と書いてください。",
     "“&” is used wrongly; write &amp; for the character."},
    {Code::unknown_element,
     "<{0}> の中に <{1}> は書けません。[もしかして <{2}> ですか。|2][書けるもの：{3}|3]",
     "<{0}> may not hold <{1}>. [Did you mean <{2}>? |2][Allowed: {3}|3]"},
    {Code::unknown_attribute, "<{0}> に属性 {1} はありません。[もしかして {2} ですか。|2][書ける属性：{3}|3]",
     "<{0}> has no attribute {1}. [Did you mean {2}? |2][Allowed: {3}|3]"},
    {Code::missing_element, "<{0}> の中に <{1}> が必要です。", "<{0}> needs <{1}>."},
    {Code::missing_attribute, "<{0}> に属性 {1} が必要です。", "<{0}> needs the attribute {1}."},
    {Code::repeated_element, "<{0}> の中の <{1}> は一つだけです。", "<{0}> may hold only one <{1}>."},
    {Code::unexpected_text, "<{0}> の中に文字は直接書けません。[書けるもの：{1}|1]",
     "<{0}> may not hold text. [Allowed: {1}|1]"},
    {Code::wrong_root, "一番外側の要素が <{0}> です。<{1}> のはずです。",
     "The outermost element is <{0}>; <{1}> is expected."},
    {Code::empty_element, "<{0}> の中が空です。", "<{0}> is empty."},

    {Code::unknown_item, "項目「{0}」は計画の中にありません。[ある項目：{1}|1]",
     "The plan has no item “{0}”. [Items: {1}|1]"},
    {Code::repeated_id, "id「{0}」が二度使われています。", "The id “{0}” is used twice."},
    {Code::amended_twice, "項目「{0}」が二度修正（削除）されています。一つにまとめてください。",
     "The item “{0}” is amended twice."},
    {Code::value_count, "値が{0}個です。列は{1}個あります。", "There are {0} values, but {1} columns."},
    {Code::unknown_column, "列「{0}」はこの目標にありません。[列：{1}|1]",
     "The goal has no column “{0}”. [Columns: {1}|1]"},
    {Code::repeated_column, "列「{0}」が二度あります。", "The column “{0}” is there twice."},
    {Code::not_a_year,
     "「{0}」は年度として読めません。R6、令和6年度、2024 のように書くか、kind を指定してください。",
     "“{0}” is no fiscal year. Write R6, 令和6年度 or 2024, or give the column a kind."},
    {Code::unknown_field, "項目「{0}」に「{1}」はありません。[あるもの：{2}|2]",
     "The item “{0}” has no “{1}”. [It has: {2}|2]"},
    {Code::ambiguous_field,
     "項目「{0}」には「{1}」が二つ以上あり、どれか分かりません。label で区別してください。",
     "The item “{0}” has more than one “{1}”; tell them apart by label."},
    {Code::bad_keyword, "{0} に「{1}」は使えません。使えるもの：{2}", "{0} cannot be “{1}”. Allowed: {2}"},
    {Code::nothing_changes, "項目「{0}」の修正は、何も変えていません。",
     "The revision of the item “{0}” changes nothing."},
    {Code::value_twice, "列「{0}」の値が二度書かれています。",
     "The value of the column “{0}” is given twice."},
    {Code::unknown_level, "階層「{0}」は計画の中にありません。", "The plan has no level “{0}”."},
    {Code::no_amendments, "「{0}」の中に修正（revise、delete、add）がありません。",
     "“{0}” holds no amendment (revise, delete, add)."},
    {Code::unknown_row, "[行「{0}」はこの目標にありません。|0]row に行の名前を書いてください。[行：{1}|1]",
     "[The goal has no row “{0}”. |0]Name a row with row. [Rows: {1}|1]"},
    {Code::field_twice, "「{0}」が二度修正されています。一つにまとめてください。",
     "“{0}” is revised twice; put both into one."},
    {Code::rows_and_values,
     "<row> で行を全部書きかえるときは、<value> は書けません。<row> の中に書いてください。",
     "Where <row> replaces the rows, <value> cannot be given; write it in <row>."},

    {Code::bad_length,
     "{0}=\"{1}\" は長さとして使えません。10.5pt や 20mm のように、{2}pt から {3}pt までで書いてください。",
     "{0}=\"{1}\" is no length; write 10.5pt or 20mm, from {2}pt to {3}pt."},
    {Code::bad_number, "{0}=\"{1}\" は使えません。{2} から {3} までの整数で書いてください。",
     "{0}=\"{1}\" is not a whole number from {2} to {3}."},
    {Code::margins_too_wide, "余白が広すぎて、本文を置く場所がありません。",
     "The margins leave no room for the text."},
    {Code::unknown_role, "role に「{0}」はありません。[もしかして「{1}」ですか。|1]",
     "There is no role “{0}”. [Did you mean “{1}”?|1]"},
    {Code::missing_role, "<role name=\"{0}\"> がありません。", "<role name=\"{0}\"> is missing."},

    {Code::missing_glyph,
     "文字「{0}」（{1}）がどの書体にもありません。別の文字に替えるか、その文字を持つ書体を fonts "
     "に加えてください。",
     "No font has the character “{0}” ({1}). Replace it, or add a font that has it to fonts."},
    {Code::emergency_break, "欄が狭く、「{0}」を禁則どおりに改行できませんでした。",
     "The cell is too narrow to break “{0}” by the rules."},
    {Code::too_many_columns,
     "列が{0}個あり、一列に一文字も入りません。列を減らすか、年を縦に並べる様式にしてください。",
     "There are {0} columns, and none has room for a character. Use fewer, or a template with the years "
     "down."},
};

const Message& message_of(Code code) { return *std::ranges::find(messages, code, &Message::code); }

bool is_given(const std::vector<std::string>& arguments, std::string_view index) {
    const std::size_t i = static_cast<std::size_t>(index.front() - '0');
    return i < arguments.size() && !arguments[i].empty();
}

// Takes the bracketed advice in or leaves it out.
std::string with_advice(std::string_view form, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '[') {
            text.push_back(form[i]);
            continue;
        }
        const std::size_t bar = form.find('|', i), close = form.find(']', i);
        if (is_given(arguments, form.substr(bar + 1, close - bar - 1)))
            text.append(form.substr(i + 1, bar - i - 1));
        i = close;
    }
    while (text.ends_with(' ')) text.pop_back(); // before advice that was left out
    return text;
}

struct Place {
    std::size_t line = 1, column = 1;  // both from 1; columns are characters
    std::string_view text;             // the line
    std::size_t begin = 0, length = 1; // bytes of the line under which the caret stands
};

bool is_boundary(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

// Of a long line only so much is looked at behind the place, in bytes: more than is ever shown.
constexpr std::size_t longest_look_ahead = 400;

// A place may lie inside a character, where a library gave up; it is widened to the whole character, if the
// line is UTF-8 at all.
Place find_place(const Span& at, std::string_view bytes) {
    const std::size_t begin = std::min<std::size_t>(at.begin, bytes.size());
    const std::size_t line_begin = begin == 0 ? 0 : bytes.rfind('\n', begin - 1) + 1; // npos + 1 is 0
    std::size_t line_end = std::min(begin + longest_look_ahead, bytes.size());
    while (!is_boundary(bytes, line_end)) ++line_end;
    line_end = std::min(bytes.substr(0, line_end).find('\n', begin), line_end);
    Place place;
    place.line = 1 + static_cast<std::size_t>(
                         std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    place.text = bytes.substr(line_begin, line_end - line_begin);
    if (place.text.ends_with('\r')) place.text.remove_suffix(1);
    place.begin = std::min(begin - line_begin, place.text.size());
    std::size_t end =
        std::clamp<std::size_t>(at.end, line_begin, line_begin + place.text.size()) - line_begin;
    const bool is_text = !find_invalid(place.text);
    while (is_text && place.begin > 0 && !is_boundary(place.text, place.begin)) --place.begin;
    while (is_text && !is_boundary(place.text, end)) ++end;
    place.length = std::max(end, place.begin) - place.begin;
    place.column = 1 + count_characters(place.text.substr(0, place.begin));
    return place;
}

// At most about 60 columns of a long line, around the place.
void shorten(Place& place) {
    constexpr std::size_t before = 60, after = 90; // bytes
    std::size_t from = place.begin > before ? place.begin - before : 0;
    std::size_t to = std::min(place.text.size(), place.begin + after);
    while (!is_boundary(place.text, from)) --from;
    while (!is_boundary(place.text, to)) ++to;
    place.text = place.text.substr(from, to - from);
    place.begin -= from;
    place.length = std::min(place.length, place.text.size() - place.begin);
}

std::string show_line(Place place) {
    if (find_invalid(place.text)) return {};
    shorten(place);
    const std::string_view lead = place.text.substr(0, place.begin);
    const std::size_t indent = terminal_width(lead);
    const std::size_t width =
        std::max<std::size_t>(1, terminal_width(place.text.substr(place.begin, place.length)));
    std::string line(place.text);
    std::ranges::replace(line, '\t', ' ');
    return fmt::format("    {}\n    {:{}}{:^<{}}\n", line, "", indent, "", width);
}

std::string describe(const Diagnostic& diagnostic, const Sources& sources, Language language) {
    const bool error = diagnostic.severity == Severity::error;
    const std::string_view word =
        language == Language::japanese ? (error ? "エラー" : "注意") : (error ? "error" : "warning");
    const std::string number = fmt::format("T{:03}", static_cast<int>(diagnostic.code));
    const std::string text = sentence(diagnostic, language);
    if (diagnostic.at.source >= sources.size()) return fmt::format("{} {}: {}\n", word, number, text);
    const SourceFile& source = sources[diagnostic.at.source];
    const Place place = find_place(diagnostic.at, source.bytes);
    return fmt::format("{}:{}:{}: {} {}: {}\n{}", source.name, place.line, place.column, word, number, text,
                       show_line(place));
}

std::string more_line(std::size_t count, Language language) {
    return fmt::format(
        fmt::runtime(language == Language::japanese ? "ほかに{}件あります。\n" : "And {} more.\n"), count);
}

std::string count_line(const std::vector<const Diagnostic*>& diagnostics, Language language) {
    const auto errors = std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
    const auto warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
    if (language == Language::japanese) return fmt::format("エラー{}件、注意{}件\n", errors, warnings);
    return fmt::format("{} error(s), {} warning(s)\n", errors, warnings);
}

} // namespace

void add_error(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments) {
    if (diagnostics.size() < most_diagnostics)
        diagnostics.push_back({Severity::error, code, at, std::move(arguments)});
}

// Half of the room is kept for errors: warnings must never hide that there are any.
void add_warning(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments) {
    if (diagnostics.size() < most_diagnostics / 2)
        diagnostics.push_back({Severity::warning, code, at, std::move(arguments)});
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity) != diagnostics.end();
}

std::string sentence(const Diagnostic& diagnostic, Language language) {
    const Message& message = message_of(diagnostic.code);
    const std::string form = with_advice(language == Language::japanese ? message.japanese : message.english,
                                         diagnostic.arguments);
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& argument : diagnostic.arguments) arguments.push_back(argument);
    return fmt::vformat(form, arguments);
}

std::string describe(const Diagnostics& diagnostics, const Sources& sources, Language language) {
    constexpr std::size_t most_shown = 100;
    std::vector<const Diagnostic*> sorted;
    for (const Diagnostic& diagnostic : diagnostics) sorted.push_back(&diagnostic);
    const auto order = [](const Diagnostic* d) {
        return std::tuple(d->severity, d->at.source, d->at.begin, d->code, d->arguments);
    };
    std::ranges::stable_sort(sorted, {}, order);
    const auto same = [&](const Diagnostic* a, const Diagnostic* b) { return order(a) == order(b); };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());

    std::string text;
    for (std::size_t i = 0; i < std::min(sorted.size(), most_shown); ++i)
        text += describe(*sorted[i], sources, language);
    if (sorted.size() > most_shown) text += more_line(sorted.size() - most_shown, language);
    return sorted.empty() ? text : text + count_line(sorted, language);
}

} // namespace taisho
