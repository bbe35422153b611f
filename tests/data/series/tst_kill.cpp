// A process killed, or a write failing, between any two writes of a change: what was acknowledged is there, a change
// is there whole or not at all.

#include "tests/data/series/kill_plan.h"

#include "tests/support/kit.h"

#include <QProcess>

using namespace dash;
using namespace dash::test;

class TstSeriesKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // tests/data/db keeps a file of each released form, made by series_child; chunks, log rows and erased ranges in it.
    void aFileOfTheFirstFormStillOpens()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("points.db"));
        QVERIFY(QFile::copy(qEnvironmentVariable("DASH_SOURCE") + QStringLiteral("/tests/data/db/points_v1.db"), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        const QString wrong = check(copy, kChanges);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(!afterChanges(kChanges).empty());
    }

    void nothingAcknowledgedIsLostAndNoChangeIsHalf_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("killed") << QByteArray("kill");
        QTest::newRow("write error") << QByteArray("eio");
    }
    void nothingAcknowledgedIsLostAndNoChangeIsHalf()
    {
        QFETCH(QByteArray, action);
        const QList<QByteArray> names = failpoints();
        QVERIFY2(names.size() >= 8, names.join(' ').constData());
        for (const QByteArray &name : names) {
            // The first passing, and some later ones in other phases.
            for (const int at : {1, 2, 5}) {
                QTemporaryDir folder;
                const QString file = folder.filePath(QStringLiteral("points.db"));
                const int acknowledged = run(file, name + ':' + QByteArray::number(at) + ':' + action);
                const QString wrong = check(file, acknowledged);
                QVERIFY2(wrong.isEmpty(),
                         qPrintable(QString::fromLatin1(name) + QStringLiteral(" at %1: ").arg(at) + wrong));
            }
        }
    }

private:
    static QProcessEnvironment environment(const QByteArray &rule)
    {
        QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
        out.insert(QStringLiteral("DASH_FAIL"), QString::fromLocal8Bit(rule));
        return out;
    }

    // The number of changes that the child said are durable.
    static int run(const QString &file, const QByteArray &rule)
    {
        QProcess child;
        child.setProcessEnvironment(environment(rule));
        child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/series_child"), {file});
        if (!child.waitForFinished(30'000))
            return -1;
        return static_cast<int>(child.readAllStandardOutput().count('\n'));
    }

    static QList<QByteArray> failpoints()
    {
        QTemporaryDir folder;
        const QString list = folder.filePath(QStringLiteral("names"));
        if (run(folder.filePath(QStringLiteral("points.db")), "list:" + list.toLocal8Bit()) != kChanges)
            return {};
        QFile file(list);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> names;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("series."))
                names.append(line);
        }
        return names;
    }

    static QString check(const QString &file, int acknowledged)
    {
        if (acknowledged < 0)
            return QStringLiteral("the child did not end");
        auto db = Database::open(file);
        if (!db || !migrate(**db, seriesMigrations()))
            return QStringLiteral("does not open");
        auto store = SeriesStore::open(**db, killOptions());
        if (!store)
            return QStringLiteral("store does not open");
        auto integrity =
            (*db)->executeForInt("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
        if (!integrity || *integrity != 0)
            return QStringLiteral("integrity");
        const auto snapshot = SeriesSnapshot::open(**db, (*store)->heads());
        const auto list = (*snapshot)->list();
        if (!list || list->size() > 1)
            return QStringLiteral("list");
        std::map<qint64, Cell> got;
        if (!list->empty()) {
            const auto points = (*snapshot)->range(list->front().id, {kMinInstant, kMaxInstant});
            if (!points)
                return QStringLiteral("range");
            got = toMap(*points);
            if (list->front().points != got.size())
                return QStringLiteral("info counts %1 of %2").arg(list->front().points).arg(got.size());
        }
        if (got != afterChanges(acknowledged) && (acknowledged == kChanges || got != afterChanges(acknowledged + 1)))
            return QStringLiteral("%1 points after %2 acknowledged changes").arg(got.size()).arg(acknowledged);
        return {};
    }
};

DASH_TEST(TstSeriesKill)
#include "tst_kill.moc"
