#pragma once
// What the steps share: reading their checked settings, finding fields with a sentence when they are missing,
// rejecting rows, keys made of several fields.

#include "core/engine/parameters.h"
#include "core/engine/step.h"

#include <QStringList>

namespace dash {

// Names of fields that any batch of this run had, so that a field missing from one batch is empty there, not unknown.
class SeenFields {
public:
    void note(const Batch &batch);
    const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
};

// The column; null when the batch has no rows and no fields, or an earlier batch had it. Else ExpressionUnknownField
// with a suggestion, naming the step.
Result<const Column *> fieldOf(const Batch &batch, const QString &name, const QString &step, const SeenFields &seen);
Error unknownField(const Batch &batch, const QString &name, const QString &step);

// The row goes to the rejected table: "{step}: {field} {reason}".
void rejectRow(Rejects &rejects, const Batch &batch, std::size_t row, const QString &step, const QString &field,
               const QString &reason);

enum class OnError { Reject, Null, Stop };
OnError onErrorOf(const ConfigReader &config);
Parameter onErrorParameter();
Error rowFailure(const QString &step, const QString &field, const QString &reason); // for Stop

// The values of several columns as one text that is equal only for equal values of equal kind.
class RowKey {
public:
    explicit RowKey(std::vector<const Column *> columns)
        : m_columns(std::move(columns))
    {
    }
    const std::string &at(std::size_t row);

private:
    std::vector<const Column *> m_columns;
    std::string m_key;
};

// Numbers, texts and columns kept between runs, written little endian with a version in front. A reader that runs off
// the end says so once, at the end.
class StateWriter {
public:
    explicit StateWriter(std::uint8_t version) { m_bytes.append(static_cast<char>(version)); }
    void number(std::int64_t value);
    void real(double value);
    void text(std::string_view value);
    void wide(Int128 value);
    QByteArray take() { return std::move(m_bytes); }
    qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

class StateReader {
public:
    StateReader(const QByteArray &bytes, std::uint8_t version);
    bool ok() const { return m_ok; } // false too for empty or foreign state
    bool more() const { return m_ok && m_at < m_bytes.size(); }
    std::int64_t number();
    double real();
    std::string text();
    Int128 wide();

private:
    bool take(void *to, qsizetype size);
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = false;
};

// Rows a step holds back until the run's end.
class HeldBatches {
public:
    void add(Batch batch)
    {
        m_bytes += batch.memoryBytes();
        m_batches.push_back(std::move(batch));
    }
    bool empty() const { return m_batches.empty(); }
    std::size_t memoryBytes() const { return m_bytes; }
    // All as one batch, which the budget then knows as working memory; nothing is held any more.
    Result<Batch> join(Budget &budget);

private:
    std::vector<Batch> m_batches;
    std::size_t m_bytes = 0;
};

// Says yes every `every` rows, for Budget::check in row loops.
inline bool atCheck(std::size_t row)
{
    return (row & 1023U) == 1023U;
}

// What a map keyed by text takes; texts beyond a few bytes and the values' own memory are counted by `beside`.
template <class Map>
std::size_t mapBytes(const Map &map, std::size_t beside = 0)
{
    constexpr std::size_t kNode = 3 * sizeof(void *); // next, hash, the allocator's own
    return map.size() * (sizeof(typename Map::value_type) + kNode) + map.bucket_count() * sizeof(void *) + beside;
}
// Of a text beside the string object, as allocated.
inline std::size_t textBytes(const std::string &text)
{
    return text.size() < sizeof(std::string) / 2 ? 0 : (text.size() / 16 + 2) * 16;
}

QString qtText(const std::string &text);
// One exact number of a cell, where the column is a number.
bool isNumberColumn(const Column &column);
double numberAt(const Column &column, std::size_t row);

} // namespace dash
