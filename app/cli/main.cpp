// dash-cli: the headless twin of the window.
#include "app/cli/command.h"

#include <QApplication>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace {

// What was printed has to have arrived: a full disk behind “>” is no success.
int ended(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    std::fprintf(stderr, "The output could not be written: %s.\n", std::strerror(errno));
    return code == dash::cli::Ok ? dash::cli::TryLater : code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("dash-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DASH_VERSION));
    // Drawing needs fonts and painters but no display; everything else needs neither.
    if (argc > 2 && std::strcmp(argv[1], "dashboard") == 0 && std::strcmp(argv[2], "render") == 0) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication app(argc, argv);
        return ended(dash::cli::runCommandLine(QCoreApplication::arguments()));
    }
    const QCoreApplication app(argc, argv);
    return ended(dash::cli::runCommandLine(QCoreApplication::arguments()));
}
