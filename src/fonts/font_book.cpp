// Which face draws what. Text is taken apart into characters with what joins them (marks, variation
// selectors). Most Japanese characters look the same beside every neighbour, so the glyph of such a character
// is found by shaping it alone once and is remembered; all else (Latin words, bases with marks) is shaped as
// a run and remembered by its text. A thousand items are some 800,000 glyphs of perhaps 2,000 characters, so
// nearly every glyph is remembered.

#include "fonts/font_book.h"

#include "base/utf8.h"
#include "fonts/catalog.h"
#include "fonts/characters.h"
#include "fonts/face.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace taisho {
namespace {

enum class Setting : std::uint8_t { unknown, alone, run };

// What is known about a character in a family. Small, for a page of text touches many blocks of these.
struct CharacterCell {
    std::uint16_t glyph = 0; // this and the next two only for characters that are set alone
    std::int16_t advance = 0;
    std::int16_t x_offset = 0;
    std::uint8_t face = 0;
    std::uint8_t white : 4 = 0;
    Setting setting : 2 = Setting::unknown;
    bool searched : 1 = false; // whether `missing` is known
    bool missing : 1 = false;  // no face has it
};

// By code point, in blocks of 256 that are made when first needed.
struct CharacterTable {
    std::array<std::uint16_t, 0x1100> block_of{}; // 0: no such block yet
    std::deque<std::array<CharacterCell, 256>> blocks = std::deque<std::array<CharacterCell, 256>>(1);

    CharacterCell& at(char32_t character) {
        std::uint16_t& block = block_of[(character >> 8) % block_of.size()];
        if (block == 0) {
            block = static_cast<std::uint16_t>(blocks.size());
            blocks.emplace_back();
        }
        return blocks[block][character & 0xff];
    }
};

// Words come again; numbers and ids do so less. The bound keeps a long paper from filling memory with them.
constexpr std::size_t most_runs = 20000;

struct ShapedRun {
    std::vector<Glyph> glyphs; // begin and end count from the start of the run
};

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    for (std::uint32_t i = 0; i < text.size();) {
        const auto [code, length] = decode(text, i);
        characters.push_back({code, i, i + length});
        i += length;
    }
    return characters;
}

std::uint32_t end_of_unit(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    UnitWalk unit;
    std::uint32_t at = begin;
    while (at < end) {
        const auto [code, length] = decode(text, at);
        if (!unit.takes(code)) break;
        at += length;
    }
    return at;
}

// Brackets, commas and stops are full-width glyphs of which only a part has ink (JLREQ 3.1.2).
std::uint8_t white_of(const Face& face, const Glyph& glyph) {
    constexpr std::array quarters = {white_first, white_second, white_third, white_fourth};
    const std::optional<Face::Ink> ink = face.ink(glyph.id);
    if (!ink || glyph.advance <= 0) return 0;
    std::uint8_t white = 0;
    for (std::int32_t i = 0; i < 4; ++i) {
        const std::int32_t left = glyph.advance * i / 4, right = glyph.advance * (i + 1) / 4;
        if (ink->right <= left || ink->left >= right) white |= quarters[static_cast<std::size_t>(i)];
    }
    return white;
}

} // namespace

struct FontBook::State {
    std::vector<std::string> files;   // of the faces
    std::vector<std::string> refused; // told once, though both families may name them
    std::vector<Face> faces;
    std::vector<FaceFacts> facts;
    std::array<std::vector<std::uint8_t>, family_count> chains;

    // What was shaped before. Never seen from outside: with or without it the glyphs are the same. A FontBook
    // therefore belongs to one thread.
    std::array<CharacterTable, family_count> cells;
    std::array<std::map<std::string, ShapedRun, std::less<>>, family_count> runs;

    const std::vector<std::uint8_t>& chain(Family family) const {
        return chains[static_cast<std::size_t>(family)];
    }

    std::optional<std::uint8_t> open_face(const std::filesystem::path& folder, const Text& file,
                                          Diagnostics& diagnostics);
    const CharacterCell& cell(char32_t character, Family family);
    bool is_missing(char32_t character, Family family);
    const ShapedRun& run(std::string_view text, Family family);
    bool draws(const Face& face, const Character& base, const Character& character) const;
    std::uint8_t choose_face(std::span<const Character> unit, Family family) const;
    void append_undrawn(std::span<const Character> unit, Family family, std::vector<Undrawn>& undrawn) const;
    std::uint32_t end_of_run(std::string_view text, std::uint32_t begin, std::uint32_t end, Family family);
    void shape_run(std::span<const Character> characters, Family family, std::vector<Glyph>& glyphs) const;
};

