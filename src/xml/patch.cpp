#include "xml/folding.h"
#include "xml/lines.h"
#include "xml/markup.h"
#include "xml/match.h"
#include "xml/scan.h"
#include "xml/write.h"

#include <algorithm>
#include <optional>

// A plan is kept for years in a file that people have laid out and commented. When amendments come into
// force, only what they change may change in that file; a parser that writes its tree back would lose the
// rest. So the new file is put together from the bytes of the old one:
//
//   1. Two elements that say the same are the same bytes, whatever these look like. Digests of all elements,
//      made once, tell without comparing whole trees at every level.
//   2. Where they differ, the start tag is changed within (patch_head), and so is the content: the children
//      of both sides are matched (match.h), and each pair is patched in the same way.
//   3. The longest row of matched children that have kept their order stays where it is, with all that stands
//      between them. Every other child of the old element is cut out with its lines, every other child of the
//      new one is put in behind the child that precedes it (patch_children).
//   4. What is put in may have stood elsewhere in the old file: a moved item. If an id says so, its old bytes
//      are taken, patched, with its comments and with new indentation; else it is written anew (write_at).
//   5. Text cannot be laid out, for there a blank counts. An element that holds text is rewritten between its
//      tags, but its children are patched and put in as they are (rewrite_text).
//
// The comments in the lines directly above an element, and those behind it on its line, belong to it: they
// move with it and go with it. All others stay. Nothing is searched twice: each element of the new tree is
// written once, and from one element of the old.

namespace taisho {
namespace {

struct Patching {
    std::string_view bytes;
    std::string line_end;
    Digests digests;
    ByIdentity before, after;

