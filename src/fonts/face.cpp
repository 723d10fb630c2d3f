// HarfBuzz, for lookup and shaping. Features: what the font applies by default, without kerning and
// ligatures, since full-width setting counts in whole and half ems and every character must stay one a reader
// can search for.

#include "fonts/face.h"

#include "fonts/characters.h"
#include "fonts/handle.h"
#include "fonts/mapped_file.h"
#include "fonts/soundness.h"

#include <algorithm>
#include <array>
#include <hb-ot.h>
#include <hb.h>
#include <map>

namespace taisho {
namespace {

using BlobHandle = Handle<hb_blob_t, hb_blob_destroy>;
using FaceHandle = Handle<hb_face_t, hb_face_destroy>;
using FontHandle = Handle<hb_font_t, hb_font_destroy>;
using SetHandle = Handle<hb_set_t, hb_set_destroy>;
using BufferHandle = Handle<hb_buffer_t, hb_buffer_destroy>;

constexpr std::array<hb_feature_t, 2> features = {{
    {HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
}};

// Font units to 1/1000 em, halves away from zero, within what a Glyph can hold.
std::int16_t to_thousandths(hb_position_t units, unsigned units_per_em) {
    const std::int64_t per_em = units_per_em;
    const std::int64_t product = std::int64_t{units} * 1000;
    const std::int64_t rounded = (product + (product < 0 ? -per_em / 2 : per_em / 2)) / per_em;
    return static_cast<std::int16_t>(std::clamp<std::int64_t>(rounded, INT16_MIN, INT16_MAX));
}

} // namespace

std::size_t end_of_unit(std::span<const Character> characters, std::size_t first) {
    UnitWalk unit;
    std::size_t end = first;
    while (end < characters.size() && unit.takes(characters[end].code)) ++end;
    return end;
}

const Character& base_of(std::span<const Character> unit) {
    const auto base = std::ranges::find_if_not(unit, is_ignorable, &Character::code);
    return base == unit.end() ? unit.back() : *base;
}

struct Face::State {
    explicit State(MappedFile mapped) : file(std::move(mapped)) {}

    bool has_variation(char32_t base, char32_t selector) const;
    std::optional<std::uint16_t> number_of(ComposedGlyph glyph);
    void fill_buffer(std::span<const Character> characters);
    Glyph one_glyph(std::span<const hb_glyph_info_t> found, std::span<const hb_glyph_position_t> placed);
    Glyph nominal_glyph(char32_t character) const;

    // Tables can name glyphs that the font does not have.
    std::uint16_t number_in_font(hb_codepoint_t glyph) const {
        return glyph < outlines.glyphs ? static_cast<std::uint16_t>(glyph) : std::uint16_t{0};
    }

    MappedFile file; // outlives all that reads it
    BlobHandle blob;
    FaceHandle face;
    FontHandle font;
    BufferHandle buffer; // filled and emptied within one call of shape
    hb_language_t language = hb_language_from_string("ja", -1);
    OutlineTables outlines;

