#include "ui/models/model_form.h"

#include "ui/models/captioned_edit.h"
#include "ui/models/flow_row.h"
#include "ui/models/form_rows.h"
#include "ui/models/model_words.h"
#include "ui/theme/font.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

// As the segments stand.
constexpr std::array kinds{ModelKind::Endpoint, ModelKind::Server, ModelKind::Recorded,
                           ModelKind::Simulated};
constexpr std::array roles{Role::Target, Role::Rival, Role::Judge, Role::Base, Role::HeldOut};
constexpr int digits = 10; // of a price or a strength, as many as were typed

int keyOf(ModelField field) {
    return static_cast<int>(field);
}

constexpr int fewestAddresses = 2; // lines of the field
constexpr int mostAddresses = 6;

// Room for so many lines and the frame.
void fitLines(QPlainTextEdit& edit, int count) {
    edit.setFixedHeight(QFontMetrics(edit.font()).lineSpacing() * count + scaled(16));
}

QPlainTextEdit* lines(int count, const QFont& font, QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setFont(font);
    edit->setTabChangesFocus(true);
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    edit->document()->setDocumentMargin(scaled(5));
    fitLines(*edit, count);
    return edit;
}

// A text only follows when it says something else: a blank that is being typed stays.
void putText(QLineEdit& line, const QString& wanted) {
    if (line.text().trimmed() == wanted)
        return;
    line.setText(wanted);
    line.setCursorPosition(0);
}

void putText(QPlainTextEdit& edit, const QString& wanted) {
    if (edit.toPlainText().trimmed() != wanted)
        edit.setPlainText(wanted);
}

} // namespace

ModelForm::ModelForm(ModelEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_rows(new FormRows(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    column->addStretch(1);
    addIdentity();
    addAddress();
    addPlace();
    addFigures();
    connect(&editor, &ModelEditor::shown, this, &ModelForm::showAll);
    connect(&editor, &ModelEditor::edited, this, [this] {
        showFields();
        showState();
    });
    showAll();
}

QWidget* ModelForm::field(ModelField field) const {
    return m_fields.at(field);
}

void ModelForm::focusName() {
    m_fields.at(ModelField::Name)->setFocus(Qt::OtherFocusReason);
}

QLineEdit* ModelForm::addLine(ModelField field, const QString& label, const QString& hint) {
    auto* line = new QLineEdit(m_rows);
    line->setAccessibleName(label);
    m_rows->addRow(keyOf(field), label, line, line, hint);
    bindLine(field, line);
    return line;
}

void ModelForm::bindLine(ModelField field, QLineEdit* line) {
    m_fields[field] = line;
    connect(line, &QLineEdit::textChanged, this, [this, field](const QString& text) {
        if (!m_showing)
            m_editor.setText(field, text);
    });
}

void ModelForm::addIdentity() {
    addLine(ModelField::Name, tr("Name"))->setMaxLength(500);
    QStringList titles;
    for (const ModelKind kind : kinds)
        titles << kindTitle(kind);
    m_kind = new SegmentedControl(titles, m_rows);
    m_kind->setAccessibleName(tr("Kind"));
    auto* holder = new QWidget(m_rows);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind);
    row->addStretch(1);
    m_rows->addRow(keyOf(ModelField::Kind), tr("Kind"), holder, m_kind);
    m_fields[ModelField::Kind] = m_kind;
    connect(m_kind, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_showing)
            m_editor.setKind(kinds.at(static_cast<std::size_t>(index)));
    });
}

