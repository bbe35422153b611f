// A whole page: editing with undo, the query editor, one chart at full size, and what hostile days bring.

#include "app/charts/chart_overlay.h"
#include "app/charts/chart_view.h"
#include "app/dashboards/edit_panel.h"
#include "app/dashboards/full_chart.h"
#include "app/dashboards/grid_editor.h"
#include "app/dashboards/values_table.h"
#include "app/dashboards/widget_head.h"
#include "app/theme/style.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QTableView>

#include <cmath>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace dash;
using namespace dash::test;

namespace {

std::vector<std::pair<qint64, double>> minutesOf(double base, int minutes = 120)
{
    std::vector<std::pair<qint64, double>> points;
    for (int i = minutes * 6; i >= 0; --i)
        points.emplace_back(kNow - i * 10'000, base + std::sin(i / 30.0));
    return points;
}

// Two hosts, two names, every kind of widget.
Dashboard allKinds()
{
    Dashboard dashboard = oneChart({QStringLiteral("load")});
    dashboard.widgets.clear();
    int i = 0;
    for (const char *type : {"line", "area", "bar", "stat", "gauge", "table", "text"}) {
        dashboard.widgets.push_back(widgetOf(QString::fromLatin1(type), QString::fromLatin1(type),
                                             {(i % 3) * 4, (i / 3) * 6, 4, 6}, {QStringLiteral("load")}));
        ++i;
    }
    dashboard.widgets.back().queries.clear();
    dashboard.widgets.back().options.insert(QStringLiteral("text"), QStringLiteral("# Notes"));
    return dashboard;
}

void fillHosts(PageWorld &world)
{
    world.put("load", minutesOf(10), {{"host", "one"}});
    world.put("load", minutesOf(20), {{"host", "two"}});
    world.put("errors", minutesOf(1));
}

void useLook(Look look)
{
    QApplication::setStyle(new DashStyle(tokensFor(look), metricsFor(Density::Comfortable), {}));
    QApplication::setPalette(paletteFor(tokensFor(look)));
}

qint64 residentKb()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
#endif
    return 0;
}

} // namespace

class TstPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void draggingAWidgetIsSavedAndUndone()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        const QRect before = world.dashboard().widgets[3].cells;
        world.page().setEditing(true);
        auto *editor = world.page().grid()->findChild<GridEditor *>();
        const WidgetId id = world.dashboard().widgets[3].id;
        const QPoint from = world.page().grid()->card(id)->geometry().center();
        const QPoint to = from + QPoint(500, 0);
        QTest::mousePress(editor, Qt::LeftButton, {}, from);
        QTest::mouseMove(editor, (from + to) / 2);
        QTest::mouseMove(editor, to);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, to);
        const QRect moved = world.dashboard().widgets[3].cells;
        QVERIFY(moved != before && moved.size() == before.size());
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(world.dashboard().widgets[3].cells, before);
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(world.dashboard().widgets[3].cells, moved);
        // By keys: one cell to the left, one larger.
        world.page().grid()->select(id);
        QTest::keyClick(editor, Qt::Key_Left);
        QCOMPARE(world.dashboard().widgets[3].cells.x(), moved.x() - 1);
        QTest::keyClick(editor, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(world.dashboard().widgets[3].cells.height(), moved.height() + 1);
        QVERIFY2(editor->accessibleDescription().contains(u"4 × 7"), qPrintable(editor->accessibleDescription()));
    }
    void theQueryEditorChoosesSeriesLabelsAndAggregate()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        world.page().setEditing(true);
        world.page().grid()->select(world.dashboard().widgets[0].id);
        auto *panel = world.page().findChild<EditPanel *>();
        QVERIFY(panel);
        Combo *series = nullptr;
        QTRY_VERIFY((series = panel->findChild<Combo *>(QStringLiteral("series0"))) && series->items().size() == 2);
        series->setValue(QStringLiteral("errors"));
        Q_EMIT series->changed();
        QCOMPARE(world.dashboard().widgets[0].queries[0].series.name, QStringLiteral("errors"));
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces.size() == 1);
        QCOMPARE(world.card(0)->chart()->content().traces[0].name, QStringLiteral("errors"));
        world.workspace().undo({EntityKind::Dashboard, world.dashboard().id.value});
        QTRY_COMPARE(world.dashboard().widgets[0].queries[0].series.name, QStringLiteral("load"));
        // A label leaves one of the two hosts.
        Dashboard filtered = world.dashboard();
        filtered.widgets[0].queries[0].series.labels = {{QStringLiteral("host"), QStringLiteral("two")}};
        filtered.widgets[0].queries[0].aggregate = Aggregate::Maximum;
        filtered.widgets[0].queries[0].every = Millis(60'000);
        world.workspace().putDashboard(filtered, {QStringLiteral("Filter"), {}});
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces.size() == 1);
        const Trace &trace = world.card(0)->chart()->content().traces[0];
        QVERIFY(trace.value[trace.value.size() / 2] > 19);
        QCOMPARE(trace.to[3] - trace.from[3], 60'000);
    }
    void oneChartAtFullSizeAndBack()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        world.page().shown(world.dashboard().widgets[0].id.text());
        auto *full = world.page().findChild<FullChart *>();
        QVERIFY(full && full->isVisible());
        QTRY_VERIFY(full->cards().front()->answered());
        QVERIFY(full->cards().size() >= 3); // and two beside it
        world.page().shown({});
        QTRY_VERIFY(!world.page().findChild<FullChart *>());
        QVERIFY(world.page().grid()->isVisible());
    }
    void aChartHasATwinForThoseWhoRead()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        ChartView *chart = world.card(0)->chart();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(chart);
        QVERIFY(spoken);
        QCOMPARE(spoken->role(), QAccessible::Chart);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("line"));
        QVERIFY(!spoken->text(QAccessible::Description).isEmpty());
        QVERIFY(!spoken->text(QAccessible::Help).isEmpty());
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY2(spoken->text(QAccessible::Value).contains(u"one"), qPrintable(spoken->text(QAccessible::Value)));
        QAccessibleActionInterface *actions = spoken->actionInterface();
        QVERIFY(actions && actions->actionNames().contains(QStringLiteral("showAsTable")));
        actions->doAction(QStringLiteral("showAsTable"));
        auto *table = world.page().window()->findChild<ValuesTable *>();
        QVERIFY(table && table->isVisible());
        auto *view = table->findChild<QTableView *>();
        QVERIFY(view->model()->rowCount() >= 60 && view->model()->columnCount() == 3);
        QCOMPARE(QAccessible::queryAccessibleInterface(view)->tableInterface()->rowCount(), view->model()->rowCount());
        table->close();
        QTest::keyClick(chart, Qt::Key_T);
        QTRY_VERIFY(world.page().window()->findChild<ValuesTable *>());
    }
    void everythingOnAPageHasAName()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        world.page().setEditing(true);
        QStringList nameless;
        for (QWidget *widget : world.page().findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                widget->objectName().startsWith(u"qt_") || qobject_cast<QAbstractScrollArea *>(widget))
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            if (!spoken || spoken->text(QAccessible::Name).isEmpty())
                nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
    void theKeyboardStaysAtItsControlWhenThePanelIsMadeAnew()
    {
        PageWorld world;
        world.put("s", {{kNow - 1'000, 3}}, {{"host", "a"}});
        world.put("s", {{kNow - 1'000, 4}}, {{"host", "b"}});
        world.open(oneChart({QStringLiteral("s")}, QStringLiteral("stat")));
        world.page().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.page()));
        world.page().setEditing(true);
        auto *panel = world.page().findChild<EditPanel *>();
        const auto add = [panel] { return panel->findChild<QWidget *>(QStringLiteral("addSeries")); };
        QTRY_VERIFY(panel->findChild<Combo *>(QStringLiteral("combine0")));
        QWidget *before = add();
        before->setFocus(Qt::TabFocusReason);
        QTest::keyClick(before, Qt::Key_Space);
        QTRY_COMPARE(world.dashboard().widgets[0].queries.size(), std::size_t(2));
        QTRY_VERIFY(add() && add() != before);
        QCOMPARE(QApplication::focusWidget(), add());
        auto *combine = panel->findChild<Combo *>(QStringLiteral("combine0"));
        combine->setFocus(Qt::TabFocusReason);
        combine->setValue(static_cast<int>(Combine::Average));
        Q_EMIT combine->changed();
        world.workspace().undo({EntityKind::Dashboard, world.dashboard().id.value}); // makes the panel anew
        QTRY_VERIFY(panel->findChild<Combo *>(QStringLiteral("combine0")) != combine);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("combine0"));
    }
    // B/s while nothing happens, MB/s once it does, also when only time moves.
    void theHeadNamesTheUnitOfTheAxis()
    {
        PageWorld world;
        world.put("s", {{kNow - 500'000, 3}, {kNow - 499'000, 4}, {kNow - 100'000, 4e6}, {kNow - 99'000, 5e6}});
        Dashboard dashboard = oneChart({QStringLiteral("s")}, QStringLiteral("bar"));
        dashboard.widgets[0].unit = QStringLiteral("B/s");
        world.open(dashboard);
        WidgetCard &card = *world.card(0);
        struct Painted final : QObject {
            int count = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
        } painted;
        card.installEventFilter(&painted);
        QSignalSpy units(card.chart(), &ChartView::unitChanged);
        QCOMPARE(card.chart()->chartLayout().units[0].unit, QStringLiteral("MB/s"));
        world.page().time().setRange(kNow - 510'000, kNow - 490'000);
        QCOMPARE(card.chart()->chartLayout().units[0].unit, QStringLiteral("B/s"));
        QVERIFY(!units.isEmpty());
        QTRY_VERIFY(painted.count > 0);
    }
    void aWidgetRemovedWhileItIsAsked()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        for (int i = 0; i < 40; ++i) {
            const std::vector<WidgetCard *> cards = world.page().grid()->cards();
            int answered = 0;
            QObject counter;
            for (WidgetCard *card : cards) {
                card->refresh();
                connect(card, &WidgetCard::dataArrived, &counter, [&answered] { ++answered; });
            }
            // In every phase of asking: from before the first answer to after the last one.
            QTRY_VERIFY(answered >= i % (static_cast<int>(cards.size()) + 1));
            Dashboard fewer = world.dashboard();
            fewer.widgets.erase(fewer.widgets.begin() + i % static_cast<int>(fewer.widgets.size()));
            world.workspace().putDashboard(fewer, {QStringLiteral("Remove"), {}});
            world.workspace().undo({EntityKind::Dashboard, fewer.id.value});
            QTRY_COMPARE(world.dashboard().widgets.size(), fewer.widgets.size() + 1);
        }
        for (WidgetCard *card : world.page().grid()->cards())
            card->refresh();
        world.closePage(); // with questions on their way
        QCoreApplication::processEvents();
    }
    void queriesAndKindChangeBeforeTheAnswer()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        world.page().setEditing(true);
        for (const char *type : {"table", "gauge", "stat", "line", "bar", "text", "area"}) {
            Dashboard changed = world.dashboard();
            for (Widget &widget : changed.widgets) {
                widget.type = QString::fromLatin1(type);
                widget.queries.clear();
            }
            world.workspace().putDashboard(changed, {QStringLiteral("Change"), {}});
            QVERIFY(!world.page().grab().isNull()); // drawn from what is there: answers to other questions
            for (Widget &widget : changed.widgets) {
                for (const char *name : {"errors", "load"}) {
                    WidgetQuery query;
                    query.series.name = QString::fromLatin1(name);
                    widget.queries.push_back(query);
                }
            }
            world.workspace().putDashboard(changed, {QStringLiteral("Change"), {}});
            QVERIFY(!world.page().grab().isNull());
            QVERIFY(world.settle());
            if (ChartView *chart = world.card(0)->chart())
                QVERIFY(chart->testAttribute(Qt::WA_TransparentForMouseEvents)); // the grid has the mouse
        }
    }
    void aSeriesErasedWhileItIsSeen()
    {
        PageWorld world;
        fillHosts(world);
        world.open(oneChart({QStringLiteral("load")}));
        QCOMPARE(world.card(0)->chart()->content().traces.size(), std::size_t(2));
        QVERIFY_RESULT(world.points().eraseSeries(world.card(0)->data()->series[0].info.id));
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces.size() == 1);
        QVERIFY_RESULT(world.points().eraseSeries(world.card(0)->data()->series[0].info.id));
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces.empty());
        QVERIFY(!world.card(0)->chart()->content().note.isEmpty());
        QVERIFY(world.navigator.errors.empty());
        world.put("load", {{kNow, 3}}, {{"host", "three"}});
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces.size() == 1);
    }
    void resizeStormsAskForTheLastSizeOnly()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        for (int i = 0; i < 200; ++i) {
            world.page().resize(500 + (i * 37) % 1'400, 300 + (i * 53) % 900);
            if (i % 7 == 0)
                QCoreApplication::processEvents();
        }
        world.page().resize(1'200, 800);
        QTRY_VERIFY(world.settle());
        const double plot = world.card(0)->chart()->chartLayout().plot.width();
        const ColumnRequest &columns = world.card(0)->data()->request.columns;
        const double shown = static_cast<double>(columns.n) * 600'000.0 / static_cast<double>(columns.range.span());
        QVERIFY2(shown > plot * 0.8 && shown < plot * 1.2, qPrintable(QString::number(shown)));
        for (const QSize tiny : {QSize(1, 1), QSize(40, 900), QSize(1'384, 20), QSize(3'000, 2'000)}) {
            world.page().resize(tiny);
            QVERIFY(!world.page().grab().isNull());
        }
    }
    void theThemeChangesUnderARunningPage()
    {
        const auto restore = qScopeGuard([] { useLook(Look::Light); });
        useLook(Look::Light);
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        ChartView *chart = world.card(0)->chart();
        for (const Look look : {Look::Dark, Look::ContrastDark, Look::ContrastLight, Look::Light}) {
            useLook(look);
            QCoreApplication::processEvents();
            const QImage image = chart->grab().toImage();
            const QRectF plot = chart->chartLayout().plot;
            // The ground, in a corner where no line runs.
            QCOMPARE(image.pixelColor(static_cast<int>(plot.right()) + 6, 2), tokensFor(look).surface);
        }
    }
    void anotherPixelRatioIsDrawnSharp()
    {
        PageWorld world;
        fillHosts(world);
        world.open(oneChart({QStringLiteral("load")}));
        ChartView *chart = world.card(0)->chart();
        for (const double ratio : {1.0, 1.25, 2.0, 3.0}) {
            QImage image(chart->size() * ratio, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            chart->render(&painter);
            painter.end();
            int left = 0;
            for (int x = 0; x < image.width(); x += 3) {
                for (int y = 0; y < image.height(); y += 3)
                    left += image.pixelColor(x, y) == QColor(Qt::magenta);
            }
            QCOMPARE(left, 0);
        }
    }
    void fiftyYearsAndBack()
    {
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        TimeWindow window;
        window.last = Millis(0);
        window.absolute = {kNow - 50LL * 365 * 86'400'000, kNow + 1};
        world.page().time().setWindow(window);
        QTRY_VERIFY(world.settle());
        const Trace &trace = world.card(0)->chart()->content().traces.front();
        QVERIFY(trace.many && !trace.high.empty());
        QVERIFY(*std::max_element(trace.high.begin(), trace.high.end()) > 10.99);
        world.page().time().back();
        QTRY_VERIFY(world.settle());
    }
    void thousandsOfUpdatesKeepTheMemory()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer keeps freed memory");
#endif
        if (residentKb() == 0)
            QSKIP("resident memory is not known here");
        PageWorld world;
        fillHosts(world);
        world.open(allKinds());
        const auto update = [&](int count) {
            for (int i = 0; i < count; ++i) {
                for (WidgetCard *card : world.page().grid()->cards()) {
                    card->refresh();
                    card->recolor();
                }
                world.clock.advance(Millis(100));
                world.page().time().setWindow(world.page().time().window());
                QCoreApplication::processEvents();
                if (i % 20 == 0)
                    world.page().grab();
            }
            QVERIFY(world.settle());
        };
        update(300);
        const qint64 before = residentKb();
        update(800);
        const qint64 grown = residentKb() - before;
        QVERIFY2(grown < 6'000, qPrintable(QStringLiteral("%1 KB").arg(grown)));
    }
    void coloursAreTheSameInEveryRun()
    {
        QList<int> first;
        for (int run = 0; run < 4; ++run) {
            PageWorld world;
            Dashboard dashboard = oneChart({QStringLiteral("s0")});
            for (int i = 0; i < 12; ++i) {
                world.put(qPrintable(QStringLiteral("s%1").arg(i)), minutesOf(i, 20));
                if (i > 0)
                    dashboard.widgets.push_back(widgetOf(QStringLiteral("line"), QString::number(i),
                                                         {(i % 3) * 4, 12 + i * 4, 4, 4},
                                                         {QStringLiteral("s%1").arg(i)}));
            }
            world.open(dashboard);
            QList<int> slots;
            for (std::size_t i = 0; i < 12; ++i) {
                const Trace &trace = world.card(i)->chart()->content().traces.front();
                slots << trace.slot + 10 * trace.dashes;
            }
            if (run == 0)
                first = slots;
            QCOMPARE(slots, first);
        }
    }
};

DASH_TEST(TstPage)
#include "tst_page.moc"
