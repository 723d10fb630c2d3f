#include "xlsx/found_parts.h"

#include "xlsx/excel_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

// Which part is which is told by relationships, never by names: programs differ in those (ECMA-376 Part 2,
// 6.5). A relationship has a type, a URI of which the end is the same in the transitional and the strict
// namespaces, and a target that is relative to the folder of the part it belongs to.

namespace taisho {
namespace {

// Excel allows 250 formats (some 200 in older versions) and 65,490 styles.
constexpr std::size_t most_formats = 1'000, most_styles = 65'536;

struct Relationship {
    std::string type;   // the end of it: officeDocument, worksheet …
    std::string target; // a part
};

using Relationships = std::map<std::string, Relationship, std::less<>>; // by id

// An element of a part that is not kept as a whole: calls `begin` at the begin of each element with the names
// of the elements around it, outermost first.
template <class Begin>
bool walk(std::string bytes, Begin begin) {
    PartReader reader(std::move(bytes));
    std::vector<std::string> path;
    for (;;) {
        switch (reader.next()) {
        case PartEvent::begin:
            path.emplace_back(reader.name());
            if (!begin(path, reader)) return false;
            break;
        case PartEvent::end: path.pop_back(); break;
        case PartEvent::text: break;
        case PartEvent::finished: return true;
        case PartEvent::broken: return false;
        }
    }
}

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

// The part that a target names, seen from a folder (RFC 3986, 5.2.4). A target that climbs out of the package
// stays in it.
std::string resolve(std::string_view folder, std::string_view target) {
    const std::string joined =
        target.starts_with('/') ? std::string(target.substr(1)) : std::string(folder) + std::string(target);
    std::vector<std::string_view> steps;
    std::string_view rest = joined;
    while (!rest.empty()) {
        const std::string_view step = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(step.size() + 1, rest.size()));
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    std::string part;
    for (const std::string_view step : steps) (part += part.empty() ? "" : "/") += step;
    return part;
}

// xl/_rels/workbook.xml.rels for xl/workbook.xml
std::string relationships_of(std::string_view part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

std::optional<Relationships> read_relationships(Package& package, std::string_view part,
                                                Diagnostics& diagnostics) {
    const std::string name = relationships_of(part), folder = folder_of(part);
    const std::optional<std::string> bytes = package.read(name, diagnostics);
    if (!bytes) return std::nullopt;
    Relationships relationships;
    const bool is_whole =
        walk(std::move(*bytes), [&](const std::vector<std::string>& path, const PartReader& reader) {
            const bool is_inside =
                path.back() == "Relationship" && reader.attribute("TargetMode") != "External";
            if (!is_inside) return true;
            const std::string_view type = reader.attribute("Type");
            relationships.emplace(reader.attribute("Id"),
                                  Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                               resolve(folder, reader.attribute("Target"))});
            return true;
        });
    if (is_whole) return relationships;
    add_error(diagnostics, Code::workbook_broken, {}, {name});
    return std::nullopt;
}

const Relationship* find_type(const Relationships& relationships, std::string_view type) {
    const auto found =
        std::ranges::find_if(relationships, [type](const auto& entry) { return entry.second.type == type; });
    return found != relationships.end() ? &found->second : nullptr;
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

std::optional<unsigned> number_of(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

// ---- the workbook ----

// 18.2.19: the sheets in the order of their tabs.
bool add_sheet(const PartReader& reader, const Relationships& relationships, FoundParts& parts) {
    const auto found = relationships.find(reader.prefixed_attribute("id"));
    if (found == relationships.end() || parts.sheets.size() == most_sheets) return false;
    const std::string_view state = reader.attribute("state");
    const bool has_cells = found->second.type == "worksheet";
    parts.sheets.push_back({unescape_cell_text(reader.attribute("name")), found->second.target,
                            state == "hidden" || state == "veryHidden",
                            has_cells ? SheetKind::cells : SheetKind::other});
    return true;
}

bool read_sheet_entries(std::string bytes, const Relationships& relationships, FoundParts& parts) {
    const bool is_whole =
        walk(std::move(bytes), [&](const std::vector<std::string>& path, const PartReader& reader) {
            if (path[0] != "workbook") return false;
            if (path.size() == 2 && path[1] == "workbookPr" && is_true(reader.attribute("date1904")))
                parts.dates = DateSystem::from_1904;
            const bool is_sheet = path.size() == 3 && path[1] == "sheets" && path[2] == "sheet";
            return !is_sheet || add_sheet(reader, relationships, parts);
        });
    return is_whole && !parts.sheets.empty();
}

// ---- shared strings ----

// 18.4.9: <sst> of <si>, which cells name by their order.
std::optional<Code> read_strings(std::string bytes, std::vector<std::string>& strings) {
    PartReader reader(std::move(bytes));
    if (reader.next() != PartEvent::begin || reader.name() != "sst") return Code::workbook_broken;
    for (;;) {
        switch (reader.next()) {
        case PartEvent::begin: {
            if (reader.name() != "si") {
                if (!reader.skip()) return Code::workbook_broken;
                break;
            }
            std::optional<std::string> text = read_rich_text(reader);
            if (!text) return Code::workbook_broken;
            if (strings.size() == most_cells) return Code::workbook_too_large;
            strings.push_back(std::move(*text));
            break;
        }
        case PartEvent::end:
        case PartEvent::text: break;
        case PartEvent::finished: return std::nullopt;
        case PartEvent::broken: return Code::workbook_broken;
        }
    }
}

// ---- styles ----

struct Styles {
    std::map<unsigned, std::string> codes; // of formats that the workbook defines
    std::vector<unsigned> format_numbers;  // of each style
};

// 18.8.10: cells name an <xf> of <cellXfs> by its order, and that a number format by its number.
std::optional<Styles> read_styles(std::string bytes) {
    Styles styles;
    const bool is_whole =
        walk(std::move(bytes), [&](const std::vector<std::string>& path, const PartReader& reader) {
            if (path.size() != 3 || path[0] != "styleSheet") return path[0] == "styleSheet";
            const bool is_format = path[1] == "numFmts" && path[2] == "numFmt";
            const bool is_style = path[1] == "cellXfs" && path[2] == "xf";
            const std::optional<unsigned> number =
                is_format || is_style ? number_of(reader.attribute("numFmtId")) : std::nullopt;
            if (is_format && number) styles.codes.emplace(*number, reader.attribute("formatCode"));
            if (is_style) styles.format_numbers.push_back(number.value_or(0));
            return styles.codes.size() <= most_formats && styles.format_numbers.size() <= most_styles;
        });
    return is_whole ? std::optional(std::move(styles)) : std::nullopt;
}

void set_formats(const Styles& styles, FoundParts& parts) {
    std::map<unsigned, std::uint32_t> indices;
    for (const unsigned number : styles.format_numbers) {
        const auto [entry, is_new] =
            indices.emplace(number, static_cast<std::uint32_t>(parts.formats.size()));
        parts.format_of_style.push_back(entry->second);
        if (!is_new) continue;
        const auto code = styles.codes.find(number);
        parts.formats.push_back(
            parse_number_format(code != styles.codes.end() ? code->second : built_in_format(number))
                .value_or(NumberFormat{}));
    }
}

// A part that need not be there; `read` gives a slip or nothing. False after a slip.
template <class Read>
bool read_optional(Package& package, const Relationship* relationship, Diagnostics& diagnostics, Read read) {
    if (relationship == nullptr) return true;
    const std::optional<std::string> bytes = package.read(relationship->target, diagnostics);
    if (!bytes) return false;
    const std::optional<Code> slip = read(std::move(*bytes));
    if (slip) add_error(diagnostics, *slip, {}, {relationship->target});
    return !slip;
}

bool read_strings_and_styles(Package& package, const Relationships& relationships, FoundParts& parts,
                             Diagnostics& diagnostics) {
    const auto keep_strings = [&parts](std::string bytes) {
        return read_strings(std::move(bytes), parts.strings);
    };
    const auto keep_formats = [&parts](std::string bytes) {
        const std::optional<Styles> styles = read_styles(std::move(bytes));
        if (styles) set_formats(*styles, parts);
        return styles ? std::nullopt : std::optional(Code::workbook_broken);
    };
    return read_optional(package, find_type(relationships, "sharedStrings"), diagnostics, keep_strings) &&
           read_optional(package, find_type(relationships, "styles"), diagnostics, keep_formats);
}

} // namespace

// 18.4.8 and 18.4.12: <t>, or runs <r> with <t>; <rPh> holds furigana. An escape lies within one <t>.
std::optional<std::string> read_rich_text(PartReader& reader) {
    std::string text, piece;
    for (int depth = 1; depth > 0;) {
        switch (reader.next()) {
        case PartEvent::begin:
            if (reader.name() == "rPh") {
                if (!reader.skip()) return std::nullopt;
                break;
            }
            ++depth;
            break;
        case PartEvent::end:
            --depth;
            text += unescape_cell_text(piece);
            piece.clear();
            break;
        case PartEvent::text:
            if (reader.name() == "t") piece += reader.text();
            break;
        case PartEvent::finished:
        case PartEvent::broken: return std::nullopt;
        }
    }
    return text;
}

std::optional<FoundParts> read_workbook_parts(Package& package, const std::string& file,
                                              Diagnostics& diagnostics) {
    const auto refuse = [&](Code code, const std::string& name) {
        add_error(diagnostics, code, {}, {name});
        return std::nullopt;
    };
    if (!package.has("_rels/.rels")) return refuse(Code::not_a_workbook, file); // another kind of archive
    const std::optional<Relationships> roots = read_relationships(package, "", diagnostics);
    if (!roots) return std::nullopt;
    const Relationship* document = find_type(*roots, "officeDocument");
    if (document == nullptr) return refuse(Code::not_a_workbook, file);
    if (document->target.ends_with(".bin")) return refuse(Code::workbook_old_format, file); // .xlsb
    const std::optional<std::string> bytes = package.read(document->target, diagnostics);
    if (!bytes) return std::nullopt;
    PartReader reader(*bytes); // a text document or a presentation is such a package, too
    if (reader.next() == PartEvent::begin && reader.name() != "workbook")
        return refuse(Code::not_a_workbook, file);

    FoundParts parts;
    const std::optional<Relationships> relationships =
        read_relationships(package, document->target, diagnostics);
    if (!relationships) return std::nullopt;
    if (!read_sheet_entries(*bytes, *relationships, parts))
        return refuse(Code::workbook_broken, document->target);
    if (!read_strings_and_styles(package, *relationships, parts, diagnostics)) return std::nullopt;
    return parts;
}

} // namespace taisho
