#include "ui/models/model_registry.h"

#include <algorithm>

namespace agon::ui {

ModelRegistry::ModelRegistry(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &Session::opened, this, &ModelRegistry::read);
    connect(&session, &Session::modelsChanged, this, &ModelRegistry::read);
    connect(&session, &Session::tableChanged, this, &ModelRegistry::read);
    connect(&session, &Session::closed, this, &ModelRegistry::forget);
    if (session.isOpen())
        read();
}

const Model* ModelRegistry::find(ModelId id) const {
    const auto it = std::ranges::lower_bound(m_models, id, {}, &Model::id);
    return it != m_models.end() && it->id == id ? &*it : nullptr;
}

void ModelRegistry::setRatings(const QHash<QString, double>& ratings, bool provisional) {
    if (ratings == m_ratings && provisional == m_provisional)
        return;
    m_ratings = ratings;
    m_provisional = provisional;
    emit ratingsChanged();
}

std::optional<double> ModelRegistry::rating(const Model& model) const {
    const auto it = m_ratings.constFind(QString::fromStdString(model.name));
    return it == m_ratings.cend() ? std::nullopt : std::optional(*it);
}

void ModelRegistry::setCurrent(ModelId id) {
    if (id == m_current)
        return;
    m_current = id;
    emit currentChanged();
}

void ModelRegistry::read() {
    if (m_reading) {
        m_again = true;
        return;
    }
    if (!m_session.isOpen())
        return;
    m_reading = true;
    m_session.read<std::vector<Model>>(
        [](Reader& reader) { return reader.models(); }, this,
        [this](Result<std::vector<Model>> result) {
            m_reading = false;
            if (result)
                adopt(std::move(*result));
            else if (result.error().code != ErrorCode::Cancelled)
                emit failed(tr("The models could not be read: %1")
                                .arg(QString::fromStdString(result.error().text())));
            if (std::exchange(m_again, false))
                read();
        });
}

void ModelRegistry::adopt(std::vector<Model> models) {
    // Only what was there and is gone was removed; what was never there is still to come.
    const bool removed =
        find(m_current) && std::ranges::find(models, m_current, &Model::id) == models.end();
    m_models = std::move(models);
    m_read = true;
    emit modelsChanged();
    if (removed)
        setCurrent({});
}

void ModelRegistry::forget() {
    m_models.clear();
    m_ratings.clear();
    m_provisional = false;
    m_read = false;
    m_reading = false; // an answer on its way is dropped by the session
    m_again = false;
    emit modelsChanged();
    setCurrent({});
}

} // namespace agon::ui
