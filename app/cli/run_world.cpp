#include "app/cli/run_world.h"

#include "core/engine/row_text.h"

#include <QFile>
#include <QRegularExpression>

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
    QFile file(path);
    const bool open = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return fail(ErrorCode::FileOpen,
                    {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), file.errorString()}});
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::DefinitionTooLarge, {{QLatin1StringView("limit"), u"%1 bytes"_qs.arg(maxBytes)}});
    return bytes;
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
