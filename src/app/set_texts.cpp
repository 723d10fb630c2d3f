#include "app/set_texts.h"

namespace taisho {
namespace {

void append(const Paragraph& paragraph, std::vector<SetText>& texts) {
    const std::string_view whole = paragraph.text;
    for (std::size_t i = 0; i < paragraph.runs.size();) {
        std::size_t last = i; // marks may begin between a character and what joins it
        while (last + 1 < paragraph.runs.size() &&
               paragraph.runs[last + 1].family == paragraph.runs[i].family)
            ++last;
        const Run &begin = paragraph.runs[i], &end = paragraph.runs[last];
        texts.push_back(
            {whole, whole.substr(begin.begin, end.end - begin.begin), begin.family, paragraph.at});
        i = last + 1;
    }
}

void append(const std::vector<Row>& rows, std::vector<SetText>& texts) {
    for (const Row& row : rows) {
        for (const Cell& cell : row.cells)
            for (const Paragraph& paragraph : cell.paragraphs) append(paragraph, texts);
    }
}

} // namespace

std::vector<SetText> set_texts(const Document& document) {
    std::vector<SetText> texts;
    if (!document.paper_number.empty())
        texts.push_back({document.paper_number, document.paper_number, Family::gothic, {}});
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) append(*paragraph, texts);
        if (const auto* table = std::get_if<Table>(&block.content)) append(table->rows, texts);
    }
    for (const Block& block : document.body)
        if (const auto* table = std::get_if<Table>(&block.content)) append(table->continued, texts);
    for (const Context& context : document.contexts) append(context.paragraph, texts);
    return texts;
}

} // namespace taisho
