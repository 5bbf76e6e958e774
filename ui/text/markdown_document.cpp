#include "ui/text/markdown_document.h"

#include "core/text/guard.h"
#include "core/text/invisible.h"
#include "ui/text/code_highlighter.h"

#include <QCoreApplication>
#include <QHash>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

namespace agon::ui {
namespace {

using namespace Qt::StringLiterals;

bool isCode(const QTextBlock& block) {
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

QString languageOf(const QTextBlock& block) {
    return block.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage);
}

int quoteLevel(const QTextBlock& block) {
    return block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel);
}

// Whether two neighbours are lines of the same code block.
bool isSameCode(const QTextBlock& block, const QTextBlock& next) {
    return isCode(block) && isCode(next) && languageOf(block) == languageOf(next);
}

bool isOpenable(const QString& address) {
    return isOpenableLink(address.toStdString());
}

QString imageText(const QTextImageFormat& image) {
    QString label = image.property(QTextFormat::ImageAltText).toString().simplified();
    if (label.isEmpty())
        label = image.name();
    return QCoreApplication::translate("agon::ui::MarkdownDocument", "[image: %1]").arg(label);
}

// A piece of a block that gets a new text, a new format or both.
struct Edit {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
    QString text; // null: keep
};

class Styler {
  public:
    Styler(QTextDocument& document, const TextStyle& style)
        : m_document(document)
        , m_style(style)
        , m_cursor(&document)
        , m_body(style.bodyFont())
        , m_code(style.codeFont()) {}

    void run() {
        m_document.setDefaultFont(m_body);
        m_document.setDocumentMargin(m_style.pixels(10));
        m_document.setIndentWidth(m_style.pixels(22));
        m_cursor.beginEditBlock();
        tidyTables();
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
            styleBlock(block);
            styleCharacters(block);
        }
        styleTables();
        styleLists();
        makeRoomForCode();
        m_cursor.endEditBlock();
        colourCode();
    }

  private:
    // Qt gives the first block no margin above, and a frame is painted around code.
    void makeRoomForCode() {
        if (!isCode(m_document.begin()))
            return;
        QTextFrame* root = m_document.rootFrame();
        QTextFrameFormat format = root->frameFormat();
        format.setTopMargin(m_document.documentMargin() + m_style.pixels(codeFrame::padding));
        root->setFrameFormat(format);
    }

