// The line that closes the rationale: what the last vote did to the two models of this battle.
#pragma once

#include <QWidget>

namespace agon::ui {

class Rerating;

class ReratingBar final : public QWidget {
    Q_OBJECT

  public:
    explicit ReratingBar(QWidget* parent = nullptr);

    // Hides itself while nothing was voted, or neither model has a rating. `onScreen`: the models
    // are those of the battle that is shown, so A and B say who is meant.
    void show(const Rerating& rerating, const QString& modelA, const QString& modelB,
              bool onScreen = true);
    [[nodiscard]] QString text() const; // as it is read out

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Side {
        QString label; // "A" of the battle on screen, else the model's name
        QString move;  // "1242 → 1241"
        QString words;
    };

    QString m_time;
    Side m_a;
    Side m_b;
    bool m_onScreen = true;
};

} // namespace agon::ui
