#include "text/phrases.h"

#include "base/utf8.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace taisho {
namespace {

// The text with | where a phrase ends, / between words, - before or behind an affix or counter.
std::string phrases(std::string_view text) {
    const std::vector<std::uint8_t> costs = phrase_costs(text);
    std::string shown;
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) {
        if (i > 0 && costs[i] == phrase_cost::phrase) shown += '|';
        if (i > 0 && (costs[i] == phrase_cost::compound || costs[i] == phrase_cost::particle)) shown += '/';
        if (costs[i] >= phrase_cost::dangling && costs[i] <= phrase_cost::affix) shown += '-';
        shown += text.substr(i, decode(text, i).length);
    }
    return shown;
}

struct PhraseCase {
    std::string_view text, shown;
};

void check_all(const std::vector<PhraseCase>& cases) {
    for (const PhraseCase& one : cases) CHECK(phrases(one.text) == one.shown);
}

TEST_CASE("助詞の後ろと、句読点や括弧の際が切れ目") {
    check_all({
        {"行政サービスや活動の単位を検討します。", "行政/サービスや|活動の|単位を|検討します。"},
        {"様々な対象が集う居場所、拠点整備", "様々な|対象が|集う|居場-所、|拠点/整備"},
        {"自助・共助・公助、圏域", "自助・|共助・|公助、|圏域"},
        {"既存「圏域」について", "既存|「圏域」-に/ついて"},
        {"地域福祉を実現します", "地域/福祉を|実現します"},
        {"方針の策定及び実施", "方針の|策定|及び|実施"},
        {"教育委員会および関係機関", "教育/委員-会|および|関係/機関"},
    });
}

TEST_CASE("漢字は二字ずつの語に分かれ、接辞は語に付く") {
    check_all({
        {"福祉的支援方針", "福祉-的/支援/方針"},
        {"年度報告書作成", "年度/報告-書/作成"},
        {"現状値確認", "現状-値/確認"},
        {"進捗管理", "進捗/管理"},
        {"前年度比", "前-年度-比"},
        {"各部局", "各-部局"},
        {"市行政組織", "市-行政/組織"},
        {"児童生徒数", "児童/生徒-数"},
        {"福祉系部局", "福祉-系/部局"},
        {"現場課題解決", "現場/課題/解決"},
        {"温室効果ガス排出量の削減率", "温室/効果/ガス/排出-量の|削減-率"},
        {"自主防災組織の結成率", "自主/防災/組織の|結成-率"},
        {"太陽光発電設備", "太陽-光/発電/設備"},
        {"放課後児童クラブの利用待機児童数", "放課-後/児童/クラブの|利用/待機/児童-数"},
        {"学校給食費の無償化", "学校/給食-費の|無償-化"},
    });
}

TEST_CASE("送り仮名の付いた語は分かれない") {
    check_all({
        {"取り組み状況の公表", "取り組み/状況の|公表"},
        {"子育て世代の受け入れ体制", "子育て/世代の|受け入れ/体制"},
        {"切れ目ない支援", "切れ目ない|支援"},
        {"縦割り行政に横串を刺す取組み", "縦割り/行政に|横串を|刺す|取組み"},
        {"障がい福祉課", "障がい|福祉-課"},
        {"地域資源の見える化とマッチング", "地域/資源の|見える-化と|マッチング"},
        {"新たに支援につながった生徒", "新たに|支援に/つながった|生徒"},
        {"プラスチックごみの分別回収", "プラスチックごみの|分別/回収"},
    });
}

TEST_CASE("数の前は切れ目で、数と助数詞は離れにくい") {
    check_all({
        {"前年度比５％増", "前-年度-比|５％-増"},
        {"年に１度", "年に|１-度"},
        {"全10校区", "全-10-校区"},
        {"第２次計画", "第２-次/計画"},
        {"令和６年度までに策定", "令和６-年度までに|策定"},
        {"R６から", "R６-から"},
    });
}

TEST_CASE("片仮名の長い語は、長音符の後ろならまだよい") {
    const std::vector<std::uint8_t> costs = phrase_costs("インターネット");
    CHECK(costs[std::string_view("インター").size()] == phrase_cost::long_word);
    CHECK(costs[std::string_view("インターネ").size()] == phrase_cost::word);
}

TEST_CASE("文の終わりと空の文にも値がある") {
    CHECK(phrase_costs("") == std::vector<std::uint8_t>{0});
    CHECK(phrase_costs("ab") == std::vector<std::uint8_t>{0, phrase_cost::token, 0});
}

} // namespace
} // namespace taisho
