#include "core/data/series/chunk_index.h"

#include "core/data/series/checksum.h"
#include "core/data/series/damage.h"
#include "core/data/series/write_point.h"

#include <algorithm>

namespace dash::series {

namespace {

// Version 1 has no checksum; in version 2 a CRC-32C of all bytes before it ends the list, and the total.
constexpr std::uint8_t kGroupVersion = 2;
constexpr std::size_t kCrcBytes = 4;
constexpr std::size_t kHeadGuess = 1'024; // holds header and directory of most chunks
constexpr std::size_t kReadAhead = 8'192;

void writeSummary(const Summary &s, ValueType type, qint64 &timeBefore, ByteWriter &writer)
{
    writer.signedVarint(wrapSub(s.firstTime, timeBefore));
    writer.varint(static_cast<std::uint64_t>(s.lastTime - s.firstTime));
    timeBefore = s.lastTime;
    writer.varint(s.count);
    if (type == ValueType::Text)
        return;
    writer.varint(s.count - s.numbers);
    if (type == ValueType::Double) {
        writer.fixed(s.first);
        writer.fixed(s.last);
        writer.fixed(s.min);
        writer.fixed(s.max);
        writer.fixed(s.sum);
        return;
    }
    writer.signedVarint(static_cast<std::int64_t>(s.first));
    writer.signedVarint(static_cast<std::int64_t>(s.last));
    writer.signedVarint(s.minUnits);
    writer.signedVarint(s.maxUnits);
    writer.fixed(s.sumUnits);
}

[[nodiscard]] bool readSummary(ByteReader &in, ValueType type, qint64 &timeBefore, Summary &s)
{
    s.firstTime = wrapAdd(timeBefore, in.signedVarint());
    s.lastTime = wrapAdd(s.firstTime, static_cast<std::int64_t>(in.varint()));
    timeBefore = s.lastTime;
    s.count = in.varint();
    if (type != ValueType::Text) {
        const std::uint64_t others = in.varint();
        if (others > s.count)
            return false;
        s.numbers = s.count - others;
        if (type == ValueType::Double) {
            s.first = in.fixed<Word>();
            s.last = in.fixed<Word>();
            s.min = in.fixed<double>();
            s.max = in.fixed<double>();
            s.sum = in.fixed<double>();
        } else {
            s.first = static_cast<Word>(in.signedVarint());
            s.last = static_cast<Word>(in.signedVarint());
            s.minUnits = in.signedVarint();
            s.maxUnits = in.signedVarint();
            s.sumUnits = in.fixed<Int128>();
        }
    }
    return in.ok() && s.count > 0 && s.firstTime >= kMinInstant && s.lastTime < kMaxInstant &&
           s.firstTime <= s.lastTime;
}

Failure corrupt(SeriesId series, const char *what)
{
    return fail(ErrorCode::ChunkCorrupt, {{QLatin1StringView("series"), QString::number(static_cast<qint64>(series))}},
                QString::fromLatin1(what));
}

void seal(Bytes &bytes)
{
    const std::uint32_t crc = crc32c(bytes);
    ByteWriter(bytes).fixed(crc);
}

bool isSealed(std::span<const std::uint8_t> bytes)
{
    return bytes.size() > kCrcBytes &&
           ByteReader(bytes.last(kCrcBytes)).fixed<std::uint32_t>() == crc32c(bytes.first(bytes.size() - kCrcBytes));
}

GroupRef toGroup(const Statement &row, ValueType type)
{
    GroupRef group{row.integer(0), row.integer(1), {}, false};
    ByteReader in(row.blob(2));
    qint64 before = 0;
    group.isDamaged = !readSummary(in, type, before, group.total) || group.total.firstTime != group.firstTime ||
                      group.total.lastTime != group.lastTime || (in.left() > 0 && !isSealed(row.blob(2)));
    if (group.isDamaged)
        group.total = {};
    return group;
}

} // namespace

Bytes encodeChunkRefs(std::span<const ChunkRef> chunks, ValueType type)
{
    Bytes out;
    ByteWriter writer(out);
    writer.u8(kGroupVersion);
    qint64 idBefore = 0;
    qint64 timeBefore = 0;
    for (const ChunkRef &c : chunks) {
        writer.signedVarint(c.id - idBefore);
        idBefore = c.id;
        writeSummary(c.summary, type, timeBefore, writer);
    }
    seal(out);
    return out;
}

Result<std::vector<ChunkRef>> decodeChunkRefs(std::span<const std::uint8_t> bytes, ValueType type)
{
    std::vector<ChunkRef> out;
    const bool sealed = !bytes.empty() && bytes.front() == kGroupVersion;
    bool ok = !bytes.empty() && bytes.front() <= kGroupVersion && (!sealed || isSealed(bytes));
    ByteReader in(sealed && ok ? bytes.first(bytes.size() - kCrcBytes) : bytes);
    in.u8();
    qint64 idBefore = 0;
    qint64 timeBefore = 0;
    while (ok && in.left() > 0 && out.size() < kGroupChunks * 2) {
        ChunkRef &c = out.emplace_back();
        c.id = idBefore = wrapAdd(idBefore, in.signedVarint());
        ok = readSummary(in, type, timeBefore, c.summary) &&
             (out.size() < 2 || c.summary.firstTime > out[out.size() - 2].summary.lastTime);
    }
    if (!ok || in.left() > 0 || out.empty())
        return fail(ErrorCode::ChunkCorrupt, {}, QStringLiteral("a list of chunks does not decode"));
    return out;
}

Result<std::vector<GroupRef>> ChunkIndex::groups(qint64 from, qint64 to) const
{
    auto query = m_db.prepare("SELECT first_time, last_time, total FROM series_group "
                              "WHERE series = ?1 AND first_time < ?3 AND last_time >= ?2 ORDER BY first_time");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(m_series)).bind(2, from).bind(3, to);
    std::vector<GroupRef> out;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(toGroup(*query, m_type));
    }
}

