// Files as sinks: rotation by size and day, kills, a full disk, places that cannot be written.
#include "tests/engine/run/host_world.h"

#include <QFile>
#include <QProcess>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace dash;
using namespace dash::test;
using namespace std::chrono_literals;

class TstFileSink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<HostWorld>(); }
    void cleanup() { m.reset(); }

    void rowsAreAddedRunAfterRun()
    {
        const Pipeline pipeline = into("\"path\":\"out/rows.csv\"");
        run(pipeline, 1);
        run(pipeline, 2);
        QTRY_COMPARE(queue().sent, 2);
        QCOMPARE(text("out/rows.csv"), QByteArray("n\r\n0\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n"));
    }

    void aFileTooLargeMakesRoom()
    {
        const Pipeline pipeline = into("\"path\":\"rows.ndjson\",\"format\":\"ndjson\",\"rotate_bytes\":\"100\"");
        for (int i = 1; i <= 6; ++i)
            run(pipeline, i);
        QTRY_COMPARE(queue().sent, 6);
        QByteArray all;
        for (const char *name : {"rows.1.ndjson", "rows.2.ndjson", "rows.ndjson"}) {
            const QByteArray part = text(name);
            QVERIFY2(!part.isEmpty() && part.size() <= 100 && part.endsWith('\n'), name);
            all += part;
        }
        QByteArray expected;
        for (int n = 0; n < 30; ++n)
            expected += "{\"n\":" + QByteArray::number(n) + "}\n";
        QCOMPARE(all, expected);
    }

    void aNewDayStartsANewFileInItsZone()
    {
        m->clock.setWall("2026-03-28T22:59:59Z"); // in Berlin one second before midnight
        const Pipeline pipeline = into("\"path\":\"{date}.csv\",\"zone\":\"Europe/Berlin\"");
        run(pipeline, 1);
        m->pass(1s);
        run(pipeline, 2);
        m->pass(Millis(23LL * 3'600'000 - 1'000)); // the day of the change has 23 hours
        run(pipeline, 3);
        m->pass(1s);
        run(pipeline, 4);
        QTRY_COMPARE(queue().sent, 4);
        QCOMPARE(text("2026-03-28.csv").count('\n'), 6);
        QCOMPARE(text("2026-03-29.csv").count('\n'), 11);
        QCOMPARE(text("2026-03-30.csv").count('\n'), 6);
    }

    void otherColumnsStartANewFile()
    {
        run(into("\"path\":\"rows.csv\""), 1);
        QTRY_COMPARE(queue().sent, 1);
        const Pipeline renamed =
            HostWorld::pipelineOf(1, QByteArray("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"document\",\"config\":"
                                                "{\"format\":\"lines\",\"text\":\"a\\nb\"}},") +
                                         sink("\"path\":\"rows.csv\""));
        run(renamed, 2);
        QTRY_COMPARE(queue().sent, 2);
        QCOMPARE(text("rows.1.csv"), QByteArray("n\r\n0\r\n1\r\n2\r\n3\r\n4\r\n"));
        QCOMPARE(text("rows.csv"), QByteArray("line\r\na\r\nb\r\n"));
    }

    void twoPipelinesMayAddToOneFile()
    {
        const Pipeline first = into("\"path\":\"shared.ndjson\",\"format\":\"ndjson\"");
        Pipeline second = first;
        second.id = pipeline(2);
        m->host->setPipelines({first, second});
        for (int i = 0; i < 5; ++i) {
            m->host->runNow(first.id);
            m->host->runNow(second.id);
            QVERIFY(m->waitForRuns(1, i + 1) && m->waitForRuns(2, i + 1));
        }
        QTRY_COMPARE(text("shared.ndjson").count('\n'), 50);
        for (int n = 0; n < 25; ++n)
            QCOMPARE(text("shared.ndjson").count(QByteArray("{\"n\":" + QByteArray::number(n) + "}\n")), 2);
    }

    void aFullDiskLeavesNoHalfRowAndGoesOnWithSpace()
    {
#ifdef Q_OS_UNIX
        const Pipeline small = into("\"path\":\"rows.ndjson\",\"format\":\"ndjson\"");
        run(small, 1);
        QTRY_COMPARE(queue().sent, 1);
        const QByteArray before = text("rows.ndjson");
        // One file may be no larger than this: the database gets by, the next rows do not fit.
        QFile filler(m->folder.filePath(u"rows.ndjson"_qs));
        QVERIFY(filler.open(QIODevice::Append));
        constexpr qint64 kLimit = 64 << 20;
        QVERIFY(filler.resize(kLimit - 10));
        filler.close();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        rlimit tight = old;
        tight.rlim_cur = kLimit;
        setrlimit(RLIMIT_FSIZE, &tight);
        run(small, 2);
        const bool toldFull = QTest::qWaitFor([&] { return !queueError().isEmpty(); });
        const qint64 size = QFile(m->folder.filePath(u"rows.ndjson"_qs)).size();
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, SIG_DFL);
        QVERIFY(toldFull);
        QVERIFY2(queueError().contains(u"rows.ndjson"), qPrintable(queueError()));
        QCOMPARE(size, kLimit - 10);
        QCOMPARE(queue().pending, 1);
        m->pass(1min);
        QTRY_COMPARE(queue().sent, 2);
        QFile grown(m->folder.filePath(u"rows.ndjson"_qs));
        QVERIFY(grown.open(QIODevice::ReadOnly));
        QVERIFY(grown.seek(kLimit - 10));
        QCOMPARE(grown.readAll(), QByteArray("{\"n\":5}\n{\"n\":6}\n{\"n\":7}\n{\"n\":8}\n{\"n\":9}\n"));
        Q_UNUSED(before)
#else
        QSKIP("needs a limit on file sizes");
#endif
    }

    void aPlaceThatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("below a file") << QByteArray("points.db/rows.csv");
        QTest::newRow("a folder") << QByteArray("folder");
        QTest::newRow("read-only folder") << QByteArray("locked/rows.csv");
    }
    void aPlaceThatCannotBeWrittenIsSaid()
    {
        QFETCH(QByteArray, path);
        QDir(m->folder.path()).mkdir(u"folder"_qs);
        QDir(m->folder.path()).mkdir(u"locked"_qs);
        QFile::setPermissions(m->folder.filePath(u"locked"_qs), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
#ifdef Q_OS_UNIX
        if (path.startsWith("locked") && geteuid() == 0)
            QSKIP("root writes everywhere");
#endif
        run(into("\"path\":\"" + path + "\""), 1);
        QTRY_VERIFY(!queueError().isEmpty());
        QVERIFY2(queueError().contains(QString::fromLatin1(path)), qPrintable(queueError()));
        QCOMPARE(queue().pending, 1);
    }

    // Killed at every place between two writes: each row once, in order, no half line.
    void killsNeitherLoseNorDoubleRows()
    {
        const Pipeline pipeline = into("\"path\":\"rows.ndjson\",\"format\":\"ndjson\",\"rotate_bytes\":\"90\"");
        m->host.reset();
        m->points.reset();
        int killed = 0;
        for (int n = 1; n <= 12; ++n) {
            const QString place = n % 2 == 0 ? u"points.rows"_qs : u"points.committed"_qs;
            killed += child(pipeline, u"%1:%2:kill"_qs.arg(place).arg(n / 2 % 3 + 1)) ? 1 : 0;
        }
        QVERIFY(killed >= 6);
        QVERIFY(!child(pipeline, QString()));
        QByteArray all;
        for (int number = 1; QFile::exists(m->folder.filePath(u"rows.%1.ndjson"_qs.arg(number))); ++number)
            all += text(qPrintable(u"rows.%1.ndjson"_qs.arg(number)));
        all += text("rows.ndjson");
        QVERIFY(all.endsWith('\n'));
        QByteArray expected;
        const qsizetype rows = all.count('\n');
        for (qsizetype n = 0; n < rows; ++n)
            expected += "{\"n\":" + QByteArray::number(n) + "}\n";
        QCOMPARE(all, expected);
        // As many as the cursor says were committed.
        m->openHost();
        QCOMPARE(m->points->state(test::pipeline(1)).value().at(u"cursor/in"_qs), QByteArray::number(rows));
    }

private:
    static QByteArray sink(const QByteArray &settings)
    {
        return "{\"id\":\"out\",\"kind\":\"output\",\"type\":\"file\",\"config\":{" + settings + "}}";
    }
    static Pipeline into(const QByteArray &settings)
    {
        return HostWorld::pipelineOf(1, QByteArray(kNumbersNode) + "," + sink(settings));
    }
    void run(const Pipeline &definition, int number)
    {
        m->host->setPipelines({definition});
        m->host->runNow(definition.id);
        QVERIFY(m->waitForRuns(1, number));
        QCOMPARE(m->history(1).front().errorSentence, QString());
    }
    QByteArray text(const char *name) const
    {
        QFile file(m->folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QueueSummary queue() const
    {
        const auto snapshot = m->points->snapshot();
        return (*snapshot)->queue(pipeline(1), u"out"_qs).value();
    }
    QString queueError() const
    {
        const auto snapshot = m->points->snapshot();
        const auto all = (*snapshot)->deliveries(pipeline(1), u"out"_qs, 1).value();
        return all.empty() ? QString() : all.front().lastError;
    }
    bool child(const Pipeline &definition, const QString &failpoint) const // true: it was killed
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DASH_PIPELINE"_qs, QString::fromUtf8(pipelineText(definition)));
        if (!failpoint.isEmpty())
            environment.insert(u"DASH_FAIL"_qs, failpoint);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("DASH_BIN") + u"/sink_child"_qs, {m->folder.path(), u"run"_qs});
        process.waitForFinished(20'000);
        return process.exitStatus() == QProcess::CrashExit;
    }
    std::unique_ptr<HostWorld> m;
};

DASH_TEST(TstFileSink)
#include "tst_file_sink.moc"
