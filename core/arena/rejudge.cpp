#include "core/arena/rejudge.h"

#include "core/arena/call_end.h"
#include "core/arena/call_key.h"
#include "core/arena/inbox.h"
#include "core/judge/judge_prompt.h"
#include "core/judge/parse_verdict.h"
#include "core/llm/model_endpoint.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <utility>

namespace agon {
namespace {

constexpr std::array<Order, 2> bothOrders{Order::AB, Order::BA};

// One order, until it has a verdict or no attempt is left.
struct Play {
    RejudgedGame game;
    int attempt = 0; // of the key; those that were asked before are passed over
    int asked = 0;   // in this run
    JudgePrompt prompt;
    ChatRequest request;
    CallKey key;
    CallId call;
    ChatService::Ticket ticket = 0;
    bool out = false; // its call is on its way
};

class Rejudge {
  public:
    Rejudge(const RejudgeRequest& request, Judge judge, std::shared_ptr<ChatService> service,
            Workspace& workspace, const RejudgeListener& hear)
        : m_request(request)
        , m_judge(std::move(judge))
        , m_service(std::move(service))
        , m_workspace(workspace)
        , m_hear(hear) {}

    Result<Rejudged> go(const std::stop_token& stop);

  private:
    Result<void> load();
    Result<void> prepare(RunReader& reader, Play& play, const std::vector<CallKey>& played);
    void keyOf(Play& play) const;
    [[nodiscard]] JudgeInput input() const;
    Result<void> send(std::span<Play* const> plays);
    Result<void> land(Play& play, const ChatOutcome& outcome, const std::stop_token& stop);
    Result<void> finish(const std::stop_token& stop);

