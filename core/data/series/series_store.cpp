#include "core/data/series/series_store.h"

#include "core/data/series/batch_log.h"
#include "core/data/series/damage.h"
#include "core/data/series/sealed_points.h"
#include "core/data/series/write_point.h"
#include "core/data/series/writer_state.h"

#include <algorithm>
#include <numeric>

namespace dash {

using namespace series;

namespace {

constexpr qint64 kLogBehind = 4;                       // times the log that is kept before sealing starts
constexpr std::size_t kLogPart = std::size_t{1} << 20; // larger blocks are taken in parts

const char *typeName(ValueType type)
{
    switch (type) {
    case ValueType::Double:
        return "numbers";
    case ValueType::Int64:
        return "whole numbers";
    case ValueType::Bool:
        return "yes/no";
    case ValueType::Decimal:
        return "exact decimals";
    case ValueType::Text:
        return "text";
    }
    return "";
}

Failure wrongType(const SeriesKey &key, ValueType expected, const QString &found)
{
    return fail(ErrorCode::SeriesType, {{QLatin1StringView("series"), QString::fromStdString(key.name)},
                                        {QLatin1StringView("expected"), QLatin1StringView(typeName(expected))},
                                        {QLatin1StringView("found"), found}});
}

Result<> checkBlock(const PointBlock &block, const SeriesInfo &info)
{
    const std::size_t n = block.times.size();
    const bool fits = info.type == ValueType::Double ? block.doubles.size() == n
                      : info.type == ValueType::Text ? block.texts.size() == n
                                                     : block.ints.size() == n;
    if (!fits)
        return wrongType(info.key, info.type, QStringLiteral("another number or kind of values"));
    for (const qint64 t : block.times) {
        if (t < kMinInstant || t >= kMaxInstant)
            return fail(ErrorCode::SeriesTime, {{QLatin1StringView("value"), QString::number(t)}});
    }
    for (const std::string &text : block.texts) {
        if (text.size() > kMaxTextBytes)
            return fail(ErrorCode::SeriesTextTooLong, {{QLatin1StringView("limit"), QString::number(kMaxTextBytes)},
                                                       {QLatin1StringView("found"), QString::number(text.size())}});
    }
    return {};
}

void toWords(const PointBlock &block, ValueType type, std::size_t from, std::size_t n, std::vector<Word> &words)
{
    words.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        switch (type) {
        case ValueType::Double:
            words[i] = std::bit_cast<Word>(block.doubles[from + i]);
            break;
        case ValueType::Int64:
        case ValueType::Decimal:
            words[i] = static_cast<Word>(block.ints[from + i]);
            break;
        case ValueType::Bool:
            words[i] = block.ints[from + i] != 0 ? 1 : 0;
            break;
        case ValueType::Text:
            words[i] = from + i;
            break;
        }
    }
}

// Rows of the batch log that do not decode: they stay, and are not tried again.
Result<> noteLogRows(Database &db, const std::vector<qint64> &rows)
{
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return fail(transaction.error());
    for (const qint64 row : rows) {
        const Damage damage{DamageKind::LogRow, row, {}, 0, 0, 0, QStringLiteral("does not decode"), {}};
        if (const auto noted = noteDamage(db, damage); !noted)
            return noted;
    }
    return transaction->commit();
}

bool ascends(std::span<const qint64> times)
{
    return std::adjacent_find(times.begin(), times.end(), [](qint64 a, qint64 b) { return b <= a; }) == times.end();
}

} // namespace

struct SeriesStore::Impl {
    Impl(Database &database, const SeriesStoreOptions &wanted)
        : db(database)
        , options(wanted)
        , state(database)
    {
        options.chunkPoints = std::clamp<std::size_t>(options.chunkPoints, 1, kMaxChunkPoints / 2);
    }

    Result<> appendPart(WriterSeries &s, std::span<const qint64> times, std::span<const Word> words,
                        std::span<const std::string> texts, AppendCounts &counts);
    Result<FlatPoints> select(WriterSeries &s, std::span<const qint64> times, std::span<const Word> words,
                              std::span<const std::string> texts, AppendCounts &counts);
    Result<> writeLog();
    Result<> sealSeries(WriterSeries &s);
    Result<std::uint64_t> removeRange(WriterSeries &s, TimeRange range);

