#pragma once
// Line-start and line-end prohibition as JLREQ 3.1.7 and 3.1.8 have them, for tests; the program has them
// from UAX #14.

namespace taisho::test {

bool may_not_begin_line(char32_t c);
bool may_not_end_line(char32_t c);

} // namespace taisho::test
