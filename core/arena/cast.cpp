#include "core/arena/cast.h"

#include "core/judge/self_judging.h"
#include "core/llm/model_endpoint.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon {
namespace {

const Model* find(const std::vector<Model>& models, ModelId id) {
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&](const Model& model) { return model.id == id; });
    return found == models.end() ? nullptr : &*found;
}

// One endpoint a model, also when it both fights and judges: its limits hold over all its calls.
class Endpoints {
  public:
    explicit Endpoints(const ProviderProfiles& profiles)
        : m_profiles(profiles) {}
    Result<std::shared_ptr<const Endpoint>> of(const Model& model) {
        auto& endpoint = m_known[model.id];
        if (!endpoint)
            endpoint = TRY(endpointOf(model, m_profiles));
        return endpoint;
    }

  private:
    const ProviderProfiles& m_profiles;
    std::unordered_map<ModelId, std::shared_ptr<const Endpoint>> m_known;
};

Result<Fighter> fighterOf(const Model& model, Endpoints& endpoints) {
    Fighter out;
    out.model = model;
    if (model.kind == ModelKind::Endpoint || model.kind == ModelKind::Server)
        out.endpoint = TRY(endpoints.of(model));
    out.sampling = samplingFrom(model.sampling);
    out.samplingText = canonical(out.sampling);
    return out;
}

class CastMaker {
  public:
    CastMaker(const PromptStyles& styles, Endpoints& endpoints, const std::vector<Model>& models,
              Cast& cast)
        : m_styles(styles)
        , m_endpoints(endpoints)
        , m_models(models)
        , m_cast(cast) {}

    Result<std::vector<std::size_t>> judges(const std::vector<ModelId>& ids,
                                            const std::string& style) {
        std::shared_ptr<const PromptStyle> found = m_styles.find(style);
        if (!found)
            return fail(ErrorCode::InvalidInput,
                        fmt::format("there is no prompt style “{}”; there are {}", style, known()));
        std::vector<std::size_t> out;
        for (const ModelId id : ids) {
            const Model* model = find(m_models, id);
            if (model == nullptr)
                return fail(ErrorCode::NotFound,
                            fmt::format("judge {} is not in the workspace any more", id.value));
            out.push_back(TRY(judge(*model, found)));
        }
        return out;
    }

  private:
    Result<std::size_t> judge(const Model& model, const std::shared_ptr<const PromptStyle>& style) {
        for (std::size_t i = 0; i < m_cast.judges.size(); ++i)
            if (m_cast.judges[i].model.id == model.id && m_cast.judges[i].style == style)
                return i;
        m_cast.judges.push_back(judgeOf(model, TRY(m_endpoints.of(model)), style));
        return m_cast.judges.size() - 1;
    }
    [[nodiscard]] std::string known() const {
        std::string out;
        for (const auto& style : m_styles.all)
            out += (out.empty() ? "" : ", ") + style->id;
        return out;
    }

    const PromptStyles& m_styles;
    Endpoints& m_endpoints;
    const std::vector<Model>& m_models;
    Cast& m_cast;
};

} // namespace

Judge judgeOf(const Model& model, std::shared_ptr<const Endpoint> endpoint,
              std::shared_ptr<const PromptStyle> style) {
    Judge out;
    out.model = model;
    out.endpoint = std::move(endpoint);
    out.sampling = samplingFrom(model.sampling);
    if (model.sampling.find("max_tokens") == std::string::npos)
        out.sampling.maxTokens = style->maxTokens;
    if (!out.sampling.temperature)
        out.sampling.temperature = style->temperature;
    out.styleName = fmt::format("{} {}", style->id, style->version);
    out.style = std::move(style);
    return out;
}

const std::vector<std::size_t>& Cast::judgesOf(std::int64_t category) const {
    const auto found = byCategory.find(category);
    return found == byCategory.end() ? usual : found->second;
}

