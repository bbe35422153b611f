// One number of several series: how stat and gauge make it, how it is chosen and kept.

#include "app/charts/combine.h"
#include "app/dashboards/dashboard_schema.h"
#include "app/dashboards/edit_panel.h"
#include "app/dashboards/query_value.h"
#include "app/theme/numbers.h"
#include "app/widgets/combo.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

using namespace dash;
using namespace dash::test;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString said(const Widget &widget, const WidgetData &data)
{
    SeriesSlots slots;
    ChartLook look;
    look.locale = QLocale::c();
    look.zone = QTimeZone::utc();
    const WidgetScene scene{widget, data, kNow - 600'000.0,       double(kNow), kNow,
                            slots,  {},   tokensFor(Look::Light), look,         Detail::Fine};
    return widgetType(widget.type)->summary(scene);
}

WidgetDataPtr readFor(const OpenChartSource &open, const Widget &widget, qint64 before = 0)
{
    auto source = open();
    RequestFrame frame;
    frame.visible = {kNow - 600'000, kNow};
    frame.previousOffset = before;
    return readWidget(**source, widgetType(widget.type)->request(widget, frame));
}

Widget number(const QString &type, const QString &unit, Combine combine)
{
    Widget widget = widgetOf(type, QStringLiteral("Number"), {0, 0, 3, 3}, {QStringLiteral("s")});
    widget.unit = unit;
    widget.queries[0].combine = combine;
    return widget;
}

} // namespace

