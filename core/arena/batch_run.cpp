#include "core/arena/batch_run.h"

#include "core/arena/batch_desk.h"
#include "core/base/file_source.h"
#include "core/base/output_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace agon {
namespace {

constexpr std::int64_t largestResults = std::int64_t{4} << 30; // bytes of a file that is read

Result<std::string> readWhole(const std::filesystem::path& path) {
    const FileSource file = TRY(FileSource::open(path));
    if (file.size() > largestResults)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: is larger than {} bytes; divide it between two lines and read "
                                "the parts one by one",
                                path.string(), largestResults));
    return file.readAt(0, static_cast<std::size_t>(file.size()));
}

// "run-12-batch-7-answers-llama-3.jsonl"
std::string fileNameOf(const Parcel& parcel) {
    constexpr std::size_t mostOfName = 60;
    std::string name = parcel.endpoint->name.substr(0, mostOfName);
    std::replace_if(
        name.begin(), name.end(),
        [](char byte) {
            const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                               (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '_';
            return !plain;
        },
        '-');
    return fmt::format("run-{}-batch-{}-{}-{}.jsonl", parcel.batch.run.value, parcel.batch.id.value,
                       parcel.batch.purpose == CallPurpose::Answer ? "answers" : "games", name);
}

// Hands over, in the order that lets every step be found again after a kill.
Result<void> submit(BatchDesk& desk, const BatchParts& parts, const std::stop_token& stop,
                    Parcel& parcel) {
    Batch& batch = parcel.batch;
    batch.state = batchUploading;
    TRY(desk.edit(batch));
    auto file = parts.service->upload(parcel.endpoint, fileNameOf(parcel), parcel.lines, stop);
    if (!file) {
        TRY(desk.takeBack(batch, "it could not be handed over"));
        return tl::unexpected(std::move(file.error()));
    }
    batch.inputFile = std::move(*file);
    batch.state = batchSubmitting;
    TRY(desk.edit(batch));
    return desk.create(batch, parcel.endpoint);
}

Result<void> writeFile(BatchDesk& desk, const std::filesystem::path& folder, Parcel& parcel) {
    const std::filesystem::path path = folder / fileNameOf(parcel);
    OutputFile file = TRY(OutputFile::create(path));
    TRY(file.write(parcel.lines));
    TRY(file.commit());
    parcel.batch.state = batchWritten;
    TRY(desk.edit(parcel.batch));
    desk.progress().files.push_back(path);
    return {};
}

} // namespace

Result<BatchProgress> advanceBatches(const BatchParts& parts, const RunSpec& spec,
                                     std::optional<RunId> run, const std::stop_token& stop,
                                     const ProgressSink& progress) {
    BatchDesk desk(parts, spec, stop, progress);
    TRY(desk.begin(run));
    TRY(desk.lookAfter());
    if (desk.anyOut() || desk.inVain())
        return desk.finish({});
    Shipping shipping{parts.halves, parts.limits, hasBatches, [&](Parcel& parcel) {
                          return submit(desk, parts, stop, parcel);
                      }};
    return desk.finish(TRY(desk.gather(shipping)));
}

Result<BatchProgress> writeBatchFiles(const BatchParts& parts, const RunSpec& spec,
                                      std::optional<RunId> run, const std::filesystem::path& folder,
                                      const std::stop_token& stop, const ProgressSink& progress) {
    BatchDesk desk(parts, spec, stop, progress);
    TRY(desk.begin(run));
    TRY(desk.takeBackUnfinished());
    const auto speaksOpenAi = [](const Endpoint& endpoint) {
        return endpoint.profile && endpoint.profile->dialect == Dialect::OpenAi;
    };
    Shipping shipping{parts.halves, parts.limits, speaksOpenAi, [&](Parcel& parcel) {
                          return writeFile(desk, folder, parcel);
                      }};
    return desk.finish(TRY(desk.gather(shipping)));
}

Result<BatchProgress> readBatchResults(const BatchParts& parts, const RunSpec& spec, RunId run,
                                       const std::filesystem::path& file,
                                       const std::stop_token& stop, const ProgressSink& progress) {
    BatchDesk desk(parts, spec, stop, progress);
    TRY(desk.begin(run));
    BatchResults results(run);
    for (const Batch& batch : TRY(desk.batchesOut()))
        TRY(desk.expect(results, batch));
    results.add(TRY(readWhole(file)));
    TRY(desk.apply(results));
    for (Batch& batch : TRY(desk.batchesOut()))
        TRY(desk.endIfAnswered(batch));
    // What there is to be asked now is not asked here, only looked for.
    Shipping shipping;
    shipping.halves = {false, false};
    return desk.finish(desk.inVain() ? std::nullopt : std::optional(TRY(desk.gather(shipping))));
}

Result<BatchProgress> cancelBatches(const BatchParts& parts, const RunSpec& spec, RunId run,
                                    const std::stop_token& stop, const ProgressSink& progress) {
    BatchDesk desk(parts, spec, stop, progress);
    TRY(desk.begin(run));
    TRY(desk.takeBackUnfinished());
    for (Batch& batch : TRY(desk.batchesOut()))
        TRY(desk.cancel(batch));
    return desk.finish({});
}

} // namespace agon
