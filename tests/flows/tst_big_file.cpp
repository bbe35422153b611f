// A large CSV dropped on the window: progress, cancel, the window alive all the while, memory that does not grow with
// the file. 50 MB here; DASH_BIG_FILE_MB makes it any size.

#include "tests/flows/person.h"
#include "tests/flows/stall_watch.h"

#include "app/charts/chart_view.h"
#include "app/data/file_panel.h"
#include "app/widgets/field.h"
#include "tests/support/kit.h"

#include <QDateTime>
#include <QFile>

using namespace dash;
using dash::test::Person;
using dash::test::StallWatch;

namespace {

qint64 megabytes()
{
    return std::max<qint64>(1, qEnvironmentVariable("DASH_BIG_FILE_MB", QStringLiteral("50")).toLongLong());
}

// Readings of 40 meters in four halls, every second; semicolons and decimal commas. Returns the rows written.
qint64 writeEnergy(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    QByteArray part = "zeit;zaehler;halle;kwh;spannung;temp;status\n";
    static const char *const halls[] = {"Halle A", "Halle B", "Büro", "Lager"};
    const qint64 start = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    qint64 rows = 0;
    qint64 written = 0;
    QByteArray time;
    while (written + part.size() < bytes) {
        const int meter = int(rows % 40);
        if (meter == 0)
            time = QDateTime::fromSecsSinceEpoch(start + rows / 40, Qt::UTC)
                       .toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"))
                       .toLatin1();
        const qint64 x = rows * 2654435761LL % 1000;
        part += time + ";M-" + QByteArray::number(1000 + meter) + ';' + halls[meter % 4] + ";0," +
                QByteArray::number(100 + x % 400) + ";2" + QByteArray::number(28 + x % 4) + ',' +
                QByteArray::number(x % 10) + ";1" + QByteArray::number(x % 8) + ',' + QByteArray::number(x % 7) +
                ";ok\n";
        ++rows;
        if (part.size() > (1 << 20)) {
            written += file.write(part);
            part.clear();
        }
    }
    file.write(part);
    return rows;
}

QString state(const Person &person)
{
    const auto *label = person.seen<TextLabel>(QStringLiteral("import_state"));
    return label ? label->text() : QString();
}

} // namespace

class TstBigFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isReadWithTheWindowAlive();
    void isStoppedAndSaysWhatIsKept();
};

void TstBigFile::isReadWithTheWindowAlive()
{
    Person person;
    const QString path = person.folder() + QStringLiteral("/energy_2026.csv");
    const qint64 rows = writeEnergy(path, megabytes() << 20);
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    StallWatch::loopUntil([] { return false; }, 1'500);
    const qint64 before = StallWatch::residentKilobytes();
    StallWatch watch;
    QElapsedTimer timer;
    timer.start();
    person.drop({QUrl::fromLocalFile(path)}, person.window().currentPage());
    auto *panel = person.find<FilePanel>();
    QVERIFY(panel);
    std::vector<double> shares;
    qint64 charted = 0;
    const auto done = [&] {
        if (panel->isReading() && panel->share() > 0 && (shares.empty() || panel->share() > shares.back()))
            shares.push_back(panel->share());
        if (charted == 0 && panel->chartShowsData())
            charted = timer.elapsed();
        return state(person).contains(QStringLiteral(" rows in "));
    };
    QVERIFY(StallWatch::loopUntil(done, 600'000));
    const double seconds = double(timer.elapsed()) / 1000;
    const double longest = watch.longestMs();
    const double worked = watch.longestWorkMs();
    const double rare = watch.rareMs(1000);
    qInfo("%lld MB, %lld rows in %.1f s (%.2f M rows/s); first chart after %lld ms; longest stall %.1f ms "
          "(%.1f ms of work), "
          "1 in 1000 ticks above %.1f ms (%zu ticks); memory %lld -> at most %lld MB",
          megabytes(), rows, seconds, double(rows) / seconds / 1e6, charted, longest, worked, rare, watch.ticks(),
          before / 1024, watch.peakKilobytes() / 1024);
    QVERIFY2(state(person).startsWith(QLocale().toString(rows) + u' '), qPrintable(state(person)));
    person.picture(QStringLiteral("big-file"));
    // A file ends where it ends: nothing leads to now, only back to the whole of it.
    auto *chart = panel->findChild<ChartView *>();
    auto *all = panel->findChild<QAbstractButton *>(QStringLiteral("followChip"));
    QVERIFY(chart && all);
    QTRY_VERIFY(!all->isVisible());
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Plus);
    QTRY_VERIFY(all->isVisible());
    QCOMPARE(all->accessibleName(), QStringLiteral("Show all"));
    person.click(all);
    QTRY_VERIFY(!all->isVisible());
    QVERIFY2(shares.size() >= 3, qPrintable(QString::number(shares.size())));
    QVERIFY(charted > 0);
    // The window's thread never works longer than three frames; waiting for its turn is the machine's affair, as long
    // as nothing holds it.
    QVERIFY2(worked <= 50, qPrintable(QString::number(worked)));
    QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
    if (before > 0)
        QVERIFY2(watch.peakKilobytes() - before < 400 * 1024, qPrintable(QString::number(watch.peakKilobytes())));
}

void TstBigFile::isStoppedAndSaysWhatIsKept()
{
    Person person;
    const QString path = person.folder() + QStringLiteral("/energy_2026.csv");
    writeEnergy(path, megabytes() << 20);
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    person.drop({QUrl::fromLocalFile(path)}, person.window().currentPage());
    auto *panel = person.find<FilePanel>();
    QVERIFY(StallWatch::loopUntil([&] { return panel->share() > 0.4; }, 120'000));
    QElapsedTimer timer;
    timer.start();
    person.click(person.seen<QAbstractButton>(QStringLiteral("import_cancel")));
    QVERIFY(StallWatch::loopUntil([&] { return !panel->isReading(); }, 5'000));
    qInfo("stopped after %lld ms: %s", timer.elapsed(), qPrintable(state(person)));
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    // What it says is kept is what the store holds.
    const QString said = state(person);
    QVERIFY2(said.startsWith(QStringLiteral("Stopped at ")), qPrintable(said));
    QLocale locale;
    const qint64 points = panel->keptPoints();
    QVERIFY(points > 0);
    QVERIFY2(said.contains(locale.toString(points)), qPrintable(said));
    QTRY_COMPARE(person.storedPoints(panel->pipeline()), points);
    // It can be read again from the start.
    person.click(person.seen<QAbstractButton>(QStringLiteral("import_again")));
    const bool again = StallWatch::loopUntil([&] { return panel->isReading() && panel->share() > 0; }, 10'000);
    person.picture(QStringLiteral("big-file-again"));
    QVERIFY2(again, qPrintable(state(person)));
}

DASH_TEST(TstBigFile)
#include "tst_big_file.moc"
