#include "app/check.h"

#include "app/check_characters.h"
#include "app/load_paper.h"
#include "app/resources.h"
#include "app/stages.h"
#include "base/files.h"
#include "check/check.h"
#include "layout/lay_out.h"
#include "xml/read.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace taisho {
namespace {

constexpr std::size_t most_in_json = 1000;

// Whether the file is a plan; what is wrong with it is reported when it is read in earnest.
bool is_plan_file(const std::filesystem::path& input) {
    Sources sources;
    Diagnostics unused;
    const auto source = read_source(input, sources, unused);
    const auto root = source ? read_xml(sources, *source, unused) : std::nullopt;
    return root && root->name == "plan";
}

void check_plan_file(const CheckOptions& options, Sources& sources, Diagnostics& diagnostics) {
    const auto loaded = load_plan(options.input, sources, diagnostics);
    if (!loaded) return;
    check_plan(loaded->paper.plan, diagnostics);
    const auto resources = find_resources(options.resources, diagnostics);
    if (!resources) return;
    const FontBook fonts = FontBook::open(*resources / "fonts", sources, diagnostics);
    check_characters(loaded->roots.front(), fonts, sources, diagnostics);
}

void check_paper(const CheckOptions& options, Sources& sources, Diagnostics& diagnostics) {
    const auto loaded = load(options.input, options.resources, options.templates, sources, diagnostics);
    if (!loaded) return;
    for (const NamedStyle& style : loaded->styles)
        lay_out_pages(compose_checked(*loaded, style, sources, diagnostics), loaded->fonts, diagnostics);
}

void print_json(const CheckOptions& options, const Diagnostics& diagnostics, const Sources& sources) {
    using Json = nlohmann::ordered_json;
    const std::vector<const Diagnostic*> sorted = in_order(diagnostics);
    const auto errors = std::ranges::count(sorted, Severity::error, &Diagnostic::severity);
    Json messages = Json::array();
    for (std::size_t i = 0; i < std::min(sorted.size(), most_in_json); ++i) {
        const Message message = message_of(*sorted[i], sources, options.language);
        Json entry = {{"number", message.number},
                      {"severity", message.severity == Severity::error ? "error" : "warning"}};
        if (message.line > 0) {
            entry["file"] = message.file;
            entry["line"] = message.line, entry["column"] = message.column;
        }
        entry["sentence"] = message.sentence;
        messages.push_back(std::move(entry));
    }
    const Json report = {{"file", options.input.string()},
                         {"errors", errors},
                         {"warnings", static_cast<std::ptrdiff_t>(sorted.size()) - errors},
                         {"messages", std::move(messages)}};
    std::cout << report.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace

Outcome check(const CheckOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    if (is_plan_file(options.input)) {
        check_plan_file(options, sources, diagnostics);
    } else {
        check_paper(options, sources, diagnostics);
    }
    if (options.strict) make_strict(diagnostics);
    const Outcome outcome = has_errors(diagnostics) ? Outcome::bad_input : Outcome::done;
    if (options.json) {
        print_json(options, diagnostics, sources);
        return outcome;
    }
    if (diagnostics.empty())
        std::cout << (options.language == Language::japanese ? "誤りは見つかりませんでした。\n"
                                                             : "No mistakes were found.\n");
    return report(outcome, diagnostics, sources, options.language);
}

} // namespace taisho
