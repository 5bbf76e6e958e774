#include "ui/shell/leaving.h"

#include "ui/shell/navigator.h"
#include "ui/shell/panel.h"

#include <QMessageBox>

namespace agon::ui {

namespace {

constexpr int mostNames = 5;

QString list(const QStringList& names) {
    QString out = names.mid(0, mostNames).join(QStringLiteral(", "));
    if (const auto more = names.size() - mostNames; more > 0)
        out = Leaving::tr("%1 and %2 more").arg(out, QString::number(more));
    return out;
}

} // namespace

Leaving::Leaving(Navigator& navigator, QWidget* window)
    : QObject(window)
    , m_navigator(navigator)
    , m_window(window) {}

void Leaving::watch(const QString& id, Panel* panel) {
    m_panels.emplace_back(id, panel);
}

QStringList Leaving::unsaved() const {
    QStringList out;
    for (const auto& [id, panel] : m_panels)
        if (panel)
            out.append(panel->unsaved());
    return out;
}

void Leaving::ask(std::function<void()> then) {
    const QStringList names = unsaved();
    if (names.isEmpty())
        return then();
    if (m_box) // asked already, and not answered
        return m_box->raise();
    m_box =
        new QMessageBox(QMessageBox::Question, tr("Save the changes?"),
                        names.size() == 1 ? tr("The changes to %1 are not saved.").arg(names[0])
                                          : tr("These changes are not saved: %1.").arg(list(names)),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setTextFormat(Qt::PlainText);
    m_box->setInformativeText(tr("What is discarded cannot be brought back."));
    m_box->setDefaultButton(QMessageBox::Save);
    m_box->setEscapeButton(QMessageBox::Cancel);
    connect(m_box, &QMessageBox::finished, this, [this, then = std::move(then)](int answer) {
        m_box.clear();
        if (answer == QMessageBox::Save)
            save(0, then);
        else if (answer == QMessageBox::Discard)
            then();
    });
    m_box->open();
}

// One panel after the other; one that cannot save is shown and says why.
void Leaving::save(std::size_t from, const std::function<void()>& then) {
    for (std::size_t i = from; i < m_panels.size(); ++i) {
        const auto& [id, panel] = m_panels[i];
        if (!panel || panel->unsaved().isEmpty())
            continue;
        panel->saveUnsaved([this, self = QPointer(this), i, then](bool saved) {
            if (!self)
                return;
            if (saved)
                save(i + 1, then);
            else
                m_navigator.showPanel(m_panels[i].first);
        });
        return;
    }
    ask(then); // somebody may have typed meanwhile
}

} // namespace agon::ui
