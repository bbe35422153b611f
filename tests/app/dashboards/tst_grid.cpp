#include "app/dashboards/dashboard_grid.h"
#include "app/dashboards/grid_editor.h"
#include "tests/app/dashboards/fixture.h"
#include "tests/support/kit.h"

using namespace dash;
using namespace dash::test;

namespace {

WidgetId idOf(quint32 n)
{
    return WidgetId{QUuid(n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)};
}

QRect cellsIn(const WidgetCells &all, WidgetId id)
{
    for (const auto &[other, cells] : all) {
        if (other == id)
            return cells;
    }
    return {};
}

bool overlaps(const WidgetCells &all)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[i].second.intersects(all[j].second))
                return true;
        }
    }
    return false;
}

struct Page {
    MemoryStore store;
    ManualClock clock{fromMs(kNow)};
    TimeView time{clock};
    ChartReader reader{store.open()};
    DashboardScope scope{time, reader, {}, 0, {}};
    DashboardGrid grid{scope};
    Dashboard dashboard = sampleDashboard(store);

    Page()
    {
        grid.resize(1'352, 900);
        grid.setDashboard(dashboard);
        grid.show();
    }
};

} // namespace

class TstGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void othersMakeWay()
    {
        const WidgetCells before{{idOf(1), {0, 0, 6, 4}}, {idOf(2), {6, 0, 6, 4}}, {idOf(3), {0, 4, 12, 3}}};
        const WidgetCells after = moveCells(before, idOf(1), {4, 0, 6, 4});
        QCOMPARE(cellsIn(after, idOf(1)), QRect(4, 0, 6, 4));
        QVERIFY(!overlaps(after));
        QVERIFY(cellsIn(after, idOf(2)).y() >= 4);
    }
    // The first dashboard in a window of 1280 and of 1024: every row is full, widgets stay in reading order.
    void aNarrowGridHasNoHoles_data()
    {
        QTest::addColumn<int>("columns");
        QTest::newRow("1280") << 12;
        QTest::newRow("1024") << 6;
    }
    void aNarrowGridHasNoHoles()
    {
        QFETCH(int, columns);
        WidgetCells all;
        for (quint32 i = 0; i < 6; ++i)
            all.emplace_back(idOf(i + 1), QRect(static_cast<int>(i) * 2, 0, 2, 3));
        all.emplace_back(idOf(7), QRect(0, 3, 8, 8));
        all.emplace_back(idOf(8), QRect(8, 3, 4, 8));
        all.emplace_back(idOf(9), QRect(0, 11, 5, 7));
        all.emplace_back(idOf(10), QRect(5, 11, 4, 7));
        all.emplace_back(idOf(11), QRect(9, 11, 3, 7));
        const WidgetCells narrow = arrangeFor(all, columns, 3);
        QVERIFY(!overlaps(narrow));
        int covered = 0;
        for (std::size_t i = 0; i < narrow.size(); ++i) {
            const QRect &cells = narrow[i].second;
            QVERIFY(cells.width() >= 3 && cells.left() >= 0 && cells.right() < columns);
            covered += cells.width() * cells.height();
            QCOMPARE(narrow[i].first, all[i].first);
            if (i > 0)
                QVERIFY(narrow[i - 1].second.y() <= cells.y());
        }
        QCOMPARE(covered, rowsOf(narrow) * columns);
        if (columns == 12)
            QCOMPARE(cellsIn(narrow, idOf(4)), QRect(9, 0, 3, 3)); // four stats a row
    }
    void roomLeftOnPurposeStays()
    {
        const WidgetCells all{{idOf(1), {0, 0, 2, 3}}, {idOf(2), {2, 0, 4, 3}}};
        const WidgetCells narrow = arrangeFor(all, 12, 3);
        QCOMPARE(cellsIn(narrow, idOf(1)), QRect(0, 0, 3, 3));
        QCOMPARE(cellsIn(narrow, idOf(2)), QRect(3, 0, 4, 3));
    }
    void nothingLeavesTheColumns()
    {
        const WidgetCells before{{idOf(1), {0, 0, 6, 4}}};
        QCOMPARE(cellsIn(moveCells(before, idOf(1), {40, -3, 6, 4}), idOf(1)), QRect(6, 0, 6, 4));
        QCOMPARE(cellsIn(moveCells(before, idOf(1), {0, 0, 1, 1}), idOf(1)).size(), kLeastCells);
    }
    void movingAtRandomNeverOverlaps()
    {
        QRandomGenerator random(7);
        WidgetCells all;
        for (quint32 i = 1; i <= 12; ++i)
            all.emplace_back(
                idOf(i), QRect(random.bounded(10), random.bounded(20), 2 + random.bounded(6), 2 + random.bounded(5)));
        all = compactCells(all);
        QVERIFY(!overlaps(all));
        for (int i = 0; i < 300; ++i) {
            all =
                moveCells(all, idOf(1 + random.bounded(12u)),
                          QRect(random.bounded(12), random.bounded(25), 1 + random.bounded(12), 1 + random.bounded(8)));
            QVERIFY(!overlaps(all));
        }
    }
    void sixColumnsHalveWidthsAndNothingIsUnderThree()
    {
        const WidgetCells all{{idOf(1), {0, 0, 2, 3}}, {idOf(2), {2, 0, 2, 3}}, {idOf(3), {4, 0, 8, 6}}};
        const WidgetCells narrow = arrangeFor(all, 6, 3);
        QVERIFY(!overlaps(narrow));
        QCOMPARE(cellsIn(narrow, idOf(1)).width(), 3);
        QCOMPARE(cellsIn(narrow, idOf(3)).width(), 6); // half of 8, and what would be empty beside it
        for (const auto &[id, cells] : narrow)
            QVERIFY(cells.right() < 6);
    }
    void draggingAWidgetKeepsItsNewPlace()
    {
        Page page;
        page.grid.setEditing(true);
        QSignalSpy spy(&page.grid, &DashboardGrid::cellsChanged);
        const WidgetId id = page.dashboard.widgets[0].id;
        auto *editor = page.grid.findChild<GridEditor *>();
        const QPoint from = page.grid.card(id)->geometry().center();
        const QPoint to = from + QPoint(114 * 3, 0);
        QTest::mousePress(editor, Qt::LeftButton, {}, from);
        QTest::mouseMove(editor, (from + to) / 2);
        QTest::mouseMove(editor, to);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, to);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(page.grid.selected(), id);
        const auto cells = spy[0][0].value<WidgetCells>();
        QCOMPARE(cellsIn(cells, id), QRect(3, 0, 3, 3));
        QVERIFY(!overlaps(cells));
    }
    void keysMoveAndResize()
    {
        Page page;
        page.grid.setEditing(true);
        const WidgetId id = page.dashboard.widgets[2].id;
        page.grid.select(id);
        QSignalSpy spy(&page.grid, &DashboardGrid::cellsChanged);
        auto *editor = page.grid.findChild<GridEditor *>();
        QTest::keyClick(editor, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(cellsIn(spy[0][0].value<WidgetCells>(), id).height(), page.dashboard.widgets[2].cells.height() + 1);
    }
};

DASH_TEST(TstGrid)
#include "tst_grid.moc"
