#include "xml/part.h"

#include "base/utf8.h"

#include <algorithm>
#include <pugixml.hpp>

namespace taisho {
namespace {

constexpr std::size_t deepest = 64;

// What pugixml takes for a node and an attribute, and what a tree may take in all.
constexpr std::size_t bytes_of_node = 64, bytes_of_attribute = 40, largest_tree = std::size_t{1} << 30;

// White space between tags is a text, for a cell may hold nothing but a blank.
constexpr unsigned int flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute |
                               pugi::parse_eol | pugi::parse_ws_pcdata;

// Before anything is parsed: every < begins a node at most, every = an attribute.
bool is_small_enough(std::string_view bytes) {
    const auto count = [bytes](char c) { return static_cast<std::size_t>(std::ranges::count(bytes, c)); };
    return count('<') * bytes_of_node + count('=') * bytes_of_attribute <= largest_tree;
}

std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

bool has_one_root(const pugi::xml_document& document) {
    return std::ranges::count_if(document.children(), is_element) == 1;
}

} // namespace

// pugixml parses the bytes in place, so they stay with the tree.
struct PartReader::Tree {
    std::string bytes;
    pugi::xml_document document = {};
    pugi::xml_node at = {}; // of the last event
    PartEvent last = PartEvent::broken;
    std::size_t depth = 0;

    pugi::xml_node element() const { return is_element(at) ? at : at.parent(); }
    PartEvent enter(pugi::xml_node node);
    PartEvent leave_or_enter(pugi::xml_node sibling, pugi::xml_node parent);
};

PartReader::PartReader(std::string bytes) : tree_(std::make_unique<Tree>(Tree{std::move(bytes)})) {
    Tree& tree = *tree_;
    if (tree.bytes.starts_with("\xef\xbb\xbf")) tree.bytes.erase(0, 3);
    if (tree.bytes.find("<!DOCTYPE") != std::string::npos || !is_small_enough(tree.bytes)) return;
    const auto result =
        tree.document.load_buffer_inplace(tree.bytes.data(), tree.bytes.size(), flags, pugi::encoding_utf8);
    if (!result || !has_one_root(tree.document)) return;
    tree.at = tree.document;
    tree.last = PartEvent::begin; // of the document, whose child the root is
}

PartReader::~PartReader() = default;

// A text may hold what is no character any more once its references are decoded.
PartEvent PartReader::Tree::enter(pugi::xml_node node) {
    at = node;
    if (!is_element(node)) return find_invalid(node.value()) ? PartEvent::broken : PartEvent::text;
    return ++depth > deepest ? PartEvent::broken : PartEvent::begin;
}

PartEvent PartReader::Tree::leave_or_enter(pugi::xml_node sibling, pugi::xml_node parent) {
    if (sibling) return enter(sibling);
    if (parent == document) return PartEvent::finished;
    at = parent;
    --depth;
    return PartEvent::end;
}

PartEvent PartReader::next() {
    Tree& tree = *tree_;
    switch (tree.last) {
    case PartEvent::broken:
    case PartEvent::finished: return tree.last;
    case PartEvent::begin: tree.last = tree.leave_or_enter(tree.at.first_child(), tree.at); return tree.last;
    case PartEvent::text:
    case PartEvent::end:
        tree.last = tree.leave_or_enter(tree.at.next_sibling(), tree.at.parent());
        return tree.last;
    }
    return PartEvent::broken;
}

bool PartReader::skip() {
    const std::size_t depth = tree_->depth;
    while (tree_->depth >= depth) {
        if (next() == PartEvent::broken) return false;
    }
    return true;
}

std::string_view PartReader::name() const { return local(tree_->element().name()); }

std::string_view PartReader::attribute(std::string_view name) const {
    for (const pugi::xml_attribute& attribute : tree_->at.attributes()) {
        if (name == attribute.name()) return attribute.value();
    }
    return {};
}

std::string_view PartReader::prefixed_attribute(std::string_view name) const {
    for (const pugi::xml_attribute& attribute : tree_->at.attributes()) {
        const std::string_view written = attribute.name();
        const bool prefixed = written.find(':') != std::string_view::npos && !written.starts_with("xmlns:");
        if (prefixed && local(written) == name) return attribute.value();
    }
    return {};
}

std::string_view PartReader::text() const { return tree_->at.value(); }

} // namespace taisho
