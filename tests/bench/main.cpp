#include "tests/bench/bench.h"

#ifdef DASH_BENCH_WINDOWS
#include <QApplication>
using BenchApplication = QApplication;
#else
#include <QCoreApplication>
using BenchApplication = QCoreApplication;
#endif
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace dash::bench {

namespace {

struct Subject {
    const char *name;
    std::function<void()> run;
};

std::vector<Subject> &subjects()
{
    static std::vector<Subject> all;
    return all;
}

} // namespace

int registerBench(const char *name, std::function<void()> run)
{
    subjects().push_back({name, std::move(run)});
    return 0;
}

void report(const Figure &figure)
{
    std::printf("%-58s %10.3f %-12s %-10s %s\n", figure.name, figure.value, figure.unit, figure.goal,
                qUtf8Printable(figure.peer));
    std::fflush(stdout);
}

} // namespace dash::bench

// Without arguments all subjects run, else those whose name contains one of them.
int main(int argc, char **argv)
{
    const BenchApplication app(argc, argv);
    const QStringList wanted = app.arguments().mid(1);
    std::printf("%-58s %10s %-12s %-10s %s\n", "figure", "value", "unit", "goal", "peer in this run");
    for (const auto &subject : dash::bench::subjects()) {
        const QString name = QString::fromLatin1(subject.name);
        const bool runs = wanted.isEmpty() || std::any_of(wanted.begin(), wanted.end(),
                                                          [&](const QString &part) { return name.contains(part); });
        if (runs)
            subject.run();
    }
    return 0;
}
