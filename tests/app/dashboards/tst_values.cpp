// What charts make of values and times at the edge of what there is.

#include "app/charts/chart_view.h"
#include "app/dashboards/csv_export.h"
#include "app/dashboards/values_table.h"
#include "app/theme/numbers.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QPainter>
#include <QRandomGenerator>

#include <cmath>
#include <limits>

using namespace dash;
using namespace dash::test;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

struct Drawn {
    ChartContent content;
    ChartLayout layout;
    QImage image;
};

// The data alone, as the page would draw it at this width.
Drawn draw(PointsDb &points, const Widget &widget, TimeRange visible, Detail detail, QSize size = {900, 400})
{
    auto source = chartSourceOf(points)();
    RequestFrame frame;
    frame.visible = visible;
    frame.width = size.width() - 60;
    frame.zone = QTimeZone::utc();
    const WidgetDataPtr data = readWidget(**source, chartRequest(widget, frame));
    SeriesSlots slots;
    Drawn drawn;
    drawn.content = chartContentOf(widget, *data, slots, {});
    ChartLook look;
    look.zone = QTimeZone::utc();
    drawn.layout = layoutChart(drawn.content, QRectF(QPointF(0, 0), QSizeF(size)), static_cast<double>(visible.from),
                               static_cast<double>(visible.to), look);
    drawn.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    drawn.image.fill(Qt::transparent);
    QPainter painter(&drawn.image);
    paintData(&painter, drawn.content, drawn.layout, tokensFor(Look::Light), detail);
    painter.end();
    return drawn;
}

bool inkNear(const QImage &image, double x, double y)
{
    for (int dy = -2; dy <= 1; ++dy) {
        for (int dx = -2; dx <= 2; ++dx) {
            const QPoint at(static_cast<int>(std::floor(x)) + dx, static_cast<int>(std::floor(y)) + dy);
            if (image.valid(at) && qAlpha(image.pixel(at)) > 24)
                return true;
        }
    }
    return false;
}

QStringList axisLabels(const ChartLayout &layout, const QLocale &locale = QLocale::c())
{
    QStringList labels;
    for (const TimeTick &tick : layout.times)
        labels << tick.label;
    Q_UNUSED(locale)
    return labels;
}

Widget line(const char *name)
{
    Widget widget =
        widgetOf(QStringLiteral("line"), QString::fromLatin1(name), {0, 0, 12, 12}, {QString::fromLatin1(name)});
    widget.unit.clear();
    return widget;
}

} // namespace

class TstValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Every stored point has ink where it belongs, at every zoom, in both ways of drawing.
    void noPointIsEverLost()
    {
        PageWorld world;
        QRandomGenerator random(11);
        std::vector<std::pair<qint64, double>> points;
        qint64 t = kNow - 86'400'000;
        while (t < kNow) {
            const bool spike = random.bounded(400) == 0;
            points.emplace_back(t, spike ? (random.bounded(2) ? 1'000.0 : -800.0) : 100 + random.bounded(40));
            t += 1 + random.bounded(2'000);
        }
        world.put("s", points);
        Widget widget = line("s");
        qint64 span = 86'400'000;
        int checked = 0;
        while (span > 4) {
            const qint64 from =
                kNow - 86'400'000 + static_cast<qint64>(random.bounded(static_cast<double>(86'400'000 - span) + 1.0));
            for (const Detail detail : {Detail::Fast, Detail::Fine}) {
                widget.type = random.bounded(2) ? QStringLiteral("area") : QStringLiteral("line");
                const Drawn drawn = draw(world.points(), widget, {from, from + span}, detail);
                for (const auto &[time, value] : points) {
                    if (time < from || time >= from + span)
                        continue;
                    ++checked;
                    const double x = drawn.layout.x(static_cast<double>(time));
                    const double y = drawn.layout.y(value);
                    if (!inkNear(drawn.image, x, y))
                        QFAIL(qPrintable(QStringLiteral("span %1, point %2 at %3,%4 has no ink")
                                             .arg(span)
                                             .arg(value)
                                             .arg(x)
                                             .arg(y)));
                }
            }
            span = span * 2 / 5;
        }
        QVERIFY(checked > 200'000);
    }
    // The fast ways of drawing look like the plain ones: ground of an area, envelope, wide lines, at every ratio.
    void denseDrawingLooksLikePlainDrawing()
    {
        ChartContent content;
        content.spec.kind = ChartKind::Area;
        Trace trace;
        trace.many = true;
        for (int i = 0; i < 500; ++i) {
            const double v = 50 + 40 * std::sin(i / 40.0);
            trace.time.push_back(kNow + i * 1'000);
            trace.value.push_back(v);
            trace.low.push_back(v - 4);
            trace.high.push_back(v + 4);
            trace.from.push_back(kNow + i * 1'000 - 500);
            trace.to.push_back(kNow + i * 1'000 + 500);
            trace.breaks.push_back(i == 0);
        }
        trace.own = trace.value;
        content.traces.push_back(trace);
        const Tokens &tokens = tokensFor(Look::Light);
        const ChartLayout layout =
            layoutChart(content, QRectF(0, 0, 560, 300), double(kNow), double(kNow + 499'000), {});
        for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
            const auto picture = [&](Detail detail) {
                QImage image(QSize(560, 300) * ratio, QImage::Format_ARGB32_Premultiplied);
                image.setDevicePixelRatio(ratio);
                image.fill(Qt::white);
                QPainter painter(&image);
                paintData(&painter, content, layout, tokens, detail);
                return image;
            };
            const QImage fast = picture(Detail::Fine), plain = picture(Detail::Vector);
            int different = 0;
            for (int y = 0; y < fast.height(); ++y) {
                for (int x = 0; x < fast.width(); ++x)
                    different += std::abs(qGreen(fast.pixel(x, y)) - qGreen(plain.pixel(x, y))) > 40;
            }
            const double share = double(different) / (fast.width() * fast.height());
            QVERIFY2(share < 0.012, qPrintable(QStringLiteral("%1 at %2").arg(share).arg(ratio)));
        }
    }
    void columnsAreExactlyTheLowestAndHighest()
    {
        PageWorld world;
        QRandomGenerator random(5);
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < 50'000; ++i)
            points.emplace_back(kNow - 5'000'000 + i * 100, random.generateDouble() * 100);
        world.put("s", points);
        for (const qint64 span : {5'000'000LL, 700'000LL, 90'000LL}) {
            const TimeRange visible{kNow - span, kNow};
            const Drawn drawn = draw(world.points(), line("s"), visible, Detail::Fast);
            const Trace &trace = drawn.content.traces.front();
            for (std::size_t i = 0; i < trace.time.size(); ++i) {
                if (trace.from[i] == trace.to[i])
                    continue; // a neighbour outside
                double low = kInf, high = -kInf;
                for (const auto &[time, value] : points) {
                    if (time >= trace.from[i] && time < trace.to[i]) {
                        low = std::min(low, value);
                        high = std::max(high, value);
                    }
                }
                if (trace.many) {
                    QCOMPARE(trace.low[i], low);
                    QCOMPARE(trace.high[i], high);
                }
            }
        }
    }
    void extremesStayDrawable_data()
    {
        QTest::addColumn<QVector<double>>("values");
        QTest::newRow("1e300") << QVector<double>{1e300, 2e300, 1.5e300};
        QTest::newRow("1e-300") << QVector<double>{1e-300, 3e-300, 2e-300};
        QTest::newRow("both") << QVector<double>{1e-300, 1e300, -1e300};
        QTest::newRow("all of double") << QVector<double>{-1.7e308, 1.7e308, 0};
        QTest::newRow("denormal") << QVector<double>{5e-324, 1e-323, 0};
        QTest::newRow("constant") << QVector<double>{42, 42, 42};
        QTest::newRow("constant zero") << QVector<double>{0, 0, 0};
        QTest::newRow("constant 1e300") << QVector<double>{1e300, 1e300, 1e300};
        QTest::newRow("one point") << QVector<double>{7};
        QTest::newRow("nothing but NaN") << QVector<double>{kNaN, kNaN, kNaN};
        QTest::newRow("NaN between") << QVector<double>{1, kNaN, 3, 4};
        QTest::newRow("infinite") << QVector<double>{1, kInf, 3, -kInf, 2};
        QTest::newRow("close together") << QVector<double>{1e15, 1e15 + 0.125, 1e15 + 0.25};
        QTest::newRow("negative zero") << QVector<double>{-0.0, 0.0, -1.0};
    }
    void extremesStayDrawable()
    {
        QFETCH(QVector<double>, values);
        PageWorld world;
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < values.size(); ++i)
            points.emplace_back(kNow - 500'000 + i * 100'000, values[i]);
        world.put("s", points);
        for (const char *type : {"line", "area", "bar"}) {
            for (const Detail detail : {Detail::Fast, Detail::Fine, Detail::Vector}) {
                Widget widget = line("s");
                widget.type = QString::fromLatin1(type);
                QElapsedTimer timer;
                timer.start();
                const Drawn drawn = draw(world.points(), widget, {kNow - 600'000, kNow}, detail);
                QVERIFY(timer.elapsed() < 2'000);
                const ValueTicks &axis = drawn.layout.values[0];
                QVERIFY(std::isfinite(axis.low) && std::isfinite(axis.high) && axis.high > axis.low);
                QVERIFY(axis.values.size() >= 2 && axis.values.size() <= 12);
                if (detail == Detail::Vector || widget.type == u"bar")
                    continue;
                for (const auto &[time, value] : points) {
                    if (std::isfinite(value) && std::abs(value) < 8e307)
                        QVERIFY2(inkNear(drawn.image, drawn.layout.x(static_cast<double>(time)), drawn.layout.y(value)),
                                 qPrintable(QStringLiteral("%1 %2").arg(value).arg(drawn.layout.y(value))));
                }
            }
        }
    }
    void anAverageLeavesNaNOut()
    {
        PageWorld world;
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < 6'000; ++i)
            points.emplace_back(kNow - 600'000 + i * 100, i % 2 ? 8.0 : i < 3'000 ? kNaN : 8.0);
        for (int i = 0; i < 600; ++i)
            points.emplace_back(kNow - 800'000 + i * 100, kNaN);
        world.put("s", points);
        for (const qint64 every : {0, 60'000}) {
            Widget widget = line("s");
            widget.queries[0].every = Millis(every);
            const Drawn drawn = draw(world.points(), widget, {kNow - 800'000, kNow}, Detail::Fine);
            const Trace &trace = drawn.content.traces.front();
            int seen = 0;
            for (std::size_t i = 0; i < trace.time.size(); ++i) {
                if (trace.to[i] > kNow - 600'000 && std::isfinite(trace.value[i])) {
                    QCOMPARE(trace.value[i], 8.0);
                    ++seen;
                } else if (trace.to[i] <= kNow - 740'000) {
                    QVERIFY(std::isnan(trace.value[i]));
                }
            }
            QVERIFY(seen > 5);
        }
    }
    void aLabelOfTheAxisIsShort()
    {
        PageWorld world;
        world.put("s", {{kNow - 500'000, 1e300}, {kNow - 100'000, 2e300}});
        ChartView *chart = world.open(oneChart({QStringLiteral("s")})).grid()->cards().front()->chart();
        QVERIFY(chart->chartLayout().plot.left() < 90); // not three hundred digits wide
        QVERIFY(chart->readingText(static_cast<double>(kNow - 100'000)).size() < 80);
    }
    void aGapIsLeftAtNaNAndTheLonelyPointIsADot()
    {
        PageWorld world;
        world.put("s", {{kNow - 500'000, 1},
                        {kNow - 400'000, 1},
                        {kNow - 300'000, kNaN},
                        {kNow - 200'000, 1},
                        {kNow - 100'000, kNaN}});
        const Drawn drawn = draw(world.points(), line("s"), {kNow - 600'000, kNow}, Detail::Fine);
        const auto ink = [&](qint64 time) {
            return inkNear(drawn.image, drawn.layout.x(static_cast<double>(time)), drawn.layout.y(1));
        };
        QVERIFY(ink(kNow - 450'000));
        QVERIFY(!ink(kNow - 300'000));
        QVERIFY(!ink(kNow - 250'000));
        QVERIFY(ink(kNow - 200'000));
        QVERIFY(!ink(kNow - 150'000));
    }
    void wholeNumbersBeyondTwoToThe53AreSaidExactly()
    {
        PageWorld world;
        const qint64 big = 9'007'199'254'740'993; // no double has this value
        world.putUnits("n", ValueType::Int64, 0, {{kNow - 60'000, big}, {kNow - 30'000, big + 2}});
        Dashboard dashboard = oneChart({QStringLiteral("n")});
        dashboard.widgets[0].unit.clear();
        for (const char *type : {"stat", "gauge", "table"}) {
            dashboard.widgets.push_back(widgetOf(QString::fromLatin1(type), QString::fromLatin1(type),
                                                 {0, 12 + 6 * static_cast<int>(dashboard.widgets.size()), 6, 6},
                                                 {QStringLiteral("n")}));
            dashboard.widgets.back().unit.clear();
        }
        world.open(dashboard);
        const auto digits = [](const QString &text) {
            QString only;
            for (const QChar c : text) {
                if (c.isDigit())
                    only += c;
            }
            return only;
        };
        const QString said = world.card(0)->chart()->readingText(static_cast<double>(kNow - 60'000));
        QVERIFY2(digits(said).contains(u"9007199254740993"), qPrintable(said));
        for (std::size_t i = 1; i < 4; ++i)
            QVERIFY2(digits(world.card(i)->accessibleDescription()).contains(u"9007199254740995"),
                     qPrintable(world.card(i)->accessibleDescription()));
        const ValuesModel model(world.dashboard().widgets[0], world.card(0)->data(), {kNow - 600'000, kNow});
        QVERIFY(digits(model.data(model.index(0, 1), Qt::DisplayRole).toString()).contains(u"9007199254740995"));
        const auto csv = widgetCsv(world.dashboard().widgets[0], *world.card(0)->data(), {kNow - 600'000, kNow});
        QVERIFY(csv->contains(",9007199254740993\r\n"));
    }
    // A window inside a gap has only the points before and after it: they are not joined. Between two neighbours of a
    // slow series they are.
    void aWindowInsideAGapIsEmpty()
    {
        PageWorld world;
        std::vector<std::pair<qint64, double>> bursts, slow;
        for (int i = 0; i < 60; ++i)
            bursts.emplace_back(kNow - 1'800'000 + i * 1'000, 5);
        for (int i = 0; i < 60; ++i)
            bursts.emplace_back(kNow - 300'000 + i * 1'000, 6);
        for (int i = 0; i < 20; ++i)
            slow.emplace_back(kNow - 1'900'000 + i * 100'000, i);
        world.put("bursts", bursts);
        world.put("slow", slow);
        for (const char *type : {"line", "area"}) {
            for (const bool stacked : {false, true}) {
                Widget widget = line("bursts");
                widget.type = QString::fromLatin1(type);
                if (stacked)
                    widget.options.insert(QStringLiteral("stack"), QStringLiteral("on"));
                const TimeRange inside{kNow - 1'000'000, kNow - 990'000};
                const Drawn empty = draw(world.points(), widget, inside, Detail::Fine);
                for (int x = 0; x < empty.image.width(); ++x)
                    QVERIFY(!inkNear(empty.image, x, empty.layout.y(5.6)));
                QVERIFY(!empty.content.traces[0].nearest(kNow - 995'000));
                widget.queries[0].series.name = QStringLiteral("slow");
                const Drawn joined = draw(world.points(), widget, {kNow - 950'000, kNow - 945'000}, Detail::Fine);
                QVERIFY(joined.content.traces[0].nearest(kNow - 947'000));
                QVERIFY(inkNear(joined.image, joined.layout.plot.center().x(), joined.layout.y(9.52)));
            }
        }
    }
    void decimalsKeepTheirPlaces()
    {
        PageWorld world;
        world.putUnits("money", ValueType::Decimal, 2, {{kNow - 60'000, 123'456'789'012'345'670}, {kNow - 30'000, 10}});
        world.open(oneChart({QStringLiteral("money")}));
        const auto csv = widgetCsv(world.dashboard().widgets[0], *world.card(0)->data(), {kNow - 600'000, kNow});
        QVERIFY2(csv->contains(",1234567890123456.70\r\n") && csv->contains(",0.10\r\n"), csv->constData());
        const QString said = world.card(0)->chart()->readingText(static_cast<double>(kNow - 60'000));
        QVERIFY2(said.contains(u"456.70"), qPrintable(said));
    }
    void exactNumbersFollowTheLocale()
    {
        QCOMPARE(exactNumber({-123'456'789'012'345'670, 2}, -1, QLocale(QLocale::German)),
                 QStringLiteral("−1.234.567.890.123.456,70"));
        QCOMPARE(exactNumber({1'999, 3}, 2, QLocale::c()), QStringLiteral("2.00"));
        QCOMPARE(exactNumber({Int128(9'223'372'036'854'775'807) * 1'000, 0}, -1, QLocale(QLocale::English)),
                 QStringLiteral("9,223,372,036,854,775,807,000"));
        QCOMPARE(cardNumber(1e300, -1, QLocale::c()), QStringLiteral("1e+300"));
        QCOMPARE(cardNumber(11.24, -1, QLocale::c()), QStringLiteral("11.2"));
    }
    void timesFarAwayHaveAnAxis_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<qint64>("span");
        const auto utc = [](int y, int m, int d) { return QDateTime(QDate(y, m, d), QTime(0, 0), Qt::UTC); };
        const qint64 day = 86'400'000;
        QTest::newRow("before 1970") << utc(1931, 5, 1) << 90 * day;
        QTest::newRow("an hour in 1901") << utc(1901, 12, 31) << day / 24;
        QTest::newRow("after 2100") << utc(2140, 2, 1) << 30 * day;
        QTest::newRow("year 9000") << utc(9000, 1, 1) << 900 * day;
        QTest::newRow("fifty years") << utc(1990, 1, 1) << 50 * 365 * day;
        QTest::newRow("two hundred years") << utc(1900, 1, 1) << 200 * 365 * day;
        QTest::newRow("a millisecond") << utc(2026, 1, 1) << qint64(1);
        QTest::newRow("five milliseconds") << utc(2026, 1, 1) << qint64(5);
    }
    void timesFarAwayHaveAnAxis()
    {
        QFETCH(QDateTime, from);
        QFETCH(qint64, span);
        PageWorld world;
        const qint64 start = from.toMSecsSinceEpoch();
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i <= 20; ++i)
            points.emplace_back(start + span * i / 20, i);
        world.put("s", points);
        const Drawn drawn = draw(world.points(), line("s"), {start, start + span}, Detail::Fine);
        QVERIFY(!drawn.content.traces.empty() && !drawn.content.traces[0].time.empty());
        const QStringList labels = axisLabels(drawn.layout);
        if (span >= 5)
            QVERIFY2(labels.size() >= 3 && labels.size() <= 14, qPrintable(labels.join(u' ')));
        for (std::size_t i = 1; i < drawn.layout.times.size(); ++i)
            QVERIFY(drawn.layout.times[i].time > drawn.layout.times[i - 1].time);
        const Trace &trace = drawn.content.traces[0];
        const std::size_t middle = trace.time.size() / 2;
        QVERIFY(inkNear(drawn.image, drawn.layout.x(static_cast<double>(trace.time[middle])),
                        drawn.layout.y(trace.value[middle])));
    }
    void zoomingStopsAtAMillisecondAndAtTwoHundredYears()
    {
        PageWorld world;
        world.put("s", {{kNow - 60'000, 1}, {kNow - 59'999, 2}, {kNow - 59'998, 3}});
        world.open(oneChart({QStringLiteral("s")}));
        TimeView &time = world.page().time();
        for (int i = 0; i < 200; ++i)
            time.zoomAt(static_cast<double>(kNow - 59'999), 0.7);
        QVERIFY(time.span() >= 1 && time.span() < 10);
        QVERIFY(time.from() <= static_cast<double>(kNow - 59'999) && time.to() >= static_cast<double>(kNow - 59'999));
        QTRY_VERIFY(world.settle());
        QVERIFY(!world.card(0)->grab().isNull());
        time.setRange(static_cast<double>(kNow), static_cast<double>(kNow) + 0.001); // what a tiny box would ask
        QVERIFY(time.span() >= 1);
        for (int i = 0; i < 200; ++i)
            time.zoomAt(static_cast<double>(kNow), 1.6);
        QVERIFY(time.span() <= 201.0 * 365 * 86'400'000);
        QTRY_VERIFY(world.settle());
        QVERIFY(!world.card(0)->grab().isNull());
    }
    void theHourThatComesTwiceIsNamedOnce()
    {
        const QTimeZone berlin("Europe/Berlin");
        for (const QDate &day : {QDate(2026, 10, 25), QDate(2026, 3, 29)}) {
            const qint64 from = day.startOfDay(berlin).toMSecsSinceEpoch();
            const qint64 to = day.addDays(1).startOfDay(berlin).toMSecsSinceEpoch();
            QCOMPARE((to - from) / 3'600'000, day.month() == 10 ? 25 : 23);
            for (const double width : {300.0, 700.0, 1'400.0, 3'000.0}) {
                const auto ticks = timeTicks({from, to}, width, 84, berlin, QLocale(QLocale::German));
                QVERIFY(ticks.size() >= 2);
                QCOMPARE(ticks.front().time, from);
                QCOMPARE(ticks.back().time, to);
                QVERIFY(ticks.front().coarse && ticks.back().coarse);
                for (std::size_t i = 1; i < ticks.size(); ++i) {
                    QVERIFY(ticks[i].time > ticks[i - 1].time);
                    const auto at = QDateTime::fromMSecsSinceEpoch(ticks[i].time, berlin);
                    QCOMPARE(at.time().minute() % 30, 0);
                }
            }
        }
    }
    void fiveHundredSeriesInOneChart()
    {
        PageWorld world;
        for (int s = 0; s < 500; ++s) {
            std::vector<std::pair<qint64, double>> points;
            for (int i = 0; i < 60; ++i)
                points.emplace_back(kNow - 600'000 + i * 10'000, s + i % 7);
            world.put("many", points, {{"host", "h" + std::to_string(s)}});
        }
        world.open(oneChart({QStringLiteral("many")}));
        ChartView *chart = world.card(0)->chart();
        QCOMPARE(chart->content().traces.size(), std::size_t(500));
        QSet<QString> names;
        for (const Trace &trace : chart->content().traces)
            names.insert(trace.name);
        QCOMPARE(names.size(), 500);
        QElapsedTimer timer;
        timer.start();
        world.page().time().panBy(-1'000);
        chart->repaint();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QTest::mouseMove(chart, chart->chartLayout().plot.center().toPoint());
        QVERIFY(!chart->readings((world.page().time().from() + world.page().time().to()) / 2).empty());
    }
    void aTextSeriesSaysItsWordsOrWhyNot()
    {
        PageWorld world;
        world.putTexts("state", {{kNow - 60'000, "starting"}, {kNow - 30'000, "running"}});
        Dashboard dashboard = oneChart({QStringLiteral("state")});
        dashboard.widgets.push_back(
            widgetOf(QStringLiteral("stat"), QStringLiteral("State"), {0, 12, 6, 6}, {QStringLiteral("state")}));
        dashboard.widgets.push_back(
            widgetOf(QStringLiteral("table"), QStringLiteral("States"), {6, 12, 6, 6}, {QStringLiteral("state")}));
        world.open(dashboard);
        QVERIFY(world.card(1)->accessibleDescription().contains(u"running"));
        QVERIFY(world.card(2)->accessibleDescription().contains(u"running"));
        QVERIFY2(world.card(0)->chart()->content().note.contains(u"words"),
                 qPrintable(world.card(0)->chart()->content().note));
    }
    void aSeriesWithoutPointsAndNoSeriesSaySo()
    {
        PageWorld world;
        world.put("s", {{kNow - 86'400'000, 1}});
        Dashboard dashboard = oneChart({QStringLiteral("s")});
        dashboard.widgets.push_back(
            widgetOf(QStringLiteral("area"), QStringLiteral("Nobody"), {0, 12, 6, 6}, {QStringLiteral("nobody")}));
        dashboard.widgets.push_back(widgetOf(QStringLiteral("bar"), QStringLiteral("New"), {6, 12, 6, 6}, {}));
        world.open(dashboard);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(!world.card(i)->chart()->content().note.isEmpty());
        QVERIFY(!world.card(0)->grab().isNull());
    }
};

DASH_TEST(TstValues)
#include "tst_values.moc"
