#include "core/engine/formats/detect.h"

#include "core/engine/formats/csv_guess.h"
#include "core/engine/formats/json_cursor.h"
#include "core/engine/formats/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <set>

namespace dash {

namespace {

constexpr std::size_t kProbeRows = 1'000;

bool namesTime(const QString &name)
{
    const QString lower = name.toLower();
    for (const char *word : {"time", "date", "created", "timestamp", "datum", "zeit", "updated"}) {
        if (lower.contains(QLatin1StringView(word)))
            return true;
    }
    return lower == QStringLiteral("ts") || lower == QStringLiteral("t") || lower == QStringLiteral("at") ||
           lower.endsWith(QStringLiteral("_at"));
}

// How a column tells the time, and how likely it is the one: "" when it does not.
struct TimeGuess {
    QString format;
    int weight = 0;
};

TimeGuess timeGuess(const Field &field, std::size_t rows)
{
    const Column &column = *field.column;
    const int named = namesTime(field.name) ? 10 : 0;
    if (column.type == ColumnType::Instant)
        return {QStringLiteral("instant"), 100 + named};
    std::size_t filled = 0;
    bool iso = true;
    bool seconds = true;
    bool millis = true;
    for (std::size_t row = 0; row < rows && row < kProbeRows; ++row) {
        if (column.isNull(row))
            continue;
        ++filled;
        if (column.type == ColumnType::Text) {
            const std::string_view text = column.text(row);
            iso = iso && text.size() >= 8 && text.size() <= 40 &&
                  parseIso(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).has_value();
        } else if (column.type == ColumnType::Int64) {
            seconds = seconds && column.ints[row] > 100'000'000 && column.ints[row] < 10'000'000'000;
            millis = millis && column.ints[row] > 100'000'000'000 && column.ints[row] < 10'000'000'000'000;
        }
    }
    if (filled == 0)
        return {};
    if (column.type == ColumnType::Text && iso)
        return {QStringLiteral("iso"), 90 + named};
    if (column.type == ColumnType::Int64 && named > 0 && (seconds || millis))
        return {seconds ? QStringLiteral("epoch_s") : QStringLiteral("epoch_ms"), 80};
    return {};
}

// Few different texts in many rows tell series apart; a text of its own in every row does not.
bool looksLikeLabel(const Column &column, std::size_t rows)
{
    if (column.type != ColumnType::Text && column.type != ColumnType::Bool)
        return false;
    std::set<std::string> different;
    std::size_t filled = 0;
    for (std::size_t row = 0; row < rows && row < kProbeRows; ++row) {
        if (column.isNull(row))
            continue;
        ++filled;
        different.insert(cellText(column, row));
    }
    return filled > 0 && different.size() <= 50 &&
           (different.size() * 2 <= filled || (filled <= 3 && different.size() == 1));
}

// An identifier is a number that nobody charts.
bool namesIdentifier(const QString &name)
{
    const QString lower = name.toLower();
    return lower == QStringLiteral("id") || lower.endsWith(QStringLiteral("_id")) ||
           lower.endsWith(QStringLiteral(" id")) || lower == QStringLiteral("uuid");
}

// Whether no two of the rows have the same values in these columns.
bool tellsRowsApart(const std::vector<const Column *> &columns, std::size_t rows)
{
    std::set<std::string> seen;
    for (std::size_t row = 0; row < rows; ++row) {
        std::string key;
        for (const Column *column : columns)
            key.append(column->isNull(row) ? std::string() : cellText(*column, row)).push_back('\0');
        if (!seen.insert(std::move(key)).second)
            return false;
    }
    return true;
}

bool isShortText(const Column &column, std::size_t rows)
{
    constexpr std::size_t kName = 64; // longer ones are messages
    if (column.type != ColumnType::Text)
        return false;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!column.isNull(row) && column.text(row).size() > kName)
            return false;
    }
    return true;
}

