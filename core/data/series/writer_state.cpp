#include "core/data/series/writer_state.h"

#include "core/base/log.h"
#include "core/data/series/batch_log.h"
#include "core/data/series/damage.h"
#include "core/data/series/write_point.h"

#include <algorithm>
#include <functional>

namespace dash::series {

namespace {

constexpr std::size_t kKnownSeries = 131'072; // beyond this the idle ones are forgotten
constexpr std::size_t kKnownKeys = 131'072;

} // namespace

Result<> WriterState::load(std::vector<qint64> &damaged)
{
    const auto change = m_db.executeForInt("SELECT change FROM series_state");
    if (!change)
        return fail(change.error());
    m_change = m_committedChange = *change;
    const auto known = damagedLogRows(m_db);
    if (!known)
        return fail(known.error());
    auto query = m_db.prepare("SELECT change, data FROM series_log ORDER BY change");
    if (!query)
        return fail(query.error());
    for (;;) {
        const auto more = query->step();
        if (!more && more.error().code == ErrorCode::DatabaseCorrupt) {
            qCWarning(logDb, "%s: the batch log cannot be read to its end", qUtf8Printable(m_db.path()));
            if (!std::binary_search(known->begin(), known->end(), m_change))
                damaged.push_back(m_change); // stands for all that follow
            break;                           // what is sealed, and the rows before, can still be used
        }
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        const qint64 row = query->integer(0);
        if (std::binary_search(known->begin(), known->end(), row))
            continue;
        const auto done = replay(row, query->blob(1));
        if (!done)
            return fail(done.error());
        if (!*done)
            damaged.push_back(row);
    }
    m_lostRows = *known;
    m_lostRows.insert(m_lostRows.end(), damaged.begin(), damaged.end());
    for (auto it = m_log.begin(); it != m_log.end();) {
        if (it->second.series == 0) {
            m_logBytes -= it->second.bytes;
            it = m_log.erase(it);
        } else {
            ++it;
        }
    }
    // So that the first commit() publishes what was found.
    for (auto &[id, s] : m_series)
        m_before[id].known = true;
    m_version = std::make_shared<HeadVersion>();
    m_committedChange = -1;
    return {};
}

Result<bool> WriterState::replay(qint64 row, std::span<const std::uint8_t> bytes)
{
    auto blocks = readLogRow(bytes);
    if (!blocks)
        return false;
    m_log[row] = {0, static_cast<qint64>(bytes.size())};
    m_logBytes += static_cast<qint64>(bytes.size());
    for (LogBlock &block : *blocks) {
        const auto s = find(block.series);
        if (!s && s.error().code == ErrorCode::SeriesUnknown)
            continue;
        if (!s)
            return fail(s.error());
        if ((*s)->row.sealedChange >= row || (*s)->row.info.type != block.type)
            continue;
        const std::size_t before = (*s)->head.bytes;
        (*s)->head.merge(block.points);
        (*s)->head.added += block.added;
        headChanged(before, (*s)->head.bytes);
        noteUse(**s, row);
    }
    return true;
}

Result<WriterSeries *> WriterState::find(SeriesId id)
{
    const auto key = static_cast<std::int64_t>(id);
    if (const auto it = m_series.find(key); it != m_series.end())
        return &it->second;
    auto row = findById(m_db, id);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::SeriesUnknown, {{QLatin1StringView("series"), QString::number(key)}});
    WriterSeries &s = m_series[key];
    s.row = std::move(**row);
    s.head.type = s.row.info.type;
    return &s;
}

void WriterState::touch(WriterSeries &s, TimeRange range)
{
    Before &before = m_before[static_cast<std::int64_t>(s.row.info.id)];
    if (range.from < range.to) {
        before.range.from = std::min(before.range.from, range.from);
        before.range.to = std::max(before.range.to, range.to);
    }
    if (std::exchange(s.touched, true))
        return;
    before.known = true;
    before.points = s.row.info.points;
    before.first = s.row.info.first;
    before.last = s.row.info.last;
    before.floor = s.row.floor;
    before.sealedChange = s.row.sealedChange;
    before.unit = s.row.info.unit;
    before.head = s.head;
    before.logCount = s.logRows.size();
}

