#include "text/words.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace taisho {
namespace {

std::string words(std::string_view text) {
    std::string shown;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : split_words(text)) {
        shown.append(shown.empty() ? "" : "|").append(text.substr(begin, end - begin));
        begin = end;
    }
    return shown;
}

std::string office_names(std::string_view text) {
    std::string shown;
    for (const auto& [begin, end] : find_office_names(text))
        shown.append(shown.empty() ? "" : "|").append(text.substr(begin, end - begin));
    return shown;
}

TEST_CASE("元号の年度は一語") {
    CHECK(words("令和６年度から令和元年度まで") == "令和６年度|から|令和元年度|まで");
}

TEST_CASE("数の範囲は一語") { CHECK(words("３～５人、2024-2028年度") == "３～５人|、|2024-2028年度"); }

TEST_CASE("年度の札の範囲も一語") { CHECK(words("R6〜R10年度") == "R6〜R10年度"); }

TEST_CASE("第の付く数は一語") { CHECK(words("第３期計画") == "第３期|計画"); }

TEST_CASE("割合の差は一語") { CHECK(words("０．５ポイント増") == "０．５ポイント増"); }

TEST_CASE("単位当たりの単位は一語") { CHECK(words("50件／年") == "50件／年"); }

TEST_CASE("当たりは数の単位") { CHECK(words("１人１日当たり900ｇ") == "１人|１日当たり|900ｇ"); }

TEST_CASE("負の数は一語") { CHECK(words("▲12.5％") == "▲12.5％"); }

TEST_CASE("ウェブの所在は一語") {
    CHECK(words("https://www.city.example.lg.jp/a.html を") == "https://www.city.example.lg.jp/a.html| |を");
}

TEST_CASE("化学式は一語") { CHECK(words("CO₂と2.5t-CO2") == "CO₂|と|2.5t-CO2"); }

TEST_CASE("送り仮名は語幹と一語") { CHECK(words("取組みを進めるに基づき") == "取組み|を|進める|に|基づき"); }

TEST_CASE("接尾語は語幹と一語") { CHECK(words("利用者の減量化") == "利用者|の|減量化"); }

TEST_CASE("まれな漢字の名は一語") {
    CHECK(words("𠮷野と葛󠄀城市と髙木") == "𠮷野|と|葛󠄀城市|と|髙木");
}

TEST_CASE("半角の濁点は仮名から離れない") { CHECK(words("ｶﾞｽ・ﾊﾟｲﾌﾟ") == "ｶﾞｽ|・|ﾊﾟｲﾌﾟ"); }

TEST_CASE("組の名は漢字の続きの終わりで分かる") {
    CHECK(office_names("本市の福祉総務課が、地域包括支援センターと") == "福祉総務課|地域包括支援センター");
}

TEST_CASE("並べた組の名は仮名も名のうち") {
    CHECK(office_names("市（子育て支援室、こども課）") == "子育て支援室|こども課");
}

TEST_CASE("局と課の名は二つの名") {
    CHECK(office_names("教育委員会事務局学校教育課") == "教育委員会事務局|学校教育課");
}

TEST_CASE("関係や一部は組の名ではない") { CHECK(office_names("利害関係の一部").empty()); }

} // namespace
} // namespace taisho
