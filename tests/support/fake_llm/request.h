// An HTTP request as the fake server sees it.
#pragma once

#include <string>
#include <string_view>

namespace fake {

struct Request {
    std::string method;
    std::string path; // without what follows a question mark
    std::string key;  // of Authorization: Bearer, or x-api-key
    std::string contentType;
    std::string body;
};

} // namespace fake
