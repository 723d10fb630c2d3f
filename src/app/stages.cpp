#include "app/stages.h"

#include "app/check_characters.h"
#include "app/resources.h"
#include "base/files.h"
#include "model/read_paper.h"
#include "xml/read.h"

#include <algorithm>

namespace taisho {
namespace {

std::vector<NamedStyle> load_styles(const std::filesystem::path& resources, const Paper* paper,
                                    const std::vector<std::string>& templates, const FontBook& fonts,
                                    Sources& sources, Diagnostics& diagnostics) {
    std::vector<Text> wanted{{std::string(default_template), {}}};
    if (paper != nullptr) wanted.insert(wanted.end(), paper->templates.begin(), paper->templates.end());
    for (const std::string& name : templates) wanted.push_back({name, {}});

    std::vector<NamedStyle> styles;
    std::vector<std::string> seen;
    for (const Text& name : wanted) {
        if (std::ranges::find(seen, name.utf8) != seen.end()) continue;
        seen.push_back(name.utf8);
        if (auto style = load_style(resources, name, fonts, sources, diagnostics)) {
            styles.push_back({name.utf8, std::move(*style)});
        }
    }
    return styles;
}

} // namespace

std::optional<Loaded> load(const std::filesystem::path& input, const std::string& named_resources,
                           const std::vector<std::string>& templates, Sources& sources,
                           Diagnostics& diagnostics) {
    const std::optional<std::uint16_t> source = read_source(input, sources, diagnostics);
    const std::optional<Element> root = source ? read_xml(sources, *source, diagnostics) : std::nullopt;
    std::optional<Paper> paper = root ? read_paper(*root, diagnostics) : std::nullopt;
    const Revisions revisions = paper ? revise(*paper, diagnostics) : Revisions{};

    const std::optional<std::filesystem::path> resources = find_resources(named_resources, diagnostics);
    if (!resources) return std::nullopt;
    FontBook fonts = FontBook::open(*resources / "fonts", sources, diagnostics);
    std::vector<NamedStyle> styles =
        load_styles(*resources, paper ? &*paper : nullptr, templates, fonts, sources, diagnostics);
    if (root) check_characters(*root, fonts, sources, diagnostics);
    if (!paper || has_errors(diagnostics)) return std::nullopt;
    return Loaded{std::move(*paper), revisions, std::move(fonts), std::move(styles)};
}

} // namespace taisho
