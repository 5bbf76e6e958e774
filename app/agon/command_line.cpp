#include "app/agon/command_line.h"

#include "ui/shell/dock_layouts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

namespace agon::app {

namespace {

using namespace Qt::StringLiterals;

constexpr int usageError = 2;

QString tr(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

[[noreturn]] void refuse(const QString& message) {
    std::fprintf(stderr, "agon: %s\n", qPrintable(message));
    std::exit(usageError);
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Simulated arenas for language models: look into battles, override, rate."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"WORKSPACE"_s, tr("A file ending in .agon to open."),
                                 u"[WORKSPACE]"_s);
    const QCommandLineOption demo(u"demo"_s, tr("Open the demo; make it when there is none."));
    const QCommandLineOption layout(u"layout"_s, tr("Layout: review, analyse or operate."),
                                    u"LAYOUT"_s);
    const QCommandLineOption theme(u"theme"_s, tr("Theme: system, light or dark."), u"THEME"_s);
    QCommandLineOption quit(u"quit-when-shown"_s);
    quit.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({demo, layout, theme, quit});
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (parser.isSet(u"help"_s))
        parser.showHelp();

    CommandLine out;
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        refuse(tr("one workspace can be open at a time"));
    if (!files.isEmpty())
        out.workspace = QFileInfo(files.front()).absoluteFilePath();
    out.demo = parser.isSet(demo);
    out.quitWhenShown = parser.isSet(quit);
    if (parser.isSet(layout)) {
        out.layout = ui::layoutFromKey(parser.value(layout));
        if (!out.layout)
            refuse(tr("--layout is review, analyse or operate"));
    }
    out.theme = parser.value(theme);
    if (parser.isSet(theme) && !QStringList{u"system"_s, u"light"_s, u"dark"_s}.contains(out.theme))
        refuse(tr("--theme is system, light or dark"));
    return out;
}

} // namespace agon::app
