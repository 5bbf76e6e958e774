#include "ui/models/model_words.h"

#include "core/text/invisible.h"
#include "ui/widgets/format_number.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Models)
};

QString targetNote(const Forest& forest, const ForestGroup& group, std::span<const Model> models) {
    if (group.roots.size() != 1)
        return Words::tr("%n lineages", nullptr, static_cast<int>(group.roots.size()));
    const ForestNode& root = forest.nodes[group.roots.front()];
    if (root.children.empty())
        return Words::tr("no checkpoints yet");
    return Words::tr("%1 and its checkpoints").arg(shownName(models[root.model].name));
}

QString judgesNote(int fighters, int judges) {
    if (fighters == 0)
        return Words::tr("they judge and do not fight");
    if (fighters < judges)
        return Words::tr("%n may also fight", nullptr, fighters);
    switch (judges) {
    case 1:
        return Words::tr("may also fight");
    case 2:
        return Words::tr("both may also fight");
    default:
        return Words::tr("all may also fight");
    }
}

} // namespace

QString kindWord(ModelKind kind) {
    switch (kind) {
    case ModelKind::Endpoint:
        return Words::tr("endpoint");
    case ModelKind::Recorded:
        return Words::tr("recorded");
    case ModelKind::Server:
        return Words::tr("server");
    case ModelKind::Simulated:
        return Words::tr("simulated");
    }
    return {};
}

QString kindTitle(ModelKind kind) {
    switch (kind) {
    case ModelKind::Endpoint:
        return Words::tr("Endpoint");
    case ModelKind::Recorded:
        return Words::tr("Recorded");
    case ModelKind::Server:
        return Words::tr("Local server");
    case ModelKind::Simulated:
        return Words::tr("Simulated");
    }
    return {};
}

Icon kindIcon(ModelKind kind) {
    switch (kind) {
    case ModelKind::Endpoint:
        return Icon::Endpoint;
    case ModelKind::Recorded:
        return Icon::Recorded;
    case ModelKind::Server:
        return Icon::Server;
    case ModelKind::Simulated:
        return Icon::Simulated;
    }
    return Icon::Models;
}

QString roleTitle(Role role) {
    switch (role) {
    case Role::Target:
        return Words::tr("Target");
    case Role::Rival:
        return Words::tr("Rival");
    case Role::Judge:
        return Words::tr("Judge");
    case Role::HeldOut:
        return Words::tr("Held out");
    case Role::Base:
        return Words::tr("Base");
    }
    return {};
}

QString rolesWord(Roles roles) {
    QStringList words;
    if (roles.has(Role::Judge))
        words << Words::tr("judge");
    if (roles.has(Role::HeldOut))
        words << Words::tr("held out");
    if (roles.has(Role::Base))
        words << Words::tr("base");
    if (roles.has(Role::Target))
        words << Words::tr("target");
    if (roles.has(Role::Rival))
        words << Words::tr("rival");
    return words.join(u", "_s);
}

QString stageWord(StageKind stage) {
    switch (stage) {
    case StageKind::None:
        break;
    case StageKind::Sft:
        return u"SFT"_s;
    case StageKind::Dpo:
        return u"DPO"_s;
    case StageKind::Ppo:
        return u"PPO"_s;
    case StageKind::RewardModel:
        return Words::tr("reward model");
    }
    return {};
}

QString groupTitle(ModelGroup group) {
    switch (group) {
    case ModelGroup::Target:
        return Words::tr("Target");
    case ModelGroup::Judges:
        return Words::tr("Judges");
    case ModelGroup::Simulated:
        return Words::tr("Simulated");
    case ModelGroup::Rivals:
        return Words::tr("Rivals");
    }
    return {};
}

