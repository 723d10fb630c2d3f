#include "amend/applying.h"
#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <array>
#include <map>

// 課の改称: 福祉総務課 becomes 地域福祉課 wherever it stands. All renames of a paper are made at once, so
// that two names can be exchanged for each other and no name is changed twice. 総務課 inside of 福祉総務課 is
// another name: where Han or katakana stands directly before a match, or a longer name of the register covers
// it, the words are left as they are and the place is told.

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

constexpr std::size_t most_grown = 16U << 20;

struct Renaming {
    const Rename& rename;
    std::vector<std::string> longer; // names of the register that hold `from` within them
    std::vector<Replacement> replacements;
};

// All renames, and by the first byte of `from` which could begin there.
struct Renamings {
    std::vector<Renaming> all;
    std::array<std::vector<std::size_t>, 256> by_first_byte;
    std::size_t grown = 0; // bytes that texts have become longer by
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

// 項目1 is no part of 項目10, nor is 総務課 of 福祉総務課.
bool joins(char32_t before, char32_t after) {
    const auto is_word = [](char32_t c) { return is_han(c) || is_katakana(c); };
    return (is_digit(before) && is_digit(after)) || (is_latin_letter(before) && is_latin_letter(after)) ||
           (is_word(before) && is_word(after));
}

bool is_part_of_word(const Renaming& renaming, std::string_view text, std::size_t begin) {
    const std::size_t end = begin + renaming.rename.from.utf8.size();
    const char32_t last = character_before(text, end);
    const char32_t next = end < text.size() ? decode(text, end).character : U' ';
    const bool goes_on = !is_han(last) && !is_katakana(last) && joins(last, next); // 課 may go on: 福祉課長
    return goes_on || joins(character_before(text, begin), decode(text, begin).character) ||
           covered_by_longer(renaming, text, begin);
}

// The longest of the names that stand at byte `at` and are to be exchanged there.
Renaming* find_rename(Renamings& renamings, const Text& text, std::size_t at) {
    Renaming* longest = nullptr;
    for (const std::size_t index : renamings.by_first_byte[static_cast<unsigned char>(text.utf8[at])]) {
        Renaming& renaming = renamings.all[index];
        const std::string& from = renaming.rename.from.utf8;
        const bool is_here = text.utf8.compare(at, from.size(), from) == 0 &&
                             !is_covered(renaming, text.utf8, at, renaming.rename.to.utf8);
        if (!is_here || (longest != nullptr && longest->rename.from.utf8.size() >= from.size())) continue;
        if (!renaming.rename.part_of_word && is_part_of_word(renaming, text.utf8, at)) {
            add_warning(renamings.diagnostics, Code::rename_part_of_word, text.at,
                        {from, word_around(text.utf8, at, at + from.size())});
            continue;
        }
        longest = &renaming;
    }
    return longest;
}

// Counts of each rename, by its index.
using Counts = std::map<std::size_t, std::size_t>;

void replace(Renamings& renamings, Text& text, Counts& counts) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.utf8.size() && renamings.grown <= most_grown;) {
        const Renaming* renaming = find_rename(renamings, text, at);
        if (renaming == nullptr) {
            at += decode(text.utf8, at).length;
            continue;
        }
        const std::string &from = renaming->rename.from.utf8, &to = renaming->rename.to.utf8;
        result.append(text.utf8, done, at - done).append(to);
        renamings.grown += to.size() > from.size() ? to.size() - from.size() : 0;
        done = at += from.size();
        ++counts[static_cast<std::size_t>(renaming - renamings.all.data())];
    }
    if (done > 0) text.utf8 = result.append(text.utf8, done);
}

void note(Renamings& renamings, std::optional<std::size_t> unit, std::optional<std::size_t> field,
          const Counts& counts) {
    for (const auto& [index, count] : counts)
        renamings.all[index].replacements.push_back({unit, field, count});
}

void replace_in_plan(Renamings& renamings, Plan& plan) {
    Counts in_title, in_register;
    replace(renamings, plan.title, in_title);
    for (Text& name : plan.body_names) replace(renamings, name, in_register);
    note(renamings, std::nullopt, std::nullopt, in_title);
    note(renamings, std::nullopt, 0, in_register);
}

// Returns whether anything was exchanged.
bool replace_in_unit(Renamings& renamings, std::size_t index, Unit& unit) {
    Counts in_heading;
    replace(renamings, unit.heading.title, in_heading);
    note(renamings, index, std::nullopt, in_heading);
    bool changed = !in_heading.empty();
    if (!is_item(unit)) return changed;
    std::vector<Field>& fields = fields_of(unit);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        Counts in_field;
        for_each_text(fields[i], [&](Text& text) { replace(renamings, text, in_field); });
        note(renamings, index, i, in_field);
        changed = changed || !in_field.empty();
    }
    return changed;
}

Renaming renaming_of(const Rename& rename, const Plan& plan) {
    Renaming renaming{rename, {}, {}};
    for (const Text& name : plan.body_names) {
        if (name.utf8 != rename.from.utf8 && name.utf8.find(rename.from.utf8) != std::string::npos)
            renaming.longer.push_back(name.utf8);
    }
    return renaming;
}

void report(const Renaming& renaming, bool too_long, Diagnostics& diagnostics) {
    const Rename& rename = renaming.rename;
    if (rename.from.empty()) return; // reported when it was read
    if (too_long) {
        add_error(diagnostics, Code::file_too_large, rename.to.at,
                  {rename.to.utf8, std::to_string(most_grown >> 20)});
    } else if (rename.from.utf8 == rename.to.utf8) {
        add_error(diagnostics, Code::nothing_changes, rename.to.at, {rename.from.utf8});
    } else if (renaming.replacements.empty()) {
        add_error(diagnostics, Code::rename_nothing, rename.from.at, {rename.from.utf8});
    }
}

} // namespace

std::vector<std::vector<Replacement>> apply_renames(Applying& applying,
                                                    const std::vector<const Rename*>& renames) {
    Renamings renamings{{}, {}, 0, applying.diagnostics};
    for (const Rename* rename : renames) {
        const std::string& from = rename->from.utf8;
        if (!from.empty())
            renamings.by_first_byte[static_cast<unsigned char>(from.front())].push_back(renamings.all.size());
        renamings.all.push_back(renaming_of(*rename, applying.plan));
    }
    if (!renames.empty()) replace_in_plan(renamings, applying.plan);
    for (const std::size_t unit :
         renames.empty() ? std::vector<std::size_t>{} : reading_order(applying.plan.tree)) {
        if (replace_in_unit(renamings, unit, applying.plan.tree.units[unit])) applying.touched.insert(unit);
    }
    std::vector<std::vector<Replacement>> replacements;
    for (Renaming& renaming : renamings.all) {
        report(renaming, renamings.grown > most_grown, applying.diagnostics);
        replacements.push_back(std::move(renaming.replacements));
    }
    return replacements;
}

} // namespace taisho
