#include "pdf/write_pdf.h"

#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/embedded_fonts.h"
#include "pdf/objects.h"
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
        TreeNode node{objects.reserve(), 0, "/Type /Pages /Kids ["};
        for (std::size_t i = first; i < std::min(first + fan_out, below.size()); ++i) {
            const TreeNode& child = below[i];
            objects.at(child.reference).text =
                "<<" + child.entries + " /Parent " + pdf_reference(node.reference) + ">>";
            node.entries += pdf_reference(child.reference) + " ";
            node.pages += child.pages;
        }
        node.entries += "] /Count " + pdf_integer(node.pages);
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

// Paper and fonts are the same for all pages, which inherit them from the root (7.7.3.4).
std::string inherited_entries(const Pages& pages, const std::vector<ObjectReference>& fonts) {
    std::string entries = " /MediaBox [0 0 " + pdf_decimal(pages.width.mpt) + " " +
                          pdf_decimal(pages.height.mpt) + "] /Resources <</Font <<";
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        entries += "/F" + pdf_integer(static_cast<std::int64_t>(i)) + " " + pdf_reference(fonts[i]) + " ";
    }
    return entries + ">>>>";
}

std::vector<TreeNode> add_pages(PdfObjects& objects, const Pages& pages, EmbeddedFonts& fonts,
                                Deflater& deflater) {
    std::vector<TreeNode> nodes;
    std::string content;
    for (const Page& page : pages.pages) {
        content.clear();
        append_content(content, page, pages, fonts);
        const ObjectReference stream =
            objects.add_stream({{"Filter", "/FlateDecode"}}, deflater.compress(content));
        nodes.push_back({objects.reserve(), 1, "/Type /Page /Contents " + pdf_reference(stream)});
    }
    return nodes;
}

ObjectReference add_catalog(PdfObjects& objects, ObjectReference page_tree) {
    return objects.add_text("<</Type /Catalog /Pages " + pdf_reference(page_tree) +
                            " /Lang (ja-JP) /ViewerPreferences <</DisplayDocTitle true>>>>");
}

// No dates: the same paper is the same file whenever it is made. The file identifier is made from this
// dictionary (see objects.cpp), so the digest of all streams is in it: papers of one title still differ.
ObjectReference add_document_info(PdfObjects& objects, const std::string& title, std::uint64_t digest) {
    std::string digits = "<";
    for (int shift = 48; shift >= 0; shift -= 16)
        append_hex16(digits, static_cast<std::uint32_t>(digest >> shift));
    digits.push_back('>');
    const ObjectReference reference = objects.reserve();
    objects.at(reference).entries = {
        {"Title", pdf_text(title)}, {"Producer", "(taisho)"}, {"ContentDigest", digits}};
    return reference;
}

} // namespace

bool write_pdf(const Pages& pages, const FontBook& fonts, const std::filesystem::path& file) {
    PdfObjects objects;
    Deflater deflater;
    std::optional<EmbeddedFonts> embedded = subset_fonts(pages, fonts);
    if (!embedded) return false;
    const std::vector<TreeNode> nodes = add_pages(objects, pages, *embedded, deflater);
    const std::vector<ObjectReference> references = add_fonts(*embedded, fonts, objects, deflater);
    const ObjectReference page_tree = add_page_tree(objects, nodes, inherited_entries(pages, references));
    const ObjectReference catalog = add_catalog(objects, page_tree);
    const ObjectReference about = add_document_info(objects, pages.properties.title, deflater.digest());
    return write_objects(std::move(objects), catalog, about, file);
}

} // namespace taisho
