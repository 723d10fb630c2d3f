#include "xml/lines.h"

#include "xml/scan.h"

#include <algorithm>
#include <optional>

namespace taisho {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::size_t skip_spaces(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && is_space(bytes[at])) ++at;
    return at;
}

// The beginning of the line when there are only blanks between it and `at`.
std::optional<std::size_t> clean_line(std::string_view bytes, std::size_t at, std::size_t floor) {
    while (at > floor && is_space(bytes[at - 1])) --at;
    if (at <= floor || bytes[at - 1] != '\n') return std::nullopt;
    return at;
}

// Where the comment begins that ends the line before `line`.
std::optional<std::size_t> comment_above(std::string_view bytes, std::size_t line, std::size_t floor) {
    std::size_t end = line - 1;
    if (end > floor && bytes[end - 1] == '\r') --end;
    while (end > floor && is_space(bytes[end - 1])) --end;
    if (!bytes.substr(floor, end - floor).ends_with("-->")) return std::nullopt;
    return floor + bytes.substr(floor, end - floor).rfind("<!--");
}

// Behind the comments that follow on the same line, when nothing else does.
std::size_t end_with_comments(std::string_view bytes, std::size_t end, std::size_t ceiling) {
    std::size_t behind = end;
    std::size_t at = skip_spaces(bytes, end);
    while (at < ceiling && bytes.substr(at).starts_with("<!--")) {
        behind = next_markup(bytes, at)->end;
        at = skip_spaces(bytes, behind);
    }
    const bool line_ends = at >= ceiling || bytes[at] == '\n' || bytes[at] == '\r';
    return line_ends && behind <= ceiling ? behind : end;
}

} // namespace

OwnLines own_lines(std::string_view bytes, const Span& element, std::size_t floor, std::size_t ceiling) {
    OwnLines own{element.begin, element.begin, end_with_comments(bytes, element.end, ceiling), false};
    std::optional<std::size_t> line = clean_line(bytes, element.begin, floor);
    while (line) {
        own.begins_line = true;
        own.begin = *line;
        const std::optional<std::size_t> comment = comment_above(bytes, *line, floor);
        line = comment ? clean_line(bytes, *comment, floor) : std::nullopt;
        if (line) own.first = *comment;
    }
    return own;
}

std::string indentation_at(std::string_view bytes, std::size_t at) {
    constexpr std::size_t longest =
        16384; // else a file of a single line is read again for each of its elements
    const std::size_t from = at - std::min(at, longest);
    const std::size_t end = bytes.substr(from, at - from).rfind('\n');
    if (end == std::string_view::npos && from > 0) return {};
    const std::size_t begin = end == std::string_view::npos ? 0 : from + end + 1;
    return std::string(bytes.substr(begin, std::min(skip_spaces(bytes, begin), at) - begin));
}

std::string line_end_of(std::string_view bytes) {
    const std::size_t end = bytes.find('\n');
    const bool windows = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
    return windows ? "\r\n" : "\n";
}

std::size_t blank_line(std::string_view text) {
    const std::size_t end = skip_spaces(text, 0);
    if (text.substr(end).starts_with("\r\n")) return end + 2;
    return text.substr(end).starts_with("\n") ? end + 1 : 0;
}

std::string_view without_trailing(std::string_view text) {
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view without_last_line(std::string_view text) {
    text = without_trailing(text);
    if (!text.ends_with('\n')) return text;
    text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::string deeper(const std::string& indent) {
    return indent + (indent.find('\t') != std::string::npos ? "\t" : "  ");
}

namespace {

// `text` ends at the end of a line: without the last line when that is empty.
std::string_view without_empty_line(std::string_view text) {
    const std::string_view before = without_trailing(without_last_line(text));
    return before.ends_with('\n') ? before : text;
}

bool ends_with_empty_line(std::string_view text) { return without_empty_line(text).size() < text.size(); }

// Nothing but the end of the line with the start tag.
bool is_first_line(std::string_view text) { return blank_line(text) == text.size(); }

} // namespace

std::size_t close_gap(std::string& out, std::string_view rest) {
    const std::size_t line = blank_line(rest);
    const bool at_end = rest.find_first_not_of(" \t") == std::string_view::npos;
    if (line == 0 && !at_end) return 0;
    if (at_end) { // the end tag follows where what was cut out stood
        out.resize(without_last_line(out).size());
        return rest.size();
    }
    const bool was_line = without_trailing(out).ends_with('\n');
    out.resize(without_trailing(out).size());
    if (!was_line) return 0;
    const std::string_view below = rest.substr(line);
    if (blank_line(below) > 0 && (ends_with_empty_line(out) || is_first_line(out)))
        return line + blank_line(below);
    const bool end_tag_follows = below.find_first_not_of(" \t") == std::string_view::npos;
    if (end_tag_follows) out.resize(without_empty_line(out).size());
    return line;
}

std::string reindent(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    const auto copy = [&](std::string_view piece) {
        for (std::size_t i = 0; i < piece.size();) {
            out.push_back(piece[i]);
            if (piece[i++] != '\n' || !piece.substr(i).starts_with(from)) continue;
            const bool is_empty = blank_line(piece.substr(i)) > 0;
            if (is_empty) continue;
            out += to;
            i += from.size();
        }
    };
    // Lines of a tag may be moved, too, but not those within quotes.
    std::size_t at = 0;
    for (auto markup = next_markup(text, 0); markup; markup = next_markup(text, markup->end)) {
        const bool is_tag = markup->kind == MarkupKind::start_tag || markup->kind == MarkupKind::empty_tag;
        if (!is_tag) continue;
        const std::string_view until_end = text.substr(0, markup->end);
        for (std::size_t quote = until_end.find_first_of("\"'", markup->begin); quote < markup->end;
             quote = until_end.find_first_of("\"'", at)) {
            copy(text.substr(at, quote - at));
            at = std::min(text.find(text[quote], quote + 1), text.size() - 1) + 1;
            out += text.substr(quote, at - quote);
        }
    }
    copy(text.substr(at));
    return out;
}

} // namespace taisho
