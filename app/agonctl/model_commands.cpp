// models, model add|edit|remove, sets.
#include "app/agonctl/arena_access.h"
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "core/llm/chat.h"
#include "core/llm/model_endpoint.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::ctl {
namespace {

Result<std::vector<Model>> readModels(Workspace& workspace) {
    return workspace.read<std::vector<Model>>([](Reader& reader) { return reader.models(); });
}

std::string roleList(const Model& model, std::string_view separator) {
    std::string out;
    for (const auto name : model.roles.names()) {
        if (!out.empty())
            out += separator;
        out += name;
    }
    return out;
}

std::string nameOf(const std::vector<Model>& models, ModelId id) {
    const auto it = std::ranges::find(models, id, &Model::id);
    return it == models.end() ? std::string() : it->name;
}

Json text(const std::string& value) {
    return value.empty() ? Json(nullptr) : Json(value);
}

void addModels(Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto& command =
        commands.add("models", "List the models", [path](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(*path));
            const auto models = TRY(readModels(*workspace));
            Json list = Json::array();
            Table table({{"model", Align::Left},
                         {"kind", Align::Left},
                         {"roles", Align::Left},
                         {"parent", Align::Left},
                         {"stage", Align::Left},
                         {"responses", Align::Right},
                         {"battles", Align::Right}});
            for (const Model& model : models) {
                const std::string parent = nameOf(models, model.parent);
                Json roles = Json::array();
                for (const auto role : model.roles.names())
                    roles.push_back(role);
                list.push_back(
                    {{"name", model.name},
                     {"kind", modelKindName(model.kind)},
                     {"provider", text(model.provider)},
                     {"base_url", model.baseUrls.empty()       ? Json(nullptr)
                                  : model.baseUrls.size() == 1 ? Json(model.baseUrls.front())
                                                               : Json(model.baseUrls)},
                     {"api_model", text(model.apiModel)},
                     {"family", text(model.family)},
                     {"roles", std::move(roles)},
                     {"parent", text(parent)},
                     {"stage", text(std::string(stageKindName(model.stage)))},
                     {"iteration", model.iteration < 0 ? Json(nullptr) : Json(model.iteration)},
                     {"responses", model.responses},
                     {"battles", model.battles}});
                table.row({oneLine(model.name, 48), std::string(modelKindName(model.kind)),
                           roleList(model, ", "), oneLine(parent, 32),
                           model.iteration < 0
                               ? ""
                               : fmt::format("{}-I{}", stageKindName(model.stage), model.iteration),
                           grouped(model.responses), grouped(model.battles)});
            }
            if (context.json)
                printJson(list);
            else if (table.empty())
                printLine("no models yet; `agonctl import` brings them with their answers");
            else
                table.print();
            return Exit::Done;
        });
    command.add_option("W", *path, "The workspace file")->required();
}

// What `model add` and `model edit` may say; only what was given changes a model.
struct ModelWords {
    std::string workspace, name;
    std::optional<std::string> kind, apiModel, provider, keyEnv, family, parent, rename;
    std::vector<std::string> baseUrls, roles;
    std::optional<double> priceIn, priceOut, priceCached, strength, temperature, topP;
    std::optional<double> requestsPerMinute, tokensPerMinute, totalSeconds;
    std::optional<int> maxTokens, atOnce, retries;
    std::optional<bool> insecureTls;
};

