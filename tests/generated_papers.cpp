#include "generated_papers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace taisho::test {

std::string element(std::string_view name, const std::string& content) {
    return "<" + std::string(name) + ">" + content + "</" + std::string(name) + ">";
}

namespace {

// Sentences up to `length` characters, begun anywhere in the row of words.
std::string words(std::size_t length, Dice& dice) {
    static const std::vector<std::string> row = {
        "地", "域", "福", "祉", "の", "推", "進", "に", "当", "た", "り", "、", "関", "係", "機", "関",
        "と", "連", "携", "し", "、", "切", "れ", "目", "の", "な", "い", "支", "援", "を", "行", "う",
        "。", "年", "に", "１", "０", "回", "以", "上", "、", "５", "％", "増", "を", "目", "指", "す"};
    std::string text;
    for (std::size_t i = 0, at = dice.below(row.size()); i < length; ++i) text += row[(at + i) % row.size()];
    return text;
}

// Mostly a few words, now and then a text that fills pages.
std::size_t length(std::size_t most, Dice& dice) {
    switch (dice.below(12)) {
    case 0: return 1 + dice.below(most * 40);
    case 1:
    case 2: return 1 + dice.below(most * 6);
    default: return 1 + dice.below(most);
    }
}

struct GoalShape {
    std::size_t years = 1, rows = 0; // 0: one row without a label
};

constexpr std::array labels{"●業績目標", "●成果目標"};
constexpr std::array kinds{"output", "outcome"};

std::string goal_of(std::size_t which, const GoalShape& shape, Dice& dice) {
    std::string columns,
        xml = "<goal kind='" + std::string(kinds[which]) + "' label='" + labels[which] + "'>";
    for (std::size_t i = 0; i < shape.years; ++i) columns += element("column", "R" + std::to_string(6 + i));
    if (dice.below(3) > 0) xml += element("statement", words(length(50, dice), dice));
    xml += element("columns", columns);
    for (std::size_t r = 0; r < std::max<std::size_t>(shape.rows, 1); ++r) {
        xml += shape.rows == 0 ? "<row>" : "<row label='種別" + std::to_string(r + 1) + "'>";
        for (std::size_t i = 0; i < shape.years; ++i) xml += element("value", words(length(12, dice), dice));
        xml += "</row>";
    }
    return xml + "</goal>";
}

std::string table_of(std::size_t rows, Dice& dice) {
    std::string xml = "<table label='■一覧'><row header='yes'><cell>名</cell><cell>内容</cell></row>";
    for (std::size_t r = 0; r < rows; ++r)
        xml += "<row><cell>事業" + std::to_string(r + 1) + "</cell>" +
               element("cell", words(length(20, dice), dice)) + "</row>";
    return xml + "</table>";
}

// An item and what is done to it.
struct Item {
    std::string plan, amendment;
};

std::string changes_of(const GoalShape& shape, std::size_t which, Dice& dice) {
    std::string xml = "<goal kind='" + std::string(kinds[which]) + "'>";
    const std::string row = shape.rows == 0 ? "" : " row='種別" + std::to_string(shape.rows) + "'";
    return xml + "<value column='R6'" + row + ">改" + words(length(12, dice), dice) + "</value>" +
           (dice.below(4) == 0 ? element("reason", words(length(30, dice), dice)) : "") + "</goal>";
}

Item item_of(std::size_t number, Dice& dice) {
    const std::string id = "i" + std::to_string(number);
    std::string body, changes;
    if (dice.below(2) == 0) {
        body += "<description label='●内容'>" + words(length(80, dice), dice) + "</description>";
        if (dice.below(3) == 0) changes += element("description", words(length(80, dice), dice) + "改");
    }
    for (std::size_t which = 0, count = dice.below(3); which < count; ++which) {
        const GoalShape shape{1 + dice.below(6), dice.below(4) == 0 ? dice.below(12) : 0};
        body += goal_of(which, shape, dice), changes += changes_of(shape, which, dice);
    }
    if (dice.below(6) == 0 || changes.empty()) {
        body += table_of(1 + dice.below(40), dice);
        changes +=
            "<table><cell row='事業1' column='内容'>改" + words(length(20, dice), dice) + "</cell></table>";
    }
    Item item;
    item.plan = "<item id='" + id + "'>" + element("number", "（" + std::to_string(number % 20 + 1) + "）") +
                element("title", "項目第" + std::to_string(number) + words(dice.below(40), dice)) + body +
                "</item>";
    item.amendment = dice.below(5) == 0 ? "<delete item='" + id + "'/>"
                                        : "<revise item='" + id + "'>" + changes + "</revise>";
    return item;
}

} // namespace

std::string generated_paper(std::size_t items, Dice& dice) {
    std::string plan, amendments;
    std::size_t open = 0, levels = 0;
    for (std::size_t i = 0; i < items; ++i) {
        const bool turns = i % 4 == 0;
        for (std::size_t closed = turns ? dice.below(open + 1) : 0; closed > 0; --closed, --open)
            plan += "</level>";
        for (std::size_t more = turns ? 1 + dice.below(3) : 0; more > 0 && open < 5; --more, ++open) {
            plan += "<level id='l" + std::to_string(++levels) + "'>";
            if (dice.below(4) > 0) plan += element("number", "第" + std::to_string(open + 1) + "章");
            plan += element("title", "階層" + std::to_string(levels) + words(dice.below(60), dice));
        }
        const Item item = item_of(i, dice);
        plan += item.plan, amendments += item.amendment;
    }
    for (; open > 0; --open) plan += "</level>";
    return paper_file(plan, amendments);
}

} // namespace taisho::test
