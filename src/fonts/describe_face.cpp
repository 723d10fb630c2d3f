#include "fonts/face.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace taisho {
namespace {

// IDs of the table name (OpenType 1.9).
enum NameId : unsigned { full_name = 4, version = 5, licence_text = 13, licence_address = 14 };

constexpr std::size_t longest = 60; // characters

// A font is written by anybody: no controls, no line ends, no more than a line.
std::string tidied(std::string_view text) {
    std::string line;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size() && characters < longest;) {
        const auto [character, length] = decode(text, at);
        const bool blank = character == ' ' || !is_text_character(character) || character < 0x20;
        if (!blank) line.append(text.substr(at, length)), ++characters;
        if (blank && !line.empty() && line.back() != ' ') line.push_back(' '), ++characters;
        at += length;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

// "Version 1.06; ttfautohint (v1.8.4)" is 1.06.
std::string short_version(std::string_view text) {
    constexpr std::string_view word = "Version ";
    if (text.starts_with(word)) text.remove_prefix(word.size());
    return tidied(text.substr(0, text.find(';')));
}

struct Licence {
    std::string_view sign, name;
};

std::string short_licence(std::string_view text, std::string_view address) {
    constexpr std::array<Licence, 4> known = {{{"Open Font License, Version 1.1", "SIL OFL 1.1"},
                                               {"Open Font License", "SIL OFL"},
                                               {"IPA Font License", "IPA Font License"},
                                               {"Apache License", "Apache License"}}};
    const auto found = std::ranges::find_if(
        known, [&](const Licence& licence) { return text.find(licence.sign) != text.npos; });
    if (found != known.end()) return std::string(found->name);
    return tidied(text.empty() ? address : text);
}

} // namespace

FaceDescription describe_face(const Face& face) {
    FaceDescription description;
    description.name = tidied(face.name(full_name));
    description.version = short_version(face.name(version));
    description.licence = short_licence(face.name(licence_text), face.name(licence_address));
    description.characters = face.character_count();
    description.variations = face.variation_count();
    description.bytes = face.file_size();
    return description;
}

} // namespace taisho
