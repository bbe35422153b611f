// dash-cli: the headless twin of the window.
#include "app/cli/command.h"

#include <QApplication>

#include <cstring>

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("dash-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DASH_VERSION));
    // Drawing needs fonts and painters but no display; everything else needs neither.
    if (argc > 2 && std::strcmp(argv[1], "dashboard") == 0 && std::strcmp(argv[2], "render") == 0) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication app(argc, argv);
        return dash::cli::runCommandLine(QCoreApplication::arguments());
    }
    const QCoreApplication app(argc, argv);
    return dash::cli::runCommandLine(QCoreApplication::arguments());
}
