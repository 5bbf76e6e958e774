#include "core/arena/batch_half.h"

#include "core/arena/landing.h"
#include "core/arena/ledger.h"
#include "core/llm/dialect.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace agon {
namespace {

constexpr std::int64_t mostFailures = 3; // in batches, of one question

// Asks that earlier batches have shown to be in vain are settled, all others given to `take`.
Result<void> eachAsk(Unit& unit, const BatchPast& past,
                     const std::function<Result<void>(Ask)>& take) {
    while (std::optional<Ask> ask = unit.next()) {
        if (past.givenUp.contains(ask->key))
            unit.failed(*ask);
        else
            TRY(take(std::move(*ask)));
    }
    return {};
}

class Gathering {
  public:
    Gathering(const RunScene& scene, const Shipping& shipping, BatchPast past)
        : m_scene(scene)
        , m_shipping(shipping)
        , m_past(std::move(past))
        , m_ledger(m_past.sums, scene.spec.maxCost) {}

    Result<Gathered> go();

  private:
    using Kind = std::pair<CallPurpose, ModelId>;
    Result<void> take(Appender& appender, const Ask& ask);
    Result<void> pack(Appender& appender, const Ask& ask);
    Result<Parcel> begin(Appender& appender, const Ask& ask) const;
    Result<void> shipFull();
    void setAside(std::map<Kind, Parcel>::iterator parcel);

    const RunScene& m_scene;
    const Shipping& m_shipping;
    BatchPast m_past;
    Ledger m_ledger;
    std::map<Kind, Parcel> m_open;
    std::vector<Parcel> m_full;
    Gathered m_gathered;
};

Result<Gathered> Gathering::go() {
    UnitVisit visit;
    visit.unit = [&](Unit& unit, Appender& appender) {
        return eachAsk(unit, m_past, [&](const Ask& ask) { return take(appender, ask); });
    };
    visit.between = [&] {
        return shipFull();
    };
    m_gathered.seen = TRY(visitUnits(m_scene, "Gathering requests", visit));
    while (!m_open.empty())
        setAside(m_open.begin());
    TRY(shipFull());
    return m_gathered;
}

Result<void> Gathering::take(Appender& appender, const Ask& ask) {
    if (const auto out = m_past.out.find(ask.key); out != m_past.out.end()) {
        m_past.out.erase(out);
        ++m_gathered.out;
        m_ledger.began(ask);
        return {};
    }
    if (!m_shipping.halves.has(ask.purpose))
        return {};
    if (!m_shipping.accepts(*ask.endpoint)) {
        ++m_gathered.left[ask.endpoint->name];
        return {};
    }
    m_gathered.outOfMoney = m_gathered.outOfMoney || !m_ledger.fits(ask);
    if (m_gathered.outOfMoney)
        return {};
    m_ledger.began(ask);
    ++m_gathered.requests;
    return pack(appender, ask);
}

Result<void> Gathering::pack(Appender& appender, const Ask& ask) {
    const Kind kind{ask.purpose, ask.endpoint->model};
    auto found = m_open.find(kind);
    const std::string body = TRY(encodeChat(*ask.endpoint, ask.request));
    constexpr std::size_t mostAround = 200; // bytes of a line around its body
    const std::size_t size = body.size() + mostAround;
    if (found != m_open.end() && (found->second.batch.requests >= m_shipping.limits.lines ||
                                  found->second.lines.size() + size > m_shipping.limits.bytes)) {
        setAside(found);
        found = m_open.end();
    }
    if (found == m_open.end())
        found = m_open.emplace(kind, TRY(begin(appender, ask))).first;
    Parcel& parcel = found->second;
    CallIn in;
    in.key = ask.key;
    in.run = m_scene.run;
    in.model = ask.endpoint->model;
    in.purpose = ask.purpose;
    in.batch = parcel.batch.id;
    const CallId call = TRY(RunAppender(appender).beginCall(in));
    parcel.lines += requestLine(requestName(m_scene.run, call, ask.key), body);
    ++parcel.batch.requests;
    return {};
}

Result<Parcel> Gathering::begin(Appender& appender, const Ask& ask) const {
    Parcel out;
    out.endpoint = ask.endpoint;
    out.batch.run = m_scene.run;
    out.batch.model = ask.endpoint->model;
    out.batch.purpose = ask.purpose;
    out.batch.state = "writing";
    out.batch.id = TRY(RunAppender(appender).addBatch(out.batch));
    out.batch.at = appender.now();
    return out;
}

void Gathering::setAside(std::map<Kind, Parcel>::iterator parcel) {
    m_full.push_back(std::move(parcel->second));
    m_open.erase(parcel);
}

// Many models together hold no more than two full files.
Result<void> Gathering::shipFull() {
    const auto held = [&] {
        std::size_t bytes = 0;
        for (const auto& [kind, parcel] : m_open)
            bytes += parcel.lines.size();
        return bytes;
    };
    while (held() > 2 * m_shipping.limits.bytes)
        setAside(std::max_element(m_open.begin(), m_open.end(), [](auto& first, auto& second) {
            return first.second.lines.size() < second.second.lines.size();
        }));
    for (Parcel& parcel : m_full)
        TRY(m_shipping.ship(parcel));
    m_full.clear();
    return {};
}

// Ends calls whose questions are not asked any more.
Result<void> endUnplaced(const RunScene& scene, const BatchResults& results) {
    const auto rest = results.rest();
    if (rest.empty())
        return {};
    std::map<ModelId, std::shared_ptr<const Endpoint>> endpoints;
    for (const auto& endpoint : scene.cast->endpoints())
        endpoints.emplace(endpoint->model, endpoint);
    return scene.workspace.write<void>([&](Appender& appender) -> Result<void> {
        RunAppender runs(appender);
        JsonRecord record;
        for (const BatchResults::Found& found : rest) {
            Landed landed;
            landed.call = found.call;
            CallEnd end;
            if (const auto endpoint = endpoints.find(found.model); endpoint != endpoints.end()) {
                landed.ask.endpoint = endpoint->second;
                landed.outcome = readResult(record, found.line, *endpoint->second);
                end = endOf(landed);
            }
            if (end.state == CallState::Answered) {
                end.state = CallState::Failed;
                end.failure = "unplaced";
                end.message = "what was asked has changed since";
            }
            TRY(runs.endCall(found.call, end));
        }
        return {};
    });
}

} // namespace

