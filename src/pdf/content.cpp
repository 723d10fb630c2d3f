// Content streams. What a page weighs and how long it takes to deflate is decided here, so a text is shown by
// one operator, its codes as bytes (half of what hexadecimal takes), and a new position, font, grey or line
// width is written only when it changes. All numbers are integers of 1/1000, written as decimals without
// rounding.

#include "pdf/content.h"

#include "pdf/syntax.h"

#include <span>

namespace taisho {
namespace {

// Numbers, then the operator.
void append_operation(std::string& content, std::initializer_list<Length> operands,
                      std::string_view operation) {
    for (const Length operand : operands) {
        append_decimal(content, operand.mpt);
        content.push_back(' ');
    }
    content.append(operation);
    content.push_back('\n');
}

void append_grey(std::string& content, std::uint8_t grey) {
    append_decimal(content, (grey * 1000 + 127) / 255);
    content += " g\n";
}

void append_fills(std::string& content, std::span<const PlacedFill> fills, Length page_height) {
    if (fills.empty()) return;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const PlacedFill& fill = fills[i];
        if (i == 0 || fill.grey != fills[i - 1].grey) append_grey(content, fill.grey);
        append_operation(content, {fill.x, page_height - fill.y - fill.height, fill.width, fill.height},
                         "re");
        const bool last_of_grey = i + 1 == fills.size() || fills[i + 1].grey != fill.grey;
        if (last_of_grey) content += "f\n";
    }
    append_grey(content, 0);
}

void append_rules(std::string& content, std::span<const PlacedRule> rules, Length page_height) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const PlacedRule& rule = rules[i];
        if (i == 0 || rule.width != rules[i - 1].width) append_operation(content, {rule.width}, "w");
        append_operation(content, {rule.x1, page_height - rule.y1}, "m");
        append_operation(content, {rule.x2, page_height - rule.y2}, "l");
        const bool last_of_width = i + 1 == rules.size() || rules[i + 1].width != rule.width;
        if (last_of_width) content += "S\n";
    }
}

// Two bytes inside a literal string (7.3.4.2); a bare carriage return would be read as a line feed.
void append_code(std::string& content, std::uint16_t cid) {
    for (const int byte : {cid >> 8, cid & 0xff}) {
        if (byte == '\r') {
            content += "\\r";
            continue;
        }
        if (byte == '(' || byte == ')' || byte == '\\') content.push_back('\\');
        content.push_back(static_cast<char>(byte));
    }
}

// A reader of the PDF would take characters that stand an em apart for words of their own; it is told what
// they say (14.9.4).
void open_spread(std::string& content, const PlacedText& text, const ShapedText& shaped) {
    const std::uint32_t begin = shaped.glyphs[text.first].begin, end = shaped.glyphs[text.last - 1].end;
    content += "/Span<</ActualText<feff";
    append_utf16_hex(content, std::string_view(shaped.utf8).substr(begin, end - begin));
    content += ">>>BDC\n";
}

// Which texts belong to one marked-content sequence (14.6). A structure tree will want one for each origin.
bool share_mark(const PlacedText& a, const PlacedText& b) { return a.artifact == b.artifact; }

void open_mark(std::string& content, const PlacedText& text) {
    if (text.artifact) content += "/Artifact BMC\n";
}

void close_mark(std::string& content, const PlacedText& text) {
    if (text.artifact) content += "EMC\n";
}

// The texts of a page, one text object (9.4) for all of them.
class TextWriter {
public:
    TextWriter(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts)
        : content_(content), page_(page), pages_(pages), fonts_(fonts) {}

    void write(const PlacedText& placed) {
        const ShapedText& shaped = pages_.texts[placed.text];
        move_to(placed.x, pages_.height - placed.y);
        const std::string_view text = shaped.utf8;
        // What a viewer's pen still has to move before the next glyph, 1/1000 em to the right.
        std::int32_t owed = 0;
        for (std::uint32_t i = placed.first; i < placed.last; ++i) {
            const Glyph& glyph = shaped.glyphs[i];
            const ShownGlyph shown =
                find_code(fonts_, glyph, text.substr(glyph.begin, glyph.end - glyph.begin));
            set_font(shown.font, placed.size);
            show(shown.cid, owed + shown.x_offset);
            owed = glyph.advance - shown.x_offset - shown.width;
            if (placed.adjustment >= 0)
                owed += page_.adjustments[static_cast<std::size_t>(placed.adjustment) + (i - placed.first)];
        }
        end_show();
    }

private:
    void move_to(Length x, Length y) {
        append_operation(content_, {x - x_, y - y_}, "Td");
        x_ = x;
        y_ = y;
    }

    void set_font(std::uint16_t font, Length size) {
        if (font_ == font && size_ == size) return;
        end_show();
        content_ += "/F";
        append_integer(content_, font);
        content_.push_back(' ');
        append_operation(content_, {size}, "Tf");
        font_ = font;
        size_ = size;
    }

    void show(std::uint16_t cid, std::int32_t move) {
        if (move != 0) {
            if (!shown_.empty()) shown_.push_back(')');
            append_integer(shown_, -std::int64_t{move}); // TJ counts to the left (9.4.3)
            shown_.push_back('(');
            has_moves_ = true;
        } else if (shown_.empty()) {
            shown_.push_back('(');
        }
        append_code(shown_, cid);
    }

    void end_show() {
        if (shown_.empty()) return;
        if (has_moves_) content_.push_back('[');
        content_ += shown_;
        content_ += has_moves_ ? ")]TJ\n" : ")Tj\n";
        shown_.clear();
        has_moves_ = false;
    }

    std::string& content_;
    const Page& page_;
    const Pages& pages_;
    EmbeddedFonts& fonts_;
    Length x_, y_;  // start of the current line, from the lower left corner
    int font_ = -1; // none yet
    Length size_;
    std::string shown_;      // the operand of Tj or TJ that is under way, without its end
    bool has_moves_ = false; // it is one of TJ
};

void append_texts(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts) {
    if (page.texts.empty()) return;
    content += "BT\n";
    TextWriter writer(content, page, pages, fonts);
    for (std::size_t i = 0; i < page.texts.size(); ++i) {
        const PlacedText& text = page.texts[i];
        if (i == 0 || !share_mark(page.texts[i - 1], text)) open_mark(content, text);
        if (text.spread) open_spread(content, text, pages.texts[text.text]);
        writer.write(text);
        if (text.spread) content += "EMC\n";
        const bool last_of_mark = i + 1 == page.texts.size() || !share_mark(text, page.texts[i + 1]);
        if (last_of_mark) close_mark(content, text);
    }
    content += "ET\n";
}

} // namespace

void append_content(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts) {
    append_fills(content, page.fills, pages.height);
    append_texts(content, page, pages, fonts);
    append_rules(content, page.underlines, pages.height);
    if (!page.rules.empty()) content += "2 J\n"; // projecting caps (8.4.3.3) close the corners of boxes
    append_rules(content, page.rules, pages.height);
}

} // namespace taisho
