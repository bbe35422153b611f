#include "core/data/series_side.h"

#include "core/base/decimal.h"

#include <limits>

namespace dash {

SeriesSide::~SeriesSide() = default;

Result<std::unique_ptr<SeriesSide>> SeriesSide::open(Database &db, const SeriesStoreOptions &options)
{
    std::unique_ptr<SeriesSide> side(new SeriesSide(db));
    auto store = SeriesStore::open(db, options);
    if (!store)
        return fail(store.error());
    side->m_store = std::move(*store);
    side->m_store->onChanged = [raw = side.get()](const auto &changed) {
        raw->m_changed.insert(raw->m_changed.end(), changed.begin(), changed.end());
    };
    return side;
}

namespace {

// Units at another number of places; SeriesDecimalRange when a digit would be lost.
Result<> rescaleUnits(PointBlock &block, const SeriesInfo &declared, int storedScale)
{
    for (qint64 &units : block.ints) {
        const auto exact = exactUnits(Decimal{units, declared.scale}, storedScale);
        if (!exact)
            return fail(ErrorCode::SeriesDecimalRange,
                        {{QLatin1StringView("value"), decimalString(Decimal{units, declared.scale})},
                         {QLatin1StringView("series"), QString::fromStdString(declared.key.name)},
                         {QLatin1StringView("scale"), QString::number(storedScale)}});
        units = *exact;
    }
    return {};
}

} // namespace

Result<AppendCounts> SeriesSide::append(const RunCommit &commit)
{
    std::vector<SeriesInfo> stored;
    stored.reserve(commit.series.size());
    for (const auto &[key, info] : commit.series) {
        const auto id = m_store->resolve(key, info.type, info.scale, info.unit);
        if (!id)
            return fail(id.error());
        stored.push_back(info);
        stored.back().id = *id;
        stored.back().key = key;
    }
    std::vector<PointBlock> blocks = commit.points;
    for (PointBlock &block : blocks) {
        const auto place = static_cast<std::size_t>(block.series);
        if (place >= stored.size())
            return fail(ErrorCode::SeriesUnknown, {{QLatin1StringView("series"), QString::number(place)}});
        const SeriesInfo &declared = stored[place];
        block.series = declared.id;
        if (declared.type != ValueType::Decimal)
            continue;
        const auto info = m_store->info(declared.id);
        if (!info)
            return fail(info.error());
        if (info->scale == declared.scale)
            continue;
        if (const auto done = rescaleUnits(block, declared, info->scale); !done)
            return fail(done.error());
    }
    return blocks.empty() ? AppendCounts{} : m_store->append(blocks);
}

Result<bool> SeriesSide::seal(std::size_t budget, bool everything)
{
    return m_store->seal(budget, everything ? SeriesStore::SealScope::Everything : SeriesStore::SealScope::Due);
}

Result<std::uint64_t> SeriesSide::retain(qint64 before, const std::vector<SeriesId> &series)
{
    return m_store->retain(before, series);
}

Result<std::uint64_t> SeriesSide::shrink()
{
    return m_store->shrink();
}

Result<> SeriesSide::erase(SeriesId series)
{
    const auto erased =
        m_store->erase(series, TimeRange{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()});
    return erased ? Result<>() : fail(erased.error());
}

Result<> SeriesSide::setDamagedAside(SeriesId series, TimeRange range)
{
    const auto done = m_store->setDamagedAside(series, range);
    return done ? Result<>() : fail(done.error());
}

Result<> SeriesSide::eraseOwner(const QString &owner)
{
    std::vector<SeriesInfo> owned;
    {
        auto snapshot = SeriesSnapshot::open(m_db, m_store->heads());
        if (!snapshot)
            return fail(snapshot.error());
        auto found = (*snapshot)->find({}, {}, owner.toStdString());
        if (!found)
            return fail(found.error());
        owned = std::move(*found);
    }
    for (const SeriesInfo &info : owned) {
        if (const auto erased = erase(info.id); !erased)
            return erased;
    }
    return {};
}

std::vector<std::pair<SeriesId, TimeRange>> SeriesSide::committed()
{
    m_store->committed();
    return std::exchange(m_changed, {});
}

void SeriesSide::rolledBack()
{
    m_store->rolledBack();
    m_changed.clear();
}

std::shared_ptr<const SeriesStore::Heads> SeriesSide::heads() const
{
    return m_store->heads();
}

} // namespace dash
