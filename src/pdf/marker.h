#pragma once
// Marked content (ISO 32000-1 14.6): what a text on a page belongs to, opened and closed in its content
// stream.

#include "pdf/marks.h"
#include "structure/structure.h"

#include <cstdint>
#include <optional>
#include <string>

namespace taisho {

// The stretch that holds byte `offset` of the paragraph at `at`; nothing when the structure does not know the
// place.
std::optional<std::uint32_t> stretch_at(const Structure& structure, const Origin& at, std::uint32_t offset);

// Texts of one stretch that follow each other share one sequence, and so do artifacts (14.8.2.2).
class Marker {
public:
    Marker(std::string& content, const Structure& structure, MarkedPage& marked)
        : content_(content), structure_(structure), marked_(marked) {}

    void artifact();

    void stretch(std::uint32_t index);

    void close();

private:
    enum class Opened : std::uint8_t { none, artifact, stretch };

    std::string& content_;
    const Structure& structure_;
    MarkedPage& marked_;
    Opened opened_ = Opened::none;
};

} // namespace taisho
