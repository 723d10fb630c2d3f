#include "app/build.h"

#include "app/stages.h"
#include "app/write_file.h"
#include "base/files.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "structure/structure.h"
#include "xlsx/write_xlsx.h"

#include <algorithm>
#include <iostream>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

fs::path target_of(const BuildOptions& options, const std::string& name, const char* extension) {
    const std::string suffix = name == default_template ? std::string() : "-" + name;
    return options.folder / (options.input.stem().string() + suffix + extension);
}

// What a run writes, and the files it must not write over.
struct Outputs {
    const Sources& sources;
    std::vector<StagedFile> staged;
    Diagnostics& diagnostics;
};

// Writes one output beside its target; `write` gets the name to write to.
template <class Write>
void write_staged(const fs::path& target, Write write, Outputs& outputs) {
    if (is_input(target, outputs.sources, outputs.diagnostics)) return;
    outputs.staged.push_back(stage(target));
    if (!write(outputs.staged.back().staged))
        add_error(outputs.diagnostics, Code::cannot_write, {}, {target.string()});
}

void write_outputs(const Loaded& loaded, const BuildOptions& options, Outputs& outputs) {
    Diagnostics& diagnostics = outputs.diagnostics;
    for (const auto& [name, style] : loaded.styles) {
        if (has_errors(diagnostics)) return; // what cannot be written once is not tried again
        const Document document = compose(loaded.revisions, style);
        if (options.pdf) {
            const Pages pages = lay_out_pages(document, loaded.fonts, diagnostics);
            const Structure structure = make_structure(document);
            write_staged(
                target_of(options, name, ".pdf"),
                [&](const fs::path& file) { return write_pdf(pages, structure, loaded.fonts, file); }, outputs);
        }
        if (options.xlsx && !has_errors(diagnostics)) {
            const Sheet sheet = lay_out_sheet(document, loaded.fonts);
            write_staged(
                target_of(options, name, ".xlsx"),
                [&](const fs::path& file) { return write_xlsx(sheet, file); }, outputs);
        }
    }
}

// Errors of layout are mistakes in the paper; the others are of files.
Outcome outcome_of(const Diagnostics& diagnostics) {
    const bool layout = std::ranges::any_of(diagnostics, [](const Diagnostic& d) {
        return d.severity == Severity::error &&
               (d.code == Code::too_many_columns || d.code == Code::emergency_break);
    });
    return layout ? Outcome::bad_input : Outcome::cannot_write;
}

} // namespace

Outcome build(const BuildOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const std::optional<Loaded> loaded =
        load(options.input, options.resources, options.templates, sources, diagnostics);
    if (options.strict) make_strict(diagnostics);
    if (!loaded || has_errors(diagnostics))
        return report(Outcome::bad_input, diagnostics, sources, options.language);

    std::error_code error;
    fs::create_directories(options.folder, error);
    Outputs outputs{sources, {}, diagnostics};
    write_outputs(*loaded, options, outputs);
    if (options.strict) make_strict(diagnostics);
    const bool good = !has_errors(diagnostics) && commit(outputs.staged, diagnostics);
    if (!good) {
        discard(outputs.staged);
        return report(outcome_of(diagnostics), diagnostics, sources, options.language);
    }
    for (const StagedFile& file : outputs.staged) std::cout << file.target.string() << '\n';
    return report(Outcome::done, diagnostics, sources, options.language);
}

} // namespace taisho
