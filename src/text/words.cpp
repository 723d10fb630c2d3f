#include "text/words.h"

#include "base/utf8.h"
#include "text/characters.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

// ICU knows the words of the dictionary; what a reader of plans takes for one word is often several of them.
// Each rule below is one pass over ICU's pieces that says which of them belong to the piece before.

namespace taisho {
namespace {

struct Piece {
    std::string_view text;
    char32_t first = 0, last = 0; // `last` without combining marks
    std::size_t characters = 0;
    bool han = true, hiragana = true, katakana = true; // all of it
    bool joined = false;                               // belongs to the piece before
};

Piece piece_of(std::string_view text) {
    Piece piece{text};
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        i += length;
        if (is_combining(c)) continue;
        if (piece.characters++ == 0) piece.first = c;
        piece.last = c;
        piece.han &= is_han(c), piece.hiragana &= is_hiragana(c), piece.katakana &= is_katakana(c);
    }
    return piece;
}

std::vector<Piece> icu_pieces(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getJapanese(), status));
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words->setText(&source, status);
    std::vector<Piece> pieces;
    auto begin = static_cast<std::size_t>(words->first());
    for (auto at = words->next(); at != icu::BreakIterator::DONE; at = words->next()) {
        const auto end = static_cast<std::size_t>(at);
        pieces.push_back(piece_of(text.substr(begin, end - begin)));
        begin = end;
    }
    utext_close(&source);
    return pieces;
}

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_one_of(std::initializer_list<std::string_view> list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

// ---- bracketed terms ----

// What stands in （ ） is no name but a remark, and is compared word by word.
bool opens_term(char32_t c) { return is_one_of(U"「『【“｢", c); }

// Bytes of the bracketed term that `text` begins with; 0 when it is too long or never closes.
std::size_t term_length(std::string_view text) {
    constexpr int longest = 18; // 16 characters and the brackets
    int depth = 0, characters = 0;
    for (std::size_t i = 0; i < text.size() && characters <= longest;) {
        const auto [c, length] = decode(text, i);
        i += length;
        if (is_combining(c)) continue;
        if (++characters > longest) return 0;
        if (is_opening(c)) ++depth;
        if (is_closing(c) && --depth == 0) return i;
    }
    return 0;
}

void join_terms(std::string_view text, std::vector<Piece>& pieces) {
    const char* joined_to = text.data();
    for (Piece& piece : pieces) {
        const char* begin = piece.text.data();
        piece.joined |= begin < joined_to;
        if (begin < joined_to || !opens_term(piece.first)) continue;
        joined_to = begin + term_length(text.substr(static_cast<std::size_t>(begin - text.data())));
    }
}

// ---- numbers ----

bool is_number_part(char32_t c) { return is_digit(c) || is_one_of(U"．，.,▲△±", c); }

bool is_range_sign(const Piece& piece) {
    return piece.characters == 1 && is_one_of(U"～〜~－–-", piece.first);
}

// Whether a piece can be the unit of a number as a whole: 校区, 増, 日当たり, but not 減らす.
bool is_unit(const Piece& piece) {
    std::string_view text = piece.text;
    if (text == "つ" || (text.ends_with("当たり") && is_han(piece.first))) return true;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        const bool fits = is_han(c) || is_katakana(c) || is_one_of(U"％%‰℃㎡㎥㎞㎏ℓ", c) || is_combining(c);
        if (!fits) return false;
        i += length;
    }
    return true;
}

bool is_rate(const Piece& piece) { return is_one_of(U"％%‰", piece.last); }

// 10校区 has one unit; a second is taken only when it is a single character (５％増, but 10校区|以上), when
// it is a share (５％ポイント), or behind a stroke (件／年).
bool is_next_unit(std::size_t units, const Piece& before, const Piece& piece) {
    if (!is_unit(piece) || units > 2) return false;
    return units == 0 || piece.characters == 1 || is_rate(before) ||
           (before.characters == 1 && is_one_of(U"／/", before.first));
}

// R１０ and R6, for ICU joins a letter with digits of its own width.
bool begins_number(const Piece& piece) {
    const bool label = is_latin_letter(piece.first) && is_digit(piece.last) && piece.characters <= 3;
    return is_number_part(piece.first) || label || (piece.characters == 1 && is_latin_letter(piece.first));
}

