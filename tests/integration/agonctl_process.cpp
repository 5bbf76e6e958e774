#include "tests/integration/agonctl_process.h"

#include <QProcess>
#include <QtGlobal>

Said agonctl(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(AGONCTL), arguments);
    if (!process.waitForFinished(240'000))
        qFatal("agonctl did not end: %s", qPrintable(arguments.join(u' ')));
    Said out;
    out.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    out.out = process.readAllStandardOutput();
    out.err = process.readAllStandardError();
    return out;
}
