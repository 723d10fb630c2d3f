#include "pdf_lexer.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace taisho::test {
namespace {

constexpr std::string_view delimiters = "()<>[]{}/%";
constexpr int deepest = 64; // of arrays and dictionaries inside each other

bool is_regular(char byte) { return !is_pdf_blank(byte) && delimiters.find(byte) == std::string_view::npos; }

std::optional<int> hex_digit(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    return std::nullopt;
}

[[noreturn]] void fail(const PdfLexer& lexer, const std::string& what) {
    throw PdfError("byte " + std::to_string(lexer.at) + ": " + what);
}

char peek(const PdfLexer& lexer, std::size_t ahead = 0) {
    return lexer.at + ahead < lexer.bytes.size() ? lexer.bytes[lexer.at + ahead] : '\0';
}

std::string regular_word(PdfLexer& lexer) {
    const std::size_t begin = lexer.at;
    while (lexer.at < lexer.bytes.size() && is_regular(lexer.bytes[lexer.at])) ++lexer.at;
    return std::string(lexer.bytes.substr(begin, lexer.at - begin));
}

PdfName read_name(PdfLexer& lexer) {
    lexer.expect("/");
    const std::string word = regular_word(lexer);
    PdfName name;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '#') {
            name.name += word[i];
            continue;
        }
        const auto high = i + 2 < word.size() ? hex_digit(word[i + 1]) : std::nullopt;
        const auto low = i + 2 < word.size() ? hex_digit(word[i + 2]) : std::nullopt;
        if (!high || !low || *high + *low == 0) fail(lexer, "a name with a bad # in it");
        name.name += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return name;
}

char read_octal(PdfLexer& lexer) {
    int code = 0;
    for (int digits = 0; digits < 3 && peek(lexer) >= '0' && peek(lexer) <= '7'; ++digits, ++lexer.at)
        code = code * 8 + (peek(lexer) - '0');
    return static_cast<char>(code & 0xff);
}

// After a backslash (7.3.4.2, table 3).
void read_escape(PdfLexer& lexer, std::string& text) {
    constexpr std::string_view letters = "nrtbf", meanings = "\n\r\t\b\f";
    const char byte = peek(lexer);
    if (byte >= '0' && byte <= '7') {
        text += read_octal(lexer);
        return;
    }
    ++lexer.at;
    const std::size_t letter = letters.find(byte);
    if (letter != std::string_view::npos) {
        text += meanings[letter];
    } else if (byte == '\r') {
        if (peek(lexer) == '\n') ++lexer.at;
    } else if (byte != '\n') {
        text += byte;
    }
}

PdfString read_literal(PdfLexer& lexer) {
    lexer.expect("(");
    PdfString string;
    for (int open = 1; open > 0;) {
        if (lexer.at >= lexer.bytes.size()) fail(lexer, "a string without its end");
        const char byte = lexer.bytes[lexer.at++];
        if (byte == '\\') {
            read_escape(lexer, string.bytes);
            continue;
        }
        open += byte == '(' ? 1 : byte == ')' ? -1 : 0;
        if (open == 0) break;
        // An end of line is one line feed, however it is written.
        if (byte == '\r' && peek(lexer) == '\n') ++lexer.at;
        string.bytes += byte == '\r' ? '\n' : byte;
    }
    return string;
}

PdfString read_hex(PdfLexer& lexer) {
    lexer.expect("<");
    PdfString string;
    std::vector<int> digits;
    while (peek(lexer) != '>') {
        if (lexer.at >= lexer.bytes.size()) fail(lexer, "a string without its end");
        const char byte = lexer.bytes[lexer.at++];
        if (is_pdf_blank(byte)) continue;
        if (!hex_digit(byte))
            lexer.slips.push_back("A 6.1.6: byte " + std::to_string(lexer.at) +
                                  ": a hexadecimal string has another character");
        digits.push_back(hex_digit(byte).value_or(0));
    }
    ++lexer.at;
    if (digits.size() % 2 != 0) {
        lexer.slips.push_back("A 6.1.6: byte " + std::to_string(lexer.at) +
                              ": a hexadecimal string has an odd number of digits");
        digits.push_back(0);
    }
    for (std::size_t i = 0; i < digits.size(); i += 2)
        string.bytes += static_cast<char>(digits[i] * 16 + digits[i + 1]);
    return string;
}

