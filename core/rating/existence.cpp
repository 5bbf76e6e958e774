#include "core/rating/existence.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace agon::rating {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

class UnionFind {
  public:
    explicit UnionFind(std::uint32_t size)
        : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }
    std::uint32_t find(std::uint32_t x) {
        while (m_parent[x] != x)
            x = m_parent[x] = m_parent[m_parent[x]];
        return x;
    }
    // True if they were apart.
    bool join(std::uint32_t x, std::uint32_t y) {
        x = find(x);
        y = find(y);
        m_parent[x] = y;
        return x != y;
    }

  private:
    std::vector<std::uint32_t> m_parent;
};

// Edges from → to in rows.
struct Graph {
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> target;

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
        return std::span(target).subspan(begin[node], begin[node + 1] - begin[node]);
    }
};

// i → j where i scored against j; `backward` turns all edges round.
Graph scoredAgainst(std::uint32_t models, const PairPoints& points, bool backward) {
    const auto forEachEdge = [&](auto&& visit) {
        for (std::size_t k = 0; k < points.first.size(); ++k) {
            if ((backward ? points.pointsSecond[k] : points.pointsFirst[k]) > 0)
                visit(points.first[k], points.second[k]);
            if ((backward ? points.pointsFirst[k] : points.pointsSecond[k]) > 0)
                visit(points.second[k], points.first[k]);
        }
    };
    Graph graph;
    graph.begin.assign(models + 1, 0);
    forEachEdge([&](std::uint32_t from, std::uint32_t) { ++graph.begin[from + 1]; });
    std::partial_sum(graph.begin.begin(), graph.begin.end(), graph.begin.begin());
    graph.target.resize(graph.begin.back());
    auto next = graph.begin;
    forEachEdge([&](std::uint32_t from, std::uint32_t to) { graph.target[next[from]++] = to; });
    return graph;
}

void markReachable(const Graph& graph, std::vector<std::uint32_t> from, std::vector<bool>& seen) {
    for (const auto node : from)
        seen[node] = true;
    while (!from.empty()) {
        const std::uint32_t node = from.back();
        from.pop_back();
        for (const auto next : graph.of(node))
            if (!seen[next]) {
                seen[next] = true;
                from.push_back(next);
            }
    }
}

// Kosaraju's two passes, without recursion: the strongly connected component of every model.
std::vector<std::uint32_t> strongComponents(const Graph& forward, const Graph& backward) {
    const auto models = static_cast<std::uint32_t>(forward.begin.size() - 1);
    std::vector<std::uint32_t> finished;
    std::vector<bool> seen(models);
    std::vector<std::array<std::uint32_t, 2>> path; // node, next edge
    for (std::uint32_t root = 0; root < models; ++root) {
        if (seen[root])
            continue;
        seen[root] = true;
        path.push_back({root, 0});
        while (!path.empty()) {
            auto& [node, edge] = path.back();
            if (edge == forward.of(node).size()) {
                finished.push_back(node);
                path.pop_back();
                continue;
            }
            const std::uint32_t next = forward.of(node)[edge++];
            if (!seen[next]) {
                seen[next] = true;
                path.push_back({next, 0});
            }
        }
    }
    std::vector<std::uint32_t> component(models, none);
    std::uint32_t count = 0;
    for (auto root = finished.rbegin(); root != finished.rend(); ++root) {
        if (component[*root] != none)
            continue;
        std::vector<std::uint32_t> stack{*root};
        component[*root] = count;
        while (!stack.empty()) {
            const std::uint32_t node = stack.back();
            stack.pop_back();
            for (const auto next : backward.of(node))
                if (component[next] == none) {
                    component[next] = count;
                    stack.push_back(next);
                }
        }
        ++count;
    }
    return component;
}

