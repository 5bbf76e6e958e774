#include "core/rating/bradley_terry.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>

namespace agon::rating {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double newtonEnd = 1e-8; // of the last full step: what is left is its square
constexpr double chordEnd = 1e-9;
constexpr int mostIterations = 200;

// Pairs within one strongly connected group, its members renumbered from 0. The phantom of a prior
// is the last member.
struct Problem {
    Eigen::Index members = 0;
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> second;
    std::vector<double> pointsFirst;
    std::vector<double> pointsSecond;

    [[nodiscard]] std::size_t size() const { return first.size(); }
};

std::vector<std::uint32_t> okModels(const Existence& existence) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t model = 0; model < existence.status.size(); ++model)
        if (existence.status[model] == Status::Ok)
            members.push_back(model);
    return members;
}

Problem problemOf(std::span<const std::uint32_t> members, std::uint32_t models,
                  const PairPoints& points, double prior) {
    constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> indexOf(models, outside);
    for (std::uint32_t i = 0; i < members.size(); ++i)
        indexOf[members[i]] = i;
    Problem problem;
    problem.members = static_cast<Eigen::Index>(members.size() + (prior > 0 ? 1 : 0));
    const auto add = [&](std::uint32_t i, std::uint32_t j, double forFirst, double forSecond) {
        problem.first.push_back(i);
        problem.second.push_back(j);
        problem.pointsFirst.push_back(forFirst);
        problem.pointsSecond.push_back(forSecond);
    };
    for (std::size_t k = 0; k < points.first.size(); ++k) {
        const std::uint32_t i = indexOf[points.first[k]];
        const std::uint32_t j = indexOf[points.second[k]];
        if (i != outside && j != outside && points.pointsFirst[k] + points.pointsSecond[k] > 0)
            add(i, j, points.pointsFirst[k], points.pointsSecond[k]);
    }
    if (prior > 0)
        for (std::uint32_t i = 0; i < members.size(); ++i)
            add(i, static_cast<std::uint32_t>(members.size()), prior / 2, prior / 2);
    return problem;
}

// The gradient needs only strengths e^θ: the chance of a pair is a quotient of two of them.
void gradient(const Problem& problem, const Vector& theta, Vector& strength, Vector& out) {
    strength = theta.array().exp();
    out.setZero();
    const double* s = strength.data();
    double* g = out.data();
    for (std::size_t k = 0; k < problem.size(); ++k) {
        const std::uint32_t i = problem.first[k];
        const std::uint32_t j = problem.second[k];
        const double surplus =
            (problem.pointsFirst[k] * s[j] - problem.pointsSecond[k] * s[i]) / (s[i] + s[j]);
        g[i] += surplus;
        g[j] -= surplus;
    }
}

// The negative Hessian. It is singular along "all alike", so that direction gets a curvature of
// its own; the gradient has no part in it, so that steps keep the mean.
Matrix curvature(const Problem& problem, const Vector& strength) {
    Matrix h = Matrix::Zero(problem.members, problem.members);
    for (std::size_t k = 0; k < problem.size(); ++k) {
        const auto i = static_cast<Eigen::Index>(problem.first[k]);
        const auto j = static_cast<Eigen::Index>(problem.second[k]);
        const double sum = strength[i] + strength[j];
        const double w = (problem.pointsFirst[k] + problem.pointsSecond[k]) * (strength[i] / sum) *
                         (strength[j] / sum);
        h(i, i) += w;
        h(j, j) += w;
        h(j, i) -= w; // the lower half is what is read
    }
    const double common = h.diagonal().mean() / static_cast<double>(problem.members);
    h.array() += common;
    return h;
}

double logLikelihood(const Problem& problem, const Vector& theta) {
    const auto logSigmoid = [](double x) {
        return x > 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
    };
    double sum = 0;
    for (std::size_t k = 0; k < problem.size(); ++k) {
        const double d = theta[static_cast<Eigen::Index>(problem.first[k])] -
                         theta[static_cast<Eigen::Index>(problem.second[k])];
        sum += problem.pointsFirst[k] * logSigmoid(d) + problem.pointsSecond[k] * logSigmoid(-d);
    }
    return sum;
}

