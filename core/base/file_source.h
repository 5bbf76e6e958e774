// A file from anywhere, opened with care and read from the beginning.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace agon {

// Owns a file descriptor; movable. Not thread-safe.
class FileSource {
  public:
    // Only regular files (a link to one will do): a directory, pipe, socket or device is refused
    // without waiting on it. Errors: NotFound, Io, InvalidInput; each names the file.
    static Result<FileSource> open(const std::filesystem::path& path);
    FileSource(FileSource&& other) noexcept;
    FileSource& operator=(FileSource&& other) noexcept;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource();

    // Bytes when it was opened.
    [[nodiscard]] std::int64_t size() const { return m_size; }
    // The next bytes; 0 at the end.
    Result<std::size_t> read(std::span<char> into);
    // Bytes from anywhere, without moving the place of read(); fewer at the end.
    Result<std::string> readAt(std::int64_t offset, std::size_t length) const;

  private:
    FileSource(int descriptor, std::int64_t size, std::string name)
        : m_descriptor(descriptor)
        , m_size(size)
        , m_name(std::move(name)) {}
    int m_descriptor = -1;
    std::int64_t m_size = 0;
    std::string m_name;
};

} // namespace agon
