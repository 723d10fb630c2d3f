#include "app/build.h"

#include "app/check_cells.h"
#include "app/load_paper.h"
#include "app/stages.h"
#include "app/write_file.h"
#include "base/files.h"
#include "data/csv.h"
#include "data/workbook_data.h"
#include "layout/lay_out.h"
#include "pdf/embedded_fonts.h"
#include "pdf/write_pdf.h"
#include "structure/structure.h"
#include "xlsx/write_xlsx.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

namespace taisho {
namespace {

namespace fs = std::filesystem;

fs::path target_of(const BuildOptions& options, const std::string& name, const std::string& end) {
    const std::string suffix = name == default_template ? std::string() : "-" + name;
    return options.folder / (options.input.stem().string() + suffix + end);
}

// Pages are those of one PDF: of the house style that was asked for on the command line.
bool is_wanted(const std::string& name, const BuildOptions& options) {
    if (options.pages.empty()) return true;
    return name == (options.templates.empty() ? default_template : options.templates.back());
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

// Whether the file was written or it was reported that a font is to blame.
bool write_or_blame(const Pages& pages, const Structure& structure, const FontBook& fonts,
                    const fs::path& file, Diagnostics& diagnostics) {
    if (write_pdf(pages, structure, fonts, file)) return true;
    const std::optional<std::uint8_t> unusable = find_unusable_face(pages, fonts);
    if (unusable) add_error(diagnostics, Code::damaged_font, {}, {fonts.describe(*unusable).file});
    return unusable.has_value();
}

void write_pages(const Pages& pages, const Structure& structure, const fs::path& target,
                 const FontBook& fonts, Outputs& outputs) {
    write_staged(
        target,
        [&](const fs::path& file) {
            return write_or_blame(pages, structure, fonts, file, outputs.diagnostics);
        },
        outputs);
}

void report_no_such_page(int page, const std::string& name, const PageNumbers& numbers,
                         Diagnostics& diagnostics) {
    const std::string asked = std::to_string(page), last = std::to_string(numbers.last);
    if (numbers.first == 1)
        add_error(diagnostics, Code::no_such_page, {}, {asked, name, last});
    else
        add_error(diagnostics, Code::no_such_page_number, {},
                  {asked, name, std::to_string(numbers.first), last});
}

void write_chosen_pages(Pages pages, const Structure& structure, const std::string& name,
                        const FontBook& fonts, const BuildOptions& options, Outputs& outputs) {
    const PageNumbers numbers = numbers_of(pages);
    if (const std::optional<int> missing = find_missing_page(options.pages, numbers)) {
        report_no_such_page(*missing, name, numbers, outputs.diagnostics);
        return;
    }
    const std::string end = "-p" + name_of(options.pages, numbers) + ".pdf";
    write_pages(only(options.pages, std::move(pages)), structure,
                options.file.empty() ? target_of(options, name, end) : options.file, fonts, outputs);
}

// What the workbooks of all house styles share; the rest is made for each.
WorkbookData make_workbook_data(const Loaded& loaded, const BuildOptions& options, const Sources& sources) {
    if (!options.xlsx) return {};
    WorkbookData data;
    data.data = make_data(loaded.revisions);
    data.paper_file = options.input.filename().string();
    data.digest = digest_of(loaded.files, sources);
    return data;
}

void write_workbook(const Document& document, const NamedStyle& style, const Loaded& loaded,
                    const BuildOptions& options, WorkbookData& data, Outputs& outputs) {
    data.changes = list_changes(loaded.revisions, style.style);
    data.before = style.style.words.before, data.after = style.style.words.after;
    const Sheet sheet = lay_out_sheet(document, loaded.fonts);
    check_cells(data.data, sheet, style.form, outputs.sources, outputs.diagnostics);
    if (has_errors(outputs.diagnostics)) return;
    write_staged(
        target_of(options, style.name, ".xlsx"),
        [&](const fs::path& file) { return write_xlsx(sheet, data, file); }, outputs);
}

void write_outputs(const Loaded& loaded, const BuildOptions& options, Outputs& outputs) {
    Diagnostics& diagnostics = outputs.diagnostics;
    WorkbookData workbook = make_workbook_data(loaded, options, outputs.sources);
    for (const NamedStyle& style : loaded.styles) {
        const std::string& name = style.name;
        if (!is_wanted(name, options)) continue;
        const Document document = compose_checked(loaded, style, outputs.sources, diagnostics);
        if (has_errors(diagnostics)) continue; // nothing more is written, but all that cannot be set is told
        if (options.pdf) {
            Pages pages = lay_out_pages(document, loaded.fonts, diagnostics);
            if (has_errors(diagnostics)) continue;
            const Structure structure = make_structure(document);
            if (options.pages.empty())
                write_pages(pages, structure, target_of(options, name, ".pdf"), loaded.fonts, outputs);
            else
                write_chosen_pages(std::move(pages), structure, name, loaded.fonts, options, outputs);
        }
        if (options.xlsx && !has_errors(diagnostics))
            write_workbook(document, style, loaded, options, workbook, outputs);
    }
}

bool write_text(std::string_view text, const fs::path& file) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    return stream.flush().good();
}

void write_data(const Loaded& loaded, const BuildOptions& options, Outputs& outputs) {
    if (!options.csv || has_errors(outputs.diagnostics)) return;
    const std::string csv = write_csv(make_data(loaded.revisions));
    write_staged(
        target_of(options, std::string(default_template), ".csv"),
        [&](const fs::path& file) { return write_text(csv, file); }, outputs);
}

// T0xx are errors of files; all others are mistakes in the paper.
Outcome outcome_of(const Diagnostics& diagnostics) {
    const bool asked_wrongly = std::ranges::any_of(diagnostics, [](const Diagnostic& d) {
        return d.code == Code::no_such_page || d.code == Code::no_such_page_number;
    });
    if (asked_wrongly) return Outcome::wrong_usage;
    const bool paper = std::ranges::any_of(diagnostics, [](const Diagnostic& d) {
        return d.severity == Severity::error && static_cast<int>(d.code) >= 100;
    });
    return paper ? Outcome::bad_input : Outcome::cannot_write;
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
    if (options.pdf || options.xlsx) write_outputs(*loaded, options, outputs);
    write_data(*loaded, options, outputs);
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
