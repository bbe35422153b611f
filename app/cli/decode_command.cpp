// decode FILE: what a file of Dash holds, for people. Any bytes are safe.
#include "app/cli/workspace_access.h"

#include "core/data/series/batch_log.h"
#include "core/data/series/chunk.h"
#include "core/engine/convert.h"

#include <QFile>

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

// A chunk block by block, and every point with --points.
Result<> printChunk(std::span<const unsigned char> bytes, const Arguments &arguments, const QString &indent)
{
    const auto chunk = series::ChunkReader::open(bytes);
    if (!chunk)
        return fail(chunk.error());
    print(indent + u"%1 %2 points, %3 bytes, %4 blocks, %5 bytes a point"_qs.arg(chunk->size())
                       .arg(valueTypeName(chunk->type()))
                       .arg(bytes.size())
                       .arg(chunk->blocks())
                       .arg(double(bytes.size()) / double(chunk->size()), 0, 'f', 3));
    std::array<qint64, series::kBlockPoints> times{};
    std::array<series::Word, series::kBlockPoints> words{};
    for (std::size_t block = 0; block < chunk->blocks(); ++block) {
        if (const auto decoded = chunk->decode(block, times.data(), words.data()); !decoded)
            return fail(decoded.error());
        const std::size_t count = chunk->blockSize(block);
        print(indent + u"  block %1: %2 points from %3 to %4"_qs.arg(block).arg(count).arg(isoUtc(times[0]),
                                                                                           isoUtc(times[count - 1])));
        for (std::size_t i = 0; i < count && arguments.has("--points"); ++i)
            print(indent + u"    %1  %2"_qs.arg(isoUtc(times[i]), wordText(chunk->type(), words[i], chunk->texts())));
    }
    return {};
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

Result<> printLogRow(Statement &row, const Arguments &arguments)
{
    const auto blocks = series::readLogRow(row.blob(1));
    if (!blocks)
        return fail(blocks.error());
    print(u"log row %1: %2 bytes, %3 blocks"_qs.arg(row.integer(0)).arg(row.blob(1).size()).arg(blocks->size()));
    for (const series::LogBlock &block : *blocks) {
        print(u"  series %1: %2 %3 points"_qs.arg(static_cast<qint64>(block.series))
                  .arg(block.points.size())
                  .arg(valueTypeName(block.type)));
        for (std::size_t i = 0; i < block.points.size() && arguments.has("--points"); ++i)
            print(u"    %1  %2"_qs.arg(isoUtc(block.points.times[i]),
                                       wordText(block.type, block.points.words[i], block.points.texts)));
    }
    return {};
}

Result<> printPoints(Database &db, const Arguments &arguments)
{
    {
        const auto snapshot = SeriesSnapshot::open(db);
        if (!snapshot)
            return fail(snapshot.error());
        const auto series = (*snapshot)->list();
        if (!series)
            return fail(series.error());
        for (const SeriesInfo &info : *series)
            print(u"series %1: %2, %3, %4 points%5"_qs.arg(static_cast<qint64>(info.id))
                      .arg(seriesText(info.key), QString(valueTypeName(info.type)))
                      .arg(info.points)
                      .arg(info.points == 0 ? QString()
                                            : u" from %1 to %2"_qs.arg(isoUtc(info.first), isoUtc(info.last))));
    }
    const auto chunks = eachRow(db, "SELECT id, data FROM series_chunk ORDER BY id", [&](Statement &row) -> Result<> {
        print(u"chunk %1"_qs.arg(row.integer(0)));
        return printChunk(row.blob(1), arguments, u"  "_qs);
    });
    if (!chunks)
        return chunks;
    const auto log = eachRow(db, "SELECT change, data FROM series_log ORDER BY change",
                             [&](Statement &row) { return printLogRow(row, arguments); });
    if (!log)
        return log;
    const auto tables = eachRow(db, "SELECT title, output, row_count, columns FROM dash_tables ORDER BY id",
                                [](Statement &row) -> Result<> {
                                    print(u"table %1 (%2): %3 rows, columns %4"_qs.arg(row.string(0), row.string(1))
                                              .arg(row.integer(2))
                                              .arg(row.string(3)));
                                    return {};
                                });
    if (!tables)
        return tables;
    return eachRow(db, "SELECT name, value FROM run_state ORDER BY name", [](Statement &row) -> Result<> {
        print(u"state %1: %2"_qs.arg(row.string(0), QString::fromUtf8(row.bytes(1).left(2'000))));
        return {};
    });
}

Result<> printCore(const QString &path)
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
    for (const StoredEntity &stored : *entities)
        print(u"%1 %2%3\n  %4"_qs.arg(stored.ref.kind == EntityKind::Pipeline ? u"pipeline"_qs : u"dashboard"_qs,
                                      stored.ref.id.toString(QUuid::WithoutBraces),
                                      stored.removed ? u", removed"_qs : QString(), QString::fromUtf8(stored.state)));
    for (const HistoryStep &step : *history)
        print(u"edit %1 at %2: %3%4"_qs.arg(step.seq).arg(isoUtc(step.at), step.label.text,
                                                          step.undone ? u" (undone)"_qs : QString()));
    return {};
}

Result<bool> hasTable(Database &db, std::string_view name)
{
    auto statement = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    if (!statement)
        return fail(statement.error());
    statement->bind(1, name);
    return statement->step();
}

Result<> decode(const Arguments &arguments)
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
        const auto chunk = printChunk(
            {reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size())},
            arguments, QString());
        return chunk ? chunk : Result<>(notOurs(path, u"it is neither a database of Dash nor a block of points."_qs));
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
        return printPoints(**db, arguments);
    const auto core = hasTable(**db, "entity");
    if (!core)
        return fail(core.error());
    return *core ? printCore(path) : Result<>(notOurs(path, u"it is a database, but not one of Dash."_qs));
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