    Database &db;
    SeriesStoreOptions options;
    WriterState state;
    LogWriter log;
    std::vector<SeriesId> logged; // series in the row being written
    std::vector<Word> words;
    std::shared_ptr<Heads> heads = std::make_shared<Heads>();
};

SeriesStore::SeriesStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
SeriesStore::~SeriesStore() = default;

Result<std::unique_ptr<SeriesStore>> SeriesStore::open(Database &db, const SeriesStoreOptions &options)
{
    auto impl = std::make_unique<Impl>(db, options);
    std::vector<qint64> damaged;
    if (const auto loaded = impl->state.load(damaged); !loaded)
        return fail(loaded.error());
    if (!damaged.empty() && !db.inTransaction()) {
        if (const auto noted = noteLogRows(db, damaged); !noted)
            return fail(noted.error());
    }
    std::unique_ptr<SeriesStore> store(new SeriesStore(std::move(impl)));
    store->committed();
    return store;
}

std::shared_ptr<const SeriesStore::Heads> SeriesStore::heads() const
{
    return m_impl->heads;
}

Result<SeriesId> SeriesStore::resolve(const SeriesKey &key, ValueType type, int scale, std::string_view unit)
{
    WriterState &state = m_impl->state;
    SeriesKey sortedKey = sorted(key);
    const std::string canonical = canonicalText(sortedKey);
    std::optional<SeriesId> id = state.cachedKey(canonical);
    if (!id) {
        const auto found = findByKey(m_impl->db, sortedKey);
        if (!found)
            return fail(found.error());
        if (*found)
            id = (*found)->info.id;
    }
    if (id) {
        const auto s = state.find(*id);
        if (!s)
            return fail(s.error());
        const SeriesInfo &info = (*s)->row.info;
        if (info.type != type)
            return wrongType(info.key, info.type, QLatin1StringView(typeName(type)));
        if (!unit.empty() && info.unit != unit) {
            state.touch(**s, {});
            (*s)->row.info.unit = unit;
            auto update = m_impl->db.prepare("UPDATE series SET unit = ?2 WHERE id = ?1");
            if (!update)
                return fail(update.error());
            update->bind(1, static_cast<qint64>(*id)).bind(2, unit);
            if (const auto done = update->run(); !done)
                return fail(done.error());
        }
        state.cacheKey(canonical, *id);
        return *id;
    }
    CatalogRow row;
    row.info.key = std::move(sortedKey);
    row.info.type = type;
    row.info.scale = type == ValueType::Decimal ? scale : 0;
    row.info.unit = unit;
    row.sealedChange = state.change();
    const auto added = addToCatalog(m_impl->db, row.info.key, row.info, state.change());
    if (!added)
        return fail(added.error());
    row.info.id = *added;
    state.add(std::move(row));
    state.cacheKey(canonical, *added);
    return *added;
}

Result<SeriesInfo> SeriesStore::info(SeriesId series)
{
    const auto found = m_impl->state.find(series);
    if (!found)
        return fail(found.error());
    const WriterSeries &s = **found;
    SeriesInfo info = s.row.info;
    if (s.head.points > 0) {
        info.first = info.points == 0 ? s.head.first() : std::min(info.first, s.head.first());
        info.last = info.points == 0 ? s.head.last() : std::max(info.last, s.head.last());
        info.points += s.head.added;
    }
    return info;
}

Result<AppendCounts> SeriesStore::append(std::span<const PointBlock> blocks)
{
    for (const PointBlock &block : blocks) {
        const auto s = m_impl->state.find(block.series);
        if (!s)
            return fail(s.error());
        if (const auto fine = checkBlock(block, (*s)->row.info); !fine)
            return fail(fine.error());
    }
    AppendCounts counts;
    for (const PointBlock &block : blocks) {
        const auto found = m_impl->state.find(block.series);
        if (!found)
            return fail(found.error());
        WriterSeries &s = **found;
        for (std::size_t from = 0; from < block.times.size(); from += kLogPart) {
            const std::size_t n = std::min(kLogPart, block.times.size() - from);
            toWords(block, s.row.info.type, from, n, m_impl->words);
            if (const auto done =
                    m_impl->appendPart(s, std::span(block.times).subspan(from, n), m_impl->words, block.texts, counts);
                !done)
                return fail(done.error());
        }
    }
    if (const auto done = m_impl->writeLog(); !done)
        return fail(done.error());
    return counts;
}