Result<std::optional<GroupRef>> ChunkIndex::groupBefore(qint64 before) const
{
    auto query = m_db.prepare("SELECT first_time, last_time, total FROM series_group "
                              "WHERE series = ?1 AND first_time < ?2 ORDER BY first_time DESC LIMIT 1");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(m_series)).bind(2, before);
    const auto row = query->step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(toGroup(*query, m_type)) : std::nullopt;
}

Result<qint64> ChunkIndex::firstTime() const
{
    auto query = m_db.prepare("SELECT min(first_time) FROM series_group WHERE series = ?1");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(m_series));
    const auto row = query->step();
    if (!row)
        return fail(row.error());
    return *row ? query->integer(0) : 0;
}

Result<std::vector<ChunkRef>> ChunkIndex::chunks(const GroupRef &group) const
{
    auto query = m_db.prepare("SELECT chunks FROM series_group WHERE series = ?1 AND first_time = ?2");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(m_series)).bind(2, group.firstTime);
    const auto row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return corrupt(m_series, "a group is gone");
    auto out = decodeChunkRefs(query->blob(0), m_type);
    if (!out || out->front().summary.firstTime != group.firstTime || out->back().summary.lastTime != group.lastTime)
        return corrupt(m_series, "a group's chunks do not decode");
    return out;
}

Bytes ChunkIndex::rawChunks(const GroupRef &group) const
{
    Bytes out;
    auto query = m_db.prepare("SELECT chunks FROM series_group WHERE series = ?1 AND first_time = ?2");
    if (!query)
        return out;
    query->bind(1, static_cast<qint64>(m_series)).bind(2, group.firstTime);
    if (query->step().value_or(false)) {
        const auto bytes = query->blob(0);
        out.assign(bytes.begin(), bytes.end());
    }
    return out;
}

