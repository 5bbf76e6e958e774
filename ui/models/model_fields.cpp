#include "ui/models/model_fields.h"

#include "core/llm/chat.h"
#include "core/llm/model_endpoint.h"

#include <QStringList>

#include <array>
#include <limits>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;
using enum ModelField;

constexpr std::array fields{Name,
                            Kind,
                            BaseUrls,
                            ApiModel,
                            Provider,
                            Family,
                            KeyVariable,
                            Roles,
                            Parent,
                            PriceIn,
                            PriceOut,
                            PriceCached,
                            Temperature,
                            TopP,
                            MaxTokens,
                            Stop,
                            AtOnce,
                            RequestsPerMinute,
                            TokensPerMinute,
                            Retries,
                            ConnectTime,
                            FirstByteTime,
                            IdleTime,
                            TotalTime,
                            InsecureTls,
                            Strength,
                            Note};

// What says nothing is kept as nothing, so that a model that was not edited stays as it is.
void setSampling(Model& model, const Sampling& sampling) {
    model.sampling = sampling == Sampling{} ? std::string("{}") : canonical(sampling);
}

void setLimits(Model& model, const ModelLimits& limits) {
    model.limits = canonical(limits);
}

template <class T>
T orUsual(const std::optional<double>& number, T usual) {
    return number ? static_cast<T>(*number) : usual;
}

bool isSampling(ModelField field) {
    return field == Temperature || field == TopP || field == MaxTokens;
}

std::optional<double> samplingNumber(const Model& model, ModelField field) {
    const Sampling sampling = samplingFrom(model.sampling);
    if (field == Temperature)
        return sampling.temperature;
    if (field == TopP)
        return sampling.topP;
    return sampling.maxTokens;
}

void setSamplingNumber(Model& model, ModelField field, const std::optional<double>& number) {
    Sampling sampling = samplingFrom(model.sampling);
    if (field == Temperature)
        sampling.temperature = number;
    else if (field == TopP)
        sampling.topP = number;
    else
        sampling.maxTokens = orUsual(number, Sampling{}.maxTokens);
    setSampling(model, sampling);
}

std::optional<double> limitNumber(const Model& model, ModelField field) {
    const ModelLimits limits = limitsFrom(model.limits);
    switch (field) {
    case AtOnce:
        return limits.limits.atOnce;
    case RequestsPerMinute:
        return limits.limits.requestsPerMinute;
    case TokensPerMinute:
        return limits.limits.tokensPerMinute;
    case Retries:
        return limits.limits.retries;
    case ConnectTime:
        return limits.timeouts.connect;
    case FirstByteTime:
        return limits.timeouts.firstByte;
    case IdleTime:
        return limits.timeouts.idle;
    default:
        return limits.timeouts.total;
    }
}

void setLimitNumber(Model& model, ModelField field, const std::optional<double>& number) {
    const ModelLimits usual;
    ModelLimits limits = limitsFrom(model.limits);
    switch (field) {
    case AtOnce:
        limits.limits.atOnce = orUsual(number, usual.limits.atOnce);
        break;
    case RequestsPerMinute:
        limits.limits.requestsPerMinute = number;
        break;
    case TokensPerMinute:
        limits.limits.tokensPerMinute = number;
        break;
    case Retries:
        limits.limits.retries = orUsual(number, usual.limits.retries);
        break;
    case ConnectTime:
        limits.timeouts.connect = orUsual(number, usual.timeouts.connect);
        break;
    case FirstByteTime:
        limits.timeouts.firstByte = orUsual(number, usual.timeouts.firstByte);
        break;
    case IdleTime:
        limits.timeouts.idle = orUsual(number, usual.timeouts.idle);
        break;
    default:
        limits.timeouts.total = orUsual(number, usual.timeouts.total);
        break;
    }
    setLimits(model, limits);
}

} // namespace

std::span<const ModelField> allModelFields() {
    return fields;
}

bool isCalled(ModelKind kind) {
    return kind == ModelKind::Endpoint || kind == ModelKind::Server;
}

bool applies(ModelField field, ModelKind kind) {
    switch (field) {
    case Name:
    case Kind:
    case Family:
    case Roles:
    case Parent:
    case Note:
        return true;
    case Strength:
        return kind == ModelKind::Simulated;
    case PriceIn:
    case PriceOut:
    case PriceCached:
        return kind == ModelKind::Endpoint;
    default:
        return isCalled(kind);
    }
}

bool sameField(const Model& a, const Model& b, ModelField field) {
    if (isNumber(field))
        return numberOf(a, field) == numberOf(b, field);
    switch (field) {
    case Name:
        return a.name == b.name;
    case Kind:
        return a.kind == b.kind;
    case BaseUrls:
        return a.baseUrls == b.baseUrls;
    case ApiModel:
        return a.apiModel == b.apiModel;
    case Provider:
        return a.provider == b.provider;
    case Family:
        return a.family == b.family;
    case KeyVariable:
        return a.keyVariable == b.keyVariable;
    case Roles:
        return a.roles == b.roles;
    case Parent:
        return a.parent == b.parent;
    case Stop:
        return samplingFrom(a.sampling).stop == samplingFrom(b.sampling).stop;
    case InsecureTls:
        return insecureTls(a) == insecureTls(b);
    case Note:
        return a.note == b.note;
    default:
        return true;
    }
}

