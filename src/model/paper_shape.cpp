#include "model/paper_shape.h"

#include "model/meta_shape.h"

// A key with a point (goal.revised) is a second shape of an element that means something else inside an
// amendment. The order of the children is the order of the file.

namespace taisho {
namespace {

constexpr Occurs optional = Occurs::optional;
constexpr Occurs any = Occurs::any;
constexpr Occurs some = Occurs::some;
constexpr Occurs one_of = Occurs::one_of;

using Shapes = std::vector<Shape>;

const std::vector<std::string_view> yes_no = {"yes", "no"};
const std::vector<std::string_view> arrangement_words = {"by-year", "side-by-side", "stacked", "list"};

const std::vector<ChildShape> fields = {
    {"description", any, "text"}, {"bodies", any, "text"}, {"passage", any, "text"},
    {"footnote", any, "text"},    {"goal", any},           {"table", any}};

const std::vector<ChildShape> field_revisions = {{"description", any, "text.revised"},
                                                 {"bodies", any, "text.revised"},
                                                 {"passage", any, "text.revised"},
                                                 {"footnote", any, "text.revised"},
                                                 {"goal", any, "goal.revised"},
                                                 {"table", any, "table.revised"},
                                                 {"add", any, "add.field"},
                                                 {"delete", any, "delete.field"},
                                                 {"replace", any}};

const std::vector<ChildShape> heading = {{"number", optional}, {"title"}, {"page", optional}};
const std::vector<ChildShape> heading_revision = {
    {"number", optional, "number.revised"}, {"title", optional}, {"page", optional, "page.revised"}};
const std::vector<ChildShape> annotations = {{"reason", optional}, {"opinion", any}, {"remark", any}};
const std::vector<ChildShape> one_field = {
    {"description", one_of, "text"}, {"bodies", one_of, "text"}, {"passage", one_of, "text"},
    {"footnote", one_of, "text"},    {"goal", one_of},           {"table", one_of}};
const std::vector<ChildShape> in_text = {{"br", any}, {"tab", any}};
const std::vector<ChildShape> field_reason = {{"reason", optional}};

using Children = std::vector<ChildShape>;

Children joined(std::initializer_list<Children> parts) {
    Children all;
    for (const Children& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

// Which unit of the plan: by its id, as an item or as a level.
std::vector<AttributeShape> unit_and(std::vector<AttributeShape> more) {
    std::vector<AttributeShape> all = {{"item", one_of, "対象の項目の id。"},
                                       {"level", one_of, "対象の階層の id。中の項目もすべて含みます。"}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

const AttributeShape before = {"before", Occurs::at_most_one_of, "これの直前に置きます。"};
const AttributeShape after = {"after", Occurs::at_most_one_of, "これの直後に置きます。省くと最後です。"};
const AttributeShape shift_up = {"shift", optional, "yes と書くと、後ろに続く番号を一つずつ繰り上げます。",
                                 yes_no};
const AttributeShape shift_down = {"shift", optional, "yes と書くと、後ろに続く番号を一つずつ繰り下げます。",
                                   yes_no};

const AttributeShape which = {"label", optional,
                              "同じ種類が二つ以上あるとき、計画に書いた label で指します。"};

Shapes plan() {
    return {
        {"plan",
         {{"href", optional, "別のファイルにある計画。資料のあるフォルダーからの名前で書きます。"},
          {"version", optional, "計画の版。例：2024-03"},
          {"from", optional, "計画の最初の年度。例：R6"},
          {"to", optional, "計画の最後の年度。例：R10"},
          {"extract", optional, "yes と書くと、計画の一部だけを写したものとして、番号の飛びを知らせません。",
           yes_no}},
         {{"title", optional}, {"bodyNames", optional}, {"level", any}, {"item", any}, {"digest", any}},
         false,
         false,
         "いまの計画。修正前の文は、ここに一度だけ書きます。"},
        {"bodyNames",
         {},
         {{"name", some}},
         false,
         false,
         "実施主体の名簿。書くと、bodies にある名前がここにあるかを確かめます。"},
        {"name", {}, {}, true, true, "実施主体の名前。例：福祉総務課"},
        {"digest",
         {{"of", Occurs::once, "項目や階層の id。"}},
         {},
         true,
         true,
         "資料を作ったときの中身のしるし。taisho pin が書きます。"},
        {"level",
         {{"id", Occurs::once, "修正から指すための名前。印刷しません。"}},
         joined({heading, {{"level", any}, {"item", any}}}),
         false,
         false,
         "階層。基本目標、章、分野など。何段でも入れられます。"},
        {"number", {}, {}, true, false, "番号。後ろの空白も書いたとおりに印刷します。例：（２）"},
        {"page", {}, {}, true, false, "冊子の計画書でのページ。例：32"},
        {"item",
         {{"id", Occurs::once, "修正から指すための名前。印刷しません。"}},
         joined({heading, fields}),
         false,
         false,
         "項目。修正はこれごとに書きます。"},
        {"text",
         {{"label", optional, "文の前に置く言葉。例：●実施主体"}},
         in_text,
         true,
         true,
         "文。description は説明、bodies は実施主体、passage はそのほかの文、footnote は※の注です。"},
        {"br", {}, {}, false, false, "ここで行を改めます。"},
        {"tab", {}, {}, false, false, "次のタブの位置まで空けます。"},
    };
}

Shapes goals_and_tables() {
    return {
        {"goal",
         {{"kind", Occurs::once, "どの目標か。業績目標は output、成果目標は outcome、ほかは自由。"},
          {"label", optional, "印刷する見出し。例：●業績目標"}},
         {{"statement", optional}, {"columns"}, {"row", any}},
         false,
         false,
         "目標とその年ごとの値。"},
        {"statement", {}, in_text, true, true, "指標の文。"},
        {"columns", {}, {{"column", some}}, false, false, "表の列。左から順に書きます。"},
        {"column",
         {{"kind", optional, "列の種類。省くと年度です。", {"year", "baseline", "target", "note", "free"}}},
         {{"note", optional}},
         true,
         true,
         "列の名前。年度の列は R6、令和6年度、2024 のように書きます。"},
        {"note", {}, {}, true, false, "列の名前の下の言葉。例：目標値"},
        {"row",
         {{"label", optional, "行の名前。行が二つ以上あるときに書きます。"}},
         {{"value", some}},
         false,
         false,
         "値の行。列と同じ数だけ、同じ順に値を書きます。"},
        {"value", {}, in_text, true, true, "一つの欄の値。値がないときは ― と書きます。"},
        {"table",
         {{"label", optional, "表の見出し。"}},
         {{"row", some, "row.table"}},
         false,
         false,
         "年度の表でない、自由な表。"},
        {"row.table",
         {{"header", optional, "yes と書くと見出しの行。表の上に続けて書きます。", yes_no}},
         {{"cell", any}},
         false,
         false,
         "表の行。上の行から下りてくる欄は書きません。"},
        {"cell",
         {{"columnSpan", optional, "右へ何列分か。"},
          {"rowSpan", optional, "下へ何行分か。"},
          {"header", optional, "yes と書くと、その行の見出し。", yes_no}},
         in_text,
         true,
         false,
         "表の欄。空でもかまいません。"},
    };
}

Shapes amendments() {
    return {
        {"amendments",
         {{"newVersion", optional, "修正後の計画の版。例：2025-03"}},
         {{"section", some}},
         false,
         false,
         "修正。変わるところだけを、上から順に行われるものとして書きます。"},
        {"section",
         {{"arrangement", optional, "この節の並べ方。省くと様式のとおりです。", arrangement_words}},
         {{"number", optional},
          {"title"},
          {"revise", any},
          {"correct", any, "revise"},
          {"delete", any},
          {"add", any},
          {"move", any},
          {"renumber", any},
          {"merge", any},
          {"split", any},
          {"rename", any},
          {"unchanged", any},
          {"revisePlan", any}},
         false,
         false,
         "大きな区切り。例：１．業績目標を修正するもの"},
        {"revise", unit_and({}), joined({heading_revision, field_revisions, annotations}), false, false,
         "項目や階層の一部を変える。correct は誤記の訂正です。変わるものだけを書きます。"},
        {"delete", unit_and({shift_up}), annotations, false, false, "項目や階層を削除する。"},
        {"add",
         {{"level", optional, "加える先の階層の id。before か after を書けば省けます。"},
          before,
          after,
          shift_down},
         joined({{{"item", one_of}, {"level", one_of}}, annotations}),
         false,
         false,
         "項目や階層を加える。計画と同じ書き方で中に一つ書きます。"},
        {"move",
         unit_and({{"to", optional, "移す先の階層の id。before か after を書けば省けます。"},
                   before,
                   after,
                   shift_up}),
         joined({heading_revision, field_revisions, annotations}), false, false,
         "項目や階層を移す。同時に変わるものがあれば中に書きます。"},
        {"renumber", unit_and({}), joined({{{"number"}}, annotations}), false, false, "番号だけを変える。"},
    };
}

Shapes further_amendments() {
    return {
        {"merge",
         {{"into", Occurs::once, "残る項目の id。"}, shift_up},
         joined({{{"from", some}}, heading_revision, field_revisions, annotations}),
         false,
         false,
         "ほかの項目を一つの項目に統合する。残る項目の変わるところを中に書きます。"},
        {"from",
         {{"item", Occurs::once, "統合されてなくなる項目の id。"}},
         {},
         false,
         false,
         "統合されてなくなる項目。"},
        {"split",
         {{"item", Occurs::once, "分ける項目の id。"}, shift_down},
         joined({heading_revision, field_revisions, {{"item", some}}, annotations}),
         false,
         false,
         "項目を分割する。残る項目の変わるところと、新しい項目を書きます。"},
        {"rename",
         {{"from", Occurs::once, "いまの言葉。"},
          {"to", Occurs::once, "新しい言葉。"},
          {"partOfWord", optional, "yes と書くと、長い言葉の一部でも変えます。", yes_no}},
         annotations,
         false,
         false,
         "計画全体で言葉を改める。例：課の名前"},
        {"unchanged", unit_and({{"through", optional, "続けて略す最後の項目の id。"}}), annotations, false,
         false, "変わらない項目を（略）として示す。"},
        {"revisePlan",
         {{"from", optional, "計画の最初の年度。to とともに空にすると、期間がなくなります。"},
          {"to", optional, "計画の最後の年度。"}},
         joined({{{"title", optional, "title.revised"}, {"bodyNames", optional, "bodyNames.revised"}},
                 annotations}),
         false,
         false,
         "計画の名前、期間、実施主体の名簿を変える。"},
        {"reason", {}, in_text, true, true, "理由。"},
        {"opinion", {}, {}, true, true, "もとになった意見の番号。"},
        {"remark", {}, in_text, true, true, "備考。"},
    };
}

Shapes revisions() {
    return {
        {"title.revised", {}, {}, true, false, "計画の新しい名前。"},
        {"bodyNames.revised",
         {},
         {{"name", any}},
         false,
         false,
         "新しい実施主体の名簿の全体。空にすると、名簿がなくなります。"},
        {"number.revised", {}, {}, true, false, "新しい番号。空にすると、番号がなくなります。"},
        {"page.revised", {}, {}, true, false, "新しいページ。空にすると、なくなります。"},
        {"text.revised", {which}, joined({in_text, field_reason}), true, true, "新しい文の全体。"},
        {"goal.revised",
         {{"kind", Occurs::once, "どの目標か。計画に書いたとおり。"}, which},
         {{"label", optional},
          {"statement", optional, "statement.revised"},
          {"column", any, "column.revised"},
          {"value", any, "value.revised"},
          {"row", any},
          {"addColumn", any},
          {"deleteColumn", any},
          {"addRow", any},
          {"deleteRow", any},
          {"reason", optional}},
         false,
         false,
         "目標の変わるところだけ。"},
        {"label", {}, {}, true, false, "新しい見出しの言葉や列の名前。"},
        {"statement.revised", {}, in_text, true, false, "新しい指標の文。空にすると、なくなります。"},
        {"column.revised",
         {{"ref", Occurs::once, "どの列か。R10、または列の名前。"}},
         {{"label", optional}, {"note", optional}},
         false,
         false,
         "列の名前や、その下の言葉を変える。"},
        {"value.revised",
         {{"column", Occurs::once, "どの列か。R10、または列の名前。"},
          {"row", optional, "どの行か。行に名前があるときに書きます。"}},
         in_text,
         true,
         true,
         "新しい値。"},
        {"addColumn",
         {before, after},
         {{"column"}, {"value", any}},
         false,
         false,
         "列を加える。値は行の数だけ書きます。"},
        {"deleteColumn",
         {{"ref", Occurs::once, "どの列か。R6、または列の名前。"}},
         {},
         false,
         false,
         "列をなくす。"},
        {"addRow", {before, after}, {{"row"}}, false, false, "値の行を加える。"},
        {"deleteRow", {{"row", Occurs::once, "どの行か。行の名前。"}}, {}, false, false, "値の行をなくす。"},
    };
}

Shapes field_revision_shapes() {
    return {
        {"table.revised",
         {which},
         {{"cell", any, "cell.revised"}, {"reason", optional}},
         false,
         false,
         "自由な表の変わる欄だけ。形が変わるときは replace を使います。"},
        {"cell.revised",
         {{"row", Occurs::once, "上から何行目か、または行の最初の欄の文字。"},
          {"column", Occurs::once, "左から何列目か、または列の見出しの文字。"}},
         in_text,
         true,
         false,
         "新しい欄の文字。"},
        {"add.field",
         {before, after},
         joined({one_field, field_reason}),
         false,
         false,
         "項目に文や目標を加える。before と after には、kind か label を書きます。"},
        {"delete.field",
         {{"field", Occurs::once, "どの文や目標か。kind か label。二つ目は #2 を付けます。"}},
         field_reason,
         false,
         false,
         "項目から文や目標をなくす。"},
        {"replace",
         {{"field", Occurs::once, "どの文や目標か。kind か label。二つ目は #2 を付けます。"}},
         joined({one_field, field_reason}),
         false,
         false,
         "文や目標を丸ごと書きかえる。"},
    };
}

} // namespace

std::span<const Shape> paper_shapes() {
    static const Shapes shapes = [] {
        Shapes all;
        for (Shapes& part : std::vector<Shapes>{meta_shapes(), plan(), goals_and_tables(), amendments(),
                                                further_amendments(), revisions(), field_revision_shapes()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return shapes;
}

std::string schema_of_papers() {
    constexpr std::string_view roots[] = {"amendmentPaper", "plan"};
    return write_schema(roots, paper_shapes());
}

} // namespace taisho
