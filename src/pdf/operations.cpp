#include "pdf/operations.h"

#include "pdf/syntax.h"

namespace taisho {

Length rounded(Length length) { return {(length.mpt + (length.mpt < 0 ? -5 : 5)) / 10 * 10}; }

void append_operation(std::string& content, std::initializer_list<Length> operands,
                      std::string_view operation) {
    for (const Length operand : operands) {
        append_decimal(content, rounded(operand).mpt);
        content.push_back(' ');
    }
    content.append(operation);
    content.push_back('\n');
}

} // namespace taisho
