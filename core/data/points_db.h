#pragma once
// points.db: series, tables, state of runs, sink queues. One writer thread owned here commits what runs and people
// change, several at a time (group commit); readers work on snapshots. Every function is safe from any thread unless
// it says otherwise. Nothing here knows a window or the network.

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/data/series/series_store.h"
#include "core/model/batch.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

namespace dash {

// Name of a table: the pipeline that makes it and its output's id ("rejected" for the rejected rows).
struct TableName {
    PipelineId pipeline;
    QString output;
    friend bool operator==(const TableName &, const TableName &) = default;
    friend bool operator<(const TableName &a, const TableName &b)
    {
        return std::tie(a.pipeline, a.output) < std::tie(b.pipeline, b.output);
    }
};

struct TableInfo {
    TableName name;
    QString title;
    QStringList key; // empty: rows are appended
    std::vector<std::pair<QString, ColumnType>> columns;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 revision = 0; // grows with every change
};

struct TableWrite {
    enum class Mode { Upsert, Append, Replace };
    TableName table;
    QString title;
    QStringList key;
    Mode mode = Mode::Append;
    Batch rows;                 // new columns are added; a column's type is fixed by its first value (TableColumnType)
    qint64 maxRows = 1'000'000; // oldest rows leave beyond these caps
    qint64 maxBytes = 256 * 1024 * 1024;
};

// A delivery waiting in a sink's queue, in order.
struct QueuedDelivery {
    DeliveryId id; // goes to the receiver, stays the same on every try
    PipelineId pipeline;
    QString output;     // node id of the sink
    QByteArray payload; // the exact bytes to hand over
    QByteArray meta;    // the sink's own JSON (headers, file name)
    qint64 createdAt = 0;
    qint64 nextTryAt = 0;
    int tries = 0;
    enum class State { Pending, Sent, Failed } state = State::Pending;
    QString lastError; // sentence, no secret
    qint64 finishedAt = 0;
};

struct QueueSummary {
    qint64 pending = 0, sent = 0, failed = 0;
    bool paused = false;
    qint64 nextTryAt = 0;
};

// Kept in the pipeline's table "rejected": columns time, node, code, reason, record, origin.
struct RejectedRow {
    QString node;      // id of the node that refused it
    QByteArray code;   // errorCodeText
    QString reason;    // sentence
    QByteArray record; // the record as it arrived at that node, JSON
    QByteArray origin; // the source's record it came from, JSON; empty when unknown
};

struct RunRecord {
    RunId id;
    PipelineId pipeline;
    qint64 startedAt = 0;
    qint64 finishedAt = 0;
    enum class Outcome { Succeeded, Failed, Stopped } outcome = Outcome::Succeeded;
    QByteArray errorCode; // of a failed run
    QString errorSentence;
    QString errorNode;
    qint64 rowsIn = 0;
    qint64 rejected = 0;
    std::map<QString, qint64> rowsOut;                  // node id → rows it made
    QByteArray definition;                              // the definition that ran (compressed by the store)
    std::vector<std::pair<QString, QByteArray>> inputs; // source node id → raw input, kept for replay within the cap
};

// Everything one run changes, committed once or not at all.
struct RunCommit {
    PipelineId pipeline;
    std::vector<std::pair<SeriesKey, SeriesInfo>> series; // declared series; SeriesInfo gives type, scale, unit
    std::vector<PointBlock> points;                       // PointBlock.series holds the index into `series`
    std::vector<TableWrite> tables;
    std::vector<RejectedRow> rejected;
    std::vector<qint64> rerun; // row ids of rejected rows that this run has run again: they are erased with it
    std::map<QString, QByteArray> state; // "cursor/<node>", "step/<node>": opaque; an empty value removes the entry
    std::vector<QueuedDelivery> deliveries;
    std::optional<RunRecord> run;
};

struct CommitCounts {
    AppendCounts points;
    qint64 tableRows = 0;
};

class PointsSnapshot { // one consistent view of series and tables; use on one thread, drop soon
public:
    virtual ~PointsSnapshot() = default;
    virtual const SeriesSnapshot &series() const = 0;
    virtual Result<std::vector<TableInfo>> tables() const = 0;
    virtual Result<TableInfo> table(const TableName &name) const = 0;
    struct Order {
        QString column;                            // empty: order of arrival
        Qt::SortOrder order = Qt::DescendingOrder; // rows without a value come last either way
    };
    // The first page of a large table in a new order looks at every row and asks the owner for an index; from the next
    // one on, pages in that order cost next to nothing, however often rows come in.
    virtual Result<Batch> rows(const TableName &name, const Order &order, qint64 offset, qint64 limit) const = 0;
    // The lasting numbers of the same page's rows, for eraseRejected(): a number is never used again.
    virtual Result<std::vector<qint64>> rowIds(const TableName &name, const Order &order, qint64 offset,
                                               qint64 limit) const = 0;
    virtual Result<std::vector<RunRecord>> runs(PipelineId pipeline, qint64 limit) const = 0; // newest first, no inputs
    virtual Result<RunRecord> run(RunId id) const = 0;                                        // with inputs
    virtual Result<QueueSummary> queue(PipelineId pipeline, const QString &output) const = 0;
    virtual Result<std::vector<QueuedDelivery>> deliveries(PipelineId pipeline, const QString &output,
                                                           qint64 limit) const = 0;
};

class PointsDb : public QObject {
    Q_OBJECT
public:
    struct Options {
        enum class Mode { Owner, ReadOnly } mode = Mode::Owner;
        int readers = 2;
        qint64 keptInputBytes = 64 * 1024 * 1024; // inputs kept for replay, all pipelines together
        int keptRuns = 200;                       // per pipeline
        QString vfs;                              // tests inject faults through it
        qint64 maxPages = 0;                      // as in DatabaseOptions
        qint64 maxBytes = 0;                      // see setMaxBytes()
        qint64 rowsSortedInMemory = 20'000;       // pages of larger tables come from an index, once somebody asked
        SeriesStoreOptions series;
    };
    // Opens `folder`/points.db, creating it when missing. Blocks; call it off the GUI thread. Errors: WorkspaceInUse
    // when another process (or another PointsDb) owns the folder, and those of Database::open. ReadOnly works beside an
    // owner; what would write fails with DatabaseReadOnly.
    static Result<std::unique_ptr<PointsDb>> open(const QString &folder, const Options &options, const Clock &clock);
    ~PointsDb() override; // commits what is queued, then stops the writer

