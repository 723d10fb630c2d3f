#include "pdf/marker.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <utility>

namespace taisho {

std::optional<std::uint32_t> stretch_at(const Structure& structure, const Origin& at, std::uint32_t offset) {
    const std::vector<Stretch>& all = structure.stretches;
    const auto place = [](const Stretch& stretch) { return std::pair(stretch.at, stretch.begin); };
    const auto behind = std::ranges::upper_bound(all, std::pair(at, offset), {}, place) - all.begin();
    if (behind == 0 || all[static_cast<std::size_t>(behind) - 1].at != at) return std::nullopt;
    return static_cast<std::uint32_t>(behind) - 1;
}

void Marker::artifact() {
    if (opened_ == Opened::artifact) return;
    close();
    content_ += "/Artifact<</Type/Pagination>>BDC\n";
    opened_ = Opened::artifact;
}

void Marker::stretch(std::uint32_t index) {
    if (opened_ == Opened::stretch && marked_.marks.back() == index) return;
    close();
    content_.push_back('/');
    content_ += tag_of(structure_.elements[structure_.stretches[index].element]);
    content_ += "<</MCID ";
    append_integer(content_, static_cast<std::int64_t>(marked_.marks.size()));
    content_ += ">>BDC\n";
    marked_.marks.push_back(index);
    opened_ = Opened::stretch;
}

void Marker::close() {
    if (opened_ != Opened::none) content_ += "EMC\n";
    opened_ = Opened::none;
}

} // namespace taisho