void ModelForm::addAddress() {
    m_urls = lines(fewestAddresses, codeFont(), m_rows);
    m_urls->setAccessibleName(tr("Base URL"));
    m_urls->setPlaceholderText(u"https://llm.example.org/v1"_s);
    m_rows->addRow(keyOf(ModelField::BaseUrls), tr("Base URL"), m_urls, m_urls,
                   tr("One a line; several are replicas of the same model"));
    m_fields[ModelField::BaseUrls] = m_urls;
    connect(m_urls, &QPlainTextEdit::textChanged, this, [this] {
        fitLines(*m_urls, std::clamp(m_urls->blockCount(), fewestAddresses, mostAddresses));
        if (!m_showing)
            m_editor.setBaseUrls(m_urls->toPlainText());
    });
    addLine(ModelField::ApiModel, tr("Model"))
        ->setPlaceholderText(tr("the name that the server knows"));
    addLine(ModelField::Provider, tr("Provider"))->setPlaceholderText(u"openai"_s);
    QLineEdit* key =
        addLine(ModelField::KeyVariable, tr("API key"),
                tr("The name of an environment variable that holds it. The key itself is never "
                   "kept in the workspace"));
    key->setFont(codeFont());
    key->setPlaceholderText(u"AGON_API_KEY"_s);
    key->addAction(icon(Icon::Lock, Colour::Dim), QLineEdit::LeadingPosition);
}

void ModelForm::addPlace() {
    auto* boxes = new FlowRow(m_rows);
    for (const Role role : roles) {
        auto* box = new QCheckBox(roleTitle(role), boxes);
        box->setAccessibleName(tr("Role: %1").arg(roleTitle(role)));
        boxes->add(box);
        connect(box, &QCheckBox::toggled, this, [this, role](bool on) {
            if (!m_showing)
                m_editor.setRole(role, on);
        });
        m_roles[role] = box;
    }
    m_rows->addRow(keyOf(ModelField::Roles), tr("Roles"), boxes, m_roles.at(Role::Target));
    m_fields[ModelField::Roles] = m_roles.at(Role::Target);

    m_parent = new QComboBox(m_rows);
    m_parent->setAccessibleName(tr("Trained from"));
    m_parent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parent->setMinimumContentsLength(8);
    m_parent->setMaxVisibleItems(16);
    m_rows->addRow(keyOf(ModelField::Parent), tr("Trained from"), m_parent, m_parent);
    m_fields[ModelField::Parent] = m_parent;
    connect(m_parent, &QComboBox::activated, this,
            [this] { m_editor.setParentModel(ModelId{m_parent->currentData().toLongLong()}); });
    addLine(ModelField::Family, tr("Family"),
            tr("Tells whether a judge prefers its own family, such as llama"));
}

void ModelForm::addFigures() {
    auto* prices = new QWidget(m_rows);
    auto* row = new QHBoxLayout(prices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    auto* in = new CaptionedEdit(tr("in"), prices);
    auto* out = new CaptionedEdit(tr("out"), prices);
    in->setAccessibleName(tr("Dollars per million tokens in"));
    out->setAccessibleName(tr("Dollars per million tokens out"));
    row->addWidget(in);
    row->addWidget(out);
    row->addStretch(1);
    m_rows->addRow(keyOf(ModelField::PriceIn), tr("Price, $ per million"), prices, in);
    bindLine(ModelField::PriceIn, in);
    bindLine(ModelField::PriceOut, out);

    auto* holder = new QWidget(m_rows);
    auto* line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    auto* strength = new CaptionedEdit(tr("Elo"), holder);
    strength->setAccessibleName(tr("True strength, Elo"));
    line->addWidget(strength);
    line->addStretch(1);
    m_rows->addRow(keyOf(ModelField::Strength), tr("True strength"), holder, strength,
                   tr("What the simulator was told; ratings are measured against it"));
    bindLine(ModelField::Strength, strength);

    m_note = lines(3, proseFont(Size::Body), m_rows);
    m_note->setAccessibleName(tr("Note"));
    m_rows->addRow(keyOf(ModelField::Note), tr("Note"), m_note, m_note);
    m_fields[ModelField::Note] = m_note;
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_editor.setText(ModelField::Note, m_note->toPlainText());
    });
}

