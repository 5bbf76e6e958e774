// The widget behind MarkdownView in rendered mode: a text browser that loads and opens nothing.
#pragma once

#include "ui/text/markdown_document.h"
#include "ui/text/text_style.h"

#include <QTextBrowser>

#include <memory>

namespace agon::ui {

// Paints frames around code with the language and a copy button, bars beside quotes, and bullets.
class MarkdownBrowser : public QTextBrowser {
    Q_OBJECT

  public:
    explicit MarkdownBrowser(QWidget* parent = nullptr);
    ~MarkdownBrowser() override;

    void showDocument(std::unique_ptr<QTextDocument> document, const TextStyle& style);

    [[nodiscard]] const QList<CodeBlock>& codeBlocks() const { return m_code; }
    void copyCode(qsizetype index);

    // Where block `index`'s copy button is, in viewport coordinates.
    [[nodiscard]] QRect copyButton(qsizetype index) const;

    QVariant loadResource(int type, const QUrl& name) override; // always nothing

  signals:
    void linkRequested(const QUrl& url);
    void linkRefused(const QUrl& url);
    void codeCopied(const QString& language);

  protected:
    void doSetSource(const QUrl&, QTextDocument::ResourceType) override {}
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void activate(const QUrl& url);
    [[nodiscard]] QRectF codeFrame(const CodeBlock& code) const; // in viewport coordinates
    [[nodiscard]] qsizetype copyButtonAt(QPoint point) const;    // -1: none
    void paintCodeFrames(QPainter& painter, const QRect& exposed) const;
    void paintBeside(QPainter& painter, const QRect& exposed) const;
    void paintQuoteBars(QPainter& painter, const QTextBlock& block) const;
    void paintBullet(QPainter& painter, const QTextBlock& block) const;
    [[nodiscard]] QRectF blockRect(int number) const;

    std::unique_ptr<QTextDocument> m_document;
    TextStyle m_style;
    QList<CodeBlock> m_code;
};

} // namespace agon::ui
