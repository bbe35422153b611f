#include "cli_world.h"

#include <QFile>
#include <QJsonDocument>

namespace dash::test {

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QStringList Answer::lines() const
{
    return QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
}

void CliWorld::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's file could not be written");
}

void CliWorld::writePipeline(const QString &name, const QByteArray &nodes) const
{
    write(name, R"({"format": 1, "name": "Orders", "nodes": [)" + nodes + "]}");
}

std::unique_ptr<QProcess> CliWorld::start(const QStringList &arguments) const
{
    auto process = prepare(arguments);
    process->start();
    return process;
}

std::unique_ptr<QProcess> CliWorld::prepare(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DASH_WORKSPACE"), path(QStringLiteral("workspace")));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->setProgram(qEnvironmentVariable("DASH_BIN") + QStringLiteral("/dash-cli"));
    process->setArguments(arguments);
    return process;
}

Answer CliWorld::run(const QStringList &arguments) const
{
    const auto process = start(arguments);
    Answer answer;
    if (process->waitForFinished(30'000) && process->exitStatus() == QProcess::NormalExit)
        answer.code = process->exitCode();
    answer.out = process->readAllStandardOutput();
    answer.err = process->readAllStandardError();
    return answer;
}

} // namespace dash::test
