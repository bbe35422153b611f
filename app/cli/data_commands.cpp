// Reading a workspace: its series, tables and state. Read-only connections; works beside a running window.
#include "app/cli/workspace_access.h"

#include "core/engine/convert.h"
#include "core/engine/row_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace dash::cli {

namespace {

// name or name{label=value,label=value}
Result<std::vector<SeriesInfo>> findSeries(const SeriesSnapshot &series, const QString &wanted)
{
    const qsizetype brace = wanted.indexOf(u'{');
    std::vector<Label> labels;
    if (brace >= 0) {
        if (!wanted.endsWith(u'}'))
            return usageError(u"A series is NAME or NAME{label=value,…}."_qs);
        for (const QString &pair : wanted.mid(brace + 1, wanted.size() - brace - 2).split(u',', Qt::SkipEmptyParts)) {
            const qsizetype equals = pair.indexOf(u'=');
            if (equals <= 0)
                return usageError(u"“%1” is not label=value."_qs.arg(pair));
            labels.push_back({pair.left(equals).trimmed().toStdString(), pair.mid(equals + 1).trimmed().toStdString()});
        }
    }
    return series.find((brace < 0 ? wanted : wanted.left(brace)).toStdString(), labels);
}

Result<qint64> timeOption(const Arguments &arguments, const char *name, qint64 fallback)
{
    if (!arguments.has(name))
        return fallback;
    const auto parsed = parseIso(arguments.value(name));
    if (!parsed)
        return usageError(u"%1 is a time such as 2026-01-31T12:00:00Z."_qs.arg(QLatin1StringView(name)));
    return *parsed;
}

// --from, --to, or --last DURATION up to now.
Result<TimeRange> askedRange(const Arguments &arguments, const Clock &clock)
{
    if (arguments.has("--last")) {
        const auto last = parseDuration(arguments.value("--last"));
        if (!last || last->count() <= 0)
            return usageError(u"--last is a duration such as 7d or 90m."_qs);
        if (arguments.has("--from") || arguments.has("--to"))
            return usageError(u"--last already says from and to."_qs);
        const qint64 now = toMs(clock.now());
        return TimeRange{now - last->count(), now + 1};
    }
    const auto from = timeOption(arguments, "--from", kMinInstant);
    const auto to = timeOption(arguments, "--to", kMaxInstant);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    if (*from >= *to)
        return usageError(u"--from has to be before --to."_qs);
    return TimeRange{*from, *to};
}

Batch pointsBatch(const SeriesInfo &info, const Points &points)
{
    auto names = std::make_shared<Column>(ColumnType::Text);
    auto times = std::make_shared<Column>(ColumnType::Instant);
    auto values = std::make_shared<Column>(columnTypeOf(points.type), points.scale);
    const std::string name = seriesText(info.key).toStdString();
    for (std::size_t i = 0; i < points.times.size(); ++i) {
        names->appendText(name);
        times->appendInt(points.times[i]);
        switch (points.type) {
        case ValueType::Double:
            values->appendDouble(points.doubles[i]);
            break;
        case ValueType::Int64:
            values->appendInt(points.ints[i]);
            break;
        case ValueType::Bool:
            values->appendBool(points.ints[i] != 0);
            break;
        case ValueType::Decimal:
            if (!values->appendDecimal(Decimal{points.ints[i], points.scale}))
                values->appendNull();
            break;
        case ValueType::Text:
            values->appendText(points.texts[i]);
            break;
        }
    }
    Batch batch;
    batch.rows = points.times.size();
    batch.set(QStringLiteral("series"), names);
    batch.set(QStringLiteral("time"), times);
    batch.set(QStringLiteral("value"), values, QString::fromStdString(info.unit));
    return batch;
}

Batch bucketBatch(const SeriesInfo &info, const Buckets &buckets, TimeRange range)
{
    auto names = std::make_shared<Column>(ColumnType::Text);
    auto times = std::make_shared<Column>(ColumnType::Instant);
    auto counts = std::make_shared<Column>(ColumnType::Int64);
    std::vector<std::pair<const char *, const std::vector<double> *>> numbers{{"min", &buckets.min},
                                                                              {"max", &buckets.max},
                                                                              {"first", &buckets.first},
                                                                              {"last", &buckets.last},
                                                                              {"sum", &buckets.sum}};
    std::vector<std::shared_ptr<Column>> columns;
    for (std::size_t c = 0; c < numbers.size(); ++c)
        columns.push_back(std::make_shared<Column>(ColumnType::Double));
    const std::string name = seriesText(info.key).toStdString();
    Batch batch;
    for (std::size_t i = 0; i < buckets.count.size(); ++i) {
        if (buckets.count[i] == 0)
            continue;
        names->appendText(name);
        times->appendInt(range.from + static_cast<qint64>(static_cast<Int128>(range.span()) * static_cast<qint64>(i) /
                                                          static_cast<qint64>(buckets.count.size())));
        counts->appendInt(static_cast<qint64>(buckets.count[i]));
        for (std::size_t c = 0; c < numbers.size(); ++c)
            columns[c]->appendDouble((*numbers[c].second)[i]);
        ++batch.rows;
    }
    batch.set(QStringLiteral("series"), names);
    batch.set(QStringLiteral("time"), times);
    batch.set(QStringLiteral("count"), counts);
    for (std::size_t c = 0; c < numbers.size(); ++c)
        batch.set(QString::fromLatin1(numbers[c].first), columns[c]);
    return batch;
}

// Rows to standard output: CSV, or a JSON row per line.
void printRows(const Batch &batch, const Arguments &arguments, bool header)
{
    std::string text;
    const bool json = arguments.has("--json") || arguments.value("--format") == u"ndjson";
    if (!json && header)
        appendHeaderCsv(text, batch, ',', "\n");
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (json) {
            appendRowJson(text, batch, row);
            text += '\n';
        } else {
            appendRowCsv(text, batch, row, ',', "\n");
        }
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
}

Result<> runQuery(const Arguments &arguments)
{
    const SystemClock clock;
    const auto points = readPoints(arguments, clock);
    if (!points)
        return fail(points.error());
    const auto snapshot = (*points)->snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    const SeriesSnapshot &series = (*snapshot)->series();
    const auto found = findSeries(series, arguments.positional[0]);
    if (!found)
        return fail(found.error());
    if (found->empty())
        return fail(ErrorCode::SeriesUnknown, {{QLatin1StringView("series"), arguments.positional[0]}});
    const auto asked = askedRange(arguments, clock);
    if (!asked)
        return fail(asked.error());
    bool isNumber = true;
    const int buckets = arguments.has("--buckets") ? arguments.value("--buckets").toInt(&isNumber) : 0;
    if (!isNumber || buckets < 0 || buckets > 100'000)
        return usageError(u"--buckets is a number from 1 to 100000."_qs);
    bool header = true;
    for (const SeriesInfo &info : *found) {
        if (buckets > 0) {
            const TimeRange range{asked->from == kMinInstant ? info.first : asked->from,
                                  asked->to == kMaxInstant ? info.last + 1 : asked->to};
            if (info.points == 0 || range.from >= range.to)
                continue;
            const SeriesId id = info.id;
            const auto made =
                series.buckets(std::span<const SeriesId>(&id, 1), range, static_cast<std::size_t>(buckets));
            if (!made)
                return fail(made.error());
            printRows(bucketBatch(info, made->at(0), range), arguments, std::exchange(header, false));
        } else {
            const auto made = series.range(info.id, *asked);
            if (!made)
                return fail(made.error());
            printRows(pointsBatch(info, *made), arguments, std::exchange(header, false));
        }
    }
    return {};
}

Result<> exportTable(const PointsSnapshot &snapshot, const TableInfo &table, const Arguments &arguments)
{
    constexpr qint64 kPage = 50'000;
    PointsSnapshot::Order order;
    order.order = Qt::AscendingOrder;
    for (qint64 offset = 0; offset == 0 || offset < table.rows; offset += kPage) {
        const auto rows = snapshot.rows(table.name, order, offset, kPage);
        if (!rows)
            return fail(rows.error());
        printRows(*rows, arguments, offset == 0);
    }
    return {};
}

// Every point of the series, a page at a time.
Result<> exportSeries(const SeriesSnapshot &series, const std::vector<SeriesInfo> &found, const Arguments &arguments,
                      TimeRange range)
{
    constexpr std::size_t kPage = 100'000;
    bool header = true;
    for (const SeriesInfo &info : found) {
        for (qint64 from = range.from;;) {
            const auto points = series.range(info.id, TimeRange{from, range.to}, kPage);
            if (!points)
                return fail(points.error());
            printRows(pointsBatch(info, *points), arguments, std::exchange(header, false));
            if (points->times.size() < kPage)
                break;
            from = points->times.back() + 1;
        }
    }
    return {};
}

Result<> runExport(const Arguments &arguments)
{
    const SystemClock clock;
    const auto points = readPoints(arguments, clock);
    if (!points)
        return fail(points.error());
    const auto snapshot = (*points)->snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    const auto tables = (*snapshot)->tables();
    if (!tables)
        return fail(tables.error());
    const QString &wanted = arguments.positional[0];
    for (const TableInfo &table : *tables)
        if (wanted == table.title || wanted == table.name.pipeline.text() + u'/' + table.name.output)
            return exportTable(**snapshot, table, arguments);
    const auto found = findSeries((*snapshot)->series(), wanted);
    if (!found)
        return fail(found.error());
    const auto range = askedRange(arguments, clock);
    if (!range)
        return fail(range.error());
    if (found->empty())
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), u"Table or series"_qs}, {QLatin1StringView("name"), wanted}});
    return exportSeries((*snapshot)->series(), *found, arguments, *range);
}

