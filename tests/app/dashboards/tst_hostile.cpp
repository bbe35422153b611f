// Data, names and sizes that nobody would choose: nothing warns, nothing is lost, files stay valid.

#include "app/charts/chart_view.h"
#include "app/dashboards/csv_export.h"
#include "tests/app/dashboards/page_world.h"
#include "tests/support/kit.h"

#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>

using namespace dash;
using namespace dash::test;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

using Values = std::vector<std::pair<qint64, double>>;

Values steps(std::vector<double> values)
{
    Values points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.emplace_back(kNow - 500'000 + static_cast<qint64>(i) * 10'000, values[i]);
    return points;
}

// Fields of a CSV, by its rules alone.
std::vector<QStringList> parsed(const QByteArray &csv)
{
    std::vector<QStringList> rows(1);
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            field += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            if (c == '\n' && field.endsWith('\r'))
                field.chop(1);
            rows.back() << QString::fromUtf8(field);
            field.clear();
            if (c == '\n')
                rows.emplace_back();
        } else {
            field += c;
        }
    }
    rows.pop_back();
    return rows;
}

const char *const kTypes[] = {"line", "area", "bar", "stat", "gauge", "table"};

} // namespace

class TstHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void everyKindAtEverySize_data()
    {
        QTest::addColumn<Values>("points");
        QTest::newRow("none") << Values();
        QTest::newRow("one") << steps({7});
        QTest::newRow("two") << steps({7, 9});
        QTest::newRow("constant") << steps({4, 4, 4, 4, 4, 4});
        QTest::newRow("zero") << steps({0, 0, 0, 0});
        QTest::newRow("nothing but NaN") << steps({kNaN, kNaN, kNaN, kNaN});
        QTest::newRow("only infinite") << steps({kInf, -kInf, kInf, kInf});
        QTest::newRow("largest") << steps({1e308, -1e308, 1.7e308, -1.7e308, 0});
        QTest::newRow("smallest") << steps({5e-324, 1e-308, 0, 5e-324});
        QTest::newRow("mixed") << steps({1, kNaN, kInf, -3, 2, -kInf, 5});
        Values years;
        for (int i = 0; i < 60; ++i)
            years.emplace_back(kNow - qint64(i) * 31'557'600'000, i);
        std::reverse(years.begin(), years.end());
        QTest::newRow("one a year") << years;
        QTest::newRow("far apart") << Values{{kMinInstant + 1, 1}, {kNow - 100'000, 2}, {kMaxInstant - 1, 3}};
    }
    void everyKindAtEverySize()
    {
        QFETCH(Values, points);
        PageWorld world;
        if (!points.empty())
            world.put("s", points, {}, "ms");
        for (const char *kind : kTypes) {
            for (const QString &stack : {QStringLiteral("off"), QStringLiteral("on"), QStringLiteral("percent")}) {
                Dashboard dashboard = oneChart({QStringLiteral("s"), QStringLiteral("s")}, QString::fromLatin1(kind));
                Widget &widget = dashboard.widgets[0];
                widget.options.insert(QStringLiteral("stack"), stack);
                widget.thresholds = {{5, Threshold::Level::Warn, QStringLiteral("High")},
                                     {1e308, Threshold::Level::Error, {}},
                                     {-1, Threshold::Level::Goal, {}}};
                for (const qint64 last : {qint64(600'000), qint64(1), qint64(60) * 31'557'600'000}) {
                    dashboard.window.last = Millis(last);
                    auto source = chartSourceOf(world.points())();
                    const DashboardPicture picture = readDashboard(**source, dashboard, kNow, 1'384);
                    QVERIFY(!picture.data.at(widget.id)->error);
                    for (const QSize size :
                         {QSize(1, 1), QSize(40, 40), QSize(600, 30), QSize(30, 600), QSize(900, 500)}) {
                        QImage image(size, QImage::Format_ARGB32_Premultiplied);
                        for (const Detail detail : {Detail::Fast, Detail::Fine, Detail::Vector}) {
                            image.fill(Qt::transparent);
                            QPainter painter(&image);
                            SeriesSlots slots;
                            paintWidgetCard(&painter, QRectF(QPointF(0, 0), QSizeF(size)), widget, picture, slots,
                                            {tokensFor(Look::Dark), QLocale::c(), Qt::LeftToRight, detail});
                        }
                        if (size.width() > 1)
                            QVERIFY(qAlpha(image.pixel(size.width() / 2, size.height() / 2)) > 0); // the card is there
                    }
                }
                if (QLatin1StringView(kind) != QLatin1StringView("area") &&
                    QLatin1StringView(kind) != QLatin1StringView("bar"))
                    break; // only these stack
            }
        }
    }
    void everyNumberIsSaid()
    {
        PageWorld world;
        world.put("s", steps({1e308, kInf}));
        world.put("s", steps({1e308, 1e308}), {{"host", "b"}});
        for (const char *kind : {"stat", "gauge", "line"}) {
            Dashboard dashboard = oneChart({QStringLiteral("s")}, QString::fromLatin1(kind));
            dashboard.widgets[0].unit.clear();
            world.open(dashboard);
            const QString text = world.card(0)->accessibleDescription();
            QVERIFY2(!text.contains(u"inf") && !text.contains(u"nan", Qt::CaseInsensitive), qPrintable(text));
            QVERIFY2(text.contains(QChar(0x221e)), qPrintable(text));
        }
    }
    void drawingsAreValidWhateverNamesSay()
    {
        PageWorld world;
        QString evil = QStringLiteral("a<script>&\"']]>");
        for (const int unit : {0x01, 0x0b, 0x00, 0xd800, 0xfffe})
            evil += QChar(unit);
        evil += u'z';
        world.put("s", steps({1, 2, 3}), {{"host", "x\x01y<&>\"\x1f"}});
        world.put("s", steps({2, 3, 4}), {{"host", "plain"}});
        Dashboard dashboard;
        dashboard.id = DashboardId{QUuid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)};
        dashboard.name = evil;
        dashboard.window.last = Millis(600'000);
        int x = 0;
        for (const char *kind : {"line", "stat", "table"}) {
            Widget widget = widgetOf(QString::fromLatin1(kind), evil, {x, 0, 4, 6}, {QStringLiteral("s")});
            widget.scope = evil;
            widget.unit = evil;
            widget.thresholds = {{2, Threshold::Level::Warn, evil}};
            dashboard.widgets.push_back(widget);
            x += 4;
        }
        auto source = chartSourceOf(world.points())();
        const auto svg = exportDashboard(readDashboard(**source, dashboard, kNow, 1'384), PictureFormat::Svg, {});
        QVERIFY_RESULT(svg);
        QXmlStreamReader reader(*svg);
        QString words;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                words += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(words.contains(u"<script>&") && words.contains(u"plain"));
        const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
        if (xmllint.isEmpty())
            QSKIP("skipped: xmllint missing");
        QProcess lint;
        lint.start(xmllint, {QStringLiteral("--noout"), QStringLiteral("-")});
        lint.write(*svg);
        lint.closeWriteChannel();
        QVERIFY(lint.waitForFinished(20'000));
        QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().left(300).constData());
    }
    void csvKeepsEveryName()
    {
        PageWorld world;
        const QStringList names{QStringLiteral("plain"),      QStringLiteral("a,b"),   QStringLiteral("say \"hi\""),
                                QStringLiteral("two\nlines"), QStringLiteral("end\r"), QStringLiteral(" space "),
                                QStringLiteral("größe ‰")};
        for (int i = 0; i < names.size(); ++i)
            world.put("s", steps({double(i), i + 0.5}), {{"host", names[i].toStdString()}});
        const Dashboard dashboard = oneChart({QStringLiteral("s")});
        auto source = chartSourceOf(world.points())();
        const DashboardPicture picture = readDashboard(**source, dashboard, kNow, 1'384);
        const auto csv = exportWidget(picture, dashboard.widgets[0].id, PictureFormat::Csv, {});
        QVERIFY_RESULT(csv);
        const std::vector<QStringList> rows = parsed(*csv);
        QCOMPARE(rows.size(), std::size_t(3));
        QStringList expected = names;
        expected.sort();
        QStringList found = rows[0].mid(1);
        found.sort();
        QCOMPARE(found, expected);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), names.size() + 1);
        const auto all = exportDashboard(picture, PictureFormat::Csv, {});
        QVERIFY_RESULT(all);
        for (const QStringList &row : parsed(*all))
            QCOMPARE(row.size(), 6);
    }
    void sixtyWidgetsOnPaper()
    {
        const QString text = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        const QString images = QStandardPaths::findExecutable(QStringLiteral("pdfimages"));
        if (text.isEmpty() || images.isEmpty())
            QSKIP("skipped: poppler-utils missing");
        PageWorld world;
        world.put("s", steps({1, 5, 2, 8, 3}), {}, "ms");
        Dashboard dashboard;
        dashboard.name = QStringLiteral("Sixty");
        dashboard.window.last = Millis(600'000);
        for (int i = 0; i < 60; ++i)
            dashboard.widgets.push_back(widgetOf(QString::fromLatin1(kTypes[i % 6]), QStringLiteral("Number%1.").arg(i),
                                                 {(i % 3) * 4, i / 3 * 5, 4, 4 + i % 4}, {QStringLiteral("s")}));
        auto source = chartSourceOf(world.points())();
        const DashboardPicture picture = readDashboard(**source, dashboard, kNow, 1'384);
        const auto pdf = exportDashboard(picture, PictureFormat::Pdf, {});
        QVERIFY_RESULT(pdf);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("sixty.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
        file.close();
        const auto run = [&](const QString &tool, const QStringList &arguments) {
            QProcess process;
            process.start(tool, arguments);
            process.waitForFinished(20'000);
            return QString::fromUtf8(process.readAllStandardOutput());
        };
        const QString words = run(text, {file.fileName(), QStringLiteral("-")});
        const qsizetype pages = words.count(QChar(0x0c));
        QVERIFY2(pages >= 4, qPrintable(QString::number(pages)));
        QCOMPARE(words.count(QStringLiteral("Sixty")), pages); // on top of each page
        for (int i = 0; i < 60; ++i)
            QCOMPARE(words.count(QStringLiteral("Number%1.").arg(i)), 1);
        QCOMPARE(run(images, {QStringLiteral("-list"), file.fileName()}).trimmed().count(u'\n'), 1); // vectors alone
    }
    void retentionTakesWhatIsOnTheScreen()
    {
        PageWorld world;
        world.put("s", steps({1, 5, 2, 8, 3, 4, 9, 1, 2, 3}));
        world.open(oneChart({QStringLiteral("s")}));
        QCOMPARE(world.card(0)->chart()->content().traces[0].time.size(), std::size_t(10));
        world.page().time().setRange(kNow - 510'000, kNow - 400'000);
        QVERIFY(world.settle());
        QVERIFY_RESULT(world.points().retainSeries(kNow - 455'000));
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->content().traces[0].time.size() == 5);
        QVERIFY_RESULT(world.points().retainSeries(kNow));
        QTRY_VERIFY(world.settle() && world.card(0)->chart()->readings(kNow - 440'000).empty());
        QVERIFY(world.navigator.errors.empty());
    }
};

DASH_TEST(TstHostile)
#include "tst_hostile.moc"
