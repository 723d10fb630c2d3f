#include "document/document_digits.h"

namespace taisho {
namespace {

void set_digits(DigitWidth width, Paragraph& paragraph) {
    Rewritten rewritten = rewrite_digits(paragraph.text, width);
    for (Run& run : paragraph.runs)
        run.begin = rewritten.offsets[run.begin], run.end = rewritten.offsets[run.end];
    paragraph.hang = rewritten.offsets[paragraph.hang];
    paragraph.text = std::move(rewritten.text);
}

void set_digits(DigitWidth width, std::vector<Row>& rows) {
    for (Row& row : rows) {
        for (Cell& cell : row.cells)
            for (Paragraph& paragraph : cell.paragraphs) set_digits(width, paragraph);
    }
}

void set_digits(DigitWidth width, Table& table) {
    set_digits(width, table.rows), set_digits(width, table.continued);
    table.side = with_digits(table.side, width);
}

} // namespace

void set_digits(DigitWidth width, Document& document) {
    for (Block& block : document.body)
        std::visit([&](auto& content) { set_digits(width, content); }, block.content);
    for (Context& context : document.contexts) set_digits(width, context.paragraph);
    for (std::string* text :
         {&document.paper_number, &document.properties.title, &document.properties.subject})
        *text = with_digits(*text, width);
    for (RunningLine* line : {&document.page.head, &document.page.foot}) {
        for (std::string* text : {&line->left, &line->center, &line->right})
            *text = with_digits(*text, width);
    }
}

} // namespace taisho
