// Why a person decided so: one line, kept with the vote.
#pragma once

#include <QKeySequence>
#include <QWidget>

class QLineEdit;

namespace agon::ui {

class KeyCap;
class TextLabel;

class ReasonField final : public QWidget {
    Q_OBJECT

  public:
    explicit ReasonField(const QKeySequence& key, QWidget* parent = nullptr);

    // What is stored; what is being typed is thrown away.
    void setStored(const QString& reason);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void saved(const QString& reason); // Enter
    void left();                       // Escape

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QLineEdit* m_edit;
    TextLabel* m_caption;
    QString m_stored;
};

} // namespace agon::ui
