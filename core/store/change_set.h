// What a committed write touched, so that a panel refreshes only what it shows.
#pragma once

#include "core/base/ids.h"

#include <vector>

namespace agon {

struct ChangeSet {
    bool models = false;       // added, edited or removed
    bool sets = false;         // sets, categories, instructions
    bool battlesAdded = false; // battles, or games of battles
    bool runs = false;         // their state and their batches
    bool flywheel = false;     // iterations, stages, checkpoints
    bool settings = false;
    std::vector<BattleId> votes; // battles whose overrides or flags changed

    [[nodiscard]] bool any() const {
        return models || sets || battlesAdded || runs || flywheel || settings || !votes.empty();
    }
    void merge(const ChangeSet& other) {
        models |= other.models;
        sets |= other.sets;
        battlesAdded |= other.battlesAdded;
        runs |= other.runs;
        flywheel |= other.flywheel;
        settings |= other.settings;
        votes.insert(votes.end(), other.votes.begin(), other.votes.end());
    }
};

} // namespace agon
