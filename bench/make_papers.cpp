// Papers for measuring: make_papers ITEMS SEED > paper.xml
//
// Each item is one of the six of 資料３ with its places, fields, offices and numbers exchanged, so that no
// two items have the same texts and nothing is won by remembering a text that has been set before. One item
// in six is revised, the others are deleted, as in 資料３. The same ITEMS and SEED give the same bytes on
// every machine.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Values = std::array<std::string_view, 6>;

struct Goal {
    std::string_view statement;
    Values values;
};

// In these texts {町} is a town, {分} and {野} are fields, {圏} an area, {課} and {室} offices, {策} a deed;
// {数} a number of one or two digits, {率} one in full-width digits, {次} the number of the item. / is a line
// break.
struct Pattern {
    std::string_view title, description, bodies;
    Goal output, outcome;
};

const std::array<Pattern, 6> patterns = {{
    {"{分}と{野}の連携（{町}）",
     "{分}系部局と{野}担当部局および関係機関とが連携し、{町}地区の{分}現場、{野}"
     "現場、そして、こども・家庭への{分}"
     "的支援を強化します。",
     "市（{課}、{室}、学校教育室）",
     {"{分}部局、{野}部局が連携し、{町}地区における{分}的支援の「方針」を{策}し、一元的、体系的な支援を行う",
      {"―", "「{分}的支援方針」の策定", "「{分}的支援方針」の実施・検証", "「{分}的支援方針」の実施・検証",
       "「{分}的支援方針」の実施・検証", "「{分}的支援方針」の実施・検証"}},
     {"{野}と{分}のデータ連携により、{町}地区で新たに支援につながった児童生徒数",
      {"―", "現状値", "前年度比{率}％増", "前年度比{率}％増", "前年度比{率}％増", "前年度比{率}％増"}}},
    {"{町}{分}拠点の整備",
     "「切れ目ない・こぼれない」支援のための市行政、関係機関、民間事業体が主体の拠点（{分}支援、{野}"
     "連携、「創発」"
     "的担い手づくり）を{町}に{数}箇所整備、また、その支援を行います。",
     "市（{課}、{室}、障がい福祉課、高齢介護室、人権・男女参画室）",
     {"{町}における{分}・{野}の整備方針の{策}及び実施",
      {"―", "様々な対象が集う居場所、{町}拠点整備の在り方方針の策定", "同方針の実施", "同方針の実施",
       "同方針の実施", "同方針の実施"}},
     {"{圏}ごと、{分}・{野}の分野ごとに設定",
      {"―",
       "・こども若者/・{町}集会所等公共施設の{分}拠点化/・地域資源の見える化とマッチング/"
       "・創発の場開発推進の設定",
       "設定", "設定", "設定", "設定"}}},
    {"「{分}計画」（{町}地域福祉基本・活動計画、その他の{野}計画）中心のマネジメント",
     "■ＰＤＣＡ要件を具備した「{分}計画」を{策}し、同「計画」に基づく{町}地区の進捗管理を年{数}"
     "回行い、民主的で推進"
     "力のある地域福祉を実現します。",
     "市（{課}、各部局）",
     {"{町}地区の各「{分}計画」に基づく{野}の進捗管理",
      {"「{分}計画」策定", "各「{分}計画」に基づく進捗管理", "各「{分}計画」に基づく進捗管理",
       "各「{分}計画」に基づく進捗管理", "各「{分}計画」に基づく進捗管理", "各「{分}計画」に基づく進捗管理"}},
     {"「『{分}計画』に基づく進捗管理が効果的、効率的、民主的に行われている」と感じている{町}地区の{野}"
      "附属機関等の"
      "外部委員の割合",
      {"―", "現状値確認", "過半数", "過半数", "６０％", "{率}％"}}},
    {"{圏}（{町}）",
     "■町会・自治会エリア、連合自治会エリア、中学校区エリア、包括支援センター担当エリア、日常生活圏域、市域と"
     "いった既"
     "存「圏域」について{町}で検証し、{分}・{野}の住民ニーズ・課題に沿った行政サービスや活動の単位を{策}"
     "します。",
     "市（{課}、{室}、くらしサポート課）",
     {"{町}における既存の「{圏}」の検証と{分}の新しい単位の{策}",
      {"―", "「検証」「検討」の方針の策定", "「検証」", "「検証」", "「検証」", "「検証」"}},
     {"{圏}の{分}・{野}年度報告書（{町}版）の作成",
      {"―", "方針策定", "{町}報告書作成", "{町}報告書作成", "{町}報告書作成", "{町}報告書作成"}}},
    {"{分}を担う市職員の人材育成（第{数}期・{町}）",
     "■{分}強化の必要性(現状、課題、住民ニーズ)や{野}の基礎理論(自助・共助・公助、{圏}、地域包括ケアシステム)"
     "につい"
     "ての研修や学びの場を{町}で充実し、地域福祉に関わる市職員の取組み企画・実行能力、事務能力を強化します。",
     "市（{課}）",
     {"{分}・{野}の能力向上評価のための{町}オンライン学習の実施",
      {"―", "オンライン学習の開発", "オンライン学習の実施(年に{数}度)", "オンライン学習の実施(年に{数}度)",
       "オンライン学習の実施(年に{数}度)", "オンライン学習の実施(年に{数}度)"}},
     {"{町}のオンライン学習により{分}の取組み企画・実行能力、{野}の事務能力が向上したと感じる職員の割合",
      {"―", "―", "現状値確認", "前年度比{率}％増", "前年度比{率}％増", "前年度比{率}％増"}}},
    {"{町}{分}組織の改革",
     "■{分}・{野}・教育・就労支援等の縦割り行政に横串を刺す取組み、{町}"
     "の市民と市・関係機関との連携不足に縦串を刺す"
     "取組みを強化するための市行政組織の改革を{策}します。",
     "市（{課}、{室}）",
     {"「{町}{分}の現場課題解決プロジェクトチーム」での{野}の検討",
      {"―", "「{町}プロジェクトチーム」での検討", "「{町}プロジェクトチーム」での検討",
       "必要に応じて組織改革", "新たな課題設定", "新たな課題設定"}},
     {"特別職による{町}の{分}・{野}検討業績の評価",
      {"―", "検討結果への評価", "検討結果への評価", "組織改革への評価", "新たな課題設定への評価",
       "{分}の新たな課題設定への評価"}}},
}};

