// JSON documents: an array of records, an object, or the records at a path.

#include "core/engine/formats/formats.h"
#include "core/engine/formats/json_rows.h"
#include "core/engine/formats/json_splitter.h"
#include "core/engine/formats/limits.h"
#include "core/engine/formats/text_decoder.h"

namespace dash {

namespace {

class JsonDecoder final : public Decoder {
public:
    JsonDecoder(RecordPath path, bool decimals)
        : m_splitter(std::move(path))
        , m_rows(decimals)
    {
    }

    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                    Rejects &rejects) override
    {
        m_portion.clear();
        Result<> text = m_text.decode(bytes, last, m_portion);
        if (!text)
            return text;
        Result<> fed = m_splitter.feed(m_portion, last, [&](std::string_view record, qint64 line) -> Result<> {
            Result<> added = m_rows.add(record, "JSON", line);
            if (!added)
                return added.error().code == ErrorCode::FormatTooManyColumns
                           ? added
                           : rejectText(rejects, added.error(), record);
            return m_rows.full() ? out(m_rows.take()) : Result<>();
        });
        if ((fed && !last) || m_rows.rows() == 0)
            return fed;
        // Also before an error: what was read of a cut document is whole records, good enough for a sample.
        Result<> given = out(m_rows.take());
        return fed ? given : fed;
    }

private:
    TextDecoder m_text{TextEncoding::Unicode};
    JsonSplitter m_splitter;
    JsonRows m_rows;
    std::string m_portion;
};

int sniffJson(QByteArrayView head, const QString &name, const QByteArray &contentType)
{
    const QByteArray start = head.toByteArray().replace("\xEF\xBB\xBF", "").trimmed();
    const bool opens = start.startsWith('{') || start.startsWith('[');
    if (!opens)
        return 0;
    if (contentType.contains("ndjson") || contentType.contains("jsonl"))
        return 20;
    if (name.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) || contentType.contains("json"))
        return 90;
    return 60;
}

} // namespace

FormatType jsonFormat()
{
    Parameter records;
    records.name = QStringLiteral("records");
    records.kind = ParameterKind::Path;
    records.label = QT_TRANSLATE_NOOP("Parameter", "Records");
    records.help = QT_TRANSLATE_NOOP(
        "Parameter", "Where the records are, such as $.data[*]. Empty: the list, or the object itself.");
    Parameter numbers;
    numbers.name = QStringLiteral("numbers");
    numbers.kind = ParameterKind::Choice;
    numbers.label = QT_TRANSLATE_NOOP("Parameter", "Numbers with a fraction");
    numbers.help = QT_TRANSLATE_NOOP("Parameter", "Exact decimals suit money; floating point suits measurements.");
    numbers.defaultValue = QStringLiteral("auto");
    numbers.advanced = true;
    numbers.choices = {{QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "As they come")},
                       {QStringLiteral("decimal"), QT_TRANSLATE_NOOP("Parameter", "Exact decimals")}};
    FormatType type;
    type.type = "json";
    type.label = QT_TRANSLATE_NOOP("Engine", "JSON");
    type.parameters = {records, numbers};
    type.sniff = sniffJson;
    type.create = [](const QJsonObject &config, RunContext &) -> Result<std::unique_ptr<Decoder>> {
        Result<RecordPath> path = parseRecordPath(config[QLatin1StringView("records")].toString());
        if (!path)
            return fail(path.error());
        const bool decimals = config[QLatin1StringView("numbers")].toString() == QStringLiteral("decimal");
        return std::make_unique<JsonDecoder>(std::move(*path), decimals);
    };
    return type;
}

} // namespace dash
