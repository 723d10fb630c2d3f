#pragma once

namespace taisho {

// The program: reads the command line, does what it says and returns the exit code.
int run(int argc, const char* const* argv);

} // namespace taisho
