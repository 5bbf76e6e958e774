// How a kind of server speaks: data, not code. The built-in ones are resources/providers/*.json; a
// user's own folder overrides them by id.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

enum class Dialect : std::uint8_t { OpenAi, Anthropic };

enum class StructuredOutput : std::uint8_t {
    None,         // the schema is left out; the prompt asks for JSON
    JsonSchema,   // response_format {type: json_schema, …}
    OutputConfig, // Anthropic's output_config.format
    JsonObject,   // response_format {type: json_object, schema}: llama-cpp-python
};

struct ProviderProfile {
    std::string id;    // "vllm"; [a-z0-9-]
    std::string title; // "vLLM"
    Dialect dialect = Dialect::OpenAi;
    std::string baseUrl;        // the usual one; may be empty
    std::string keyVariable;    // the usual one: "OPENAI_API_KEY"; may be empty
    std::string maxTokensField; // "max_tokens" or "max_completion_tokens"
    StructuredOutput structured = StructuredOutput::JsonSchema;
    std::vector<std::string> reasoningFields; // of a message: "reasoning_content", "reasoning"
    bool systemRole = true;  // false: the system text is put before the first user message
    bool seed = true;        // knows `seed`
    bool streamUsage = true; // knows stream_options.include_usage
    bool embeddings = true;
    bool batch = false;                         // OpenAI's files and batches
    std::string chatPath = "/chat/completions"; // after the base URL
    std::string modelsPath = "/models";
    std::string embeddingsPath = "/embeddings";
    std::string note; // for a person: what to know about this server

    bool operator==(const ProviderProfile&) const = default;
};

// Ids are unique; a file of the user's folder replaces the built-in profile of its id. A file that
// cannot be used is left out and told in `problems` (file, what is wrong).
struct ProviderProfiles {
    std::vector<std::shared_ptr<const ProviderProfile>> all; // by title
    std::vector<std::string> problems;

    // The profile of this id; the generic OpenAI-compatible one for an empty id; else nullptr.
    [[nodiscard]] std::shared_ptr<const ProviderProfile> find(std::string_view id) const;
};
[[nodiscard]] ProviderProfiles loadProviderProfiles(const std::filesystem::path& userFolder = {});

// Hostile bytes. Errors: InvalidInput with the key that is wrong.
[[nodiscard]] Result<ProviderProfile> readProviderProfile(std::string_view json);
[[nodiscard]] std::string writeProviderProfile(const ProviderProfile& profile);

// The profile that a base URL suggests ("http://127.0.0.1:11434/v1" → ollama), or
// "openai-compatible".
[[nodiscard]] std::string guessProvider(std::string_view baseUrl);

} // namespace agon
