#include "ui/ratings/ratings_presenter.h"

#include "core/rating/names.h"
#include "ui/bridge/session.h"

namespace agon::ui {

using rating::Overview;
using rating::OverviewChoice;

RatingsPresenter::RatingsPresenter(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &Session::tableChanged, this, &RatingsPresenter::ask);
    connect(&session, &Session::verdictsChanged, this, &RatingsPresenter::ask);
    connect(&session, &Session::opened, this, &RatingsPresenter::restart);
    connect(&session, &Session::closed, this, &RatingsPresenter::restart);
    if (session.isOpen())
        restart();
}

RatingsPresenter::~RatingsPresenter() {
    m_job.cancel();
}

void RatingsPresenter::restart() {
    m_job.cancel();
    ++m_question;
    m_overview = nullptr;
    m_before.clear();
    m_pinnedA.clear();
    m_pinnedB.clear();
    m_choice = {};
    m_rating = false;
    m_anchorRead = false;
    if (m_session.isOpen())
        readAnchor();
    emit choiceChanged();
    emit pinsChanged();
    emit overviewChanged();
}

// The workspace's own anchor, before the first rating.
void RatingsPresenter::readAnchor() {
    m_session.read<std::optional<std::string>>(
        [](Reader& reader) { return reader.setting("rating.anchor"); }, this,
        [this](const Result<std::optional<std::string>>& setting) {
            m_anchorRead = true;
            if (setting && *setting)
                if (const auto anchor = rating::parseAnchor(**setting))
                    m_choice.anchor = *anchor;
            emit choiceChanged();
            ask();
        });
}

void RatingsPresenter::setChoice(const OverviewChoice& choice) {
    if (m_choice == choice)
        return;
    m_choice = choice;
    emit choiceChanged();
    ask();
}

void RatingsPresenter::ask() {
    const auto table = m_session.table();
    const auto verdicts = m_session.verdicts();
    if (!m_anchorRead || !table || !verdicts)
        return;
    m_job.cancel();
    const std::uint64_t question = ++m_question;
    m_rating = true;
    emit ratingChanged();
    start(false, question);
}

void RatingsPresenter::start(bool fully, std::uint64_t question) {
    m_job = m_session.run<Overview>(
        JobSpec{{}, false},
        [table = m_session.table(), verdicts = m_session.verdicts(), policy = m_session.policy(),
         choice = m_choice, fully](Workspace&, const JobContext& context) -> Result<Overview> {
            if (context.stop.stop_requested())
                return cancelled();
            Overview out =
                fully ? rateFully(table, *verdicts, policy, choice, context.stop, context.progress)
                      : rateQuickly(table, *verdicts, policy, choice, context.stop);
            if (context.stop.stop_requested())
                return cancelled();
            return out;
        },
        this,
        [this, fully, question](Result<Overview> overview) {
            if (!overview || question != m_question)
                return;
            const bool goesOn = !fully && overview->problem.empty();
            adopt(std::move(*overview));
            if (goesOn)
                return start(true, question);
            m_rating = false;
            emit ratingChanged();
        });
}

// While intervals are on their way the last ones stay, moved along with their ratings, so that
// nothing jumps out of the picture.
void RatingsPresenter::carryIntervals(Overview& overview) const {
    if (overview.complete || !m_overview || overview.report.groups.empty())
        return;
    std::unordered_map<std::string, const rating::RatedModel*> before;
    for (const auto& model : m_overview->models())
        before.emplace(model.name, &model);
    for (auto& model : overview.report.groups.front().models) {
        const auto old = before.find(model.name);
        if (old == before.end() || !model.rating || !old->second->rating || !old->second->lower)
            continue;
        const double moved = *model.rating - *old->second->rating;
        model.lower = *old->second->lower + moved;
        model.upper = *old->second->upper + moved;
        model.rank = old->second->rank;
    }
    overview.judges = m_overview->judges;
    overview.human = m_overview->human;
    overview.progress = m_overview->progress;
}

void RatingsPresenter::adopt(Overview overview) {
    carryIntervals(overview);
    if (m_before.empty())
        for (const auto& model : overview.models())
            if (model.rating)
                m_before.emplace(model.name, *model.rating);
    m_overview = std::make_shared<const Overview>(std::move(overview));
    emit overviewChanged();
}

void RatingsPresenter::pin(const QString& model, Pin side) {
    QString& mine = side == Pin::A ? m_pinnedA : m_pinnedB;
    QString& other = side == Pin::A ? m_pinnedB : m_pinnedA;
    if (mine == model) {
        mine.clear();
    } else {
        if (other == model)
            other = mine;
        mine = model;
    }
    emit pinsChanged();
}

Pin RatingsPresenter::pinOf(const QString& model) const {
    if (model.isEmpty())
        return Pin::None;
    return model == m_pinnedA ? Pin::A : model == m_pinnedB ? Pin::B : Pin::None;
}

QString RatingsPresenter::pinned(Pin side) const {
    return side == Pin::A ? m_pinnedA : side == Pin::B ? m_pinnedB : QString();
}

std::optional<double> RatingsPresenter::change(const rating::RatedModel& model) const {
    const auto before = m_before.find(model.name);
    if (!model.rating || before == m_before.end())
        return std::nullopt;
    return *model.rating - before->second;
}

} // namespace agon::ui
