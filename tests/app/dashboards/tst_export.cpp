// What leaves the window as a file, by its own menus, and that dash-cli makes the same.

#include "app/charts/chart_view.h"
#include "app/dashboards/dashboard_paint.h"
#include "app/dashboards/widget_head.h"
#include "core/model/pipeline.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QProcess>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace dash;
using namespace dash::test;

namespace {

Dashboard manyPages()
{
    Dashboard dashboard = oneChart({QStringLiteral("load")});
    dashboard.name = QStringLiteral("Load of the week");
    dashboard.window.last = Millis(0);
    dashboard.window.absolute = {kNow - 3'600'000, kNow};
    dashboard.widgets.clear();
    int i = 0;
    for (const char *type : {"line", "area", "bar", "stat", "gauge", "table", "text", "line", "line"}) {
        dashboard.widgets.push_back(widgetOf(QString::fromLatin1(type), QStringLiteral("Widget %1").arg(i),
                                             {(i % 2) * 6, (i / 2) * 8, 6, 8}, {QStringLiteral("load")}));
        ++i;
    }
    dashboard.widgets[1].options.insert(QStringLiteral("stack"), QStringLiteral("on"));
    dashboard.widgets[6].queries.clear();
    dashboard.widgets[6].options.insert(QStringLiteral("text"), QStringLiteral("## Selectable words\n\nof a note"));
    Threshold threshold;
    threshold.value = 12;
    threshold.label = QStringLiteral("Too much");
    dashboard.widgets[0].thresholds = {threshold};
    return dashboard;
}

void fill(PageWorld &world)
{
    for (const char *host : {"one", "two", "three"}) {
        std::vector<std::pair<qint64, double>> points;
        for (int i = 0; i < 7'200; ++i)
            points.emplace_back(kNow - 7'200'000 + i * 1'000, 0.1 * (i % 97) + host[0] % 7);
        world.put("load", points, {{"host", host}});
    }
}

// The way of a hand: button, menu, file dialog.
QByteArray exportByMenu(PageWorld &world, const QString &action, const QString &file)
{
    auto *button = world.page().findChild<QAbstractButton *>(QStringLiteral("export"));
    button->click();
    QAction *chosen = nullptr;
    for (QMenu *menu : world.page().findChildren<QMenu *>()) {
        for (QAction *candidate : menu->actions()) {
            if (menu->isVisible() && candidate->text().contains(action))
                chosen = candidate;
        }
    }
    if (!chosen)
        return "no such action";
    chosen->trigger();
    auto *dialog = world.page().findChild<QFileDialog *>();
    if (!dialog)
        return "no dialog";
    QTemporaryDir folder;
    const QString path = folder.filePath(file);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    for (QMenu *menu : world.page().findChildren<QMenu *>())
        menu->close();
    if (!QTest::qWaitFor([&] { return world.navigator.said.contains(file); }, 10'000))
        return "not written";
    world.navigator.said.clear();
    QFile written(path);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : "not readable";
}

QString runTool(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(30'000))
        return QStringLiteral("did not end");
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

QString saved(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

} // namespace

class TstExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dashCliDrawsWhatTheWindowDraws_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("file");
        QTest::newRow("PNG") << QStringLiteral("PNG") << QStringLiteral("d.png");
        QTest::newRow("SVG") << QStringLiteral("SVG") << QStringLiteral("d.svg");
        QTest::newRow("CSV") << QStringLiteral("CSV") << QStringLiteral("d.csv");
        QTest::newRow("PDF") << QStringLiteral("PDF") << QStringLiteral("d.pdf");
    }
    // Pixel for pixel, byte for byte; of a PDF, whose identifiers differ, every word and its place.
    void dashCliDrawsWhatTheWindowDraws()
    {
        QFETCH(QString, action);
        QFETCH(QString, file);
        PageWorld world;
        fill(world);
        world.open(manyPages());
        const QByteArray window = exportByMenu(world, action, file);
        QVERIFY2(window.size() > 200, window.constData());
        QTemporaryDir folder;
        const QString definition = saved(folder, QStringLiteral("d.json"), dashboardText(world.dashboard()));
        const QString out = folder.filePath(file);
        const QString said =
            runTool(qEnvironmentVariable("DASH_BIN") + QStringLiteral("/dash-cli"),
                    {QStringLiteral("dashboard"), QStringLiteral("render"), definition, QStringLiteral("--out"), out,
                     QStringLiteral("--workspace"), world.folder(), QStringLiteral("--now"), isoUtc(kNow)});
        QFile rendered(out);
        QVERIFY2(rendered.open(QIODevice::ReadOnly), qPrintable(said));
        const QByteArray cli = rendered.readAll();
        if (action == u"PNG") {
            const QImage a = QImage::fromData(window), b = QImage::fromData(cli);
            QVERIFY(!a.isNull());
            QCOMPARE(a, b);
        } else if (action == u"PDF") {
            const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
            if (tool.isEmpty())
                QSKIP("skipped: poppler-utils missing");
            const QStringList how{QStringLiteral("-bbox"), saved(folder, QStringLiteral("w.pdf"), window),
                                  QStringLiteral("-")};
            // Without the second it was written in.
            const auto withoutDates = [](QString text) {
                return text.remove(QRegularExpression(QStringLiteral("<meta name=\"(Creation|Mod)Date\"[^>]*>")));
            };
            const QString words = withoutDates(runTool(tool, how));
            QVERIFY(words.contains(u"Selectable"));
            QCOMPARE(words, withoutDates(runTool(tool, {QStringLiteral("-bbox"), out, QStringLiteral("-")})));
        } else {
            QCOMPARE(cli, window);
        }
    }
    void paperHasTitleRangeDateAndPagesOfVectors()
    {
        const QString text = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        const QString images = QStandardPaths::findExecutable(QStringLiteral("pdfimages"));
        const QString info = QStandardPaths::findExecutable(QStringLiteral("pdfinfo"));
        if (text.isEmpty() || images.isEmpty() || info.isEmpty())
            QSKIP("skipped: poppler-utils missing");
        PageWorld world;
        fill(world);
        world.open(manyPages());
        QTemporaryDir folder;
        const QString pdf =
            saved(folder, QStringLiteral("p.pdf"), exportByMenu(world, QStringLiteral("PDF"), QStringLiteral("p.pdf")));
        const QString about = runTool(info, {pdf});
        QVERIFY2(about.contains(u"Load of the week"), qPrintable(about));
        const auto pages = QRegularExpression(QStringLiteral("Pages:\\s+(\\d+)")).match(about).captured(1).toInt();
        QVERIFY2(pages >= 2, qPrintable(about));
        QCOMPARE(runTool(images, {QStringLiteral("-list"), pdf}).trimmed().count(u'\n'),
                 1); // the head of an empty list
        for (int page = 1; page <= pages; ++page) {
            const QString number = QString::number(page);
            const QString words =
                runTool(text, {QStringLiteral("-f"), number, QStringLiteral("-l"), number, pdf, QStringLiteral("-")});
            QVERIFY2(words.contains(u"Load of the week"), qPrintable(words)); // on every page
            QVERIFY2(words.contains(u"1 Jan"), qPrintable(words));            // the range, local time
            QVERIFY2(words.contains(u"2026"), qPrintable(words));             // the date it was made
        }
        const QString all = runTool(text, {pdf, QStringLiteral("-")});
        for (int i = 0; i < 9; ++i)
            QVERIFY2(all.contains(QStringLiteral("Widget %1").arg(i)), qPrintable(all));
        QVERIFY(all.contains(u"Selectable words") && all.contains(u"Too much"));
    }
    void oneWidgetInEveryFormat()
    {
        PageWorld world;
        fill(world);
        world.open(manyPages());
        auto source = chartSourceOf(world.points())();
        QVERIFY_RESULT(source);
        const DashboardPicture picture = readDashboard(**source, world.dashboard(), kNow, 1'384);
        for (const Widget &widget : world.dashboard().widgets) {
            for (const PictureFormat format :
                 {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf, PictureFormat::Csv}) {
                const auto bytes = exportWidget(picture, widget.id, format, {});
                QVERIFY_RESULT(bytes);
                if (format == PictureFormat::Png)
                    QVERIFY(!QImage::fromData(*bytes, "PNG").isNull());
                if (format == PictureFormat::Pdf)
                    QVERIFY(bytes->startsWith("%PDF-") && !bytes->contains("/Subtype /Image"));
                if (format == PictureFormat::Svg) {
                    QXmlStreamReader reader(*bytes);
                    while (!reader.atEnd()) {
                        reader.readNext();
                        QVERIFY(reader.name() != u"image");
                    }
                    QVERIFY(!reader.hasError());
                }
            }
        }
    }
    void switchedOffSeriesStayAway()
    {
        PageWorld world;
        fill(world);
        world.open(manyPages());
        const QByteArray before = exportByMenu(world, QStringLiteral("PNG"), QStringLiteral("a.png"));
        auto *legend = world.card(0)->findChild<LegendBar *>();
        QVERIFY(legend);
        QCOMPARE(legend->items().size(), std::size_t(3));
        Q_EMIT legend->hiddenToggled(legend->items().front().key);
        const QByteArray after = exportByMenu(world, QStringLiteral("PNG"), QStringLiteral("b.png"));
        QVERIFY(QImage::fromData(before) != QImage::fromData(after));
    }
    void aPlaceThatCannotBeWrittenIsSaid()
    {
        PageWorld world;
        fill(world);
        world.open(manyPages());
        auto *button = world.page().findChild<QAbstractButton *>(QStringLiteral("export"));
        button->click();
        for (QMenu *menu : world.page().findChildren<QMenu *>()) {
            if (menu->isVisible())
                menu->actions().front()->trigger();
            menu->close();
        }
        auto *dialog = world.page().findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(QStringLiteral("/no/such/folder/d.pdf"));
        dialog->close();
        QTRY_COMPARE(world.navigator.errors.size(), std::size_t(1));
        QCOMPARE(world.navigator.errors[0].code, ErrorCode::FileWrite);
    }
};

DASH_TEST(TstExport)
#include "tst_export.moc"
