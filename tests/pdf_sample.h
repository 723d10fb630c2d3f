#pragma once
// A tagged PDF of two pages, written by hand, that breaks no rule: what is changed in it is what a test is
// about. It has one of everything: headings, a list, a table, a note, a table of contents with a link,
// bookmarks.

#include <cstddef>
#include <string>
#include <vector>

namespace taisho::test {

// The objects, 1 first, as they stand between 「obj」 and 「endobj」. The Length of a stream is written as
// 「@」.
std::vector<std::string> sample_objects();

// A file of these objects: header, objects, cross-reference table, trailer.
std::string file_of(const std::vector<std::string>& objects);

// What is replaced in an object, or with object 0 in the whole file, and the sentences of broken_rules that
// this must give, a line each. Where a byte stands is no part of it: 「byte N」.
struct Spoil {
    std::size_t object = 0;
    std::string from, to, sentences;
};
void check_spoils(const std::vector<Spoil>& spoils);

} // namespace taisho::test
