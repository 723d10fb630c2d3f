#pragma once
// What libxlsxwriter 1.1.4 leaves undone in a workbook it has just written.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace taisho {

enum class Edited : std::uint8_t { no, yes, failed };

// Is shown every part by its name and may give it another content.
using EditPart = std::function<Edited(const std::string& name, std::string& content)>;

// Checks that all parts of the workbook are whole: a full disk for temporary files cuts them, and the library
// does not notice. Then writes it anew with the parts that `edit` has changed. Returns false when the
// workbook is not whole, an edit has failed or the file cannot be written.
bool finish_package(const std::filesystem::path& file, const EditPart& edit);

} // namespace taisho
