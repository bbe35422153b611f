// What should never be dropped on the window, and workspaces that cannot be used: each gets a sentence, nothing is
// lost, the window goes on.

#include "tests/flows/person.h"
#include "tests/flows/stall_watch.h"

#include "app/dashboards/widget_card.h"
#include "app/data/file_panel.h"
#include "app/pipelines/canvas.h"
#include "app/shell/stopped_page.h"
#include "app/widgets/blocks.h"
#include "app/widgets/field.h"
#include "core/db/file_lock.h"
#include "tests/support/kit.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <memory>

using namespace dash;
using dash::test::energyCsv;
using dash::test::Person;
using dash::test::StallWatch;

namespace {

QString said(const Person &person)
{
    const auto *banner = person.seen<Banner>(QStringLiteral("import_error"));
    return banner ? banner->accessibleName() : QString();
}

StoppedPage *stoppedPage()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *page = qobject_cast<StoppedPage *>(top); page && page->isVisible())
            return page;
        for (StoppedPage *page : top->findChildren<StoppedPage *>()) {
            if (page->isVisible())
                return page;
        }
    }
    return nullptr;
}

QString stoppedSentence()
{
    const StoppedPage *page = stoppedPage();
    const auto *label = page ? page->findChild<TextLabel *>(QStringLiteral("stoppedSentence")) : nullptr;
    return label ? label->text() : QString();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The version of an SQLite file is four bytes in its head.
void setVersion(const QString &path, char version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(63) || file.write(&version, 1) != 1)
        qFatal("no database");
}

} // namespace

class TstBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesThatAreNone_data();
    void filesThatAreNone();
    void foldersPipesAndWhatIsGone();
    void manyAtOnce();
    void aPipelineFileThatIsDroppedOpensAsOne();
    void aDamagedOrNewerWorkspaceIsLeftAlone_data();
    void aDamagedOrNewerWorkspaceIsLeftAlone();
    void aWorkspaceInUseSaysSo();
    void aFolderThatCannotBeWritten();
    void aFullDiskIsSaidAndTheWindowGoesOn();
};

