#include "base/deflate.h"

#include <algorithm>
#include <libdeflate.h>
#include <new>

namespace taisho {

struct Compressor::State {
    libdeflate_compressor* compressor = nullptr;
    std::string buffer; // as long as the longest result so far may have become

    std::string& buffer_of(std::size_t bound) {
        if (buffer.size() < bound) buffer.resize(bound);
        return buffer;
    }
};

Compressor::Compressor(int level) : state_(std::make_unique<State>()) {
    state_->compressor = libdeflate_alloc_compressor(level);
    if (state_->compressor == nullptr) throw std::bad_alloc();
}

Compressor::~Compressor() { libdeflate_free_compressor(state_->compressor); }

std::string Compressor::zlib(std::string_view bytes) {
    std::string& buffer = state_->buffer_of(libdeflate_zlib_compress_bound(state_->compressor, bytes.size()));
    return buffer.substr(0, libdeflate_zlib_compress(state_->compressor, bytes.data(), bytes.size(),
                                                     buffer.data(), buffer.size()));
}

// What is to be compressed in this form, markup, becomes a fraction of itself; room for the worst case would
// be memory that is touched for nothing.
std::string Compressor::raw(std::string_view bytes) {
    const std::size_t bound = libdeflate_deflate_compress_bound(state_->compressor, bytes.size());
    for (const std::size_t room : {std::min(bound, bytes.size() / 4), bound}) {
        std::string& buffer = state_->buffer_of(room);
        const std::size_t size = libdeflate_deflate_compress(state_->compressor, bytes.data(), bytes.size(),
                                                             buffer.data(), buffer.size());
        if (size > 0) return buffer.substr(0, size);
    }
    return {};
}

std::optional<std::string> inflate_raw(std::string_view deflated, std::size_t size) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (!decompressor) throw std::bad_alloc();
    std::string inflated(size, '\0');
    const libdeflate_result result = libdeflate_deflate_decompress(
        decompressor.get(), deflated.data(), deflated.size(), inflated.data(), inflated.size(), nullptr);
    if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
    return inflated;
}

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

} // namespace taisho
