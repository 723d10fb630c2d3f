// Objects, catalog and page tree (ISO 19005-2 6.1, 6.2, 6.5 to 6.11; ISO 14289-1 7.1, 7.2).

#include "pdf_rules_parts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace taisho::test {
namespace {

// ---- limits (6.1.13) ----

struct LimitCheck {
    Breaches breaches = {};
    std::int64_t object = 0;

    void broken(const char* what) {
        breaches.push_back("A 6.1.13: object " + std::to_string(object) + ": " + what);
    }

    void check_number(const PdfValue& value) {
        constexpr std::int64_t greatest = 2147483647;
        const std::int64_t integer = integer_in(value, 0);
        if (integer > greatest || integer < -greatest - 1) broken("an integer too great");
        const double size = as<double>(value) != nullptr ? std::abs(number_in(value)) : 0;
        if (size > 3.403e38 || (size != 0 && size < 1.175e-38)) broken("a real too great or too small");
    }

    void check(const PdfValue& value) {
        check_number(value);
        if (bytes_in(value).size() >= 32767) broken("a string too long");
        if (name_in(value).size() > 127) broken("a name too long");
        for (const PdfValue& item : array_in(value)) check(item);
        for (const PdfEntry& entry : dictionary_in(value)) {
            if (entry.key.size() > 127) broken("a name too long");
            check(entry.value);
        }
    }
};

void check_references(const PdfFile& file, const PdfValue& value, std::set<std::int64_t>& missing) {
    const std::int64_t number = reference_in(value);
    if (number != 0 && !file.objects.contains(number)) missing.insert(number);
    for (const PdfValue& item : array_in(value)) check_references(file, item, missing);
    for (const PdfEntry& entry : dictionary_in(value)) check_references(file, entry.value, missing);
}

void check_trailer(const PdfFile& file, Breaches& breaches) {
    const PdfArray& id = array_in(get(file, file.trailer, "ID"));
    if (id.size() != 2 || bytes_in(id[0]).empty() || bytes_in(id[1]).empty())
        breaches.push_back("A 6.1.3: no ID in the trailer");
    if (!is_null(entry_of(file.trailer, "Encrypt"))) breaches.push_back("A 6.1.3: encrypted");
    if (!is_null(entry_of(file.trailer, "Prev")) || !is_null(entry_of(file.trailer, "XRefStm")))
        breaches.push_back("PDF 7.5.6: an earlier version is in the file");
    const std::int64_t last = file.objects.empty() ? 0 : file.objects.rbegin()->first;
    if (integer_in(get(file, file.trailer, "Size"), 0) != last + 1)
        breaches.push_back("PDF 7.5.5: Size is not the number of objects");
    if (last > 8388607) breaches.push_back("A 6.1.13: too many objects");
}

// ---- catalog ----

void check_forbidden(const PdfFile& file, Breaches& breaches) {
    static const std::vector<std::pair<const char*, const char*>> forbidden = {
        {"AA", "A 6.5.2"},         {"OpenAction", "A 6.5.1"},
        {"AcroForm", "A 6.4"},     {"NeedsRendering", "A 6.4.2"},
        {"OCProperties", "A 6.9"}, {"Requirements", "A 6.11"},
        {"Collection", "A 6.8"},   {"Perms", "A 6.1.12"}};
    for (const auto& [key, clause] : forbidden) {
        if (!is_null(entry_of(catalog_of(file), key)))
            breaches.push_back(std::string(clause) + ": the catalog has " + key);
    }
    const PdfValue& names = get(file, catalog_of(file), "Names");
    for (const PdfEntry& entry : dictionary_in(names)) {
        if (entry.key != "Dests") breaches.push_back("A 6.10: the names have " + entry.key);
    }
}

void check_reading(const PdfFile& file, Breaches& breaches) {
    const PdfValue& catalog = catalog_of(file);
    const auto is_true = [](const PdfValue& value) { return as<bool>(value) != nullptr && *as<bool>(value); };
    const PdfValue& marks = get(file, catalog, "MarkInfo");
    if (!is_true(get(file, marks, "Marked"))) breaches.push_back("A 6.7.2: MarkInfo does not say Marked");
    if (is_true(get(file, marks, "Suspects"))) breaches.push_back("UA 7.1: MarkInfo says Suspects");
    if (!is_language_tag(text_in(get(file, catalog, "Lang"))))
        breaches.push_back("UA 7.2: the catalog has no language");
    if (!is_true(get(file, get(file, catalog, "ViewerPreferences"), "DisplayDocTitle")))
        breaches.push_back("UA 7.1: DisplayDocTitle is not true");
}

// ---- colours (6.2.3, 6.2.4) ----

// What an ICC profile says of itself (ICC.1 7.2): its size, class, colour space and signature.
void check_profile(const PdfObject& profile, Breaches& breaches) {
    const std::string& bytes = profile.stream;
    const auto broken = [&](const char* what) {
        breaches.push_back(std::string("A 6.2.3: the colour profile ") + what);
    };
    if (bytes.size() < 128) {
        broken("has no header");
        return;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[i]);
    if (size != bytes.size()) broken("has another size than its header says");
    const std::string kind = bytes.substr(12, 4), space = bytes.substr(16, 4);
    if (bytes.substr(36, 4) != "acsp" || bytes[8] >= 5) broken("is none, or of a later version");
    if (kind != "mntr" && kind != "prtr") broken("is neither of a monitor nor of a printer");
    const int components = space == "RGB " ? 3 : space == "GRAY" ? 1 : space == "CMYK" ? 4 : 0;
    if (components == 0) broken("has another colour space");
    if (integer_in(entry_of(profile.value, "N"), 0) != components) broken("has another number of components");
}

std::string colour_space_of(const PdfFile& file) {
    for (const PdfValue& intent : array_in(get(file, catalog_of(file), "OutputIntents"))) {
        const PdfObject* profile = stream_of(file, entry_of(resolved(file, intent), "DestOutputProfile"));
        const bool is_ours = is_name(get(file, intent, "S"), "GTS_PDFA1");
        if (is_ours && profile != nullptr && profile->stream.size() >= 128)
            return profile->stream.substr(16, 4);
    }
    return {};
}

void check_intents(const PdfFile& file, Breaches& breaches) {
    std::set<std::int64_t> profiles;
    for (const PdfValue& intent : array_in(get(file, catalog_of(file), "OutputIntents"))) {
        const PdfValue& reference = entry_of(resolved(file, intent), "DestOutputProfile");
        if (bytes_in(get(file, intent, "OutputConditionIdentifier")).empty())
            breaches.push_back("PDF 14.11.5: an output intent without an identifier");
        if (const PdfObject* profile = stream_of(file, reference)) {
            check_profile(*profile, breaches);
            profiles.insert(reference_in(reference));
        }
        if (!is_null(get(file, intent, "DestOutputProfileRef")))
            breaches.push_back("A 6.2.3: an output intent has DestOutputProfileRef");
    }
    if (profiles.size() > 1) breaches.push_back("A 6.2.3: output intents of different profiles");
    if (colour_space_of(file).empty()) breaches.push_back("A 6.2.3: no output intent with a profile");
}

// ---- pages ----

struct PageTreeCheck {
    const PdfFile& file;
    Breaches breaches = {};
    std::int64_t pages = 0;

