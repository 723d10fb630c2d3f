#pragma once
#include "data/data_table.h"

#include <string>

namespace taisho {

// What a place is called in messages, by what the paper's table says of it as far as the place goes: ①福祉と
// 教育の連携　業績目標　R7.
std::string name_of(const DataPlace& place, const DataTable& paper);

} // namespace taisho
