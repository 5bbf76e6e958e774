// Adds models from an endpoint: its address, what it serves, who of them fights or judges.
#pragma once

#include "ui/bridge/key_presence.h"
#include "ui/models/endpoint_search.h"
#include "ui/models/model_registry.h"
#include "ui/models/served_models.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace agon::ui {

class FormRows;
class LabelChip;
class NoticeBar;
class ProviderCombo;
class ServedList;

// Needs an open workspace; closes with it. Writes all chosen models in one transaction, and with
// them the permission to call their address with that key: the person typed both.
class EndpointWizard final : public QDialog {
    Q_OBJECT

  public:
    EndpointWizard(ArenaDesk& arena, ModelRegistry& registry, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* address() const { return m_address; }
    [[nodiscard]] ProviderCombo* provider() const { return m_provider; }
    [[nodiscard]] QLineEdit* key() const { return m_key; }
    [[nodiscard]] QPushButton* listButton() const { return m_list; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    [[nodiscard]] ServedList* models() const { return m_models; }
    [[nodiscard]] FormRows* rows() const { return m_rows; }

  signals:
    void added(const std::vector<agon::ModelId>& ids);

  private:
    enum Row { Address, Provider, Key };

    void buildForm();
    [[nodiscard]] QWidget* roles();
    [[nodiscard]] ServedBy server() const;
    bool showProblems(); // whether there are none
    void follow();       // provider and key, after the address
    void showKey();
    void showState();
    void startList();
    void showFound(const std::vector<std::string>& names, int left);
    void addChosen();

    ArenaDesk& m_arena;
    ModelRegistry& m_registry;
    EndpointSearch m_search;
    KeyPresence m_presence;
    FormRows* m_rows;
    QLineEdit* m_address = nullptr;
    QPushButton* m_list = nullptr;
    ProviderCombo* m_provider = nullptr;
    QLineEdit* m_key = nullptr;
    LabelChip* m_keyState = nullptr;
    NoticeBar* m_notice;
    ServedList* m_models;
    QCheckBox* m_fighter = nullptr;
    QCheckBox* m_judge = nullptr;
    QPushButton* m_add = nullptr;
    bool m_keyTyped = false;
    bool m_adding = false;
};

} // namespace agon::ui
