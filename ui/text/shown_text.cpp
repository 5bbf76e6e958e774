#include "ui/text/shown_text.h"

#include "core/text/invisible.h"
#include "core/text/repair.h"
#include "core/text/wrap.h"
#include "ui/text/markdown_document.h"
#include "ui/text/plain_document.h"

#include <QCoreApplication>
#include <QStringList>

namespace agon::ui {
namespace {

QString reasonText(const TextNotice& notice) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("agon::ui::ShownText", text);
    };
    switch (notice.reason) {
    case PlainReason::None:
        return {};
    case PlainReason::TooLong:
        return tr(QT_TRANSLATE_NOOP("agon::ui::ShownText",
                                    "Shown as plain text: it is longer than 256 kB."));
    case PlainReason::TooManyLines:
        return tr(QT_TRANSLATE_NOOP("agon::ui::ShownText",
                                    "Shown as plain text: it has more than 8000 lines."));
    case PlainReason::LongLine:
        return tr(QT_TRANSLATE_NOOP("agon::ui::ShownText",
                                    "Shown as plain text: line %1 is longer than 16 kB."))
            .arg(notice.line);
    case PlainReason::LongParagraph:
        return tr(QT_TRANSLATE_NOOP(
                      "agon::ui::ShownText",
                      "Shown as plain text: the paragraph at line %1 is longer than 16 kB."))
            .arg(notice.line);
    case PlainReason::ManyRuns:
        return tr(QT_TRANSLATE_NOOP("agon::ui::ShownText",
                                    "Shown as plain text: too much formatting up to line %1."))
            .arg(notice.line);
    case PlainReason::ManyListItems:
        return tr(QT_TRANSLATE_NOOP(
                      "agon::ui::ShownText",
                      "Shown as plain text: more than 3000 list items up to line %1."))
            .arg(notice.line);
    case PlainReason::LargeTable:
        return tr(QT_TRANSLATE_NOOP("agon::ui::ShownText",
                                    "Shown as plain text: the table at line %1 is too large."))
            .arg(notice.line);
    }
    return {};
}

} // namespace

QString noticeText(const TextNotice& notice) {
    QStringList sentences;
    if (notice.reason != PlainReason::None)
        sentences.append(reasonText(notice));
    if (notice.cut)
        sentences.append(QCoreApplication::translate(
            "agon::ui::ShownText", "Only the beginning is shown; an export has all."));
    if (notice.invisible > 0)
        sentences.append(notice.invisible == 1
                             ? QCoreApplication::translate("agon::ui::ShownText",
                                                           "1 invisible character made visible.")
                             : QCoreApplication::translate(
                                   "agon::ui::ShownText", "%n invisible characters made visible.",
                                   nullptr, static_cast<int>(notice.invisible)));
    return sentences.join(u' ');
}

ShownText prepareText(const std::string& source, TextMode mode, const TextStyle& style) {
    const Repaired repaired = repairText(source);
    const VisibleText visible = showInvisible(repaired.text());
    ShownText shown;
    shown.notice.invisible = visible.shown;
    if (mode == TextMode::Rendered) {
        const Preflight flight = preflightMarkdown(visible.text);
        if (flight.rendered()) {
            shown.document = buildMarkdownDocument(QString::fromStdString(visible.text), style);
            return shown;
        }
        shown.notice.reason = flight.reason;
        shown.notice.line = static_cast<qint64>(flight.line);
    }
    const std::string_view beginning =
        beginningOf(visible.text, limits::plainLines, limits::plainBytes);
    shown.notice.cut = beginning.size() < visible.text.size();
    shown.document = buildPlainDocument(beginning, style);
    shown.plain = true;
    return shown;
}

} // namespace agon::ui
