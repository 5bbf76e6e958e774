#include "tests/support/fake_llm/multipart.h"

namespace fake {
namespace {

// The value of `name="…"`, or of `name=…` up to a semicolon.
std::string parameter(std::string_view header, std::string_view name) {
    const std::string wanted = std::string(name) + "=";
    std::size_t at = header.find(wanted);
    // Not the end of another name: filename="…".
    while (at != std::string_view::npos && at > 0 && header[at - 1] != ' ' && header[at - 1] != ';')
        at = header.find(wanted, at + 1);
    if (at == std::string_view::npos)
        return {};
    header.remove_prefix(at + wanted.size());
    if (!header.starts_with('"'))
        return std::string(header.substr(0, header.find_first_of("; \r\n")));
    header.remove_prefix(1);
    return std::string(header.substr(0, header.find('"')));
}

} // namespace

std::map<std::string, std::string> multipart(std::string_view contentType, std::string_view body) {
    std::map<std::string, std::string> out;
    const std::string boundary = parameter(contentType, "boundary");
    if (boundary.empty())
        return out;
    const std::string mark = "--" + boundary;
    for (std::size_t at = body.find(mark); at != std::string_view::npos;) {
        const std::size_t begin = at + mark.size() + 2;
        const std::size_t next = body.find("\r\n" + mark, at + mark.size());
        if (next == std::string_view::npos || begin > next)
            break;
        const std::string_view part = body.substr(begin, next - begin);
        const std::size_t head = part.find("\r\n\r\n");
        if (head != std::string_view::npos)
            out[parameter(part.substr(0, head), "name")] = part.substr(head + 4);
        at = next + 2;
    }
    return out;
}

} // namespace fake
