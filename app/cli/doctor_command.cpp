// doctor: the health of a workspace and of this computer for it. Reads only.
#include "app/cli/workspace_access.h"

#include "core/data/series/batch_log.h"
#include "core/data/series/chunk_index.h"
#include "core/store/owner_channel.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTimer>

namespace dash::cli {

namespace {

enum class Health { Good, Note, Bad };

class Findings {
public:
    void add(const QString &what, Health health, const QString &text)
    {
        m_bad += health == Health::Bad ? 1 : 0;
        const QString word = health == Health::Good ? u"good"_qs : health == Health::Note ? u"note"_qs : u"bad"_qs;
        m_all.append(QJsonObject{
            {QLatin1StringView("what"), what}, {QLatin1StringView("health"), word}, {QLatin1StringView("text"), text}});
    }
    void add(const QString &what, const Error &error) { add(what, Health::Bad, errorSentence(error)); }
    const QJsonArray &all() const { return m_all; }
    int bad() const { return m_bad; }

private:
    QJsonArray m_all;
    int m_bad = 0;
};

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes);
}

void checkFolder(const QString &folder, Findings &findings)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return findings.add(u"workspace"_qs, Health::Bad, u"%1 does not exist."_qs.arg(folder));
    findings.add(u"workspace"_qs, info.isWritable() ? Health::Good : Health::Bad,
                 folder + (info.isWritable() ? QString() : u" cannot be written."_qs));
    const QStorageInfo disk(folder);
    const qint64 free = disk.bytesAvailable();
    if (free < 0)
        findings.add(u"disk"_qs, Health::Note, u"the free space of this folder cannot be read"_qs);
    else
        findings.add(u"disk"_qs, free < 200'000'000 ? Health::Bad : Health::Good,
                     u"%1 free, %2"_qs.arg(bytesText(free), QString::fromLatin1(disk.fileSystemType())));
    const QString lock = QDir(folder).filePath(QStringLiteral("owner.lock"));
    if (!QFileInfo::exists(lock))
        return findings.add(u"owner"_qs, Health::Good, u"not open in any Dash"_qs);
    const auto taken = FileLock::take(lock);
    if (taken)
        findings.add(u"owner"_qs, Health::Good, u"not open in any Dash"_qs);
    else if (taken.error().code == ErrorCode::DatabaseBusy)
        findings.add(u"owner"_qs, Health::Good,
                     OwnerClient::connect(folder, std::chrono::seconds(1))
                         ? u"open in a Dash that answers"_qs
                         : u"open in a Dash that does not answer; commands that write say so"_qs);
    else
        findings.add(u"owner"_qs, taken.error());
}

// Every part of a database that SQLite itself can check, and its size and version.
std::unique_ptr<Database> checkDatabase(const QString &folder, const QString &name, Findings &findings)
{
    const QString path = QDir(folder).filePath(name);
    const QFileInfo info(path);
    if (!info.exists()) {
        findings.add(name, Health::Note, u"not there yet"_qs);
        return {};
    }
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    auto db = Database::open(path, options);
    if (!db) {
        findings.add(name, db.error());
        return {};
    }
    const auto version = (*db)->executeForInt("PRAGMA user_version");
    if (!version) {
        findings.add(name, version.error());
        return {};
    }
    const qint64 log = QFileInfo(path + u"-wal"_qs).size();
    findings.add(name, Health::Good,
                 u"%1, log %2, version %3"_qs.arg(bytesText(info.size()), bytesText(log)).arg(*version));
    auto check = (*db)->prepare("PRAGMA integrity_check(20)");
    bool sound = bool(check);
    QStringList problems;
    while (sound) {
        const auto row = check->step();
        if (!row) {
            problems << errorSentence(row.error());
            break;
        }
        if (!*row)
            break;
        if (check->text(0) != "ok")
            problems << check->string(0);
    }
    if (!check)
        problems << errorSentence(check.error());
    sound = problems.isEmpty();
    findings.add(name + u" integrity"_qs, sound ? Health::Good : Health::Bad,
                 sound ? u"every page and index is sound"_qs : problems.join(u"; "_qs));
    return std::move(*db);
}