const CharacterCell& FontBook::State::cell(char32_t character, Family family) {
    CharacterCell& cell = cells[static_cast<std::size_t>(family)].at(character);
    if (cell.setting != Setting::unknown) return cell;
    const Character single{character, 0, 1};
    cell.setting = Setting::run;
    if (!is_context_free(character)) return cell;
    std::vector<Glyph> glyphs;
    shape_run({&single, 1}, family, glyphs);
    if (glyphs.size() != 1) return cell;
    cell.setting = Setting::alone;
    cell.glyph = glyphs[0].id;
    cell.advance = glyphs[0].advance;
    cell.x_offset = glyphs[0].x_offset;
    cell.face = glyphs[0].face;
    if (is_punctuation(character)) cell.white = white_of(faces[cell.face], glyphs[0]) & 15;
    return cell;
}

// Looks into the fonts without shaping: a paper is searched for characters of both families before it is set.
bool FontBook::State::is_missing(char32_t character, Family family) {
    CharacterCell& cell = cells[static_cast<std::size_t>(family)].at(character);
    if (!cell.searched) {
        const auto has = [&](std::uint8_t face) { return faces[face].has(character); };
        cell.missing = !is_ignorable(character) && std::ranges::none_of(chain(family), has);
        cell.searched = true;
    }
    return cell.missing;
}

// Whether a face can draw a character of a unit. A selector counts here; when no face has the form, the base
// alone is drawn all the same.
bool FontBook::State::draws(const Face& face, const Character& base, const Character& character) const {
    if (is_variation_selector(character.code)) return face.has_variation(base.code, character.code);
    if (is_ignorable(character.code)) return true;
    if (&base == &character) return face.has(base.code);
    return face.has_mark(base.code, character.code);
}

// The first face of those that draw most: the whole unit, else all but the selectors, else the base.
std::uint8_t FontBook::State::choose_face(std::span<const Character> unit, Family family) const {
    std::uint8_t best = chain(family).front();
    int best_rank = 0;
    const Character& base = base_of(unit);
    for (const std::uint8_t number : chain(family)) {
        const Face& face = faces[number];
        if (!draws(face, base, base)) continue;
        const auto drawn = [&](const Character& c) { return draws(face, base, c); };
        const auto drawn_or_selector = [&](const Character& c) {
            return is_variation_selector(c.code) || drawn(c);
        };
        const int rank = std::ranges::all_of(unit, drawn)               ? 3
                         : std::ranges::all_of(unit, drawn_or_selector) ? 2
                                                                        : 1;
        if (rank > best_rank) best = number, best_rank = rank;
    }
    return best;
}

// Shapes in stretches of one face.
void FontBook::State::shape_run(std::span<const Character> characters, Family family,
                                std::vector<Glyph>& glyphs) const {
    std::size_t stretch = 0;
    std::uint8_t stretch_face = 0;
    for (std::size_t first = 0; first < characters.size();) {
        const std::size_t last = end_of_unit(characters, first);
        const std::uint8_t face = choose_face(characters.subspan(first, last - first), family);
        if (face != stretch_face) {
            faces[stretch_face].shape(characters.subspan(stretch, first - stretch), stretch_face, glyphs);
            stretch = first;
            stretch_face = face;
        }
        first = last;
    }
    faces[stretch_face].shape(characters.subspan(stretch), stretch_face, glyphs);
}

const ShapedRun& FontBook::State::run(std::string_view text, Family family) {
    auto& known = runs[static_cast<std::size_t>(family)];
    const auto found = known.find(text);
    if (found != known.end()) return found->second;
    if (known.size() >= most_runs) known.clear();
    ShapedRun shaped;
    shape_run(characters_of(text), family, shaped.glyphs);
    return known.emplace(std::string(text), std::move(shaped)).first->second;
}

// A run is one base with what joins it, if the base by itself is free of its neighbours, and otherwise
// everything up to the next such base.
std::uint32_t FontBook::State::end_of_run(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                          Family family) {
    std::uint32_t at = end_of_unit(text, begin, end);
    if (cell(decode(text, begin).character, family).setting == Setting::alone) return at;
    while (at < end) {
        const char32_t next = decode(text, at).character;
        if (next == '\n' || cell(next, family).setting == Setting::alone) break;
        at = end_of_unit(text, at, end);
    }
    return at;
}

FontBook::FontBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;
FontBook::~FontBook() = default;

