#include "ui/models/served_models.h"

#include "core/llm/trust.h"
#include "core/text/ascii.h"
#include "core/text/invisible.h"

#include <algorithm>
#include <array>
#include <set>

namespace agon::ui {

namespace {

constexpr std::size_t longestName = 500; // bytes, as core allows

std::string_view lastPart(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const std::string_view part = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return part.empty() ? name : part;
}

std::string freeName(std::string_view apiModel, const std::set<std::string, std::less<>>& taken) {
    for (const std::string_view name : {lastPart(apiModel), apiModel})
        if (!taken.contains(name))
            return std::string(name);
    std::string name;
    int number = 2;
    do
        name = std::string(lastPart(apiModel)) + " " + std::to_string(number++);
    while (taken.contains(name));
    return name;
}

} // namespace

std::string baseUrlFrom(std::string_view pasted) {
    constexpr std::array<std::string_view, 6> calls{
        "/chat/completions", "/completions", "/responses", "/messages", "/embeddings", "/models"};
    std::string out(trimmed(pasted));
    if (out.empty())
        return out;
    if (out.find("://") == std::string::npos) {
        const auto plain = originOf("http://" + out);
        out = (plain && isLoopback(*plain) ? "http://" : "https://") + out;
    }
    const auto withoutSlashes = [&] {
        while (out.ends_with('/') && !out.ends_with("://"))
            out.pop_back();
    };
    withoutSlashes();
    for (const std::string_view call : calls)
        if (out.ends_with(call)) {
            out.resize(out.size() - call.size());
            break;
        }
    withoutSlashes();
    return out;
}

std::string familyFrom(std::string_view apiModel) {
    constexpr std::size_t shortest = 2; // "o3" says nothing
    constexpr std::array<std::string_view, 2> makers{"meta", "nous"};
    std::string word;
    for (const char c : std::string(lastPart(apiModel)) + "-") {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower >= 'a' && lower <= 'z') {
            word += lower;
            continue;
        }
        const bool isMaker = std::ranges::find(makers, word) != makers.end();
        if (!word.empty() && !isMaker)
            break;
        word.clear();
    }
    return word.size() >= shortest ? word : std::string();
}

bool isUsableName(std::string_view apiModel) {
    return !apiModel.empty() && apiModel.size() <= longestName && findInvisible(apiModel).empty() &&
           apiModel.find_first_of("\n\t") == std::string_view::npos;
}

std::vector<Model> servedModels(const ServedBy& by, std::span<const std::string> apiModels,
                                std::span<const Model> known) {
    std::set<std::string, std::less<>> taken;
    for (const Model& model : known)
        taken.insert(model.name);
    std::vector<Model> out;
    for (const std::string& apiModel : apiModels) {
        Model model;
        model.name = freeName(apiModel, taken);
        taken.insert(model.name);
        model.kind = ModelKind::Endpoint;
        model.provider = by.provider;
        model.baseUrls = {by.baseUrl};
        model.apiModel = apiModel;
        model.family = familyFrom(apiModel);
        model.keyVariable = by.keyVariable;
        model.roles = by.roles;
        out.push_back(std::move(model));
    }
    return out;
}

} // namespace agon::ui