const Goal revised_output = {
    "{野}と{分}のデータ連携を行った{町}地区の{圏}数（全{数}箇所、第{次}号）",
    {"", "現状値確認（{次}）", "{数}箇所", "{数}箇所以上", "{数}校区", "{数}校区以上"}};

const std::vector<std::string_view> fields = {"福祉",   "教育",     "子育て",     "医療",     "介護",
                                              "住まい", "就労",     "防災",       "環境",     "文化",
                                              "交通",   "健康",     "人権",       "消費生活", "農業",
                                              "観光",   "スポーツ", "多文化共生", "生涯学習", "まちづくり"};
const std::vector<std::string_view> areas = {"町会・自治会エリア",
                                             "連合自治会エリア",
                                             "中学校区エリア",
                                             "小学校区エリア",
                                             "包括支援センター担当エリア",
                                             "日常生活圏域",
                                             "市域"};
const std::vector<std::string_view> offices = {
    "福祉総務課", "障がい福祉課", "くらしサポート課", "健康づくり課", "市民協働課",
    "都市計画課", "生涯学習課",   "資源循環課",       "財産活用課",   "情報政策課"};
const std::vector<std::string_view> bureaus = {
    "子育て支援室", "高齢介護室", "人権・男女参画室", "防災安全室", "広報広聴室",
    "保育幼稚園室", "文化振興室", "農林室",           "契約検査室", "住宅政策室"};
const std::vector<std::string_view> deeds = {"策定", "検討", "検証", "実施", "公表", "見直し"};
const std::vector<std::string_view> town_heads = {"東", "西", "南", "北", "中", "上", "下", "新", "大",
                                                  "小", "青", "若", "緑", "桜", "松", "竹", "梅", "泉",
                                                  "光", "春", "秋", "朝", "夕", "金", "石"};
const std::vector<std::string_view> town_tails = {"町", "丘", "原", "川", "山", "谷", "池", "浜", "台",
                                                  "野", "葉", "島", "崎", "沢", "岡", "森", "林", "里",
                                                  "坂", "橋", "宮", "寺", "塚", "瀬", "代"};
