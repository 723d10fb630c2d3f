#pragma once
// 課の改称 is made last, on the texts as the other amendments leave them. The sheet shows texts behind it, so
// an edited one is written as it stood before: else the words would not be found any more, or be exchanged
// twice.

#include "model/paper.h"

#include <string>
#include <vector>

namespace taisho {

struct Renames {
    std::vector<Section> sections; // of nothing but renames
    std::vector<Text> body_names;  // longer names of the register are left alone
};

Renames renames_of(const Paper& paper);

// The text that becomes `wanted`, in the place of `now`. `wanted` itself when there is none, or no words of
// `now` are exchanged.
std::string before_renames(const std::string& wanted, const std::string& now, const Renames& renames);

} // namespace taisho
