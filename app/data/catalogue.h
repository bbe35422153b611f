#pragma once
// What the workspace holds, as the list on the data page shows it. Read on a worker thread from one snapshot.

#include "core/data/points_db.h"

#include <vector>

namespace dash {

// All series of one name (and one pipeline), whatever their labels.
struct SeriesGroup {
    std::string owner; // pipeline id text; empty for data without a pipeline
    std::string name;
    std::string unit;
    std::uint64_t points = 0;
    qint64 first = 0;
    qint64 last = 0;
    std::vector<SeriesInfo> members;
};

struct DataCatalogue {
    std::vector<SeriesGroup> series; // by name
    std::vector<TableInfo> tables;   // by title
    qint64 fileBytes = 0;
};

Result<DataCatalogue> readCatalogue(const PointsSnapshot &snapshot);

} // namespace dash
