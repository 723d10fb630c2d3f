// Every kind of amendment, from the paper to what is compared.

#include "revise/revisions.h"
#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

// A level 「1」 with the items a ①, b ② and c ③, and a level 「2」 that is empty.
std::string plan() {
    const auto item = [](const std::string& id, const std::string& number, const std::string& title) {
        return "<item id='" + id + "'><number>" + number + "</number><title>" + title +
               "</title><description>" + title + "を進めます。</description></item>";
    };
    return "<level id='1'><number>第１章　</number><title>福祉</title>" + item("a", "①", "相談") +
           item("b", "②", "見守り") + item("c", "③", "送迎") +
           "</level><level id='2'><number>第２章　</number><title>教育</title></level>";
}

std::string revised(const std::string& amendments) {
    const Paper paper = read(paper_file(plan(), amendments));
    Diagnostics diagnostics;
    std::string text = dump(revise(paper, diagnostics));
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) text += sentence(diagnostic, Language::japanese) + "\n";
    }
    const std::string section = "１．修正\n";
    REQUIRE(text.starts_with(section));
    return text.substr(section.size());
}

std::string slips_of(const std::string& amendments) { return slips(paper_file(plan(), amendments)); }

TEST_CASE("項目の名称と番号を変える") {
    CHECK(revised("<revise item='a'><number>一</number><title>相談と支援</title></revise>") ==
          "  revised 第１章　福祉 > ①相談\n"
          "    number ⟦①⟧ → ⟦一⟧\n"
          "    title 相談 → 相談⟦と支援⟧\n"
          "    description\n"
          "      text = 相談を進めます。\n");
}

TEST_CASE("階層の名称を変える") {
    CHECK(revised("<revise level='2'><title>教育と文化</title></revise>") ==
          "  revised 第２章　教育\n"
          "    title 教育 → 教育⟦と文化⟧\n");
}

TEST_CASE("誤記の訂正は、修正と区別する") {
    CHECK(revised("<correct item='a'><description>相談をすすめます。</description></correct>") ==
          "  corrected 第１章　福祉 > ①相談\n"
          "    description\n"
          "      text 相談を⟦進め⟧ます。 → 相談を⟦すすめ⟧ます。\n");
}

TEST_CASE("削除で後ろの番号を繰り上げる") {
    CHECK(revised("<delete item='a' shift='yes'/>") == "  deleted 第１章　福祉 > ①相談\n"
                                                       "    number ⟦①⟧ → ∅\n"
                                                       "    title ⟦相談⟧ → ∅\n"
                                                       "    description\n"
                                                       "      text ⟦相談を進めます。⟧ → ∅\n"
                                                       "  renumbered 第１章　福祉 > ②見守り\n"
                                                       "    number ⟦②⟧ → ⟦①⟧\n"
                                                       "    description\n"
                                                       "      text = 見守りを進めます。\n"
                                                       "  renumbered 第１章　福祉 > ③送迎\n"
                                                       "    number ⟦③⟧ → ⟦②⟧\n"
                                                       "    description\n"
                                                       "      text = 送迎を進めます。\n");
}

TEST_CASE("追加で後ろの番号を繰り下げる") {
    CHECK(revised("<add after='b' shift='yes'><item id='n'><number>③</number><title>居場所</title></item>"
                  "</add>") == "  added 第１章　福祉 > ③居場所\n"
                               "    number ∅ → ⟦③⟧\n"
                               "    title ∅ → ⟦居場所⟧\n"
                               "  renumbered 第１章　福祉 > ③送迎\n"
                               "    number ⟦③⟧ → ⟦④⟧\n"
                               "    description\n"
                               "      text = 送迎を進めます。\n");
}

TEST_CASE("移動は、前の位置と後の位置を並べる") {
    CHECK(revised("<move item='c' to='2' shift='yes'><number>①</number></move>") ==
          "  moved 第１章　福祉 > ③送迎\n"
          "    place ⟦第１章　福祉⟧ → ⟦第２章　教育⟧\n"
          "    number ⟦③⟧ → ⟦①⟧\n"
          "    description\n"
          "      text = 送迎を進めます。\n");
}

TEST_CASE("番号だけを変える") {
    CHECK(revised("<renumber item='c'><number>④</number><reason>欠番とするため。</reason></renumber>") ==
          "  renumbered 第１章　福祉 > ③送迎\n"
          "    number ⟦③⟧ → ⟦④⟧\n"
          "    description\n"
          "      text = 送迎を進めます。\n"
          "    reason 欠番とするため。\n");
}

TEST_CASE("統合では、なくなる項目が残る項目を指す") {
    CHECK(revised("<merge into='a'><from item='b'/><title>相談と見守り</title></merge>") ==
          "  revised 第１章　福祉 > ①相談\n"
          "    title 相談 → 相談⟦と見守り⟧\n"
          "    description\n"
          "      text = 相談を進めます。\n"
          "  merged 第１章　福祉 > ②見守り\n"
          "    other ①相談と見守り\n"
          "    number ⟦②⟧ → ∅\n"
          "    title ⟦見守り⟧ → ∅\n"
          "    description\n"
          "      text ⟦見守りを進めます。⟧ → ∅\n");
}

