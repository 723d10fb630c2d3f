#include "app/stages.h"

#include "app/check_characters.h"
#include "app/load_paper.h"

#include <algorithm>

namespace taisho {
namespace {

std::vector<NamedStyle> load_styles(const std::filesystem::path& resources, const Paper* paper,
                                    const std::vector<std::string>& templates, Sources& sources,
                                    Diagnostics& diagnostics) {
    std::vector<Text> wanted{{std::string(default_template), {}}};
    if (paper != nullptr) wanted.insert(wanted.end(), paper->templates.begin(), paper->templates.end());
    for (const std::string& name : templates) wanted.push_back({name, {}});

    std::vector<NamedStyle> styles;
    std::vector<std::string> seen;
    for (const Text& name : wanted) {
        if (std::ranges::find(seen, name.utf8) != seen.end()) continue;
        seen.push_back(name.utf8);
        if (auto style = load_style(resources, name, sources, diagnostics))
            styles.push_back(std::move(*style));
    }
    return styles;
}

} // namespace

std::optional<Loaded> load(const std::filesystem::path& input, const std::string& named_resources,
                           const std::vector<std::string>& templates, Sources& sources,
                           Diagnostics& diagnostics) {
    std::optional<LoadedPaper> loaded = load_paper(input, sources, diagnostics);
    if (loaded) check_base(loaded->paper, diagnostics);
    Revisions revisions = loaded ? revise(loaded->paper, diagnostics) : Revisions{};

    const std::optional<std::filesystem::path> resources = find_resources(named_resources, diagnostics);
    if (!resources) return std::nullopt;
    FontBook fonts = FontBook::open(*resources / "fonts", sources, diagnostics);
    std::vector<NamedStyle> styles =
        load_styles(*resources, loaded ? &loaded->paper : nullptr, templates, sources, diagnostics);
    if (!loaded || has_errors(diagnostics)) return std::nullopt;
    const std::vector<std::uint16_t> files = files_of(*loaded);
    return Loaded{std::move(loaded->paper), std::move(revisions), std::move(fonts), std::move(styles), files};
}

Document compose_checked(const Loaded& loaded, const NamedStyle& style, const Sources& sources,
                         Diagnostics& diagnostics) {
    Document document = compose(loaded.revisions, style.style);
    check_characters(document, style.form, loaded.fonts, sources, diagnostics);
    return document;
}

} // namespace taisho