void ModelForm::showAll() {
    if (!m_editor.hasModel())
        return;
    showFields();
    showParents();
    showState();
}

void ModelForm::showFields() {
    if (!m_editor.hasModel())
        return;
    const ModelDraft& draft = m_editor.draft();
    const Model& model = draft.model;
    const QScopedValueRollback showing(m_showing, true);
    const auto line = [&](ModelField field) -> QLineEdit& {
        return *static_cast<QLineEdit*>(m_fields.at(field));
    };
    const auto number = [&](ModelField field, const std::optional<double>& value) {
        const auto typed = draft.unreadable.find(field);
        if (typed != draft.unreadable.end()) {
            putText(line(field), typed->second);
            return;
        }
        bool same = false; // "0." is being typed, and is 0
        const double shown = QLocale::c().toDouble(line(field).text().trimmed(), &same);
        if (!same || shown != value)
            putText(line(field), value ? QString::number(*value, 'g', digits) : QString());
    };
    putText(line(ModelField::Name), QString::fromStdString(model.name));
    putText(line(ModelField::ApiModel), QString::fromStdString(model.apiModel));
    putText(line(ModelField::Provider), QString::fromStdString(model.provider));
    putText(line(ModelField::KeyVariable), QString::fromStdString(model.keyVariable));
    putText(line(ModelField::Family), QString::fromStdString(model.family));
    number(ModelField::PriceIn, model.priceIn);
    number(ModelField::PriceOut, model.priceOut);
    number(ModelField::Strength, model.strength);
    QStringList urls;
    for (const std::string& url : model.baseUrls)
        urls << QString::fromStdString(url);
    putText(*m_urls, urls.join(u'\n'));
    putText(*m_note, QString::fromStdString(model.note));
    m_kind->setCurrent(static_cast<int>(std::ranges::find(kinds, model.kind) - kinds.begin()));
    for (const auto& [role, box] : m_roles)
        box->setChecked(model.roles.has(role));
}

void ModelForm::showParents() {
    if (m_parent->view()->isVisible())
        return; // somebody is choosing
    const std::vector<Model>& models = m_editor.registry().models();
    const Model& model = m_editor.draft().model;
    std::vector<ModelId> possible = possibleParents(models, model.id);
    // What the file says is shown even where it cannot be.
    if (model.parent.valid() && std::ranges::find(possible, model.parent) == possible.end())
        possible.push_back(model.parent);
    const QSignalBlocker quiet(m_parent);
    m_parent->clear();
    m_parent->addItem(tr("none"), qint64{0});
    for (const ModelId id : possible)
        if (const Model* known = m_editor.registry().find(id))
            m_parent->addItem(shownName(known->name), qint64{id.value});
    m_parent->setCurrentIndex(std::max(0, m_parent->findData(qint64{model.parent.value})));
}

void ModelForm::showState() {
    if (!m_editor.hasModel())
        return;
    const ModelKind kind = m_editor.draft().model.kind;
    for (const ModelField field : allModelFields())
        if (field != ModelField::PriceOut) // shares the row of the other price
            m_rows->setRowShown(keyOf(field), applies(field, kind));
    std::map<ModelField, QString> wrong;
    for (const FieldProblem& problem : m_editor.problems())
        wrong[problem.field == ModelField::PriceOut ? ModelField::PriceIn : problem.field] =
            problem.message;
    for (const ModelField field : allModelFields())
        if (field != ModelField::PriceOut)
            m_rows->setProblem(keyOf(field), wrong[field]);

    const bool writable = !m_editor.isReadOnly();
    for (const auto& [field, widget] : m_fields)
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            line->setReadOnly(!writable);
    m_urls->setReadOnly(!writable);
    m_note->setReadOnly(!writable);
    m_parent->setEnabled(writable);
    m_kind->setEnabled(writable);
    for (const auto& [role, box] : m_roles)
        box->setEnabled(writable);
}

} // namespace agon::ui
