#include "core/llm/provider_profile.h"

#include "core/llm/trust.h"
#include "core/text/ascii.h"
#include "core/text/definition_files.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace agon {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view folder = "providers"; // below resources/
constexpr std::string_view generic = "openai-compatible";

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

constexpr Names<Dialect, 2> dialects{{
    {"openai", Dialect::OpenAi},
    {"anthropic", Dialect::Anthropic},
}};
constexpr Names<StructuredOutput, 4> structures{{
    {"none", StructuredOutput::None},
    {"json_schema", StructuredOutput::JsonSchema},
    {"output_config", StructuredOutput::OutputConfig},
    {"json_object", StructuredOutput::JsonObject},
}};

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

tl::unexpected<Error> wrong(std::string_view key, std::string_view what) {
    return fail(ErrorCode::InvalidInput, fmt::format("{}: {}", key, what));
}

// What is not there is left as it is, so that the defaults of ProviderProfile hold.
Result<void> read(const Json& object, const char* key, std::string& into) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    const auto* text = found->get_ptr<const std::string*>();
    if (!text)
        return wrong(key, "must be a text");
    if (text->find('\0') != std::string::npos)
        return wrong(key, "must not hold a NUL character");
    into = *text;
    return {};
}

Result<void> read(const Json& object, const char* key, bool& into) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    const auto* value = found->get_ptr<const bool*>();
    if (!value)
        return wrong(key, "must be true or false");
    into = *value;
    return {};
}

Result<void> read(const Json& object, const char* key, std::vector<std::string>& into) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    if (!found->is_array())
        return wrong(key, "must be a list of texts");
    std::vector<std::string> list;
    for (const Json& entry : *found) {
        const auto* text = entry.get_ptr<const std::string*>();
        if (!text || text->empty())
            return wrong(key, "must be a list of texts, none of them empty");
        list.push_back(*text);
    }
    into = std::move(list);
    return {};
}

// One of a few words.
template <class T, std::size_t N>
Result<void> read(const Json& object, const char* key, const Names<T, N>& names, T& into) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    const auto* text = found->get_ptr<const std::string*>();
    std::string known;
    for (const auto& [name, value] : names) {
        if (text && *text == name) {
            into = value;
            return {};
        }
        known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", name);
    }
    return wrong(key, "must be one of " + known);
}

template <class T, std::size_t N>
std::string_view nameOf(const Names<T, N>& names, T value) {
    const auto* found =
        std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.second == value; });
    return found == names.end() ? std::string_view{} : found->first;
}

Result<void> checkId(const std::string& id) {
    const bool good = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return isLower(c) || isDigit(c) || c == '-';
    });
    if (!good)
        return wrong("id", "must be there, and hold only a-z, 0-9 and -");
    return {};
}

Result<void> checkVariable(const std::string& name) {
    const bool good = std::all_of(name.begin(), name.end(), [](char c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c == '_';
    });
    // A key pasted here by mistake is most likely to show by its dashes; it is not repeated.
    if (!good || (!name.empty() && isDigit(name.front())))
        return wrong("key_variable",
                     "must be the name of an environment variable, never a key itself");
    return {};
}

// Paths come after a base URL: they must not be able to change the host.
Result<void> checkPath(const char* key, const std::string& path) {
    if (path.empty() || path.front() != '/' || !isPrintableWord(path))
        return wrong(key, "must begin with / and hold no spaces");
    return {};
}

Result<void> check(const ProviderProfile& profile) {
    TRY(checkId(profile.id));
    if (profile.title.empty())
        return wrong("title", "must be there");
    if (!profile.baseUrl.empty())
        if (const auto origin = originOf(profile.baseUrl); !origin)
            return wrong("base_url", origin.error().message);
    TRY(checkVariable(profile.keyVariable));
    if (profile.maxTokensField != "max_tokens" && profile.maxTokensField != "max_completion_tokens")
        return wrong("max_tokens_field", R"(must be one of "max_tokens", "max_completion_tokens")");
    TRY(checkPath("chat_path", profile.chatPath));
    TRY(checkPath("models_path", profile.modelsPath));
    return checkPath("embeddings_path", profile.embeddingsPath);
}

