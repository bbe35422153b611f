// dash-cli: the headless twin of the window.
#include "app/cli/command.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dash-cli"));
    return dash::cli::runCommandLine(QCoreApplication::arguments());
}
