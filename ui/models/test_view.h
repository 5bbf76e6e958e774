// The test of an endpoint, live: what came of it, the checks, and the reply.
#pragma once

#include "ui/models/connection_test.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace agon::ui {

class CheckList;
class FigureStrip;
class LabelChip;
class NoticeBar;
class SectionHeader;
class TextLabel;

class TestView final : public QWidget {
    Q_OBJECT

  public:
    explicit TestView(QWidget* parent = nullptr);

    // `now`: the model as it is in the form, which may have changed since it was tested.
    void show(const TestResult& result, const Model& now);
    [[nodiscard]] CheckList* checks() const { return m_checks; }
    [[nodiscard]] LabelChip* outcome() const { return m_outcome; }
    [[nodiscard]] QPlainTextEdit* reply() const { return m_reply; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] QPushButton* closeButton() const { return m_close; }

  signals:
    void cancelWanted();
    void closeWanted();

  private:
    void showOutcome(const TestResult& result);
    void showReply(const TestResult& result);
    void copy();

    SectionHeader* m_header;
    LabelChip* m_outcome;
    QPushButton* m_cancel;
    QPushButton* m_copy;
    QPushButton* m_close;
    NoticeBar* m_notice;
    QScrollArea* m_scroll;
    CheckList* m_checks;
    QWidget* m_replyPart;
    QPlainTextEdit* m_reply;
    FigureStrip* m_figures;
    QString m_text;      // of all, for the clipboard
    Timestamp m_started; // of the test that is shown
};

} // namespace agon::ui
