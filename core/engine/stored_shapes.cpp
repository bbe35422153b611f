#include "core/engine/outputs.h"

namespace dash {

Result<StoredShapes> storedShapes(const PointsSnapshot &snapshot, PipelineId pipeline)
{
    StoredShapes shapes;
    const auto series = snapshot.series().find({}, {}, pipeline.text().toStdString());
    if (!series)
        return fail(series.error());
    for (const SeriesInfo &info : *series)
        shapes.series[{info.key.name, info.key.labels}] = {info.type, info.scale};
    const auto tables = snapshot.tables();
    if (!tables)
        return fail(tables.error());
    for (const TableInfo &info : *tables)
        if (info.name.pipeline == pipeline)
            shapes.tables[info.name.output] = info.columns;
    return shapes;
}

} // namespace dash
