// Models made of the names that a server lists: addresses as they are pasted, families, free names.
#pragma once

#include "core/domain/model.h"
#include "core/llm/provider_profile.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agon::ui {

// What the chosen models have in common.
struct ServedBy {
    std::string baseUrl;
    std::string provider;    // profile id
    std::string keyVariable; // may be empty
    Roles roles;
};

// As a base URL: without blanks, with a scheme (http on this machine, else https), and without a
// path of a call ("/chat/completions") or a slash at the end.
[[nodiscard]] std::string baseUrlFrom(std::string_view pasted);
// The first word of a name: "meta-llama/Llama-3-70B" is of the family "llama". Lower case; may be
// empty.
[[nodiscard]] std::string familyFrom(std::string_view apiModel);
// Whether a listed name can be that of a model: servers are strangers.
[[nodiscard]] bool isUsableName(std::string_view apiModel);
// Ready to be added, in the order of `apiModels`, with names that none of `known` has.
[[nodiscard]] std::vector<Model> servedModels(const ServedBy& by,
                                              std::span<const std::string> apiModels,
                                              std::span<const Model> known);

} // namespace agon::ui
