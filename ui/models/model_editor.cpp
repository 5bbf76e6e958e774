#include "ui/models/model_editor.h"

#include "ui/models/model_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace agon::ui {

namespace {

constexpr std::int64_t newKey = 0;

// A decimal point in every language: prices are copied from price lists.
std::optional<double> numberFrom(const QString& text) {
    bool ok = false;
    const double number = QLocale::c().toDouble(text, &ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isWithin(double number, const NumberRange& range) {
    return number >= range.least && number <= range.most &&
           (!range.whole || number == std::floor(number));
}

} // namespace

ModelEditor::ModelEditor(ModelRegistry& registry, QObject* parent)
    : QObject(parent)
    , m_registry(registry) {
    connect(&registry, &ModelRegistry::currentChanged, this, &ModelEditor::follow);
    connect(&registry, &ModelRegistry::modelsChanged, this, &ModelEditor::refresh);
    connect(&registry.session(), &Session::closed, this, &ModelEditor::forget);
    follow();
}

const ModelDraft& ModelEditor::draft() const {
    return m_drafts.at(*m_shown);
}

bool ModelEditor::isReadOnly() const {
    return !m_registry.session().isOpen() || !m_registry.session().readOnlyReason().isEmpty();
}

std::vector<ModelField> ModelEditor::changes() const {
    return hasModel() ? changedFields(draft()) : std::vector<ModelField>{};
}

std::vector<FieldProblem> ModelEditor::problems() const {
    if (!hasModel())
        return {};
    std::vector<FieldProblem> out = problemsOf(draft(), m_registry.models());
    if (!m_tried) {
        const std::vector<ModelField> edited = changes();
        std::erase_if(out, [&](const FieldProblem& problem) {
            return problem.field != ModelField::BaseUrls &&
                   std::ranges::find(edited, problem.field) == edited.end();
        });
    }
    return out;
}

void ModelEditor::tryAll() {
    m_tried = true;
    emit edited();
}

bool ModelEditor::canSave() const {
    return hasModel() && !isReadOnly() && !m_saving && problems().empty() &&
           (!changes().empty() || draft().isNew());
}

std::vector<ModelId> ModelEditor::unsaved() const {
    std::vector<ModelId> out;
    for (const auto& [key, draft] : m_drafts)
        if (!changedFields(draft).empty())
            out.push_back(ModelId{key});
    return out;
}

// Shows the registry's current model; what is left without changes is not kept.
void ModelEditor::follow() {
    const ModelId id = m_registry.current();
    const Model* model = m_registry.find(id);
    if (!model && id.valid() && m_added == id.value) {
        m_shown = id.value;
    } else if (!model) {
        // A new one stays in view while nothing else is chosen.
        if (m_shown != newKey)
            m_shown.reset();
    } else {
        m_shown = id.value;
        if (!m_drafts.contains(id.value))
            m_drafts[id.value] = ModelDraft{*model, *model, {}};
    }
    std::erase_if(m_drafts, [this](const auto& entry) {
        return m_shown != entry.first && changedFields(entry.second).empty();
    });
    m_tried = false;
    emit shown();
    emit unsavedChanged();
}

void ModelEditor::refresh() {
    std::vector<std::int64_t> gone;
    for (auto& [key, draft] : m_drafts) {
        if (key == newKey)
            continue;
        if (const Model* model = m_registry.find(ModelId{key})) {
            rebase(draft, *model);
            if (m_added == key)
                m_added = newKey;
        } else if (m_added != key) {
            gone.push_back(key);
        }
    }
    for (const std::int64_t key : gone) {
        m_drafts.erase(key);
        if (m_shown == key)
            m_shown.reset();
    }
    // The current model may have been ahead of the list.
    if (m_registry.current().valid() && m_shown != m_registry.current().value)
        follow();
    else
        emit shown();
}

void ModelEditor::forget() {
    m_drafts.clear();
    m_shown.reset();
    m_tried = false;
    m_saving = false;
    m_whenSaved.clear();
    m_added = newKey;
    emit shown();
    emit unsavedChanged();
}

void ModelEditor::beginNew() {
    if (isReadOnly())
        return;
    if (!m_drafts.contains(newKey)) {
        ModelDraft draft;
        draft.base.kind = ModelKind::Endpoint;
        draft.base.roles.add(Role::Rival);
        draft.model = draft.base;
        m_drafts[newKey] = std::move(draft);
    }
    m_shown = newKey;
    m_registry.setCurrent({});
    m_tried = false;
    emit shown();
}

void ModelEditor::changed() {
    emit edited();
    emit unsavedChanged();
}

void ModelEditor::setText(ModelField field, const QString& text) {
    if (!hasModel())
        return;
    ModelDraft& draft = edit();
    const QString trimmed = text.trimmed();
    const std::string value = trimmed.toStdString();
    if (isNumber(field)) {
        const std::optional<double> number = numberFrom(trimmed);
        const bool readable = trimmed.isEmpty() || (number && isWithin(*number, rangeOf(field)));
        setNumber(draft.model, field, readable ? number : std::nullopt);
        if (readable)
            draft.unreadable.erase(field);
        else
            draft.unreadable[field] = trimmed;
        return changed();
    }
    switch (field) {
    case ModelField::Name:
        draft.model.name = value;
        break;
    case ModelField::ApiModel:
        draft.model.apiModel = value;
        break;
    case ModelField::Provider:
        draft.model.provider = value;
        break;
    case ModelField::Family:
        draft.model.family = value;
        break;
    case ModelField::KeyVariable:
        draft.model.keyVariable = value;
        break;
    case ModelField::Note:
        draft.model.note = value;
        break;
    case ModelField::Stop:
        setStopLines(draft.model, text); // blanks are part of a text
        break;
    default:
        return;
    }
    changed();
}

void ModelEditor::setBaseUrls(const QString& lines) {
    if (!hasModel())
        return;
    std::vector<std::string>& urls = edit().model.baseUrls;
    urls.clear();
    for (const QString& line : lines.split(u'\n'))
        if (const QString url = line.trimmed(); !url.isEmpty())
            urls.push_back(url.toStdString());
    changed();
}

void ModelEditor::setKind(ModelKind kind) {
    if (!hasModel())
        return;
    edit().model.kind = kind;
    changed();
}

void ModelEditor::setInsecureTls(bool on) {
    if (!hasModel())
        return;
    ui::setInsecureTls(edit().model, on);
    changed();
}

void ModelEditor::setRole(Role role, bool on) {
    if (!hasModel())
        return;
    const auto bit = static_cast<std::uint8_t>(role);
    const std::uint8_t bits = edit().model.roles.bits();
    edit().model.roles = Roles(static_cast<std::uint8_t>(on ? bits | bit : bits & ~bit));
    changed();
}

void ModelEditor::setParentModel(ModelId parent) {
    if (!hasModel())
        return;
    edit().model.parent = parent;
    changed();
}

void ModelEditor::revert() {
    if (!hasModel())
        return;
    if (draft().isNew()) {
        m_drafts.erase(newKey);
        m_shown.reset();
    } else {
        ModelDraft& draft = edit();
        draft.model = draft.base;
        draft.unreadable.clear();
    }
    m_tried = false;
    emit shown();
    emit unsavedChanged();
}

void ModelEditor::save() {
    if (!hasModel() || isReadOnly() || m_saving)
        return;
    m_tried = true;
    if (!canSave()) {
        emit edited(); // shows what is wrong
        return;
    }
    const Model model = toStore(draft());
    const std::vector<TrustedOrigin> typed = typedPermissions(draft());
    m_saving = true;
    emit edited();
    m_registry.session().write<ModelId>(
        [model](Appender& appender) -> Result<ModelId> {
            if (!model.id.valid())
                return appender.addModel(model);
            TRY(appender.editModel(model));
            return model.id;
        },
        this,
        [this, key = *m_shown, model, typed](const Result<ModelId>& result) {
            if (result && !typed.empty())
                emit permitted(typed);
            endSaving(key, model, result);
        });
}

void ModelEditor::show(std::int64_t key) {
    if (key == newKey)
        beginNew();
    else
        m_registry.setCurrent(ModelId{key});
}

void ModelEditor::saveAll(const std::function<void(bool)>& done) {
    if (m_saving)
        return m_whenSaved.push_back([this, done] { saveAll(done); });
    std::map<std::int64_t, Model> models;
    std::vector<TrustedOrigin> typed;
    for (const auto& [key, draft] : m_drafts) {
        if (changedFields(draft).empty())
            continue;
        const std::vector<FieldProblem> found = problemsOf(draft, m_registry.models());
        if (!found.empty()) {
            show(std::int64_t{key}); // drafts may go with that
            m_tried = true;
            emit edited();
            emit refused(tr("Not saved."), found.front().message);
            return done(false);
        }
        models[key] = toStore(draft);
        for (TrustedOrigin& origin : typedPermissions(draft))
            typed.push_back(std::move(origin));
    }
    if (models.empty())
        return done(true);
    m_saving = true;
    emit edited();
    m_registry.session().write<ModelId>(
        [models](Appender& appender) -> Result<ModelId> {
            ModelId added;
            for (const auto& [key, model] : models) {
                if (model.id.valid())
                    TRY(appender.editModel(model));
                else
                    added = TRY(appender.addModel(model));
            }
            return added;
        },
        this,
        [this, models, typed, done](const Result<ModelId>& result) {
            m_saving = false;
            if (!result) {
                emit edited();
                emit refused(tr("Not saved."), QString::fromStdString(result.error().text()));
                done(false);
                return goOn();
            }
            if (!typed.empty())
                emit permitted(typed);
            for (const auto& [key, model] : models)
                keepTyped(key, model, key == newKey ? *result : model.id);
            emit shown();
            emit unsavedChanged();
            done(true);
            goOn();
        });
}

void ModelEditor::goOn() {
    for (const auto& next : std::exchange(m_whenSaved, {}))
        next();
}

// What was typed while it was written stays to be saved.
void ModelEditor::keepTyped(std::int64_t key, Model written, ModelId id) {
    const auto it = m_drafts.find(key);
    if (it == m_drafts.end())
        return;
    written.id = id;
    ModelDraft draft = std::move(it->second);
    m_drafts.erase(it);
    draft.model = toStore(draft);
    draft.base = written;
    rebase(draft, written);
    m_drafts[id.value] = std::move(draft);
    if (key != newKey)
        return;
    if (!m_registry.find(id))
        m_added = id.value;
    if (m_shown == newKey) {
        m_shown = id.value;
        m_registry.setCurrent(id);
    }
}

void ModelEditor::endSaving(std::int64_t key, const Model& written, const Result<ModelId>& result) {
    m_saving = false;
    if (!result) {
        emit edited();
        emit refused(tr("Not saved."), QString::fromStdString(result.error().text()));
        return goOn();
    }
    keepTyped(key, written, *result);
    m_tried = false;
    emit shown();
    emit unsavedChanged();
    emit saved(*result);
    goOn();
}

void ModelEditor::askRemoval() {
    if (!hasModel() || draft().isNew())
        return;
    const Model& model = draft().base;
    if (isReadOnly()) {
        emit refused(tr("Not removed."), m_registry.session().readOnlyReason());
        return;
    }
    const auto children = std::ranges::count(m_registry.models(), model.id, &Model::parent);
    if (model.responses + model.battles > 0)
        emit refused(
            tr("It stays."),
            tr("It has %1 responses and %2 battles, and what was observed is never deleted")
                .arg(QLocale::c().toString(qlonglong{model.responses}),
                     QLocale::c().toString(qlonglong{model.battles})));
    else if (children > 0)
        emit refused(tr("It stays."), tr("Other models were trained from it"));
    else
        emit removalAsked(shownName(model.name));
}

void ModelEditor::remove() {
    if (!hasModel() || draft().isNew() || isReadOnly())
        return;
    m_registry.session().write<ModelId>(
        [id = draft().base.id](Appender& appender) -> Result<ModelId> {
            TRY(appender.removeModel(id));
            return id;
        },
        this,
        [this](const Result<ModelId>& result) {
            if (!result)
                emit refused(tr("It stays."), QString::fromStdString(result.error().text()));
        });
}

} // namespace agon::ui