    // Which number a composed glyph has depends on what was shaped before, and nothing else does: subsets are
    // made in an order of their own.
    std::vector<ComposedGlyph> composed;
    std::map<ComposedGlyph, std::uint16_t> composed_numbers;
};

bool Face::State::has_variation(char32_t base, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_variation_glyph(font.get(), base, selector, &glyph) != 0 && has_ink(outlines, glyph);
}

// Nothing when there are more glyphs than can be numbered.
std::optional<std::uint16_t> Face::State::number_of(ComposedGlyph glyph) {
    const auto known = composed_numbers.find(glyph);
    if (known != composed_numbers.end()) return known->second;
    if (outlines.glyphs + composed.size() >= 0xffff) return std::nullopt;
    const auto number = static_cast<std::uint16_t>(outlines.glyphs + composed.size());
    composed.push_back(glyph);
    composed_numbers.emplace(std::move(glyph), number);
    return number;
}

void Face::State::fill_buffer(std::span<const Character> characters) {
    hb_buffer_clear_contents(buffer.get());
    // With the default level a half-width kana and its sound mark become one cluster, and readers of the PDF
    // put a space after it.
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    char32_t base = 0;
    for (const Character& character : characters) {
        const bool selects = is_variation_selector(character.code);
        const bool shapes = selects ? has_variation(base, character.code)
                                    : !is_ignorable(character.code) || is_joiner(character.code);
        if (!shapes) continue;
        if (!selects) base = character.code;
        hb_buffer_add(buffer.get(), character.code, character.begin);
    }
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer.get(), language);
    hb_buffer_guess_segment_properties(buffer.get());
}

// What was shaped for one unit as one glyph: the only one with ink, if nothing more is needed, else one that
// is composed. Blank glyphs count with their advance.
Glyph Face::State::one_glyph(std::span<const hb_glyph_info_t> found,
                             std::span<const hb_glyph_position_t> placed) {
    const unsigned units_per_em = hb_face_get_upem(face.get());
    const auto within = [](hb_position_t units) {
        return static_cast<std::int16_t>(std::clamp<hb_position_t>(units, INT16_MIN, INT16_MAX));
    };
    ComposedGlyph whole;
    std::int32_t pen = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i].codepoint != 0 && has_ink(outlines, found[i].codepoint)) {
            whole.components.push_back({static_cast<std::uint16_t>(found[i].codepoint),
                                        within(pen + placed[i].x_offset), within(placed[i].y_offset)});
        }
        pen = within(pen + placed[i].x_advance);
    }
    pen = std::max(pen, 0);
    whole.advance = static_cast<std::uint16_t>(pen);
    const std::vector<Component>& parts = whole.components;
    Glyph glyph;
    glyph.id = parts.empty() ? number_in_font(found.front().codepoint) : parts.front().glyph;
    glyph.advance = to_thousandths(pen, units_per_em);
    const bool simple = parts.empty() || (parts.size() == 1 && parts.front().y == 0);
    if (simple) {
        glyph.x_offset = parts.empty() ? std::int16_t{0} : to_thousandths(parts.front().x, units_per_em);
    } else if (const auto number = number_of(whole)) {
        glyph.id = *number;
    }
    return glyph;
}

// As the font maps it, without any substitution; glyph 0 if it does not.
Glyph Face::State::nominal_glyph(char32_t character) const {
    hb_codepoint_t found = 0;
    hb_font_get_nominal_glyph(font.get(), character, &found);
    Glyph glyph;
    glyph.id = number_in_font(found);
    glyph.advance =
        to_thousandths(hb_font_get_glyph_h_advance(font.get(), found), hb_face_get_upem(face.get()));
    return glyph;
}

Face::Face(std::unique_ptr<State> state) : state_(std::move(state)) {}
Face::Face(Face&&) noexcept = default;
Face& Face::operator=(Face&&) noexcept = default;
Face::~Face() = default;

std::optional<Face> Face::open(const std::filesystem::path& file) {
    std::optional<MappedFile> mapped = MappedFile::open(file);
    if (!mapped || mapped->bytes().size() > UINT32_MAX) return std::nullopt;
    auto state = std::make_unique<State>(std::move(*mapped));
    const std::string_view bytes = state->file.bytes();
    state->blob.reset(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    state->face.reset(hb_face_create(state->blob.get(), 0));
    state->font.reset(hb_font_create(state->face.get()));
    state->buffer.reset(hb_buffer_create());
    Face face(std::move(state));
    State& opened = *face.state_;
    const std::string_view head = face.table("head");
    const bool long_offsets = head.size() > 51 && head[51] != 0;
    opened.outlines = {face.table("loca"), face.table("glyf"), long_offsets,
                       hb_face_get_glyph_count(opened.face.get())};
    const std::size_t glyphs = opened.outlines.glyphs;
    const bool sound = has_whole_tables(bytes) && face.table("maxp").size() >= 6 && glyphs > 0 &&
                       glyphs <= 0xffff && has_sound_offsets(opened.outlines) &&
                       has_sound_metrics(head, face.table("hhea"), face.table("hmtx"), glyphs);
    if (!sound || !face.has(U' ')) return std::nullopt;
    return face;
}

bool Face::has(char32_t character) const {
    hb_codepoint_t glyph = 0;
    const bool mapped = hb_font_get_nominal_glyph(state_->font.get(), character, &glyph) != 0;
    const bool is_there = mapped && glyph != 0 && glyph < state_->outlines.glyphs;
    return is_there && (has_ink(state_->outlines, glyph) || is_blank_character(character));
}

bool Face::has_variation(char32_t base, char32_t selector) const {
    return state_->has_variation(base, selector);
}

std::size_t Face::glyph_count() const { return state_->outlines.glyphs; }

const ComposedGlyph* Face::composed(std::uint16_t glyph) const {
    return glyph < state_->outlines.glyphs ? nullptr : &state_->composed[glyph - state_->outlines.glyphs];
}

bool Face::has_mark(char32_t base, char32_t mark) const {
    hb_codepoint_t composed = 0;
    if (has(mark)) return true;
    return hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &composed) != 0 && has(composed);
}

