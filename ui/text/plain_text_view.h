// Raw and oversized texts: monospaced, read-only, quick whatever the text is.
#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace agon::ui {

// Shows documents made by buildPlainDocument(). Copies give lines back whole.
class PlainTextView : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit PlainTextView(QWidget* parent = nullptr);
    ~PlainTextView() override;

    void showDocument(std::unique_ptr<QTextDocument> document); // of this thread; kept

  protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

  private:
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace agon::ui
