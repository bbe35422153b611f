// Appends rows to a file, CSV or a JSON row per line. A retry after a crash finds what it had written by a small note
// beside the file and neither loses nor doubles rows.
#include "core/engine/sinks/sinks.h"

#include "core/base/durable_file.h"
#include "core/engine/parameters.h"
#include "core/engine/row_text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimeZone>

#include <array>
#include <mutex>

namespace dash {

namespace {

constexpr std::size_t kDeliveryBytes = 1 << 20;

class FileSink final : public Sink {
public:
    static Result<std::unique_ptr<Sink>> create(const QJsonObject &config, const QString &node)
    {
        const ConfigReader reader(config);
        auto sink = std::make_unique<FileSink>();
        sink->m_node = node;
        sink->m_path = reader.text(QLatin1StringView("path"));
        sink->m_csv = reader.is(QLatin1StringView("format"), QLatin1StringView("csv"));
        const QString delimiter = reader.text(QLatin1StringView("delimiter"));
        sink->m_delimiter = delimiter == u"tab" ? '\t' : delimiter == u"semicolon" ? ';' : ',';
        sink->m_rotateBytes = reader.bytes(QLatin1StringView("rotate_bytes"));
        const QString zone = reader.text(QLatin1StringView("zone"));
        sink->m_zone = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8());
        return std::unique_ptr<Sink>(std::move(sink));
    }

    Result<std::vector<Delivery>> encode(const Batch &rows, bool finish) override
    {
        std::vector<Delivery> out;
        if (rows.rows > 0 && m_csv) {
            std::string header;
            appendHeaderCsv(header, rows, m_delimiter, "\r\n");
            if (header != m_header)
                flush(out);
            m_header = std::move(header);
        }
        for (std::size_t row = 0; row < rows.rows; ++row) {
            if (m_csv) {
                appendRowCsv(m_body, rows, row, m_delimiter, "\r\n");
            } else {
                appendRowJson(m_body, rows, row);
                m_body += '\n';
            }
            if (m_body.size() >= kDeliveryBytes)
                flush(out);
        }
        if (finish)
            flush(out);
        return out;
    }

    DeliveryResult deliver(RunContext &context, const QueuedDelivery &delivery) override
    {
        DeliveryResult result;
        const QString path = pathFor(context, delivery);
        const std::lock_guard lock(turn(path));
        const auto written = write(path, delivery);
        if (!written) {
            result.kind = DeliveryResult::Kind::TryAgain;
            result.error = written.error();
        }
        return result;
    }

private:
    void flush(std::vector<Delivery> &out)
    {
        if (m_body.empty())
            return;
        Delivery delivery;
        delivery.payload = QByteArray(m_body.data(), static_cast<qsizetype>(m_body.size()));
        delivery.meta = QJsonDocument(QJsonObject{{QLatin1StringView("header"), QString::fromStdString(m_header)}})
                            .toJson(QJsonDocument::Compact);
        out.push_back(std::move(delivery));
        m_body.clear();
    }

    QString pathFor(const RunContext &context, const QueuedDelivery &delivery) const
    {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(delivery.createdAt, Qt::UTC).toTimeZone(m_zone);
        QString path = m_path;
        path.replace(u"{date}"_qs, at.toString(u"yyyy-MM-dd"_qs));
        path.replace(u"{month}"_qs, at.toString(u"yyyy-MM"_qs));
        path.replace(u"{hour}"_qs, at.toString(u"yyyy-MM-dd-HH"_qs));
        return QDir::cleanPath(QDir(context.folder).absoluteFilePath(path));
    }

