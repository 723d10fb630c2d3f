#include "app/command_line.h"

#include "app/build.h"
#include "app/check.h"
#include "app/help.h"
#include "app/import.h"
#include "app/inspect.h"
#include "app/inspect_text.h"
#include "app/list_fonts.h"
#include "app/list_templates.h"
#include "app/new_paper.h"
#include "app/plans.h"
#include "model/paper_shape.h"
#include "style/style_shape.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <optional>

#ifndef TAISHO_VERSION
#define TAISHO_VERSION "0"
#endif

// The texts of the command line library are English and technical, so the help is ours, and of its errors
// only the fact and the words concerned are used.

namespace taisho {
namespace {

struct Options {
    std::string input, second; // files; a stage and a file for inspect, two plans for derive
    std::string output, from_plan, resources, template_name, language = "ja";
    std::optional<std::string> pages;
    std::string level, font; // of inspect for a text, as are `plain` and the next
    std::optional<int> font_size;
    std::vector<std::string> templates;
    bool pdf = false, xlsx = false, csv = false, json = false, strict = false, plain = false;
    std::string into, prefer; // of import, as are the next
    bool yes = false, deletes = false;
    bool help = false, version = false;

    Language chosen() const { return language == "en" ? Language::english : Language::japanese; }
};

// What the command line library has to say, in our words.
std::string complaint(const CLI::ParseError& error, const CLI::App& app, bool japanese) {
    std::string words;
    for (const std::string& word : app.remaining(true)) words.append(words.empty() ? "" : " ").append(word);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return (japanese ? "余分か、知らない指定です　" : "unknown or too many: ") + words;
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return japanese ? "足りない指定があります" : "something is missing";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return japanese ? "値が足りないか、多すぎます" : "too few or too many values";
    return japanese ? "値が正しくありません" : "a value is not allowed";
}

int complain(const std::string& text, Language language) {
    std::cerr << sentence({Severity::error, Code::wrong_usage, {}, {text}}, language) << '\n'
              << (language == Language::japanese ? "使い方は taisho --help で見られます。\n"
                                                 : "See taisho --help.\n");
    return static_cast<int>(Outcome::wrong_usage);
}

// ---- the commands ----

int exit_code(Outcome outcome) { return static_cast<int>(outcome); }

int run_build(const Options& options) {
    BuildOptions build_options{options.input,
                               options.output.empty() ? "." : options.output,
                               options.resources,
                               options.templates,
                               true,
                               true,
                               options.csv,
                               {},
                               {},
                               options.strict,
                               options.chosen()};
    if (options.pdf || options.xlsx || options.csv)
        build_options.pdf = options.pdf, build_options.xlsx = options.xlsx;
    if (options.pages) {
        build_options.pages = *parse_page_spans(*options.pages); // find_slip has seen it
        build_options.pdf = true, build_options.xlsx = false;
        if (build_options.folder.extension() == ".pdf") {
            build_options.file = build_options.folder;
            build_options.folder = build_options.file.parent_path();
        }
    }
    return exit_code(build(build_options));
}

int run_check(const Options& options) {
    return exit_code(check({options.input, options.resources, options.templates, options.json, options.strict,
                            options.chosen()}));
}

int run_apply(const Options& options) {
    return exit_code(apply_paper({options.input, options.output, options.strict, options.chosen()}));
}

int run_derive(const Options& options) {
    return exit_code(derive_paper({options.input, options.second, options.output, options.chosen()}));
}

int run_pin(const Options& options) { return exit_code(pin_paper({options.input, options.chosen()})); }

int run_import(const Options& options) {
    const Prefer prefer = options.prefer == "workbook" ? Prefer::workbook
                          : options.prefer == "paper"  ? Prefer::paper
                                                       : Prefer::neither;
    return exit_code(import_workbook(
        {options.input, options.into, options.yes, options.deletes, prefer, options.chosen()}));
}

int run_new(const Options& options) {
    return exit_code(new_paper({options.input, options.from_plan, options.chosen()}));
}

int run_fonts(const Options& options) {
    return exit_code(list_fonts({options.input, options.resources, options.templates, options.chosen()}));
}

int run_schema(const Options& options) {
    std::cout << (options.input == "style" ? schema_of_styles() : schema_of_papers());
    return exit_code(Outcome::done);
}

int run_templates(const Options& options) {
    const TemplateOptions wanted{options.second, options.resources, options.chosen()};
    return exit_code(options.input.empty() ? list_templates(wanted) : show_template(wanted));
}

constexpr std::string_view levels[] = {"strict", "normal", "loose"}; // in the order of BreakLevel

bool is_text_stage(const std::string& stage) {
    return std::ranges::find(text_stages(), stage) != text_stages().end();
}

int run_inspect(const Options& options) {
    if (is_text_stage(options.input)) {
        const auto level = std::ranges::find(levels, options.level.empty() ? levels[0] : options.level);
        const BreakRules rules{static_cast<BreakLevel>(level - levels), !options.plain, options.language};
        const Family family = options.font == "gothic" ? Family::gothic : Family::mincho;
        return exit_code(inspect_text({options.input, rules, options.font_size.value_or(1000), family,
                                       options.resources, options.chosen()}));
    }
    return exit_code(
        inspect({options.input, options.second, options.resources, options.template_name, options.chosen()}));
}

enum class Takes : std::uint8_t { perhaps_a_file, perhaps_words, one_file, two_files, stage_and_file };

struct Command {
    std::string name;
    Takes takes;
    int (*run)(const Options&);
};

const std::vector<Command> commands = {
    {"build", Takes::one_file, run_build},
    {"check", Takes::one_file, run_check},
    {"apply", Takes::one_file, run_apply},
    {"derive", Takes::two_files, run_derive},
    {"pin", Takes::one_file, run_pin},
    {"import", Takes::one_file, run_import},
    {"new", Takes::one_file, run_new},
    {"schema", Takes::perhaps_words, run_schema},
    {"fonts", Takes::perhaps_a_file, run_fonts},
    {"templates", Takes::perhaps_words, run_templates},
    {"inspect", Takes::stage_and_file, run_inspect},
};

// ---- reading the command line ----

void add_shared_options(CLI::App& app, Options& options) {
    app.set_help_flag();
    app.add_option("--resources", options.resources);
    app.add_option("--lang", options.language);
    app.add_flag("-h,--help", options.help);
}

CLI::App* add_command(CLI::App& app, const Command& command, Options& options) {
    CLI::App* sub = app.add_subcommand(command.name);
    add_shared_options(*sub, options);
    sub->add_option("input", options.input);
    if (command.takes == Takes::two_files || command.takes == Takes::stage_and_file ||
        command.name == "templates")
        sub->add_option("second", options.second);
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, command.name) != names.end();
    };
    if (is({"build", "apply", "derive"})) sub->add_option("-o,--output", options.output);
    if (is({"build", "check", "fonts"}))
        sub->add_option("--template", options.templates)->allow_extra_args(false);
    if (is({"build", "check", "apply"})) sub->add_flag("--strict", options.strict);
    if (is({"build"})) {
        sub->add_flag("--pdf", options.pdf), sub->add_flag("--xlsx", options.xlsx);
        sub->add_flag("--csv", options.csv);
        sub->add_option("--pages", options.pages);
    }
    if (is({"check"})) sub->add_flag("--json", options.json);
    if (is({"import"})) {
        sub->add_option("--into", options.into), sub->add_option("--prefer", options.prefer);
        sub->add_flag("--yes", options.yes), sub->add_flag("--delete", options.deletes);
    }
    if (is({"new"})) sub->add_option("--from-plan", options.from_plan);
    if (is({"inspect"})) {
        sub->add_option("--template", options.template_name);
        sub->add_option("--level", options.level);
        sub->add_flag("--plain", options.plain);
        sub->add_option("--font-size", options.font_size);
        sub->add_option("--font", options.font);
    }
    return sub;
}

