// What the documentation names must be there, and what there is must be named: elements, attributes, numbers
// of messages, files, pictures, headings, names of the program.

#include "docs_pages.h"
#include "model/paper_shape.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace taisho::test {
namespace {

namespace fs = std::filesystem;

// ---- names ----

std::set<std::string> element_names() {
    std::set<std::string> names = {"amendmentPaper"};
    for (const Shape& shape : paper_shapes())
        for (const ChildShape& child : shape.children) names.emplace(child.name);
    return names;
}

std::set<std::string> attribute_names() {
    std::set<std::string> names;
    for (const Shape& shape : paper_shapes())
        for (const AttributeShape& attribute : shape.attributes) names.emplace(attribute.name);
    return names;
}

bool is_name_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

// Whether `word` stands in the text by itself.
bool has_word(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_name_character(text[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || !is_name_character(text[end]))) return true;
    }
    return false;
}

// What stands between `begin` and `end` on a line, each time.
std::vector<std::string> all_between(const std::string& line, std::string_view begin, std::string_view end) {
    std::vector<std::string> found;
    for (std::size_t at = line.find(begin); at != std::string::npos; at = line.find(begin, at)) {
        at += begin.size();
        const std::size_t close = line.find(end, at);
        if (close == std::string::npos) break;
        found.push_back(line.substr(at, close - at));
        at = close + end.size();
    }
    return found;
}

// ---- the list of elements ----

// How a list of elements or attributes is written in chapter 10: those of a choice in brackets.
template <class Entries, class Write>
std::string listed(const Entries& entries, Write write) {
    std::string text;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Occurs occurs = entries[i].occurs;
        const bool is_choice = occurs == Occurs::one_of || occurs == Occurs::at_most_one_of;
        const bool may_share = is_choice || occurs == Occurs::any;
        const bool goes_on = may_share && i > 0 && entries[i - 1].occurs == occurs;
        const bool ends = i + 1 == entries.size() || entries[i + 1].occurs != occurs;
        if (i > 0) text += goes_on ? "／" : "、";
        if (is_choice && !goes_on) text += occurs == Occurs::one_of ? "どれか一つ（" : "一つまで（";
        text += write(entries[i].name);
        if (occurs == Occurs::optional) text += "？";
        if (occurs == Occurs::any) text += "＊";
        if (occurs == Occurs::some) text += "＋";
        if (is_choice && ends) text += "）";
    }
    return text;
}

std::string in_backticks(std::string_view name) { return "`" + std::string(name) + "`"; }
std::string as_element(std::string_view name) { return in_backticks("<" + std::string(name) + ">"); }

// `<goal>`（修正の中）
std::string title_of(const Shape& shape) {
    if (shape.key == "row.table") return as_element("row") + "（自由な表の中）";
    if (shape.key == "bodyNames.revised") return as_element("bodyNames") + "（`<revisePlan>` の中）";
    const std::size_t point = std::min(shape.key.find('.'), shape.key.size());
    const std::string_view name = shape.key.substr(0, point), where = shape.key.substr(point);
    const std::string element =
        name == "text" ? "`<description>`、`<bodies>`、`<passage>`、`<footnote>`" : as_element(name);
    if (where == ".revised") return element + "（修正の中）";
    return where == ".field" ? element + "（項目の中）" : element;
}

// What several elements hold in the same way is written once.
struct Shared {
    std::string name, content;
};

std::vector<std::string> element_list() {
    const auto shape = std::ranges::find(paper_shapes(), "revise", &Shape::key);
    const std::string all = listed(shape->children, as_element);
    const std::size_t reason = all.find("、`<reason>`");
    const Shared shared[] = {{"変わるもの", all.substr(0, reason)},
                             {"理由など", all.substr(reason + std::string("、").size())}};
    std::vector<std::string> lines;
    for (const Shared& one : shared) lines.push_back("| " + one.name + " | " + one.content + " |  |");
    for (const Shape& row : paper_shapes()) {
        if (row.children.empty() && row.attributes.empty()) continue; // text alone
        std::string content = listed(row.children, as_element);
        for (const Shared& one : shared) replace_all(content, one.content, one.name);
        if (row.text) content = content.empty() ? "文字" : "文字、" + content;
        lines.push_back("| " + title_of(row) + " | " + content + " | " +
                        listed(row.attributes, in_backticks) + " |");
    }
    return lines;
}

