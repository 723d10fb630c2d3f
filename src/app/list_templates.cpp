#include "app/list_templates.h"

#include "app/resources.h"
#include "app/text_table.h"
#include "style/describe_style.h"

#include <iostream>

namespace taisho {
namespace {

struct Wording {
    std::string name, title, attribute, value, range, meaning, from, has_slips, made, empty;
};

const Wording& wording_in(Language language) {
    static const Wording japanese{"様式",
                                  "何か",
                                  "属性",
                                  "値",
                                  "書けるもの",
                                  "意味",
                                  "もとにした様式：",
                                  "（誤りがあります）",
                                  "（ほかの役割から作る）",
                                  "（空）"};
    static const Wording english{"template",      "what it is",     "attribute",
                                 "value",         "allowed",        "meaning",
                                 "starts from: ", "(has mistakes)", " (made from other roles)",
                                 "(empty)"};
    return language == Language::japanese ? japanese : english;
}

std::vector<TextColumn> switch_columns(const Wording& words) {
    return {{words.attribute}, {words.value}, {words.range}, {words.meaning}};
}

std::string element_text(const StyleElement& element, const std::vector<SwitchLine>& lines,
                         const TemplateOptions& options) {
    const Wording& words = wording_in(options.language);
    std::vector<std::vector<std::string>> rows;
    for (const SwitchLine& line : lines) {
        if (line.element != element.name) continue;
        rows.push_back({std::string(line.attribute), line.value.empty() ? words.empty : line.value,
                        line.range, std::string(line.meaning)});
    }
    if (rows.empty()) return {};
    const bool japanese = options.language == Language::japanese;
    return "\n<" + std::string(element.name) + ">" + (japanese ? "　" : "  ") +
           std::string(japanese ? element.meaning : element.english) + "\n" +
           text_table(switch_columns(words), rows);
}

// One row for each role: what it is for, and its attributes side by side.
std::string roles_text(const std::vector<RoleLine>& roles, const TemplateOptions& options) {
    const Wording& words = wording_in(options.language);
    std::vector<TextColumn> columns = {{"name"}};
    for (const SwitchLine& attribute : roles.front().attributes)
        columns.push_back({std::string(attribute.attribute)});
    columns.push_back({words.meaning});
    std::vector<std::vector<std::string>> rows;
    for (const RoleLine& role : roles) {
        std::vector<std::string> row = {std::string(role.name)};
        for (const SwitchLine& attribute : role.attributes) row.push_back(attribute.value);
        row.push_back(std::string(role.meaning) + (role.given ? "" : words.made));
        rows.push_back(std::move(row));
    }
    std::vector<std::vector<std::string>> ranges;
    for (const SwitchLine& attribute : roles.front().attributes)
        ranges.push_back({std::string(attribute.attribute), attribute.range, std::string(attribute.meaning)});
    return text_table(columns, rows) + "\n" +
           text_table({{words.attribute}, {words.range}, {words.meaning}}, ranges);
}

} // namespace

Outcome list_templates(const TemplateOptions& options) {
    const Wording& words = wording_in(options.language);
    Sources sources;
    Diagnostics diagnostics;
    const auto resources = find_resources(options.resources, diagnostics);
    if (!resources) return report(Outcome::bad_input, diagnostics, sources, options.language);
    std::vector<std::vector<std::string>> rows;
    for (const std::string& name : template_names(*resources)) {
        const auto form = load_style_form(*resources, {name, {}}, sources, diagnostics);
        rows.push_back({name, form ? form->title : words.has_slips});
    }
    std::cout << text_table({{words.name}, {words.title}}, rows);
    return report(has_errors(diagnostics) ? Outcome::bad_input : Outcome::done, diagnostics, sources,
                  options.language);
}

Outcome show_template(const TemplateOptions& options) {
    const Wording& words = wording_in(options.language);
    Sources sources;
    Diagnostics diagnostics;
    const auto resources = find_resources(options.resources, diagnostics);
    const auto form =
        resources ? load_style_form(*resources, {options.name, {}}, sources, diagnostics) : std::nullopt;
    if (!form) return report(Outcome::bad_input, diagnostics, sources, options.language);
    std::cout << options.name << (options.language == Language::japanese ? "　" : "  ") << form->title
              << "\n";
    if (!form->base.empty()) std::cout << words.from << form->base << "\n";
    const std::vector<SwitchLine> lines = describe_switches(*form, options.language);
    for (const StyleElement& element : style_elements()) std::cout << element_text(element, lines, options);
    const StyleElement& roles = style_elements().back();
    const bool japanese = options.language == Language::japanese;
    std::cout << "\n<" << roles.name << ">" << (japanese ? "　" : "  ")
              << (japanese ? roles.meaning : roles.english) << "\n"
              << roles_text(describe_roles(*form, options.language), options);
    return Outcome::done;
}

} // namespace taisho
