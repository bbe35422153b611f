#pragma once
// State, records and kept inputs of runs. The writing functions live on the writer thread inside its transaction, the
// reading ones work on any connection.

#include "core/data/points_db.h"

namespace dash {

// A run record made ready on the caller's thread: what is large is compressed before the writer sees it.
struct PackedRun {
    struct Blob {
        QString node;
        qint64 rawBytes = 0;
        QByteArray bytes; // zstd
    };
    RunRecord record; // without definition and inputs
    QByteArray definitionHash;
    Blob definition;
    std::vector<Blob> inputs;
};
PackedRun packRun(RunRecord record);

class RunStore {
public:
    struct Limits {
        qint64 keptInputBytes = 0; // of all pipelines together, as stored
        int keptRuns = 0;          // per pipeline
    };
    RunStore(Database &db, Limits limits)
        : m_db(db)
        , m_limits(limits)
    {
    }

    Result<> setState(PipelineId pipeline, const std::map<QString, QByteArray> &state);
    Result<> addRun(const PackedRun &run);
    Result<> erase(PipelineId pipeline);
    void forget() { m_inputBytes.reset(); } // after a rollback

private:
    Result<qint64> definitionId(const PackedRun &run);
    Result<> addInputs(qint64 run, const std::vector<PackedRun::Blob> &inputs);
    Result<> dropOldRuns(PipelineId pipeline);
    Result<> dropOldInputs();

    Database &m_db;
    Limits m_limits;
    std::optional<qint64> m_inputBytes; // stored bytes of all inputs, once asked
};

Result<std::map<QString, QByteArray>> readState(Database &db, PipelineId pipeline);
Result<std::vector<RunRecord>> readRuns(Database &db, PipelineId pipeline, qint64 limit); // newest first, no inputs
Result<RunRecord> readRun(Database &db, RunId id);

} // namespace dash