Result<Json> parse(std::string_view text) {
    try {
        Json out = Json::parse(text);
        if (!out.is_object())
            return fail(ErrorCode::InvalidInput, "must be a JSON object: { … }");
        return out;
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("is not JSON from byte {} on", error.byte));
    } catch (const Json::exception&) {
        return fail(ErrorCode::InvalidInput, "holds a number that is too large");
    }
}

std::string_view portOf(std::string_view origin) {
    return origin.substr(origin.rfind(':') + 1);
}

} // namespace

Result<ProviderProfile> readProviderProfile(std::string_view json) {
    const Json object = TRY(parse(json));
    ProviderProfile out;
    out.maxTokensField = "max_tokens"; // all but OpenAI's own
    TRY(read(object, "id", out.id));
    TRY(read(object, "title", out.title));
    TRY(read(object, "dialect", dialects, out.dialect));
    TRY(read(object, "base_url", out.baseUrl));
    TRY(read(object, "key_variable", out.keyVariable));
    TRY(read(object, "max_tokens_field", out.maxTokensField));
    TRY(read(object, "structured_output", structures, out.structured));
    TRY(read(object, "reasoning_fields", out.reasoningFields));
    TRY(read(object, "system_role", out.systemRole));
    TRY(read(object, "seed", out.seed));
    TRY(read(object, "stream_usage", out.streamUsage));
    TRY(read(object, "embeddings", out.embeddings));
    TRY(read(object, "batch", out.batch));
    TRY(read(object, "chat_path", out.chatPath));
    TRY(read(object, "models_path", out.modelsPath));
    TRY(read(object, "embeddings_path", out.embeddingsPath));
    TRY(read(object, "note", out.note));
    TRY(check(out));
    return out;
}

std::string writeProviderProfile(const ProviderProfile& profile) {
    nlohmann::ordered_json out; // as a person would write it
    out["id"] = profile.id;
    out["title"] = profile.title;
    out["dialect"] = nameOf(dialects, profile.dialect);
    out["base_url"] = profile.baseUrl;
    out["key_variable"] = profile.keyVariable;
    out["max_tokens_field"] = profile.maxTokensField;
    out["structured_output"] = nameOf(structures, profile.structured);
    out["reasoning_fields"] = profile.reasoningFields;
    out["system_role"] = profile.systemRole;
    out["seed"] = profile.seed;
    out["stream_usage"] = profile.streamUsage;
    out["embeddings"] = profile.embeddings;
    out["batch"] = profile.batch;
    out["chat_path"] = profile.chatPath;
    out["models_path"] = profile.modelsPath;
    out["embeddings_path"] = profile.embeddingsPath;
    out["note"] = profile.note;
    return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::shared_ptr<const ProviderProfile> ProviderProfiles::find(std::string_view id) const {
    const std::string_view wanted = id.empty() ? generic : id;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& p) { return p->id == wanted; });
    return found == all.end() ? nullptr : *found;
}

ProviderProfiles loadProviderProfiles(const fs::path& userFolder) {
    ProviderProfiles out;
    out.all =
        loadDefinitions<ProviderProfile>(folder, userFolder, readProviderProfile, out.problems);
    return out;
}

std::string guessProvider(std::string_view baseUrl) {
    const auto origin = originOf(baseUrl);
    if (!origin)
        return std::string(generic);
    std::vector<std::string> ignored;
    for (const auto& [id, profile] : readDefinitions<ProviderProfile>(
             builtinDefinitions(folder), readProviderProfile, ignored)) {
        const auto usual = originOf(profile.baseUrl);
        if (!usual)
            continue;
        // A server of one's own is known by its port, on whichever machine it runs; a service by
        // its host.
        if (isLoopback(*usual) ? portOf(*usual) == portOf(*origin) : *usual == *origin)
            return id;
    }
    return std::string(generic);
}

} // namespace agon
