// One thing of a run that fills up: its name, how much, a bar.
#pragma once

#include <QWidget>

namespace agon::ui {

class TextLabel;
class ThinProgress;

class RunBar final : public QWidget {
    Q_OBJECT

  public:
    explicit RunBar(const QString& title, QWidget* parent = nullptr);

    // `share` of 0 … 1; negative: no bar.
    void show(const QString& words, double share);

  private:
    QString m_title;
    TextLabel* m_words;
    ThinProgress* m_bar;
};

} // namespace agon::ui