bool is_number_word(std::string_view word) {
    std::size_t digits = 0, points = 0;
    if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
    for (const char byte : word) {
        if (byte >= '0' && byte <= '9')
            ++digits;
        else if (byte == '.')
            ++points;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

PdfValue number_of(PdfLexer& lexer, const std::string& word) {
    if (word.find('.') != std::string::npos) return {std::strtod(word.c_str(), nullptr)};
    if (word.size() > 18) fail(lexer, "a number of too many digits");
    return {static_cast<std::int64_t>(std::strtoll(word.c_str(), nullptr, 10))};
}

// 「5 0 R」 when that is what stands here after the number.
std::optional<PdfReference> rest_of_reference(PdfLexer& lexer, std::int64_t number) {
    const std::size_t before = lexer.at;
    lexer.skip_blanks();
    const std::string generation = regular_word(lexer);
    lexer.skip_blanks();
    const std::string letter = regular_word(lexer);
    if (letter != "R") {
        lexer.at = before;
        return std::nullopt;
    }
    if (generation != "0" || number <= 0) fail(lexer, "a reference of another generation");
    return PdfReference{number};
}

PdfValue read_value(PdfLexer& lexer, int depth);

PdfArray read_array(PdfLexer& lexer, int depth) {
    lexer.expect("[");
    PdfArray array;
    for (lexer.skip_blanks(); peek(lexer) != ']'; lexer.skip_blanks())
        array.push_back(read_value(lexer, depth + 1));
    ++lexer.at;
    return array;
}

PdfDictionary read_dictionary(PdfLexer& lexer, int depth) {
    lexer.expect("<<");
    PdfDictionary dictionary;
    for (lexer.skip_blanks(); !lexer.next_is(">>"); lexer.skip_blanks()) {
        std::string key = read_name(lexer).name;
        if (std::ranges::find(dictionary, key, &PdfEntry::key) != dictionary.end())
            fail(lexer, "a dictionary has " + key + " twice");
        dictionary.push_back({std::move(key), read_value(lexer, depth + 1)});
    }
    lexer.expect(">>");
    return dictionary;
}

PdfValue read_word(PdfLexer& lexer) {
    const std::string word = regular_word(lexer);
    if (is_number_word(word)) {
        const PdfValue number = number_of(lexer, word);
        if (!lexer.references || as<std::int64_t>(number) == nullptr) return number;
        const auto reference = rest_of_reference(lexer, integer_in(number, 0));
        return reference ? PdfValue{*reference} : number;
    }
    if (word == "true") return {true};
    if (word == "false") return {false};
    if (word == "null") return {};
    fail(lexer, "no value: " + word);
}

PdfValue read_value(PdfLexer& lexer, int depth) {
    if (depth > deepest) fail(lexer, "nested too deep");
    lexer.skip_blanks();
    const char byte = peek(lexer);
    if (byte == '/') return {read_name(lexer)};
    if (byte == '(') return {read_literal(lexer)};
    if (byte == '[') return {read_array(lexer, depth)};
    if (lexer.next_is("<<")) return {read_dictionary(lexer, depth)};
    if (byte == '<') return {read_hex(lexer)};
    return read_word(lexer);
}

// Whether an operator stands here, no operand.
bool is_operator(const PdfLexer& lexer) {
    PdfLexer ahead{lexer.bytes, lexer.at};
    const std::string word = regular_word(ahead);
    return !word.empty() && !is_number_word(word) && word != "true" && word != "false" && word != "null";
}

} // namespace

bool is_pdf_blank(char byte) {
    return byte == '\0' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r' || byte == ' ';
}

void PdfLexer::skip_blanks() {
    for (; at < bytes.size(); ++at) {
        if (bytes[at] == '%') at = std::min(bytes.find_first_of("\r\n", at), bytes.size());
        if (at >= bytes.size() || !is_pdf_blank(bytes[at])) return;
    }
}

bool PdfLexer::is_at_end() {
    skip_blanks();
    return at >= bytes.size();
}

bool PdfLexer::next_is(std::string_view word) const { return bytes.substr(at).starts_with(word); }

void PdfLexer::expect(std::string_view word) {
    if (!next_is(word)) fail(*this, "expected " + std::string(word));
    at += word.size();
}

PdfValue PdfLexer::value() { return read_value(*this, 0); }

std::string PdfLexer::keyword() {
    skip_blanks();
    return regular_word(*this);
}

std::int64_t PdfLexer::plain_integer() {
    const std::size_t begin = at;
    while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9') ++at;
    if (at == begin || at - begin > 18) fail(*this, "expected a number");
    return std::strtoll(std::string(bytes.substr(begin, at - begin)).c_str(), nullptr, 10);
}

PdfOperations operations_in(std::string_view content) {
    PdfLexer lexer{content};
    PdfOperations operations;
    PdfOperation operation;
    while (!lexer.is_at_end()) {
        if (!is_operator(lexer)) {
            operation.operands.push_back(lexer.value());
            continue;
        }
        operation.name = lexer.keyword();
        operations.all.push_back(std::move(operation));
        operation = {};
    }
    if (!operation.operands.empty()) fail(lexer, "operands without an operator");
    operations.slips = std::move(lexer.slips);
    return operations;
}

} // namespace taisho::test