// The piece behind the number that begins at `i`, with its units.
std::size_t number_end(const std::vector<Piece>& pieces, std::size_t i) {
    std::size_t units = 0;
    for (++i; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool stroke = units == 1 && is_one_of({"／", "/"}, piece.text) && i + 1 < pieces.size() &&
                            is_unit(pieces[i + 1]);
        const bool digits = units == 0 && is_number_part(piece.first);
        const bool ka = units == 0 && piece.text == "か" && i + 1 < pieces.size() && // ９か所, ３か年
                        is_han(pieces[i + 1].first) && is_unit(pieces[i + 1]);
        if (digits || stroke || ka) continue;
        if (!is_next_unit(units, pieces[i - 1], piece)) break;
        ++units;
    }
    return i;
}

// Eras and 第 belong to the number behind them.
bool leads_number(const Piece& piece) {
    return is_one_of({"令和", "平成", "昭和", "大正", "明治", "西暦", "第", "－", "-", "−"}, piece.text);
}

void join_numbers(std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t at = i;
        if (leads_number(pieces[at]) && at + 1 < pieces.size()) ++at;
        const bool first_year = at > i && pieces[at].first == U'元'; // 令和元年度
        if (!first_year && (!begins_number(pieces[at]) || (at > i && !is_digit(pieces[at].first)))) {
            ++i;
            continue;
        }
        std::size_t end = number_end(pieces, at);
        for (int ranges = 0; ranges < 2 && end + 1 < pieces.size() && is_range_sign(pieces[end]); ++ranges) {
            const std::size_t upper = end + 1; // ３～５人, R6～R10
            if (!begins_number(pieces[upper]) && !is_latin_letter(pieces[upper].first)) break;
            end = number_end(pieces, upper);
        }
        for (std::size_t k = i + 1; k < end; ++k) pieces[k].joined = true;
        i = end;
    }
}

// ---- Latin ----

bool is_ascii_word(char32_t c) { return c > U' ' && c < 0x7f && !is_one_of(U"()[]{}<>,;\"'", c); }

void join_latin(std::vector<Piece>& pieces) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Piece& before = pieces[i - 1];
        const bool ascii = is_ascii_word(before.last) && is_ascii_word(pieces[i].first);
        const bool small = (pieces[i].first >= U'₀' && pieces[i].first <= U'₉') || pieces[i].first == U'²' ||
                           pieces[i].first == U'³';
        if (ascii || (small && is_latin_letter(before.last))) pieces[i].joined = true;
    }
}

// ---- Japanese ----

// Kana behind a noun that is a word of its own: particles, conjunctions, する and its forms, auxiliaries.
bool is_function_word(std::string_view kana) {
    static constexpr std::u32string_view single = U"をがはにでとのもへやかばなだしすさせて";
    const auto [first, length] = decode(kana, 0);
    return kana.size() == length && is_one_of(single, first);
}

// 取組|み, 基|づ|き, 障|がい: kana that the dictionary cuts from its stem.
void join_okurigana(std::vector<Piece>& pieces) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Piece& before = pieces[i - 1];
        const Piece& kana = pieces[i];
        if (!kana.hiragana || kana.characters > 2 || is_function_word(kana.text)) continue;
        const bool stem = is_han(before.last) && !before.joined;
        const bool inside = before.hiragana && before.joined && before.characters == 1;
        const bool fits = kana.characters == 1 ? stem || inside : stem && before.characters == 1;
        const bool functional =
            is_one_of({"する", "した", "して", "など", "から", "まで", "より", "ます", "です", "には", "では",
                       "とは", "との", "への", "ので", "こと", "もの", "ため", "ごと", "まま", "さん"},
                      kana.text);
        if (fits && !functional) pieces[i].joined = true;
    }
}

bool is_rare(const Piece& piece) {
    for (std::size_t i = 0; i < piece.text.size();) {
        const auto [c, length] = decode(piece.text, i);
        if (is_combining(c) || c >= 0x20000 || (c >= 0xf900 && c <= 0xfaff) || c == U'髙') return true;
        i += length;
    }
    return false;
}

void join_han(std::vector<Piece>& pieces) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        const Piece& before = pieces[i - 1];
        if (!piece.han || !before.han || piece.joined) continue;
        const bool suffix =
            piece.characters == 1 && before.characters > 1 && is_one_of(U"者会化性的率量額員費", piece.first);
        // ICU does not know rare characters and cuts the names they stand in.
        const bool name = before.characters + piece.characters <= 3 && before.characters > 0 &&
                          (is_rare(before) || (is_rare(piece) && before.characters == 1));
        if (suffix || name) piece.joined = true;
    }
}

} // namespace

