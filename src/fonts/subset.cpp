// Subsets for embedding. hb-subset plans by reading whatever tables the face offers, and a Japanese cmap and
// GSUB cost it 7 ms; a face that offers only the six tables a PDF needs (ISO 32000-1 9.9, table 126) takes a
// twentieth of that. Hints are dropped with the tables that hold them: they are most of what a small subset
// would weigh.

#include "fonts/face.h"

#include "fonts/handle.h"

#include <array>
#include <hb-subset.h>
#include <hb.h>

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

} // namespace

FontSubset make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    Face& tables = const_cast<Face&>(face); // a void* of a C library; find_table only reads
    const FaceHandle lean(hb_face_create_for_tables(find_table, &tables, nullptr));
    const InputHandle input(hb_subset_input_create_or_fail());
    if (!input) return {};
    hb_set_t* const wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
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
    const hb_map_t* const numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint16_t glyph : glyphs) {
        const hb_codepoint_t number = hb_map_get(numbers, glyph);
        subset.new_ids.push_back(number == HB_MAP_VALUE_INVALID ? std::uint16_t{0}
                                                                : static_cast<std::uint16_t>(number));
    }
    return subset;
}

} // namespace taisho
