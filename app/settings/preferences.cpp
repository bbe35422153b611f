#include "app/settings/preferences.h"

#include "core/store/workspace.h"

#include <QJsonValue>

namespace dash {

namespace {

QString text(const Workspace &workspace, const char *key)
{
    return workspace.setting(QLatin1StringView(key)).toString();
}

} // namespace

ThemeChoice readThemeChoice(const Workspace &workspace)
{
    ThemeChoice choice;
    const QString mode = text(workspace, kThemeKey);
    if (mode == u"light")
        choice.mode = ThemeChoice::Mode::Light;
    else if (mode == u"dark")
        choice.mode = ThemeChoice::Mode::Dark;
    else if (mode == u"contrast")
        choice.mode = ThemeChoice::Mode::Contrast;
    if (text(workspace, kDensityKey) == u"compact")
        choice.density = Density::Compact;
    if (text(workspace, kMotionKey) == u"reduced")
        choice.motions = ThemeChoice::Motions::Reduced;
    return choice;
}

void writeThemeChoice(Workspace &workspace, const ThemeChoice &choice)
{
    static constexpr const char *kModes[] = {"system", "light", "dark", "contrast"};
    workspace.setSetting(QLatin1StringView(kThemeKey), QLatin1StringView(kModes[int(choice.mode)]));
    workspace.setSetting(QLatin1StringView(kDensityKey),
                         QLatin1StringView(choice.density == Density::Compact ? "compact" : "comfortable"));
    workspace.setSetting(QLatin1StringView(kMotionKey),
                         QLatin1StringView(choice.motions == ThemeChoice::Motions::Reduced ? "reduced" : "system"));
}

QString readLanguage(const Workspace &workspace)
{
    return text(workspace, kLanguageKey);
}

QList<Language> languages()
{
    return {{QString(), QString()},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("ar"), QStringLiteral("العربية")}};
}

} // namespace dash