void Face::shape(std::span<const Character> characters, std::uint8_t number,
                 std::vector<Glyph>& glyphs) const {
    if (characters.empty()) return;
    state_->fill_buffer(characters);
    hb_buffer_t* const buffer = state_->buffer.get();
    hb_shape(state_->font.get(), buffer, features.data(), features.size());
    unsigned count = 0;
    const hb_glyph_info_t* const found = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const placed = hb_buffer_get_glyph_positions(buffer, &count);

    std::size_t unit = 0, next_unit = end_of_unit(characters, 0);
    const auto begins_behind_unit = [&](unsigned glyph) {
        return next_unit < characters.size() && found[glyph].cluster >= characters[next_unit].begin;
    };
    const std::size_t first = glyphs.size();
    for (unsigned i = 0; i < count;) {
        while (begins_behind_unit(i)) unit = next_unit, next_unit = end_of_unit(characters, unit);
        unsigned last = i + 1;
        while (last < count && !begins_behind_unit(last)) ++last;
        Glyph glyph = state_->one_glyph({found + i, last - i}, {placed + i, last - i});
        const char32_t base = base_of(characters.subspan(unit, next_unit - unit)).code;
        const bool draws = composed(glyph.id) != nullptr || has_ink(state_->outlines, glyph.id);
        if (!draws && !is_blank_character(base)) glyph = state_->nominal_glyph(base);
        glyph.face = number;
        glyph.begin = i == 0 ? characters.front().begin : characters[unit].begin;
        glyphs.push_back(glyph);
        i = last;
    }
    // A unit without glyphs belongs to the one before, as do units of which the font makes one glyph.
    for (std::size_t i = first; i < glyphs.size(); ++i)
        glyphs[i].end = i + 1 < glyphs.size() ? glyphs[i + 1].begin : characters.back().end;
}

std::optional<Face::Ink> Face::ink(std::uint16_t glyph) const {
    hb_glyph_extents_t extents{};
    const bool known = hb_font_get_glyph_extents(state_->font.get(), glyph, &extents) != 0;
    if (!known || extents.width == 0) return std::nullopt;
    const unsigned units_per_em = hb_face_get_upem(state_->face.get());
    const std::int64_t right = std::int64_t{extents.x_bearing} + extents.width;
    const auto within = static_cast<hb_position_t>(std::clamp<std::int64_t>(right, INT32_MIN, INT32_MAX));
    return Ink{to_thousandths(extents.x_bearing, units_per_em), to_thousandths(within, units_per_em)};
}

bool Face::has_sound_outline(std::uint16_t glyph) const {
    return !has_ink(state_->outlines, glyph) || taisho::has_sound_outline(state_->outlines, glyph);
}

std::size_t Face::character_count() const {
    const SetHandle characters(hb_set_create());
    hb_face_collect_unicodes(state_->face.get(), characters.get());
    return hb_set_get_population(characters.get());
}

std::size_t Face::variation_count() const {
    const SetHandle selectors(hb_set_create()), bases(hb_set_create());
    hb_face_collect_variation_selectors(state_->face.get(), selectors.get());
    std::size_t count = 0;
    for (hb_codepoint_t selector = HB_SET_VALUE_INVALID; hb_set_next(selectors.get(), &selector) != 0;) {
        hb_set_clear(bases.get());
        hb_face_collect_variation_unicodes(state_->face.get(), selector, bases.get());
        count += hb_set_get_population(bases.get());
    }
    return count;
}

std::string Face::name(unsigned id) const {
    std::array<char, 1024> text{};
    for (const char* const language : {"en", "ja"}) {
        unsigned length = text.size();
        hb_ot_name_get_utf8(state_->face.get(), id, hb_language_from_string(language, -1), &length,
                            text.data());
        if (length > 0) return {text.data(), length};
    }
    return {};
}

std::size_t Face::file_size() const { return state_->file.bytes().size(); }

std::string_view Face::table(const char (&tag)[5]) const {
    const hb_tag_t wanted = HB_TAG(tag[0], tag[1], tag[2], tag[3]);
    const BlobHandle blob(hb_face_reference_table(state_->face.get(), wanted));
    unsigned length = 0;
    const char* const bytes = hb_blob_get_data(blob.get(), &length); // a part of the mapped file
    return {bytes, length};
}

void Face::release_outlines() const { state_->file.release(table("glyf")); }

} // namespace taisho
