// new, demo, import, export, doctor.
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/selection.h"
#include "core/arena/suspects.h"
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/simulation/demo.h"

#include <fmt/format.h>

#include <cstdlib>

namespace agon::ctl {
namespace {

using exchange::ExportReport;
using exchange::FileReport;
using exchange::ImportReport;

template <class List, class Name>
std::string joined(const List& list, Name name) {
    std::string out;
    for (const auto& item : list) {
        if (!out.empty())
            out += ", ";
        out += name(item);
    }
    return out;
}

std::string formatIds(std::span<const exchange::Format> formats) {
    return joined(formats, [](exchange::Format format) { return exchange::formatId(format); });
}

Result<std::optional<exchange::Format>> readFormat(const std::string& id,
                                                   std::span<const exchange::Format> known) {
    if (id.empty())
        return std::nullopt;
    const auto format = exchange::formatFromId(id);
    if (!format || std::ranges::find(known, *format) == known.end())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("“{}” is not a format that can be used here; use one of {}", id,
                                formatIds(known)));
    return format;
}

void addNew(Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto& command = commands.add(
        "new", "Make an empty workspace", [path](const Context& context) -> Result<Exit> {
            TRY(Workspace::create(*path));
            if (context.json)
                printJson({{"workspace", *path}});
            else if (!context.quiet)
                printLine(
                    fmt::format("made {}; fill it with `agonctl import {} FILE…`", *path, *path));
            return Exit::Done;
        });
    command.add_option("W", *path, "The workspace file")->required();
}

void addDemo(Commands& commands) {
    struct Options {
        std::string path;
        std::uint64_t seed = simulation::demoSeed;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "demo", "Make the demo: a whole flywheel of simulated fighters",
        [options](const Context& context) -> Result<Exit> {
            const auto summary = TRY(
                simulation::makeDemo(options->path, options->seed, context.stop, context.progress));
            if (context.json)
                printJson({{"workspace", options->path},
                           {"models", summary.models},
                           {"battles", summary.battles}});
            else if (!context.quiet)
                printLine(fmt::format("made {}: {} simulated models, {} battles", options->path,
                                      summary.models, grouped(summary.battles)));
            return Exit::Done;
        });
    command.add_option("W", options->path, "The workspace file")->required();
    command.add_option("--seed", options->seed, "Another seed, another demo")
        ->capture_default_str();
}

Json reportOf(const FileReport& file) {
    Json rejections = Json::array();
    for (const auto& rejection : file.rejections)
        rejections.push_back({{"line", rejection.line}, {"reason", rejection.reason}});
    Json out{{"path", file.path.string()},
             {"format", file.format ? Json(exchange::formatId(*file.format)) : Json(nullptr)},
             {"rows", file.rows},
             {"added", file.added},
             {"duplicates", file.duplicates},
             {"rejected", file.rejected},
             {"invalid", file.invalid},
             {"rejections", std::move(rejections)},
             {"seconds", file.seconds}};
    if (file.error)
        out["error"] = file.error->text();
    return out;
}

void printReport(const ImportReport& report, bool quiet) {
    Table table({{"file", Align::Left},
                 {"format", Align::Left},
                 {"rows", Align::Right},
                 {"added", Align::Right},
                 {"known", Align::Right},
                 {"rejected", Align::Right},
                 {"invalid", Align::Right},
                 {"seconds", Align::Right}});
    for (const FileReport& file : report.files)
        table.row({oneLine(file.path.filename().string(), 48),
                   file.format ? std::string(exchange::formatId(*file.format)) : "–",
                   grouped(file.rows), grouped(file.added), grouped(file.duplicates),
                   grouped(file.rejected), grouped(file.invalid), decimal(file.seconds, 2)});
    table.print();
    if (quiet)
        return;
    constexpr std::size_t shown = 20;
    for (const FileReport& file : report.files) {
        const std::string name = oneLine(file.path.filename().string());
        if (file.error)
            printRemark(fmt::format("{}: {}", name, safeText(file.error->text())));
        for (std::size_t i = 0; i < std::min(shown, file.rejections.size()); ++i)
            printRemark(fmt::format("{}, line {}: {}", name, file.rejections[i].line,
                                    oneLine(file.rejections[i].reason)));
        if (file.rejected > static_cast<std::int64_t>(shown))
            printRemark(fmt::format("{}: {} more rejected rows; --json lists them", name,
                                    file.rejected - static_cast<std::int64_t>(shown)));
    }
}

void addImport(Commands& commands) {
    struct Options {
        std::string workspace;
        std::vector<std::string> files;
        std::string format, set, model, judge;
        std::vector<std::string> map;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "import", "Read foreign files; importing again adds nothing",
        [options](const Context& context) -> Result<Exit> {
            exchange::ImportOptions how;
            how.format = TRY(readFormat(options->format, exchange::readableFormats()));
            how.set = options->set;
            how.model = options->model;
            how.judge = options->judge;
            for (const std::string& entry : options->map) {
                auto [field, column] = TRY(exchange::parseMapping(entry));
                how.mapping.insert_or_assign(field, std::move(column));
            }
            const std::vector<std::filesystem::path> paths(options->files.begin(),
                                                           options->files.end());
            const auto workspace = TRY(openToWrite(options->workspace));
            const ImportReport report =
                TRY(exchange::importFiles(*workspace, paths, how, context.stop, context.progress));
            TRY(markSuspects(*workspace));
            TRY(workspace->updateSearchIndex(context.stop, context.progress));
            std::size_t failed = 0;
            for (const FileReport& file : report.files)
                failed += file.error ? 1U : 0U;
            if (context.json) {
                Json files = Json::array();
                for (const FileReport& file : report.files)
                    files.push_back(reportOf(file));
                printJson({{"files", std::move(files)},
                           {"added", report.added},
                           {"rejected", report.rejected}});
            } else {
                printReport(report, context.quiet);
            }
            if (failed == report.files.size())
                return Exit::Failed;
            return failed > 0 || report.rejected > 0 ? Exit::WithRejects : Exit::Done;
        });
    command.add_option("W", options->workspace, "The workspace file")->required();
    command.add_option("FILE", options->files, "Files to read, in any order")->required();
    command.add_option("--format", options->format,
                       "Format, when it shall not be recognised: " +
                           formatIds(exchange::readableFormats()));
    command.add_option("--set", options->set, "Name of the instruction set");
    command.add_option("--model", options->model, "Whose answers these are");
    command.add_option("--judge", options->judge, "Who judged");
    command.add_option("--map", options->map, "Of csv and jsonl: field=column, several times");
}

void addExport(Commands& commands) {
    struct Options {
        std::string workspace, format, out, where, model;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "export", "Write battles, answers or verdicts to a file",
        [options](const Context& context) -> Result<Exit> {
            const auto format = TRY(readFormat(options->format, exchange::writableFormats()));
            const auto workspace = TRY(openToRead(options->workspace));
            exchange::ExportOptions how;
            how.format = *format;
            how.path = options->out;
            how.model = options->model;
            std::vector<BattleId> battles;
            if (!options->where.empty()) {
                battles = TRY(selectBattles(*workspace, options->where, {}, context)).battles();
                how.battles = battles;
            }
            const ExportReport report =
                TRY(exchange::exportTo(*workspace, how, context.stop, context.progress));
            if (context.json) {
                printJson({{"path", report.path.string()},
                           {"rows", report.rows},
                           {"left_out", report.leftOut}});
                return Exit::Done;
            }
            printLine(
                fmt::format("wrote {} rows to {}", grouped(report.rows), report.path.string()));
            if (report.leftOut > 0 && !context.quiet)
                printRemark(fmt::format("{} left out: {} cannot hold them (no text, several turns, "
                                        "or not judged)",
                                        grouped(report.leftOut), options->format));
            return Exit::Done;
        });
    command.add_option("W", options->workspace, "The workspace file")->required();
    command.add_option("--format", options->format, formatIds(exchange::writableFormats()))
        ->required();
    command.add_option("--out", options->out, "The file to write")->required();
    command.add_option("--where", options->where, "Only these battles: a filter");
    command.add_option("--model", options->model, "Of answers: only this model's");
}

void addDoctor(Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto& command = commands.add(
        "doctor", "Look whether file and content are sound",
        [path](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(*path));
            auto checks = TRY(workspace->doctor(context.stop, context.progress));
            // Endpoints are not called: opening a workspace sends nothing.
            for (const Model& model : TRY(workspace->read<std::vector<Model>>(
                     [](Reader& reader) { return reader.models(); }))) {
                if (model.keyVariable.empty())
                    continue;
                const bool set = std::getenv(model.keyVariable.c_str()) != nullptr;
                checks.push_back(
                    {fmt::format("key of {}", model.name), set,
                     set ? fmt::format("{} is set", model.keyVariable)
                         : fmt::format("the variable {} is not set", model.keyVariable)});
            }
            bool sound = true;
            Json list = Json::array();
            Table table({{"", Align::Left}, {"check", Align::Left}, {"detail", Align::Left}});
            for (const Check& check : checks) {
                sound = sound && check.ok;
                list.push_back({{"check", check.name}, {"ok", check.ok}, {"detail", check.detail}});
                table.row({check.ok ? "✓" : "✗", oneLine(check.name), oneLine(check.detail)});
            }
            if (context.json)
                printJson(list);
            else
                table.print();
            return sound ? Exit::Done : Exit::Failed;
        });
    command.add_option("W", *path, "The workspace file")->required();
}

} // namespace

void addWorkspaceCommands(Commands& commands) {
    addNew(commands);
    addDemo(commands);
    addImport(commands);
    addExport(commands);
    addDoctor(commands);
}

} // namespace agon::ctl
