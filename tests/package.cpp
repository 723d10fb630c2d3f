#include "package.h"

#include "xlsx/read_workbook.h"

namespace taisho::test {
namespace {

void put(std::string& bytes, std::uint32_t number, int width) {
    for (int i = 0; i < width; ++i) bytes += static_cast<char>(number >> 8 * i & 0xffU);
}

// What the local header and the entry of the directory share, from the version on.
void put_description(std::string& bytes, const PackedPart& part, const std::string& packed) {
    const auto size = static_cast<std::uint32_t>(part.bytes.size());
    put(bytes, 20, 2);
    put(bytes, part.encrypted ? 1 : 0, 2);
    put(bytes, static_cast<std::uint32_t>(part.method), 2);
    put(bytes, 0x00210000, 4); // 1 January 1980
    put(bytes, crc32(part.bytes), 4);
    put(bytes, static_cast<std::uint32_t>(packed.size()), 4);
    put(bytes, part.claimed_size == 0xffffffff ? size : part.claimed_size, 4);
    put(bytes, static_cast<std::uint32_t>(part.name.size()), 2);
    put(bytes, 0, 2);
}

std::string_view word_of(CellSource source) {
    switch (source) {
    case CellSource::text: return "";
    case CellSource::number: return "［数］";
    case CellSource::date: return "［日］";
    case CellSource::percentage: return "［割合］";
    case CellSource::formula: return "［式］";
    case CellSource::boolean: return "［真偽］";
    case CellSource::error: return "［誤り］";
    }
    return "";
}

std::string column_name(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

} // namespace

std::string zip_of(const std::vector<PackedPart>& parts) {
    std::string archive, directory;
    Compressor compressor(6);
    for (const PackedPart& part : parts) {
        const std::string packed = part.method == 8 ? compressor.raw(part.bytes) : part.bytes;
        const auto offset = static_cast<std::uint32_t>(archive.size());
        archive += "PK\3\4";
        put_description(archive, part, packed);
        archive += part.name + packed;
        directory += "PK\1\2";
        put(directory, 20, 2);
        put_description(directory, part, packed);
        put(directory, 0, 4); // no comment, first disk
        put(directory, 0, 2); // attributes
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += part.name;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory + "PK\5\6";
    put(archive, 0, 4);
    put(archive, static_cast<std::uint32_t>(parts.size()), 2);
    put(archive, static_cast<std::uint32_t>(parts.size()), 2);
    put(archive, static_cast<std::uint32_t>(directory.size()), 4);
    put(archive, begin, 4);
    put(archive, 0, 2);
    return archive;
}

std::vector<PackedPart> parts_of(const SmallWorkbook& workbook) {
    const std::string head(declaration);
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string relationships =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const auto relationship = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
    };
    const std::string of = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const auto type = [&](const std::string& part, const std::string& kind) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + of + kind + "+xml\"/>";
    };
    return {
        {"[Content_Types].xml",
         head +
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
             type("workbook.xml", "sheet.main") + type("worksheets/sheet1.xml", "worksheet") +
             type("sharedStrings.xml", "sharedStrings") + type("styles.xml", "styles") + "</Types>"},
        {"_rels/.rels",
         relationships + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml",
         head + "<workbook " + main + " xmlns:r=\"" + types.substr(0, types.size() - 1) + "\">" +
             workbook.properties +
             "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", relationships +
                                           relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                                           relationship("rId2", "sharedStrings", "sharedStrings.xml") +
                                           relationship("rId3", "styles", "styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml", head + "<sst " + main + ">" + workbook.strings + "</sst>"},
        {"xl/styles.xml", head + "<styleSheet " + main + "><numFmts>" + workbook.number_formats +
                              "</numFmts><cellXfs>" + workbook.styles + "</cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml",
         head + "<worksheet " + main + "><sheetData>" + workbook.rows + "</sheetData></worksheet>"},
    };
}

std::string lines_of(const std::vector<ReadCell>& cells) {
    std::string lines;
    for (const ReadCell& cell : cells) {
        lines += column_name(cell.column) + std::to_string(cell.row + 1) + " " +
                 std::string(word_of(cell.source)) + cell.text + "\n";
    }
    return lines;
}

std::string read_back(const std::string& bytes) {
    const ScratchFolder folder;
    write_bytes(folder.path / "ブック.xlsx", bytes);
    Diagnostics diagnostics;
    const auto sheets = read_workbook(folder.path / "ブック.xlsx", diagnostics);
    if (!sheets.has_value()) {
        std::string message = message_of(diagnostics.at(0), {}, Language::japanese).number;
        for (const std::string& argument : diagnostics.at(0).arguments) {
            const bool is_file = argument.ends_with("ブック.xlsx");
            message += is_file ? " ファイル" : " " + argument;
        }
        return message;
    }
    std::string text;
    for (const ReadSheet& sheet : *sheets)
        text += (sheets->size() > 1 || sheet.hidden
                     ? "〈" + sheet.name + "〉" + (sheet.hidden ? "［隠］" : "") + "\n"
                     : "") +
                lines_of(sheet.cells);
    return text;
}

std::string read_back(const std::vector<PackedPart>& parts) { return read_back(zip_of(parts)); }

} // namespace taisho::test
