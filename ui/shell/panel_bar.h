// The bar at the left: one item a panel, settings and keys at its foot.
#pragma once

#include <QAction>
#include <QHash>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace agon::ui {

enum class Icon : std::uint8_t;
class PanelBarItem;

class PanelBar final : public QWidget {
    Q_OBJECT

  public:
    explicit PanelBar(QWidget* parent = nullptr);

    void addPanel(const QString& id, const QString& title, Icon icon, const QString& keys);
    // At the foot; triggers the action.
    void addAction(QAction* action, const QString& title, Icon icon);
    void setCurrent(const QString& id);
    // A number on the item; 0 takes it away.
    void setBadge(const QString& id, int number);

  signals:
    void chosen(const QString& id);

  private:
    QVBoxLayout* m_panels;
    QVBoxLayout* m_foot;
    QHash<QString, PanelBarItem*> m_items;
};

} // namespace agon::ui
