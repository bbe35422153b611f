#include "tests/flows/person.h"

#include "app/data/catalogue.h"

#include <QApplication>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QWindow>
#include <QtTest/QtTest>

namespace dash::test {

Person::Person(QSize window, QString language)
    : m_size(window)
    , m_language(std::move(language))
{
}

Person::~Person()
{
    m_desktop.reset();
    m_instance.reset();
}

LaunchOptions Person::options() const
{
    LaunchOptions options;
    options.folder = workspace();
    options.size = m_size;
    options.language = m_language;
    return options;
}

void Person::start()
{
    m_instance = std::make_unique<SingleInstance>(options().folder);
    m_desktop = std::make_unique<Desktop>(options(), *m_instance);
    m_desktop->start();
}

void Person::close()
{
    if (hasWindow())
        window().close();
    m_desktop.reset();
    m_instance.reset();
}

bool Person::hasWindow() const
{
    const auto tops = QApplication::topLevelWidgets();
    return std::any_of(tops.begin(), tops.end(),
                       [](QWidget *widget) { return qobject_cast<MainWindow *>(widget) != nullptr; });
}

void Person::restart()
{
    close();
    start();
}

QString Person::file(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
    return file.fileName();
}

qint64 Person::storedPoints(PipelineId pipeline) const
{
    const SystemClock clock;
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    const auto points = PointsDb::open(m_folder.filePath(QStringLiteral("workspace")), options, clock);
    const auto snapshot = points ? (*points)->snapshot() : fail(ErrorCode::DatabaseOpen);
    const auto catalogue = snapshot ? readCatalogue(**snapshot) : fail(ErrorCode::DatabaseOpen);
    qint64 count = 0;
    for (const SeriesGroup &group : catalogue ? catalogue->series : std::vector<SeriesGroup>()) {
        if (group.owner == pipeline.text().toStdString())
            count += qint64(group.points);
    }
    return count;
}

MainWindow &Person::window() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            return *window;
    }
    qFatal("no window");
}

void Person::click(QWidget *widget)
{
    QWidget *top = widget->window();
    QTest::mouseClick(top->windowHandle(), Qt::LeftButton, {}, widget->mapTo(top, widget->rect().center()));
    ++m_clicks;
}

void Person::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWindow *target = QGuiApplication::focusWindow();
    QTest::keyClick(target ? target : window().windowHandle(), key, modifiers);
}

void Person::typeLetter(QChar letter)
{
    QWindow *target = QGuiApplication::focusWindow();
    QTest::keyClick(target ? target : window().windowHandle(), letter.toLatin1());
}

void Person::type(const QString &text)
{
    for (const QChar letter : text)
        typeLetter(letter);
}

QWidget *Person::focus() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget();
}

bool Person::tabTo(const std::function<bool(const QWidget *)> &wanted)
{
    constexpr int kRound = 200;
    for (int i = 0; i < kRound; ++i) {
        if (focus() && wanted(focus()))
            return true;
        key(Qt::Key_Tab);
    }
    return false;
}

void Person::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("DASH_PICTURES");
    if (!folder.isEmpty())
        window().grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

void Person::drop(const QList<QUrl> &urls, QWidget *over)
{
    QWindow *target = window().windowHandle();
    const QPoint at = over->mapTo(&window(), over->rect().center());
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &move);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
}

QByteArray energyCsv(int rows)
{
    QByteArray csv = "time,kwh,temp,hall\n";
    const QDateTime start(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < rows; ++i) {
        csv += start.addSecs(qint64(i / 2) * 3600).toString(Qt::ISODate).toLatin1() + ',' +
               QByteArray::number((i * 37) % 100 / 10.0, 'f', 1) + ',' +
               QByteArray::number(15 + (i * 13) % 70 / 10.0, 'f', 1) + (i % 2 == 0 ? ",A\n" : ",B\n");
    }
    return csv;
}

} // namespace dash::test
