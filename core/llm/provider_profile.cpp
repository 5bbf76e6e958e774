#include "core/llm/provider_profile.h"

#include "core/base/builtin.h"
#include "core/llm/trust.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace agon {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view generic = "openai-compatible";
constexpr std::uintmax_t largestFile = 1 << 20;

template <class E>
using Names = std::span<const std::pair<E, std::string_view>>;

constexpr std::array<std::pair<Dialect, std::string_view>, 2> dialects{
    {{Dialect::OpenAi, "openai"}, {Dialect::Anthropic, "anthropic"}}};
constexpr std::array<std::pair<StructuredOutput, std::string_view>, 3> structuredOutputs{
    {{StructuredOutput::None, "none"},
     {StructuredOutput::JsonSchema, "json_schema"},
     {StructuredOutput::OutputConfig, "output_config"}}};

tl::unexpected<Error> wrong(std::string_view key, std::string_view what) {
    return fail(ErrorCode::InvalidInput, fmt::format("“{}” {}", key, what));
}

// Each takes a value where the key is there, and leaves the default where it is not.
Result<void> take(const Json& json, const char* key, std::string& into) {
    const auto found = json.find(key);
    if (found == json.end())
        return {};
    if (!found->is_string())
        return wrong(key, "is not a text");
    into = found->get<std::string>();
    return {};
}

Result<void> take(const Json& json, const char* key, bool& into) {
    const auto found = json.find(key);
    if (found == json.end())
        return {};
    if (!found->is_boolean())
        return wrong(key, "is neither true nor false");
    into = found->get<bool>();
    return {};
}

Result<void> take(const Json& json, const char* key, std::vector<std::string>& into) {
    const auto found = json.find(key);
    if (found == json.end())
        return {};
    if (!found->is_array() || !std::ranges::all_of(*found, &Json::is_string))
        return wrong(key, "is not a list of texts");
    into = found->get<std::vector<std::string>>();
    return {};
}

template <class E>
Result<void> take(const Json& json, const char* key, Names<E> names, E& into) {
    std::string word;
    TRY(take(json, key, word));
    if (word.empty())
        return {};
    const auto found = std::ranges::find(names, word, [](const auto& one) { return one.second; });
    if (found == names.end())
        return wrong(key, fmt::format("is “{}”, which is not one of those known", word));
    into = found->first;
    return {};
}

template <class E>
std::string_view nameOf(Names<E> names, E value) {
    return std::ranges::find(names, value, [](const auto& one) { return one.first; })->second;
}

bool isId(std::string_view text) {
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string_view::npos;
}

Result<void> checkPath(const char* key, std::string_view path) {
    if (!path.starts_with('/') || path.find_first_of(" \r\n\t?#") != std::string_view::npos)
        return wrong(key, "is no path; write it as /chat/completions");
    return {};
}

Result<std::string> readSmallFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(ErrorCode::Io, "is not a file");
    if (std::filesystem::file_size(path, error) > largestFile || error)
        return fail(ErrorCode::InvalidInput, "is larger than 1 MB");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::Io, "cannot be read");
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

using ById = std::map<std::string, std::shared_ptr<const ProviderProfile>, std::less<>>;

void add(std::string_view file, const Result<std::string>& bytes, ById& profiles,
         std::vector<std::string>& problems) {
    Result<ProviderProfile> profile =
        bytes ? readProviderProfile(*bytes)
              : Result<ProviderProfile>(tl::unexpected<Error>(bytes.error()));
    if (!profile) {
        problems.push_back(fmt::format("{}: {}", file, profile.error().text()));
        return;
    }
    auto shared = std::make_shared<ProviderProfile>(std::move(*profile));
    profiles[shared->id] = shared;
}

} // namespace

