#include "core/domain/model.h"

#include <array>

namespace agon {
namespace {

constexpr std::array<std::string_view, 4> kindNames{"endpoint", "recorded", "server", "simulated"};
constexpr std::array<std::string_view, 5> roleNames{"target", "rival", "judge", "held_out", "base"};
constexpr std::array<std::string_view, 5> stageNames{"", "sft", "dpo", "ppo", "rm"};

template <std::size_t N>
std::optional<std::uint8_t> find(const std::array<std::string_view, N>& names,
                                 std::string_view name) {
    for (std::uint8_t i = 0; i < N; ++i)
        if (names[i] == name)
            return i;
    return std::nullopt;
}

} // namespace

std::string_view modelKindName(ModelKind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<ModelKind> modelKindFromName(std::string_view name) {
    if (const auto i = find(kindNames, name))
        return static_cast<ModelKind>(*i);
    return std::nullopt;
}

std::string_view roleName(Role role) {
    std::size_t i = 0;
    while ((1U << i) != static_cast<unsigned>(role))
        ++i;
    return roleNames[i];
}

std::optional<Role> roleFromName(std::string_view name) {
    if (const auto i = find(roleNames, name))
        return static_cast<Role>(1U << *i);
    return std::nullopt;
}

std::vector<std::string_view> Roles::names() const {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < roleNames.size(); ++i)
        if ((m_bits & (1U << i)) != 0)
            out.push_back(roleNames[i]);
    return out;
}

std::string_view stageKindName(StageKind stage) {
    return stageNames[static_cast<std::size_t>(stage)];
}

std::optional<StageKind> stageKindFromName(std::string_view name) {
    if (const auto i = find(stageNames, name))
        return static_cast<StageKind>(*i);
    return std::nullopt;
}

} // namespace agon