// The face of a file, which is opened when it is met first; two families may share one.
std::optional<std::uint8_t> FontBook::State::open_face(const std::filesystem::path& folder, const Text& file,
                                                       Diagnostics& diagnostics) {
    const auto known = std::ranges::find(files, file.utf8);
    if (known != files.end()) return static_cast<std::uint8_t>(known - files.begin());
    if (std::ranges::find(refused, file.utf8) != refused.end()) return std::nullopt;
    std::error_code error;
    const std::filesystem::path path = folder / file.utf8;
    const bool is_file = std::filesystem::is_regular_file(path, error);
    std::optional<Face> face = is_file ? Face::open(path) : std::nullopt;
    if (!face) {
        add_error(diagnostics, is_file ? Code::damaged_font : Code::cannot_read, file.at, {file.utf8});
        refused.push_back(file.utf8);
        return std::nullopt;
    }
    files.push_back(file.utf8);
    facts.push_back(read_facts(*face));
    faces.push_back(std::move(*face));
    return static_cast<std::uint8_t>(faces.size() - 1);
}

FontBook FontBook::open(const std::filesystem::path& folder, Sources& sources, Diagnostics& diagnostics) {
    auto state = std::make_unique<State>();
    const FontCatalog catalog = read_catalog(folder, sources, diagnostics);
    for (std::size_t family = 0; family < family_count; ++family) {
        for (const Text& file : catalog.files[family]) {
            const std::optional<std::uint8_t> face = state->open_face(folder, file, diagnostics);
            if (face) state->chains[family].push_back(*face);
        }
    }
    return FontBook(std::move(state));
}

void FontBook::shape(std::string_view text, std::uint32_t begin, std::uint32_t end, Family family,
                     std::vector<Glyph>& glyphs) const {
    if (state_->chain(family).empty()) return;
    for (std::uint32_t at = begin; at < end;) {
        const auto [code, length] = decode(text, at);
        const std::uint32_t next = at + length;
        if (code == '\n') {
            at = next;
            continue;
        }
        const CharacterCell& cell = state_->cell(code, family);
        if (cell.setting == Setting::alone && (next >= end || !joins(decode(text, next).character))) {
            glyphs.push_back({cell.glyph, cell.face, cell.white, cell.advance, cell.x_offset, at, next});
            at = next;
            continue;
        }
        const std::uint32_t last = state_->end_of_run(text, at, end, family);
        for (Glyph glyph : state_->run(text.substr(at, last - at), family).glyphs) {
            glyph.begin += at;
            glyph.end += at;
            glyphs.push_back(glyph);
        }
        at = last;
    }
}

namespace {

// U+FE0E asks for the form without colours, which is the only one that is ever drawn.
bool asks_for_form(char32_t c) { return is_variation_selector(c) && c != 0xfe0e; }

} // namespace

void FontBook::State::append_undrawn(std::span<const Character> unit, Family family,
                                     std::vector<Undrawn>& undrawn) const {
    const Face& face = faces[choose_face(unit, family)];
    const Character& base = base_of(unit);
    for (const Character& character : unit) {
        const bool selects = asks_for_form(character.code) && character.begin > base.begin;
        const bool shows = selects || !is_ignorable(character.code);
        if (!shows || base.code == '\t' || draws(face, base, character)) continue;
        if (selects) {
            undrawn.push_back({base.begin, base.code, character.code});
        } else {
            undrawn.push_back({character.begin, character.code, 0});
        }
    }
}

std::vector<Undrawn> FontBook::find_undrawn(std::string_view text, Family family) const {
    std::vector<Undrawn> undrawn;
    if (state_->chain(family).empty()) return undrawn;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < size;) {
        const auto [code, length] = decode(text, at);
        const std::uint32_t next = at + length;
        const bool single =
            code == '\n' || (!joins(code) && (next == size || !joins(decode(text, next).character)));
        if (single) {
            const bool drawn = code == '\n' || code == '\t' || !state_->is_missing(code, family);
            if (!drawn) undrawn.push_back({at, code, 0});
            at = next;
            continue;
        }
        const std::uint32_t end = end_of_unit(text, at, size);
        std::vector<Character> unit = characters_of(text.substr(at, end - at));
        for (Character& character : unit) character.begin += at, character.end += at;
        state_->append_undrawn(unit, family, undrawn);
        at = end;
    }
    return undrawn;
}

const std::vector<std::uint8_t>& FontBook::chain(Family family) const { return state_->chain(family); }

FaceDescription FontBook::describe(std::uint8_t face) const {
    FaceDescription description = describe_face(state_->faces[face]);
    description.file = state_->files[face];
    return description;
}

const FaceFacts& FontBook::facts(std::uint8_t face) const { return state_->facts[face]; }
std::size_t FontBook::face_count() const { return state_->faces.size(); }

FontSubset FontBook::subset(std::uint8_t face, const std::vector<std::uint16_t>& glyphs) const {
    return make_subset(state_->faces[face], glyphs);
}

} // namespace taisho
