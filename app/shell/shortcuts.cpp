#include "app/shell/shortcuts.h"

#include <QCoreApplication>

namespace dash {

const QList<Shortcut> &windowShortcuts()
{
    static const QList<Shortcut> list = {
        {"palette",
         QT_TRANSLATE_NOOP("Shortcut", "Find anything"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_K)}},
        {"commands",
         QT_TRANSLATE_NOOP("Shortcut", "Find a command"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}},
        {"open",
         QT_TRANSLATE_NOOP("Shortcut", "Open a file"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_O)}},
        {"back",
         QT_TRANSLATE_NOOP("Shortcut", "Go back"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::ALT | Qt::Key_Left)}},
        {"forward",
         QT_TRANSLATE_NOOP("Shortcut", "Go forward"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::ALT | Qt::Key_Right)}},
        {"rail",
         QT_TRANSLATE_NOOP("Shortcut", "Fold or unfold the navigation"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_B)}},
        {"settings",
         QT_TRANSLATE_NOOP("Shortcut", "Open settings"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_Comma)}},
        {"help",
         QT_TRANSLATE_NOOP("Shortcut", "Open help"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::Key_F1)}},
        {"fullscreen",
         QT_TRANSLATE_NOOP("Shortcut", "Fill the screen or leave it"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::Key_F11)}},
        {"look",
         QT_TRANSLATE_NOOP("Shortcut", "Switch between light and dark"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}},
        {"section1",
         QT_TRANSLATE_NOOP("Shortcut", "Go to the first section"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_1)}},
        {"section2",
         QT_TRANSLATE_NOOP("Shortcut", "Go to the second section"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_2)}},
        {"section3",
         QT_TRANSLATE_NOOP("Shortcut", "Go to the third section"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_3)}},
        {"section4",
         QT_TRANSLATE_NOOP("Shortcut", "Go to the fourth section"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_4)}},
        {"close",
         QT_TRANSLATE_NOOP("Shortcut", "Close the window"),
         QT_TRANSLATE_NOOP("Shortcut", "Window"),
         {QKeySequence(Qt::CTRL | Qt::Key_Q)}},
    };
    return list;
}

const QList<Shortcut> &pageShortcuts()
{
    static const QList<Shortcut> list = {
        {"undo",
         QT_TRANSLATE_NOOP("Shortcut", "Undo"),
         QT_TRANSLATE_NOOP("Shortcut", "Editing"),
         {QKeySequence(Qt::CTRL | Qt::Key_Z)}},
        {"redo",
         QT_TRANSLATE_NOOP("Shortcut", "Redo"),
         QT_TRANSLATE_NOOP("Shortcut", "Editing"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}},
        {"edit",
         QT_TRANSLATE_NOOP("Shortcut", "Edit the dashboard, and finish"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_E)}},
        {"compare",
         QT_TRANSLATE_NOOP("Shortcut", "Compare with the previous period"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_C)}},
        {"chartPoint",
         QT_TRANSLATE_NOOP("Shortcut", "From point to point of a chart"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_Left)}},
        {"chartSeries",
         QT_TRANSLATE_NOOP("Shortcut", "The next series of a chart"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_Up)}},
        {"chartZoom",
         QT_TRANSLATE_NOOP("Shortcut", "Zoom a chart"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_Plus)}},
        {"chartValues",
         QT_TRANSLATE_NOOP("Shortcut", "Zoom the values of a chart"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::CTRL | Qt::Key_Plus)}},
        {"chartEarlier",
         QT_TRANSLATE_NOOP("Shortcut", "Earlier"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_PageUp)}},
        {"chartSelect",
         QT_TRANSLATE_NOOP("Shortcut", "Select a stretch of a chart, Return zooms to it"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::SHIFT | Qt::Key_Right)}},
        {"chartMeasure",
         QT_TRANSLATE_NOOP("Shortcut", "Measure in a chart"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_M)}},
        {"chartTable",
         QT_TRANSLATE_NOOP("Shortcut", "Show a chart as a table"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::Key_T)}},
        {"chartFollow",
         QT_TRANSLATE_NOOP("Shortcut", "Follow: back to now"),
         QT_TRANSLATE_NOOP("Shortcut", "Charts"),
         {QKeySequence(Qt::CTRL | Qt::Key_End)}},
    };
    return list;
}

QString shortcutText(const char *english)
{
    return QCoreApplication::translate("Shortcut", english);
}

QString keysText(const QKeySequence &keys)
{
    // Keys apart instead of joined by +, which may be a key itself: at the end, or after another +.
    QString text = keys.toString(QKeySequence::NativeText);
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == u'+')
            text[i++] = u' ';
    }
    return text;
}

} // namespace dash