// Newton with halved steps until the likelihood rises; theta is start and end. Returns the number
// of iterations, 0 if they did not end.
int newton(const Problem& problem, Vector& theta) {
    Vector strength(problem.members);
    Vector g(problem.members);
    for (int iteration = 1; iteration <= mostIterations; ++iteration) {
        gradient(problem, theta, strength, g);
        const Eigen::LLT<Matrix> factor(curvature(problem, strength));
        if (factor.info() != Eigen::Success)
            return 0;
        Vector step = factor.solve(g);
        double size = step.lpNorm<Eigen::Infinity>();
        if (!std::isfinite(size))
            return 0;
        if (size < newtonEnd) {
            theta += step;
            return iteration;
        }
        if (size > 0.1) { // far away: trust neither the length nor the direction blindly
            step *= std::min(1.0, 4.0 / size);
            const double rise = g.dot(step);
            const double before = logLikelihood(problem, theta);
            double t = 1;
            while (t > 1e-6 && logLikelihood(problem, theta + t * step) < before + 1e-4 * t * rise)
                t /= 2;
            step *= t;
        }
        theta += step;
    }
    return 0;
}

PairPoints pointsOf(const PairTable& pairs) {
    return {pairs.first, pairs.second, pairs.pointsFirst, pairs.pointsSecond};
}

Existence everybodyOk(std::uint32_t models) {
    return {std::vector<Status>(models, Status::Ok), std::vector<std::uint32_t>(models, 1)};
}

// Writes members' θ with mean 0; the phantom is left behind.
void spread(const Vector& theta, std::span<const std::uint32_t> members, std::vector<double>& out) {
    const auto count = static_cast<Eigen::Index>(members.size());
    const double mean = count == 0 ? 0 : theta.head(count).mean();
    for (Eigen::Index i = 0; i < count; ++i)
        out[members[static_cast<std::size_t>(i)]] = theta[i] - mean;
}

} // namespace

Result<BradleyTerryFit> fitBradleyTerry(const PairTable& pairs,
                                        const BradleyTerryOptions& options) {
    BradleyTerryFit fit;
    const PairPoints points = pointsOf(pairs);
    fit.existence = options.prior > 0 ? everybodyOk(pairs.models)
                                      : examineExistence(pairs.models, points, options.reference);
    fit.theta.assign(pairs.models, nan);
    const auto members = okModels(fit.existence);
    const Problem problem = problemOf(members, pairs.models, points, options.prior);
    Vector theta = Vector::Zero(problem.members);
    if (problem.members > 1) {
        fit.iterations = newton(problem, theta);
        if (fit.iterations == 0)
            return fail(ErrorCode::Internal,
                        "the Bradley–Terry fit did not converge; please report the battles that "
                        "cause it");
    }
    spread(theta, members, fit.theta);
    return fit;
}

struct Refitter::Shared {
    Shared(const PairTable& table, const BradleyTerryOptions& fitOptions,
           const BradleyTerryFit& start)
        : pairs(table)
        , options(fitOptions)
        , existence(start.existence)
        , members(okModels(start.existence))
        , whole(start.existence.allOk())
        , problem(problemOf(members, table.models, pointsOf(table), fitOptions.prior))
        , theta(Vector::Zero(problem.members)) {
        for (std::size_t k = 0; k < pairs.size(); ++k)
            if (existence.status[pairs.first[k]] == Status::Ok &&
                existence.status[pairs.second[k]] == Status::Ok &&
                pairs.pointsFirst[k] + pairs.pointsSecond[k] > 0)
                kept.push_back(k);
        for (std::size_t i = 0; i < members.size(); ++i)
            theta[static_cast<Eigen::Index>(i)] = start.theta[members[i]];
        if (problem.members > 1)
            factor.emplace(curvature(problem, theta.array().exp()));
    }

