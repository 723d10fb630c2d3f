#pragma once
// A paper taken through the whole path to a PDF, with what it was made from.

#include "document/document.h"
#include "layout/pages.h"
#include "revise/revisions.h"
#include "structure/structure.h"
#include "support.h"

#include <string>
#include <string_view>

namespace taisho::test {

struct Printed {
    Document document;
    Structure structure;
    Pages pages;
    std::string pdf; // the bytes of the file
};

Printed printed(const Revisions& revisions, std::string_view style);
Printed printed(const std::string& paper, std::string_view style); // from the text of its file

// What leads from a plan that nobody has written to the same plan after a few edits.
Revisions random_revisions(Dice& dice);

} // namespace taisho::test
