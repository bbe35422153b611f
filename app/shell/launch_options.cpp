#include "app/shell/launch_options.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace dash {

namespace {

QString defaultFolder()
{
    const QString named = qEnvironmentVariable("DASH_WORKSPACE");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/dash");
}

// The value of "--name value" or "--name=value"; moves on past it.
QString valueOf(const QStringList &arguments, qsizetype &at, LaunchOptions &options)
{
    const qsizetype equals = arguments[at].indexOf(u'=');
    if (equals >= 0)
        return arguments[at].mid(equals + 1);
    if (at + 1 < arguments.size())
        return arguments[++at];
    options.wrong = arguments[at];
    return {};
}

} // namespace

LaunchOptions parseLaunchOptions(const QStringList &arguments)
{
    LaunchOptions options;
    QString folder;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(u'=', 0, 0);
        if (name == u"--help" || name == u"-h")
            options.help = true;
        else if (name == u"--version")
            options.version = true;
        else if (name == u"--safe-mode")
            options.safeMode = true;
        else if (name == u"--workspace")
            folder = valueOf(arguments, i, options);
        else if (name == u"--screenshot")
            options.screenshot = QFileInfo(valueOf(arguments, i, options)).absoluteFilePath();
        else if (name == u"--theme")
            options.theme = valueOf(arguments, i, options);
        else if (name == u"--language")
            options.language = valueOf(arguments, i, options);
        else if (name == u"--go")
            options.place = valueOf(arguments, i, options);
        else if (name == u"--size") {
            const QStringList parts = valueOf(arguments, i, options).split(u'x');
            options.size = QSize(parts.value(0).toInt(), parts.value(1).toInt());
            if (options.size.isEmpty())
                options.wrong = name;
        } else if (name.startsWith(u"--"))
            options.wrong = name;
        else
            options.files << QFileInfo(arguments[i]).absoluteFilePath();
    }
    options.folder = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    if (!options.place.isEmpty())
        options.handOver << u"--go=" + options.place;
    for (const QString &file : options.files)
        options.handOver << u"--open=" + file;
    return options;
}

QString launchHelp()
{
    return QStringLiteral("Usage: dash-desktop [options] [file …]\n"
                          "  --workspace DIR     the folder to open (or DASH_WORKSPACE)\n"
                          "  --safe-mode         open without running any pipeline\n"
                          "  --go SECTION[/ID]   open at a place\n"
                          "  --theme NAME        light, dark or contrast, for this start\n"
                          "  --language CODE     en, de or ar, for this start\n"
                          "  --size WxH          of the window\n"
                          "  --screenshot FILE   save a picture of the window once it shows data, and end\n"
                          "  --version, --help\n");
}

} // namespace dash
