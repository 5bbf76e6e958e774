#include "ui/battles/instruction_section.h"

#include "core/text/invisible.h"
#include "core/text/repair.h"
#include "core/text/wrap.h"
#include "ui/battles/battle_words.h"
#include "ui/text/markdown_document.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

constexpr int foldedLines = 2;
constexpr int worthFolding = 4; // three lines take no more room than two and a link
constexpr int unfoldedLines = 14;
constexpr std::size_t mostBytes = 48 * 1024; // laid out at once on the GUI thread
constexpr std::size_t columns = 2000;

std::string cutTo(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "\n…";
}

} // namespace

InstructionText::InstructionText(QWidget* parent)
    : QTextEdit(parent) {
    auto* document = new UntrustedDocument(this);
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    setDocument(document);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Instruction"));
    viewport()->setAutoFillBackground(false);
    document->setDefaultFont(proseFont());
}

void InstructionText::setUntrusted(const std::string& text) {
    const Repaired repaired = repairText(text);
    const std::string visible = showInvisible(repaired.text()).text;
    setPlainText(QString::fromStdString(hardWrap(cutTo(visible, mostBytes), columns).text));
    applyFormat();
}

void InstructionText::applyFormat() {
    document()->setDefaultFont(proseFont());
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(proseLineHeight(), QTextBlockFormat::FixedHeight);
    cursor.mergeBlockFormat(format);
}

int InstructionText::lineCount() const {
    (void)document()->size(); // lays it out
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    return lines;
}

void InstructionText::setShownLines(int lines, bool scrolls) {
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(lines * proseLineHeight());
    if (!scrolls)
        verticalScrollBar()->setValue(0);
}

void InstructionText::resizeEvent(QResizeEvent* event) {
    QTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        emit rewrapped();
}

void InstructionText::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        applyFormat();
        emit rewrapped();
    }
}

InstructionSection::InstructionSection(QWidget* parent)
    : QWidget(parent)
    , m_facts(new ElidedLabel({}, Colour::Dim, Size::Caption, Weight::Regular, this))
    , m_copy(new QToolButton(this))
    , m_text(new InstructionText(this))
    , m_more(new QPushButton(this))
    , m_turns(new QPushButton(this))
    , m_links(new QWidget(this)) {
    setInBar(m_copy);
    m_copy->setIcon(icon(Icon::Copy, Colour::Dim));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_copy->setToolTip(tr("Copy the instruction"));
    m_copy->setAccessibleName(m_copy->toolTip());
    setLinkLook(m_more);
    setLinkLook(m_turns);

    auto* header = new QHBoxLayout;
    header->setSpacing(scaled(8));
    header->addWidget(
        new TextLabel(tr("Instruction"), Colour::Dim, Size::Caption, Weight::Medium, this));
    header->addStretch(1);
    header->addWidget(m_facts);
    header->addWidget(m_copy);
    auto* links = new QHBoxLayout(m_links);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(scaled(16));
    links->addWidget(m_more);
    links->addWidget(m_turns);
    links->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(measure::dockPadding), scaled(4), scaled(8), scaled(8));
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(m_text);
    column->addWidget(m_links);

    connect(m_text, &InstructionText::rewrapped, this, &InstructionSection::fold);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        fold();
    });
    connect(m_turns, &QPushButton::clicked, this, [this] {
        m_whole = !m_whole;
        m_unfolded = m_whole;
        showText();
        emit wholeChanged(m_whole);
    });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(
            m_whole ? conversationText(m_battle) : instructionText(m_battle)));
    });
    clear();
}

void InstructionSection::showBattle(const Battle& battle) {
    m_battle = {};
    m_battle.instruction = battle.instruction;
    m_battle.setName = battle.setName;
    m_battle.turn = battle.turn;
    m_unfolded = false;
    m_whole = false;
    m_facts->setText(instructionFacts(m_battle));
    showText();
}

void InstructionSection::clear() {
    m_battle = {};
    m_facts->setText({});
    m_whole = false;
    m_text->setUntrusted({});
    m_copy->setEnabled(false);
    m_turns->hide();
    fold();
}

void InstructionSection::showText() {
    const bool known = m_battle.instruction.id.valid();
    m_copy->setEnabled(known);
    if (known)
        m_text->setUntrusted(m_whole ? conversationText(m_battle) : instructionText(m_battle));
    else
        m_text->setUntrusted(tr("This battle came as a row without texts.").toStdString());
    m_turns->setVisible(hasEarlierTurns(m_battle));
    const int earlier = m_battle.turn - 1;
    m_turns->setText(m_whole        ? tr("Hide the earlier turns")
                     : earlier == 1 ? tr("Show the earlier turn")
                                    : tr("Show the %1 earlier turns").arg(earlier));
    fold();
}

void InstructionSection::fold() {
    const int lines = m_text->lineCount();
    const bool foldable = lines >= worthFolding;
    const bool unfolded = m_unfolded || !foldable;
    m_text->setShownLines(unfolded ? std::min(lines, unfoldedLines) : foldedLines,
                          unfolded && lines > unfoldedLines);
    m_more->setVisible(foldable);
    m_more->setText(m_unfolded ? tr("Show less") : tr("… Show all %1 lines").arg(lines));
    m_links->setVisible(foldable || !m_turns->isHidden());
}

void InstructionSection::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).color(Colour::Base));
}

} // namespace agon::ui
