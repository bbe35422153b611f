#include "core/store/core_db.h"

#include "core/base/failpoint.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace dash {

namespace {

constexpr std::array kMigrations{
    Migration{1, "entities, edit history, applied versions, settings", R"(
        CREATE TABLE entity (
            kind INTEGER NOT NULL, id BLOB NOT NULL, state BLOB NOT NULL,
            removed INTEGER NOT NULL DEFAULT 0, removed_at INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE history (
            seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL,
            label TEXT NOT NULL, merge_key TEXT NOT NULL, before BLOB, after BLOB, undone INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX history_entity ON history (kind, id, seq);
        CREATE TABLE version (
            pipeline BLOB NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, definition BLOB NOT NULL,
            PRIMARY KEY (pipeline, version)) WITHOUT ROWID;
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    )"},
};

void bindRef(Statement &statement, const EntityRef &ref, int first)
{
    statement.bind(first, static_cast<qint64>(ref.kind));
    statement.bindBlob(first + 1, ref.id.toRfc4122());
}

void bindState(Statement &statement, int parameter, const EntityState &state)
{
    if (state)
        statement.bindBlob(parameter, *state);
    else
        statement.bindNull(parameter);
}

EntityState stateColumn(const Statement &statement, int column)
{
    return statement.isNull(column) ? std::nullopt : std::optional(statement.bytes(column));
}

// A statement that failed to prepare, or ran: the two failures look alike to callers.
template <class Bind>
Result<> write(Database &db, std::string_view sql, Bind bind)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return fail(statement.error());
    bind(*statement);
    return statement->run();
}

// For who only reads: exactly this version.
Result<> readable(Database &db)
{
    const auto found = db.executeForInt("PRAGMA user_version");
    if (!found)
        return fail(found.error());
    const int known = kMigrations.back().version;
    if (*found > known)
        return fail(ErrorCode::DatabaseTooNew, {{QLatin1StringView("file"), db.path()},
                                                {QLatin1StringView("found"), QString::number(*found)},
                                                {QLatin1StringView("known"), QString::number(known)}});
    if (*found < known)
        return fail(ErrorCode::WorkspaceRefused,
                    {{QLatin1StringView("folder"), db.path()},
                     {QLatin1StringView("reason"),
                      QStringLiteral("it was last used by an older Dash. Open it once in Dash.")}});
    return {};
}

Result<QJsonObject> objectOf(const QByteArray &state)
{
    const QJsonDocument document = QJsonDocument::fromJson(state);
    if (!document.isObject())
        return fail(ErrorCode::DatabaseCorrupt, {{QLatin1StringView("file"), QStringLiteral("core.db")}});
    return document.object();
}

} // namespace

Result<std::unique_ptr<CoreDb>> CoreDb::open(const QString &path, const DatabaseOptions &options)
{
    auto db = Database::open(path, options);
    if (!db)
        return fail(db.error());
    if (const auto usable =
            options.mode == DatabaseOptions::Mode::ReadWrite ? migrate(**db, kMigrations) : readable(**db);
        !usable)
        return fail(usable.error());
    return std::unique_ptr<CoreDb>(new CoreDb(std::move(*db)));
}

Result<std::vector<StoredEntity>> CoreDb::entities()
{
    auto statement = m_db->prepare("SELECT kind, id, state, removed, removed_at FROM entity");
    if (!statement)
        return fail(statement.error());
    std::vector<StoredEntity> out;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(StoredEntity{
            EntityRef{static_cast<EntityKind>(statement->integer(0)), QUuid::fromRfc4122(statement->bytes(1))},
            statement->bytes(2), statement->integer(3) != 0, statement->integer(4)});
    }
}

Result<std::vector<HistoryStep>> CoreDb::history()
{
    auto statement = m_db->prepare("SELECT seq, kind, id, label, merge_key, at, undone FROM history ORDER BY seq");
    if (!statement)
        return fail(statement.error());
    std::vector<HistoryStep> out;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(HistoryStep{
            statement->integer(0),
            EntityRef{static_cast<EntityKind>(statement->integer(1)), QUuid::fromRfc4122(statement->bytes(2))},
            EditLabel{statement->string(3), statement->string(4)}, statement->integer(5), statement->integer(6) != 0});
    }
}

