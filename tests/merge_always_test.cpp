// What must always hold of papers that nobody has written and edits that nobody has thought of.

#include "edited_book.h"
#include "generated_papers.h"
#include "model/write_paper.h"
#include "random_plan.h"
#include "revise/derive.h"
#include "revise/revisions.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace taisho;
using namespace taisho::test;

namespace {

bool can_be_built(const std::string& file) {
    Diagnostics diagnostics;
    revise(read(file), diagnostics);
    return !has_errors(diagnostics);
}

// A paper with the amendments that lead from one random plan to another.
std::string random_paper(Dice& dice) {
    Paper paper;
    paper.title = text("題名");
    paper.plan = random_plan(dice);
    paper.plan.years.reset(), paper.plan.body_names.clear(); // of which the checks would say much
    Plan after = edited(paper.plan, dice);
    after.years.reset(), after.body_names.clear();
    Diagnostics diagnostics;
    paper.sections = derive(paper.plan, after, diagnostics);
    const std::string file = dump(paper);
    return paper.sections.empty() || !can_be_built(file) ? "" : file;
}

bool can_be_edited(const EditedBook& book, const std::string& id) {
    return std::ranges::any_of(book.control, [&](const auto& row) { return row.size() > 1 && row[1] == id; });
}

// Edits some of the texts that may be edited; by ID what they become.
std::map<std::string, std::string> edit(EditedBook& book, Dice& dice) {
    static const std::vector<std::string> words = {
        "7校区", "前年度比６％増", "新しい文です。\n次の行", "市（福祉総務課）", "＝A1", "―"};
    std::map<std::string, std::string> edits;
    for (auto& row : book.rows) {
        if (dice.below(6) != 0 || !can_be_edited(book, row["ID"])) continue;
        const bool in_one_line = row["内容"] == "ページ" || row["内容"] == "名称" || row["内容"] == "番号" ||
                                 row["内容"] == "付記";
        row["表記"] = in_one_line ? words.front() : dice.pick(words);
        edits[row["ID"]] = row["表記"];
    }
    return edits;
}

std::map<std::string, std::string> texts_of(const EditedBook& book) {
    std::map<std::string, std::string> texts;
    for (const auto& row : book.rows) {
        const auto text = row.find("表記");
        texts[row.at("ID")] = text == row.end() ? std::string() : text->second;
    }
    return texts;
}

} // namespace

TEST_CASE("どの資料も、直していないブックを取り込むと一バイトも変わらない") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed);
        const std::string file =
            seed % 3 == 0 ? generated_paper(1 + dice.below(6), dice) : random_paper(dice);
        if (file.empty()) continue;
        INFO("seed ", seed);
        REQUIRE(import(file, book_of(file)) == Imported{file, "", "直されたところはありません。\n"});
    }
}

TEST_CASE("どの資料でも、直した文は取り込んだあとの資料のブックに出て、ほかの文は変わらない") {
    std::size_t edited_texts = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed + 5000);
        const std::string file =
            seed % 3 == 0 ? generated_paper(1 + dice.below(6), dice) : random_paper(dice);
        if (file.empty()) continue;
        EditedBook book = book_of(file);
        const std::map<std::string, std::string> edits = edit(book, dice);
        const Imported imported = import(file, book);
        INFO("seed ", seed, "\n", file, "\n", imported.edits, imported.messages, imported.file);
        REQUIRE(imported.messages == "");
        if (!can_be_built(imported.file))
            continue; // two items of one number and the like: the program refuses it
        std::map<std::string, std::string> wanted = texts_of(book);
        const std::map<std::string, std::string> got = texts_of(book_of(imported.file));
        for (const auto& [id, text] : edits) {
            REQUIRE_MESSAGE(got.contains(id), id);
            REQUIRE(got.at(id) == text);
        }
        for (const auto& [id, text] : got) {
            if (wanted.contains(id)) REQUIRE(text == wanted.at(id));
        }
        edited_texts += edits.size();
    }
    CHECK(edited_texts > 500);
}
