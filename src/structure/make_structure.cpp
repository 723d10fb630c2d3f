#include "base/utf8.h"
#include "document/running.h"
#include "structure/structure.h"
#include "structure/tagging.h"

#include <algorithm>

namespace taisho {

std::string_view tag_of(const StructureElement& element) {
    constexpr std::string_view headings[] = {"H", "H1", "H2", "H3", "H4", "H5", "H6"};
    switch (element.type) {
    case StructureType::document: return "Document";
    case StructureType::heading: return headings[element.level];
    case StructureType::paragraph: return "P";
    case StructureType::note: return "Note";
    case StructureType::list: return "L";
    case StructureType::list_item: return "LI";
    case StructureType::label: return "Lbl";
    case StructureType::list_body: return "LBody";
    case StructureType::table: return "Table";
    case StructureType::caption: return "Caption";
    case StructureType::table_head: return "THead";
    case StructureType::table_body: return "TBody";
    case StructureType::table_row: return "TR";
    case StructureType::header_cell: return "TH";
    case StructureType::data_cell: return "TD";
    case StructureType::span: return "Span";
    case StructureType::contents: return "TOC";
    case StructureType::contents_item: return "TOCI";
    case StructureType::reference: return "Reference";
    case StructureType::link: return "Link";
    }
    return {};
}

std::uint32_t add_element(Tagging& tagging, StructureType type, std::uint32_t parent) {
    std::vector<StructureElement>& elements = tagging.structure.elements;
    StructureElement element;
    element.type = type, element.parent = parent;
    elements.push_back(element);
    return static_cast<std::uint32_t>(elements.size() - 1);
}

std::uint32_t word_number(Tagging& tagging, std::string_view word) {
    std::vector<std::string>& words = tagging.structure.words;
    const auto known = tagging.known_words.find(word);
    if (known != tagging.known_words.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(words.size());
    words.emplace_back(word);
    tagging.known_words.emplace(word, number);
    return number;
}

namespace {

// The headings that are open at a place of the document, by their own levels: what a heading is numbered with
// is how many there are.
struct Outline {
    std::vector<int> levels;
    int titles = 0;

    // H1 to H6, and deeper numbers, for a heading of that level.
    int open(int level) {
        while (!levels.empty() && levels.back() >= level) levels.pop_back();
        levels.push_back(level);
        return titles + static_cast<int>(levels.size());
    }
};

void tag_heading(Tagging& tagging, const Paragraph& paragraph, std::uint32_t block, int level) {
    constexpr int deepest = 6;
    const std::uint32_t element = add_element(tagging, StructureType::heading, 0);
    tagging.structure.elements[element].level = static_cast<std::uint8_t>(std::min(level, deepest));
    tag_inside(tagging, paragraph, {block, 0, 0, 0}, element);
}

// A line of the table of contents: all of it leads to its heading, the page number too.
void tag_contents_line(Tagging& tagging, const Paragraph& line, std::uint32_t block, std::uint32_t contents) {
    const std::uint32_t item = add_element(tagging, StructureType::contents_item, contents);
    const std::uint32_t reference = add_element(tagging, StructureType::reference, item);
    const std::uint32_t link = add_element(tagging, StructureType::link, reference);
    tagging.structure.elements[link].target = line.target;
    tag_inside(tagging, line, {block, 0, 0, 0}, link);
    constexpr std::uint32_t whole = 0xffffffff;
    const auto next = static_cast<std::uint32_t>(tagging.structure.elements.size());
    tagging.structure.stretches.push_back({{block, 0, 0, 1}, 0, whole, link, next});
}

// The lines of the table of contents from `first` on; those of a deeper level stand in a table inside that of
// the level above. Returns the block behind them.
std::uint32_t tag_contents(Tagging& tagging, std::uint32_t first) {
    struct Open {
        int level = 0;
        std::uint32_t contents = 0;
    };
    std::vector<Open> open;
    const std::vector<Block>& body = tagging.document.body;
    std::uint32_t block = first;
    for (; block < body.size(); ++block) {
        const auto* line = std::get_if<Paragraph>(&body[block].content);
        if (line == nullptr || line->kind != ParagraphKind::contents) break;
        while (open.size() > 1 && open.back().level > line->level) open.pop_back();
        if (open.empty() || open.back().level < line->level) {
            const std::uint32_t above = open.empty() ? 0 : open.back().contents;
            open.push_back({line->level, add_element(tagging, StructureType::contents, above)});
        }
        tag_contents_line(tagging, *line, block, open.back().contents);
    }
    return block;
}

void tag_paragraph(Tagging& tagging, const Paragraph& paragraph, std::uint32_t block, Outline& outline) {
    const Origin at{block, 0, 0, 0};
    switch (paragraph.kind) {
    case ParagraphKind::title: outline.titles = 1; return tag_heading(tagging, paragraph, block, 1);
    case ParagraphKind::heading: {
        const int level = outline.open(paragraph.level);
        tagging.structure.bookmarks.push_back({level - outline.titles, block, one_line(paragraph.text)});
        return tag_heading(tagging, paragraph, block, level);
    }
    case ParagraphKind::label:
        if (paragraph.level > 0) return tag_heading(tagging, paragraph, block, outline.open(paragraph.level));
        return tag_blocks(tagging, paragraph, at, 0);
    case ParagraphKind::note:
    case ParagraphKind::footnote: {
        const std::uint32_t note = add_element(tagging, StructureType::note, 0);
        tagging.structure.elements[note].has_id = true;
        return tag_inside(tagging, paragraph, at, note);
    }
    case ParagraphKind::contents: // see tag_contents
    case ParagraphKind::body:
    case ParagraphKind::mark: return tag_blocks(tagging, paragraph, at, 0);
    }
}

// What stands above all, the paper's number and a stamp, is read first, and once.
void tag_above(Tagging& tagging, std::string_view text, const Origin& at) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (size == 0) return;
    const std::uint32_t element = add_element(tagging, StructureType::paragraph, 0);
    const auto next = static_cast<std::uint32_t>(tagging.structure.elements.size());
    tagging.structure.stretches.push_back({at, 0, size, element, next});
}

// How many blocks from `first` on are the caption of a table behind them.
std::uint32_t caption_from(const Document& document, std::uint32_t first) {
    constexpr std::uint32_t most = 2;
    for (std::uint32_t count = 1; count <= most && first + count < document.body.size(); ++count) {
        const auto* table = std::get_if<Table>(&document.body[first + count].content);
        if (table != nullptr) return table->captions == count ? count : 0;
    }
    return 0;
}

} // namespace

namespace {

// A paper without headings, such as a list, is found by its title.
void bookmark_title(Tagging& tagging) {
    if (!tagging.structure.bookmarks.empty()) return;
    const std::vector<Block>& body = tagging.document.body;
    for (std::uint32_t block = 0; block < body.size(); ++block) {
        const auto* paragraph = std::get_if<Paragraph>(&body[block].content);
        if (paragraph == nullptr || paragraph->kind != ParagraphKind::title || paragraph->text.empty())
            continue;
        tagging.structure.bookmarks.push_back({1, block, one_line(paragraph->text)});
        return;
    }
}

} // namespace

Structure make_structure(const Document& document) {
    Tagging tagging{document, {}, {}};
    tagging.structure.words.emplace_back();
    add_element(tagging, StructureType::document, 0);
    tag_above(tagging, shown_number(document), paper_number_origin);
    tag_above(tagging, document.page.stamp.text, stamp_origin);
    Outline outline;
    const auto blocks = static_cast<std::uint32_t>(document.body.size());
    for (std::uint32_t block = 0; block < blocks; ++block) {
        const auto* paragraph = std::get_if<Paragraph>(&document.body[block].content);
        if (paragraph == nullptr) {
            tag_table(tagging, block, 0);
        } else if (paragraph->kind == ParagraphKind::contents) {
            block = tag_contents(tagging, block) - 1;
        } else if (const std::uint32_t count = caption_from(document, block); count > 0) {
            block += count - 1; // the table comes next, and takes them
        } else {
            tag_paragraph(tagging, *paragraph, block, outline);
        }
    }
    bookmark_title(tagging);
    std::ranges::stable_sort(tagging.structure.stretches, {},
                             [](const Stretch& stretch) { return std::pair(stretch.at, stretch.begin); });
    return std::move(tagging.structure);
}

} // namespace taisho
