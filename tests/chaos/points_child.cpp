// Commits numbered batches until it is killed and prints each number once it is acknowledged: "points_child FOLDER
// COUNT". Starts behind what the folder already holds.

#include "tests/chaos/numbered_commits.h"

#include <QCoreApplication>

#include <cstdio>

using namespace dash;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const ManualClock clock;
    auto points = PointsDb::open(arguments[1], test::numberedOptions(), clock);
    if (!points) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(points.error())));
        return 3;
    }
    QString problem;
    const int held = test::verifyNumbered(**points, 0, 1'000'000, problem);
    std::printf("0\n");
    std::fflush(stdout);
    for (int n = held + 1; n <= held + arguments[2].toInt(); ++n) {
        const auto done = (*points)->commit(test::numberedCommit(n));
        if (!done) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(done.error())));
            return 4;
        }
        std::printf("%d\n", n);
        std::fflush(stdout);
        if (const auto extra = test::numberedExtras(**points, n); !extra) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(extra.error())));
            return 5;
        }
    }
    return 0;
}
