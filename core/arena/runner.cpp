#include "core/arena/runner.h"

#include "core/arena/inbox.h"
#include "core/arena/landing.h"
#include "core/arena/launcher.h"
#include "core/arena/ledger.h"
#include "core/arena/rounds.h"
#include "core/arena/run_begin.h"
#include "core/arena/suspects.h"
#include "core/arena/unit.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <list>
#include <utility>

namespace agon {
namespace {

using Steady = std::chrono::steady_clock;

double secondsSince(Steady::time_point then) {
    return std::chrono::duration<double>(Steady::now() - then).count();
}

// A call that is on its way, or about to be.
struct Flight {
    Unit* unit = nullptr;
    Ask ask;
    CallId call;
};

class Runner {
  public:
    Runner(const RunParts& parts, const RunSpec& spec, std::stop_token stop, ProgressSink progress)
        : m_parts(parts)
        , m_spec(spec)
        , m_stop(std::move(stop))
        , m_meter(std::move(progress))
        , m_rounds(*parts.workspace, spec, parts.cast)
        , m_ledger({}, spec.maxCost) {}

    Result<RunStatus> go(std::optional<RunId> resume);

  private:
    Result<void> begin(std::optional<RunId> resume);
    Result<void> checkNothingIsOut(RunId run) const;
    Result<void> fight();
    Result<bool> step(bool wait);
    void land(std::vector<Arrival> arrivals);
    Result<void> pick();
    Result<bool> openUnits(std::size_t calls);
    Result<void> commit();
    void send();
    void stopAsking();
    void publish(bool now);
    [[nodiscard]] RunStatus status() const;
    [[nodiscard]] bool stopping() const {
        return m_stop.stop_requested() || m_outOfMoney || !m_ledger.hopeless().empty();
    }
    [[nodiscard]] std::size_t begun() const { return m_flights.size() - m_free.size(); }
    Result<RunStatus> finish();

    const RunParts& m_parts;
    const RunSpec& m_spec;
    std::stop_token m_stop;
    ProgressMeter m_meter;
    Rounds m_rounds;
    Ledger m_ledger;
    RunTally m_tally;
    RunId m_run;
    Timestamp m_at; // of the run; its battles carry it, so that their order is the plan's
    bool m_resumed = false;

    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    std::shared_ptr<Launcher> m_launcher = std::make_shared<Launcher>(*m_parts.service, m_inbox);
    std::deque<Flight> m_flights; // by number; ended ones are in m_free
    std::vector<std::size_t> m_free;
    std::list<Unit> m_units; // those that are not settled, in the plan's order
    std::size_t m_nextUnit = 0;

    // Of one step.
    std::vector<Unit*> m_opened;
    std::vector<Landed> m_landed;
    std::vector<Flight> m_departing;

    std::optional<Flight> m_held; // the next call, for which there may be no money

