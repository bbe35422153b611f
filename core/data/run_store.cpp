#include "core/data/run_store.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <zstd.h>

namespace dash {

namespace {

constexpr int kCompression = 3;
constexpr qint64 kLargestInput = qint64{1} << 30;

PackedRun::Blob packed(const QString &node, const QByteArray &raw)
{
    PackedRun::Blob blob{node, raw.size(),
                         QByteArray(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(raw.size()))),
                                    Qt::Uninitialized)};
    const std::size_t size = ZSTD_compress(blob.bytes.data(), static_cast<std::size_t>(blob.bytes.size()),
                                           raw.constData(), static_cast<std::size_t>(raw.size()), kCompression);
    Q_ASSERT(ZSTD_isError(size) == 0); // the bound always suffices
    blob.bytes.truncate(static_cast<qsizetype>(size));
    return blob;
}

Result<QByteArray> unpacked(Database &db, qint64 rawBytes, std::span<const unsigned char> bytes)
{
    const auto damaged = [&] {
        return fail(ErrorCode::DatabaseCorrupt, {{QLatin1StringView("file"), db.path()}}, QStringLiteral("kept input"));
    };
    if (rawBytes < 0 || rawBytes > kLargestInput)
        return damaged();
    QByteArray raw(rawBytes, Qt::Uninitialized);
    const std::size_t size =
        ZSTD_decompress(raw.data(), static_cast<std::size_t>(rawBytes), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0 || size != static_cast<std::size_t>(rawBytes))
        return damaged();
    return raw;
}

QByteArray rowsOutText(const std::map<QString, qint64> &rows)
{
    QJsonObject object;
    for (const auto &[node, count] : rows)
        object.insert(node, count);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

constexpr const char *kSelectRun =
    "SELECT r.id, r.run, r.pipeline, r.started, r.finished, r.outcome, r.error_code, r.error_sentence, r.error_node, "
    "r.rows_in, r.rejected, r.rows_out, d.raw_bytes, d.text FROM runs r JOIN definitions d ON d.id = r.definition ";

Result<RunRecord> recordFrom(Database &db, const Statement &row)
{
    RunRecord record;
    record.id = RunId::fromBytes(row.bytes(1));
    record.pipeline = PipelineId::fromBytes(row.bytes(2));
    record.startedAt = row.integer(3);
    record.finishedAt = row.integer(4);
    record.outcome = static_cast<RunRecord::Outcome>(row.integer(5));
    record.errorCode = row.bytes(6);
    record.errorSentence = row.string(7);
    record.errorNode = row.string(8);
    record.rowsIn = row.integer(9);
    record.rejected = row.integer(10);
    const QJsonObject rowsOut = QJsonDocument::fromJson(row.bytes(11)).object();
    for (auto it = rowsOut.begin(); it != rowsOut.end(); ++it)
        record.rowsOut[it.key()] = it.value().toInteger();
    auto definition = unpacked(db, row.integer(12), row.blob(13));
    if (!definition)
        return fail(definition.error());
    record.definition = std::move(*definition);
    return record;
}

} // namespace

PackedRun packRun(RunRecord record)
{
    PackedRun run;
    run.definitionHash = QCryptographicHash::hash(record.definition, QCryptographicHash::Sha256);
    run.definition = packed(QString(), record.definition);
    for (const auto &[node, input] : record.inputs) {
        if (input.size() <= kLargestInput)
            run.inputs.push_back(packed(node, input));
    }
    record.definition.clear();
    record.inputs.clear();
    run.record = std::move(record);
    return run;
}

Result<> RunStore::setState(PipelineId pipeline, const std::map<QString, QByteArray> &state)
{
    auto put = m_db.prepare("INSERT INTO run_state(pipeline, name, value) VALUES(?1, ?2, ?3) "
                            "ON CONFLICT(pipeline, name) DO UPDATE SET value = ?3 WHERE value <> ?3");
    auto drop = m_db.prepare("DELETE FROM run_state WHERE pipeline = ? AND name = ?");
    if (!put || !drop)
        return fail(put ? drop.error() : put.error());
    for (const auto &[name, value] : state) {
        Statement &statement = value.isEmpty() ? *drop : *put;
        statement.bindBlob(1, pipeline.bytes()).bind(2, name);
        if (!value.isEmpty())
            statement.bindBlob(3, value);
        if (const auto done = statement.run(); !done)
            return done;
    }
    return {};
}

