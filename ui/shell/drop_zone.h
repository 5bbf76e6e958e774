// A dashed field that takes files, by drop or by a chooser.
#pragma once

#include <QWidget>

class QMimeData;

namespace agon::ui {

class DropZone final : public QWidget {
    Q_OBJECT

  public:
    explicit DropZone(QWidget* parent = nullptr);

  signals:
    void dropped(const QStringList& files);
    void chooseRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    bool m_over = false;
};

// The local files of a drag; empty when it holds none.
[[nodiscard]] QStringList filesOf(const QMimeData* data);

} // namespace agon::ui
