#include "ui/widgets/permission_question.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int textWidth = 400;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Permission)
};

QMessageBox* box(QMessageBox::Icon icon, const QString& text, const QString& more,
                 QWidget* parent) {
    auto* made =
        new QMessageBox(icon, Words::tr("Permission"), text, QMessageBox::NoButton, parent);
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setTextFormat(Qt::PlainText); // a workspace may come from a stranger and name any host
    made->setInformativeText(more);
    // Wide enough for a host and a key in one line.
    for (QLabel* label : made->findChildren<QLabel*>())
        if (label->wordWrap())
            label->setMinimumWidth(scaled(textWidth));
    return made;
}

void write(ArenaDesk& desk, const std::vector<TrustedOrigin>& missing, QWidget* parent,
           const std::function<void(bool)>& answered) {
    if (!desk.services()) // closed while the box stood
        return;
    desk.allow(missing, parent, [parent, answered](const Result<void>& written) {
        if (written)
            return answered(true);
        QMessageBox* told =
            box(QMessageBox::Critical, Words::tr("The permission could not be written down."),
                QString::fromStdString(written.error().text()), parent);
        told->addButton(QMessageBox::Close);
        told->open();
        answered(false);
    });
}

} // namespace

QString permissionWords(const TrustedOrigin& origin) {
    const QString host = QString::fromStdString(origin.origin);
    QString out = origin.keyName.empty() ? Words::tr("Agon will call %1, without a key").arg(host)
                                         : Words::tr("Agon will send the key %1 to %2")
                                               .arg(QString::fromStdString(origin.keyName), host);
    if (origin.unverified)
        out += Words::tr(" WITHOUT CHECKING ITS CERTIFICATE");
    return out;
}

QMessageBox* askPermission(ArenaDesk& desk, const std::vector<TrustedOrigin>& missing,
                           QWidget* parent, std::function<void(bool)> answered) {
    if (missing.empty()) {
        answered(true);
        return nullptr;
    }
    QStringList lines;
    for (const TrustedOrigin& origin : missing)
        lines << permissionWords(origin);
    lines.removeDuplicates();
    const bool loud = std::ranges::any_of(missing, &TrustedOrigin::unverified);
    QString more = lines.join(u'\n');
    more += u"\n\n"_s;
    if (loud)
        more += Words::tr("Where the certificate is not checked, anybody on the way can read the "
                          "key and pretend to be the server.\n\n");
    more += Words::tr("This is remembered on this machine for this workspace only.");
    QMessageBox* asked = box(loud ? QMessageBox::Warning : QMessageBox::Question,
                             missing.size() == 1 ? Words::tr("May this host be called?")
                                                 : Words::tr("May these hosts be called?"),
                             more, parent);
    QPushButton* allow = asked->addButton(Words::tr("Allow"), QMessageBox::AcceptRole);
    QPushButton* cancel = asked->addButton(Words::tr("Cancel"), QMessageBox::RejectRole);
    asked->setDefaultButton(loud ? cancel : allow);
    asked->setEscapeButton(cancel);
    setPrimary(loud ? cancel : allow);
    QObject::connect(
        asked, &QMessageBox::finished, parent,
        [desk = QPointer(&desk), missing, parent, asked, allow, answered = std::move(answered)] {
            if (desk && asked->clickedButton() == allow)
                write(*desk, missing, parent, answered);
            else
                answered(false);
        });
    asked->open();
    return asked;
}

} // namespace agon::ui
