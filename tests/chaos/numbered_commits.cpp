#include "tests/chaos/numbered_commits.h"

#include "core/db/database.h"

#include <algorithm>

namespace dash::test {

namespace {

constexpr qint64 kStart = 1'700'000'000'000;
constexpr qint64 kStep = 1'000;
constexpr int kRetained = 40; // commits whose points retention surely leaves
constexpr int kStateKeys = 3;

const PipelineId kPipeline{QUuid(1, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8)};

QString hook()
{
    return QStringLiteral("hook");
}
TableName table(const char *output)
{
    return TableName{kPipeline, QString::fromLatin1(output)};
}
DeliveryId delivery(int n)
{
    return DeliveryId{QUuid(static_cast<uint>(n), 8, 7, 1, 2, 3, 4, 5, 6, 7, 8)};
}
qint64 pointTime(int n, int i)
{
    return kStart + (qint64{n} * kPointsEach + i) * kStep;
}
double pointValue(int n, int i)
{
    return n + i / 100.0;
}

ColumnPtr column(ColumnType type, qint64 value)
{
    auto out = std::make_shared<Column>(type);
    out->appendInt(value);
    return out;
}

TableWrite write(const char *output, TableWrite::Mode mode, int key, int n)
{
    TableWrite out;
    out.table = table(output);
    out.mode = mode;
    out.rows.rows = 1;
    out.rows.set(QStringLiteral("key"), column(ColumnType::Int64, key));
    out.rows.set(QStringLiteral("n"), column(ColumnType::Int64, n));
    if (mode == TableWrite::Mode::Upsert)
        out.key = QStringList{QStringLiteral("key")};
    out.maxRows = kLogRows;
    return out;
}

QString stateKey(int n)
{
    return QStringLiteral("cursor/%1").arg(n % kStateKeys);
}

QString checkSeries(const PointsSnapshot &snapshot, int k)
{
    const auto found = snapshot.series().find("load", {});
    if (!found)
        return QStringLiteral("series: ") + errorSentence(found.error());
    if (k == 0)
        return found->empty() ? QString() : QStringLiteral("a series without a commit");
    if (found->size() != 1)
        return QStringLiteral("%1 series").arg(found->size());
    const auto points = snapshot.series().range(found->front().id, TimeRange{kMinInstant, kMaxInstant});
    if (!points)
        return QStringLiteral("range: ") + errorSentence(points.error());
    if (points->times.empty() || found->front().points != points->times.size())
        return QStringLiteral("%1 points, said to be %2").arg(points->times.size()).arg(found->front().points);
    // Contiguous from wherever retention has cut up to the last point of commit k.
    const qint64 first = (points->times.front() - kStart) / kStep;
    if (first > pointTime(std::max(1, k - kRetained), 0))
        return QStringLiteral("points missing at the front");
    for (std::size_t at = 0; at < points->times.size(); ++at) {
        const qint64 place = first + static_cast<qint64>(at);
        const int n = static_cast<int>(place / kPointsEach);
        const int i = static_cast<int>(place % kPointsEach);
        if (points->times[at] != pointTime(n, i) || points->doubles[at] != pointValue(n, i))
            return QStringLiteral("point %1 of commit %2 is wrong").arg(i).arg(n);
    }
    if (points->times.back() != pointTime(k, kPointsEach - 1))
        return QStringLiteral("points end before or behind commit %1").arg(k);
    return {};
}

QString checkTables(const PointsSnapshot &snapshot, int k)
{
    const auto log = snapshot.rows(table("log"), {QString(), Qt::AscendingOrder}, 0, 1'000'000);
    const auto latest = snapshot.rows(table("latest"), {QStringLiteral("key"), Qt::AscendingOrder}, 0, 1'000'000);
    if (k == 0)
        return log || latest ? QStringLiteral("a table without a commit") : QString();
    if (!log || !latest)
        return errorSentence(log ? latest.error() : log.error());
    const auto rows = static_cast<int>(log->rows);
    if (rows != std::min<int>(k, kLogRows))
        return QStringLiteral("%1 log rows after %2 commits").arg(rows).arg(k);
    for (int row = 0; row < rows; ++row) {
        if (log->column(u"n")->ints[static_cast<std::size_t>(row)] != k - rows + 1 + row)
            return QStringLiteral("log row %1 is not commit %2").arg(row).arg(k - rows + 1 + row);
    }
    for (std::size_t row = 0; row < latest->rows; ++row) {
        const auto key = static_cast<int>(latest->column(u"key")->ints[row]);
        const int newest = k - (k - key % 7 + 7) % 7;
        if (latest->column(u"n")->ints[row] != newest)
            return QStringLiteral("key %1 holds %2, not %3").arg(key).arg(latest->column(u"n")->ints[row]).arg(newest);
    }
    return latest->rows == static_cast<std::size_t>(std::min(k, 7)) ? QString()
                                                                    : QStringLiteral("%1 keys").arg(latest->rows);
}

QString checkQueue(const PointsSnapshot &snapshot, int k)
{
    const auto summary = snapshot.queue(kPipeline, hook());
    if (!summary)
        return errorSentence(summary.error());
    if (summary->pending + summary->sent != k)
        return QStringLiteral("%1 deliveries after %2 commits").arg(summary->pending + summary->sent).arg(k);
    const auto all = snapshot.deliveries(kPipeline, hook(), 1'000'000);
    if (!all)
        return errorSentence(all.error());
    std::vector<int> numbers;
    for (const QueuedDelivery &each : *all) {
        numbers.push_back(each.payload.toInt());
        if (each.id != delivery(numbers.back()))
            return QStringLiteral("delivery %1 has another id").arg(numbers.back());
    }
    std::sort(numbers.begin(), numbers.end());
    for (int n = 1; n <= k; ++n) {
        if (numbers[static_cast<std::size_t>(n - 1)] != n)
            return QStringLiteral("delivery %1 missing or twice").arg(n);
    }
    return {};
}

QString checkRuns(const PointsSnapshot &snapshot, int k)
{
    const auto runs = snapshot.runs(kPipeline, 1);
    if (!runs)
        return errorSentence(runs.error());
    if (k == 0)
        return runs->empty() ? QString() : QStringLiteral("a run without a commit");
    if (runs->empty() || runs->front().rowsIn != k)
        return QStringLiteral("the newest run is not %1").arg(k);
    const auto record = snapshot.run(runs->front().id);
    if (!record)
        return errorSentence(record.error());
    const QByteArray input = "input " + QByteArray::number(k);
    return record->inputs.size() == 1 && record->inputs.front().second == input
               ? QString()
               : QStringLiteral("input of run %1").arg(k);
}

} // namespace

PointsDb::Options numberedOptions()
{
    PointsDb::Options options;
    options.series.chunkPoints = 128;
    options.keptRuns = 20;
    options.keptInputBytes = 4'000;
    return options;
}

RunCommit numberedCommit(int n)
{
    RunCommit commit;
    commit.pipeline = kPipeline;
    SeriesInfo info;
    info.type = ValueType::Double;
    commit.series.emplace_back(SeriesKey{kPipeline.text().toStdString(), "load", {}}, info);
    PointBlock block;
    for (int i = 0; i < kPointsEach; ++i) {
        block.times.push_back(pointTime(n, i));
        block.doubles.push_back(pointValue(n, i));
    }
    commit.points.push_back(std::move(block));
    commit.tables.push_back(write("log", TableWrite::Mode::Append, n, n));
    commit.tables.push_back(write("latest", TableWrite::Mode::Upsert, n % 7, n));
    commit.state = {{QStringLiteral("cursor/last"), QByteArray::number(n)}, {stateKey(n), QByteArray::number(n)}};
    QueuedDelivery queued;
    queued.id = delivery(n);
    queued.pipeline = kPipeline;
    queued.output = hook();
    queued.payload = QByteArray::number(n);
    commit.deliveries.push_back(queued);
    commit.rejected.push_back(
        RejectedRow{QStringLiteral("filter"), "record.rejected", QStringLiteral("too small"), "{}", {}});
    RunRecord run;
    run.id = RunId{QUuid(static_cast<uint>(n), 9, 7, 1, 2, 3, 4, 5, 6, 7, 8)};
    run.pipeline = kPipeline;
    run.rowsIn = n;
    run.definition = "{\"version\":" + QByteArray::number(n / 10) + "}";
    run.inputs.emplace_back(QStringLiteral("source"), "input " + QByteArray::number(n));
    commit.run = std::move(run);
    return commit;
}

Result<> numberedExtras(PointsDb &points, int n)
{
    if (n % 25 == 0) {
        if (const auto done = points.retainSeries(pointTime(std::max(1, n - kRetained + 5), 3)); !done)
            return fail(done.error());
    }
    if (n % 10 == 0 && n <= 150) { // fewer than the sent deliveries that are kept
        if (const auto done = points.finishDelivery(delivery(n / 10), QueuedDelivery::State::Sent, {}, n); !done)
            return done;
    }
    if (n % 15 == 0) {
        if (const auto done = points.eraseRejected(kPipeline, {n - 3, n - 2}); !done)
            return fail(done.error());
    }
    if (n % 40 == 0) {
        if (const auto done = points.compact(); !done)
            return fail(done.error());
    }
    return {};
}

int verifyNumbered(const PointsDb &points, int acknowledged, int attempted, QString &problem)
{
    problem.clear();
    const auto snapshot = points.snapshot();
    auto state = const_cast<PointsDb &>(points).state(kPipeline);
    if (!snapshot || !state) {
        problem = errorSentence(snapshot ? state.error() : snapshot.error());
        return -1;
    }
    const int k = (*state)[QStringLiteral("cursor/last")].toInt();
    if (k < acknowledged || k > attempted)
        problem = QStringLiteral("holds %1 commits; %2 were acknowledged, %3 attempted")
                      .arg(k)
                      .arg(acknowledged)
                      .arg(attempted);
    for (const auto check : {checkSeries, checkTables, checkQueue, checkRuns}) {
        if (problem.isEmpty())
            problem = check(**snapshot, k);
    }
    return k;
}

QString integrityProblem(const QString &file, const QString &vfs)
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    options.vfs = vfs;
    auto db = Database::open(file, options);
    if (!db)
        return errorSentence(db.error());
    auto check = (*db)->prepare("PRAGMA integrity_check");
    if (!check)
        return errorSentence(check.error());
    const auto row = check->step();
    if (!row)
        return errorSentence(row.error());
    return check->string(0) == u"ok" ? QString() : check->string(0);
}

} // namespace dash::test
