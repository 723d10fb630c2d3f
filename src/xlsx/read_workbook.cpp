#include "xlsx/read_workbook.h"

#include "xlsx/sheet_cells.h"

#include <fstream>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

// Not more than the bound is read, however long the file has become since it was asked for its size.
std::optional<std::string> read_file(const fs::path& file, Diagnostics& diagnostics) {
    const auto refuse = [&](Code code) {
        add_error(diagnostics, code, {}, {file.string()});
        return std::nullopt;
    };
    std::error_code error;
    const bool is_file = fs::is_regular_file(file, error);
    const std::uintmax_t size = is_file ? fs::file_size(file, error) : 0;
    if (!is_file || error) return refuse(Code::cannot_read);
    if (size > largest_workbook) return refuse(Code::workbook_too_large);
    std::ifstream in(file, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return refuse(Code::cannot_read);
    return bytes;
}

} // namespace

std::optional<std::vector<ReadSheet>> read_workbook(const fs::path& file, Diagnostics& diagnostics) {
    std::optional<std::string> bytes = read_file(file, diagnostics);
    if (!bytes) return std::nullopt;
    std::optional<Package> package = open_package(std::move(*bytes), file.string(), diagnostics);
    if (!package) return std::nullopt;
    const std::optional<FoundParts> parts = read_workbook_parts(*package, file.string(), diagnostics);
    if (!parts) return std::nullopt;

    std::vector<ReadSheet> sheets;
    CellBudget budget;
    for (const SheetEntry& entry : parts->sheets) {
        sheets.push_back({entry.name, entry.hidden, {}});
        if (entry.kind == SheetKind::other) continue;
        std::optional<std::string> part = package->read(entry.part, diagnostics);
        if (!part) return std::nullopt;
        SheetCells read = read_sheet_cells(std::move(*part), *parts, budget);
        if (read.slip) {
            const bool is_cell = read.slip->code == Code::workbook_cell_broken;
            add_error(diagnostics, read.slip->code, {},
                      is_cell ? std::vector{entry.name, read.slip->cell} : std::vector{entry.part});
            return std::nullopt;
        }
        budget = read.left;
        sheets.back().cells = std::move(read.cells);
    }
    return sheets;
}

} // namespace taisho
