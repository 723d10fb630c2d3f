// Subsets for embedding. hb-subset plans by reading whatever tables the face offers, and a Japanese cmap and
// GSUB cost it 7 ms; a face that offers only the six tables a PDF needs (ISO 32000-1 9.9, table 126) takes a
// twentieth of that. Hints are dropped with the tables that hold them: they are most of what a small subset
// would weigh.

#include "fonts/face.h"

#include "fonts/handle.h"

#include <array>
#include <hb-subset.h>
#include <hb.h>
#include <map>

namespace taisho {
namespace {

using FaceHandle = Handle<hb_face_t, hb_face_destroy>;
using BlobHandle = Handle<hb_blob_t, hb_blob_destroy>;
using InputHandle = Handle<hb_subset_input_t, hb_subset_input_destroy>;
using PlanHandle = Handle<hb_subset_plan_t, hb_subset_plan_destroy>;

hb_blob_t* find_table(hb_face_t*, hb_tag_t tag, void* data) {
    const auto& face = *static_cast<const Face*>(data);
    std::string_view bytes;
    switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'): bytes = face.table("head"); break;
    case HB_TAG('h', 'h', 'e', 'a'): bytes = face.table("hhea"); break;
    case HB_TAG('h', 'm', 't', 'x'): bytes = face.table("hmtx"); break;
    case HB_TAG('m', 'a', 'x', 'p'): bytes = face.table("maxp"); break;
    case HB_TAG('l', 'o', 'c', 'a'): bytes = face.table("loca"); break;
    case HB_TAG('g', 'l', 'y', 'f'): bytes = face.table("glyf"); break;
    default: return hb_blob_get_empty();
    }
    return hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                          nullptr);
}

// What the plan numbered anew.
class NewNumbers {
public:
    explicit NewNumbers(hb_subset_plan_t* plan) : numbers_(hb_subset_plan_old_to_new_glyph_mapping(plan)) {}

    std::uint16_t of(std::uint16_t glyph) const {
        const hb_codepoint_t number = hb_map_get(numbers_, glyph);
        return number == HB_MAP_VALUE_INVALID ? std::uint16_t{0} : static_cast<std::uint16_t>(number);
    }

    ComposedGlyph of(ComposedGlyph glyph) const {
        for (Component& part : glyph.components) part.glyph = of(part.glyph);
        return glyph;
    }

private:
    const hb_map_t* numbers_;
};

void number_glyphs(const Face& face, const std::vector<std::uint16_t>& glyphs, const NewNumbers& numbers,
                   FontSubset& subset) {
    std::map<ComposedGlyph, std::uint16_t> composed;
    for (const std::uint16_t glyph : glyphs)
        if (const ComposedGlyph* parts = face.composed(glyph)) composed.emplace(numbers.of(*parts), 0);
    std::vector<ComposedGlyph> added;
    std::size_t next = read_widths(subset.truetype).size();
    for (auto& [glyph, number] : composed) {
        added.push_back(glyph);
        number = static_cast<std::uint16_t>(next++);
    }
    if (!added.empty()) subset.truetype = add_composed(subset.truetype, added);
    for (const std::uint16_t glyph : glyphs) {
        const ComposedGlyph* const parts = face.composed(glyph);
        subset.new_ids.push_back(parts != nullptr ? composed.at(numbers.of(*parts)) : numbers.of(glyph));
    }
}

// What has to be in the subset: the glyphs, and those they are composed of.
std::vector<std::uint16_t> glyphs_of_font(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    std::vector<std::uint16_t> all;
    for (const std::uint16_t glyph : glyphs) {
        const ComposedGlyph* const composed = face.composed(glyph);
        if (composed == nullptr) {
            all.push_back(glyph);
        } else {
            for (const Component& part : composed->components) all.push_back(part.glyph);
        }
    }
    return all;
}

} // namespace

FontSubset make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    Face& tables = const_cast<Face&>(face); // a void* of a C library; find_table only reads
    const FaceHandle lean(hb_face_create_for_tables(find_table, &tables, nullptr));
    const InputHandle input(hb_subset_input_create_or_fail());
    if (!input) return {};
    hb_set_t* const wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint16_t glyph : glyphs_of_font(face, glyphs)) {
        if (!face.has_sound_outline(glyph)) return {}; // hb-subset would make a blank of it
        hb_set_add(wanted, glyph);
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const PlanHandle plan(hb_subset_plan_create_or_fail(lean.get(), input.get()));
    if (!plan) return {};
    const FaceHandle small(hb_subset_plan_execute_or_fail(plan.get()));
    if (!small) return {};

    const BlobHandle blob(hb_face_reference_blob(small.get()));
    face.release_outlines();
    unsigned length = 0;
    const char* const bytes = hb_blob_get_data(blob.get(), &length);
    FontSubset subset;
    subset.truetype.assign(bytes, length);
    number_glyphs(face, glyphs, NewNumbers(plan.get()), subset);
    return subset;
}

} // namespace taisho
