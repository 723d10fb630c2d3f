#include "app/check_characters.h"

#include "app/set_texts.h"
#include "app/written_texts.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace taisho {
namespace {

// So many different finds are looked up and told; each takes a walk through the paper at worst.
constexpr std::size_t most_finds = 1000;

std::string words_of(const Undrawn& undrawn) {
    std::string words;
    append_utf8(words, undrawn.character);
    if (undrawn.selector != 0) append_utf8(words, undrawn.selector);
    return words;
}

bool is_told(const Diagnostics& diagnostics, const std::vector<std::string>& arguments) {
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == Code::missing_variation && diagnostic.arguments == arguments;
    });
}

// Of a form the first place is enough: the same name may stand on every page.
void tell(const Undrawn& undrawn, const std::vector<Span>& places, Diagnostics& diagnostics) {
    const std::string words = words_of(undrawn), name = code_point_name(undrawn.character);
    if (undrawn.selector == 0) {
        for (const Span& at : places) add_error(diagnostics, Code::missing_glyph, at, {words, name});
        return;
    }
    const std::vector<std::string> arguments{words, name + " " + code_point_name(undrawn.selector),
                                             words_of({0, undrawn.character, 0})};
    if (is_told(diagnostics, arguments)) return;
    add_warning(diagnostics, Code::missing_variation, places.front(), arguments);
}

struct Find {
    Undrawn undrawn;
    SetText text;
};

// Each once for each place that a paragraph was written at.
std::vector<Find> find_undrawn(const Document& document, const FontBook& fonts) {
    std::vector<Find> finds;
    std::set<std::tuple<char32_t, char32_t, std::uint16_t, std::uint32_t>> known;
    for (const SetText& text : set_texts(document)) {
        for (const Undrawn& undrawn : fonts.find_undrawn(text.stretch, text.family)) {
            const auto key = std::tuple(undrawn.character, undrawn.selector, text.at.source, text.at.begin);
            if (known.insert(key).second) finds.push_back({undrawn, text});
            if (finds.size() == most_finds) return finds;
        }
    }
    return finds;
}

} // namespace

std::string code_point_name(char32_t character) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
}

void check_characters(const Document& document, std::uint16_t form, const FontBook& fonts,
                      const Sources& sources, Diagnostics& diagnostics) {
    const std::vector<Find> finds = find_undrawn(document, fonts);
    if (finds.empty()) return;
    const WrittenTexts written(sources, form);
    for (const auto& [undrawn, text] : finds)
        tell(undrawn, written.places(words_of(undrawn), text.paragraph, text.at), diagnostics);
}

void check_characters(const Element& plan, const FontBook& fonts, const Sources& sources,
                      Diagnostics& diagnostics) {
    std::size_t told = 0;
    for (const Text& text : written_texts(plan)) {
        for (const Family family : {Family::mincho, Family::gothic}) {
            for (const Undrawn& undrawn : fonts.find_undrawn(text.utf8, family)) {
                if (++told > most_finds) return;
                tell(undrawn, {locate(text, undrawn.at, sources)}, diagnostics);
            }
        }
    }
}

} // namespace taisho