Result<std::vector<std::pair<QString, QJsonValue>>> CoreDb::settings()
{
    auto statement = m_db->prepare("SELECT key, value FROM setting");
    if (!statement)
        return fail(statement.error());
    std::vector<std::pair<QString, QJsonValue>> out;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.emplace_back(statement->string(0), QJsonDocument::fromJson(statement->bytes(1)).array().at(0));
    }
}

Result<EntityState> CoreDb::currentState(const EntityRef &ref)
{
    auto statement = m_db->prepare("SELECT state, removed FROM entity WHERE kind = ? AND id = ?");
    if (!statement)
        return fail(statement.error());
    bindRef(*statement, ref, 1);
    const auto row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row || statement->integer(1) != 0)
        return EntityState();
    return EntityState(statement->bytes(0));
}

Result<> CoreDb::writeState(const EntityRef &ref, const EntityState &state, qint64 at)
{
    if (!state) {
        return write(*m_db, "UPDATE entity SET removed = 1, removed_at = ? WHERE kind = ? AND id = ?",
                     [&](Statement &statement) {
                         statement.bind(1, at);
                         bindRef(statement, ref, 2);
                     });
    }
    return write(*m_db,
                 "INSERT INTO entity (kind, id, state) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET "
                 "state = excluded.state, removed = 0, removed_at = 0",
                 [&](Statement &statement) {
                     bindRef(statement, ref, 1);
                     bindState(statement, 3, state);
                 });
}

Result<> CoreDb::put(const HistoryStep &step, const EntityState &state, Merge merge)
{
    auto before = currentState(step.ref);
    if (!before)
        return fail(before.error());
    if (passFailpoint("core.put") != FailAction::None)
        return fail(ErrorCode::DatabaseIo, {{QLatin1StringView("file"), m_db->path()}});
    if (merge == Merge::IntoLast) {
        const auto merged =
            write(*m_db, "UPDATE history SET after = ?, at = ? WHERE seq = ?", [&](Statement &statement) {
                bindState(statement, 1, state);
                statement.bind(2, step.at);
                statement.bind(3, step.seq);
            });
        if (!merged)
            return merged;
        return writeState(step.ref, state, step.at);
    }
    const auto cleared = write(*m_db, "DELETE FROM history WHERE kind = ? AND id = ? AND undone = 1",
                               [&](Statement &statement) { bindRef(statement, step.ref, 1); });
    if (!cleared)
        return cleared;
    const auto added = write(
        *m_db,
        "INSERT INTO history (seq, kind, id, at, label, merge_key, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [&](Statement &statement) {
            statement.bind(1, step.seq);
            bindRef(statement, step.ref, 2);
            statement.bind(4, step.at);
            statement.bind(5, step.label.text);
            statement.bind(6, step.label.mergeKey);
            bindState(statement, 7, *before);
            bindState(statement, 8, state);
        });
    if (!added)
        return added;
    if (passFailpoint("core.put.between") != FailAction::None)
        return fail(ErrorCode::DatabaseIo, {{QLatin1StringView("file"), m_db->path()}});
    if (const auto written = writeState(step.ref, state, step.at); !written)
        return written;
    return trimHistory(step.ref);
}

Result<> CoreDb::trimHistory(const EntityRef &ref)
{
    return write(*m_db,
                 "DELETE FROM history WHERE kind = ?1 AND id = ?2 AND seq <= (SELECT seq FROM history "
                 "WHERE kind = ?1 AND id = ?2 ORDER BY seq DESC LIMIT 1 OFFSET ?3)",
                 [&](Statement &statement) {
                     bindRef(statement, ref, 1);
                     statement.bind(3, kKeptSteps);
                 });
}

Result<EntityState> CoreDb::step(const EntityRef &ref, bool forward)
{
    auto statement =
        m_db->prepare(forward ? "SELECT seq, after, at FROM history WHERE kind = ? AND id = ? AND undone = 1 "
                                "ORDER BY seq LIMIT 1"
                              : "SELECT seq, before, at FROM history WHERE kind = ? AND id = ? AND undone = 0 "
                                "ORDER BY seq DESC LIMIT 1");
    if (!statement)
        return fail(statement.error());
    bindRef(*statement, ref, 1);
    const auto row = statement->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound, {{QLatin1StringView("what"), QStringLiteral("step")}});
    const qint64 seq = statement->integer(0);
    EntityState state = stateColumn(*statement, 1);
    const qint64 at = statement->integer(2);
    statement->reset();
    const auto marked = write(*m_db, "UPDATE history SET undone = ? WHERE seq = ?", [&](Statement &update) {
        update.bind(1, qint64(forward ? 0 : 1));
        update.bind(2, seq);
    });
    if (!marked)
        return fail(marked.error());
    if (const auto written = writeState(ref, state, at); !written)
        return fail(written.error());
    return state;
}

