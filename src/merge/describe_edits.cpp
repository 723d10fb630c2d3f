#include "merge/describe_edits.h"

#include "compare/pair.h"
#include "merge/names.h"

namespace taisho {
namespace {

struct Words {
    std::string_view was, becomes, paper_says, sheet_says, deleted_on_sheet, nothing;
    std::string_view conflict, removed, deleted, withdrawn, added, same;
};

constexpr Words japanese = {"もと",
                            "直し",
                            "資料",
                            "ブック",
                            "（行が消されています）",
                            "（なし）",
                            "【両方で変わっています】",
                            "【消す】",
                            "【項目を削除する】",
                            "【修正をやめる】",
                            "【加える】",
                            "直されたところはありません。\n"};
constexpr Words english = {"was",
                           "becomes",
                           "paper",
                           "workbook",
                           "(the row was deleted)",
                           "(nothing)",
                           "[changed on both sides] ",
                           "[remove] ",
                           "[delete the item] ",
                           "[no longer amended] ",
                           "[add] ",
                           "Nothing was edited.\n"};

void append_line(std::string_view mark, std::string_view text, std::string& description) {
    description.append("    ").append(mark).append("：").append(text).append("\n");
}

std::string or_nothing(std::string text, const Words& words) {
    return text.empty() ? std::string(words.nothing) : text;
}

// A text and what becomes of it.
void append_pair(std::string_view first, const std::string& before, std::string_view second,
                 const std::string& after, const Words& words, std::string& description) {
    const Text b{before, {}}, a{after, {}};
    const TextPair pair = pair_texts(&b, &a);
    append_line(first, or_nothing(with_marks(*pair.before), words), description);
    append_line(second, or_nothing(with_marks(*pair.after), words), description);
}

std::string place_of_edit(const TextEdit& edit, const EditedWorkbook& workbook, const PlaceNames& names) {
    const std::string cell =
        edit.row == nullptr ? std::string() : "（" + cell_name(workbook, *edit.row, DataColumn::text) + "）";
    return name_of(edit.place, names) + cell;
}

std::string place_of_added(const EditedRow& row) {
    std::string name;
    for (const DataColumn column :
         {DataColumn::item, DataColumn::field, DataColumn::row, DataColumn::column, DataColumn::part}) {
        const std::string_view text = row.text(column);
        if (!text.empty()) name.append(name.empty() ? "" : "　").append(text);
    }
    return name;
}

std::string_view word_of(const Removal& removal, const Words& words) {
    switch (removal.what) {
    case Removes::unit: return words.deleted;
    case Removes::amendment: return words.withdrawn;
    case Removes::field:
    case Removes::column:
    case Removes::row:
    case Removes::text: break;
    }
    return words.removed;
}

std::string count_line(const EditsToMake& edits, Language language) {
    const auto number = [](const auto& list) { return std::to_string(list.size()); };
    if (language == Language::japanese)
        return "直し " + number(edits.texts) + " 件、加える行 " + number(edits.added) + " 行、消すもの " +
               number(edits.removals) + " 件、両方で変わったもの " + number(edits.conflicts) + " 件\n";
    return number(edits.texts) + " edit(s), " + number(edits.added) + " row(s) to add, " +
           number(edits.removals) + " removal(s), " + number(edits.conflicts) + " conflict(s)\n";
}

} // namespace

std::string describe(const EditsToMake& edits, const EditedWorkbook& workbook, const PlaceNames& names,
                     Language language) {
    const Words& words = language == Language::japanese ? japanese : english;
    if (edits.texts.empty() && edits.conflicts.empty() && edits.removals.empty() && edits.added.empty())
        return std::string(words.same);
    std::string description;
    for (const TextEdit& edit : edits.texts) {
        description += place_of_edit(edit, workbook, names) + "\n";
        append_pair(words.was, edit.paper, words.becomes, edit.sheet, words, description);
    }
    for (const EditedRow* row : edits.added) {
        description.append(words.added).append(place_of_added(*row)) += "\n";
        append_line(words.becomes, row->text(DataColumn::text), description);
    }
    for (const Removal& removal : edits.removals)
        description.append(word_of(removal, words)).append(name_of(removal.place, names)) += "\n";
    for (const TextEdit& edit : edits.conflicts) {
        description.append(words.conflict).append(place_of_edit(edit, workbook, names)) += "\n";
        append_line(words.was, or_nothing(edit.base, words), description);
        if (edit.row == nullptr) {
            append_line(words.paper_says, edit.paper, description);
            append_line(words.sheet_says, words.deleted_on_sheet, description);
        } else {
            append_pair(words.paper_says, edit.paper, words.sheet_says, edit.sheet, words, description);
        }
    }
    return description + count_line(edits, language);
}

} // namespace taisho
