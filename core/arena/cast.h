// Who takes part in a run, ready to be called: models resolved to endpoints, styles to prompts.
#pragma once

#include "core/arena/run_spec.h"
#include "core/base/result.h"
#include "core/domain/model.h"
#include "core/judge/prompt_style.h"
#include "core/llm/endpoint.h"
#include "core/llm/provider_profile.h"
#include "core/llm/trust.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace agon {

struct Fighter {
    Model model;
    std::shared_ptr<const Endpoint> endpoint; // null: only what is recorded counts
    Sampling sampling;
    std::string samplingText; // canonical; part of a response's identity
};

struct Judge {
    Model model;
    std::shared_ptr<const Endpoint> endpoint;
    std::shared_ptr<const PromptStyle> style;
    Sampling sampling;
    std::string styleName; // "agon-scores 1", as a game keeps it
};

// What the model's own parameters leave open, the style decides.
[[nodiscard]] Judge judgeOf(const Model& model, std::shared_ptr<const Endpoint> endpoint,
                            std::shared_ptr<const PromptStyle> style);

// Never changed once made; shared by threads.
struct Cast {
    std::vector<Fighter> fighters; // in the order of the specification
    std::vector<Judge> judges;     // every judge and style that any category needs
    // Indices into judges, for categories with a rule and for all others.
    std::unordered_map<std::int64_t, std::vector<std::size_t>> byCategory;
    std::vector<std::size_t> usual;

    [[nodiscard]] const std::vector<std::size_t>& judgesOf(std::int64_t category) const;
    // Whether this judge may judge these two under the run's rule.
    [[nodiscard]] bool allowed(OwnAnswers rule, std::size_t judge, std::size_t a,
                               std::size_t b) const;
    // Everything that would be called, each once.
    [[nodiscard]] std::vector<std::shared_ptr<const Endpoint>> endpoints() const;
};

// What the machine knows beside the workspace.
struct Resources {
    ProviderProfiles profiles;
    PromptStyles styles;
};

// Errors: InvalidInput, naming the model, style or category and what to do.
[[nodiscard]] Result<std::shared_ptr<const Cast>>
makeCast(const RunSpec& spec, const Resources& resources, Workspace& workspace);

// Judges that may favour a fighter: a sentence each, for a person.
[[nodiscard]] std::vector<std::string> ownAnswerWarnings(const RunSpec& spec, const Cast& cast);

// The permissions that calling these needs (trust.h), each once.
[[nodiscard]] std::vector<TrustedOrigin>
permissionsFor(const std::vector<std::shared_ptr<const Endpoint>>& endpoints);

} // namespace agon
