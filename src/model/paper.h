#pragma once
// The paper as the customer describes it: the plan in force, given once, and the amendments to it.

#include "model/amendments.h"
#include "model/plan.h"

namespace taisho {

struct Section {
    Heading heading;
    std::vector<Amendment> amendments;
    Text arrangement = {}; // by-year, side-by-side, stacked or list; empty: that of the house style
};

// The meeting that the paper is for. All of it may be empty.
struct Meeting {
    Text round, council; // 令和６年度第３回, 地域福祉推進審議会
    Text date, iso_date; // as printed: 令和６年８月１日（木）; 2024-08-01. They are the same day.
    Text place;
    std::vector<Text> agenda; // 次第
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
    Meeting meeting;
    Text title;
    Text department;                        // 福祉総務課, which answers for it; may be empty
    bool cover = false, contents = false;   // 表紙, 目次, whatever the house style says
    std::vector<Text> templates;            // further outputs
    std::optional<PlanReference> reference; // then `plan` is read from there
    Plan plan;
    Text new_version; // of the plan after the amendments; may be empty
    std::vector<Section> sections;
};

} // namespace taisho
