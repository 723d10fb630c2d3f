#include "xml/part.h"

#include "base/utf8.h"
#include "xml/scan.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace taisho {
namespace {

constexpr std::size_t deepest = 64;

// A tag of a workbook has some twenty, most of them namespaces. With so few, looking for one that is given
// twice takes no time that counts.
constexpr std::size_t most_attributes = 256;

constexpr std::string_view blanks = " \t\r\n";

bool is_blank(std::string_view text) { return text.find_first_not_of(blanks) == std::string_view::npos; }

std::string_view without_blanks_before(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

// XML 1.0, 2.3, as far as it matters here: a name ends where something else can begin.
bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_of("<>&\"'/= \t\r\n") == std::string_view::npos;
}

std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// XML 1.0, 2.2: the controls that are no characters.
bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
}

bool is_xml_character(std::uint32_t number) {
    const bool surrogate = number >= 0xd800 && number <= 0xdfff;
    const bool control = number < 0x20 && number != '\t' && number != '\n' && number != '\r';
    return !control && !surrogate && number != 0xfffe && number != 0xffff && number <= 0x10ffff;
}

// What &name; stands for.
std::optional<char32_t> character_of_reference(std::string_view name) {
    constexpr std::pair<std::string_view, char32_t> built_in[] = {
        {"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}};
    for (const auto& [word, character] : built_in) {
        if (name == word) return character;
    }
    if (!name.starts_with('#')) return std::nullopt;
    name.remove_prefix(1);
    const int base = name.starts_with('x') ? 16 : 10;
    if (base == 16) name.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number, base);
    const bool whole = !name.empty() && error == std::errc{} && end == name.data() + name.size();
    return whole && is_xml_character(number) ? std::optional<char32_t>(number) : std::nullopt;
}

// XML 1.0, 2.11: \r\n and \r are line ends.
void append_plain(std::string& text, std::string_view raw) {
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t end = std::min(raw.find('\r', at), raw.size());
        text.append(raw.substr(at, end - at));
        if (end == raw.size()) return;
        text += '\n';
        at = end + (raw.substr(end).starts_with("\r\n") ? 2 : 1);
    }
}

bool is_decodable(std::string_view value) {
    if (value.find('&') == std::string_view::npos) return !has_control(value);
    std::string decoded;
    return append_decoded(decoded, value);
}

} // namespace

bool append_decoded(std::string& text, std::string_view raw) {
    constexpr std::size_t longest = 12; // of a reference: &#x10FFFF;
    // Nearly all texts have nothing to decode.
    const bool is_plain = std::ranges::none_of(raw, [](char c) {
        return c == '&' || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t');
    });
    if (is_plain) {
        text.append(raw);
        return true;
    }
    if (has_control(raw)) return false;
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t reference = std::min(raw.find('&', at), raw.size());
        append_plain(text, raw.substr(at, reference - at));
        if (reference == raw.size()) return true;
        const std::string_view rest = raw.substr(reference + 1, longest);
        const std::size_t end = rest.find(';');
        if (end == std::string_view::npos) return false;
        const std::optional<char32_t> character = character_of_reference(rest.substr(0, end));
        if (!character) return false;
        append_utf8(text, *character);
        at = reference + end + 2;
    }
    return true;
}

PartReader::PartReader(std::string_view bytes) : bytes_(bytes) {
    if (bytes_.starts_with("\xef\xbb\xbf")) at_ = 3;
}

PartEvent PartReader::broken() {
    is_broken_ = true;
    return PartEvent::broken;
}

PartEvent PartReader::next() {
    if (is_broken_) return PartEvent::broken;
    if (ends_at_once_) {
        ends_at_once_ = false;
        local_name_ = local(open_.back());
        open_.pop_back();
        return PartEvent::end;
    }
    while (at_ < bytes_.size()) {
        if (bytes_[at_] != '<') {
            const std::size_t end = std::min(bytes_.find('<', at_), bytes_.size());
            const std::string_view raw = bytes_.substr(at_, end - at_);
            at_ = end;
            if (!open_.empty()) return read_text(raw);
            if (!is_blank(raw)) return broken();
            continue;
        }
        const std::optional<Markup> markup = next_markup(bytes_, at_);
        const std::string_view written = bytes_.substr(markup->begin, markup->end - markup->begin);
        at_ = markup->end;
        switch (markup->kind) {
        case MarkupKind::start_tag: return begin_element(written, false);
        case MarkupKind::empty_tag: return begin_element(written, true);
        case MarkupKind::end_tag: return end_element(written);
        case MarkupKind::cdata: return read_cdata(written);
        case MarkupKind::declaration: return broken();
        case MarkupKind::comment:
            if (written.size() < 7 || !written.ends_with("-->")) return broken();
            break;
        case MarkupKind::instruction:
            if (!written.ends_with("?>")) return broken();
            break;
        }
    }
    return open_.empty() && had_root_ ? PartEvent::finished : broken();
}