// ---- numbers of messages ----

std::set<int> known_numbers() {
    std::set<int> numbers;
    const std::vector<std::string> lines =
        lines_of(read_bytes(source_folder / "src" / "base" / "diagnostics.h"));
    const auto begin = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("enum class Code");
    });
    for (auto line = begin; line != lines.end() && *line != "};"; ++line) {
        const std::size_t sign = line->find(" = ");
        if (sign != std::string::npos && line->ends_with(","))
            numbers.insert(std::atoi(line->c_str() + sign + 3));
    }
    return numbers;
}

// T and three digits.
std::set<int> numbers_in(const std::string& text) {
    std::set<int> numbers;
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = text.find('T'); at != std::string::npos; at = text.find('T', at + 1)) {
        const bool alone = at == 0 || !is_name_character(text[at - 1]);
        if (alone && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4))
            numbers.insert(std::atoi(text.substr(at + 1, 3).c_str()));
    }
    return numbers;
}

// The messages in the list of chapter 8, each with what is the matter and what to do.
std::set<int> explained_numbers(const DocPage& format) {
    std::set<int> numbers;
    for (const std::string& line : format.lines) {
        if (!line.starts_with("| T")) continue;
        const std::vector<std::string> cells = cells_of(line);
        const bool whole = cells.size() == 3 && !cells[1].empty() && !cells[2].empty();
        if (whole) numbers.merge(numbers_in(cells.front()));
    }
    return numbers;
}

// ---- links ----

struct Link {
    std::string target, fragment;
    bool picture = false;
};

std::vector<Link> links_of(const DocPage& page) {
    std::vector<Link> links;
    for (const std::string& line : page.lines) {
        for (std::size_t at = line.find("]("); at != std::string::npos; at = line.find("](", at + 1)) {
            const std::size_t close = line.find(')', at);
            std::string target = line.substr(at + 2, close - at - 2);
            const std::size_t hash = std::min(target.find('#'), target.size());
            const std::size_t open = line.rfind('[', at);
            const bool picture = open != std::string::npos && open > 0 && line[open - 1] == '!';
            links.push_back({target.substr(0, hash), target.substr(hash), picture});
        }
    }
    return links;
}

// The names by which headings can be linked to, as GitHub makes them.
std::set<std::string> fragments_of(const DocPage& page) {
    std::set<std::string> fragments;
    for (const std::string& line : page.lines) {
        if (!line.starts_with("#")) continue;
        std::string fragment = "#";
        for (const char c : line.substr(line.find_first_not_of("# "))) {
            const bool other = static_cast<unsigned char>(c) >= 0x80;
            if (c == ' ') fragment += '-';
            if (c >= 'A' && c <= 'Z') fragment += static_cast<char>(c - 'A' + 'a');
            if (other || c == '-' || (is_name_character(c) && !(c >= 'A' && c <= 'Z'))) fragment += c;
        }
        fragments.insert(fragment);
    }
    return fragments;
}

} // namespace

TEST_CASE("資料に書けるものは、どれも資料の書き方に出てくる") {
    const std::string format = text_of(page("docs/input-format.md"));
    std::string missing;
    for (const std::string& name : element_names()) {
        const bool named = contains(format, "<" + name + ">") || contains(format, "<" + name + " ") ||
                           contains(format, "<" + name + "/>");
        if (!named) missing += "<" + name + ">\n";
    }
    for (const std::string& name : attribute_names()) {
        if (!contains(format, " " + name + "=\"") && !contains(format, "`" + name + "`"))
            missing += name + "\n";
    }
    CHECK(missing == "");
}

