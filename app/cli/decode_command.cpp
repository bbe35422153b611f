// decode FILE: what a file of Dash holds, for people. Any bytes are safe.
#include "app/cli/workspace_access.h"

#include "core/data/series/batch_log.h"
#include "core/data/series/chunk.h"
#include "core/engine/convert.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cstring>

namespace dash::cli {

namespace {

constexpr qint64 kMaxChunkBytes = 64 * 1024 * 1024;

Failure notOurs(const QString &path, const QString &reason)
{
    return fail(ErrorCode::FileOpen, {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), reason}});
}

QString wordText(ValueType type, series::Word word, const std::vector<std::string> &texts)
{
    switch (type) {
    case ValueType::Double: {
        double number = 0;
        std::memcpy(&number, &word, sizeof number);
        return QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    case ValueType::Bool:
        return word != 0 ? u"true"_qs : u"false"_qs;
    case ValueType::Int64:
    case ValueType::Decimal:
        return QString::number(static_cast<qint64>(word));
    case ValueType::Text:
        break;
    }
    return word < texts.size() ? QString::fromStdString(texts[std::size_t(word)]) : u"?"_qs;
}

// What is found, as lines for people or, with --json, as one object at the end.
void say(const Arguments &arguments, const QString &line)
{
    if (!arguments.has("--json"))
        print(line);
}

QJsonObject pointJson(qint64 time, const QString &value)
{
    return {{QLatin1StringView("time"), isoUtc(time)}, {QLatin1StringView("value"), value}};
}

// A chunk block by block, and every point with --points.
Result<QJsonObject> showChunk(std::span<const unsigned char> bytes, const Arguments &arguments, const QString &indent)
{
    const auto chunk = series::ChunkReader::open(bytes);
    if (!chunk)
        return fail(chunk.error());
    say(arguments, indent + u"%1 %2 points, %3 bytes, %4 blocks, %5 bytes a point"_qs.arg(chunk->size())
                                .arg(valueTypeName(chunk->type()))
                                .arg(bytes.size())
                                .arg(chunk->blocks())
                                .arg(double(bytes.size()) / double(chunk->size()), 0, 'f', 3));
    QJsonArray blocks;
    std::array<qint64, series::kBlockPoints> times{};
    std::array<series::Word, series::kBlockPoints> words{};
    for (std::size_t block = 0; block < chunk->blocks(); ++block) {
        if (const auto decoded = chunk->decode(block, times.data(), words.data()); !decoded)
            return fail(decoded.error());
        const std::size_t count = chunk->blockSize(block);
        say(arguments, indent + u"  block %1: %2 points from %3 to %4"_qs.arg(block).arg(count).arg(
                                    isoUtc(times[0]), isoUtc(times[count - 1])));
        QJsonObject shown{{QLatin1StringView("points"), qint64(count)},
                          {QLatin1StringView("first"), isoUtc(times[0])},
                          {QLatin1StringView("last"), isoUtc(times[count - 1])}};
        QJsonArray values;
        for (std::size_t i = 0; i < count && arguments.has("--points"); ++i) {
            const QString value = wordText(chunk->type(), words[i], chunk->texts());
            say(arguments, indent + u"    %1  %2"_qs.arg(isoUtc(times[i]), value));
            values.append(pointJson(times[i], value));
        }
        if (arguments.has("--points"))
            shown.insert(QLatin1StringView("values"), values);
        blocks.append(shown);
    }
    return QJsonObject{{QLatin1StringView("type"), QString(valueTypeName(chunk->type()))},
                       {QLatin1StringView("points"), qint64(chunk->size())},
                       {QLatin1StringView("bytes"), qint64(bytes.size())},
                       {QLatin1StringView("blocks"), blocks}};
}

Result<> eachRow(Database &db, std::string_view sql, const std::function<Result<>(Statement &)> &visit)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return fail(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        if (const auto visited = visit(*statement); !visited)
            return visited;
    }
}

