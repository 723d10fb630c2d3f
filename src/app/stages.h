#pragma once
// The one path: input to paper, paper to revisions, revisions to a document in a house style. What every
// command does before it writes or prints.

#include "app/resources.h"
#include "base/diagnostics.h"
#include "document/compose.h"
#include "fonts/font_book.h"
#include "model/paper.h"
#include "revise/revisions.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace taisho {

inline constexpr std::string_view default_template = "by-year";

struct Loaded {
    Paper paper;
    Revisions revisions;
    FontBook fonts;
    std::vector<NamedStyle> styles;   // the default one first, without repeats
    std::vector<std::uint16_t> files; // of the sources, those the paper was read from
};

// Reads the paper, the fonts and all house styles that the paper or the command line names, and reports every
// slip in them. Nothing is returned when there are errors.
std::optional<Loaded> load(const std::filesystem::path& input, const std::string& resources,
                           const std::vector<std::string>& templates, Sources& sources,
                           Diagnostics& diagnostics);

// The document in a house style. What no font can draw of it is reported: an error means that it must not be
// set.
Document compose_checked(const Loaded& loaded, const NamedStyle& style, const Sources& sources,
                         Diagnostics& diagnostics);

} // namespace taisho
