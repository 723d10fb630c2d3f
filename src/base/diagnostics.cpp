#include "base/diagnostics.h"

#include "base/sentences.h"

#include <algorithm>
#include <fmt/args.h>
#include <fmt/format.h>
#include <string_view>

namespace taisho {
namespace {

// As much of an argument as a reader needs to know it again.
std::string shortened(const std::string& argument) {
    constexpr std::size_t longest = 400;
    if (argument.size() <= longest) return argument;
    std::size_t end = longest;
    while ((static_cast<unsigned char>(argument[end]) & 0xc0) == 0x80) --end;
    return argument.substr(0, end) + "…";
}

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
    const Sentence& words = sentence_of(diagnostic.code);
    const std::string form =
        with_advice(language == Language::japanese ? words.japanese : words.english, diagnostic.arguments);
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& argument : diagnostic.arguments) arguments.push_back(shortened(argument));
    return fmt::vformat(form, arguments);
}

} // namespace taisho