bool Cast::allowed(OwnAnswers rule, std::size_t judge, std::size_t a, std::size_t b) const {
    if (rule == OwnAnswers::Allow)
        return true;
    const auto related = rule == OwnAnswers::ExcludeSame ? sameModel : sameFamily;
    return !related(judges[judge].model, fighters[a].model) &&
           !related(judges[judge].model, fighters[b].model);
}

std::vector<std::shared_ptr<const Endpoint>> Cast::endpoints() const {
    std::vector<std::shared_ptr<const Endpoint>> out;
    const auto add = [&](const std::shared_ptr<const Endpoint>& endpoint) {
        if (endpoint && std::none_of(out.begin(), out.end(), [&](const auto& known) {
                return known->model == endpoint->model;
            }))
            out.push_back(endpoint);
    };
    for (const Fighter& fighter : fighters)
        add(fighter.endpoint);
    for (const Judge& judge : judges)
        add(judge.endpoint);
    return out;
}

Result<std::shared_ptr<const Cast>> makeCast(const RunSpec& spec, const Resources& resources,
                                             Workspace& workspace) {
    TRY(checkRunSpec(spec));
    std::vector<NamedId> categories;
    const std::vector<Model> models =
        TRY(workspace.read<std::vector<Model>>([&](Reader& reader) -> Result<std::vector<Model>> {
            categories = TRY(reader.names("categories"));
            return reader.models(false);
        }));
    Endpoints endpoints(resources.profiles);
    auto cast = std::make_shared<Cast>();
    for (const ModelId id : spec.fighters) {
        const Model* model = find(models, id);
        if (model == nullptr)
            return fail(ErrorCode::NotFound,
                        fmt::format("model {} is not in the workspace any more", id.value));
        cast->fighters.push_back(TRY(fighterOf(*model, endpoints)));
    }
    CastMaker maker(resources.styles, endpoints, models, *cast);
    cast->usual = TRY(maker.judges(spec.judges, spec.style));
    for (const CategoryRule& rule : spec.rules) {
        const auto category =
            std::find_if(categories.begin(), categories.end(),
                         [&](const NamedId& known) { return known.name == rule.category; });
        if (category == categories.end())
            return fail(ErrorCode::InvalidInput,
                        fmt::format("there is no category “{}” in this workspace", rule.category));
        cast->byCategory[category->id] =
            TRY(maker.judges(rule.judges.empty() ? spec.judges : rule.judges,
                             rule.style.empty() ? spec.style : rule.style));
    }
    return std::shared_ptr<const Cast>(std::move(cast));
}

std::vector<std::string> ownAnswerWarnings(const RunSpec& spec, const Cast& cast) {
    std::vector<std::string> out;
    for (const Judge& judge : cast.judges)
        for (const Fighter& fighter : cast.fighters) {
            const bool same = sameModel(judge.model, fighter.model);
            if (!same && !sameFamily(judge.model, fighter.model))
                continue;
            const bool left = spec.ownAnswers == OwnAnswers::ExcludeFamily ||
                              (same && spec.ownAnswers == OwnAnswers::ExcludeSame);
            std::string text =
                same ? fmt::format("“{}” would judge its own answers", judge.model.name)
                     : fmt::format("“{}” would judge “{}” of its own family “{}”", judge.model.name,
                                   fighter.model.name, judge.model.family);
            text += left ? "; those games are left out" : "; judges tend to favour their own";
            if (std::find(out.begin(), out.end(), text) == out.end())
                out.push_back(std::move(text));
        }
    return out;
}

std::vector<TrustedOrigin>
permissionsFor(const std::vector<std::shared_ptr<const Endpoint>>& endpoints) {
    std::vector<TrustedOrigin> out;
    for (const auto& endpoint : endpoints)
        for (const std::string& url : endpoint->baseUrls)
            if (const auto origin = permissionOf(url, endpoint->keyName, endpoint->insecureTls);
                origin && std::find(out.begin(), out.end(), *origin) == out.end())
                out.push_back(*origin);
    return out;
}

} // namespace agon
