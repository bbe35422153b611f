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
    virtual Result<> batch(Batch batch) = 0;
    // Rows the format made of the document just ended; for paging by a field of the last record.
    virtual const Batch *lastBatch() const = 0;
};

class Source {
public:
    virtual ~Source() = default;
    // One read: all there is, or what is new since the cursor in context.state[stateKey]. The new cursor goes to
    // context.newState. In Sample mode it reads little, moves no cursor and asks the network only once.
    virtual Result<> read(RunContext &context, SourceOutput &out) = 0;
    // Sources that are told when data comes (webhook, watched file): starts listening and calls `ready` from any
    // thread. The default does nothing. Destroying the source stops it.
    virtual Result<> listen(RunContext &context, std::function<void()> ready);
    // A committed run took what read() handed out (a webhook now answers its callers).
    virtual void committed() {}
};

struct SourceType {
    const char *type;  // "http"
    const char *label; // QT_TRANSLATE_NOOP("Engine", "HTTP")
    const char *icon;  // name in resources/icons
    const char *help;
    Parameters parameters;
    bool usesFormat = true; // the node's config also takes "format" and the format's own parameters
    bool listens = false;
    // Makes the source from a checked config. `node` is the node's id, for cursors ("cursor/<node>").
    std::function<Result<std::unique_ptr<Source>>(const QJsonObject &config, const QString &node)> create;
    // True when a read that starts over gives the same bytes again (files): a very long run may then commit in parts.
    bool rereadable = false;
};

} // namespace dash
