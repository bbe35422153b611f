#include "core/base/log.h"
#include "core/db/database.h"

#include <QFile>

namespace dash {

namespace {

Result<> backUp(Database &db, qint64 version)
{
    if (db.path() == u":memory:")
        return {};
    const QString target = QStringLiteral("%1.v%2.bak").arg(db.path()).arg(version);
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    if (const auto copied = db.copyTo(partial); !copied) {
        QFile::remove(partial);
        return copied;
    }
    QFile::remove(target); // left by an earlier try from the same version
    if (!QFile::rename(partial, target))
        return fail(ErrorCode::FileWrite,
                    {{QLatin1StringView("file"), target}, {QLatin1StringView("reason"), QString()}});
    qCInfo(logDb, "%s: a copy of version %lld is kept in %s", qUtf8Printable(db.path()),
           static_cast<long long>(version), qUtf8Printable(target));
    return {};
}

Result<> apply(Database &db, std::span<const Migration> migrations, qint64 found)
{
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return fail(transaction.error());
    for (const Migration &migration : migrations) {
        if (migration.version <= found)
            continue;
        qCInfo(logDb, "%s: version %d: %s", qUtf8Printable(db.path()), migration.version, migration.reason);
        if (const auto done = db.execute(migration.sql); !done)
            return done;
        if (const auto done = db.execute("PRAGMA user_version=" + std::to_string(migration.version)); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

Result<> migrate(Database &db, std::span<const Migration> migrations)
{
    const auto found = db.executeForInt("PRAGMA user_version");
    if (!found)
        return fail(found.error());
    const qint64 known = migrations.empty() ? 0 : migrations.back().version;
    if (*found > known)
        return fail(ErrorCode::DatabaseTooNew, {{QLatin1StringView("file"), db.path()},
                                                {QLatin1StringView("found"), QString::number(*found)},
                                                {QLatin1StringView("known"), QString::number(known)}});
    if (*found == known)
        return {};
    if (*found == 0) {
        const auto tables = db.executeForInt("SELECT count(*) FROM sqlite_schema");
        if (!tables)
            return fail(tables.error());
        if (*tables > 0) // the first version comes with the first table: this file was never ours
            return fail(ErrorCode::DatabaseCorrupt, {{QLatin1StringView("file"), db.path()}},
                        QStringLiteral("foreign schema"));
    } else if (const auto saved = backUp(db, *found); !saved) {
        return saved;
    }
    const auto done = apply(db, migrations, *found);
    if (!done)
        qCWarning(logDb, "%s: left at version %lld: %s", qUtf8Printable(db.path()), static_cast<long long>(*found),
                  qUtf8Printable(errorSentence(done.error())));
    return done;
}

} // namespace dash
