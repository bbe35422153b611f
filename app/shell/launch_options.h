#pragma once
// What the command line and the environment ask of the desktop.

#include <QSize>
#include <QString>
#include <QStringList>

namespace dash {

struct LaunchOptions {
    QString folder;        // workspace, absolute
    QString screenshot;    // file to save a picture to, then leave
    QSize size;            // of the window, when given
    QString theme;         // light, dark, contrast: for this start only
    QString language;      // code: for this start only
    QString place;         // section/id/part to open
    QStringList files;     // to chart
    bool safeMode = false; // runs no pipeline
    bool help = false;
    bool version = false;
    QString wrong;        // what is not understood; empty when all is
    QStringList handOver; // what a running window is told
};

LaunchOptions parseLaunchOptions(const QStringList &arguments);
QString launchHelp();

} // namespace dash