std::vector<std::uint32_t> split_words(std::string_view text) {
    std::vector<Piece> pieces = icu_pieces(text);
    join_okurigana(pieces);
    join_han(pieces);
    join_latin(pieces);
    join_numbers(pieces);
    join_terms(text, pieces);
    std::vector<std::uint32_t> ends;
    for (const Piece& piece : pieces) {
        if (piece.joined && !ends.empty()) ends.pop_back();
        ends.push_back(static_cast<std::uint32_t>(piece.text.data() + piece.text.size() - text.data()));
    }
    return ends;
}

// ---- names of offices ----

namespace {

constexpr std::string_view office_endings[] = {"課",     "室",     "部",     "局",     "係",     "センター",
                                               "委員会", "協議会", "審議会", "連合会", "連絡会", "検討会",
                                               "研究所", "相談所", "事務所", "保健所", "支所",   "役所"};
constexpr std::string_view no_offices[] = {"関係", "一部", "全部", "内部", "外部", "大部", "教室", "結局"};

bool ends_as_office(std::string_view run) {
    const auto ends_run = [&](std::string_view ending) { return run.ends_with(ending); };
    return std::ranges::any_of(office_endings, ends_run) && std::ranges::none_of(no_offices, ends_run);
}

bool is_name_character(char32_t c) {
    return is_han(c) || is_katakana(c) || is_latin_letter(c) || is_combining(c);
}

// Bytes from `begin` on for whose characters `belongs` holds.
template <class Belongs>
std::size_t run_end(std::string_view text, std::size_t begin, Belongs belongs) {
    while (begin < text.size()) {
        const auto [c, length] = decode(text, begin);
        if (!belongs(c)) break;
        begin += length;
    }
    return begin;
}

bool is_office(std::string_view run) { return ends_as_office(run) && count_characters(run) <= 16; }

// Kana belong to the name where nothing but brackets, commas and blanks stand around it （子育て支援室、…）,
// unless they join a name to something else.
bool is_listed_office(std::string_view run) {
    static constexpr std::string_view joints[] = {"を",   "は",     "の",   "へ",   "で",
                                                  "及び", "並びに", "また", "から", "する"};
    return is_office(run) && std::ranges::none_of(joints, [&](std::string_view joint) {
               return run.find(joint) != std::string_view::npos;
           });
}

// 教育委員会事務局学校教育課 is two names: where the second begins, or `run.begin`.
std::size_t last_name(std::string_view text, NameRange run) {
    constexpr std::size_t least = 3; // characters of a name
    const std::string_view names = text.substr(run.begin, run.end - run.begin);
    for (std::size_t i = names.size(); i > 0; --i) {
        const std::string_view head = names.substr(0, i), tail = names.substr(i);
        const bool division = head.ends_with("部") || head.ends_with("局");
        if (division && count_characters(head) >= least && count_characters(tail) >= least)
            return run.begin + i;
    }
    return run.begin;
}

void add_office(std::string_view text, NameRange run, std::vector<NameRange>& names) {
    const std::size_t last = last_name(text, run);
    if (last > run.begin) names.push_back({run.begin, last});
    names.push_back({last, run.end});
}

void add_names(std::string_view text, NameRange run, std::vector<NameRange>& names) {
    for (std::size_t at = run.begin; at < run.end;) {
        const std::size_t end = std::min(run_end(text, at, is_name_character), run.end);
        if (end > at && is_office(text.substr(at, end - at))) add_office(text, {at, end}, names);
        at = end > at ? end : at + decode(text, at).length;
    }
}

} // namespace

std::vector<NameRange> find_office_names(std::string_view text) {
    const auto in_run = [](char32_t c) { return is_name_character(c) || is_hiragana(c); };
    std::vector<NameRange> names;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = run_end(text, at, in_run);
        if (end == at) {
            at += decode(text, at).length;
            continue;
        }
        if (is_listed_office(text.substr(at, end - at))) {
            add_office(text, {at, end}, names);
        } else {
            add_names(text, {at, end}, names);
        }
        at = end;
    }
    return names;
}

} // namespace taisho
