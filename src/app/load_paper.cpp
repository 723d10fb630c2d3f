#include "app/load_paper.h"

#include "base/digest.h"
#include "base/files.h"
#include "model/read_paper.h"
#include "model/write_paper.h"
#include "xml/read.h"

#include <algorithm>
#include <map>
#include <span>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

// Whether `file` lies in `folder` or below, links followed.
bool is_below(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    const fs::path real_folder = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, error);
    const fs::path real_file = fs::weakly_canonical(file, error);
    if (error) return false;
    const auto [end, unused] =
        std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end());
    return end == real_folder.end();
}

// The file that href means; nothing when it is a URL, an absolute path, or leads out of the paper's folder.
std::optional<fs::path> resolve(const Text& href, const fs::path& paper, Diagnostics& diagnostics) {
    const fs::path relative(href.utf8);
    bool good = !href.empty() && relative.is_relative() && href.utf8.find(':') == std::string::npos &&
                href.utf8.find('\\') == std::string::npos;
    for (const fs::path& part : relative) good = good && part != "..";
    const fs::path file = paper.parent_path() / relative;
    if (good && is_below(file, paper.parent_path())) return file;
    add_error(diagnostics, Code::bad_href, href.at, {href.utf8});
    return std::nullopt;
}

std::optional<Element> read_root(const fs::path& file, Sources& sources, Diagnostics& diagnostics) {
    const std::optional<std::uint16_t> source = read_source(file, sources, diagnostics);
    return source ? read_xml(sources, *source, diagnostics) : std::nullopt;
}

// The names of the units that say something else than when the paper was made.
std::vector<const RecordedDigest*> changed_units(const PlanReference& reference, const Plan& plan) {
    std::map<std::string, const Unit*> units;
    for (const Unit& unit : plan.tree.units) units.emplace(unit.id.utf8, &unit);
    std::vector<const RecordedDigest*> changed;
    for (const RecordedDigest& recorded : reference.digests) {
        const auto unit = units.find(recorded.unit.utf8);
        const bool same = unit != units.end() && digest_of(*unit->second) == recorded.digest.utf8;
        if (!same) changed.push_back(&recorded);
    }
    return changed;
}

std::string list_of_units(const std::vector<const RecordedDigest*>& changed) {
    constexpr std::size_t most_listed = 12;
    std::string ids;
    for (std::size_t i = 0; i < std::min(changed.size(), most_listed); ++i)
        ids.append(ids.empty() ? "" : ", ").append(changed[i]->unit.utf8);
    return changed.size() > most_listed ? ids + ", …" : ids;
}

bool read_plan_file(const fs::path& input, LoadedPaper& loaded, Sources& sources, Diagnostics& diagnostics) {
    const auto file = resolve(loaded.paper.reference->href, input, diagnostics);
    const std::size_t known = diagnostics.size();
    auto root = file ? read_root(*file, sources, diagnostics) : std::nullopt;
    if (!root) {
        // A file that cannot be read at all has no place of its own: it is shown where it is named.
        for (Diagnostic& slip : std::span(diagnostics).subspan(known)) {
            if (slip.at.source == no_source) slip.at = loaded.paper.reference->href.at;
        }
        return false;
    }
    auto plan = read_plan(*root, diagnostics);
    if (!plan) return false;
    loaded.paper.plan = std::move(*plan);
    loaded.plan_source = root->at.source;
    loaded.roots.push_back(std::move(*root));
    loaded.plan = &loaded.roots.back();
    return true;
}

std::optional<LoadedPaper> paper_from(Element root, const fs::path& input, Sources& sources,
                                      Diagnostics& diagnostics) {
    auto paper = read_paper(root, diagnostics);
    if (!paper) return std::nullopt;
    LoadedPaper loaded{std::move(*paper), {}, nullptr, root.at.source};
    loaded.roots.reserve(2); // `plan` points into them
    loaded.roots.push_back(std::move(root));
    loaded.plan = find_child(loaded.roots.front(), "plan");
    if (loaded.paper.reference && !read_plan_file(input, loaded, sources, diagnostics)) return std::nullopt;
    return loaded;
}

} // namespace

std::optional<LoadedPaper> load_paper(const fs::path& input, Sources& sources, Diagnostics& diagnostics) {
    auto root = read_root(input, sources, diagnostics);
    return root ? paper_from(std::move(*root), input, sources, diagnostics) : std::nullopt;
}

std::vector<std::uint16_t> files_of(const LoadedPaper& loaded) {
    std::vector<std::uint16_t> files;
    for (const Element& root : loaded.roots) files.push_back(root.at.source);
    return files;
}

std::string digest_of(const std::vector<std::uint16_t>& files, const Sources& sources) {
    std::string bytes;
    for (const std::uint16_t file : files) bytes += sources[file].bytes;
    return digest_of(bytes);
}

std::optional<LoadedPaper> load_plan(const fs::path& input, Sources& sources, Diagnostics& diagnostics) {
    auto root = read_root(input, sources, diagnostics);
    if (!root) return std::nullopt;
    if (root->name == "amendmentPaper") return paper_from(std::move(*root), input, sources, diagnostics);
    auto plan = read_plan(*root, diagnostics);
    if (!plan) return std::nullopt;
    LoadedPaper loaded{{}, {}, nullptr, root->at.source};
    loaded.paper.plan = std::move(*plan);
    loaded.roots.push_back(std::move(*root));
    loaded.plan = &loaded.roots.front();
    return loaded;
}

void check_base(const Paper& paper, Diagnostics& diagnostics) {
    if (!paper.reference) return;
    const PlanReference& reference = *paper.reference;
    const std::vector<const RecordedDigest*> changed = changed_units(reference, paper.plan);
    const bool other_version =
        !reference.version.empty() && reference.version.utf8 != paper.plan.version.utf8;
    if (other_version) {
        add_error(diagnostics, Code::version_differs, reference.version.at,
                  {reference.version.utf8, paper.plan.version.utf8, list_of_units(changed)});
        return; // names what has changed already
    }
    for (const RecordedDigest* recorded : changed)
        add_error(diagnostics, Code::unit_differs, recorded->unit.at, {recorded->unit.utf8});
}

} // namespace taisho
