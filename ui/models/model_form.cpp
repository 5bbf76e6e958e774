#include "ui/models/model_form.h"

#include "ui/models/captioned_edit.h"
#include "ui/models/flow_row.h"
#include "ui/models/fold_header.h"
#include "ui/models/form_fields.h"
#include "ui/models/form_rows.h"
#include "ui/models/model_words.h"
#include "ui/models/provider_combo.h"
#include "ui/models/served_models.h"
#include "ui/theme/font.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;
using enum ModelField;

// As the segments stand.
constexpr std::array kinds{ModelKind::Endpoint, ModelKind::Server, ModelKind::Recorded,
                           ModelKind::Simulated};
constexpr std::array roles{Role::Target, Role::Rival, Role::Judge, Role::Base, Role::HeldOut};
constexpr std::array advanced{Stop,          TokensPerMinute, Retries,   ConnectTime,
                              FirstByteTime, IdleTime,        TotalTime, InsecureTls};
constexpr int advancedRow = 1000;  // no field's key
constexpr int fewestAddresses = 1; // lines of the field
constexpr int mostAddresses = 6;

int keyOf(ModelField field) {
    return static_cast<int>(field);
}

bool isAdvanced(ModelField field) {
    return std::ranges::find(advanced, field) != advanced.end();
}

int advancedSet(const Model& model) {
    return static_cast<int>(std::ranges::count_if(
        advanced, [&](ModelField field) { return !sameField(model, Model{}, field); }));
}

} // namespace

ModelForm::ModelForm(ModelEditor& editor, ArenaDesk& arena, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_arena(arena)
    , m_key(arena)
    , m_insecure(new NoticeBar)
    , m_rows(new FormRows(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_insecure);
    column->addWidget(m_rows);
    column->addStretch(1);
    m_insecure->say(Tone::Danger, tr("The certificate is not checked."),
                    tr("Anybody on the way can read the key and all texts, and answer instead of "
                       "the server. Keep this for a server of your own that you test."));
    m_insecure->setLink(tr("Check it"));
    m_insecure->hide();
    connect(m_insecure, &NoticeBar::linkActivated, this, [this] {
        if (!m_editor.isReadOnly())
            m_editor.setInsecureTls(false);
    });
    addIdentity();
    addAddress();
    addKey();
    addPlace();
    addFigures();
    addRest();
    addAdvanced();
    connect(&editor, &ModelEditor::shown, this, &ModelForm::showAll);
    connect(&editor, &ModelEditor::edited, this, [this] {
        showFields();
        showState();
    });
    connect(&m_key, &KeyPresence::known, this, &ModelForm::showKey);
    connect(&arena, &ArenaDesk::changed, this, &ModelForm::showAll);
    showAll();
}

QWidget* ModelForm::field(ModelField field) const {
    return m_fields.at(field);
}

int ModelForm::rowOf(ModelField field) const {
    const auto shared = m_sharing.find(field);
    return keyOf(shared == m_sharing.end() ? field : shared->second);
}

void ModelForm::focusName() {
    m_fields.at(Name)->setFocus(Qt::OtherFocusReason);
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

// Several numbers in one row: the first gives it its key.
void ModelForm::addNumbers(const QString& label, const std::vector<ModelField>& fields,
                           const QString& hint) {
    auto* row = new FlowRow(m_rows);
    for (const ModelField field : fields) {
        auto* edit = new CaptionedEdit(numberCaption(field), row);
        edit->setAccessibleName(numberTitle(field));
        edit->setToolTip(numberTitle(field));
        if (const auto usual = rangeOf(field).usual)
            edit->setPlaceholderText(QString::number(*usual));
        row->add(edit);
        bindLine(field, edit);
        if (field != fields.front())
            m_sharing[field] = fields.front();
    }
    m_rows->addRow(keyOf(fields.front()), label, row, m_fields.at(fields.front()), hint);
}

void ModelForm::addIdentity() {
    addLine(Name, tr("Name"))->setMaxLength(500);
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
    m_rows->addRow(keyOf(Kind), tr("Kind"), holder, m_kind);
    m_fields[Kind] = m_kind;
    connect(m_kind, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_showing)
            m_editor.setKind(kinds.at(static_cast<std::size_t>(index)));
    });
}