constexpr std::string_view stages[] = {"paper",     "revisions", "data", "document",
                                       "structure", "pages",     "sheet"};

// A primary tag of BCP 47.
bool is_language_tag(std::string_view tag) {
    return (tag.size() == 2 || tag.size() == 3) &&
           std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string for_breaks_only(bool japanese) {
    return japanese ? "--level と --plain は inspect breaks だけの指定です"
                    : "--level and --plain are for inspect breaks only";
}

std::string for_advances_only(bool japanese) {
    return japanese ? "--font-size と --font は inspect advances だけの指定です"
                    : "--font-size and --font are for inspect advances only";
}

// As find_slip, for stages that are shown for a text from standard input.
std::optional<std::string> find_text_slip(const Options& options) {
    const bool japanese = options.chosen() == Language::japanese;
    if (!options.second.empty() || !options.template_name.empty())
        return japanese ? "文は標準入力から読みます。ファイルや様式は書けません"
                        : "the text is read from standard input, without a file or a template";
    if (!is_language_tag(options.language))
        return japanese ? "--lang は ja や en のような、言葉の記号です"
                        : "--lang is a language, such as ja or en";
    if (!options.level.empty() && std::ranges::find(levels, options.level) == std::end(levels))
        return japanese ? "--level は strict、normal、loose のどれかです"
                        : "--level is strict, normal or loose";
    const int size = options.font_size.value_or(1000);
    if (size < 1 || size > 1'000'000)
        return japanese ? "--font-size は 1 から 1000000 までです" : "--font-size is from 1 to 1000000";
    if (!options.font.empty() && options.font != "mincho" && options.font != "gothic")
        return japanese ? "--font は mincho か gothic です" : "--font is mincho or gothic";
    const bool advances = options.input == "advances";
    if (advances && (!options.level.empty() || options.plain)) return for_breaks_only(japanese);
    if (!advances && (options.font_size || !options.font.empty())) return for_advances_only(japanese);
    return std::nullopt;
}

// What is wrong with --pages; nothing when it is not given.
std::optional<std::string> find_pages_slip(const Options& options) {
    const bool japanese = options.chosen() == Language::japanese;
    if (!options.pages) return std::nullopt;
    if (!parse_page_spans(*options.pages))
        return japanese ? "--pages は 3、3-4、3-4,7、5- のように、半角で書きます"
                        : "--pages is written as 3, 3-4, 3-4,7 or 5-";
    if (options.xlsx || options.csv)
        return japanese ? "--pages で抜き出せるのは PDF だけです。--xlsx や --csv は一緒に書けません"
                        : "--pages is for the PDF only; the workbook and the CSV are not cut";
    if (options.templates.size() > 1)
        return japanese ? "--pages で抜き出せるのは一つの様式だけです。--template は一つだけ書いてください"
                        : "--pages is for one template only; name one with --template";
    return std::nullopt;
}

std::optional<std::string> find_import_slip(const Options& options) {
    if (options.prefer.empty() || options.prefer == "workbook" || options.prefer == "paper")
        return std::nullopt;
    return options.chosen() == Language::japanese ? "--prefer は workbook（ブック）か paper（資料）です"
                                                  : "--prefer is workbook or paper";
}

// What is wrong with the words behind schema and templates.
std::optional<std::string> find_word_slip(const Options& options, const Command& command) {
    const bool japanese = options.chosen() == Language::japanese;
    if (command.name == "schema" && !options.input.empty() && options.input != "style")
        return japanese ? "schema の後に書けるのは style だけです"
                        : "nothing but style may stand behind schema";
    const bool shows = options.input == "show" && !options.second.empty();
    if (command.name == "templates" && !options.input.empty() && !shows)
        return japanese ? "templates の後には、何も書かないか、show と様式の名前を書きます"
                        : "behind templates stands nothing, or show and the name of a template";
    return std::nullopt;
}

// What is wrong with words that the library took; nothing when all is well.
std::optional<std::string> find_slip(const Options& options, const Command* command) {
    const bool japanese = options.chosen() == Language::japanese;
    const bool inspects = command != nullptr && command->takes == Takes::stage_and_file;
    if (inspects && is_text_stage(options.input)) return find_text_slip(options);
    if (!options.level.empty() || options.plain) return for_breaks_only(japanese);
    if (options.font_size || !options.font.empty()) return for_advances_only(japanese);
    const bool known_language = options.language == "ja" || options.language == "en";
    if (!known_language) return japanese ? "--lang は ja か en です" : "--lang is ja or en";
    if (command == nullptr)
        return japanese ? "何をするか（build、check など）を書いてください" : "name a command, such as build";
    const bool bad_stage = std::ranges::find(stages, options.input) == std::end(stages);
    if (inspects && bad_stage) {
        return japanese
                   ? "段階は paper、revisions、data、document、structure、pages、sheet、breaks、advances "
                     "のどれかです"
                   : "the stage is paper, revisions, data, document, structure, pages, sheet, breaks or "
                     "advances";
    }
    const bool takes_file = command->takes != Takes::perhaps_words && command->takes != Takes::perhaps_a_file;
    const bool file_missing =
        takes_file && (command->takes == Takes::stage_and_file ? options.second : options.input).empty();
    if (command->name == "new" && file_missing)
        return japanese ? "新しいフォルダーの名前を書いてください" : "name a new folder";
    if (command->name == "import" && file_missing)
        return japanese ? "直した Excel のファイルを書いてください" : "name an edited workbook";
    if (file_missing) return japanese ? "資料の XML ファイルを書いてください" : "name an input file";
    if (command->takes == Takes::two_files && options.second.empty())
        return japanese ? "前の計画と後の計画の、二つのファイルを書いてください"
                        : "name two plans, old and new";
    if (const auto slip = find_word_slip(options, *command)) return slip;
    if (const auto slip = find_import_slip(options)) return slip;
    return find_pages_slip(options);
}

} // namespace

int run(int argc, const char* const* argv) {
    Options options;
    CLI::App app;
    add_shared_options(app, options);
    app.add_flag("--version", options.version);
    std::vector<const CLI::App*> parsed;
    for (const Command& command : commands) parsed.push_back(add_command(app, command, options));
    app.require_subcommand(0, 1);
    std::optional<std::string> slip;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) { slip = complaint(error, app, options.language != "en"); }
    if (options.help) return std::cout << help(options.chosen()), 0;
    if (slip) return complain(*slip, options.chosen());
    if (options.version) return std::cout << "taisho " TAISHO_VERSION "\n", 0;
    const auto chosen = std::ranges::find_if(parsed, [](const CLI::App* sub) { return sub->parsed(); });
    const Command* command =
        chosen == parsed.end() ? nullptr : &commands[static_cast<std::size_t>(chosen - parsed.begin())];
    slip = find_slip(options, command);
    if (slip) return complain(*slip, options.chosen());
    return command->run(options);
}

} // namespace taisho
