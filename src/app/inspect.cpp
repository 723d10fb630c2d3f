#include "app/inspect.h"

#include "app/stages.h"
#include "data/csv.h"
#include "layout/lay_out.h"
#include "model/write_paper.h"
#include "structure/structure.h"

#include <algorithm>
#include <iostream>

namespace taisho {
namespace {

// Nothing when the document holds what cannot be set.
std::optional<std::string> show(const std::string& stage, const Loaded& loaded, const NamedStyle& style,
                                const Sources& sources, Diagnostics& diagnostics) {
    if (stage == "paper") return dump(loaded.paper);
    if (stage == "revisions") return dump(loaded.revisions);
    if (stage == "data") return write_csv(make_data(loaded.revisions)).substr(byte_order_mark.size());
    const Document document = compose_checked(loaded, style, sources, diagnostics);
    if (has_errors(diagnostics)) return std::nullopt;
    if (stage == "document") return dump(document);
    if (stage == "structure") return dump(make_structure(document), document);
    if (stage == "pages") return dump(lay_out_pages(document, loaded.fonts, diagnostics));
    if (stage == "sheet") return dump(lay_out_sheet(document, loaded.fonts));
    return std::nullopt;
}

} // namespace

Outcome inspect(const InspectOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<std::string> templates;
    if (!options.template_name.empty()) templates.push_back(options.template_name);
    const std::optional<Loaded> loaded =
        load(options.input, options.resources, templates, sources, diagnostics);
    Outcome outcome = Outcome::bad_input;
    if (loaded) {
        const std::string wanted =
            options.template_name.empty() ? std::string(default_template) : options.template_name;
        const auto style = std::ranges::find(loaded->styles, wanted, &NamedStyle::name);
        const auto shown = show(options.stage, *loaded, *style, sources, diagnostics);
        if (shown) std::cout << *shown;
        if (shown) outcome = Outcome::done;
    }
    std::cerr << describe(diagnostics, sources, options.language);
    return outcome;
}

} // namespace taisho
