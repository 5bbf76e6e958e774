#include "ui/shell/settings.h"

#include <QDir>

#include <array>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Row {
    Setting setting;
    const char16_t* key;
    QVariant standard; // its type is the setting's type
};

QString userName() {
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"me"_s : name;
}

const Row& row(Setting setting) {
    static const std::array<Row, 13> table{{
        {Setting::Annotator, u"review/annotator", userName()},
        {Setting::Theme, u"look/theme", u"system"_s},
        {Setting::NextAfterVote, u"review/nextAfterVote", true},
        {Setting::TextScale, u"look/textScale", 100},
        {Setting::LayoutName, u"layout/name", u"review"_s},
        {Setting::LayoutReview, u"layout/review", QByteArray()},
        {Setting::LayoutAnalyse, u"layout/analyse", QByteArray()},
        {Setting::LayoutOperate, u"layout/operate", QByteArray()},
        {Setting::CompanionWidth, u"layout/companionWidth", 0},
        {Setting::WindowGeometry, u"layout/window", QByteArray()},
        {Setting::RecentWorkspaces, u"recent/workspaces", QByteArray()},
        {Setting::BattleColumns, u"battles/columns", QString()},
        {Setting::LastFolder, u"recent/folder", QDir::homePath()},
    }};
    const auto found = std::find_if(table.begin(), table.end(), [setting](const Row& candidate) {
        return candidate.setting == setting;
    });
    Q_ASSERT(found != table.end());
    return *found;
}

} // namespace

Settings::Settings(QObject* parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"agon"_s,
                                         u"agon"_s)) {}

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Settings::~Settings() = default;

QVariant Settings::value(Setting setting) const {
    const Row& entry = row(setting);
    QVariant found = m_file->value(QString::fromUtf16(entry.key));
    if (!found.isValid() || !found.convert(entry.standard.metaType()))
        return entry.standard;
    return found;
}

bool Settings::flag(Setting setting) const {
    return value(setting).toBool();
}

int Settings::number(Setting setting) const {
    return value(setting).toInt();
}

QString Settings::text(Setting setting) const {
    return value(setting).toString();
}

QByteArray Settings::bytes(Setting setting) const {
    return value(setting).toByteArray();
}

void Settings::set(Setting setting, const QVariant& value) {
    if (this->value(setting) == value)
        return;
    m_file->setValue(QString::fromUtf16(row(setting).key), value);
    emit changed(setting);
}

void Settings::reset(Setting setting) {
    m_file->remove(QString::fromUtf16(row(setting).key));
    emit changed(setting);
}

} // namespace agon::ui