QString groupNote(const Forest& forest, const ForestGroup& group, std::span<const Model> models) {
    if (group.group == ModelGroup::Target)
        return targetNote(forest, group, models);
    int fighters = 0;
    int withStrength = 0;
    int recorded = 0;
    for (const ForestNode& node : forest.nodes) {
        if (node.group != group.group)
            continue;
        const Model& model = models[node.model];
        if (model.roles.has(Role::Rival) || model.roles.has(Role::Target) || model.responses > 0)
            ++fighters;
        withStrength += model.strength.has_value() ? 1 : 0;
        recorded += model.kind == ModelKind::Recorded ? 1 : 0;
    }
    switch (group.group) {
    case ModelGroup::Judges:
        return judgesNote(fighters, group.models);
    case ModelGroup::Simulated:
        return withStrength == group.models ? Words::tr("demo fighters with known strength")
                                            : Words::tr("demo fighters");
    default:
        if (recorded == group.models)
            return Words::tr("all from recorded answers");
        return recorded == 0 ? QString() : Words::tr("%n from recorded answers", nullptr, recorded);
    }
}

QString shownName(const std::string& name) {
    QString text = QString::fromStdString(showInvisible(name).text);
    // Both would be a blank or a second line in a row of a list.
    text.replace(u'\n', QString::fromStdString(visibleEscape(U'\n')));
    text.replace(u'\t', QString::fromStdString(visibleEscape(U'\t')));
    return text;
}

QString formatPrice(double dollars) {
    const double cents = dollars * 100.0;
    const bool whole = std::abs(cents - std::round(cents)) < 1e-6;
    return formatNumber(dollars, whole ? 2 : 4);
}

QString priceWord(const Model& model) {
    if (!model.priceIn && !model.priceOut)
        return {};
    const auto word = [](const std::optional<double>& price) {
        return price ? formatPrice(*price) : missing();
    };
    return u"%1, %2"_s.arg(word(model.priceIn), word(model.priceOut));
}

QString numberCaption(ModelField field) {
    switch (field) {
    case ModelField::PriceIn:
        return Words::tr("in");
    case ModelField::PriceOut:
        return Words::tr("out");
    case ModelField::PriceCached:
        return Words::tr("cached");
    case ModelField::Temperature:
        return Words::tr("temperature");
    case ModelField::TopP:
        return Words::tr("top-p");
    case ModelField::MaxTokens:
        return Words::tr("max tokens");
    case ModelField::AtOnce:
        return Words::tr("at once");
    case ModelField::RequestsPerMinute:
        return Words::tr("a minute");
    case ModelField::TokensPerMinute:
        return Words::tr("tokens a minute");
    case ModelField::Retries:
        return Words::tr("retries");
    case ModelField::ConnectTime:
        return Words::tr("connect");
    case ModelField::FirstByteTime:
        return Words::tr("first byte");
    case ModelField::IdleTime:
        return Words::tr("idle");
    case ModelField::TotalTime:
        return Words::tr("in all");
    case ModelField::Strength:
        return Words::tr("Elo");
    default:
        return {};
    }
}

QString numberTitle(ModelField field) {
    switch (field) {
    case ModelField::PriceIn:
        return Words::tr("Dollars per million tokens in");
    case ModelField::PriceOut:
        return Words::tr("Dollars per million tokens out");
    case ModelField::PriceCached:
        return Words::tr("Dollars per million cached tokens in");
    case ModelField::Temperature:
        return Words::tr("Temperature");
    case ModelField::TopP:
        return Words::tr("Top p");
    case ModelField::MaxTokens:
        return Words::tr("Most tokens of an answer");
    case ModelField::AtOnce:
        return Words::tr("Requests at once");
    case ModelField::RequestsPerMinute:
        return Words::tr("Requests a minute");
    case ModelField::TokensPerMinute:
        return Words::tr("Tokens a minute");
    case ModelField::Retries:
        return Words::tr("Retries after the first attempt");
    case ModelField::ConnectTime:
        return Words::tr("Seconds to connect");
    case ModelField::FirstByteTime:
        return Words::tr("Seconds until the first byte");
    case ModelField::IdleTime:
        return Words::tr("Seconds between two pieces");
    case ModelField::TotalTime:
        return Words::tr("Seconds in all");
    case ModelField::Strength:
        return Words::tr("True strength, Elo");
    default:
        return {};
    }
}

QString checkpointWord(const Model& model) {
    const QString stage = stageWord(model.stage);
    if (stage.isEmpty())
        return {};
    return model.iteration < 0
               ? stage
               : Words::tr("%1 of iteration %2").arg(stage, QString::number(model.iteration));
}

} // namespace agon::ui
