// CSV and TSV: RFC 4180 and what real programs write instead of it.

#include "core/engine/formats/csv_columns.h"
#include "core/engine/formats/formats.h"
#include "core/engine/formats/limits.h"
#include "core/engine/formats/text_decoder.h"

namespace dash {

namespace {

constexpr std::size_t kSampleBytes = 256 * 1024;
constexpr std::size_t kSampleRows = 1'000;
constexpr std::size_t kWorkBytes = 1024 * 1024; // text is cut when this much has come

class CsvDecoder final : public Decoder {
public:
    CsvDecoder(CsvSettings settings, TextEncoding encoding, const QTimeZone &zone, const char *format)
        : m_settings(settings)
        , m_text(encoding)
        , m_zone(zone)
        , m_format(format)
        , m_splitter(settings.delimiter)
    {
    }

    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                    Rejects &rejects) override
    {
        Result<> text = m_text.decode(bytes, last, m_pending);
        if (!text)
            return text;
        if (!m_columns) {
            if (!last && m_pending.size() < kSampleBytes)
                return {};
            Result<> planned = plan(last);
            if (!planned)
                return planned;
        }
        if (!last && m_pending.size() < m_wanted)
            return {};
        return cut(last, out, rejects);
    }

private:
    Result<> plan(bool last)
    {
        const std::string_view text(m_pending);
        const char delimiter =
            m_settings.delimiter != 0 ? m_settings.delimiter : guessDelimiter(text.substr(0, kSampleBytes));
        const bool separatorLine = text.substr(0, 4) == "sep=";
        CsvSplitter splitter(delimiter);
        std::vector<CsvRow> sample;
        CsvRow row;
        std::size_t at = 0;
        while (at < text.size() && sample.size() < kSampleRows &&
               splitter.next(text, at, last, row) == CsvSplitter::Outcome::Record) {
            if (!(row.size() == 1 && trimmed(row[0]).empty()))
                sample.push_back(row);
        }
        if (separatorLine && m_settings.skipLines < 0 && !sample.empty())
            sample.erase(sample.begin());
        CsvPlan guessed = guessPlan(sample, delimiter, m_settings);
        if (guessed.columns.size() > kMaxFormatColumns)
            return fail(ErrorCode::FormatTooManyColumns,
                        {{QLatin1StringView("limit"), QString::number(kMaxFormatColumns)}});
        m_skip = guessed.skip + (guessed.header ? 1 : 0) + (separatorLine && m_settings.skipLines < 0 ? 1 : 0);
        m_splitter = CsvSplitter(delimiter);
        m_columns = std::make_unique<CsvColumns>(std::move(guessed), m_zone, m_format);
        return {};
    }

    Result<> cut(bool last, const std::function<Result<>(Batch)> &out, Rejects &rejects)
    {
        const std::string_view text(m_pending);
        std::size_t at = 0;
        CsvSplitter::Outcome outcome = CsvSplitter::Outcome::Record;
        while (at < text.size()) {
            const qint64 line = m_splitter.lines() + 1;
            outcome = m_splitter.next(text, at, last, m_row);
            if (outcome != CsvSplitter::Outcome::Record)
                break;
            if (m_row.size() == 1 && trimmed(m_row[0]).empty())
                continue;
            if (m_skip > 0) {
                --m_skip;
                continue;
            }
            Result<> added = m_columns->add(m_row, line, rejects);
            if (!added)
                return added;
            if (m_columns->rows() >= kFormatBatchRows) {
                Result<> given = give(out, rejects);
                if (!given)
                    return given;
            }
        }
        if (outcome == CsvSplitter::Outcome::OpenQuote) {
            const Error reason =
                formatSyntax(m_format, m_splitter.lines() + 1, QStringLiteral("a quote is not closed")).value();
            Result<> kept = rejectText(rejects, reason, text.substr(at));
            if (!kept)
                return kept;
            at = text.size();
        }
        if (m_columns->rows() > 0) { // its cells lie in the text that goes now
            Result<> given = give(out, rejects);
            if (!given)
                return given;
        }
        m_splitter.clearArena();
        m_pending.erase(0, at);
        if (m_pending.size() > kMaxRecordBytes)
            return recordTooLarge();
        m_wanted = m_pending.size() + kWorkBytes;
        return {};
    }

