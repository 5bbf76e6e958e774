#include "ui/arena/styles_dialog.h"

#include "ui/arena/foreign_text.h"
#include "ui/arena/placeholder_highlighter.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int idRole = Qt::UserRole;

QString formWords(VerdictForm form) {
    switch (form) {
    case VerdictForm::AgonScores:
        return StylesDialog::tr("two scores, a line each");
    case VerdictForm::FastChatVerdict:
        return StylesDialog::tr("[[A]], [[B]] or [[C]]");
    case VerdictForm::FastChatScores:
        return StylesDialog::tr("[[8, 3]]: two scores");
    case VerdictForm::ArenaHardLabel:
        return StylesDialog::tr("[[A>>B]] … [[B>>A]]");
    case VerdictForm::Json:
        return StylesDialog::tr("a JSON object");
    }
    return {};
}

} // namespace

StylesDialog::StylesDialog(ArenaDesk& desk, BattleId battle, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_battle(battle) {
    setWindowTitle(tr("Judge prompts"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(scaled(16));
    columns->addWidget(list());
    columns->addWidget(editor(), 1);
    m_problem = new NoticeBar(this);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::ApplyRole);
    setPrimary(m_save);
    m_save->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Close);
    connect(m_save, &QPushButton::clicked, this, &StylesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &StylesDialog::reject);
    auto* rows = new QVBoxLayout(this);
    const int padding = scaled(measure::formPadding);
    rows->setContentsMargins(padding, padding, padding, padding);
    rows->setSpacing(scaled(12));
    rows->addLayout(columns, 1);
    rows->addWidget(m_problem);
    rows->addWidget(buttons);
    resize(QSize(scaled(1000), scaled(720)).boundedTo(screen()->availableSize() - QSize(60, 80)));
    connect(&desk.session(), &Session::closed, this, &QDialog::reject);
    load();
}

StylesDialog::~StylesDialog() = default;

QWidget* StylesDialog::list() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(8));
    m_list = new QListWidget(box);
    m_list->setAccessibleName(tr("Styles"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy = new QPushButton(icon(Icon::Copy), tr("Copy to edit"), box);
    m_copy->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this, &StylesDialog::copy);
    connect(m_list, &QListWidget::currentRowChanged, this, &StylesDialog::showStyle);
    column->addWidget(m_list, 1);
    column->addWidget(m_copy);
    box->setFixedWidth(scaled(280));
    return box;
}

QPlainTextEdit* StylesDialog::textEdit(const QString& name) {
    auto* edit = new QPlainTextEdit(this);
    edit->setAccessibleName(name);
    edit->setFont(codeFont(Size::Body));
    edit->setTabChangesFocus(true);
    return edit;
}

QWidget* StylesDialog::editor() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(8));
    auto* first = new QHBoxLayout;
    m_title = new QLineEdit(box);
    m_title->setAccessibleName(tr("Title"));
    m_part = new QComboBox(box);
    m_part->setAccessibleName(tr("Which text"));
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    first->addWidget(m_title, 1);
    first->addWidget(m_part);
    column->addLayout(first);
    m_facts = new TextLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, box);
    m_facts->setWordWrap(true);
    column->addWidget(m_facts);

    auto* texts = new QWidget(box);
    auto* rows = new QVBoxLayout(texts);
    rows->setContentsMargins(0, scaled(8), 0, 0);
    rows->setSpacing(scaled(4));
    m_system = textEdit(tr("System message"));
    m_user = textEdit(tr("User message"));
    new PlaceholderHighlighter(m_system->document());
    new PlaceholderHighlighter(m_user->document());
    const auto caption = [&](const QString& words) {
        rows->addWidget(new TextLabel(words, Colour::Dim, Size::Caption, Weight::Regular, texts));
    };
    caption(tr("System message"));
    rows->addWidget(m_system, 1);
    caption(tr("User message: {question}, {answer_a} and {answer_b} are filled in"));
    rows->addWidget(m_user, 2);
    m_first = textEdit(tr("Prompt, A first"));
    m_second = textEdit(tr("Prompt, B first"));
    m_first->setReadOnly(true);
    m_second->setReadOnly(true);
    m_tabs = new QTabWidget(box);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(texts, tr("Text"));
    const QString battle = m_battle.valid() ? tr("#%1, ").arg(m_battle.value) : QString();
    m_tabs->addTab(m_first, tr("Preview: %1A first").arg(battle));
    m_tabs->addTab(m_second, tr("Preview: %1B first").arg(battle));
    column->addWidget(m_tabs, 1);

    connect(m_part, &QComboBox::currentIndexChanged, this, &StylesDialog::showPart);
    connect(m_title, &QLineEdit::textEdited, this, &StylesDialog::edited);
    connect(m_system, &QPlainTextEdit::textChanged, this, &StylesDialog::edited);
    connect(m_user, &QPlainTextEdit::textChanged, this, &StylesDialog::edited);
    return box;
}

