// "sink_child FOLDER [run]": a host that delivers what waits in a workspace's queues, after one more run of the
// definition in DASH_PIPELINE when told so. Prints "empty" and ends once nothing waits. Meant to be killed.
#include "core/engine/host.h"
#include "core/engine/sinks/sinks.h"
#include "tests/engine/run/tiny_steps.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace dash;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const SystemClock clock;
    SystemRandom random;
    test::NoSecrets secrets;
    Registry registry = test::tinyRegistry();
    registry.sinks.push_back(fileSink());
    registry.sinks.push_back(webhookSink());
    const QStringList arguments = QCoreApplication::arguments();
    auto points = PointsDb::open(arguments.value(1), {}, clock);
    const auto pipeline = parsePipeline(qgetenv("DASH_PIPELINE"));
    if (!points || !pipeline)
        return 3;
    PipelineHost host(**points, PipelineHost::Environment{clock, random, secrets, arguments.value(1), 1}, registry);
    host.setPipelines({*pipeline});
    bool ran = arguments.value(2) != u"run";
    QObject::connect(&host, &PipelineHost::runFinished, &app, [&ran] { ran = true; });
    if (!ran)
        host.runNow(pipeline->id);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &app, [&] {
        const auto snapshot = (*points)->snapshot();
        if (!ran || !snapshot)
            return;
        qint64 waiting = 0;
        for (const Node &node : pipeline->nodes)
            if (node.kind == NodeKind::Output)
                if (const auto queue = (*snapshot)->queue(pipeline->id, node.id))
                    waiting += queue->pending;
        if (waiting > 0)
            return;
        std::printf("empty\n");
        std::fflush(stdout);
        QCoreApplication::exit(0);
    });
    look.start(20);
    return QCoreApplication::exec();
}
