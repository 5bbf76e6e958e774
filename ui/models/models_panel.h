// The panel “Models”: the registry.
#pragma once

#include "ui/models/models_desk.h"
#include "ui/shell/panel.h"

#include <QPointer>

#include <memory>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace agon::ui {

class EmptyState;
class EndpointWizard;
class ModelTreeModel;
class ModelTreeView;
class NoticeBar;

class ModelsPanel final : public Panel {
    Q_OBJECT

  public:
    ModelsPanel(const PanelContext& context, std::shared_ptr<ModelsDesk> desk,
                QWidget* parent = nullptr);
    ~ModelsPanel() override;

    QWidget* focusTarget() override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] ModelTreeView* view() const { return m_view; }
    [[nodiscard]] ModelTreeModel* model() const { return m_model; }
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }
    [[nodiscard]] EndpointWizard* wizard() const; // null: not shown

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QWidget* tools();
    [[nodiscard]] QWidget* noModels();
    [[nodiscard]] QWidget* noMatch();
    void bindView();
    void showModels();
    void showPage();
    void fitTools();
    void announce();
    void addModel();
    void addFromEndpoint();
    void openDetails(ModelId id);
    void openBattles(ModelId id);
    void askRemoval(ModelId id);
    void showMenu(ModelId id, const QPoint& at);

    PanelContext m_context;
    std::shared_ptr<ModelsDesk> m_desk;
    ModelTreeModel* m_model;
    ModelTreeView* m_view;
    QLineEdit* m_filter;
    QPushButton* m_add;
    QPushButton* m_endpoint;
    QPushButton* m_import;
    NoticeBar* m_notice;
    EmptyState* m_noMatch = nullptr;
    QStackedWidget* m_content;
    QStackedWidget* m_pages;
    QPointer<EndpointWizard> m_wizard;
};

} // namespace agon::ui