    std::string_view inside(const Element& element) const {
        return bytes.substr(element.inside.begin, element.inside.end - element.inside.begin);
    }
};

std::string patch(const Patching& patching, const Element& before, const Element& after);
std::string write_at(const Patching& patching, const Element& after, const std::string& indent);

bool is_same(const Patching& patching, const Element& before, const Element& after) {
    return patching.digests.at(&before) == patching.digests.at(&after) && same_content(before, after);
}

bool is_all_blank(std::string_view text) { return std::ranges::all_of(text, is_blank); }

// ---- the start tag ----

// Only /> stands behind the place where an empty element is open.
bool is_empty_tag(const Element& before) { return before.extent.end == before.inside.end + 2; }

const Attribute* attribute_named(const Element& element, std::string_view name) {
    const auto found = std::ranges::find(element.attributes, name, &Attribute::name);
    return found == element.attributes.end() ? nullptr : &*found;
}

// The start tag to where it ends with > or />.
std::string patch_head(const Patching& patching, const Element& before, const Element& after) {
    const std::string_view bytes = patching.bytes;
    const std::size_t end = is_empty_tag(before) ? before.inside.begin : before.inside.begin - 1;
    if (same_attributes(before, after))
        return std::string(bytes.substr(before.extent.begin, end - before.extent.begin));
    std::string head(bytes.substr(before.extent.begin, before.at.end - before.extent.begin));
    std::size_t at = before.at.end;
    for (const Attribute& attribute : before.attributes) {
        const Text& value = attribute.value;
        const Attribute* wanted = attribute_named(after, attribute.name);
        if (wanted != nullptr && wanted->value.utf8 == value.utf8) {
            head += bytes.substr(at, value.at.end + 1 - at);
        } else if (wanted != nullptr) {
            head += bytes.substr(at, value.at.begin - at);
            head += escape_attribute(wanted->value.utf8, bytes[value.at.begin - 1]);
            head += bytes[value.at.end];
        }
        at = value.at.end + 1;
    }
    for (const Attribute& attribute : after.attributes) {
        if (attribute_named(before, attribute.name) != nullptr) continue;
        head.append(" ").append(attribute.name).append("=\"");
        head.append(escape_attribute(attribute.value.utf8, '"')).append("\"");
    }
    return head.append(bytes.substr(at, end - at));
}

// ---- elements in a new place ----

std::string write_lines(const Patching& patching, const Element& after, const std::string& indent) {
    std::string out;
    for (const Element* child : child_elements(after))
        out += patching.line_end + indent + write_at(patching, *child, indent);
    return out;
}

std::string write_anew(const Patching& patching, const Element& after, const std::string& indent) {
    if (after.children.empty()) return start_tag(after, true);
    const auto write_child = [&](const Element& child) { return write_at(patching, child, indent); };
    std::string out = start_tag(after, false);
    out += is_inline(after) ? inline_content(after, write_child)
                            : write_lines(patching, after, deeper(indent)) + patching.line_end + indent;
    return out + "</" + after.name + ">";
}

// The element that an element of the new tree was in the old one, if an id says so.
std::optional<Placed> origin_of(const Patching& patching, const Element& after) {
    const Identity identity{after.name, id_of(after)};
    const auto found = patching.before.find(identity);
    const auto wanted = patching.after.find(identity);
    if (found == patching.before.end() || wanted == patching.after.end()) return std::nullopt;
    if (found->second.element == nullptr || wanted->second.element != &after) return std::nullopt;
    return found->second;
}

OwnLines own_lines(const Patching& patching, const Placed& place) {
    return own_lines(patching.bytes, place.element->extent, place.floor, place.ceiling);
}

// An element of the old file, patched, with its comments, for a place that is indented by `indent`.
std::string carry(const Patching& patching, const Placed& place, const Element& after,
                  const std::string& indent) {
    const Element& before = *place.element;
    const OwnLines own = own_lines(patching, place);
    std::string out(patching.bytes.substr(own.first, before.extent.begin - own.first));
    out += patch(patching, before, after);
    out += patching.bytes.substr(before.extent.end, own.end - before.extent.end);
    return reindent(out, indentation_at(patching.bytes, own.first), indent);
}

std::string write_at(const Patching& patching, const Element& after, const std::string& indent) {
    const std::optional<Placed> place = origin_of(patching, after);
    return place ? carry(patching, *place, after, indent) : write_anew(patching, after, indent);
}

// ---- text ----

// The blanks and comments before the text, and those behind it, which stay when the text changes: but not
// blanks that would become part of the text.
struct Margins {
    std::string_view before, after;
};

bool has_line_end(std::string_view blanks) { return blanks.find('\n') != std::string_view::npos; }

Margins margins_of(std::string_view inside) {
    std::size_t begin = 0, comments_end = 0;
    const auto skip_blanks = [&] {
        while (begin < inside.size() && is_blank(inside[begin])) ++begin;
    };
    for (skip_blanks(); inside.substr(begin).starts_with("<!--"); skip_blanks())
        begin = comments_end = next_markup(inside, begin)->end;
    if (begin == inside.size()) return {};
    if (!has_line_end(inside.substr(comments_end, begin - comments_end))) begin = comments_end;
    std::size_t end = inside.size();
    while (is_blank(inside[end - 1])) --end;
    if (!has_line_end(inside.substr(end))) end = inside.size();
    return {inside.substr(0, begin), inside.substr(end)};
}

// The new content of an element of which the old or the new one holds text.
std::string rewrite(const Patching& patching, const Element& before, const Element& after) {
    const std::string own_indent = indentation_at(patching.bytes, before.extent.begin);
    const Children old_children = child_elements(before), new_children = child_elements(after);
    const std::vector<std::size_t> matches = match_children(old_children, new_children, patching.digests);
    std::size_t next = 0;
    const auto write_child = [&](const Element& child) {
        const std::size_t match = matches[next++];
        if (match == unmatched) return write_at(patching, child, own_indent);
        return patch(patching, *old_children[match], child);
    };
    if (!is_inline(after)) {
        if (new_children.empty()) return {};
        std::string out;
        for (const Element* child : new_children)
            out += patching.line_end + deeper(own_indent) + write_child(*child);
        return out + patching.line_end + own_indent;
    }
    const std::string content = inline_content(after, write_child);
    if (!is_inline(before) || content.empty()) return content;
    const Margins margins = margins_of(patching.inside(before));
    const std::string text = text_of(after).utf8;
    std::string_view before_text = margins.before;
    while (text.starts_with(' ') && !before_text.empty() && is_blank(before_text.back()))
        before_text.remove_suffix(1);
    return std::string(before_text) + content + std::string(text.ends_with(' ') ? "" : margins.after);
}

// Whether only children differ, one by one, so that the text between them can stay.
bool only_children_differ(const Element& before, const Element& after) {
    return text_of(before).utf8 == text_of(after).utf8 &&
           std::ranges::equal(child_elements(before), child_elements(after), {}, &Element::name,
                              &Element::name);
}

std::string patch_each_child(const Patching& patching, const Element& before, const Element& after) {
    const Children old_children = child_elements(before), new_children = child_elements(after);
    std::string out;
    std::size_t at = before.inside.begin;
    for (std::size_t i = 0; i < old_children.size(); ++i) {
        const Element& child = *old_children[i];
        out += patching.bytes.substr(at, child.extent.begin - at);
        out += patch(patching, child, *new_children[i]);
        at = child.extent.end;
    }
    return out.append(patching.bytes.substr(at, before.inside.end - at));
}

// ---- children in lines ----

// The work on one list of children, from left to right.
struct Lines {
    const Patching& patching;
    const Element& before;
    const Children& old_children;
    std::string indent; // of the children
    bool is_one_line;   // <row><value>1</value><value>2</value></row>
    std::string out = {};

