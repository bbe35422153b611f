// Files: one, several by a pattern, or a folder; whole, or followed: only what was appended since the last run.

#include "core/engine/parameters.h"
#include "core/engine/sources/file_follow.h"
#include "core/engine/sources/http_parameters.h"
#include "core/engine/sources/sources.h"

#include <QFile>
#include <QJsonDocument>

namespace dash {

namespace {

constexpr qint64 kPortion = 1024 * 1024;

class FileSource final : public Source {
public:
    FileSource(const QJsonObject &config, const QString &node)
        : m_path(config[QLatin1StringView("path")].toString())
        , m_follow(config[QLatin1StringView("follow")].toBool())
        , m_header(config[QLatin1StringView("header_line")].toBool(true))
        , m_state(QStringLiteral("cursor/") + node)
    {
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        const QStringList files = filesAt(m_path, context.folder);
        if (files.isEmpty())
            return fail(ErrorCode::FileOpen, {{QLatin1StringView("file"), m_path},
                                              {QLatin1StringView("reason"), QStringLiteral("there is no such file.")}});
        QJsonObject places;
        if (const auto kept = context.state.find(m_state); kept != context.state.end())
            places = QJsonDocument::fromJson(kept->second).object();
        QJsonObject newPlaces;
        for (const QString &file : files) {
            const bool follow = m_follow && context.mode == RunMode::Full;
            const Result<FilePlace> reached =
                readOne(context, out, file, follow ? FilePlace::fromJson(places[file].toObject()) : FilePlace{});
            if (!reached)
                return fail(reached.error());
            newPlaces.insert(file, reached->toJson());
        }
        if (m_follow && context.mode == RunMode::Full)
            context.newState[m_state] = QJsonDocument(newPlaces).toJson(QJsonDocument::Compact);
        return {};
    }

    Result<> listen(RunContext &context, std::function<void()> ready) override
    {
        if (m_follow)
            m_watch = std::make_unique<FileWatch>(m_path, context.folder, std::move(ready));
        return {};
    }

private:
    Result<FilePlace> readOne(RunContext &context, SourceOutput &out, const QString &name, FilePlace from) const
    {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileOpen,
                        {{QLatin1StringView("file"), name}, {QLatin1StringView("reason"), file.errorString()}});
        if (from.offset > 0 && (file.size() < from.offset || startHash(file, from.offset) != from.hash))
            from = FilePlace{}; // cut or replaced by another: it counts from its beginning
        const bool follow = m_follow && context.mode == RunMode::Full;
        const qint64 end = follow ? endOfLastLine(file, from.offset) : file.size();
        FilePlace reached{end, {}};
        if (end > from.offset || (!follow && from.offset == 0)) {
            if (Result<> handed = handOn(context, out, file, name, from.offset, end); !handed)
                return fail(handed.error());
        }
        reached.hash = startHash(file, end);
        return reached;
    }

    Result<> handOn(RunContext &context, SourceOutput &out, QFile &file, const QString &name, qint64 from,
                    qint64 end) const
    {
        if (from > 0 && m_header) {
            // What was appended has no header of its own; JSON needs none.
            file.seek(0);
            const QByteArray first = file.readLine(kPortion);
            const QByteArray start = first.trimmed();
            if (!start.startsWith('{') && !start.startsWith('[')) {
                if (Result<> given = out.bytes(first, false, name, {}); !given)
                    return given;
            }
        }
        file.seek(from);
        for (qint64 at = from;;) {
            const QByteArray part = file.read(std::min(kPortion, end - at));
            if (part.isEmpty() && at < end)
                return fail(ErrorCode::FileOpen,
                            {{QLatin1StringView("file"), name},
                             {QLatin1StringView("reason"), QStringLiteral("it became shorter while it was read.")}});
            at += part.size();
            if (Result<> given = out.bytes(part, at >= end, name, {}); !given)
                return given;
            if (at >= end)
                return {};
            if (Result<> within = context.budget.check(); !within)
                return within;
        }
    }

    QString m_path;
    bool m_follow;
    bool m_header;
    QString m_state;
    std::unique_ptr<FileWatch> m_watch;
};

} // namespace

SourceType fileSource()
{
    SourceType type;
    type.type = "file";
    type.label = QT_TRANSLATE_NOOP("Engine", "File");
    type.icon = "file";
    type.help = QT_TRANSLATE_NOOP(
        "Engine", "CSV, TSV, JSON, NDJSON or metrics from a file, a folder or a pattern such as logs/*.csv.");
    Parameter path = declare("path", ParameterKind::FilePath, QT_TRANSLATE_NOOP("Parameter", "File"),
                             QT_TRANSLATE_NOOP("Parameter", "A file, a folder, or a name with * and ?."));
    path.required = true;
    Parameter follow =
        declare("follow", ParameterKind::Toggle, QT_TRANSLATE_NOOP("Parameter", "Follow"),
                QT_TRANSLATE_NOOP("Parameter", "Reads on when lines are appended; notices when the file is replaced."));
    follow.defaultValue = false;
    Parameter header = declare("header_line", ParameterKind::Toggle,
                               QT_TRANSLATE_NOOP("Parameter", "The first line names the columns"));
    header.defaultValue = true;
    header.showWhen = QStringLiteral("follow=true");
    header.advanced = true;
    type.parameters = {path, follow, header};
    type.listens = true;
    type.rereadable = true;
    type.create = [](const QJsonObject &config, const QString &node) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<FileSource>(config, node);
    };
    return type;
}

} // namespace dash
