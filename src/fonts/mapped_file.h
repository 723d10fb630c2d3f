#pragma once
// A file as memory, read as far as it is looked at.

#include <filesystem>
#include <optional>
#include <string_view>

namespace taisho {

class MappedFile {
public:
    // Nothing when it is no regular file, is empty or cannot be read.
    static std::optional<MappedFile> open(const std::filesystem::path& file);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

    // Gives back the memory that holds a part of the file; it is read again if it is looked at again. Looking
    // for one byte takes 64 KiB of memory, so scattered glyphs soon hold a whole font.
    void release(std::string_view part) const;

private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

} // namespace taisho
