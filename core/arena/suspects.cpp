#include "core/arena/suspects.h"

#include "core/judge/suspicion.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"

#include <vector>

namespace agon {

Result<std::int64_t> markSuspects(Workspace& workspace) {
    const auto common = TRY(workspace.read<std::vector<CommonAnswer>>([](Reader& reader) {
        return RunReader(reader).commonAnswers(static_cast<std::int64_t>(sameAnswerLeast));
    }));
    std::int64_t marked = 0;
    for (const CommonAnswer& answer : common) {
        const double share = static_cast<double>(answer.same) / static_cast<double>(answer.answers);
        if (share < sameAnswerShare)
            continue;
        marked += TRY(workspace.write<std::int64_t>([&](Appender& appender) {
            return RunAppender(appender).markSameAnswers(answer.model, answer.hash);
        }));
    }
    return marked;
}

} // namespace agon
