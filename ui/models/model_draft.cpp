#include "ui/models/model_draft.h"

#include "core/llm/chat.h"
#include "core/text/invisible.h"
#include "ui/models/model_forest.h"
#include "ui/models/model_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;
using enum ModelField;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Models)
};

constexpr std::size_t longestName = 500; // bytes, as core allows

bool isLoopback(const QString& host) {
    return host == u"localhost" || host == u"::1" || host.startsWith(u"127.");
}

QString nameProblem(const Model& model, std::span<const Model> models) {
    if (model.name.empty())
        return Words::tr("A model needs a name");
    if (model.name.size() > longestName)
        return Words::tr("At most %1 bytes; this has %2").arg(longestName).arg(model.name.size());
    if (!findInvisible(model.name).empty() || model.name.find('\n') != std::string::npos ||
        model.name.find('\t') != std::string::npos)
        return Words::tr("A name cannot hold line breaks or characters that nobody sees");
    for (const Model& other : models)
        if (other.id != model.id && other.name == model.name)
            return Words::tr("Another model has this name");
    return {};
}

QString addressProblem(const std::string& address, bool withKey) {
    const QString text = QString::fromStdString(address);
    const QUrl url(text, QUrl::StrictMode);
    const bool secure = url.scheme() == u"https";
    if ((!secure && url.scheme() != u"http") || !url.isValid() || url.host().isEmpty())
        return Words::tr("“%1” is not an address; it begins with https:// or http://")
            .arg(shownName(address));
    // Whatever stands before an @ is a secret, and would be kept in the file.
    if (!url.userInfo().isEmpty())
        return Words::tr("An address cannot hold a name or password");
    if (withKey && !secure && !isLoopback(url.host()))
        return Words::tr("A key is sent over https, or to this machine only");
    return {};
}

QString keyProblem(const std::string& name) {
    if (name.empty() || (isVariableName(name) && !looksLikeKey(name)))
        return {};
    if (looksLikeKey(name))
        return Words::tr("This looks like the key itself. Put it into a variable of your "
                         "environment, such as AGON_API_KEY, and give that name here");
    return Words::tr("The name of a variable has letters, digits and _ only");
}

QString parentProblem(const Model& model, std::span<const Model> models) {
    if (!model.parent.valid())
        return {};
    const std::vector<ModelId> possible = possibleParents(models, model.id);
    return std::ranges::find(possible, model.parent) != possible.end()
               ? QString()
               : Words::tr("This model descends from it, or it is not here any more");
}

QString numberProblem(const ModelDraft& draft, ModelField field) {
    if (!draft.unreadable.contains(field))
        return {};
    const NumberRange range = rangeOf(field);
    const QLocale plain = QLocale::c();
    switch (field) {
    case Strength:
        return Words::tr("Give a number, such as 1200");
    case PriceIn:
    case PriceOut:
    case PriceCached:
        return Words::tr("Give a number of dollars, such as 0.59");
    case RequestsPerMinute:
    case TokensPerMinute:
        return Words::tr("Give a number above 0, or nothing for no limit");
    case MaxTokens:
        return Words::tr("Give a whole number of tokens, 1 or more");
    default:
        return (range.whole ? Words::tr("Give a whole number from %1 to %2")
                            : Words::tr("Give a number from %1 to %2"))
            .arg(plain.toString(range.least), plain.toString(range.most));
    }
}

QString stopProblem(const Model& model) {
    constexpr std::size_t most = 16; // servers take four or so
    constexpr std::size_t longest = 500;
    const std::vector<std::string> stop = samplingFrom(model.sampling).stop;
    if (stop.size() > most)
        return Words::tr("At most %1 texts; this has %2").arg(most).arg(stop.size());
    for (const std::string& text : stop)
        if (text.size() > longest)
            return Words::tr("A text of at most %1 bytes").arg(longest);
    return {};
}

QString problem(const ModelDraft& draft, ModelField field, std::span<const Model> models) {
    switch (field) {
    case Name:
        return nameProblem(draft.model, models);
    case BaseUrls:
        for (const std::string& url : draft.model.baseUrls)
            if (QString text = addressProblem(url, !draft.model.keyVariable.empty());
                !text.isEmpty())
                return text;
        return {};
    case KeyVariable:
        return keyProblem(draft.model.keyVariable);
    case Parent:
        return parentProblem(draft.model, models);
    case Stop:
        return stopProblem(draft.model);
    default:
        return isNumber(field) ? numberProblem(draft, field) : QString();
    }
}

} // namespace

std::vector<ModelField> changedFields(const ModelDraft& draft) {
    std::vector<ModelField> out;
    for (const ModelField field : allModelFields())
        if (applies(field, draft.model.kind) &&
            (draft.unreadable.contains(field) || !sameField(draft.base, draft.model, field)))
            out.push_back(field);
    return out;
}

std::vector<FieldProblem> problemsOf(const ModelDraft& draft, std::span<const Model> models) {
    std::vector<FieldProblem> out;
    const std::vector<ModelField> changed = changedFields(draft);
    const auto isChanged = [&](ModelField field) {
        return std::ranges::find(changed, field) != changed.end();
    };
    for (const ModelField field : allModelFields()) {
        if (!applies(field, draft.model.kind))
            continue;
        // A key that is new makes an old address unfit.
        const bool asked = draft.isNew() || isChanged(field) || isChanged(Kind) ||
                           (field == BaseUrls && isChanged(KeyVariable));
        if (!asked)
            continue;
        if (QString text = problem(draft, field, models); !text.isEmpty())
            out.push_back({field, std::move(text)});
    }
    return out;
}

Model toStore(const ModelDraft& draft) {
    Model out = draft.model;
    if (draft.isNew() || draft.base.kind != out.kind)
        for (const ModelField field : allModelFields())
            if (!applies(field, out.kind))
                copyField(out, Model{}, field);
    return out;
}

void rebase(ModelDraft& draft, const Model& base) {
    const Model edited = draft.model;
    draft.model = base;
    for (const ModelField field : allModelFields())
        if (!sameField(draft.base, edited, field))
            copyField(draft.model, edited, field);
    draft.base = base;
}

std::vector<TrustedOrigin> permissionsOf(const Model& model) {
    std::vector<TrustedOrigin> out;
    for (const std::string& url : model.baseUrls)
        if (auto wanted = permissionOf(url, model.keyVariable, insecureTls(model));
            wanted && std::ranges::find(out, *wanted) == out.end())
            out.push_back(std::move(*wanted));
    return out;
}

std::vector<TrustedOrigin> typedPermissions(const ModelDraft& draft) {
    Model typed = toStore(draft);
    std::erase_if(typed.baseUrls, [&](const std::string& url) {
        return std::ranges::find(draft.base.baseUrls, url) != draft.base.baseUrls.end();
    });
    return permissionsOf(typed);
}

bool isVariableName(std::string_view name) {
    const auto letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    return !name.empty() && letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

bool looksLikeKey(std::string_view text) {
    constexpr std::size_t shortestKey = 20;
    constexpr std::size_t longestVariable = 64;
    constexpr std::array<std::string_view, 10> beginnings{"sk-",  "sk_", "pk-",  "hf_",  "gsk_",
                                                          "xai-", "r8_", "AIza", "ghp_", "Bearer "};
    if (text.size() > longestVariable)
        return true;
    return text.size() >= shortestKey &&
           std::ranges::any_of(beginnings, [&](std::string_view b) { return text.starts_with(b); });
}

} // namespace agon::ui
