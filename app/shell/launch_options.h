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
    bool printConfig = false;
    // Where a choice was made, when it was: "--theme", "DASH_THEME" …
    QString folderFrom, themeFrom, languageFrom;
    QString wrong;        // what is not understood; empty when all is
    QStringList handOver; // what a running window is told
};

LaunchOptions parseLaunchOptions(const QStringList &arguments);
QString launchHelp();
// Every setting of the window as it would start now, one a line, and where each comes from: the command line, else the
// environment, else the workspace (read beside whoever has it open), else what is built in.
QString configText(const LaunchOptions &options);

} // namespace dash
