#include "ui/models/endpoint_wizard.h"

#include "ui/models/form_rows.h"
#include "ui/models/model_draft.h"
#include "ui/models/provider_combo.h"
#include "ui/models/served_list.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

// The draft of one model with this address: the editor's own checks are asked about it.
ModelDraft draftOf(const ServedBy& server) {
    ModelDraft out;
    out.model.name.assign(1, char{120}); // "x"; GCC 12 warns falsely of assigning the literal
    out.model.kind = ModelKind::Endpoint;
    out.model.baseUrls = {server.baseUrl};
    out.model.keyVariable = server.keyVariable;
    return out;
}

} // namespace

EndpointWizard::EndpointWizard(ArenaDesk& arena, ModelRegistry& registry, QWidget* parent)
    : QDialog(parent)
    , m_arena(arena)
    , m_registry(registry)
    , m_search(arena)
    , m_presence(arena)
    , m_rows(new FormRows(this))
    , m_notice(new NoticeBar)
    , m_models(new ServedList) {
    setWindowTitle(tr("Add models from an endpoint"));
    resize(scaled(620), scaled(680));
    buildForm();
    auto* buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add models"), QDialogButtonBox::AcceptRole);
    m_add->setAutoDefault(false);
    setPrimary(m_add);
    buttons->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);

    auto* column = new QVBoxLayout(this);
    const int edge = scaled(measure::formPadding);
    column->setContentsMargins(0, 0, 0, edge);
    column->setSpacing(scaled(8));
    column->addWidget(m_rows);
    column->addWidget(m_notice);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(edge, 0, edge, 0);
    below->setSpacing(scaled(12));
    below->addWidget(m_models, 1);
    below->addWidget(roles());
    below->addWidget(buttons);
    column->addLayout(below, 1);
    m_notice->hide();

    connect(buttons, &QDialogButtonBox::accepted, this, &EndpointWizard::addChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_search, &EndpointSearch::found, this, &EndpointWizard::showFound);
    connect(&m_search, &EndpointSearch::failed, this, [this](const QString& why) {
        const QString sentence = why.endsWith(u'.') ? why.chopped(1) : why;
        m_notice->say(Tone::Danger, tr("No list."),
                      tr("%1. The name of a model can also be typed below.").arg(sentence));
        m_notice->show();
        showState();
    });
    connect(m_models, &ServedList::changed, this, &EndpointWizard::showState);
    connect(&m_presence, &KeyPresence::known, this, &EndpointWizard::showKey);
    connect(&arena, &ArenaDesk::changed, this, &EndpointWizard::follow);
    connect(&arena.session(), &Session::closed, this, &QDialog::reject);
    connect(this, &QDialog::finished, &m_search, &EndpointSearch::cancel);
    follow();
    m_address->setFocus();
}

void EndpointWizard::buildForm() {
    auto* first = new QWidget(m_rows);
    auto* row = new QHBoxLayout(first);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    m_address = new QLineEdit(first);
    m_address->setFont(codeFont());
    m_address->setAccessibleName(tr("Base URL"));
    m_address->setPlaceholderText(u"https://llm.example.org/v1"_s);
    m_list = new QPushButton(tr("List models"), first);
    m_list->setAccessibleName(m_list->text());
    m_list->setDefault(true); // Enter in the address
    row->addWidget(m_address, 1);
    row->addWidget(m_list);
    m_rows->addRow(Address, tr("Base URL"), first, m_address,
                   tr("Of anything that speaks as OpenAI or Anthropic do; it mostly ends in /v1"));
    m_provider = new ProviderCombo(m_rows);
    m_rows->addRow(Provider, tr("Provider"), m_provider, m_provider);
    auto* keys = new QWidget(m_rows);
    auto* keyRow = new QHBoxLayout(keys);
    keyRow->setContentsMargins(0, 0, 0, 0);
    keyRow->setSpacing(scaled(8));
    m_key = new QLineEdit(keys);
    m_key->setFont(codeFont());
    m_key->setAccessibleName(tr("API key"));
    m_key->setPlaceholderText(tr("none"));
    m_key->addAction(icon(Icon::Lock, Colour::Dim), QLineEdit::LeadingPosition);
    m_keyState = new LabelChip({}, Tone::Good, {}, keys);
    m_keyState->hide();
    keyRow->addWidget(m_key, 1);
    keyRow->addWidget(m_keyState);
    m_rows->addRow(Key, tr("API key"), keys, m_key,
                   tr("The name of an environment variable that holds it; never the key itself"));

    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_search.cancel();
        m_notice->hide();
        m_models->clearNames(); // of another server
        follow();
    });
    connect(m_provider, &ProviderCombo::providerChosen, this, &EndpointWizard::follow);
    connect(m_key, &QLineEdit::textEdited, this, [this] { m_keyTyped = true; });
    connect(m_key, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_presence.ask(text.trimmed());
        showProblems();
        showState();
    });
    connect(m_list, &QPushButton::clicked, this, &EndpointWizard::startList);
}

QWidget* EndpointWizard::roles() {
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(16));
    row->addWidget(new TextLabel(tr("They"), Colour::Dim, Size::Body, Weight::Regular, holder));
    m_fighter = new QCheckBox(tr("Fight as rivals"), holder);
    m_judge = new QCheckBox(tr("Judge"), holder);
    m_fighter->setAccessibleName(tr("They fight as rivals"));
    m_judge->setAccessibleName(tr("They judge"));
    m_fighter->setChecked(true);
    row->addWidget(m_fighter);
    row->addWidget(m_judge);
    row->addStretch(1);
    return holder;
}

