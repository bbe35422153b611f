#include "tests/bench/bench_process.h"

#include <QFile>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace dash::bench {

std::optional<double> threadCpuMs()
{
#ifdef Q_OS_LINUX
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
#else
    return std::nullopt;
#endif
}

std::optional<qint64> residentBytes([[maybe_unused]] qint64 process)
{
#ifdef Q_OS_LINUX
    QFile file(process == 0 ? QStringLiteral("/proc/self/statm") : QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList fields = file.readAll().split(' ');
    return fields.size() > 1 ? std::optional(fields[1].toLongLong() * sysconf(_SC_PAGESIZE)) : std::nullopt;
#else
    return std::nullopt;
#endif
}

bool dropPageCache()
{
#ifdef Q_OS_LINUX
    ::sync();
    QFile file(QStringLiteral("/proc/sys/vm/drop_caches"));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("3\n") == 2;
#else
    return false;
#endif
}

double percentile(std::vector<double> values, double p)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
}

} // namespace dash::bench
