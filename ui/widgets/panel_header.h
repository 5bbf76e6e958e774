// The title bar of a dock: title, note, the panel's few actions, float and close.
#pragma once

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

class QDockWidget;
class QHBoxLayout;
class QToolButton;

namespace agon::ui {

class ElidedLabel;
class KeyCap;

class PanelHeader : public QWidget {
    Q_OBJECT
  public:
    explicit PanelHeader(const QString& title, QWidget* parent = nullptr);

    // Makes it the dock's title bar: title, floating and closing follow the dock.
    static PanelHeader* install(QDockWidget* dock);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    void setKey(const QKeySequence& key); // what shows and hides the panel
    void addLabel(QWidget* widget);       // beside the title: chips
    void addAction(QWidget* widget);      // left of float and close, divided from them
    void setCloseable(bool closeable);
    void setFloatable(bool floatable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void floatRequested();
    void closeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    KeyCap* m_key;
    QHBoxLayout* m_labels;
    QHBoxLayout* m_actions;
    QWidget* m_divider;
    QToolButton* m_float;
    QToolButton* m_close;
};

// A panel's content with the 1 px frame that its header begins.
class PanelFrame : public QWidget {
    Q_OBJECT
  public:
    explicit PanelFrame(QWidget* content, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace agon::ui