void addModelOptions(CLI::App& command, ModelWords& words) {
    command.add_option("W", words.workspace, "The workspace file")->required();
    command.add_option("NAME", words.name, "The model")->required();
    command.add_option("--kind", words.kind, "Where its answers come from")
        ->check(CLI::IsMember({"endpoint", "recorded", "simulated", "server"}));
    command.add_option("--base-url", words.baseUrls, "http(s)://host/v1; several for replicas");
    command.add_option("--api-model", words.apiModel, "The name that the server knows");
    command.add_option("--provider", words.provider, "Provider profile, e.g. openai");
    command.add_option("--key-env", words.keyEnv, "NAME of the variable that holds the key");
    command.add_option("--price-in", words.priceIn, "Dollars per million tokens read")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--price-out", words.priceOut, "Dollars per million tokens written")
        ->check(CLI::NonNegativeNumber);
    command
        .add_option("--price-cached", words.priceCached,
                    "Dollars per million tokens read from the server's cache")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--temperature", words.temperature, "Of its answers")
        ->check(CLI::Range(0.0, 5.0));
    command.add_option("--top-p", words.topP, "Of its answers")->check(CLI::Range(0.0, 1.0));
    command.add_option("--max-tokens", words.maxTokens, "Limit of an answer, reasoning included")
        ->check(CLI::Range(1, 10'000'000));
    command.add_option("--at-once", words.atOnce, "Requests in flight over all its servers")
        ->check(CLI::Range(1, 4096));
    command.add_option("--requests-per-minute", words.requestsPerMinute)
        ->check(CLI::PositiveNumber);
    command.add_option("--tokens-per-minute", words.tokensPerMinute)->check(CLI::PositiveNumber);
    command.add_option("--retries", words.retries, "After the first attempt")
        ->check(CLI::Range(0, 20));
    command.add_option("--timeout", words.totalSeconds, "Seconds that a request may take")
        ->check(CLI::Range(0.1, 86'400.0));
    command.add_option("--insecure-tls", words.insecureTls,
                       "true: certificates are NOT checked; anybody on the way can read the key");
    command.add_option("--family", words.family, "For self-preference, e.g. llama");
    command.add_option("--role", words.roles, "target, rival, judge, held_out, base; several")
        ->check(CLI::IsMember({"target", "rival", "judge", "held_out", "base"}));
    command.add_option("--parent", words.parent, "The model it was trained from");
    command.add_option("--strength", words.strength, "True Elo of a simulated fighter");
}

bool isVariableName(const std::string& name) {
    const auto letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    return !name.empty() && letter(name[0]) &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void takeSampling(const ModelWords& words, Model& model) {
    Sampling sampling = samplingFrom(model.sampling);
    if (words.temperature)
        sampling.temperature = words.temperature;
    if (words.topP)
        sampling.topP = words.topP;
    if (words.maxTokens)
        sampling.maxTokens = *words.maxTokens;
    if (words.temperature || words.topP || words.maxTokens)
        model.sampling = canonical(sampling);
}

void takeLimits(const ModelWords& words, Model& model) {
    ModelLimits limits = limitsFrom(model.limits);
    if (words.atOnce)
        limits.limits.atOnce = *words.atOnce;
    if (words.requestsPerMinute)
        limits.limits.requestsPerMinute = words.requestsPerMinute;
    if (words.tokensPerMinute)
        limits.limits.tokensPerMinute = words.tokensPerMinute;
    if (words.retries)
        limits.limits.retries = *words.retries;
    if (words.totalSeconds) {
        limits.timeouts.total = *words.totalSeconds;
        limits.timeouts.firstByte = *words.totalSeconds;
    }
    if (words.insecureTls)
        limits.insecureTls = *words.insecureTls;
    model.limits = canonical(limits);
}

Result<void> apply(const ModelWords& words, const std::vector<Model>& known, Model& model) {
    if (words.kind)
        model.kind = *modelKindFromName(*words.kind);
    if (!words.baseUrls.empty())
        model.baseUrls = words.baseUrls;
    for (const std::string& url : model.baseUrls)
        if (!url.starts_with("http://") && !url.starts_with("https://"))
            return fail(
                ErrorCode::InvalidInput,
                fmt::format("“{}” is not an address; it begins with https:// or http://", url));
    if (words.apiModel)
        model.apiModel = *words.apiModel;
    if (words.provider)
        model.provider = *words.provider;
    if (words.keyEnv) {
        // a pasted key must not end up in the file; keys have dashes, variables have not
        if (!words.keyEnv->empty() && !isVariableName(*words.keyEnv))
            return fail(
                ErrorCode::InvalidInput,
                "--key-env takes the name of an environment variable, never the key itself");
        model.keyVariable = *words.keyEnv;
    }
    if (words.priceIn)
        model.priceIn = words.priceIn;
    if (words.priceOut)
        model.priceOut = words.priceOut;
    if (words.priceCached)
        model.priceCached = words.priceCached;
    takeSampling(words, model);
    takeLimits(words, model);
    if (words.family)
        model.family = *words.family;
    if (!words.roles.empty()) {
        model.roles = {};
        for (const std::string& role : words.roles)
            model.roles.add(*roleFromName(role));
    }
    if (words.parent) {
        const auto it = std::ranges::find(known, *words.parent, &Model::name);
        if (it == known.end())
            return fail(ErrorCode::NotFound,
                        fmt::format("there is no model “{}” to be the parent", *words.parent));
        // up the line of parents, which must not come back here
        for (const Model* at = &*it; at != nullptr;) {
            if (model.id.valid() && at->id == model.id)
                return fail(ErrorCode::InvalidInput,
                            fmt::format("“{}” descends from “{}”, so it cannot be its parent",
                                        it->name, model.name));
            const auto up = std::ranges::find(known, at->parent, &Model::id);
            at = up == known.end() ? nullptr : &*up;
        }
        model.parent = it->id;
    }
    if (words.strength)
        model.strength = words.strength;
    if (words.rename)
        model.name = *words.rename;
    if (model.kind == ModelKind::Endpoint && model.baseUrls.empty())
        return fail(ErrorCode::InvalidInput, "an endpoint needs its --base-url");
    return {};
}

Result<Model> findModel(const std::vector<Model>& models, const std::string& name) {
    const auto it = std::ranges::find(models, name, &Model::name);
    if (it == models.end())
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no model “{}”; `agonctl models` lists them", name));
    return *it;
}

void confirm(const Context& context, const std::string& name, std::string_view what) {
    if (context.json)
        printJson({{"model", name}});
    else if (!context.quiet)
        printLine(fmt::format("{} {}", what, oneLine(name)));
}

void addModelChanges(Commands& commands) {
    CLI::App& group = *commands.app().add_subcommand("model", "Add, edit, test or remove a model");
    group.require_subcommand(1);

    auto added = std::make_shared<ModelWords>();
    auto& add = commands.addTo(group, "add", "Add a model",
                               [added](const Context& context) -> Result<Exit> {
                                   const auto workspace = TRY(openToWrite(added->workspace));
                                   const auto known = TRY(readModels(*workspace));
                                   Model model;
                                   model.name = added->name;
                                   TRY(apply(*added, known, model));
                                   TRY(workspace->write<ModelId>([&](Appender& appender) {
                                       return appender.addModel(model);
                                   }));
                                   TRY(permitModel(*workspace, model));
                                   confirm(context, model.name, "added");
                                   return Exit::Done;
                               });
    addModelOptions(add, *added);
    add.get_option("--kind")->required();

    auto edited = std::make_shared<ModelWords>();
    auto& edit = commands.addTo(
        group, "edit", "Change what is given", [edited](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToWrite(edited->workspace));
            const auto known = TRY(readModels(*workspace));
            Model model = TRY(findModel(known, edited->name));
            TRY(apply(*edited, known, model));
            TRY(workspace->write<void>(
                [&](Appender& appender) { return appender.editModel(model); }));
            if (!edited->baseUrls.empty() || edited->keyEnv || edited->insecureTls)
                TRY(permitModel(*workspace, model));
            confirm(context, model.name, "changed");
            return Exit::Done;
        });
    addModelTest(commands, group);
    addModelOptions(edit, *edited);
    edit.add_option("--rename", edited->rename, "Another name");

    auto removed = std::make_shared<ModelWords>();
    auto& remove =
        commands.addTo(group, "remove", "Remove a model without history",
                       [removed](const Context& context) -> Result<Exit> {
                           const auto workspace = TRY(openToWrite(removed->workspace));
                           const Model model =
                               TRY(findModel(TRY(readModels(*workspace)), removed->name));
                           TRY(workspace->write<void>(
                               [&](Appender& appender) { return appender.removeModel(model.id); }));
                           confirm(context, model.name, "removed");
                           return Exit::Done;
                       });
    remove.add_option("W", removed->workspace, "The workspace file")->required();
    remove.add_option("NAME", removed->name, "The model")->required();
}

void addSets(Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto& command = commands.add(
        "sets", "List the instruction sets", [path](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(*path));
            const auto sets = TRY(workspace->read<std::vector<SetInfo>>(
                [](Reader& reader) { return reader.sets(); }));
            Json list = Json::array();
            Table table({{"set", Align::Left},
                         {"instructions", Align::Right},
                         {"categories", Align::Left}});
            for (const SetInfo& set : sets) {
                list.push_back({{"name", set.name},
                                {"instructions", set.instructions},
                                {"categories", set.categories}});
                std::string categories;
                for (const auto& name : set.categories)
                    categories += (categories.empty() ? "" : ", ") + name;
                table.row(
                    {oneLine(set.name, 40), grouped(set.instructions), oneLine(categories, 80)});
            }
            if (context.json)
                printJson(list);
            else if (table.empty())
                printLine("no instruction sets yet");
            else
                table.print();
            return Exit::Done;
        });
    command.add_option("W", *path, "The workspace file")->required();
}

} // namespace

void addModelCommands(Commands& commands) {
    addModels(commands);
    addModelChanges(commands);
    addSets(commands);
}

} // namespace agon::ctl
