#pragma once
// Some pages of a paper, to replace those that were handed out (差替え). They are named by the numbers that
// they show, keep them, and look as they do in the whole paper.

#include "layout/pages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {

struct PageSpan {
    int first = 1;
    std::optional<int> last = 1; // none: to the last page

    bool operator==(const PageSpan&) const = default;
};

// 3, 3-4, 3-4,7 and 5-, from 1 to 999,999; at most 1,000 spans. Nothing for any other form.
std::optional<std::vector<PageSpan>> parse_page_spans(std::string_view text);

PageNumbers numbers_of(const Pages& pages);

// The first page that is asked for, in the order of `spans`, and that a paper with these numbers does not
// have.
std::optional<int> find_missing_page(const std::vector<PageSpan>& spans, const PageNumbers& numbers);

// For the names of files: 3-4,7; an open end is the last page.
std::string name_of(const std::vector<PageSpan>& spans, const PageNumbers& numbers);

// The chosen pages alone, in the order of the paper.
Pages only(const std::vector<PageSpan>& spans, Pages pages);

} // namespace taisho