    const RejudgeRequest& m_request;
    Judge m_judge;
    std::shared_ptr<ChatService> m_service;
    Workspace& m_workspace;
    const RejudgeListener& m_hear;
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    Battle m_battle;
    std::array<Play, 2> m_plays;
    RunId m_run;
    std::optional<double> m_cost = 0;
};

JudgeInput Rejudge::input() const {
    const auto turns = static_cast<std::size_t>(m_battle.turn);
    const auto upTo = [&](std::span<const std::string> texts) {
        return texts.first(std::min(turns, texts.size()));
    };
    JudgeInput out;
    out.system = m_battle.instruction.system;
    out.history = m_battle.instruction.history;
    out.questions = upTo(m_battle.instruction.turns);
    out.answersA = upTo(m_battle.a.turns);
    out.answersB = upTo(m_battle.b.turns);
    if (m_battle.instruction.references.size() >= turns)
        out.references = upTo(m_battle.instruction.references);
    return out;
}

void Rejudge::keyOf(Play& play) const {
    play.key = callKey(*m_judge.endpoint, play.request, CallPurpose::Game,
                       static_cast<std::uint8_t>(play.game.order), play.attempt,
                       m_judge.style->contentHash);
    play.request.sampling.seed = seedOf(play.key);
}

Result<void> Rejudge::prepare(RunReader& reader, Play& play, const std::vector<CallKey>& played) {
    play.prompt = TRY(fillPrompt(*m_judge.style, input(), play.game.order));
    play.request.sampling = m_judge.sampling;
    play.request.messages = play.prompt.messages;
    play.request.schemaName = play.prompt.schemaName;
    play.request.schema = play.prompt.schema;
    play.request.stream = true;
    constexpr int most = 1000;
    for (keyOf(play); play.attempt < most; ++play.attempt, keyOf(play))
        if (std::find(played.begin(), played.end(), play.key) == played.end() &&
            !TRY(reader.wasMalformed(play.key)))
            return {};
    return fail(ErrorCode::InvalidInput, "this judge has been asked about this battle too often");
}

Result<void> Rejudge::load() {
    return m_workspace.read<void>([&](Reader& reader) -> Result<void> {
        m_battle = TRY(reader.battle(m_request.battle));
        const auto turns = static_cast<std::size_t>(m_battle.turn);
        if (m_battle.instruction.turns.size() < turns || m_battle.a.turns.size() < turns ||
            m_battle.b.turns.size() < turns)
            return fail(ErrorCode::InvalidInput,
                        "the texts of this battle are not in the workspace, so there is nothing to "
                        "show a judge");
        RunReader runs(reader);
        std::vector<CallKey> played;
        for (const FoughtBattle& fought : TRY(runs.foughtOn(m_battle.instruction.id)))
            for (const PlayedGame& game : fought.games)
                if (fought.id == m_battle.id && game.key)
                    played.push_back(*game.key);
        for (std::size_t i = 0; i < bothOrders.size(); ++i) {
            m_plays[i].game.order = bothOrders[i];
            TRY(prepare(runs, m_plays[i], played));
        }
        return {};
    });
}

Result<void> Rejudge::send(std::span<Play* const> plays) {
    TRY(m_workspace.write<void>([&](Appender& appender) -> Result<void> {
        RunAppender runs(appender);
        for (Play* play : plays) {
            CallIn in;
            in.key = play->key;
            in.run = m_run;
            in.model = m_judge.model.id;
            in.purpose = CallPurpose::Game;
            play->call = TRY(runs.beginCall(in));
        }
        return {};
    }));
    for (Play* play : plays) {
        const Order order = play->game.order;
        const int attempt = play->asked++;
        const auto number = static_cast<std::size_t>(play - m_plays.data());
        if (m_hear)
            m_hear(order, attempt, {});
        ChatCall call;
        call.endpoint = m_judge.endpoint;
        call.request = play->request;
        call.done = [inbox = m_inbox, number](ChatOutcome outcome) {
            inbox->put({number, std::move(outcome)});
        };
        if (m_hear)
            call.piece = [hear = m_hear, order, attempt](std::string_view piece) {
                hear(order, attempt, piece);
            };
        play->out = true;
        play->ticket = m_service->send(std::move(call));
    }
    return {};
}

Result<void> Rejudge::land(Play& play, const ChatOutcome& outcome, const std::stop_token& stop) {
    play.out = false;
    ParsedVerdict parsed;
    if (outcome) {
        const JudgeInput shown = input();
        std::vector<std::string_view> texts;
        for (const auto& each : {shown.questions, shown.answersA, shown.answersB, shown.references})
            texts.insert(texts.end(), each.begin(), each.end());
        for (const Exchange& given : shown.history) {
            texts.emplace_back(given.user);
            texts.emplace_back(given.assistant);
        }
        parsed = parseVerdict(m_judge.style->form, outcome->text, outcome->finish, texts);
    }
    const CallEnd end = callEnd(outcome, outcome ? &parsed : nullptr, m_judge.endpoint->price);
    const bool paid = outcome.has_value();
    if (paid)
        m_cost = m_cost && end.cost ? std::optional(*m_cost + *end.cost) : std::nullopt;
    const bool invalid = paid && parsed.verdict == Verdict::Invalid;
    const bool again = invalid && play.asked < m_request.attempts && !stop.stop_requested();
    const bool reversed = play.game.order == Order::BA; // shown first is B
    if (!paid) {
        play.game.problem = outcome.error().message;
    } else {
        play.game.problem = parsed.problem;
        play.game.verdict = reversed ? swapped(parsed.verdict) : parsed.verdict;
    }
    TRY(m_workspace.write<void>([&](Appender& appender) -> Result<void> {
        TRY(RunAppender(appender).endCall(play.call, end));
        if (!paid || again)
            return {};
        const std::string prompt = asText(play.prompt);
        GameIn in;
        in.judge = m_judge.model.id;
        in.order = play.game.order;
        in.verdict = play.game.verdict;
        in.scoreA = reversed ? parsed.scoreSecond : parsed.scoreFirst;
        in.scoreB = reversed ? parsed.scoreFirst : parsed.scoreSecond;
        in.explanation = TextIn(parsed.explanation);
        in.raw = TextIn(outcome->text, outcome->marks);
        in.prompt = TextIn(prompt);
        in.error = parsed.problem;
        in.tokensIn = end.tokensIn;
        in.tokensOut = end.tokensOut;
        in.cost = end.cost;
        in.seconds = end.seconds;
        in.style = m_judge.styleName;
        in.servedModel = outcome->servedModel;
        in.fingerprint = outcome->fingerprint;
        in.call = play.call;
        in.at = appender.now();
        TRY(appender.game({m_battle.id, false}, in));
        return {};
    }));
    if (!again)
        return {};
    ++play.attempt;
    keyOf(play);
    Play* const plays[] = {&play};
    return send(plays);
}

Result<void> Rejudge::finish(const std::stop_token& stop) {
    std::string message;
    for (const Play& play : m_plays)
        if (play.game.verdict == Verdict::None && message.empty())
            message = play.game.problem;
    return m_workspace.write<void>([&](Appender& appender) {
        const RunState state = stop.stop_requested() ? RunState::Stopped
                               : message.empty()     ? RunState::Done
                                                     : RunState::Failed;
        return RunAppender(appender).setState(m_run, state, message);
    });
}

Result<Rejudged> Rejudge::go(const std::stop_token& stop) {
    TRY(load());
    m_run = TRY(m_workspace.write<RunId>([&](Appender& appender) {
        const std::string parameters = nlohmann::json{
            {"battle", m_request.battle.value},
            {"judge", m_request.judge.value},
            {"style", m_judge.style->id}}.dump();
        RunIn in;
        in.kind = "arena";
        in.name = "Judge again";
        in.parameters = parameters;
        in.at = appender.now();
        in.state = RunState::Running;
        return appender.run(in);
    }));
    const std::stop_callback onStop(stop, [inbox = m_inbox] { inbox->wake(); });
    std::array<Play*, 2> all{&m_plays[0], &m_plays[1]};
    const auto out = [&] {
        return std::any_of(m_plays.begin(), m_plays.end(),
                           [](const Play& play) { return play.out; });
    };
    Result<void> written = send(all);
    bool cancelled = false;
    // Also after an error of the workspace: nobody may answer into what is gone.
    while (out()) {
        if ((stop.stop_requested() || !written) && !cancelled) {
            cancelled = true;
            for (const Play& play : m_plays)
                if (play.out)
                    m_service->cancel(play.ticket);
        }
        constexpr std::chrono::milliseconds tick{200};
        for (Arrival& arrival : m_inbox->take(tick, 1)) {
            Play& play = m_plays[arrival.flight];
            play.out = false;
            if (written)
                written = land(play, arrival.outcome, stop);
        }
    }
    TRY(std::move(written));
    TRY(finish(stop));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "judging again was cancelled");
    return Rejudged{m_run, {m_plays[0].game, m_plays[1].game}, m_cost};
}

} // namespace

Result<Judge> judgeFor(const RejudgeRequest& request, const Resources& resources,
                       Workspace& workspace) {
    std::shared_ptr<const PromptStyle> style = resources.styles.find(request.style);
    if (!style)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("there is no prompt style “{}”", request.style));
    const auto models = TRY(
        workspace.read<std::vector<Model>>([](Reader& reader) { return reader.models(false); }));
    const auto model = std::find_if(models.begin(), models.end(),
                                    [&](const Model& known) { return known.id == request.judge; });
    if (model == models.end())
        return fail(ErrorCode::NotFound, "this judge is not in the workspace any more");
    auto endpoint = TRY(endpointOf(*model, resources.profiles));
    return judgeOf(*model, std::move(endpoint), std::move(style));
}

Result<Rejudged> judgeAgain(const RejudgeRequest& request, const Resources& resources,
                            const std::shared_ptr<ChatService>& service, Workspace& workspace,
                            const RejudgeListener& hear, const std::stop_token& stop) {
    Judge judge = TRY(judgeFor(request, resources, workspace));
    return Rejudge(request, std::move(judge), service, workspace, hear).go(stop);
}

} // namespace agon
