// What a person has reviewed since the workspace was opened, and how fast.
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace agon::ui {

// A plain value; ids in the order in which they were first voted on.
class Sitting {
  public:
    void add(std::uint32_t battle, Timestamp at);
    void remove(std::uint32_t battle);
    void clear() { m_reviewed.clear(); }

    [[nodiscard]] bool contains(std::uint32_t battle) const;
    [[nodiscard]] std::vector<std::uint32_t> ids() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_reviewed.size()); }
    // Median time between votes, pauses of more than five minutes left out; from three votes on.
    [[nodiscard]] std::optional<double> secondsEach() const;

  private:
    struct Reviewed {
        std::uint32_t battle;
        Timestamp at;
    };
    std::vector<Reviewed> m_reviewed;
};

} // namespace agon::ui
