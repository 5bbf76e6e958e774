#include "app/agon/log.h"

#include <QDir>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>

namespace agon::app {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t fileSize = 2U << 20U;
constexpr std::size_t fileCount = 3;

QString stateFolder() {
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base = given.isEmpty() ? QDir::homePath() + u"/.local/state"_s : given;
    return base + u"/agon"_s;
}

spdlog::level::level_enum levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        break;
    }
    return spdlog::level::critical;
}

void logMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const char* category = context.category ? context.category : "default";
    spdlog::log(levelOf(type), "{}: {}", category, message.toStdString());
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

QString startLog() {
    const QString file = stateFolder() + u"/agon.log"_s;
    std::shared_ptr<spdlog::logger> logger;
    QString used;
    try {
        QDir().mkpath(stateFolder());
        logger = spdlog::rotating_logger_mt("agon", file.toStdString(), fileSize, fileCount);
        used = file;
    } catch (const spdlog::spdlog_ex&) {
        logger = spdlog::stderr_logger_mt("agon");
        logger->set_level(spdlog::level::warn);
    }
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    qInstallMessageHandler(logMessage);
    return used;
}

} // namespace agon::app
