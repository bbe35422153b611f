// Charts of many series: the legend as a table, sorted and walked, and the highest with the rest as one.

#include "app/charts/chart_view.h"
#include "app/dashboards/csv_export.h"
#include "app/dashboards/full_chart.h"
#include "app/dashboards/series_table.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QAbstractButton>
#include <QHeaderView>

#include <cmath>

using namespace dash;
using namespace dash::test;

namespace {

// host0 … : a level each, the highest is host0.
void fillHosts(PageWorld &world, int count)
{
    for (int h = 0; h < count; ++h) {
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < 60; ++i)
            points.emplace_back(kNow - 590'000 + i * 10'000, 100.0 * (count - h) + i % 2);
        world.put("cpu", points, {{"host", "host" + std::to_string(h)}});
    }
}

QStringList column(const SeriesTable &table, int column)
{
    QStringList texts;
    for (int r = 0; r < table.model()->rowCount(); ++r)
        texts << table.model()->index(r, column).data().toString();
    return texts;
}

QString digits(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

std::vector<const Trace *> shown(const WidgetCard &card)
{
    std::vector<const Trace *> traces;
    for (const Trace &trace : card.chart()->content().traces)
        traces.push_back(&trace);
    return traces;
}

} // namespace

class TstLegend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sixSeriesStandInTheHeadSevenInATable()
    {
        for (const int count : {6, 7}) {
            PageWorld world;
            fillHosts(world, count);
            world.open(oneChart({QStringLiteral("cpu")}));
            SeriesTable *table = world.card(0)->seriesTable();
            QCOMPARE(table != nullptr, count == 7);
            QCOMPARE(world.card(0)->findChild<LegendBar *>()->isVisible(), count == 6);
            if (!table)
                continue;
            QVERIFY(table->isVisible());
            QCOMPARE(table->model()->rowCount(), 7);
            QVERIFY(table->geometry().top() >= world.card(0)->chart()->geometry().bottom());
            QVERIFY(table->geometry().bottom() <= world.card(0)->height());
        }
    }
    void sortedByAnyColumn()
    {
        PageWorld world;
        fillHosts(world, 12);
        world.open(oneChart({QStringLiteral("cpu")}));
        SeriesTable &table = *world.card(0)->seriesTable();
        QCOMPARE(column(table, 0).first(), QStringLiteral("host0"));
        const QHeaderView *head = table.horizontalHeader();
        const auto click = [&](int section) {
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                              {head->sectionViewportPosition(section) + head->sectionSize(section) / 2, 10});
        };
        click(4);
        const bool up = column(table, 0).first() == u"host11";
        QVERIFY(up || column(table, 0).first() == u"host0");
        click(4);
        QCOMPARE(column(table, 0).first(), up ? QStringLiteral("host0") : QStringLiteral("host11"));
        // The values of one series: 1200 and 1201 in turn.
        table.sortBy(1, Qt::DescendingOrder);
        QCOMPARE(digits(column(table, 2).first()), QStringLiteral("1200"));
        QCOMPARE(digits(column(table, 4).first()), QStringLiteral("1201"));
        QVERIFY(column(table, 5).first().startsWith(u"+0.0833"));
        table.sortBy(0, Qt::DescendingOrder);
        QCOMPARE(column(table, 0).first(), QStringLiteral("host9")); // by name
    }
    // A sign belongs to its number, also between right-to-left words; a pointed-at row is lit as a whole.
    void rightToLeftAndHover()
    {
        PageWorld world;
        fillHosts(world, 8);
        world.open(oneChart({QStringLiteral("cpu")}));
        world.page().setLayoutDirection(Qt::RightToLeft);
        SeriesTable &table = *world.card(0)->seriesTable();
        const QString change = column(table, 5).first();
        QVERIFY2(change.startsWith(QString(QChar(0x2066)) + u'+'), qPrintable(change));
        QVERIFY(table.visualRect(table.model()->index(0, 0)).left() >
                table.visualRect(table.model()->index(0, 1)).left());
        QTest::mouseMove(table.viewport(), table.visualRect(table.model()->index(1, 0)).center());
        QTest::mouseMove(table.viewport(), table.visualRect(table.model()->index(2, 1)).center());
        QTRY_COMPARE(table.hoveredRow(), 2);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(table.viewport(), &leave);
        QCOMPARE(table.hoveredRow(), -1);
    }
    void byKeyboardAlone()
    {
        PageWorld world;
        fillHosts(world, 8);
        world.open(oneChart({QStringLiteral("cpu")}));
        SeriesTable &table = *world.card(0)->seriesTable();
        table.setFocus(Qt::TabFocusReason);
        table.setCurrentIndex(table.model()->index(0, 1));
        QTest::keyClick(&table, Qt::Key_S);
        QTest::keyClick(&table, Qt::Key_S); // and turned
        QCOMPARE(column(table, 0).first(), QStringLiteral("host7"));
        QTest::keyClick(&table, Qt::Key_Home);
        table.setCurrentIndex(table.model()->index(2, 0));
        QCOMPARE(column(table, 0)[2], QStringLiteral("host5"));
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(world.card(0)->hiddenSeries().size(), 1);
        QVERIFY(shown(*world.card(0))[5]->hidden);
        QCOMPARE(table.model()->index(2, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("host5, hidden"));
        QTest::keyClick(&table, Qt::Key_Space);
        QVERIFY(world.card(0)->hiddenSeries().isEmpty());
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(world.card(0)->hiddenSeries().size(), 7);
        QTest::keyClick(&table, Qt::Key_Return); // and all again
        QVERIFY(world.card(0)->hiddenSeries().isEmpty());
    }
    void aDoubleClickShowsAloneAndAllAgain()
    {
        PageWorld world;
        fillHosts(world, 8);
        world.open(oneChart({QStringLiteral("cpu")}));
        SeriesTable &table = *world.card(0)->seriesTable();
        const QPoint third = table.visualRect(table.model()->index(2, 0)).center();
        const auto twice = [&] {
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, third);
            QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, third);
        };
        twice();
        QCOMPARE(world.card(0)->hiddenSeries().size(), 7);
        QVERIFY(!shown(*world.card(0))[2]->hidden);
        twice();
        QVERIFY(world.card(0)->hiddenSeries().isEmpty());
    }
    void rowsStayWhereTheyAreWhileOneWalksThem()
    {
        PageWorld world;
        fillHosts(world, 8);
        world.open(oneChart({QStringLiteral("cpu")}));
        SeriesTable &table = *world.card(0)->seriesTable();
        table.sortBy(4, Qt::DescendingOrder);
        table.setFocus(Qt::TabFocusReason);
        QCOMPARE(column(table, 0).first(), QStringLiteral("host0"));
        world.put("cpu", {{kNow - 1'000, 9'000}}, {{"host", "host7"}});
        QTRY_VERIFY(digits(column(table, 4).join(u' ')).contains(u"9000"));
        QCOMPARE(column(table, 0).first(), QStringLiteral("host0"));
        table.clearFocus();
        world.put("cpu", {{kNow - 500, 9'500}}, {{"host", "host7"}});
        QTRY_COMPARE(column(table, 0).first(), QStringLiteral("host7"));
    }
    void theTopFiveAndTheRest()
    {
        PageWorld world;
        fillHosts(world, 20);
        world.open(oneChart({QStringLiteral("cpu")}));
        auto *offer = world.card(0)->findChild<QAbstractButton *>(QStringLiteral("topSeries"));
        QVERIFY(offer && offer->isVisible());
        offer->click();
        QTRY_COMPARE(shown(*world.card(0)).size(), std::size_t(6));
        const std::vector<const Trace *> traces = shown(*world.card(0));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(traces[static_cast<std::size_t>(i)]->name, QStringLiteral("host%1").arg(i));
        QCOMPARE(traces[5]->key, restKey());
        QCOMPARE(traces[5]->slot, 9);
        QVERIFY(traces[5]->name.startsWith(u"15 "));
        double rest = 0; // milliseconds are averaged: 1500, 1400 … 100
        for (int h = 5; h < 20; ++h)
            rest += 100.0 * (20 - h) / 15;
        QVERIFY(std::abs(traces[5]->value[4] - rest) < 1);
        QVERIFY(!world.card(0)->seriesTable()->isVisible());
        // What leaves as values is every series.
        const auto csv = widgetCsv(world.card(0)->widget(), *world.card(0)->data(), world.page().time().range());
        QVERIFY_RESULT(csv);
        QVERIFY(csv->contains("host19"));
        QVERIFY(offer->isVisible());
        offer->click();
        QTRY_COMPARE(shown(*world.card(0)).size(), std::size_t(20));
        world.workspace().undo({EntityKind::Dashboard, world.dashboard().id.value});
        QTRY_COMPARE(shown(*world.card(0)).size(), std::size_t(6));
    }
    void theRestOfAStackIsTheirSum()
    {
        PageWorld world;
        fillHosts(world, 9);
        Dashboard dashboard = oneChart({QStringLiteral("cpu")}, QStringLiteral("area"));
        dashboard.widgets[0].unit = QStringLiteral("B");
        dashboard.widgets[0].options.insert(QStringLiteral("stack"), QStringLiteral("on"));
        dashboard.widgets[0].options.insert(QStringLiteral("series"), QStringLiteral("top5"));
        world.open(dashboard);
        const std::vector<const Trace *> traces = shown(*world.card(0));
        QCOMPARE(traces.size(), std::size_t(6));
        QCOMPARE(traces[5]->own[4], 400.0 + 300 + 200 + 100); // each even point
        QCOMPARE(traces[5]->value[4], 100.0 * (9 * 10 / 2));  // the top of the stack is the sum of all
    }
    void aFullSizeChartNamesEverySeriesBelow()
    {
        PageWorld world;
        fillHosts(world, 15);
        world.open(oneChart({QStringLiteral("cpu")}));
        world.page().shown(world.dashboard().widgets[0].id.text());
        QTRY_VERIFY(world.page().findChild<FullChart *>());
        auto *below = world.page().findChild<FullChart *>()->findChild<SeriesTable *>();
        QVERIFY(below);
        QTRY_COMPARE(below->model()->rowCount(), 15);
        QCOMPARE(below->model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("In view"));
        QVERIFY(below->isVisible());
    }
    void theRowOfThePeriodBeforeBelongsToItsSeries()
    {
        PageWorld world;
        world.put("s", {{kNow - 900'000, 1}, {kNow - 800'000, 2}, {kNow - 300'000, 3}, {kNow - 200'000, 4}});
        Dashboard dashboard = oneChart({QStringLiteral("s")});
        dashboard.comparePrevious = true;
        world.open(dashboard);
        world.page().shown(world.dashboard().widgets[0].id.text());
        QTRY_VERIFY(world.page().findChild<FullChart *>());
        FullChart &full = *world.page().findChild<FullChart *>();
        auto *below = full.findChild<SeriesTable *>();
        QTRY_COMPARE(below->model()->rowCount(), 2);
        below->setFocus(Qt::TabFocusReason);
        below->setCurrentIndex(below->model()->index(1, 0));
        QTest::keyClick(below, Qt::Key_Space);
        QCOMPARE(full.cards().front()->hiddenSeries().size(), 1);
        for (const Trace &trace : full.cards().front()->chart()->content().traces)
            QVERIFY(trace.hidden);
    }
    void averagesCountPointsNotColumns()
    {
        Trace trace;
        trace.time = {0, 1'000};
        trace.own = trace.value = trace.low = trace.high = {10, 40};
        trace.low[1] = -5;
        trace.high[1] = 90;
        trace.weight = {3, 1};
        const TraceStats stats = statsOf(trace, 0, 1'000);
        QCOMPARE(stats.average, 17.5);
        QCOMPARE(stats.low, -5.0);
        QCOMPARE(stats.high, 90.0);
        QCOMPARE(stats.highAt, qint64(1'000));
        QCOMPARE(stats.change().value(), 300.0);
        trace.own = trace.value = {1.5e308, 1.5e308};
        QCOMPARE(statsOf(trace, 0, 1'000).average, 1.5e308);
        QCOMPARE(statsOf(trace, 2'000, 3'000).count, std::size_t(0));
    }
};

DASH_TEST(TstLegend)
#include "tst_legend.moc"
