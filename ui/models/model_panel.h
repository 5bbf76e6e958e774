// The panel “Model”: what is known about one model, to be edited.
#pragma once

#include "ui/models/models_desk.h"
#include "ui/shell/panel.h"

#include <memory>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace agon::ui {

class EmptyState;
class FigureStrip;
class ModelForm;
class NoticeBar;
class TestView;
class TextLabel;

class ModelPanel final : public Panel {
    Q_OBJECT

  public:
    ModelPanel(const PanelContext& context, std::shared_ptr<ModelsDesk> desk,
               QWidget* parent = nullptr);
    ~ModelPanel() override;

    std::vector<QWidget*> titleWidgets() override;
    QWidget* focusTarget() override;
    [[nodiscard]] QStringList unsaved() const override;
    void saveUnsaved(const std::function<void(bool)>& done) override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] ModelForm* form() const { return m_form; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* revertButton() const { return m_revert; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* testButton() const { return m_test; }
    [[nodiscard]] TestView* testView() const { return m_testView; }
    // As the button: the model as it is in the form, after asking for permission where it is
    // missing.
    void testConnection();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QWidget* footer();
    [[nodiscard]] QWidget* noModel();
    void showModel();
    void showState();
    void showFigures();
    void showReadOnly();
    void bindRemoval();
    void bindTest();
    void startTest();
    void showTest();
    void fitFooter();
    void say(const QString& lead, const QString& reason);
    void openBattles();

    PanelContext m_context;
    std::shared_ptr<ModelsDesk> m_desk;
    FigureStrip* m_figures;
    NoticeBar* m_notice;
    ModelForm* m_form;
    TextLabel* m_unsaved;
    QPushButton* m_test;
    QPushButton* m_remove;
    QPushButton* m_revert;
    QPushButton* m_save;
    TestView* m_testView;
    QSplitter* m_split = nullptr;
    QPushButton* m_add = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_pages;
    std::int64_t m_noticeOf = -1; // the model that the notice is about
    bool m_asking = false;        // the notice asks whether to remove
};

} // namespace agon::ui
