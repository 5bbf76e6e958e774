#include "ui/battles/text_window.h"

#include "ui/battles/answer_style.h"
#include "ui/text/markdown_view.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/notice_bar.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TextWindow)
};

} // namespace

void showTextWindow(const QString& title, const std::string& text, QWidget* parent) {
    auto* window = new QDialog(parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(title);
    window->resize(scaled(720), scaled(560));
    auto* notice = new NoticeBar(window);
    notice->hide();
    auto* view = new MarkdownView(answerStyle(Theme::current()), window);
    setOwnFocusRing(view);
    view->setName(title);
    QObject::connect(view, &MarkdownView::noticeChanged, notice, [notice](const TextNotice& now) {
        notice->say(Tone::Warning, {}, noticeText(now));
        notice->setVisible(!noticeText(now).isEmpty());
    });
    view->setText(text, TextMode::Raw);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, window);
    const QPushButton* copy = buttons->addButton(Words::tr("Copy"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, window, [text] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(text));
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, window, &QDialog::reject);
    auto* column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, scaled(measure::dockPadding));
    column->addWidget(notice);
    column->addWidget(view, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(scaled(measure::formPadding), 0, scaled(measure::formPadding), 0);
    foot->addWidget(buttons);
    column->addLayout(foot);
    window->show();
}

} // namespace agon::ui
