// Reads the five annotations_cot files into a new workspace, against a plain Python script that
// does json.load and inserts the same deduplicated texts into SQLite. Medians of five, as ratios.
//
// usage: bench_import [FOLDER]   (default: alpaca_eval/annotations_cot of the shared data)
#include "core/exchange/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

namespace {

struct Times {
    std::vector<double> plain;
    std::vector<double> indexed;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double since(Steady::time_point begun) {
    return std::chrono::duration<double>(Steady::now() - begun).count();
}

[[noreturn]] void give(const std::string& message) {
    fmt::print(stderr, "bench_import: {}\n", message);
    std::exit(1);
}

void runAgon(const std::vector<fs::path>& files, const fs::path& folder, Times& times) {
    const fs::path path = folder / "agon.agon";
    fs::remove(path);
    auto workspace = agon::Workspace::create(path);
    if (!workspace)
        give(workspace.error().text());
    const auto begun = Steady::now();
    const auto report = agon::exchange::importFiles(**workspace, files, {}, {});
    if (!report)
        give(report.error().text());
    times.plain.push_back(since(begun));
    if (const auto indexed = (*workspace)->updateSearchIndex({}, {}); !indexed)
        give(indexed.error().text());
    times.indexed.push_back(since(begun));
}

double runPeer(const std::vector<fs::path>& files, const fs::path& folder, const char* mode) {
    const fs::path path = folder / "peer.db";
    for (const char* ending : {"", "-wal", "-shm"})
        fs::remove(path.string() + ending);
    std::string command =
        fmt::format("python3 '{}' '{}' {}", AGON_IMPORT_PEER, path.string(), mode);
    for (const fs::path& file : files)
        command += fmt::format(" '{}'", file.string());
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::array<char, 64> line{};
    if (!pipe || std::fgets(line.data(), line.size(), pipe.get()) == nullptr)
        give("the Python script failed");
    return std::strtod(line.data(), nullptr);
}

void print(const char* what, const std::vector<double>& ours, const std::vector<double>& theirs) {
    fmt::print("{:<22} Agon {:7.1f} ms   Python {:7.1f} ms   {:.2f} times as fast\n", what,
               median(ours) * 1000, median(theirs) * 1000, median(theirs) / median(ours));
}

} // namespace

int main(int argc, char** argv) {
    const fs::path source =
        argc > 1 ? fs::path(argv[1]) : fs::path(AGON_SHARED_DATA) / "alpaca_eval/annotations_cot";
    std::error_code missing;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(source, missing))
        files.push_back(entry.path());
    if (files.empty())
        give(fmt::format("there are no files in {}", source.string()));
    std::sort(files.begin(), files.end());

    std::string pattern = (fs::temp_directory_path() / "bench-import-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        give("cannot make a temporary folder");
    const fs::path folder = pattern;
    Times ours;
    Times theirs;
    for (int round = 0; round < 5; ++round) {
        runAgon(files, folder, ours);
        theirs.plain.push_back(runPeer(files, folder, "plain"));
        theirs.indexed.push_back(runPeer(files, folder, "indexed"));
    }
    fs::remove_all(folder);
    print("rows readable", ours.plain, theirs.plain);
    print("search index included", ours.indexed, theirs.indexed);
}