void WriterState::add(CatalogRow row)
{
    const auto key = static_cast<std::int64_t>(row.info.id);
    WriterSeries &s = m_series[key];
    s.head.type = row.info.type;
    s.row = std::move(row);
    s.touched = true;
    m_before[key];
}

void WriterState::forget(SeriesId id)
{
    const auto key = static_cast<std::int64_t>(id);
    const auto it = m_series.find(key);
    headChanged(it->second.head.bytes, 0);
    if (Before &before = m_before[key]; before.known)
        before.removed = std::move(it->second.row);
    m_series.erase(it);
    m_keys.clear();
    m_keysChanged = true;
}

Result<> WriterState::nextChange()
{
    ++m_change;
    auto update = m_db.prepare("UPDATE series_state SET change = ?1");
    if (!update)
        return fail(update.error());
    update->bind(1, m_change);
    if (const auto done = update->run(); !done)
        return done;
    return passWrite("series.change.counted");
}

void WriterState::setLogRow(qint64 row, std::optional<LogRow> value)
{
    const auto it = m_log.find(row);
    if (it != m_log.end())
        m_logBytes -= it->second.bytes;
    if (value) {
        m_logBytes += value->bytes;
        m_log[row] = *value;
    } else if (it != m_log.end()) {
        m_log.erase(it);
    }
}

void WriterState::noteLogRow(qint64 row, qint64 bytes)
{
    m_logBefore.emplace_back(row, std::nullopt);
    setLogRow(row, LogRow{0, bytes});
}

void WriterState::noteUse(WriterSeries &s, qint64 row)
{
    if (!s.logRows.empty() && s.logRows.back() == row)
        return;
    s.logRows.push_back(row);
    ++m_log[row].series;
}

Result<> WriterState::noteLostRows(const WriterSeries &s)
{
    const auto lost =
        std::find_if(m_lostRows.begin(), m_lostRows.end(), [&](qint64 row) { return row > s.row.sealedChange; });
    if (lost == m_lostRows.end())
        return {};
    const SeriesGap gap = gapOfLostRow(s.row, s.head.first());
    if (gap.from >= gap.to)
        return {};
    return noteDamage(m_db, {DamageKind::LogRow,
                             *lost,
                             s.row.info.id,
                             gap.from,
                             gap.to - 1,
                             0,
                             QStringLiteral("a row of the log does not decode"),
                             {}});
}

Result<> WriterState::releaseLogRows(WriterSeries &s)
{
    if (const auto it = m_before.find(static_cast<std::int64_t>(s.row.info.id));
        it != m_before.end() && !it->second.logRows) {
        const auto end = s.logRows.begin() + static_cast<std::ptrdiff_t>(it->second.logCount);
        it->second.logRows.emplace(s.logRows.begin(), end);
    }
    for (const qint64 row : std::exchange(s.logRows, {})) {
        LogRow now = m_log[row];
        m_logBefore.emplace_back(row, now);
        if (--now.series > 0) {
            setLogRow(row, now);
            continue;
        }
        setLogRow(row, std::nullopt);
        auto remove = m_db.prepare("DELETE FROM series_log WHERE change = ?1");
        if (!remove)
            return fail(remove.error());
        remove->bind(1, row);
        if (const auto done = remove->run(); !done)
            return done;
        if (const auto passed = passWrite("series.log.dropped"); !passed)
            return passed;
    }
    return {};
}

std::vector<SeriesId> WriterState::byAge() const
{
    std::vector<std::pair<qint64, SeriesId>> rows;
    for (const auto &[id, s] : m_series) {
        if (!s.logRows.empty())
            rows.emplace_back(s.logRows.front(), SeriesId{id});
    }
    std::sort(rows.begin(), rows.end());
    std::vector<SeriesId> out;
    out.reserve(rows.size());
    for (const auto &[row, id] : rows)
        out.push_back(id);
    return out;
}

