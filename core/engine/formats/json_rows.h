#pragma once
// JSON records → columns. Records that bring the same fields in the same order cost one comparison a field.

#include "core/engine/formats/column_builder.h"

#include <deque>
#include <unordered_map>

namespace dash {

class JsonRows {
public:
    explicit JsonRows(bool decimals)
        : m_decimals(decimals)
    {
    }

    // One record: an object gives its members, any other value a field "value"; nested values stay JSON text. A record
    // that is not valid leaves no trace. Of members with the same name the first counts. `line` is for the error.
    Result<> add(std::string_view record, const char *format, qint64 line);
    std::size_t rows() const { return m_rows; }
    bool full() const;
    // The rows so far, every field ever seen.
    Batch take();

private:
    struct Slot {
        Slot(std::string k, QString n, bool decimals)
            : key(std::move(k))
            , name(std::move(n))
            , builder(decimals)
        {
        }
        std::string key; // as it stands in the text, escapes included
        QString name;
        ColumnBuilder builder;
    };
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    bool addObject(class JsonCursor &cursor);
    bool addValue(class JsonCursor &cursor, ColumnBuilder &builder);
    Slot *slotFor(std::string_view rawKey, bool escaped, std::size_t position);
    void undoRow(std::size_t knownSlots);

    bool m_decimals;
    bool m_tooManyColumns = false;
    std::size_t m_rows = 0;
    std::size_t m_bytes = 0;
    std::deque<Slot> m_slots;
    std::unordered_map<std::string, std::size_t, KeyHash, std::equal_to<>> m_byKey; // raw key → slot
    std::string m_scratch;
};

} // namespace dash
