#pragma once
// Walking through the XML of somebody else's file format, such as the parts of an Excel workbook. read_xml
// keeps a place for everything, as messages about a paper need; here the events alone go by.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace taisho {

// `end` also follows the `begin` of <c/>. Behind `finished` and `broken` nothing comes any more.
enum class PartEvent : std::uint8_t { begin, end, text, finished, broken };

// Broken is what is no XML with one root, what is nested deeper than 64, what has a DOCTYPE (so that there
// are no entities but the five built in), and what would take more than a gigabyte as a tree.
class PartReader {
public:
    // REQUIRES: `bytes` is UTF-8 (find_invalid).
    explicit PartReader(std::string bytes);
    PartReader(const PartReader&) = delete;
    PartReader& operator=(const PartReader&) = delete;
    ~PartReader();

    PartEvent next();

    // From `begin` on, behind the end of that element; false when the part is broken.
    bool skip();

    // Of the element that begins, ends or holds the text, without the prefix of its namespace: which prefix a
    // program chooses says nothing.
    std::string_view name() const;

    // The value of an attribute without a prefix, or of one with any; empty when it is not there.
    // REQUIRES: the last event was `begin`.
    std::string_view attribute(std::string_view name) const;
    std::string_view prefixed_attribute(std::string_view name) const;

    // The text of the last event, with references decoded and line ends as '\n'.
    std::string_view text() const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

} // namespace taisho
