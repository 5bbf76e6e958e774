// Nothing that was typed is lost by closing a workspace or the window: what panels have not saved
// is asked about first.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

class QMessageBox;

namespace agon::ui {

class Navigator;
class Panel;

class Leaving final : public QObject {
    Q_OBJECT

  public:
    // Asks over `window`.
    Leaving(Navigator& navigator, QWidget* window);

    void watch(const QString& id, Panel* panel);
    [[nodiscard]] QStringList unsaved() const; // names of what would be lost
    // Runs `then` at once where nothing is unsaved, otherwise after Save (when all was saved) or
    // Discard; never after Cancel.
    void ask(std::function<void()> then);

  private:
    void save(std::size_t from, const std::function<void()>& then);

    Navigator& m_navigator;
    QWidget* m_window;
    std::vector<std::pair<QString, QPointer<Panel>>> m_panels;
    QPointer<QMessageBox> m_box;
};

} // namespace agon::ui
