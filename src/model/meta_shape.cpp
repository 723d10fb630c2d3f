#include "model/meta_shape.h"

namespace taisho {

std::vector<Shape> meta_shapes() {
    constexpr Occurs optional = Occurs::optional, any = Occurs::any, some = Occurs::some;
    return {
        {"amendmentPaper",
         {},
         {{"meta"}, {"plan"}, {"amendments"}},
         false,
         false,
         "修正前・修正後を並べる資料の全体。"},
        {"meta",
         {},
         {{"paperNumber", optional},
          {"council", optional},
          {"date", optional},
          {"place", optional},
          {"agenda", optional},
          {"title"},
          {"department", optional},
          {"cover", optional},
          {"contents", optional},
          {"output", any}},
         false,
         false,
         "資料そのもののこと。"},
        {"paperNumber", {}, {}, true, false, "右上の囲みに入る番号。例：資料３"},
        {"title", {}, {}, true, true, "題名や見出し。書いたとおりに印刷します。"},
        {"council",
         {{"round", optional, "何回目の会議か。例：令和６年度第３回"}},
         {},
         true,
         true,
         "会議の名前。例：地域福祉推進審議会"},
        {"date",
         {{"iso", Occurs::once, "同じ日を、年-月-日の数字で。例：2024-08-01"}},
         {},
         true,
         true,
         "会議の日。書いたとおりに印刷します。例：令和６年８月１日（木）午後２時"},
        {"place", {}, {}, true, true, "会議の場所。例：市役所３階　第一会議室"},
        {"agenda", {}, {{"topic", some}}, false, false, "会議の次第。"},
        {"topic", {}, {}, true, true, "次第の一つ。番号も書きます。例：１　開会"},
        {"department", {}, {}, true, true, "資料を担当する課。例：福祉総務課"},
        {"cover", {}, {}, false, false, "表紙を付けます。題名は表紙に移ります。"},
        {"contents", {}, {}, false, false, "題名の下に目次を置きます。"},
        {"output",
         {{"template", Occurs::once, "様式の名前。templates フォルダーのファイル名から .xml を除いたもの。"}},
         {},
         false,
         false,
         "加えて作る様式。"},
    };
}

} // namespace taisho