    static Failure cannot(const QString &path, const QString &reason)
    {
        return fail(ErrorCode::FileWrite, {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), reason}});
    }

    // Several queues may add to one file: one delivery at a time.
    static std::mutex &turn(const QString &path)
    {
        static std::array<std::mutex, 32> turns;
        return turns[qHash(path) % turns.size()];
    }

    Result<> write(const QString &path, const QueuedDelivery &delivery) const
    {
        const QByteArray header =
            QJsonDocument::fromJson(delivery.meta).object().value(QLatin1StringView("header")).toString().toUtf8();
        const QString note = notePath(path, delivery);
        const QString folder = QFileInfo(path).absolutePath();
        if (!QDir().mkpath(folder))
            return cannot(path, u"its folder cannot be made."_qs);
        const Unfinished before = earlierTry(path, note, delivery, header);
        if (before.isWhole)
            return synced(path, folder);
        if (before.start < 0)
            if (auto ok = rotateIfNeeded(path, header, delivery.payload.size()); !ok)
                return ok;
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return cannot(path, file.errorString());
        const qint64 start = before.start >= 0 ? before.start : file.size();
        if (before.start >= 0) {
            if (!file.resize(start))
                return cannot(path, file.errorString());
        } else if (auto ok = writeNote(note, delivery.id, start); !ok) {
            return ok;
        }
        const QByteArray bytes = start == 0 ? QByteArray(header + delivery.payload) : delivery.payload;
        if (!file.seek(start) || file.write(bytes) != bytes.size()) {
            const QString reason = file.errorString();
            file.resize(start); // a full disk leaves no half row
            return cannot(path, reason);
        }
        file.close();
        return synced(path, folder);
    }

    static Result<> synced(const QString &path, const QString &folder)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite))
            return cannot(path, file.errorString());
        if (!syncFile(file.handle()) || !syncFolder(QDir::toNativeSeparators(folder).toStdString()))
            return cannot(path, u"the disk did not confirm it."_qs);
        return {};
    }

    // One for each queue, so that two pipelines may add to the same file.
    static QString notePath(const QString &path, const QueuedDelivery &delivery)
    {
        const QFileInfo info(path);
        const QByteArray queue = delivery.pipeline.bytes() + delivery.output.toUtf8();
        const QByteArray name = QCryptographicHash::hash(queue, QCryptographicHash::Sha1).toHex().left(8);
        return u"%1/.%2.%3.dash"_qs.arg(info.absolutePath(), info.fileName(), QString::fromLatin1(name));
    }

    static Result<> writeNote(const QString &note, const DeliveryId &id, qint64 start)
    {
        QSaveFile file(note);
        const QByteArray text = id.text().toLatin1() + ' ' + QByteArray::number(start) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return cannot(note, file.errorString());
        return {};
    }

    struct Unfinished {
        qint64 start = -1;    // where an earlier try of this delivery began to write; -1: there was none
        bool isWhole = false; // and all of it is there
    };

    // What an earlier try left, when what stands there is its own.
    static Unfinished earlierTry(const QString &path, const QString &note, const QueuedDelivery &delivery,
                                 const QByteArray &header)
    {
        QFile kept(note);
        if (!kept.open(QIODevice::ReadOnly))
            return {};
        const QList<QByteArray> words = kept.read(200).trimmed().split(' ');
        if (words.size() != 2 || words[0] != delivery.id.text().toLatin1())
            return {};
        const qint64 start = words[1].toLongLong();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() < start || !file.seek(start))
            return {};
        const QByteArray expected = start == 0 ? QByteArray(header + delivery.payload) : delivery.payload;
        const QByteArray found = file.read(expected.size());
        if (found == expected)
            return {start, true};
        // Half of it at the end is cut off and written again; anything else belongs to somebody else.
        return expected.startsWith(found) && file.atEnd() ? Unfinished{start, false} : Unfinished{};
    }

    // A file of other columns, or one that would grow too large, makes room under a numbered name.
    Result<> rotateIfNeeded(const QString &path, const QByteArray &header, qsizetype more) const
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
            return {};
        const bool otherColumns = !header.isEmpty() && file.read(header.size()) != header;
        const bool tooLarge = m_rotateBytes > 0 && file.size() + more > m_rotateBytes;
        const bool full = otherColumns || tooLarge;
        file.close();
        if (!full)
            return {};
        const QFileInfo info(path);
        for (int number = 1; number < 100'000; ++number) {
            const QString suffix = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
            const QString old =
                u"%1/%2.%3%4"_qs.arg(info.absolutePath(), info.completeBaseName()).arg(number).arg(suffix);
            if (QFile::exists(old))
                continue;
            if (!file.rename(old))
                return cannot(path, file.errorString());
            return {};
        }
        return cannot(path, u"there are too many old files beside it."_qs);
    }

    QString m_node, m_path;
    bool m_csv = true;
    char m_delimiter = ',';
    qint64 m_rotateBytes = 0;
    QTimeZone m_zone;
    std::string m_header, m_body;
};

Parameter make(const char *name, ParameterKind kind, const char *label, const char *help)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = kind;
    parameter.label = label;
    parameter.help = help;
    return parameter;
}

Parameters fileParameters()
{
    Parameters all;
    all.push_back(
        make("path", ParameterKind::FilePath, QT_TRANSLATE_NOOP("Parameter", "File"),
             QT_TRANSLATE_NOOP(
                 "Parameter",
                 "Rows are added at its end. {date}, {month} or {hour} in the name starts a new file for each.")));
    all.back().required = true;
    Parameter format = make("format", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Format"), "");
    format.defaultValue = QStringLiteral("csv");
    format.choices = {{QStringLiteral("csv"), QT_TRANSLATE_NOOP("Parameter", "CSV")},
                      {QStringLiteral("ndjson"), QT_TRANSLATE_NOOP("Parameter", "A JSON row per line")}};
    all.push_back(format);
    Parameter delimiter = make("delimiter", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Separator"), "");
    delimiter.defaultValue = QStringLiteral("comma");
    delimiter.choices = {{QStringLiteral("comma"), QT_TRANSLATE_NOOP("Parameter", "Comma")},
                         {QStringLiteral("semicolon"), QT_TRANSLATE_NOOP("Parameter", "Semicolon")},
                         {QStringLiteral("tab"), QT_TRANSLATE_NOOP("Parameter", "Tab")}};
    delimiter.showWhen = QStringLiteral("format=csv");
    all.push_back(delimiter);
    Parameter rotate =
        make("rotate_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "New file beyond"),
             QT_TRANSLATE_NOOP("Parameter", "The full file is kept under a numbered name. Empty: one file."));
    rotate.advanced = true;
    all.push_back(rotate);
    Parameter zone = make("zone", ParameterKind::Zone, QT_TRANSLATE_NOOP("Parameter", "Time zone"),
                          QT_TRANSLATE_NOOP("Parameter", "In which {date} changes. Empty: the computer's."));
    zone.advanced = true;
    all.push_back(zone);
    return all;
}

} // namespace

SinkType fileSink()
{
    SinkType type;
    type.type = "file";
    type.label = QT_TRANSLATE_NOOP("Engine", "File");
    type.icon = "file";
    type.help = QT_TRANSLATE_NOOP("Engine", "Adds rows to a CSV or JSON file.");
    type.parameters = fileParameters();
    type.fact = [](const QJsonObject &config) {
        return QFileInfo(config.value(QLatin1StringView("path")).toString()).fileName();
    };
    type.create = FileSink::create;
    return type;
}

} // namespace dash