void checkEntities(const QString &folder, Findings &findings)
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    const auto core = CoreDb::open(QDir(folder).filePath(QStringLiteral("core.db")), options);
    if (!core)
        return findings.add(u"definitions"_qs, core.error());
    const auto entities = (*core)->entities();
    if (!entities)
        return findings.add(u"definitions"_qs, entities.error());
    int pipelines = 0, dashboards = 0, removed = 0;
    QStringList unreadable;
    for (const StoredEntity &stored : *entities) {
        removed += stored.removed ? 1 : 0;
        const bool isPipeline = stored.ref.kind == EntityKind::Pipeline;
        if (!stored.removed)
            (isPipeline ? pipelines : dashboards) += 1;
        const auto problem = [&]() -> std::optional<Error> {
            if (isPipeline) {
                const auto entity = pipelineFromState(stored.state);
                return entity ? std::nullopt : std::optional(entity.error());
            }
            const auto entity = dashboardFromState(stored.state);
            return entity ? std::nullopt : std::optional(entity.error());
        }();
        if (problem)
            unreadable << stored.ref.id.toString(QUuid::WithoutBraces) + u": "_qs + errorSentence(*problem);
    }
    findings.add(u"definitions"_qs, unreadable.isEmpty() ? Health::Good : Health::Bad,
                 u"%1 pipelines, %2 dashboards, %3 removed"_qs.arg(pipelines).arg(dashboards).arg(removed) +
                     (unreadable.isEmpty() ? QString() : u"; unreadable: "_qs + unreadable.join(u"; "_qs)));
}

Result<> checkChunk(std::span<const unsigned char> bytes, std::uint64_t &points)
{
    const auto chunk = series::ChunkReader::open(bytes);
    if (!chunk)
        return fail(chunk.error());
    std::array<qint64, series::kBlockPoints> times{};
    std::array<series::Word, series::kBlockPoints> words{};
    for (std::size_t block = 0; block < chunk->blocks(); ++block)
        if (const auto decoded = chunk->decode(block, times.data(), words.data()); !decoded)
            return fail(decoded.error());
    points += chunk->size();
    return {};
}

// Decodes every point there is: sealed chunks, then the log of what is not sealed yet.
void checkPoints(Database &db, Findings &findings)
{
    std::uint64_t chunks = 0, sealed = 0, logged = 0;
    int damaged = 0;
    const auto each = [&](std::string_view sql, auto visit) -> Result<> {
        auto statement = db.prepare(sql);
        if (!statement)
            return fail(statement.error());
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return fail(row.error());
            if (!*row)
                return {};
            visit(*statement);
        }
    };
    // What was set aside is known and kept for a diagnosis; files of older versions have no such list.
    const bool knowsDamage =
        db.executeForInt("SELECT count(*) FROM sqlite_schema WHERE name = 'series_damage'").value_or(0) > 0;
    const std::string others = knowsDamage ? " WHERE id NOT IN (SELECT place FROM series_damage WHERE kind = 0)" : "";
    const std::string otherRows =
        knowsDamage ? " WHERE change NOT IN (SELECT place FROM series_damage WHERE kind = 2)" : "";
    const auto readChunks = each("SELECT data FROM series_chunk" + others, [&](const Statement &row) {
        ++chunks;
        damaged += checkChunk(row.blob(0), sealed) ? 0 : 1;
    });
    if (!readChunks)
        return findings.add(u"points"_qs, readChunks.error());
    const auto readLog = each("SELECT data FROM series_log" + otherRows, [&](const Statement &row) {
        const auto blocks = series::readLogRow(row.blob(0));
        damaged += blocks ? 0 : 1;
        if (blocks)
            for (const series::LogBlock &block : *blocks)
                logged += block.points.times.size();
    });
    if (!readLog)
        return findings.add(u"points"_qs, readLog.error());
    const auto readLists = each("SELECT chunks, type FROM series_group JOIN series ON series.id = series_group.series",
                                [&](const Statement &row) {
                                    const auto type = static_cast<ValueType>(std::clamp<qint64>(row.integer(1), 0, 4));
                                    damaged += series::decodeChunkRefs(row.blob(0), type) ? 0 : 1;
                                });
    if (!readLists)
        return findings.add(u"points"_qs, readLists.error());
    if (const qint64 parts = knowsDamage ? db.executeForInt("SELECT count(*) FROM series_damage").value_or(0) : 0;
        parts > 0) {
        const qint64 lost = db.executeForInt("SELECT sum(points) FROM series_damage").value_or(0);
        const qint64 series = db.executeForInt("SELECT count(DISTINCT series) FROM series_damage").value_or(0);
        findings.add(
            u"set aside"_qs, Health::Note,
            u"%1 damaged parts with %2 points of %3 series; charts show gaps there, all else is readable"_qs.arg(parts)
                .arg(lost)
                .arg(series));
    }
    findings.add(
        u"points"_qs, damaged == 0 ? Health::Good : Health::Bad,
        u"%1 points in %2 blocks and %3 in the log decoded, %4 damaged"_qs.arg(sealed).arg(chunks).arg(logged).arg(
            damaged));
}

