#pragma once
// The real dash-cli in a folder of its own.

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace dash::test {

struct Answer {
    int code = -1; // -1: it crashed or did not end
    QByteArray out;
    QByteArray err;
    QJsonObject json() const;
    QStringList lines() const;
};

class CliWorld {
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    // A definition over `nodes`, a JSON array without its brackets.
    void writePipeline(const QString &name, const QByteArray &nodes) const;
    Answer run(const QStringList &arguments) const;
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    // Ready to be started.
    std::unique_ptr<QProcess> prepare(const QStringList &arguments = {QStringLiteral("--help")}) const;
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }

private:
    QTemporaryDir m_folder;
    QHash<QString, QString> m_variables;
};

} // namespace dash::test