ServedBy EndpointWizard::server() const {
    ServedBy out;
    out.baseUrl = baseUrlFrom(m_address->text().toStdString());
    const auto profile = m_provider->profile();
    out.provider = profile ? profile->id : m_provider->provider();
    out.keyVariable = m_key->text().trimmed().toStdString();
    if (m_fighter->isChecked())
        out.roles.add(Role::Rival);
    if (m_judge->isChecked())
        out.roles.add(Role::Judge);
    return out;
}

bool EndpointWizard::showProblems() {
    QString address;
    QString key;
    const ServedBy by = server();
    if (!by.baseUrl.empty())
        for (const FieldProblem& problem : problemsOf(draftOf(by), {})) {
            if (problem.field == ModelField::BaseUrls)
                address = problem.message;
            else if (problem.field == ModelField::KeyVariable)
                key = problem.message;
        }
    m_rows->setProblem(Address, address);
    m_rows->setProblem(Key, key);
    return !by.baseUrl.empty() && address.isEmpty() && key.isEmpty();
}

void EndpointWizard::follow() {
    if (const ArenaServices* services = m_arena.services())
        m_provider->setProfiles(services->resources.profiles);
    m_provider->setAddress(baseUrlFrom(m_address->text().toStdString()));
    const auto profile = m_provider->profile();
    m_rows->setHint(Provider, profile ? QString::fromStdString(profile->note) : QString());
    if (profile && !m_keyTyped)
        m_key->setText(QString::fromStdString(profile->keyVariable));
    showProblems();
    showState();
}

void EndpointWizard::showKey() {
    const std::optional<bool> there = m_presence.isThere();
    m_keyState->setVisible(there.has_value());
    if (!there)
        return;
    m_keyState->setTone(*there ? Tone::Good : Tone::Warning);
    m_keyState->setIcon(*there ? Icon::Check : Icon::Remark);
    m_keyState->setText(*there ? tr("set") : tr("not set"));
    m_keyState->setToolTip(*there ? tr("The variable is set on this machine")
                                  : tr("The variable is not set on this machine"));
}

void EndpointWizard::showState() {
    if (!m_add)
        return; // being built
    const bool usable = m_arena.services() && !server().baseUrl.empty() &&
                        m_rows->problem(Address).isEmpty() && m_rows->problem(Key).isEmpty();
    m_list->setText(m_search.isRunning() ? tr("Cancel") : tr("List models"));
    m_list->setEnabled(usable);
    const auto count = std::ssize(m_models->chosen());
    m_add->setText(count == 0   ? tr("Add models")
                   : count == 1 ? tr("Add 1 model")
                                : tr("Add %1 models").arg(formatCount(count)));
    m_add->setEnabled(usable && count > 0 && !m_adding);
}

void EndpointWizard::startList() {
    if (m_search.isRunning()) {
        m_search.cancel();
        m_notice->hide();
        return showState();
    }
    if (!showProblems())
        return;
    const ServedBy by = server();
    m_notice->say(Tone::Neutral, tr("Asking"), QString::fromStdString(by.baseUrl));
    m_notice->show();
    m_search.start(by);
    showState();
}

void EndpointWizard::showFound(const std::vector<std::string>& names, int left) {
    std::set<std::string> here;
    const std::string url = server().baseUrl;
    for (const Model& model : m_registry.models())
        if (std::ranges::find(model.baseUrls, url) != model.baseUrls.end())
            here.insert(model.apiModel);
    m_models->setNames(names, here);
    m_notice->setVisible(names.empty() || left > 0);
    if (names.empty())
        m_notice->say(Tone::Warning, tr("The server lists no models."),
                      tr("Type the name that it knows below."));
    else if (left > 0)
        m_notice->say(Tone::Warning, tr("%1 left out.").arg(left),
                      tr("Their names are too long or hold characters that nobody sees."));
    else
        m_models->view()->setFocus(Qt::OtherFocusReason);
    showState();
}

void EndpointWizard::addChosen() {
    const ServedBy by = server();
    const std::vector<Model> models = servedModels(by, m_models->chosen(), m_registry.models());
    const auto typed = permissionOf(by.baseUrl, by.keyVariable, false);
    if (models.empty() || !typed || m_adding || !m_arena.services())
        return;
    m_adding = true;
    showState();
    using Ids = std::vector<ModelId>;
    m_arena.session().write<Ids>(
        [models](Appender& appender) -> Result<Ids> {
            Ids ids;
            for (const Model& model : models)
                ids.push_back(TRY(appender.addModel(model)));
            return ids;
        },
        this,
        [this, origin = *typed](const Result<Ids>& ids) {
            m_adding = false;
            if (!ids) {
                m_notice->say(Tone::Danger, tr("Not added."),
                              QString::fromStdString(ids.error().text()));
                m_notice->show();
                return showState();
            }
            // Should this fail, a test or a run asks again.
            if (m_arena.services())
                m_arena.allow({origin}, &m_registry, [](const Result<void>&) {});
            emit added(*ids);
            accept();
        });
}

} // namespace agon::ui