void checkTables(Database &db, const QString &folder, Findings &findings)
{
    const SystemClock clock;
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    const auto points = PointsDb::open(folder, options, clock);
    if (!points)
        return findings.add(u"tables"_qs, points.error());
    const auto snapshot = (*points)->snapshot();
    if (!snapshot)
        return findings.add(u"tables"_qs, snapshot.error());
    const auto tables = (*snapshot)->tables();
    const auto series = (*snapshot)->series().list();
    if (!tables || !series)
        return findings.add(u"tables"_qs, tables ? series.error() : tables.error());
    qint64 rows = 0;
    for (const TableInfo &table : *tables)
        rows += table.rows;
    findings.add(u"tables"_qs, Health::Good,
                 u"%1 series, %2 tables with %3 rows"_qs.arg(series->size()).arg(tables->size()).arg(rows));
    if (const qint64 entries = db.executeForInt("SELECT count(*) FROM series").value_or(0);
        entries > static_cast<qint64>(series->size()))
        findings.add(u"series"_qs, Health::Bad,
                     u"%1 entries of series are damaged; their points cannot be found"_qs.arg(
                         entries - static_cast<qint64>(series->size())));
}

// Asks for a name that nobody uses: "there is none" is the answer of a keychain that works.
void checkKeychain(Findings &findings)
{
    QKeychain::ReadPasswordJob job(QStringLiteral("Dash"));
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(QStringLiteral("dash-doctor"));
    bool answered = false;
    QObject::connect(&job, &QKeychain::Job::finished, &job, [&answered] {
        answered = true;
        QCoreApplication::quit();
    });
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &patience, &QCoreApplication::quit);
    patience.start(3'000);
    QTimer::singleShot(0, &job, [&job] { job.start(); });
    QCoreApplication::exec();
    if (answered && (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound))
        return findings.add(u"keychain"_qs, Health::Good, u"answers"_qs);
    findings.add(u"keychain"_qs, Health::Note,
                 u"none answers; secrets typed into the window last until it closes, dash-cli takes DASH_SECRET_NAME "
                 u"and --secret"_qs);
}

int doctor(const Arguments &arguments)
{
    const QString folder = workspaceFolder(arguments);
    Findings findings;
    findings.add(u"version"_qs, Health::Good,
                 QStringLiteral("dash-cli " DASH_VERSION ", Qt ") + QLatin1String(qVersion()));
    checkFolder(folder, findings);
    if (QFileInfo(folder).isDir()) {
        if (checkDatabase(folder, QStringLiteral("core.db"), findings))
            checkEntities(folder, findings);
        if (const auto db = checkDatabase(folder, QStringLiteral("points.db"), findings)) {
            checkPoints(*db, findings);
            checkTables(*db, folder, findings);
        }
        for (const QFileInfo &copy : QDir(folder).entryInfoList({u"*.bak"_qs}, QDir::Files))
            findings.add(u"copy"_qs, Health::Note,
                         u"%1, %2, made before an update"_qs.arg(copy.fileName(), bytesText(copy.size())));
    }
    checkKeychain(findings);
    if (arguments.has("--json")) {
        printJson(QJsonObject{{QLatin1StringView("healthy"), findings.bad() == 0},
                              {QLatin1StringView("findings"), findings.all()}});
        return findings.bad() == 0 ? Ok : Failed;
    }
    for (const auto &value : findings.all())
        print(u"%1  %2  %3"_qs.arg(value[QLatin1StringView("health")].toString(), -4)
                  .arg(value[QLatin1StringView("what")].toString(), -19)
                  .arg(value[QLatin1StringView("text")].toString()));
    return findings.bad() == 0 ? Ok : Failed;
}

} // namespace

std::vector<Command> doctorCommands()
{
    return {
        {"doctor", "", 0, 0, "Health of the workspace: files, integrity, every stored point, keychain", {}, doctor}};
}

} // namespace dash::cli
