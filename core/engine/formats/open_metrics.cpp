// OpenMetrics 1.0 and the Prometheus text format 0.0.4: one row a sample. Columns: time, name, value, type, unit,
// labels (all of them as JSON), exemplar (JSON, where any), and one text column for each label.

#include "core/engine/formats/column_builder.h"
#include "core/engine/formats/formats.h"
#include "core/engine/formats/limits.h"
#include "core/engine/formats/text_decoder.h"
#include "core/engine/row_text.h"

#include <charconv>
#include <cmath>
#include <deque>
#include <limits>
#include <unordered_map>

namespace dash {

namespace {

struct Label {
    std::string_view name;
    std::string value;
};

struct Sample {
    std::string_view name;
    std::string nameText; // backs `name` when it was quoted
    std::vector<Label> labels;
    double value = 0;
    std::optional<std::int64_t> time;
    std::string exemplar;
};

bool nameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
           c == '.';
}

// One line of samples, read from left to right. `reason` says what was expected when something is wrong.
class LineReader {
public:
    explicit LineReader(std::string_view line)
        : m_line(line)
    {
    }
    const char *reason = "";

    bool sample(Sample &out)
    {
        out.name = word();
        if (out.name.empty() && peek() != '{')
            return failWith("a metric's name is expected");
        skipSpace();
        if (peek() == '{' && !labels(out.labels, &out))
            return false;
        if (out.name.empty())
            return failWith("a metric's name is expected");
        skipSpace();
        if (!number(out.value))
            return failWith("a number is expected after the name");
        skipSpace();
        if (m_at < m_line.size() && peek() != '#' && !time(out.time))
            return failWith("the timestamp is not a number");
        skipSpace();
        return m_at == m_line.size() || exemplar(out.exemplar);
    }

private:
    char peek() const { return m_at < m_line.size() ? m_line[m_at] : '\0'; }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }
    bool failWith(const char *why)
    {
        reason = why;
        return false;
    }
    std::string_view word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_line.size() && nameChar(m_line[m_at]))
            ++m_at;
        return m_line.substr(begin, m_at - begin);
    }
    bool quoted(std::string &out)
    {
        if (peek() != '"')
            return failWith("a label's value needs quotes");
        ++m_at;
        while (m_at < m_line.size() && m_line[m_at] != '"') {
            char c = m_line[m_at++];
            if (c == '\\' && m_at < m_line.size()) {
                const char escaped = m_line[m_at++];
                if (escaped != 'n' && escaped != '\\' && escaped != '"')
                    out.push_back('\\'); // unknown escapes stay as they are
                c = escaped == 'n' ? '\n' : escaped;
            }
            out.push_back(c);
        }
        if (peek() != '"')
            return failWith("a label's value is not closed");
        ++m_at;
        return true;
    }
    bool labels(std::vector<Label> &out, Sample *sample)
    {
        ++m_at;
        while (true) {
            skipSpace();
            if (peek() == '}') {
                ++m_at;
                return true;
            }
            if (peek() == '"' && sample != nullptr && sample->name.empty()) {
                if (!quoted(sample->nameText))
                    return false;
                sample->name = sample->nameText;
            } else {
                Label label;
                label.name = word();
                skipSpace();
                if (label.name.empty() || peek() != '=')
                    return failWith("a label is written name=\"value\"");
                ++m_at;
                skipSpace();
                if (!quoted(label.value))
                    return false;
                out.push_back(std::move(label));
            }
            skipSpace();
            if (peek() == ',')
                ++m_at;
            else if (peek() != '}')
                return failWith("a comma or } is expected after a label");
        }
    }
    bool number(double &out)
    {
        const std::size_t begin = m_at;
        while (m_at < m_line.size() && m_line[m_at] != ' ' && m_line[m_at] != '\t')
            ++m_at;
        std::string_view token = m_line.substr(begin, m_at - begin);
        if (!token.empty() && token[0] == '+')
            token.remove_prefix(1);
        if (token.empty() || token[0] == '+')
            return false;
        const auto result = std::from_chars(token.data(), token.data() + token.size(), out);
        if (result.ec == std::errc::result_out_of_range)
            out = token[0] == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
        return result.ec != std::errc::invalid_argument && result.ptr == token.data() + token.size();
    }
    // Milliseconds in the older format, seconds in OpenMetrics; a whole number this large is never seconds.
    bool time(std::optional<std::int64_t> &out)
    {
        const std::size_t begin = m_at;
        double value = 0;
        if (!number(value) || !std::isfinite(value) || std::abs(value) > 2.5e14)
            return false;
        const bool whole = m_line.substr(begin, m_at - begin).find('.') == std::string_view::npos;
        const bool millis = whole && std::abs(value) >= 1e11;
        if (!millis && std::abs(value) > 2.5e11)
            return false;
        out = static_cast<std::int64_t>(std::llround(millis ? value : value * 1000));
        return true;
    }
    bool exemplar(std::string &out)
    {
        ++m_at;
        skipSpace();
        std::vector<Label> all;
        double value = 0;
        std::optional<std::int64_t> at;
        if (peek() != '{' || !labels(all, nullptr))
            return failWith("an exemplar begins with its labels");
        skipSpace();
        if (!number(value))
            return failWith("an exemplar needs a number");
        skipSpace();
        if (m_at < m_line.size() && !time(at))
            return failWith("the exemplar's timestamp is not a number");
        out = "{\"labels\":{";
        for (std::size_t i = 0; i < all.size(); ++i) {
            out += i == 0 ? "" : ",";
            appendJsonString(out, all[i].name);
            out.push_back(':');
            appendJsonString(out, all[i].value);
        }
        Column one(ColumnType::Double);
        one.appendDouble(value);
        out += "},\"value\":";
        appendCellJson(out, one, 0);
        if (at)
            out += ",\"time\":\"" + isoUtc(*at).toStdString() + "\"";
        out.push_back('}');
        return true;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
};

