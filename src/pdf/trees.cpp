#include "pdf/trees.h"

#include "pdf/syntax.h"

#include <algorithm>

namespace taisho {
namespace {

constexpr std::size_t fan_out = 64;

// A node that is not written yet: only a root has no limits.
struct Node {
    std::string content, least, greatest;
};

std::vector<Node> leaves(TreeKind kind, const std::vector<TreeEntry>& entries) {
    std::vector<Node> nodes;
    for (std::size_t first = 0; first == 0 || first < entries.size(); first += fan_out) {
        const std::size_t end = std::min(first + fan_out, entries.size());
        Node node{kind == TreeKind::names ? "/Names[" : "/Nums[", {}, {}};
        for (std::size_t i = first; i < end; ++i) {
            if (i > first) node.content.push_back(' ');
            node.content.append(entries[i].key).append(" ").append(entries[i].value);
        }
        node.content.push_back(']');
        if (end > first) node.least = entries[first].key, node.greatest = entries[end - 1].key;
        nodes.push_back(std::move(node));
    }
    return nodes;
}

std::vector<Node> level_above(PdfObjects& objects, const std::vector<Node>& below) {
    std::vector<Node> nodes;
    for (std::size_t first = 0; first < below.size(); first += fan_out) {
        const std::size_t end = std::min(first + fan_out, below.size());
        Node node{"/Kids[", below[first].least, below[end - 1].greatest};
        for (std::size_t i = first; i < end; ++i) {
            const ObjectReference kid = objects.add_text("<</Limits[" + below[i].least + " " +
                                                         below[i].greatest + "]" + below[i].content + ">>");
            if (i > first) node.content.push_back(' ');
            node.content += pdf_reference(kid);
        }
        node.content.push_back(']');
        nodes.push_back(std::move(node));
    }
    return nodes;
}

} // namespace

ObjectReference add_tree(PdfObjects& objects, TreeKind kind, const std::vector<TreeEntry>& entries) {
    std::vector<Node> level = leaves(kind, entries);
    while (level.size() > 1) level = level_above(objects, level);
    return objects.add_text("<<" + level.front().content + ">>");
}

} // namespace taisho