Result<> runStatus(const Arguments &arguments)
{
    const SystemClock clock;
    const auto points = readPoints(arguments, clock);
    if (!points)
        return fail(points.error());
    const auto snapshot = (*points)->snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    const auto series = (*snapshot)->series().list();
    const auto tables = (*snapshot)->tables();
    if (!series || !tables)
        return fail(series ? tables.error() : series.error());
    QJsonArray seriesJson, tablesJson;
    quint64 all = 0;
    for (const SeriesInfo &info : *series) {
        all += info.points;
        seriesJson.append(
            QJsonObject{{QLatin1StringView("series"), seriesText(info.key)},
                        {QLatin1StringView("type"), QString(valueTypeName(info.type))},
                        {QLatin1StringView("points"), qint64(info.points)},
                        {QLatin1StringView("first"), info.points > 0 ? QJsonValue(isoUtc(info.first)) : QJsonValue()},
                        {QLatin1StringView("last"), info.points > 0 ? QJsonValue(isoUtc(info.last)) : QJsonValue()}});
    }
    for (const TableInfo &table : *tables)
        tablesJson.append(QJsonObject{{QLatin1StringView("table"), table.title},
                                      {QLatin1StringView("output"), table.name.output},
                                      {QLatin1StringView("pipeline"), table.name.pipeline.text()},
                                      {QLatin1StringView("rows"), table.rows}});
    if (arguments.has("--json")) {
        printJson(QJsonObject{{QLatin1StringView("points"), qint64(all)},
                              {QLatin1StringView("series"), seriesJson},
                              {QLatin1StringView("tables"), tablesJson}});
        return {};
    }
    print(u"%1 series, %2 points, %3 tables"_qs.arg(series->size()).arg(all).arg(tables->size()));
    for (const auto &entry : seriesJson)
        print(u"  %1  %2 points"_qs.arg(entry[QLatin1StringView("series")].toString(), -30)
                  .arg(entry[QLatin1StringView("points")].toInteger()));
    for (const auto &entry : tablesJson)
        print(u"  %1  %2 rows"_qs.arg(entry[QLatin1StringView("table")].toString(), -30)
                  .arg(entry[QLatin1StringView("rows")].toInteger()));
    return {};
}

} // namespace

std::vector<Command> dataCommands()
{
    const Option format{"--format", "csv|ndjson", "How rows are written; CSV unless said", false};
    return {
        {"query",
         "NAME{label=value}",
         1,
         1,
         "Points of series, or their min, max, first, last, sum and count in buckets",
         {{"--last", "DURATION", "From so long ago until now: 7d, 90m", false},
          {"--from", "ISO", "First time", false},
          {"--to", "ISO", "Time before which it ends", false},
          {"--buckets", "N", "So many equal spans", false},
          format},
         exitCode(runQuery)},
        {"export",
         "NAME",
         1,
         1,
         "Rows of a table (its title or PIPELINE/OUTPUT), or every point of a series (NAME or NAME{label=value})",
         {{"--last", "DURATION", "Of a series: from so long ago until now", false},
          {"--from", "ISO", "Of a series: first time", false},
          {"--to", "ISO", "Of a series: time before which it ends", false},
          format},
         exitCode(runExport)},
        {"status", "", 0, 0, "Series and tables of the workspace", {}, exitCode(runStatus)},
    };
}

} // namespace dash::cli
