#include "app/dashboards/render.h"

#include "core/data/points_db.h"
#include "core/model/json_text.h"
#include "core/model/pipeline.h"

namespace dash {

Result<QByteArray> renderDashboard(const QByteArray &definition, const QString &workspaceFolder, const Clock &clock,
                                   PictureFormat format, const ExportOptions &options)
{
    auto object = readObject(definition, kMaxDefinitionBytes);
    if (!object)
        return fail(std::move(object.error()));
    const QJsonValue inside = object->value(QLatin1StringView("dashboard"));
    auto dashboard = dashboardFromJson(inside.isObject() ? inside.toObject() : *object);
    if (!dashboard)
        return fail(std::move(dashboard.error()));
    // Widgets of a file never saved have no ids; data is kept by them here.
    quint32 next = 1;
    for (Widget &widget : dashboard->widgets) {
        if (widget.id.isNull())
            widget.id = WidgetId{QUuid(next++, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};
    }
    PointsDb::Options open;
    open.mode = PointsDb::Options::Mode::ReadOnly;
    open.readers = 1;
    auto points = PointsDb::open(workspaceFolder, open, clock);
    if (!points)
        return fail(std::move(points.error()));
    auto source = chartSourceOf(**points)();
    if (!source)
        return fail(std::move(source.error()));
    const DashboardPicture picture = readDashboard(**source, *dashboard, toMs(clock.now()), options.width);
    for (const auto &[id, data] : picture.data) {
        if (data && data->error)
            return fail(*data->error);
    }
    return exportDashboard(picture, format, options);
}

} // namespace dash
