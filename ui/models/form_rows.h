// Rows of a form: labels at the right edge of their column, what is wrong below the field.
#pragma once

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QVBoxLayout;

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
    void setRowShown(int key, bool shown);
    [[nodiscard]] bool isRowShown(int key) const;
    // Empty: none. Read out as the description of the field.
    void setProblem(int key, const QString& text);
    [[nodiscard]] QString problem(int key) const;

  private:
    struct Row {
        QVBoxLayout* layout = nullptr;
        QLabel* label = nullptr;
        QWidget* field = nullptr;
        QWidget* focus = nullptr;
        TextLabel* hint = nullptr;  // may be null
        QWidget* problem = nullptr; // icon and text
        TextLabel* problemText = nullptr;
        QString description;
        bool shown = true;
    };

    QGridLayout* m_grid;
    std::map<int, Row> m_rows;
};

} // namespace agon::ui