Result<> SeriesStore::Impl::appendPart(WriterSeries &s, std::span<const qint64> times, std::span<const Word> partWords,
                                       std::span<const std::string> texts, AppendCounts &counts)
{
    const bool behindAll = (s.head.points == 0 || times.front() > s.head.last()) &&
                           (s.row.info.points == 0 || times.front() > s.row.info.last) &&
                           times.front() >= s.row.floor && ascends(times);
    FlatPoints selected;
    const std::uint64_t addedBefore = counts.added;
    if (behindAll) {
        counts.added += times.size();
    } else {
        auto some = select(s, times, partWords, texts, counts);
        if (!some)
            return fail(some.error());
        if (some->size() == 0)
            return {};
        selected = std::move(*some);
        times = selected.times;
        partWords = selected.words;
        texts = selected.texts;
    }
    const std::uint64_t added = counts.added - addedBefore;
    state.touch(s, {times.front(), times.back() + 1});
    const std::size_t before = s.head.bytes;
    if (behindAll)
        s.head.append(times, partWords, texts);
    else
        s.head.merge(selected);
    s.head.added += added;
    state.headChanged(before, s.head.bytes);
    log.add(s.row.info.id, s.row.info.type, added, times, partWords, texts);
    logged.push_back(s.row.info.id);
    if (log.points() > kMaxLogRowPoints - kLogPart)
        return writeLog();
    return {};
}

// Points of a block in any order: those that change something, ascending; the others are only counted.
Result<FlatPoints> SeriesStore::Impl::select(WriterSeries &s, std::span<const qint64> times,
                                             std::span<const Word> partWords, std::span<const std::string> texts,
                                             AppendCounts &counts)
{
    std::vector<std::uint32_t> order(times.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
    std::vector<std::uint32_t> unique; // the last of each time
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + 1 < order.size() && times[order[i + 1]] == times[order[i]])
            continue;
        if (times[order[i]] < s.row.floor)
            ++counts.expired;
        else
            unique.push_back(order[i]);
    }
    std::vector<qint64> asked;
    for (const std::uint32_t i : unique)
        asked.push_back(times[i]);
    state.touch(s, {}); // damage met on the way is set aside
    const auto stored = SealedPoints(db, s.row, options.chunkPoints).lookUp(asked);
    if (!stored)
        return fail(stored.error());
    const bool isText = s.row.info.type == ValueType::Text;
    FlatPoints out;
    for (std::size_t i = 0; i < unique.size(); ++i) {
        const qint64 time = asked[i];
        const Word word = partWords[unique[i]];
        Word old = (*stored)[i].word;
        std::string_view oldText = (*stored)[i].text;
        const bool present = s.head.find(time, old, oldText) || (*stored)[i].present;
        if (present && (isText ? oldText == texts[word] : old == word)) {
            ++counts.identical;
            continue;
        }
        ++(present ? counts.overwritten : counts.added);
        if (isText)
            out.pushText(time, texts[word]);
        else
            out.push(time, word);
    }
    return out;
}

Result<> SeriesStore::Impl::writeLog()
{
    if (log.points() == 0)
        return {};
    if (const auto counted = state.nextChange(); !counted)
        return counted;
    const auto bytes = log.finish();
    auto insert = db.prepare("INSERT INTO series_log(change, data) VALUES(?1, ?2)");
    if (!insert)
        return fail(insert.error());
    insert->bind(1, state.change()).bindBlob(2, bytes);
    if (const auto done = insert->run(); !done)
        return done;
    state.noteLogRow(state.change(), static_cast<qint64>(bytes.size()));
    for (const SeriesId id : logged) {
        const auto s = state.find(id);
        if (!s)
            return fail(s.error());
        state.noteUse(**s, state.change());
    }
    logged.clear();
    log.clear();
    return passWrite("series.log.added");
}

