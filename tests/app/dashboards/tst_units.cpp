// Series of several units in one chart: two axes, one unit each, nothing mixed.

#include "app/charts/chart_view.h"
#include "app/charts/units.h"
#include "app/dashboards/csv_export.h"
#include "app/dashboards/widget_head.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <cmath>

using namespace dash;
using namespace dash::test;

namespace {

std::vector<std::pair<qint64, double>> flat(double value)
{
    std::vector<std::pair<qint64, double>> points;
    for (int i = 0; i < 60; ++i)
        points.emplace_back(kNow - 590'000 + i * 10'000, value + i % 3);
    return points;
}

const Trace &traceOf(PageWorld &world, std::size_t index)
{
    return world.card(0)->chart()->content().traces.at(index);
}

Dashboard chartOf(std::vector<QString> series, const QString &type = QStringLiteral("line"))
{
    Dashboard dashboard = oneChart(std::move(series), type);
    dashboard.widgets[0].unit.clear();
    return dashboard;
}

} // namespace

class TstUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unitsOfOneDimension()
    {
        QCOMPARE(unitConversion(QStringLiteral("MB"), QStringLiteral("kB"))->factor, 1'000.0);
        const auto fahrenheit = unitConversion(QStringLiteral("°F"), QStringLiteral("°C"));
        QVERIFY(std::abs(212 * fahrenheit->factor + fahrenheit->offset - 100) < 1e-9);
        const auto kelvin = unitConversion(QStringLiteral("K"), QStringLiteral("°F"));
        QVERIFY(std::abs(273.15 * kelvin->factor + kelvin->offset - 32) < 1e-9);
        QVERIFY(!unitConversion(QStringLiteral("MB"), QStringLiteral("MB/s")));
        QVERIFY(!unitConversion(QStringLiteral("EUR"), QStringLiteral("USD")));
        QCOMPARE(unitConversion(QStringLiteral("EUR"), QStringLiteral("EUR"))->factor, 1.0);
    }
    void twoUnitsTwoAxes()
    {
        PageWorld world;
        world.put("kwh", flat(1), {}, "kWh");
        world.put("temp", flat(11), {}, "°C");
        world.open(chartOf({QStringLiteral("kwh"), QStringLiteral("temp")}));
        QCOMPARE(traceOf(world, 0).axis, 0);
        QCOMPARE(traceOf(world, 1).axis, 1);
        const ChartLayout &layout = world.card(0)->chart()->chartLayout();
        QVERIFY(layout.second);
        QCOMPARE(layout.units[0].unit, QStringLiteral("kWh"));
        QCOMPARE(layout.units[1].unit, QStringLiteral("°C"));
        QCOMPARE(headUnit(world.card(0)->widget(), &layout), QStringLiteral("kWh"));
        const QString spoken = world.card(0)->accessibleDescription();
        QVERIFY2(spoken.contains(u"kWh") && spoken.contains(u"°C"), qPrintable(spoken));
        // Zoomed values move both.
        const double before = layout.values[1].high - layout.values[1].low;
        world.card(0)->chart()->setValueRange(std::pair(1.0, 2.0));
        QVERIFY(world.card(0)->chart()->chartLayout().values[1].high -
                    world.card(0)->chart()->chartLayout().values[1].low <
                before);
    }
    void theSameDimensionSharesAnAxis()
    {
        PageWorld world;
        world.put("a", flat(3'000), {}, "kW");
        world.put("b", flat(2), {}, "MW");
        world.put("c", flat(68), {}, "°F");
        world.put("d", flat(20), {}, "°C");
        world.open(chartOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}));
        QCOMPARE(traceOf(world, 1).axis, 0);
        QCOMPARE(traceOf(world, 1).own[0], 2'000.0);
        QCOMPARE(traceOf(world, 1).unit, QStringLiteral("kW"));
        QCOMPARE(traceOf(world, 3).axis, 1);
        QVERIFY(std::abs(traceOf(world, 3).own[0] - 68) < 1e-9);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(!traceOf(world, i).hidden);
        // Values that leave are as stored.
        const auto csv = widgetCsv(world.card(0)->widget(), *world.card(0)->data(), world.page().time().range());
        QVERIFY_RESULT(csv);
        QVERIFY2(csv->contains(",3000,2,68,20\r\n"), csv->left(200).constData());
    }
    void aThirdUnitWaitsInTheLegend()
    {
        PageWorld world;
        world.put("kwh", flat(1), {}, "kWh");
        world.put("volt", flat(230), {}, "V");
        world.put("temp", flat(11), {}, "°C");
        world.open(chartOf({QStringLiteral("kwh"), QStringLiteral("volt"), QStringLiteral("temp")}));
        QVERIFY(traceOf(world, 2).hidden && traceOf(world, 2).noAxis);
        auto *legend = world.card(0)->findChild<LegendBar *>();
        QCOMPARE(legend->items().size(), std::size_t(3));
        QVERIFY(legend->items()[2].hidden);
        // A click gives it the second axis.
        Q_EMIT legend->hiddenToggled(legend->items()[2].key);
        QVERIFY(traceOf(world, 1).hidden && !traceOf(world, 2).hidden);
        QCOMPARE(traceOf(world, 2).axis, 1);
        QCOMPARE(world.card(0)->chart()->chartLayout().units[1].unit, QStringLiteral("°C"));
        Q_EMIT legend->hiddenToggled(legend->items()[1].key); // and back
        QVERIFY(traceOf(world, 2).hidden && !traceOf(world, 1).hidden);
    }
    void whatTheWidgetSaysGoesForItsSeries()
    {
        PageWorld world;
        world.put("a", flat(5), {}, "EUR");
        world.put("b", flat(6), {}, "EUR");
        Dashboard dashboard = chartOf({QStringLiteral("a"), QStringLiteral("b")});
        dashboard.widgets[0].unit = QStringLiteral("€");
        world.open(dashboard);
        QVERIFY(!world.card(0)->chart()->chartLayout().second);
        QCOMPARE(world.card(0)->chart()->chartLayout().units[0].unit, QStringLiteral("€"));
    }
    void stacksOfTwoUnitsDoNotAddUp()
    {
        PageWorld world;
        world.put("a", flat(5), {}, "kWh");
        world.put("b", flat(6), {}, "kWh");
        world.put("c", flat(20), {}, "°C");
        for (const char *type : {"area", "bar"}) {
            Dashboard dashboard =
                chartOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, QString::fromLatin1(type));
            dashboard.widgets[0].options.insert(QStringLiteral("stack"), QStringLiteral("on"));
            for (WidgetQuery &query : dashboard.widgets[0].queries)
                query.aggregate = Aggregate::Maximum;
            world.open(dashboard);
            const Trace &c = traceOf(world, 2);
            QCOMPARE(c.axis, 1);
            QCOMPARE(*std::max_element(c.value.begin(), c.value.end()), 22.0);
            QCOMPARE(*std::max_element(traceOf(world, 1).value.begin(), traceOf(world, 1).value.end()), 15.0);
        }
    }
};

DASH_TEST(TstUnits)
#include "tst_units.moc"
