#pragma once
#include "app/outcome.h"

#include <cstdint>
#include <filesystem>

namespace taisho {

// Which side is taken where a text was changed in the workbook and in the paper.
enum class Prefer : std::uint8_t { neither, workbook, paper };

struct ImportOptions {
    std::filesystem::path workbook;
    std::filesystem::path into; // empty: the file that the workbook names, beside it or in the current folder
    bool yes = false;           // write, else only show
    bool deletes = false;       // what was removed on the sheet is removed from the paper
    Prefer prefer = Prefer::neither;
    Language language = Language::japanese;
};

// `taisho import`: shows what somebody has edited on the data sheet of a workbook, and with `yes` brings it
// into the paper, whose old bytes are kept beside it as PAPER.xml.bak. Nothing is written when there is an
// error or an undecided conflict, or when the paper would not say afterwards what the workbook says.
Outcome import_workbook(const ImportOptions& options);

} // namespace taisho
