// Any bytes as a file to import: nothing breaks, every row is accounted for, and reading it again
// adds nothing.
#include "core/exchange/import.h"
#include "core/exchange/preview.h"
#include "fuzz_check.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace agon;
using namespace agon::exchange;
using fuzz::check;

namespace {

class Bench {
  public:
    Bench() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "fuzz-import-XXXXXX").string();
        check(::mkdtemp(pattern.data()) != nullptr, "there is a temporary folder");
        m_folder = pattern;
    }
    ~Bench() {
        m_workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    // A new one now and then, so that it stays small.
    Workspace& workspace() {
        if (m_uses++ % 500 == 0) {
            m_workspace.reset();
            const auto path = m_folder / "it.agon";
            std::filesystem::remove(path);
            m_workspace = Workspace::create(path).value();
        }
        return *m_workspace;
    }

    std::filesystem::path file(std::string_view bytes) const {
        auto path = m_folder / "input";
        std::ofstream(path, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path;
    }

  private:
    std::filesystem::path m_folder;
    std::shared_ptr<Workspace> m_workspace;
    int m_uses = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Bench bench;
    Workspace& workspace = bench.workspace();
    const std::array paths{bench.file(fuzz::asText(data, size))};
    (void)previewFile(paths.front());
    for (int round = 0; round < 2; ++round) {
        const auto report = importFiles(workspace, paths, {}, {});
        check(report.has_value(), "a bad file is told in its report");
        const FileReport& file = report->files.at(0);
        check(file.rows == file.added + file.duplicates + file.rejected,
              "every row is accounted for");
        check(round == 0 || file.added == 0, "reading again adds nothing");
    }
    return 0;
}
