#include "app/command_line.h"

#include "app/build.h"
#include "app/inspect.h"

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

constexpr std::string_view help_japanese =
    R"(taisho（対照）　修正前・修正後の資料を、XML から PDF と Excel に作ります。

使い方
  taisho build 資料.xml [-o フォルダー] [--template 様式]… [--pdf] [--xlsx]
      資料.pdf と 資料.xlsx を作ります。資料の中や --template で様式を挙げると、
      その様式の 資料-様式.pdf と 資料-様式.xlsx も作ります。
      -o フォルダー      作ったものを置く場所（はじめは今のフォルダー）
      --template 様式    加える様式（by-year、stacked など。何度でも書けます）
      --pdf              PDF だけを作ります
      --xlsx             Excel だけを作ります
  taisho inspect 段階 資料.xml [--template 様式]
      途中の段階を文字で見せます。段階：paper revisions document pages sheet

どの使い方でも
  --resources フォルダー   書体（fonts）と様式（templates）のある場所
  --lang ja|en             表示の言葉
  --help                   この説明
  --version                版

終わりの番号　0 できました　1 資料に誤りがあります　2 指定が正しくありません　3 書き込めません
)";

constexpr std::string_view help_english =
    R"(taisho: amendment papers, before and after, from XML to PDF and Excel.

Usage
  taisho build INPUT.xml [-o DIR] [--template NAME]... [--pdf] [--xlsx]
      writes INPUT.pdf and INPUT.xlsx, and INPUT-NAME.pdf and INPUT-NAME.xlsx for
      each further template that the paper or --template names.
      -o DIR             where the outputs go (default: the current folder)
      --template NAME    a further template (by-year, stacked; may be repeated)
      --pdf              the PDF only
      --xlsx             the workbook only
  taisho inspect STAGE INPUT.xml [--template NAME]
      shows a stage as text: paper revisions document pages sheet

With every command
  --resources DIR        where fonts/ and templates/ are
  --lang ja|en           language of the messages
  --help                 this text
  --version              the version

Exit codes: 0 done, 1 mistakes in the input, 2 wrong usage, 3 cannot write
)";

struct Options {
    BuildOptions build;
    InspectOptions inspect;
    std::string input, folder = ".", resources, language = "ja";
    bool pdf = false, xlsx = false, help = false, version = false;
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

void add_shared_options(CLI::App& app, Options& options) {
    app.set_help_flag();
    app.add_option("--resources", options.resources);
    app.add_option("--lang", options.language);
    app.add_flag("-h,--help", options.help);
}

CLI::App* add_build(CLI::App& app, Options& options) {
    CLI::App* build = app.add_subcommand("build");
    add_shared_options(*build, options);
    build->add_option("input", options.input);
    build->add_option("-o,--output", options.folder);
    build->add_option("--template", options.build.templates)->allow_extra_args(false);
    build->add_flag("--pdf", options.pdf);
    build->add_flag("--xlsx", options.xlsx);
    return build;
}

CLI::App* add_inspect(CLI::App& app, Options& options) {
    CLI::App* inspect = app.add_subcommand("inspect");
    add_shared_options(*inspect, options);
    inspect->add_option("stage", options.inspect.stage);
    inspect->add_option("input", options.input);
    inspect->add_option("--template", options.inspect.template_name);
    return inspect;
}

constexpr std::string_view stages[] = {"paper", "revisions", "document", "pages", "sheet"};

// What is wrong with words that the library took; nothing when all is well.
std::optional<std::string> find_slip(const Options& options, bool build, bool inspect, bool japanese) {
    const bool known_language = options.language == "ja" || options.language == "en";
    if (!known_language) return japanese ? "--lang は ja か en です" : "--lang is ja or en";
    if (!build && !inspect) {
        return japanese ? "何をするか（build か inspect）を書いてください"
                        : "name a command: build or inspect";
    }
    const bool known_stage = std::ranges::find(stages, options.inspect.stage) != std::end(stages);
    if (inspect && !known_stage) {
        return japanese ? "段階は paper、revisions、document、pages、sheet のどれかです"
                        : "the stage is paper, revisions, document, pages or sheet";
    }
    if (options.input.empty()) return japanese ? "資料の XML ファイルを書いてください" : "name an input file";
    return std::nullopt;
}

int run_build(Options& options, Language language) {
    BuildOptions& build_options = options.build;
    build_options.input = options.input, build_options.folder = options.folder;
    build_options.resources = options.resources, build_options.language = language;
    if (options.pdf != options.xlsx) build_options.pdf = options.pdf, build_options.xlsx = options.xlsx;
    return static_cast<int>(build(build_options));
}

int run_inspect(Options& options, Language language) {
    options.inspect.input = options.input, options.inspect.resources = options.resources;
    options.inspect.language = language;
    return static_cast<int>(inspect(options.inspect));
}

} // namespace

int run(int argc, const char* const* argv) {
    Options options;
    CLI::App app;
    add_shared_options(app, options);
    app.add_flag("--version", options.version);
    const CLI::App* build_command = add_build(app, options);
    const CLI::App* inspect_command = add_inspect(app, options);
    app.require_subcommand(0, 1);
    std::optional<std::string> slip;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) { slip = complaint(error, app, options.language != "en"); }
    const Language language = options.language == "en" ? Language::english : Language::japanese;
    const bool japanese = language == Language::japanese;
    if (options.help) return std::cout << (japanese ? help_japanese : help_english), 0;
    if (slip) return complain(*slip, language);
    if (options.version) return std::cout << "taisho " TAISHO_VERSION "\n", 0;
    slip = find_slip(options, build_command->parsed(), inspect_command->parsed(), japanese);
    if (slip) return complain(*slip, language);
    return build_command->parsed() ? run_build(options, language) : run_inspect(options, language);
}

} // namespace taisho
