#pragma once
// The paper as the customer describes it: the plan in force, given once, and the amendments to it.

#include "model/amendments.h"
#include "model/plan.h"

namespace taisho {

struct Section {
    Heading heading;
    std::vector<Amendment> amendments;
};

// What a unit of the plan said when the paper was made.
struct RecordedDigest {
    Text unit, digest;
};

// A plan in a file of its own.
struct PlanReference {
    Text href;    // relative to the paper's folder, and below it
    Text version; // the one the paper was made against; may be empty
    std::vector<RecordedDigest> digests;
};

struct Paper {
    Text number; // 資料３; may be empty
    Text title;
    std::vector<Text> templates;            // further outputs
    std::optional<PlanReference> reference; // then `plan` is read from there
    Plan plan;
    Text new_version; // of the plan after the amendments; may be empty
    std::vector<Section> sections;
};

} // namespace taisho
