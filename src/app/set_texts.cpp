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

// What stands outside the text, as far as it says something of the paper.
void append_outside(const Document& document, std::vector<SetText>& texts) {
    const PageSetup& page = document.page;
    const auto add = [&](std::string_view words, Family family) {
        if (!words.empty()) texts.push_back({words, words, family, {}});
    };
    if (page.paper_number.form != PaperNumberForm::none) add(document.paper_number, Family::gothic);
    add(page.stamp.text, Family::gothic);
    for (const RunningLine* line : {&page.head, &page.foot})
        for (const std::string* words : {&line->left, &line->center, &line->right})
            add(*words, Family::mincho);
}

} // namespace

std::vector<SetText> set_texts(const Document& document) {
    std::vector<SetText> texts;
    append_outside(document, texts);
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
