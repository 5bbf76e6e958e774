// The room store: the workspace file. One SQLite file NAME.agon, one writer thread, readers with
// their own connections. All SQL of Agon is in this folder.
//
// A workspace is data and may come from a stranger: opening one sends nothing, runs nothing, and
// refuses a file whose schema holds anything but ours.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/dispatcher.h"
#include "core/jobs/progress.h"
#include "core/store/appender.h"
#include "core/store/change_set.h"
#include "core/store/reader.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace agon {

struct OpenOptions {
    bool readOnly = false;
    std::shared_ptr<const Clock> clock; // null: the system's
};

// Ends a subscription when it goes; safe to outlive the workspace. After it is gone no new call
// begins (one that runs at that moment may still finish).
class Subscription {
  public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<void> token)
        : m_token(std::move(token)) {}

  private:
    std::shared_ptr<void> m_token;
};

// Thread-safe.
class Workspace {
  public:
    // Errors: Exists, Io, ReadOnly, DiskFull.
    static Result<std::shared_ptr<Workspace>> create(const std::filesystem::path& path,
                                                     const OpenOptions& options = {});
    // Errors: NotFound, Foreign, Newer, Corrupt, Io. A file that cannot be written, or that another
    // program has open for writing, is opened read-only and says why in readOnlyReason().
    static Result<std::shared_ptr<Workspace>> open(const std::filesystem::path& path,
                                                   const OpenOptions& options = {});
    // Finishes what is queued, then closes; leaves one file behind.
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] const std::string& uuid() const;
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] const std::string& readOnlyReason() const; // for a person; empty when writable

    // Runs on the writer thread and waits until it is committed (or undone: then nothing of it
    // stays). Not for the GUI thread. Small writes that are queued together share a transaction;
    // an error undoes only the write that returned it.
    template <class T>
    Result<T> write(std::function<Result<T>(Appender&)> work) {
        return writeAs<T>(WriteKind::Alone, std::move(work));
    }
    // The same for an import: the appender checks the references of instructions, responses,
    // battles, games and votes, and the database does not do so once more at each row. Models are
    // not added, edited or removed in it, nor runs, iterations and stages. Visible when this
    // returns; sure to outlive a power cut after makeDurable().
    template <class T>
    Result<T> append(std::function<Result<T>(Appender&)> work) {
        return writeAs<T>(WriteKind::Bulk, std::move(work));
    }

    // The same as write() for a run's commits: on the disk when it returns; the appender checks the
    // references as in append().
    template <class T>
    Result<T> commit(std::function<Result<T>(Appender&)> work) {
        return writeAs<T>(WriteKind::Checked, std::move(work));
    }

    // Waits until everything that was appended is on the disk.
    Result<void> makeDurable();

    // The same as write() without waiting; `finished` arrives on the dispatcher after the commit.
    template <class T>
    void writeAsync(std::function<Result<T>(Appender&)> work,
                    std::shared_ptr<Dispatcher> dispatcher,
                    std::function<void(Result<T>)> finished) {
        auto out = std::make_shared<std::optional<Result<T>>>();
        enqueue(
            [work = std::move(work), out](Appender& appender) -> Result<void> {
                *out = work(appender);
                if (!**out)
                    return tl::unexpected<Error>((*out)->error());
                return {};
            },
            [out, dispatcher = std::move(dispatcher),
             finished = std::move(finished)](const Result<void>& committed) {
                dispatcher->post([out, finished, committed] {
                    if (committed)
                        finished(std::move(**out));
                    else
                        finished(tl::unexpected<Error>(committed.error()));
                });
            });
    }

    // Lends a reader; waits when all are lent. Not for the GUI thread.
    template <class T>
    Result<T> read(std::function<Result<T>(Reader&)> work, std::stop_token stop = {}) {
        std::optional<Result<T>> out;
        Result<void> lent = withReader([&](Reader& reader) { out = work(reader); }, stop);
        if (!lent)
            return tl::unexpected<Error>(lent.error());
        return std::move(*out);
    }

    // Called on the writer thread after each commit that changed something.
    [[nodiscard]] Subscription onChange(std::function<void(const ChangeSet&)> observer);

    // Brings the search index up to date in short transactions; progress in texts.
    Result<void> updateSearchIndex(std::stop_token stop, const ProgressSink& progress);

    // Integrity of file and content; one line a check.
    Result<std::vector<Check>> doctor(std::stop_token stop, const ProgressSink& progress);

    struct Impl;

  private:
    using Job = std::function<Result<void>(Appender&)>;
    using Done = std::function<void(Result<void>)>;
    enum class WriteKind { Alone, Bulk, Checked };
    Workspace();
    template <class T>
    Result<T> writeAs(WriteKind kind, std::function<Result<T>(Appender&)> work) {
        std::optional<Result<T>> out;
        Result<void> committed = writeAndWait(kind, [&](Appender& appender) -> Result<void> {
            out = work(appender);
            if (!*out)
                return tl::unexpected<Error>(out->error());
            return {};
        });
        if (!committed)
            return tl::unexpected<Error>(committed.error());
        return std::move(*out);
    }
    Result<void> writeAndWait(WriteKind kind, const Job& job);
    void enqueue(Job job, Done done);
    Result<void> withReader(const std::function<void(Reader&)>& work, std::stop_token stop);

    std::unique_ptr<Impl> m_impl;
};

} // namespace agon
