#include "core/engine/row_text.h"

#include "core/base/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>
#include <cmath>
#include <map>

namespace dash {

namespace {

// Length of the valid UTF-8 sequence at `at`, or 0 (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF).
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    std::size_t length = first < 0x80                    ? 1
                         : first >= 0xC2 && first < 0xE0 ? 2
                         : first >= 0xE0 && first < 0xF0 ? 3
                         : first >= 0xF0 && first < 0xF5 ? 4
                                                         : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    if ((first == 0xE0 && byte(at + 1) < 0xA0) || (first == 0xED && byte(at + 1) >= 0xA0) ||
        (first == 0xF0 && byte(at + 1) < 0x90) || (first == 0xF4 && byte(at + 1) >= 0x90))
        return 0;
    return length;
}

void appendEscaped(std::string &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    static constexpr char kHex[] = "0123456789abcdef";
    out += "\\u00";
    out += kHex[(c >> 4) & 0xF];
    out += kHex[c & 0xF];
}

bool plain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\';
}

} // namespace

void appendJsonString(std::string &out, std::string_view utf8)
{
    out += '"';
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t run = i;
        while (run < utf8.size() && plain(utf8[run]))
            ++run;
        out.append(utf8.substr(i, run - i));
        i = run;
        if (i == utf8.size())
            break;
        if (static_cast<unsigned char>(utf8[i]) < 0x80) {
            appendEscaped(out, utf8[i]);
            ++i;
        } else if (const std::size_t length = sequenceLength(utf8, i); length > 0) {
            out.append(utf8.substr(i, length));
            i += length;
        } else {
            out += "\xEF\xBF\xBD";
            ++i;
        }
    }
    out += '"';
}

void appendCellJson(std::string &out, const Column &column, std::size_t row)
{
    if (column.isNull(row)) {
        out += "null";
        return;
    }
    char buffer[32];
    switch (column.type) {
    case ColumnType::Bool:
        out += column.bools[row] != 0 ? "true" : "false";
        return;
    case ColumnType::Int64: {
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, column.ints[row]);
        out.append(buffer, end.ptr);
        return;
    }
    case ColumnType::Double:
        if (std::isfinite(column.doubles[row])) {
            const auto end = std::to_chars(buffer, buffer + sizeof buffer, column.doubles[row]);
            out.append(buffer, end.ptr);
            return;
        }
        break;
    case ColumnType::Decimal:
        out += decimalText(column.decimal(row));
        return;
    case ColumnType::Json:
        out += column.text(row);
        return;
    case ColumnType::Text:
        appendJsonString(out, column.text(row));
        return;
    case ColumnType::Instant:
        break;
    }
    appendJsonString(out, cellText(column, row));
}

void appendRowJson(std::string &out, const Batch &batch, std::size_t row)
{
    out += '{';
    bool first = true;
    for (const Field &field : batch.fields) {
        if (!first)
            out += ',';
        first = false;
        const QByteArray name = field.name.toUtf8();
        appendJsonString(out, std::string_view(name.constData(), static_cast<std::size_t>(name.size())));
        out += ':';
        appendCellJson(out, *field.column, row);
    }
    out += '}';
}

namespace {

void appendCsvText(std::string &out, std::string_view text, char delimiter)
{
    const bool quote = text.find_first_of("\"\r\n") != std::string_view::npos ||
                       text.find(delimiter) != std::string_view::npos ||
                       (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quote) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

void appendHeaderCsv(std::string &out, const Batch &batch, char delimiter, std::string_view lineEnd)
{
    for (std::size_t i = 0; i < batch.fields.size(); ++i) {
        if (i > 0)
            out += delimiter;
        appendCsvText(out, batch.fields[i].name.toStdString(), delimiter);
    }
    out += lineEnd;
}

void appendRowCsv(std::string &out, const Batch &batch, std::size_t row, char delimiter, std::string_view lineEnd)
{
    for (std::size_t i = 0; i < batch.fields.size(); ++i) {
        if (i > 0)
            out += delimiter;
        const Column &column = *batch.fields[i].column;
        if (column.isNull(row))
            continue;
        if (column.type == ColumnType::Text || column.type == ColumnType::Json)
            appendCsvText(out, column.text(row), delimiter);
        else
            appendCsvText(out, cellText(column, row), delimiter);
    }
    out += lineEnd;
}

namespace {

struct FoundType {
    ColumnType type = ColumnType::Text;
    bool any = false;
    void see(ColumnType found)
    {
        if (!any || type == found)
            type = found;
        else if ((type == ColumnType::Int64 && found == ColumnType::Double) ||
                 (type == ColumnType::Double && found == ColumnType::Int64))
            type = ColumnType::Double;
        else
            type = type == ColumnType::Json || found == ColumnType::Json ? ColumnType::Json : ColumnType::Text;
        any = true;
    }
};

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // toInteger gives the fallback for what is no int64; two fallbacks tell it from a number that equals one.
    const qint64 number = value.toInteger(0);
    return number == value.toInteger(1) ? std::optional(number) : std::nullopt;
}

ColumnType cellType(const QJsonValue &value)
{
    if (value.isBool())
        return ColumnType::Bool;
    if (value.isDouble())
        return wholeNumber(value) ? ColumnType::Int64 : ColumnType::Double;
    if (value.isString()) {
        const QString text = value.toString();
        const std::optional<qint64> instant = text.endsWith(u'Z') ? parseIso(text) : std::nullopt;
        return instant && isoUtc(*instant) == text ? ColumnType::Instant : ColumnType::Text;
    }
    return ColumnType::Json;
}

std::string jsonText(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2).toStdString();
}

void appendValue(Column &column, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) {
        column.appendNull();
        return;
    }
    switch (column.type) {
    case ColumnType::Bool:
        column.appendBool(value.toBool());
        break;
    case ColumnType::Int64:
        column.appendInt(value.toInteger());
        break;
    case ColumnType::Double:
        column.appendDouble(value.toDouble());
        break;
    case ColumnType::Instant:
        column.appendInt(parseIso(value.toString()).value_or(0));
        break;
    case ColumnType::Json:
        column.appendText(jsonText(value));
        break;
    case ColumnType::Text:
    case ColumnType::Decimal:
        column.appendText(value.isString() ? value.toString().toStdString() : jsonText(value));
        break;
    }
}

} // namespace

Batch batchFromJsonRows(const std::vector<QByteArray> &objects)
{
    std::vector<QJsonObject> rows;
    std::vector<QString> order;
    std::map<QString, FoundType> types;
    for (const QByteArray &text : objects) {
        rows.push_back(QJsonDocument::fromJson(text).object());
        const QJsonObject &object = rows.back();
        for (auto it = object.begin(); it != object.end(); ++it) {
            auto [found, added] = types.try_emplace(it.key());
            if (added)
                order.push_back(it.key());
            if (!it.value().isNull())
                found->second.see(cellType(it.value()));
        }
    }
    Batch batch;
    batch.rows = rows.size();
    for (const QString &name : order) {
        auto column = std::make_shared<Column>(types[name].type);
        for (const QJsonObject &row : rows)
            appendValue(*column, row.value(name));
        batch.set(name, std::move(column));
    }
    return batch;
}

} // namespace dash