bool PartReader::skip() {
    const std::size_t depth = open_.size();
    while (open_.size() >= depth) {
        if (next() == PartEvent::broken) return false;
    }
    return true;
}

PartEvent PartReader::read_text(std::string_view raw) {
    text_.clear();
    local_name_ = local(open_.back());
    return append_decoded(text_, raw) ? PartEvent::text : broken();
}

PartEvent PartReader::read_cdata(std::string_view raw) {
    constexpr std::string_view opening = "<![CDATA[", closing = "]]>";
    const bool whole = raw.size() >= opening.size() + closing.size() && raw.ends_with(closing);
    if (!whole || open_.empty() || has_control(raw)) return broken();
    raw.remove_prefix(opening.size());
    raw.remove_suffix(closing.size());
    text_.clear();
    local_name_ = local(open_.back());
    append_plain(text_, raw);
    return PartEvent::text;
}

PartEvent PartReader::begin_element(std::string_view tag, bool is_empty) {
    if (!tag.ends_with('>') || open_.size() == deepest || (open_.empty() && had_root_)) return broken();
    tag = tag.substr(1, tag.size() - (is_empty ? 3 : 2));
    const std::size_t end = std::min(tag.find_first_of(blanks), tag.size());
    const std::string_view name = tag.substr(0, end);
    if (!is_name(name) || !read_attributes(tag.substr(end))) return broken();
    open_.push_back(name);
    local_name_ = local(name);
    had_root_ = true;
    ends_at_once_ = is_empty;
    return PartEvent::begin;
}

PartEvent PartReader::end_element(std::string_view tag) {
    if (!tag.ends_with('>') || open_.empty()) return broken();
    tag = tag.substr(2, tag.size() - 3);
    const std::string_view name = tag.substr(0, std::min(tag.find_first_of(blanks), tag.size()));
    if (name != open_.back() || !is_blank(tag.substr(name.size()))) return broken();
    open_.pop_back();
    local_name_ = local(name);
    return PartEvent::end;
}

// XML 1.0, 3.1: behind a blank, a name, =, and a value in quotes that holds no <; no name twice.
bool PartReader::read_attributes(std::string_view rest) {
    attributes_.clear();
    for (std::string_view next = without_blanks_before(rest); !next.empty();
         next = without_blanks_before(rest)) {
        if (next.size() == rest.size() || attributes_.size() == most_attributes) return false;
        const std::size_t sign = next.find('=');
        if (sign == std::string_view::npos) return false;
        const std::string_view before = next.substr(0, sign);
        const std::string_view name = before.substr(0, before.find_last_not_of(blanks) + 1);
        const std::string_view quoted = without_blanks_before(next.substr(sign + 1));
        const bool opens = quoted.starts_with('"') || quoted.starts_with('\'');
        const std::size_t close = opens ? quoted.find(quoted.front(), 1) : std::string_view::npos;
        if (!is_name(name) || close == std::string_view::npos) return false;
        const std::string_view value = quoted.substr(1, close - 1);
        const bool twice = std::ranges::find(attributes_, name, &Attribute::name) != attributes_.end();
        if (twice || value.find('<') != std::string_view::npos || !is_decodable(value)) return false;
        attributes_.push_back({name, value});
        rest = quoted.substr(close + 1);
    }
    return true;
}

std::string PartReader::attribute(std::string_view name) const {
    const auto found = std::ranges::find(attributes_, name, &Attribute::name);
    std::string value;
    if (found != attributes_.end()) append_decoded(value, found->value);
    return value;
}

std::string PartReader::prefixed_attribute(std::string_view name) const {
    const auto found = std::ranges::find_if(attributes_, [name](const Attribute& attribute) {
        const std::string_view prefix = attribute.name.substr(0, attribute.name.find(':'));
        return prefix.size() < attribute.name.size() && prefix != "xmlns" && local(attribute.name) == name;
    });
    std::string value;
    if (found != attributes_.end()) append_decoded(value, found->value);
    return value;
}

} // namespace taisho
