#include "document/compose.h"
#include "layout/lay_out.h"
#include "support.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

// <tab/> on its way from the paper to the outputs.

namespace taisho::test {
namespace {

const std::string paper_with_tab =
    paper_file("<item id='a'><title>拠点</title><description>一<tab/>二</description></item>",
               "<revise item='a'><description>一<tab/>三</description></revise>");

TEST_CASE("タブのある文は、タブの前後で比べる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper_with_tab);
    const std::vector<std::string> texts = texts_of(document_of(folder.path / "a.xml", "stacked"));
    CHECK(std::ranges::count(texts, "一\t二") == 1);
    CHECK(std::ranges::count(texts, "一\t三") == 1);
    const Finished shown = run_taisho({"inspect", "revisions", folder.path / "a.xml"});
    CHECK(shown.out.find("一⇥⟦二⟧ → 一⇥⟦三⟧") != std::string::npos);
}

TEST_CASE("修正のあとの計画にも、タブが要素で書かれる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper_with_tab);
    const Finished finished = run_taisho({"apply", "a.xml", "-o", "b.xml"}, {.folder = folder.path});
    CHECK(finished.exit_code == 0);
    CHECK(read_bytes(folder.path / "b.xml").find("<description>一<tab/>三</description>") !=
          std::string::npos);
}

TEST_CASE("Excelでは、タブは全角の空白になる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper_with_tab);
    const std::string sheet = dump(lay_out_sheet(document_of(folder.path / "a.xml", "by-year"), fonts()));
    CHECK(sheet.find("一　_三_") != std::string::npos);
    CHECK(sheet.find('\t') == std::string::npos);
}

TEST_CASE("題名にはタブを書けない") {
    CHECK(slips(paper_file("<item id='a'><title>拠<tab/>点</title></item>", "<delete item='a'/>")) ==
          "T110 <title> の中に <tab> は書けません。\n");
}

TEST_CASE("タブのある資料も、PDFとExcelになる") {
    const ScratchFolder folder;
    write_bytes(folder.path / "a.xml", paper_with_tab);
    const Finished finished = run_taisho({"build", "a.xml"}, {.folder = folder.path});
    CHECK(finished == Finished{0, "./a.pdf\n./a.xlsx\n", ""});
}

} // namespace
} // namespace taisho::test
