// Measures runs against the fake server of models: committed answers a second and CPU each, beside
// wrk on the same server; the share of the ideal rate when answers take 200 ms; memory over
// 100,000 games. Prints medians of three; sizes by `bench_run ANSWERS GAMES`.
#include "core/arena/runner.h"
#include "core/arena/services.h"
#include "core/base/clock.h"
#include "core/llm/client.h"
#include "core/store/workspace.h"
#include "tests/support/fake_llm.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

using namespace agon;

namespace {

constexpr int atOnce = 256;
constexpr int fighters = 4;

template <class T>
T valueOf(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "bench_run: {}\n", result.error().text());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double cpuSeconds() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// A workspace with so many instructions; everybody is of one family, so that a run that leaves out
// relatives asks for answers only.
struct Stage {
    std::filesystem::path folder;
    std::shared_ptr<Workspace> workspace;
    RunSpec spec;

    Stage(const std::string& baseUrl, int instructions) {
        folder = std::filesystem::temp_directory_path() / fmt::format("agon-bench-{}", ::getpid());
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        workspace = valueOf(Workspace::create(folder / "bench.agon"));
        valueOf(workspace->write<void>([&](Appender& appender) -> Result<void> {
            spec.set = TRY(appender.set("questions"));
            for (int i = 0; i < instructions; ++i) {
                const std::string text = fmt::format("What is worth knowing of number {}?", i);
                const TextIn turns[] = {text};
                TRY(appender.instruction({spec.set, fmt::format("q{}", i), {}, {}, turns}));
            }
            for (int i = 0; i <= fighters; ++i) {
                Model model;
                model.name = i < fighters ? fmt::format("f-{}", i) : "judge-a";
                model.kind = ModelKind::Endpoint;
                model.provider = "vllm";
                model.family = "bench";
                model.baseUrls = {baseUrl};
                model.apiModel = model.name;
                model.priceIn = 1;
                model.priceOut = 1;
                model.limits = R"({"at_once":256})";
                const ModelId id = TRY(appender.addModel(model));
                (i < fighters ? spec.fighters : spec.judges).push_back(id);
            }
            return {};
        }));
        spec.atOnce = atOnce;
    }
    ~Stage() {
        workspace.reset();
        std::filesystem::remove_all(folder);
    }

    RunStatus run(const std::function<void(const RunStatus&)>& watch = {}) {
        RunParts parts;
        parts.workspace = workspace;
        LlmClient::Options options;
        options.secrets = std::make_shared<EnvironmentSecrets>();
        options.clock = std::make_shared<SystemClock>();
        parts.service = std::make_shared<LlmClient>(std::move(options));
        parts.cast =
            valueOf(makeCast(spec, {loadProviderProfiles(), loadPromptStyles()}, *workspace));
        parts.control = std::make_shared<RunControl>();
        std::jthread watcher;
        if (watch)
            watcher = std::jthread([&](const std::stop_token& stop) {
                while (!stop.stop_requested()) {
                    watch(parts.control->status());
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                }
            });
        return valueOf(performRun(parts, spec, {}, {}, {}));
    }
};

double wrkRate(const std::string& baseUrl) {
    const auto script = std::filesystem::temp_directory_path() / "agon-bench-wrk.lua";
    std::ofstream(script) << "wrk.method='POST'\nwrk.headers['Content-Type']='application/json'\n"
                             "wrk.body='{\"model\":\"f-0\",\"messages\":[{\"role\":\"user\","
                             "\"content\":\"What is worth knowing?\"}],\"max_tokens\":1024}'\n";
    const std::string command = fmt::format("wrk -t1 -c{} -d3s -s {} {}/chat/completions", atOnce,
                                            script.string(), baseUrl);
    FILE* pipe = ::popen(command.c_str(), "r");
    double rate = 0;
    char line[256];
    while (pipe != nullptr && std::fgets(line, sizeof line, pipe) != nullptr)
        std::sscanf(line, "Requests/sec: %lf", &rate);
    if (pipe != nullptr)
        ::pclose(pipe);
    std::filesystem::remove(script);
    return rate;
}

void measureAnswers(int answers) {
    std::vector<double> rates;
    std::vector<double> cpus;
    const FakeLlm server({"--bytes", "1700"});
    for (int round = 0; round < 3; ++round) {
        Stage stage(server.baseUrl(), answers / fighters);
        stage.spec.ownAnswers = OwnAnswers::ExcludeFamily; // no games
        stage.spec.plan = PairPlan::Target;                // fewer battles an answer
        stage.spec.pivot = stage.spec.fighters.front();
        const double cpu = cpuSeconds();
        const auto status = stage.run();
        const auto done = static_cast<double>(status.tally.answers.done);
        rates.push_back(done / status.seconds);
        cpus.push_back((cpuSeconds() - cpu) / done * 1e6);
    }
    const double wrk = wrkRate(server.baseUrl());
    fmt::print("answers of 1.7 kB at once, {} in flight: {:.0f} committed/s, {:.1f} µs of CPU "
               "each; wrk on the same server {:.0f}/s, ratio {:.2f}\n",
               atOnce, median(rates), median(cpus), wrk, median(rates) / wrk);
}

void measureLatency() {
    const FakeLlm server({"--bytes", "1700", "--latency", "200"});
    std::vector<double> shares;
    for (int round = 0; round < 3; ++round) {
        constexpr int answers = atOnce * 40;
        Stage stage(server.baseUrl(), answers / fighters);
        stage.spec.ownAnswers = OwnAnswers::ExcludeFamily; // no games
        stage.spec.plan = PairPlan::Target;                // fewer battles an answer
        stage.spec.pivot = stage.spec.fighters.front();
        const auto status = stage.run();
        shares.push_back(static_cast<double>(status.tally.answers.done) / status.seconds /
                         (atOnce / 0.2));
    }
    fmt::print("answers that take 200 ms, {} in flight: {:.1f} % of the ideal rate\n", atOnce,
               100 * median(shares));
}

void measureMemory(int games) {
    const FakeLlm server({"--bytes", "1700"});
    constexpr int pairs = fighters * (fighters - 1) / 2;
    Stage stage(server.baseUrl(), games / (2 * pairs));
    double early = 0;
    double most = 0;
    const auto status = stage.run([&](const RunStatus& now) {
        const double resident = residentMegabytes();
        most = std::max(most, resident);
        if (now.tally.games.done < now.tally.games.planned / 5)
            early = std::max(early, resident);
    });
    fmt::print("{} games: {:.0f} games/s; memory {:.0f} MB in the first fifth, {:.0f} MB at most, "
               "ratio {:.2f}\n",
               status.tally.games.done,
               static_cast<double>(status.tally.games.done) / status.seconds, early, most,
               most / early);
}

} // namespace

int main(int argc, char** argv) {
    measureAnswers(argc > 1 ? std::atoi(argv[1]) : 100'000);
    measureLatency();
    measureMemory(argc > 2 ? std::atoi(argv[2]) : 100'000);
    return 0;
}
