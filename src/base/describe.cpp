#include "base/diagnostics.h"

#include "base/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <tuple>

namespace taisho {
namespace {

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

std::string text_of(const Message& message, Language language) {
    const bool error = message.severity == Severity::error;
    const std::string_view word =
        language == Language::japanese ? (error ? "エラー" : "注意") : (error ? "error" : "warning");
    const std::string line = fmt::format("{} {}: {}\n", word, message.number, message.sentence);
    if (message.line == 0) return line;
    return fmt::format("{}:{}:{}: {}{}", message.file, message.line, message.column, line,
                       message.shown_line);
}

} // namespace

Message message_of(const Diagnostic& diagnostic, const Sources& sources, Language language) {
    Message message;
    message.severity = diagnostic.severity;
    message.number = fmt::format("T{:03}", static_cast<int>(diagnostic.code));
    message.sentence = sentence(diagnostic, language);
    if (diagnostic.at.source >= sources.size()) return message;
    const SourceFile& source = sources[diagnostic.at.source];
    const Place place = find_place(diagnostic.at, source.bytes);
    message.file = source.name, message.line = place.line, message.column = place.column;
    message.shown_line = show_line(place);
    return message;
}

std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics) {
    std::vector<const Diagnostic*> sorted;
    for (const Diagnostic& diagnostic : diagnostics) sorted.push_back(&diagnostic);
    const auto order = [](const Diagnostic* d) {
        return std::tuple(d->severity, d->at.source, d->at.begin, d->code, d->arguments);
    };
    std::ranges::stable_sort(sorted, {}, order);
    const auto same = [&](const Diagnostic* a, const Diagnostic* b) { return order(a) == order(b); };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
    return sorted;
}

std::string describe(const Diagnostics& diagnostics, const Sources& sources, Language language) {
    constexpr std::size_t most_shown = 100;
    const std::vector<const Diagnostic*> sorted = in_order(diagnostics);
    std::string text;
    for (std::size_t i = 0; i < std::min(sorted.size(), most_shown); ++i)
        text += text_of(message_of(*sorted[i], sources, language), language);
    if (sorted.size() > most_shown) text += more_line(sorted.size() - most_shown, language);
    return sorted.empty() ? text : text + count_line(sorted, language);
}

} // namespace taisho
