#include "core/rating/elo.h"

#include <cmath>

namespace agon::rating {
namespace {

constexpr double scale = 400;

// Plays entries one after another.
class Match {
  public:
    Match(const Comparisons& comparisons, const EloOptions& options)
        : m_comparisons(comparisons)
        , m_options(options)
        , m_rating(comparisons.models.size(), options.initial) {}

    void play(std::size_t i) {
        const double points = double{m_comparisons.pointsA[i]};
        if (m_options.ties == Ties::Drop && points == 0.5)
            return;
        const double weight = m_comparisons.weight.empty() ? 1.0 : double{m_comparisons.weight[i]};
        double& a = m_rating[m_comparisons.a[i]];
        double& b = m_rating[m_comparisons.b[i]];
        constexpr double rate = 2.302585092994045684 / scale; // ln 10 / 400
        const double expected = 1 / (1 + std::exp((b - a) * rate));
        const double step = m_options.k * weight * (points - expected);
        a += step;
        b -= step;
    }

    std::vector<double> take() { return std::move(m_rating); }

  private:
    const Comparisons& m_comparisons;
    EloOptions m_options;
    std::vector<double> m_rating;
};

} // namespace

std::vector<double> onlineElo(const Comparisons& comparisons, const EloOptions& options) {
    Match match(comparisons, options);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        match.play(i);
    return match.take();
}

std::vector<double> onlineElo(const Comparisons& comparisons, const EloOptions& options,
                              std::span<const std::uint32_t> repeats,
                              std::span<const std::uint32_t> unitOf) {
    Match match(comparisons, options);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        for (std::uint32_t k = repeats[unitOf.empty() ? i : unitOf[i]]; k > 0; --k)
            match.play(i);
    return match.take();
}

} // namespace agon::rating
