// dash-cli and what goes wrong around it: files, workspaces, disks, pipes. Each has a sentence, a stable code in
// brackets and an exit code; nothing is left half-done.
#include "cli_world.h"

#include "core/store/workspace.h"
#include "tests/support/kit.h"
#include "tests/support/small_disk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace dash;
using namespace dash::test;

namespace {

constexpr char kNodes[] = R"({"id": "csv", "kind": "source", "type": "file", "config": {"path": "rows.csv"}},
    {"id": "t", "kind": "output", "type": "table", "config": {"title": "T"}})";

QString codeIn(const QByteArray &err)
{
    const qsizetype open = err.lastIndexOf('('), close = err.lastIndexOf(')');
    return open < 0 || close < open ? QString() : QString::fromUtf8(err.mid(open + 1, close - open - 1));
}

} // namespace

class TstCliInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        m_world->write(u"rows.csv"_qs, "a,b\n1,2\n");
        m_world->writePipeline(u"p.json"_qs, kNodes);
    }

    void badFilesHaveACode_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("stable");
        const auto row = [](const char *name, const char *words, int code, const char *stable) {
            QTest::newRow(name) << QString::fromLatin1(words).split(u' ') << code << QString::fromLatin1(stable);
        };
        for (const char *command : {"validate", "run", "test", "import"}) {
            for (const auto &[file, exit, stable] :
                 {std::tuple{"absent.json", 1, "file.open"}, std::tuple{"folder", 1, "file.open"},
                  std::tuple{"syntax.json", 78, "definition.syntax"}, std::tuple{"array.json", 78, "definition.syntax"},
                  std::tuple{"newer.json", 78, "definition.version"}}) {
                const QByteArray words = QByteArray("pipeline ") + command + ' ' + file;
                row(words.constData(), words.constData(), exit, stable);
            }
        }
        row("import missing", "import absent.csv", 1, "file.open");
        row("import folder", "import folder", 1, "file.open");
        row("import empty", "import empty.csv", 1, "file.open");
        row("decode missing", "decode absent.db", 1, "file.open");
        row("decode folder", "decode folder", 1, "file.open");
        row("decode empty", "decode empty.csv", 1, "file.open");
        row("decode text", "decode p.json", 1, "file.open");
        row("input missing", "pipeline run p.json --input absent.csv", 1, "file.open");
        row("secret file missing", "pipeline run p.json --secret a=@absent", 1, "file.open");
        row("secret without value", "pipeline run p.json --secret a", 2, "usage");
        row("wrong time", "pipeline run p.json --now yesterday", 2, "usage");
        row("render missing", "dashboard render absent.json --out x.png", 1, "file.open");
        row("render without out", "dashboard render p.json", 2, "usage");
        row("render unknown kind", "dashboard render p.json --out x.bmp", 2, "usage");
        row("query without workspace", "query cpu", 1, "not_found");
        row("export without workspace", "export T", 1, "not_found");
        row("status without workspace", "status", 1, "not_found");
        row("list without workspace", "pipeline list", 1, "not_found");
        row("wrong range", "query cpu --last soon", 1, "not_found");
    }
    void badFilesHaveACode()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QString, stable);
        QDir(m_world->path(QString())).mkdir(u"folder"_qs);
        m_world->write(u"syntax.json"_qs, "{\"format\": 1,\n \"nodes\": [}");
        m_world->write(u"array.json"_qs, "[1, 2]");
        m_world->write(u"newer.json"_qs, R"({"format": 99, "name": "x", "nodes": []})");
        m_world->write(u"empty.csv"_qs, "");
        const Answer answer = m_world->run(words);
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.err.size() > 20, answer.err.constData());
        QCOMPARE(codeIn(answer.err), stable);
        QCOMPARE(answer.out, QByteArray());
        const Answer json = m_world->run(words + QStringList{u"--json"_qs});
        QCOMPARE(json.code, code);
        QVERIFY2(json.out.contains(stable.toLatin1()), json.out.constData());
    }

    void byteOrderMarksAndUtf16AreNoObstacle()
    {
        QFile plain(m_world->path(u"p.json"_qs));
        QVERIFY(plain.open(QIODevice::ReadOnly));
        const QByteArray text = plain.readAll();
        m_world->write(u"bom.json"_qs, "\xef\xbb\xbf" + text);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"validate"_qs, u"bom.json"_qs}).code, 0);
        m_world->write(u"bom.csv"_qs, "\xef\xbb\xbf" + QByteArray("time,ä\n2026-01-01T00:00:00Z,1\n"));
        const Answer guess = m_world->run({u"import"_qs, u"bom.csv"_qs, u"--guess"_qs, u"--json"_qs});
        QCOMPARE(guess.code, 0);
        QCOMPARE(guess.json()[u"guess"][u"time"].toString(), u"time"_qs);
    }

    void unknownNamesComeWithASuggestion()
    {
        m_world->writePipeline(u"t.json"_qs, QByteArray(kNodes).replace("\"path\"", "\"pth\""));
        const Answer field = m_world->run({u"pipeline"_qs, u"validate"_qs, u"t.json"_qs});
        QCOMPARE(field.code, 78);
        QVERIFY2(field.err.contains("path"), field.err.constData());
        m_world->writePipeline(u"t.json"_qs, QByteArray(kNodes).replace("\"table\"", "\"tabel\""));
        const Answer type = m_world->run({u"pipeline"_qs, u"validate"_qs, u"t.json"_qs});
        QVERIFY2(type.err.contains("table"), type.err.constData());
        const Answer option = m_world->run({u"pipeline"_qs, u"run"_qs, u"p.json"_qs, u"--inptu"_qs, u"x"_qs});
        QVERIFY2(option.err.contains("--input"), option.err.constData());
        const Answer common = m_world->run({u"status"_qs, u"--jsn"_qs});
        QVERIFY2(common.err.contains("--json"), common.err.constData());
        QVERIFY(m_world->run({u"piplein"_qs, u"run"_qs, u"p.json"_qs}).err.contains("pipeline"));
    }

    void aNewerOrDamagedWorkspaceIsRefusedUntouched_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isNewer");
        QTest::addColumn<QString>("stable");
        for (const QString &file : {u"core.db"_qs, u"points.db"_qs}) {
            QTest::addRow("newer %s", qPrintable(file)) << file << true << u"db.too_new"_qs;
            QTest::addRow("damaged %s", qPrintable(file)) << file << false << u"db.corrupt"_qs;
        }
    }
    void aNewerOrDamagedWorkspaceIsRefusedUntouched()
    {
        QFETCH(QString, file);
        QFETCH(bool, isNewer);
        QFETCH(QString, stable);
        m_world->write(u"s.csv"_qs, "time,v\n2026-01-01T00:00:00Z,1\n");
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        QCOMPARE(m_world->run({u"import"_qs, u"s.csv"_qs}).code, 0);
        const QString path = m_world->path(u"workspace/"_qs + file);
        if (isNewer) {
            sqlite3 *db = nullptr;
            QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
            QCOMPARE(
                sqlite3_exec(db, "PRAGMA user_version=999; PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr),
                SQLITE_OK);
            sqlite3_close(db);
        } else {
            for (const char *end : {"-wal", "-shm"})
                QFile::remove(path + QLatin1StringView(end));
            m_world->write(u"workspace/"_qs + file, QByteArray(8'192, 'x'));
        }
        const QByteArray before = bytesOf(path);
        const bool core = file == u"core.db";
        const QStringList reads = core ? QStringList{u"pipeline"_qs, u"list"_qs} : QStringList{u"query"_qs, u"v"_qs};
        const QStringList writes =
            core ? QStringList{u"pipeline"_qs, u"import"_qs, u"p.json"_qs} : QStringList{u"import"_qs, u"s.csv"_qs};
        for (const QStringList &words : {reads, writes}) {
            const Answer answer = m_world->run(words);
            QVERIFY2(answer.code != 0, qPrintable(words.join(u' ')));
            QVERIFY2(codeIn(answer.err) == stable, answer.err.constData());
        }
        QCOMPARE(bytesOf(path), before);
        const Answer doctor = m_world->run({u"doctor"_qs, u"--json"_qs});
        QCOMPARE(doctor.code, 1);
        QVERIFY(!doctor.json()[u"healthy"].toBool(true));
    }

    void aWorkspaceThatCannotBeWrittenIsSaid()
    {
        // Below a file no folder can be made, not even by root.
        m_world->setVariable(u"DASH_WORKSPACE"_qs, m_world->path(u"p.json/workspace"_qs));
        const Answer answer = m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs});
        QCOMPARE(answer.code, 1);
        QCOMPARE(codeIn(answer.err), u"workspace.refused"_qs);
    }

#ifdef Q_OS_UNIX
    void aReadOnlyWorkspaceIsSaidAndCanBeRead()
    {
        if (geteuid() == 0)
            QSKIP("root writes everywhere");
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        QFile::setPermissions(m_world->path(u"workspace"_qs), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        const Answer answer = m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs, u"--draft"_qs});
        QFile::setPermissions(m_world->path(u"workspace"_qs),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QCOMPARE(answer.code, 1);
        QCOMPARE(codeIn(answer.err), u"db.read_only"_qs);
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
        SmallDisk disk(2);
        if (!disk.isThere())
            QSKIP("skipped: needs the right to mount a small file system");
        m_world->setVariable(u"DASH_WORKSPACE"_qs, disk.path());
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        QByteArray rows = "time,v\n";
        for (int i = 0; i < 300'000; ++i)
            rows += QByteArray::number(1'767'225'600'000 + i * 1'000LL + i % 7) + "," +
                    QByteArray::number(i * 7919LL % 1'000'003) + "\n";
        m_world->write(u"many.csv"_qs, rows);
        QFile filler(disk.path() + u"/filler"_qs);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QCOMPARE(filler.write(QByteArray(1 << 20, 'x')), 1 << 20);
        const Answer full = m_world->run({u"import"_qs, u"many.csv"_qs});
        QVERIFY2(full.code == 75, full.err.constData());
        QCOMPARE(codeIn(full.err), u"db.full"_qs);
        QVERIFY(filler.resize(0)); // space again
        const Answer kept = m_world->run({u"pipeline"_qs, u"list"_qs, u"--json"_qs});
        QCOMPARE(kept.json()[u"pipelines"].toArray().size(), 1);
        m_world->write(u"few.csv"_qs, rows.left(20'000).left(rows.left(20'000).lastIndexOf('\n') + 1));
        QCOMPARE(m_world->run({u"import"_qs, u"few.csv"_qs}).code, 0); // it goes on
    }

    void outputThatCannotBeWrittenIsNoSuccess()
    {
        if (!QFile::exists(u"/dev/full"_qs))
            QSKIP("skipped: /dev/full missing");
        const auto process = m_world->prepare();
        process->setStandardOutputFile(u"/dev/full"_qs);
        process->start();
        process->waitForFinished(10'000);
        QCOMPARE(process->exitCode(), 75);
        QVERIFY(process->readAllStandardError().contains("could not be written"));
    }

    void aClosedPipeEndsTheProgramAtOnce()
    {
        QByteArray rows = "time,v\n";
        for (int i = 0; i < 50'000; ++i)
            rows += QByteArray::number(1'767'225'600'000 + i * 1'000LL) + ",1\n";
        m_world->write(u"many.csv"_qs, rows);
        QCOMPARE(m_world->run({u"import"_qs, u"many.csv"_qs}).code, 0);
        const auto process = m_world->start({u"query"_qs, u"v"_qs});
        QVERIFY(process->waitForReadyRead(10'000));
        process->closeReadChannel(QProcess::StandardOutput);
        QVERIFY(process->waitForFinished(10'000));
        QCOMPARE(process->readAllStandardError(), QByteArray());
    }
#endif

    void secretsComeFromFilesAndTheEnvironment()
    {
        m_world->write(u"key.txt"_qs, "from-a-file\n");
        m_world->writePipeline(
            u"api.json"_qs,
            QByteArray("{'id': 'api', 'kind': 'source', 'type': 'http', 'config': {'url': 'http://127.0.0.1:1/', "
                       "'auth': 'bearer', 'token': {'secret': 'shop key'}}},"
                       "{'id': 'rows', 'kind': 'output', 'type': 'table'}")
                .replace('\'', '"'));
        const QStringList run{u"pipeline"_qs, u"run"_qs, u"api.json"_qs};
        const Answer none = m_world->run(run);
        QCOMPARE(codeIn(none.err), u"secret.missing"_qs);
        QCOMPARE(m_world->run(run + QStringList{u"--secret"_qs, u"shop key=@key.txt"_qs}).code, 69); // it went on
        m_world->setVariable(u"DASH_SECRET_SHOP_KEY"_qs, u"from-the-environment"_qs);
        const Answer environment = m_world->run(run);
        QCOMPARE(environment.code, 69);
        QVERIFY(!environment.err.contains("from-the-environment"));
    }

    void everyCommandHasHelpAndTheManualIsTrue()
    {
        const Answer all = m_world->run({u"--help"_qs});
        QCOMPARE(all.code, 0);
        const Answer manual = m_world->run({u"help"_qs, u"--man"_qs});
        QCOMPARE(manual.out, bytesOf(qEnvironmentVariable("DASH_SOURCE") + u"/installer/linux/dash-cli.1"_qs));
        const Answer bash = m_world->run({u"help"_qs, u"--bash"_qs});
        QCOMPARE(bash.out, bytesOf(qEnvironmentVariable("DASH_SOURCE") + u"/installer/linux/dash-cli.bash"_qs));
        int commands = 0;
        for (const QString &line : all.lines()) {
            if (!line.startsWith(u"  ") || line.startsWith(u"  -"))
                continue;
            QStringList words = line.trimmed().section(u"  "_qs, 0, 0).split(u' ');
            while (!words.isEmpty() && (words.last().at(0).isUpper() || words.last().at(0) == u'['))
                words.removeLast();
            const Answer help = m_world->run(words + QStringList{u"--help"_qs});
            QVERIFY2(help.code == 0 && help.out.startsWith(QByteArray("Usage: dash-cli " + words.join(u' ').toUtf8())),
                     qPrintable(line));
            QVERIFY2(!help.out.contains("\u00e2"), help.out.constData()); // UTF-8 written twice
            ++commands;
        }
        QVERIFY(all.out.contains("FILE…"));
        QVERIFY2(commands >= 15, qPrintable(QString::number(commands)));
        for (const char *absent : {"login", "logout", "sync"})
            QCOMPARE(m_world->run({QString::fromLatin1(absent)}).code, 2);
    }

    void completionKnowsCommandsAndOptions()
    {
        if (!QFile::exists(u"/bin/bash"_qs))
            QSKIP("skipped: bash missing");
        const auto completed = [&](const QString &line) {
            QProcess bash;
            bash.start(u"/bin/bash"_qs,
                       {u"-c"_qs, u"source '%1/installer/linux/dash-cli.bash'; COMP_WORDS=(%2); "
                                  "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _dash_cli; echo ${COMPREPLY[@]}"_qs.arg(
                                      qEnvironmentVariable("DASH_SOURCE"), line)});
            bash.waitForFinished(10'000);
            return QString::fromUtf8(bash.readAllStandardOutput()).simplified();
        };
        QCOMPARE(completed(u"dash-cli pipe"_qs), u"pipeline"_qs);
        QCOMPARE(completed(u"dash-cli pipeline va"_qs), u"validate"_qs);
        QCOMPARE(completed(u"dash-cli pipeline run --inp"_qs), u"--input"_qs);
        QCOMPARE(completed(u"dash-cli query x --bu"_qs), u"--buckets"_qs);
    }

private:
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<CliWorld> m_world;
};

DASH_TEST(TstCliInput)
#include "tst_cli_input.moc"
