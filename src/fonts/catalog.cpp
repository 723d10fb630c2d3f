#include "fonts/catalog.h"

#include "base/files.h"
#include "xml/read.h"
#include "xml/shape.h"

#include <array>
#include <optional>
#include <string_view>

namespace taisho {
namespace {

constexpr std::array<std::string_view, family_count> family_names = {"mincho", "gothic"};
constexpr std::size_t most_faces = 64; // keeps the faces of all families within Glyph::face

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> table = {
        {"fonts", {}, {{"family", Occurs::any}}},
        {"family", {{"name"}}, {{"face", Occurs::any}}, false, true},
        {"face", {{"file"}}, {}},
    };
    return table;
}

std::optional<std::size_t> find_family(std::string_view name) {
    for (std::size_t i = 0; i < family_count; ++i) {
        if (family_names[i] == name) return i;
    }
    return std::nullopt;
}

// A font is taken from the folder itself and from nowhere else.
bool is_plain_file_name(std::string_view name) {
    const bool names_a_folder = name == "." || name == "..";
    return !name.empty() && !names_a_folder && name.find_first_of("/\\:") == std::string_view::npos;
}

void read_faces(const Element& family, std::vector<Text>& files, Diagnostics& diagnostics) {
    for (const Element* face : find_children(family, "face")) {
        if (!has_attribute(*face, "file")) continue; // reported by check_shape
        if (files.size() == most_faces) {
            add_error(diagnostics, Code::repeated_element, face->at, {family.name, face->name});
            return;
        }
        Text file = attribute_of(*face, "file");
        if (is_plain_file_name(file.utf8)) {
            files.push_back(std::move(file));
        } else {
            add_error(diagnostics, Code::cannot_read, file.at, {file.utf8});
        }
    }
}

void read_family(const Element& family, FontCatalog& catalog, Diagnostics& diagnostics) {
    if (!has_attribute(family, "name")) return;
    const Text name = attribute_of(family, "name");
    const std::optional<std::size_t> index = find_family(name.utf8);
    if (!index) {
        add_error(diagnostics, Code::bad_keyword, name.at, {"name", name.utf8, "mincho, gothic"});
        return;
    }
    if (!catalog.files[*index].empty()) {
        add_error(diagnostics, Code::repeated_element, family.at,
                  {"fonts", "family name=\"" + name.utf8 + "\""});
        return;
    }
    read_faces(family, catalog.files[*index], diagnostics);
}

} // namespace

FontCatalog read_catalog(const std::filesystem::path& folder, Sources& sources, Diagnostics& diagnostics) {
    FontCatalog catalog;
    const std::optional<std::uint16_t> source = read_source(folder / "fonts.xml", sources, diagnostics);
    if (!source) return catalog;
    const std::optional<Element> root = read_xml(sources, *source, diagnostics);
    if (!root || !check_shape(*root, "fonts", shapes(), diagnostics)) return catalog;
    const std::size_t before = diagnostics.size();
    for (const Element* family : find_children(*root, "family")) read_family(*family, catalog, diagnostics);
    const bool explained =
        diagnostics.size() > before; // a family that lost all its faces needs no second message
    for (std::size_t i = 0; i < family_count; ++i) {
        if (!catalog.files[i].empty() || explained) continue;
        add_error(diagnostics, Code::missing_element, root->at,
                  {"fonts", "family name=\"" + std::string(family_names[i]) + "\""});
    }
    return catalog;
}

} // namespace taisho