// Several rows at one time need something that tells their series apart, or each would replace the one before it. With
// more than a few names that does not look like a label by itself.
void addNeededLabel(Detected &found)
{
    const std::size_t rows = found.sample.rows;
    if (found.timeField.isEmpty() || found.numberFields.isEmpty() || rows < 2)
        return;
    std::vector<const Column *> columns{found.sample.column(found.timeField)};
    for (const QString &label : found.labelFields)
        columns.push_back(found.sample.column(label));
    if (tellsRowsApart(columns, rows))
        return;
    columns.push_back(nullptr);
    for (const Field &field : found.sample.fields) {
        if (field.name == found.timeField || found.labelFields.contains(field.name))
            continue;
        const bool named = field.column->type == ColumnType::Int64 && namesIdentifier(field.name);
        columns.back() = field.column.get();
        if (!named && !isShortText(*field.column, rows))
            continue;
        // What is another in every row numbers rows, not series.
        std::set<std::string> different;
        for (std::size_t row = 0; row < rows; ++row)
            different.insert(cellText(*field.column, row));
        if (different.size() * 2 > rows || !tellsRowsApart(columns, rows))
            continue;
        found.labelFields.append(field.name);
        return;
    }
}

// The first list of objects inside a top object: "$.data[*]".
QString guessRecordPath(QByteArrayView head)
{
    const std::string_view text(head.data(), static_cast<std::size_t>(head.size()));
    JsonCursor cursor(text, kMaxFormatDepth);
    cursor.skipSpace();
    if (cursor.peek() != '{' || !cursor.take('{', ""))
        return {};
    cursor.skipSpace();
    while (!cursor.atEnd() && cursor.peek() == '"') {
        std::string_view key;
        bool escaped;
        if (!cursor.string(key, escaped))
            return {};
        cursor.skipSpace();
        if (!cursor.take(':', ""))
            return {};
        cursor.skipSpace();
        if (cursor.peek() == '[') {
            JsonCursor inside(std::string_view(cursor.at() + 1,
                                               static_cast<std::size_t>(text.data() + text.size() - cursor.at() - 1)),
                              kMaxFormatDepth);
            inside.skipSpace();
            if (inside.peek() == '{') {
                std::string plain;
                appendUnescaped(key, plain);
                const QString name = QString::fromStdString(plain);
                return name.contains(u'\'') ? QStringLiteral("$[\"%1\"][*]").arg(name)
                                            : QStringLiteral("$['%1'][*]").arg(name);
            }
        }
        if (!cursor.value(nullptr))
            return {};
        cursor.skipSpace();
        if (!cursor.take(',', ""))
            return {};
        cursor.skipSpace();
    }
    return {};
}

bool plainName(QStringView name)
{
    for (const QChar c : name) {
        if (!c.isLetterOrNumber() && c != u'_')
            return false;
    }
    return !name.isEmpty();
}

// "$['data'][*]" reads better as "$.data[*]".
QString shortPath(const QString &path)
{
    const qsizetype end = path.indexOf(QStringLiteral("'][*]"));
    if (!path.startsWith(QStringLiteral("$['")) || end < 0)
        return path;
    const QString name = path.mid(3, end - 3);
    return plainName(name) ? QStringLiteral("$.%1[*]").arg(name) : path;
}

void describe(Detected &found)
{
    int best = 0;
    for (const Field &field : found.sample.fields) {
        found.fields.push_back(DetectedField{field.name, field.column->type, field.unit});
        const TimeGuess guess = timeGuess(field, found.sample.rows);
        if (guess.weight > best) {
            best = guess.weight;
            found.timeField = field.name;
            found.timeFormat = guess.format;
        }
    }
    for (const Field &field : found.sample.fields) {
        const ColumnType type = field.column->type;
        if (field.name == found.timeField)
            continue;
        if ((type == ColumnType::Int64 || type == ColumnType::Double || type == ColumnType::Decimal) &&
            !namesIdentifier(field.name) && timeGuess(field, found.sample.rows).weight == 0)
            found.numberFields.append(field.name);
        else if (looksLikeLabel(*field.column, found.sample.rows))
            found.labelFields.append(field.name);
    }
    addNeededLabel(found);
}

