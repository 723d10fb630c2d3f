#pragma once
// Compressed streams (FlateDecode, ISO 32000-1 7.4.4) and a digest over all that was compressed.

#include "base/deflate.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace taisho {

class Deflater {
public:
    explicit Deflater(std::size_t pages) : for_pages_(pages <= few_pages ? 8 : 1) {}

    // For what grows with the paper: the pages.
    std::string compress(std::string_view bytes);

    // For what a file has a few of, each large: fonts and their maps.
    std::string compress_well(std::string_view bytes);

    // Tells files with different streams apart. It is no protection against forgery.
    std::uint64_t digest() const { return digest_; }

private:
    std::string compress(std::string_view bytes, Compressor& compressor);

    // Measured with libdeflate 1.14, in ms and KB. Level:           1      4      6      7      8     10
    //   content streams of 1,000 pages, 4,488 KB    time         15.1   24.0   29.6   31.8   36.8  242.6
    //                                               size         1388   1401   1378   1370   1366   1334
    //   content streams of the real paper, 27 KB    size          8.1    8.2    8.0    8.0    8.0    7.8
    //   its font programs, 111 KB                   time          0.7    0.9    1.2    1.3    1.9    5.1
    //                                               size         82.3   80.8   79.9   79.8   79.7   79.3
    //   its ToUnicode maps, 7 KB                    time         0.03   0.05   0.09   0.14   0.33   0.24
    //                                               size          3.0    2.9    2.6    2.6    2.6    2.5
    // Many pages: 1 is the fastest, and smaller than 2 to 4. A usual paper has few, and fonts are paid once.
    static constexpr std::size_t few_pages = 64;
    Compressor for_pages_, for_fonts_{8};
    std::uint64_t digest_ = 0xcbf29ce484222325; // FNV-1a, 64 bits
};

} // namespace taisho