void TstBadInput::filesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("refused");
    QTest::newRow("empty") << "empty.csv" << QByteArray() << true;
    QTest::newRow("a picture") << "a.png"
                               << QByteArrayLiteral("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0") + QByteArray(5'000, '\0')
                               << true;
    QTest::newRow("zeros") << "zeros.csv" << QByteArray(100'000, '\0') << true;
    QTest::newRow("broken JSON") << "a.json" << QByteArray("{\"a\": [1, 2, {\"b\": ") << true;
    QTest::newRow("deep JSON") << "deep.json" << QByteArray(200'000, '[') << true;
    QTest::newRow("one endless line") << "line.csv" << QByteArray(24'000'000, 'x') << true;
    QTest::newRow("20 000 columns") << "wide.csv" << [] {
        QByteArray line;
        for (int i = 0; i < 20'000; ++i)
            line += "c" + QByteArray::number(i) + ',';
        return QByteArray(line + "\n" + QByteArray(20'000, ',') + "\n");
    }() << true;
    QTest::newRow("a quote that never ends")
        << "quote.csv" << QByteArray("time,value\n2026-01-01,\"1\n") + QByteArray(300'000, 'y') << false;
    QTest::newRow("ragged rows") << "ragged.csv"
                                 << QByteArray("time,value\n2026-01-01,1\n2026-01-02\n2026-01-03,3,4,5\n2026-01-04,4\n")
                                 << false;
    QTest::newRow("Latin-1") << "latin.csv" << QByteArray("zeit;b\xfcro\n2026-01-01;1,5\n2026-01-02;2,5\n") << false;
    QTest::newRow("names that look like markup")
        << "<b>x.csv" << QByteArray("time,<img src=x>\n2026-01-01,1\n2026-01-02,2\n") << false;
}

void TstBadInput::filesThatAreNone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(bool, refused);
    Person person;
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    StallWatch watch;
    person.drop({QUrl::fromLocalFile(person.file(name, content))}, person.window().currentPage());
    QVERIFY(StallWatch::loopUntil([&] { return person.find<FilePanel>() != nullptr; }, 10'000));
    auto *panel = person.find<FilePanel>();
    const auto settled = [&] { return !said(person).isEmpty() || (!panel->isReading() && panel->share() < 0); };
    QVERIFY(StallWatch::loopUntil(settled, 20'000));
    StallWatch::loopUntil([] { return false; }, 60); // a banner is laid out
    QVERIFY2(watch.longestMs() < 1'000, qPrintable(QString::number(watch.longestMs())));
    QCOMPARE(!said(person).isEmpty(), refused);
    if (refused)
        qInfo("%s", qPrintable(said(person)));
    // Something good afterwards works as if nothing had been.
    person.drop({QUrl::fromLocalFile(person.file(QStringLiteral("good.csv"), energyCsv(100)))},
                person.window().currentPage());
    QVERIFY(StallWatch::loopUntil([&] { return panel->chartShowsData() && said(person).isEmpty(); }, 10'000));
}

void TstBadInput::foldersPipesAndWhatIsGone()
{
    Person person;
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    const auto dropAndRead = [&](const QString &path) {
        person.drop({QUrl::fromLocalFile(path)}, person.window().currentPage());
        StallWatch::loopUntil([&] { return !said(person).isEmpty(); }, 5'000);
        return said(person);
    };
    QVERIFY(dropAndRead(person.folder()).contains(QStringLiteral("it is a folder")));
    QVERIFY(dropAndRead(person.folder() + QStringLiteral("/gone.csv")).contains(QStringLiteral("gone.csv")));
    const QString pipe = person.folder() + QStringLiteral("/pipe");
    if (QProcess::execute(QStringLiteral("mkfifo"), {pipe}) == 0)
        QVERIFY(dropAndRead(pipe).contains(QStringLiteral("not a file")));
    // Links to nowhere and text are no files: the window does not even offer to take them.
    const Location here = person.window().current();
    person.drop({QUrl(QStringLiteral("https://example.test/a.csv"))}, person.window().currentPage());
    QCOMPARE(person.window().current(), here);
    QElapsedTimer closing;
    closing.start();
    person.restart();
    QVERIFY2(closing.elapsed() < 5'000, qPrintable(QString::number(closing.elapsed())));
}

void TstBadInput::manyAtOnce()
{
    Person person;
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    QList<QUrl> urls;
    for (int i = 0; i < 300; ++i)
        urls << QUrl::fromLocalFile(person.file(QStringLiteral("many-%1.csv").arg(i), energyCsv(4)));
    person.drop(urls, person.window().currentPage());
    auto *panel = person.find<FilePanel>();
    QVERIFY(StallWatch::loopUntil([&] { return panel->chartShowsData(); }, 10'000));
    QCOMPARE(panel->fileName(), QStringLiteral("many-0.csv"));
    auto *toast = person.seen<Toast>();
    QVERIFY(toast && toast->sentence().contains(QStringLiteral("299 more")));
    person.click(person.seen<QAbstractButton>(QStringLiteral("toastAction")));
    QVERIFY(StallWatch::loopUntil([&] { return panel->fileName() == QStringLiteral("many-1.csv"); }, 5'000));
}

void TstBadInput::aPipelineFileThatIsDroppedOpensAsOne()
{
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    const QByteArray shared = "{\"format\":1,\"name\":\"Shared \u202e\xF0\x9F\x93\x88\",\"nodes\":["
                              "{\"id\":\"a\",\"kind\":\"source\",\"type\":\"computer\"},"
                              "{\"id\":\"b\",\"kind\":\"output\",\"type\":\"table\"}]}";
    const QString name = QStringLiteral("of a friend\n\u202egnp.\U0001F4C8.json");
    person.drop({QUrl::fromLocalFile(person.file(name, shared))}, person.window().currentPage());
    QTRY_COMPARE(person.window().current().section, QStringLiteral("pipelines"));
    QTRY_VERIFY(person.seen<Canvas>());
    QCOMPARE(person.seen<Canvas>()->graphLayout().order.size(), 2);
    // It never runs before somebody has looked at it and applied it.
    QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("apply"))->isEnabled());
    // Data that is JSON is charted as before; a definition that is broken says what is wrong with it.
    person.drop({QUrl::fromLocalFile(person.file(QStringLiteral("rows.json"), "[{\"a\":1},{\"a\":2}]"))},
                person.window().currentPage());
    QTRY_COMPARE(person.window().current().section, QStringLiteral("data"));
    person.drop({QUrl::fromLocalFile(person.file(QStringLiteral("wrong.json"), "{\"format\":99,\"nodes\":[]}"))},
                person.window().currentPage());
    QTRY_COMPARE(person.window().current().section, QStringLiteral("pipelines"));
    QTRY_VERIFY(person.seen<Banner>() &&
                person.seen<Banner>()->accessibleName().contains(QStringLiteral("newer Dash")));
}

void TstBadInput::aDamagedOrNewerWorkspaceIsLeftAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("newer");
    QTest::addColumn<QString>("words");
    QTest::newRow("core damaged") << "core.db" << false << "damaged";
    QTest::newRow("core newer") << "core.db" << true << "newer Dash";
    QTest::newRow("points damaged") << "points.db" << false << "damaged";
    QTest::newRow("points newer") << "points.db" << true << "newer Dash";
}

void TstBadInput::aDamagedOrNewerWorkspaceIsLeftAlone()
{
    QFETCH(QString, file);
    QFETCH(bool, newer);
    QFETCH(QString, words);
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    person.close();
    const QString path = person.workspace() + u'/' + file;
    if (newer) {
        setVersion(path, 99);
    } else {
        QFile junk(path);
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write(QByteArray(50'000, 'x'));
    }
    const QByteArray before = bytesOf(path);
    person.start();
    QTRY_VERIFY(!stoppedSentence().isEmpty());
    QVERIFY2(stoppedSentence().contains(words), qPrintable(stoppedSentence()));
    QCOMPARE(bytesOf(path), before);
    if (file == u"points.db") {
        // The way out: what people made stays, the file is kept beside the new one.
        auto *fresh = stoppedPage()->findChild<QAbstractButton *>(QStringLiteral("startWithNewData"));
        QVERIFY(fresh);
        QTest::mouseClick(fresh, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(person.window().currentPage(), 10'000);
        QVERIFY(!stoppedPage());
        const QStringList kept =
            QDir(person.workspace()).entryList({QStringLiteral("points-set-aside-*.db")}, QDir::Files);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(bytesOf(person.workspace() + u'/' + kept.front()), before);
        const auto *card = person.find<WidgetCard>();
        QVERIFY(card); // the dashboard of this computer is there and fills again
        QTRY_VERIFY_WITH_TIMEOUT(card->data() != nullptr, 10'000);
        return;
    }
    QVERIFY(!stoppedPage()->findChild<QAbstractButton *>(QStringLiteral("startWithNewData")));
    person.close();
    QCOMPARE(bytesOf(path), before);
}

void TstBadInput::aWorkspaceInUseSaysSo()
{
    Person person;
    QVERIFY(QDir().mkpath(person.workspace()));
    {
        // As another program would hold it.
        const auto lock = FileLock::take(person.workspace() + QStringLiteral("/owner.lock"));
        QVERIFY(lock);
        person.start();
        QTRY_VERIFY(!stoppedSentence().isEmpty());
        QVERIFY2(stoppedSentence().contains(QStringLiteral("open in another Dash")), qPrintable(stoppedSentence()));
    }
    auto *again = stoppedPage()->findChild<QAbstractButton *>(QStringLiteral("openAgain"));
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(person.hasWindow() && person.window().currentPage(), 10'000);
}

void TstBadInput::aFolderThatCannotBeWritten()
{
    Person person;
    QVERIFY(QDir().mkpath(person.workspace()));
    QFile::setPermissions(person.workspace(), QFile::ReadOwner | QFile::ExeOwner);
    QFile probe(person.workspace() + QStringLiteral("/probe"));
    bool mounted = false;
    if (probe.open(QIODevice::WriteOnly)) { // permissions do not bind this user; a disk that takes no writing does
        probe.remove();
        mounted = QProcess::execute(QStringLiteral("mount"),
                                    {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                     QStringLiteral("ro,size=1m"), QStringLiteral("tmpfs"), person.workspace()}) == 0;
        if (!mounted)
            QSKIP("skipped: this user may write everywhere and mount nothing");
    }
    const auto unmount = qScopeGuard([&] {
        person.close();
        if (mounted)
            QProcess::execute(QStringLiteral("umount"), {person.workspace()});
    });
    person.start();
    QTRY_VERIFY(!stoppedSentence().isEmpty());
    QVERIFY2(stoppedSentence().contains(QStringLiteral("cannot be written")), qPrintable(stoppedSentence()));
    QVERIFY(stoppedPage()->findChild<QAbstractButton *>(QStringLiteral("openAgain")));
    QFile::setPermissions(person.workspace(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TstBadInput::aFullDiskIsSaidAndTheWindowGoesOn()
{
    Person person;
    QVERIFY(QDir().mkpath(person.workspace()));
    if (QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=3m"), QStringLiteral("tmpfs"), person.workspace()}) != 0)
        QSKIP("skipped: no disk can be mounted here");
    const auto unmount = qScopeGuard([&] {
        person.close();
        QProcess::execute(QStringLiteral("umount"), {person.workspace()});
    });
    person.start();
    QVERIFY(StallWatch::loopUntil([&] { return person.window().currentPage() != nullptr; }, 10'000));
    QByteArray csv = "time,value\n";
    for (int i = 0; i < 1'500'000; ++i)
        csv += QByteArray::number(1'700'000'000 + i) + ',' + QByteArray::number((i * 2654435761U) % 1000003) + '\n';
    StallWatch watch;
    person.drop({QUrl::fromLocalFile(person.file(QStringLiteral("big.csv"), csv))}, person.window().currentPage());
    QVERIFY(StallWatch::loopUntil([&] { return !said(person).isEmpty(); }, 60'000));
    qInfo("%s (longest stall %.0f ms)", qPrintable(said(person)), watch.longestMs());
    QVERIFY(said(person).contains(QStringLiteral("The disk is full")));
    QVERIFY2(watch.longestMs() < 1'000, qPrintable(QString::number(watch.longestMs())));
    person.window().go(Location{QStringLiteral("settings"), {}, {}});
    QTRY_COMPARE(person.window().current().section, QStringLiteral("settings"));
}

DASH_TEST(TstBadInput)
#include "tst_bad_input.moc"
