// The models of the open workspace as the panels share them, and which of them is looked at.
#pragma once

#include "core/domain/model.h"
#include "ui/bridge/session.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace agon::ui {

// Lives on the GUI thread. Reads anew after every change of the workspace; while one reading runs,
// further changes wait for the next, so that a long import is followed and not put off.
class ModelRegistry final : public QObject {
    Q_OBJECT

  public:
    explicit ModelRegistry(Session& session, QObject* parent = nullptr);

    [[nodiscard]] Session& session() const { return m_session; }
    // False until the first reading after opening: nothing is known, not "there are none".
    [[nodiscard]] bool isRead() const { return m_read; }
    [[nodiscard]] const std::vector<Model>& models() const { return m_models; } // by id
    [[nodiscard]] const Model* find(ModelId id) const;

    // What the ratings panel shows, by name; provisional while an override is being rated in.
    void setRatings(const QHash<QString, double>& ratings, bool provisional);
    [[nodiscard]] std::optional<double> rating(const Model& model) const;
    [[nodiscard]] bool ratingsAreProvisional() const { return m_provisional; }

    // Not valid: none. May be ahead of models(), when a model was added just now.
    [[nodiscard]] ModelId current() const { return m_current; }
    void setCurrent(ModelId id);

  signals:
    void modelsChanged();
    void ratingsChanged();
    void currentChanged();
    void failed(const QString& message);

  private:
    void read();
    void adopt(std::vector<Model> models);
    void forget();

    Session& m_session;
    std::vector<Model> m_models;
    QHash<QString, double> m_ratings;
    ModelId m_current;
    bool m_provisional = false;
    bool m_read = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace agon::ui
