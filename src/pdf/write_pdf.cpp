#include "pdf/write_pdf.h"

#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/embedded_fonts.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/objects.h"
#include "pdf/outline.h"
#include "pdf/srgb_profile.h"
#include "pdf/structure_objects.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace taisho {
namespace {

// A page, or a node of the page tree, that has no parent yet.
struct TreeNode {
    ObjectReference reference;
    std::int64_t pages = 1;
    std::string entries; // all but Parent
};

// Puts nodes above `below`, each over at most 64 of them.
std::vector<TreeNode> add_level(PdfObjects& objects, const std::vector<TreeNode>& below) {
    constexpr std::size_t fan_out = 64;
    std::vector<TreeNode> level;
    for (std::size_t first = 0; first == 0 || first < below.size(); first += fan_out) {
        TreeNode node{objects.reserve(), 0, "/Type/Pages/Kids["};
        for (std::size_t i = first; i < std::min(first + fan_out, below.size()); ++i) {
            const TreeNode& child = below[i];
            objects.at(child.reference).text =
                "<<" + child.entries + "/Parent " + pdf_reference(node.reference) + ">>";
            node.entries += pdf_reference(child.reference) + " ";
            node.pages += child.pages;
        }
        node.entries += "]/Count " + pdf_integer(node.pages);
        level.push_back(std::move(node));
    }
    return level;
}

// A balanced page tree (ISO 32000-1 7.7.3), so that a viewer finds any page in a few steps. Its root.
ObjectReference add_page_tree(PdfObjects& objects, const std::vector<TreeNode>& pages,
                              const std::string& inherited) {
    std::vector<TreeNode> level = add_level(objects, pages);
    while (level.size() > 1) level = add_level(objects, level);
    const TreeNode& root = level.front();
    objects.at(root.reference).text = "<<" + root.entries + inherited + ">>";
    return root.reference;
}

// The paper is the same for all pages, which inherit it from the root (7.7.3.4).
std::string media_box(const Pages& pages) {
    return "/MediaBox[0 0 " + pdf_decimal(pages.width.mpt) + " " + pdf_decimal(pages.height.mpt) + "]";
}

ObjectReference add_resources(PdfObjects& objects, const std::vector<ObjectReference>& fonts) {
    std::string text = "<</Font<<";
    for (std::size_t i = 0; i < fonts.size(); ++i)
        text += "/F" + pdf_integer(static_cast<std::int64_t>(i)) + " " + pdf_reference(fonts[i]);
    return objects.add_text(text + ">>>>");
}

// The contents of all pages, and a reserved object for each.
struct AddedPages {
    std::vector<TreeNode> nodes;
    std::vector<MarkedPage> marked;
};

AddedPages add_pages(PdfObjects& objects, const Pages& pages, const Structure& structure,
                     EmbeddedFonts& fonts, Deflater& deflater) {
    AddedPages added;
    std::string content;
    for (const Page& page : pages.pages) {
        content.clear();
        MarkedPage& marked = added.marked.emplace_back();
        append_content(content, page, pages, structure, fonts, marked);
        const ObjectReference stream =
            objects.add_stream({{"Filter", "/FlateDecode"}}, deflater.compress(content));
        marked.page = objects.reserve();
        added.nodes.push_back({marked.page, 1, "/Type/Page/Contents " + pdf_reference(stream)});
    }
    return added;
}

// Page labels (12.4.2) in decimals: a range begins where a number does not follow the one before.
std::string page_labels(const Pages& pages) {
    std::string labels = "<</Nums[";
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const int number = pages.pages[i].number;
        if (i > 0 && number == pages.pages[i - 1].number + 1) continue;
        labels += pdf_integer(static_cast<std::int64_t>(i)) + "<</S/D/St " + pdf_integer(number) + ">>";
    }
    return labels + "]>>";
}

// The colours that a printer or a screen is to show (14.11.5; ISO 19005-2 6.2.3).
ObjectReference add_output_intent(PdfObjects& objects, Deflater& deflater) {
    const ObjectReference profile =
        objects.add_stream({{"N", "3"}, {"Filter", "/FlateDecode"}}, deflater.compress(srgb_profile()));
    return objects.add_text("<</S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                            "/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
                            pdf_reference(profile) + ">>");
}

// XMP stands in the file as it is, so that those who search archives need not understand PDF.
ObjectReference add_metadata(PdfObjects& objects, const Properties& properties) {
    return objects.add_stream({{"Type", "/Metadata"}, {"Subtype", "/XML"}}, xmp_packet(properties));
}

// Tells files of different contents apart: streams by what was compressed, all else as it stands.
std::uint64_t identifier_of(const PdfObjects& objects, const Deflater& deflater) {
    constexpr std::uint64_t prime = 0x100000001b3; // FNV-1a
    std::uint64_t digest = deflater.digest();
    const auto add = [&](const std::string& text) { digest = (digest ^ crc32(text)) * prime; };
    for (const PdfObjectText& object : objects.objects) {
        add(object.text);
        for (const DictionaryEntry& entry : object.entries) add(entry.value);
        const bool compressed = std::ranges::any_of(
            object.entries, [](const DictionaryEntry& entry) { return entry.key == "Filter"; });
        if (object.has_stream && !compressed) add(object.stream);
    }
    return digest;
}

} // namespace

bool write_pdf(const Pages& pages, const Structure& structure, const FontBook& fonts,
               const std::filesystem::path& file) {
    PdfObjects objects;
    Deflater deflater(pages.pages.size());
    std::optional<EmbeddedFonts> embedded = subset_fonts(pages, fonts);
    if (!embedded) return false;
    AddedPages added = add_pages(objects, pages, structure, *embedded, deflater);
    const std::vector<ObjectReference> references = add_fonts(*embedded, fonts, objects, deflater);
    const BlockPlaces places = find_places(pages, added.marked);
    const Links links =
        add_links(objects, structure, added.marked, places, static_cast<std::int64_t>(added.marked.size()));
    const ObjectReference tree = add_structure_tree(objects, structure, added.marked, links);
    // All pages have the same resources, but each says so: archives want none that are inherited (ISO 19005-2
    // 6.2.2).
    const std::string resources = "/Resources " + pdf_reference(add_resources(objects, references));
    for (std::size_t i = 0; i < added.nodes.size(); ++i) {
        added.nodes[i].entries += resources + "/StructParents " + pdf_integer(static_cast<std::int64_t>(i)) +
                                  "/Tabs/S" + links.page_entries[i];
    }
    const ObjectReference page_tree = add_page_tree(objects, added.nodes, media_box(pages));
    const std::optional<ObjectReference> outline = add_outline(objects, structure.bookmarks, places);
    const ObjectReference metadata = add_metadata(objects, pages.properties);
    const ObjectReference intent = add_output_intent(objects, deflater);
    const ObjectReference catalog = objects.add_text(
        "<</Type/Catalog/Pages " + pdf_reference(page_tree) + "/Lang(ja-JP)/MarkInfo<</Marked true>>" +
        "/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot " + pdf_reference(tree) +
        (outline ? "/Outlines " + pdf_reference(*outline) : "") + "/PageLabels" + page_labels(pages) +
        "/Metadata " + pdf_reference(metadata) + "/OutputIntents[" + pdf_reference(intent) + "]>>");
    const ObjectReference about = objects.reserve();
    objects.at(about).entries = document_information(pages.properties);
    const std::uint64_t identifier = identifier_of(objects, deflater);
    return write_objects(std::move(objects), catalog, about, identifier, file);
}

} // namespace taisho
