#include "tests/support/fake_llm/options.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace fake {

Options readOptions(int count, char** words) {
    Options out;
    double latency = 0;
    double jitter = 0;
    double pieces = 0;
    std::string keyVariable;
    std::string scriptFile;
    bool noUsage = false;
    CLI::App app("A server of models on loopback, for tests and benches (OPTIONS.md)");
    app.add_option("--port", out.port);
    app.add_flag("--stdin", out.untilStdinEnds);
    app.add_option("--latency", latency);
    app.add_option("--jitter", jitter);
    app.add_option("--bytes", out.bytes);
    app.add_option("--models", out.models)->delimiter(',');
    app.add_option("--piece-bytes", out.pieceBytes);
    app.add_option("--piece-ms", pieces);
    app.add_option("--no-verdict", out.judge.noVerdict);
    app.add_option("--no-verdict-first", out.noVerdictFirst);
    app.add_option("--flip", out.judge.flip);
    app.add_option("--tie", out.judge.tie);
    app.add_option("--key-env", keyVariable);
    app.add_option("--rate", out.ratePerWindow);
    app.add_option("--rate-window", out.rateWindowSeconds);
    app.add_flag("--plain-stream", out.plainStream);
    app.add_flag("--no-usage", noUsage);
    app.add_option("--script", scriptFile)->check(CLI::ExistingFile);
    app.add_option("--stats", out.statsFile);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        std::exit(app.exit(error));
    }
    out.latencySeconds = latency / 1000;
    out.jitterSeconds = jitter / 1000;
    out.pieceSeconds = pieces / 1000;
    out.usage = !noUsage;
    if (!keyVariable.empty()) {
        const char* value = std::getenv(keyVariable.c_str());
        if (!value || *value == '\0') {
            std::cerr << "the variable " << keyVariable << " is not set\n";
            std::exit(2);
        }
        out.key = value;
    }
    if (!scriptFile.empty()) {
        std::ifstream file(scriptFile, std::ios::binary);
        out.script.assign(std::istreambuf_iterator<char>(file), {});
    }
    return out;
}

} // namespace fake
