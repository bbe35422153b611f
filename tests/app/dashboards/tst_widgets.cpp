#include "app/dashboards/csv_export.h"
#include "app/dashboards/widget_card.h"
#include "tests/app/dashboards/fixture.h"
#include "tests/support/kit.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace dash;
using namespace dash::test;

class TstWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWidgetDrawsItsData_data()
    {
        QTest::addColumn<int>("index");
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        for (int i = 0; i < static_cast<int>(dashboard.widgets.size()); ++i)
            QTest::newRow(qPrintable(dashboard.widgets[static_cast<std::size_t>(i)].type + u' ' +
                                     dashboard.widgets[static_cast<std::size_t>(i)].title))
                << i;
    }
    void everyWidgetDrawsItsData()
    {
        QFETCH(int, index);
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        const Widget &widget = dashboard.widgets[static_cast<std::size_t>(index)];
        const DashboardPicture full = pictureOf(store, dashboard);
        DashboardPicture empty = full;
        empty.data.clear();
        for (const Look look : {Look::Light, Look::Dark}) {
            const auto draw = [&](const DashboardPicture &picture) {
                QImage image(500, 320, QImage::Format_ARGB32_Premultiplied);
                image.fill(tokensFor(look).window);
                QPainter painter(&image);
                SeriesSlots slots;
                paintWidgetCard(&painter, QRectF(0, 0, 500, 320), widget, picture, slots,
                                {tokensFor(look), QLocale::c(), Qt::LeftToRight, Detail::Fine});
                return image;
            };
            const QImage with = draw(full);
            QVERIFY(with.pixelColor(250, 318) == tokensFor(look).surface); // the card
            if (widget.type != u"text")
                QVERIFY(with != draw(empty)); // and what it knows
            else
                QVERIFY(widgetType(widget.type)
                            ->summary({widget,
                                       *std::make_shared<WidgetData>(),
                                       0,
                                       1,
                                       0,
                                       *std::make_unique<SeriesSlots>(),
                                       {},
                                       tokensFor(look),
                                       {},
                                       Detail::Fine})
                            .contains(u"fine"));
        }
    }
    void aTableShowsExactDecimals()
    {
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        const DashboardPicture picture = pictureOf(store, dashboard);
        const Widget &table = dashboard.widgets[5];
        SeriesSlots slots;
        const QSet<QString> hidden;
        const WidgetScene scene{table,  *picture.data.at(table.id), 0,  1,           kNow, slots,
                                hidden, tokensFor(Look::Light),     {}, Detail::Fine};
        const QString text = widgetType(u"table")->summary(scene);
        QVERIFY2(text.contains(u"1,234,567.89"), qPrintable(text));
        QVERIFY2(text.contains(u"empty"), qPrintable(text));
    }
    void markdownTakesNoHtml()
    {
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        const Widget &note = dashboard.widgets[7];
        SeriesSlots slots;
        const QSet<QString> hidden;
        const WidgetData data;
        const WidgetScene scene{note, data, 0, 1, kNow, slots, hidden, tokensFor(Look::Light), {}, Detail::Fine};
        QVERIFY(widgetType(u"text")->summary(scene).contains(u"<b>raw</b>"));
    }
    void csvIsExact()
    {
        MemoryStore store;
        const SeriesId id = store.add("x");
        store.put(id, kNow - 2'000, 0.1);
        store.put(id, kNow - 1'000, 1e300);
        Dashboard dashboard;
        dashboard.name = QStringLiteral("D");
        dashboard.window.last = Millis(60'000);
        dashboard.widgets = {
            widgetOf(QStringLiteral("line"), QStringLiteral("X, raw"), {0, 0, 6, 6}, {QStringLiteral("x")})};
        const DashboardPicture picture = pictureOf(store, dashboard);
        const auto csv = exportWidget(picture, dashboard.widgets[0].id, PictureFormat::Csv, {});
        QVERIFY_RESULT(csv);
        QCOMPARE(*csv, QByteArray("time,x\r\n2025-12-31T23:59:58Z,0.1\r\n2025-12-31T23:59:59Z,1e+300\r\n"));
        const auto all = exportDashboard(picture, PictureFormat::Csv, {});
        QVERIFY_RESULT(all);
        QVERIFY(all->contains("\"X, raw\",x,2025-12-31T23:59:58Z,0.1,"));
    }
    void svgParses()
    {
        MemoryStore store;
        const auto svg = exportDashboard(pictureOf(store, sampleDashboard(store)), PictureFormat::Svg, {});
        QVERIFY_RESULT(svg);
        QXmlStreamReader reader(*svg);
        int paths = 0;
        QString texts;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && (reader.name() == u"path" || reader.name() == u"polyline"))
                ++paths;
            if (reader.isStartElement() && reader.name() == u"text")
                texts += reader.readElementText(QXmlStreamReader::IncludeChildElements);
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(paths > 10);
        QVERIFY(texts.contains(u"Response time"));
    }
    void pngHasTheAskedSize()
    {
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        ExportOptions options;
        options.width = 800;
        options.scale = 2;
        const auto png = exportDashboard(pictureOf(store, dashboard), PictureFormat::Png, options);
        QVERIFY_RESULT(png);
        const QImage image = QImage::fromData(*png, "PNG");
        QCOMPARE(image.width(), 1'600);
        QCOMPARE(image.height(), static_cast<int>(dashboardHeight(dashboard, 800) * 2));
    }
    void pdfIsVectorWithTitleAndRange()
    {
        const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        const QString pdfimages = QStandardPaths::findExecutable(QStringLiteral("pdfimages"));
        MemoryStore store;
        const auto pdf = exportDashboard(pictureOf(store, sampleDashboard(store)), PictureFormat::Pdf, {});
        QVERIFY_RESULT(pdf);
        QVERIFY(pdf->startsWith("%PDF-"));
        QVERIFY(!pdf->contains("/Subtype /Image"));
        if (pdftotext.isEmpty() || pdfimages.isEmpty())
            QSKIP("poppler-utils missing");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("d.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*pdf);
        file.close();
        QProcess text;
        text.start(pdftotext, {path, QStringLiteral("-")});
        QVERIFY(text.waitForFinished(20'000));
        const QString words = QString::fromUtf8(text.readAllStandardOutput());
        QVERIFY2(words.contains(u"Latency of shops"), qPrintable(words));
        QVERIFY2(words.contains(u"Response time"), qPrintable(words));
        QProcess images;
        images.start(pdfimages, {QStringLiteral("-list"), path});
        QVERIFY(images.waitForFinished(20'000));
        QCOMPARE(images.readAllStandardOutput().trimmed().count('\n'), 1); // the head of an empty list
    }
    void aCardAsksOnceAndIsStillWhileNothingChanges()
    {
        MemoryStore store;
        const Dashboard dashboard = sampleDashboard(store);
        ManualClock clock(fromMs(kNow));
        TimeView time(clock);
        TimeWindow window;
        window.last = Millis(0);
        window.absolute = {kNow - 600'000, kNow};
        time.setWindow(window);
        ChartReader reader(store.open());
        DashboardScope scope{time, reader, {}, 0, {}};
        WidgetCard card(scope, dashboard.widgets[2]);
        card.resize(600, 320);
        QSignalSpy arrived(&card, &WidgetCard::dataArrived);
        card.show();
        QTRY_VERIFY(!arrived.isEmpty());
        QTRY_VERIFY(reader.idle());
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        const auto reads = store.reads;
        const auto answers = arrived.size();
        PointsDb::Change other;
        other.series = {{static_cast<SeriesId>(99), {kNow, kNow + 1}}};
        card.dataChanged(other, false); // a series that is not shown
        QCOMPARE(reads, store.reads);
        PointsDb::Change late;
        late.series = {{static_cast<SeriesId>(1), {kNow - 300'000, kNow - 299'999}}};
        store.put(static_cast<SeriesId>(1), kNow - 299'500, 500); // late, inside what is shown
        card.dataChanged(late, false);
        QTRY_VERIFY(arrived.size() > answers);
        QCOMPARE(card.data()->series[0].info.id, static_cast<SeriesId>(1));
        const Buckets &b = card.data()->series[0].columns.buckets;
        QCOMPARE(*std::max_element(b.max.begin(), b.max.end()), 500.0);
    }
};

DASH_TEST(TstWidgets)
#include "tst_widgets.moc"