Result<ChunkParts> ChunkIndex::open(const ChunkRef &chunk, BlobReader &blobs) const
{
    const auto size = blobs.select(chunk.id);
    if (!size)
        return size.error().code == ErrorCode::NotFound ? corrupt(m_series, "a chunk is gone") : fail(size.error());
    ChunkParts parts(m_series, blobs);
    parts.m_chunkBytes = static_cast<std::size_t>(*size);
    if (const auto loaded = parts.load(0, kHeadGuess); !loaded)
        return fail(loaded.error());
    const std::span<const std::uint8_t> start = parts.m_loaded;
    const std::size_t headBytes = ChunkReader::headBytes(start.first(std::min(start.size(), ChunkReader::kHeadPrefix)));
    if (headBytes == 0 || headBytes > parts.m_chunkBytes)
        return corrupt(m_series, "a chunk's header does not decode");
    if (headBytes > start.size()) {
        if (const auto loaded = parts.load(0, headBytes); !loaded)
            return fail(loaded.error());
    }
    auto head = ChunkReader::openHead(std::span(parts.m_loaded).first(headBytes), parts.m_chunkBytes);
    if (!head || head->type() != m_type)
        return corrupt(m_series, "a chunk's header does not decode");
    if (head->size() != chunk.summary.count || head->firstTime(0) != chunk.summary.firstTime)
        return corrupt(m_series, "another chunk lies in its place");
    parts.m_head = std::move(*head);
    return parts;
}

Result<> ChunkParts::load(std::size_t from, std::size_t size)
{
    m_from = from;
    m_loaded.resize(std::min(size, m_chunkBytes - from));
    return m_blobs->read(static_cast<qint64>(from), m_loaded);
}

Result<std::span<const std::uint8_t>> ChunkParts::bytesOf(std::size_t block)
{
    const auto [at, bytes] = m_head.place(block);
    if (at < m_from || at + bytes > m_from + m_loaded.size()) {
        const bool onward = block == m_next && block > 0; // more of them will be asked for
        if (const auto loaded = load(at, onward ? std::max(bytes, kReadAhead) : bytes); !loaded)
            return fail(loaded.error());
    }
    m_next = block + 1;
    return std::span<const std::uint8_t>(m_loaded).subspan(at - m_from, bytes);
}

Result<> ChunkParts::decode(std::size_t block, qint64 *times, Word *words)
{
    const auto bytes = bytesOf(block);
    if (!bytes)
        return fail(bytes.error());
    if (!m_head.decode(block, *bytes, times, words))
        return corrupt(m_series, "a block of a chunk does not decode");
    return {};
}

Result<> ChunkParts::decodeUnits(std::size_t block, qint64 *times, std::int64_t *units)
{
    const auto bytes = bytesOf(block);
    if (!bytes)
        return fail(bytes.error());
    if (!m_head.decodeUnits(block, *bytes, times, units))
        return corrupt(m_series, "a block of a chunk does not decode");
    return {};
}

Result<FlatPoints> ChunkIndex::readable(const ChunkRef &chunk, TimeRange range, std::size_t most, BlobReader &blobs,
                                        std::vector<SeriesGap> &gaps) const
{
    FlatPoints stored;
    auto parts = open(chunk, blobs);
    if (!parts && isDamage(parts.error())) {
        gaps.push_back({chunk.summary.firstTime, chunk.summary.lastTime + 1, chunk.summary.count, parts.error().code});
        return stored;
    }
    if (!parts)
        return fail(parts.error());
    const ChunkReader &reader = parts->head();
    for (std::size_t b = 0; b < reader.blocks(); ++b) {
        const bool isLast = b + 1 == reader.blocks();
        if (reader.firstTime(b) >= range.to || (!isLast && reader.firstTime(b + 1) <= range.from))
            continue;
        const std::size_t at = stored.size();
        stored.times.resize(at + reader.blockSize(b));
        stored.words.resize(at + reader.blockSize(b));
        const auto done = parts->decode(b, stored.times.data() + at, stored.words.data() + at);
        if (!done && isDamage(done.error())) {
            stored.times.resize(at);
            stored.words.resize(at);
            const qint64 end = isLast ? chunk.summary.lastTime + 1 : reader.firstTime(b + 1);
            gaps.push_back({reader.firstTime(b), end, reader.blockSize(b), done.error().code});
            continue;
        }
        if (!done)
            return fail(done.error());
        if (stored.size() > most && stored.times.front() >= range.from)
            break;
    }
    stored.texts = reader.texts();
    return stored;
}

