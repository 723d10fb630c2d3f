#include "app/plan_file.h"

#include "xml/write.h"

#include <algorithm>

namespace taisho {

namespace {

// The blanks that the line of the element begins with, when nothing else stands before it.
std::size_t indent_of(const SourceFile& source, const Element& element) {
    const std::size_t begin = element.extent.begin;
    const std::size_t line = begin == 0 ? 0 : source.bytes.rfind('\n', begin - 1) + 1; // npos + 1 is 0
    return source.bytes.find_first_not_of(' ', line) == begin ? begin - line : 0;
}

std::string without_indent(const std::string& text, std::size_t indent) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::size_t blanks = std::min(text.find_first_not_of(' ', at), end) - at;
        const std::size_t cut = at == 0 ? 0 : std::min(blanks, indent);
        result.append(text, at + cut, end - at - cut);
        at = end;
    }
    return result;
}

} // namespace

std::string plan_file(const SourceFile& source, const Element& before, const Element& after, bool is_root) {
    const std::string file = patch_xml(source, before, after);
    if (is_root) return file;
    const std::size_t begin = before.extent.begin, behind = source.bytes.size() - before.extent.end;
    const std::string plan = file.substr(begin, file.size() - behind - begin);
    return std::string(xml_declaration) + without_indent(plan, indent_of(source, before)) + "\n";
}

} // namespace taisho
