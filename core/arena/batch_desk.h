// The batches of one run, as they are written down and as their provider tells them. Private to
// batch_run.
#pragma once

#include "core/arena/batch_run.h"
#include "core/store/run_appender.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// States of a batch before its provider has one for it. Nothing was created in the first two.
inline constexpr const char* batchWriting = "writing";       // its intents are being written down
inline constexpr const char* batchUploading = "uploading";   // its file may be on its way
inline constexpr const char* batchSubmitting = "submitting"; // it may have been created
inline constexpr const char* batchWritten = "written";       // to a file

// Not thread-safe; blocks.
class BatchDesk {
  public:
    BatchDesk(const BatchParts& parts, const RunSpec& spec, std::stop_token stop,
              ProgressSink progress);

    Result<void> begin(std::optional<RunId> run);
    [[nodiscard]] BatchProgress& progress() { return m_progress; }

    // Those that have not ended.
    [[nodiscard]] Result<std::vector<Batch>> batchesOut() const;
    Result<void> edit(const Batch& batch);
    // Its calls were not sent.
    Result<void> takeBack(Batch& batch, std::string_view why);
    // What was begun in an earlier step, before anything could be created.
    Result<void> takeBackUnfinished();
    // Of an uploaded file; takes it back when the provider says no.
    Result<void> create(Batch& batch, const std::shared_ptr<const Endpoint>& endpoint);
    Result<void> cancel(Batch& batch);

    // Finds out what has become of all that is out, and takes in what has ended.
    Result<void> lookAfter();
    [[nodiscard]] bool anyOut() const { return m_anyOut; }
    // All requests to a model failed, or a batch did: asking again at once would not help.
    [[nodiscard]] bool inVain() const { return !m_inVain.empty(); }

    Result<void> expect(BatchResults& results, const Batch& batch);
    Result<void> apply(BatchResults& results);
    Result<void> endIfAnswered(Batch& batch);

    // After an error what was not handed over yet is taken back.
    Result<Gathered> gather(const Shipping& shipping);
    // Writes the run's state down. Without `gathered` there is something to be waited for, or all
    // was in vain.
    Result<BatchProgress> finish(const std::optional<Gathered>& gathered);

  private:
    struct Ended {
        Batch batch;
        bool gone = false; // its results are not kept any more
    };
    [[nodiscard]] Result<std::shared_ptr<const Endpoint>> endpointOf(const Batch& batch) const;
    [[nodiscard]] std::map<std::string, std::string> metadataOf(const Batch& batch) const;
    void take(const RemoteBatch& remote, Batch& batch);
    Result<void> find(Batch& batch, const std::shared_ptr<const Endpoint>& endpoint);
    Result<Ended> fetch(const Batch& batch, const RemoteBatch& remote,
                        const std::shared_ptr<const Endpoint>& endpoint, BatchResults& results);
    Result<void> takeIn(BatchResults& results, std::vector<Ended>& ended);
    Result<void> end(Batch& batch, const CallEnd& open);
    Result<void> noteInVain(const BatchResults& results, const BatchPast& past);
    void decide(const std::optional<Gathered>& gathered);
    void decideUnfinished(const Gathered& gathered);

    const BatchParts& m_parts;
    const RunSpec& m_spec;
    RunScene m_scene;
    BatchProgress m_progress;
    std::map<BatchId, RemoteBatch> m_remote; // as told in this step
    bool m_anyOut = false;
    std::string m_inVain; // why, for a person
};

} // namespace agon
