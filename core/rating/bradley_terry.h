// Bradley–Terry by maximum likelihood: P(a beats b) = 1/(1 + 10^((R_b - R_a)/400)), a tie being
// half a win and half a loss, soft preferences as they are (method.md §5). Newton's method on the
// table of pairs (Bradley and Terry 1952; existence after Ford 1957).
#pragma once

#include "core/base/result.h"
#include "core/rating/existence.h"
#include "core/rating/pair_table.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace agon::rating {

inline constexpr double ratingCentre = 1000;
inline constexpr double pointsPerTheta = 173.71779276130073; // 400 / ln 10

struct BradleyTerryOptions {
    // Strength of the prior: every model also ties this many battles against one phantom of average
    // strength. 0: none. With a prior everybody's rating exists.
    double prior = 0;
    // Whose component is rated; none: the largest.
    std::optional<std::uint32_t> reference;
};

struct BradleyTerryFit {
    Existence existence;
    // By model; for those that are Ok, with mean 0 over them; NaN for the others. Exact to 1e-9.
    std::vector<double> theta;
    int iterations = 0;
};

// Errors: Internal if the iteration does not converge, which finite counts do not cause.
[[nodiscard]] Result<BradleyTerryFit> fitBradleyTerry(const PairTable& pairs,
                                                      const BradleyTerryOptions& options = {});

// Refits the same pairs with other points many times, quickly: steps with the curvature at a known
// fit, Newton's own where they do not shrink fast. Not thread-safe; copies share what is constant.
class Refitter {
  public:
    // `pairs` must outlive the refitter.
    Refitter(const PairTable& pairs, const BradleyTerryOptions& options,
             const BradleyTerryFit& start);
    Refitter(const Refitter& other);
    Refitter& operator=(const Refitter&) = delete;
    ~Refitter();

    struct Outcome {
        std::span<const double> theta; // by model, mean 0 over the rated; ±infinity when unbounded,
                                       // NaN when disconnected; valid until the next refit
        bool finite = false; // everybody who was Ok at the start is Ok
    };
    [[nodiscard]] Outcome refit(std::span<const double> pointsFirst,
                                std::span<const double> pointsSecond);

  private:
    struct Shared;
    struct Scratch;
    std::shared_ptr<const Shared> m_shared;
    std::unique_ptr<Scratch> m_scratch;
};

} // namespace agon::rating
