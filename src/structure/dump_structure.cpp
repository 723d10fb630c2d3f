#include "document/running.h"
#include "structure/structure.h"

#include <algorithm>

namespace taisho {
namespace {

std::string text_at(const Document& document, const Origin& at) {
    if (at == stamp_origin) return document.page.stamp.text;
    if (at.block == paper_number_block) return shown_number(document);
    const auto& content = document.body[at.block].content;
    if (const auto* paragraph = std::get_if<Paragraph>(&content)) return paragraph->text;
    for (const Cell& cell : std::get<Table>(content).rows[at.row].cells)
        if (cell.column == at.column && at.paragraph < cell.paragraphs.size())
            return cell.paragraphs[at.paragraph].text;
    return {};
}

// What stands below each element, in reading order: further elements and stretches.
struct Below {
    std::vector<std::vector<std::uint32_t>> elements, stretches;
};

Below below(const Structure& structure) {
    Below found;
    found.elements.resize(structure.elements.size()), found.stretches.resize(structure.elements.size());
    for (std::uint32_t i = 1; i < structure.elements.size(); ++i)
        found.elements[structure.elements[i].parent].push_back(i);
    for (std::uint32_t i = 0; i < structure.stretches.size(); ++i)
        found.stretches[structure.stretches[i].element].push_back(i);
    return found;
}

std::string_view scope_name(Scope scope) {
    switch (scope) {
    case Scope::none: return "";
    case Scope::row: return " scope row";
    case Scope::column: return " scope column";
    }
    return "";
}

struct Dumper {
    const Structure& structure;
    const Document& document;
    Below under;
    std::string text;

    void write_text(std::uint32_t index, std::size_t depth) {
        const Stretch& stretch = structure.stretches[index];
        if (stretch.begin == stretch.end) return;
        if (stretch.end == 0xffffffff) {
            text.append(depth * 2, ' ').append("page number\n");
            return;
        }
        std::string line(text_at(document, stretch.at).substr(stretch.begin, stretch.end - stretch.begin));
        for (std::size_t i = line.find('\n'); i != std::string::npos; i = line.find('\n', i))
            line.replace(i, 1, "⏎");
        text.append(depth * 2, ' ').append("“").append(line).append("”\n");
    }

    void write_element(std::uint32_t index, std::size_t depth) {
        const StructureElement& element = structure.elements[index];
        text.append(depth * 2, ' ').append(tag_of(element));
        if (element.has_id) text += " #" + std::to_string(index);
        text += scope_name(element.scope);
        if (element.row_span > 1) text += " rows " + std::to_string(element.row_span);
        if (element.column_span > 1) text += " columns " + std::to_string(element.column_span);
        if (element.numbering != ListNumbering::none)
            text += " numbering " + std::to_string(static_cast<int>(element.numbering));
        if (element.header_count > 0) text += " headers";
        for (const std::uint32_t header : structure.headers_of(element))
            text += " #" + std::to_string(header);
        if (element.changed) text += " changed";
        if (element.spoken > 0) text += " spoken “" + structure.words[element.spoken] + "”";
        if (element.target != no_block) text += " to block " + std::to_string(element.target);
        text += "\n";
        std::size_t stretch = 0;
        const std::vector<std::uint32_t>& own = under.stretches[index];
        const auto write_until = [&](std::uint32_t next) {
            while (stretch < own.size() && structure.stretches[own[stretch]].next_element <= next)
                write_text(own[stretch++], depth + 1);
        };
        for (const std::uint32_t kid : under.elements[index]) write_until(kid), write_element(kid, depth + 1);
        write_until(static_cast<std::uint32_t>(structure.elements.size()));
    }
};

} // namespace

std::string dump(const Structure& structure, const Document& document) {
    Dumper dumper{structure, document, below(structure), {}};
    dumper.write_element(0, 0);
    dumper.text += "bookmarks\n";
    for (const Bookmark& bookmark : structure.bookmarks) {
        dumper.text.append(static_cast<std::size_t>(bookmark.depth) * 2, ' ').append(bookmark.title);
        dumper.text += "\n";
    }
    return std::move(dumper.text);
}

} // namespace taisho
