#pragma once
// Compressed streams (FlateDecode, ISO 32000-1 7.4.4) and a digest over all that was compressed.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace taisho {

class Deflater {
public:
    Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater();

    std::string compress(std::string_view bytes);

    // Tells files with different streams apart. It is no protection against forgery.
    std::uint64_t digest() const { return digest_; }

private:
    struct State;
    std::unique_ptr<State> state_;
    std::uint64_t digest_;
};

} // namespace taisho
