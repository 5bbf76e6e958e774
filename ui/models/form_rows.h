// Rows of a form: labels at the right edge of their column, what is wrong below the field.
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace agon::ui {

class TextLabel;

class FormRows final : public QWidget {
    Q_OBJECT

  public:
    explicit FormRows(QWidget* parent = nullptr);

    // `field` may be a container: `focus` is what the label and a problem belong to. A hint is one
    // or two dim lines below. Rows are shown and hidden whole, by their key.
    void addRow(int key, const QString& label, QWidget* field, QWidget* focus,
                const QString& hint = {});
    // A row of its own without a label, over both columns.
    void addWide(int key, QWidget* widget);
    void setHint(int key, const QString& text);
    void setRowShown(int key, bool shown);
    [[nodiscard]] bool isRowShown(int key) const;
    // Empty: none. Read out as the description of the field.
    void setProblem(int key, const QString& text);
    [[nodiscard]] QString problem(int key) const;
    // Where there is little room, labels stand above their fields.
    void setStacked(bool stacked);

  private:
    struct Row {
        QLabel* label = nullptr; // null: a wide one
        QWidget* cell = nullptr; // the field, hint and problem
        TextLabel* hintText = nullptr;
        QWidget* focus = nullptr;
        QWidget* problem = nullptr; // icon and text
        TextLabel* problemText = nullptr;
        QString hint;
        bool shown = true;
    };

    void place(int at, const Row& row);
    [[nodiscard]] Row& rowOf(int key);
    [[nodiscard]] const Row& rowOf(int key) const;

    QGridLayout* m_grid;
    std::vector<std::pair<int, Row>> m_rows;
    bool m_stacked = false;
};

} // namespace agon::ui
