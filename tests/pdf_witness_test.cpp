// What programs of others say of our tagged PDFs: nothing against the file, and along the structure the same
// text as our own reader.

#include "pdf_structure.h"
#include "printed.h"
#include "support.h"

#include <doctest/doctest.h>

namespace taisho::test {
namespace {

bool is_missing(const std::string& program) {
    if (is_installed(program)) return false;
    MESSAGE(program << " がないので、この試験は省きます。");
    return true;
}

// Runs a program over the PDFs of both papers in both styles. `words` is followed by the file.
template <class Check>
void ask_about_all(const std::vector<std::string>& words, Check check) {
    if (is_missing(words.front())) return;
    for (const auto& paper : {real_paper, other_paper}) {
        for (const char* style : {"by-year", "stacked", "side-by-side", "list", "law-old-left"}) {
            CAPTURE(paper);
            CAPTURE(style);
            const Printed made = printed(read_bytes(paper), style);
            const ScratchFolder folder;
            write_bytes(folder.path / "a.pdf", made.pdf);
            std::vector<std::string> command = words;
            command.push_back(folder.path / "a.pdf");
            check(made, run_command(command, {}));
        }
    }
}

std::string without_blanks(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        if (byte != ' ' && byte != '\n') result += byte;
    }
    return result;
}

// pdfinfo sets each text between quotation marks on lines of their own, indented.
std::string quoted_texts(const std::string& output) {
    std::string texts;
    for (std::size_t begin = 0; begin < output.size();) {
        const std::size_t end = std::min(output.find('\n', begin), output.size());
        std::string_view line = std::string_view(output).substr(begin, end - begin);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.size() > 1 && line.front() == '"' && line.back() == '"')
            texts += line.substr(1, line.size() - 2);
        begin = end + 1;
    }
    return without_blanks(texts);
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("popplerが構造のとおりに読む文は、私たちの読むものと同じ") {
    ask_about_all(
        {"pdfinfo", "-struct-text", "-enc", "UTF-8"}, [](const Printed& made, const Finished& said) {
            CHECK(said.exit_code == 0);
            CHECK(said.err == "");
            const PdfFile file = read_pdf(made.pdf);
            std::string ours;
            for (const ElementText& one : texts_of(structure_of(file), content_of(file, pages_of(file))))
                ours += one.text;
            CHECK(quoted_texts(said.out) == without_blanks(ours));
        });
}

TEST_CASE("mutoolは構造のあるPDFを黙って描く") {
    ask_about_all({"mutool", "draw", "-q", "-F", "text", "-o", "/dev/null"},
                  [](const Printed&, const Finished& said) {
                      CHECK(said.exit_code == 0);
                      // Debian builds it without colour profiles.
                      const std::string known = "warning: ICC support is not available\n";
                      CHECK((said.err.empty() || said.err == known));
                  });
}

TEST_CASE("Ghostscriptは構造のあるPDFを黙って描く") {
    ask_about_all({"gs", "-q", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"},
                  [](const Printed&, const Finished& said) {
                      CHECK(said.exit_code == 0);
                      CHECK(said.out + said.err == "");
                  });
}

TEST_SUITE_END();

} // namespace
} // namespace taisho::test
