// How files and batches go over the wire. Pure functions over hostile bytes. Internal to the room.
#pragma once

#include "core/base/result.h"
#include "core/llm/batch_service.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace agon::llm {

// multipart/form-data (RFC 7578) with a purpose and a file.
struct FileForm {
    std::string contentType;
    std::string body;
};
[[nodiscard]] FileForm fileForm(std::string_view fileName, std::string_view bytes);

// Whether an id changes nothing but the place in an address where it stands.
[[nodiscard]] bool safeInAddress(std::string_view id);

[[nodiscard]] std::string encodeBatch(std::string_view inputFile,
                                      const std::map<std::string, std::string>& metadata);

// Errors of these: Corrupt. An id that could change an address counts as none.
[[nodiscard]] Result<std::string> decodeFileId(std::string_view body);
[[nodiscard]] Result<RemoteBatch> decodeBatch(std::string_view body);

struct BatchPage {
    std::vector<RemoteBatch> batches; // those that can be read
    std::string last;                 // id of the last one; the next page follows it
    bool more = false;
};
[[nodiscard]] Result<BatchPage> decodeBatches(std::string_view body);

} // namespace agon::llm
