#include "app/shell/end_signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace dash {

namespace {

int wake[2] = {-1, -1}; // a handler may do no more than write()

void asked(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wake[1], &byte, 1);
}

} // namespace

void quitWhenAsked()
{
    if (::pipe(wake) != 0)
        return;
    for (const int end : wake)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *notifier = new QSocketNotifier(wake[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(), [notifier] {
        notifier->setEnabled(false);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP})
            ::signal(signal, SIG_DFL); // a second time it is meant
        QCoreApplication::quit();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::signal(signal, asked);
}

} // namespace dash
