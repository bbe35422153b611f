#include "core/data/series/series_store.h"

#include "core/base/log.h"
#include "core/data/series/batch_log.h"
#include "core/data/series/bucket_sums.h"
#include "core/data/series/catalog.h"
#include "core/data/series/chunk_index.h"

#include <algorithm>
#include <limits>
#include <thread>
#include <unordered_map>

namespace dash {

using namespace series;

namespace {

constexpr int kTries = 64; // to find heads that belong to the transaction, before the batch log is read instead

FlatPoints cut(const FlatPoints &points, qint64 from, qint64 to)
{
    const auto low = std::lower_bound(points.times.begin(), points.times.end(), from) - points.times.begin();
    const auto high =
        std::lower_bound(points.times.begin() + low, points.times.end(), std::max(from, to)) - points.times.begin();
    FlatPoints out;
    out.times.assign(points.times.begin() + low, points.times.begin() + high);
    out.words.assign(points.words.begin() + low, points.words.begin() + high);
    if (!points.texts.empty())
        out.texts = points.texts;
    return out;
}

void moveInto(Points &out, const FlatPoints &points, std::size_t limit)
{
    for (std::size_t i = 0; i < points.size() && out.times.size() < limit; ++i) {
        out.times.push_back(points.times[i]);
        switch (out.type) {
        case ValueType::Double:
            out.doubles.push_back(std::bit_cast<double>(points.words[i]));
            break;
        case ValueType::Text:
            out.texts.push_back(points.texts[points.words[i]]);
            break;
        default:
            out.ints.push_back(static_cast<qint64>(points.words[i]));
            break;
        }
    }
}

} // namespace

struct SeriesSnapshot::Impl {
    explicit Impl(Database &reader)
        : db(reader)
        , blobs(reader.blobReader(kChunkTable, kChunkColumn))
    {
    }
    ~Impl()
    {
        blobs.reset();
        if (ownsTransaction && db.inTransaction())
            (void)db.execute("ROLLBACK"); // reading only: nothing to keep
    }

    Result<> begin(const SeriesStore::Heads *heads);
    Result<> readLog();
    // Unsealed points of [from, to), and how many of all are in no chunk.
    FlatPoints unsealed(SeriesId id, qint64 from, qint64 to) const;
    SeriesInfo withHead(CatalogRow row) const;
    Result<CatalogRow> row(SeriesId id) const;

    Result<> addGroup(const ChunkIndex &index, const GroupRef &group, const FlatPoints &head, std::size_t &at,
                      BucketSums &sums) const;
    Result<> addChunk(const ChunkIndex &index, const ChunkRef &chunk, BucketSums &sums) const;

    struct Unsealed {
        FlatPoints points;
        std::uint64_t added = 0;
    };

