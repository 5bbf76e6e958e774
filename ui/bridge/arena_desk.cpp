#include "ui/bridge/arena_desk.h"

#include "ui/bridge/gui_dispatcher.h"

#include <utility>

namespace agon::ui {

ArenaDesk::ArenaDesk(Session& session, std::shared_ptr<const SecretSource> secrets,
                     std::filesystem::path folder, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_secrets(std::move(secrets))
    , m_folder(std::move(folder)) {
    connect(&session, &Session::opened, this, &ArenaDesk::open);
    connect(&session, &Session::closed, this, &ArenaDesk::drop);
    if (session.isOpen())
        open();
}

ArenaDesk::~ArenaDesk() = default;

void ArenaDesk::open() {
    using Services = std::shared_ptr<ArenaServices>;
    m_session.run<Services>(
        JobSpec{{}, false},
        [folder = m_folder, secrets = m_secrets,
         clock = m_session.clock()](Workspace& workspace, const JobContext&) -> Result<Services> {
            return std::make_shared<ArenaServices>(
                TRY(openArenaServices(folder, workspace.uuid(), secrets, clock)));
        },
        this,
        [this](Result<Services> result) {
            if (!result) {
                m_problem = tr("Models cannot be called: %1")
                                .arg(QString::fromStdString(result.error().text()));
                emit failed(m_problem);
                return;
            }
            m_services = std::move(*result);
            emit ready();
            emit changed();
        });
}

// Let go on a worker: the service waits there for its thread.
void ArenaDesk::drop() {
    m_problem.clear();
    if (!m_services)
        return;
    const auto held = std::make_shared<std::shared_ptr<ArenaServices>>(std::move(m_services));
    m_services.reset();
    m_session.executor().submit<void>(
        JobSpec{{}, false},
        [held](const JobContext&) -> Result<void> {
            held->reset();
            return {};
        },
        std::make_shared<GuiDispatcher>(this), [](const Result<void>&) {});
    emit changed();
}

void ArenaDesk::takeStyles(PromptStyles styles) {
    m_services->resources.styles = std::move(styles);
    emit stylesChanged();
}

void ArenaDesk::allow(std::vector<TrustedOrigin> origins, QObject* receiver,
                      std::function<void(Result<void>)> finished) {
    m_session.run<void>(
        JobSpec{{}, false},
        [permissions = m_services->permissions,
         origins = std::move(origins)](Workspace&, const JobContext&) -> Result<void> {
            for (const TrustedOrigin& origin : origins)
                TRY(permissions->allow(origin));
            return {};
        },
        receiver, std::move(finished));
}

} // namespace agon::ui
