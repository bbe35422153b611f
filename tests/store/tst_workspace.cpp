#include "tests/support/kit.h"

#include "core/store/core_db.h"
#include "core/store/workspace.h"
#include "tests/support/small_disk.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace dash;
using dash::test::codeOf;
using dash::test::SmallDisk;

namespace {

EntityRef refOf(const Pipeline &pipeline)
{
    return {EntityKind::Pipeline, pipeline.id.value};
}

} // namespace

class TstWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anEditIsThereAfterARestart();
    void savedMeansOnDisk();
    void undoAndRedoSurviveARestart();
    void aNewEditForgetsWhatWasUndone();
    void typingIsOneStep();
    void typingAfterAnUndoIsANewStep();
    void undoOfAnotherEntityLeavesThisOneAlone();
    void removedThingsComeBack();
    void undoBringsARemovedThingBack();
    void applyKeepsVersions();
    void pausingChangesDraftAndRunningAlike();
    void anEditDuringAnUndoWins();
    void settingsSurvive();
    void randomEditsEqualAModel();
    void aNewerFileIsRefusedUntouched();
    void aDamagedFileIsRefusedUntouched();
    void whoOnlyReadsRefusesOtherVersions();
    void moreEditsThanAreKeptCanAllBeUndone();
    void aFullDiskIsSaidAndSavedOnceThereIsSpace();

private:
    void open();
    void settle();
    Pipeline pipeline(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Workspace> m_workspace;
};

void TstWorkspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TstWorkspace::cleanup()
{
    m_workspace.reset();
}

void TstWorkspace::open()
{
    m_workspace.reset();
    auto opened = Workspace::open(m_folder->path(), m_clock, m_random);
    QVERIFY_RESULT(opened);
    m_workspace = std::move(*opened);
}

void TstWorkspace::settle()
{
    QTRY_COMPARE(m_workspace->unsaved(), 0);
}

Pipeline TstWorkspace::pipeline(const QString &name)
{
    Pipeline out;
    out.id = PipelineId::create(m_clock.now(), m_random);
    out.name = name;
    return out;
}

void TstWorkspace::anEditIsThereAfterARestart()
{
    const Pipeline shop = pipeline(QStringLiteral("Shop"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    Dashboard dashboard;
    dashboard.id = DashboardId::create(m_clock.now(), m_random);
    dashboard.name = QStringLiteral("Revenue");
    m_workspace->putDashboard(dashboard, {QStringLiteral("Create"), {}});
    QCOMPARE(m_workspace->pipelines().size(), 1u);
    open();
    QVERIFY(m_workspace->pipeline(shop.id) != nullptr);
    QCOMPARE(m_workspace->pipeline(shop.id)->draft, shop);
    QCOMPARE(m_workspace->dashboard(dashboard.id)->dashboard, dashboard);
}

void TstWorkspace::savedMeansOnDisk()
{
    QSignalSpy saved(m_workspace.get(), &Workspace::saved);
    const Pipeline shop = pipeline(QStringLiteral("Shop"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    QCOMPARE(m_workspace->unsaved(), 1);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_workspace->unsaved(), 0);
    DatabaseOptions readOnly;
    readOnly.mode = DatabaseOptions::Mode::ReadOnly;
    auto other = CoreDb::open(m_folder->filePath(QStringLiteral("core.db")), readOnly);
    QVERIFY_RESULT(other);
    const auto entities = (*other)->entities();
    QVERIFY_RESULT(entities);
    QCOMPARE(entities->size(), 1u);
}

void TstWorkspace::undoAndRedoSurviveARestart()
{
    Pipeline shop = pipeline(QStringLiteral("One"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    shop.name = QStringLiteral("Two");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    open();
    QCOMPARE(m_workspace->undoText(refOf(shop)), QStringLiteral("Rename"));
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("One"));
    open();
    QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("One"));
    QCOMPARE(m_workspace->redoText(refOf(shop)), QStringLiteral("Rename"));
    m_workspace->redo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Two"));
    m_workspace->undo(refOf(shop));
    m_workspace->undo(refOf(shop));
    QTRY_VERIFY(m_workspace->pipeline(shop.id) == nullptr);
    QVERIFY(m_workspace->undoText(refOf(shop)).isEmpty());
    m_workspace->redo(refOf(shop));
    QTRY_VERIFY(m_workspace->pipeline(shop.id) != nullptr);
}

void TstWorkspace::aNewEditForgetsWhatWasUndone()
{
    Pipeline shop = pipeline(QStringLiteral("One"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    shop.name = QStringLiteral("Two");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    m_workspace->undo(refOf(shop));
    settle();
    shop.name = QStringLiteral("Three");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename again"), {}});
    QVERIFY(m_workspace->redoText(refOf(shop)).isEmpty());
    open();
    QVERIFY(m_workspace->redoText(refOf(shop)).isEmpty());
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("One"));
}

void TstWorkspace::typingIsOneStep()
{
    Pipeline shop = pipeline(QString());
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    for (const QChar letter : QStringLiteral("Orders")) {
        shop.name += letter;
        m_workspace->putPipeline(shop, {QStringLiteral("Rename"), QStringLiteral("name")});
        m_clock.advance(Millis(300));
    }
    m_clock.advance(Millis(5'000));
    shop.name += QStringLiteral(" 2");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), QStringLiteral("name")});
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Orders"));
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QString());
    m_workspace->redo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Orders"));
}

void TstWorkspace::typingAfterAnUndoIsANewStep()
{
    Pipeline shop = pipeline(QStringLiteral("a"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    shop.name = QStringLiteral("ab");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), QStringLiteral("name")});
    shop.name = QStringLiteral("x");
    m_workspace->putPipeline(shop, {QStringLiteral("Other"), QStringLiteral("other")});
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("ab"));
    shop.name = QStringLiteral("abc");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), QStringLiteral("name")});
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("ab"));
}