void copyField(Model& to, const Model& from, ModelField field) {
    if (sameField(to, from, field))
        return;
    if (isNumber(field))
        return setNumber(to, field, numberOf(from, field));
    switch (field) {
    case Name:
        to.name = from.name;
        break;
    case Kind:
        to.kind = from.kind;
        break;
    case BaseUrls:
        to.baseUrls = from.baseUrls;
        break;
    case ApiModel:
        to.apiModel = from.apiModel;
        break;
    case Provider:
        to.provider = from.provider;
        break;
    case Family:
        to.family = from.family;
        break;
    case KeyVariable:
        to.keyVariable = from.keyVariable;
        break;
    case Roles:
        to.roles = from.roles;
        break;
    case Parent:
        to.parent = from.parent;
        break;
    case Stop:
        setStopLines(to, stopLines(from));
        break;
    case InsecureTls:
        setInsecureTls(to, insecureTls(from));
        break;
    case Note:
        to.note = from.note;
        break;
    default:
        break;
    }
}

bool isNumber(ModelField field) {
    switch (field) {
    case Name:
    case Kind:
    case BaseUrls:
    case ApiModel:
    case Provider:
    case Family:
    case KeyVariable:
    case Roles:
    case Parent:
    case Stop:
    case InsecureTls:
    case Note:
        return false;
    default:
        return true;
    }
}

NumberRange rangeOf(ModelField field) {
    constexpr double most = 1e12;
    constexpr double shortest = 0.1; // seconds, as the longest; both as core/llm reads them
    constexpr double longest = 86'400;
    const ModelLimits usual;
    const auto whole = [](double from, double to, int value) {
        return NumberRange{from, to, true, double(value)};
    };
    const auto seconds = [](double value) {
        return NumberRange{shortest, longest, false, value};
    };
    switch (field) {
    case Temperature:
        return {0, 5, false, {}};
    case TopP:
        return {0, 1, false, {}};
    case MaxTokens:
        return whole(1, std::numeric_limits<int>::max(), Sampling{}.maxTokens);
    case AtOnce:
        return whole(1, 4096, usual.limits.atOnce);
    case Retries:
        return whole(0, 20, usual.limits.retries);
    case RequestsPerMinute:
    case TokensPerMinute:
        return {0.001, most, false, {}};
    case ConnectTime:
        return seconds(usual.timeouts.connect);
    case FirstByteTime:
        return seconds(usual.timeouts.firstByte);
    case IdleTime:
        return seconds(usual.timeouts.idle);
    case TotalTime:
        return seconds(usual.timeouts.total);
    case Strength:
        return {-most, most, false, {}};
    default:
        return {0, most, false, {}}; // dollars
    }
}

std::optional<double> numberOf(const Model& model, ModelField field) {
    switch (field) {
    case PriceIn:
        return model.priceIn;
    case PriceOut:
        return model.priceOut;
    case PriceCached:
        return model.priceCached;
    case Strength:
        return model.strength;
    default:
        return isSampling(field) ? samplingNumber(model, field) : limitNumber(model, field);
    }
}

void setNumber(Model& model, ModelField field, std::optional<double> number) {
    switch (field) {
    case PriceIn:
        model.priceIn = number;
        break;
    case PriceOut:
        model.priceOut = number;
        break;
    case PriceCached:
        model.priceCached = number;
        break;
    case Strength:
        model.strength = number;
        break;
    default:
        if (isSampling(field))
            setSamplingNumber(model, field, number);
        else
            setLimitNumber(model, field, number);
    }
}

QString stopLines(const Model& model) {
    QStringList lines;
    for (const std::string& text : samplingFrom(model.sampling).stop)
        lines << QString::fromStdString(text).replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s);
    return lines.join(u'\n');
}

void setStopLines(Model& model, const QString& lines) {
    Sampling sampling = samplingFrom(model.sampling);
    sampling.stop.clear();
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const bool escape = line[i] == u'\\' && i + 1 < line.size() &&
                                (line[i + 1] == u'n' || line[i + 1] == u'\\');
            if (escape)
                ++i;
            text += escape && line[i] == u'n' ? u'\n' : line[i];
        }
        sampling.stop.push_back(text.toStdString());
    }
    setSampling(model, sampling);
}

bool insecureTls(const Model& model) {
    return limitsFrom(model.limits).insecureTls;
}

void setInsecureTls(Model& model, bool on) {
    ModelLimits limits = limitsFrom(model.limits);
    limits.insecureTls = on;
    setLimits(model, limits);
}

} // namespace agon::ui
