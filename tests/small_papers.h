#pragma once
// The revisions of a small paper that is written as text.

#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {

inline Revisions revisions_of(const std::string& plan, const std::string& amendments) {
    const Paper paper = read(paper_file(plan, amendments));
    Diagnostics diagnostics;
    Revisions revisions = revise(paper, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity == Severity::error) FAIL_CHECK(sentence(diagnostic, Language::japanese));
    return revisions;
}

// heading: its number, title and page, as elements.
inline std::string item(const std::string& id, const std::string& heading, const std::string& fields) {
    return "<item id='" + id + "'>" + heading + fields + "</item>";
}

} // namespace taisho::test
