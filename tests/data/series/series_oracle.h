#pragma once
// A plain map of maps that does what the series store promises, and checks that compare the two.

#include "core/data/series/series_store.h"

#include <QtTest/QtTest>

#include <bit>
#include <cmath>
#include <map>
#include <random>

namespace dash::test {

struct Cell {
    std::uint64_t word = 0;
    std::string text;
    friend bool operator==(const Cell &, const Cell &) = default;
};

struct OracleSeries {
    ValueType type = ValueType::Double;
    qint64 floor = kMinInstant;
    std::map<qint64, Cell> points;
};

using Oracle = std::map<SeriesId, OracleSeries>;

inline AppendCounts applyBlock(OracleSeries &s, const std::vector<std::pair<qint64, Cell>> &block)
{
    std::map<qint64, Cell> last;
    for (const auto &[time, cell] : block)
        last[time] = cell;
    AppendCounts counts;
    for (const auto &[time, cell] : last) {
        const auto it = s.points.find(time);
        if (time < s.floor)
            ++counts.expired;
        else if (it == s.points.end())
            ++counts.added;
        else if (it->second == cell)
            ++counts.identical;
        else
            ++counts.overwritten;
        if (time >= s.floor)
            s.points[time] = cell;
    }
    return counts;
}

inline std::uint64_t removeRange(OracleSeries &s, qint64 from, qint64 to)
{
    const auto begin = s.points.lower_bound(from);
    const auto end = s.points.lower_bound(to);
    const auto n = static_cast<std::uint64_t>(std::distance(begin, end));
    s.points.erase(begin, end);
    return n;
}

inline PointBlock toBlock(SeriesId id, ValueType type, const std::vector<std::pair<qint64, Cell>> &points)
{
    PointBlock block;
    block.series = id;
    for (const auto &[time, cell] : points) {
        block.times.push_back(time);
        if (type == ValueType::Double)
            block.doubles.push_back(std::bit_cast<double>(cell.word));
        else if (type == ValueType::Text)
            block.texts.push_back(cell.text);
        else
            block.ints.push_back(static_cast<qint64>(cell.word));
    }
    return block;
}

inline std::map<qint64, Cell> toMap(const Points &points)
{
    std::map<qint64, Cell> out;
    for (std::size_t i = 0; i < points.times.size(); ++i) {
        Cell cell;
        if (points.type == ValueType::Double)
            cell.word = std::bit_cast<std::uint64_t>(points.doubles[i]);
        else if (points.type == ValueType::Text)
            cell.text = points.texts[i];
        else
            cell.word = static_cast<std::uint64_t>(points.ints[i]);
        out.emplace_hint(out.end(), points.times[i], cell);
    }
    return out;
}

inline double number(std::uint64_t word, ValueType type, int scale)
{
    return type == ValueType::Double ? std::bit_cast<double>(word)
                                     : static_cast<double>(static_cast<qint64>(word)) / std::pow(10.0, scale);
}

// Compares buckets with sums over the map; an empty text when they agree.
inline QString compareBuckets(const OracleSeries &s, int scale, TimeRange range, const Buckets &got)
{
    const std::size_t n = got.count.size();
    const auto edge = [&](std::size_t i) {
        return range.from +
               static_cast<qint64>(static_cast<Int128>(range.span()) * static_cast<Int128>(i) / static_cast<Int128>(n));
    };
    for (std::size_t i = 0; i < n; ++i) {
        std::uint64_t count = 0;
        double least = std::nan(""), most = std::nan(""), sum = 0, size = 0;
        Int128 exact = 0;
        const auto begin = s.points.lower_bound(edge(i));
        const auto end = s.points.lower_bound(edge(i + 1));
        for (auto it = begin; it != end; ++it) {
            ++count;
            if (s.type == ValueType::Text)
                continue;
            const double v = number(it->second.word, s.type, scale);
            exact += static_cast<qint64>(it->second.word);
            if (std::isnan(v))
                continue;
            least = std::isnan(least) ? v : std::min(least, v);
            most = std::isnan(most) ? v : std::max(most, v);
            sum += v;
            size += std::abs(v);
        }
        const QString where = QStringLiteral("bucket %1: ").arg(i);
        if (got.count[i] != count)
            return where + QStringLiteral("count %1, expected %2").arg(got.count[i]).arg(count);
        if (count == 0)
            continue;
        if (got.firstTime[i] != begin->first || got.lastTime[i] != std::prev(end)->first)
            return where + QStringLiteral("first or last time");
        if (s.type == ValueType::Text)
            continue;
        const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        if (!same(got.min[i], least) || !same(got.max[i], most))
            return where + QStringLiteral("min or max: %1 %2, expected %3 %4")
                               .arg(got.min[i])
                               .arg(got.max[i])
                               .arg(least)
                               .arg(most);
        if (!same(got.first[i], number(begin->second.word, s.type, scale)) ||
            !same(got.last[i], number(std::prev(end)->second.word, s.type, scale)))
            return where + QStringLiteral("first or last");
        if (!same(got.sum[i], sum) && !(std::abs(got.sum[i] - sum) <= 1e-9 * size))
            return where + QStringLiteral("sum %1, expected %2").arg(got.sum[i], 0, 'g', 17).arg(sum, 0, 'g', 17);
        if (s.type != ValueType::Double && got.sumUnits[i] != exact)
            return where + QStringLiteral("exact sum");
    }
    return {};
}

// A file of its own with one store, and what it should hold.
class SeriesWorld {
public:
    explicit SeriesWorld(SeriesStoreOptions wanted = {})
        : options(wanted)
    {
        reopen();
    }

    void reopen()
    {
        store.reset();
        db.reset();
        auto opened = Database::open(path());
        Q_ASSERT(opened);
        db = std::move(*opened);
        const auto migrated = migrate(*db, seriesMigrations());
        Q_ASSERT(migrated);
        auto made = SeriesStore::open(*db, options);
        Q_ASSERT(made);
        store = std::move(*made);
    }
    QString path() const { return folder.filePath(QStringLiteral("points.db")); }

    // Runs `change` in a transaction and commits it.
    template <class F>
    auto commit(F change) -> decltype(change())
    {
        auto transaction = Transaction::begin(*db);
        if (!transaction)
            return fail(transaction.error());
        auto result = change();
        if (!result) {
            {
                const Transaction ended = std::move(*transaction);
            }
            store->rolledBack();
            return result;
        }
        if (const auto done = transaction->commit(); !done) {
            store->rolledBack();
            return fail(done.error());
        }
        store->committed();
        return result;
    }
    template <class F>
    void abandon(F change)
    {
        {
            auto transaction = Transaction::begin(*db);
            Q_ASSERT(transaction);
            (void)change();
        }
        store->rolledBack();
    }
    std::unique_ptr<Database> reader() const
    {
        DatabaseOptions readOnly;
        readOnly.mode = DatabaseOptions::Mode::ReadOnly;
        auto opened = Database::open(path(), readOnly);
        Q_ASSERT(opened);
        return std::move(*opened);
    }

    QTemporaryDir folder;
    SeriesStoreOptions options;
    std::unique_ptr<Database> db;
    std::unique_ptr<SeriesStore> store;
};

} // namespace dash::test
