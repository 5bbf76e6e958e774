// The ways from one panel to another: every number leads to the battles behind it.
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QString>

namespace agon::ui {

// A panel asks here; the shell raises the panel in question, which listens to these signals.
class Navigator final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    void showPanel(const QString& panel) { emit panelRequested(panel); }
    // Shows battles under this filter (core/battles/filter.h), e.g. "model:alpaca-7b flip:yes".
    void showBattles(const QString& filter) {
        emit panelRequested(QStringLiteral("battles"));
        emit battlesRequested(filter);
    }
    void showBattle(BattleId battle) {
        emit panelRequested(QStringLiteral("battles"));
        emit battleRequested(battle);
    }
    void showModel(ModelId model) {
        emit panelRequested(QStringLiteral("models"));
        emit modelRequested(model);
    }
    // Opens the import dialog with these files (none: asks for them).
    void importFiles(const QStringList& files) { emit importRequested(files); }
    // Opens the dialog that plans a run.
    void runBattles() { emit runRequested(); }

  signals:
    void panelRequested(const QString& panel);
    void battlesRequested(const QString& filter);
    void battleRequested(agon::BattleId battle);
    void modelRequested(agon::ModelId model);
    void importRequested(const QStringList& files);
    void runRequested();
};

} // namespace agon::ui
