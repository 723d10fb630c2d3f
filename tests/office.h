#pragma once
// A folder with a paper and its plan in a file of its own, for the commands that go between the two.

#include "support.h"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>

namespace taisho::test {

namespace fs = std::filesystem;

inline std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder)] = read_bytes(entry.path());
    }
    return files;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "（「" + from + "」がない）" : text.replace(at, from.size(), to);
}

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// With comments and blanks as somebody writes them, and the line ends of Windows.
inline const std::string plan_of_windows = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                                           "<!-- 原本 -->\r\n"
                                           "<plan version=\"2024-03\">\r\n"
                                           "  <title>地域福祉計画</title>\r\n"
                                           "  <level id=\"1\"><!-- 第一章 -->\r\n"
                                           "    <number>第１章　</number>\r\n"
                                           "    <title>相談支援</title>\r\n"
                                           "    <item id=\"1-1\">\r\n"
                                           "      <number>（１）</number>\r\n"
                                           "      <title>相談窓口</title>\r\n"
                                           "      <description>身近な地域に\r\n"
                                           "        窓口を設けます。</description>\r\n"
                                           "    </item>\r\n"
                                           "    <item id=\"1-2\">\r\n"
                                           "      <number>（２）</number>\r\n"
                                           "      <title>相談員の養成</title>\r\n"
                                           "      <description>相談員を養成します。</description>\r\n"
                                           "    </item>\r\n"
                                           "  </level>\r\n"
                                           "</plan>\r\n"
                                           "<!-- 終わり -->\r\n";

inline const std::string amended_plan =
    replaced(replaced(plan_of_windows, "相談員を養成", "地域の相談員を養成"), "2024-03", "2025-03");

inline const std::string paper_on_plan =
    "<amendmentPaper>\n"
    "  <meta><title>計画の修正</title></meta>\n"
    "  <!-- 計画は別のファイル -->\n"
    "  <plan href='plans/plan.xml'/>\n"
    "  <amendments newVersion='2025-03'>\n"
    "    <section>\n"
    "      <title>説明を修正するもの</title>\n"
    "      <revise item='1-2'><description>地域の相談員を養成します。</description></revise>\n"
    "    </section>\n"
    "  </amendments>\n"
    "</amendmentPaper>\n";

// A folder with the paper, and its plan in plans/plan.xml.
struct Office {
    Office() {
        fs::create_directories(folder.path / "plans");
        write("plans/plan.xml", plan_of_windows);
        write("paper.xml", paper_on_plan);
    }

    Finished run(const std::vector<std::string>& words) const {
        return run_taisho(words, {.folder = folder.path});
    }
    std::string read(const std::string& name) const { return read_bytes(folder.path / name); }
    void write(const std::string& name, const std::string& bytes) const {
        write_bytes(folder.path / name, bytes);
    }

    ScratchFolder folder;
};

inline const Finished clean = {0, "誤りは見つかりませんでした。\n", ""};

} // namespace taisho::test
