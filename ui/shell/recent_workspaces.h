// The workspaces opened lately, with what the start page says of each without opening it.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace agon::ui {

class Settings;

struct RecentWorkspace {
    QString path;
    QDateTime at; // last opened
    int models = 0;
    int battles = 0;
    int toReview = 0; // battles without a person's vote that the judge is unsure of
    // The small chart: ratings over checkpoints (line), or the best models' intervals.
    struct Interval {
        double rating = 0;
        double low = 0;
        double high = 0;
    };
    QList<double> progress;
    QList<Interval> intervals;
};

// Newest first, at most 8; files that are gone are left out when read.
class RecentWorkspaces {
  public:
    explicit RecentWorkspaces(Settings& settings)
        : m_settings(settings) {}

    [[nodiscard]] QList<RecentWorkspace> list() const;
    void put(const RecentWorkspace& workspace); // adds or replaces, at the top
    void forget(const QString& path);
    void clear();

  private:
    [[nodiscard]] QList<RecentWorkspace> stored() const;
    void store(const QList<RecentWorkspace>& list);

    Settings& m_settings;
};

} // namespace agon::ui