void TstWorkspace::undoOfAnotherEntityLeavesThisOneAlone()
{
    Pipeline a = pipeline(QStringLiteral("A"));
    Pipeline b = pipeline(QStringLiteral("B"));
    m_workspace->putPipeline(a, {QStringLiteral("Create"), {}});
    m_workspace->putPipeline(b, {QStringLiteral("Create"), {}});
    a.name = QStringLiteral("A2");
    b.name = QStringLiteral("B2");
    m_workspace->putPipeline(a, {QStringLiteral("Rename"), {}});
    m_workspace->putPipeline(b, {QStringLiteral("Rename"), {}});
    m_workspace->undo(refOf(a));
    QTRY_COMPARE(m_workspace->pipeline(a.id)->draft.name, QStringLiteral("A"));
    QCOMPARE(m_workspace->pipeline(b.id)->draft.name, QStringLiteral("B2"));
}

void TstWorkspace::removedThingsComeBack()
{
    const Pipeline shop = pipeline(QStringLiteral("Shop"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    m_workspace->removePipeline(shop.id, {QStringLiteral("Delete"), {}});
    QVERIFY(m_workspace->pipeline(shop.id) == nullptr);
    open();
    QVERIFY(m_workspace->pipeline(shop.id) == nullptr);
    QCOMPARE(m_workspace->removed().size(), 1u);
    QCOMPARE(m_workspace->removed().front().second, QStringLiteral("Shop"));
    m_workspace->restore(refOf(shop));
    QVERIFY(m_workspace->pipeline(shop.id) != nullptr);
    open();
    QCOMPARE(m_workspace->pipeline(shop.id)->draft, shop);
    QVERIFY(m_workspace->removed().empty());
}

void TstWorkspace::undoBringsARemovedThingBack()
{
    const Pipeline shop = pipeline(QStringLiteral("Shop"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    m_workspace->removePipeline(shop.id, {QStringLiteral("Delete"), {}});
    QCOMPARE(m_workspace->undoText(refOf(shop)), QStringLiteral("Delete"));
    m_workspace->undo(refOf(shop));
    QTRY_VERIFY(m_workspace->pipeline(shop.id) != nullptr);
    QCOMPARE(m_workspace->pipeline(shop.id)->draft, shop);
}

void TstWorkspace::applyKeepsVersions()
{
    Pipeline shop = pipeline(QStringLiteral("One"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    m_workspace->applyPipeline(shop.id);
    m_workspace->applyPipeline(shop.id); // nothing new to apply
    shop.name = QStringLiteral("Two");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    QCOMPARE(m_workspace->pipeline(shop.id)->running->name, QStringLiteral("One"));
    m_workspace->applyPipeline(shop.id);
    QCOMPARE(m_workspace->pipeline(shop.id)->runningVersion, 2);
    open();
    QCOMPARE(m_workspace->pipeline(shop.id)->running->name, QStringLiteral("Two"));
    std::vector<PipelineVersion> versions;
    m_workspace->pipelineVersions(shop.id, this,
                                  [&](std::vector<PipelineVersion> found) { versions = std::move(found); });
    QTRY_COMPARE(versions.size(), 2u);
    QCOMPARE(versions[0].version, 2);
    QCOMPARE(versions[1].pipeline.name, QStringLiteral("One"));
    m_workspace->undo(refOf(shop));
    QTRY_COMPARE(m_workspace->pipeline(shop.id)->runningVersion, 1);
}

void TstWorkspace::pausingChangesDraftAndRunningAlike()
{
    const Pipeline shop = pipeline(QStringLiteral("Shop"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    m_workspace->applyPipeline(shop.id);
    m_workspace->setPipelineEnabled(shop.id, false);
    QVERIFY(!m_workspace->pipeline(shop.id)->draft.enabled);
    QVERIFY(!m_workspace->pipeline(shop.id)->running->enabled);
    QVERIFY(m_workspace->pipeline(shop.id)->running == m_workspace->pipeline(shop.id)->draft);
}

void TstWorkspace::anEditDuringAnUndoWins()
{
    Pipeline shop = pipeline(QStringLiteral("One"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    shop.name = QStringLiteral("Two");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    m_workspace->undo(refOf(shop));
    shop.name = QStringLiteral("Three");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}}); // before the answer of the undo
    settle();
    QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Three"));
    open();
    QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Three"));
}

void TstWorkspace::settingsSurvive()
{
    m_workspace->setSetting(QStringLiteral("theme"), QStringLiteral("dark"));
    m_workspace->setSetting(QStringLiteral("gone"), 1);
    m_workspace->setSetting(QStringLiteral("gone"), QJsonValue());
    open();
    QCOMPARE(m_workspace->setting(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    QCOMPARE(m_workspace->setting(QStringLiteral("gone"), 7).toInt(), 7);
}

// A list of names with a cursor is the whole model of undo and redo of one entity.
void TstWorkspace::randomEditsEqualAModel()
{
    QRandomGenerator random(11);
    Pipeline shop = pipeline(QStringLiteral("0"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    QStringList model{shop.name};
    qsizetype at = 0;
    for (int i = 1; i < 120; ++i) {
        const int what = random.bounded(10);
        if (what < 5) {
            shop.name = QString::number(i);
            m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
            model = model.mid(0, at + 1);
            model.append(shop.name);
            ++at;
        } else if (what < 8 && at > 0) {
            m_workspace->undo(refOf(shop));
            --at;
        } else if (what == 8 && at + 1 < model.size()) {
            m_workspace->redo(refOf(shop));
            ++at;
        } else if (what == 9) {
            open();
        }
        settle();
        QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, model.at(at));
        QCOMPARE(m_workspace->redoText(refOf(shop)).isEmpty(), at + 1 == model.size());
    }
}

void TstWorkspace::aNewerFileIsRefusedUntouched()
{
    m_workspace.reset();
    const QString path = m_folder->filePath(QStringLiteral("core.db"));
    {
        auto db = Database::open(path);
        QVERIFY_RESULT(db);
        QVERIFY_RESULT((*db)->execute("PRAGMA user_version = 99"));
    }
    QCOMPARE(codeOf(Workspace::open(m_folder->path(), m_clock, m_random)), QStringLiteral("db.too_new"));
    auto db = Database::open(path);
    QVERIFY_RESULT(db);
    QCOMPARE((*db)->executeForInt("PRAGMA user_version").value_or(0), 99);
}

void TstWorkspace::aDamagedFileIsRefusedUntouched()
{
    m_workspace.reset();
    QFile file(m_folder->filePath(QStringLiteral("core.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray nonsense(8'192, 'x');
    file.write(nonsense);
    file.close();
    QCOMPARE(codeOf(Workspace::open(m_folder->path(), m_clock, m_random)), QStringLiteral("db.corrupt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), nonsense);
}

void TstWorkspace::whoOnlyReadsRefusesOtherVersions()
{
    m_workspace.reset();
    const QString path = m_folder->filePath(QStringLiteral("core.db"));
    DatabaseOptions readOnly;
    readOnly.mode = DatabaseOptions::Mode::ReadOnly;
    for (const auto &[version, code] : {std::pair{99, u"db.too_new"_qs}, std::pair{0, u"workspace.refused"_qs}}) {
        auto db = Database::open(path);
        QVERIFY_RESULT(db);
        QVERIFY_RESULT((*db)->execute("PRAGMA user_version = " + std::to_string(version)));
        db->reset();
        QCOMPARE(codeOf(CoreDb::open(path, readOnly)), code);
    }
}

// The history of one thing is capped; undo ends there, and what comes after is saved as ever.
void TstWorkspace::moreEditsThanAreKeptCanAllBeUndone()
{
    Pipeline shop = pipeline(QStringLiteral("Edit 0"));
    m_workspace->putPipeline(shop, {QStringLiteral("Create"), {}});
    const int edits = static_cast<int>(kKeptSteps) + 7;
    for (int i = 1; i <= edits; ++i) {
        shop.name = QStringLiteral("Edit %1").arg(i);
        m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    }
    settle();
    const EntityRef ref{EntityKind::Pipeline, shop.id.value};
    int undone = 0;
    while (!m_workspace->undoText(ref).isEmpty()) {
        m_workspace->undo(ref);
        ++undone;
    }
    QCOMPARE(undone, static_cast<int>(kKeptSteps));
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->unsaved(), 0, 15'000);
    QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("Edit 7"));
    shop.name = QStringLiteral("After");
    m_workspace->putPipeline(shop, {QStringLiteral("Rename"), {}});
    settle();
    open();
    QCOMPARE(m_workspace->pipeline(shop.id)->draft.name, QStringLiteral("After"));
}

void TstWorkspace::aFullDiskIsSaidAndSavedOnceThereIsSpace()
{
    SmallDisk disk(1);
    if (!disk.isThere())
        QSKIP("skipped: needs the right to mount a small file system");
    auto opened = Workspace::open(disk.path(), m_clock, m_random);
    QVERIFY_RESULT(opened);
    Workspace &workspace = **opened;
    QSignalSpy failed(&workspace, &Workspace::saveFailed);
    Pipeline shop = pipeline(QStringLiteral("Shop"));
    workspace.putPipeline(shop, {QStringLiteral("Create"), {}});
    QTRY_COMPARE(workspace.unsaved(), 0);
    QFile filler(disk.path() + QStringLiteral("/filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4'096, 'x')) > 0) {
    }
    shop.description = QString(100'000, u'x');
    workspace.putPipeline(shop, {QStringLiteral("Describe"), {}});
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::DatabaseFull);
    QCOMPARE(workspace.unsaved(), 1);
    QCOMPARE(workspace.pipeline(shop.id)->draft, shop); // kept in memory meanwhile
    filler.close();
    QVERIFY(filler.remove());
    QTRY_COMPARE_WITH_TIMEOUT(workspace.unsaved(), 0, 10'000);
    opened->reset();
    opened = Workspace::open(disk.path(), m_clock, m_random);
    QVERIFY_RESULT(opened);
    QCOMPARE((*opened)->pipeline(shop.id)->draft, shop);
    opened->reset();
}

DASH_TEST(TstWorkspace)
#include "tst_workspace.moc"
