#include "base/diagnostics.h"

#include <algorithm>
#include <fmt/args.h>
#include <fmt/format.h>
#include <string_view>

// One table of sentences. {0}, {1} … are the arguments of the diagnostic; a sentence says what is wrong, what
// is expected and, where it is known, what was probably meant. Advice that depends on an argument being there
// stands in brackets: [もしかして <{2}> ですか。|2] is printed only when argument 2 is not empty.

namespace taisho {
namespace {

struct Sentence {
    Code code;
    std::string_view japanese, english;
};

constexpr Sentence sentences[] = {
    {Code::cannot_read, "ファイルを読めません：{0}", "Cannot read the file: {0}"},
    {Code::cannot_write,
     "ファイルに書き込めません：{0}（フォルダーがあるか、ほかのソフトで開いていないかを確かめてください。）",
     "Cannot write the file: {0} (does the folder exist, and is the file not open elsewhere?)"},
    {Code::file_too_large, "ファイルが大きすぎます：{0}（{1} MiB までです。）",
     "The file is too large: {0} (at most {1} MiB)."},
    {Code::resources_missing,
     "書体と様式のフォルダー（fonts と templates）が見つかりません。--resources で場所を指定してください。",
     "The folders fonts and templates were not found. Name their place with --resources."},
    {Code::template_missing, "様式「{0}」がありません。[もしかして「{1}」ですか。|1]使える様式：{2}",
     "There is no template “{0}”. [Did you mean “{1}”? |1]Templates: {2}"},
    {Code::wrong_usage, "指定が正しくありません：{0}", "Wrong usage: {0}"},
    {Code::output_is_input,
     "できあがりが資料そのものを上書きしてしまいます：{0}（-o で別の場所を指定してください。）",
     "The output would overwrite the paper itself: {0} (name another place with -o)."},
    {Code::damaged_font, "書体のファイルが壊れているか、使えません：{0}",
     "The font file is damaged or of no use: {0}"},
    {Code::folder_not_empty, "フォルダー「{0}」には、もうファイルがあります。新しい名前を指定してください。",
     "The folder {0} is not empty; name a new one."},
    {Code::line_not_utf8, "標準入力の{0}行目の文字コードが UTF-8 ではありません。",
     "Line {0} of standard input is not in UTF-8."},
    {Code::no_such_page, "{0}ページはありません。「{1}」の様式では、全部で{2}ページです。",
     "There is no page {0}; with the template “{1}” the paper has {2}."},

    {Code::xml_broken, "XMLとして読めません。タグの書き方を確かめてください。",
     "This is not well-formed XML."},
    {Code::xml_doctype, "DOCTYPE は使えません。この行を消してください。",
     "DOCTYPE is not allowed; remove it."},
    {Code::xml_not_utf8,
     "文字コードが UTF-8 ではありません。[{0} のようです。|0]メモ帳の「名前を付けて保存」で、文字コードに"
     "「UTF-8」を選んで保存し直してください。[初めの行の encoding=\"{1}\" も \"UTF-8\" に直してください。|1]",
     "The file is not in UTF-8. [It looks like {0}. |0]Save it as UTF-8 (in Notepad: Save as, encoding "
     "UTF-8).[ Change encoding=\"{1}\" in its first line to \"UTF-8\", too.|1]"},
    {Code::xml_too_deep, "入れ子が深すぎます（{0} 段までです）。",
     "Elements are nested too deeply (at most {0})."},
    {Code::xml_bad_character, "使えない文字（制御文字など）があります：{0}",
     "A character that is not allowed as text: {0}"},
    {Code::xml_end_tag,
     "閉じるタグが合いません。ここで閉じるのは </{0}> のはずです[（{1} 行目で始まっています）|1]。",
     "The end tag does not match; </{0}> is expected here [(it was opened in line {1})|1]."},
    {Code::xml_attribute,
     "属性の書き方が正しくないか、同じ属性が二つあります。属性は 名前=\"値\" の形で、半角の \" で囲みます。",
     "The attribute is malformed or given twice. Attributes are written name=\"value\"."},
    {Code::xml_no_root, "ファイルに要素がありません。", "The file holds no element."},
    {Code::xml_entity, "「&」の書き方が正しくありません。文字の & は &amp; と書いてください。",
     "“&” is used wrongly; write &amp; for the character."},
    {Code::unknown_element,
     "<{0}> の中に <{1}> は書けません。[もしかして <{2}> ですか。|2][書けるもの：{3}|3]",
     "<{0}> may not hold <{1}>. [Did you mean <{2}>? |2][Allowed: {3}|3]"},
    {Code::unknown_attribute, "<{0}> に属性 {1} はありません。[もしかして {2} ですか。|2][書ける属性：{3}|3]",
     "<{0}> has no attribute {1}. [Did you mean {2}? |2][Allowed: {3}|3]"},
    {Code::missing_element, "<{0}> の中に <{1}> が必要です。", "<{0}> needs <{1}>."},
    {Code::missing_attribute, "<{0}> に属性 {1} が必要です。[空にはできません。|2]",
     "<{0}> needs the attribute {1}.[ It cannot be empty.|2]"},
    {Code::repeated_element, "<{0}> の中の <{1}> は一つだけです。", "<{0}> may hold only one <{1}>."},
    {Code::unexpected_text, "<{0}> の中に文字は直接書けません。[書けるもの：{1}|1]",
     "<{0}> may not hold text. [Allowed: {1}|1]"},
    {Code::wrong_root,
     "一番外側の要素が <{0}> です。<{1}> のはずです。[これは計画のファイルです。資料の中から <plan "
     "href=\"…\"/> で指してください。|2]",
     "The outermost element is <{0}>; <{1}> is expected. [This is a plan: refer to it from a paper with "
     "<plan href=\"…\"/>.|2]"},
    {Code::empty_element, "<{0}> の中が空です。中身を書いてください（値がないときは ― と書きます）。",
     "<{0}> is empty; write something (― where there is no value)."},
    {Code::element_order, "<{1}> は <{2}> より前に書いてください（<{0}> の中の順番）。",
     "<{1}> must stand before <{2}> in <{0}>."},
    {Code::xml_too_many, "要素と属性が多すぎます（{0} 個までです）。計画を分けてください。",
     "There are too many elements and attributes (at most {0})."},
    {Code::attribute_choice, "<{0}> には、属性 {1} のどれか一つだけを書いてください。",
     "<{0}> takes exactly one of the attributes {1}."},
    {Code::element_choice, "<{0}> の中には、{1} のどれか一つだけを書いてください。",
     "<{0}> takes exactly one of {1}."},
    {Code::xml_comment,
     "心覚え（<!-- と --> の間）の中に -- は書けません。全角の －－ などに替えてください。",
     "-- may not stand inside a comment; write it otherwise."},
    {Code::xml_broken_utf16, "UTF-16 の文字が壊れています。UTF-8 で保存し直してください。",
     "The UTF-16 text is damaged; save the file as UTF-8."},

    {Code::unknown_item, "項目「{0}」は計画の中にありません。[もしかして「{2}」ですか。|2][ある項目：{1}|1]",
     "The plan has no item “{0}”. [Did you mean “{2}”? |2][Items: {1}|1]"},
    {Code::repeated_id, "id「{0}」が二度使われています。", "The id “{0}” is used twice."},
    {Code::amended_twice, "項目「{0}」が二度修正（削除）されています。一つにまとめてください。",
     "The item “{0}” is amended twice."},
    {Code::value_count, "値が{0}個です。列は{1}個あります。", "There are {0} values, but {1} columns."},
    {Code::unknown_column, "列「{0}」はこの目標にありません。[列：{1}|1]",
     "The goal has no column “{0}”. [Columns: {1}|1]"},
    {Code::repeated_column, "列「{0}」が二度あります。", "The column “{0}” is there twice."},
    {Code::not_a_year,
     "「{0}」は年度として読めません。R6、令和6年度、2024 のように書いてください。[年度でない列には kind "
     "を書きます。|1]",
     "“{0}” is no fiscal year. Write R6, 令和6年度 or 2024.[ A column of something else needs a kind.|1]"},
    {Code::unknown_field, "項目「{0}」に「{1}」はありません。[あるもの：{2}|2]",
     "The item “{0}” has no “{1}”. [It has: {2}|2]"},
    {Code::ambiguous_field,
     "項目「{0}」には「{1}」が二つ以上あり、どれか分かりません。label で区別するか、<replace "
     "field=\"{1}#2\"> のように何番目かで指してください。",
     "The item “{0}” has more than one “{1}”; tell them apart by label, or by number as in <replace "
     "field=\"{1}#2\">."},
    {Code::bad_keyword, "{0} に「{1}」は使えません。使えるもの：{2}", "{0} cannot be “{1}”. Allowed: {2}"},
    {Code::nothing_changes,
     "[「{0}」の|0]修正は、何も変えていません。変わるところを書くか、この修正を消してください。",
     "The revision[ of “{0}”|0] changes nothing. Write what becomes different, or drop it."},
    {Code::value_twice, "列「{0}」の値が二度書かれています。",
     "The value of the column “{0}” is given twice."},
    {Code::unknown_level, "階層「{0}」は計画の中にありません。[もしかして「{2}」ですか。|2][ある階層：{1}|1]",
     "The plan has no level “{0}”. [Did you mean “{2}”? |2][Levels: {1}|1]"},
    {Code::no_amendments, "「{0}」の中に修正（revise、delete など）がありません。",
     "“{0}” holds no amendment (revise, delete and so on)."},
    {Code::unknown_row, "[行「{0}」はこの目標にありません。|0]row に行の名前を書いてください。[行：{1}|1]",
     "[The goal has no row “{0}”. |0]Name a row with row. [Rows: {1}|1]"},
    {Code::field_twice, "「{0}」が二度修正されています。一つにまとめてください。",
     "“{0}” is revised twice; put both into one."},
    {Code::rows_and_values,
     "<row> で行を全部書きかえるときは、<value> は書けません。<row> の中に書いてください。",
     "Where <row> replaces the rows, <value> cannot be given; write it in <row>."},
    {Code::move_into_itself, "「{0}」を、「{0}」自身の中や前後へは移せません。",
     "“{0}” cannot be moved into or beside itself."},
    {Code::circular_move,
     "「{0}」を「{1}」の中へは移せません。「{1}」は、先の修正で「{0}」の中に移されています。",
     "“{0}” cannot be moved into “{1}”, which an earlier amendment has moved into “{0}”."},
    {Code::year_out_of_range,
     "「{0}」は計画の期間（{1}～{2}）の外です。列か、計画の from と to "
     "を直してください。[修正で期間も変えるときは <revisePlan> を使います。|3]",
     "“{0}” lies outside the years of the plan ({1} to {2}). [<revisePlan> changes these.|3]"},
    {Code::numbering_gap,
     "番号が「{0}」から「{1}」へ飛んでいます。[間に「{2}」があるはずです。|2][番号を詰めるときは、"
     "削除や移動に shift=\"yes\" と書きます。|3]",
     "The numbers jump from “{0}” to “{1}”.[ “{2}” is missing.|2][ To close the gap, write shift=\"yes\" "
     "where the amendment takes units away.|3]"},
    {Code::numbering_repeat, "番号「{0}」が、同じ階層に二度あります。", "The number “{0}” is there twice."},
    {Code::unknown_body,
     "実施主体「{0}」は、計画の名簿（bodyNames）にありません。[もしかして「{1}」ですか。|1]"
     "名前を直すか、名簿に加えてください。",
     "“{0}” is not in the register of bodies (bodyNames). [Did you mean “{1}”? |1]Correct the name or add "
     "it."},
    {Code::no_base_year, "「{0}」とありますが、比べる前の年の値がありません。確かめてください。",
     "“{0}” has no value in the year before to count from; is that meant?"},
    {Code::target_not_last,
     "「{0}」は最後の年ではありません。「{1}」は、最後の年「{2}」に付けてください。[修正の中に <column "
     "ref=\"{0}\"><note/></column> と書くと、前の「{1}」を消せます。|3]",
     "“{0}” is not the last year; “{1}” belongs to “{2}”. [<column ref=\"{0}\"><note/></column> in the "
     "amendment takes the old one away.|3]"},
    {Code::runs_backwards, "値が「{0}」から「{1}」へ戻っています（{2}）。誤りでないか確かめてください。",
     "The values run back from “{0}” to “{1}” ({2}); is that meant?"},
    {Code::amended_inside_deleted,
     "「{0}」は、削除される「{1}」の中にあります。先に「{0}」を移すか、どちらかの修正を消してください。",
     "“{0}” lies inside “{1}”, which is deleted. Move it away first, or drop one of the two."},
    {Code::not_on_this_level, "「{0}」は「{1}」の中にありません。[置ける場所の目印：{2}|2]",
     "“{0}” is not in “{1}”. [There are: {2}|2]"},
    {Code::rename_nothing, "「{0}」は、修正後の計画のどこにもありません。字の違いがないか確かめてください。",
     "“{0}” is nowhere in the plan as amended; is it spelt as there?"},
    {Code::rename_part_of_word,
     "長い言葉の一部なので、変えていません：「{1}」（変えるときは partOfWord=\"yes\"）",
     "“{0}” is part of a longer word here and was left: “{1}” (partOfWord=\"yes\" changes it)"},
    {Code::cannot_renumber,
     "[「{0}」の次の番号が分からないので、|0]後ろの番号をずらせません。shift をやめて、<renumber> "
     "で番号を書いてください。",
     "The numbers behind cannot be shifted[: what follows “{0}” cannot be counted|0]. Drop shift and give "
     "numbers with <renumber>."},
    {Code::level_not_item,
     "「{0}」は項目ではなく階層です。[level=\"{0}\" と書いてください。|1][ここには項目の id を書きます。|2]"
     "[階層で変えられるのは、番号、題名、ページだけです。|3]",
     "“{0}” is a level, not an item.[ Write level=\"{0}\".|1][ The id of an item is expected.|2][ Of a level "
     "only number, title and page can change.|3]"},
    {Code::item_not_level,
     "「{0}」は階層ではなく項目です。[item=\"{0}\" と書いてください。|1][ここには階層の id を書きます。|2]",
     "“{0}” is an item, not a level.[ Write item=\"{0}\".|1][ The id of a level is expected.|2]"},
    {Code::table_shape,
     "表の{0}行目の欄が合いません。[{1}欄あるはずですが、{2}欄あります（上の行から続く欄も数えます）。|2]"
     "[横に続く欄が、上の行から続く欄に重なっています。|3]",
     "Row {0} of the table does not fit.[ It should cover {1} columns but covers {2}, with those that reach "
     "down from above.|2][ A cell reaches into one from above.|3]"},
    {Code::unknown_cell,
     "表に「{0}」という{1}はありません。何番目か（1、2 など）か、見出しの文字を書いてください。",
     "The table has no “{0}”. Name a row or column by its number from 1 or its heading."},
    {Code::bad_count, "{0}=\"{1}\" は使えません。{2} から {3} までの整数で書いてください。",
     "{0}=\"{1}\" is not a whole number from {2} to {3}."},
    {Code::merge_into_itself, "「{0}」を「{0}」自身に統合しています。", "“{0}” is merged into itself."},
    {Code::version_differs,
     "この資料は計画の版「{0}」のものですが、計画は版「{1}」です。[違う項目：{2}|2]　確かめてから taisho pin "
     "を行ってください。",
     "The paper was made against version “{0}” of the plan, which is now “{1}”. [Different: {2}|2] Check it, "
     "then run taisho pin."},
    {Code::unit_differs,
     "「{0}」は、この資料を作ったあとに計画のほうが変わっています。確かめてから taisho pin "
     "を行ってください。",
     "The plan has changed “{0}” since the paper was made. Check it, then run taisho pin."},
    {Code::bad_href,
     "計画のファイル「{0}"
     "」は使えません。資料と同じフォルダーか、その中に置き、そこからの名前で書いてください。",
     "The plan file “{0}” cannot be used: it must lie in the paper's folder or below."},
    {Code::href_and_content, "href で別のファイルの計画を指すときは、<plan> の中に <{0}> を書けません。",
     "A <plan> with href cannot hold <{0}>."},
    {Code::no_new_version,
     "修正後の計画の版が書かれていないので、版は「{0}」のままです。<amendments newVersion=\"…\"> "
     "で書けます。",
     "No version is given for the plan after the amendments, so it stays “{0}” (<amendments "
     "newVersion=\"…\">)."},
    {Code::plan_in_plan, "計画のファイルの <plan> に href は書けません。",
     "The <plan> of a plan file takes no href."},
    {Code::id_changed_kind, "「{0}」は、片方の計画では階層、もう片方では項目です。別の id にしてください。",
     "“{0}” is a level in one plan and an item in the other; give it another id."},
    {Code::run_out_of_order, "「{0}」は、「{1}」と同じ階層の、それより後ろの項目ではありません。",
     "“{0}” does not follow “{1}” on the same level."},
    {Code::years_reversed, "計画の期間が逆です：{0}～{1}", "The years of the plan are reversed: {0} to {1}."},
    {Code::plans_equal, "二つの計画に違いはありません。", "The two plans do not differ."},
    {Code::two_positions, "<{0}> の属性 {1} は、どちらか一つだけを書いてください。",
     "<{0}> takes only one of the attributes {1}."},
    {Code::column_values, "加える列の値が{0}個です。行は{1}個あります。",
     "The new column has {0} values, but there are {1} rows."},
    {Code::repeated_row, "[行「{0}」が二度あります。|0]行が二つ以上あるときは、違う label を付けてください。",
     "[The row “{0}” is there twice. |0]Give each row a label of its own."},
    {Code::table_too_large, "表が大きすぎます（{0} 列、全部で {1} 欄までです）。",
     "The table is too large (at most {0} columns and {1} cells)."},
    {Code::table_reaches_out,
     "表の rowSpan が、最後の行より下へはみ出しています。rowSpan を小さくするか、行を足してください。",
     "A rowSpan of the table reaches below its last row; make it smaller or add a row."},
    {Code::too_many_fields, "一つの項目に、文や目標が多すぎます（{0} までです）。",
     "An item holds too many fields (at most {0})."},
    {Code::deleted_already,
     "「{0}」は、先の修正で削除（統合）されています。順番を入れかえるか、どちらかの修正を消してください。",
     "“{0}” has been deleted or merged by an earlier amendment; change their order, or drop one of the two."},
    {Code::no_reference, "この資料の計画は別のファイルではないので、taisho pin は要りません。",
     "The plan of this paper is not in a file of its own; there is nothing to pin."},
    {Code::ambiguous_cell, "表に「{0}」という{1}が二つ以上あります。上や左から数えた番号で書いてください。",
     "The table has more than one “{0}”; name the row or column by its number."},
    {Code::no_such_day,
     "「{0}」という日はありません。2024-08-01 のように、半角の数字で 年-月-日 を書いてください。",
     "There is no day “{0}”; write year-month-day, as in 2024-08-01."},
    {Code::not_a_date,
     "「{0}」は日付として読めません。令和６年８月１日のように、年月日から書き始めてください。",
     "“{0}” does not begin with a date; write it as 令和６年８月１日."},
    {Code::dates_differ, "「{0}」と iso=\"{1}\" は、違う日です。どちらかを直してください。",
     "“{0}” and iso=\"{1}\" are different days; correct one of them."},
    {Code::weekday_differs, "{0} は{1}曜日ですが、「{2}」とあります。日付か曜日を直してください。",
     "The day of the week of {0} is {1}, not {2}; correct one of them."},
    {Code::last_one, "「{0}」をなくすと、{1}が一つもなくなります。", "Without “{0}” nothing is left."},

    {Code::bad_length,
     "{0}=\"{1}\" は長さとして使えません。10.5pt や 20mm のように、{2}pt から {3}pt までで書いてください。",
     "{0}=\"{1}\" is no length; write 10.5pt or 20mm, from {2}pt to {3}pt."},
    {Code::bad_number, "{0}=\"{1}\" は使えません。{2} から {3} までの整数で書いてください。",
     "{0}=\"{1}\" is not a whole number from {2} to {3}."},
    {Code::margins_too_wide, "余白が広すぎて、本文を置く場所がありません。",
     "The margins leave no room for the text."},
    {Code::unknown_role, "role に「{0}」はありません。[もしかして「{1}」ですか。|1]",
     "There is no role “{0}”. [Did you mean “{1}”?|1]"},
    {Code::missing_role, "<role name=\"{0}\"> がありません。", "<role name=\"{0}\"> is missing."},

    {Code::missing_glyph,
     "文字「{0}」（{1}）がどの書体にもありません。別の文字に替えるか、その文字を持つ書体を fonts "
     "に加えてください。",
     "No font has the character “{0}” ({1}). Replace it, or add a font that has it to fonts."},
    {Code::missing_variation,
     "異体字「{0}」（{1}）の形がどの書体にもないので、ふつうの形の「{2}」で組みます。",
     "No font has the form “{0}” ({1}); “{2}” is set in its usual form."},
    {Code::emergency_break, "欄が狭く、「{0}」を禁則どおりに改行できませんでした。",
     "The cell is too narrow to break “{0}” by the rules."},
    {Code::too_many_columns,
     "列が{0}個あり、一列に一文字も入りません。列を減らすか、年を縦に並べる様式にしてください。",
     "There are {0} columns, and none has room for a character. Use fewer, or a template with the years "
     "down."},

    {Code::not_a_workbook,
     "Excel のブック（.xlsx）ではありません：{0}（Excel などで開き、「名前を付けて保存」で「Excel ブック"
     "（.xlsx）」に保存してください。）",
     "This is not an Excel workbook (.xlsx): {0} (open it in Excel and save it as “Excel Workbook”)."},
    {Code::workbook_protected,
     "ブックにパスワードが付いているので、読めません：{0}（Excel で開き、「情報」の「ブックの保護」から"
     "パスワードを消して、保存し直してください。）",
     "The workbook is protected by a password: {0} (remove it in Excel under Info, Protect Workbook, and "
     "save "
     "again)."},
    {Code::workbook_broken,
     "ブックが壊れているか、途中で切れています[（{0}）|0]。Excel で開けるかを確かめ、保存し直してください。",
     "The workbook is damaged or cut[ ({0})|0]. See whether Excel opens it, and save it again."},
    {Code::workbook_too_large,
     "ブックが大きすぎます：{0}（要らないシートや、空の行を消して、保存し直してください。）",
     "The workbook is too large: {0} (delete sheets and empty rows that are not needed, and save it again)."},
    {Code::workbook_old_format,
     "古い形式か別の形式のブックです：{0}（Excel で開き、「名前を付けて保存」で「Excel ブック（.xlsx）」に"
     "保存してください。）",
     "The workbook has an old or other format: {0} (open it in Excel and save it as “Excel Workbook”, "
     ".xlsx)."},
    {Code::workbook_cell_broken,
     "シート「{0}」のセル {1} を読めません。ブックが壊れています。Excel で開き、保存し直してください。",
     "The cell {1} of the sheet “{0}” cannot be read: the workbook is damaged. Open it in Excel and save it "
     "again."},
    {Code::not_our_workbook,
     "{0} は、taisho が作った Excel ではないか、隠してあるシート「{1}」が消されています。taisho build "
     "で作ったブックを直してください。",
     "{0} was not made by taisho, or its hidden sheet “{1}” is gone. Edit a workbook made by taisho build."},
    {Code::other_workbook_format,
     "{0} の形の版「{1}」は読めません（読めるのは「{2}」です）。いまの taisho "
     "で作り直したブックに、修正を写してください。",
     "{0} has format “{1}”, which cannot be read (only “{2}”). Make the workbook again and copy the edits."},
    {Code::no_data_sheet,
     "{0} "
     "に、見出し「{1}"
     "」のある「データ」シートがありません。見出しの行と列を、作られたときの名前に戻してください。",
     "{0} has no data sheet with the header “{1}”. Give the header row its names back."},
    {Code::data_column_twice, "「データ」シートに、見出し「{0}」の列が二つあります。一つにしてください。",
     "The data sheet has two columns “{0}”; keep one."},
    {Code::data_key_broken,
     "「データ」の {0} の ID が書き換えられていて、どの欄の行か分かりません。ID を元に戻すか、加えた行なら "
     "ID を空にしてください。",
     "The ID in {0} of the data sheet was changed. Restore it, or empty it if the row is a new one."},
    {Code::data_row_twice, "「データ」の {0} と {1} は同じ欄の行で、表記が違います。片方を消してください。",
     "{0} and {1} of the data sheet are rows of one text and differ. Delete one of them."},
    {Code::locked_cell_edited,
     "「データ」の {0} "
     "の「{1}」が変えられていますが、取り込みません（取り込むのは、修正後の行の「表記」だけです）。",
     "{0} of the data sheet (“{1}”) was changed and is not taken over; only 表記 of rows 修正後 is."},
    {Code::print_sheet_edited,
     "印刷用のシートの {0} "
     "か所が変えられていますが、取り込みません：{1}。「データ」シートの「表記」で直してください。",
     "{0} cell(s) of the print sheet were changed and are not taken over: {1}. Edit 表記 on the data sheet."},
    {Code::cell_is_date, "「データ」の {0} は Excel が日付に変えています。画面のとおり「{1}」と読みました。",
     "Excel has made a date of {0}; it is read as shown: “{1}”."},
    {Code::cell_is_percentage,
     "「データ」の {0} は Excel が百分率に変えています。画面のとおり「{1}」と読みました。",
     "Excel has made a percentage of {0}; it is read as shown: “{1}”."},
    {Code::cell_is_formula, "「データ」の {0} は数式です。最後に計算された「{1}」と読みました。",
     "{0} is a formula; its last result is read: “{1}”."},
    {Code::cell_is_error, "「データ」の {0} は Excel の誤り（{1}）になっています。文を書き直してください。",
     "{0} is an error of Excel ({1}). Write the text again."},
    {Code::cell_bad_character,
     "「データ」の {0} "
     "に、ここに使えない文字（制御文字、名称の中の改行など）があります。打ち直してください。",
     "{0} holds a character that cannot stand there (a control character, or a line break in a title). Type "
     "it again."},
    {Code::cell_emptied,
     "「データ」の {0} が空です。[値がないときは ― "
     "と書いてください。|1]欄ごとなくすときは、その行を消してください。",
     "{0} is empty. [Write ― where there is no value. |1]To take it away, delete its rows."},
    {Code::cannot_be_missing,
     "「{0}」の行が消されていますが、この一つだけをなくすことはできません。値がないときは、行を戻して ― "
     "と書いてください。",
     "The row of “{0}” was deleted, but it cannot be missing alone. Restore it; write ― for no value."},
    {Code::place_is_gone,
     "「データ」の {0} の欄は、いまの資料にはもうありません。[もとの文：{1}|1]　直した文：{2}",
     "What {0} stands for is not in the paper any more. [It was: {1} |1]It became: {2}"},
    {Code::edit_cannot_be_made, "「{0}」の直しは、資料の修正として書けません。資料の XML を直してください。",
     "The edit of “{0}” cannot be written as an amendment. Edit the XML."},
    {Code::added_row_before,
     "「データ」の {0}：修正前の行は加えられません。修正前は計画の文なので、計画を直してください。",
     "{0} of the data sheet: no row can be added to 修正前, which is the plan's own text."},
    {Code::added_row_incomplete,
     "「データ」の {0}：加えた行の「{1}」が空か、この行には合いません。ほかの行に倣って書いてください。",
     "{0} of the data sheet: “{1}” of the added row is empty or does not fit. Follow the other rows."},
    {Code::added_row_exists,
     "「データ」の {0}：この欄の行は、もうあります。加えた行を消して、その行を直してください。",
     "{0} of the data sheet: there is a row of this text already. Delete the new one and edit that."},
    {Code::added_row_ambiguous,
     "「データ」の {0}：項目「{2}」は一つではありません。「階層」も書いてください。",
     "{0} of the data sheet: there are several items “{2}”. Fill in 階層 too."},
    {Code::added_row_no_level,
     "「データ」の {0}：階層「{2}」が計画にありません。ほかの行の「階層」を写してください。",
     "{0} of the data sheet: the plan has no level “{2}”. Copy 階層 from another row."},
    {Code::paper_not_found, "もとの資料「{0}」が見つかりません。--into で、資料の XML を指してください。",
     "The paper “{0}” was not found. Name the XML with --into."},
    {Code::edits_conflict,
     "{0} か所が、ブックでも資料でも変わっています。何も書いていません。どちらを採るかを --prefer "
     "workbook（ブック）か --prefer paper（資料）で指すか、片方を直してください。",
     "{0} text(s) were changed both in the workbook and in the paper. Nothing was written. Say --prefer "
     "workbook or --prefer paper, or edit one of them."},
    {Code::edits_differ,
     "取り込んだ資料が、直したブックと同じになりません（{0}）。何も書いていません。資料の XML "
     "を直してください。",
     "The paper would not say what the workbook says ({0}). Nothing was written. Edit the XML."},
};

const Sentence& sentence_of(Code code) { return *std::ranges::find(sentences, code, &Sentence::code); }

// As much of an argument as a reader needs to know it again.
std::string shortened(const std::string& argument) {
    constexpr std::size_t longest = 400;
    if (argument.size() <= longest) return argument;
    std::size_t end = longest;
    while ((static_cast<unsigned char>(argument[end]) & 0xc0) == 0x80) --end;
    return argument.substr(0, end) + "…";
}

bool is_given(const std::vector<std::string>& arguments, std::string_view index) {
    const std::size_t i = static_cast<std::size_t>(index.front() - '0');
    return i < arguments.size() && !arguments[i].empty();
}

// Takes the bracketed advice in or leaves it out.
std::string with_advice(std::string_view form, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '[') {
            text.push_back(form[i]);
            continue;
        }
        const std::size_t bar = form.find('|', i), close = form.find(']', i);
        if (is_given(arguments, form.substr(bar + 1, close - bar - 1)))
            text.append(form.substr(i + 1, bar - i - 1));
        i = close;
    }
    while (text.ends_with(' ')) text.pop_back(); // before advice that was left out
    return text;
}

} // namespace

void add_error(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments) {
    if (diagnostics.size() < most_diagnostics)
        diagnostics.push_back({Severity::error, code, at, std::move(arguments)});
}

// Half of the room is kept for errors: warnings must never hide that there are any.
void add_warning(Diagnostics& diagnostics, Code code, Span at, std::vector<std::string> arguments) {
    if (diagnostics.size() < most_diagnostics / 2)
        diagnostics.push_back({Severity::warning, code, at, std::move(arguments)});
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity) != diagnostics.end();
}

std::string sentence(const Diagnostic& diagnostic, Language language) {
    const Sentence& words = sentence_of(diagnostic.code);
    const std::string form =
        with_advice(language == Language::japanese ? words.japanese : words.english, diagnostic.arguments);
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& argument : diagnostic.arguments) arguments.push_back(shortened(argument));
    return fmt::vformat(form, arguments);
}

} // namespace taisho
