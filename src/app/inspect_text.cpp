#include "app/inspect_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

namespace taisho {
namespace {

// What a stage says of one line.
using Show = std::function<std::string(std::string_view)>;

Show show_breaks(const InspectTextOptions& options) {
    return [breaker = std::make_shared<LineBreaker>(options.rules)](std::string_view line) {
        const std::vector<Break> breaks = breaker->breaks(line);
        std::string shown;
        std::size_t character = 0;
        for (std::size_t i = 0; i < line.size(); i += decode(line, i).length, ++character) {
            if (i == 0 || breaks[i] < Break::poor) continue;
            shown.append(shown.empty() ? "" : " ").append(std::to_string(character));
        }
        return shown;
    };
}

struct TextStage {
    std::string_view name;
    Show (*make)(const InspectTextOptions&);
};

constexpr TextStage stages[] = {{"breaks", show_breaks}};

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
    const Show show = stage->make(options);
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
        if (find_invalid(line)) {
            Diagnostics diagnostics;
            add_error(diagnostics, Code::line_not_utf8, {}, {std::to_string(number)});
            return report(Outcome::bad_input, diagnostics, {}, options.language);
        }
        std::cout << show(line) << '\n';
    }
    return Outcome::done;
}

} // namespace taisho
