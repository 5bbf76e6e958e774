// The fields of a model, bound to the editor.
#pragma once

#include "ui/models/model_editor.h"

#include <QWidget>

#include <array>
#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace agon::ui {

class FormRows;
class SegmentedControl;

class ModelForm final : public QWidget {
    Q_OBJECT

  public:
    explicit ModelForm(ModelEditor& editor, QWidget* parent = nullptr);

    void focusName();
    [[nodiscard]] FormRows& rows() const { return *m_rows; }
    [[nodiscard]] QWidget* field(ModelField field) const;

  private:
    void addIdentity();
    void addAddress();
    void addPlace();
    void addFigures();
    QLineEdit* addLine(ModelField field, const QString& label, const QString& hint = {});
    void bindLine(ModelField field, QLineEdit* line);
    void showAll();
    void showFields();
    void showState(); // which rows, what is wrong, whether it can be changed
    void showParents();

    ModelEditor& m_editor;
    FormRows* m_rows;
    std::map<ModelField, QWidget*> m_fields;
    SegmentedControl* m_kind = nullptr;
    QPlainTextEdit* m_urls = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QComboBox* m_parent = nullptr;
    std::map<Role, QCheckBox*> m_roles;
    bool m_showing = false; // what changes now was not typed
};

} // namespace agon::ui
