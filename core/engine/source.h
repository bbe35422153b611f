#pragma once
// Seam for sources. A source is one file under sources/ and one line in registry.cpp. A transport hands documents to a
// format; only sources without a format (this computer) hand out batches themselves.

#include "core/engine/context.h"
#include "core/engine/rejects.h"
#include "core/model/parameter.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace dash {

// Where a source puts what it reads, in order. An error from a call ends the read.
class SourceOutput {
public:
    virtual ~SourceOutput() = default;
    // Part of a document; the last part says so. `name` tells documents apart (file, page).
    virtual Result<> bytes(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType) = 0;
    // A whole document, or nothing of it: when its format refuses it, no row of it is handed on, `refused` says why and
    // the read may go on with others.
    struct Taken {
        qint64 rows = 0;
        qint64 rejected = 0;
        std::optional<Error> refused = {};
    };
    virtual Result<Taken> document(QByteArrayView whole, const QString &name, const QByteArray &contentType);
    virtual Result<> batch(Batch batch) = 0;
    // Shows the source the rows its format makes, for paging and cursors.
    void watch(std::function<void(const Batch &)> sees) { m_sees = std::move(sees); }
    // Records of the document just ended that its format refused.
    virtual qint64 refused() const { return 0; }

protected:
    std::function<void(const Batch &)> m_sees; // called by who makes rows, may be empty
};

class Source {
public:
    virtual ~Source() = default;
    // One read: all there is, or what is new since the cursor in context.state[stateKey]. The new cursor goes to
    // context.newState. In Sample mode it reads little, moves no cursor and asks the network only once.
    virtual Result<> read(RunContext &context, SourceOutput &out) = 0;
    // Sources that are told when data comes (webhook, watched file): starts listening and calls `ready` from any
    // thread; each call leads to a run that reads. The default does nothing. Destroying the source stops it. What the
    // context's clock, random source and secrets refer to outlives the source.
    virtual Result<> listen(RunContext &context, std::function<void()> ready);
    // How the run ended that read(): its rows are durable (a webhook now answers its callers), or none of them is.
    virtual void committed() {}
    virtual void failed(const Error &) {}
    // The run that holds the source hangs and was given up: stops listening now. Any thread, also while read() works.
    virtual void abandon() {}
};

struct SourceType {
    const char *type;  // "http"
    const char *label; // QT_TRANSLATE_NOOP("Engine", "HTTP")
    const char *icon;  // name in resources/icons
    const char *help;
    Parameters parameters;
    bool usesFormat = true; // the node's config also takes "format" and the format's own parameters
    bool listens = false;
    // Rows come only when others send them: such a source listens whenever its pipeline is enabled and not paused,
    // whatever the schedule, and what arrives starts a run.
    bool pushes = false;
    // Makes the source from a checked config. `node` is the node's id, for cursors ("cursor/<node>"). What it keeps
    // as "sample/<node>" is given to previews too.
    std::function<Result<std::unique_ptr<Source>>(const QJsonObject &config, const QString &node)> create;
    // True when a read that starts over gives the same bytes again (files): a very long run may then commit in parts.
    bool rereadable = false;
};

} // namespace dash