    Database &db;
    std::unique_ptr<BlobReader> blobs; // of chunks
    bool ownsTransaction = false;
    std::shared_ptr<const HeadVersion> version;
    std::unordered_map<std::int64_t, Unsealed> fromLog; // without a version
};

SeriesSnapshot::SeriesSnapshot(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
SeriesSnapshot::~SeriesSnapshot() = default;

Result<std::unique_ptr<SeriesSnapshot>> SeriesSnapshot::open(Database &reader,
                                                             std::shared_ptr<const SeriesStore::Heads> heads)
{
    auto impl = std::make_unique<Impl>(reader);
    if (const auto begun = impl->begin(heads.get()); !begun)
        return fail(begun.error());
    return std::unique_ptr<SeriesSnapshot>(new SeriesSnapshot(std::move(impl)));
}

Result<> SeriesSnapshot::Impl::begin(const SeriesStore::Heads *heads)
{
    ownsTransaction = !db.inTransaction();
    for (int tries = 0;; ++tries) {
        if (ownsTransaction) {
            if (const auto begun = db.execute("BEGIN"); !begun)
                return begun;
        }
        auto query = db.prepare("SELECT change FROM series_state");
        if (!query)
            return fail(query.error());
        const auto row = query->step();
        if (!row)
            return fail(row.error());
        const qint64 change = *row ? query->integer(0) : 0;
        query->reset();
        version = heads != nullptr ? heads->at(change) : nullptr;
        if (version)
            return {};
        if (heads == nullptr || tries == kTries)
            return readLog();
        if (heads->newest() < change) {
            std::this_thread::yield(); // the commit is durable, its heads are being published
            if (!ownsTransaction)
                continue;
        } else if (!ownsTransaction) {
            return readLog(); // the heads went on; the transaction cannot
        }
        if (const auto ended = db.execute("COMMIT"); !ended)
            return ended;
    }
}

Result<> SeriesSnapshot::Impl::readLog()
{
    std::unordered_map<std::int64_t, CatalogRow> rows;
    auto query = db.prepare("SELECT change, data FROM series_log ORDER BY change");
    if (!query)
        return fail(query.error());
    for (;;) {
        const auto more = query->step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        const qint64 change = query->integer(0);
        auto blocks = readLogRow(query->blob(1));
        if (!blocks) {
            qCWarning(logDb, "row %lld of the batch log is damaged and left out", static_cast<long long>(change));
            continue;
        }
        for (LogBlock &block : *blocks) {
            const auto key = static_cast<std::int64_t>(block.series);
            auto known = rows.find(key);
            if (known == rows.end()) {
                auto found = findById(db, block.series);
                if (!found)
                    return fail(found.error());
                if (!*found)
                    continue; // erased
                known = rows.emplace(key, std::move(**found)).first;
            }
            if (known->second.sealedChange >= change || known->second.info.type != block.type)
                continue;
            Unsealed &unsealedPoints = fromLog[key];
            unsealedPoints.added += block.added;
            FlatPoints &points = unsealedPoints.points;
            if (block.type != ValueType::Text &&
                (points.size() == 0 || points.times.back() < block.points.times.front())) {
                points.times.insert(points.times.end(), block.points.times.begin(), block.points.times.end());
                points.words.insert(points.words.end(), block.points.words.begin(), block.points.words.end());
            } else {
                points = mergePoints(points, block.points, block.type);
            }
        }
    }
}

FlatPoints SeriesSnapshot::Impl::unsealed(SeriesId id, qint64 from, qint64 to) const
{
    if (version) {
        const Head *head = version->head(id);
        return head != nullptr ? head->slice(from, to) : FlatPoints{};
    }
    const auto it = fromLog.find(static_cast<std::int64_t>(id));
    return it == fromLog.end() ? FlatPoints{} : cut(it->second.points, from, to);
}

SeriesInfo SeriesSnapshot::Impl::withHead(CatalogRow row) const
{
    SeriesInfo info = std::move(row.info);
    const auto add = [&info](std::uint64_t added, qint64 first, qint64 last) {
        info.first = info.points == 0 ? first : std::min(info.first, first);
        info.last = info.points == 0 ? last : std::max(info.last, last);
        info.points += added;
    };
    if (version) {
        if (const Head *head = version->head(info.id))
            add(head->added, head->first(), head->last());
    } else if (const auto it = fromLog.find(static_cast<std::int64_t>(info.id)); it != fromLog.end()) {
        add(it->second.added, it->second.points.times.front(), it->second.points.times.back());
    }
    return info;
}

Result<CatalogRow> SeriesSnapshot::Impl::row(SeriesId id) const
{
    auto found = findById(db, id);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::SeriesUnknown,
                    {{QLatin1StringView("series"), QString::number(static_cast<qint64>(id))}});
    return std::move(**found);
}

Result<std::vector<SeriesInfo>> SeriesSnapshot::list() const
{
    return find({}, {});
}

Result<std::vector<SeriesInfo>> SeriesSnapshot::find(std::string_view name, const std::vector<Label> &labels,
                                                     std::string_view owner) const
{
    auto rows = findRows(m_impl->db, {name, owner, labels});
    if (!rows)
        return fail(rows.error());
    std::vector<SeriesInfo> out;
    out.reserve(rows->size());
    for (CatalogRow &row : *rows)
        out.push_back(m_impl->withHead(std::move(row)));
    return out;
}

Result<SeriesInfo> SeriesSnapshot::info(SeriesId series) const
{
    auto row = m_impl->row(series);
    if (!row)
        return fail(row.error());
    return m_impl->withHead(std::move(*row));
}

Result<Points> SeriesSnapshot::range(SeriesId series, TimeRange range, std::size_t limit) const
{
    const auto row = m_impl->row(series);
    if (!row)
        return fail(row.error());
    Points out;
    const ValueType type = out.type = row->info.type;
    out.scale = row->info.scale;
    const FlatPoints head = m_impl->unsealed(series, range.from, range.to);
    const ChunkIndex index(m_impl->db, series, type);
    const auto groups = index.groups(range.from, range.to);
    if (!groups)
        return fail(groups.error());
    qint64 at = range.from; // head points before this are out
    for (const GroupRef &group : *groups) {
        const auto chunks = index.chunks(group);
        if (!chunks)
            return fail(chunks.error());
        for (const ChunkRef &chunk : *chunks) {
            if (chunk.summary.lastTime < range.from || chunk.summary.firstTime >= range.to)
                continue;
            if (out.times.size() >= limit)
                return out;
            auto parts = index.open(chunk.id, *m_impl->blobs);
            if (!parts)
                return fail(parts.error());
            const ChunkReader &reader = parts->head();
            FlatPoints stored;
            for (std::size_t b = 0; b < reader.blocks(); ++b) {
                if (reader.firstTime(b) >= range.to ||
                    (b + 1 < reader.blocks() && reader.firstTime(b + 1) <= range.from))
                    continue;
                const std::size_t to = stored.size();
                stored.times.resize(to + reader.blockSize(b));
                stored.words.resize(to + reader.blockSize(b));
                if (const auto done = parts->decode(b, stored.times.data() + to, stored.words.data() + to); !done)
                    return fail(done.error());
                // Nothing of the head lies before these points, so that no more are needed.
                if (head.size() == 0 && out.times.size() + stored.size() > limit && stored.times.front() >= range.from)
                    break;
            }
            stored.texts = reader.texts();
            const qint64 end = std::min(range.to, chunk.summary.lastTime + 1);
            const FlatPoints part = cut(stored, range.from, range.to);
            const FlatPoints over = cut(head, at, end);
            moveInto(out, over.size() == 0 ? part : mergePoints(part, over, type), limit);
            at = end;
        }
    }
    moveInto(out, cut(head, at, range.to), limit);
    return out;
}

Result<Points> SeriesSnapshot::last(SeriesId series, qint64 before) const
{
    const auto row = m_impl->row(series);
    if (!row)
        return fail(row.error());
    Points out;
    const ValueType type = out.type = row->info.type;
    out.scale = row->info.scale;
    const FlatPoints head = m_impl->unsealed(series, kMinInstant, before);
    const ChunkIndex index(m_impl->db, series, type);
    const auto group = index.groupBefore(before);
    if (!group)
        return fail(group.error());
    FlatPoints best;
    if (group->total.count > 0 && (head.size() == 0 || head.times.back() < std::min(before - 1, group->lastTime))) {
        const auto chunks = index.chunks(*group);
        if (!chunks)
            return fail(chunks.error());
        const auto chunk = std::find_if(chunks->rbegin(), chunks->rend(),
                                        [&](const ChunkRef &c) { return c.summary.firstTime < before; });
        const auto points = index.points(chunk->id);
        if (!points)
            return fail(points.error());
        best = cut(*points, kMinInstant, before);
    }
    const bool fromHead = best.size() == 0 || (head.size() > 0 && head.times.back() >= best.times.back());
    const FlatPoints &source = fromHead ? head : best;
    if (source.size() > 0)
        moveInto(out, cut(source, source.times.back(), source.times.back() + 1), 1);
    return out;
}

Result<std::vector<Buckets>> SeriesSnapshot::buckets(std::span<const SeriesId> series, TimeRange range,
                                                     std::size_t n) const
{
    std::vector<Buckets> out;
    for (const SeriesId id : series) {
        const auto row = m_impl->row(id);
        if (!row)
            return fail(row.error());
        BucketSums sums(row->info.type, row->info.scale, range, n);
        if (n > 0 && range.from < range.to) {
            const FlatPoints head = m_impl->unsealed(id, range.from, range.to);
            const ChunkIndex index(m_impl->db, id, row->info.type);
            const auto groups = index.groups(range.from, range.to);
            if (!groups)
                return fail(groups.error());
            std::size_t at = 0;
            for (const GroupRef &group : *groups) {
                if (const auto done = m_impl->addGroup(index, group, head, at, sums); !done)
                    return fail(done.error());
            }
            sums.addPoints(std::span(head.times).subspan(at), std::span(head.words).subspan(at));
        }
        out.push_back(sums.finish());
    }
    return out;
}

// Adds the chunks of the group and the unsealed points up to its end, from position `at` on.
Result<> SeriesSnapshot::Impl::addGroup(const ChunkIndex &index, const GroupRef &group, const FlatPoints &head,
                                        std::size_t &at, BucketSums &sums) const
{
    const auto headBefore = [&](qint64 time) {
        const auto begin = head.times.begin() + static_cast<std::ptrdiff_t>(at);
        return static_cast<std::size_t>(std::lower_bound(begin, head.times.end(), time) - head.times.begin());
    };
    const auto addHead = [&](std::size_t to) {
        sums.addPoints(std::span(head.times).subspan(at, to - at), std::span(head.words).subspan(at, to - at));
        at = to;
    };
    addHead(headBefore(group.firstTime));
    const std::ptrdiff_t bucket = sums.bucketOf(group.firstTime);
    if (bucket >= 0 && bucket < sums.size() && bucket == sums.bucketOf(group.lastTime) &&
        headBefore(group.lastTime + 1) == at) {
        sums.addSummary(bucket, group.total);
        return {};
    }
    const auto chunks = index.chunks(group);
    if (!chunks)
        return fail(chunks.error());
    for (const ChunkRef &chunk : *chunks) {
        addHead(headBefore(chunk.summary.firstTime));
        const std::size_t over = headBefore(chunk.summary.lastTime + 1);
        if (over == at) {
            if (const auto done = addChunk(index, chunk, sums); !done)
                return done;
            continue;
        }
        const auto stored = index.points(chunk.id); // overwritten or late points: its summaries do not hold
        if (!stored)
            return fail(stored.error());
        FlatPoints late = cut(head, head.times[at], chunk.summary.lastTime + 1);
        const FlatPoints merged = mergePoints(*stored, late, index.type());
        sums.addPoints(merged.times, merged.words);
        at = over;
    }
    return {};
}

Result<> SeriesSnapshot::Impl::addChunk(const ChunkIndex &index, const ChunkRef &chunk, BucketSums &sums) const
{
    const std::ptrdiff_t bucket = sums.bucketOf(chunk.summary.firstTime);
    const std::ptrdiff_t lastBucket = sums.bucketOf(chunk.summary.lastTime);
    if (bucket == sums.size() || lastBucket < 0)
        return {};
    if (bucket >= 0 && bucket == lastBucket) {
        sums.addSummary(bucket, chunk.summary);
        return {};
    }
    auto parts = index.open(chunk.id, *blobs);
    if (!parts)
        return fail(parts.error());
    const ChunkReader &reader = parts->head();
    std::array<qint64, kBlockPoints> times;
    std::array<Word, kBlockPoints> words;
    std::array<std::int64_t, kBlockPoints> units;
    for (std::size_t b = 0; b < reader.blocks(); ++b) {
        const bool isLast = b + 1 == reader.blocks();
        const std::ptrdiff_t from = sums.bucketOf(reader.firstTime(b));
        const std::ptrdiff_t to = sums.bucketOf(isLast ? chunk.summary.lastTime : reader.firstTime(b + 1));
        if (to < 0 || from == sums.size())
            continue;
        // Inside one bucket: its first and last are those of the chunk, or come from the points on both sides.
        if (from == to && from >= 0 && (b == 0 || !sums.isEmpty(from))) {
            Summary inside = reader.blockSummary(b);
            inside.first = chunk.summary.first;
            inside.last = chunk.summary.last;
            inside.lastTime = chunk.summary.lastTime;
            sums.addSummary(from, inside);
            continue;
        }
        const std::size_t size = reader.blockSize(b);
        if (reader.isScaled(b)) {
            if (const auto done = parts->decodeUnits(b, times.data(), units.data()); !done)
                return done;
            sums.addScaled(std::span(times.data(), size), std::span(units.data(), size), reader.exponent());
            continue;
        }
        if (const auto done = parts->decode(b, times.data(), words.data()); !done)
            return done;
        sums.addPoints(std::span(times.data(), size), std::span(words.data(), size));
    }
    return {};
}

} // namespace dash