void ModelForm::addAddress() {
    m_urls = linesField(fewestAddresses, codeFont(), m_rows);
    m_urls->setAccessibleName(tr("Base URL"));
    m_rows->addRow(keyOf(BaseUrls), tr("Base URL"), m_urls, m_urls,
                   tr("One a line; several are replicas of the same model"));
    m_fields[BaseUrls] = m_urls;
    connect(m_urls, &QPlainTextEdit::textChanged, this, [this] {
        fitLines(*m_urls, std::clamp(m_urls->blockCount(), fewestAddresses, mostAddresses));
        if (!m_showing)
            m_editor.setBaseUrls(m_urls->toPlainText());
    });
    m_provider = new ProviderCombo(m_rows);
    m_rows->addRow(keyOf(Provider), tr("Provider"), m_provider, m_provider);
    m_fields[Provider] = m_provider;
    connect(m_provider, &ProviderCombo::providerChosen, this,
            [this] { m_editor.setText(Provider, QString::fromStdString(m_provider->provider())); });
    QLineEdit* name = addLine(ApiModel, tr("Model"));
    name->setPlaceholderText(tr("the name that the server knows"));
    auto* completer = new QCompleter(new QStringListModel(name), name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    name->setCompleter(completer);
}

void ModelForm::addKey() {
    auto* holder = new QWidget(m_rows);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    auto* key = new QLineEdit(holder);
    key->setAccessibleName(tr("API key"));
    key->setFont(codeFont());
    key->addAction(icon(Icon::Lock, Colour::Dim), QLineEdit::LeadingPosition);
    m_keyState = new LabelChip({}, Tone::Good, {}, holder);
    row->addWidget(key, 1);
    row->addWidget(m_keyState);
    m_rows->addRow(keyOf(KeyVariable), tr("API key"), holder, key);
    bindLine(KeyVariable, key);
}

void ModelForm::offerModels(const std::vector<std::string>& names) {
    QStringList shown;
    for (const std::string& name : names)
        if (isUsableName(name))
            shown << QString::fromStdString(name);
    auto* line = static_cast<QLineEdit*>(m_fields.at(ApiModel));
    static_cast<QStringListModel*>(line->completer()->model())->setStringList(shown);
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
    m_rows->addRow(keyOf(Roles), tr("Roles"), boxes, m_roles.at(Role::Target));
    m_fields[Roles] = m_roles.at(Role::Target);
}

void ModelForm::addFigures() {
    addNumbers(tr("Sampling"), {Temperature, TopP, MaxTokens},
               tr("An empty temperature or top-p is left to the server"));
    addNumbers(tr("Price, $ per million"), {PriceIn, PriceOut, PriceCached});
    addNumbers(tr("Limits"), {AtOnce, RequestsPerMinute});
    addNumbers(tr("True strength"), {Strength},
               tr("What the simulator was told; ratings are measured against it"));
}

void ModelForm::addRest() {
    m_parent = new QComboBox(m_rows);
    m_parent->setAccessibleName(tr("Trained from"));
    m_parent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parent->setMinimumContentsLength(8);
    m_parent->setMaxVisibleItems(16);
    m_rows->addRow(keyOf(Parent), tr("Trained from"), m_parent, m_parent);
    m_fields[Parent] = m_parent;
    connect(m_parent, &QComboBox::activated, this,
            [this] { m_editor.setParentModel(ModelId{m_parent->currentData().toLongLong()}); });
    addLine(Family, tr("Family"),
            tr("Tells whether a judge prefers its own family, such as llama"));
    m_note = linesField(2, proseFont(Size::Body), m_rows);
    m_note->setAccessibleName(tr("Note"));
    m_rows->addRow(keyOf(Note), tr("Note"), m_note, m_note);
    m_fields[Note] = m_note;
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_editor.setText(Note, m_note->toPlainText());
    });
}

