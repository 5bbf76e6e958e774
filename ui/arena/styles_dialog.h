// “Judge prompts”: the styles, their texts with placeholders, and a battle as the judge reads it.
#pragma once

#include "core/base/ids.h"
#include "ui/arena/style_shelf.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"

#include <QDialog>

#include <map>
#include <optional>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace agon::ui {

class NoticeBar;
class TextLabel;

// The desk outlives it. Built-in styles are only shown; a copy of one can be changed and is saved
// into the person's folder.
class StylesDialog final : public QDialog {
    Q_OBJECT

  public:
    // `battle`: for the preview; not valid: none.
    StylesDialog(ArenaDesk& desk, BattleId battle, QWidget* parent);
    ~StylesDialog() override;

    void reject() override; // asks when something is not saved

  private:
    enum class Part { Single, MultiTurn, Reference, ReferenceMultiTurn };

    [[nodiscard]] QWidget* list();
    [[nodiscard]] QWidget* editor();
    [[nodiscard]] QPlainTextEdit* textEdit(const QString& name);
    void load();
    void take(StyleShelf shelf, const std::string& chosen);
    void showList();
    void showStyle();
    void showPart();
    void edited();
    void check();
    void preview();
    void copy();
    void save();
    [[nodiscard]] ShelvedStyle* current();
    [[nodiscard]] PromptStyle now(); // with what was edited
    [[nodiscard]] static std::optional<PromptText>* partOf(PromptStyle& style, Part part);
    [[nodiscard]] static PromptText* textOf(PromptStyle& style, Part part);
    [[nodiscard]] Part part() const;

    ArenaDesk& m_desk;
    BattleId m_battle;
    StyleShelf m_shelf;
    std::map<std::string, PromptStyle> m_edits; // by id; not saved yet
    Latest m_previewing;
    bool m_filling = false;
    QListWidget* m_list = nullptr;
    QPushButton* m_copy = nullptr;
    QLineEdit* m_title = nullptr;
    TextLabel* m_facts = nullptr;
    QComboBox* m_part = nullptr;
    QPlainTextEdit* m_system = nullptr;
    QPlainTextEdit* m_user = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_first = nullptr;
    QPlainTextEdit* m_second = nullptr;
    NoticeBar* m_problem = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace agon::ui
