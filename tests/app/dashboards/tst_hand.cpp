// Charts under the hand: real wheel, mouse and key events on a page while points keep arriving.

#include "app/charts/chart_overlay.h"
#include "app/charts/chart_view.h"
#include "app/theme/style.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QApplication>
#include <QWheelEvent>

#include <cmath>

using namespace dash;
using namespace dash::test;

namespace {

constexpr qint64 kSecond = 1'000;
constexpr qint64 kHour = 3'600 * kSecond;

double wave(qint64 time)
{
    return 50 + 20 * std::sin(static_cast<double>(time) / 60'000);
}

// Two hours of a point a second; a page that shows the last ten minutes, and points that go on arriving.
class Streaming {
public:
    explicit Streaming(Dashboard dashboard = oneChart({QStringLiteral("a")}))
    {
        std::vector<std::pair<qint64, double>> points;
        for (qint64 t = kNow - 2 * kHour; t <= kNow; t += kSecond)
            points.emplace_back(t, wave(t));
        world.put("a", points);
        for (auto &[time, value] : points)
            value = 100 - value;
        world.put("b", points);
        world.open(dashboard);
        chart = world.card(0)->chart();
    }
    void arrive(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            world.clock.advance(Millis(kSecond));
            const qint64 now = toMs(world.clock.now());
            world.put("a", {{now, wave(now)}});
            QCoreApplication::processEvents();
        }
    }
    TimeView &time() { return world.page().time(); }
    QPointF at(double shareX, double shareY) const
    {
        const QRectF &plot = chart->chartLayout().plot;
        return {plot.left() + plot.width() * shareX, plot.top() + plot.height() * shareY};
    }
    void wheel(const QPointF &pos, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(pos, chart->mapToGlobal(pos), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart, &event);
    }
    void mouse(QEvent::Type type, const QPointF &pos, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QMouseEvent event(type, pos, chart->mapToGlobal(pos), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(chart, &event);
    }
    void hover(const QPointF &pos)
    {
        QMouseEvent event(QEvent::MouseMove, pos, chart->mapToGlobal(pos), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(chart, &event);
    }
    // The columns on the screen hold every stored second of what is visible.
    bool showsAllOfIt()
    {
        const Trace &trace = chart->content().traces.front();
        const auto first = std::lower_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(time().from()));
        const auto last = std::upper_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(time().to()));
        const double wanted = std::min(time().to(), static_cast<double>(toMs(world.clock.now()))) - time().from();
        const double columns = std::min(wanted / kSecond, chart->chartLayout().plot.width());
        return static_cast<double>(last - first) >= columns * 0.9;
    }

    PageWorld world;
    ChartView *chart = nullptr;
};

} // namespace

