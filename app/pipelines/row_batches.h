#pragma once
// Rejected rows, runs and deliveries as batches for the row table. Pure.

#include "core/data/points_db.h"
#include "core/engine/rejects.h"
#include "core/model/pipeline.h"

#include <functional>

namespace dash {

struct RejectedRows {
    Batch rows;                       // time, step, reason, then the fields of the records
    std::vector<QString> wrongColumn; // per row: the field the reason is about
    std::vector<QString> node;        // per row: id of the node that refused it
    std::vector<qint64> rowIds;       // of the rejected table; empty for a sample's
};

struct RejectedRecord {
    qint64 at = 0; // time of the run; 0: the sample, no time
    QString node;
    QString code;      // of its error
    QString reason;    // the sentence in English, as core keeps it
    QString field;     // that the reason is about, when known
    QByteArray record; // one JSON object
    qint64 rowId = -1;
};

// `title` gives a node's name.
RejectedRows rejectedRows(const std::vector<RejectedRecord> &records,
                          const std::function<QString(const QString &)> &title);
Batch runRows(const std::vector<RunRecord> &runs);
Batch deliveryRows(const std::vector<QueuedDelivery> &deliveries);

} // namespace dash