    void styleBlock(const QTextBlock& block) {
        QTextBlockFormat format = block.blockFormat();
        if (block.textList() == nullptr) // the importer lets a task's box leak into what follows
            format.clearProperty(QTextFormat::BlockMarker);
        format.setLineHeight(m_style.pixels(20), QTextBlockFormat::MinimumHeight);
        if (isCode(block))
            styleCodeBlock(block, format);
        else if (tableOf(block) != nullptr)
            setMargins(format, 0, 0);
        else if (format.headingLevel() > 0)
            setMargins(format, block.blockNumber() == 0 ? 0 : 14, 6);
        else if (const int level = quoteLevel(block); level > 0) {
            setMargins(format, quoteLevel(block.previous()) > 0 ? 4 : 10, 4);
            format.setLeftMargin(m_style.pixels(14) * std::min(level, 8));
            format.setRightMargin(0);
        } else if (block.textList() != nullptr)
            setMargins(format, 5, 5);
        else if (block.length() <= 1) { // a ruler, or only there to hold a table
            format.setLineHeight(1, QTextBlockFormat::FixedHeight);
            if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth))
                setMargins(format, 8, 8);
        } else
            setMargins(format, block.blockNumber() == 0 ? 0 : 8, 8);
        m_cursor.setPosition(block.position());
        m_cursor.setBlockFormat(format);
    }

    void styleCodeBlock(const QTextBlock& block, QTextBlockFormat& format) {
        const bool first = !isSameCode(block.previous(), block);
        const bool last = !isSameCode(block, block.next());
        const int padding = codeFrame::padding;
        format.setNonBreakableLines(false); // wrapped: a side is too narrow to scroll sideways
        format.setLineHeight(m_style.pixels(18), QTextBlockFormat::MinimumHeight);
        setMargins(format, first ? padding + 8 : 0, last ? padding + 8 : 0);
        format.setLeftMargin(m_style.pixels(padding));
        format.setRightMargin(m_style.pixels(first ? codeFrame::corner : padding));
    }

    // Qt's bullets are large and touch the words: the view paints its own, and numbers keep off.
    void styleLists() {
        QHash<QTextList*, bool> lists; // with tasks among their items: Qt paints the boxes
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
            if (QTextList* list = block.textList())
                lists[list] |=
                    block.blockFormat().marker() != QTextBlockFormat::MarkerType::NoMarker;
        for (auto list = lists.cbegin(); list != lists.cend(); ++list) {
            QTextListFormat format = list.key()->format();
            if (format.style() == QTextListFormat::ListDecimal) {
                const bool given = format.hasProperty(QTextFormat::ListNumberSuffix);
                format.setNumberSuffix((given ? format.numberSuffix() : u"."_s) + u' ');
            } else if (!list.value()) {
                format.setStyle(QTextListFormat::ListStyleUndefined);
            }
            list.key()->setFormat(format);
        }
    }

    void setMargins(QTextBlockFormat& format, int top, int bottom) const {
        format.setTopMargin(m_style.pixels(top));
        format.setBottomMargin(m_style.pixels(bottom));
    }

    QTextTable* tableOf(const QTextBlock& block) {
        m_cursor.setPosition(block.position());
        return m_cursor.currentTable();
    }

    // Every character format anew, from what the importer meant by the old one.
    [[nodiscard]] QTextCharFormat formatFor(const QTextCharFormat& old,
                                            const QTextBlock& block) const {
        QTextCharFormat format;
        const TextColours& colours = m_style.colours;
        const bool quoted = block.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel);
        format.setForeground(quoted ? colours.dim : colours.text);
        const int heading = block.blockFormat().headingLevel();
        if (isCode(block) || old.hasProperty(QTextFormat::FontFamilies)) {
            format.setFont(m_code);
            format.setFontWeight(QFont::Normal);
            if (!isCode(block))
                format.setBackground(colours.codeBack);
        } else {
            format.setFontWeight(heading > 0 ? QFont::DemiBold : old.fontWeight());
        }
        if (heading > 0) {
            constexpr std::array<int, 4> sizes{18, 16, 14, 13};
            const auto index = static_cast<std::size_t>(std::min(heading, 4) - 1);
            format.setProperty(QTextFormat::FontPixelSize, m_style.pixels(sizes[index]));
        }
        format.setFontItalic(old.fontItalic());
        format.setFontStrikeOut(old.fontStrikeOut());
        if (old.isAnchor() && !old.anchorHref().isEmpty())
            makeLink(format, old.anchorHref());
        return format;
    }

    void makeLink(QTextCharFormat& format, const QString& address) const {
        format.setAnchor(true);
        format.setAnchorHref(address);
        format.setToolTip(QString::fromStdString(showInvisible(address.toStdString()).text));
        if (isOpenable(address)) {
            format.setForeground(m_style.colours.link);
            format.setFontUnderline(true);
        } else {
            format.setUnderlineStyle(QTextCharFormat::DotLine);
            format.setUnderlineColor(m_style.colours.dim);
        }
    }

    void styleCharacters(const QTextBlock& block) {
        QList<Edit> edits;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat old = fragment.charFormat();
            Edit edit{fragment.position(), fragment.length(), formatFor(old, block), {}};
            if (old.isImageFormat()) {
                const QTextImageFormat image = old.toImageFormat();
                // Equal images in a row share a fragment, one character each.
                edit.text = imageText(image).repeated(fragment.length());
                if (!edit.format.isAnchor())
                    makeLink(edit.format, image.name());
            } else {
                edit.text = withInvisibleShown(fragment.text());
            }
            edits.append(edit);
        }
        for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit)
            apply(*edit);
    }

    // Null when there is nothing to show. Plain ASCII is passed over quickly.
    static QString withInvisibleShown(const QString& text) {
        const bool plain = std::all_of(text.begin(), text.end(),
                                       [](QChar c) { return c >= u' ' && c < QChar(0x7F); });
        if (plain)
            return {};
        const VisibleText visible = showInvisible(text.toStdString());
        return visible.shown > 0 ? QString::fromStdString(visible.text) : QString();
    }

    void apply(const Edit& edit) {
        m_cursor.setPosition(edit.position);
        m_cursor.setPosition(edit.position + edit.length, QTextCursor::KeepAnchor);
        if (edit.text.isNull())
            m_cursor.setCharFormat(edit.format);
        else
            m_cursor.insertText(edit.text, edit.format);
    }

    [[nodiscard]] QList<QTextTable*> tables() const {
        QList<QTextTable*> found;
        for (QTextFrame* frame : m_document.rootFrame()->childFrames())
            if (auto* table = qobject_cast<QTextTable*>(frame))
                found.append(table);
        return found;
    }

    // The importer leaves an empty paragraph at the beginning of the first cell.
    void tidyTables() {
        for (QTextTable* table : tables()) {
            const QTextTableCell cell = table->cellAt(0, 0);
            m_cursor.setPosition(cell.firstPosition());
            if (m_cursor.block().length() <= 1 && cell.lastPosition() > cell.firstPosition())
                m_cursor.deleteChar();
        }
    }

    void styleTables() {
        for (QTextTable* table : tables())
            styleTable(*table);
    }

    void styleTable(QTextTable& table) {
        QTextTableFormat format = table.format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_style.colours.border);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(m_style.pixels(5));
        format.setTopMargin(m_style.pixels(10));
        format.setBottomMargin(m_style.pixels(10));
        table.setFormat(format);
        for (int column = 0; column < table.columns(); ++column)
            styleTableHead(table, column);
    }

    // The importer aligns only the cells of the body, and leaves some heads light.
    void styleTableHead(QTextTable& table, int column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat back = cell.format();
        back.setBackground(m_style.colours.tableHead);
        cell.setFormat(back);
        m_cursor.setPosition(cell.firstPosition());
        m_cursor.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::DemiBold);
        m_cursor.mergeCharFormat(bold);
        if (table.rows() < 2)
            return;
        QTextBlockFormat aligned;
        aligned.setAlignment(
            table.cellAt(1, column).firstCursorPosition().blockFormat().alignment());
        m_cursor.mergeBlockFormat(aligned);
    }

    [[nodiscard]] QColor colourOf(CodeToken token) const {
        switch (token) {
        case CodeToken::Keyword:
            return m_style.colours.keyword;
        case CodeToken::String:
            return m_style.colours.string;
        case CodeToken::Comment:
            return m_style.colours.comment;
        case CodeToken::Number:
            break;
        }
        return m_style.colours.number;
    }

    // Colours lie over the text as in QSyntaxHighlighter, so copies stay plain.
    void colourCode() {
        CodeState state = CodeState::Normal;
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
            if (!isSameCode(block.previous(), block))
                state = CodeState::Normal;
            if (!isCode(block))
                continue;
            const CodeLanguage* language = codeLanguage(languageOf(block).section(u' ', 0, 0));
            if (language == nullptr)
                continue;
            QList<QTextLayout::FormatRange> ranges;
            const QString line = block.text();
            for (const CodeSpan& span : highlightLine(*language, line, state)) {
                QTextCharFormat format;
                format.setForeground(colourOf(span.token));
                ranges.append(
                    {static_cast<int>(span.start), static_cast<int>(span.length), format});
            }
            block.layout()->setFormats(ranges);
        }
    }

    QTextDocument& m_document;
    const TextStyle& m_style;
    QTextCursor m_cursor;
    QFont m_body;
    QFont m_code;
};

} // namespace

std::unique_ptr<QTextDocument> buildMarkdownDocument(const QString& source,
                                                     const TextStyle& style) {
    auto document = std::make_unique<UntrustedDocument>();
    document->setUndoRedoEnabled(false);
    document->setMarkdown(source,
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                              QTextDocument::MarkdownNoHTML);
    Styler(*document, style).run();
    return document;
}

bool hasBullet(const QTextBlock& block) {
    const QTextList* list = block.textList();
    return list && list->format().style() == QTextListFormat::ListStyleUndefined;
}

QList<CodeBlock> codeBlocks(const QTextDocument& document) {
    QList<CodeBlock> blocks;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!isCode(block))
            continue;
        if (isSameCode(block.previous(), block)) {
            blocks.last().lastBlock = block.blockNumber();
            blocks.last().code += u'\n' + block.text();
        } else {
            blocks.append(
                {block.blockNumber(), block.blockNumber(), languageOf(block), block.text()});
        }
    }
    return blocks;
}

} // namespace agon::ui
