// The builder over a real workspace, store and host.

#include "app/pipelines/builder_page.h"
#include "app/pipelines/canvas.h"
#include "app/pipelines/editors.h"
#include "app/pipelines/expression_field.h"
#include "app/pipelines/inspector.h"
#include "app/pipelines/parameter_form.h"
#include "app/pipelines/pipeline_list.h"
#include "app/pipelines/rows_panel.h"
#include "app/pipelines/step_popup.h"
#include "app/widgets/button.h"
#include "tests/app/pipelines/builder_world.h"
#include "tests/support/kit.h"

#include <QLineEdit>
#include <QMenu>

using namespace dash;
using namespace dash::test;

namespace {

struct Opened {
    explicit Opened(World &world, PipelineId id)
        : page(std::make_unique<BuilderPage>(world.context(), id))
    {
        page->resize(1384, 952);
        page->show();
        page->shown({});
    }
    bool hasRows() const { return page->draft().preview() && !page->draft().previewPending(); }
    QStringList ids() const
    {
        QStringList out;
        for (const Node &node : page->draft().pipeline().nodes)
            out.push_back(node.id);
        return out;
    }
    std::unique_ptr<BuilderPage> page;
};

void chooseStep(BuilderPage &page, const QString &words)
{
    StepPopup *popup = nullptr;
    for (StepPopup *candidate : page.findChildren<StepPopup *>()) {
        if (candidate->isVisible())
            popup = candidate;
    }
    QVERIFY(popup);
    auto *search = popup->findChild<QLineEdit *>(QStringLiteral("stepSearch"));
    QTest::keyClicks(search, words);
    QTest::keyClick(search, Qt::Key_Return);
}

} // namespace

class TstBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPipelineIsBuiltWithTheKeyboardAlone()
    {
        World world;
        PipelineListPage list(world.context());
        const PipelineId id = list.create();
        Opened opened(world, id);
        for (const char *kind : {"rows", "filter", "table"}) {
            QTest::keyClick(opened.page->canvas(), Qt::Key_A);
            chooseStep(*opened.page, QString::fromLatin1(kind));
        }
        QCOMPARE(opened.ids(),
                 (QStringList{QStringLiteral("rows"), QStringLiteral("filter"), QStringLiteral("table")}));
        QTest::keyClick(opened.page->canvas(), Qt::Key_Home);
        QCOMPARE(opened.page->canvas()->selected(), QStringLiteral("rows"));
        QTest::keyClick(opened.page->canvas(), Qt::Key_Right);
        QTest::keyClick(opened.page->canvas(), Qt::Key_D);
        QVERIFY(opened.page->draft().pipeline().node(u"filter")->disabled);
        QTest::keyClick(opened.page->canvas(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(opened.page->canvas()->selected(), QStringLiteral("filter-2"));
        QTest::keyClick(opened.page->canvas(), Qt::Key_Delete);
        QCOMPARE(opened.ids().size(), 3);
        world.navigator.action();
        QTRY_COMPARE(opened.ids().size(), 4);
    }
    void rowsFollowAKeystrokeWithin100ms()
    {
        World world;
        Opened opened(world, world.putOrders(1'000));
        QTRY_VERIFY(opened.hasRows());
        opened.page->select(QStringLiteral("filter"));
        QCOMPARE(opened.page->rows()->rowsTable()->rows().rows, std::size_t(250));
        auto *field = opened.page->inspector()->findChild<ExpressionField *>(QStringLiteral("input-condition"));
        QVERIFY(field);
        std::vector<qint64> waits;
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer timer;
            timer.start();
            field->setPlainText(
                QStringLiteral("shop = \"%1\"").arg(i % 2 ? QStringLiteral("Hamburg") : QStringLiteral("none")));
            QTRY_COMPARE(opened.page->rows()->rowsTable()->rows().rows, std::size_t(i % 2 ? 250 : 0));
            waits.push_back(timer.elapsed());
        }
        std::sort(waits.begin(), waits.end());
        qInfo() << "keystroke to rows, ms: median" << waits[5] << "worst" << waits.back();
        QVERIFY2(waits[5] <= 100, qPrintable(QString::number(waits[5])));
    }
    void undoSurvivesARestart()
    {
        World world;
        const PipelineId id = world.putOrders();
        {
            Opened opened(world, id);
            opened.page->draft().setConfig(QStringLiteral("filter"),
                                           {{QLatin1String("condition"), QStringLiteral("shop = \"x\"")}},
                                           QStringLiteral("condition"));
        }
        world.restart();
        Opened opened(world, id);
        QVERIFY(opened.page->draft().canUndo());
        opened.page->draft().undo();
        QTRY_COMPARE(
            opened.page->draft().pipeline().node(u"filter")->config.value(QLatin1String("condition")).toString(),
            QStringLiteral("shop = \"Online DE\""));
        opened.page->draft().redo();
        QTRY_COMPARE(
            opened.page->draft().pipeline().node(u"filter")->config.value(QLatin1String("condition")).toString(),
            QStringLiteral("shop = \"x\""));
    }
    void aClickOnAValueAddsAStep()
    {
        World world;
        Opened opened(world, world.putOrders());
        QTRY_VERIFY(opened.hasRows());
        opened.page->select(QStringLiteral("rows"));
        RowsTable *table = opened.page->rows()->rowsTable();
        QTRY_COMPARE(table->rows().rows, std::size_t(100));
        table->setFocus();
        table->setCurrent(2, 2);
        QTest::keyClick(table, Qt::Key_Return);
        auto *menu = opened.page->rows()->findChild<QMenu *>(QStringLiteral("valueMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        menu->actions().first()->trigger();
        menu->close();
        QCOMPARE(opened.ids(), (QStringList{QStringLiteral("rows"), QStringLiteral("filter-2"),
                                            QStringLiteral("filter"), QStringLiteral("orders")}));
        QCOMPARE(opened.page->draft().pipeline().node(u"filter-2")->config.value(QLatin1String("condition")).toString(),
                 QStringLiteral("shop = \"Hamburg\""));
        QTRY_COMPARE(table->rows().rows, std::size_t(25));
    }
    void anUnknownFieldIsMendedWithOneClick()
    {
        World world;
        Opened opened(world, world.putOrders());
        QTRY_VERIFY(opened.hasRows());
        opened.page->select(QStringLiteral("filter"));
        opened.page->draft().setConfig(QStringLiteral("filter"),
                                       {{QLatin1String("condition"), QStringLiteral("shap = \"Online DE\"")}},
                                       QStringLiteral("condition"));
        auto *use = opened.page->inspector()->findChild<Button *>(QStringLiteral("useField"));
        QTRY_VERIFY(use->isVisible());
        QVERIFY(use->text().contains(QStringLiteral("shop")));
        QVERIFY(opened.page->canvas()->describe(QStringLiteral("filter")).contains(QStringLiteral("Unknown field")));
        QVERIFY(opened.page->canvas()->describe(QStringLiteral("orders")).contains(QStringLiteral("waits")));
        QVERIFY(!opened.page->inspector()->findChild<Button *>(QStringLiteral("apply"))->isEnabled());
        use->click();
        QTRY_VERIFY(!use->isVisible());
        QCOMPARE(opened.page->draft().pipeline().node(u"filter")->config.value(QLatin1String("condition")).toString(),
                 QStringLiteral("shop = \"Online DE\""));
    }
    void applyingMakesTheDraftRun()
    {
        World world;
        Opened opened(world, world.putOrders());
        QTRY_VERIFY(opened.hasRows());
        QVERIFY(opened.page->draft().differsFromRunning());
        opened.page->canvas()->setFocus();
        auto *apply = opened.page->inspector()->findChild<Button *>(QStringLiteral("apply"));
        QTRY_VERIFY(apply->isEnabled());
        apply->click();
        QVERIFY(!opened.page->draft().differsFromRunning());
        QCOMPARE(world.workspace().pipelines().front().runningVersion, 1);
    }
    void draggingMovesAndBranches()
    {
        World world;
        Opened opened(world, world.putOrders());
        Pipeline longer = opened.page->draft().pipeline();
        longer.nodes.insert(longer.nodes.begin() + 2, makeNode(NodeKind::Step, "group"));
        opened.page->draft().put(longer, QStringLiteral("Add"));
        Canvas *canvas = opened.page->canvas();
        const QPoint from = canvas->nodeRect(QStringLiteral("filter")).center().toPoint();
        const QPoint to = canvas->nodeRect(QStringLiteral("group")).center().toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, (from + to) / 2);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        QCOMPARE(opened.page->draft().pipeline().inputsOf(*opened.page->draft().pipeline().node(u"filter")),
                 QStringList{QStringLiteral("group")});
        const QPoint port = canvas->outPort(QStringLiteral("rows")).toPoint();
        const QPoint end = canvas->nodeRect(QStringLiteral("orders")).center().toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, port);
        QTest::mouseMove(canvas, end);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, end);
        QVERIFY(opened.page->draft()
                    .pipeline()
                    .inputsOf(*opened.page->draft().pipeline().node(u"orders"))
                    .contains(QStringLiteral("rows")));
    }
    void rejectedRowsOfTheSampleAreShown()
    {
        World world;
        Opened opened(world, world.putOrders());
        Pipeline next = opened.page->draft().pipeline();
        next.nodes.insert(next.nodes.begin() + 1, makeNode(NodeKind::Step, "refuse"));
        opened.page->draft().put(next, QStringLiteral("Add"));
        QTRY_COMPARE(opened.page->rows()->rejectedTable()->rows().rows, std::size_t(10));
        QVERIFY(opened.page->canvas()->describe(QStringLiteral("refuse")).contains(QStringLiteral("10 rejected")));
    }
    void allStepsStayInViewUntilSomebodyZooms()
    {
        World world;
        Opened opened(world, world.putOrders());
        Canvas *canvas = opened.page->canvas();
        const auto allSeen = [&] {
            const auto &order = canvas->graphLayout().order;
            return std::all_of(order.begin(), order.end(), [&](const QString &id) {
                return QRectF(canvas->rect()).contains(canvas->nodeRect(id));
            });
        };
        Pipeline longer = opened.page->draft().pipeline();
        for (int i = 0; i < 4; ++i)
            longer.nodes.insert(longer.nodes.begin() + 1, makeNode(NodeKind::Step, "filter", {}, {},
                                                                   qPrintable(QStringLiteral("more-%1").arg(i))));
        opened.page->draft().put(longer, QStringLiteral("Add"));
        QVERIFY(allSeen());
        QVERIFY(canvas->zoom() < 1);
        canvas->setZoom(1);
        const qreal kept = canvas->zoom();
        opened.page->draft().undo();
        QCOMPARE(canvas->zoom(), kept);
        canvas->fit();
        // Very long ones stay readable.
        for (int i = 4; i < 200; ++i)
            longer.nodes.insert(longer.nodes.begin() + 1, makeNode(NodeKind::Step, "filter", {}, {},
                                                                   qPrintable(QStringLiteral("more-%1").arg(i))));
        opened.page->draft().put(longer, QStringLiteral("Add"));
        QVERIFY(canvas->zoom() >= 0.5);
        opened.page->select(QStringLiteral("more-100"));
        QVERIFY(QRectF(canvas->rect()).contains(canvas->nodeRect(QStringLiteral("more-100"))));
    }
    void undoOfAnAddedStepLeavesTheKeyboardOnTheCanvas()
    {
        World world;
        Opened opened(world, world.putOrders());
        QVERIFY(QTest::qWaitForWindowActive(opened.page.get()));
        Pipeline longer = opened.page->draft().pipeline();
        longer.nodes.insert(longer.nodes.begin() + 1, makeNode(NodeKind::Step, "all"));
        opened.page->draft().put(longer, QStringLiteral("Add"));
        opened.page->select(QStringLiteral("all"));
        opened.page->inspector()->focusFirst();
        QVERIFY(opened.page->inspector()->isAncestorOf(QApplication::focusWidget()));
        opened.page->draft().undo();
        QTRY_COMPARE(QApplication::focusWidget(), opened.page->canvas());
    }
    void pauseOutlastsTheWindowAndIsUndone()
    {
        World world;
        const PipelineId id = world.putOrders();
        const auto text = [](const Opened &opened) {
            return opened.page->findChild<Button *>(QStringLiteral("pause"))->text();
        };
        {
            Opened opened(world, id);
            opened.page->draft().apply();
            world.runWhatIsApplied();
            opened.page->findChild<Button *>(QStringLiteral("pause"))->click();
            QCOMPARE(text(opened), QStringLiteral("Continue"));
            QVERIFY(!world.workspace().pipeline(id)->running->enabled);
            QVERIFY(!opened.page->draft().differsFromRunning());
        }
        world.restart();
        world.runWhatIsApplied();
        Opened opened(world, id);
        QCOMPARE(text(opened), QStringLiteral("Continue"));
        QCOMPARE(world.workspace().undoText({EntityKind::Pipeline, id.value}), QStringLiteral("Pause Shop orders"));
        opened.page->findChild<IconButton *>(QStringLiteral("undo"))->click();
        QTRY_COMPARE(text(opened), QStringLiteral("Pause"));
        QVERIFY(world.workspace().pipeline(id)->running->enabled);
        // A paused one still runs when asked to.
        opened.page->findChild<Button *>(QStringLiteral("pause"))->click();
        world.runWhatIsApplied();
        opened.page->findChild<Button *>(QStringLiteral("runOnce"))->click();
        QTRY_COMPARE(opened.page->rows()->runsTable()->rows().rows, std::size_t(1));
    }
    void whatIsChosenStaysChosenWhileRunsGoOn()
    {
        World world;
        Opened opened(world, world.putOrders());
        Pipeline next = opened.page->draft().pipeline();
        next.nodes.insert(next.nodes.begin() + 1, makeNode(NodeKind::Step, "refuse"));
        opened.page->draft().put(next, QStringLiteral("Add"));
        opened.page->draft().apply();
        world.runWhatIsApplied();
        RowsTable *runs = opened.page->rows()->runsTable();
        RowsTable *rejected = opened.page->rows()->rejectedTable();
        const auto runOnce = [&](std::size_t wanted) {
            world.host().runNow(opened.page->draft().id());
            QTRY_COMPARE(runs->rows().rows, wanted);
            QTRY_COMPARE(rejected->rows().rows, wanted * 10);
        };
        runOnce(1);
        runs->setCurrent(0, 0);
        rejected->setCurrent(3, 0);
        runOnce(2);
        QCOMPARE(runs->currentRow(), 1);
        QCOMPARE(rejected->currentRow(), 13);
        QVERIFY(opened.page->rows()->findChild<Button *>(QStringLiteral("replayOld"))->isEnabled());
        // Columns keep their widths, so that nothing jumps.
        const QRect before = rejected->cellBox(0, 2);
        runOnce(3);
        QCOMPARE(rejected->cellBox(0, 2).width(), before.width());
    }
    void rejectedRowsAreDeletedAndComeBack()
    {
        World world;
        Opened opened(world, world.putOrders());
        Pipeline next = opened.page->draft().pipeline();
        next.nodes.insert(next.nodes.begin() + 1, makeNode(NodeKind::Step, "refuse"));
        opened.page->draft().put(next, QStringLiteral("Add"));
        opened.page->draft().apply();
        world.runWhatIsApplied();
        world.host().runNow(opened.page->draft().id());
        RowsTable *rejected = opened.page->rows()->rejectedTable();
        opened.page->rows()->showTab(RowsPanel::Tab::Rejected);
        auto *remove = opened.page->rows()->findChild<IconButton *>(QStringLiteral("deleteRejected"));
        QTRY_VERIFY(remove->isVisible());
        const auto stored = [&] {
            const auto table = (*world.context().points.snapshot())
                                   ->table(TableName{opened.page->draft().id(), QStringLiteral("rejected")});
            return table ? table->rows : -1;
        };
        QCOMPARE(stored(), 10);
        const QString reason = QString::fromStdString(cellText(*rejected->rows().column(u"Reason"), 3));
        QVERIFY(!reason.contains(u':')); // the step stands in a column of its own
        remove->click();
        QTRY_COMPARE(world.navigator.said, QStringLiteral("10 rows deleted"));
        QCOMPARE(stored(), 0);
        QTRY_VERIFY(!remove->isVisible());
        world.navigator.action();
        QTRY_VERIFY(remove->isVisible());
        QCOMPARE(stored(), 10);
        QCOMPARE(QString::fromStdString(cellText(*rejected->rows().column(u"Reason"), 3)), reason);
    }
    void everythingFitsAtEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("rtl");
        QTest::newRow("1600 x 1000") << QSize(1384, 952) << false;
        QTest::newRow("1280 x 800") << QSize(1064, 752) << false;
        QTest::newRow("1024 x 640") << QSize(968, 592) << false;
        QTest::newRow("right to left") << QSize(1384, 952) << true;
        QTest::newRow("minimum") << QSize(800, 560) << true;
    }
    void everythingFitsAtEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(bool, rtl);
        World world;
        Opened opened(world, world.putOrders());
        opened.page->setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        opened.page->resize(size);
        QTRY_VERIFY(opened.hasRows());
        opened.page->select(QStringLiteral("filter"));
        Canvas *canvas = opened.page->canvas();
        for (const QString &id : canvas->graphLayout().order)
            QVERIFY2(QRectF(canvas->rect()).contains(canvas->nodeRect(id)), qPrintable(id));
        const qreal first = canvas->nodeRect(QStringLiteral("rows")).center().x();
        const qreal last = canvas->nodeRect(QStringLiteral("orders")).center().x();
        QCOMPARE(first > last, rtl);
        QVERIFY(opened.page->rows()->height() >= 120);
        if (const QString folder = qEnvironmentVariable("DASH_SHOTS"); !folder.isEmpty()) {
            opened.page->grab().save(folder + u'/' + QString::fromLatin1(QTest::currentDataTag()).remove(u' ') +
                                     QLatin1String(".png"));
        }
    }
    void aHundredThousandRowsScrollSmoothly()
    {
        RowsTable table;
        table.resize(1'000, 600);
        table.setRows(orders(100'000));
        table.show();
        QPixmap picture(table.size());
        std::vector<qint64> frames;
        for (int i = 0; i < 21; ++i) {
            table.setCurrent(i * 4'700, i % 5);
            QElapsedTimer timer;
            timer.start();
            table.render(&picture);
            frames.push_back(timer.nsecsElapsed() / 1'000);
        }
        std::sort(frames.begin(), frames.end());
        qInfo() << "frame of 100 000 rows, µs: median" << frames[10] << "worst" << frames.back();
        QVERIFY(frames[10] < 40'000);
    }
    void pipelinesAreMadeCopiedImportedAndBroughtBack()
    {
        World world;
        PipelineListPage list(world.context());
        const PipelineId first = list.create();
        const PipelineId copy = list.duplicate(first);
        QCOMPARE(world.workspace().pipelines().size(), std::size_t(2));
        QVERIFY(world.workspace().pipeline(copy)->draft.name != world.workspace().pipeline(first)->draft.name);
        list.remove(copy);
        QCOMPARE(world.workspace().pipelines().size(), std::size_t(1));
        world.navigator.action();
        QVERIFY(world.workspace().pipeline(copy));
        QVERIFY_RESULT(list.import(pipelineText(world.workspace().pipeline(first)->draft), QStringLiteral("file")));
        QCOMPARE(codeOf(list.import("{", QStringLiteral("file"))), QStringLiteral("definition.syntax"));
        QCOMPARE(world.workspace().pipelines().size(), std::size_t(3));
    }
};

DASH_TEST(TstBuilder)
#include "tst_builder.moc"
