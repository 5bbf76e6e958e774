// A file that appears whole or not at all: written beside its place, then put there.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace agon {

// Movable; not thread-safe. When it goes without commit(), nothing is left behind and a file that
// was there before stays as it was.
class OutputFile {
  public:
    enum class Readers { AsUsual, OwnerOnly }; // the umask's choice, or mode 0600
    // Errors: InvalidInput (a folder is there), NotFound (no such folder), ReadOnly, DiskFull, Io.
    static Result<OutputFile> create(const std::filesystem::path& path,
                                     Readers readers = Readers::AsUsual);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<void> write(std::string_view bytes);
    // Everything is on the disk, and the file is in its place.
    Result<void> commit();

  private:
    OutputFile() = default;
    Result<void> flush();

    int m_descriptor = -1;
    std::filesystem::path m_path;
    std::filesystem::path m_partial;
    std::string m_buffer;
};

} // namespace agon
