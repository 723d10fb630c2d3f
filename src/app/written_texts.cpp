#include "app/written_texts.h"

#include "xml/read.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <tuple>

namespace taisho {
namespace {

// Finding a place walks through the text, and nobody reads of the same text so often.
constexpr std::size_t most_places = 100;

bool is_printed(std::string_view attribute) {
    constexpr std::array<std::string_view, 3> printed = {"label", "from", "to"};
    return std::ranges::find(printed, attribute) != printed.end();
}

void append_texts(const Element& element, std::vector<Text>& texts) {
    constexpr std::string_view register_of_names = "bodyNames"; // held against, never printed
    if (element.name == register_of_names) return;
    for (const Attribute& attribute : element.attributes)
        if (is_printed(attribute.name)) texts.push_back(attribute.value);
    for (const Node& node : element.children) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
            texts.push_back(*text);
        } else {
            append_texts(std::get<Element>(node.content), texts);
        }
    }
}

void append_words(const Element& element, std::vector<Text>& words) {
    for (const Attribute& attribute : element.attributes) words.push_back(attribute.value);
    for (const Element* child : child_elements(element)) append_words(*child, words);
}

auto order_of(const Span& at) { return std::tuple(at.source, at.begin); }

void append_places(const Text& text, std::string_view words, const Sources& sources,
                   std::vector<Span>& places) {
    for (std::size_t found = text.utf8.find(words); found != std::string::npos && places.size() < most_places;
         found = text.utf8.find(words, found + words.size()))
        places.push_back(locate(text, found, sources));
}

// Whether the paragraph says a part of the word that holds the words; parts lie between the places that are
// filled in.
bool says(std::string_view paragraph, std::string_view word, std::string_view words) {
    while (!word.empty()) {
        const std::size_t end = std::min(word.find('{'), word.size());
        const std::string_view part = word.substr(0, end);
        if (part.find(words) != part.npos && paragraph.find(part) != paragraph.npos) return true;
        const std::size_t close = word.find('}', end);
        word = close == word.npos ? std::string_view{} : word.substr(close + 1);
    }
    return false;
}

} // namespace

std::vector<Text> written_texts(const Element& element) {
    std::vector<Text> texts;
    append_texts(element, texts);
    return texts;
}

WrittenTexts::WrittenTexts(const Sources& sources, std::uint16_t form) : sources_(sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto source = static_cast<std::uint16_t>(i);
        Diagnostics unused; // it was read before
        const std::optional<Element> root = read_xml(sources, source, unused);
        if (!root) continue;
        if (source == form) append_words(*root, form_);
        if (root->name == "amendmentPaper" || root->name == "plan") append_texts(*root, paper_);
    }
    std::ranges::sort(paper_, {}, [](const Text& text) { return order_of(text.at); });
}

std::vector<Span> WrittenTexts::places(std::string_view words, std::string_view paragraph,
                                       const Span& at) const {
    std::vector<Span> places;
    const auto place_of = [](const Text& text) { return order_of(text.at); };
    for (auto text = std::ranges::lower_bound(paper_, order_of(at), {}, place_of);
         text != paper_.end() && text->at.source == at.source && text->at.end <= at.end; ++text)
        append_places(*text, words, sources_, places);
    if (!places.empty()) return places;

    for (const Text& word : form_) {
        if (!says(paragraph, word.utf8, words)) continue;
        append_places(word, words, sources_, places);
        return {places.front()};
    }

    const auto distance = [&](const Text* text) {
        const std::int64_t apart = std::int64_t{text->at.begin} - std::int64_t{at.begin};
        return std::tuple(text->at.source != at.source, std::abs(apart));
    };
    const Text* nearest = nullptr;
    for (const Text& text : paper_) {
        if (nearest != nullptr && distance(&text) >= distance(nearest)) continue;
        if (text.utf8.find(words) != std::string::npos) nearest = &text;
    }
    if (nearest == nullptr) return {at};
    append_places(*nearest, words, sources_, places);
    return {places.front()};
}

} // namespace taisho
