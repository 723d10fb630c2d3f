#include "app/help.h"

namespace taisho {
namespace {

constexpr std::string_view japanese =
    R"(taisho（対照）　修正前・修正後の資料を、XML から PDF と Excel に作ります。

資料を作る
  taisho new フォルダー [--from-plan 計画.xml]
      はじめの資料を作ります。計画を指すと、その id の一覧を付けます。
  taisho check 資料.xml [--json] [--strict]
      誤りがないかを確かめます。何も書きません。計画のファイルも確かめられます。
  taisho build 資料.xml [-o フォルダー] [--template 様式]… [--pdf] [--xlsx] [--csv]
               [--pages 3-4] [--strict]
      資料.pdf と 資料.xlsx を作ります。資料の中や --template で様式を挙げると、
      その様式の 資料-様式.pdf と 資料-様式.xlsx も作ります。
      -o フォルダー      作ったものを置く場所（はじめは今のフォルダー）
      --template 様式    加える様式（by-year、stacked など。何度でも書けます）
      --pdf              PDF だけを作ります
      --xlsx             Excel だけを作ります
      --csv              資料のデータ（資料.csv）を作ります。--pdf や --xlsx と一緒にも書けます
      --pages 3-4,7      差替え用に、そのページだけの PDF（資料-p3-4,7.pdf）を作ります。5- は終わりまで。
                         --template で様式を一つ、-o で ファイル.pdf も指定できます
      --strict           注意があれば、誤りとして止まります（check、apply でも）

Excel で直す
  taisho import 直した資料.xlsx [--into 資料.xml] [--yes] [--delete] [--prefer workbook|paper]
      「データ」シートで直されたところを、言葉ごとに見せます。
      --into 資料.xml    もとの資料（はじめは、ブックと同じ場所の、作ったときの名前のもの）
      --yes              資料に書き込みます。もとの資料は 資料.xml.bak に残します
      --delete           消された行のものを、資料からも消します
      --prefer           両方で変わったところで採るほう（workbook はブック、paper は資料）

計画を改める
  taisho apply 資料.xml [-o 新しい計画.xml] [--strict]
      修正を行ったあとの計画を書きます。注釈や並びは元のままです。
  taisho derive 前の計画.xml 後の計画.xml [-o 資料.xml]
      二つの計画を比べて、前から後への修正を書きます。
  taisho pin 資料.xml
      いまの計画の版と中身のしるしを資料に書き込みます。あとで計画が変わると分かります。

そのほか
  taisho fonts [資料.xml] [--template 様式]…
      書体の一覧を、字を探す順に書きます。資料を指すと、一番目の書体で組まない文字も
      挙げます。
  taisho templates
      様式の一覧を出します。
  taisho templates show 様式
      様式の値を、書けるものと意味とともに、全部出します。
  taisho schema [style]
      資料と計画の形（XML Schema）を書きます。XML を書くソフトで使えます。
      style を付けると、様式の形を書きます。
  taisho inspect 段階 資料.xml [--template 様式]
      途中の段階を文字で見せます。段階：paper revisions data document structure pages sheet
  taisho inspect breaks [--lang 文の言葉] [--level strict|normal|loose] [--plain]
      標準入力の各行の、改行できる位置（文字の数）を書きます。
      --level            禁則の強さ（はじめは strict）
      --plain            禁則だけ（数や年度の札を守る決まりなし）
  taisho inspect advances [--font-size 大きさ] [--font mincho|gothic]
      標準入力の各行の、字ごとの幅を書きます（はじめは千分の一字の単位）。

どの使い方でも
  --resources フォルダー   書体（fonts）と様式（templates）のある場所
  --lang ja|en             表示の言葉
  --help                   この説明
  --version                版

終わりの番号　0 できました　1 資料に誤りがあります　2 指定が正しくありません　3 書き込めません
)";

constexpr std::string_view english =
    R"(taisho: amendment papers, before and after, from XML to PDF and Excel.

Making a paper
  taisho new DIR [--from-plan PLAN.xml]
      writes a paper to start from; with a plan, it lists the plan's ids.
  taisho check INPUT.xml [--json] [--strict]
      reports mistakes in a paper or a plan and writes nothing.
  taisho build INPUT.xml [-o DIR] [--template NAME]... [--pdf] [--xlsx] [--csv]
               [--pages 3-4] [--strict]
      writes INPUT.pdf and INPUT.xlsx, and INPUT-NAME.pdf and INPUT-NAME.xlsx for
      each further template that the paper or --template names.
      -o DIR             where the outputs go (default: the current folder)
      --template NAME    a further template (by-year, stacked; may be repeated)
      --pdf              the PDF only
      --xlsx             the workbook only
      --csv              the data of the paper (INPUT.csv); also beside --pdf and --xlsx
      --pages 3-4,7      a PDF of these pages only (INPUT-p3-4,7.pdf), to replace those handed
                         out; 5- is to the end. Of one --template; -o may be a FILE.pdf
      --strict           warnings stop the run (also with check and apply)

Editing in Excel
  taisho import EDITED.xlsx [--into PAPER.xml] [--yes] [--delete] [--prefer workbook|paper]
      shows word by word what was edited on the data sheet of a workbook.
      --into PAPER.xml   the paper (default: the one it was made from, beside it)
      --yes              writes the paper; the old one is kept as PAPER.xml.bak
      --delete           removes from the paper what was removed on the sheet
      --prefer           which side to take where both were changed

From plan to plan
  taisho apply INPUT.xml [-o NEW-PLAN.xml] [--strict]
      writes the plan after the amendments; comments and order stay.
  taisho derive OLD.xml NEW.xml [-o PAPER.xml]
      writes the amendments that lead from one plan to the other.
  taisho pin INPUT.xml
      records the version and digests of the plan in the paper.

Besides
  taisho fonts [INPUT.xml] [--template NAME]...
      lists the fonts in the order in which they are tried; with a paper, also the
      characters that the first font does not draw.
  taisho templates
      lists the house styles.
  taisho templates show NAME
      prints every value of a style, with what may be written and what it means.
  taisho schema [style]
      prints the XML Schema of papers and plans, for editors; with style, that of
      house styles.
  taisho inspect STAGE INPUT.xml [--template NAME]
      shows a stage as text: paper revisions data document structure pages sheet
  taisho inspect breaks [--lang LANGUAGE-OF-TEXT] [--level strict|normal|loose] [--plain]
      prints for each line of standard input where it may be broken, in characters.
      --level            how strict the rules are (default: strict)
      --plain            without the rules that keep numbers and labels whole
  taisho inspect advances [--font-size SIZE] [--font mincho|gothic]
      prints for each line how wide its characters are (default: in 1/1000 em).

With every command
  --resources DIR        where fonts/ and templates/ are
  --lang ja|en           language of the messages
  --help                 this text
  --version              the version

Exit codes: 0 done, 1 mistakes in the input, 2 wrong usage, 3 cannot write
)";

} // namespace

std::string_view help(Language language) { return language == Language::japanese ? japanese : english; }

} // namespace taisho
