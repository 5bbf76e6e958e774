// The two directions of a run by batches: what is to be asked goes into parcels, what came back
// goes into the workspace.
#pragma once

#include "core/arena/batch_requests.h"
#include "core/arena/batch_results.h"
#include "core/arena/run_units.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/llm/endpoint.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace agon {

// Which calls.
struct BatchHalves {
    bool answers = true;
    bool games = true;

    [[nodiscard]] bool has(CallPurpose purpose) const {
        return purpose == CallPurpose::Answer ? answers : games;
    }
};

// What earlier batches of the run left.
struct BatchPast {
    std::multiset<CallKey> out; // asked for, and not answered yet
    std::set<CallKey> givenUp;  // will not be asked by batches of this run again
    std::set<ModelId> answered; // models that have answered something before
    CallSums sums;
};
// `batches`: those that have not ended.
[[nodiscard]] Result<BatchPast> readPast(const RunScene& scene, const std::vector<Batch>& batches);

// Requests to one model, with intents written down; its row is there in the state "writing".
struct Parcel {
    Batch batch;
    std::shared_ptr<const Endpoint> endpoint;
    std::string lines;
};

struct Gathered {
    UnitsSeen seen;
    std::int64_t requests = 0;                // in parcels
    std::int64_t out = 0;                     // asked before, and not answered yet
    bool outOfMoney = false;                  // there is more, for which the limit leaves no room
    std::map<std::string, std::int64_t> left; // requests by models that cannot be asked so
};

struct Shipping {
    BatchHalves halves;
    BatchLimits limits;
    // Whether this model can be asked in this way.
    std::function<bool(const Endpoint&)> accepts;
    // Called outside of any transaction, when a parcel is full or all is seen.
    std::function<Result<void>(Parcel&)> ship;
};

// Puts into parcels what can be asked now and is not out, each of one model and one half; about two
// full ones at most are in memory. Errors: as visitUnits, of encodeChat, of `ship`.
[[nodiscard]] Result<Gathered> gatherRequests(const RunScene& scene, const Shipping& shipping,
                                              BatchPast past);

// Takes in what came back, exactly as the runner does with single calls. Calls whose questions have
// changed meanwhile are ended as failed, with what they cost. Errors: as visitUnits.
[[nodiscard]] Result<UnitsSeen> applyResults(const RunScene& scene, BatchResults& results,
                                             const BatchPast& past);

} // namespace agon
