// HarfBuzz, for lookup and shaping. Features: what the font applies by default, without kerning and
// ligatures, since full-width setting counts in whole and half ems and every character must stay one a reader
// can search for.

#include "fonts/face.h"

#include "fonts/characters.h"
#include "fonts/handle.h"
#include "fonts/mapped_file.h"

#include <algorithm>
#include <array>
#include <hb-ot.h>
#include <hb.h>

namespace taisho {
namespace {

using BlobHandle = Handle<hb_blob_t, hb_blob_destroy>;
using FaceHandle = Handle<hb_face_t, hb_face_destroy>;
using FontHandle = Handle<hb_font_t, hb_font_destroy>;
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

struct Face::State {
    explicit State(MappedFile mapped) : file(std::move(mapped)) {}

    MappedFile file; // outlives all that reads it
    BlobHandle blob;
    FaceHandle face;
    FontHandle font;
    BufferHandle buffer; // filled and emptied within one call of shape
    hb_language_t language = hb_language_from_string("ja", -1);
};

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
    const bool has_tables = face.table("head").size() >= 54 && face.table("hhea").size() >= 36 &&
                            face.table("maxp").size() >= 6 && !face.table("hmtx").empty() &&
                            !face.table("loca").empty() && !face.table("glyf").empty() &&
                            !face.table("cmap").empty();
    const unsigned glyphs = hb_face_get_glyph_count(face.state_->face.get());
    if (!has_tables || glyphs == 0 || glyphs > 0xffff || !face.has(U' ')) return std::nullopt;
    return face;
}

bool Face::has(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(state_->font.get(), character, &glyph) != 0;
}

bool Face::has_variation(char32_t base, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_variation_glyph(state_->font.get(), base, selector, &glyph) != 0;
}

bool Face::has_mark(char32_t base, char32_t mark) const {
    hb_codepoint_t composed = 0;
    if (has(mark)) return true;
    return hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &composed) != 0 && has(composed);
}

void Face::shape(std::span<const Character> characters, std::uint8_t number,
                 std::vector<Glyph>& glyphs) const {
    if (characters.empty()) return;
    hb_buffer_t* const buffer = state_->buffer.get();
    hb_buffer_clear_contents(buffer);
    // With the default level a half-width kana and its sound mark become one cluster, and readers of the PDF
    // put a space after it.
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    char32_t base = 0;
    for (const Character& character : characters) {
        const bool selects = is_variation_selector(character.code);
        if (selects && !has_variation(base, character.code)) continue;
        if (!selects) base = character.code;
        hb_buffer_add(buffer, character.code, character.begin);
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, state_->language);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(state_->font.get(), buffer, features.data(), features.size());

    unsigned count = 0;
    const hb_glyph_info_t* const found = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const placed = hb_buffer_get_glyph_positions(buffer, &count);
    const unsigned units_per_em = hb_face_get_upem(state_->face.get());
    for (unsigned i = 0; i < count; ++i) {
        unsigned next = i + 1;
        while (next < count && found[next].cluster == found[i].cluster) ++next;
        const bool further = i > 0 && found[i - 1].cluster == found[i].cluster;
        const std::uint32_t end = next < count ? found[next].cluster : characters.back().end;
        glyphs.push_back({static_cast<std::uint16_t>(found[i].codepoint), number, 0,
                          to_thousandths(placed[i].x_advance, units_per_em),
                          to_thousandths(placed[i].x_offset, units_per_em), further ? end : found[i].cluster,
                          end});
    }
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

std::string_view Face::table(const char (&tag)[5]) const {
    const hb_tag_t wanted = HB_TAG(tag[0], tag[1], tag[2], tag[3]);
    const BlobHandle blob(hb_face_reference_table(state_->face.get(), wanted));
    unsigned length = 0;
    const char* const bytes = hb_blob_get_data(blob.get(), &length); // a part of the mapped file
    return {bytes, length};
}

void Face::release_outlines() const { state_->file.release(table("glyf")); }

} // namespace taisho
