// points.db damaged page by page: what comes back is right or missing with a reason, never wrong, and nothing crashes.

#include "tests/points/points_kit.h"

#include <QFile>
#include <QSet>

#include <cmath>
#include <map>
#include <random>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSeries = 4;
constexpr int kSealed = 3'300; // of each series; more follow that stay in the batch log
constexpr int kLogged = 300;
constexpr qint64 kFrom = 1'767'225'600'000;

ValueType typeOf(int series)
{
    return series == 0   ? ValueType::Double
           : series == 1 ? ValueType::Decimal
           : series == 2 ? ValueType::Text
                         : ValueType::Int64;
}

QString valueOf(int series, int i)
{
    const auto mixed = static_cast<std::uint64_t>(i + 1) * 0x9E3779B97F4A7C15U >> 20;
    return series == 0   ? QString::number(std::sqrt(static_cast<double>(mixed)), 'g', 17)
           : series == 2 ? u"text %1"_s.arg(mixed % 1'000)
                         : QString::number(mixed);
}

void append(PointBlock &block, int series, int i)
{
    const QString value = valueOf(series, i);
    block.times.push_back(kFrom + i * 1'000);
    if (series == 0)
        block.doubles.push_back(value.toDouble());
    else if (series == 2)
        block.texts.push_back(value.toStdString());
    else
        block.ints.push_back(value.toLongLong());
}

RunCommit points(int from, int to)
{
    RunCommit commit;
    commit.pipeline = pipeline(1);
    for (int s = 0; s < kSeries; ++s) {
        SeriesInfo info;
        info.type = typeOf(s);
        info.scale = s == 1 ? 2 : 0;
        commit.series.emplace_back(SeriesKey{"p", "series " + std::to_string(s), {{"host", "h" + std::to_string(s)}}},
                                   info);
        PointBlock block;
        block.series = SeriesId{s};
        for (int i = from; i < to; ++i)
            append(block, s, i);
        commit.points.push_back(std::move(block));
    }
    return commit;
}

QString valueAt(const Points &points, std::size_t i)
{
    return points.type == ValueType::Double ? QString::number(points.doubles[i], 'g', 17)
           : points.type == ValueType::Text ? QString::fromStdString(points.texts[i])
                                            : QString::number(points.ints[i]);
}

bool covers(const std::vector<SeriesGap> &gaps, qint64 time)
{
    return std::any_of(gaps.begin(), gaps.end(),
                       [time](const SeriesGap &gap) { return gap.from <= time && time < gap.to; });
}

// Only these may stand for data that is not there.
bool tellsOfDamage(const Error &error)
{
    return error.code == ErrorCode::DatabaseCorrupt || error.code == ErrorCode::ChunkCorrupt ||
           error.code == ErrorCode::DatabaseTooNew || error.code == ErrorCode::WorkspaceRefused ||
           error.code == ErrorCode::DatabaseIo;
}

struct Verdict {
    QString wrong;          // what came back and is not so
    int whole = 0;          // series with every point
    bool isVisible = false; // an error or a gap
};

template <class T>
bool gone(const Result<T> &result, const QString &what, Verdict &verdict)
{
    if (result)
        return false;
    verdict.isVisible = true;
    if (!tellsOfDamage(result.error()))
        verdict.wrong = u"%1: %2"_s.arg(what, codeOf(result));
    return true;
}

void lookAtBuckets(const SeriesSnapshot &series, SeriesId id, int number, Verdict &verdict)
{
    constexpr int kBuckets = 9;
    const TimeRange range{kFrom, kFrom + (kSealed + kLogged) * 1'000LL};
    const auto buckets = series.buckets(std::span(&id, 1), range, kBuckets);
    if (gone(buckets, u"buckets"_s, verdict))
        return;
    const Buckets &found = buckets->front();
    const qint64 width = (range.to - range.from) / kBuckets;
    for (int b = 0; b < kBuckets; ++b) {
        const qint64 from = range.from + b * width;
        bool touched = false;
        for (const SeriesGap &gap : found.gaps)
            touched = touched || (gap.from < from + width && from < gap.to);
        if (touched)
            continue;
        std::uint64_t count = 0;
        double low = INFINITY, high = -INFINITY;
        for (qint64 time = from; time < from + width; time += 1'000) {
            const double value =
                valueOf(number, static_cast<int>((time - kFrom) / 1'000)).toDouble() / (number == 1 ? 100 : 1);
            low = std::min(low, value);
            high = std::max(high, value);
            ++count;
        }
        const auto at = static_cast<std::size_t>(b);
        if (found.count[at] != count ||
            (number != 2 && (std::abs(found.min[at] - low) > 1e-6 || std::abs(found.max[at] - high) > 1e-6)))
            verdict.wrong = u"bucket %1 of series %2: %3 points, %4 … %5, expected %6, %7 … %8"_s.arg(b)
                                .arg(number)
                                .arg(found.count[at])
                                .arg(found.min[at])
                                .arg(found.max[at])
                                .arg(count)
                                .arg(low)
                                .arg(high);
    }
}

Verdict look(const PointsDb &db)
{
    Verdict verdict;
    const auto snapshot = db.snapshot();
    if (gone(snapshot, u"snapshot"_s, verdict))
        return verdict;
    // Cells of tables carry no checksum: they are only read to see that nothing worse happens.
    if (const auto tables = (*snapshot)->tables(); !gone(tables, u"tables"_s, verdict)) {
        for (const TableInfo &table : *tables) {
            const auto rows = (*snapshot)->rows(table.name, {}, 0, 100'000);
            verdict.isVisible = verdict.isVisible || !rows;
        }
    }
    (void)(*snapshot)->runs(pipeline(1), 100);
    const SeriesSnapshot &series = (*snapshot)->series();
    const auto list = series.list();
    if (gone(list, u"list"_s, verdict))
        return verdict;
    std::map<int, SeriesInfo> known;
    for (const SeriesInfo &info : *list) {
        const int number = QString::fromStdString(info.key.name).section(u' ', 1).toInt();
        const SeriesKey expected{"p", "series " + std::to_string(number), {{"host", "h" + std::to_string(number)}}};
        if (info.key != expected || number < 0 || number >= kSeries)
            verdict.wrong = u"a series that was never there: %1"_s.arg(QString::fromStdString(info.key.name));
        else if (info.type != typeOf(number) || info.scale != (number == 1 ? 2 : 0))
            verdict.wrong = u"series %1 is of another kind"_s.arg(number);
        else
            known.emplace(number, info);
    }
    verdict.isVisible = verdict.isVisible || known.size() < kSeries;
    for (const auto &[number, info] : known) {
        const auto points = series.range(info.id, {kFrom, kFrom + (kSealed + kLogged) * 1'000LL});
        if (gone(points, u"range"_s, verdict))
            continue;
        verdict.isVisible = verdict.isVisible || !points->gaps.empty();
        std::size_t at = 0;
        for (int i = 0; i < kSealed + kLogged; ++i) {
            const qint64 time = kFrom + i * 1'000LL;
            if (at < points->times.size() && points->times[at] == time) {
                if (valueAt(*points, at) != valueOf(number, i))
                    verdict.wrong = u"series %1, point %2 is another"_s.arg(number).arg(i);
                ++at;
            } else if (!covers(points->gaps, time)) {
                verdict.wrong = u"series %1, point %2 is missing without a gap"_s.arg(number).arg(i);
            }
        }
        if (at != points->times.size())
            verdict.wrong = u"series %1 has points that were never there"_s.arg(number);
        verdict.whole += at == kSealed + kLogged ? 1 : 0;
        lookAtBuckets(series, info.id, number, verdict);
    }
    return verdict;
}

} // namespace

class TstPointsDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noPageMakesAnythingWrong_data();
    void noPageMakesAnythingWrong();
    void aFileSizeLimitIsAFullDisk();

private:
    QByteArray m_sound;
    qint64 m_pageBytes = 0;
};

void TstPointsDamage::initTestCase()
{
    PointsDb::Options options;
    options.series.chunkPoints = 1'000;
    PointsWorld world(options);
    QVERIFY_RESULT(world.db->commit(points(0, kSealed)));
    QVERIFY_RESULT(world.db->compact());
    QVERIFY_RESULT(world.db->commit(points(kSealed, kSealed + kLogged)));
    const std::vector<std::optional<std::string>> cells(400, std::string(40, 'x'));
    QVERIFY_RESULT(world.write(u"t"_s, TableWrite::Mode::Append, batch({{u"v"_s, texts(cells)}})));
    QVERIFY_RESULT(queue(world, {delivery(1), delivery(2)}));
    QVERIFY_RESULT(world.db->commit(run(1, "input")));
    world.db.reset();
    QFile file(world.folder.filePath(u"points.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_sound = file.readAll();
    const auto db = openReadOnly(file.fileName());
    QVERIFY_RESULT(db);
    m_pageBytes = *(*db)->executeForInt("PRAGMA page_size");
    QVERIFY(m_sound.size() / m_pageBytes > 30);
}

void TstPointsDamage::noPageMakesAnythingWrong_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("zeroed") << 0;
    QTest::newRow("noise") << 1;
    QTest::newRow("one bit") << 2;
    QTest::newRow("another bit") << 3;
    QTest::newRow("cut off here") << 4;
    QTest::newRow("another page in its place") << 5;
}

void TstPointsDamage::noPageMakesAnythingWrong()
{
    QFETCH(int, way);
    std::mt19937 random(static_cast<unsigned>(way) + 20'261'130U);
    const ManualClock clock;
    const qint64 pages = m_sound.size() / m_pageBytes;
    int someWhole = 0;
    QStringList wrong;
    for (qint64 page = 0; page < pages; ++page) {
        const QTemporaryDir folder;
        QByteArray bytes = m_sound;
        const qsizetype at = page * m_pageBytes;
        if (way == 0)
            bytes.replace(at, m_pageBytes, QByteArray(m_pageBytes, 0));
        else if (way == 1)
            std::generate_n(bytes.begin() + at, m_pageBytes, [&] { return static_cast<char>(random()); });
        else if (way <= 3)
            bytes[at + static_cast<qsizetype>(random() % static_cast<unsigned>(m_pageBytes))] ^=
                static_cast<char>(1U << (random() % 8));
        else if (way == 4)
            bytes.truncate(at + m_pageBytes / 2);
        else
            bytes.replace(at, m_pageBytes, m_sound.mid((page + 7) % pages * m_pageBytes, m_pageBytes));
        QFile file(folder.filePath(u"points.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        for (const auto mode : {PointsDb::Options::Mode::ReadOnly, PointsDb::Options::Mode::Owner}) {
            const bool owns = mode == PointsDb::Options::Mode::Owner;
            if (owns && page % 4 != way % 4)
                continue;
            PointsDb::Options options;
            options.mode = mode;
            options.series.chunkPoints = 1'000;
            Verdict verdict;
            const auto db = PointsDb::open(folder.path(), options, clock);
            if (!gone(db, u"open"_s, verdict)) {
                verdict = look(**db);
                if (owns) { // and it goes on: new points are kept or refused with a reason
                    const auto more = (*db)->commit(points(kSealed + kLogged, kSealed + kLogged + 1'500));
                    (void)gone(more, u"commit"_s, verdict);
                    const auto compacted = (*db)->compact();
                    (void)gone(compacted, u"compact"_s, verdict);
                    const Verdict later = look(**db);
                    if (verdict.wrong.isEmpty() && !later.wrong.isEmpty())
                        verdict.wrong = u"after writing: "_s + later.wrong;
                }
            }
            someWhole += !owns && verdict.whole > 0 ? 1 : 0;
            // A sound page in another's place: that rows are gone with it cannot be told from there being none.
            if (way == 5 && (verdict.wrong.contains(u"points, "_s) || verdict.wrong.contains(u"without a gap"_s)))
                continue;
            if (!verdict.wrong.isEmpty())
                wrong << u"page %1 of %2%3: %4"_s.arg(page + 1).arg(pages).arg(owns ? u", owner"_s : QString(),
                                                                               verdict.wrong);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    // Most pages hold blocks of one series: the others stay whole.
    if (way != 4)
        QVERIFY2(someWhole * 10 >= pages * 7, qPrintable(QString::number(someWhole)));
}

void TstPointsDamage::aFileSizeLimitIsAFullDisk()
{
#ifdef Q_OS_UNIX
    PointsWorld world;
    QVERIFY_RESULT(world.db->commit(points(0, 1'000)));
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1'500'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    Result<CommitCounts> done = CommitCounts{};
    int n = 1'000;
    for (; done && n < 2'000'000; n += 10'000)
        done = world.db->commit(points(n, n + 10'000));
    const auto again = world.db->commit(points(0, 1));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, ignored);
    QCOMPARE(codeOf(done), u"db.full"_s);
    QVERIFY(again || again.error().code == ErrorCode::DatabaseFull);
    // With room again it goes on, and nothing acknowledged is gone.
    QVERIFY_RESULT(world.db->commit(points(n - 10'000, n)));
    const auto snapshot = world.snapshot();
    const auto list = snapshot->series().list();
    QVERIFY_RESULT(list);
    for (const SeriesInfo &info : *list)
        QCOMPARE(info.points, static_cast<std::uint64_t>(n));
#else
    QSKIP("skipped: file size limits missing");
#endif
}

DASH_TEST(TstPointsDamage)
#include "tst_points_damage.moc"
