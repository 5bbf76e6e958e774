#include "core/arena/batch_results.h"

#include "core/text/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace agon {

void BatchResults::expect(const Batch& batch, std::span<const OpenCall> calls) {
    for (const OpenCall& call : calls)
        m_expected.insert_or_assign(call.id, Expected{call.key, batch.model, false});
}

void BatchResults::add(std::string bytes) {
    m_bytes += bytes.size();
    const std::string_view file = m_files.emplace_back(std::move(bytes));
    JsonRecord record;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = std::min(file.find('\n', at), file.size());
        const std::string_view line = trimmed(file.substr(at, end - at));
        if (!line.empty())
            addLine(record, line);
        at = end + 1;
    }
}

void BatchResults::addLine(JsonRecord& record, std::string_view line) {
    const auto head = readResultHead(record, line);
    if (!head) {
        ++m_unreadable;
        return;
    }
    const auto name = readRequestName(head->name);
    const auto expected =
        name && name->run == m_run ? m_expected.find(name->call) : m_expected.end();
    if (expected == m_expected.end() || !name->names(expected->second.key)) {
        ++m_unknown;
        return;
    }
    Expected& call = expected->second;
    if (std::exchange(call.found, true)) {
        ++m_doubled;
        return;
    }
    m_found.emplace(call.key, Found{name->call, call.model, line});
    Count& count = m_counts[call.model];
    count.answered += head->answered ? 1 : 0;
    count.failed += !head->answered && head->inTime ? 1 : 0;
}

std::optional<BatchResults::Found> BatchResults::take(const CallKey& key) {
    const auto found = m_found.find(key);
    if (found == m_found.end())
        return std::nullopt;
    const Found out = found->second;
    m_found.erase(found);
    return out;
}

std::vector<BatchResults::Found> BatchResults::rest() const {
    std::vector<Found> out;
    for (const auto& [key, found] : m_found)
        out.push_back(found);
    return out;
}

std::string BatchResults::leftOut() const {
    std::string out;
    const auto add = [&](std::int64_t lines, std::string_view why) {
        if (lines > 0)
            out += fmt::format("{}{} {} {}", out.empty() ? "" : ", ", lines,
                               lines == 1 ? "line" : "lines", why);
    };
    add(m_unreadable, "without a readable custom_id");
    add(m_unknown, "that nobody waits for");
    add(m_doubled, "with an answer that was there already");
    return out;
}

} // namespace agon
