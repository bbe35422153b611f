#include "core/base/failpoint.h"

#ifdef DASH_FAILPOINTS

#include <QByteArray>
#include <QFile>
#include <QList>

#include <csignal>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>

namespace dash {

namespace {

struct Rule {
    long at = 0;
    QByteArray action;
};

struct Rules {
    std::mutex mutex;
    std::map<std::string, Rule> byName;
    std::map<std::string, long> passed;
    QByteArray listFile;

    Rules()
    {
        for (const QByteArray &entry : qgetenv("DASH_FAIL").split(',')) {
            const QList<QByteArray> parts = entry.split(':');
            if (parts.size() >= 2 && parts[0] == "list")
                listFile = entry.mid(5);
            else if (parts.size() == 3)
                byName[parts[0].toStdString()] = Rule{parts[1].toLong(), parts[2]};
        }
    }
};

} // namespace

FailAction passFailpoint(const char *name)
{
    static Rules rules;
    const std::lock_guard lock(rules.mutex);
    const long count = ++rules.passed[name];
    if (!rules.listFile.isEmpty() && count == 1) {
        QFile file(QString::fromLocal8Bit(rules.listFile));
        if (file.open(QIODevice::Append))
            file.write(QByteArray(name) + '\n');
    }
    const auto it = rules.byName.find(name);
    if (it == rules.byName.end() || it->second.at != count)
        return FailAction::None;
    if (it->second.action == "kill")
#ifdef SIGKILL
        std::raise(SIGKILL);
#else
        std::_Exit(137);
#endif
    if (it->second.action == "abort")
        std::abort();
    return it->second.action == "full" ? FailAction::DiskFull : FailAction::IoError;
}

} // namespace dash

#endif