    std::size_t begin_of(std::size_t i) const {
        return i < old_children.size() ? old_children[i]->extent.begin : before.inside.end;
    }
};

Lines start_lines(const Patching& patching, const Element& before, const Children& old_children) {
    Lines lines{patching, before, old_children, {}, !old_children.empty()};
    std::size_t at = before.inside.begin;
    for (std::size_t i = 0; i <= old_children.size(); ++i) {
        if (has_line_end(patching.bytes.substr(at, lines.begin_of(i) - at))) lines.is_one_line = false;
        if (i < old_children.size()) at = old_children[i]->extent.end;
    }
    for (std::size_t i = 0; i < old_children.size(); ++i) {
        if (!own_lines(patching, placed(old_children, i, before)).begins_line) continue;
        lines.indent = indentation_at(patching.bytes, old_children[i]->extent.begin);
        return lines;
    }
    lines.indent = deeper(indentation_at(patching.bytes, before.extent.begin));
    return lines;
}

// Copies what stands from `from` to `to` without the children from `first` on to `last`.
void copy_without(Lines& lines, std::size_t from, std::size_t to, std::size_t first, std::size_t last) {
    const std::string_view bytes = lines.patching.bytes;
    std::size_t at = from;
    for (std::size_t i = first; i < last; ++i) {
        const OwnLines own = own_lines(lines.patching, placed(lines.old_children, i, lines.before));
        const std::string_view behind = bytes.substr(own.end, lines.before.inside.end - own.end);
        const bool line_goes_on = !behind.empty() && blank_line(behind) == 0; // what follows keeps the indent
        const std::size_t begin = line_goes_on ? own.first : own.begin;
        if (begin > at) lines.out += bytes.substr(at, begin - at);
        at = std::max(at, own.end);
        at += close_gap(lines.out, bytes.substr(at, lines.before.inside.end - at));
    }
    if (to > at) lines.out += bytes.substr(at, to - at);
}

// New children behind the child that they follow, whose own comments have been copied.
void insert_behind(Lines& lines, const std::vector<std::string>& inserted) {
    for (const std::string& element : inserted) {
        if (!lines.is_one_line) lines.out += lines.patching.line_end + lines.indent;
        lines.out += element;
    }
}

// What follows inserted lines begins a line, too.
void break_line_at(Lines& lines, std::size_t at, bool is_last) {
    std::string_view rest = std::string_view(lines.out).substr(at);
    if (blank_line(rest) > 0) return;
    const std::size_t blanks = std::min(rest.find_first_not_of(" \t"), rest.size());
    const std::string own_indent = indentation_at(lines.patching.bytes, lines.before.extent.begin);
    lines.out.replace(at, blanks, lines.patching.line_end + (is_last ? own_indent : lines.indent));
}

// All that stands between two children that stay, `last` being the second: old children that go, new ones
// that come. Without a child before them, new ones are put before the second one and its comments.
void write_between(Lines& lines, std::optional<std::size_t> kept, std::size_t last,
                   const std::vector<std::string>& inserted) {
    const bool is_last = last == lines.old_children.size();
    const std::size_t first = kept ? *kept + 1 : 0, to = lines.begin_of(last);
    const std::size_t from = kept ? lines.old_children[*kept]->extent.end : lines.before.inside.begin;
    if (kept) {
        const std::size_t own_end =
            own_lines(lines.patching, placed(lines.old_children, *kept, lines.before)).end;
        lines.out += lines.patching.bytes.substr(from, own_end - from);
        insert_behind(lines, inserted);
        const std::size_t mark = lines.out.size();
        copy_without(lines, own_end, to, first, last);
        if (!inserted.empty() && !lines.is_one_line) break_line_at(lines, mark, is_last);
        return;
    }
    if (is_last) {
        copy_without(lines, from, to, first, last);
        if (is_all_blank(lines.out)) lines.out.clear();
        if (inserted.empty()) return;
        lines.out.resize(without_last_line(lines.out).size());
        insert_behind(lines, inserted);
        if (!lines.is_one_line) break_line_at(lines, lines.out.size(), true);
        return;
    }
    const OwnLines own = own_lines(lines.patching, placed(lines.old_children, last, lines.before));
    copy_without(lines, from, own.begin, first, last);
    if (own.begins_line) {
        for (const std::string& element : inserted)
            lines.out += lines.indent + element + lines.patching.line_end;
    } else {
        insert_behind(lines, inserted);
        if (!inserted.empty() && !lines.is_one_line) lines.out += lines.patching.line_end + lines.indent;
    }
    lines.out += lines.patching.bytes.substr(own.begin, to - own.begin);
}

std::string patch_children(const Patching& patching, const Element& before, const Element& after) {
    const Children old_children = child_elements(before), new_children = child_elements(after);
    const std::vector<std::size_t> matches = match_children(old_children, new_children, patching.digests);
    const std::vector<bool> stays = longest_rising(matches);
    Lines lines = start_lines(patching, before, old_children);
    std::optional<std::size_t> kept;
    std::vector<std::string> inserted;
    for (std::size_t j = 0; j < new_children.size(); ++j) {
        const std::size_t match = matches[j];
        if (stays[j]) {
            write_between(lines, kept, match, inserted);
            lines.out += patch(patching, *old_children[match], *new_children[j]);
            kept = match;
            inserted.clear();
        } else if (match != unmatched) {
            inserted.push_back(
                carry(patching, placed(old_children, match, before), *new_children[j], lines.indent));
        } else {
            inserted.push_back(write_at(patching, *new_children[j], lines.indent));
        }
    }
    write_between(lines, kept, old_children.size(), inserted);
    return std::move(lines.out);
}

// ---- one element ----

bool has_same_inside(const Patching& patching, const Element& before, const Element& after) {
    return text_of(before).utf8 == text_of(after).utf8 &&
           std::ranges::equal(child_elements(before), child_elements(after),
                              [&](const Element* a, const Element* b) { return is_same(patching, *a, *b); });
}

std::string patch_inside(const Patching& patching, const Element& before, const Element& after) {
    if (has_same_inside(patching, before, after)) return std::string(patching.inside(before));
    if (!is_inline(before) && !is_inline(after)) return patch_children(patching, before, after);
    if (only_children_differ(before, after)) return patch_each_child(patching, before, after);
    return rewrite(patching, before, after);
}

std::string patch(const Patching& patching, const Element& before, const Element& after) {
    const std::string_view whole =
        patching.bytes.substr(before.extent.begin, before.extent.end - before.extent.begin);
    if (is_same(patching, before, after)) return std::string(whole);
    std::string out = patch_head(patching, before, after);
    const std::string inside = patch_inside(patching, before, after);
    const bool was_empty = is_empty_tag(before);
    if (inside == patching.inside(before)) // the ends of the tags stay
        return out.append(was_empty ? "" : ">")
            .append(patching.bytes.substr(before.inside.begin, before.extent.end - before.inside.begin));
    if (!was_empty && !inside.empty())
        return out + ">" + inside +
               std::string(patching.bytes.substr(before.inside.end, before.extent.end - before.inside.end));
    while (is_blank(out.back())) out.pop_back();
    return inside.empty() ? out + "/>" : out + ">" + inside + "</" + before.name + ">";
}

} // namespace

std::string patch_xml(const SourceFile& source, const Element& before, const Element& after) {
    Patching patching{source.bytes, line_end_of(source.bytes), {}, {}, {}};
    add_digests(before, patching.digests);
    add_digests(after, patching.digests);
    add_identities(before, patching.before);
    add_identities(after, patching.after);
    std::string out = source.bytes.substr(0, before.extent.begin);
    out += patch(patching, before, after);
    return out.append(source.bytes, before.extent.end);
}

} // namespace taisho
