// NDJSON (JSON Lines): one record a line. A broken line is set aside, the next one counts again.

#include "core/engine/formats/formats.h"
#include "core/engine/formats/json_rows.h"
#include "core/engine/formats/limits.h"
#include "core/engine/formats/text_decoder.h"

#include <cstring>

namespace dash {

namespace {

class NdjsonDecoder final : public Decoder {
public:
    explicit NdjsonDecoder(bool decimals)
        : m_rows(decimals)
    {
    }

    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                    Rejects &rejects) override
    {
        Result<> text = m_text.decode(bytes, last, m_pending);
        if (!text)
            return text;
        const char *at = m_pending.data();
        const char *end = at + m_pending.size();
        while (at != end) {
            const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (newline == nullptr && !last)
                break;
            const char *stop = newline != nullptr ? newline : end;
            Result<> taken = takeLine(std::string_view(at, static_cast<std::size_t>(stop - at)), out, rejects);
            if (!taken)
                return taken;
            at = newline != nullptr ? newline + 1 : end;
        }
        m_pending.erase(0, static_cast<std::size_t>(at - m_pending.data()));
        if (m_pending.size() > kMaxRecordBytes)
            return recordTooLarge();
        return last && m_rows.rows() > 0 ? out(m_rows.take()) : Result<>();
    }

private:
    Result<> takeLine(std::string_view line, const std::function<Result<>(Batch)> &out, Rejects &rejects)
    {
        ++m_line;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (line.empty())
            return {};
        Result<> added = m_rows.add(line, "NDJSON", m_line);
        if (!added)
            return added.error().code == ErrorCode::FormatTooManyColumns ? added
                                                                         : rejectText(rejects, added.error(), line);
        return m_rows.full() ? out(m_rows.take()) : Result<>();
    }

    TextDecoder m_text{TextEncoding::Unicode};
    JsonRows m_rows;
    std::string m_pending;
    qint64 m_line = 0;
};

// Two lines that each begin with { and close it, or a file name that says so.
int sniffNdjson(QByteArrayView head, const QString &name, const QByteArray &contentType)
{
    const QByteArray start = head.toByteArray().replace("\xEF\xBB\xBF", "").trimmed();
    if (!start.startsWith('{') && !start.startsWith('['))
        return 0;
    if (contentType.contains("ndjson") || contentType.contains("jsonl") ||
        name.endsWith(QStringLiteral(".ndjson"), Qt::CaseInsensitive) ||
        name.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive))
        return 95;
    const qsizetype newline = start.indexOf('\n');
    if (newline < 0)
        return start.startsWith('{') ? 30 : 0;
    const QByteArray first = start.left(newline).trimmed();
    const QByteArray second = start.mid(newline + 1).trimmed();
    const bool lines = first.startsWith('{') && first.endsWith('}') && second.startsWith('{');
    return lines ? 92 : 5;
}

} // namespace

FormatType ndjsonFormat()
{
    FormatType type;
    type.type = "ndjson";
    type.label = QT_TRANSLATE_NOOP("Engine", "NDJSON (one record a line)");
    for (const Parameter &parameter : jsonFormat().parameters) {
        if (parameter.name == QStringLiteral("numbers"))
            type.parameters.push_back(parameter);
    }
    type.sniff = sniffNdjson;
    type.create = [](const QJsonObject &config, RunContext &) -> Result<std::unique_ptr<Decoder>> {
        return std::make_unique<NdjsonDecoder>(config[QLatin1StringView("numbers")].toString() ==
                                               QStringLiteral("decimal"));
    };
    return type;
}

} // namespace dash
