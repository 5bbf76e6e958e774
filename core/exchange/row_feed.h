// Reads, cuts and parses a file on a thread of its own, so that the thread that writes to the
// workspace finds the next rows waiting. Private to core/exchange.
#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/record_splitter.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace agon::exchange {

// One row of the file, parsed; or, with a problem, what stands there instead and why it is none.
struct FedRow {
    SourceRow row;
    std::string problem;

    // What `row` refers to.
    std::vector<char> bytes;
    JsonRecord record;
    std::vector<std::string> cells;
    std::vector<TextFacts> facts;
    std::unique_ptr<RowDraft> draft;
};

// What the rows are parsed as.
struct RowShape {
    Layout layout = Layout::Unknown;
    std::size_t columns = 0; // of a table, whose first row has their names
};

// next() is called by one thread. At most `waiting` batches of about `batchBytes` wait beside the
// one at hand; a row longer than all of these is alone.
class RowFeed {
  public:
    static constexpr std::size_t batchBytes = std::size_t{48} << 10;
    static constexpr std::size_t waiting = 8;

    RowFeed(RecordSplitter::Read read, RowShape shape, const RowImporter& importer);
    ~RowFeed();
    RowFeed(const RowFeed&) = delete;
    RowFeed& operator=(const RowFeed&) = delete;

    // The next row, valid until the next call; nullptr at the end of the file. An error: the file
    // cannot be read any further.
    Result<const FedRow*> next();
    // Bytes of the file up to the rows at hand.
    [[nodiscard]] std::int64_t bytesRead() const { return m_batch.bytesRead; }

  private:
    struct Batch {
        std::deque<FedRow> rows; // the first `count` are filled; the others keep their memory
        std::size_t count = 0;
        std::size_t bytes = 0; // of the filled ones
        std::int64_t bytesRead = 0;
        bool last = false;          // nothing follows
        std::optional<Error> error; // reading failed behind these rows
    };

    void run(const std::stop_token& stop);
    [[nodiscard]] bool hasRoom() const; // under the lock
    void fill(Batch& batch);
    void fillOrThrow(Batch& batch);
    void exchange();
    void read(const RawRecord& record, FedRow& fed);
    void parseJson(const RawRecord& record, FedRow& fed) const;
    void parseCells(const RawRecord& record, FedRow& fed) const;

    // Of the feed's thread.
    RecordSplitter m_splitter;
    RowShape m_shape;
    const RowImporter& m_importer;
    char m_delimiter = 0; // of a table, once its names were read
    std::int64_t m_number = 0;

    // Of the caller.
    Batch m_batch;
    std::size_t m_next = 0;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_atHand = 0; // bytes of the caller's batch
    std::deque<Batch> m_full; // oldest first
    std::deque<Batch> m_spent;
    std::jthread m_thread;
};

} // namespace agon::exchange