class TstCombine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWayOfCombining_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Combine>("combine");
        QTest::addColumn<QString>("shown");
        const QString percent = QStringLiteral("%"), bytes = QStringLiteral("kg");
        QTest::newRow("percent by itself") << percent << Combine::ByUnit << QStringLiteral("30");
        QTest::newRow("amounts by themselves") << bytes << Combine::ByUnit << QStringLiteral("90");
        QTest::newRow("no unit") << QString() << Combine::ByUnit << QStringLiteral("90");
        QTest::newRow("sum") << percent << Combine::Sum << QStringLiteral("90");
        QTest::newRow("average") << bytes << Combine::Average << QStringLiteral("30");
        QTest::newRow("lowest") << bytes << Combine::Minimum << QStringLiteral("10");
        QTest::newRow("highest") << bytes << Combine::Maximum << QStringLiteral("60");
        QTest::newRow("first") << bytes << Combine::First << QStringLiteral("20");
    }
    void everyWayOfCombining()
    {
        QFETCH(QString, unit);
        QFETCH(Combine, combine);
        QFETCH(QString, shown);
        MemoryStore store;
        const double values[] = {20, 60, 10};
        for (int i = 0; i < 3; ++i)
            store.put(store.add("s", {{"host", std::string(1, static_cast<char>('a' + i))}}), kNow - 1'000, values[i]);
        for (const QString &type : {QStringLiteral("stat"), QStringLiteral("gauge")}) {
            const Widget widget = number(type, unit, combine);
            const QString text = said(widget, *readFor(store.open(), widget));
            QVERIFY2(text.startsWith(shown), qPrintable(type + u": " + text));
        }
    }
    void theAggregateSaysWhatIsMeant()
    {
        using enum Aggregate;
        QCOMPARE(combineFor(Combine::ByUnit, Maximum, u"%"), Combine::Maximum);
        QCOMPARE(combineFor(Combine::ByUnit, Minimum, u"B"), Combine::Minimum);
        QCOMPARE(combineFor(Combine::ByUnit, Count, u"%"), Combine::Sum);
        QCOMPARE(combineFor(Combine::ByUnit, Last, u"°C"), Combine::Average);
        QCOMPARE(combineFor(Combine::First, Sum, u"B"), Combine::First);
    }
    void theUnitOfTheSeriesCountsWhereTheWidgetHasNone()
    {
        MemoryStore store;
        for (const char *host : {"a", "b"}) {
            store.put(store.add("s", {{"host", host}}), kNow - 1'000, 40);
            store.series.back().info.unit = "%";
        }
        const Widget widget = number(QStringLiteral("stat"), {}, Combine::ByUnit);
        QVERIFY(said(widget, *readFor(store.open(), widget)).startsWith(u"40"));
    }
    void whatIsNoNumberTakesNoPart()
    {
        MemoryStore store;
        store.put(store.add("s", {{"host", "a"}}), kNow - 1'000, kNaN);
        store.put(store.add("s", {{"host", "b"}}), kNow - 1'000, 8);
        store.add("s", {{"host", "c"}}); // has never had a point
        for (const Combine combine : {Combine::Sum, Combine::Average, Combine::Minimum, Combine::First}) {
            const Widget widget = number(QStringLiteral("gauge"), {}, combine);
            QVERIFY(said(widget, *readFor(store.open(), widget)).startsWith(u"8,"));
        }
    }
    void largeValuesHaveAnAverage()
    {
        MemoryStore store;
        store.put(store.add("s", {{"host", "a"}}), kNow - 1'000, 1.5e308);
        store.put(store.add("s", {{"host", "b"}}), kNow - 1'000, 1.5e308);
        const Widget widget = number(QStringLiteral("stat"), {}, Combine::Average);
        SeriesSlots slots;
        const WidgetDataPtr data = readFor(store.open(), widget);
        const WidgetScene scene{widget, *data, 0, 1, kNow, slots, {}, tokensFor(Look::Light), {}, Detail::Fine};
        QCOMPARE(queryValue(scene, 0, ValueOf::Latest).value, 1.5e308);
    }
    void overTheWholeTimeAndBefore()
    {
        MemoryStore store;
        for (const auto &[host, value] : {std::pair("a", 10.0), std::pair("b", 30.0)}) {
            const SeriesId id = store.add("s", {{"host", host}});
            for (int i = 0; i < 10; ++i) {
                store.put(id, kNow - 500'000 + i * 1'000, value + i);   // average + 4.5
                store.put(id, kNow - 1'100'000 + i * 1'000, value - 5); // the period before
            }
        }
        Widget widget = number(QStringLiteral("stat"), QStringLiteral("%"), Combine::ByUnit);
        widget.options.insert(QStringLiteral("value"), QStringLiteral("window"));
        QString text = said(widget, *readFor(store.open(), widget, 600'000));
        QVERIFY2(text.startsWith(u"24.5 %"), qPrintable(text)); // of 14.5 and 34.5
        QVERIFY2(text.contains(u"15 % before"), qPrintable(text));
        widget.options.remove(QStringLiteral("value")); // the newest against the newest before
        text = said(widget, *readFor(store.open(), widget, 600'000));
        QVERIFY2(text.startsWith(u"29 %"), qPrintable(text));
        QVERIFY2(text.contains(u"15 % before"), qPrintable(text));
        widget.queries[0].combine = Combine::Sum;
        text = said(widget, *readFor(store.open(), widget, 600'000));
        QVERIFY2(text.startsWith(u"58 %"), qPrintable(text));
        QVERIFY2(text.contains(u"30 % before"), qPrintable(text));
    }
    void exactUnitsStayExact()
    {
        PageWorld world;
        world.putUnits("s", ValueType::Decimal, 2, {{kNow - 1'000, 90'071'992'547'409'931}}, {{"shop", "a"}});
        world.putUnits("s", ValueType::Decimal, 2, {{kNow - 1'000, 2}}, {{"shop", "b"}});
        Widget widget = number(QStringLiteral("gauge"), QStringLiteral("€"), Combine::ByUnit);
        const auto text = [&] { return said(widget, *readFor(chartSourceOf(world.points()), widget)); };
        QVERIFY2(text().startsWith(u"900719925474099.33"), qPrintable(text()));
        widget.queries[0].combine = Combine::Maximum;
        QVERIFY2(text().startsWith(u"900719925474099.31"), qPrintable(text()));
        widget.queries[0].combine = Combine::Minimum;
        QVERIFY2(text().startsWith(u"0.02"), qPrintable(text()));
    }
    void theSparklineIsOfTheCombinedNumber()
    {
        Trace a, b;
        a.time = {0, 1'000, 2'000, 3'000};
        b.time = {500, 1'500, 2'500};
        for (Trace *trace : {&a, &b}) {
            trace->spacing = 1'000;
            trace->breaks.assign(trace->time.size(), 0);
            trace->breaks[0] = 1;
            trace->own = trace->value = std::vector<double>(trace->time.size(), trace == &a ? 10.0 : 4.0);
        }
        const Trace sum = combinedTrace({a, b}, Combine::Sum);
        QCOMPARE(sum.time.size(), std::size_t(7));
        QCOMPARE(sum.value.front(), 10.0); // b has not begun
        for (std::size_t i = 1; i < sum.value.size(); ++i)
            QCOMPARE(sum.value[i], 14.0); // no saw teeth where they are not read at the same moment
        QCOMPARE(combinedTrace({a, b}, Combine::Minimum).value.back(), 4.0);
    }
    void chosenKeptAndUndone()
    {
        PageWorld world;
        world.put("s", {{kNow - 1'000, 20}}, {{"host", "a"}});
        world.put("s", {{kNow - 1'000, 60}}, {{"host", "b"}});
        world.put("t", {{kNow - 1'000, 1}});
        Dashboard dashboard = oneChart({QStringLiteral("s"), QStringLiteral("t")}, QStringLiteral("stat"));
        dashboard.widgets[0].unit = QStringLiteral("%");
        world.open(dashboard);
        QVERIFY(world.card(0)->accessibleDescription().startsWith(u"40"));
        world.page().setEditing(true);
        QTRY_VERIFY(world.page().findChild<Combo *>(QStringLiteral("combine0")));
        QVERIFY(!world.page().findChild<Combo *>(QStringLiteral("combine1"))); // one series: nothing to combine
        auto *combo = world.page().findChild<Combo *>(QStringLiteral("combine0"));
        QVERIFY2(combo->currentText().contains(u"Average"), qPrintable(combo->currentText()));
        combo->setValue(static_cast<int>(Combine::Maximum));
        Q_EMIT combo->changed();
        QCOMPARE(world.dashboard().widgets[0].queries[0].combine, Combine::Maximum);
        QTRY_VERIFY(world.card(0)->accessibleDescription().startsWith(u"60"));
        const auto back = dashboardFromJson(dashboardToJson(world.dashboard()));
        QVERIFY_RESULT(back);
        QCOMPARE(*back, world.dashboard());
        world.workspace().undo({EntityKind::Dashboard, world.dashboard().id.value});
        QTRY_COMPARE(world.dashboard().widgets[0].queries[0].combine, Combine::ByUnit);
        QTRY_VERIFY(world.card(0)->accessibleDescription().startsWith(u"40"));
    }
    // The schema is what the widget types declare, and what is written and shipped keeps to it.
    void theSchemaFileIsWhatTheTypesSay()
    {
        const QString path =
            qEnvironmentVariable("DASH_SOURCE") + QStringLiteral("/resources/schema/dashboard.schema.json");
        const QByteArray now = QJsonDocument(dashboardSchema()).toJson();
        if (qEnvironmentVariableIsSet("DASH_WRITE_SCHEMA")) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(now) == now.size());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == now,
                 "run tst_dashboards TstCombine theSchemaFileIsWhatTheTypesSay with DASH_WRITE_SCHEMA=1");
    }
    void everythingWrittenIsInTheSchema()
    {
        Dashboard dashboard = oneChart({QStringLiteral("s")}, QStringLiteral("bar"));
        dashboard.comparePrevious = true;
        Widget &widget = dashboard.widgets[0];
        widget.scope = widget.unit = QStringLiteral("x");
        widget.decimals = 2;
        widget.thresholds = {{1, Threshold::Level::Error, QStringLiteral("y")}};
        widget.queries[0] = {{QStringLiteral("s"), {{QStringLiteral("a"), QStringLiteral("b")}}, QStringLiteral("p")},
                             QStringLiteral("t"),
                             Aggregate::Sum,
                             QStringLiteral("l"),
                             true,
                             2,
                             Millis(60'000),
                             3,
                             QStringLiteral("u"),
                             Combine::First};
        for (const Parameter &parameter : widgetType(widget.type)->parameters)
            widget.options.insert(parameter.name, parameter.defaultValue);
        const QJsonObject schema = dashboardSchema();
        const QJsonObject written = dashboardToJson(dashboard);
        const auto known = [&](const QJsonObject &object, const QJsonObject &of, const char *what) {
            const QJsonObject properties = of.value(QStringLiteral("properties")).toObject();
            for (const QString &key : object.keys())
                QVERIFY2(properties.contains(key), qPrintable(QString::fromLatin1(what) + u' ' + key));
            QCOMPARE(object.size() >= properties.size() - 1, true); // and nothing more than `$schema` is promised
        };
        const QJsonObject defs = schema.value(QStringLiteral("$defs")).toObject();
        const QJsonObject one = written.value(QStringLiteral("widgets")).toArray().at(0).toObject();
        known(written, schema, "dashboard");
        known(one, defs.value(QStringLiteral("widget")).toObject(), "widget");
        known(one.value(QStringLiteral("queries")).toArray().at(0).toObject(),
              defs.value(QStringLiteral("query")).toObject(), "query");
        known(one.value(QStringLiteral("thresholds")).toArray().at(0).toObject(),
              defs.value(QStringLiteral("threshold")).toObject(), "threshold");
        QCOMPARE(defs.value(QStringLiteral("widget")).toObject().value(QStringLiteral("allOf")).toArray().size(),
                 static_cast<qsizetype>(widgetTypes().size()));
    }
    void aWrongWordIsRefused()
    {
        const auto dashboard = parseDashboard(
            R"({"widgets":[{"type":"stat","cells":[0,0,3,3],"queries":[{"series":"s","combine":"median"}]}]})");
        QVERIFY(!dashboard);
        QVERIFY(errorSentence(dashboard.error()).contains(u"by_unit"));
    }
};

DASH_TEST(TstCombine)
#include "tst_combine.moc"