Result<qint64> RunStore::definitionId(const PackedRun &run)
{
    auto find = m_db.prepare("SELECT id FROM definitions WHERE hash = ?");
    auto add = m_db.prepare("INSERT INTO definitions(hash, raw_bytes, text) VALUES(?, ?, ?)");
    if (!find || !add)
        return fail(find ? add.error() : find.error());
    find->bindBlob(1, run.definitionHash);
    const auto known = find->step();
    if (!known)
        return fail(known.error());
    if (*known)
        return find->integer(0);
    add->bindBlob(1, run.definitionHash).bind(2, run.definition.rawBytes).bindBlob(3, run.definition.bytes);
    if (const auto done = add->run(); !done)
        return fail(done.error());
    return m_db.lastInsertId();
}

Result<> RunStore::addRun(const PackedRun &run)
{
    const auto definition = definitionId(run);
    if (!definition)
        return fail(definition.error());
    auto add =
        m_db.prepare("INSERT INTO runs(run, pipeline, started, finished, outcome, error_code, error_sentence, "
                     "error_node, rows_in, rejected, rows_out, definition) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!add)
        return fail(add.error());
    const RunRecord &record = run.record;
    add->bindBlob(1, record.id.bytes())
        .bindBlob(2, record.pipeline.bytes())
        .bind(3, record.startedAt)
        .bind(4, record.finishedAt);
    add->bind(5, static_cast<qint64>(record.outcome))
        .bindBlob(6, record.errorCode)
        .bind(7, record.errorSentence)
        .bind(8, record.errorNode);
    add->bind(9, record.rowsIn)
        .bind(10, record.rejected)
        .bindBlob(11, rowsOutText(record.rowsOut))
        .bind(12, *definition);
    if (const auto done = add->run(); !done)
        return done;
    if (const auto done = addInputs(m_db.lastInsertId(), run.inputs); !done)
        return done;
    if (const auto done = dropOldRuns(record.pipeline); !done)
        return done;
    return dropOldInputs();
}

Result<> RunStore::addInputs(qint64 run, const std::vector<PackedRun::Blob> &inputs)
{
    qint64 bytes = 0;
    for (const PackedRun::Blob &input : inputs)
        bytes += input.bytes.size();
    if (bytes > m_limits.keptInputBytes)
        return {}; // keeping it would push out everything else and then itself
    auto add = m_db.prepare("INSERT INTO run_inputs(run, node, raw_bytes, stored_bytes, input) VALUES(?, ?, ?, ?, ?)");
    if (!add)
        return fail(add.error());
    for (const PackedRun::Blob &input : inputs) {
        add->bind(1, run)
            .bind(2, input.node)
            .bind(3, input.rawBytes)
            .bind(4, qint64{input.bytes.size()})
            .bindBlob(5, input.bytes);
        if (const auto done = add->run(); !done)
            return done;
        if (m_inputBytes)
            *m_inputBytes += input.bytes.size();
    }
    return {};
}

Result<> RunStore::dropOldRuns(PipelineId pipeline)
{
    auto oldest =
        m_db.prepare("SELECT id, definition, (SELECT total(stored_bytes) FROM run_inputs WHERE run = runs.id) "
                     "FROM runs WHERE pipeline = ? ORDER BY id DESC LIMIT 1000 OFFSET ?");
    auto drop = m_db.prepare("DELETE FROM runs WHERE id = ?");
    auto dropDefinition =
        m_db.prepare("DELETE FROM definitions WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM runs WHERE definition = ?1)");
    if (!oldest || !drop || !dropDefinition)
        return fail(!oldest ? oldest.error() : !drop ? drop.error() : dropDefinition.error());
    oldest->bindBlob(1, pipeline.bytes()).bind(2, qint64{m_limits.keptRuns});
    struct Run {
        qint64 id, definition, bytes;
    };
    std::vector<Run> old;
    for (;;) {
        const auto row = oldest->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        old.push_back(Run{oldest->integer(0), oldest->integer(1), oldest->integer(2)});
    }
    for (const Run &run : old) {
        drop->bind(1, run.id);
        if (const auto done = drop->run(); !done)
            return done;
        dropDefinition->bind(1, run.definition);
        if (const auto done = dropDefinition->run(); !done)
            return done;
        if (m_inputBytes)
            *m_inputBytes -= run.bytes;
    }
    return {};
}

Result<> RunStore::dropOldInputs()
{
    if (!m_inputBytes) {
        const auto sum = m_db.executeForInt("SELECT total(stored_bytes) FROM run_inputs");
        if (!sum)
            return fail(sum.error());
        m_inputBytes = *sum;
    }
    if (*m_inputBytes <= m_limits.keptInputBytes)
        return {};
    auto oldest =
        m_db.prepare("SELECT run, total(stored_bytes) FROM run_inputs WHERE run = (SELECT min(run) FROM run_inputs)");
    auto drop = m_db.prepare("DELETE FROM run_inputs WHERE run = ?");
    if (!oldest || !drop)
        return fail(oldest ? drop.error() : oldest.error());
    while (*m_inputBytes > m_limits.keptInputBytes) {
        const auto row = oldest->step();
        if (!row)
            return fail(row.error());
        if (!*row || oldest->isNull(0))
            break;
        drop->bind(1, oldest->integer(0));
        *m_inputBytes -= oldest->integer(1);
        oldest->reset();
        if (const auto done = drop->run(); !done)
            return done;
    }
    return {};
}

Result<> RunStore::erase(PipelineId pipeline)
{
    m_inputBytes.reset();
    for (const char *sql : {"DELETE FROM run_state WHERE pipeline = ?", "DELETE FROM runs WHERE pipeline = ?"}) {
        auto drop = m_db.prepare(sql);
        if (!drop)
            return fail(drop.error());
        drop->bindBlob(1, pipeline.bytes());
        if (const auto done = drop->run(); !done)
            return done;
    }
    return m_db.execute("DELETE FROM definitions WHERE id NOT IN (SELECT definition FROM runs)");
}

Result<std::map<QString, QByteArray>> readState(Database &db, PipelineId pipeline)
{
    auto select = db.prepare("SELECT name, value FROM run_state WHERE pipeline = ?");
    if (!select)
        return fail(select.error());
    select->bindBlob(1, pipeline.bytes());
    std::map<QString, QByteArray> state;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return state;
        state[select->string(0)] = select->bytes(1);
    }
}

