// Any bytes as a file of results: nothing breaks, no call is answered twice, and what a line says
// comes out as sound UTF-8.
#include "core/arena/batch_results.h"
#include "core/text/repair.h"
#include "fuzz_check.h"

#include <array>
#include <set>

using namespace agon;
using fuzz::check;

namespace {

const std::array<OpenCall, 3> calls{OpenCall{CallId{1}, {}}, OpenCall{CallId{2}, {}},
                                    OpenCall{CallId{3}, {}}};

Endpoint someEndpoint() {
    Endpoint out;
    out.name = "m";
    auto profile = std::make_shared<ProviderProfile>();
    profile->reasoningFields = {"reasoning_content"};
    out.profile = std::move(profile);
    return out;
}

void checkText(std::string_view text) {
    check(!repairText(text).changed(), "what comes out is sound UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Endpoint endpoint = someEndpoint();
    const std::string_view bytes = fuzz::asText(data, size);
    JsonRecord record;
    const ChatOutcome outcome = readResult(record, bytes, endpoint);
    checkText(outcome ? outcome->text : outcome.error().message);

    Batch batch;
    batch.model = ModelId{1};
    BatchResults results(RunId{1});
    results.expect(batch, calls);
    results.add(std::string(bytes));
    results.add(std::string(bytes));
    std::set<std::int64_t> taken;
    while (const auto found = results.take({})) {
        check(found->call.value >= 1 && found->call.value <= 3, "only calls that are waited for");
        check(taken.insert(found->call.value).second, "no call is answered twice");
        const ChatOutcome answer = readResult(record, found->line, endpoint);
        checkText(answer ? answer->text : answer.error().message);
    }
    check(results.rest().empty(), "what was taken is gone");
    if (const auto name = readRequestName(bytes)) {
        const auto again = readRequestName(requestName(name->run, name->call, {}));
        check(again && again->run == name->run && again->call == name->call,
              "a name that is read can be written");
    }
    return 0;
}
