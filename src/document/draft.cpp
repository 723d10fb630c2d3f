#include "document/draft.h"

#include "document/paragraphs.h"

#include <algorithm>
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
    draft.legend_below = draft.style.comparison.legend == LegendPlace::below;
    if (draft.legend_below) return;
    put_kept(make_paragraph(ParagraphKind::label, Role::legend, draft.style.words.legend, draft.style),
             draft);
}

void put_legend_below(Draft& draft) {
    if (!draft.legend_below) return;
    keep_last(draft);
    draft.context = -1;
    Paragraph legend =
        make_paragraph(ParagraphKind::label, Role::legend, draft.style.words.legend, draft.style);
    legend.style.space_before =
        std::max(legend.style.space_before, draft.style.style(Role::note).space_before);
    put(std::move(legend), draft);
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
