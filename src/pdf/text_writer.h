#pragma once
// Glyphs of lines as text-showing operators (ISO 32000-1 9.4).

#include "layout/pages.h"
#include "pdf/embedded_fonts.h"

#include <cstdint>
#include <string>

namespace taisho {

// The texts of a page, one text object for all of them: it knows where the pen stands, and writes a position
// or a font only when it changes. What a text shows is one operator as far as font and marks allow.
class TextWriter {
public:
    TextWriter(std::string& content, const Page& page, const Pages& pages, EmbeddedFonts& fonts)
        : content_(content), page_(page), pages_(pages), fonts_(fonts) {}

    void begin_line(const PlacedText& placed);

    // Ends what is bold or has a colour, so that what is painted next is neither.
    void end_text();

    // Glyphs [first, last) of the line that was begun. REQUIRES: those before them were written.
    void write(const PlacedText& placed, std::uint32_t first, std::uint32_t last);

private:
    void set_font(std::uint16_t font, Length size);
    void set_emphasis(const PlacedText& placed, std::uint32_t glyph);
    void set_look(bool bold, Colour colour, Length size);
    void show(std::uint16_t cid, std::int32_t move);
    void end_show();

    std::string& content_;
    const Page& page_;
    const Pages& pages_;
    EmbeddedFonts& fonts_;
    Length x_, y_; // start of the current line, from the lower left corner
    std::int32_t owed_ =
        0;          // what a viewer's pen still has to move before the next glyph, 1/1000 em to the right
    int font_ = -1; // none yet
    Length size_;
    bool bold_ = false;
    Colour colour_ = black;
    Length stroked_;           // size of the text that is bold
    std::size_t emphasis_ = 0; // the first of the page's that may still be met
    std::string shown_;        // the operand of Tj or TJ that is under way, without its end
    bool has_moves_ = false;   // it is one of TJ
};

} // namespace taisho
