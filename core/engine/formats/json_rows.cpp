#include "core/engine/formats/json_rows.h"

#include "core/engine/formats/json_cursor.h"
#include "core/engine/formats/limits.h"

namespace dash {

JsonRows::Slot *JsonRows::slotFor(std::string_view rawKey, bool escaped, std::size_t position)
{
    if (position < m_slots.size() && m_slots[position].key == rawKey)
        return &m_slots[position];
    const auto known = m_byKey.find(rawKey);
    if (known != m_byKey.end())
        return &m_slots[known->second];
    if (m_slots.size() >= kMaxFormatColumns) {
        m_tooManyColumns = true;
        return nullptr;
    }
    std::string plain;
    if (escaped)
        appendUnescaped(rawKey, plain);
    else
        plain = rawKey;
    const QString name = QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
    if (escaped) { // the same name may have been seen unescaped
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            if (m_slots[i].name == name) {
                m_byKey.emplace(std::string(rawKey), i);
                return &m_slots[i];
            }
        }
    }
    m_byKey.emplace(std::string(rawKey), m_slots.size());
    if (escaped)
        m_byKey.emplace(plain, m_slots.size());
    m_slots.emplace_back(std::string(rawKey), name, m_decimals);
    m_slots.back().builder.addNulls(m_rows);
    return &m_slots.back();
}

bool JsonRows::addValue(JsonCursor &cursor, ColumnBuilder &builder)
{
    switch (cursor.peek()) {
    case '"': {
        std::string_view raw;
        bool escaped;
        if (!cursor.string(raw, escaped))
            return false;
        if (escaped) {
            m_scratch.clear();
            appendUnescaped(raw, m_scratch);
            raw = m_scratch;
        }
        builder.addText(raw);
        return true;
    }
    case '{':
    case '[':
        m_scratch.clear();
        if (!cursor.value(&m_scratch, 1))
            return false;
        builder.addJson(m_scratch);
        return true;
    case 't':
        if (!cursor.literal("true"))
            return false;
        builder.addBool(true);
        return true;
    case 'f':
        if (!cursor.literal("false"))
            return false;
        builder.addBool(false);
        return true;
    case 'n':
        if (!cursor.literal("null"))
            return false;
        builder.addNull();
        return true;
    default: {
        JsonNumber number;
        if (!cursor.number(number))
            return false;
        builder.addNumber(number);
        return true;
    }
    }
}

bool JsonRows::addObject(JsonCursor &cursor)
{
    std::size_t position = 0;
    if (!cursor.take('{', "{ is expected"))
        return false;
    cursor.skipSpace();
    if (cursor.peek() == '}')
        return cursor.take('}', "");
    while (true) {
        std::string_view key;
        bool escaped;
        if (!cursor.string(key, escaped))
            return false;
        Slot *slot = slotFor(key, escaped, position);
        if (slot == nullptr)
            return false;
        cursor.skipSpace();
        if (!cursor.take(':', "a colon is expected after a name"))
            return false;
        cursor.skipSpace();
        if (slot->builder.rows() > m_rows ? !cursor.value(nullptr, 1) : !addValue(cursor, slot->builder))
            return false;
        ++position;
        cursor.skipSpace();
        if (cursor.peek() == '}')
            return cursor.take('}', "");
        if (!cursor.take(',', "a comma or } is expected"))
            return false;
        cursor.skipSpace();
    }
}

void JsonRows::undoRow(std::size_t knownSlots)
{
    if (m_slots.size() > knownSlots) {
        while (m_slots.size() > knownSlots)
            m_slots.pop_back();
        for (auto entry = m_byKey.begin(); entry != m_byKey.end();)
            entry = entry->second >= knownSlots ? m_byKey.erase(entry) : std::next(entry);
    }
    for (Slot &slot : m_slots)
        slot.builder.truncate(m_rows);
}

Result<> JsonRows::add(std::string_view record, const char *format, qint64 line)
{
    JsonCursor cursor(record, kMaxFormatDepth);
    const std::size_t knownSlots = m_slots.size();
    m_tooManyColumns = false;
    cursor.skipSpace();
    bool good = false;
    if (cursor.peek() == '{') {
        good = addObject(cursor);
    } else {
        Slot *slot = slotFor("value", false, 0);
        good = slot != nullptr && addValue(cursor, slot->builder);
    }
    if (good) {
        cursor.skipSpace();
        good = cursor.atEnd() || cursor.failWith("there is more text after the record");
    }
    if (!good) {
        undoRow(knownSlots);
        if (m_tooManyColumns)
            return fail(ErrorCode::FormatTooManyColumns,
                        {{QLatin1StringView("limit"), QString::number(kMaxFormatColumns)}});
        if (cursor.tooDeep())
            return fail(ErrorCode::FormatTooDeep, {{QLatin1StringView("limit"), QString::number(kMaxFormatDepth)}});
        return formatSyntax(format, line, QString::fromLatin1(cursor.reason()));
    }
    ++m_rows;
    m_bytes += record.size();
    for (Slot &slot : m_slots) {
        if (slot.builder.rows() < m_rows)
            slot.builder.addNull();
    }
    return {};
}

bool JsonRows::full() const
{
    return m_rows >= kFormatBatchRows || m_bytes >= kFormatBatchBytes;
}

Batch JsonRows::take()
{
    Batch batch;
    batch.rows = m_rows;
    batch.fields.reserve(m_slots.size());
    for (Slot &slot : m_slots)
        batch.fields.push_back(Field{slot.name, slot.builder.take(m_rows), {}});
    m_rows = 0;
    m_bytes = 0;
    return batch;
}

} // namespace dash
