// points.db under a process that is killed: at every failpoint, and at random moments.

#include "tests/chaos/numbered_commits.h"
#include "tests/support/kit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <random>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;

class TstPointsKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAtEveryFailpoint();
    void killedAtRandomMoments();

private:
    // Starts the child; SIGKILL `killAfter` ms later (negative: it ends by itself). The last acknowledged number.
    static int run(const QString &folder, int count, const QString &failpoints, int killAfter, int &exitCode)
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DASH_FAIL"_s, failpoints);
        environment.insert(u"QT_LOGGING_RULES"_s, u"dash.*=false"_s);
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(qEnvironmentVariable("DASH_BIN") + u"/points_child"_s, {folder, QString::number(count)});
        if (killAfter >= 0) {
            if (killAfter % 4 != 0) // most kills come while it commits, the others while it starts
                child.waitForReadyRead(30'000);
            if (!child.waitForFinished(killAfter))
                child.kill();
        }
        child.waitForFinished(60'000);
        exitCode = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1;
        const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
        int acknowledged = 0;
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) // the last piece has no line end
            acknowledged = std::max(acknowledged, lines[i].toInt());
        return acknowledged;
    }

    // Opens what a killed child has left and checks it; the commits it holds.
    static int check(const QString &folder, int acknowledged, int attempted, const QString &story)
    {
        const ManualClock clock;
        int held = -1;
        QString problem;
        {
            auto points = PointsDb::open(folder, numberedOptions(), clock);
            if (!succeeded(points, "PointsDb::open"))
                return -1;
            held = verifyNumbered(**points, acknowledged, attempted, problem);
        }
        if (problem.isEmpty())
            problem = integrityProblem(folder + u"/points.db"_s);
        if (!problem.isEmpty())
            qWarning().noquote() << story << ":" << problem;
        return problem.isEmpty() ? held : -1;
    }
};

void TstPointsKills::killedAtEveryFailpoint()
{
    constexpr int kCommits = 45;
    QSet<QByteArray> names;
    {
        const QTemporaryDir folder;
        const QString list = folder.filePath(u"failpoints"_s);
        int exitCode = -1;
        QCOMPARE(run(folder.path(), kCommits, u"list:"_s + list, -1, exitCode), kCommits);
        QCOMPARE(exitCode, 0);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                names.insert(line);
        }
    }
    QVERIFY2(names.size() >= 5, qPrintable(u"only %1 failpoints"_s.arg(names.size())));
    int kills = 0;
    for (const QByteArray &name : std::as_const(names)) {
        for (const int nth : {1, 2, 3, 7, 20, 33, 60, 111, 240, 700}) {
            const QTemporaryDir folder;
            int exitCode = 0;
            const int acknowledged =
                run(folder.path(), kCommits, u"%1:%2:kill"_s.arg(QString::fromLatin1(name)).arg(nth), -1, exitCode);
            if (exitCode == 0)
                break; // not passed so often
            QCOMPARE(exitCode, -1);
            ++kills;
            QVERIFY(check(folder.path(), acknowledged, acknowledged + 1,
                          u"%1:%2"_s.arg(QString::fromLatin1(name)).arg(nth)) >= 0);
        }
    }
    QVERIFY2(kills >= 30, qPrintable(QString::number(kills)));
}

void TstPointsKills::killedAtRandomMoments()
{
    std::mt19937 random(7);
    int acknowledgedInAll = 0;
    auto folder = std::make_unique<QTemporaryDir>();
    int held = 0;
    for (int kill = 0; kill < 200; ++kill) {
        if (kill % 25 == 0) {
            folder = std::make_unique<QTemporaryDir>();
            held = 0;
        }
        int exitCode = 0;
        const int acknowledged =
            std::max(held, run(folder->path(), 100'000, QString(), static_cast<int>(random() % 100), exitCode));
        QCOMPARE(exitCode, -1);
        acknowledgedInAll += acknowledged - held;
        held = check(folder->path(), acknowledged, acknowledged + 1, u"kill %1"_s.arg(kill));
        QVERIFY(held >= 0);
    }
    QVERIFY2(acknowledgedInAll > 200, qPrintable(QString::number(acknowledgedInAll)));
}

DASH_TEST(TstPointsKills)
#include "tst_points_kills.moc"
