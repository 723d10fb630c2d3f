#include "app/plan_file.h"

#include "xml/lines.h"
#include "xml/write.h"

namespace taisho {

std::string plan_file(const SourceFile& source, const Element& before, const Element& after, bool is_root) {
    const std::string file = patch_xml(source, before, after);
    if (is_root) return file;
    const std::size_t begin = before.extent.begin, behind = source.bytes.size() - before.extent.end;
    const std::string plan = file.substr(begin, file.size() - behind - begin);
    return std::string(xml_declaration) +
           reindent(plan, indentation_at(source.bytes, before.extent.begin), "") + "\n";
}

} // namespace taisho
