// The rooms of src/ and who may look into whom. The program stays easy to change because each room knows only
// the rooms below it, and because each library of others is met at one door.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

// For each room, the rooms whose headers it may include. The same table stands in CMakeLists.txt.
const std::map<std::string, std::vector<std::string>, std::less<>> rooms = {
    {"base", {}},
    {"xml", {"base"}},
    {"text", {"base"}},
    {"fonts", {"base", "xml"}},
    {"model", {"base", "text", "xml"}},
    {"compare", {"base", "model", "text"}},
    {"amend", {"base", "model", "text"}},
    {"check", {"base", "model", "text"}},
    {"revise", {"amend", "base", "check", "compare", "model", "xml"}},
    {"style", {"base", "fonts", "text", "xml"}},
    {"data", {"base", "compare", "document", "model", "revise", "style", "text"}},
    {"merge", {"amend", "base", "check", "compare", "data", "model", "revise", "text", "xml"}},
    {"document", {"base", "compare", "fonts", "model", "revise", "style", "text"}},
    {"structure", {"base", "document", "style", "text"}},
    {"typeset", {"base", "document", "fonts", "style", "text"}},
    {"layout", {"base", "document", "fonts", "style", "text", "typeset"}},
    {"pdf", {"base", "document", "fonts", "layout", "structure", "typeset"}},
    {"xlsx", {"base", "data", "document", "fonts", "layout", "style", "text", "xml"}},
    {"app",
     {"amend", "base", "check", "compare", "data", "document", "fonts", "layout", "merge", "model", "pdf",
      "revise", "structure", "style", "text", "typeset", "xlsx", "xml"}},
};

// Headers of others, by the beginning of their names, and the one room that may include them.
const std::vector<std::pair<std::string, std::string>> doors = {
    {"fmt/", "base"},       {"pugi", "xml"},    {"unicode/", "text"},   {"hb", "fonts"}, {"dtl/", "compare"},
    {"libdeflate", "base"}, {"podofo/", "pdf"}, {"xlsxwriter", "xlsx"}, {"zip", "xlsx"}, {"CLI/", "app"}, {"nlohmann/", "app"},
};

// The C++ library has no dot in its names; of the system, these.
const std::vector<std::string> system_headers = {"fcntl.h", "poll.h", "unistd.h"};

struct Include {
    std::string file; // room/name, as one writes it in an #include line
    int line = 0;
    std::string name;
    bool quoted = false;
};

std::string room_of(std::string_view file) { return std::string(file.substr(0, file.find('/'))); }

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::optional<std::string> door_of(std::string_view header) {
    for (const auto& [beginning, room] : doors)
        if (header.starts_with(beginning)) return room;
    return std::nullopt;
}

bool is_known_to_all(std::string_view header) {
    return header.find('.') == std::string_view::npos || header.starts_with("sys/") ||
           contains(system_headers, header);
}

std::optional<Include> read_include(std::string_view line) {
    const auto skip_blanks = [&line] {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    };
    skip_blanks();
    if (!line.starts_with('#')) return std::nullopt;
    line.remove_prefix(1);
    skip_blanks();
    if (!line.starts_with("include")) return std::nullopt;
    line.remove_prefix(7);
    skip_blanks();
    if (!line.starts_with('"') && !line.starts_with('<')) return std::nullopt;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    return Include{"", 0, std::string(line.substr(0, line.find(quoted ? '"' : '>'))), quoted};
}

std::vector<Include> read_includes(const std::string& file, std::istream& text) {
    std::vector<Include> result;
    int number = 0;
    for (std::string line; std::getline(text, line);) {
        ++number;
        std::optional<Include> include = read_include(line);
        if (!include) continue;
        include->file = file;
        include->line = number;
        result.push_back(*include);
    }
    return result;
}

const fs::path source_folder = fs::path(TAISHO_SOURCE_DIR) / "src";

std::vector<Include> read_all_includes() {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(source_folder))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
            files.push_back(entry.path().lexically_relative(source_folder).generic_string());
    std::sort(files.begin(), files.end());

    std::vector<Include> result;
    for (const std::string& file : files) {
        std::ifstream text(source_folder / file);
        std::ranges::move(read_includes(file, text), std::back_inserter(result));
    }
    return result;
}

std::string slip(const Include& include, const std::string& sentence) {
    return "\nsrc/" + include.file + ":" + std::to_string(include.line) + ": " + include.name + ": " +
           sentence;
}

