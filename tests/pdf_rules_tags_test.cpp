// The rules of the structure tree and of marked content: each spoil of the sample is found, and nothing else
// is.

#include "pdf_sample.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho::test {
namespace {

TEST_CASE("構造についての規則の破れを見つける") {
    check_spoils({
        {20, "/Emphasis /Span", "/Emphasis /Stress",
         "UA 7.1: the role of Stress leads to no standard type\nUA 7.1: the role of Emphasis leads to no "
         "standard type\nUA 7.1: Stress (object 24): no standard type\nPDF 14.8.4.3: Stress (object 24): a "
         "block in P"},
        {20, "/Emphasis /Span", "/Emphasis /Span /P /H1", "UA 7.1: the standard type P is mapped"},
        {20, "/Emphasis /Span", "",
         "UA 7.1: the role of Stress leads to no standard type\nUA 7.1: Stress (object 24): no standard "
         "type\nPDF 14.8.4.3: Stress (object 24): a block in P"},
        {21, "/Type /StructElem", "/Type /StructElement", "PDF 14.7.2: Document (object 21): another Type"},
        {22, "/P 21 0 R", "/P 23 0 R", "PDF 14.7.2: H1 (object 22): P is not its parent"},
        {22, "/S /H1", "/S /H2", "UA 7.4.2: H2 (object 22): follows a heading of level 0"},
        {22, "/S /H1", "/S /H",
         "UA 7.4.4: H (object 22): H beside H1 to H6\nUA 7.4.2: H2 (object 44): follows a heading of level "
         "0"},
        {22, "/S /H1", "/S /Heading",
         "UA 7.1: Heading (object 22): no standard type\nUA 7.4.2: H2 (object 44): follows a heading of "
         "level 0"},
        {44, "/S /H2", "/S /H3", "UA 7.4.2: H3 (object 44): follows a heading of level 1"},
        {22, "/S /H1", "/S /LI",
         "PDF 14.8.4: LI (object 22): shows something by itself\nUA 7.2: LI (object 22): must not stand in "
         "Document\nPDF 14.8.4.3.3: LI (object 22): not one LBody\nUA 7.4.2: H2 (object 44): follows a "
         "heading of level 0"},
        {23, "/S /P", "/S /Table",
         "PDF 14.8.4: Table (object 23): shows something by itself\nUA 7.2: Stress (object 24): must not "
         "stand in Table\nPDF 14.8.4.3.4: Table (object 23): no rows"},
        {24, "/Lang (en)", "/Lang (en US)", "UA 7.2: Stress (object 24): Lang is no language tag"},
        {24, "(twice)", "()", "PDF 14.9: Stress (object 24): an empty text"},
        {24, "(twice)", "(\\201)", "PDF 7.9.2.2: a text string is not Unicode"},
        {26, "/S /TOCI", "/S /P", "UA 7.2: P (object 26): must not stand in TOC"},
        {30, "/A <</O /List /ListNumbering /Decimal>>", "",
         "UA 7.6: L (object 30): labels without a ListNumbering"},
        {30, "/ListNumbering /Decimal", "/ListNumbering /Iroha",
         "UA 7.6: L (object 30): labels without a ListNumbering"},
        {30, "/O /List", "/O /Lists",
         "PDF 14.7.5: L (object 30): attributes without an owner that is known here\nUA 7.6: L (object 30): "
         "labels without a ListNumbering"},
        {31, "[32 0 R 33 0 R]", "[32 0 R]",
         "PDF 14.8.4.3.3: LI (object 31): not one LBody\nUA 7.1: page 1, MCID 5 is in no element\nPDF "
         "14.7.4.4: the ParentTree names another element for page 1, MCID 5"},
        {32, "/S /Lbl", "/S /LBody", "PDF 14.8.4.3.3: LI (object 31): not one LBody"},
        {33, "/S /LBody", "/S /P",
         "PDF 14.8.4.3.3: LI (object 31): not one LBody\nUA 7.2: P (object 33): must not stand in LI"},
        {35, "/S /Caption", "/S /P", "UA 7.2: P (object 35): must not stand in Table"},
        {34, "[35 0 R 36 0 R 39 0 R]", "[36 0 R 35 0 R 39 0 R]",
         "UA 7.2: Table (object 34): a Caption at another place\nUA 7.1: page 2, MCID 0 is read at another "
         "place than it stands"},
        {28, "/S /Link", "/S /Span",
         "UA 7.18.5: Span (object 28): an annotation outside a Link\nUA 7.18.5: annotation (object 29) is "
         "not in a Link"},
        {43, "/ID (n1)", "",
         "UA 7.9: Note (object 43): no ID\nPDF 14.7.2: the IDTree does not list the IDs of the elements"},
        {43, "/ID (n1)", "/ID (c1)",
         "UA 7.9: Note (object 43): its ID c1 is used twice\nPDF 14.7.2: the IDTree does not list the IDs of "
         "the elements"},
        {21, "43 0 R 44 0 R]", "44 0 R 43 0 R]",
         "UA 7.1: page 2, MCID 6 is read at another place than it stands"},
        {21, "22 0 R 23 0 R", "22 0 R 22 0 R 23 0 R", "PDF 14.7.2: object 22 stands twice in the tree"},
        {44, "/K 7", "/K []",
         "PDF 14.8.4: H2 (object 44): is empty\nUA 7.1: page 2, MCID 7 is in no element\nPDF 14.7.4.4: the "
         "ParentTree names another element for page 2, MCID 7"},
        {21, "/K [", "/Pg 3 0 R /K [9 ",
         "PDF 14.8.4: Document (object 21): shows something by itself\nPDF 14.7.4.2: page 1, MCID 9 is in "
         "Document (object 21) but not on the page"},
    });
}

TEST_CASE("表についての規則の破れを見つける") {
    check_spoils({
        {38, "/Scope /Column", "/Scope /Col", "PDF 14.8.5.7: TH (object 38): a bad Scope"},
        {38, "/Scope /Column", "/ColSpan 2",
         "UA 7.5: TR (object 40): leaves a column empty\nUA 7.5: TR (object 48): leaves a column empty\nUA "
         "7.5: TH (object 38): no Scope"},
        {38, "/Scope /Column", "", "UA 7.5: TH (object 38): no Scope"},
        {41, "/RowSpan 2", "/RowSpan 3", "UA 7.5: TH (object 41): reaches past the last row of its group"},
        {41, "/RowSpan 2", "", "UA 7.5: TR (object 48): leaves a column empty"},
        {41, "/RowSpan 2", "/RowSpan 0",
         "PDF 14.8.5.7: TH (object 41): a bad RowSpan\nUA 7.5: TR (object 48): leaves a column empty"},
        {41, "/Scope /Row", "", "UA 7.5: TH (object 41): no Scope"},
        {42, "[(c2)]", "[(c3)]",
         "UA 7.5: TH (object 47): no Scope\nPDF 14.8.5.7: Table (object 34): no header cell has the ID c3"},
        {42, "/Headers [(c2)]", "/ColSpan 2",
         "UA 7.5: TD (object 42): stands outside the columns\nUA 7.5: TH (object 47): no Scope"},
        {47, "/ID (c2)", "",
         "PDF 14.7.2: the IDTree does not list the IDs of the elements\nUA 7.5: TH (object 47): no "
         "Scope\nPDF 14.8.5.7: Table (object 34): no header cell has the ID c2"},
        {38, "/S /TH", "/S /P",
         "UA 7.2: P (object 38): must not stand in TR\nUA 7.5: TD (object 42): stands outside the "
         "columns\nUA 7.5: TD (object 49): stands outside the columns"},
        {39, "/S /TBody", "/S /THead",
         "UA 7.2: Table (object 34): two THead or TFoot\nUA 7.2: Table (object 34): a THead or TFoot without "
         "a TBody"},
    });
}

TEST_CASE("構造と中身の対応の破れを見つける") {
    check_spoils({
        {20, "/Type /StructTreeRoot", "/Type /StructTreeRott", "A 6.7.3: no structure tree"},
        {20, "/ParentTreeNextKey 3", "/ParentTreeNextKey 2", "PDF 14.7.4.4: ParentTreeNextKey is in use"},
        {20, "/IDTree 46 0 R", "", "PDF 14.7.2: IDs, but no IDTree"},
        {45, "0 [22 0 R", "0 [23 0 R",
         "PDF 14.7.4.4: the ParentTree names another element for page 1, MCID 0"},
        {45, "2 28 0 R", "2 27 0 R",
         "PDF 14.7.4.4: the ParentTree names another element for annotation (object 29)"},
        {45, " 33 0 R]", "]", "PDF 14.7.4.4: page 1, MCID 5 is not in the ParentTree"},
        {45, "2 28 0 R", "3 28 0 R",
         "PDF 14.7.4.4: ParentTreeNextKey is in use\nPDF 14.7.4.4: the ParentTree names another element for "
         "annotation (object 29)\nPDF 14.7.4.4: nothing has the key 3"},
        {45, "2 28 0 R", "2 28 0 R 3 28 0 R",
         "PDF 14.7.4.4: ParentTreeNextKey is in use\nPDF 14.7.4.4: nothing has the key 3"},
        {3, "/StructParents 0", "",
         "PDF 14.7.4.4: page 1 has no StructParents\nPDF 14.7.4.4: nothing has the key 0"},
        {46, "/Kids", "/Limits [(c1) (n1)] /Kids", "PDF 7.9.6: a tree of Names has Limits at its root"},
        {50, "[(c1) (n1)]", "[(c1) (c2)]", "PDF 7.9.6: a tree of Names has wrong Limits"},
        {50, "(c2) 47 0 R", "", "PDF 14.7.2: the IDTree does not list the IDs of the elements"},
        {50, "(c1) 38 0 R (c2) 47 0 R", "(c2) 47 0 R (c1) 38 0 R",
         "PDF 7.9.6: a tree of Names is not sorted\nPDF 7.9.6: a tree of Names has wrong Limits"},
    });
}

TEST_CASE("印付きの中身の破れを見つける") {
    check_spoils({
        {4, "/H1 <</MCID 0>> BDC", "/H1 BMC",
         "UA 7.1: page 1: something painted is neither tagged nor an artifact\nPDF 14.7.4.2: page 1, MCID 0 "
         "is in H1 (object 22) but not on the page"},
        {4, "/MCID 1>>", "/MCID 0>>",
         "PDF 14.7.4.2: page 1: MCID 0 twice\nPDF 14.7.4.2: page 1, MCID 1 is in P (object 23) but not on "
         "the page\nUA 7.1: page 1, MCID 0 is read at another place than it stands"},
        {4, "/MCID 1>>", "/MCID 9>>",
         "PDF 14.7.4.2: page 1, MCID 1 is in P (object 23) but not on the page\nUA 7.1: page 1, MCID 9 is in "
         "no element\nPDF 14.7.4.4: page 1, MCID 9 is not in the ParentTree"},
        {4, "/Artifact BMC", "",
         "UA 7.1: page 1: something painted is neither tagged nor an artifact\nPDF 14.6.1: page 1: EMC ends "
         "something else"},
        {4, "/Artifact BMC 0.5 w", "/Artifact BMC /P <</MCID 8>> BDC EMC 0.5 w",
         "UA 7.1: page 1: tagged content in an artifact, MCID 8\nUA 7.1: page 1, MCID 8 is in no "
         "element\nPDF 14.7.4.4: page 1, MCID 8 is not in the ParentTree"},
        {6, "/Span <</ActualText (b)>> BDC", "/Artifact BMC",
         "UA 7.1: page 2: an artifact in tagged content"},
        {6, "/Span <</ActualText (b)>> BDC", "/Span <</MCID 8>> BDC",
         "PDF 14.7.4.2: page 2: MCID 8 inside another\nUA 7.1: page 2, MCID 8 is in no element\nPDF "
         "14.7.4.4: page 2, MCID 8 is not in the ParentTree"},
        {6, "/Span <</ActualText (b)>> BDC", "/Span /P0 BDC",
         "PDF 14.6.2: page 2: an unknown property list P0"},
        {4, "/Footer", "/Foot", "PDF 14.8.2.2.2: page 1: an artifact of subtype Foot"},
        {4, "/Pagination", "/Page1", "PDF 14.8.2.2.2: page 1: an artifact of type Page1"},
        {4, "EMC\nET", "ET EMC",
         "PDF 14.6.1: page 1: ET ends something else\nPDF 14.6.1: page 1: marked content or a text object "
         "has no end"},
        {4, "50 750 Td", "50 750 Td /I0 Do", "A 6.2.2: page 1: no operator that is known here: Do"},
        {4, "50 750 Td", "BX 50 750 Td EX",
         "A 6.2.2: page 1: no operator that is known here: BX\nA 6.2.2: page 1: no operator that is known "
         "here: EX"},
        {6, "EMC Q", "EMC", "PDF 8.4.4: page 2: q without Q"},
        {6, "q 0.9", "Q 0.9", "PDF 8.4.4: page 2: Q without q\nPDF 8.4.4: page 2: Q without q"},
        {6, "q 0.9",
         "q q q q q q q q q q q q q q q q q q q q q q q q q q q q q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q "
         "Q Q Q Q Q Q Q Q 0.9",
         "A 6.1.13: page 2: q is nested deeper than 28"},
        {4, "<00010001>", "<000100>", "PDF 9.4.3: page 1: half a code"},
        {4, "<00010001>", "<00010003>",
         "UA 7.21.7: font (object 7): code 3 has no text\nA 6.2.11.8: font (object 7): code 3 shows .notdef"},
        {4, "/H1 <</MCID 0>> BDC <0001> Tj EMC\n/P <</MCID 1>> BDC <0002> Tj EMC",
         "/P <</MCID 1>> BDC <0002> Tj EMC\n/H1 <</MCID 0>> BDC <0001> Tj EMC",
         "UA 7.1: page 1, MCID 1 is read at another place than it stands"},
    });
}

TEST_CASE("リンクについての規則の破れを見つける") {
    check_spoils({
        {29, "/F 4", "/F 6", "A 6.3.2: page 1, annotation (object 29): not printed, or hidden"},
        {29, "/F 4", "", "A 6.3.2: page 1, annotation (object 29): not printed, or hidden"},
        {29, "/Contents (To two)", "", "UA 7.18.5: page 1, annotation (object 29): no Contents"},
        {29, "/Subtype /Link", "/Subtype /Text", "A 6.3.1: page 1, annotation (object 29): no link"},
        {29, "/StructParent 2", "",
         "PDF 14.7.4.4: the ParentTree names another element for annotation (object 29)\nPDF 14.7.4.4: "
         "nothing has the key 2"},
        {29, "/StructParent 2", "/StructParent 3",
         "PDF 14.7.4.4: the ParentTree names another element for annotation (object 29)\nPDF 14.7.4.4: "
         "nothing has the key 2"},
        {29, "[5 0 R /XYZ null null null]", "[6 0 R /XYZ null null null]",
         "PDF 12.3.2: annotation of page 1: leads to no page"},
        {29, "[50 740 60 760]", "[50 740 50 760]", "PDF 12.5.2: page 1, annotation (object 29): no Rect"},
        {28, "<</Type /OBJR /Obj 29 0 R>>", "",
         "UA 7.18.5: Link (object 28): no annotation\nUA 7.18.1: annotation (object 29) is in no element"},
    });
}

} // namespace
} // namespace taisho::test
