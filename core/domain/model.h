// A fighter or a judge, and what is known about it.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// Where a model's answers come from. Stored.
enum class ModelKind : std::uint8_t { Endpoint = 0, Recorded = 1, Server = 2, Simulated = 3 };
[[nodiscard]] std::string_view modelKindName(ModelKind kind);
[[nodiscard]] std::optional<ModelKind> modelKindFromName(std::string_view name);

// Bits; a model may have several. Stored.
enum class Role : std::uint8_t { Target = 1, Rival = 2, Judge = 4, HeldOut = 8, Base = 16 };
[[nodiscard]] std::string_view roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(std::string_view name);

class Roles {
  public:
    constexpr Roles() = default;
    constexpr explicit Roles(std::uint8_t bits)
        : m_bits(bits) {}
    [[nodiscard]] constexpr bool has(Role role) const {
        return (m_bits & static_cast<std::uint8_t>(role)) != 0;
    }
    constexpr void add(Role role) {
        m_bits = static_cast<std::uint8_t>(m_bits | static_cast<std::uint8_t>(role));
    }
    [[nodiscard]] constexpr std::uint8_t bits() const { return m_bits; }
    [[nodiscard]] std::vector<std::string_view> names() const;
    constexpr bool operator==(const Roles&) const = default;

  private:
    std::uint8_t m_bits = 0;
};

// The stage of an iteration that made a checkpoint. Stored.
enum class StageKind : std::uint8_t { None = 0, Sft = 1, Dpo = 2, Ppo = 3, RewardModel = 4 };
[[nodiscard]] std::string_view stageKindName(StageKind stage); // "", "sft", "dpo", "ppo", "rm"
[[nodiscard]] std::optional<StageKind> stageKindFromName(std::string_view name);

struct Model {
    ModelId id;
    std::string name; // unique in a workspace
    ModelKind kind = ModelKind::Recorded;
    std::string provider;              // profile id, e.g. "openai"; empty when nothing is called
    std::vector<std::string> baseUrls; // replicas
    std::string apiModel;              // the name that the server knows
    std::string family;                // for self-preference; e.g. "llama"
    std::string keyVariable;           // NAME of an environment variable, never a key
    Roles roles;
    ModelId parent;     // the checkpoint it was trained from
    int iteration = -1; // -1: not a checkpoint
    StageKind stage = StageKind::None;
    std::optional<double> priceIn;     // dollars per million tokens
    std::optional<double> priceOut;    // dollars per million tokens
    std::optional<double> priceCached; // dollars per million tokens; not set: as priceIn
    std::string sampling = "{}";       // JSON, core/llm/chat.h: how its answers are drawn
    std::string limits = "{}";         // JSON, core/llm/endpoint.h: how hard it may be pressed
    std::optional<double> strength;    // true Elo of a simulated fighter
    std::string note;
    std::int64_t responses = 0; // counted when read
    std::int64_t battles = 0;   // counted when read
};

} // namespace agon