class OpenMetricsDecoder final : public Decoder {
public:
    explicit OpenMetricsDecoder(std::int64_t now)
        : m_now(now)
    {
        begin();
    }

    Result<> decode(QByteArrayView bytes, bool last, const std::function<Result<>(Batch)> &out,
                    Rejects &rejects) override
    {
        Result<> text = m_text.decode(bytes, last, m_pending);
        if (!text)
            return text;
        std::size_t at = 0;
        while (at < m_pending.size()) {
            const std::size_t newline = m_pending.find('\n', at);
            if (newline == std::string::npos && !last)
                break;
            const std::size_t stop = newline == std::string::npos ? m_pending.size() : newline;
            Result<> taken = takeLine(std::string_view(m_pending).substr(at, stop - at), out, rejects);
            if (!taken)
                return taken;
            at = newline == std::string::npos ? stop : newline + 1;
        }
        m_pending.erase(0, at);
        if (m_pending.size() > kMaxRecordBytes)
            return recordTooLarge();
        return last && m_rows > 0 ? out(take()) : Result<>();
    }

private:
    struct Family {
        std::string type;
        std::string unit;
    };
    struct LabelColumn {
        QString name;
        std::shared_ptr<Column> column;
    };

    void begin()
    {
        m_time = std::make_shared<Column>(ColumnType::Instant);
        m_name = std::make_shared<Column>(ColumnType::Text);
        m_value = std::make_shared<Column>(ColumnType::Double);
        m_type = std::make_shared<Column>(ColumnType::Text);
        m_unit = std::make_shared<Column>(ColumnType::Text);
        m_labels = std::make_shared<Column>(ColumnType::Json);
        m_exemplar = std::make_shared<Column>(ColumnType::Json);
        for (LabelColumn &label : m_labelColumns)
            label.column = std::make_shared<Column>(ColumnType::Text);
        m_rows = 0;
        m_bytes = 0;
    }

    Result<> takeLine(std::string_view line, const std::function<Result<>(Batch)> &out, Rejects &rejects)
    {
        ++m_line;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
            line.remove_prefix(1);
        if (line.empty() || m_ended)
            return {};
        if (line[0] == '#') {
            comment(line);
            return {};
        }
        Sample sample;
        LineReader reader(line);
        if (!reader.sample(sample))
            return rejectText(rejects, formatSyntax("OpenMetrics", m_line, QString::fromLatin1(reader.reason)).value(),
                              line);
        Result<> added = add(sample);
        if (!added)
            return added;
        m_bytes += line.size() * 3;
        return m_rows >= kFormatBatchRows || m_bytes >= kFormatBatchBytes ? out(take()) : Result<>();
    }