Result<ProviderProfile> readProviderProfile(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorCode::InvalidInput, "is not a JSON object");
    ProviderProfile out;
    out.maxTokensField = "max_tokens";
    TRY(take(json, "id", out.id));
    if (!isId(out.id))
        return wrong("id", "is missing, or has other characters than a to z, 0 to 9 and -");
    out.title = out.id;
    TRY(take(json, "title", out.title));
    TRY(take(json, "dialect", Names<Dialect>(dialects), out.dialect));
    TRY(take(json, "base_url", out.baseUrl));
    if (!out.baseUrl.empty())
        if (const auto origin = originOf(out.baseUrl); !origin)
            return wrong("base_url", fmt::format("cannot be used: {}", origin.error().text()));
    TRY(take(json, "key_variable", out.keyVariable));
    TRY(take(json, "max_tokens_field", out.maxTokensField));
    if (out.maxTokensField != "max_tokens" && out.maxTokensField != "max_completion_tokens")
        return wrong("max_tokens_field", "is neither max_tokens nor max_completion_tokens");
    TRY(take(json, "structured_output", Names<StructuredOutput>(structuredOutputs),
             out.structured));
    TRY(take(json, "reasoning_fields", out.reasoningFields));
    TRY(take(json, "system_role", out.systemRole));
    TRY(take(json, "seed", out.seed));
    TRY(take(json, "stream_usage", out.streamUsage));
    TRY(take(json, "embeddings", out.embeddings));
    TRY(take(json, "batch", out.batch));
    TRY(take(json, "chat_path", out.chatPath));
    TRY(take(json, "models_path", out.modelsPath));
    TRY(take(json, "embeddings_path", out.embeddingsPath));
    TRY(checkPath("chat_path", out.chatPath));
    TRY(checkPath("models_path", out.modelsPath));
    TRY(checkPath("embeddings_path", out.embeddingsPath));
    TRY(take(json, "note", out.note));
    return out;
}

std::string writeProviderProfile(const ProviderProfile& profile) {
    const Json out = {
        {"id", profile.id},
        {"title", profile.title},
        {"dialect", nameOf(Names<Dialect>(dialects), profile.dialect)},
        {"base_url", profile.baseUrl},
        {"key_variable", profile.keyVariable},
        {"max_tokens_field", profile.maxTokensField},
        {"structured_output",
         nameOf(Names<StructuredOutput>(structuredOutputs), profile.structured)},
        {"reasoning_fields", profile.reasoningFields},
        {"system_role", profile.systemRole},
        {"seed", profile.seed},
        {"stream_usage", profile.streamUsage},
        {"embeddings", profile.embeddings},
        {"batch", profile.batch},
        {"chat_path", profile.chatPath},
        {"models_path", profile.modelsPath},
        {"embeddings_path", profile.embeddingsPath},
        {"note", profile.note},
    };
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

ProviderProfiles loadProviderProfiles(const std::filesystem::path& userFolder) {
    ProviderProfiles out;
    ById profiles;
    for (const BuiltinFile& file : builtinFiles())
        if (file.path.starts_with("providers/"))
            add(file.path, std::string(file.bytes), profiles, out.problems);
    std::vector<std::filesystem::path> own;
    std::error_code error; // a folder that is not there has no profiles
    for (std::filesystem::directory_iterator file(userFolder, error), end; !error && file != end;
         file.increment(error))
        if (file->path().extension() == ".json")
            own.push_back(file->path());
    std::ranges::sort(own);
    for (const auto& path : own)
        add(path.string(), readSmallFile(path), profiles, out.problems);
    for (auto& [id, profile] : profiles)
        out.all.push_back(std::move(profile));
    std::ranges::stable_sort(out.all, {}, [](const auto& profile) { return profile->title; });
    return out;
}

std::shared_ptr<const ProviderProfile> ProviderProfiles::find(std::string_view id) const {
    const std::string_view wanted = id.empty() ? generic : id;
    const auto found =
        std::ranges::find_if(all, [&](const auto& profile) { return profile->id == wanted; });
    return found == all.end() ? nullptr : *found;
}

std::string guessProvider(std::string_view baseUrl) {
    const Result<std::string> origin = originOf(baseUrl);
    if (!origin)
        return std::string(generic);
    const std::string host = origin->substr(origin->find("://") + 3);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> hosts{
        {{"api.openai.com:443", "openai"},
         {"api.anthropic.com:443", "anthropic"},
         {"generativelanguage.googleapis.com:443", "gemini"}}};
    for (const auto& [known, id] : hosts)
        if (host == known)
            return std::string(id);
    // The ports that these servers choose when they are told none.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> ports{
        {{":11434", "ollama"}, {":30000", "sglang"}, {":8000", "vllm"}, {":9931", "llama-server"}}};
    for (const auto& [port, id] : ports)
        if (host.ends_with(port))
            return std::string(id);
    return std::string(generic);
}

} // namespace agon
