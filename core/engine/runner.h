#pragma once
// One run of one pipeline on the calling thread: batches go from the sources through the steps to the outputs as they
// come, and everything the run changes is committed at its end, once. A very long run over files commits in parts, each
// with the place reached, so that a crash neither loses nor doubles rows and memory stays bounded.
// An exception of a node ends the run as an error of that node; nothing a node does reaches the caller.

#include "core/engine/check.h"
#include "core/engine/outputs.h"
#include "core/engine/registry.h"

#include <functional>
#include <map>

namespace dash {

// A document as a source received it, kept for replay and given back to a run instead of asking the source.
struct GivenDocument {
    QByteArray bytes;
    QString name;
    QByteArray contentType;
};

struct GivenInputs {
    std::map<QString, std::vector<GivenDocument>> documents;    // by source id; a source named here is not asked
    std::map<QString, std::vector<Batch>> rows;                 // by node id: rows as if they had just arrived there
    enum class Others { Asked, Silent } others = Others::Asked; // sources not named above
};

// Sees what a run makes, on the run's thread.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void rows(const Node &node, const Batch &rows) = 0; // sources, steps: made; outputs: stored
    virtual void rejected(const RejectedRow &row) = 0;
    // False: outputs need not give back what they stored, which costs as much as storing it.
    virtual bool wantsStoredRows() const { return true; }
};

using CommitFunction = std::function<Result<CommitCounts>(RunCommit)>;

struct RunJob {
    const Pipeline &pipeline;
    const Registry &registry;
    RunContext &context; // holds the kept state; read and changed by the run
    RunId id;
    StoredShapes shapes = {};
    const GivenInputs *given = nullptr;
    std::map<QString, Source *> sources = {}; // listening ones that outlive the run; others are made for it
    RunObserver *observer = nullptr;
    CommitFunction commit = {};              // none: nothing is kept (previews, CLI runs without --save)
    qint64 keepInputBytes = 4 * 1024 * 1024; // raw input kept for replay, all sources together; more is not kept at all
    // A run that commits in parts does so after these rows, or once its outputs hold this much.
    qint64 partRows = 1'000'000;
    qint64 partBytes = 16 * 1024 * 1024;
    std::vector<qint64> rerun = {}; // rejected rows that are given; they leave with the run's commit, or not at all
};

struct RunOutcome {
    RunRecord record;
    std::optional<Error> error;
    CommitCounts counts;
    std::optional<Millis> pollHint;
};

RunOutcome runPipeline(RunJob job);

// The format of a document: the one chosen in the config, else the one surest from its first bytes.
Result<const FormatType *> chooseFormat(const Node &source, const Registry &registry, QByteArrayView head,
                                        const QString &name, const QByteArray &contentType);
// The part of a source's config that a format declares, checked and with defaults.
Result<QJsonObject> formatConfig(const Node &source, const FormatType &format);
// The part of a source's config that is the source's own, checked and with defaults.
Result<QJsonObject> sourceConfig(const Node &source, const SourceType &type);

} // namespace dash