    // "# TYPE name counter", "# UNIT name seconds", "# EOF"; anything else is a remark.
    void comment(std::string_view line)
    {
        if (line == "# EOF") {
            m_ended = true;
            return;
        }
        const bool type = line.substr(0, 7) == "# TYPE ";
        if ((!type && line.substr(0, 7) != "# UNIT ") || m_families.size() >= kMaxBrokenRecords)
            return;
        line.remove_prefix(7);
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos)
            return;
        std::string_view name = line.substr(0, space);
        if (name.size() > 2 && name.front() == '"' && name.back() == '"')
            name = name.substr(1, name.size() - 2);
        Family &family = m_families[std::string(name)];
        (type ? family.type : family.unit) = std::string(line.substr(space + 1));
    }

    const Family *familyOf(std::string_view name) const
    {
        auto found = m_families.find(std::string(name));
        if (found != m_families.end())
            return &found->second;
        for (const std::string_view suffix :
             {"_total", "_bucket", "_sum", "_count", "_created", "_info", "_gcount", "_gsum"}) {
            if (name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix) {
                found = m_families.find(std::string(name.substr(0, name.size() - suffix.size())));
                return found == m_families.end() ? nullptr : &found->second;
            }
        }
        return nullptr;
    }

    Result<> add(const Sample &sample)
    {
        m_scratch = "{";
        for (const Label &label : sample.labels) {
            auto known = m_labelIndex.find(std::string(label.name));
            if (known == m_labelIndex.end()) {
                if (m_labelColumns.size() >= kMaxFormatColumns)
                    return fail(ErrorCode::FormatTooManyColumns,
                                {{QLatin1StringView("limit"), QString::number(kMaxFormatColumns)}});
                known = m_labelIndex.emplace(std::string(label.name), m_labelColumns.size()).first;
                m_labelColumns.push_back(
                    LabelColumn{labelField(label.name), std::make_shared<Column>(ColumnType::Text)});
            }
            Column &column = *m_labelColumns[known->second].column;
            if (column.size() > m_rows)
                continue; // the same label twice: the first counts
            while (column.size() < m_rows)
                column.appendNull();
            column.appendText(label.value);
            m_scratch += m_scratch.size() > 1 ? "," : "";
            appendJsonString(m_scratch, label.name);
            m_scratch.push_back(':');
            appendJsonString(m_scratch, label.value);
        }
        m_scratch.push_back('}');
        m_time->appendInt(sample.time.value_or(m_now));
        m_name->appendText(sample.name);
        m_value->appendDouble(sample.value);
        const Family *family = familyOf(sample.name);
        appendOrNull(*m_type, family == nullptr ? std::string_view("unknown") : std::string_view(family->type));
        appendOrNull(*m_unit, family == nullptr ? std::string_view() : std::string_view(family->unit));
        m_labels->appendText(m_scratch);
        appendOrNull(*m_exemplar, sample.exemplar);
        m_anyExemplar = m_anyExemplar || !sample.exemplar.empty();
        ++m_rows;
        return {};
    }

    static void appendOrNull(Column &column, std::string_view text)
    {
        if (text.empty())
            column.appendNull();
        else
            column.appendText(text);
    }

    static QString labelField(std::string_view name)
    {
        static const QStringList own{QStringLiteral("time"),    QStringLiteral("name"), QStringLiteral("value"),
                                     QStringLiteral("type"),    QStringLiteral("unit"), QStringLiteral("labels"),
                                     QStringLiteral("exemplar")};
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        return own.contains(text) ? QStringLiteral("label_") + text : text;
    }

    Batch take()
    {
        Batch batch;
        batch.rows = m_rows;
        batch.set(QStringLiteral("time"), m_time);
        batch.set(QStringLiteral("name"), m_name);
        batch.set(QStringLiteral("value"), m_value);
        batch.set(QStringLiteral("type"), m_type);
        batch.set(QStringLiteral("unit"), m_unit);
        batch.set(QStringLiteral("labels"), m_labels);
        if (m_anyExemplar)
            batch.set(QStringLiteral("exemplar"), m_exemplar);
        for (LabelColumn &label : m_labelColumns) {
            while (label.column->size() < m_rows)
                label.column->appendNull();
            batch.set(label.name, label.column);
        }
        begin();
        return batch;
    }

    std::int64_t m_now;
    TextDecoder m_text{TextEncoding::Utf8};
    std::string m_pending;
    qint64 m_line = 0;
    bool m_ended = false;
    bool m_anyExemplar = false;
    std::unordered_map<std::string, Family> m_families;
    std::unordered_map<std::string, std::size_t> m_labelIndex;
    std::vector<LabelColumn> m_labelColumns;
    std::shared_ptr<Column> m_time;
    std::shared_ptr<Column> m_name;
    std::shared_ptr<Column> m_value;
    std::shared_ptr<Column> m_type;
    std::shared_ptr<Column> m_unit;
    std::shared_ptr<Column> m_labels;
    std::shared_ptr<Column> m_exemplar;
    std::size_t m_rows = 0;
    std::size_t m_bytes = 0;
    std::string m_scratch;
};

int sniffOpenMetrics(QByteArrayView head, const QString &name, const QByteArray &contentType)
{
    const QByteArray text = head.toByteArray();
    if (contentType.contains("openmetrics-text") ||
        (contentType.contains("text/plain") && contentType.contains("version=0.0.4")))
        return 95;
    if (text.startsWith("# HELP ") || text.startsWith("# TYPE ") || text.contains("\n# TYPE "))
        return 90;
    return name.endsWith(QStringLiteral(".prom"), Qt::CaseInsensitive) ? 85 : 0;
}

} // namespace

FormatType openMetricsFormat()
{
    FormatType type;
    type.type = "openmetrics";
    type.label = QT_TRANSLATE_NOOP("Engine", "OpenMetrics (Prometheus)");
    type.sniff = sniffOpenMetrics;
    type.create = [](const QJsonObject &, RunContext &context) -> Result<std::unique_ptr<Decoder>> {
        return std::make_unique<OpenMetricsDecoder>(toMs(context.clock.now()));
    };
    return type;
}

} // namespace dash
