#include "document/contents.h"

#include "document/contexts.h"
#include "document/paragraphs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace taisho {
namespace {

// A character for each level, as long as two thirds of the line are left to the heading: levels may be nested
// deeply.
Length indent_of(int level, const ParagraphStyle& line, const PageSetup& page) {
    const Length most = (page.width - page.left - page.right) / 3;
    return std::min(line.indent + line.size * (level - 1), std::max(most, line.indent));
}

Paragraph line_for(const Paragraph& heading, const Draft& draft) {
    const HouseStyle& style = draft.style;
    Paragraph line = make_paragraph(ParagraphKind::contents, Role::contents, heading.text, style);
    line.level = heading.level, line.hang = heading.hang, line.at = heading.at;
    line.style.indent = indent_of(line.level, line.style, style.page);
    line.target = static_cast<std::uint32_t>(draft.document.body.size());
    if (line.level > 1) return line;
    line.style.family = style.style(Role::section).family;
    for (Run& run : line.runs) run.family = line.style.family;
    if (!draft.contents.empty()) line.style.space_before = line.style.pitch / 3;
    return line;
}

void list(const Paragraph& heading, Draft& draft) {
    if (!draft.lists_headings || heading.level > draft.style.contents.depth || heading.text.empty()) return;
    // A level does not end a page on which nothing of it is listed.
    if (!draft.contents.empty() && draft.contents.back().level < heading.level)
        draft.contents.back().keep_with_next = true;
    draft.contents.push_back(line_for(heading, draft));
}

} // namespace

void put_heading(Paragraph heading, const std::string& behind, Draft& draft) {
    list(heading, draft);
    append_lightly(behind, draft.style, heading);
    put(std::move(heading), draft);
}

void insert_contents(std::size_t at, Draft& draft) {
    if (draft.contents.empty()) return;
    std::vector<Block> blocks;
    draft.context = -1;
    if (!draft.style.contents.title.empty()) {
        Paragraph title = make_paragraph(ParagraphKind::label, Role::contents_title,
                                         draft.style.contents.title, draft.style);
        title.keep_with_next = true;
        blocks.push_back({title, 0, -1});
        open_context(std::move(title), draft);
    }
    for (Paragraph& line : draft.contents) blocks.push_back({std::move(line), 0, draft.context});
    for (Block& block : blocks) {
        auto& line = std::get<Paragraph>(block.content);
        if (line.target != no_block) line.target += static_cast<std::uint32_t>(blocks.size());
    }
    for (std::uint32_t& change : draft.document.changes)
        if (change != no_block) change += static_cast<std::uint32_t>(blocks.size());
    std::vector<Block>& body = draft.document.body;
    body.insert(body.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(blocks.begin()),
                std::make_move_iterator(blocks.end()));
}

} // namespace taisho