    void broken(std::int64_t object, const std::string& what) {
        breaches.push_back("PDF 7.7.3: page object " + std::to_string(object) + ": " + what);
    }

    void check_node(const PdfValue& reference, std::int64_t parent, bool has_box, int depth) {
        const PdfValue& node = resolved(file, reference);
        const std::int64_t object = reference_in(reference);
        if (depth > 16) throw PdfError("PDF 7.7.3: the page tree is too deep");
        if (reference_in(entry_of(node, "Parent")) != parent) broken(object, "Parent is not its parent");
        has_box = check_box(node, object) || has_box;
        if (is_name(get(file, node, "Type"), "Page")) {
            check_page(node, object, has_box);
            return;
        }
        if (!is_name(get(file, node, "Type"), "Pages")) broken(object, "neither Page nor Pages");
        const std::int64_t before = pages;
        for (const PdfValue& kid : array_in(get(file, node, "Kids")))
            check_node(kid, object, has_box, depth + 1);
        if (integer_in(get(file, node, "Count"), -1) != pages - before) broken(object, "a wrong Count");
    }

    bool check_box(const PdfValue& node, std::int64_t object) {
        const PdfArray& box = array_in(get(file, node, "MediaBox"));
        if (box.empty()) return false;
        const auto side = [&](std::size_t i) { return box.size() == 4 ? number_in(box[i]) : 0; };
        const double width = side(2) - side(0), height = side(3) - side(1);
        if (width < 3 || height < 3 || width > 14400 || height > 14400) broken(object, "a bad MediaBox");
        return true;
    }

