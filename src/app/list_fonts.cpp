#include "app/list_fonts.h"

#include "app/character_uses.h"
#include "app/check_characters.h"
#include "app/stages.h"
#include "app/text_table.h"
#include "app/written_texts.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

// What stands around the names and numbers.
struct Wording {
    std::string folder, mincho, gothic;
    std::vector<TextColumn> faces, uses;
    std::string elsewhere, all_first, usual_form, no_face, more;
    std::string advice;
};

const Wording& wording_in(Language language) {
    static const Wording japanese{
        "書体のフォルダー：",
        "明朝（mincho）",
        "ゴシック（gothic）",
        {{"順", true},
         {"書体"},
         {"版"},
         {"文字", true},
         {"異体字", true},
         {"大きさ", true},
         {"使用許諾"},
         {"ファイル"}},
        {{"文字"}, {"符号位置"}, {"組む書体"}, {"回数", true}, {"初めの場所"}},
        "一番目の書体で組まない文字（作るもの全部の回数）",
        "どの文字も、一番目の書体で組みます。",
        "（ふつうの形）",
        "どの書体にもない",
        "ほかに",
        "文字は、上の書体から順に探し、最初に持っていた書体で組みます。書体を足すには、TrueType の\n"
        "ファイルを書体のフォルダーに置き、fonts.xml の mincho と gothic の両方の終わりに\n"
        "<face file=\"ファイル名\"/> を書き足します。文書への埋め込みを許す使用許諾が要ります。\n"};
    static const Wording english{
        "Folder of the fonts: ",
        "mincho",
        "gothic",
        {{"no", true},
         {"font"},
         {"version"},
         {"characters", true},
         {"variations", true},
         {"size", true},
         {"licence"},
         {"file"}},
        {{"character"}, {"code point"}, {"drawn by"}, {"times", true}, {"first place"}},
        "Characters that the first font does not draw (times in all outputs)",
        "The first font draws every character.",
        " (usual form)",
        "no font",
        "further: ",
        "A character is drawn by the first font that has it. To add a font, put its TrueType file\n"
        "into the folder and name it with <face file=\"NAME\"/> at the end of both families in\n"
        "fonts.xml. Its licence must allow embedding.\n"};
    return language == Language::japanese ? japanese : english;
}

constexpr std::array<Family, 2> families = {Family::mincho, Family::gothic};

const std::string& name_of(Family family, const Wording& words) {
    switch (family) {
    case Family::mincho: return words.mincho;
    case Family::gothic: return words.gothic;
    }
    return words.mincho;
}

// 12,345
std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

// 5.6 MiB
std::string size_of(std::size_t bytes) {
    const std::size_t tenths = (bytes * 10 + (1U << 19)) >> 20;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MiB";
}

// The text beside a font that does not tell its licence: Name-OFL.txt beside Name-Regular.ttf.
std::string licence_file(const fs::path& folder, const std::string& font) {
    const std::string beginning = font.substr(0, font.find_first_of("-."));
    std::vector<std::string> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(beginning) && entry.path().extension() == ".txt") found.push_back(name);
    }
    std::ranges::sort(found);
    return found.empty() ? "―" : found.front();
}

std::string faces_of(Family family, const FontBook& fonts, const fs::path& folder, const Wording& words) {
    std::vector<std::vector<std::string>> rows;
    for (const std::uint8_t face : fonts.chain(family)) {
        const FaceDescription one = fonts.describe(face);
        const std::string licence = one.licence.empty() ? licence_file(folder, one.file) : one.licence;
        rows.push_back({std::to_string(rows.size() + 1), one.name, one.version, grouped(one.characters),
                        grouped(one.variations), size_of(one.bytes), licence, one.file});
    }
    return name_of(family, words) + "\n" + text_table(words.faces, rows);
}

// U+845B U+E01EF
std::string code_points_of(std::string_view text) {
    std::string names;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = decode(text, at);
        names.append(names.empty() ? "" : " ").append(code_point_name(character));
        at += length;
    }
    return names;
}

std::string place_of(const Span& at, const Sources& sources) {
    const Message message =
        message_of({Severity::warning, Code::missing_glyph, at, {"", ""}}, sources, Language::japanese);
    if (message.line == 0) return "―";
    return message.file + ":" + std::to_string(message.line) + ":" + std::to_string(message.column);
}

// The places are looked up in the files, with the words of each house style once.
std::string uses_of(const CharacterUses& uses, const std::vector<std::string>& faces, const Sources& sources,
                    const Wording& words) {
    constexpr std::size_t most = 1000;
    std::map<std::uint16_t, WrittenTexts> written; // by house style
    std::vector<std::vector<std::string>> rows;
    for (const auto& [character, use] : uses) {
        if (rows.size() == most) break;
        WrittenTexts& texts = written.try_emplace(use.form, sources, use.form).first->second;
        const Span at = texts.places(character, use.paragraph, use.at).front();
        const std::string face = use.face ? faces[*use.face] : words.no_face;
        rows.push_back({character, code_points_of(character), face + (use.usual_form ? words.usual_form : ""),
                        grouped(use.count), place_of(at, sources)});
    }
    std::string table = text_table(words.uses, rows);
    if (uses.size() > most) table += "  " + words.more + grouped(uses.size() - most) + "\n";
    return table;
}

std::string fallbacks_of(const Loaded& loaded, const Sources& sources, const Wording& words) {
    std::array<CharacterUses, families.size()> uses;
    std::deque<Document> documents;
    for (const NamedStyle& style : loaded.styles) {
        documents.push_back(compose(loaded.revisions, style.style));
        for (std::size_t i = 0; i < families.size(); ++i)
            count_uses(documents.back(), style.form, families[i], loaded.fonts, uses[i]);
    }
    if (std::ranges::all_of(uses, &CharacterUses::empty)) return words.all_first + "\n";
    std::vector<std::string> faces;
    for (std::size_t face = 0; face < loaded.fonts.face_count(); ++face)
        faces.push_back(loaded.fonts.describe(static_cast<std::uint8_t>(face)).name);
    std::string text = words.elsewhere + "\n";
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (uses[i].empty()) continue;
        text += "\n" + name_of(families[i], words) + "\n" + uses_of(uses[i], faces, sources, words);
    }
    return text;
}

void print_faces(const FontBook& fonts, const fs::path& folder, const Wording& words) {
    std::cout << words.folder << folder.string() << "\n";
    for (const Family family : families) std::cout << "\n" << faces_of(family, fonts, folder, words);
    std::cout << "\n";
}

} // namespace

Outcome list_fonts(const ListFontsOptions& options) {
    const Wording& words = wording_in(options.language);
    Sources sources;
    Diagnostics diagnostics;
    const auto resources = find_resources(options.resources, diagnostics);
    if (!resources) return report(Outcome::bad_input, diagnostics, sources, options.language);
    const fs::path folder = *resources / "fonts";
    if (options.input.empty()) {
        const FontBook fonts = FontBook::open(folder, sources, diagnostics);
        if (has_errors(diagnostics))
            return report(Outcome::bad_input, diagnostics, sources, options.language);
        print_faces(fonts, folder, words);
        std::cout << words.advice;
        return Outcome::done;
    }
    const std::optional<Loaded> loaded =
        load(options.input, options.resources, options.templates, sources, diagnostics);
    if (!loaded) return report(Outcome::bad_input, diagnostics, sources, options.language);
    print_faces(loaded->fonts, folder, words);
    std::cout << fallbacks_of(*loaded, sources, words);
    return report(Outcome::done, diagnostics, sources, options.language);
}

} // namespace taisho
