// The program itself, as a person starts it: one window for each workspace, pictures, what happens when it cannot open.

#include "app/shell/crash_marker.h"
#include "app/shell/single_instance.h"
#include "core/store/workspace.h"
#include "tests/support/kit.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

using namespace dash;

namespace {

QString program()
{
    return qEnvironmentVariable("DASH_BIN") + QStringLiteral("/dash-desktop");
}

struct Run {
    QProcess process;
    explicit Run(const QStringList &arguments)
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
    }
    ~Run()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished(5000);
        }
    }
    // Exit code, or -1 when it did not end in time.
    int end()
    {
        return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                               : -1;
    }
};

} // namespace

class TstProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        if (!QFile::exists(program()))
            QSKIP("skipped: dash-desktop missing");
    }

    void theConfigurationIsPrintedWithItsOrigins()
    {
        QTemporaryDir folder;
        const auto print = [&](const QStringList &options, const QStringList &environment) {
            QProcess process;
            QProcessEnvironment with = QProcessEnvironment::systemEnvironment();
            with.remove(QStringLiteral("DISPLAY")); // needs none
            for (const QString &one : environment)
                with.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
            process.setProcessEnvironment(with);
            process.start(program(),
                          QStringList{QStringLiteral("--print-config"), QStringLiteral("--workspace"), folder.path()} +
                              options);
            return process.waitForFinished(10'000) && process.exitCode() == 0
                       ? QString::fromUtf8(process.readAllStandardOutput())
                       : QString();
        };
        const QString bare = print({}, {});
        QVERIFY2(bare.contains(QStringLiteral("theme = system  (built in)")), qPrintable(bare));
        QVERIFY(bare.contains(folder.path() + QStringLiteral("  (--workspace)")));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("core.db")))); // looking makes nothing
        {
            const SystemClock clock;
            SystemRandom random;
            auto workspace = Workspace::open(folder.path(), clock, random);
            QVERIFY(workspace);
            (*workspace)->setSetting(QStringLiteral("look.theme"), QStringLiteral("dark"));
            (*workspace)->setSetting(QStringLiteral("cache.retention_days"), 30);
        }
        // The command line beats the environment, that beats what the workspace keeps, that beats what is built in.
        const QString kept = print({}, {});
        QVERIFY2(kept.contains(QStringLiteral("theme = dark  (workspace)")), qPrintable(kept));
        QVERIFY(kept.contains(QStringLiteral("cache.retention_days = 30  (workspace)")));
        const QString environment =
            print({}, {QStringLiteral("DASH_THEME=contrast"), QStringLiteral("DASH_LANGUAGE=de")});
        QVERIFY(environment.contains(QStringLiteral("theme = contrast  (DASH_THEME)")));
        QVERIFY(environment.contains(QStringLiteral("language = de  (DASH_LANGUAGE)")));
        const QString line =
            print({QStringLiteral("--theme"), QStringLiteral("light")}, {QStringLiteral("DASH_THEME=contrast")});
        QVERIFY(line.contains(QStringLiteral("theme = light  (--theme)")));
    }
    void argumentsReachTheFirstInstance()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(!first.handOver({}, 200)); // nobody is there yet
        QVERIFY(first.listen());
        QSignalSpy spy(&first, &SingleInstance::handedOver);
        Run second({QStringLiteral("--workspace"), folder.path(), QStringLiteral("--go"), QStringLiteral("settings")});
        QVERIFY(spy.wait(20'000));
        QCOMPARE(spy.first().first().toStringList(), QStringList{QStringLiteral("--go=settings")});
        QCOMPARE(second.end(), 0);
    }

    void aSecondStartLeavesWithSuccess()
    {
        QTemporaryDir folder;
        Run first({QStringLiteral("--workspace"), folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.path() + u"/running"), 20'000);
        Run second({QStringLiteral("--workspace"), folder.path()});
        QCOMPARE(second.end(), 0);
        QCOMPARE(first.process.state(), QProcess::Running);
    }

    void aPictureIsSavedAndTheMarkerIsGone()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("shot.png"));
        Run run({QStringLiteral("--workspace"), folder.filePath(QStringLiteral("w")), QStringLiteral("--screenshot"),
                 file, QStringLiteral("--size"), QStringLiteral("1280x800"), QStringLiteral("--theme"),
                 QStringLiteral("dark")});
        QCOMPARE(run.end(), 0);
        const QImage picture(file);
        QCOMPARE(picture.size(), QSize(1280, 800));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("w/running"))));
    }

    void aDamagedWorkspaceIsSaidAndLeftAlone()
    {
        QTemporaryDir folder;
        QFile core(folder.filePath(QStringLiteral("core.db")));
        QVERIFY(core.open(QIODevice::WriteOnly));
        const QByteArray junk(8192, 'x');
        core.write(junk);
        core.close();
        const QString file = folder.filePath(QStringLiteral("shot.png"));
        Run run({QStringLiteral("--workspace"), folder.path(), QStringLiteral("--screenshot"), file});
        QCOMPARE(run.end(), 0);
        QVERIFY(!QImage(file).isNull());
        QVERIFY(core.open(QIODevice::ReadOnly));
        QCOMPARE(core.readAll(), junk);
    }

    void aKilledRunIsCounted()
    {
        QTemporaryDir folder;
        {
            Run run({QStringLiteral("--workspace"), folder.path()});
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.path() + u"/running"), 20'000);
            run.process.kill();
            QVERIFY(run.process.waitForFinished(5000));
        }
        QCOMPARE(CrashMarker(folder.path()).begin(), 1);
    }

    void mistakesOnTheCommandLineAreUsageErrors()
    {
        Run wrong({QStringLiteral("--wat")});
        QCOMPARE(wrong.end(), 2);
        Run version({QStringLiteral("--version")});
        QCOMPARE(version.end(), 0);
        QVERIFY(version.process.readAll().startsWith("dash-desktop "));
    }
};

DASH_TEST(TstProcess)
#include "tst_process.moc"
