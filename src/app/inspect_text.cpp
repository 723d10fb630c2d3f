#include "app/inspect_text.h"

#include "app/resources.h"
#include "base/utf8.h"
#include "typeset/advances.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

namespace taisho {
namespace {

// What a stage says of one line. None when the stage cannot begin.
using Show = std::function<std::string(std::string_view)>;

std::string joined(const std::vector<std::int64_t>& numbers) {
    std::string all;
    for (const std::int64_t number : numbers)
        all.append(all.empty() ? "" : " ").append(std::to_string(number));
    return all;
}

Show show_breaks(const InspectTextOptions& options, Sources&, Diagnostics&) {
    return [breaker = std::make_shared<LineBreaker>(options.rules)](std::string_view line) {
        const std::vector<Break> breaks = breaker->breaks(line);
        std::vector<std::int64_t> offsets;
        std::int64_t character = 0;
        for (std::size_t i = 0; i < line.size(); i += decode(line, i).length, ++character) {
            if (i > 0 && breaks[i] >= Break::poor) offsets.push_back(character);
        }
        return joined(offsets);
    };
}

Show show_advances(const InspectTextOptions& options, Sources& sources, Diagnostics& diagnostics) {
    const auto resources = find_resources(options.resources, diagnostics);
    if (!resources) return {};
    auto fonts = std::make_shared<FontBook>(FontBook::open(*resources / "fonts", sources, diagnostics));
    if (has_errors(diagnostics)) return {};
    return [fonts, options](std::string_view line) {
        std::vector<std::int64_t> advances;
        for (const std::int32_t em : line_advances(*fonts, options.family, line)) {
            const std::int64_t scaled = std::int64_t{em} * options.font_size;
            advances.push_back((scaled + (scaled < 0 ? -500 : 500)) / 1000);
        }
        return joined(advances);
    };
}

struct TextStage {
    std::string_view name;
    Show (*make)(const InspectTextOptions&, Sources&, Diagnostics&);
};

constexpr TextStage stages[] = {{"breaks", show_breaks}, {"advances", show_advances}};

} // namespace

std::span<const std::string_view> text_stages() {
    static const auto names = [] {
        std::vector<std::string_view> all;
        for (const TextStage& stage : stages) all.push_back(stage.name);
        return all;
    }();
    return names;
}

Outcome inspect_text(const InspectTextOptions& options) {
    const auto stage = std::ranges::find(stages, std::string_view(options.stage), &TextStage::name);
    Sources sources;
    Diagnostics diagnostics;
    const Show show = stage->make(options, sources, diagnostics);
    if (!show) return report(Outcome::bad_input, diagnostics, sources, options.language);
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
        if (find_invalid(line)) {
            add_error(diagnostics, Code::line_not_utf8, {}, {std::to_string(number)});
            return report(Outcome::bad_input, diagnostics, sources, options.language);
        }
        std::cout << show(line) << '\n';
    }
    return Outcome::done;
}

} // namespace taisho
