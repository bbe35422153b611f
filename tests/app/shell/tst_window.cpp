// The window: going places and back, rail, palette by keyboard, session, what a screen reader hears, right to left.

#include "app/settings/settings_page.h"
#include "app/shell/crash_marker.h"
#include "app/shell/fuzzy.h"
#include "app/shell/help_page.h"
#include "app/shell/history.h"
#include "app/shell/launch_options.h"
#include "app/shell/main_window.h"
#include "app/shell/shortcuts.h"
#include "app/shell/stopped_page.h"
#include "app/theme/theme.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/choice.h"
#include "app/widgets/focus_ring.h"
#include "tests/app/shell/pages.h"
#include "tests/support/kit.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTranslator>

using namespace dash;
using dash::test::PlainPage;
using dash::test::World;

namespace {

struct Screen {
    World world;
    Theme theme{{ThemeChoice::Mode::Light, Density::Comfortable, ThemeChoice::Motions::Reduced}};
    MainWindow window{*world.workspace, theme, world.folder.path()};

    explicit Screen(QSize size = {1600, 1000})
    {
        window.resize(size);
        window.show();
        window.setPages(world.pages());
    }
    QLineEdit *query() const { return window.findChild<QLineEdit *>(QStringLiteral("paletteQuery")); }
    CommandPalette *palette() const { return window.findChild<CommandPalette *>(); }
    NavRail *rail() const { return window.findChild<NavRail *>(); }
    QAbstractButton *button(const QString &name) const { return window.findChild<QAbstractButton *>(name); }
};

// Every sentence that came through tr() is marked; what is not was written into the code.
class Pseudo final : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"⟦" + QString::fromUtf8(source) + u"⟧";
    }
    bool isEmpty() const override { return false; }
};

bool hasName(QWidget *widget)
{
    const auto *button = qobject_cast<QAbstractButton *>(widget);
    return !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
}

} // namespace

class TstWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void historyGoesBackAndForwardAndForgetsWhatIsGone()
    {
        LocationHistory history;
        const Location a{QStringLiteral("dashboards"), QStringLiteral("a"), {}}, b{QStringLiteral("data"), {}, {}},
            c{QStringLiteral("pipelines"), QStringLiteral("c"), {}};
        history.visit(a);
        history.visit(b);
        history.visit(b);
        history.visit(c);
        QCOMPARE(history.back(), b);
        QCOMPARE(history.back(), a);
        QVERIFY(!history.canBack());
        QCOMPARE(history.forward(), b);
        history.visit(a);
        QVERIFY(!history.canForward());
        history.forget(a);
        QCOMPARE(history.current(), b);
    }

    void fuzzyFindsLettersInOrderAndPrefersWordStarts()
    {
        QVERIFY(fuzzyMatch(u"rev", u"Revenue"));
        QVERIFY(!fuzzyMatch(u"xq", u"Revenue"));
        QVERIFY(!fuzzyMatch(u"ver", u"rev"));
        QVERIFY(fuzzyMatch(u"so", u"Shop orders")->score > fuzzyMatch(u"so", u"Cold room sensors")->score);
        QVERIFY(fuzzyMatch(u"reve", u"Revenue")->score > fuzzyMatch(u"reve", u"Shop revenue")->score);
        QCOMPARE(fuzzyMatch(u"so", u"Shop orders")->letters, (std::vector<int>{0, 5}));
        QCOMPARE(fuzzyMatch(u"", u"anything")->score, 0);
    }

    void sectionsOpenTheirFirstAndComeBackToTheirLast()
    {
        Screen s;
        QCOMPARE(s.window.current().id, s.world.revenue.text());
        s.window.go(Location{QStringLiteral("dashboards"), s.world.computer.text(), QStringLiteral("cpu")});
        QCOMPARE(qobject_cast<PlainPage *>(s.window.currentPage())->parts, QStringList{QStringLiteral("cpu")});
        QTest::mouseClick(s.button(QStringLiteral("nav_data")), Qt::LeftButton);
        QCOMPARE(s.window.current().section, QStringLiteral("data"));
        QTest::mouseClick(s.button(QStringLiteral("nav_dashboards")), Qt::LeftButton);
        QCOMPARE(s.window.current().id, s.world.computer.text());
        QTest::mouseClick(s.button(QStringLiteral("back")), Qt::LeftButton);
        QCOMPARE(s.window.current().section, QStringLiteral("data"));
        QTest::mouseClick(s.button(QStringLiteral("forward")), Qt::LeftButton);
        QCOMPARE(s.window.current().section, QStringLiteral("dashboards"));
        QVERIFY(!s.button(QStringLiteral("forward"))->isEnabled());
    }

    void removingWhatIsOpenGoesToWhatIsLeft()
    {
        Screen s;
        QCOMPARE(s.window.current().id, s.world.revenue.text());
        s.world.workspace->removeDashboard(s.world.revenue, {QStringLiteral("Remove"), {}});
        QTRY_COMPARE(s.window.current().id, s.world.computer.text());
        QVERIFY(!s.button(u"nav_dashboards_" + s.world.revenue.text()) ||
                !s.button(u"nav_dashboards_" + s.world.revenue.text())->isVisible());
    }

    void anAbsentSectionIsNotShown()
    {
        Screen s;
        QVERIFY(!s.button(QStringLiteral("nav_alerts")));
        const Location before = s.window.current();
        s.window.go(Location{QStringLiteral("alerts"), {}, {}});
        QCOMPARE(s.window.current(), before);
    }

    void theRailNarrowsInSmallWindowsAndOpensForTheKeyboard()
    {
        Screen s({1024, 640});
        QTRY_COMPARE(s.rail()->width(), 56);
        s.button(QStringLiteral("nav_pipelines"))->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(s.rail()->width(), 216);
        s.window.resize(1600, 1000);
        QTRY_COMPARE(s.rail()->width(), 216);
        QVERIFY(!s.rail()->isNarrow());
    }

    void thePaletteIsWalkedByKeyboardAlone()
    {
        Screen s;
        QVERIFY(QTest::qWaitForWindowActive(&s.window));
        QTest::keyClick(&s.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(s.palette()->isVisible());
        QVERIFY(s.query()->hasFocus());
        QTest::keyClicks(s.query(), QStringLiteral("cold"));
        QCOMPARE(s.palette()->rowText(0), QStringLiteral("Cold room sensors"));
        QTest::keyClick(s.query(), Qt::Key_Return);
        QVERIFY(!s.palette()->isVisible());
        QCOMPARE(s.window.current().id, s.world.sensors.text());

        QTest::keyClick(&s.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(s.palette()->isVisible());
        QCOMPARE(s.query()->text(), QStringLiteral(">"));
        QTest::keyClicks(s.query(), QStringLiteral("compare"));
        auto *page = qobject_cast<PlainPage *>(s.window.currentPage());
        QTest::keyClick(s.query(), Qt::Key_Return);
        QCOMPARE(page->triggered, 1);

        s.window.openPalette({});
        QTest::keyClick(s.query(), Qt::Key_Down);
        QTest::keyClick(s.query(), Qt::Key_Up);
        QTest::keyClick(s.query(), Qt::Key_Escape);
        QVERIFY(!s.palette()->isVisible());
        QVERIFY(!s.window.findChild<QWidget *>(QStringLiteral("scrim"))->isVisible());
    }

    void thePaletteFindsWithinThirtyMillisecondsAmongThousands()
    {
        Screen s;
        std::vector<PaletteEntry> many(5000);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i].text = QStringLiteral("Dashboard of plant %1, line %2").arg(i % 97).arg(i);
        s.palette()->places = [many] { return many; };
        s.window.openPalette({});
        QElapsedTimer timer;
        timer.start();
        s.query()->setText(QStringLiteral("plant 42"));
        QVERIFY(s.palette()->rows() > 0);
        QVERIFY2(timer.elapsed() < 30, qPrintable(QString::number(timer.elapsed())));
    }

    void seriesArriveLaterAndStaleAnswersAreDropped()
    {
        Screen s;
        std::vector<std::function<void(std::vector<PaletteEntry>)>> waiting;
        WindowFeeds feeds;
        feeds.series = [&](const SeriesQuery &, QObject *, std::function<void(std::vector<PaletteEntry>)> done) {
            waiting.push_back(std::move(done));
        };
        s.window.setFeeds(std::move(feeds));
        s.window.openPalette(QStringLiteral("cpu"));
        const int before = s.palette()->rows();
        s.query()->setText(QStringLiteral("cpu.t"));
        QVERIFY(waiting.size() >= 2);
        PaletteEntry stale, fresh;
        stale.text = QStringLiteral("cpu.old.t");
        fresh.text = QStringLiteral("cpu.time");
        waiting[waiting.size() - 2]({stale});
        QVERIFY(s.palette()->rows() <= before);
        waiting.back()({fresh});
        QStringList texts;
        for (int i = 0; i < s.palette()->rows(); ++i)
            texts << s.palette()->rowText(i);
        QVERIFY(texts.contains(QStringLiteral("cpu.time")));
        QVERIFY(!texts.contains(QStringLiteral("cpu.old.t")));
    }

    void toastsStandAtTheStartAndAreAtMostTwo()
    {
        Screen s;
        int undone = 0;
        s.window.navigator().toast(QStringLiteral("One"));
        s.window.navigator().toast(QStringLiteral("Two"));
        s.window.navigator().toast(QStringLiteral("Widget removed"), QStringLiteral("Undo"), [&] { ++undone; });
        QTRY_COMPARE(s.window.findChildren<Toast *>().size(), 2);
        QTest::mouseClick(s.button(QStringLiteral("toastAction")), Qt::LeftButton);
        QCOMPARE(undone, 1);
    }

    void anErrorStaysAsABannerUntilClosed()
    {
        Screen s;
        const Error error{ErrorCode::DatabaseFull, {}, QStringLiteral("ENOSPC")};
        s.window.navigator().showError(error);
        s.window.navigator().showError(error); // the same again says nothing new
        QCOMPARE(s.window.findChildren<Banner *>().size(), 1);
        QTest::mouseClick(s.button(QStringLiteral("bannerClose")), Qt::LeftButton);
        QTRY_COMPARE(s.window.findChildren<Banner *>().size(), 0);
    }

    void theSessionComesBackWhereItWas()
    {
        World world;
        Theme theme;
        {
            MainWindow window(*world.workspace, theme, world.folder.path());
            window.restoreSession();
            window.show();
            window.setPages(world.pages());
            window.setGeometry(40, 30, 1100, 700);
            window.go(Location{QStringLiteral("pipelines"), world.sensors.text(), {}});
            window.close();
        }
        MainWindow window(*world.workspace, theme, world.folder.path());
        window.restoreSession();
        window.setPages(world.pages());
        QCOMPARE(window.current().id, world.sensors.text());
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(window.geometry()) ||
                QGuiApplication::primaryScreen()->availableGeometry().width() < 1024);
    }

    void aSessionFromAScreenThatIsGoneIsBroughtBack()
    {
        World world;
        Theme theme;
        world.workspace->setSetting(QStringLiteral("window.session"),
                                    QJsonObject{{QStringLiteral("geometry"), QJsonArray{9000, -4000, 1100, 700}}});
        MainWindow window(*world.workspace, theme, world.folder.path());
        window.restoreSession();
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(window.geometry()));
    }

    void shortcutsAreUniqueAndShownInHelp()
    {
        QStringList seen;
        for (const auto &list : {windowShortcuts(), pageShortcuts()}) {
            for (const Shortcut &shortcut : list) {
                for (const QKeySequence &keys : shortcut.keys) {
                    QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString()));
                    seen << keys.toString();
                }
            }
        }
        HelpPage help;
        QStringList texts;
        for (const QWidget *widget : help.findChildren<QWidget *>())
            texts << widget->accessibleName();
        for (const Shortcut &shortcut : windowShortcuts())
            QVERIFY2(texts.contains(shortcutText(shortcut.label)), shortcut.label);
    }

    void everyControlOfTheWindowHasAName()
    {
        Screen s;
        SettingsPage settings(*s.world.workspace, s.theme, s.world.folder.path());
        HelpPage help;
        StoppedPage stopped(Error{ErrorCode::DatabaseCorrupt, {}, {}}, s.world.folder.path());
        int seen = 0;
        for (QWidget *root : {static_cast<QWidget *>(&s.window), static_cast<QWidget *>(&settings),
                              static_cast<QWidget *>(&help), static_cast<QWidget *>(&stopped)}) {
            for (QWidget *widget : root->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"))
                    continue;
                QVERIFY2(hasName(widget), qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                                     widget->objectName()));
                ++seen;
            }
        }
        QVERIFY(seen > 20);
    }

    void noTextIsWrittenIntoTheCode()
    {
        Pseudo pseudo;
        QCoreApplication::installTranslator(&pseudo);
        {
            Screen s;
            SettingsPage settings(*s.world.workspace, s.theme, s.world.folder.path());
            HelpPage help;
            StoppedPage stopped(Error{ErrorCode::DatabaseCorrupt, {}, {}}, s.world.folder.path());
            static const QStringList kData{QStringLiteral("Esc"), QStringLiteral("English"), QStringLiteral("Deutsch"),
                                           s.world.folder.path()};
            for (QWidget *root : {static_cast<QWidget *>(&s.window), static_cast<QWidget *>(&settings),
                                  static_cast<QWidget *>(&help), static_cast<QWidget *>(&stopped)}) {
                for (QWidget *widget : root->findChildren<QWidget *>()) {
                    const QString name = widget->accessibleName();
                    const QString type = QString::fromLatin1(widget->metaObject()->className());
                    if (name.isEmpty() || kData.contains(name) || type == u"dash::KeyCap" || type == u"dash::NavItem" ||
                        type.contains(u"PlainPage"))
                        continue;
                    if (widget->objectName() == u"pageTitle" || widget->objectName() == u"functionCode")
                        continue; // the test's own page; code is the same in every language
                    QVERIFY2(name.contains(u'⟦'), qPrintable(type + u": " + name));
                }
            }
            QVERIFY(userMessage(Error{ErrorCode::DatabaseFull, {}, {}}).contains(u'⟦'));
        }
        QCoreApplication::removeTranslator(&pseudo);
    }

    void settingsActAtOnceAndAreKept()
    {
        Screen s;
        SettingsPage settings(*s.world.workspace, s.theme, s.world.folder.path());
        settings.show();
        auto *mode = settings.findChild<Segmented *>(QStringLiteral("themeChoice"));
        mode->setFocus();
        QTest::keyClick(mode, Qt::Key_Right);
        QCOMPARE(tokens().look, Look::Dark);
        QCOMPARE(s.world.workspace->setting(QStringLiteral("look.theme")).toString(), QStringLiteral("dark"));
    }

    void rightToLeftMirrorsTheFrame()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        {
            Screen s;
            QTRY_COMPARE(s.rail()->geometry().right(), s.window.width() - 1);
            QVERIFY(s.button(QStringLiteral("back"))->mapTo(&s.window, QPoint()).x() >
                    s.button(QStringLiteral("forward"))->mapTo(&s.window, QPoint()).x());
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void nothingRepaintsWhileNothingChanges()
    {
        Screen s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.window));
        struct Counter final : QObject {
            int paints = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                paints += event->type() == QEvent::Paint;
                return false;
            }
        } counter;
        QTimer idle;
        idle.setSingleShot(true);
        QSignalSpy done(&idle, &QTimer::timeout);
        idle.start(1100); // past the first paints and the session's own delay
        QVERIFY(done.wait());
        qApp->installEventFilter(&counter);
        idle.start(400);
        QVERIFY(done.wait());
        qApp->removeEventFilter(&counter);
        QCOMPARE(counter.paints, 0);
    }

    void crashesAreCountedUntilAGoodEnd()
    {
        QTemporaryDir folder;
        QCOMPARE(CrashMarker(folder.path()).begin(), 0);
        QCOMPARE(CrashMarker(folder.path()).begin(), 1);
        QCOMPARE(CrashMarker(folder.path()).begin(), 2);
        CrashMarker(folder.path()).healthy();
        QCOMPARE(CrashMarker(folder.path()).begin(), 1);
        CrashMarker(folder.path()).end();
        QCOMPARE(CrashMarker(folder.path()).begin(), 0);
    }

    void theCommandLineIsReadAndMistakesAreNamed()
    {
        const auto options = parseLaunchOptions({QStringLiteral("dash-desktop"), QStringLiteral("--workspace"),
                                                 QStringLiteral("/tmp/w"), QStringLiteral("--size=1280x800"),
                                                 QStringLiteral("--safe-mode"), QStringLiteral("a.csv")});
        QCOMPARE(options.folder, QStringLiteral("/tmp/w"));
        QCOMPARE(options.size, QSize(1280, 800));
        QVERIFY(options.safeMode && options.wrong.isEmpty());
        QCOMPARE(options.files.size(), 1);
        QVERIFY(options.handOver.first().startsWith(u"--open=/"));
        QCOMPARE(parseLaunchOptions({QString(), QStringLiteral("--wat")}).wrong, QStringLiteral("--wat"));
        QCOMPARE(parseLaunchOptions({QString(), QStringLiteral("--size=big")}).wrong, QStringLiteral("--size"));
    }

    void picturesForTheEye()
    {
        const QString folder = qEnvironmentVariable("DASH_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("skipped: DASH_SCREENSHOTS missing");
        for (const auto &[name, mode] :
             {std::pair("light", ThemeChoice::Mode::Light), std::pair("dark", ThemeChoice::Mode::Dark)}) {
            Screen s;
            WindowFeeds feeds;
            feeds.pipelineMark = [&](PipelineId id) {
                return id == s.world.sensors ? RailMark{RailMark::Dot::Attention, 12, QStringLiteral("running")}
                                             : RailMark{RailMark::Dot::Running, 0, QStringLiteral("running")};
            };
            feeds.series = [](const SeriesQuery &, QObject *, std::function<void(std::vector<PaletteEntry>)> done) {
                PaletteEntry entry;
                entry.text = QStringLiteral("revenue.hour");
                entry.note = QStringLiteral("5 shops, € an hour");
                entry.icon = QStringLiteral("series");
                entry.mono = true;
                entry.value = QStringLiteral("628.40 €");
                for (int i = 0; i < 40; ++i)
                    entry.spark.push_back(std::sin(i / 4.0) + i % 3);
                done({entry});
            };
            s.window.setFeeds(std::move(feeds));
            s.theme.setChoice({mode, Density::Comfortable, ThemeChoice::Motions::Reduced});
            const auto save = [&](const char *what) {
                QTRY_COMPARE(s.window.palette().color(QPalette::Text), tokens().text);
                QVERIFY(s.window.grab().save(folder + u"/shell-" + QLatin1StringView(what) + u'-' +
                                             QLatin1StringView(name) + u".png"));
            };
            s.window.navigator().toast(QStringLiteral("Widget removed"), QStringLiteral("Undo"), [] {});
            s.window.navigator().showError(Error{ErrorCode::DatabaseFull, {}, QStringLiteral("ENOSPC")});
            save("frame");
            s.window.openPalette(QStringLiteral("reve"));
            save("palette");
            s.palette()->close();
            SettingsPage settings(*s.world.workspace, s.theme, s.world.folder.path());
            settings.resize(1384, 952);
            settings.show();
            QVERIFY(settings.grab().save(folder + u"/shell-settings-" + QLatin1StringView(name) + u".png"));
            HelpPage help;
            help.resize(1384, 952);
            help.show();
            QVERIFY(help.grab().save(folder + u"/shell-help-" + QLatin1StringView(name) + u".png"));
            StoppedPage stopped(
                Error{ErrorCode::WorkspaceInUse, {{QLatin1StringView("folder"), QStringLiteral("/home/ada/dash")}}, {}},
                QString());
            stopped.resize(1024, 640);
            stopped.show();
            QVERIFY(stopped.grab().save(folder + u"/shell-stopped-" + QLatin1StringView(name) + u".png"));
        }
    }
};

DASH_TEST(TstWindow)
#include "tst_window.moc"