// What the decoder will guess about a CSV, as settings: shown to people, and firm while a followed file grows.
void describeCsv(QByteArrayView head, const QString &format, const QString &zone, QJsonObject &config)
{
    if (!zone.isEmpty())
        config.insert(QStringLiteral("zone"), zone);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QByteArrayView whole = head.first(std::max<qsizetype>(0, head.lastIndexOf('\n') + 1));
    [[maybe_unused]] const QString read = utf8.decode(whole.isEmpty() ? head : whole);
    if (utf8.hasError() || head.contains('\0'))
        return;
    config.insert(QStringLiteral("encoding"), QStringLiteral("utf-8"));
    const std::string_view text(head.data(), std::size_t(head.size()));
    if (text.substr(0, 4) == "sep=")
        return;
    const char delimiter = guessDelimiter(text.substr(0, 64 * 1024));
    CsvSplitter splitter(delimiter);
    std::vector<CsvRow> sample;
    CsvRow row;
    std::size_t at = 0;
    while (at < text.size() && sample.size() < kProbeRows &&
           splitter.next(text, at, false, row) == CsvSplitter::Outcome::Record)
        sample.push_back(row);
    if (sample.size() < 2)
        return;
    const CsvPlan plan = guessPlan(sample, delimiter, CsvSettings());
    if (format == QStringLiteral("csv") && std::string_view(",;\t|").find(delimiter) != std::string_view::npos)
        config.insert(QStringLiteral("delimiter"),
                      delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter)));
    if (plan.decimalMark == ',')
        config.insert(QStringLiteral("decimal"), QStringLiteral("comma"));
    std::set<DateForm> dates;
    for (const CsvColumnPlan &column : plan.columns) {
        if (column.date != DateForm::None)
            dates.insert(column.date);
    }
    if (dates.size() == 1 && (*dates.begin() == DateForm::DayFirst || *dates.begin() == DateForm::MonthFirst))
        config.insert(QStringLiteral("dates"), QString::fromLatin1(dateFormName(*dates.begin())));
}

} // namespace

Result<Detected> detectFormat(const Registry &registry, RunContext &context, QByteArrayView head, HeadIs extent,
                              const QString &name, const QByteArray &contentType, const QString &zone)
{
    const FormatType *best = nullptr;
    Detected found;
    for (const FormatType &format : registry.formats) {
        const int sure = format.sniff(head, name, contentType);
        if (sure > found.certainty) {
            found.certainty = sure;
            best = &format;
        }
    }
    if (best == nullptr)
        return formatSyntax("This file", 1, QStringLiteral("it is no CSV, TSV, JSON, NDJSON or OpenMetrics text"));
    found.format = QString::fromLatin1(best->type);
    if (found.format == QStringLiteral("json")) {
        const QString path = shortPath(guessRecordPath(head));
        if (!path.isEmpty())
            found.config.insert(QStringLiteral("records"), path);
    } else if (found.format == QStringLiteral("csv") || found.format == QStringLiteral("tsv")) {
        describeCsv(head, found.format, zone, found.config);
    }
    Result<std::unique_ptr<Decoder>> decoder = best->create(found.config, context);
    if (!decoder)
        return fail(decoder.error());
    std::vector<Batch> batches;
    const auto keep = [&](Batch batch) -> Result<> {
        batches.push_back(std::move(batch));
        return {};
    };
    Rejects rejects;
    // A cut document ends inside a record, which then is the decoder's error or its last reject: both mean nothing
    // here.
    const bool whole = extent == HeadIs::Everything;
    QByteArrayView usable = head;
    if (!whole && found.format != QStringLiteral("json")) {
        const qsizetype newline = head.lastIndexOf('\n');
        usable = newline > 0 ? head.first(newline + 1) : head;
    }
    Result<> decoded = (*decoder)->decode(usable, whole || found.format != QStringLiteral("json"), keep, rejects);
    if (decoded && !whole && batches.empty())
        decoded = (*decoder)->decode({}, true, keep, rejects);
    if (!decoded && whole)
        return fail(decoded.error());
    if (!batches.empty())
        found.sample = concatenate(batches);
    describe(found);
    return found;
}

} // namespace dash
