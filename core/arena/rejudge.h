// One battle, judged again: both orders, by a judge and in a style that a person chose.
#pragma once

#include "core/arena/cast.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/verdict.h"
#include "core/llm/chat_service.h"
#include "core/store/workspace.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct RejudgeRequest {
    BattleId battle;
    ModelId judge;
    std::string style; // of the prompt; empty: the usual one
    int attempts = 3;  // calls for one game, until one has a verdict
};

// What a game of it came to.
struct RejudgedGame {
    Order order = Order::AB;
    Verdict verdict = Verdict::None; // of the battle's A and B; None: the call came to nothing
    std::string problem;             // for a person: why there is no verdict
};

struct Rejudged {
    RunId run;
    std::vector<RejudgedGame> games; // AB, then BA
    std::optional<double> cost;      // dollars, of all calls; not set where one is not known
};

// A reply as it comes. `attempt` counts from 0; a new one begins with an empty piece. Called on
// threads of the service; must be quick.
using RejudgeListener = std::function<void(Order order, int attempt, std::string_view piece)>;

// The judge as it would be asked. Errors: InvalidInput, NotFound, naming what is missing.
[[nodiscard]] Result<Judge> judgeFor(const RejudgeRequest& request, const Resources& resources,
                                     Workspace& workspace);

// Asks the judge about this battle in both orders at once. The games are added as they come; the
// earlier ones of this judge stay and are superseded. What was asked before is asked again, as an
// attempt of its own. Written down as a run "Judge again" that cannot be resumed: each call before
// it is sent, its end with its game.
//
// Blocks; not for the GUI thread. A stop cancels what is on its way; what has come stays. Errors:
// as judgeFor, InvalidInput for a battle without texts or a style that cannot show it, Cancelled,
// of the workspace. A call that came to nothing is no error: its game has verdict None.
[[nodiscard]] Result<Rejudged> judgeAgain(const RejudgeRequest& request, const Resources& resources,
                                          const std::shared_ptr<ChatService>& service,
                                          Workspace& workspace, const RejudgeListener& hear,
                                          const std::stop_token& stop);

} // namespace agon