const std::vector<std::string_view> circled = {"①", "②", "③", "④", "⑤"};
const std::array<std::string_view, 6> columns = {"現状値", "R6", "R7", "R8", "R９", "R１０"};
const std::array<std::string_view, 6> keys = {"baseline", "R6", "R7", "R8", "R9", "R10"};

constexpr std::size_t items_per_sublevel = 5, sublevels_per_level = 4;
constexpr std::size_t items_per_level = items_per_sublevel * sublevels_per_level;

// splitmix64 (Steele, Lea, Flood 2014): the library's distributions differ from machine to machine.
struct Dice {
    std::uint64_t state;

    std::uint64_t roll() {
        std::uint64_t z = state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(roll() % end); }
    std::string_view pick(const std::vector<std::string_view>& words) { return words[below(words.size())]; }
};

std::string full_width(std::size_t number) {
    std::string result;
    for (const char digit : std::to_string(number)) {
        result += "\xEF\xBC"; // ０ is U+FF10, EF BC 90
        result += static_cast<char>(0x90 + (digit - '0'));
    }
    return result;
}

// The words of one item: the same in all its texts.
struct Words {
    std::string town, field, other_field, area, office, bureau, deed, number;
};

Words choose_words(std::size_t item, Dice& dice) {
    Words words;
    words.town = std::string(dice.pick(town_heads)) + std::string(dice.pick(town_tails));
    const std::size_t field = dice.below(fields.size());
    words.field = fields[field];
    words.other_field = fields[(field + 1 + dice.below(fields.size() - 1)) % fields.size()];
    words.area = dice.pick(areas);
    words.office = dice.pick(offices);
    words.bureau = dice.pick(bureaus);
    words.deed = dice.pick(deeds);
    words.number = std::to_string(item + 1);
    return words;
}

std::string word_for(std::string_view name, const Words& words, Dice& dice) {
    if (name == "町") return words.town;
    if (name == "分") return words.field;
    if (name == "野") return words.other_field;
    if (name == "圏") return words.area;
    if (name == "課") return words.office;
    if (name == "室") return words.bureau;
    if (name == "策") return words.deed;
    if (name == "次") return words.number;
    if (name == "数") return std::to_string(1 + dice.below(48));
    return full_width(1 + dice.below(60)); // 率
}

std::string fill(std::string_view pattern, const Words& words, Dice& dice) {
    std::string result;
    while (!pattern.empty()) {
        const std::size_t next = pattern.find_first_of("{/");
        result += pattern.substr(0, next);
        if (next == std::string_view::npos) break;
        if (pattern[next] == '/') {
            result += "<br/>";
            pattern.remove_prefix(next + 1);
            continue;
        }
        const std::size_t end = pattern.find('}', next);
        result += word_for(pattern.substr(next + 1, end - next - 1), words, dice);
        pattern.remove_prefix(end + 1);
    }
    return result;
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + std::string(text) + "</" + std::string(name) + ">";
}

std::string item_id(std::size_t item) {
    return std::to_string(item / items_per_level + 1) + "-" +
           std::to_string(item % items_per_level / items_per_sublevel + 1) + "-" +
           std::to_string(item % items_per_sublevel + 1);
}

bool is_revised(std::size_t item) { return item % patterns.size() == 0; }

void append_goal(std::string_view kind, std::string_view label, const Goal& goal, const Words& words,
                 Dice& dice, std::string& xml) {
    xml += "          <goal kind=\"" + std::string(kind) + "\" label=\"" + std::string(label) + "\">";
    xml += element("statement", fill(goal.statement, words, dice)) + "\n            <columns>";
    xml += "<column kind=\"baseline\">" + std::string(columns[0]) + "</column>";
    for (std::size_t i = 1; i < columns.size(); ++i) xml += element("column", columns[i]);
    xml += "</columns>\n            <row>";
    for (const std::string_view value : goal.values) xml += element("value", fill(value, words, dice));
    xml += "</row>\n          </goal>\n";
}

