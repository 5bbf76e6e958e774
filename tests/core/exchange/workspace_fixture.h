// A workspace in a temporary folder, for tests of reading and writing files.
#pragma once

#include "core/exchange/import.h"
#include "core/store/workspace.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace agon::exchange {

class WorkspaceFixture {
  public:
    WorkspaceFixture() { workspace = create("workspace"); }

    std::shared_ptr<Workspace> create(const std::string& name) {
        auto made = Workspace::create(path(name + ".agon"));
        if (!made)
            qFatal("%s", made.error().text().c_str());
        return *made;
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }

    std::filesystem::path file(const std::string& name, const QByteArray& bytes) const {
        const auto out = path(name);
        std::filesystem::create_directories(out.parent_path());
        std::ofstream(out, std::ios::binary).write(bytes.data(), bytes.size());
        return out;
    }

    ImportReport read(const std::vector<std::filesystem::path>& paths,
                      const ImportOptions& options = {}, Workspace* into = nullptr) const {
        auto report = importFiles(into != nullptr ? *into : *workspace, paths, options, {});
        if (!report)
            qFatal("%s", report.error().text().c_str());
        return *report;
    }

    // Every battle, by id.
    [[nodiscard]] std::vector<Battle> battles(Workspace* from = nullptr) const {
        Workspace& source = from != nullptr ? *from : *workspace;
        auto out =
            source.read<std::vector<Battle>>([](Reader& reader) -> Result<std::vector<Battle>> {
                std::vector<BattleId> ids;
                TRY(reader.scanBattles(0, [&](const BattleFacts& f) { ids.push_back({f.id}); }));
                std::vector<Battle> battles;
                for (const BattleId id : ids)
                    battles.push_back(TRY(reader.battle(id)));
                return battles;
            });
        if (!out)
            qFatal("%s", out.error().text().c_str());
        return *out;
    }

    [[nodiscard]] std::int64_t count(const std::string& table, Workspace* from = nullptr) const {
        Workspace& source = from != nullptr ? *from : *workspace;
        return source.read<std::int64_t>([&](Reader& reader) { return reader.count(table); })
            .value_or(-1);
    }

    QTemporaryDir folder;
    std::shared_ptr<Workspace> workspace;
};

} // namespace agon::exchange
