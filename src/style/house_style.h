#pragma once
// A house style: how an office wants its papers to look and what it calls things. It is a form that is filled
// in, without conditions or loops; it knows nothing of any paper.

#include "base/diagnostics.h"
#include "style/paper_style.h"
#include "xml/element.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace taisho {

// by_year: years down, before | after across. stacked: the block before, then the block after, years across.
enum class Arrangement : std::uint8_t { by_year, stacked };

// The roles that a paragraph can play; each has a style of its own in every house style.
enum class Role : std::uint8_t {
    title,
    section, // １．業績目標及び成果目標を修正するもの
    level,   // 【４】基本目標４
    item,    // ①福祉と教育の連携
    body,
    field_label, // ●業績目標, where it stands above its text
    statement,   // the text of a goal, where it stands above its table
    side_label,  // 【修正前】
    legend,      // （下線部分は修正部分）
    column_header,
    row_header,
    band, // a label across the whole table
    cell,
    mark, // （削除）
};
inline constexpr std::size_t role_count = 14;

struct Words {
    std::string before, after;  // 修　正　前, 修　正　後
    std::string statement;      // 指標
    std::string description;    // the row of a description that changes
    std::string name;           // the row of a name that changes
    std::string deleted, added; // （削除）, （新設）
    std::string continued;      // （続き）
    std::string legend;
};

struct HouseStyle {
    std::string title; // one line that says what it is
    Arrangement arrangement = Arrangement::by_year;
    PageSetup page;
    SheetFonts sheet_fonts;
    Words words;
    std::array<ParagraphStyle, role_count> styles;

    const ParagraphStyle& style(Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

// The element <houseStyle>. All slips are reported; nothing is returned when there are any.
std::optional<HouseStyle> read_house_style(const Element& root, Diagnostics& diagnostics);

} // namespace taisho