std::uint32_t mainComponent(std::span<const std::uint32_t> component, const PairPoints& points) {
    struct Size {
        std::uint32_t models = 0;
        double points = 0;
        std::uint32_t firstModel = none;
    };
    const std::uint32_t count = *std::max_element(component.begin(), component.end()) + 1;
    std::vector<Size> sizes(count);
    for (std::uint32_t model = 0; model < component.size(); ++model) {
        Size& size = sizes[component[model]];
        ++size.models;
        size.firstModel = std::min(size.firstModel, model);
    }
    for (std::size_t k = 0; k < points.first.size(); ++k) {
        const double played = points.pointsFirst[k] + points.pointsSecond[k];
        sizes[component[points.first[k]]].points += played;
        sizes[component[points.second[k]]].points += played;
    }
    const auto better = [](const Size& x, const Size& y) {
        if (x.models != y.models)
            return x.models > y.models;
        if (x.points != y.points)
            return x.points > y.points;
        return x.firstModel < y.firstModel;
    };
    return static_cast<std::uint32_t>(std::min_element(sizes.begin(), sizes.end(), better) -
                                      sizes.begin());
}

// Numbers the islands that the disconnected form among themselves from 2 on.
void numberIslands(Existence& out, const PairPoints& points) {
    const auto models = static_cast<std::uint32_t>(out.status.size());
    UnionFind islands(models);
    for (std::size_t k = 0; k < points.first.size(); ++k)
        if (out.status[points.first[k]] == Status::Disconnected &&
            out.status[points.second[k]] == Status::Disconnected)
            islands.join(points.first[k], points.second[k]);
    std::vector<std::uint32_t> number(models, 0);
    std::uint32_t last = 1;
    for (std::uint32_t model = 0; model < models; ++model) {
        if (out.status[model] != Status::Disconnected)
            continue;
        std::uint32_t& island = number[islands.find(model)];
        if (island == 0)
            island = ++last;
        out.component[model] = island;
    }
}

} // namespace

std::string_view statusName(Status status) {
    constexpr std::array<std::string_view, 4> names{"ok", "unbounded_above", "unbounded_below",
                                                    "disconnected"};
    return names[static_cast<std::size_t>(status)];
}

bool Existence::allOk() const {
    return std::all_of(status.begin(), status.end(), [](Status s) { return s == Status::Ok; });
}

bool surelyConnected(std::uint32_t models, const PairPoints& points) {
    UnionFind joined(models);
    std::uint32_t apart = models;
    for (std::size_t k = 0; k < points.first.size() && apart > 1; ++k)
        if (points.pointsFirst[k] > 0 && points.pointsSecond[k] > 0 &&
            joined.join(points.first[k], points.second[k]))
            --apart;
    return apart <= 1;
}

Existence examineExistence(std::uint32_t models, const PairPoints& points,
                           std::optional<std::uint32_t> reference) {
    Existence out;
    out.status.assign(models, Status::Ok);
    out.component.assign(models, 1);
    if (models == 0 || surelyConnected(models, points))
        return out;

    const Graph forward = scoredAgainst(models, points, false);
    const Graph backward = scoredAgainst(models, points, true);
    const auto strong = strongComponents(forward, backward);
    const std::uint32_t rated = reference ? strong[*reference] : mainComponent(strong, points);
    std::vector<std::uint32_t> group;
    for (std::uint32_t model = 0; model < models; ++model)
        if (strong[model] == rated)
            group.push_back(model);

    std::vector<bool> below(models);
    std::vector<bool> above(models);
    markReachable(forward, group, below);
    markReachable(backward, group, above);
    for (std::uint32_t model = 0; model < models; ++model) {
        if (strong[model] == rated)
            continue;
        out.status[model] = above[model]   ? Status::UnboundedAbove
                            : below[model] ? Status::UnboundedBelow
                                           : Status::Disconnected;
    }
    if (!reference && group.size() == 1) {
        const bool won = !forward.of(group[0]).empty();
        const bool lost = !backward.of(group[0]).empty();
        if (won != lost)
            out.status[group[0]] = won ? Status::UnboundedAbove : Status::UnboundedBelow;
    }
    numberIslands(out, points);
    return out;
}

} // namespace agon::rating
