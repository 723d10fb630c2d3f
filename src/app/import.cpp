#include "app/import.h"

#include "app/load_paper.h"
#include "app/write_file.h"
#include "data/data_table.h"
#include "merge/describe_edits.h"
#include "merge/make_edits.h"
#include "merge/names.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "revise/revisions.h"
#include "xlsx/read_workbook.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <iostream>
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
EditsToMake choose(const Edits& found, const EditedWorkbook& workbook, const DataTable& data,
                   const ImportOptions& options, Diagnostics& diagnostics) {
    EditsToMake edits{found.changes, {}, {}, found.added};
    std::vector<DataPlace> removed = found.removed;
    for (const TextEdit& conflict : found.conflicts) {
        if (options.prefer == Prefer::neither) edits.conflicts.push_back(conflict);
        if (options.prefer != Prefer::workbook) continue;
        if (conflict.row == nullptr)
            removed.push_back(conflict.place);
        else
            edits.texts.push_back(conflict);
    }
    edits.removals = resolve_removals(removed, workbook, data, diagnostics);
    return edits;
}

// ---- whether the new paper says what the workbook says ----

struct Written {
    const LoadedPaper& paper;
    std::string bytes;
};

// The texts that were edited and say something else in the new paper.
std::string find_difference(const std::vector<TextEdit>& texts, const DataTable& now,
                            const DataTable& before) {
    std::map<DataPlace, std::string_view> said;
    for (const DataRow& row : now.rows) said.emplace(place_of(now, row), row.text);
    for (const TextEdit& edit : texts) {
        const auto found = said.find(edit.place);
        const bool gone = found == said.end() && edit.sheet.empty(); // a reason or note that was taken away
        if (!gone && (found == said.end() || found->second != edit.sheet)) return name_of(edit.place, before);
    }
    return {};
}

bool check(const Written& written, const std::string& name, const std::vector<TextEdit>& texts,
           const DataTable& before, Sources& sources, Diagnostics& diagnostics) {
    sources.push_back({name, written.bytes});
    const auto root = read_xml(sources, static_cast<std::uint16_t>(sources.size() - 1), diagnostics);
    auto paper = root ? read_paper(*root, diagnostics) : std::nullopt;
    if (!paper) return false;
    if (paper->reference) paper->plan = written.paper.paper.plan;
    const Revisions revisions = revise(*paper, diagnostics);
    if (has_errors(diagnostics)) return false;
    const std::string difference = find_difference(texts, make_data(revisions), before);
    if (!difference.empty()) add_error(diagnostics, Code::edits_differ, {}, {difference});
    return difference.empty();
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
    const auto workbook =
        sheets ? read_edited(*sheets, options.workbook.string(), sources, diagnostics) : std::nullopt;
    const auto target = workbook ? find_paper(options, workbook->paper_file, diagnostics) : std::nullopt;
    const auto loaded = target ? load_paper(*target, sources, diagnostics) : std::nullopt;
    if (!loaded) return finish(Outcome::bad_input);
    const Revisions revisions = revise(loaded->paper, diagnostics);
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);

    const DataTable data = make_data(revisions);
    const bool same_paper = digest_of(files_of(*loaded), sources) == workbook->digest;
    const Edits found = find_edits(*workbook, data, same_paper, diagnostics);
    EditsToMake edits = choose(found, *workbook, data, options, diagnostics);
    std::cout << describe(edits, *workbook, data, options.language) << advice(edits, options);
    if (!edits.conflicts.empty())
        add_error(diagnostics, Code::edits_conflict, {}, {std::to_string(edits.conflicts.size())});
    if (!options.deletes) edits.removals.clear();
    const bool nothing = edits.texts.empty() && edits.added.empty() && edits.removals.empty();
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);
    if (nothing) return finish(Outcome::done);

    const Paper paper =
        make_edits(loaded->paper, data, *workbook, edits.texts, edits.removals, edits.added, diagnostics);
    if (has_errors(diagnostics)) return finish(Outcome::bad_input);
    const Element& root = loaded->roots.front();
    const Written written{*loaded, patch_xml(sources[root.at.source], root, to_element(paper))};
    if (!check(written, target->string(), edits.texts, data, sources, diagnostics))
        return finish(Outcome::bad_input);
    if (!options.yes) return finish(Outcome::done);
    if (!write(*target, written, sources, diagnostics)) return finish(Outcome::cannot_write);
    std::cout << target->string() << '\n';
    return finish(Outcome::done);
}

} // namespace taisho
