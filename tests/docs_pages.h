#pragma once
// The pages of the documentation, for the tests that hold them against the program: their blocks and the
// papers they show.

#include "support.h"

#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {

// ---- pages ----

struct DocPage {
    std::string name; // README.md, docs/traps.md
    std::vector<std::string> lines;
};

DocPage page(const std::string& name);
std::vector<DocPage> pages(); // README.md, CONTRIBUTING.md and docs/*.md, in the order of their names
std::string text_of(const DocPage& page);

// A fenced block: ```sh, ```xml, ```text; the heading above it; and below it, before the next block or
// heading, the lines of tables and of quotations.
struct Fenced {
    std::string language, heading, text;
    std::vector<std::string> table, quoted;
};

std::vector<Fenced> blocks_of(const DocPage& page);

// A paper that a page shows, and what it says is printed of it.
struct Example {
    std::string heading, file;
    std::vector<std::string> table, quoted;
};

// The complete papers of a page, and those that come of a <section> put into the paper of a chapter: the last
// one directly below a heading of the second level.
std::vector<Example> examples_of(const DocPage& page);

// The plan in a file of its own that the papers of the page refer to.
std::string plan_of(const DocPage& page);

// ---- texts ----

std::vector<std::string> lines_of(const std::string& text);
std::string trimmed(const std::string& text); // of blanks
void replace_all(std::string& text, std::string_view from, std::string_view to);
bool contains(const std::string& text, const std::string& part);

// The cells of a line of a table, as they are written.
std::vector<std::string> cells_of(const std::string& line);

} // namespace taisho::test
