#include "docs_pages.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace taisho::test {

namespace fs = std::filesystem;

// ---- texts ----

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        cells.push_back(trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    return cells;
}

// ---- pages ----

DocPage page(const std::string& name) { return {name, lines_of(read_bytes(source_folder / name))}; }

std::vector<DocPage> pages() {
    std::vector<std::string> names = {"README.md", "CONTRIBUTING.md"};
    for (const auto& entry : fs::directory_iterator(source_folder / "docs")) {
        if (entry.path().extension() == ".md") names.push_back("docs/" + entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    std::vector<DocPage> result;
    for (const std::string& name : names) result.push_back(page(name));
    return result;
}

std::string text_of(const DocPage& page) {
    std::string text;
    for (const std::string& line : page.lines) text += line + "\n";
    return text;
}

std::vector<Fenced> blocks_of(const DocPage& page) {
    std::vector<Fenced> blocks;
    std::string heading;
    bool inside = false, ours = false;
    for (const std::string& line : page.lines) {
        if (line.starts_with("```")) {
            inside = !inside, ours = true;
            if (inside) blocks.push_back({line.substr(3), heading, {}, {}, {}});
        } else if (inside) {
            blocks.back().text += line + "\n";
        } else if (line.starts_with("#")) {
            heading = line, ours = false;
        } else if (line.starts_with("|") && ours) {
            blocks.back().table.push_back(line);
        } else if (line.starts_with("> ") && ours) {
            blocks.back().quoted.push_back(line.substr(2));
        }
    }
    return blocks;
}

std::vector<Example> examples_of(const DocPage& page) {
    std::vector<Example> examples;
    std::string chapter;
    for (const Fenced& block : blocks_of(page)) {
        if (block.language != "xml") continue;
        if (block.text.starts_with("<amendmentPaper")) {
            examples.push_back({block.heading, block.text, block.table, block.quoted});
            if (block.heading.starts_with("## ")) chapter = block.text;
        } else if (block.text.starts_with("<section>")) {
            const std::size_t begin = chapter.find("<section>"), end = chapter.rfind("</section>") + 10;
            REQUIRE(begin != std::string::npos);
            examples.push_back({block.heading, chapter.substr(0, begin) + block.text + chapter.substr(end),
                                block.table, block.quoted});
        }
    }
    return examples;
}

std::string plan_of(const DocPage& page) {
    for (const Fenced& block : blocks_of(page))
        if (block.language == "xml" && block.text.starts_with("<plan")) return block.text;
    return {};
}

} // namespace taisho::test