void StylesDialog::load() {
    m_desk.session().run<StyleShelf>(
        JobSpec{{}, false},
        [folder = m_desk.folder()](Workspace&, const JobContext&) -> Result<StyleShelf> {
            return readStyles(folder);
        },
        this, [this](Result<StyleShelf> shelf) { take(std::move(*shelf), {}); });
}

void StylesDialog::take(StyleShelf shelf, const std::string& chosen) {
    m_shelf = std::move(shelf);
    showList();
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole).toString().toStdString() == chosen)
            m_list->setCurrentRow(row);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    showStyle();
}

void StylesDialog::showList() {
    const QScopedValueRollback filling(m_filling, true);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const ShelvedStyle& shelved : m_shelf.styles) {
        const auto edit = m_edits.find(shelved.style.id);
        const std::string& title = edit == m_edits.end() ? shelved.style.title : edit->second.title;
        QString words = QString::fromStdString(title);
        if (edit != m_edits.end())
            words = tr("%1, not saved").arg(words);
        auto* item = new QListWidgetItem(icon(shelved.own ? Icon::Human : Icon::Lock, Colour::Dim),
                                         words, m_list);
        item->setData(idRole, QString::fromStdString(shelved.style.id));
        item->setToolTip(shelved.own ? tr("Yours") : tr("Built in"));
    }
    m_list->setCurrentRow(row);
}

ShelvedStyle* StylesDialog::current() {
    const int row = m_list->currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_shelf.styles.size()
               ? nullptr
               : &m_shelf.styles[static_cast<std::size_t>(row)];
}

PromptStyle StylesDialog::now() {
    const ShelvedStyle* shelved = current();
    if (!shelved)
        return {};
    const auto edit = m_edits.find(shelved->style.id);
    return edit == m_edits.end() ? shelved->style : edit->second;
}

PromptText* StylesDialog::textOf(PromptStyle& style, Part part) {
    if (part == Part::Single)
        return &style.single;
    std::optional<PromptText>* optional = partOf(style, part);
    return *optional ? &**optional : nullptr;
}

std::optional<PromptText>* StylesDialog::partOf(PromptStyle& style, Part part) {
    return part == Part::MultiTurn   ? &style.multiTurn
           : part == Part::Reference ? &style.reference
                                     : &style.referenceMultiTurn;
}

StylesDialog::Part StylesDialog::part() const {
    return static_cast<Part>(m_part->currentData().toInt());
}

void StylesDialog::showStyle() {
    if (m_filling)
        return;
    const ShelvedStyle* shelved = current();
    m_copy->setEnabled(shelved != nullptr);
    if (!shelved)
        return;
    PromptStyle style = now();
    const QScopedValueRollback filling(m_filling, true);
    m_title->setText(QString::fromStdString(style.title));
    QStringList facts{shelved->own ? tr("Yours") : tr("Built in, copy it to change it"),
                      tr("%1 version %2").arg(QString::fromStdString(style.id)).arg(style.version),
                      tr("ends with %1").arg(formWords(style.form))};
    if (!style.note.empty())
        facts.append(QString::fromStdString(style.note));
    m_facts->setText(facts.join(u"  ·  "_s));
    const QVariant before = m_part->currentData();
    m_part->clear();
    for (const auto& [part, words] :
         {std::pair(Part::Single, tr("One turn")), std::pair(Part::MultiTurn, tr("Several turns")),
          std::pair(Part::Reference, tr("With a reference")),
          std::pair(Part::ReferenceMultiTurn, tr("With references, several turns"))})
        if (textOf(style, part))
            m_part->addItem(words, static_cast<int>(part));
    m_part->setCurrentIndex(std::max(0, m_part->findData(before)));
    for (QPlainTextEdit* edit : {m_system, m_user})
        edit->setReadOnly(!shelved->own);
    m_title->setReadOnly(!shelved->own);
    showPart();
    check();
    preview();
}