void ModelForm::addAdvanced() {
    m_advanced = new FoldHeader(tr("Advanced"), m_rows);
    m_rows->addWide(advancedRow, m_advanced);
    connect(m_advanced, &FoldHeader::toggled, this, &ModelForm::showRows);
    m_stop = linesField(2, codeFont(), m_rows);
    m_stop->setAccessibleName(tr("Stop at"));
    m_rows->addRow(keyOf(Stop), tr("Stop at"), m_stop, m_stop,
                   tr("Texts that end an answer, one a line; \\n is a line break"));
    m_fields[Stop] = m_stop;
    connect(m_stop, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_editor.setText(Stop, m_stop->toPlainText());
    });
    addNumbers(tr("More limits"), {TokensPerMinute, Retries});
    addNumbers(tr("Time limits, s"), {ConnectTime, FirstByteTime, IdleTime, TotalTime});
    m_tls = new QCheckBox(tr("Do not check the server's certificate"), m_rows);
    m_tls->setAccessibleName(m_tls->text());
    m_rows->addRow(keyOf(InsecureTls), tr("Insecure"), m_tls, m_tls);
    m_fields[InsecureTls] = m_tls;
    connect(m_tls, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing)
            m_editor.setInsecureTls(on);
    });
}

void ModelForm::showAll() {
    if (!m_editor.hasModel())
        return;
    if (const ArenaServices* services = m_arena.services())
        m_provider->setProfiles(services->resources.profiles);
    const ModelDraft& draft = m_editor.draft();
    if (std::exchange(m_of, draft.base.id.value) != draft.base.id.value) {
        m_advanced->setOpen(advancedSet(draft.model) > 0);
        offerModels({}); // of another server
    }
    showFields();
    showParents();
    showState();
}

void ModelForm::showNumber(ModelField field) {
    constexpr int digits = 10; // as many as were typed
    auto& line = static_cast<QLineEdit&>(*m_fields.at(field));
    const ModelDraft& draft = m_editor.draft();
    const auto typed = draft.unreadable.find(field);
    if (typed != draft.unreadable.end())
        return putText(line, typed->second);
    const std::optional<double> usual = rangeOf(field).usual;
    const std::optional<double> value = numberOf(draft.model, field);
    const QString text = line.text().trimmed();
    bool same = false; // "0." is being typed, and is 0
    const double shown = QLocale::c().toDouble(text, &same);
    if (text.isEmpty() ? value == usual : same && shown == value)
        return;
    putText(line, value && value != usual ? QString::number(*value, 'g', digits) : QString());
}

void ModelForm::showFields() {
    if (!m_editor.hasModel())
        return;
    const Model& model = m_editor.draft().model;
    const QScopedValueRollback showing(m_showing, true);
    const auto line = [&](ModelField field, const std::string& text) {
        putText(static_cast<QLineEdit&>(*m_fields.at(field)), QString::fromStdString(text));
    };
    line(Name, model.name);
    line(ApiModel, model.apiModel);
    line(KeyVariable, model.keyVariable);
    line(Family, model.family);
    for (const ModelField field : allModelFields())
        if (isNumber(field))
            showNumber(field);
    QStringList urls;
    for (const std::string& url : model.baseUrls)
        urls << QString::fromStdString(url);
    putText(*m_urls, urls.join(u'\n'));
    putText(*m_note, QString::fromStdString(model.note));
    Model typed; // blank lines are no texts, but may be being typed
    setStopLines(typed, m_stop->toPlainText());
    if (!sameField(typed, model, Stop))
        m_stop->setPlainText(stopLines(model));
    m_tls->setChecked(insecureTls(model));
    m_kind->setCurrent(static_cast<int>(std::ranges::find(kinds, model.kind) - kinds.begin()));
    for (const auto& [role, box] : m_roles)
        box->setChecked(model.roles.has(role));
    showProvider();
    m_key.ask(QString::fromStdString(model.keyVariable));
}

