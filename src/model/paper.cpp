#include "model/paper.h"

namespace taisho {

std::string_view name_of(PassageKind kind) {
    switch (kind) {
    case PassageKind::description: return "description";
    case PassageKind::bodies: return "bodies";
    case PassageKind::passage: return "passage";
    }
    return {};
}

} // namespace taisho
