#pragma once
#include "data/data_table.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace taisho {

// The paper's table as messages look things up in it, made once for all of them.
struct PlaceNames {
    const DataTable& paper;
    std::map<std::string_view, std::uint32_t> units; // of DataTable::units, by id
    // Of DataTable::fields, by unit, side and key.
    std::map<std::tuple<std::uint32_t, Side, std::string_view>, std::uint32_t> fields;
};

// REQUIRES: `paper` outlives the result.
PlaceNames place_names(const DataTable& paper);
PlaceNames place_names(DataTable&&) = delete;

// What a place is called in messages, by what the paper's table says of it as far as the place goes: ①福祉と
// 教育の連携　業績目標　R7.
std::string name_of(const DataPlace& place, const PlaceNames& names);

} // namespace taisho
