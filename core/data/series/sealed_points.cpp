#include "core/data/series/sealed_points.h"

#include "core/data/series/damage.h"
#include "core/data/series/write_point.h"

#include <algorithm>

namespace dash::series {

namespace {

std::size_t positionOf(const FlatPoints &points, qint64 time)
{
    return static_cast<std::size_t>(std::lower_bound(points.times.begin(), points.times.end(), time) -
                                    points.times.begin());
}

FlatPoints part(const FlatPoints &points, std::size_t from, std::size_t to, ValueType type)
{
    FlatPoints out;
    for (std::size_t i = from; i < to; ++i) {
        if (type == ValueType::Text)
            out.pushText(points.times[i], points.texts[points.words[i]]);
        else
            out.push(points.times[i], points.words[i]);
    }
    return out;
}

std::uint64_t countOf(const std::vector<ChunkRef> &chunks)
{
    std::uint64_t count = 0;
    for (const ChunkRef &c : chunks)
        count += c.summary.count;
    return count;
}

} // namespace

SealedPoints::SealedPoints(Database &db, CatalogRow &row, std::size_t chunkPoints)
    : m_db(db)
    , m_index(db, row.info.id, row.info.type)
    , m_row(row)
    , m_type(row.info.type)
    , m_target(std::clamp<std::size_t>(chunkPoints, 1, kMaxChunkPoints / 2))
{
}

Result<> SealedPoints::addChunks(const FlatPoints &points, std::size_t from, std::size_t to, std::vector<ChunkRef> &out)
{
    const std::size_t n = to - from;
    if (n == 0)
        return {};
    const std::size_t pieces = std::max<std::size_t>(1, (n + m_target / 2) / m_target);
    for (std::size_t i = 0; i < pieces; ++i) {
        const std::size_t begin = from + n * i / pieces;
        const std::size_t size = from + n * (i + 1) / pieces - begin;
        const auto ref = m_index.addChunk(std::span(points.times).subspan(begin, size),
                                          std::span(points.words).subspan(begin, size), points.texts);
        if (!ref)
            return fail(ref.error());
        out.push_back(*ref);
    }
    return {};
}

template <class Work>
std::invoke_result_t<Work> SealedPoints::aroundDamage(TimeRange range, Work work)
{
    const std::uint64_t points = m_row.info.points;
    const qint64 first = m_row.info.first;
    const qint64 last = m_row.info.last;
    if (const auto saved = m_db.execute("SAVEPOINT around_damage"); !saved)
        return fail(saved.error());
    auto done = work();
    const bool met = !done && isDamage(done.error());
    if (met) {
        if (const auto back = m_db.execute("ROLLBACK TO around_damage"); !back)
            return fail(back.error());
    }
    if (const auto released = m_db.execute("RELEASE around_damage"); !released)
        return done ? std::invoke_result_t<Work>(fail(released.error())) : done;
    if (!met)
        return done;
    m_row.info.points = points;
    m_row.info.first = first;
    m_row.info.last = last;
    const auto aside = setDamagedAside(range);
    if (!aside)
        return fail(aside.error());
    return *aside == 0 ? done : work();
}

Result<std::vector<GroupRef>> SealedPoints::soundGroups(qint64 from, qint64 to) const
{
    auto groups = m_index.groups(from, to);
    if (groups && std::any_of(groups->begin(), groups->end(), [](const GroupRef &g) { return g.isDamaged; }))
        return fail(ErrorCode::ChunkCorrupt, {}, QStringLiteral("a group's summary does not decode"));
    return groups;
}

Result<std::uint64_t> SealedPoints::setDamagedAside(TimeRange range)
{
    const auto before = m_index.groupBefore(range.from);
    if (!before)
        return fail(before.error());
    const auto groups = m_index.groups(*before ? (*before)->firstTime : range.from, range.to);
    if (!groups)
        return fail(groups.error());
    std::uint64_t aside = 0;
    for (const GroupRef &group : *groups) {
        const auto some = setDamagedChunksAside(group);
        if (!some)
            return fail(some.error());
        aside += *some;
    }
    if (aside == 0)
        return aside;
    const auto left = m_index.groups();
    if (!left)
        return fail(left.error());
    std::uint64_t points = 0;
    for (const GroupRef &group : *left)
        points += group.total.count;
    if (const auto done = refreshRow(static_cast<std::int64_t>(points - m_row.info.points)); !done)
        return fail(done.error());
    if (const auto done = updateCatalog(m_db, m_row); !done)
        return fail(done.error());
    return aside;
}

Result<std::uint64_t> SealedPoints::setDamagedChunksAside(const GroupRef &group)
{
    const auto chunks = m_index.chunks(group);
    if (!chunks && !isDamage(chunks.error()))
        return fail(chunks.error());
    if (!chunks) {
        const Bytes list = m_index.rawChunks(group);
        const Damage damage{DamageKind::Group, group.firstTime,   m_row.info.id,         group.firstTime,
                            group.lastTime,    group.total.count, chunks.error().detail, list};
        if (const auto noted = noteDamage(m_db, damage); !noted)
            return fail(noted.error());
        const auto dropped = m_index.dropGroup(group);
        return dropped ? Result<std::uint64_t>(1) : fail(dropped.error());
    }
    const auto blobs = m_db.blobReader(kChunkTable, kChunkColumn);
    std::vector<ChunkRef> sound;
    std::uint64_t aside = 0;
    for (const ChunkRef &chunk : *chunks) {
        std::vector<SeriesGap> gaps;
        const auto points = m_index.readable(chunk, {kMinInstant, kMaxInstant}, SIZE_MAX, *blobs, gaps);
        if (!points)
            return fail(points.error());
        if (gaps.empty() && points->size() == chunk.summary.count) {
            sound.push_back(chunk);
            continue;
        }
        if (gaps.empty()) // the summary counts other points than the chunk has
            gaps.push_back({chunk.summary.firstTime, chunk.summary.lastTime + 1, 0, ErrorCode::ChunkCorrupt});
        for (const SeriesGap &gap : gaps) {
            const Damage damage{DamageKind::Chunk,
                                chunk.id,
                                m_row.info.id,
                                gap.from,
                                gap.to - 1,
                                gap.points,
                                QString::fromLatin1(errorCodeText(gap.code)),
                                {}};
            if (const auto noted = noteDamage(m_db, damage); !noted)
                return fail(noted.error());
            ++aside;
        }
        // What can be read of it becomes a chunk of its own.
        if (const auto done = addChunks(*points, 0, points->size(), sound); !done)
            return fail(done.error());
    }
    if (aside > 0 || group.isDamaged) { // a total that does not decode is made again
        if (const auto done = replaceGroup(group, sound); !done)
            return fail(done.error());
    }
    return aside + (group.isDamaged ? 1 : 0);
}

Result<> SealedPoints::put(const FlatPoints &points)
{
    if (points.size() == 0)
        return {};
    return aroundDamage({points.times.front(), points.times.back() + 1}, [&] { return tryPut(points); });
}

Result<> SealedPoints::tryPut(const FlatPoints &points)
{
    Result<std::vector<GroupRef>> groups{};
    if (m_row.info.points > 0 && points.times.front() > m_row.info.last) {
        auto last = m_index.groupBefore(kMaxInstant);
        if (!last)
            return fail(last.error());
        if (*last)
            groups->push_back(**last);
    } else {
        groups = soundGroups();
        if (!groups)
            return fail(groups.error());
    }
    std::int64_t change = 0;
    if (groups->empty()) {
        std::vector<ChunkRef> chunks;
        if (const auto done = addChunks(points, 0, points.size(), chunks); !done)
            return done;
        if (const auto done = m_index.addGroups(chunks); !done)
            return done;
        change = static_cast<std::int64_t>(points.size());
    }
    std::size_t at = 0;
    for (std::size_t g = 0; g < groups->size(); ++g) {
        const bool isLast = g + 1 == groups->size();
        const std::size_t end = isLast ? points.size() : positionOf(points, (*groups)[g + 1].firstTime);
        if (at == end)
            continue;
        auto chunks = m_index.chunks((*groups)[g]);
        if (!chunks)
            return fail(chunks.error());
        change -= static_cast<std::int64_t>(countOf(*chunks));
        if (const auto done = putIntoGroup(*chunks, points, at, end, isLast); !done)
            return done;
        change += static_cast<std::int64_t>(countOf(*chunks));
        if (const auto done = replaceGroup((*groups)[g], *chunks); !done)
            return done;
        at = end;
    }
    return refreshRow(change);
}

// Gives each chunk the points from its first time up to the next chunk's. Points behind a chunk that is full enough
// become chunks of their own at the end of the series; all others are merged into the chunk.
Result<> SealedPoints::putIntoGroup(std::vector<ChunkRef> &chunks, const FlatPoints &points, std::size_t from,
                                    std::size_t to, bool isLast)
{
    std::vector<ChunkRef> out;
    std::size_t at = from;
    for (std::size_t c = 0; c < chunks.size(); ++c) {
        const ChunkRef &chunk = chunks[c];
        const bool isTail = c + 1 == chunks.size();
        const std::size_t end = isTail ? to : std::min(to, positionOf(points, chunks[c + 1].summary.firstTime));
        const std::size_t begin = std::exchange(at, std::max(at, end));
        if (begin >= end) {
            out.push_back(chunk);
            continue;
        }
        const bool behind = points.times[begin] > chunk.summary.lastTime;
        if (behind && chunk.summary.count >= m_target / 2 && ((isTail && isLast) || end - begin >= m_target / 2)) {
            out.push_back(chunk);
            if (const auto done = addChunks(points, begin, end, out); !done)
                return done;
            continue;
        }
        const auto stored = m_index.points(chunk);
        if (!stored)
            return fail(stored.error());
        const FlatPoints merged = mergePoints(*stored, part(points, begin, end, m_type), m_type);
        if (const auto done = addChunks(merged, 0, merged.size(), out); !done)
            return done;
        if (const auto done = m_index.dropChunk(chunk.id); !done)
            return done;
    }
    chunks = std::move(out);
    return {};
}

Result<> SealedPoints::replaceGroup(const GroupRef &old, const std::vector<ChunkRef> &chunks)
{
    if (const auto done = m_index.dropGroup(old); !done)
        return done;
    return m_index.addGroups(chunks);
}

Result<std::uint64_t> SealedPoints::remove(TimeRange range)
{
    return aroundDamage(range, [&] { return tryRemove(range); });
}

Result<std::uint64_t> SealedPoints::tryRemove(TimeRange range)
{
    std::uint64_t removed = 0;
    const auto groups = soundGroups(range.from, range.to);
    if (!groups)
        return fail(groups.error());
    for (const GroupRef &group : *groups) {
        const auto chunks = m_index.chunks(group);
        if (!chunks)
            return fail(chunks.error());
        std::vector<ChunkRef> kept;
        for (const ChunkRef &chunk : *chunks) {
            if (chunk.summary.lastTime < range.from || chunk.summary.firstTime >= range.to) {
                kept.push_back(chunk);
                continue;
            }
            if (!range.contains(chunk.summary.firstTime) || !range.contains(chunk.summary.lastTime)) {
                const auto points = m_index.points(chunk); // an edge: written anew without the range
                if (!points)
                    return fail(points.error());
                const std::size_t from = positionOf(*points, range.from);
                const std::size_t to = positionOf(*points, range.to);
                if (const auto done = addChunks(*points, 0, from, kept); !done)
                    return fail(done.error());
                if (const auto done = addChunks(*points, to, points->size(), kept); !done)
                    return fail(done.error());
            }
            if (const auto done = m_index.dropChunk(chunk.id); !done)
                return fail(done.error());
        }
        const std::uint64_t gone = countOf(*chunks) - countOf(kept);
        if (gone == 0)
            continue; // the range lies between points
        removed += gone;
        if (const auto done = replaceGroup(group, kept); !done)
            return fail(done.error());
    }
    if (const auto done = refreshRow(-static_cast<std::int64_t>(removed)); !done)
        return fail(done.error());
    return removed;
}

Result<> SealedPoints::refreshRow(std::int64_t countChange)
{
    m_row.info.points += static_cast<std::uint64_t>(countChange);
    const auto last = m_index.groupBefore(kMaxInstant);
    if (!last)
        return fail(last.error());
    m_row.info.last = *last ? (*last)->lastTime : 0;
    const auto first = m_index.firstTime();
    if (!first)
        return fail(first.error());
    m_row.info.first = *first;
    return {};
}

Result<std::vector<SealedPoints::Stored>> SealedPoints::lookUp(std::span<const qint64> times)
{
    if (times.empty() || m_row.info.points == 0)
        return std::vector<Stored>(times.size());
    return aroundDamage({times.front(), times.back() + 1}, [&] { return tryLookUp(times); });
}

Result<std::vector<SealedPoints::Stored>> SealedPoints::tryLookUp(std::span<const qint64> times) const
{
    std::vector<Stored> out(times.size());
    const auto groups = soundGroups(times.front(), times.back() + 1);
    if (!groups)
        return fail(groups.error());
    for (const GroupRef &group : *groups) {
        const auto chunks = m_index.chunks(group);
        if (!chunks)
            return fail(chunks.error());
        for (const ChunkRef &chunk : *chunks) {
            const auto begin = std::lower_bound(times.begin(), times.end(), chunk.summary.firstTime);
            const auto end = std::upper_bound(begin, times.end(), chunk.summary.lastTime);
            if (begin == end)
                continue;
            const auto points = m_index.points(chunk);
            if (!points)
                return fail(points.error());
            for (auto t = begin; t != end; ++t) {
                const std::size_t at = positionOf(*points, *t);
                if (at == points->size() || points->times[at] != *t)
                    continue;
                Stored &stored = out[static_cast<std::size_t>(t - times.begin())];
                stored.present = true;
                stored.word = points->words[at];
                if (m_type == ValueType::Text)
                    stored.text = points->texts[points->words[at]];
            }
        }
    }
    return out;
}

} // namespace dash::series
