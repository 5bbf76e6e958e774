#include "core/store/lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace agon::store {

Result<std::unique_ptr<Lease>> Lease::take(const std::filesystem::path& workspace) {
    std::filesystem::path path = workspace;
    path += "-lease";
    // Its last holder removes the file; whoever opened it just before holds a file that is gone
    // and must look again. A program that only read holds it for milliseconds at its end.
    for (int attempt = 0; attempt < 20; ++attempt) {
        const int descriptor =
            ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0) {
            const bool readOnly = errno == EACCES || errno == EROFS || errno == EPERM;
            return fail(readOnly ? ErrorCode::ReadOnly : ErrorCode::Io,
                        std::string("the folder cannot be written: ") + std::strerror(errno));
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            continue;
        }
        struct stat held {};
        struct stat named {};
        if (::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
            held.st_ino == named.st_ino)
            return std::unique_ptr<Lease>(new Lease(std::move(path), descriptor));
        ::close(descriptor);
    }
    return fail(ErrorCode::Locked, "another program has this workspace open for writing");
}

Lease::~Lease() {
    std::error_code ignored; // a lease file that stays is harmless
    std::filesystem::remove(m_path, ignored);
    ::close(m_descriptor);
}

} // namespace agon::store
