#include "core/base/result.h"

namespace agon {

std::string Error::text() const {
    std::string out;
    for (auto it = context.rbegin(); it != context.rend(); ++it)
        out.append(*it).append(": ");
    return out.append(message);
}

std::string_view errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidInput:
        return "invalid_input";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Exists:
        return "exists";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::DiskFull:
        return "disk_full";
    case ErrorCode::ReadOnly:
        return "read_only";
    case ErrorCode::Locked:
        return "locked";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Foreign:
        return "foreign";
    case ErrorCode::Newer:
        return "newer";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

} // namespace agon
