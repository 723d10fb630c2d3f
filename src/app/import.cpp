#include "app/import.h"

#include "app/load_paper.h"
#include "app/write_file.h"
#include "data/data_table.h"
#include "merge/describe_edits.h"
#include "merge/make_edits.h"
#include "merge/names.h"
#include "merge/settle_copies.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "revise/revisions.h"
#include "xlsx/read_workbook.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

// The file that the workbook was made from. A name with folders in it is none that we have written.
std::optional<fs::path> find_paper(const ImportOptions& options, const std::string& name,
                                   Diagnostics& diagnostics) {
    if (!options.into.empty()) return options.into;
    const bool plain = !name.empty() && name.find_first_of("/\\:") == std::string::npos && name != "..";
    for (const fs::path& folder : {options.workbook.parent_path(), fs::path()}) {
        std::error_code error;
        if (plain && fs::is_regular_file(folder / name, error)) return folder / name;
    }
    add_error(diagnostics, Code::paper_not_found, {}, {name});
    return std::nullopt;
}

// What is asked for of what was found. Undecided conflicts stay conflicts.
EditsToMake choose(const Edits& found, const EditedWorkbook& workbook, const PlaceNames& names,
                   const ImportOptions& options, Diagnostics& diagnostics) {
    EditsToMake edits{found.changes, {}, {}, found.added};
    std::vector<DataPlace> removed = found.removed;
    for (const TextEdit& conflict : found.conflicts) {
        if (options.prefer == Prefer::neither) edits.conflicts.push_back(conflict);
        if (options.prefer == Prefer::paper) continue;
        // Also as long as nothing is decided: else what is left of an item would seem to be removed in parts.
        if (conflict.row == nullptr) removed.push_back(conflict.place);
        if (conflict.row != nullptr && options.prefer == Prefer::workbook) edits.texts.push_back(conflict);
    }
    edits.removals = resolve_removals(removed, workbook, names, diagnostics);
    return edits;
}

// ---- whether the new paper says what the workbook says ----

struct Written {
    const LoadedPaper& paper;
    std::string bytes;
};

using Said = std::map<DataPlace, std::string_view>;

Said texts_of(const DataTable& table) {
    Said said;
    for (const DataRow& row : table.rows) said.emplace(place_of(table, row), row.text);
    return said;
}

// An item in which nothing differs any more has no rows: it says again what the plan says.
bool is_as_before(const TextEdit& edit, const Said& before, const PlaceNames& now) {
    DataPlace place = edit.place;
    place.side = Side::before;
    const auto found = before.find(place);
    return !now.units.contains(place.unit) && found != before.end() && found->second == edit.sheet;
}

// The first text that was edited and says something else in the new paper, or that nobody has edited and that
// does not say any more what it said. Numbers move with each other; after a removal names do.
std::optional<DataPlace> find_difference(const EditsToMake& edits, const DataTable& before,
                                         const DataTable& after) {
    const Said was = texts_of(before), now = texts_of(after);
    const PlaceNames names = place_names(after);
    std::set<DataPlace> edited;
    for (const TextEdit& edit : edits.texts) {
        edited.insert(edit.place);
        const auto found = now.find(edit.place);
        const bool gone = found == now.end() && edit.sheet.empty(); // a reason or note that was taken away
        const bool is_said = found != now.end() && found->second == edit.sheet;
        if (!is_said && !gone && !is_as_before(edit, was, names)) return edit.place;
    }
    if (!edits.removals.empty()) return std::nullopt;
    for (const auto& [place, text] : now) {
        const auto old = was.find(place);
        const bool may_differ = place.part == Part::number || edited.contains(place);
        if (!may_differ && old != was.end() && old->second != text) return place;
    }
    return std::nullopt;
}

// What the old paper has been told of already is not told again.
void append_new(const Diagnostics& further, Diagnostics& diagnostics) {
    std::set<std::pair<Code, std::vector<std::string>>> told;
    for (const Diagnostic& one : diagnostics) told.emplace(one.code, one.arguments);
    for (const Diagnostic& one : further) {
        if (!told.contains({one.code, one.arguments})) diagnostics.push_back(one);
    }
}