TEST_CASE("資料の書き方の要素の一覧は、形の表のとおりである") {
    std::vector<std::string> written;
    bool inside = false;
    for (const std::string& line : page("docs/input-format.md").lines) {
        if (line.starts_with("## ")) inside = line.starts_with("## 10. ");
        if (inside && line.starts_with("| ") && !line.starts_with("| 要素 ")) written.push_back(line);
    }
    CHECK(written == element_list());
}

TEST_CASE("文書にあるメッセージの番号は、どれも実際にある") {
    const std::set<int> known = known_numbers();
    CHECK(known.size() > 30);
    std::string strangers;
    for (const DocPage& page : pages()) {
        for (const int number : numbers_in(text_of(page)))
            if (!known.contains(number)) strangers += page.name + ": T" + std::to_string(number) + "\n";
    }
    CHECK(strangers == "");
}

TEST_CASE("メッセージの番号は、どれも資料の書き方の一覧に、わけと直し方とともにある") {
    const std::set<int> listed = explained_numbers(page("docs/input-format.md"));
    std::string missing;
    for (const int number : known_numbers())
        if (!listed.contains(number)) missing += "T" + std::to_string(number) + "\n";
    CHECK(missing == "");
}

TEST_CASE("文書にあるつながりの先は、どれもある") {
    std::string broken;
    for (const DocPage& from : pages()) {
        for (const Link& link : links_of(from)) {
            if (contains(link.target, "://")) continue;
            const fs::path file = link.target.empty()
                                      ? source_folder / from.name
                                      : (source_folder / from.name).parent_path() / link.target;
            const std::string name =
                file.lexically_normal().lexically_relative(source_folder).generic_string();
            const bool found = fs::exists(file) &&
                               (link.fragment.empty() || fragments_of(page(name)).contains(link.fragment));
            if (!found) broken += from.name + ": " + link.target + link.fragment + "\n";
        }
    }
    CHECK(broken == "");
}

TEST_CASE("文書の絵は、PNG で 80 KB に満たない") {
    int pictures = 0;
    for (const DocPage& from : pages()) {
        for (const Link& link : links_of(from)) {
            if (!link.picture) continue;
            const fs::path file = (source_folder / from.name).parent_path() / link.target;
            INFO(from.name << ": " << link.target);
            CHECK(read_bytes(file).starts_with("\x89PNG"));
            CHECK(fs::file_size(file) < 80 * 1000);
            ++pictures;
        }
    }
    CHECK(pictures > 0);
}

TEST_CASE("技術者のための文書にあるファイルは、どれもある") {
    std::string missing;
    for (const char* name : {"CONTRIBUTING.md", "docs/architecture.md", "docs/traps.md"}) {
        for (const std::string& line : page(name).lines) {
            for (const std::string& word : all_between(line, "`", "`")) {
                const bool is_path = contains(word, "/") && contains(word, ".") && !contains(word, "NAME") &&
                                     !contains(word, " ") && !contains(word, "*");
                if (is_path && !fs::exists(source_folder / word) && !fs::exists(source_folder / "src" / word))
                    missing += std::string(name) + ": " + word + "\n";
            }
        }
    }
    CHECK(missing == "");
}

TEST_CASE("構成の文書にある名前は、どれもプログラムにある") {
    std::string sources;
    for (const auto& entry : fs::recursive_directory_iterator(source_folder / "src"))
        if (entry.is_regular_file()) sources += read_bytes(entry.path());

    std::string missing;
    for (const std::string& line : page("docs/architecture.md").lines) {
        for (std::string word : all_between(line, "`", "`")) {
            if (word.ends_with("()")) word.resize(word.size() - 2);
            replace_all(word, "::", " ");
            const bool is_name = std::all_of(word.begin(), word.end(),
                                             [](char c) { return is_name_character(c) || c == ' '; });
            const bool is_ours = contains(word, "_") || contains(word, " ") ||
                                 (!word.empty() && word.front() >= 'A' && word.front() <= 'Z');
            if (!is_name || !is_ours) continue;
            replace_all(word, " ", "\n");
            for (const std::string& part : lines_of(word))
                if (!has_word(sources, part)) missing += part + "\n";
        }
    }
    CHECK(missing == "");
}

} // namespace taisho::test
