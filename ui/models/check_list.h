// The checks of a test, one below the other: mark, what was tried, what was found, how long.
#pragma once

#include "core/llm/probe.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace agon::ui {

class StateMark;
class TextLabel;

// A check as one line of text, for a reader and for the clipboard: "List models: passed, 6 listed".
[[nodiscard]] QString checkLine(const ProbeCheck& check);
// "30 ms"; an en dash where nothing was asked for it alone.
[[nodiscard]] QString checkTime(const ProbeCheck& check);

class CheckList final : public QWidget {
    Q_OBJECT

  public:
    explicit CheckList(QWidget* parent = nullptr);

    // Keeps its rows where the checks are the same ones.
    void setChecks(const std::vector<ProbeCheck>& checks);

  private:
    struct Row {
        StateMark* mark = nullptr;
        TextLabel* title = nullptr;
        TextLabel* detail = nullptr;
        TextLabel* advice = nullptr;
        TextLabel* time = nullptr;
    };

    void build(const std::vector<ProbeCheck>& checks);
    void show(const Row& row, const ProbeCheck& check);

    QGridLayout* m_grid;
    std::vector<ProbeCheck> m_checks;
    std::vector<Row> m_rows;
};

} // namespace agon::ui