Result<FlatPoints> ChunkIndex::points(const ChunkRef &chunk) const
{
    auto query = m_db.prepare("SELECT data FROM series_chunk WHERE id = ?1");
    if (!query)
        return fail(query.error());
    query->bind(1, chunk.id);
    const auto row = query->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return corrupt(m_series, "a chunk is gone");
    const auto reader = ChunkReader::open(query->blob(0));
    if (!reader || reader->type() != m_type)
        return corrupt(m_series, "a chunk's header does not decode");
    FlatPoints out;
    if (const auto done = decodeAll(*reader, out); !done)
        return corrupt(m_series, "a chunk does not decode");
    if (out.size() != chunk.summary.count || out.times.front() != chunk.summary.firstTime ||
        out.times.back() != chunk.summary.lastTime)
        return corrupt(m_series, "another chunk lies in its place");
    return out;
}

Result<> decodeAll(const ChunkReader &chunk, FlatPoints &out)
{
    const std::size_t at = out.size();
    out.times.resize(at + chunk.size());
    out.words.resize(at + chunk.size());
    for (std::size_t b = 0; b < chunk.blocks(); ++b) {
        const std::size_t to = at + b * kBlockPoints;
        if (const auto done = chunk.decode(b, out.times.data() + to, out.words.data() + to); !done)
            return done;
    }
    if (chunk.type() == ValueType::Text) {
        for (std::size_t i = at; i < out.size(); ++i)
            out.words[i] += out.texts.size();
        out.texts.insert(out.texts.end(), chunk.texts().begin(), chunk.texts().end());
    }
    return {};
}

Result<ChunkRef> ChunkIndex::addChunk(std::span<const qint64> times, std::span<const Word> words,
                                      std::span<const std::string> texts)
{
    const Bytes bytes = encodeChunk({m_type, times, words, texts});
    auto insert = m_db.prepare("INSERT INTO series_chunk(data) VALUES(?1)");
    if (!insert)
        return fail(insert.error());
    insert->bindBlob(1, bytes);
    if (const auto done = insert->run(); !done)
        return fail(done.error());
    if (const auto passed = passWrite("series.chunk.added"); !passed)
        return fail(passed.error());
    return ChunkRef{m_db.lastInsertId(), summarize(m_type, times, words)};
}

Result<> ChunkIndex::dropChunk(qint64 chunk)
{
    auto remove = m_db.prepare("DELETE FROM series_chunk WHERE id = ?1");
    if (!remove)
        return fail(remove.error());
    remove->bind(1, chunk);
    if (const auto done = remove->run(); !done)
        return done;
    return passWrite("series.chunk.dropped");
}

Result<> ChunkIndex::dropGroup(const GroupRef &group)
{
    auto remove = m_db.prepare("DELETE FROM series_group WHERE series = ?1 AND first_time = ?2");
    if (!remove)
        return fail(remove.error());
    remove->bind(1, static_cast<qint64>(m_series)).bind(2, group.firstTime);
    if (const auto done = remove->run(); !done)
        return done;
    return passWrite("series.group.dropped");
}

Result<> ChunkIndex::addGroups(const std::vector<ChunkRef> &chunks)
{
    // When full, leave the first groups full: points mostly come at the end.
    for (std::size_t at = 0; at < chunks.size(); at += kGroupChunks) {
        const auto part = std::span(chunks).subspan(at, std::min(kGroupChunks, chunks.size() - at));
        Summary total;
        for (const ChunkRef &c : part)
            total.append(c.summary, m_type);
        Bytes totalBytes;
        ByteWriter writer(totalBytes);
        qint64 before = 0;
        writeSummary(total, m_type, before, writer);
        seal(totalBytes);
        const Bytes list = encodeChunkRefs(part, m_type);
        auto insert = m_db.prepare(
            "INSERT INTO series_group(series, first_time, last_time, total, chunks) VALUES(?1, ?2, ?3, ?4, ?5)");
        if (!insert)
            return fail(insert.error());
        insert->bind(1, static_cast<qint64>(m_series)).bind(2, total.firstTime).bind(3, total.lastTime);
        insert->bindBlob(4, totalBytes).bindBlob(5, list);
        if (const auto done = insert->run(); !done)
            return done;
        if (const auto passed = passWrite("series.group.added"); !passed)
            return passed;
    }
    return {};
}

} // namespace dash::series
