// What the fake server was told on its command line: OPTIONS.md.
#pragma once

#include "tests/support/fake_llm/judge.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fake {

struct Options {
    int port = 0;
    bool untilStdinEnds = false;
    double latencySeconds = 0;
    double jitterSeconds = 0;
    std::size_t bytes = 0;
    std::vector<std::string> models{"fighter-1000", "fighter-1200", "fighter-1400", "judge-1"};
    std::size_t pieceBytes = 0;
    double pieceSeconds = 0;
    int noVerdictFirst = 0;
    JudgeHabits judge;
    std::string key; // the value; empty: none is asked for
    int ratePerWindow = 0;
    double rateWindowSeconds = 60;
    bool plainStream = false;
    bool usage = true;
    std::string script;    // its text
    std::string statsFile; // empty: none
};

// Ends the program with a message when they cannot be used.
[[nodiscard]] Options readOptions(int count, char** words);

} // namespace fake