Result<QJsonObject> showLogRow(Statement &row, const Arguments &arguments)
{
    const auto blocks = series::readLogRow(row.blob(1));
    if (!blocks)
        return fail(blocks.error());
    say(arguments,
        u"log row %1: %2 bytes, %3 blocks"_qs.arg(row.integer(0)).arg(row.blob(1).size()).arg(blocks->size()));
    QJsonArray all;
    for (const series::LogBlock &block : *blocks) {
        say(arguments, u"  series %1: %2 %3 points"_qs.arg(static_cast<qint64>(block.series))
                           .arg(block.points.size())
                           .arg(valueTypeName(block.type)));
        QJsonArray values;
        for (std::size_t i = 0; i < block.points.size() && arguments.has("--points"); ++i) {
            const QString value = wordText(block.type, block.points.words[i], block.points.texts);
            say(arguments, u"    %1  %2"_qs.arg(isoUtc(block.points.times[i]), value));
            values.append(pointJson(block.points.times[i], value));
        }
        QJsonObject shown{{QLatin1StringView("series"), static_cast<qint64>(block.series)},
                          {QLatin1StringView("type"), QString(valueTypeName(block.type))},
                          {QLatin1StringView("points"), qint64(block.points.size())}};
        if (arguments.has("--points"))
            shown.insert(QLatin1StringView("values"), values);
        all.append(shown);
    }
    return QJsonObject{{QLatin1StringView("change"), row.integer(0)},
                       {QLatin1StringView("bytes"), qint64(row.blob(1).size())},
                       {QLatin1StringView("blocks"), all}};
}

Result<QJsonArray> showSeries(Database &db, const Arguments &arguments)
{
    const auto snapshot = SeriesSnapshot::open(db);
    if (!snapshot)
        return fail(snapshot.error());
    const auto series = (*snapshot)->list();
    if (!series)
        return fail(series.error());
    QJsonArray all;
    for (const SeriesInfo &info : *series) {
        say(arguments,
            u"series %1: %2, %3, %4 points%5"_qs.arg(static_cast<qint64>(info.id))
                .arg(seriesText(info.key), QString(valueTypeName(info.type)))
                .arg(info.points)
                .arg(info.points == 0 ? QString() : u" from %1 to %2"_qs.arg(isoUtc(info.first), isoUtc(info.last))));
        QJsonObject shown{{QLatin1StringView("id"), static_cast<qint64>(info.id)},
                          {QLatin1StringView("series"), seriesText(info.key)},
                          {QLatin1StringView("type"), QString(valueTypeName(info.type))},
                          {QLatin1StringView("points"), static_cast<qint64>(info.points)}};
        if (info.points > 0) {
            shown.insert(QLatin1StringView("first"), isoUtc(info.first));
            shown.insert(QLatin1StringView("last"), isoUtc(info.last));
        }
        all.append(shown);
    }
    return all;
}

