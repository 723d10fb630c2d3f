#include "revise/revisions.h"

namespace taisho {

bool exists_on(const Revision& revision, Side side) {
    switch (revision.kind) {
    case RevisionKind::deleted:
    case RevisionKind::merged: return side == Side::before;
    case RevisionKind::added:
    case RevisionKind::split: return side == Side::after;
    case RevisionKind::revised:
    case RevisionKind::corrected:
    case RevisionKind::moved:
    case RevisionKind::renumbered:
    case RevisionKind::unchanged: break;
    }
    return true;
}

bool has_both_sides(RevisionKind kind) {
    Revision revision;
    revision.kind = kind;
    return exists_on(revision, Side::before) && exists_on(revision, Side::after);
}

} // namespace taisho