    Result<> give(const std::function<Result<>(Batch)> &out, Rejects &rejects)
    {
        Result<Batch> batch = m_columns->take(rejects);
        m_splitter.clearArena();
        if (!batch)
            return fail(batch.error());
        return batch->rows > 0 ? out(std::move(*batch)) : Result<>();
    }

    CsvSettings m_settings;
    TextDecoder m_text;
    QTimeZone m_zone;
    const char *m_format;
    CsvSplitter m_splitter;
    std::string m_pending;
    std::size_t m_wanted = 0;
    std::size_t m_skip = 0; // records still to pass over
    CsvRow m_row;
    std::unique_ptr<CsvColumns> m_columns;
};

Parameter choice(const char *name, const char *label, const char *help, std::vector<ParameterChoice> choices)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = ParameterKind::Choice;
    parameter.label = label;
    parameter.help = help;
    parameter.defaultValue = QStringLiteral("auto");
    parameter.choices = std::move(choices);
    parameter.choices.insert(parameter.choices.begin(),
                             {QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "Detect")});
    return parameter;
}

Parameters csvParameters(bool withDelimiter)
{
    Parameters all;
    if (withDelimiter)
        all.push_back(choice("delimiter", QT_TRANSLATE_NOOP("Parameter", "Delimiter"), "",
                             {{QStringLiteral(","), QT_TRANSLATE_NOOP("Parameter", "Comma")},
                              {QStringLiteral(";"), QT_TRANSLATE_NOOP("Parameter", "Semicolon")},
                              {QStringLiteral("tab"), QT_TRANSLATE_NOOP("Parameter", "Tab")},
                              {QStringLiteral("|"), QT_TRANSLATE_NOOP("Parameter", "Bar")}}));
    all.push_back(choice("header", QT_TRANSLATE_NOOP("Parameter", "First row"), "",
                         {{QStringLiteral("yes"), QT_TRANSLATE_NOOP("Parameter", "Names of the columns")},
                          {QStringLiteral("no"), QT_TRANSLATE_NOOP("Parameter", "Values")}}));
    all.push_back(choice("encoding", QT_TRANSLATE_NOOP("Parameter", "Encoding"), "",
                         {{QStringLiteral("utf-8"), QT_TRANSLATE_NOOP("Parameter", "UTF-8")},
                          {QStringLiteral("utf-16le"), QT_TRANSLATE_NOOP("Parameter", "UTF-16, little endian")},
                          {QStringLiteral("utf-16be"), QT_TRANSLATE_NOOP("Parameter", "UTF-16, big endian")},
                          {QStringLiteral("latin-1"), QT_TRANSLATE_NOOP("Parameter", "Latin-1")},
                          {QStringLiteral("windows-1252"), QT_TRANSLATE_NOOP("Parameter", "Windows-1252")}}));
    all.push_back(choice("decimal", QT_TRANSLATE_NOOP("Parameter", "Decimal mark"), "",
                         {{QStringLiteral("point"), QT_TRANSLATE_NOOP("Parameter", "Point (1,234.5)")},
                          {QStringLiteral("comma"), QT_TRANSLATE_NOOP("Parameter", "Comma (1.234,5)")}}));
    all.push_back(choice("dates", QT_TRANSLATE_NOOP("Parameter", "Dates"), "",
                         {{QStringLiteral("dmy"), QT_TRANSLATE_NOOP("Parameter", "Day first (31/12/2026)")},
                          {QStringLiteral("mdy"), QT_TRANSLATE_NOOP("Parameter", "Month first (12/31/2026)")}}));
    Parameter zone;
    zone.name = QStringLiteral("zone");
    zone.kind = ParameterKind::Zone;
    zone.label = QT_TRANSLATE_NOOP("Parameter", "Time zone");
    zone.help = QT_TRANSLATE_NOOP("Parameter", "Of times that name none themselves.");
    zone.defaultValue = QStringLiteral("UTC");
    all.push_back(zone);
    Parameter skip;
    skip.name = QStringLiteral("skip_rows");
    skip.kind = ParameterKind::Integer;
    skip.label = QT_TRANSLATE_NOOP("Parameter", "Rows to skip");
    skip.help = QT_TRANSLATE_NOOP("Parameter", "Before the header. Empty: detect.");
    skip.minimum = 0;
    skip.maximum = 900;
    skip.advanced = true;
    all.push_back(skip);
    for (const Parameter &parameter : jsonFormat().parameters) {
        if (parameter.name == QStringLiteral("numbers"))
            all.push_back(parameter);
    }
    return all;
}

