#include "core/data/series/series_store.h"

#include "core/base/log.h"
#include "core/data/series/batch_log.h"
#include "core/data/series/bucket_sums.h"
#include "core/data/series/catalog.h"
#include "core/data/series/chunk_index.h"
#include "core/data/series/damage.h"

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
    Result<> readLog(qint64 change); // as of this one
    // Unsealed points of [from, to), and how many of all are in no chunk.
    FlatPoints unsealed(SeriesId id, qint64 from, qint64 to) const;
    qint64 firstUnsealed(SeriesId id) const; // kMaxInstant: there is none
    SeriesInfo withHead(CatalogRow row) const;
    Result<CatalogRow> row(SeriesId id) const;

    // Damage met is added to `gaps`, all else is an error.
    Result<> addGroup(const ChunkIndex &index, const GroupRef &group, const FlatPoints &head, std::size_t &at,
                      BucketSums &sums, std::vector<SeriesGap> &gaps) const;
    Result<> addChunk(const ChunkIndex &index, const ChunkRef &chunk, BucketSums &sums,
                      std::vector<SeriesGap> &gaps) const;
    Result<FlatPoints> newestSealed(const ChunkIndex &index, qint64 before, qint64 after) const;
    // What is set aside besides; tells of what is not yet.
    Result<std::vector<SeriesGap>> withKnown(std::vector<SeriesGap> found, const CatalogRow &row,
                                             TimeRange range) const;
    void tell(SeriesId id, qint64 from, qint64 to) const
    {
        if (*onDamage)
            (*onDamage)(id, {from, to});
    }

    struct Unsealed {
        FlatPoints points;
        std::uint64_t added = 0;
    };

    Database &db;
    std::unique_ptr<BlobReader> blobs;                                  // of chunks
    const std::function<void(SeriesId, TimeRange)> *onDamage = nullptr; // the snapshot's
    bool ownsTransaction = false;
    std::shared_ptr<const HeadVersion> version;
    std::unordered_map<std::int64_t, Unsealed> fromLog; // without a version
    std::vector<qint64> lostRows;                       // of the batch log, damaged
};

SeriesSnapshot::SeriesSnapshot(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->onDamage = &onDamage;
}
SeriesSnapshot::~SeriesSnapshot() = default;

Result<std::unique_ptr<SeriesSnapshot>> SeriesSnapshot::open(Database &reader,
                                                             const std::shared_ptr<const SeriesStore::Heads> &heads)
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
        if (version) {
            auto lost = damagedLogRows(db);
            if (!lost)
                return fail(lost.error());
            lostRows = std::move(*lost);
            return {};
        }
        if (heads == nullptr || tries == kTries)
            return readLog(change);
        if (heads->newest() < change) {
            std::this_thread::yield(); // the commit is durable, its heads are being published
            if (!ownsTransaction)
                continue;
        } else if (!ownsTransaction) {
            return readLog(change); // the heads went on; the transaction cannot
        }
        if (const auto ended = db.execute("COMMIT"); !ended)
            return ended;
    }
}

