#pragma once
// The one list of the window's shortcuts: the window binds it, help shows it, a test finds clashes.

#include <QKeySequence>
#include <QList>
#include <QString>

namespace dash {

struct Shortcut {
    const char *id;
    const char *label; // English, QT_TRANSLATE_NOOP("Shortcut", …)
    const char *group; // same marking
    QList<QKeySequence> keys;
};

// Of the window; pages have their own, shown here as well when they are the same everywhere.
const QList<Shortcut> &windowShortcuts();
// Keys that work while a dashboard or a pipeline is shown; bound by those pages.
const QList<Shortcut> &pageShortcuts();

QString shortcutText(const char *english);
// "Ctrl K" as printed on the keys.
QString keysText(const QKeySequence &keys);

} // namespace dash
