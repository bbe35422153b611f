// A web form (application/x-www-form-urlencoded): one record of text fields, a name that comes twice is a list.

#include "core/engine/formats/formats.h"
#include "core/engine/formats/json_rows.h"
#include "core/engine/formats/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dash {

namespace {

// Percent-decoded, "+" is a blank; nothing when that is no UTF-8 or not well formed.
std::optional<QString> decoded(QByteArray text)
{
    text.replace('+', ' ');
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        const QByteArray digits = text.mid(at + 1, 2);
        if (digits.size() != 2 || QByteArray::fromHex(digits).size() != 1 ||
            digits.toLower() != QByteArray::fromHex(digits).toHex())
            return std::nullopt;
    }
    const QByteArray plain = QByteArray::fromPercentEncoding(text);
    const QString out = QString::fromUtf8(plain);
    return out.toUtf8() == plain ? std::optional(out) : std::nullopt;
}

class FormDecoder final : public Decoder {
public:
    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out, Rejects &) override
    {
        m_text.append(bytes);
        if (m_text.size() > static_cast<qsizetype>(kMaxRecordBytes))
            return recordTooLarge();
        if (!last)
            return {};
        QJsonObject record;
        qsizetype fields = 0;
        for (const QByteArray &part : m_text.trimmed().split('&')) {
            if (part.isEmpty())
                continue;
            if (static_cast<std::size_t>(++fields) > kMaxFormatColumns)
                return fail(ErrorCode::FormatTooManyColumns,
                            {{QLatin1StringView("limit"), QString::number(kMaxFormatColumns)}});
            const qsizetype equals = part.indexOf('=');
            const auto name = decoded(equals < 0 ? part : part.left(equals));
            const auto value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1));
            if (!name || !value || name->isEmpty())
                return formatSyntax("Form", 1,
                                    QStringLiteral("it is not name=value&name=value, percent-encoded UTF-8."));
            const QJsonValue before = record.value(*name);
            if (before.isUndefined())
                record.insert(*name, *value);
            else if (before.isArray())
                record.insert(*name, [&] {
                    QJsonArray all = before.toArray();
                    all.append(*value);
                    return all;
                }());
            else
                record.insert(*name, QJsonArray{before, *value});
        }
        if (record.isEmpty())
            return {};
        JsonRows rows(false);
        const QByteArray json = QJsonDocument(record).toJson(QJsonDocument::Compact);
        if (Result<> added =
                rows.add(std::string_view(json.constData(), static_cast<std::size_t>(json.size())), "Form", 1);
            !added)
            return added;
        return out(rows.take());
    }

private:
    QByteArray m_text;
};

} // namespace

FormatType formFormat()
{
    FormatType type;
    type.type = "form";
    type.label = QT_TRANSLATE_NOOP("Engine", "Web form");
    type.sniff = [](QByteArrayView head, const QString &, const QByteArray &contentType) {
        const QByteArray start = head.toByteArray().trimmed();
        // curl names every body a form unless told otherwise.
        const bool json = start.startsWith('{') || start.startsWith('[');
        return contentType.startsWith("application/x-www-form-urlencoded") && !json && start.contains('=') ? 96 : 0;
    };
    type.create = [](const QJsonObject &, RunContext &) -> Result<std::unique_ptr<Decoder>> {
        return std::make_unique<FormDecoder>();
    };
    return type;
}

} // namespace dash
