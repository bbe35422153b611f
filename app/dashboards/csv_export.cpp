#include "app/dashboards/csv_export.h"

#include <charconv>
#include <cmath>
#include <map>

namespace dash {

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool needs = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
    // A spreadsheet would run what begins like a formula.
    const bool formula =
        !bytes.isEmpty() && (bytes[0] == '=' || bytes[0] == '@' || bytes[0] == '+' || bytes[0] == '\t');
    if (formula)
        bytes.prepend('\'');
    if (needs || formula) {
        bytes.replace("\"", "\"\"");
        return '"' + bytes + '"';
    }
    return bytes;
}

// The shortest text that reads back as the same double.
QByteArray numberText(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 40> out{};
    const auto end = std::to_chars(out.data(), out.data() + out.size(), value).ptr;
    return QByteArray(out.data(), end - out.data());
}

QByteArray numberText(double value, const std::optional<Decimal> &exact)
{
    return exact ? QByteArray::fromStdString(decimalText(*exact)) : numberText(value);
}

ChartSpec plainSpec(const Widget &widget)
{
    ChartSpec spec = chartSpecOf(widget);
    spec.stack = StackMode::Off; // values, not sums
    spec.fitUnits = false;       // as stored
    spec.top = 0;                // and of every series
    return spec;
}

QByteArray lastText(const DrawnSeries &drawn, double scale)
{
    if (drawn.info.type == ValueType::Text)
        return quoted(QString::fromStdString(drawn.last.texts[0]));
    return numberText(pointValue(drawn.last, 0) * scale,
                      scale == 1.0 ? exactPoint(drawn.last, 0) : std::optional<Decimal>());
}

} // namespace

Result<QByteArray> widgetCsv(const Widget &widget, const WidgetData &data, TimeRange visible)
{
    QByteArray csv;
    if (data.rows.rows > 0 || !data.rows.fields.empty()) {
        QByteArrayList head;
        for (const Field &field : data.rows.fields)
            head << quoted(field.name);
        csv += head.join(',') + "\r\n";
        for (std::size_t r = 0; r < data.rows.rows; ++r) {
            QByteArrayList cells;
            for (const Field &field : data.rows.fields)
                cells << (field.column->isNull(r) ? QByteArray()
                                                  : quoted(QString::fromStdString(cellText(*field.column, r))));
            csv += cells.join(',') + "\r\n";
        }
        return csv;
    }
    SeriesSlots slots;
    const std::vector<Trace> traces = buildTraces(data, plainSpec(widget), slots, {});
    std::map<qint64, std::vector<std::size_t>> rows; // time → index + 1 in each trace
    QByteArrayList head{"time"};
    for (std::size_t t = 0; t < traces.size(); ++t) {
        const Trace &trace = traces[t];
        const QString name = trace.previous ? trace.name + QStringLiteral(" (before)") : trace.name;
        head << quoted(name);
        if (trace.many)
            head << quoted(name + QStringLiteral(" lowest")) << quoted(name + QStringLiteral(" highest"));
        for (std::size_t i = 0; i < trace.time.size(); ++i) {
            if (!visible.contains(trace.time[i]))
                continue;
            auto &row = rows[trace.time[i]];
            row.resize(traces.size());
            row[t] = i + 1;
        }
    }
    csv += head.join(',') + "\r\n";
    for (const auto &[time, indexes] : rows) {
        csv += isoUtc(time).toUtf8();
        for (std::size_t t = 0; t < traces.size(); ++t) {
            const Trace &trace = traces[t];
            const std::size_t i = indexes[t];
            csv += ',';
            if (i > 0)
                csv += numberText(trace.own[i - 1], trace.exactOwn(i - 1));
            if (trace.many)
                csv += i > 0 ? ',' + numberText(trace.low[i - 1], trace.exactLow(i - 1)) + ',' +
                                   numberText(trace.high[i - 1], trace.exactHigh(i - 1))
                             : QByteArray(",,");
        }
        csv += "\r\n";
    }
    if (traces.empty()) {
        // Widgets that show only the latest values.
        csv = "series,time,value\r\n";
        const std::vector<QString> names = legendNames(data);
        for (std::size_t s = 0; s < data.series.size(); ++s) {
            const DrawnSeries &drawn = data.series[s];
            if (!drawn.last.times.empty())
                csv += quoted(names[s]) + ',' + isoUtc(drawn.last.times[0]).toUtf8() + ',' +
                       lastText(drawn, data.request.queries[drawn.query].scale) + "\r\n";
        }
    }
    return csv;
}

Result<QByteArray> dashboardCsv(const DashboardPicture &picture)
{
    QByteArray csv = "widget,series,time,value,lowest,highest\r\n";
    for (const Widget &widget : picture.dashboard.widgets) {
        const auto found = picture.data.find(widget.id);
        if (found == picture.data.end() || !found->second)
            continue;
        const WidgetData &data = *found->second;
        // A table has columns of its own; here each cell is a line: the column's name stands for the series.
        for (std::size_t r = 0; r < data.rows.rows; ++r) {
            for (const Field &field : data.rows.fields) {
                csv += quoted(widget.title) + ',' + quoted(field.name) + ",," +
                       (field.column->isNull(r) ? QByteArray()
                                                : quoted(QString::fromStdString(cellText(*field.column, r)))) +
                       ",,\r\n";
            }
        }
        SeriesSlots slots;
        const std::vector<Trace> traces = buildTraces(data, plainSpec(widget), slots, {});
        for (const Trace &trace : traces) {
            const QByteArray begin = quoted(widget.title) + ',' +
                                     quoted(trace.previous ? trace.name + QStringLiteral(" (before)") : trace.name) +
                                     ',';
            for (std::size_t i = 0; i < trace.time.size(); ++i) {
                if (!picture.visible.contains(trace.time[i]))
                    continue;
                csv += begin + isoUtc(trace.time[i]).toUtf8() + ',' + numberText(trace.own[i], trace.exactOwn(i));
                csv += trace.many ? ',' + numberText(trace.low[i], trace.exactLow(i)) + ',' +
                                        numberText(trace.high[i], trace.exactHigh(i))
                                  : QByteArray(",,");
                csv += "\r\n";
            }
        }
        if (!traces.empty())
            continue;
        // Widgets that show only the latest values.
        const std::vector<QString> names = legendNames(data);
        for (std::size_t s = 0; s < data.series.size(); ++s) {
            const DrawnSeries &drawn = data.series[s];
            if (!drawn.last.times.empty())
                csv += quoted(widget.title) + ',' + quoted(names[s]) + ',' + isoUtc(drawn.last.times[0]).toUtf8() +
                       ',' + lastText(drawn, data.request.queries[drawn.query].scale) + ",,\r\n";
        }
    }
    return csv;
}

} // namespace dash
