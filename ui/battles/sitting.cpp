#include "ui/battles/sitting.h"

#include <algorithm>

namespace agon::ui {

namespace {
constexpr std::int64_t pauseMs = 5 * 60 * 1000;
constexpr std::size_t enough = 2; // spans between votes
} // namespace

void Sitting::add(std::uint32_t battle, Timestamp at) {
    if (!contains(battle))
        m_reviewed.push_back({battle, at});
}

void Sitting::remove(std::uint32_t battle) {
    std::erase_if(m_reviewed, [battle](const Reviewed& one) { return one.battle == battle; });
}

bool Sitting::contains(std::uint32_t battle) const {
    return std::ranges::any_of(m_reviewed,
                               [battle](const Reviewed& one) { return one.battle == battle; });
}

std::vector<std::uint32_t> Sitting::ids() const {
    std::vector<std::uint32_t> out;
    out.reserve(m_reviewed.size());
    for (const Reviewed& one : m_reviewed)
        out.push_back(one.battle);
    return out;
}

std::optional<double> Sitting::secondsEach() const {
    std::vector<std::int64_t> spans;
    for (std::size_t i = 1; i < m_reviewed.size(); ++i) {
        const std::int64_t span = m_reviewed[i].at.milliseconds - m_reviewed[i - 1].at.milliseconds;
        if (span > 0 && span < pauseMs)
            spans.push_back(span);
    }
    if (spans.size() < enough)
        return std::nullopt;
    const auto middle = spans.begin() + static_cast<std::ptrdiff_t>(spans.size() / 2);
    std::ranges::nth_element(spans, middle);
    return static_cast<double>(*middle) / 1000.0;
}

} // namespace agon::ui