Result<EntityState> CoreDb::undo(const EntityRef &ref)
{
    return step(ref, false);
}

Result<EntityState> CoreDb::redo(const EntityRef &ref)
{
    return step(ref, true);
}

Result<> CoreDb::addVersion(QUuid pipeline, int version, qint64 at, const QByteArray &definition)
{
    return write(*m_db, "INSERT OR REPLACE INTO version (pipeline, version, at, definition) VALUES (?, ?, ?, ?)",
                 [&](Statement &statement) {
                     statement.bindBlob(1, pipeline.toRfc4122());
                     statement.bind(2, qint64(version));
                     statement.bind(3, at);
                     statement.bindBlob(4, definition);
                 });
}

Result<std::vector<PipelineVersion>> CoreDb::versions(QUuid pipeline)
{
    auto statement =
        m_db->prepare("SELECT version, at, definition FROM version WHERE pipeline = ? ORDER BY version DESC");
    if (!statement)
        return fail(statement.error());
    statement->bindBlob(1, pipeline.toRfc4122());
    std::vector<PipelineVersion> out;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        auto definition = parsePipeline(statement->bytes(2));
        if (!definition)
            return fail(definition.error());
        out.push_back(
            PipelineVersion{static_cast<int>(statement->integer(0)), statement->integer(1), std::move(*definition)});
    }
}

Result<> CoreDb::setSetting(const QString &key, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return write(*m_db, "DELETE FROM setting WHERE key = ?", [&](Statement &statement) { statement.bind(1, key); });
    return write(*m_db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [&](Statement &statement) {
        statement.bind(1, key);
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        statement.bind(2, std::string_view(text.constData(), static_cast<size_t>(text.size())));
    });
}

QByteArray pipelineState(const PipelineEntity &entity)
{
    QJsonObject out{{QLatin1StringView("draft"), pipelineToJson(entity.draft)},
                    {QLatin1StringView("position"), entity.position}};
    if (entity.running) {
        out.insert(QLatin1StringView("running"), pipelineToJson(*entity.running));
        out.insert(QLatin1StringView("version"), entity.runningVersion);
        out.insert(QLatin1StringView("applied_at"), entity.appliedAt);
    }
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

Result<PipelineEntity> pipelineFromState(const QByteArray &state)
{
    const auto object = objectOf(state);
    if (!object)
        return fail(object.error());
    auto draft = pipelineFromJson(object->value(QLatin1StringView("draft")).toObject());
    if (!draft)
        return fail(draft.error());
    PipelineEntity entity;
    entity.draft = std::move(*draft);
    entity.position = object->value(QLatin1StringView("position")).toInteger();
    if (object->contains(QLatin1StringView("running"))) {
        auto running = pipelineFromJson(object->value(QLatin1StringView("running")).toObject());
        if (!running)
            return fail(running.error());
        entity.running = std::move(*running);
        entity.runningVersion = object->value(QLatin1StringView("version")).toInt();
        entity.appliedAt = object->value(QLatin1StringView("applied_at")).toInteger();
    }
    return entity;
}

QByteArray dashboardState(const DashboardEntity &entity)
{
    return QJsonDocument(QJsonObject{{QLatin1StringView("dashboard"), dashboardToJson(entity.dashboard)},
                                     {QLatin1StringView("position"), entity.position}})
        .toJson(QJsonDocument::Compact);
}

Result<DashboardEntity> dashboardFromState(const QByteArray &state)
{
    const auto object = objectOf(state);
    if (!object)
        return fail(object.error());
    auto dashboard = dashboardFromJson(object->value(QLatin1StringView("dashboard")).toObject());
    if (!dashboard)
        return fail(dashboard.error());
    return DashboardEntity{std::move(*dashboard), object->value(QLatin1StringView("position")).toInteger()};
}

} // namespace dash
