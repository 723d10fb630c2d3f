// Cells of a free table that an amendment names by number or by heading.

#include "support.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

const std::string table = "<table><row header='yes'><cell>講座</cell><cell>時期</cell><cell>定員</cell></row>"
                          "<row><cell rowSpan='2'>入門</cell><cell>春</cell><cell>30人</cell></row>"
                          "<row><cell>秋</cell><cell>30人</cell></row>"
                          "<row><cell>応用</cell><cell>冬</cell><cell>20人</cell></row>"
                          "<row><cell>応用</cell><cell>春</cell><cell>10人</cell></row></table>";

std::string slips_of(const std::string& cells) {
    return slips(paper_file("<item id='a'><title>一</title>" + table + "</item>",
                            "<revise item='a'><table>" + cells + "</table></revise>"));
}

TEST_CASE("欄は、行と列の見出しや番号で指せる") {
    CHECK(slips_of("<cell row='秋' column='定員'>25人</cell>") == "");
    CHECK(slips_of("<cell row='入門' column='定員'>25人</cell>") == "");
    CHECK(slips_of("<cell row='４' column='３'>25人</cell>") == "");
    CHECK(slips_of("<cell row='3' column='1'>基礎</cell>") == ""); // it reaches down from the row above
}

TEST_CASE("同じ見出しの行が二つあれば、番号で指す") {
    CHECK(slips_of("<cell row='応用' column='定員'>25人</cell>") ==
          "T259 表に「応用」という行が二つ以上あります。上や左から数えた番号で書いてください。\n");
}

TEST_CASE("ない行や列は断る") {
    CHECK(slips_of("<cell row='上級' column='6'>25人</cell>").starts_with("T237 "));
}

TEST_CASE("同じ欄は二度書けない") {
    CHECK(slips_of("<cell row='秋' column='定員'>25人</cell><cell row='3' column='3'>26人</cell>")
              .starts_with("T213 "));
}

} // namespace
} // namespace taisho::test