std::vector<SeriesId> WriterState::withPoints(std::size_t atLeast) const
{
    std::vector<std::pair<std::size_t, SeriesId>> found;
    for (const auto &[id, s] : m_series) {
        if (s.head.points >= atLeast)
            found.emplace_back(s.head.points, SeriesId{id});
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    std::vector<SeriesId> out;
    out.reserve(found.size());
    for (const auto &[points, id] : found)
        out.push_back(id);
    return out;
}

std::uint64_t WriterState::headAdded() const
{
    std::uint64_t added = 0;
    for (const auto &[id, s] : m_series)
        added += s.head.added;
    return added;
}

std::optional<SeriesId> WriterState::cachedKey(const std::string &canonical) const
{
    const auto it = m_keys.find(canonical);
    return it == m_keys.end() ? std::nullopt : std::optional(it->second);
}

void WriterState::cacheKey(std::string canonical, SeriesId id)
{
    if (m_keys.size() >= kKnownKeys)
        m_keys.clear();
    m_keys[std::move(canonical)] = id;
    m_keysChanged = true;
}

std::shared_ptr<const HeadVersion> WriterState::commit(std::vector<std::pair<SeriesId, TimeRange>> &changed)
{
    m_keysChanged = false;
    m_logBefore.clear();
    if (m_change == m_committedChange && m_before.empty())
        return {};
    auto version = std::make_shared<HeadVersion>(*m_version);
    version->change = m_change;
    version->sealed = 0;
    std::unordered_map<std::size_t, std::shared_ptr<HeadVersion::Page>> copies;
    for (auto &[id, before] : m_before) {
        if (before.range.from < before.range.to)
            changed.emplace_back(SeriesId{id}, before.range);
        const auto index = static_cast<std::size_t>(id);
        const auto it = m_series.find(id);
        std::shared_ptr<const Head> head;
        if (it != m_series.end()) {
            it->second.touched = false;
            if (it->second.head.points > 0)
                head = std::make_shared<Head>(it->second.head);
        }
        const std::size_t page = index / HeadVersion::kPage;
        if (!head && (page >= version->pages.size() || !version->pages[page]))
            continue;
        auto &copy = copies[page];
        if (!copy) {
            if (page >= version->pages.size())
                version->pages.resize(page + 1);
            copy = version->pages[page] ? std::make_shared<HeadVersion::Page>(*version->pages[page])
                                        : std::make_shared<HeadVersion::Page>();
            version->pages[page] = copy;
        }
        std::shared_ptr<const Head> &place = (*copy)[index % HeadVersion::kPage];
        if (place && place->bytes > (head ? head->bytes : 0))
            version->sealed += place->bytes - (head ? head->bytes : 0);
        place = std::move(head);
    }
    std::sort(changed.begin(), changed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_before.clear();
    m_committedChange = m_change;
    m_version = version;
    if (m_series.size() > kKnownSeries)
        std::erase_if(m_series, [](const auto &entry) { return entry.second.head.points == 0; });
    return version;
}

void WriterState::rollBack()
{
    for (auto it = m_logBefore.rbegin(); it != m_logBefore.rend(); ++it)
        setLogRow(it->first, it->second);
    m_logBefore.clear();
    for (auto &[id, before] : m_before) {
        const auto known = m_series.find(id);
        const std::size_t bytes = known == m_series.end() ? 0 : known->second.head.bytes;
        if (!before.known) {
            headChanged(bytes, 0);
            m_series.erase(id);
            continue;
        }
        WriterSeries &s = m_series[id];
        if (before.removed)
            s.row = std::move(*before.removed);
        s.row.info.points = before.points;
        s.row.info.first = before.first;
        s.row.info.last = before.last;
        s.row.floor = before.floor;
        s.row.sealedChange = before.sealedChange;
        s.row.info.unit = before.unit;
        headChanged(bytes, before.head.bytes);
        s.head = std::move(before.head);
        if (before.logRows)
            s.logRows = std::move(*before.logRows);
        else
            s.logRows.resize(before.logCount);
        s.touched = false;
    }
    m_before.clear();
    if (std::exchange(m_keysChanged, false))
        m_keys.clear();
    m_change = m_committedChange;
}

} // namespace dash::series