// Each rule gives its slips, one a line with file and line, or nothing.

std::string against_direction(const std::vector<Include>& includes) {
    std::string slips;
    for (const Include& include : includes) {
        const std::string from = room_of(include.file), to = room_of(include.name);
        if (!include.quoted || from == to || !rooms.contains(to)) continue;
        const auto room = rooms.find(from);
        if (room != rooms.end() && !contains(room->second, to))
            slips += slip(include, from + " は " + to + " を知らないはずです。");
    }
    return slips;
}

std::string without_room(const std::vector<Include>& includes) {
    std::string slips;
    for (const Include& include : includes)
        if (include.quoted && !rooms.contains(room_of(include.name)))
            slips += slip(include, "「フォルダ名/ファイル名」で書いてください。");
    return slips;
}

std::string through_wrong_door(const std::vector<Include>& includes) {
    std::string slips;
    for (const Include& include : includes) {
        const std::optional<std::string> door = door_of(include.name);
        if (!include.quoted && door && *door != room_of(include.file))
            slips += slip(include, "このヘッダを取り込むのは " + *door + " だけです。");
    }
    return slips;
}

std::string unknown_to_table(const std::vector<Include>& includes) {
    std::string slips;
    for (const Include& include : includes)
        if (!include.quoted && !door_of(include.name) && !is_known_to_all(include.name))
            slips += slip(include, "どのフォルダが取り込むヘッダか、表 doors に書いてください。");
    return slips;
}

// A header that shows types of others is met inside its own room only.
std::string behind_door(const std::vector<Include>& includes) {
    std::vector<std::string> private_headers;
    for (const Include& include : includes)
        if (!include.quoted && include.file.ends_with(".h") && door_of(include.name))
            private_headers.push_back(include.file);

    std::string slips;
    for (const Include& include : includes)
        if (include.quoted && room_of(include.file) != room_of(include.name) &&
            contains(private_headers, include.name))
            slips += slip(include, "ほかの部品の型を含むヘッダなので、よそのフォルダからは取り込めません。");
    return slips;
}

} // namespace

TEST_CASE("フォルダは、表にある下のフォルダだけを取り込む") {
    CHECK(against_direction(read_all_includes()) == "");
}

TEST_CASE("自分たちのヘッダは、フォルダ名から書いて取り込む") {
    CHECK(without_room(read_all_includes()) == "");
}

TEST_CASE("ほかの部品のヘッダは、決まった一つのフォルダだけが取り込む") {
    CHECK(through_wrong_door(read_all_includes()) == "");
}

TEST_CASE("ほかの部品のヘッダは、どれも表にある") { CHECK(unknown_to_table(read_all_includes()) == ""); }

TEST_CASE("ほかの部品の型を含むヘッダは、よそのフォルダから取り込まない") {
    CHECK(behind_door(read_all_includes()) == "");
}

TEST_CASE("src のフォルダは、どれも表にある") {
    std::string strangers;
    for (const auto& entry : fs::directory_iterator(source_folder))
        if (!rooms.contains(entry.path().filename().string()))
            strangers += entry.path().filename().string() + "\n";
    CHECK(strangers == "");
}

TEST_CASE("たがいに取り込み合う二つのフォルダはない") {
    std::string pairs;
    for (const auto& [room, below] : rooms)
        for (const std::string& lower : below)
            if (contains(rooms.at(lower), room)) pairs += room + " ⇄ " + lower + "\n";
    CHECK(pairs == "");
}

TEST_CASE("向きに逆らう取り込みは、ファイルと行で分かる") {
    CHECK(against_direction({{"text/wrap.cpp", 7, "layout/pages.h", true}}) ==
          "\nsrc/text/wrap.cpp:7: layout/pages.h: text は layout を知らないはずです。");
}

TEST_CASE("よその戸口から取り込んだヘッダは、ファイルと行で分かる") {
    CHECK(through_wrong_door({{"layout/lines.cpp", 3, "unicode/ubrk.h", false}}) ==
          "\nsrc/layout/lines.cpp:3: unicode/ubrk.h: このヘッダを取り込むのは text だけです。");
}

TEST_CASE("記号の後や前に空白のある取り込みも読む") {
    const std::optional<Include> include = read_include("  #  include \"base/length.h\" // 長さ");
    REQUIRE(include);
    CHECK(include->name == "base/length.h");
}