    bool m_outOfMoney = false;
    std::optional<Steady::time_point> m_stoppedAt;
    bool m_gaveUp = false; // what was in flight has been cancelled
    Steady::time_point m_began = Steady::now();
    Steady::time_point m_published{};
    std::deque<std::pair<double, std::int64_t>> m_pastCalls; // seconds, calls ended until then
    std::int64_t m_ended = 0;
};

Result<RunStatus> Runner::go(std::optional<RunId> resume) {
    TRY(begin(resume));
    m_parts.control->onChange([inbox = m_inbox] { inbox->wake(); });
    const std::stop_callback onStop(m_stop, [inbox = m_inbox] { inbox->wake(); });
    Result<void> fought = fight();
    m_parts.control->onChange({});
    if (!fought) { // nothing more can be written; what is in flight is possibly billed
        m_launcher->close();
        m_launcher->abandon();
        constexpr std::chrono::milliseconds tick{100};
        while (begun() > 0) // nobody may answer into what is gone
            for (const Arrival& arrival : m_inbox->take(tick, 1)) {
                m_flights[arrival.flight] = {};
                m_free.push_back(arrival.flight);
            }
        RunStatus last = status();
        last.state = RunState::Stopped;
        last.message = fought.error().text();
        m_parts.control->publish(std::move(last));
        return tl::unexpected<Error>(fought.error());
    }
    return finish();
}

Result<void> Runner::begin(std::optional<RunId> resume) {
    TRY(checkPrices(m_spec, *m_parts.cast));
    m_resumed = resume.has_value();
    TRY(m_rounds.choose());
    if (resume)
        TRY(checkNothingIsOut(*resume));
    m_run = TRY(beginRun(*m_parts.workspace, m_spec, m_rounds.title(), resume, RunState::Running));
    CallSums earlier;
    m_at = TRY(m_parts.workspace->read<Timestamp>([&](Reader& reader) -> Result<Timestamp> {
        RunReader runs(reader);
        earlier = TRY(runs.sums(m_run));
        return TRY(runs.run(m_run)).at;
    }));
    m_ledger = Ledger(earlier, m_spec.maxCost);
    publish(true);
    return {};
}

// What is out in a batch would be asked, and paid for, twice.
Result<void> Runner::checkNothingIsOut(RunId run) const {
    const auto batches = TRY(m_parts.workspace->read<std::vector<Batch>>(
        [&](Reader& reader) { return RunReader(reader).batches(run); }));
    if (std::all_of(batches.begin(), batches.end(),
                    [](const Batch& batch) { return batch.ended.known(); }))
        return {};
    return fail(ErrorCode::InvalidInput,
                fmt::format("run {} has batches out; take their results in first, or cancel them",
                            run.value));
}

Result<void> Runner::fight() {
    while (TRY(m_rounds.next(m_run))) {
        m_nextUnit = 0;
        m_tally.answers.planned += m_rounds.answers();
        m_tally.games.planned += m_rounds.games();
        bool wait = false;
        while (TRY(step(wait)))
            wait = m_opened.empty() && m_landed.empty() && m_departing.empty();
        if (stopping())
            break;
    }
    return {};
}

// False: this round is over, or nothing of it is on its way after a stop.
Result<bool> Runner::step(bool wait) {
    constexpr std::chrono::milliseconds tick{100};
    land(m_inbox->take(wait ? tick : std::chrono::milliseconds(0), begun() / 4 + 1));
    m_opened.clear();
    m_departing.clear();
    if (stopping())
        stopAsking();
    else if (!m_parts.control->paused())
        TRY(pick());
    if (!m_opened.empty() || !m_landed.empty() || !m_departing.empty())
        TRY(commit());
    send();
    std::erase_if(m_units, [](const Unit& unit) { return unit.settled(); });
    publish(false);
    if (begun() > 0)
        return true;
    const bool more = !m_units.empty() || m_nextUnit < m_rounds.plan().units.size();
    const bool moved = !m_opened.empty() || !m_landed.empty(); // which may give something to ask
    if (wait && more && !moved && !stopping() && !m_parts.control->paused())
        return fail(ErrorCode::Internal, "the run has calls left but asks for none; please report "
                                         "this, and resume the run");
    return !stopping() && more;
}

void Runner::land(std::vector<Arrival> arrivals) {
    m_landed.clear();
    m_ledger.setMostInRow(std::max(20, m_parts.control->atOnce(m_spec.atOnce)));
    for (Arrival& arrival : arrivals) {
        Flight flight = std::exchange(m_flights[arrival.flight], {});
        m_free.push_back(arrival.flight);
        Landed& landed = m_landed.emplace_back();
        landed.unit = flight.unit;
        landed.ask = std::move(flight.ask);
        landed.call = flight.call;
        landed.outcome = std::move(arrival.outcome);
        m_ledger.ended(landed.ask, landed.outcome);
        ++m_ended;
        readVerdict(landed, *m_parts.cast);
        if (landed.malformed())
            m_ledger.malformed(landed.ask, landed.parsed.problem);
    }
}

// As many calls as may be out: those in flight, and as many again whose intents are committed, so
// that the next one is sent the moment another ends.
Result<void> Runner::pick() {
    const auto most = 2 * static_cast<std::size_t>(m_parts.control->atOnce(m_spec.atOnce));
    auto unit = m_units.begin();
    while (begun() + m_departing.size() < most) {
        if (unit == m_units.end()) {
            const bool more = TRY(openUnits(most - begun() - m_departing.size()));
            if (!more)
                return {};
            unit = std::prev(m_units.end(), static_cast<std::ptrdiff_t>(m_opened.size()));
            continue;
        }
        if (!m_held) {
            std::optional<Ask> ask = unit->next();
            if (!ask) {
                ++unit;
                continue;
            }
            m_held = Flight{&*unit, std::move(*ask), {}};
        }
        if (!m_ledger.fits(m_held->ask)) {
            // What is out may cost less than it could; only then is there an end.
            m_outOfMoney = begun() + m_departing.size() == 0;
            return {};
        }
        m_ledger.began(m_held->ask);
        m_departing.push_back(std::move(*m_held));
        m_held.reset();
    }
    return {};
}

// Loads units until they should give so many calls; false when there is no other unit.
Result<bool> Runner::openUnits(std::size_t calls) {
    const auto& units = m_rounds.plan().units;
    if (m_nextUnit >= units.size() || !m_opened.empty())
        return false;
    constexpr std::size_t most = 256;
    const std::size_t fighters = std::max<std::size_t>(1, m_parts.cast->fighters.size());
    const std::size_t count = std::min({most, calls / fighters + 1, units.size() - m_nextUnit});
    TRY(m_parts.workspace->read<void>([&](Reader& reader) -> Result<void> {
        for (std::size_t i = 0; i < count; ++i) {
            Unit& unit = m_units.emplace_back(units[m_nextUnit + i], m_parts.cast, m_spec, m_tally);
            TRY(unit.load(reader, m_resumed));
            m_opened.push_back(&unit);
        }
        return {};
    }));
    m_nextUnit += count;
    return true;
}

Result<void> Runner::commit() {
    return m_parts.workspace->commit<void>([&](Appender& appender) -> Result<void> {
        for (Unit* unit : m_opened)
            TRY(unit->open(appender, m_run, m_at));
        for (const Landed& landed : m_landed)
            TRY(commitLanded(appender, m_run, m_at, landed,
                             m_ledger.hasAnswered(landed.ask.endpoint->model)));
        RunAppender runs(appender);
        for (Flight& flight : m_departing) {
            CallIn in;
            in.key = flight.ask.key;
            in.run = m_run;
            in.model = flight.ask.endpoint->model;
            in.purpose = flight.ask.purpose;
            flight.call = TRY(runs.beginCall(in));
        }
        return {};
    });
}

void Runner::send() {
    m_launcher->setAtOnce(static_cast<std::size_t>(m_parts.control->atOnce(m_spec.atOnce)));
    for (Flight& departing : m_departing) {
        std::size_t number = m_flights.size();
        if (m_free.empty()) {
            m_flights.emplace_back();
        } else {
            number = m_free.back();
            m_free.pop_back();
        }
        Flight& flight = m_flights[number];
        flight = std::move(departing);
        ChatCall call;
        call.endpoint = flight.ask.endpoint;
        call.request = flight.ask.request;
        m_launcher->launch(number, std::move(call));
    }
}

void Runner::stopAsking() {
    if (!m_stoppedAt) {
        m_stoppedAt = Steady::now();
        m_launcher->close();
    }
    if (m_gaveUp || secondsSince(*m_stoppedAt) < m_parts.patience)
        return;
    m_gaveUp = true;
    m_launcher->abandon();
}

RunStatus Runner::status() const {
    RunStatus out;
    out.run = m_run;
    out.state = RunState::Running;
    out.stopping = stopping();
    out.tally = m_tally;
    out.sums = m_ledger.sums();
    out.inFlight = static_cast<int>(begun());
    out.atOnce = m_parts.control->atOnce(m_spec.atOnce);
    out.seconds = secondsSince(m_began);
    out.maxCost = m_spec.maxCost;
    out.errors = m_ledger.errors();
    out.endpoints = m_parts.service->activity();
    if (m_pastCalls.size() > 1) {
        const double span = m_pastCalls.back().first - m_pastCalls.front().first;
        const auto calls =
            static_cast<double>(m_pastCalls.back().second - m_pastCalls.front().second);
        out.callsPerSecond = span > 0 ? calls / span : 0;
    }
    if (out.callsPerSecond > 0)
        out.left =
            static_cast<double>(m_tally.answers.left() + m_tally.games.left()) / out.callsPerSecond;
    return out;
}

void Runner::publish(bool now) {
    constexpr double often = 0.1; // seconds
    if (!now && secondsSince(m_published) < often)
        return;
    m_published = Steady::now();
    constexpr double lately = 10; // seconds
    m_pastCalls.emplace_back(secondsSince(m_began), m_ended);
    while (m_pastCalls.front().first < m_pastCalls.back().first - lately)
        m_pastCalls.pop_front();
    m_parts.control->publish(status());
    const auto done = [](const CallCounts& counts) {
        return static_cast<std::uint64_t>(counts.planned - counts.left());
    };
    m_meter.report(m_rounds.title(), done(m_tally.answers) + done(m_tally.games),
                   static_cast<std::uint64_t>(m_tally.answers.planned + m_tally.games.planned),
                   "calls");
}

Result<RunStatus> Runner::finish() {
    TRY(markSuspects(*m_parts.workspace));
    RunStatus last = status();
    last.stopping = false;
    if (!m_ledger.hopeless().empty()) {
        last.state = RunState::Failed;
        last.message = m_ledger.hopeless();
    } else if (m_outOfMoney) {
        last.state = RunState::Stopped;
        last.message = fmt::format("the limit of ${:.2f} leaves no room for another call; raise it "
                                   "and resume to go on",
                                   *m_spec.maxCost);
    } else if (m_stop.stop_requested()) {
        last.state = RunState::Stopped;
        last.message = "stopped; resume to go on";
    } else {
        last.state = RunState::Done;
        if (m_tally.answers.failed + m_tally.games.failed > 0)
            last.message = fmt::format("{} answers and {} games came to nothing; resume to ask "
                                       "again for what may still come",
                                       m_tally.answers.failed, m_tally.games.failed);
    }
    TRY(m_parts.workspace->write<void>([&](Appender& appender) {
        return RunAppender(appender).setState(m_run, last.state, last.message);
    }));
    m_parts.control->publish(last);
    return last;
}

} // namespace

Result<RunStatus> performRun(const RunParts& parts, const RunSpec& spec,
                             std::optional<RunId> resume, const std::stop_token& stop,
                             const ProgressSink& progress) {
    TRY(checkRunSpec(spec));
    return Runner(parts, spec, stop, progress).go(resume);
}

} // namespace agon
