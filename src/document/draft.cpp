#include "document/draft.h"

#include "document/paragraphs.h"

#include <utility>

namespace taisho {

void put(Paragraph paragraph, Draft& draft) {
    draft.document.body.push_back({std::move(paragraph), draft.unit, draft.context});
}

void put_kept(Paragraph paragraph, Draft& draft) {
    paragraph.keep_with_next = true;
    put(std::move(paragraph), draft);
}

void put(Table table, Draft& draft) {
    draft.document.body.push_back({std::move(table), draft.unit, draft.context});
}

void put_legend(Draft& draft) {
    const bool due = std::exchange(draft.legend_due, false);
    if (!due || draft.style.words.legend.empty()) return;
    put_kept(make_paragraph(ParagraphKind::label, Role::legend, draft.style.words.legend, draft.style),
             draft);
}

void keep_last(Draft& draft) {
    if (draft.document.body.empty()) return;
    Block& last = draft.document.body.back();
    if (auto* paragraph = std::get_if<Paragraph>(&last.content)) {
        paragraph->keep_with_next = true;
    } else if (auto& table = std::get<Table>(last.content); !table.rows.empty()) {
        table.rows.back().keep_with_next = true;
    }
}

} // namespace taisho