TEST_CASE("新しい項目に統合できる") {
    CHECK(revised("<add before='a'><item id='n'><number>①</number><title>見守る相談</title></item></add>"
                  "<merge into='n'><from item='a'/><from item='b'/></merge>") ==
          "  added 第１章　福祉 > ①見守る相談\n"
          "    number ∅ → ⟦①⟧\n"
          "    title ∅ → ⟦見守る相談⟧\n"
          "  merged 第１章　福祉 > ①相談\n"
          "    other ①見守る相談\n"
          "    number ⟦①⟧ → ∅\n"
          "    title ⟦相談⟧ → ∅\n"
          "    description\n"
          "      text ⟦相談を進めます。⟧ → ∅\n"
          "  merged 第１章　福祉 > ②見守り\n"
          "    other ①見守る相談\n"
          "    number ⟦②⟧ → ∅\n"
          "    title ⟦見守り⟧ → ∅\n"
          "    description\n"
          "      text ⟦見守りを進めます。⟧ → ∅\n");
}

TEST_CASE("加えたばかりの項目は、加えるときに書く") {
    CHECK(slips_of("<add level='2'><item id='n'><title>支援</title></item></add>"
                   "<revise item='n'><title>相談</title></revise>")
              .starts_with("T203 "));
    CHECK(slips_of("<add level='2'><item id='n'><title>支援</title></item></add>"
                   "<split item='n'><item id='m'><title>相談</title></item></split>")
              .starts_with("T203 "));
}

TEST_CASE("分割では、新しい項目が元の項目を指し、すぐ後ろに並ぶ") {
    CHECK(revised("<split item='a' shift='yes'><item id='n'><number>②</number><title>支援</title></item>"
                  "</split>")
              .starts_with("  revised 第１章　福祉 > ①相談\n"
                           "    description\n"
                           "      text = 相談を進めます。\n"
                           "  split 第１章　福祉 > ②支援\n"
                           "    other ①相談\n"
                           "    number ∅ → ⟦②⟧\n"
                           "    title ∅ → ⟦支援⟧\n"
                           "  renumbered 第１章　福祉 > ②見守り\n"
                           "    number ⟦②⟧ → ⟦③⟧\n"));
}

TEST_CASE("名称の変更は、計画全体の場所と数を挙げる") {
    CHECK(revised("<rename from='相談' to='総合相談'/>") == "  renamed 相談 → 総合相談\n"
                                                            "    1 第１章　福祉 > ①総合相談\n"
                                                            "    1 第１章　福祉 > ①総合相談 / description\n");
}

TEST_CASE("改称は同時に行い、名前を入れかえられる") {
    CHECK(revised("<rename from='相談' to='送迎'/><rename from='送迎' to='相談'/>") ==
          "  renamed 相談 → 送迎\n"
          "    1 第１章　福祉 > ①送迎\n"
          "    1 第１章　福祉 > ①送迎 / description\n"
          "  renamed 送迎 → 相談\n"
          "    1 第１章　福祉 > ③相談\n"
          "    1 第１章　福祉 > ③相談 / description\n");
}

TEST_CASE("変わらない項目は、続けて略せる") {
    CHECK(revised("<unchanged item='a' through='c'/>") == "  unchanged 第１章　福祉 > ①相談 … ③送迎\n");
}

TEST_CASE("階層を削除すると、中の項目も削除される") {
    CHECK(revised("<delete level='1'/>").find("  deleted 第１章　福祉 > ③送迎\n") != std::string::npos);
}

TEST_CASE("階層を、中の項目ごと加える") {
    CHECK(revised("<add after='2'><level id='3'><title>文化</title><item id='n'><title>祭り</title></item>"
                  "</level></add>") == "  added 文化\n"
                                       "    title ∅ → ⟦文化⟧\n"
                                       "  added 文化 > 祭り\n"
                                       "    title ∅ → ⟦祭り⟧\n");
}

TEST_CASE("計画の名称と期間と名簿を変える") {
    CHECK(revised("<revisePlan from='R6' to='R11'><title>第２次計画</title><bodyNames><name>市</name>"
                  "</bodyNames></revisePlan>") == "  revised \n"
                                                  "    title ∅ → ⟦第２次計画⟧\n"
                                                  "    passage\n"
                                                  "      label = 計画期間\n"
                                                  "      text ∅ → ⟦R6～R11⟧\n"
                                                  "    passage\n"
                                                  "      label = 実施主体の名簿\n"
                                                  "      text ∅ → ⟦市⟧\n");
}

TEST_CASE("一つの文だけに理由を付けられる") {
    CHECK(revised("<revise item='a'><description>相談を広げます。<reason>需要が増えたため。</reason>"
                  "</description></revise>")
              .find("      reason 需要が増えたため。\n") != std::string::npos);
}

