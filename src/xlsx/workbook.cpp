#include "xlsx/workbook.h"

#include "xlsx/excel_text.h"
#include "xlsx/finish_package.h"
#include "xlsx/workbook_parts.h"
#include "xlsx/worksheet.h"

#include <ctime>
#include <fstream>
#include <new>
#include <utility>
#include <vector>

namespace taisho {

namespace {

// So that the same sheets give the same bytes, the workbook says it was made at 2000-01-01T00:00:00Z.
constexpr std::time_t made_at = 946684800;

// Limits of Excel.
constexpr std::size_t longest_font_name = 31;
constexpr std::size_t longest_property = 255;

void describe(const Properties& about, WorkbookParts& book) {
    const auto shown = [&](const std::string& text) {
        return std::string(cut_utf16(book.checked(text, text.size()), longest_property));
    };
    std::string title = shown(about.title), author = shown(about.author), subject = shown(about.subject);
    lxw_doc_properties properties = {};
    properties.title = title.data();
    properties.author = author.data();
    if (!subject.empty()) properties.subject = subject.data(); // else there is no element for it
    properties.created = made_at;
    book.expect(workbook_set_properties(book.workbook, &properties));
}

// `texts` is the number of cells that hold a text.
Edited finish_part(const std::string& name, const WorkbookParts& book, std::size_t texts,
                   std::string& content) {
    if (name == "xl/sharedStrings.xml") {
        content = book.strings.part(texts);
        return Edited::yes;
    }
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        if (name != "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml") continue;
        return book.sheets[i]->fill(content) ? Edited::yes : Edited::failed;
    }
    return Edited::no;
}

// Widths of columns are multiples of the digit of the Normal font. That is Calibri 11 by name, 7 pixels wide
// on every machine with Excel. The library would add that it is the minor font of the theme, and what that is
// depends on the language of Excel: in Japan ＭＳ Ｐゴシック.
void set_normal_font(WorkbookParts& book) {
    lxw_format* normal = STAILQ_FIRST(book.workbook->formats);
    format_set_font_name(normal, "Calibri");
    format_set_font_size(normal, 11);
    format_set_font_scheme(normal, "none");
}

} // namespace

Workbook::Workbook(const std::filesystem::path& file, const Properties& about, const SheetFonts& fonts)
    : parts_(std::make_unique<WorkbookParts>()) {
    parts_->file = file;
    parts_->fonts = {parts_->checked(fonts.mincho, longest_font_name),
                     parts_->checked(fonts.gothic, longest_font_name)};
    parts_->workbook = workbook_new(file.c_str());
    if (parts_->workbook == nullptr) throw std::bad_alloc();
    describe(about, *parts_);
    set_normal_font(*parts_);
}

Workbook::~Workbook() = default;

Worksheet& Workbook::add_sheet(const std::string& name) {
    std::vector<std::string> taken;
    for (const auto& sheet : parts_->sheets) taken.push_back(sheet->name());
    const std::string clean = distinct_sheet_name(parts_->checked(name, longest_text), taken);
    parts_->sheets.push_back(std::make_unique<Worksheet>(*parts_, clean));
    return *parts_->sheets.back();
}

void Workbook::define_name(const std::string& name, const Worksheet& sheet, const CellArea& area) {
    const std::string cells = "=" + quoted_sheet_name(sheet.name()) + "!" + absolute_area(area);
    parts_->expect(workbook_define_name(parts_->workbook, name.c_str(), cells.c_str()));
}

std::uint16_t Workbook::style(const CellLook& look) { return parts_->style(look); }

bool Workbook::close() {
    WorkbookParts& parts = *parts_;
    std::size_t texts = 0;
    for (const auto& sheet : parts.sheets) {
        sheet->set_dimension();
        texts += sheet->count_texts();
    }
    // The library writes the part of the texts, which then gets ours, only if it has one of its own. (Of an
    // empty one it reads the byte before.)
    if (lxw_get_sst_index(parts.workbook->sst, "-", LXW_FALSE) == nullptr) throw std::bad_alloc();
    // It prints to the terminal when it cannot open the file: better to know it before.
    const bool good = !parts.failed && !parts.strings.has_bad_text();
    if (!good || !std::ofstream(parts.file, std::ios::binary).is_open()) return false;
    const lxw_error error = workbook_close(std::exchange(parts.workbook, nullptr));
    if (error != LXW_NO_ERROR) return false;
    return finish_package(parts.file, [&](const std::string& name, std::string& content) {
        return finish_part(name, parts, texts, content);
    });
}

} // namespace taisho
