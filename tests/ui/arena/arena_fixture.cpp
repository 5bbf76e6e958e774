#include "tests/ui/arena/arena_fixture.h"

#include "core/arena/cast.h"
#include "core/llm/model_endpoint.h"

#include <QMessageBox>
#include <QPushButton>
#include <QtTest/QTest>

namespace agon::test {

using namespace Qt::StringLiterals;

namespace {

Model endpointModel(const std::string& name, const std::string& url) {
    Model out;
    out.name = name;
    out.kind = ModelKind::Endpoint;
    out.provider = "openai-compatible";
    out.baseUrls = {url};
    out.apiModel = name + "-api";
    out.priceIn = 1;
    out.priceOut = 2;
    out.limits = R"({"retries":0})";
    return out;
}

struct Made {
    SmallArena arena;
    ModelId caller;
};

Result<Made> fill(Appender& appender, const std::string& url, int instructions) {
    Made out;
    out.arena = TRY(addSmallArena(appender, instructions));
    TRY(appender.grantRole(out.arena.alpha, Role::Target));
    TRY(appender.grantRole(out.arena.beta, Role::Rival));
    Model judge = endpointModel("judge", url);
    judge.id = out.arena.judge;
    judge.roles.add(Role::Judge);
    TRY(appender.editModel(judge));
    Model caller = endpointModel("caller", url);
    caller.roles.add(Role::Rival);
    out.caller = TRY(appender.addModel(caller));
    return out;
}

} // namespace

ArenaFixture::ArenaFixture(const std::string& url, int instructions)
    : executor(3, std::make_shared<SystemClock>())
    , session(executor, std::make_shared<SystemClock>())
    , desk(session, std::make_shared<EnvironmentSecrets>(), person()) {
    const auto made = valueOf(Workspace::create(m_folder.filePath(u"arena.agon"_s).toStdString()));
    const Made filled = valueOf(
        made->write<Made>([&](Appender& appender) { return fill(appender, url, instructions); }));
    arena = filled.arena;
    caller = filled.caller;
}

ArenaFixture::~ArenaFixture() {
    session.close();
}

std::filesystem::path ArenaFixture::person() const {
    return m_folder.filePath(u"person"_s).toStdString();
}

void ArenaFixture::open() {
    session.open(m_folder.filePath(u"arena.agon"_s));
    QTRY_VERIFY(session.table() != nullptr);
    QTRY_VERIFY(desk.services() != nullptr);
}

void ArenaFixture::allow() {
    const auto models = valueOf(session.workspace()->read<std::vector<Model>>(
        [](Reader& reader) { return reader.models(false); }));
    for (const Model& model : models)
        if (model.kind == ModelKind::Endpoint)
            for (const TrustedOrigin& origin :
                 permissionsFor({valueOf(endpointOf(model, desk.services()->resources.profiles))}))
                valueOf(desk.services()->permissions->allow(origin));
}

bool pressInBox(QWidget& window, const QString& words) {
    for (QMessageBox* box : window.findChildren<QMessageBox*>())
        for (QAbstractButton* button : box->buttons())
            if (button->text() == words) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
    return false;
}

} // namespace agon::test