    void check_page(const PdfValue& page, std::int64_t object, bool has_box) {
        ++pages;
        const std::string name = "page " + std::to_string(pages);
        if (!has_box) broken(object, "no MediaBox");
        if (stream_of(file, entry_of(page, "Contents")) == nullptr) broken(object, "not one content stream");
        // Named by the page itself, not only by a node above it.
        if (is_null(get(file, page, "Resources")))
            breaches.push_back("A 6.2.2: " + name + " has no Resources");
        for (const char* key : {"AA", "PresSteps", "Group", "Metadata"}) {
            if (!is_null(entry_of(page, key))) breaches.push_back("A 6.5.2: " + name + " has " + key);
        }
        const PdfValue& resources = get(file, page, "Resources");
        for (const PdfEntry& entry : dictionary_in(resources)) {
            const std::set<std::string> known = {"Font", "Properties", "ProcSet"};
            if (!known.contains(entry.key)) breaches.push_back("A 6.2: " + name + " uses " + entry.key);
        }
        const bool has_annotations = !array_in(get(file, page, "Annots")).empty();
        if (has_annotations && !is_name(get(file, page, "Tabs"), "S"))
            breaches.push_back("UA 7.18.3: " + name + " has annotations and no Tabs S");
    }
};

void check_labels(const PdfFile& file, std::int64_t pages, Breaches& breaches) {
    const PdfValue& labels = entry_of(catalog_of(file), "PageLabels");
    if (is_null(labels)) return;
    const PdfTree tree = read_number_tree(file, labels);
    breaches.insert(breaches.end(), tree.slips.begin(), tree.slips.end());
    const auto broken = [&](const char* what) {
        breaches.push_back(std::string("PDF 12.4.2: page labels ") + what);
    };
    if (tree.leaves.empty() || tree.leaves[0].first != TreeKey{0}) broken("do not begin at the first page");
    for (const auto& [key, label] : tree.leaves) {
        if (std::get<std::int64_t>(key) >= pages) broken("go on after the last page");
        const PdfValue& style = get(file, label, "S");
        const std::set<std::string> styles = {"D", "R", "r", "A", "a"};
        if (!is_null(style) && !styles.contains(name_in(style))) broken("have an unknown style");
        const PdfValue& start = get(file, label, "St");
        if (!is_null(start) && integer_in(start, 0) < 1) broken("begin below 1");
    }
}

} // namespace

Breaches object_breaches(const PdfFile& file) {
    LimitCheck limits;
    std::set<std::int64_t> missing;
    for (const auto& [number, object] : file.objects) {
        limits.object = number;
        limits.check(object.value);
        check_references(file, object.value, missing);
    }
    for (const std::int64_t number : missing)
        limits.breaches.push_back("PDF 7.3.10: no object " + std::to_string(number));
    check_trailer(file, limits.breaches);
    return limits.breaches;
}

Breaches catalog_breaches(const PdfFile& file) {
    Breaches breaches;
    if (!is_name(get(file, catalog_of(file), "Type"), "Catalog")) breaches.push_back("PDF 7.7.2: no catalog");
    check_forbidden(file, breaches);
    check_reading(file, breaches);
    check_intents(file, breaches);
    return breaches;
}

Breaches page_tree_breaches(const PdfFile& file) {
    PageTreeCheck check{file};
    check.check_node(entry_of(catalog_of(file), "Pages"), 0, false, 0);
    if (check.pages == 0) check.breaches.push_back("PDF 7.7.3: no pages");
    check_labels(file, check.pages, check.breaches);
    return check.breaches;
}

Breaches colour_breaches(const Examined& examined) {
    const std::string space = colour_space_of(examined.file);
    Breaches breaches;
    LimitCheck limits;
    for (const PdfPage& page : examined.pages) {
        limits.object = page.object;
        for (const PdfOperation& operation : page.operations) {
            for (const PdfValue& operand : operation.operands) limits.check(operand);
            const std::string& name = operation.name;
            const bool bad = ((name == "g" || name == "G") && space.empty()) ||
                             ((name == "rg" || name == "RG") && space != "RGB ") ||
                             ((name == "k" || name == "K") && space != "CMYK");
            if (bad)
                breaches.push_back("A 6.2.4.3: page " + std::to_string(page.number) + ": " + name +
                                   " without an output intent of that kind");
        }
        // Black is DeviceGray from the beginning (8.4.1), so whatever is painted needs the intent.
        if (space.empty())
            breaches.push_back("A 6.2.4.3: page " + std::to_string(page.number) + ": no colour is known");
    }
    breaches.insert(breaches.end(), limits.breaches.begin(), limits.breaches.end());
    return breaches;
}

} // namespace taisho::test
