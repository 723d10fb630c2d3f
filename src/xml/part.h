#pragma once
// Walking through the XML of somebody else's file format, such as the parts of an Excel workbook. read_xml
// keeps a place for everything, as messages about a paper need; here a part of a hundred megabytes goes by
// without anything being kept of it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taisho {

// `end` also follows the `begin` of <c/>. Behind `finished` and `broken` nothing comes any more.
enum class PartEvent : std::uint8_t { begin, end, text, finished, broken };

// Goes from event to event in time that grows with the bytes only. Broken is what is not well-formed XML 1.0
// in UTF-8, what is nested deeper than 64 or has more than 256 attributes in a tag, and every DOCTYPE, so
// that there are no entities but the five built in.
class PartReader {
public:
    // REQUIRES: `bytes` is UTF-8 (find_invalid) and outlives the reader.
    explicit PartReader(std::string_view bytes);

    PartEvent next();

    // From `begin` on, behind the end of that element; false when the part is broken.
    bool skip();

    // Of the element that begins, ends or holds the text, without the prefix of its namespace: which prefix a
    // program chooses says nothing.
    std::string_view name() const { return local_name_; }

    // The value of an attribute without a prefix, or of one with any; empty when it is not there.
    // REQUIRES: the last event was `begin`.
    std::string attribute(std::string_view name) const;
    std::string prefixed_attribute(std::string_view name) const;

    // The text of the last event, with references decoded and line ends as '\n'.
    const std::string& text() const { return text_; }

private:
    struct Attribute {
        std::string_view name, value; // as written
    };

    PartEvent broken();
    PartEvent read_text(std::string_view raw);
    PartEvent read_cdata(std::string_view raw);
    PartEvent begin_element(std::string_view tag, bool is_empty);
    PartEvent end_element(std::string_view tag);
    bool read_attributes(std::string_view rest);

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_; // names as written
    std::string_view local_name_;
    std::vector<Attribute> attributes_;
    std::string text_;
    bool ends_at_once_ = false; // of <c/> the beginning has been told
    bool had_root_ = false, is_broken_ = false;
};

// Appends a text or the value of an attribute with its references decoded; false when one is none of XML 1.0.
bool append_decoded(std::string& text, std::string_view raw);

} // namespace taisho
