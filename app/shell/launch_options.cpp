#include "app/shell/launch_options.h"

#include "app/data/cache_limits.h"
#include "app/settings/preferences.h"
#include "core/store/core_db.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonValue>
#include <QStandardPaths>

#include <map>

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

// The environment speaks where the command line does not.
void takeEnvironment(const char *variable, const char *option, QString &value, QString &from)
{
    if (!value.isEmpty()) {
        from = QLatin1StringView(option);
        return;
    }
    value = qEnvironmentVariable(variable);
    if (!value.isEmpty())
        from = QLatin1StringView(variable);
}

// Settings that the workspace keeps; none where there is no workspace or it cannot be read.
std::map<QString, QJsonValue> keptSettings(const QString &folder)
{
    std::map<QString, QJsonValue> kept;
    const QString file = folder + QStringLiteral("/core.db");
    if (!QFileInfo::exists(file))
        return kept;
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    const auto db = CoreDb::open(file, options);
    const auto settings = db ? (*db)->settings() : fail(db.error());
    for (const auto &[key, value] : settings ? *settings : std::vector<std::pair<QString, QJsonValue>>())
        kept[key] = value;
    return kept;
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
        else if (name == u"--print-config")
            options.printConfig = true;
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
    const bool named = qEnvironmentVariableIsSet("DASH_WORKSPACE");
    options.folderFrom = !folder.isEmpty() ? QStringLiteral("--workspace")
                         : named           ? QStringLiteral("DASH_WORKSPACE")
                                           : QString();
    options.folder = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    takeEnvironment("DASH_THEME", "--theme", options.theme, options.themeFrom);
    takeEnvironment("DASH_LANGUAGE", "--language", options.language, options.languageFrom);
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
                          "  --print-config      every setting, its value and where it comes from, and end\n"
                          "  --version, --help\n"
                          "DASH_WORKSPACE, DASH_THEME and DASH_LANGUAGE stand in for options that are not given.\n");
}

QString configText(const LaunchOptions &options)
{
    struct Row {
        QString name;
        QString given; // by the command line or the environment
        QString from;
        const char *key; // of the workspace's setting; none: not kept there
        QString builtIn;
    };
    const CacheChoice cache;
    const Row rows[] = {
        {QStringLiteral("workspace"), options.folderFrom.isEmpty() ? QString() : options.folder, options.folderFrom,
         nullptr, options.folder},
        {QStringLiteral("theme"), options.theme, options.themeFrom, kThemeKey, QStringLiteral("system")},
        {QStringLiteral("density"), {}, {}, kDensityKey, QStringLiteral("comfortable")},
        {QStringLiteral("motion"), {}, {}, kMotionKey, QStringLiteral("system")},
        {QStringLiteral("language"), options.language, options.languageFrom, kLanguageKey, QStringLiteral("system")},
        {QStringLiteral("cache.retention_days"), {}, {}, kCacheDaysKey, QString::number(cache.retentionDays)},
        {QStringLiteral("cache.cap_bytes"), {}, {}, kCacheCapKey, QString::number(cache.cap.value)},
    };
    const std::map<QString, QJsonValue> kept = keptSettings(options.folder);
    QString out;
    for (const Row &row : rows) {
        QString value = row.builtIn;
        QString from = QStringLiteral("built in");
        const auto stored = row.key ? kept.find(QLatin1StringView(row.key)) : kept.end();
        if (!row.given.isEmpty()) {
            value = row.given;
            from = row.from;
        } else if (stored != kept.end() && !stored->second.toVariant().toString().isEmpty()) {
            value = stored->second.toVariant().toString();
            from = QStringLiteral("workspace");
        }
        out += u"%1 = %2  (%3)\n"_qs.arg(row.name, value, from);
    }
    return out;
}

} // namespace dash
