#include "base/suggest.h"
#include "base/utf8.h"
#include "check/check_parts.h"
#include "text/fold.h"
#include "text/folded_text.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>

// A text of bodies is written for people: 市（福祉総務課、人権・男女参画室）、社会福祉協議会など. It is cut
// at separators, of which some are parts of names too (人権・男女参画室, 市民会議（仮称）). So at each place
// the longest registered name that ends before a separator is tried first, and only what is no name is cut at
// the next one.

namespace taisho {
namespace {

constexpr std::size_t longest_name = 120; // bytes; a longer one is only found where nothing in it separates

constexpr std::u32string_view separators = U" \t\r\n、,・/()【】[]:;。◎○●◇◆□■※";

// The separator at the beginning of the text, 及び and 並びに among them; 0 when there is none.
std::size_t separator_length(std::string_view text) {
    for (const std::string_view word : {"及び", "並びに", "および", "ならびに"}) {
        if (text.starts_with(word)) return word.size();
    }
    const auto [c, length] = decode(text, 0);
    return separators.find(c) == std::u32string_view::npos ? 0 : length;
}

// など of 福祉総務課など: behind a name, no part of it.
std::size_t ending_length(std::string_view text) {
    for (const std::string_view word : {"など", "ほか", "等", "他"}) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

bool can_end_at(std::string_view text, std::size_t at) {
    return at == text.size() || separator_length(text.substr(at)) > 0 || ending_length(text.substr(at)) > 0;
}

// Bytes of the longest registered name that the text begins with; 0 when there is none.
std::size_t registered_length(std::string_view text, const BodyRegister& known) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i <= std::min({text.size(), known.longest, longest_name});) {
        if (i > 0 && can_end_at(text, i)) ends.push_back(i);
        if (i == text.size()) break;
        i += decode(text, i).length;
    }
    while (!ends.empty() && !known.names.contains(text.substr(0, ends.back()))) ends.pop_back();
    return ends.empty() ? 0 : ends.back();
}

std::size_t unknown_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && separator_length(text.substr(end)) == 0) end += decode(text, end).length;
    return end;
}

std::string_view without_ending(std::string_view name) {
    for (const std::string_view word : {"など", "ほか", "等", "他"}) {
        if (name.ends_with(word)) return name.substr(0, name.size() - word.size());
    }
    return name;
}

// The part of a text in the file, if it stands there byte for byte; else the whole.
Span part_of(const Text& text, std::string_view part) {
    if (text.at.end - text.at.begin != text.utf8.size()) return text.at;
    const auto begin = text.at.begin + static_cast<std::uint32_t>(part.data() - text.utf8.data());
    return {text.at.source, begin, begin + static_cast<std::uint32_t>(part.size())};
}

} // namespace

BodyRegister registered_bodies(const Plan& plan) {
    BodyRegister known;
    for (const Text& name : plan.body_names) {
        const auto [folded, is_new] = known.names.insert(fold_width(name.utf8));
        known.longest = std::max(known.longest, folded->size());
    }
    return known;
}

void check_bodies(const Passage& bodies, const BodyRegister& known, Diagnostics& diagnostics) {
    if (known.names.empty()) return;
    const FoldedText folded = fold_with_places(bodies.text.utf8);
    const std::string_view text = folded.text;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (const std::size_t separator = separator_length(rest)) {
            i += separator;
            continue;
        }
        if (const std::size_t name = registered_length(rest, known)) {
            i += name;
            if (i < text.size()) i += ending_length(text.substr(i));
            continue;
        }
        const std::size_t length = unknown_length(rest);
        const std::string_view name = without_ending(rest.substr(0, length));
        i += length;
        if (name.empty() || known.names.contains(name)) continue;
        const std::string_view written = as_written(bodies.text.utf8, folded, name);
        add_warning(diagnostics, Code::unknown_body, part_of(bodies.text, written), {std::string(written)});
    }
}

// Comparing with every registered name is dear, and nobody reads hundreds of suggestions.
void suggest_bodies(const Plan& plan, Diagnostics& diagnostics) {
    constexpr std::size_t most_suggestions = 50, most_names = 500;
    std::vector<std::string_view> names;
    for (const Text& name : plan.body_names) {
        if (names.size() < most_names && name.utf8.size() <= longest_name) names.push_back(name.utf8);
    }
    std::map<std::string, std::string> suggestions;
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code != Code::unknown_body || diagnostic.arguments.size() != 1) continue;
        const std::string& name = diagnostic.arguments.front();
        auto known = suggestions.find(name);
        if (known == suggestions.end() && suggestions.size() < most_suggestions)
            known = suggestions.emplace(name, nearest(name, names)).first;
        diagnostic.arguments.push_back(known == suggestions.end() ? std::string{} : known->second);
    }
}

} // namespace taisho
