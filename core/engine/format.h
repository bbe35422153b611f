#pragma once
// Seam for formats: bytes in any portions → batches. Formats know no transport.

#include "core/engine/context.h"
#include "core/engine/rejects.h"
#include "core/model/batch.h"
#include "core/model/parameter.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace dash {

class Decoder {
public:
    virtual ~Decoder() = default;
    // Takes the next bytes; complete records come out as batches of at most ~16 000 rows. Bad records go to `rejects`
    // and do not end the document; an error does (FormatSyntax, FormatEncoding, FormatTooDeep, …).
    virtual Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                            Rejects &rejects) = 0;
};

struct FormatType {
    const char *type; // "json"
    const char *label;
    Parameters parameters;
    // How sure the format is that this is its own, 0 … 100, from a document's first bytes, name and content type.
    std::function<int(QByteArrayView head, const QString &name, const QByteArray &contentType)> sniff;
    std::function<Result<std::unique_ptr<Decoder>>(const QJsonObject &config, RunContext &context)> create;
};

} // namespace dash