Result<BatchPast> readPast(const RunScene& scene, const std::vector<Batch>& batches) {
    return scene.workspace.read<BatchPast>([&](Reader& reader) -> Result<BatchPast> {
        RunReader runs(reader);
        BatchPast out;
        out.sums = TRY(runs.sums(scene.run));
        for (const Batch& batch : batches)
            for (const OpenCall& call : TRY(runs.openCalls(batch.id)))
                out.out.insert(call.key);
        for (const auto& endpoint : scene.cast->endpoints())
            for (const CallPurpose purpose : {CallPurpose::Answer, CallPurpose::Game})
                if (TRY(runs.seen(endpoint->model, purpose)).calls > 0)
                    out.answered.insert(endpoint->model);
        for (const FailedKey& failed : TRY(runs.failedInBatches(scene.run)))
            if (failed.times >= mostFailures ||
                failed.failure == callFailureName(CallFailure::BadRequest))
                out.givenUp.insert(failed.key);
        return out;
    });
}

Result<Gathered> gatherRequests(const RunScene& scene, const Shipping& shipping, BatchPast past) {
    return Gathering(scene, shipping, std::move(past)).go();
}

Result<UnitsSeen> applyResults(const RunScene& scene, BatchResults& results,
                               const BatchPast& past) {
    const Timestamp at =
        TRY(scene.workspace.read<Timestamp>([&](Reader& reader) -> Result<Timestamp> {
            return TRY(RunReader(reader).run(scene.run)).at;
        }));
    JsonRecord record;
    UnitVisit visit;
    visit.unit = [&](Unit& unit, Appender& appender) {
        return eachAsk(unit, past, [&](Ask ask) -> Result<void> {
            const auto found = results.take(ask.key);
            if (!found)
                return {};
            Landed landed;
            landed.unit = &unit;
            landed.ask = std::move(ask);
            landed.call = found->call;
            landed.outcome = readResult(record, found->line, *landed.ask.endpoint);
            readVerdict(landed, *scene.cast);
            const auto count = results.counts().find(found->model);
            const bool answers = count->second.answered > 0 || past.answered.contains(found->model);
            return commitLanded(appender, scene.run, at, landed, answers);
        });
    };
    UnitsSeen out = TRY(visitUnits(scene, "Taking in results", visit));
    TRY(endUnplaced(scene, results));
    return out;
}

} // namespace agon
