#include "layout/chosen_pages.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace taisho {
namespace {

// A number at the beginning of the text, taken away.
std::optional<int> take_number(std::string_view& text) {
    constexpr std::size_t most_digits = 6;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    int number = 0;
    std::from_chars(text.data(), text.data() + std::min(digits, most_digits), number);
    text.remove_prefix(digits);
    return digits <= most_digits && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<PageSpan> parse_span(std::string_view text) {
    const std::optional<int> first = take_number(text);
    if (!first) return std::nullopt;
    if (text.empty()) return PageSpan{*first, *first};
    if (text == "-") return PageSpan{*first, std::nullopt};
    if (text.front() != '-') return std::nullopt;
    text.remove_prefix(1);
    const std::optional<int> last = take_number(text);
    if (!last || *last < *first || !text.empty()) return std::nullopt;
    return PageSpan{*first, *last};
}

bool holds(const PageSpan& span, int number) {
    return number >= span.first && (!span.last || number <= *span.last);
}

// Headers that are said again where a table goes on are an artifact, because a reader has heard them. Where
// the page on which they stood is missing, they are read here.
void read_missed(Pages& pages, int first) {
    std::set<Origin> heard;
    int before = first - 1;
    for (Page& page : pages.pages) {
        const bool missing = page.number != before + 1;
        before = page.number;
        for (PlacedText& text : page.texts) {
            const bool said = text.origin.block != no_block && !heard.contains(text.origin);
            if (text.artifact && missing && said) text.artifact = false;
        }
        for (const PlacedText& text : page.texts)
            if (!text.artifact) heard.insert(text.origin);
    }
}

} // namespace

std::optional<std::vector<PageSpan>> parse_page_spans(std::string_view text) {
    constexpr std::size_t most_spans = 1000;
    std::vector<PageSpan> spans;
    while (spans.size() < most_spans) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::optional<PageSpan> span = parse_span(text.substr(0, comma));
        if (!span) return std::nullopt;
        spans.push_back(*span);
        if (comma == text.size()) return spans;
        text.remove_prefix(comma + 1);
    }
    return std::nullopt;
}

PageNumbers numbers_of(const Pages& pages) {
    if (pages.pages.empty()) return {};
    return {pages.pages.front().number, pages.pages.back().number};
}

std::optional<int> find_missing_page(const std::vector<PageSpan>& spans, const PageNumbers& numbers) {
    for (const PageSpan& span : spans) {
        const int last = span.last.value_or(span.first);
        if (span.first < numbers.first) return span.first;
        if (last > numbers.last) return std::max(span.first, numbers.last + 1);
    }
    return std::nullopt;
}

std::string name_of(const std::vector<PageSpan>& spans, const PageNumbers& numbers) {
    std::string name;
    for (const PageSpan& span : spans) {
        const int last = span.last.value_or(numbers.last);
        name += (name.empty() ? "" : ",") + std::to_string(span.first);
        if (last > span.first) name += "-" + std::to_string(last);
    }
    return name;
}

Pages only(const std::vector<PageSpan>& spans, Pages pages) {
    const int first = numbers_of(pages).first;
    std::erase_if(pages.pages, [&](const Page& page) {
        return std::ranges::none_of(spans, [&](const PageSpan& span) { return holds(span, page.number); });
    });
    read_missed(pages, first);
    return pages;
}

} // namespace taisho