void SeriesStore::committed()
{
    std::vector<std::pair<SeriesId, TimeRange>> changed;
    if (auto version = m_impl->state.commit(changed))
        m_impl->heads->publish(std::move(version));
    if (onChanged && !changed.empty())
        onChanged(changed);
}

void SeriesStore::rolledBack()
{
    m_impl->state.rollBack();
    m_impl->logged.clear();
    m_impl->log.clear();
}

Result<> SeriesStore::Impl::sealSeries(WriterSeries &s)
{
    if (s.head.points == 0)
        return {};
    state.touch(s, {});
    if (const auto noted = state.noteLostRows(s); !noted)
        return noted;
    if (const auto done = SealedPoints(db, s.row, options.chunkPoints).put(s.head.slice(kMinInstant, kMaxInstant));
        !done)
        return done;
    s.row.sealedChange = state.change();
    if (const auto done = updateCatalog(db, s.row); !done)
        return done;
    state.headChanged(s.head.bytes, 0);
    s.head.parts.clear();
    s.head.points = 0;
    s.head.added = 0;
    s.head.bytes = 0;
    return state.releaseLogRows(s);
}

Result<bool> SeriesStore::seal(std::size_t budget, SealScope scope)
{
    WriterState &state = m_impl->state;
    const SeriesStoreOptions &options = m_impl->options;
    std::vector<SeriesId> due = state.withPoints(scope == SealScope::Everything ? 1 : options.chunkPoints);
    const auto overLimits = [&] {
        return state.logBytes() > options.logBytes || state.headBytes() > options.headBytes;
    };
    if (due.empty() && !overLimits())
        return false;
    if (const auto counted = state.nextChange(); !counted)
        return fail(counted.error());
    std::size_t done = 0;
    const auto sealOne = [&](SeriesId id) -> Result<> {
        const auto s = state.find(id);
        if (!s)
            return fail(s.error());
        done += (*s)->head.points;
        return m_impl->sealSeries(**s);
    };
    std::size_t next = 0;
    for (; next < due.size() && (next == 0 || done < budget); ++next) {
        if (const auto sealed = sealOne(due[next]); !sealed)
            return fail(sealed.error());
    }
    if (next < due.size())
        return true;
    if (done >= budget || !overLimits())
        return overLimits();
    for (const SeriesId oldest : state.byAge()) {
        if (done >= budget || !overLimits())
            return overLimits();
        if (const auto sealed = sealOne(oldest); !sealed)
            return fail(sealed.error());
    }
    return false;
}

bool SeriesStore::isBehind() const
{
    const SeriesStoreOptions &options = m_impl->options;
    return m_impl->state.headBytes() > options.headBytes || m_impl->state.logBytes() > kLogBehind * options.logBytes;
}

Result<std::uint64_t> SeriesStore::Impl::removeRange(WriterSeries &s, TimeRange range)
{
    if (s.head.points > 0 && s.head.first() < range.to && s.head.last() >= range.from) {
        if (const auto sealed = sealSeries(s); !sealed)
            return fail(sealed.error());
    }
    if (s.row.info.points == 0 || s.row.info.first >= range.to || s.row.info.last < range.from) {
        if (const auto done = updateCatalog(db, s.row); !done)
            return fail(done.error());
        return 0;
    }
    state.touch(s, range);
    const auto removed = SealedPoints(db, s.row, options.chunkPoints).remove(range);
    if (!removed)
        return fail(removed.error());
    if (const auto done = updateCatalog(db, s.row); !done)
        return fail(done.error());
    return *removed;
}

Result<std::uint64_t> SeriesStore::retain(qint64 before, const std::vector<SeriesId> &series)
{
    if (const auto counted = m_impl->state.nextChange(); !counted)
        return fail(counted.error());
    std::vector<SeriesId> ids = series;
    if (ids.empty()) {
        const auto rows = findRows(m_impl->db, {});
        if (!rows)
            return fail(rows.error());
        for (const CatalogRow &row : *rows)
            ids.push_back(row.info.id);
    }
    std::uint64_t removed = 0;
    for (const SeriesId id : ids) {
        const auto s = m_impl->state.find(id);
        if (!s)
            return fail(s.error());
        if ((*s)->row.floor >= before)
            continue;
        m_impl->state.touch(**s, {});
        (*s)->row.floor = before;
        const auto gone = m_impl->removeRange(**s, {kMinInstant, before});
        if (!gone)
            return fail(gone.error());
        removed += *gone;
    }
    return removed;
}

