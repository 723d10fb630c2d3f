#include "app/plans.h"

#include "amend/apply.h"
#include "app/load_paper.h"
#include "app/plan_file.h"
#include "app/write_file.h"
#include "model/write_paper.h"
#include "revise/derive.h"
#include "revise/revisions.h"
#include "xml/write.h"

#include <algorithm>
#include <iostream>
#include <system_error>

namespace taisho {
namespace {

namespace fs = std::filesystem;

Outcome write(const fs::path& target, const std::string& bytes, Diagnostics& diagnostics,
              const Sources& sources, Language language) {
    const bool good = write_file(target, bytes, diagnostics);
    if (good && !target.empty()) std::cout << target.string() << '\n';
    return report(good ? Outcome::done : Outcome::cannot_write, diagnostics, sources, language);
}

} // namespace

Outcome apply_paper(const ApplyOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const auto fail = [&](Outcome outcome) {
        return report(outcome, diagnostics, sources, options.language);
    };
    const auto loaded = load_paper(options.input, sources, diagnostics);
    if (!loaded) return fail(Outcome::bad_input);
    check_base(loaded->paper, diagnostics);
    revise(loaded->paper, diagnostics); // reports all that a build would
    const Paper& paper = loaded->paper;
    if (!paper.plan.version.empty() && paper.new_version.empty())
        add_warning(diagnostics, Code::no_new_version, paper.plan.version.at, {paper.plan.version.utf8});
    if (options.strict) make_strict(diagnostics);
    if (has_errors(diagnostics)) return fail(Outcome::bad_input);
    if (is_input(options.output, sources, diagnostics)) return fail(Outcome::cannot_write);

    Diagnostics reported;
    Plan after = apply(paper.plan, paper.sections, reported).plan;
    if (!paper.new_version.empty()) after.version = paper.new_version;
    const SourceFile& source = sources[loaded->plan_source];
    const Element element = to_element(after);
    const std::string bytes = plan_file(source, *loaded->plan, element, loaded->plan_is_root());
    return write(options.output, bytes, diagnostics, sources, options.language);
}

namespace {

// The units that the amendments name or change, in the order of the plan.
std::vector<std::size_t> concerned_units(const Paper& paper) {
    Diagnostics reported;
    const Applied applied = apply(paper.plan, paper.sections, reported);
    std::set<std::size_t> units = applied.amended;
    for (const Effect& effect : applied.effects) {
        if (effect.unit) units.insert(*effect.unit);
        units.insert(effect.others.begin(), effect.others.end());
    }
    std::vector<std::size_t> concerned;
    for (const std::size_t unit : reading_order(paper.plan.tree)) {
        if (units.contains(unit)) concerned.push_back(unit);
    }
    return concerned;
}

PlanReference reference_to(const Text& href, const Paper& paper) {
    PlanReference reference{href, paper.plan.version, {}};
    for (const std::size_t index : concerned_units(paper)) {
        const Unit& unit = paper.plan.tree.units[index];
        reference.digests.push_back({unit.id, Text{digest_of(unit), {}}});
    }
    return reference;
}

// The name of the plan's file as the paper would call it; nothing when it lies elsewhere.
std::optional<std::string> href_of(const fs::path& plan, const fs::path& paper) {
    std::error_code error;
    const fs::path folder =
        fs::weakly_canonical(paper.parent_path().empty() ? fs::path(".") : paper.parent_path(), error);
    const fs::path relative = fs::weakly_canonical(plan, error).lexically_relative(folder);
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    return below ? std::optional(relative.generic_string()) : std::nullopt;
}

} // namespace

Outcome derive_paper(const DeriveOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const auto before = load_plan(options.old_plan, sources, diagnostics);
    const auto after = load_plan(options.new_plan, sources, diagnostics);
    Paper paper;
    if (before && after && !has_errors(diagnostics)) {
        paper.plan = before->paper.plan;
        paper.sections = derive(before->paper.plan, after->paper.plan, diagnostics);
        if (paper.sections.empty() && !has_errors(diagnostics))
            add_error(diagnostics, Code::plans_equal, {}, {});
    }
    if (has_errors(diagnostics)) return report(Outcome::bad_input, diagnostics, sources, options.language);
    if (is_input(options.output, sources, diagnostics))
        return report(Outcome::cannot_write, diagnostics, sources, options.language);

    const Plan& plan = after->paper.plan;
    paper.title.utf8 = plan.title.utf8 + "の修正について";
    if (plan.version.utf8 != paper.plan.version.utf8) paper.new_version = plan.version;
    const auto href = options.output.empty() || before->paper.reference || !before->plan_is_root()
                          ? std::nullopt
                          : href_of(options.old_plan, options.output);
    if (href) paper.reference = reference_to(Text{*href, {}}, paper);
    const std::string bytes = std::string(xml_declaration) + dump(paper);
    return write(options.output, bytes, diagnostics, sources, options.language);
}

Outcome pin_paper(const PinOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const auto loaded = load_paper(options.input, sources, diagnostics);
    if (loaded && !loaded->paper.reference) add_error(diagnostics, Code::no_reference, {}, {});
    if (loaded && !has_errors(diagnostics)) revise(loaded->paper, diagnostics);
    if (!loaded || has_errors(diagnostics))
        return report(Outcome::bad_input, diagnostics, sources, options.language);
    Paper paper = loaded->paper;
    paper.reference = reference_to(loaded->paper.reference->href, loaded->paper);
    const Element pinned = to_element(paper);
    const Element* before = find_child(loaded->roots.front(), "plan");
    const std::string bytes = patch_xml(sources[before->at.source], *before, *find_child(pinned, "plan"));
    return write(options.input, bytes, diagnostics, sources, options.language);
}

} // namespace taisho
