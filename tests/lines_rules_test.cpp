// What must hold for every line of every paper: nothing forbidden begins or ends it, it stays in its area, no
// paragraph ends with a single character, and the same text breaks the same way wherever it has the same
// room.

#include "document/compose.h"
#include "generated_papers.h"
#include "kinsoku.h"
#include "layout/flow.h"
#include "revise/revisions.h"
#include "support.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/jlreq.h"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace taisho::test {
namespace {

// What a reader would find wrong in the lines of a paper, with the text.
using Faults = std::vector<std::string>;

// Half-width brackets as well, and ％.
bool may_not_begin(char32_t c) {
    return may_not_begin_line(c) || is_closing(c) || class_of(c) == CharClass::postfix;
}

bool may_not_end(char32_t c) { return may_not_end_line(c) || is_opening(c); }

// Characters but closing marks and blanks.
int characters_in(const ShapedText& text, const FittedLine& line) {
    int count = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const char32_t c = decode(text.utf8, text.glyphs[i].begin).character;
        count += !is_closing(c) && !is_comma_or_stop(c) && !is_combining(c) && c != U' ' && c != U'　';
    }
    return count;
}

void check_lines(const SetParagraph& set, const ShapedText& text, Faults& faults) {
    const auto room = std::int64_t{set.width.mpt} * 1000 / set.size.mpt;
    for (std::size_t i = 0; i < set.lines.size(); ++i) {
        const FittedLine& line = set.lines[i];
        if (line.first == line.last) continue;
        const bool soft_begin = i > 0 && set.lines[i - 1].end == line.begin;
        const bool soft_end = i + 1 < set.lines.size() && set.lines[i + 1].begin == line.end;
        const std::string words = text.utf8.substr(line.begin, line.end - line.begin);
        const char32_t first = decode(text.utf8, text.glyphs[line.first].begin).character;
        const char32_t last = decode(text.utf8, text.glyphs[line.last - 1].begin).character;
        if (soft_begin && may_not_begin(first)) faults.push_back("行の初め：" + words);
        if (soft_end && may_not_end(last)) faults.push_back("行の終わり：" + words);
        if (soft_begin && !soft_end && characters_in(text, line) < 2) faults.push_back("一字：" + text.utf8);
        if (line.indent + line.width > room) faults.push_back("はみ出す：" + words);
        if (line.ended < Break::poor) faults.push_back("譲った：" + words);
    }
}

// Texts and their lines by the room they had.
using Broken =
    std::map<std::tuple<std::string, std::int32_t, Align, std::uint32_t>, std::vector<std::uint32_t>>;

void check_sameness(const SetParagraph& set, const ShapedText& text, Broken& known, Faults& faults) {
    std::vector<std::uint32_t> ends;
    for (const FittedLine& line : set.lines) ends.push_back(line.end);
    const Paragraph& paragraph = *set.paragraph;
    const auto [entry, is_new] =
        known.try_emplace({text.utf8, set.width.mpt, paragraph.style.align, paragraph.hang}, std::move(ends));
    if (!is_new && entry->second.size() != set.lines.size()) faults.push_back("不ぞろい：" + text.utf8);
}

Faults faults_of(const std::string& file, std::string_view style) {
    Diagnostics diagnostics;
    const Document document = compose(revise(read(file), diagnostics), style_named(style));
    Typesetter typesetter(fonts(), document.typesetting, diagnostics);
    const Flow flow = set_document(document, paper_medium(document.page), typesetter);
    Faults faults;
    Broken known;
    const auto check = [&](const SetParagraph& set) {
        check_lines(set, typesetter.text(set.text), faults);
        check_sameness(set, typesetter.text(set.text), known, faults);
    };
    for (const SetBlock& block : flow.blocks) {
        if (const auto* paragraph = std::get_if<SetParagraph>(&block)) {
            check(*paragraph);
            continue;
        }
        for (const SetRow& row : std::get<SetTable>(block).rows) {
            for (const SetCell& cell : row.cells) {
                for (const SetParagraph& paragraph : cell.paragraphs) check(paragraph);
            }
        }
    }
    return faults;
}

TEST_CASE("どの資料のどの行も、禁則を守り、はみ出さず、一字だけで終わらない") {
    Dice dice(41);
    for (int n = 0; n < 4; ++n) {
        const std::string file = generated_paper(60, dice);
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"})
            CHECK(faults_of(file, style) == Faults{});
    }
}

TEST_CASE("資料３と環境計画の行も、そのとおり") {
    for (const auto& file : {real_paper, other_paper}) {
        for (const std::string_view style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"})
            CHECK(faults_of(read_bytes(file), style) == Faults{});
    }
}

} // namespace
} // namespace taisho::test
