#include "app/charts/chart_overlay.h"
#include "app/charts/chart_view.h"
#include "app/charts/time_view.h"
#include "tests/app/dashboards/fixture.h"
#include "tests/support/kit.h"

#include <QPainter>
#include <QWheelEvent>

using namespace dash;
using namespace dash::test;

namespace {

std::shared_ptr<const ChartContent> contentOf(MemoryStore &store, const Widget &widget, TimeRange visible, double width)
{
    RequestFrame frame;
    frame.visible = visible;
    frame.width = width;
    auto source = store.open()();
    const WidgetDataPtr data = readWidget(**source, chartRequest(widget, frame));
    SeriesSlots slots;
    return std::make_shared<const ChartContent>(chartContentOf(widget, *data, slots, {}));
}

// A chart of the sample's "a" on ten minutes that do not follow the clock.
struct OneChart {
    MemoryStore store;
    ManualClock clock{fromMs(kNow)};
    TimeView time{clock};
    ChartView view{time};

    OneChart()
    {
        const Dashboard dashboard = sampleDashboard(store);
        TimeWindow window;
        window.last = Millis(0);
        window.absolute = {kNow - 600'000, kNow};
        time.setWindow(window);
        view.resize(600, 300);
        view.setContent(
            contentOf(store, widgetOf(QStringLiteral("line"), QStringLiteral("A"), {0, 0, 6, 6}, {QStringLiteral("a")}),
                      window.absolute, 540));
        view.show();
    }
    QPoint middle() const { return view.chartLayout().plot.center().toPoint(); }
    void wheel(int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(middle(), view.mapToGlobal(middle()), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }
};

} // namespace

class TstCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewPictureGrowsUntilItIsAsWideAsChosen()
    {
        ManualClock clock{fromMs(kNow)};
        TimeView time(clock);
        TimeWindow window;
        window.last = Millis(15 * 60'000);
        time.grow(window, kNow - 5'000);
        QCOMPARE(time.span(), 30'000.0);
        QCOMPARE(time.to(), static_cast<double>(kNow));
        QCOMPARE(time.chosen(), window); // what is said of it
        const auto moveTo = [&](qint64 at) {
            clock.advance(Millis(at - time.now()));
            time.setRunning(false);
            time.setRunning(true);
        };
        QSignalSpy chosen(&time, &TimeView::windowChosen);
        for (int second = 0; second < 895; ++second) {
            moveTo(kNow + second * 1'000);
            const double filled = 5'000.0 + second * 1'000;
            QVERIFY2(filled / time.span() > 0.9 || time.span() == 30'000.0, qPrintable(QString::number(second)));
            QVERIFY(filled <= time.span());
            QVERIFY(time.follows());
            QVERIFY(!time.canGoBack());
        }
        QVERIFY(chosen.size() < 50); // each is a question to the store
        moveTo(kNow + 3'600'000);
        QCOMPARE(time.span(), 900'000.0);
        QCOMPARE(time.window(), window);

        time.grow(window, kNow + 3'600'000);
        QCOMPARE(time.span(), 30'000.0);
        window.last = Millis(300'000);
        time.setWindow(window);
        moveTo(kNow + 3'600'000 + 180'000);
        QCOMPARE(time.span(), 300'000.0);
        QVERIFY(time.canGoBack());
    }
    void valueTicksAreRound_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("percent") << 0.0 << 97.0;
        QTest::newRow("small") << 0.0 << 0.0023;
        QTest::newRow("negative") << -17.0 << 42.0;
        QTest::newRow("large") << 1e12 << 3.7e12;
        QTest::newRow("equal") << 5.0 << 5.0;
    }
    void valueTicksAreRound()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const ValueTicks ticks = valueTicks(low, high, 4);
        QVERIFY(ticks.low <= low && ticks.high >= high);
        QVERIFY(ticks.values.size() >= 2 && ticks.values.size() <= 7);
        const double mantissa = ticks.step / std::pow(10.0, std::floor(std::log10(ticks.step) + 1e-9));
        const bool nice = std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 ||
                          std::abs(mantissa - 2.5) < 1e-6 || std::abs(mantissa - 5) < 1e-6;
        QVERIFY2(nice, qPrintable(QString::number(ticks.step)));
    }
    void aRangeNamesTheYearUnlessItIsThisOne()
    {
        const QTimeZone utc = QTimeZone::utc();
        const TimeRange hour{kNow + 7'200'000, kNow + 10'800'000}; // 1 January 2026, 02:00
        const QLocale c = QLocale::c();
        QCOMPARE(rangeText(hour, utc, c, kNow + 90'000'000), QStringLiteral("1 Jan 02:00 – 03:00"));
        QCOMPARE(rangeText(hour, utc, c, 0), QStringLiteral("1 Jan 2026 02:00 – 03:00")); // paper
        QVERIFY(rangeText(hour, utc, c, kNow + 10'800'000).startsWith(u"Today"));
    }
    void daysBeginAtLocalMidnightAcrossAClockChange()
    {
        const QTimeZone berlin("Europe/Berlin");
        const qint64 from = QDateTime(QDate(2026, 3, 28), QTime(12, 0), berlin).toMSecsSinceEpoch();
        const std::vector<qint64> edges = intervalEdges({from, from + 3 * 86'400'000LL}, 86'400'000, berlin);
        QCOMPARE(edges.size(), std::size_t(5));
        for (const qint64 edge : edges)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(edge, berlin).time(), QTime(0, 0));
        QCOMPARE(edges[2] - edges[1], 23 * 3'600'000LL);
    }
    void midnightIsTheBoldTickAmongHours()
    {
        const QTimeZone utc = QTimeZone::utc();
        const auto ticks =
            timeTicks({kNow - 6 * 3'600'000, kNow + 6 * 3'600'000}, 800, 84, utc, QLocale(QLocale::German));
        const auto bold = std::count_if(ticks.begin(), ticks.end(), [](const TimeTick &t) { return t.coarse; });
        QCOMPARE(bold, 1);
        const auto found = std::find_if(ticks.begin(), ticks.end(), [](const TimeTick &t) { return t.coarse; });
        QCOMPARE(found->time, kNow);
    }
    void columnsStayOnTheirGridWhileTimeMoves()
    {
        const ColumnRequest a = columnsFor({1'000'000, 1'900'000}, 712, 0.25);
        const ColumnRequest b = columnsFor({1'000'700, 1'900'700}, 712, 0.25);
        const qint64 width = a.range.span() / static_cast<qint64>(a.n);
        QCOMPARE(b.range.span() / static_cast<qint64>(b.n), width);
        QCOMPARE((a.range.from - b.range.from) % width, 0);
    }
    void paintedEnvelopeReachesTheHighestValue()
    {
        // A hundred points a pixel column and one spike: on the picture it is as high as in the data.
        MemoryStore store;
        const SeriesId id = store.add("s");
        for (int i = 0; i < 60'000; ++i)
            store.put(id, kNow - 600'000 + i * 10, i == 31'337 ? 100.0 : 10.0 + i % 7);
        Widget widget = widgetOf(QStringLiteral("line"), {}, {0, 0, 6, 6}, {QStringLiteral("s")});
        const auto content = contentOf(store, widget, {kNow - 600'000, kNow}, 540);
        const ChartLayout layout =
            layoutChart(*content, QRectF(0, 0, 600, 300), double(kNow - 600'000), double(kNow), {});
        QImage image(600, 300, QImage::Format_ARGB32_Premultiplied);
        for (const Detail detail : {Detail::Fast, Detail::Fine}) {
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintData(&painter, *content, layout, tokensFor(Look::Light), detail);
            painter.end();
            int top = -1;
            for (int y = 0; y < image.height() && top < 0; ++y) {
                for (int x = 0; x < image.width() && top < 0; ++x) {
                    if (image.pixelColor(x, y).alpha() > 40)
                        top = y;
                }
            }
            QVERIFY2(std::abs(top - layout.y(100)) <= 1.5,
                     qPrintable(QStringLiteral("%1 %2").arg(top).arg(layout.y(100))));
        }
    }
    void aStretchWithoutPointsIsAGapAndALonelyPointADot()
    {
        MemoryStore store;
        const SeriesId id = store.add("s");
        for (int i = 0; i < 100; ++i)
            store.put(id, kNow - 600'000 + i * 1'000, 10);
        store.put(id, kNow - 300'000, 10);
        for (int i = 0; i < 100; ++i)
            store.put(id, kNow - 100'000 + i * 1'000, 10);
        const auto content = contentOf(store, widgetOf(QStringLiteral("line"), {}, {0, 0, 6, 6}, {QStringLiteral("s")}),
                                       {kNow - 600'000, kNow}, 540);
        const Trace &trace = content->traces.front();
        QCOMPARE(std::count(trace.breaks.begin(), trace.breaks.end(), char(1)), 3);
        QVERIFY(!trace.nearest(kNow - 200'000));
        QVERIFY(trace.nearest(kNow - 300'500).has_value());
    }
    void stacksAddUpAndKeepTheirOwnValues()
    {
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        const auto content = contentOf(store, dashboard.widgets[3], {kNow - 600'000, kNow}, 540);
        QCOMPARE(content->traces.size(), std::size_t(2));
        const Trace &lower = content->traces[0];
        const Trace &upper = content->traces[1];
        for (std::size_t i = 0; i < upper.time.size(); ++i) {
            QCOMPARE(upper.base[i], lower.value[i]);
            QVERIFY(qFuzzyCompare(upper.value[i], lower.own[i] + upper.own[i]));
        }
    }
    void aColourStaysWithItsSeries()
    {
        SeriesSlots one;
        const int a = one.numberFor(QStringLiteral("a"));
        const int b = one.numberFor(QStringLiteral("b"));
        QVERIFY(a != b);
        QCOMPARE(one.numberFor(QStringLiteral("a")), a);
        SeriesSlots other;
        QCOMPARE(other.numberFor(QStringLiteral("a")), a);
        for (int i = 0; i < 12; ++i)
            other.numberFor(QString::number(i));
        QVERIFY(other.numberFor(QStringLiteral("last")) >= 10); // another round, told apart by dashes
    }

    void wheelZoomsAtThePointer()
    {
        OneChart chart;
        const double before = chart.view.chartLayout().timeAt(chart.middle().x());
        const double span = chart.time.span();
        chart.wheel(2);
        QVERIFY(chart.time.span() < span * 0.8);
        QVERIFY(std::abs(chart.view.chartLayout().timeAt(chart.middle().x()) - before) < span / 500);
    }
    void controlWheelZoomsValues()
    {
        OneChart chart;
        const double span = chart.time.span();
        chart.wheel(1, Qt::ControlModifier);
        QCOMPARE(chart.time.span(), span);
        QVERIFY(chart.view.valueRange().has_value());
    }
    void dragPansByWhatTheHandMoved()
    {
        OneChart chart;
        const double from = chart.time.from();
        const double perPixel = chart.time.span() / chart.view.chartLayout().plot.width();
        QTest::mousePress(&chart.view, Qt::LeftButton, {}, chart.middle());
        QTest::mouseMove(&chart.view, chart.middle() + QPoint(30, 0));
        QTest::mouseMove(&chart.view, chart.middle() + QPoint(60, 0));
        QVERIFY(std::abs(from - chart.time.from() - 60 * perPixel) < 2 * perPixel);
        QVERIFY(!chart.time.follows());
    }
    void shiftDragZoomsIntoTheBox()
    {
        OneChart chart;
        const QRectF plot = chart.view.chartLayout().plot;
        const QPoint a(static_cast<int>(plot.left() + 100), static_cast<int>(plot.top() + 40));
        const QPoint b(static_cast<int>(plot.left() + 200), static_cast<int>(plot.top() + 140));
        const double from = chart.view.chartLayout().timeAt(a.x());
        const double to = chart.view.chartLayout().timeAt(b.x());
        QTest::mousePress(&chart.view, Qt::LeftButton, Qt::ShiftModifier, a);
        QTest::mouseMove(&chart.view, b);
        QTest::mouseRelease(&chart.view, Qt::LeftButton, Qt::ShiftModifier, b);
        QVERIFY(std::abs(chart.time.from() - from) < 2'000);
        QVERIFY(std::abs(chart.time.to() - to) < 2'000);
        QVERIFY(chart.view.valueRange().has_value());
    }
    void endFollowsNowAgain()
    {
        OneChart chart;
        chart.time.panBy(-3'600'000);
        QVERIFY(!chart.time.follows());
        QTest::keyClick(&chart.view, Qt::Key_End);
        QVERIFY(chart.time.follows());
        QCOMPARE(chart.time.range().to, kNow);
        chart.clock.advance(Millis(5'000));
        QTRY_COMPARE_WITH_TIMEOUT(chart.time.range().to, kNow + 5'000, 3'000);
    }
    void backReturnsToTheTimeBefore()
    {
        OneChart chart;
        TimeWindow hour;
        hour.last = Millis(3'600'000);
        chart.time.setWindow(hour);
        QCOMPARE(chart.time.range().span(), 3'600'000);
        chart.time.back();
        QCOMPARE(chart.time.range(), (TimeRange{kNow - 600'000, kNow}));
        chart.time.forward();
        QCOMPARE(chart.time.range().span(), 3'600'000);
        QVERIFY(!chart.time.canGoForward());
    }
    void arrowsWalkFromPointToPoint()
    {
        OneChart chart;
        QTest::keyClick(&chart.view, Qt::Key_Left);
        const auto last = chart.time.pointed();
        QVERIFY(last.has_value());
        QTest::keyClick(&chart.view, Qt::Key_Left);
        QVERIFY(*chart.time.pointed() < *last);
        QVERIFY2(chart.view.said().contains(u"ms"), qPrintable(chart.view.accessibleDescription()));
    }
    void measuringTellsTheSpan()
    {
        OneChart chart;
        QTest::keyClick(&chart.view, Qt::Key_M);
        QVERIFY(chart.view.measuring());
        QTest::mousePress(&chart.view, Qt::LeftButton, {}, chart.middle());
        QTest::mouseMove(&chart.view, chart.middle() + QPoint(100, 0));
        QTest::mouseRelease(&chart.view, Qt::LeftButton, {}, chart.middle() + QPoint(100, 0));
        QVERIFY(chart.view.measured().has_value());
        QTest::keyClick(&chart.view, Qt::Key_Escape);
        QVERIFY(!chart.view.measured().has_value());
    }
    void hoveringPaintsNoData()
    {
        OneChart chart;
        chart.view.grab();
        const int paints = chart.view.dataPaints();
        for (int x = 0; x < 50; x += 5) {
            QTest::mouseMove(&chart.view, chart.middle() + QPoint(x, 0));
            chart.view.grab();
        }
        QVERIFY(chart.time.pointed().has_value());
        QCOMPARE(chart.view.dataPaints(), paints);
    }
    // Points that cannot be read are marked: hatched, and said where one points.
    void whatCannotBeReadIsMarkedAndSaid_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("line") << QStringLiteral("line");
        QTest::newRow("bar") << QStringLiteral("bar"); // calendar intervals: asked in parts
    }
    void whatCannotBeReadIsMarkedAndSaid()
    {
        QFETCH(QString, type);
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        const SeriesGap gap{kNow - 400'000, kNow - 300'000, 100, ErrorCode::ChunkCorrupt};
        auto &points = store.series[0].points;
        points.erase(points.lower_bound(gap.from), points.lower_bound(gap.to));
        Widget widget = widgetOf(type, QStringLiteral("A"), {0, 0, 6, 6}, {QStringLiteral("a")});
        const TimeRange range{kNow - 600'000, kNow};
        const auto whole = contentOf(store, widget, range, 540);
        store.series[0].gaps.push_back(gap);
        const auto lost = contentOf(store, widget, range, 540);
        QCOMPARE(lost->traces[0].gaps.size(), std::size_t(1));
        const auto draw = [&](const ChartContent &content) {
            QImage image(600, 300, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            const ChartLayout layout = layoutChart(content, QRectF(0, 0, 600, 300), static_cast<double>(range.from),
                                                   static_cast<double>(range.to), {});
            paintData(&painter, content, layout, tokensFor(Look::Light), Detail::Fine);
            return std::pair(image, layout);
        };
        const auto [plain, layout] = draw(*whole);
        const auto [marked, same] = draw(*lost);
        int inside = 0, outside = 0;
        for (int x = 0; x < 600; ++x) {
            const double t = layout.timeAt(x + 0.5);
            for (int y = 0; y < 300; ++y) {
                if (plain.pixel(x, y) != marked.pixel(x, y))
                    ++(t > static_cast<double>(gap.from) - 2'000 && t < static_cast<double>(gap.to) + 2'000 ? inside
                                                                                                            : outside);
            }
        }
        QVERIFY(inside > 1'000);
        QCOMPARE(outside, 0);
        ManualClock clock{fromMs(kNow)};
        TimeView time{clock};
        TimeWindow window;
        window.last = Millis(0);
        window.absolute = range;
        time.setWindow(window);
        ChartView view{time};
        view.resize(600, 300);
        view.setContent(lost);
        QVERIFY(view.readingText(kNow - 350'000.0).contains(u"here cannot be read"));
        QVERIFY(!view.readingText(kNow - 200'000.0).contains(u"cannot be read"));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QPoint middle(static_cast<int>(view.chartLayout().x(kNow - 350'000.0)), 100);
        QTest::mouseMove(&view, middle - QPoint(3, 0));
        QTest::mouseMove(&view, middle);
        auto *tip = view.window()->findChild<ChartTip *>();
        QTRY_VERIFY(tip && tip->isVisible());
        QVERIFY(tip->rows().back().name.contains(u"cannot be read"));
    }
    void afterMovingComesOneFinePicture()
    {
        OneChart chart;
        chart.view.grab();
        chart.time.panBy(10'000);
        chart.view.grab();
        QVERIFY(!chart.view.lastPaintWasFine());
        QTRY_VERIFY_WITH_TIMEOUT((chart.view.grab(), chart.view.lastPaintWasFine()), 2'000);
        const int paints = chart.view.dataPaints();
        chart.view.grab();
        QCOMPARE(chart.view.dataPaints(), paints); // nothing changed: nothing is painted
    }
};

DASH_TEST(TstCharts)
#include "tst_charts.moc"
