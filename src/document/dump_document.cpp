#include "document/compose.h"

#include <algorithm>

namespace taisho {
namespace {

std::string_view name_of(ParagraphKind kind) {
    switch (kind) {
    case ParagraphKind::title: return "title";
    case ParagraphKind::heading: return "heading";
    case ParagraphKind::label: return "label";
    case ParagraphKind::body: return "body";
    case ParagraphKind::note: return "note";
    case ParagraphKind::footnote: return "footnote";
    case ParagraphKind::mark: return "mark";
    case ParagraphKind::contents: return "contents";
    }
    return {};
}

std::string_view name_of(CellKind kind) {
    switch (kind) {
    case CellKind::column_header: return "column-header";
    case CellKind::row_header: return "row-header";
    case CellKind::band: return "band";
    case CellKind::data: return "data";
    }
    return {};
}

// The text with _ around what is underlined.
std::string shown(const Paragraph& paragraph) {
    std::string text;
    bool open = false;
    for (const Run& run : paragraph.runs) {
        if (run.is_changed() != open) text.push_back('_');
        open = run.is_changed();
        text += paragraph.text.substr(run.begin, run.end - run.begin);
    }
    if (open) text.push_back('_');
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
        text.replace(at, 1, "⏎");
    for (std::size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t', at))
        text.replace(at, 1, "⇥");
    return text;
}

std::string shown(const Cell& cell) {
    std::string text(name_of(cell.kind));
    if (cell.column_span > 1) text += " columns " + std::to_string(cell.column_span);
    if (cell.row_span > 1) text += " rows " + std::to_string(cell.row_span);
    for (const Paragraph& paragraph : cell.paragraphs)
        text += (&paragraph == &cell.paragraphs.front() ? " " : " / ") + shown(paragraph);
    return text;
}

} // namespace

std::string dump(const Document& document) {
    std::string text =
        "document “" + document.properties.title + "” number “" + document.paper_number + "”\n";
    const Properties& properties = document.properties;
    if (!properties.author.empty() || !properties.date.empty())
        text += "about “" + properties.subject + "” by “" + properties.author + "” on “" + properties.date +
                "”\n";
    for (const Block& block : document.body) {
        if (block.starts_page) text += "  new page\n";
        const std::string unit = "  [" + std::to_string(block.unit) + "] ";
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            text.append(unit).append(name_of(paragraph->kind));
            const bool has_level =
                paragraph->kind == ParagraphKind::heading || paragraph->kind == ParagraphKind::contents;
            if (has_level) text += " " + std::to_string(paragraph->level);
            if (paragraph->target != no_block) text += " to block " + std::to_string(paragraph->target);
            text += (paragraph->keep_with_next ? " keep: " : ": ") + shown(*paragraph) + "\n";
            continue;
        }
        const auto& table = std::get<Table>(block.content);
        text += unit + "table, " + std::to_string(table.tracks.size()) + " columns, " +
                std::to_string(table.header_rows) + " header rows\n";
        for (const Row& row : table.rows) {
            text += "      row\n";
            for (const Cell& cell : row.cells) text += "        " + shown(cell) + "\n";
        }
    }
    return text;
}

} // namespace taisho