Result<> SeriesSnapshot::Impl::readLog(qint64 change)
{
    std::unordered_map<std::int64_t, CatalogRow> rows;
    const auto damaged = damagedLogRows(db);
    if (!damaged)
        return fail(damaged.error());
    lostRows = *damaged;
    auto query = db.prepare("SELECT change, data FROM series_log ORDER BY change");
    if (!query)
        return fail(query.error());
    for (;;) {
        const auto more = query->step();
        if (!more && more.error().code == ErrorCode::DatabaseCorrupt) {
            lostRows.push_back(change); // stands for all that follow
            return {};
        }
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        const qint64 row = query->integer(0);
        if (std::binary_search(damaged->begin(), damaged->end(), row))
            continue;
        auto blocks = readLogRow(query->blob(1));
        if (!blocks) {
            qCWarning(logDb, "row %lld of the batch log is damaged and left out", static_cast<long long>(row));
            lostRows.push_back(row);
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
            if (known->second.sealedChange >= row || known->second.info.type != block.type)
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

qint64 SeriesSnapshot::Impl::firstUnsealed(SeriesId id) const
{
    if (version) {
        const Head *head = version->head(id);
        return head != nullptr ? head->first() : kMaxInstant;
    }
    const auto it = fromLog.find(static_cast<std::int64_t>(id));
    return it == fromLog.end() || it->second.points.size() == 0 ? kMaxInstant : it->second.points.times.front();
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

Result<std::vector<SeriesGap>> SeriesSnapshot::Impl::withKnown(std::vector<SeriesGap> found, const CatalogRow &row,
                                                               TimeRange range) const
{
    for (const SeriesGap &gap : found)
        tell(row.info.id, gap.from, gap.to);
    auto all = damagedGaps(db, row.info.id, {std::max(range.from, row.floor), range.to});
    if (!all)
        return all;
    all->insert(all->end(), found.begin(), found.end());
    const bool lost = std::any_of(lostRows.begin(), lostRows.end(), [&](qint64 at) { return at > row.sealedChange; });
    if (lost) {
        SeriesGap gap = gapOfLostRow(row, firstUnsealed(row.info.id));
        gap.from = std::max(gap.from, range.from);
        gap.to = std::min(gap.to, range.to);
        if (gap.from < gap.to)
            all->push_back(gap);
    }
    std::stable_sort(all->begin(), all->end(), [](const SeriesGap &a, const SeriesGap &b) { return a.from < b.from; });
    return all;
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
    std::vector<SeriesGap> gaps;
    qint64 at = range.from; // head points before this are out
    for (const GroupRef &group : *groups) {
        const auto chunks = index.chunks(group);
        if (!chunks && isDamage(chunks.error())) {
            gaps.push_back({group.firstTime, group.lastTime + 1, group.total.count, chunks.error().code});
            continue;
        }
        if (!chunks)
            return fail(chunks.error());
        for (const ChunkRef &chunk : *chunks) {
            if (chunk.summary.lastTime < range.from || chunk.summary.firstTime >= range.to)
                continue;
            if (out.times.size() >= limit)
                break;
            // Without a head nothing comes before these points, so that no more than the limit are needed.
            const std::size_t most = head.size() == 0 ? limit - out.times.size() : SIZE_MAX;
            const auto stored = index.readable(chunk, range, most, *m_impl->blobs, gaps);
            if (!stored)
                return fail(stored.error());
            const qint64 end = std::min(range.to, chunk.summary.lastTime + 1);
            const FlatPoints part = cut(*stored, range.from, range.to);
            const FlatPoints over = cut(head, at, end);
            moveInto(out, over.size() == 0 ? part : mergePoints(part, over, type), limit);
            at = end;
        }
    }
    moveInto(out, cut(head, at, range.to), limit);
    auto known = m_impl->withKnown(std::move(gaps), *row, range);
    if (!known)
        return fail(known.error());
    out.gaps = std::move(*known);
    return out;
}

// The newest sealed point before `before`, unless it lies at or before `after`.
Result<FlatPoints> SeriesSnapshot::Impl::newestSealed(const ChunkIndex &index, qint64 before, qint64 after) const
{
    for (qint64 end = before;;) {
        const auto group = index.groupBefore(end);
        if (!group)
            return fail(group.error());
        if (!*group || (*group)->lastTime <= after)
            return FlatPoints();
        end = (*group)->firstTime;
        const auto chunks = index.chunks(**group);
        if (!chunks && isDamage(chunks.error()))
            continue;
        if (!chunks)
            return fail(chunks.error());
        for (auto chunk = chunks->rbegin(); chunk != chunks->rend(); ++chunk) {
            if (chunk->summary.firstTime >= before)
                continue;
            if (chunk->summary.lastTime <= after)
                return FlatPoints();
            std::vector<SeriesGap> gaps;
            const auto points = index.readable(*chunk, {kMinInstant, before}, SIZE_MAX, *blobs, gaps);
            if (!points)
                return fail(points.error());
            for (const SeriesGap &gap : gaps)
                tell(index.series(), gap.from, gap.to);
            FlatPoints found = cut(*points, kMinInstant, before);
            if (found.size() > 0)
                return cut(found, found.times.back(), found.times.back() + 1);
        }
    }
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
    const auto sealed = m_impl->newestSealed(index, before, head.size() > 0 ? head.times.back() : kMinInstant - 1);
    if (!sealed)
        return fail(sealed.error());
    const bool fromHead = sealed->size() == 0 || (head.size() > 0 && head.times.back() >= sealed->times.back());
    const FlatPoints &source = fromHead ? head : *sealed;
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
        std::vector<SeriesGap> gaps;
        if (n > 0 && range.from < range.to) {
            const FlatPoints head = m_impl->unsealed(id, range.from, range.to);
            const ChunkIndex index(m_impl->db, id, row->info.type);
            const auto groups = index.groups(range.from, range.to);
            if (!groups)
                return fail(groups.error());
            std::size_t at = 0;
            for (const GroupRef &group : *groups) {
                if (const auto done = m_impl->addGroup(index, group, head, at, sums, gaps); !done)
                    return fail(done.error());
            }
            sums.addPoints(std::span(head.times).subspan(at), std::span(head.words).subspan(at));
        }
        out.push_back(sums.finish());
        auto known = m_impl->withKnown(std::move(gaps), *row, range);
        if (!known)
            return fail(known.error());
        out.back().gaps = std::move(*known);
    }
    return out;
}

// Adds the chunks of the group and the unsealed points up to its end, from position `at` on.
Result<> SeriesSnapshot::Impl::addGroup(const ChunkIndex &index, const GroupRef &group, const FlatPoints &head,
                                        std::size_t &at, BucketSums &sums, std::vector<SeriesGap> &gaps) const
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
    if (!group.isDamaged && bucket >= 0 && bucket < sums.size() && bucket == sums.bucketOf(group.lastTime) &&
        headBefore(group.lastTime + 1) == at) {
        sums.addSummary(bucket, group.total);
        return {};
    }
    const auto chunks = index.chunks(group);
    if (!chunks && isDamage(chunks.error())) {
        gaps.push_back({group.firstTime, group.lastTime + 1, group.total.count, chunks.error().code});
        return {};
    }
    if (!chunks)
        return fail(chunks.error());
    for (const ChunkRef &chunk : *chunks) {
        addHead(headBefore(chunk.summary.firstTime));
        const std::size_t over = headBefore(chunk.summary.lastTime + 1);
        if (over == at) {
            if (const auto done = addChunk(index, chunk, sums, gaps); !done)
                return done;
            continue;
        }
        // Overwritten or late points: its summaries do not hold.
        const auto stored = index.readable(chunk, {kMinInstant, kMaxInstant}, SIZE_MAX, *blobs, gaps);
        if (!stored)
            return fail(stored.error());
        FlatPoints late = cut(head, head.times[at], chunk.summary.lastTime + 1);
        const FlatPoints merged = mergePoints(*stored, late, index.type());
        sums.addPoints(merged.times, merged.words);
        at = over;
    }
    return {};
}

Result<> SeriesSnapshot::Impl::addChunk(const ChunkIndex &index, const ChunkRef &chunk, BucketSums &sums,
                                        std::vector<SeriesGap> &gaps) const
{
    const std::ptrdiff_t bucket = sums.bucketOf(chunk.summary.firstTime);
    const std::ptrdiff_t lastBucket = sums.bucketOf(chunk.summary.lastTime);
    if (bucket == sums.size() || lastBucket < 0)
        return {};
    if (bucket >= 0 && bucket == lastBucket) {
        sums.addSummary(bucket, chunk.summary);
        return {};
    }
    auto parts = index.open(chunk, *blobs);
    if (!parts && isDamage(parts.error())) {
        gaps.push_back({chunk.summary.firstTime, chunk.summary.lastTime + 1, chunk.summary.count, parts.error().code});
        return {};
    }
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
        const bool isScaled = reader.isScaled(b);
        const auto done =
            isScaled ? parts->decodeUnits(b, times.data(), units.data()) : parts->decode(b, times.data(), words.data());
        if (!done && isDamage(done.error())) {
            const qint64 end = isLast ? chunk.summary.lastTime + 1 : reader.firstTime(b + 1);
            gaps.push_back({reader.firstTime(b), end, size, done.error().code});
            continue;
        }
        if (!done)
            return done;
        if (isScaled)
            sums.addScaled(std::span(times.data(), size), std::span(units.data(), size), reader.exponent());
        else
            sums.addPoints(std::span(times.data(), size), std::span(words.data(), size));
    }
    return {};
}

} // namespace dash
