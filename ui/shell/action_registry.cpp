#include "ui/shell/action_registry.h"

#include "ui/shell/held_key.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QWidget>

namespace agon::ui {

namespace {

QList<QKeySequence> keysOf(const ActionSpec& spec) {
    QList<QKeySequence> keys;
    for (const char* key : spec.keys)
        keys.append(QKeySequence(QLatin1StringView(key), QKeySequence::PortableText));
    return keys;
}

bool collide(const QKeySequence& one, const QKeySequence& other) {
    return one.matches(other) != QKeySequence::NoMatch ||
           other.matches(one) != QKeySequence::NoMatch;
}

} // namespace

const ActionSpec& actionSpec(ActionId id) {
    const auto rows = actionTable();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [id](const ActionSpec& spec) { return spec.id == id; });
    Q_ASSERT(found != rows.end());
    return *found;
}

QString actionText(const ActionSpec& spec) {
    return QCoreApplication::translate("Actions", spec.text);
}

QString actionSection(const ActionSpec& spec) {
    return QCoreApplication::translate("Actions", spec.section);
}

std::vector<KeyConflict> keyConflicts(std::span<const ActionSpec> table) {
    std::vector<KeyConflict> out;
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            const bool together = table[i].scope == table[j].scope ||
                                  table[i].scope == Scope::Window ||
                                  table[j].scope == Scope::Window;
            if (!together)
                continue;
            for (const QKeySequence& one : keysOf(table[i]))
                for (const QKeySequence& other : keysOf(table[j]))
                    if (collide(one, other))
                        out.push_back({table[i].id, table[j].id, one});
        }
    }
    return out;
}

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent) {
    new HeldKey(*this, this);
    for (const ActionSpec& spec : actionTable()) {
        auto* action = new QAction(actionText(spec), this);
        action->setShortcuts(keysOf(spec));
        action->setShortcutContext(spec.scope == Scope::Window ? Qt::WindowShortcut
                                                               : Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(spec.repeats);
        action->setCheckable(spec.checkable);
        action->setEnabled(false);
        action->setMenuRole(QAction::NoRole);
        if (spec.icon)
            action->setIcon(icon(*spec.icon));
        const QString key = keyText(action);
        action->setToolTip(key.isEmpty() ? action->text()
                                         : tr("%1 (%2)").arg(actionText(spec), key));
        m_actions.insert(static_cast<int>(spec.id), action);
    }
}

QAction* ActionRegistry::action(ActionId id) const {
    return m_actions.value(static_cast<int>(id));
}

QString ActionRegistry::keyText(ActionId id) const {
    return keyText(action(id));
}

QString ActionRegistry::keyText(const QAction* action) {
    return action->shortcut().toString(QKeySequence::NativeText);
}

void ActionRegistry::bind(ActionId id, QWidget* owner, std::function<void()> act) {
    connect(action(id), &QAction::triggered, owner, [act = std::move(act)] { act(); });
    attach(id, owner);
}

void ActionRegistry::bindToggle(ActionId id, QWidget* owner, std::function<void(bool)> act) {
    Q_ASSERT(actionSpec(id).checkable);
    connect(action(id), &QAction::triggered, owner, [act = std::move(act)](bool on) { act(on); });
    attach(id, owner);
}

void ActionRegistry::attach(ActionId id, QWidget* owner) {
    QAction* bound = action(id);
    owner->addAction(bound);
    bound->setEnabled(true);
    connect(owner, &QObject::destroyed, bound, [bound] { bound->setEnabled(false); });
}

bool ActionRegistry::actsOnce(const QKeySequence& key) const {
    return std::any_of(m_actions.begin(), m_actions.end(), [&](const QAction* action) {
        return !action->autoRepeat() && action->shortcuts().contains(key);
    });
}

std::vector<ActionId> ActionRegistry::available() const {
    std::vector<ActionId> out;
    for (const ActionSpec& spec : actionTable())
        if (action(spec.id)->isEnabled())
            out.push_back(spec.id);
    return out;
}

} // namespace agon::ui
