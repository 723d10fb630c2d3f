// Characters that no font has: told where they are printed, in the family they are printed in, and nowhere
// else.

#include "support.h"

#include <doctest/doctest.h>
#include <regex>
#include <string>
#include <vector>

namespace taisho::test {
namespace {

using Lines = std::vector<std::string>;

// "file:line:column T401 character" of each message of `check`, in order.
Lines told(const std::string& paper, const std::vector<std::string>& options) {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper);
    std::vector<std::string> arguments{"check", "a.xml"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Finished finished = run_taisho(arguments, {.folder = folder.path});
    static const std::regex message("([^/\n]*:[0-9]+:[0-9]+): [^ ]+ (T[0-9]+): .*?「(.*?)」");
    Lines lines;
    for (std::sregex_iterator at(finished.err.begin(), finished.err.end(), message), end; at != end; ++at)
        lines.push_back((*at)[1].str() + " " + (*at)[2].str() + " " + (*at)[3].str());
    return lines;
}

Lines told(const std::string& paper) { return told(paper, {}); }

// A folder of fonts and house styles of its own: the fonts are ours, in another order.
struct OwnResources {
    OwnResources() {
        std::filesystem::create_directory(folder.path / "fonts");
        for (const auto& entry : std::filesystem::directory_iterator(source_folder / "fonts"))
            std::filesystem::create_symlink(entry.path(), folder.path / "fonts" / entry.path().filename());
        std::filesystem::copy(source_folder / "templates", folder.path / "templates");
    }

    void replace(const std::string& file, const std::string& from, const std::string& to) {
        std::string bytes = read_bytes(folder.path / file);
        REQUIRE(bytes.find(from) != std::string::npos);
        bytes.replace(bytes.find(from), from.size(), to);
        std::filesystem::remove(folder.path / file);
        write_bytes(folder.path / file, bytes);
    }

    ScratchFolder folder;
};

const std::string plain_revision = "<revise item=\"1\"><description>新しい説明</description></revise>";

std::string plan_of(const std::string& title, const std::string& description) {
    return "<item id=\"1\"><title>" + title + "</title><description>" + description +
           "</description></item>\n<item id=\"2\"><title>二</title><description>説明</description></item>";
}

TEST_CASE("印刷されない字は知らせない") {
    std::string paper = paper_file(
        "<!-- 🦀 -->\n<item id=\"🦀\"><title>一</title><description>説明</description></item>\n"
        "<item id=\"2\"><title>使わない🦀</title><description>説明🦀</description></item>",
        "<revise item=\"🦀\"><description>新しい説明</description></revise>");
    CHECK(told(paper) == Lines{});
}

TEST_CASE("印刷される字は、番号や札にあっても、書いた所を知らせる") {
    const std::string paper =
        paper_file("<item id=\"1\">\n<number>🦀</number>\n<title>一</title>\n"
                   "<description label=\"🦁\">説明</description></item>",
                   "<revise item=\"1\">\n<description>説明🦉と🦉</description></revise>");
    CHECK(told(paper) == Lines{"a.xml:2:9 T401 🦀", "a.xml:4:21 T401 🦁", "a.xml:5:16 T401 🦉",
                               "a.xml:5:18 T401 🦉"});
}

TEST_CASE("文字参照で書いた字も、その場所で知らせる") {
    CHECK(told(paper_file(plan_of("一", "説明"),
                          "<revise item=\"1\">\n<description>蟹は&#x1F980;です</description></revise>")) ==
          Lines{"a.xml:3:16 T401 🦀"});
}

TEST_CASE("資料の番号の字も知らせる") {
    std::string paper = paper_file(plan_of("一", "説明"), plain_revision);
    paper.replace(paper.find("資料１"), std::string("資料１").size(), "🦀");
    CHECK(told(paper) == Lines{"a.xml:1:36 T401 🦀"});
}

TEST_CASE("様式の言葉の字は、様式の中の場所で知らせ、使わない言葉は知らせない") {
    OwnResources own;
    own.replace("templates/by-year.xml", "（下線部分", "（🦀下線部分");
    own.replace("templates/by-year.xml", "（{}に統合", "（{}に🦁統合");
    const Lines lines =
        told(paper_file(plan_of("一", "説明"), plain_revision), {"--resources", own.folder.path});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("by-year.xml:"));
    CHECK(lines[0].ends_with(" T401 🦀"));
}

TEST_CASE("字は、それを組む書体の仲間の中だけで探す") {
    OwnResources own;
    own.replace("fonts/fonts.xml", "<face file=\"NotoSansJP-Regular.ttf\"/>", "");
    const std::vector<std::string> options{"--resources", own.folder.path};
    CHECK(told(paper_file(plan_of("一", "𠮷野"), plain_revision), options) == Lines{}); // in mincho
    CHECK(told(paper_file("\n" + plan_of("𠮷野", "説明"), plain_revision), options) ==
          Lines{"a.xml:2:21 T401 𠮷"}); // a heading is in gothic
}

TEST_CASE("どの書体にもない異体字は、資料に一度、注意として知らせる") {
    const std::string paper =
        paper_file("\n" + plan_of("葛󠇯城", "葛󠇯と葛󠄀"),
                   "<revise item=\"1\"><description>葛󠇯と辻󠄀</description></revise>");
    CHECK(told(paper) == Lines{"a.xml:2:21 T402 葛󠇯"});
    CHECK(told(paper, {"--template", "stacked"}) == Lines{"a.xml:2:21 T402 葛󠇯"});
}

TEST_CASE("注意で止まる指定なら、どの書体にもない異体字でも止まる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper_file(plan_of("葛󠇯城", "説明"), plain_revision));
    CHECK(run_taisho({"build", "a.xml"}, {.folder = folder.path}).exit_code == 0);
    const Finished strict = run_taisho({"build", "a.xml", "--strict", "-o", "b"}, {.folder = folder.path});
    CHECK(strict.exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(folder.path / "b" / "a.pdf"));
}

TEST_CASE("計画だけを確かめるときは、印刷されうる文を見る") {
    const std::string plan =
        "<plan>\n<bodyNames><name>🦀課</name></bodyNames>"
        "<item id=\"🦁\"><title>一</title>\n<description label=\"🦉\">𠮷</description>"
        "</item></plan>";
    CHECK(told(plan) == Lines{"a.xml:3:21 T401 🦉"});
}

TEST_CASE("どの書体にもない字がいくら多くても、すぐに終わる") {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "🦀";
    for (int i = 0; i < 3'000; ++i) many += "<br/>🦁";
    const Lines lines = told(paper_file(plan_of("一", many), plain_revision));
    CHECK(lines.size() >= 100);
}

} // namespace
} // namespace taisho::test
