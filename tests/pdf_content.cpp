// One stack holds text objects and marked content, because they must be nested properly (14.6.1). A painting
// operator belongs to the innermost entry that has an MCID or is an artifact.

#include "pdf_content.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace taisho::test {
namespace {

enum class Open { text_object, artifact, tagged, other };

struct Entry {
    Open kind = Open::other;
    std::size_t tagged = 0; // index of what an MCID names
    bool has_actual_text = false;
};

const std::set<std::string, std::less<>> text_painters = {"Tj", "TJ", "'", "\""};
const std::set<std::string, std::less<>> path_painters = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"};
// All others of ISO 32000-1, table 51, that need no further look here.
const std::set<std::string, std::less<>> plain_operators = {
    "w",  "J",  "j",  "M", "d",  "ri", "i",  "q",  "Q",  "cm",  "m",   "l",   "c",  "v",  "y",
    "h",  "re", "n",  "W", "W*", "Tc", "Tw", "Tz", "TL", "Tf",  "Tr",  "Ts",  "Td", "TD", "Tm",
    "T*", "BT", "ET", "g", "G",  "rg", "RG", "k",  "K",  "BMC", "BDC", "EMC", "MP", "DP"};

struct Walker {
    const PdfFile& file;
    PdfContent content = {};
    std::map<std::int64_t, UnicodeMap> maps = {}; // by the number of the font's object
    const PdfPage* page = nullptr;
    std::vector<Entry> open = {};
    std::vector<std::int64_t> saved_fonts = {};
    std::int64_t font = 0;

    void slip(const std::string& what) {
        const std::size_t colon = what.find(':');
        content.slips.push_back(what.substr(0, colon) + ": page " + std::to_string(page->number) +
                                what.substr(colon));
    }

    bool is_inside(Open kind) const {
        return std::ranges::any_of(open, [&](const Entry& entry) { return entry.kind == kind; });
    }

    // ---- marked content ----

    const PdfValue& properties_of(const PdfOperation& operation) {
        const PdfValue& given = operation.operands.at(1);
        if (as<PdfName>(given) == nullptr) return given;
        const PdfValue& named = get(file, get(file, page->resources, "Properties"), name_in(given));
        if (is_null(named)) slip("PDF 14.6.2: an unknown property list " + name_in(given));
        return named;
    }

    std::optional<std::size_t> tagged_content() const {
        for (const Entry& entry : open) {
            if (entry.kind == Open::tagged) return entry.tagged;
        }
        return std::nullopt;
    }

    Entry tagged_entry(const ContentKey& key) {
        const std::string name = "MCID " + std::to_string(key.mcid);
        if (is_inside(Open::artifact)) slip("UA 7.1: tagged content in an artifact, " + name);
        if (is_inside(Open::tagged)) slip("PDF 14.7.4.2: " + name + " inside another");
        if (key.mcid < 0) slip("PDF 14.7.4.2: a negative MCID");
        if (!content.by_key.emplace(key, content.tagged.size()).second)
            slip("PDF 14.7.4.2: " + name + " twice");
        content.tagged.push_back({key, "", 0});
        return {Open::tagged, content.tagged.size() - 1, false};
    }

    void check_artifact(const PdfValue& properties) {
        if (is_inside(Open::tagged)) slip("UA 7.1: an artifact in tagged content");
        if (is_inside(Open::artifact)) slip("UA 7.1: an artifact in an artifact");
        const std::string& type = name_in(entry_of(properties, "Type"));
        const std::set<std::string> types = {"", "Pagination", "Layout", "Page", "Background"};
        if (!types.contains(type)) slip("PDF 14.8.2.2.2: an artifact of type " + type);
        const std::string& subtype = name_in(entry_of(properties, "Subtype"));
        const std::set<std::string> subtypes = {"", "Header", "Footer", "Watermark"};
        if (!subtypes.contains(subtype)) slip("PDF 14.8.2.2.2: an artifact of subtype " + subtype);
    }

    void begin_marked(const PdfOperation& operation) {
        static const PdfValue none{};
        if (operation.operands.size() != (operation.name == "BDC" ? 2U : 1U)) {
            slip("PDF 14.6.1: operands of " + operation.name);
            return;
        }
        const PdfValue& properties = operation.name == "BDC" ? properties_of(operation) : none;
        const PdfValue& mcid = entry_of(properties, "MCID");
        Entry entry;
        if (is_name(operation.operands[0], "Artifact")) {
            check_artifact(properties);
            entry.kind = Open::artifact;
            if (!is_null(mcid)) slip("UA 7.1: an artifact has an MCID");
        } else if (!is_null(mcid)) {
            entry = tagged_entry({page->object, integer_in(mcid, -1)});
        }
        const bool was_covered = is_covered();
        open.push_back(entry);
        const PdfValue& actual = entry_of(properties, "ActualText");
        open.back().has_actual_text = !is_null(actual);
        const auto target = tagged_content();
        if (target && !is_null(actual) && !was_covered) content.tagged[*target].text += text_in(actual);
    }

    void end(const char* what, bool text_object) {
        if (open.empty() || (open.back().kind == Open::text_object) != text_object) {
            slip(std::string("PDF 14.6.1: ") + what + " ends something else");
            return;
        }
        open.pop_back();
    }

