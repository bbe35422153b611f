// Run by tst_series_kill with a failpoint set: commits numbered changes and prints each number once it is durable.
// Change n: adds ten points in order, overwrites one old point, and now and then seals, retains or erases.

#include "tests/data/series/kill_plan.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace dash;
    const QCoreApplication app(argc, argv);
    auto db = Database::open(QString::fromLocal8Bit(argv[1]));
    if (!db || !migrate(**db, seriesMigrations()))
        return 2;
    auto store = SeriesStore::open(**db, test::killOptions());
    if (!store)
        return 3;
    for (int n = 0; n < test::kChanges; ++n) {
        auto transaction = Transaction::begin(**db);
        if (!transaction)
            return 4;
        if (const auto done = test::runChange(**store, n); !done) {
            {
                const Transaction ended = std::move(*transaction);
            }
            (*store)->rolledBack();
            return 5;
        }
        if (const auto done = transaction->commit(); !done)
            return 6;
        (*store)->committed();
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
    return 0;
}
