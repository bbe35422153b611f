#pragma once
// Rows that a node refused, with the reason; the rest of the batch goes on.

#include "core/base/error.h"
#include "core/model/batch.h"

#include <vector>

namespace dash {

struct Reject {
    Error reason;
    QByteArray record; // the row as it arrived at the node, one JSON object
};

using Rejects = std::vector<Reject>;

// One row as a compact JSON object, what the rejected table keeps.
QByteArray rowJson(const Batch &batch, std::size_t row);

} // namespace dash
