#include "amend/applying.h"
#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>

// 課の改称: 福祉総務課 becomes 地域福祉課 wherever it stands. 総務課 inside of 福祉総務課 is another name:
// where Han or katakana stands directly before a match, or a longer name of the register covers it, the words
// are left as they are and the place is told.

namespace taisho {
namespace {

// The character that ends at byte `end`; 0 at the beginning.
char32_t character_before(std::string_view text, std::size_t end) {
    if (end == 0) return 0;
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
    return decode(text, begin).character;
}

// The run of Han and katakana around [begin, end): the word as a reader sees it.
std::string word_around(std::string_view text, std::size_t begin, std::size_t end) {
    const auto in_word = [](char32_t c) { return is_han(c) || is_katakana(c); };
    while (begin > 0 && in_word(character_before(text, begin))) {
        --begin;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
    }
    while (end < text.size() && in_word(decode(text, end).character)) end += decode(text, end).length;
    return std::string(text.substr(begin, end - begin));
}

// Renames that follow each other could make a text twice as long each time.
constexpr std::size_t most_grown = 16U << 20;

struct Renaming {
    const Rename& rename;
    std::vector<std::string> longer; // names of the register that hold `from` within them
    std::size_t& grown;
    Diagnostics& diagnostics;
};

// Whether the match at byte `begin` lies within `name`, which holds the words to be exchanged.
bool is_covered(const Renaming& renaming, std::string_view text, std::size_t begin, const std::string& name) {
    const std::size_t offset = name.find(renaming.rename.from.utf8);
    return offset <= begin && text.substr(begin - offset, name.size()) == name;
}

bool covered_by_longer(const Renaming& renaming, std::string_view text, std::size_t begin) {
    return std::ranges::any_of(
        renaming.longer, [&](const std::string& name) { return is_covered(renaming, text, begin, name); });
}

bool is_part_of_word(const Renaming& renaming, std::string_view text, std::size_t begin) {
    const char32_t before = character_before(text, begin);
    const char32_t first = decode(text, begin).character;
    const bool joined = (is_han(first) || is_katakana(first)) && (is_han(before) || is_katakana(before));
    return joined || covered_by_longer(renaming, text, begin);
}

std::size_t replace(const Renaming& renaming, Text& text) {
    const std::string& from = renaming.rename.from.utf8;
    const std::string& to = renaming.rename.to.utf8;
    std::string result;
    std::size_t count = 0, done = 0;
    for (std::size_t at = text.utf8.find(from); at != std::string::npos;
         at = text.utf8.find(from, at + from.size())) {
        if (renaming.grown > most_grown) return 0;
        if (is_covered(renaming, text.utf8, at, to)) continue; // it has the new name
        if (!renaming.rename.part_of_word && is_part_of_word(renaming, text.utf8, at)) {
            add_warning(renaming.diagnostics, Code::rename_part_of_word, text.at,
                        {from, word_around(text.utf8, at, at + from.size())});
            continue;
        }
        result.append(text.utf8, done, at - done).append(to);
        renaming.grown += to.size() > from.size() ? to.size() - from.size() : 0;
        done = at + from.size();
        ++count;
    }
    if (count > 0) text.utf8 = result.append(text.utf8, done);
    return count;
}

void replace_in_plan(const Renaming& renaming, Plan& plan, std::vector<Replacement>& replacements) {
    if (const std::size_t count = replace(renaming, plan.title))
        replacements.push_back({std::nullopt, std::nullopt, count});
    std::size_t count = 0;
    for (Text& name : plan.body_names) count += replace(renaming, name);
    if (count > 0) replacements.push_back({std::nullopt, 0, count});
}

void replace_in_unit(const Renaming& renaming, std::size_t index, Unit& unit,
                     std::vector<Replacement>& replacements) {
    if (const std::size_t count = replace(renaming, unit.heading.title))
        replacements.push_back({index, std::nullopt, count});
    if (!is_item(unit)) return;
    std::vector<Field>& fields = fields_of(unit);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::size_t count = 0;
        for_each_text(fields[i], [&](Text& text) { count += replace(renaming, text); });
        if (count > 0) replacements.push_back({index, i, count});
    }
}

} // namespace

std::vector<Replacement> apply_rename(Applying& applying, const Rename& rename) {
    std::vector<Replacement> replacements;
    if (rename.from.empty()) return replacements; // reported when it was read
    Renaming renaming{rename, {}, applying.grown, applying.diagnostics};
    for (const Text& name : applying.plan.body_names) {
        if (name.utf8 != rename.from.utf8 && name.utf8.find(rename.from.utf8) != std::string::npos)
            renaming.longer.push_back(name.utf8);
    }
    replace_in_plan(renaming, applying.plan, replacements);
    for (const std::size_t unit : reading_order(applying.plan.tree)) {
        const std::size_t before = replacements.size();
        replace_in_unit(renaming, unit, applying.plan.tree.units[unit], replacements);
        if (replacements.size() > before) applying.touched.insert(unit);
    }
    if (applying.grown > most_grown) {
        add_error(applying.diagnostics, Code::file_too_large, rename.to.at,
                  {rename.to.utf8, std::to_string(most_grown >> 20)});
    } else if (rename.from.utf8 == rename.to.utf8) {
        add_error(applying.diagnostics, Code::nothing_changes, rename.to.at, {rename.from.utf8});
    } else if (replacements.empty()) {
        add_error(applying.diagnostics, Code::rename_nothing, rename.from.at, {rename.from.utf8});
    }
    return replacements;
}

} // namespace taisho
