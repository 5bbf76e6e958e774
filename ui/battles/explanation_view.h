// A judge's explanation, its quotations as links to the answers. As high as its text.
#pragma once

#include "ui/battles/quotes.h"

#include <QTextBrowser>

#include <memory>

namespace agon::ui {

class ExplanationView final : public QTextBrowser {
    Q_OBJECT

  public:
    ExplanationView(const QString& text, const QList<Quote>& quotes, QWidget* parent = nullptr);
    ~ExplanationView() override;

    QVariant loadResource(int type, const QUrl& name) override; // always nothing

  signals:
    void quoteActivated(int number);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; // scrolls what is around it

  private:
    void write();
    void fit();

    QString m_text;
    QList<Quote> m_quotes;
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace agon::ui