    const PairTable& pairs;
    BradleyTerryOptions options;
    Existence existence;                // at the start
    std::vector<std::uint32_t> members; // Ok at the start
    bool whole;                         // everybody is
    Problem problem;                    // points of the start
    std::vector<std::size_t> kept;      // pairs of the table that are in the problem, in its order
    Vector theta;                       // at the start
    std::optional<Eigen::LLT<Matrix>> factor; // of the curvature there
};

struct Refitter::Scratch {
    Problem problem;
    Vector theta, strength, g, step;
    std::vector<double> out;
};

Refitter::Refitter(const PairTable& pairs, const BradleyTerryOptions& options,
                   const BradleyTerryFit& start)
    : m_shared(std::make_shared<const Shared>(pairs, options, start))
    , m_scratch(std::make_unique<Scratch>()) {
    m_scratch->problem = m_shared->problem;
}

Refitter::Refitter(const Refitter& other)
    : m_shared(other.m_shared)
    , m_scratch(std::make_unique<Scratch>()) {
    m_scratch->problem = m_shared->problem;
}

Refitter::~Refitter() = default;

Refitter::Outcome Refitter::refit(std::span<const double> pointsFirst,
                                  std::span<const double> pointsSecond) {
    const Shared& shared = *m_shared;
    Scratch& scratch = *m_scratch;
    const PairPoints points{shared.pairs.first, shared.pairs.second, pointsFirst, pointsSecond};
    scratch.out.assign(shared.pairs.models, nan);

    Existence existence = shared.existence;
    const bool certain =
        shared.options.prior > 0 || (shared.whole && surelyConnected(shared.pairs.models, points));
    if (!certain)
        existence = examineExistence(shared.pairs.models, points, shared.options.reference);
    const bool finite =
        std::all_of(shared.members.begin(), shared.members.end(),
                    [&](std::uint32_t m) { return existence.status[m] == Status::Ok; });
    for (std::uint32_t model = 0; model < shared.pairs.models; ++model) {
        if (existence.status[model] == Status::UnboundedAbove)
            scratch.out[model] = infinity;
        else if (existence.status[model] == Status::UnboundedBelow)
            scratch.out[model] = -infinity;
    }
    if (!finite || okModels(existence).size() != shared.members.size()) {
        const auto members = okModels(existence);
        const Problem problem =
            problemOf(members, shared.pairs.models, points, shared.options.prior);
        Vector theta = Vector::Zero(problem.members);
        if (problem.members > 1 && newton(problem, theta) == 0)
            return {scratch.out, false};
        spread(theta, members, scratch.out);
        return {scratch.out, finite};
    }

    Problem& problem = scratch.problem;
    for (std::size_t k = 0; k < shared.kept.size(); ++k) {
        problem.pointsFirst[k] = pointsFirst[shared.kept[k]];
        problem.pointsSecond[k] = pointsSecond[shared.kept[k]];
    }
    scratch.theta = shared.theta;
    if (problem.members > 1) {
        scratch.strength.resize(problem.members);
        scratch.g.resize(problem.members);
        double last = infinity;
        for (int iteration = 0; last > chordEnd; ++iteration) {
            gradient(problem, scratch.theta, scratch.strength, scratch.g);
            scratch.step = shared.factor->solve(scratch.g);
            const double size = scratch.step.lpNorm<Eigen::Infinity>();
            if (iteration > 0 && !(size < last / 3)) {
                scratch.theta = shared.theta;
                if (newton(problem, scratch.theta) == 0)
                    return {scratch.out, false};
                break;
            }
            scratch.theta += scratch.step;
            last = size;
        }
    }
    spread(scratch.theta, shared.members, scratch.out);
    return {scratch.out, finite};
}

} // namespace agon::rating
