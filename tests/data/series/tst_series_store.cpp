// The series store against a plain map: random operations of every kind, then the named cases.

#include "tests/data/series/series_oracle.h"

#include "core/data/series/chunk.h"
#include "tests/support/kit.h"

using namespace dash;
using namespace dash::test;

namespace {

constexpr qint64 kStart = 1'767'225'600'000;

SeriesStoreOptions small()
{
    SeriesStoreOptions options;
    options.chunkPoints = 200; // many chunks and groups from few points
    return options;
}

SeriesKey keyOf(const std::string &name, std::vector<Label> labels = {})
{
    return {"owner", name, std::move(labels)};
}

Cell randomCell(std::mt19937_64 &random, ValueType type)
{
    static const std::vector<double> rare{0.0, -0.0, HUGE_VAL, -HUGE_VAL, std::nan(""), std::nan("7"), 1e300};
    Cell cell;
    switch (type) {
    case ValueType::Double:
        cell.word = std::bit_cast<std::uint64_t>(random() % 20 == 0 ? rare[random() % rare.size()]
                                                                    : static_cast<double>(random() % 4'000) / 100);
        break;
    case ValueType::Int64:
        cell.word = random() % 9 == 0 ? random() : random() % 100;
        break;
    case ValueType::Bool:
        cell.word = random() % 2;
        break;
    case ValueType::Decimal:
        cell.word = random() % 7 == 0 ? static_cast<std::uint64_t>(INT64_MAX) - random() % 3 : random() % 100'000;
        break;
    case ValueType::Text:
        cell.text = std::string(random() % 6, static_cast<char>('a' + random() % 3));
        break;
    }
    return cell;
}

std::vector<std::pair<qint64, Cell>> randomBlock(std::mt19937_64 &random, const OracleSeries &s)
{
    std::vector<std::pair<qint64, Cell>> out;
    const qint64 last = s.points.empty() ? kStart : s.points.rbegin()->first;
    const auto kind = random() % 10;
    const std::size_t n = 1 + random() % (kind < 6 ? 400 : 40);
    qint64 t = last;
    for (std::size_t i = 0; i < n; ++i) {
        if (kind < 6)
            t += 1'000 + static_cast<qint64>(random() % 5); // in order
        else if (kind < 8)
            t = last - static_cast<qint64>(random() % 400'000); // late, any order
        else
            t = kStart + static_cast<qint64>(random() % 60) * 1'000; // far back, many duplicates
        out.emplace_back(t, randomCell(random, s.type));
    }
    return out;
}

class Check {
public:
    Check(SeriesWorld &world, std::mt19937_64 &random)
        : m_world(world)
        , m_random(random)
        , m_reader(world.reader())
    {
    }

    // Everything a snapshot answers about every series agrees with the map.
    QString all(const Oracle &oracle, std::shared_ptr<const SeriesStore::Heads> heads)
    {
        const auto snapshot = SeriesSnapshot::open(*m_reader, std::move(heads));
        if (!snapshot)
            return QStringLiteral("no snapshot: ") + snapshot.error().detail;
        const auto list = (*snapshot)->list();
        if (!list || list->size() != oracle.size())
            return QStringLiteral("list");
        for (const auto &[id, s] : oracle) {
            const QString wrong = one(**snapshot, id, s);
            if (!wrong.isEmpty())
                return QStringLiteral("series %1 (type %2, %3 points): ")
                           .arg(static_cast<qint64>(id))
                           .arg(static_cast<int>(s.type))
                           .arg(s.points.size()) +
                       wrong;
        }
        return {};
    }

private:
    QString one(const SeriesSnapshot &snapshot, SeriesId id, const OracleSeries &s)
    {
        const auto info = snapshot.info(id);
        if (!info)
            return QStringLiteral("info");
        if (info->points != s.points.size())
            return QStringLiteral("info counts %1").arg(info->points);
        if (!s.points.empty() && (info->first != s.points.begin()->first || info->last != s.points.rbegin()->first))
            return QStringLiteral("info first or last");
        const auto whole = snapshot.range(id, {kMinInstant, kMaxInstant});
        if (!whole)
            return QStringLiteral("range fails: ") + whole.error().detail;
        if (toMap(*whole) != s.points || whole->times.size() != s.points.size())
            return QStringLiteral("range of %1 points").arg(whole->times.size());
        const qint64 first = s.points.empty() ? kStart : s.points.begin()->first;
        const qint64 last = s.points.empty() ? kStart : s.points.rbegin()->first;
        const auto within = [&] {
            return first - 5 + static_cast<qint64>(m_random() % static_cast<std::uint64_t>(last - first + 10));
        };
        for (int i = 0; i < 4; ++i) {
            const auto [from, to] = std::minmax({within(), within()});
            const std::size_t limit = m_random() % 3 == 0 ? m_random() % 300 : SIZE_MAX;
            const auto part = snapshot.range(id, {from, to}, limit);
            std::map<qint64, Cell> want(s.points.lower_bound(from), s.points.lower_bound(to));
            while (want.size() > limit)
                want.erase(std::prev(want.end()));
            if (!part || toMap(*part) != want)
                return QStringLiteral("part of range");
            const auto newest = snapshot.last(id, to);
            const auto before = s.points.lower_bound(to);
            if (!newest || newest->times.empty() != (before == s.points.begin()))
                return QStringLiteral("last");
            if (!newest->times.empty() && toMap(*newest) != std::map<qint64, Cell>{*std::prev(before)})
                return QStringLiteral("last point");
            const std::size_t n = 1 + m_random() % 40;
            const TimeRange range{from, to + 1};
            const auto buckets = snapshot.buckets(std::span(&id, 1), range, n);
            if (!buckets)
                return QStringLiteral("buckets fail: ") + buckets.error().detail;
            if (const QString wrong = compareBuckets(s, info->scale, range, buckets->front()); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    SeriesWorld &m_world;
    std::mt19937_64 &m_random;
    std::unique_ptr<Database> m_reader;
};

} // namespace

class TstSeriesStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAPlainMap_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void agreesWithAPlainMap()
    {
        QFETCH(int, seed);
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        SeriesWorld world(small());
        Oracle oracle;
        for (int step = 0; step < 120; ++step) {
            Oracle after = oracle;
            const auto change = [&]() -> Result<> {
                for (auto k = 1 + random() % 3; k > 0; --k) {
                    if (const auto done = oneChange(world, after, random); !done)
                        return done;
                }
                return {};
            };
            if (random() % 6 == 0) {
                world.abandon(change);
            } else {
                QVERIFY_RESULT(world.commit(change));
                oracle = std::move(after);
            }
            if (random() % 15 == 0)
                world.reopen();
            if (step % 10 == 9 || step < 5) {
                const bool likeAnotherProcess = random() % 3 == 0;
                const QString wrong =
                    Check(world, random).all(oracle, likeAnotherProcess ? nullptr : world.store->heads());
                QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("step %1: ").arg(step) + wrong));
            }
            const auto stats = world.store->stats();
            QVERIFY_RESULT(stats);
            std::uint64_t points = 0;
            for (const auto &[id, s] : oracle)
                points += s.points.size();
            QCOMPARE(stats->points, points);
        }
        QVERIFY_RESULT(world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
        QCOMPARE(world.store->stats()->logBytes, 0);
        const QString wrong = Check(world, random).all(oracle, nullptr);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aKeyIsOneSeriesWhateverTheOrderOfItsLabels()
    {
        SeriesWorld world;
        QVERIFY_RESULT(world.commit([&]() -> Result<> {
            const auto a = world.store->resolve(keyOf("t", {{"b", "2"}, {"a", "1"}}), ValueType::Double);
            const auto b = world.store->resolve(keyOf("t", {{"a", "1"}, {"b", "2"}}), ValueType::Double);
            const auto c = world.store->resolve(keyOf("t", {{"a", "1"}, {"b", "3"}}), ValueType::Double);
            if (!a || !b || !c || *a != *b || *a == *c)
                return fail(ErrorCode::Internal);
            return {};
        }));
    }

    void refusesWhatDoesNotFitAndKeepsNothingOfTheCall()
    {
        SeriesWorld world;
        SeriesId number{}, text{};
        QVERIFY_RESULT(world.commit([&]() -> Result<> {
            number = *world.store->resolve(keyOf("n"), ValueType::Double);
            text = *world.store->resolve(keyOf("t"), ValueType::Text);
            return {};
        }));
        QCOMPARE(codeOf(world.store->resolve(keyOf("n"), ValueType::Int64)), QStringLiteral("series.type"));
        const PointBlock fine{number, {kStart}, {1.0}, {}, {}};
        const auto refused = [&](const PointBlock &bad, const char *code) {
            const std::vector<PointBlock> blocks{fine, bad};
            QCOMPARE(codeOf(world.commit([&] { return world.store->append(blocks); })), QLatin1StringView(code));
        };
        refused({number, {kStart}, {}, {5}, {}}, "series.type");
        refused({text, {kStart}, {}, {}, {std::string(257, 'x')}}, "series.text_too_long");
        refused({number, {kMaxInstant}, {1.0}, {}, {}}, "series.time");
        refused({number, {kMinInstant - 1}, {1.0}, {}, {}}, "series.time");
        refused({SeriesId{99}, {kStart}, {1.0}, {}, {}}, "series.unknown");
        QCOMPARE(world.store->stats()->points, 0U);
        const PointBlock edges{text, {kMinInstant, kMaxInstant - 1}, {}, {}, {std::string(256, 'x'), ""}};
        const auto counts = world.commit([&] { return world.store->append(std::span(&edges, 1)); });
        QVERIFY_RESULT(counts);
        QCOMPARE(counts->added, 2U);
    }

    void retentionIsExactToTheMillisecondAndGivesSpaceBack()
    {
        SeriesWorld world;
        const SeriesId id = filled(world, 200'000);
        QVERIFY_RESULT(world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
        const qint64 size = world.store->stats()->fileBytes;
        const qint64 cut = kStart + 150'000 * qint64{1'000};
        const auto removed = world.commit([&] { return world.store->retain(cut + 1); });
        QVERIFY_RESULT(removed);
        QCOMPARE(*removed, 150'001U);
        const auto reader = world.reader();
        const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
        QVERIFY_RESULT(snapshot);
        QCOMPARE((*snapshot)->info(id)->first, cut + 1'000);
        QCOMPARE((*snapshot)->info(id)->points, 49'999U);
        const PointBlock old{id, {cut, cut + 1}, {1.0, 2.0}, {}, {}};
        const auto counts = world.commit([&] { return world.store->append(std::span(&old, 1)); });
        QVERIFY_RESULT(counts);
        QCOMPARE(counts->expired, 1U);
        QCOMPARE(counts->added, 1U);
        QVERIFY_RESULT(world.db->reclaim(1'000'000));
        QVERIFY2(world.store->stats()->fileBytes < size / 2,
                 qPrintable(QString::number(world.store->stats()->fileBytes)));
    }

    void erasingASeriesLeavesNothingOfIt()
    {
        SeriesWorld world;
        const SeriesId id = filled(world, 5'000);
        QCOMPARE(*world.commit([&] { return world.store->erase(id, {kMinInstant, kMaxInstant}); }), 5'000U);
        const auto stats = world.store->stats();
        QCOMPARE(stats->series, 0U);
        QCOMPARE(stats->chunkBytes, 0);
        QCOMPARE(stats->logBytes, 0);
        world.reopen();
        const auto reader = world.reader();
        QVERIFY((*SeriesSnapshot::open(*reader))->list()->empty());
        QVERIFY(filled(world, 10) != id);
    }

    void aChangeOfOneSeriesIsToldOnceWithItsRange()
    {
        SeriesWorld world;
        const SeriesId id = filled(world, 10);
        std::vector<std::pair<SeriesId, TimeRange>> told;
        world.store->onChanged = [&](const auto &changes) { told.insert(told.end(), changes.begin(), changes.end()); };
        const std::vector<PointBlock> blocks{{id, {kStart + 60'000}, {1.0}, {}, {}}, {id, {kStart - 7}, {1.0}, {}, {}}};
        QVERIFY_RESULT(world.commit([&] { return world.store->append(blocks); }));
        QCOMPARE(told.size(), 1U);
        QVERIFY(told.front() == std::pair(id, TimeRange{kStart - 7, kStart + 60'001}));
        told.clear();
        QVERIFY_RESULT(world.commit([&] { return world.store->append(blocks); })); // identical
        QVERIFY(told.empty());
    }

    void sealingFollowsItsLimits()
    {
        SeriesStoreOptions options;
        options.chunkPoints = 1'000;
        options.logBytes = 20'000;
        SeriesWorld world(options);
        (void)filled(world, 999);
        QVERIFY(!*world.commit([&] { return world.store->seal(SIZE_MAX); })); // neither full nor too much
        QVERIFY(world.store->stats()->logBytes > 0);
        world.options.logBytes = 10;
        world.reopen();
        QVERIFY(!*world.commit([&] { return world.store->seal(SIZE_MAX); }));
        QCOMPARE(world.store->stats()->logBytes, 0);
        QVERIFY(world.store->stats()->chunkBytes > 0);
    }

private:
    static SeriesId filled(SeriesWorld &world, std::size_t n)
    {
        SeriesId id{};
        const auto done = world.commit([&]() -> Result<AppendCounts> {
            id = *world.store->resolve(keyOf("filled"), ValueType::Double);
            PointBlock block;
            block.series = id;
            for (std::size_t i = 0; i < n; ++i) {
                block.times.push_back(kStart + static_cast<qint64>(i) * 1'000);
                block.doubles.push_back(static_cast<double>(i * 7919 % 10'007) / 100);
            }
            return world.store->append(std::span(&block, 1));
        });
        Q_ASSERT(done && done->added == n);
        return id;
    }

    static Result<> oneChange(SeriesWorld &world, Oracle &oracle, std::mt19937_64 &random)
    {
        const auto kind = random() % 20;
        if (oracle.empty() || (kind == 0 && oracle.size() < 8)) {
            const auto type = static_cast<ValueType>(random() % 5);
            const auto id = world.store->resolve(keyOf("s" + std::to_string(random()), {{"k", "v"}}), type, 2);
            if (!id)
                return fail(id.error());
            oracle[*id].type = type;
            return {};
        }
        auto it = oracle.begin();
        std::advance(it, static_cast<std::ptrdiff_t>(random() % oracle.size()));
        auto &[id, s] = *it;
        const qint64 first = s.points.empty() ? kStart : s.points.begin()->first;
        const qint64 last = s.points.empty() ? kStart : s.points.rbegin()->first;
        const auto within = [&] {
            return first + static_cast<qint64>(random() % static_cast<std::uint64_t>(last - first + 2));
        };
        if (kind < 14)
            return appendBlocks(world, oracle, random);
        if (kind < 17) {
            const auto sealed =
                world.store->seal(random() % 2 == 0 ? 1 : SIZE_MAX,
                                  random() % 2 == 0 ? SeriesStore::SealScope::Due : SeriesStore::SealScope::Everything);
            return sealed ? Result<>{} : fail(sealed.error());
        }
        Result<std::uint64_t> removed = 0;
        std::uint64_t expected = 0;
        if (kind == 17) {
            const qint64 before = first + (within() - first) / 4;
            removed = world.store->retain(before, {id});
            if (before > s.floor) {
                s.floor = before;
                expected = removeRange(s, kMinInstant, before);
            }
        } else if (kind == 18) {
            const auto [from, to] = std::minmax({within(), within()});
            removed = world.store->erase(id, {from, to});
            expected = removeRange(s, from, to);
        } else if (random() % 5 == 0) {
            expected = s.points.size();
            removed = world.store->erase(id, {kMinInstant, kMaxInstant});
            oracle.erase(it);
        }
        if (!removed)
            return fail(removed.error());
        return *removed == expected ? Result<>{}
                                    : fail(ErrorCode::Internal, {},
                                           QStringLiteral("removed %1, expected %2").arg(*removed).arg(expected));
    }

    static Result<> appendBlocks(SeriesWorld &world, Oracle &oracle, std::mt19937_64 &random)
    {
        std::vector<PointBlock> blocks;
        AppendCounts want;
        for (auto k = 1 + random() % 4; k > 0; --k) {
            auto it = oracle.begin();
            std::advance(it, static_cast<std::ptrdiff_t>(random() % oracle.size()));
            const auto points = randomBlock(random, it->second);
            const AppendCounts counts = applyBlock(it->second, points);
            want.added += counts.added;
            want.overwritten += counts.overwritten;
            want.identical += counts.identical;
            want.expired += counts.expired;
            blocks.push_back(toBlock(it->first, it->second.type, points));
        }
        const auto got = world.store->append(blocks);
        if (!got)
            return fail(got.error());
        if (got->added != want.added || got->overwritten != want.overwritten || got->identical != want.identical ||
            got->expired != want.expired)
            return fail(ErrorCode::Internal, {},
                        QStringLiteral("counts %1 %2 %3 %4, expected %5 %6 %7 %8")
                            .arg(got->added)
                            .arg(got->overwritten)
                            .arg(got->identical)
                            .arg(got->expired)
                            .arg(want.added)
                            .arg(want.overwritten)
                            .arg(want.identical)
                            .arg(want.expired));
        return {};
    }
};

DASH_TEST(TstSeriesStore)
#include "tst_series_store.moc"
