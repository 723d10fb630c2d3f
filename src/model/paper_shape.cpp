#include "model/paper_shape.h"

namespace taisho {

// The order of the rows is the order of the paper. A key with a point (goal.revised) is a second shape of an
// element that means something else inside an amendment.
std::span<const Shape> paper_shapes() {
    constexpr Occurs optional = Occurs::optional;
    constexpr Occurs any = Occurs::any;
    static const std::vector<Shape> shapes = {
        {"amendmentPaper", {}, {{"meta"}, {"plan"}, {"amendments"}}},
        {"meta", {}, {{"paperNumber", optional}, {"title"}, {"output", any}}},
        {"paperNumber", {}, {}, true},
        {"title", {}, {}, true, true},
        {"output", {{"template"}}, {}},

        {"plan", {}, {{"title", optional}, {"level", any}, {"item", any}}},
        {"level", {{"id"}}, {{"number", optional}, {"title"}, {"level", any}, {"item", any}}},
        {"number", {}, {}, true},
        {"item",
         {{"id"}},
         {{"number", optional},
          {"title"},
          {"description", any, "text"},
          {"bodies", any, "text"},
          {"passage", any, "text"},
          {"goal", any}}},
        {"text", {{"label", optional}}, {{"br", any}}, true, true},
        {"br", {}, {}},
        {"goal", {{"kind"}, {"label", optional}}, {{"statement", optional}, {"columns"}, {"row", any}}},
        {"statement", {}, {{"br", any}}, true, true},
        {"columns", {}, {{"column", any}}, false, true},
        {"column", {{"kind", optional}}, {{"note", optional}}, true, true},
        {"note", {}, {}, true},
        {"row", {{"label", optional}}, {{"value", any}}, false, true},
        {"value", {}, {{"br", any}}, true, true},

        {"amendments", {}, {{"section", any}}, false, true},
        {"section", {}, {{"number", optional}, {"title"}, {"revise", any}, {"delete", any}, {"add", any}}},
        {"delete", {{"item"}}, {}},
        {"add", {{"level"}}, {{"item"}}},
        {"revise",
         {{"item"}},
         {{"description", any, "text"},
          {"bodies", any, "text"},
          {"passage", any, "text"},
          {"goal", any, "goal.revised"}},
         false,
         true},
        {"goal.revised",
         {{"kind"}, {"label", optional}},
         {{"label", optional},
          {"statement", optional},
          {"column", any, "column.revised"},
          {"value", any, "value.revised"},
          {"row", any}},
         false,
         true},
        {"column.revised", {{"ref"}}, {{"label", optional}, {"note", optional}}, false, true},
        {"label", {}, {}, true, true},
        {"value.revised", {{"column"}, {"row", optional}}, {{"br", any}}, true, true},
    };
    return shapes;
}

} // namespace taisho
