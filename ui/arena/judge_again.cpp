#include "ui/arena/judge_again.h"

#include "ui/arena/foreign_text.h"
#include "ui/widgets/permission_question.h"

#include <QWidget>

#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace agon::ui {

namespace {

constexpr int listenEvery = 100; // milliseconds
constexpr std::size_t mostBytes = 1 << 20;

struct Asked {
    QString judge;
    std::vector<TrustedOrigin> missing;
};

} // namespace

struct JudgeAgain::Heard {
    struct One {
        std::string text;
        int attempt = 0;
        bool fresh = false;
    };
    std::mutex mutex;
    std::array<One, 2> replies;

    void take(Order order, int attempt, std::string_view piece) {
        const std::scoped_lock lock(mutex);
        One& one = replies[static_cast<std::size_t>(order)];
        if (attempt != one.attempt)
            one = {{}, attempt, true};
        if (one.text.size() < mostBytes)
            one.text += piece;
        one.fresh = true;
    }
};

JudgeAgain::JudgeAgain(ArenaDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    m_timer.setInterval(listenEvery);
    connect(&m_timer, &QTimer::timeout, this, &JudgeAgain::listen);
    connect(&desk.session(), &Session::closed, this, [this] {
        m_timer.stop();
        m_preparing = false;
        m_request = {};
        m_outcome.clear();
        if (std::exchange(m_busy, false))
            emit ended();
    });
}

JudgeAgain::~JudgeAgain() {
    m_handle.cancel();
}

void JudgeAgain::start(const RejudgeRequest& request, QWidget* window) {
    if (m_busy || m_preparing) {
        emit refused(tr("A battle is being judged again already."));
        return;
    }
    if (!m_desk.services()) {
        emit refused(m_desk.problem().isEmpty() ? tr("The workspace is still being opened.")
                                                : m_desk.problem());
        return;
    }
    if (const QString why = m_desk.session().readOnlyReason(); !why.isEmpty()) {
        emit refused(tr("The workspace cannot be written: %1").arg(why));
        return;
    }
    m_preparing = true;
    m_desk.session().run<Asked>(
        JobSpec{{}, false},
        [request, services = *m_desk.services()](Workspace& workspace,
                                                 const JobContext&) -> Result<Asked> {
            const Judge judge = TRY(judgeFor(request, services.resources, workspace));
            return Asked{QString::fromStdString(judge.model.name),
                         services.permissions->missing(permissionsFor({judge.endpoint}))};
        },
        this,
        [this, request, window = QPointer<QWidget>(window)](Result<Asked> asked) {
            m_preparing = false;
            if (!asked) {
                emit refused(QString::fromStdString(asked.error().text()));
                return;
            }
            if (!window || !m_desk.services())
                return;
            m_judge = asked->judge;
            askPermission(m_desk, asked->missing, window,
                          [self = QPointer<JudgeAgain>(this), request](bool allowed) {
                              if (self && allowed && !self->m_busy && self->m_desk.services())
                                  self->ask(request);
                          });
        });
}

void JudgeAgain::ask(const RejudgeRequest& request) {
    m_request = request;
    m_busy = true;
    m_outcome.clear();
    m_replies = {};
    m_heard = std::make_shared<Heard>();
    m_handle = m_desk.session().run<Rejudged>(
        JobSpec{tr("Judge #%1 again").arg(request.battle.value).toStdString(), true},
        [request, resources = m_desk.services()->resources, service = m_desk.services()->service,
         heard = m_heard](Workspace& workspace, const JobContext& context) {
            return judgeAgain(
                request, resources, service, workspace,
                [heard](Order order, int attempt, std::string_view piece) {
                    heard->take(order, attempt, piece);
                },
                context.stop);
        },
        this, [this](const Result<Rejudged>& result) { finish(result); });
    m_timer.start();
    emit started();
}

void JudgeAgain::cancel() {
    if (m_busy)
        m_handle.cancel();
}

void JudgeAgain::listen() {
    bool fresh = false;
    for (std::size_t i = 0; i < m_replies.size(); ++i) {
        Heard::One one;
        {
            const std::scoped_lock lock(m_heard->mutex);
            if (!std::exchange(m_heard->replies[i].fresh, false))
                continue;
            one = m_heard->replies[i];
        }
        m_replies[i] = {foreignText(one.text), one.attempt};
        fresh = true;
    }
    if (fresh)
        emit heard();
}

void JudgeAgain::finish(const Result<Rejudged>& result) {
    m_timer.stop();
    m_busy = false;
    listen();
    if (!result) {
        m_outcome = result.error().code == ErrorCode::Cancelled
                        ? tr("Cancelled. What had come is kept.")
                        : QString::fromStdString(result.error().text());
    } else {
        for (const RejudgedGame& game : result->games)
            if (!game.problem.empty() && m_outcome.isEmpty())
                m_outcome = QString::fromStdString(game.problem);
    }
    emit ended();
}

} // namespace agon::ui