Result<std::uint64_t> SeriesStore::shrink()
{
    auto select = m_impl->db.prepare("SELECT id FROM series WHERE sealed_points > ?1 ORDER BY sealed_points DESC, id");
    if (!select)
        return fail(select.error());
    select->bind(1, static_cast<qint64>(m_impl->options.chunkPoints));
    std::vector<SeriesId> largest;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        largest.emplace_back(SeriesId{select->integer(0)});
    }
    select->reset();
    for (const SeriesId id : largest) {
        const auto s = m_impl->state.find(id);
        if (!s)
            return fail(s.error());
        const ChunkIndex index(m_impl->db, id, (*s)->row.info.type);
        const auto groups = index.groups();
        if (!groups)
            return fail(groups.error());
        if (groups->empty())
            continue;
        qint64 before = groups->front().lastTime + 1;
        if (groups->size() == 1) {
            const auto chunks = index.chunks(groups->front());
            if (!chunks)
                return fail(chunks.error());
            if (chunks->size() < 2)
                continue;
            before = (*chunks)[chunks->size() / 2 - 1].summary.lastTime + 1;
        }
        return retain(before, {id});
    }
    return 0;
}

Result<std::uint64_t> SeriesStore::erase(SeriesId series, TimeRange range)
{
    WriterState &state = m_impl->state;
    const auto found = state.find(series);
    if (!found)
        return fail(found.error());
    WriterSeries &s = **found;
    if (const auto counted = state.nextChange(); !counted)
        return fail(counted.error());
    if (range.from > kMinInstant || range.to < kMaxInstant)
        return m_impl->removeRange(s, range);

    state.touch(s, {kMinInstant, kMaxInstant});
    const std::uint64_t points = s.row.info.points + s.head.added;
    if (const auto released = state.releaseLogRows(s); !released)
        return fail(released.error());
    if (const auto removed =
            SealedPoints(m_impl->db, s.row, m_impl->options.chunkPoints).remove({kMinInstant, kMaxInstant});
        !removed)
        return fail(removed.error());
    if (const auto removed = removeFromCatalog(m_impl->db, s.row); !removed)
        return fail(removed.error());
    state.forget(series);
    return points;
}

Result<std::uint64_t> SeriesStore::setDamagedAside(SeriesId series, TimeRange range)
{
    const auto found = m_impl->state.find(series);
    if (!found)
        return fail(found.error());
    if (const auto counted = m_impl->state.nextChange(); !counted)
        return fail(counted.error());
    m_impl->state.touch(**found, range);
    return SealedPoints(m_impl->db, (*found)->row, m_impl->options.chunkPoints).setDamagedAside(range);
}

Result<SeriesStoreStats> SeriesStore::stats()
{
    SeriesStoreStats out;
    Database &db = m_impl->db;
    auto series = db.prepare("SELECT count(*), coalesce(sum(sealed_points), 0) FROM series");
    if (!series)
        return fail(series.error());
    if (const auto row = series->step(); !row)
        return fail(row.error());
    out.series = static_cast<std::uint64_t>(series->integer(0));
    out.points = static_cast<std::uint64_t>(series->integer(1)) + m_impl->state.headAdded();
    const auto chunks = db.executeForInt("SELECT coalesce(sum(length(data)), 0) FROM series_chunk");
    const auto pages = db.executeForInt("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    const auto aside = db.executeForInt("SELECT count(*) FROM series_damage");
    if (!chunks || !pages || !aside)
        return fail(!chunks ? chunks.error() : !pages ? pages.error() : aside.error());
    out.setAside = static_cast<std::uint64_t>(*aside);
    out.chunkBytes = *chunks;
    out.logBytes = m_impl->state.logBytes();
    out.fileBytes = *pages;
    return out;
}

} // namespace dash
