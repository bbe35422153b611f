#include "app/cli/run_world.h"

#include "core/engine/row_text.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <cstdio>

namespace dash::cli {

ShiftedClock::ShiftedClock(std::optional<UtcMs> start)
{
    if (start)
        m_shift = *start - m_system.now();
}

UtcMs ShiftedClock::now() const
{
    return m_system.now() + m_shift;
}

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const auto refuse = [&path](const QString &reason) {
        return fail(ErrorCode::FileOpen, {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), reason}});
    };
    if (path != u"-" && QFileInfo(path).isDir())
        return refuse(u"it is a folder."_qs);
    QFile file(path);
    if (!(path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return refuse(file.errorString());
    // In portions: standard input gives what it has, and a size cannot be known before.
    constexpr qint64 kPortion = 1024 * 1024;
    QByteArray bytes;
    for (;;) {
        const QByteArray portion = file.read(kPortion);
        if (portion.isEmpty())
            break;
        bytes += portion;
        if (bytes.size() > maxBytes)
            return fail(ErrorCode::DefinitionTooLarge, {{QLatin1StringView("limit"), u"%1 bytes"_qs.arg(maxBytes)}});
    }
    if (file.error() != QFileDevice::NoError)
        return refuse(file.errorString());
    return bytes;
}

Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    if (path == u"-") {
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileWrite,
                    {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), file.errorString()}});
    return {};
}

Result<CommandSecrets> CommandSecrets::fromArguments(const Arguments &arguments)
{
    CommandSecrets secrets;
    for (const QString &entry : arguments.values("--secret")) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals <= 0)
            return fail(ErrorCode::Usage, {{QLatin1StringView("reason"), u"--secret is NAME=@FILE or NAME=VALUE."_qs}});
        const QString value = entry.mid(equals + 1);
        if (!value.startsWith(u'@')) {
            secrets.m_given[entry.left(equals)] = value.toUtf8();
            continue;
        }
        auto bytes = readFile(value.mid(1), 1 << 20);
        if (!bytes)
            return fail(bytes.error());
        secrets.m_given[entry.left(equals)] = bytes->trimmed();
    }
    return secrets;
}

Result<QByteArray> CommandSecrets::secret(const QString &name)
{
    if (const auto given = m_given.find(name); given != m_given.end())
        return given->second;
    QString variable = name.toUpper();
    static const QRegularExpression other(QStringLiteral("[^A-Z0-9]"));
    const QByteArray key = "DASH_SECRET_" + variable.replace(other, u"_"_qs).toLatin1();
    if (qEnvironmentVariableIsSet(key.constData()))
        return qgetenv(key.constData());
    return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
}

Result<Pipeline> readPipeline(const QString &path)
{
    const auto bytes = readFile(path, kMaxDefinitionBytes);
    if (!bytes)
        return fail(bytes.error());
    return parsePipeline(*bytes);
}

void CollectedRows::rows(const Node &node, const Batch &rows)
{
    if (node.kind == NodeKind::Output)
        batches[node.id].push_back(rows);
}

QStringList CollectedRows::of(const QString &node) const
{
    QStringList out;
    const auto found = batches.find(node);
    if (found == batches.end())
        return out;
    for (const Batch &batch : found->second)
        for (std::size_t row = 0; row < batch.rows; ++row)
            out.append(QString::fromUtf8(rowJson(batch, row)));
    return out;
}

} // namespace dash::cli
