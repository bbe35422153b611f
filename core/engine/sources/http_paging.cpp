#include "core/engine/sources/http_paging.h"

#include "core/engine/formats/json_splitter.h"

#include <QDateTime>
#include <QLocale>

#include <simdjson.h>

namespace dash {

std::optional<QString> bodyValue(const QByteArray &body, const QString &path)
{
    const Result<RecordPath> parsed = parseRecordPath(path);
    if (!parsed)
        return std::nullopt;
    simdjson::dom::parser parser;
    simdjson::dom::element at;
    if (parser.parse(body.constData(), static_cast<std::size_t>(body.size())).get(at) != simdjson::SUCCESS)
        return std::nullopt;
    for (const RecordPath::Segment &segment : parsed->segments) {
        simdjson::dom::element next;
        const bool found = segment.kind == RecordPath::Segment::Kind::Name
                               ? at.at_key(segment.name).get(next) == simdjson::SUCCESS
                           : segment.kind == RecordPath::Segment::Kind::Index
                               ? at.at(static_cast<std::size_t>(segment.index)).get(next) == simdjson::SUCCESS
                               : false;
        if (!found)
            return std::nullopt;
        at = next;
    }
    std::string_view text;
    if (at.get(text) == simdjson::SUCCESS)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (at.is_null() || at.is_object() || at.is_array())
        return std::nullopt;
    const std::string plain = simdjson::minify(at);
    return QString::fromStdString(plain);
}

std::optional<QString> nextLink(const QByteArray &linkHeader)
{
    qsizetype at = 0;
    while ((at = linkHeader.indexOf('<', at)) >= 0) {
        const qsizetype end = linkHeader.indexOf('>', at);
        if (end < 0)
            return std::nullopt;
        qsizetype stop = linkHeader.indexOf('<', end);
        const QByteArray rest = linkHeader.mid(end + 1, stop < 0 ? -1 : stop - end - 1).toLower();
        for (const QByteArray &parameter : rest.split(';')) {
            QByteArray text = parameter.trimmed();
            if (!text.startsWith("rel"))
                continue;
            text = text.mid(text.indexOf('=') + 1).replace('"', ' ').replace(',', ' ').simplified();
            if (text.split(' ').contains("next"))
                return QString::fromUtf8(linkHeader.mid(at + 1, end - at - 1));
        }
        at = end;
    }
    return std::nullopt;
}

std::optional<Millis> retryAfter(const QByteArray &header, UtcMs now)
{
    bool number = false;
    const qint64 seconds = header.trimmed().toLongLong(&number);
    if (number)
        return seconds >= 0 && seconds < 100'000'000 ? std::optional(Millis(seconds * 1000)) : std::nullopt;
    const QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                                 QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!at.isValid())
        return std::nullopt;
    const QDateTime utc(at.date(), at.time(), Qt::UTC);
    return Millis(std::max<qint64>(0, utc.toMSecsSinceEpoch() - toMs(now)));
}

bool comesAfter(const QString &a, const QString &b)
{
    const std::optional<Decimal> left = parseDecimal(a.toStdString());
    const std::optional<Decimal> right = parseDecimal(b.toStdString());
    return left && right ? *left > *right : a > b;
}

std::optional<QString> greatest(const Batch &batch, const QString &field)
{
    const Column *column = batch.column(field);
    std::optional<QString> best;
    for (std::size_t row = 0; column != nullptr && row < batch.rows; ++row) {
        if (column->isNull(row))
            continue;
        const QString text = QString::fromStdString(cellText(*column, row));
        if (!best || comesAfter(text, *best))
            best = text;
    }
    return best;
}

} // namespace dash