void append_item(std::size_t item, const Words& words, Dice& dice, std::string& xml) {
    const Pattern& pattern = patterns[item % patterns.size()];
    xml +=
        "        <item id=\"" + item_id(item) + "\">" + element("number", circled[item % items_per_sublevel]);
    xml += element("title", fill(pattern.title, words, dice)) + "\n          ";
    xml += element("description", fill(pattern.description, words, dice)) + "\n          ";
    xml += "<bodies label=\"●実施主体\">" + fill(pattern.bodies, words, dice) + "</bodies>\n";
    append_goal("output", "●業績目標", pattern.output, words, dice, xml);
    append_goal("outcome", "●成果目標", pattern.outcome, words, dice, xml);
    xml += "        </item>\n";
}

void append_level_start(std::size_t item, const Words& words, std::string& xml) {
    const std::string number = std::to_string(item / items_per_level + 1);
    const std::string wide = full_width(item / items_per_level + 1);
    xml += "    <level id=\"" + number + "\">" + element("number", "【" + wide + "】");
    xml += element("title", "基本目標" + wide + "　誰もが、" + words.town + "で、自分らしく、" + words.field +
                                "とともに暮らせるまちへ") +
           "\n";
}

void append_sublevel_start(std::size_t item, const Words& words, std::string& xml) {
    const std::size_t number = item % items_per_level / items_per_sublevel + 1;
    xml += "      <level id=\"" + std::to_string(item / items_per_level + 1) + "-" + std::to_string(number) +
           "\">";
    xml += element("number", "（" + full_width(number) + "）") + element("title", words.other_field) + "\n";
}

void append_revision(std::size_t item, const Words& words, Dice& dice, std::string& xml) {
    xml += "      <revise item=\"" + item_id(item) + "\">\n        <goal kind=\"output\">";
    xml += element("statement", fill(revised_output.statement, words, dice));
    xml += "<column ref=\"R10\"><note>目標値</note></column>";
    for (std::size_t i = 1; i < keys.size(); ++i)
        xml += "<value column=\"" + std::string(keys[i]) + "\">" +
               fill(revised_output.values[i], words, dice) + "</value>";
    xml +=
        "</goal>\n        <goal kind=\"outcome\"><column ref=\"R10\"><note>目標値</note></column></goal>\n";
    xml += "      </revise>\n";
}

std::string make_paper(std::size_t items, Dice dice) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<amendmentPaper>\n  <meta>"
                      "<paperNumber>資料３</paperNumber>"
                      "<title>地域福祉基本・活動計画における業績目標等の修正について</title>"
                      "</meta>\n"
                      "  <plan><title>地域福祉基本・活動計画</title>\n";
    std::string revisions, deletions;
    for (std::size_t item = 0; item < items; ++item) {
        const Words words = choose_words(item, dice);
        if (item % items_per_level == 0) append_level_start(item, words, xml);
        if (item % items_per_sublevel == 0) append_sublevel_start(item, words, xml);
        append_item(item, words, dice, xml);
        const bool is_last = item + 1 == items;
        if (is_last || (item + 1) % items_per_sublevel == 0) xml += "      </level>\n";
        if (is_last || (item + 1) % items_per_level == 0) xml += "    </level>\n";
        if (is_revised(item))
            append_revision(item, words, dice, revisions);
        else
            deletions += "      <delete item=\"" + item_id(item) + "\"/>\n";
    }
    xml += "  </plan>\n  <amendments>\n    <section><number>１．</number>"
           "<title>業績目標及び成果目標を修正するもの</title>\n" +
           revisions + "    </section>\n";
    if (!deletions.empty())
        xml += "    <section><number>２．</number><title>業績目標・成果目標を削除するもの</title>\n" +
               deletions + "    </section>\n";
    return xml + "  </amendments>\n</amendmentPaper>\n";
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t items = argc == 3 ? std::strtoul(argv[1], nullptr, 10) : 0;
    if (items == 0) {
        std::fputs("usage: make_papers ITEMS SEED > paper.xml\n", stderr);
        return 2;
    }
    const std::string xml = make_paper(items, Dice{std::strtoul(argv[2], nullptr, 10)});
    return std::fwrite(xml.data(), 1, xml.size(), stdout) == xml.size() && std::fflush(stdout) == 0 ? 0 : 1;
}
