#pragma once
// Somebody in front of the program: the real window over a real workspace on the offscreen platform, told what to do by
// the events a display would send. Clicks are counted.

#include "app/shell/desktop.h"
#include "app/shell/single_instance.h"

#include <QAbstractButton>
#include <QMimeData>
#include <QTemporaryDir>

#include <memory>

namespace dash::test {

class Person {
public:
    explicit Person(QSize window = {1600, 1000}, QString language = QStringLiteral("en"));
    ~Person();

    void start(); // the program, as main() does
    void close();
    bool hasWindow() const;
    void restart(); // closes the window and starts again on the same workspace
    QString folder() const { return m_folder.path(); }
    QString workspace() const { return m_folder.filePath(QStringLiteral("workspace")); }
    // A file beside the workspace.
    QString file(const QString &name, const QByteArray &content);

    // Points of a pipeline as another program reads them from the workspace.
    qint64 storedPoints(PipelineId pipeline) const;

    MainWindow &window() const;
    template <class T>
    T *find(const QString &name = {}) const
    {
        return window().findChild<T *>(name);
    }
    // The one that is seen, among several pages that have it.
    template <class T>
    T *seen(const QString &name = {}) const
    {
        for (T *widget : window().findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    void click(QWidget *widget); // through the window, so that something lying over it would take the click
    int clicks() const { return m_clicks; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void typeLetter(QChar letter);
    // Tab until `wanted` has the focus; false after a round that did not meet it.
    bool tabTo(const std::function<bool(const QWidget *)> &wanted);
    void drop(const QList<QUrl> &urls, QWidget *over);
    QWidget *focus() const;
    // What is seen now, as a file in the folder that DASH_PICTURES names; nothing without it.
    void picture(const QString &name) const;

private:
    LaunchOptions options() const;
    QTemporaryDir m_folder;
    QSize m_size;
    QString m_language;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<Desktop> m_desktop;
    int m_clicks = 0;
};

// A month of hourly readings of two halls: time, kwh, temp, hall.
QByteArray energyCsv(int rows);

} // namespace dash::test
