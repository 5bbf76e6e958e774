// What a person chose, kept per user: one table says each setting's name and default.
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

#include <memory>

namespace agon::ui {

enum class Setting {
    Annotator,
    Theme, // "system", "light", "dark"
    NextAfterVote,
    TextScale,    // percent of the usual size
    LayoutName,   // the layout shown last
    LayoutReview, // dock states, opaque
    LayoutAnalyse,
    LayoutOperate,
    CompanionWidth, // of the rationale, as it was dragged to; 0: never
    WindowGeometry,
    RecentWorkspaces, // opaque
    BattleColumns,    // of the table of battles: order, widths, hidden ones
    LastFolder,
};

// GUI thread. An unreadable or ill-typed value is as good as none: the default is returned.
class Settings final : public QObject {
    Q_OBJECT

  public:
    // The user's own file; tests give another.
    explicit Settings(QObject* parent = nullptr);
    explicit Settings(const QString& file, QObject* parent = nullptr);

    ~Settings() override;

    [[nodiscard]] bool flag(Setting setting) const;
    [[nodiscard]] int number(Setting setting) const;
    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] QByteArray bytes(Setting setting) const;
    void set(Setting setting, const QVariant& value);
    void reset(Setting setting);

  signals:
    void changed(agon::ui::Setting setting);

  private:
    [[nodiscard]] QVariant value(Setting setting) const;

    std::unique_ptr<QSettings> m_file;
};

} // namespace agon::ui
