// One untrusted text on screen: an instruction, an answer, a judge's explanation.
#pragma once

#include "ui/text/find_text.h"
#include "ui/text/markdown_document.h"
#include "ui/text/shown_text.h"

#include <QAbstractScrollArea>
#include <QUrl>
#include <QWidget>

#include <atomic>
#include <memory>
#include <string>

class QLabel;
class QStackedLayout;
class QThreadPool;
class QTimer;

namespace agon::ui {

class MarkdownBrowser;
class PlainTextView;

// A stretch of the shown text that is tinted and underlined: a search hit or a quoted span.
struct TextHighlight {
    TextRange range;
    QColor back;
    QColor underline; // invalid: none
};

// Shows a text rendered or raw. Parsing happens on a thread pool; until it is done the view is
// empty (after a moment: a placeholder), and a result that was overtaken by a newer text is
// dropped. Texts that would hold up the GUI come out plain, see noticeChanged(). Nothing is ever
// loaded or opened.
class MarkdownView : public QWidget {
    Q_OBJECT

  public:
    // `pool` outlives the view; by default the application's.
    explicit MarkdownView(const TextStyle& style, QWidget* parent = nullptr,
                          QThreadPool* pool = nullptr);
    ~MarkdownView() override;

    // Named after what it shows, e.g. tr("Answer A").
    void setName(const QString& name);
    void setTextStyle(const TextStyle& style);

    void setText(std::string source, TextMode mode = TextMode::Rendered);
    // The same with a document that was prepared ahead by prepareText() in the view's style, and is
    // of this thread: shown at once.
    void setText(std::string source, TextMode mode, ShownText prepared);
    void setMode(TextMode mode);
    [[nodiscard]] TextMode mode() const { return m_mode; }
    [[nodiscard]] const std::string& source() const { return *m_source; }

    [[nodiscard]] bool isReady() const { return m_shownGeneration == m_generation; }
    [[nodiscard]] bool isPlain() const { return m_isPlain; } // raw, or fallen back
    [[nodiscard]] const TextNotice& notice() const { return m_notice; }
    [[nodiscard]] const QTextDocument& document() const;
    // The area that scrolls; it may be another one after shown().
    [[nodiscard]] QAbstractScrollArea* scrollArea() const;

    [[nodiscard]] QList<CodeBlock> codeBlocks() const;
    void copyCode(qsizetype index); // to the clipboard

    [[nodiscard]] QList<TextRange>
    find(QStringView needle, Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive) const;
    void setHighlights(QList<TextHighlight> highlights); // until the next text
    [[nodiscard]] const QList<TextHighlight>& highlights() const { return m_highlights; }
    void reveal(const TextRange& range); // scrolls there

  signals:
    void shown(); // the newest text is on screen
    void noticeChanged(const agon::ui::TextNotice& notice);
    void linkRequested(const QUrl& url); // http or https: show it whole and ask
    void linkRefused(const QUrl& url);
    void codeCopied(const QString& language);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void request();
    void accept(quint64 generation, ShownText shown);
    void applyColours();
    void applyHighlights();
    void setNotice(const TextNotice& notice);

    TextStyle m_style;
    QThreadPool* m_pool = nullptr;
    MarkdownBrowser* m_browser = nullptr;
    PlainTextView* m_plain = nullptr;
    QLabel* m_placeholder = nullptr;
    QStackedLayout* m_pages = nullptr;
    QTimer* m_slow = nullptr;

    std::shared_ptr<const std::string> m_source;
    TextMode m_mode = TextMode::Rendered;
    quint64 m_generation = 0;
    quint64 m_shownGeneration = 0;
    std::shared_ptr<std::atomic<quint64>> m_newest; // lets queued work see that it is stale
    bool m_isPlain = false;
    TextNotice m_notice;
    QList<TextHighlight> m_highlights;
};

} // namespace agon::ui
