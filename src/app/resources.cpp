#include "app/resources.h"

#include "base/files.h"
#include "base/suggest.h"
#include "xml/read.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace taisho {
namespace {

namespace fs = std::filesystem;

bool holds_resources(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "templates", error) &&
           fs::is_regular_file(folder / "fonts" / "fonts.xml", error);
}

} // namespace

std::vector<std::string> template_names(const fs::path& resources) {
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(resources / "templates", error)) {
        if (entry.path().extension() == ".xml") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

std::optional<fs::path> find_resources(const std::string& named, Diagnostics& diagnostics) {
    if (!named.empty()) {
        if (holds_resources(named)) return fs::path(named);
        add_error(diagnostics, Code::resources_missing, {}, {});
        return std::nullopt;
    }
    std::error_code error;
    fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (const fs::path installed = folder.parent_path() / "share" / "taisho"; holds_resources(installed))
        return installed;
    for (int up = 0; up < 4 && !folder.empty(); ++up, folder = folder.parent_path()) {
        if (holds_resources(folder)) return folder;
    }
    add_error(diagnostics, Code::resources_missing, {}, {});
    return std::nullopt;
}

namespace {

struct StyleFile {
    Element root;
    std::uint16_t source = no_source;
};

// The file of a style, whose name is none of a path.
std::optional<StyleFile> open_style(const fs::path& resources, const Text& name, Sources& sources,
                                    Diagnostics& diagnostics) {
    const std::vector<std::string> names = template_names(resources);
    if (std::ranges::find(names, name.utf8) == names.end()) {
        const std::vector<std::string_view> known(names.begin(), names.end());
        std::string all;
        for (const std::string& known_name : names) all.append(all.empty() ? "" : ", ").append(known_name);
        add_error(diagnostics, Code::template_missing, name.at, {name.utf8, nearest(name.utf8, known), all});
        return std::nullopt;
    }
    const auto source = read_source(resources / "templates" / (name.utf8 + ".xml"), sources, diagnostics);
    std::optional<Element> root = source ? read_xml(sources, *source, diagnostics) : std::nullopt;
    if (!root) return std::nullopt;
    return StyleFile{std::move(*root), *source};
}

// What a style starts from. One level: a reader should find every value in two files.
std::optional<HouseStyle> load_base(const fs::path& resources, const Text& name, Sources& sources,
                                    Diagnostics& diagnostics) {
    const std::optional<StyleFile> file = open_style(resources, name, sources, diagnostics);
    if (!file) return std::nullopt;
    const Text further = base_of(file->root);
    if (!further.empty()) {
        add_error(diagnostics, Code::base_has_base, name.at, {name.utf8, further.utf8});
        return std::nullopt;
    }
    return read_style_form(file->root, nullptr, diagnostics);
}

} // namespace

namespace {

std::optional<HouseStyle> form_of(const StyleFile& file, const fs::path& resources, Sources& sources,
                                  Diagnostics& diagnostics) {
    if (!has_attribute(file.root, "from")) return read_style_form(file.root, nullptr, diagnostics);
    const auto base = load_base(resources, base_of(file.root), sources, diagnostics);
    return base ? read_style_form(file.root, &*base, diagnostics) : std::nullopt;
}

} // namespace

std::optional<HouseStyle> load_style_form(const fs::path& resources, const Text& name, Sources& sources,
                                          Diagnostics& diagnostics) {
    const std::optional<StyleFile> file = open_style(resources, name, sources, diagnostics);
    return file ? form_of(*file, resources, sources, diagnostics) : std::nullopt;
}

std::optional<NamedStyle> load_style(const fs::path& resources, const Text& name, Sources& sources,
                                     Diagnostics& diagnostics) {
    const std::optional<StyleFile> file = open_style(resources, name, sources, diagnostics);
    const auto form = file ? form_of(*file, resources, sources, diagnostics) : std::nullopt;
    if (!form) return std::nullopt;
    return NamedStyle{name.utf8, settled(*form), file->source};
}

} // namespace taisho