bool check(const Written& written, const std::string& name, const EditsToMake& edits,
           const PlaceNames& before, Sources& sources, Diagnostics& diagnostics) {
    sources.push_back({name, written.bytes});
    Diagnostics further;
    const auto root = read_xml(sources, static_cast<std::uint16_t>(sources.size() - 1), further);
    auto paper = root ? read_paper(*root, further) : std::nullopt;
    if (paper && paper->reference) paper->plan = written.paper.paper.plan;
    const Revisions revisions = paper ? revise(*paper, further) : Revisions{};
    append_new(further, diagnostics);
    if (!paper || has_errors(diagnostics)) return false;
    const auto difference = find_difference(edits, before.paper, make_data(revisions));
    if (difference) add_error(diagnostics, Code::edits_differ, {}, {name_of(*difference, before)});
    return !difference;
}

bool write(const fs::path& target, const Written& written, const Sources& sources, Diagnostics& diagnostics) {
    const SourceFile& old = sources[written.paper.roots.front().at.source];
    return write_file(target.string() + ".bak", old.bytes, diagnostics) &&
           write_file(target, written.bytes, diagnostics);
}

// ---- what is said besides the edits ----

std::string advice(const EditsToMake& edits, const ImportOptions& options) {
    const bool japanese = options.language == Language::japanese;
    const bool anything = !edits.texts.empty() || !edits.added.empty() || !edits.removals.empty();
    std::string text;
    if (!edits.removals.empty() && !options.deletes)
        text +=
            japanese
                ? "行が消されたところは、そのままにします。資料からも消すには --delete を付けてください。\n"
                : "What is to be removed stays; add --delete to remove it.\n";
    if (anything && !options.yes && edits.conflicts.empty())
        text += japanese ? "まだ書き込んでいません。書き込むには --yes を付けてください。\n"
                         : "Nothing is written yet; add --yes to write it.\n";
    return text;
}

} // namespace

Outcome import_workbook(const ImportOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const auto finish = [&](Outcome outcome) {
        return report(outcome, diagnostics, sources, options.language);
    };
    const auto sheets = read_workbook(options.workbook, diagnostics);
    auto workbook =
        sheets ? read_edited(*sheets, options.workbook.string(), sources, diagnostics) : std::nullopt;
    const auto target = workbook ? find_paper(options, workbook->paper_file, diagnostics) : std::nullopt;
    const auto loaded = target ? load_paper(*target, sources, diagnostics) : std::nullopt;
    if (!loaded) return finish(Outcome::bad_input);
    check_base(loaded->paper, diagnostics);
    const Revisions revisions = revise(loaded->paper, diagnostics);
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);

    const DataTable data = make_data(revisions);
    const PlaceNames names = place_names(data);
    const bool same_paper = digest_of(files_of(*loaded), sources) == workbook->digest;
    settle_copies(*workbook, names, same_paper, diagnostics);
    const Edits found = find_edits(*workbook, data, same_paper, diagnostics);
    EditsToMake edits = choose(found, *workbook, names, options, diagnostics);
    std::cout << describe(edits, *workbook, names, options.language) << advice(edits, options);
    if (!edits.conflicts.empty())
        add_error(diagnostics, Code::edits_conflict, {}, {std::to_string(edits.conflicts.size())});
    if (!options.deletes) edits.removals.clear();
    const bool nothing = edits.texts.empty() && edits.added.empty() && edits.removals.empty();
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);
    if (nothing) return finish(Outcome::done);

    const Paper paper =
        make_edits(loaded->paper, names, *workbook, edits.texts, edits.removals, edits.added, diagnostics);
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);
    const Element& root = loaded->roots.front();
    const Written written{*loaded, patch_xml(sources[root.at.source], root, to_element(paper))};
    if (!check(written, target->string(), edits, names, sources, diagnostics))
        return finish(Outcome::bad_input);
    if (!options.yes) return finish(Outcome::done);
    if (!write(*target, written, sources, diagnostics)) return finish(Outcome::cannot_write);
    std::cout << target->string() << '\n';
    return finish(Outcome::done);
}

} // namespace taisho
