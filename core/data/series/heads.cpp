#include "core/data/series/heads.h"

#include <algorithm>

namespace dash::series {

namespace {

constexpr std::size_t kSmallestSlab = 16;
constexpr std::size_t kLargestSlab = 8'192;

// What a text holds besides the string object; short ones lie inside it.
std::size_t bytesBeside(const std::string &text)
{
    static const std::size_t inside = std::string().capacity();
    return text.size() > inside ? text.size() + 1 : 0;
}

std::size_t bytesOf(const Head::Part &part)
{
    std::size_t bytes = part.slab->bytes();
    for (std::size_t i = 0; part.slab->texts && i < part.size; ++i)
        bytes += bytesBeside(part.slab->texts[i]);
    return bytes;
}

} // namespace

Slab::Slab(std::size_t slots, ValueType type)
    : capacity(slots)
    , times(new qint64[slots])
{
    if (type == ValueType::Text)
        texts = std::make_unique<std::string[]>(slots);
    else
        words.reset(new Word[slots]);
}

std::size_t Slab::bytes() const
{
    return capacity * (sizeof(qint64) + (texts ? sizeof(std::string) : sizeof(Word)));
}

FlatPoints mergePoints(const FlatPoints &older, const FlatPoints &newer, ValueType type)
{
    FlatPoints out;
    out.times.reserve(older.size() + newer.size());
    out.words.reserve(older.size() + newer.size());
    const auto take = [&](const FlatPoints &from, std::size_t i) {
        if (type == ValueType::Text)
            out.pushText(from.times[i], from.texts[from.words[i]]);
        else
            out.push(from.times[i], from.words[i]);
    };
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < older.size() || b < newer.size()) {
        if (b == newer.size() || (a < older.size() && older.times[a] < newer.times[b])) {
            take(older, a++);
        } else {
            if (a < older.size() && older.times[a] == newer.times[b])
                ++a;
            take(newer, b++);
        }
    }
    return out;
}

void Head::append(std::span<const qint64> times, std::span<const Word> words, std::span<const std::string> texts)
{
    for (std::size_t i = 0; i < times.size();) {
        if (parts.empty() || parts.back().size == parts.back().slab->capacity) {
            const std::size_t wanted = std::max(points, times.size() - i);
            const std::size_t slots = std::clamp(std::bit_ceil(wanted), kSmallestSlab, kLargestSlab);
            parts.push_back({std::make_shared<Slab>(slots, type), 0});
            bytes += parts.back().slab->bytes();
        }
        Part &part = parts.back();
        const std::size_t n = std::min(times.size() - i, part.slab->capacity - part.size);
        std::copy_n(times.data() + i, n, part.slab->times.get() + part.size);
        if (type != ValueType::Text) {
            std::copy_n(words.data() + i, n, part.slab->words.get() + part.size);
        } else {
            for (std::size_t k = 0; k < n; ++k) {
                part.slab->texts[part.size + k] = texts[words[i + k]];
                bytes += bytesBeside(texts[words[i + k]]);
            }
        }
        part.size += n;
        points += n;
        i += n;
    }
}

void Head::merge(const FlatPoints &newer)
{
    if (newer.size() == 0)
        return;
    if (points == 0 || newer.times.front() > last()) {
        append(newer.times, newer.words, newer.texts);
        return;
    }
    // Slabs that end before the newer points stay as they are.
    std::size_t kept = 0;
    while (kept < parts.size() && parts[kept].slab->times[parts[kept].size - 1] < newer.times.front())
        ++kept;
    Head tail;
    tail.type = type;
    tail.parts.assign(parts.begin() + static_cast<std::ptrdiff_t>(kept), parts.end());
    const FlatPoints merged = mergePoints(tail.slice(kMinInstant, kMaxInstant), newer, type);
    parts.resize(kept);
    points = 0;
    for (const Part &part : parts)
        points += part.size;
    for (const Part &part : tail.parts)
        bytes -= bytesOf(part);
    // The slab before may have room, but its published slots may be followed by ones another version holds: a new one.
    if (!parts.empty() && parts.back().size < parts.back().slab->capacity) {
        parts.push_back(
            {std::make_shared<Slab>(std::clamp(std::bit_ceil(merged.size()), kSmallestSlab, kLargestSlab), type), 0});
        bytes += parts.back().slab->bytes();
    }
    append(merged.times, merged.words, merged.texts);
}

FlatPoints Head::slice(qint64 from, qint64 to) const
{
    FlatPoints out;
    if (points > 0 && from <= first() && to > last()) {
        out.times.reserve(points);
        out.words.reserve(points);
        if (type == ValueType::Text)
            out.texts.reserve(points);
    }
    for (const Part &part : parts) {
        const qint64 *begin = part.slab->times.get();
        const qint64 *end = begin + part.size;
        const auto low = static_cast<std::size_t>(std::lower_bound(begin, end, from) - begin);
        const auto high = static_cast<std::size_t>(std::lower_bound(begin, end, to) - begin);
        if (low >= high)
            continue;
        if (type == ValueType::Text) {
            for (std::size_t i = low; i < high; ++i)
                out.pushText(begin[i], part.slab->texts[i]);
        } else {
            out.times.insert(out.times.end(), begin + low, begin + high);
            out.words.insert(out.words.end(), part.slab->words.get() + low, part.slab->words.get() + high);
        }
    }
    return out;
}

bool Head::find(qint64 time, Word &word, std::string_view &text) const
{
    for (const Part &part : parts) {
        const qint64 *begin = part.slab->times.get();
        const qint64 *end = begin + part.size;
        if (part.size == 0 || end[-1] < time)
            continue;
        const qint64 *at = std::lower_bound(begin, end, time);
        if (*at != time)
            return false;
        if (type == ValueType::Text)
            text = part.slab->texts[static_cast<std::size_t>(at - begin)];
        else
            word = part.slab->words[static_cast<std::size_t>(at - begin)];
        return true;
    }
    return false;
}

const Head *HeadVersion::head(SeriesId id) const
{
    const auto index = static_cast<std::size_t>(id);
    if (index / kPage >= pages.size() || !pages[index / kPage])
        return nullptr;
    return (*pages[index / kPage])[index % kPage].get();
}

} // namespace dash::series

namespace dash {

std::shared_ptr<const series::HeadVersion> SeriesStore::Heads::at(qint64 change) const
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_versions.rbegin(); it != m_versions.rend(); ++it) {
        if ((*it)->change == change)
            return *it;
    }
    return {};
}

qint64 SeriesStore::Heads::newest() const
{
    const std::lock_guard lock(m_mutex);
    return m_versions.empty() ? -1 : m_versions.back()->change;
}

void SeriesStore::Heads::publish(std::shared_ptr<const series::HeadVersion> version)
{
    std::vector<std::shared_ptr<const series::HeadVersion>> old; // freed outside the lock
    const std::lock_guard lock(m_mutex);
    m_versions.push_back(std::move(version));
    std::size_t held = 0;
    for (std::size_t i = 1; i < m_versions.size(); ++i)
        held += m_versions[i]->sealed;
    while (m_versions.size() > kKept || (m_versions.size() > 2 && held > kKeptBytes)) {
        held -= m_versions[1]->sealed;
        old.push_back(std::move(m_versions.front()));
        m_versions.pop_front();
    }
}

} // namespace dash
