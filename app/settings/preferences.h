#pragma once
// What a person chose for this workspace's window, as settings of the workspace.

#include "app/theme/theme.h"

#include <QLocale>
#include <QString>

namespace dash {

class Workspace;

inline constexpr const char *kThemeKey = "look.theme";       // system, light, dark, contrast
inline constexpr const char *kDensityKey = "look.density";   // comfortable, compact
inline constexpr const char *kMotionKey = "look.motion";     // system, reduced
inline constexpr const char *kLanguageKey = "look.language"; // "" = the system's, en, de, ar

ThemeChoice readThemeChoice(const Workspace &workspace);
void writeThemeChoice(Workspace &workspace, const ThemeChoice &choice);
QString readLanguage(const Workspace &workspace);

// Languages this build has, with their own names: {"", ""} first for the system's.
struct Language {
    QString code;
    QString name;
};
QList<Language> languages();

} // namespace dash
