#pragma once
#include <string>

namespace taisho {

// An ICC profile of the colour space sRGB (IEC 61966-2-1) as a display has it: version 4 (ISO 15076-1), a
// matrix and a tone curve. It says what the greys of the pages mean.
std::string srgb_profile();

} // namespace taisho