class TstHand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWheelZoomsTimeAtThePointerWhilePointsArrive()
    {
        Streaming s;
        const QPointF pos = s.at(0.4, 0.5);
        const double t = s.chart->chartLayout().timeAt(pos.x());
        const double span = s.time().span();
        for (int i = 0; i < 6; ++i) {
            s.wheel(pos, 1);
            s.arrive(1);
        }
        QVERIFY(!s.time().follows());
        QVERIFY2(std::abs(s.time().span() - span * std::pow(0.85, 6)) < 1,
                 qPrintable(QString::number(s.time().span())));
        QVERIFY(std::abs(s.chart->chartLayout().timeAt(pos.x()) - t) < 1);
        QTRY_VERIFY(s.showsAllOfIt());
        for (int i = 0; i < 12; ++i)
            s.wheel(pos, -1);
        QTRY_VERIFY(s.world.settle() && s.showsAllOfIt());
        QVERIFY(s.time().span() > span * 2);
    }
    void zoomingAtTheLiveEdgeKeepsFollowing()
    {
        Streaming s;
        s.wheel(s.at(0.995, 0.5), 1);
        QVERIFY(s.time().follows());
        s.arrive(3);
        QTRY_COMPARE(static_cast<qint64>(s.time().to()), toMs(s.world.clock.now()));
    }
    void controlWheelAndTheAxisZoomValues()
    {
        Streaming s;
        const ValueTicks before = s.chart->chartLayout().values[0];
        s.wheel(s.at(0.5, 0.5), 2, Qt::ControlModifier);
        const ValueTicks zoomed = s.chart->chartLayout().values[0];
        QVERIFY(zoomed.high - zoomed.low < (before.high - before.low) * 0.8);
        QVERIFY(s.time().follows()); // time goes on
        s.arrive(2);
        QCOMPARE(s.chart->chartLayout().values[0].high, zoomed.high); // and the values stay where they were put
        QPointF axis = s.at(0, 0.5);
        axis.rx() -= 20;
        s.wheel(axis, 2);
        QVERIFY(s.chart->chartLayout().values[0].high < zoomed.high);
        s.mouse(QEvent::MouseButtonDblClick, s.at(0.5, 0.5));
        QCOMPARE(s.chart->chartLayout().values[0].high, before.high);
    }
    void draggingGoesIntoOlderDataAndGlidesOn()
    {
        Streaming s;
        const double to = s.time().to();
        s.mouse(QEvent::MouseButtonPress, s.at(0.2, 0.5));
        for (int i = 1; i <= 20; ++i) {
            s.mouse(QEvent::MouseMove, s.at(0.2 + i * 0.03, 0.5));
            s.arrive(i % 5 == 0 ? 1 : 0);
        }
        const double dragged = s.time().to();
        QVERIFY(std::abs(to - dragged - 0.6 * 600'000) < 6'000);
        s.mouse(QEvent::MouseButtonRelease, s.at(0.8, 0.5));
        QTRY_VERIFY(s.time().to() < dragged - 1'000); // by itself
        QTRY_VERIFY(s.showsAllOfIt());
        QVERIFY(!s.time().follows());
    }
    void reducedMotionStopsWhereTheHandStops()
    {
        const auto use = [](const Motion &motions) {
            QApplication::setStyle(new DashStyle(tokensFor(Look::Light), metricsFor(Density::Comfortable), motions));
        };
        use({0, 0, 0, 0});
        const auto restore = qScopeGuard([use] { use({}); });
        Streaming s;
        s.mouse(QEvent::MouseButtonPress, s.at(0.2, 0.5));
        for (int i = 1; i <= 20; ++i)
            s.mouse(QEvent::MouseMove, s.at(0.2 + i * 0.03, 0.5));
        const double dragged = s.time().to();
        s.mouse(QEvent::MouseButtonRelease, s.at(0.8, 0.5));
        s.arrive(2);
        QCOMPARE(s.time().to(), dragged);
    }
    void aBoxZoomsBothAxes()
    {
        Streaming s;
        const ChartLayout before = s.chart->chartLayout();
        const QPointF a = s.at(0.25, 0.2), b = s.at(0.5, 0.6);
        s.mouse(QEvent::MouseButtonPress, a, Qt::ShiftModifier);
        s.mouse(QEvent::MouseMove, (a + b) / 2, Qt::ShiftModifier);
        s.arrive(1);
        s.mouse(QEvent::MouseMove, b, Qt::ShiftModifier);
        const ChartLayout during = s.chart->chartLayout();
        s.mouse(QEvent::MouseButtonRelease, b, Qt::ShiftModifier);
        const ChartLayout after = s.chart->chartLayout();
        QVERIFY(std::abs(after.from - during.timeAt(a.x())) < 2 && std::abs(after.to - during.timeAt(b.x())) < 2);
        QVERIFY(std::abs(after.values[0].high - before.valueAt(a.y())) < 1e-6);
        QVERIFY(std::abs(after.values[0].low - before.valueAt(b.y())) < 1e-6);
        QTRY_VERIFY(s.showsAllOfIt());
    }
    void followTellsWhatArrivedAndReturns()
    {
        Streaming s;
        auto *chip = s.chart->findChild<FollowChip *>();
        QVERIFY(!chip->isVisible());
        s.mouse(QEvent::MouseButtonPress, s.at(0.2, 0.5));
        s.mouse(QEvent::MouseMove, s.at(0.9, 0.5));
        s.mouse(QEvent::MouseButtonRelease, s.at(0.9, 0.5));
        QVERIFY(chip->isVisible());
        s.arrive(7);
        QTRY_VERIFY2(chip->accessibleDescription().contains(u'7'), qPrintable(chip->accessibleDescription()));
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(s.time().follows());
        QCOMPARE(static_cast<qint64>(s.time().to()), toMs(s.world.clock.now()));
        QVERIFY(!chip->isVisible());
        QTRY_VERIFY(s.world.settle() && s.showsAllOfIt());
    }
    void crosshairIsSharedAndTheTooltipSaysTheStoredValue()
    {
        Dashboard dashboard = oneChart({QStringLiteral("a")});
        dashboard.widgets[0].cells = {0, 0, 12, 6};
        dashboard.widgets.push_back(
            widgetOf(QStringLiteral("line"), QStringLiteral("B"), {0, 6, 12, 6}, {QStringLiteral("b")}));
        Streaming s(dashboard);
        ChartView *other = s.world.card(1)->chart();
        const QImage before = other->grab().toImage();
        s.hover(s.at(0.5, 0.5));
        QVERIFY(s.time().pointed());
        const double t = *s.time().pointed();
        QVERIFY(std::abs(t - s.chart->chartLayout().timeAt(s.at(0.5, 0).x())) < 1);
        const QImage after = other->grab().toImage();
        const int x = static_cast<int>(std::floor(other->chartLayout().x(t)));
        const int y = static_cast<int>(other->chartLayout().plot.top()) + 3;
        QVERIFY(after.pixelColor(x, y) != before.pixelColor(x, y)); // the line is there too
        const auto readings = s.chart->readings(t);
        QCOMPARE(readings.size(), std::size_t(1));
        const Trace &trace = *readings[0].trace;
        QVERIFY(std::abs(readings[0].value - wave(trace.time[readings[0].index])) < 25);
        const auto *tip = s.world.page().window()->findChild<ChartTip *>();
        QVERIFY(tip && tip->isVisible());
        QVERIFY(s.world.page().rect().contains(tip->geometry()));
    }
    void comparingShowsTheSpanBefore()
    {
        Streaming s;
        QTest::keyClick(s.chart, Qt::Key_C);
        QTRY_VERIFY(s.world.dashboard().comparePrevious);
        QTRY_VERIFY(s.world.settle() && s.chart->content().traces.size() == 2);
        const Trace &previous = s.chart->content().traces[1];
        QVERIFY(previous.previous);
        const auto i = previous.nearest(kNow - 300'000);
        QVERIFY(i);
        QVERIFY(std::abs(previous.own[*i] - wave(previous.time[*i] - 600'000)) < 0.5);
        QTest::keyClick(s.chart, Qt::Key_C);
        QTRY_VERIFY(s.world.settle() && s.chart->content().traces.size() == 1);
        s.world.workspace().undo({EntityKind::Dashboard, s.world.dashboard().id.value});
        QTRY_VERIFY(s.world.dashboard().comparePrevious); // an edit like any other
    }
    void rangesGoBackAndForward()
    {
        Streaming s;
        TimeView &time = s.time();
        TimeWindow day;
        day.last = Millis(0);
        day.absolute = {kNow - kHour, kNow - kHour / 2};
        time.setWindow(day);
        QCOMPARE(time.range(), day.absolute);
        TimeWindow last;
        last.last = Millis(60'000);
        time.setWindow(last);
        QVERIFY(time.follows());
        time.back();
        QCOMPARE(time.range(), day.absolute);
        time.back();
        QVERIFY(time.follows());
        QCOMPARE(time.window().last, Millis(600'000));
        QVERIFY(!time.canGoBack() && time.canGoForward());
        time.forward();
        time.forward();
        QCOMPARE(time.window().last, Millis(60'000));
        time.back();
        s.wheel(s.at(0.5, 0.5), 1); // a move by hand is one step, and what was ahead is gone
        QTRY_VERIFY(time.canGoBack() && !time.canGoForward());
        time.back();
        QCOMPARE(time.range(), day.absolute);
    }
    void everythingByKeyboard()
    {
        Streaming s;
        s.chart->setFocus(Qt::TabFocusReason);
        const auto key = [&](int k, Qt::KeyboardModifiers m = Qt::NoModifier) {
            QTest::keyClick(s.chart, static_cast<Qt::Key>(k), m);
        };
        key(Qt::Key_Left); // begins at the newest
        QCOMPARE(static_cast<qint64>(*s.time().pointed()), kNow);
        key(Qt::Key_Left);
        QVERIFY(*s.time().pointed() < static_cast<double>(kNow));
        QVERIFY(!s.chart->said().isEmpty());
        key(Qt::Key_Home);
        QVERIFY(*s.time().pointed() - s.time().from() < 2'000);
        key(Qt::Key_End);
        QCOMPARE(static_cast<qint64>(*s.time().pointed()), kNow);
        key(Qt::Key_Escape);
        QVERIFY(!s.time().pointed());
        double span = s.time().span();
        key(Qt::Key_Plus);
        QVERIFY(s.time().span() < span);
        key(Qt::Key_Minus);
        QVERIFY(std::abs(s.time().span() - span) < 2);
        const double from = s.time().from();
        key(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(s.time().from() < from);
        key(Qt::Key_PageUp);
        key(Qt::Key_PageDown);
        const ValueTicks values = s.chart->chartLayout().values[0];
        key(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(s.chart->chartLayout().values[0].high - s.chart->chartLayout().values[0].low <
                values.high - values.low);
        const double low = s.chart->chartLayout().values[0].low;
        key(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(s.chart->chartLayout().values[0].low > low);
        key(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(!s.chart->valueRange());
        // A box by keys: from the middle, ten steps to the right.
        span = s.time().span();
        const double middle = (s.time().from() + s.time().to()) / 2;
        for (int i = 0; i < 10; ++i)
            key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Return);
        QVERIFY(std::abs(s.time().from() - middle) < span * 0.01);
        QVERIFY(std::abs(s.time().span() - span * 0.2) < span * 0.01);
        key(Qt::Key_M);
        QVERIFY(s.chart->measuring());
        key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(s.chart->measured());
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        QVERIFY(!s.chart->measuring());
        key(Qt::Key_End);
        QVERIFY(s.time().follows());
    }
    void walkingReachesEveryPointThereIs()
    {
        PageWorld world;
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < 40; ++i)
            points.emplace_back(kNow - 590'000 + i * 7'000, i);
        world.put("few", points);
        world.open(oneChart({QStringLiteral("few")}));
        ChartView *chart = world.card(0)->chart();
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(static_cast<qint64>(*world.page().time().pointed()), points[static_cast<std::size_t>(i)].first);
            QVERIFY2(chart->said().contains(u' ' + QString::number(i)), qPrintable(chart->said()));
            QTest::keyClick(chart, Qt::Key_Right);
        }
    }
};

DASH_TEST(TstHand)
#include "tst_hand.moc"
