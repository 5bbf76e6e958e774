// What a workspace of a million battles costs to open and to look at. Prints figures; asserts
// nothing.
//
//   bench_workspace [FILE] [BATTLES]
//
// Makes FILE with the simulator when it is not there (about a minute per million battles) and keeps
// it, so that the next run begins at once. Without FILE one is made in the temporary folder and
// removed.
#include "core/battles/filter.h"
#include "core/battles/policy.h"
#include "core/battles/sort.h"
#include "core/rating/rate.h"
#include "core/simulation/large.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <numeric>
#include <string>

using namespace agon;

namespace {

using Steady = std::chrono::steady_clock;

double since(Steady::time_point begin) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

// Work of all threads since the last call: what a machine that is busy with other things lets one
// compare.
std::string work() {
    static std::clock_t before = 0;
    const std::clock_t now = std::clock();
    const double milliseconds = 1000.0 * static_cast<double>(now - before) / CLOCKS_PER_SEC;
    before = now;
    return fmt::format("work {:.0f} ms  ", milliseconds);
}

void line(std::string_view what, double milliseconds, std::string_view note = {}) {
    fmt::print("{:<34}{:>10.1f} ms  {}\n", what, milliseconds, note);
    std::fflush(stdout);
}

// Best of five: what the machine can do when nothing else runs.
template <class F>
double best(F&& work) {
    double out = 0;
    for (int i = 0; i < 5; ++i) {
        const auto begin = Steady::now();
        work();
        const double took = since(begin);
        out = i == 0 ? took : std::min(out, took);
    }
    return out;
}

// Resident memory in MB, now and at its highest.
std::string memory() {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::string out;
    while (std::getline(status, word))
        if (word.starts_with("VmRSS:") || word.starts_with("VmHWM:"))
            out += fmt::format("{} {} MB  ", word.substr(0, 6), std::stol(word.substr(6)) / 1024);
    return out;
}

template <class T>
T valueOrExit(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void measureSort(const BattleTable& table, const Verdicts& verdicts) {
    for (const char* source : {"-gap", "information", "category", "-length"}) {
        const Sort sort = valueOrExit(parseSort(source));
        std::vector<std::uint32_t> rows;
        const double took = best([&] {
            rows.resize(table.size());
            std::iota(rows.begin(), rows.end(), 0U);
            sortRows(rows, table, verdicts, sort);
        });
        line(fmt::format("sort {}", source), took);
    }
}

void measureRating(const BattleTable& table, const Verdicts& verdicts, const Policy& policy) {
    std::vector<std::uint32_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto begin = Steady::now();
    const auto report = valueOrExit(rating::rate(table, verdicts, policy, rows, {}));
    line("rate, 100 rounds by instruction", since(begin),
         fmt::format("{} models", report.groups.front().models.size()));
}

void lookAt(const std::filesystem::path& path) {
    (void)work();
    const auto begin = Steady::now();
    const auto workspace = valueOrExit(Workspace::open(path));
    const double opened = since(begin);
    const std::string openWork = work();
    const auto table = valueOrExit(loadBattleTable(*workspace, {}));
    const double loaded = since(begin);
    const std::string loadWork = work();
    const Policy policy;
    const Verdicts verdicts = deriveVerdicts(*table, policy);
    const double derived = since(begin);
    const std::string deriveWork = work();
    std::vector<BattleId> page;
    const auto heads = [&](std::size_t from) {
        page.clear();
        for (std::size_t i = from; i < std::min(from + 40, table->size()); ++i)
            page.push_back({table->id[i]});
        return valueOrExit(workspace->read<std::vector<BattleHead>>(
            [&](Reader& reader) { return reader.heads(page); }));
    };
    heads(0);
    const double shown = since(begin);
    fmt::print("{} battles, {} games, {} models, {:.0f} MB on disk\n", table->size(),
               table->games.size(), table->models.size(),
               static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    line("open", opened, openWork);
    line("load columns", loaded - opened,
         loadWork + fmt::format("{:.1f} MB", static_cast<double>(table->bytes()) / 1e6));
    line("derive verdicts", derived - loaded, deriveWork);
    line("first page", shown - derived, work());
    line("first screen, all of it", shown, "wanted: under 1000");
    fmt::print("{}wanted: under 400 MB\n", memory());

    const std::size_t end = table->size() > 40 ? table->size() - 40 : 0;
    const auto jump = Steady::now();
    heads(end);
    line("jump to the end", since(jump), "wanted: under 100");
    line("a page in the middle, again", best([&] { heads(table->size() / 2); }));

    for (const char* source : {"verdict:a", "model:sim-001", "gap>=3 -verdict:tie",
                               "flip:yes category:Math", "judge:sim-judge gap<1"}) {
        const Filter filter = valueOrExit(parseFilterOrFail(source));
        std::size_t rows = 0;
        const double took =
            best([&] { rows = valueOrExit(select(*table, verdicts, filter, {})).size(); });
        line(fmt::format("filter {}", source), took, fmt::format("{} rows", rows));
    }
    measureSort(*table, verdicts);
    measureRating(*table, verdicts, policy);
    line("derive verdicts again", best([&] { (void)deriveVerdicts(*table, policy); }));
    fmt::print("{}\n", memory());
}

} // namespace

int main(int argc, char** argv) {
    const bool keep = argc > 1;
    simulation::LargeSpec spec;
    if (argc > 2)
        spec.battles = std::atoll(argv[2]);
    const std::filesystem::path path = keep ? std::filesystem::path(argv[1])
                                            : std::filesystem::temp_directory_path() /
                                                  fmt::format("agon-bench-{}.agon", ::getpid());
    if (!std::filesystem::exists(path)) {
        const auto begin = Steady::now();
        valueOrExit(simulation::makeLarge(path, spec, {}, [](const Progress& progress) {
            fmt::print(stderr, "\r{} of {} battles", progress.done, progress.total);
        }));
        fmt::print(stderr, "\n");
        line("made by the simulator", since(begin));
        fmt::print("{}for making it\n", memory());
    }
    lookAt(path);
    if (!keep)
        std::filesystem::remove(path);
    return 0;
}
