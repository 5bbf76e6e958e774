#include "core/arena/allocation.h"

#include <Eigen/Dense>

#include <cmath>

namespace agon {
namespace {

// A half battle against a phantom of average strength: keeps models apart that never met.
constexpr double prior = 0.125;

double informationOf(const FighterPair& pair, const std::vector<double>& theta) {
    const double p = 1 / (1 + std::exp(theta[pair.b] - theta[pair.a]));
    return p * (1 - p);
}

} // namespace

std::vector<std::int64_t> allocate(std::span<const FighterPair> pairs, const Knowledge& known,
                                   std::span<const std::int64_t> room, std::int64_t battles) {
    const auto n = static_cast<Eigen::Index>(known.theta.size());
    Eigen::MatrixXd information = Eigen::MatrixXd::Identity(n, n) * prior;
    std::vector<double> weights;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        weights.push_back(informationOf(pairs[i], known.theta));
        const double total = weights[i] * static_cast<double>(known.fought[i]);
        const Eigen::Index a = pairs[i].a;
        const Eigen::Index b = pairs[i].b;
        information(a, a) += total;
        information(b, b) += total;
        information(a, b) -= total;
        information(b, a) -= total;
    }
    Eigen::MatrixXd covariance = information.inverse();
    std::vector<std::int64_t> out(pairs.size(), 0);
    for (std::int64_t battle = 0; battle < battles; ++battle) {
        std::size_t best = pairs.size();
        double bestGain = -1;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (out[i] >= room[i])
                continue;
            const Eigen::VectorXd step = covariance.col(pairs[i].a) - covariance.col(pairs[i].b);
            const double spread = step(pairs[i].a) - step(pairs[i].b);
            const double gain = weights[i] * step.squaredNorm() / (1 + weights[i] * spread);
            constexpr double clearly = 1 + 1e-9; // rounding does not choose
            if (gain > bestGain * clearly) {
                best = i;
                bestGain = gain;
            }
        }
        if (best == pairs.size())
            break;
        ++out[best];
        const Eigen::VectorXd step = covariance.col(pairs[best].a) - covariance.col(pairs[best].b);
        const double spread = step(pairs[best].a) - step(pairs[best].b);
        covariance -= step * step.transpose() * (weights[best] / (1 + weights[best] * spread));
    }
    return out;
}

} // namespace agon
