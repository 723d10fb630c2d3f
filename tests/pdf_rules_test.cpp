#include "pdf_rules.h"
#include "pdf_sample.h"
#include "support.h"

#include <doctest/doctest.h>

namespace taisho::test {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

TEST_CASE("手で書いた見本は、どの規則も破らない") {
    CHECK(joined(broken_rules_of(file_of(sample_objects()))) == "");
}

} // namespace
} // namespace taisho::test