    // Durable when it returns (fsync). Blocks the calling thread, never the GUI's. After an error nothing of it is
    // kept, and other commits are not touched: DatabaseFull and DatabaseIo may be tried again later.
    Result<CommitCounts> commit(RunCommit commit);
    // The same without waiting; `done` is called on the writer thread.
    void commitAsync(RunCommit commit, std::function<void(Result<CommitCounts>)> done);

    Result<std::map<QString, QByteArray>> state(PipelineId pipeline);
    Result<std::vector<QueuedDelivery>> dueDeliveries(qint64 now, int limit); // pending, not paused, first of each sink
    Result<> finishDelivery(const DeliveryId &id, QueuedDelivery::State state, const QString &error, qint64 at);
    Result<> retryDelivery(const DeliveryId &id, const QString &error, qint64 nextTryAt);
    Result<> resend(const DeliveryId &id);
    Result<> pauseQueue(PipelineId pipeline, const QString &output, bool paused);

    Result<std::uint64_t> retainSeries(qint64 before, const std::vector<SeriesId> &series = {});
    Result<> eraseSeries(SeriesId series);
    Result<> eraseTable(const TableName &table);
    Result<> erasePipeline(PipelineId pipeline); // series, tables, runs, state, queues of it
    Result<qint64> eraseRejected(PipelineId pipeline, const std::vector<qint64> &rowIds); // after they were run again
    Result<qint64> compact(); // seals, gives space back; bytes freed (of file and log)
    Result<qint64> fileBytes() const;
    // The size the file may have (its write-ahead log of at most 32 MB besides); 0: any. Beyond it the oldest points of
    // whichever series has most of them are given up, until it fits, and the space goes back to the disk. Never given
    // up: a series' newest points, tables (they have caps of their own), deliveries that wait, state of runs; when
    // these alone are larger, the file is. Older points that arrive afterwards count as expired.
    void setMaxBytes(qint64 bytes);

    // A view for the calling thread, on a pooled read-only connection.
    Result<std::unique_ptr<PointsSnapshot>> snapshot() const;

    struct Change {
        std::vector<std::pair<SeriesId, TimeRange>> series;
        std::vector<TableName> tables;
        std::vector<PipelineId> runs;   // pipelines with a new run record
        std::vector<PipelineId> queues; // pipelines whose queue changed
    };

Q_SIGNALS:
    void changed(const dash::PointsDb::Change &change); // emitted on the writer thread, after the commit

private:
    struct Impl;
    explicit PointsDb(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace dash

Q_DECLARE_METATYPE(dash::PointsDb::Change)