TEST_CASE("項目に文を加え、なくす") {
    CHECK(revised("<revise item='a'><add after='description'><footnote label='※'>注です。</footnote></add>"
                  "<delete field='description'/></revise>") == "  revised 第１章　福祉 > ①相談\n"
                                                               "    description\n"
                                                               "      text ⟦相談を進めます。⟧ → ∅\n"
                                                               "    footnote\n"
                                                               "      label ∅ → ⟦※⟧\n"
                                                               "      text ∅ → ⟦注です。⟧\n");
}

TEST_CASE("二つ目の文は、前の文を消しても、計画の二つ目") {
    const std::string item = "<item id='p'><title>方針</title><passage>一の段落です。</passage>"
                             "<passage>二の段落です。</passage><passage>三の段落です。</passage></item>";
    const Paper paper =
        read(paper_file(item, "<revise item='p'><delete field='passage#1'/><replace field='passage#2'>"
                              "<passage>二の段落を改めます。</passage></replace></revise>"));
    Diagnostics diagnostics;
    CHECK(dump(revise(paper, diagnostics)) == "１．修正\n"
                                              "  revised 方針\n"
                                              "    passage\n"
                                              "      text ⟦一の段落です。⟧ → ∅\n"
                                              "    passage\n"
                                              "      text 二の段落⟦です⟧。 → 二の段落⟦を改めます⟧。\n"
                                              "    passage\n"
                                              "      text = 三の段落です。\n");
}

// ---- slips ----

TEST_CASE("自分の中へは移せない") {
    CHECK(slips_of("<move level='1' to='1'/>") == "T219 「1」を、「1」自身の中や前後へは移せません。\n");
    CHECK(slips_of("<move item='a' after='a'/>") == "T219 「a」を、「a」自身の中や前後へは移せません。\n");
}

TEST_CASE("移す先のない移動は断る") {
    CHECK(slips_of("<move item='a'/>") == "T113 <move> に属性 to が必要です。\n");
}

TEST_CASE("互いの中へは移せない") {
    CHECK(slips_of("<move level='1' to='2'/><move level='2' to='1'/>") ==
          "T220 「2」を「1」の中へは移せません。「1」は、先の修正で「2」の中に移されています。\n");
}

TEST_CASE("削除する階層の中の項目は修正できない") {
    CHECK(
        slips_of("<revise item='a'><title>支援</title></revise><delete level='1'/>") ==
        "T228 「a」は、削除される「1」の中にあります。先に「a」を移すか、どちらかの修正を消してください。\n");
}

TEST_CASE("置く場所の目印は、その階層の中から選ぶ") {
    CHECK(slips_of("<add level='2' after='a'><item id='n'><title>支援</title></item></add>") ==
          "T229 「a」は「2」の中にありません。\n");
}

TEST_CASE("項目と階層を取り違えれば、書き方を言う") {
    CHECK(slips_of("<delete item='1'/>") ==
          "T234 「1」は項目ではなく階層です。level=\"1\" と書いてください。\n");
    CHECK(slips_of("<delete level='a'/>") ==
          "T235 「a」は階層ではなく項目です。item=\"a\" と書いてください。\n");
}

TEST_CASE("自分自身には統合できない") {
    CHECK(slips_of("<merge into='a'><from item='a'/><title>支援</title></merge>") ==
          "T239 「a」を「a」自身に統合しています。\n");
}

TEST_CASE("どこにもない言葉は改められない") {
    CHECK(slips_of("<rename from='福祉総務課' to='地域福祉課'/>") ==
          "T231 「福祉総務課」は、修正後の計画のどこにもありません。字の違いがないか確かめてください。\n");
}

TEST_CASE("長い言葉の一部は変えず、場所を知らせる") {
    CHECK(slips_of("<rename from='相談' to='支援'/><rename from='迎' to='届'/>") ==
          "T232 長い言葉の一部なので、変えていません：「送迎」（変えるときは partOfWord=\"yes\"）\n"
          "T232 長い言葉の一部なので、変えていません：「送迎」（変えるときは partOfWord=\"yes\"）\n"
          "T231 「迎」は、修正後の計画のどこにもありません。字の違いがないか確かめてください。\n");
}

TEST_CASE("略す項目は、順に並んでいる") {
    CHECK(slips_of("<unchanged item='c' through='a'/>") ==
          "T247 「a」は、「c」と同じ階層の、それより後ろの項目ではありません。\n");
}

TEST_CASE("数えられない番号は繰り上げられない") {
    CHECK(slips(paper_file("<item id='a'><number>壱</number><title>一</title></item>",
                           "<delete item='a' shift='yes'/>")) ==
          "T233 「壱」の次の番号が分からないので、後ろの番号をずらせません。shift をやめて、<renumber> "
          "で番号を書いてください。\n");
}

} // namespace
} // namespace taisho::test
