#include "xml/match.h"

#include "xml/markup.h"
#include "xml/write.h"

#include <algorithm>
#include <deque>

namespace taisho {
namespace {

constexpr std::uint64_t start = 0xcbf29ce484222325; // FNV-1a
constexpr std::uint64_t prime = 0x100000001b3;

std::uint64_t mixed(std::uint64_t digest, std::string_view text) {
    for (const char byte : text) digest = (digest ^ static_cast<unsigned char>(byte)) * prime;
    return (digest ^ 0xff) * prime; // no byte of UTF-8: the end of the text
}

std::uint64_t mixed(std::uint64_t digest, std::uint64_t other) {
    for (int shift = 0; shift < 64; shift += 8) digest = (digest ^ ((other >> shift) & 0xff)) * prime;
    return digest;
}

} // namespace

std::uint64_t add_digests(const Element& element, Digests& digests) {
    std::uint64_t attributes = 0; // a sum: their order does not count
    for (const Attribute& attribute : element.attributes)
        attributes += mixed(mixed(start, attribute.name), attribute.value.utf8);
    std::uint64_t digest = mixed(mixed(mixed(start, element.name), attributes), text_of(element).utf8);
    for (const Node& node : element.children) {
        const auto* child = std::get_if<Element>(&node.content);
        if (child != nullptr) digest = mixed(digest, add_digests(*child, digests));
    }
    digests.emplace(&element, digest);
    return digest;
}

std::string_view id_of(const Element& element) {
    const auto id = std::ranges::find(element.attributes, "id", &Attribute::name);
    return id == element.attributes.end() ? std::string_view{} : std::string_view(id->value.utf8);
}

Placed placed(const Children& children, std::size_t i, const Element& parent) {
    const Element& child = *children[i];
    return {&child, i == 0 ? parent.inside.begin : children[i - 1]->extent.end,
            i + 1 == children.size() ? parent.inside.end : children[i + 1]->extent.begin};
}

void add_identities(const Element& element, ByIdentity& elements) {
    const Children children = child_elements(element);
    const bool between_text = is_inline(element);
    for (std::size_t i = 0; i < children.size(); ++i) {
        const Element& child = *children[i];
        add_identities(child, elements);
        if (id_of(child).empty()) continue;
        const Placed place = between_text ? Placed{&child, child.extent.begin, child.extent.end}
                                          : placed(children, i, element);
        const auto [entry, is_new] = elements.try_emplace({child.name, id_of(child)}, place);
        if (!is_new) entry->second.element = nullptr;
    }
}

namespace {

Identity identity_of(const Element& element) { return {element.name, id_of(element)}; }

struct Count {
    std::size_t before = 0, after = 0, before_at = 0;

    bool is_once() const { return before == 1 && after == 1; }
    bool is_doubled() const { return before > 1 || after > 1; }
};

std::map<Identity, Count> count_ids(const Children& before, const Children& after) {
    std::map<Identity, Count> counts;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (id_of(*before[i]).empty()) continue;
        Count& count = counts[identity_of(*before[i])];
        ++count.before, count.before_at = i;
    }
    for (const Element* child : after) {
        if (!id_of(*child).empty()) ++counts[identity_of(*child)].after;
    }
    return counts;
}

// The children that no id tells apart, as indexes of the list.
std::vector<std::size_t> others(const Children& children, const std::map<Identity, Count>& counts) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const bool has_id = !id_of(*children[i]).empty();
        if (!has_id || counts.at(identity_of(*children[i])).is_doubled()) found.push_back(i);
    }
    return found;
}

std::vector<std::uint64_t> digests_of(const Children& children, const std::vector<std::size_t>& chosen,
                                      const Digests& digests) {
    std::vector<std::uint64_t> result;
    for (const std::size_t i : chosen) result.push_back(digests.at(children[i]));
    return result;
}

} // namespace

std::vector<std::size_t> match_children(const Children& before, const Children& after,
                                        const Digests& digests) {
    std::vector<std::size_t> matches(after.size(), unmatched);
    const std::map<Identity, Count> counts = count_ids(before, after);
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (id_of(*after[j]).empty()) continue;
        const Count& count = counts.at(identity_of(*after[j]));
        if (count.is_once()) matches[j] = count.before_at;
    }
    const std::vector<std::size_t> old_others = others(before, counts), new_others = others(after, counts);
    std::vector<std::size_t> same =
        align(digests_of(before, old_others, digests), digests_of(after, new_others, digests));
    for (std::size_t j = 0; j < same.size(); ++j) { // two contents may have one digest
        if (same[j] != unmatched && !same_content(*before[old_others[same[j]]], *after[new_others[j]]))
            same[j] = unmatched;
    }
    // Between two that are the same, those with the same name are taken for each other in their order.
    std::size_t old_at = 0;
    for (std::size_t begin = 0; begin <= same.size();) {
        std::size_t end = begin;
        while (end < same.size() && same[end] == unmatched) ++end;
        const std::size_t old_end = end < same.size() ? same[end] : old_others.size();
        std::map<Identity, std::deque<std::size_t>> waiting;
        for (; old_at < old_end && end > begin; ++old_at)
            waiting[identity_of(*before[old_others[old_at]])].push_back(old_others[old_at]);
        for (std::size_t j = begin; j < end; ++j) {
            std::deque<std::size_t>& same_name = waiting[identity_of(*after[new_others[j]])];
            if (same_name.empty()) continue;
            matches[new_others[j]] = same_name.front();
            same_name.pop_front();
        }
        if (end < same.size()) matches[new_others[end]] = old_others[old_end];
        old_at = old_end + 1;
        begin = end + 1;
    }
    return matches;
}

} // namespace taisho