Result<std::unique_ptr<Decoder>> createCsv(const QJsonObject &config, char delimiter, const char *format)
{
    const auto text = [&](QLatin1StringView name) { return config[name].toString(); };
    CsvSettings settings;
    settings.delimiter = delimiter;
    const QString wanted = text(QLatin1StringView("delimiter"));
    if (delimiter == 0 && !wanted.isEmpty() && wanted != QStringLiteral("auto"))
        settings.delimiter = wanted == QStringLiteral("tab") ? '\t' : wanted[0].toLatin1();
    const QString header = text(QLatin1StringView("header"));
    settings.header = header == QStringLiteral("yes") ? 1 : header == QStringLiteral("no") ? 0 : -1;
    const QString decimal = text(QLatin1StringView("decimal"));
    settings.decimalMark = decimal == QStringLiteral("comma") ? ',' : decimal == QStringLiteral("point") ? '.' : '\0';
    settings.dates = dateFormFromName(text(QLatin1StringView("dates")));
    settings.skipLines = config[QLatin1StringView("skip_rows")].toInt(-1);
    settings.decimals = text(QLatin1StringView("numbers")) == QStringLiteral("decimal");
    const QString zoneName = text(QLatin1StringView("zone"));
    const QTimeZone zone(zoneName.isEmpty() ? QByteArrayLiteral("UTC") : zoneName.toLatin1());
    if (!zone.isValid())
        return fail(ErrorCode::TimeZoneUnknown, {{QLatin1StringView("zone"), zoneName}});
    return std::make_unique<CsvDecoder>(settings, textEncodingFromName(text(QLatin1StringView("encoding"))), zone,
                                        format);
}

bool looksBinary(QByteArrayView head)
{
    const bool utf16 =
        head.size() >= 2 && (head[0] == '\0' || head[1] == '\0' || head[0] == '\xFF' || head[0] == '\xFE');
    return !utf16 && head.contains('\0');
}

int sniffDelimited(QByteArrayView head, const QString &name, const QByteArray &contentType, bool tabs)
{
    if (head.isEmpty() || looksBinary(head))
        return 0;
    const QString ending = tabs ? QStringLiteral(".tsv") : QStringLiteral(".csv");
    if (name.endsWith(ending, Qt::CaseInsensitive) || contentType.contains(tabs ? "tab-separated" : "text/csv"))
        return 85;
    std::string text;
    TextDecoder decoder;
    if (!decoder.decode(head, false, text) || text.empty())
        return 0;
    const char delimiter = guessDelimiter(text);
    CsvSplitter splitter(delimiter);
    CsvRow first;
    CsvRow second;
    std::size_t at = 0;
    const bool two = splitter.next(text, at, true, first) == CsvSplitter::Outcome::Record &&
                     splitter.next(text, at, true, second) == CsvSplitter::Outcome::Record;
    if (!two || first.size() < 2 || text[0] == '{' || text[0] == '[' || text[0] == '<')
        return 2;
    if ((delimiter == '\t') != tabs)
        return tabs ? 1 : 30;
    return first.size() == second.size() ? 50 : 25;
}

FormatType delimited(const char *name, const char *label, char delimiter)
{
    FormatType type;
    type.type = name;
    type.label = label;
    type.parameters = csvParameters(delimiter == 0);
    type.sniff = [delimiter](QByteArrayView head, const QString &file, const QByteArray &contentType) {
        return sniffDelimited(head, file, contentType, delimiter == '\t');
    };
    const char *words = delimiter == '\t' ? "TSV" : "CSV";
    type.create = [delimiter, words](const QJsonObject &config, RunContext &) {
        return createCsv(config, delimiter, words);
    };
    return type;
}

} // namespace

FormatType csvFormat()
{
    return delimited("csv", QT_TRANSLATE_NOOP("Engine", "CSV"), 0);
}

FormatType tsvFormat()
{
    return delimited("tsv", QT_TRANSLATE_NOOP("Engine", "TSV"), '\t');
}

} // namespace dash