Result<std::vector<RunRecord>> readRuns(Database &db, PipelineId pipeline, qint64 limit)
{
    auto select = db.prepare(std::string(kSelectRun) + "WHERE r.pipeline = ? ORDER BY r.id DESC LIMIT ?");
    if (!select)
        return fail(select.error());
    select->bindBlob(1, pipeline.bytes()).bind(2, limit);
    std::vector<RunRecord> runs;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return runs;
        auto record = recordFrom(db, *select);
        if (!record)
            return fail(record.error());
        runs.push_back(std::move(*record));
    }
}

Result<RunRecord> readRun(Database &db, RunId id)
{
    auto select = db.prepare(std::string(kSelectRun) + "WHERE r.run = ?");
    auto inputs = db.prepare("SELECT node, raw_bytes, input FROM run_inputs WHERE run = ? ORDER BY id");
    if (!select || !inputs)
        return fail(select ? inputs.error() : select.error());
    select->bindBlob(1, id.bytes());
    const auto found = select->step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), QStringLiteral("Run")}, {QLatin1StringView("name"), id.text()}});
    auto record = recordFrom(db, *select);
    if (!record)
        return record;
    inputs->bind(1, select->integer(0));
    for (;;) {
        const auto row = inputs->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return record;
        auto raw = unpacked(db, inputs->integer(1), inputs->blob(2));
        if (!raw)
            return fail(raw.error());
        record->inputs.emplace_back(inputs->string(0), std::move(*raw));
    }
}

} // namespace dash
