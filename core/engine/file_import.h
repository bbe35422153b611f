#pragma once
// A file that somebody dropped: what it most likely holds, the pipeline that reads it, and reading it with progress.
// The pipeline is an ordinary one, so that keeping it goes on where the import ended.

#include "core/engine/formats/detect.h"
#include "core/engine/runner.h"

#include <functional>

namespace dash {

// What is taken from the file. Starts as the guess; every part can be changed by a person.
struct ImportChoice {
    QString file; // absolute
    QString format;
    QJsonObject formatConfig;
    QString timeField; // empty: no series, a table only
    QStringList valueFields;
    QStringList labelFields;
    enum class Keep { Series, Table } keep = Keep::Series;
    friend bool operator==(const ImportChoice &, const ImportChoice &) = default;
};

struct ImportGuess {
    Detected detected;
    ImportChoice choice;
    qint64 fileBytes = 0;
};

// What an import needs from outside; a file has neither network nor secrets.
struct ImportEnvironment {
    const Clock &clock;
    RandomSource &random;
    const Registry &registry;
    QString zone = {}; // IANA id; of times in a file that name none. Empty: UTC
};

// Reads the file's beginning. Blocking. Errors: FileOpen, FormatSyntax, …
Result<ImportGuess> guessFile(const QString &file, const ImportEnvironment &environment);

// The pipeline of a choice: file source, series and (or only) table output. `watched`: goes on reading what is added.
enum class FileReading { Once, Watched };
Pipeline importPipeline(PipelineId id, const ImportChoice &choice, FileReading reading);

struct ImportProgress {
    qint64 bytes = 0;
    qint64 rows = 0;
    qint64 rejected = 0;
};

// Runs the pipeline on the calling thread and tells its progress about every 100 ms, on that thread. When cancelled,
// what was committed until then stays.
RunOutcome importFile(const Pipeline &pipeline, const ImportEnvironment &environment, PointsDb &points,
                      const CancelToken &cancel, const std::function<void(const ImportProgress &)> &progress);
// The same where somebody else commits.
RunOutcome importFile(const Pipeline &pipeline, const ImportEnvironment &environment, CommitFunction commit,
                      const CancelToken &cancel, const std::function<void(const ImportProgress &)> &progress);

} // namespace dash
