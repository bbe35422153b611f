#include "core/data/series/sealed_points.h"

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
    : m_index(db, row.info.id, row.info.type)
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

Result<> SealedPoints::put(const FlatPoints &points)
{
    if (points.size() == 0)
        return {};
    Result<std::vector<GroupRef>> groups{};
    if (m_row.info.points > 0 && points.times.front() > m_row.info.last) {
        auto last = m_index.groupBefore(kMaxInstant);
        if (!last)
            return fail(last.error());
        if (last->total.count > 0)
            groups->push_back(*last);
    } else {
        groups = m_index.groups();
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
        const auto stored = m_index.points(chunk.id);
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
    std::uint64_t removed = 0;
    const auto groups = m_index.groups(range.from, range.to);
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
                const auto points = m_index.points(chunk.id); // an edge: written anew without the range
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
    m_row.info.last = last->lastTime;
    const auto first = m_index.firstTime();
    if (!first)
        return fail(first.error());
    m_row.info.first = *first;
    return {};
}

Result<std::vector<SealedPoints::Stored>> SealedPoints::lookUp(std::span<const qint64> times)
{
    std::vector<Stored> out(times.size());
    if (times.empty() || m_row.info.points == 0)
        return out;
    const auto groups = m_index.groups(times.front(), times.back() + 1);
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
            const auto points = m_index.points(chunk.id);
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
