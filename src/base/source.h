#pragma once
// Places in input files. Every text that is printed still knows where it was written, so that each message
// can show the line; line and column are computed only when a message is printed.

#include <cstdint>
#include <string>
#include <vector>

namespace taisho {

struct SourceFile {
    std::string name;  // as the user wrote it on the command line
    std::string bytes; // UTF-8 without BOM
};

using Sources = std::vector<SourceFile>;

// A range of bytes of sources[source].bytes. `source` is no_source for things that stand in no file.
inline constexpr std::uint16_t no_source = 0xffff;
struct Span {
    std::uint16_t source = no_source;
    std::uint32_t begin = 0, end = 0;
};

// A text as it is to be printed, and where it was written. '\n' is a line break that the author wants.
struct Text {
    std::string utf8;
    Span at;

    bool empty() const { return utf8.empty(); }
};

} // namespace taisho