void StylesDialog::showPart() {
    PromptStyle style = now();
    const PromptText* text = textOf(style, part());
    if (!text)
        return;
    const QScopedValueRollback filling(m_filling, true);
    m_system->setPlainText(QString::fromStdString(text->system));
    m_user->setPlainText(QString::fromStdString(text->user));
}

void StylesDialog::edited() {
    ShelvedStyle* shelved = current();
    if (m_filling || !shelved || !shelved->own)
        return;
    PromptStyle style = now();
    style.title = m_title->text().trimmed().toStdString();
    if (PromptText* text = textOf(style, part())) {
        text->system = m_system->toPlainText().toStdString();
        text->user = m_user->toPlainText().toStdString();
    }
    if (style == shelved->style)
        m_edits.erase(style.id);
    else
        m_edits.insert_or_assign(style.id, style);
    showList();
    check();
    preview();
}

void StylesDialog::check() {
    const ShelvedStyle* shelved = current();
    QString problem = shelved && shelved->own ? styleProblem(now()) : QString();
    m_save->setEnabled(shelved && m_edits.contains(shelved->style.id) && problem.isEmpty());
    if (problem.isEmpty() && !m_shelf.all.problems.empty())
        problem = QString::fromStdString(m_shelf.all.problems.front());
    if (!problem.isEmpty())
        problem[0] = problem[0].toUpper();
    m_problem->say(Tone::Danger, QString(), problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StylesDialog::preview() {
    const auto say = [this](const QString& first, const QString& second) {
        m_first->setPlainText(first);
        m_second->setPlainText(second);
    };
    if (!m_battle.valid()) {
        const QString none = tr("Open a battle to see it as the judge reads it.");
        say(none, none);
        return;
    }
    m_previewing.run<StylePreview>(
        m_desk.session(), JobSpec{{}, false},
        [style = now(), battle = m_battle](Workspace& workspace,
                                           const JobContext& context) -> Result<StylePreview> {
            const Battle read = TRY(workspace.read<Battle>(
                [battle](Reader& reader) { return reader.battle(battle); }, context.stop));
            return previewOf(style, read);
        },
        this,
        [say](Result<StylePreview> preview) {
            if (preview)
                say(foreignText(preview->first), foreignText(preview->second));
            else if (preview.error().code != ErrorCode::Cancelled)
                say(QString::fromStdString(preview.error().text()),
                    QString::fromStdString(preview.error().text()));
        });
}

void StylesDialog::copy() {
    const PromptStyle copied = copyOf(now(), m_shelf.styles);
    m_shelf.styles.push_back({copied, true});
    m_edits.insert_or_assign(copied.id, copied);
    showList();
    m_list->setCurrentRow(m_list->count() - 1);
    showStyle();
    m_title->setFocus();
    m_title->selectAll();
}

void StylesDialog::save() {
    const ShelvedStyle* shelved = current();
    if (!shelved)
        return;
    m_save->setEnabled(false);
    const bool known = m_shelf.all.find(shelved->style.id) != nullptr;
    m_desk.session().run<StyleShelf>(
        JobSpec{{}, false},
        [folder = m_desk.folder(), style = now(), before = shelved->style,
         known](Workspace&, const JobContext&) {
            return saveStyle(folder, style, known ? &before : nullptr);
        },
        this,
        [this, id = shelved->style.id](Result<StyleShelf> shelf) {
            if (!shelf) {
                m_problem->say(Tone::Danger, tr("Not saved."),
                               QString::fromStdString(shelf.error().text()));
                m_problem->show();
                m_save->setEnabled(true);
                return;
            }
            m_edits.erase(id);
            for (const auto& [other, style] : m_edits) // copies that were never saved
                if (!shelf->all.find(other))
                    shelf->styles.push_back({style, true});
            if (m_desk.services())
                m_desk.takeStyles(shelf->all);
            take(std::move(*shelf), id);
        });
}

void StylesDialog::reject() {
    if (m_edits.empty() || !m_desk.session().isOpen()) {
        QDialog::reject();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Judge prompts"),
                                tr("Some prompts are not saved."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* back = box->addButton(tr("Go back"), QMessageBox::RejectRole);
    QPushButton* drop = box->addButton(tr("Discard them"), QMessageBox::DestructiveRole);
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    connect(drop, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

} // namespace agon::ui