void ModelForm::showProvider() {
    const Model& model = m_editor.draft().model;
    m_provider->setAddress(model.baseUrls.empty() ? std::string() : model.baseUrls.front());
    m_provider->setProvider(model.provider);
    const auto profile = m_provider->profile();
    m_rows->setHint(keyOf(Provider), profile ? QString::fromStdString(profile->note) : QString());
    const auto usual = [](const std::string& text, const QString& otherwise) {
        return text.empty() ? otherwise : QString::fromStdString(text);
    };
    m_urls->setPlaceholderText(
        usual(profile ? profile->baseUrl : std::string(), u"https://llm.example.org/v1"_s));
    static_cast<QLineEdit*>(m_fields.at(KeyVariable))
        ->setPlaceholderText(
            usual(profile ? profile->keyVariable : std::string(), u"AGON_API_KEY"_s));
}

void ModelForm::showKey() {
    const std::optional<bool> there = m_key.isThere();
    m_keyState->setVisible(there.has_value());
    if (there) {
        m_keyState->setTone(*there ? Tone::Good : Tone::Warning);
        m_keyState->setIcon(*there ? Icon::Check : Icon::Remark);
        m_keyState->setText(*there ? tr("set") : tr("not set"));
    }
    QString hint = tr("The name of an environment variable; the key itself is never kept");
    if (there)
        hint = *there ? tr("The variable is set on this machine; the key itself is never kept")
                      : tr("The variable is not set here: set it, and start Agon again");
    m_rows->setHint(keyOf(KeyVariable), hint);
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

void ModelForm::showRows() {
    if (!m_editor.hasModel())
        return;
    const Model& model = m_editor.draft().model;
    for (const ModelField field : allModelFields())
        if (!m_sharing.contains(field))
            m_rows->setRowShown(keyOf(field), applies(field, model.kind) &&
                                                  (!isAdvanced(field) || m_advanced->isOpen()));
    const bool called = isCalled(model.kind);
    m_rows->setRowShown(advancedRow, called);
    const int set = advancedSet(model);
    m_advanced->setNote(set > 0 ? tr("%1 set").arg(set)
                                : tr("stop texts, more limits, certificates"));
    m_insecure->setVisible(called && insecureTls(model));
}

void ModelForm::showProblems() {
    std::map<int, QString> wrong;
    for (const FieldProblem& problem : m_editor.problems()) {
        QString& text = wrong[rowOf(problem.field)];
        if (!text.isEmpty())
            continue; // one at a time
        text = isNumber(problem.field)
                   ? tr("%1: %2").arg(numberTitle(problem.field), problem.message)
                   : problem.message;
        if (isAdvanced(problem.field))
            m_advanced->setOpen(true);
    }
    for (const ModelField field : allModelFields())
        if (!m_sharing.contains(field))
            m_rows->setProblem(keyOf(field), wrong[keyOf(field)]);
}

void ModelForm::showState() {
    if (!m_editor.hasModel())
        return;
    showProblems();
    showRows();
    const bool writable = !m_editor.isReadOnly();
    for (const auto& [field, widget] : m_fields)
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            line->setReadOnly(!writable);
    for (QPlainTextEdit* edit : {m_urls, m_note, m_stop})
        edit->setReadOnly(!writable);
    for (QWidget* chooser : {static_cast<QWidget*>(m_parent), static_cast<QWidget*>(m_kind),
                             static_cast<QWidget*>(m_provider), static_cast<QWidget*>(m_tls)})
        chooser->setEnabled(writable);
    for (const auto& [role, box] : m_roles)
        box->setEnabled(writable);
}

} // namespace agon::ui