Result<QJsonObject> showPoints(Database &db, const Arguments &arguments)
{
    const auto series = showSeries(db, arguments);
    if (!series)
        return fail(series.error());
    QJsonArray chunks, log, tables, state;
    Result<> done = eachRow(db, "SELECT id, data FROM series_chunk ORDER BY id", [&](Statement &row) -> Result<> {
        say(arguments, u"chunk %1"_qs.arg(row.integer(0)));
        auto shown = showChunk(row.blob(1), arguments, u"  "_qs);
        if (!shown)
            return fail(shown.error());
        shown->insert(QLatin1StringView("id"), row.integer(0));
        chunks.append(*shown);
        return {};
    });
    if (done)
        done = eachRow(db, "SELECT change, data FROM series_log ORDER BY change", [&](Statement &row) -> Result<> {
            const auto shown = showLogRow(row, arguments);
            if (!shown)
                return fail(shown.error());
            log.append(*shown);
            return {};
        });
    if (done)
        done = eachRow(db, "SELECT title, output, row_count, columns FROM dash_tables ORDER BY id",
                       [&](Statement &row) -> Result<> {
                           say(arguments, u"table %1 (%2): %3 rows, columns %4"_qs.arg(row.string(0), row.string(1))
                                              .arg(row.integer(2))
                                              .arg(row.string(3)));
                           tables.append(QJsonObject{{QLatin1StringView("title"), row.string(0)},
                                                     {QLatin1StringView("output"), row.string(1)},
                                                     {QLatin1StringView("rows"), row.integer(2)},
                                                     {QLatin1StringView("columns"), row.string(3)}});
                           return {};
                       });
    if (done)
        done = eachRow(db, "SELECT name, value FROM run_state ORDER BY name", [&](Statement &row) -> Result<> {
            const QString value = QString::fromUtf8(row.bytes(1).left(2'000));
            say(arguments, u"state %1: %2"_qs.arg(row.string(0), value));
            state.append(QJsonObject{{QLatin1StringView("name"), row.string(0)}, {QLatin1StringView("value"), value}});
            return {};
        });
    if (!done)
        return fail(done.error());
    return QJsonObject{{QLatin1StringView("series"), *series},
                       {QLatin1StringView("chunks"), chunks},
                       {QLatin1StringView("log"), log},
                       {QLatin1StringView("tables"), tables},
                       {QLatin1StringView("state"), state}};
}

Result<QJsonObject> showCore(const QString &path, const Arguments &arguments)
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    const auto core = CoreDb::open(path, options);
    if (!core)
        return fail(core.error());
    const auto entities = (*core)->entities();
    const auto history = (*core)->history();
    if (!entities || !history)
        return fail(entities ? history.error() : entities.error());
    QJsonArray all, edits;
    for (const StoredEntity &stored : *entities) {
        const QString kind = stored.ref.kind == EntityKind::Pipeline ? u"pipeline"_qs : u"dashboard"_qs;
        const QString id = stored.ref.id.toString(QUuid::WithoutBraces);
        say(arguments, u"%1 %2%3\n  %4"_qs.arg(kind, id, stored.removed ? u", removed"_qs : QString(),
                                               QString::fromUtf8(stored.state)));
        all.append(QJsonObject{{QLatin1StringView("kind"), kind},
                               {QLatin1StringView("id"), id},
                               {QLatin1StringView("removed"), stored.removed},
                               {QLatin1StringView("state"), QJsonDocument::fromJson(stored.state).object()}});
    }
    for (const HistoryStep &step : *history) {
        say(arguments, u"edit %1 at %2: %3%4"_qs.arg(step.seq).arg(isoUtc(step.at), step.label.text,
                                                                   step.undone ? u" (undone)"_qs : QString()));
        edits.append(QJsonObject{{QLatin1StringView("edit"), step.seq},
                                 {QLatin1StringView("at"), isoUtc(step.at)},
                                 {QLatin1StringView("label"), step.label.text},
                                 {QLatin1StringView("undone"), step.undone}});
    }
    return QJsonObject{{QLatin1StringView("entities"), all}, {QLatin1StringView("history"), edits}};
}

Result<bool> hasTable(Database &db, std::string_view name)
{
    auto statement = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, name);
    return statement->step();
}

Result<QJsonObject> decoded(const Arguments &arguments)
{
    const QString &path = arguments.positional[0];
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notOurs(path, file.errorString());
    const QByteArray head = file.peek(16);
    if (head.isEmpty())
        return notOurs(path, u"it is empty."_qs);
    if (!head.startsWith("SQLite format 3")) {
        const QByteArray bytes = file.read(kMaxChunkBytes);
        auto chunk = showChunk(
            {reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size())},
            arguments, QString());
        if (!chunk)
            return notOurs(path, u"it is neither a database of Dash nor a block of points."_qs);
        return chunk;
    }
    file.close();
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    const auto db = Database::open(path, options);
    if (!db)
        return fail(db.error());
    const auto points = hasTable(**db, "series_chunk");
    if (!points)
        return fail(points.error());
    if (*points)
        return showPoints(**db, arguments);
    const auto core = hasTable(**db, "entity");
    if (!core)
        return fail(core.error());
    if (!*core)
        return notOurs(path, u"it is a database, but not one of Dash."_qs);
    return showCore(path, arguments);
}

Result<> decode(const Arguments &arguments)
{
    const auto shown = decoded(arguments);
    if (!shown)
        return fail(shown.error());
    if (arguments.has("--json"))
        printJson(*shown);
    return {};
}

} // namespace

std::vector<Command> decodeCommands()
{
    return {{"decode",
             "FILE",
             1,
             1,
             "What a core.db, points.db or block of points holds",
             {{"--points", "", "Every point too", false}},
             exitCode(decode)}};
}

} // namespace dash::cli
