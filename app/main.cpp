// dash-desktop: reads the command line, hands over to a running window or becomes it.

#include "app/shell/desktop.h"
#include "app/shell/end_signals.h"
#include "app/shell/launch_options.h"
#include "app/shell/single_instance.h"
#include "core/engine/engine_pool.h"

#include <QApplication>
#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    // Before there is a display: these work everywhere.
    for (const QString &argument : arguments.mid(1)) {
        if (argument == u"--help" || argument == u"-h") {
            std::fputs(qPrintable(dash::launchHelp()), stdout);
            return 0;
        }
        if (argument == u"--version") {
            std::puts("dash-desktop " DASH_VERSION);
            return 0;
        }
        if (argument == u"--print-config") {
            const dash::LaunchOptions options = dash::parseLaunchOptions(arguments);
            std::fputs(qPrintable(dash::configText(options)), stdout);
            return 0;
        }
    }
    QCoreApplication::setApplicationName(QStringLiteral("Dash"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DASH_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.dash_desktop.Dash"));
    QApplication app(argc, argv);
    const dash::LaunchOptions options = dash::parseLaunchOptions(QCoreApplication::arguments());
    if (!options.wrong.isEmpty()) {
        std::fprintf(stderr, "dash-desktop: %s is not understood. --help lists the options.\n",
                     qPrintable(options.wrong));
        return 2;
    }
    dash::SingleInstance instance(options.folder);
    if (options.screenshot.isEmpty() && instance.handOver(options.handOver))
        return 0;
    int code = 0;
    {
        dash::Desktop desktop(options, instance);
        desktop.start();
        dash::quitWhenAsked();
        code = QApplication::exec();
    }
    if (dash::EnginePool::leftBehind() > 0) {
        // Threads of hung runs still use what ends with main().
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}
