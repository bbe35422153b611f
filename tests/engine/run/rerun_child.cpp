// "rerun_child FOLDER": a host that runs the rejected rows of pipeline 1 again through a mended definition. Prints
// "done" once it is told that they are kept. Meant to be killed.
#include "core/engine/host.h"
#include "tests/engine/run/tiny_steps.h"

#include <QCoreApplication>

#include <cstdio>

using namespace dash;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const SystemClock clock;
    SystemRandom random;
    test::NoSecrets secrets;
    const Registry registry = test::tinyRegistry();
    const QString folder = QCoreApplication::arguments().value(1);
    auto points = PointsDb::open(folder, {}, clock);
    if (!points) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(points.error())));
        return 3;
    }
    PipelineHost::Environment environment{clock, random, secrets, folder, 1};
    environment.http = [] { return std::make_unique<test::NoHttp>(); };
    PipelineHost host(**points, environment, registry);
    const auto mended = parsePipeline(qgetenv("DASH_PIPELINE"));
    if (!mended)
        return 4;
    host.setPipelines({*mended});
    host.rerunRejected(mended->id, {}, &app, [](Result<qint64> rows) {
        std::printf("done %lld\n", rows ? static_cast<long long>(*rows) : -1LL);
        std::fflush(stdout);
        QCoreApplication::exit(rows ? 0 : 1);
    });
    return QCoreApplication::exec();
}
