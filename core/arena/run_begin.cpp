#include "core/arena/run_begin.h"

#include "core/store/run_appender.h"

namespace agon {

Result<RunId> beginRun(Workspace& workspace, const RunSpec& spec, const std::string& title,
                       std::optional<RunId> resume, RunState state) {
    return workspace.write<RunId>([&](Appender& appender) -> Result<RunId> {
        RunAppender runs(appender);
        if (resume) {
            TRY(runs.loseOpenCalls(*resume));
            TRY(runs.setState(*resume, state, {}));
            return *resume;
        }
        RunIn in;
        in.kind = "arena";
        in.name = title;
        in.seed = spec.seed;
        const std::string parameters = writeRunSpec(spec);
        in.parameters = parameters;
        in.state = state;
        return appender.run(in);
    });
}

} // namespace agon
