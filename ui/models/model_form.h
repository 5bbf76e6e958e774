// The fields of a model, bound to the editor.
#pragma once

#include "ui/bridge/key_presence.h"
#include "ui/models/model_editor.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace agon::ui {

class FoldHeader;
class FormRows;
class LabelChip;
class NoticeBar;
class ProviderCombo;
class SegmentedControl;

class ModelForm final : public QWidget {
    Q_OBJECT

  public:
    ModelForm(ModelEditor& editor, ArenaDesk& arena, QWidget* parent = nullptr);

    void focusName();
    [[nodiscard]] FormRows& rows() const { return *m_rows; }
    [[nodiscard]] QWidget* field(ModelField field) const;
    // Of the row in which the field stands.
    [[nodiscard]] int rowOf(ModelField field) const;
    [[nodiscard]] FoldHeader& advanced() const { return *m_advanced; }
    // What the server said it has, offered for the name that it knows.
    void offerModels(const std::vector<std::string>& names);

  private:
    void addIdentity();
    void addAddress();
    void addKey();
    void addPlace();
    void addFigures();
    void addRest();
    void addAdvanced();
    QLineEdit* addLine(ModelField field, const QString& label, const QString& hint = {});
    void bindLine(ModelField field, QLineEdit* line);
    void addNumbers(const QString& label, const std::vector<ModelField>& fields,
                    const QString& hint = {});
    void showAll();
    void showFields();
    void showNumber(ModelField field);
    void showState(); // which rows, what is wrong, whether it can be changed
    void showRows();
    void showProblems();
    void showProvider();
    void showKey();
    void showParents();

    ModelEditor& m_editor;
    ArenaDesk& m_arena;
    KeyPresence m_key;
    NoticeBar* m_insecure;
    FormRows* m_rows;
    std::map<ModelField, QWidget*> m_fields;
    std::map<ModelField, ModelField> m_sharing; // fields in the row of another
    SegmentedControl* m_kind = nullptr;
    ProviderCombo* m_provider = nullptr;
    LabelChip* m_keyState = nullptr;
    QPlainTextEdit* m_urls = nullptr;
    QPlainTextEdit* m_stop = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QComboBox* m_parent = nullptr;
    QCheckBox* m_tls = nullptr;
    FoldHeader* m_advanced = nullptr;
    std::map<Role, QCheckBox*> m_roles;
    std::int64_t m_of = -1; // the model whose fold was decided
    bool m_showing = false; // what changes now was not typed
};

} // namespace agon::ui