    bool is_covered() const { return std::ranges::any_of(open, &Entry::has_actual_text); }

    // ---- painting ----

    void paint(const std::string& text) {
        const auto target = tagged_content();
        if (!target) {
            if (!is_inside(Open::artifact))
                slip("UA 7.1: something painted is neither tagged nor an artifact");
            return;
        }
        ++content.tagged[*target].painted;
        if (!is_covered()) content.tagged[*target].text += text;
    }

    std::string show(const std::string& bytes) {
        if (font == 0) {
            slip("PDF 9.3.1: a text without a font");
            return {};
        }
        if (bytes.size() % 2 != 0) slip("PDF 9.4.3: half a code");
        std::string text;
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
            const std::uint32_t code = byte(i) * 256U + byte(i + 1);
            content.shown[font].insert({code, is_covered()});
            const auto& texts = maps[font].texts;
            const auto found = texts.find(code);
            if (found != texts.end()) text += found->second;
        }
        return text;
    }

    void paint_text(const PdfOperation& operation) {
        if (!is_inside(Open::text_object)) slip("PDF 9.4.1: a text outside a text object");
        if (operation.operands.empty()) {
            slip("PDF 9.4.3: a text without operand");
            return;
        }
        const PdfValue& last = operation.operands.back();
        std::string text = show(bytes_in(last));
        for (const PdfValue& piece : array_in(last)) text += show(bytes_in(piece));
        paint(text);
    }

    // ---- state ----

    void set_font(const PdfOperation& operation) {
        const std::string name = operation.operands.size() == 2 ? name_in(operation.operands[0]) : "";
        font = reference_in(entry_of(get(file, page->resources, "Font"), name));
        if (font == 0) slip("PDF 9.3.1: an unknown font " + name);
        if (maps.contains(font)) return;
        const PdfValue& described = resolved(file, PdfValue{PdfReference{font}});
        const PdfObject* map = stream_of(file, entry_of(described, "ToUnicode"));
        maps[font] = map != nullptr ? read_unicode_map(map->stream) : UnicodeMap{};
        for (const std::string& wrong : maps[font].slips) content.slips.push_back(wrong);
    }

    void change_state(const PdfOperation& operation) {
        if (operation.name == "Tf") set_font(operation);
        if (operation.name == "q") saved_fonts.push_back(font);
        if (operation.name == "q" && saved_fonts.size() > 28) slip("A 6.1.13: q is nested deeper than 28");
        if (operation.name != "Q") return;
        if (saved_fonts.empty()) {
            slip("PDF 8.4.4: Q without q");
            return;
        }
        font = saved_fonts.back();
        saved_fonts.pop_back();
    }

    void walk(const PdfOperation& operation) {
        const std::string& name = operation.name;
        if (text_painters.contains(name))
            paint_text(operation);
        else if (path_painters.contains(name))
            paint("");
        else if (!plain_operators.contains(name))
            slip("A 6.2.2: no operator that is known here: " + name);
        else if (name == "BMC" || name == "BDC")
            begin_marked(operation);
        else if (name == "EMC")
            end("EMC", false);
        else if (name == "ET")
            end("ET", true);
        else if (name == "BT" && is_inside(Open::text_object))
            slip("PDF 9.4.1: BT inside BT");
        else if (name == "BT")
            open.push_back({Open::text_object});
        else
            change_state(operation);
    }

    void walk(const PdfPage& next) {
        page = &next;
        font = 0;
        for (const PdfOperation& operation : next.operations) walk(operation);
        if (!open.empty()) slip("PDF 14.6.1: marked content or a text object has no end");
        if (!saved_fonts.empty()) slip("PDF 8.4.4: q without Q");
        open.clear(), saved_fonts.clear();
    }
};

// A page and the nodes above it may name its resources (7.7.3.4).
void append_pages(const PdfFile& file, const PdfValue& reference, PdfValue resources,
                  std::vector<PdfPage>& pages, int depth) {
    const PdfValue& node = resolved(file, reference);
    if (depth > 16 || pages.size() > file.objects.size())
        throw PdfError("PDF 7.7.3: the page tree goes round");
    const PdfValue& own = get(file, node, "Resources");
    if (!is_null(own)) resources = own;
    for (const PdfValue& kid : array_in(get(file, node, "Kids")))
        append_pages(file, kid, resources, pages, depth + 1);
    if (!is_name(get(file, node, "Type"), "Page")) return;
    PdfPage page{reference_in(reference), static_cast<int>(pages.size()) + 1, std::move(resources), {}, {}};
    if (const PdfObject* content = stream_of(file, entry_of(node, "Contents"))) {
        PdfOperations operations = operations_in(content->stream);
        page.operations = std::move(operations.all);
        page.slips = std::move(operations.slips);
    }
    pages.push_back(std::move(page));
}

} // namespace

std::vector<PdfPage> pages_of(const PdfFile& file) {
    std::vector<PdfPage> pages;
    append_pages(file, entry_of(catalog_of(file), "Pages"), {}, pages, 0);
    return pages;
}

PdfContent content_of(const PdfFile& file, const std::vector<PdfPage>& pages) {
    Walker walker{file};
    for (const PdfPage& page : pages) {
        walker.walk(page);
        for (const std::string& slip : page.slips) walker.content.slips.push_back(slip);
    }
    return walker.content;
}

} // namespace taisho::test
