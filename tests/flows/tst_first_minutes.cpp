// The first two minutes of a newcomer, through the real window: a live picture, a dropped file, a step changed with the
// rows following, undone, and all of it still there after a restart. Once by mouse, once by keyboard alone.

#include "tests/flows/person.h"

#include "app/dashboards/widget_card.h"
#include "app/data/file_panel.h"
#include "app/pipelines/canvas.h"
#include "app/pipelines/expression_field.h"
#include "app/pipelines/rows_table.h"
#include "app/widgets/field.h"
#include "tests/support/kit.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>

using namespace dash;
using dash::test::energyCsv;
using dash::test::Person;

namespace {

constexpr int kRows = 1'440;

// Values drawn, not only a window that is there.
bool showsLiveNumbers(const Person &person)
{
    int withData = 0;
    for (const WidgetCard *card : person.window().findChildren<WidgetCard *>())
        withData += card->isVisible() && card->latestTime() > 0 ? 1 : 0;
    return withData >= 6;
}

bool charted(const Person &person)
{
    for (const WidgetCard *card : person.window().findChildren<WidgetCard *>()) {
        if (card->isVisible() && card->chart() && card->latestTime() > 0)
            return true;
    }
    return false;
}

QString text(const Person &person, const QString &label)
{
    const auto *found = person.seen<TextLabel>(label);
    return found ? found->text() : QString();
}

RowsTable *rowsOf(const Person &person)
{
    for (RowsTable *table : person.window().findChildren<RowsTable *>()) {
        if (table->isVisible() && !table->isStale() && table->rows().rows > 0)
            return table;
    }
    return nullptr;
}

std::size_t rows(const Person &person)
{
    const RowsTable *table = rowsOf(person);
    return table ? table->rows().rows : 0;
}

// Types one letter after the other; the milliseconds from each keystroke until other rows are shown.
std::vector<qint64> typeAndWatch(Person &person, const QString &words, const QString &lastThatChanges)
{
    std::vector<qint64> took;
    person.type(words);
    for (const QChar letter : lastThatChanges) {
        const std::size_t before = rows(person);
        QElapsedTimer timer;
        timer.start();
        person.typeLetter(letter);
        while (timer.elapsed() < 5'000 && (rows(person) == before || rows(person) == 0))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        took.push_back(timer.elapsed());
    }
    return took;
}

qint64 median(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

class TstFirstMinutes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byMouseInSixClicks();
    void byKeyboardAlone();
};

void TstFirstMinutes::byMouseInSixClicks()
{
    Person person;
    QElapsedTimer timer;
    timer.start();
    person.start();
    QTRY_VERIFY_WITH_TIMEOUT(showsLiveNumbers(person), 10'000);
    const qint64 live = timer.elapsed();
    qInfo("live after %lld ms", live);
    QVERIFY2(live <= 2'000, qPrintable(QString::number(live)));

    const QString csv = person.file(QStringLiteral("energy.csv"), energyCsv(kRows));
    person.drop({QUrl::fromLocalFile(csv)}, person.window().currentPage());
    QTRY_COMPARE(person.window().current().section, QStringLiteral("data"));
    QTRY_VERIFY(text(person, QStringLiteral("import_state")).startsWith(QStringLiteral("1,440 rows in")));
    auto *panel = person.find<FilePanel>();
    QCOMPARE(panel->choice().timeField, QStringLiteral("time"));
    QCOMPARE(panel->choice().valueFields, (QStringList{QStringLiteral("kwh"), QStringLiteral("temp")}));
    QCOMPARE(panel->choice().labelFields, QStringList{QStringLiteral("hall")});
    QTRY_VERIFY(charted(person));

    // One guess changed: the temperature is not wanted.
    person.click(person.seen<QAbstractButton>(QStringLiteral("chip_value_temp")));
    QCOMPARE(panel->choice().valueFields, QStringList{QStringLiteral("kwh")});
    QTRY_VERIFY(text(person, QStringLiteral("import_state")).startsWith(QStringLiteral("1,440 rows in")));
    QTRY_VERIFY(charted(person));

    person.click(person.seen<QAbstractButton>(QStringLiteral("next_keep")));
    QTRY_COMPARE(person.window().current().section, QStringLiteral("pipelines"));
    QTRY_VERIFY(rows(person) > 0);
    const std::size_t all = rows(person);

    person.click(person.seen<QAbstractButton>(QStringLiteral("addStep")));
    QTRY_VERIFY(QApplication::activePopupWidget());
    person.type(QStringLiteral("filter"));
    person.key(Qt::Key_Return);
    QTRY_VERIFY(qobject_cast<ExpressionField *>(person.focus()));
    const std::vector<qint64> took = typeAndWatch(person, QStringLiteral("kwh > "), QStringLiteral("9"));
    person.picture(QStringLiteral("first-4-filter"));
    QVERIFY(rows(person) < all);
    qInfo("rows after %lld ms", took.front());
    const std::size_t fewer = rows(person);
    QVERIFY(fewer > 0);
    std::vector<qint64> more;
    for (int i = 0; i < 5; ++i) {
        person.key(Qt::Key_Backspace);
        const auto again = typeAndWatch(person, {}, QString(QChar(u'1' + i)));
        more.push_back(again.front());
    }
    qInfo("rows follow a keystroke within %lld ms (median of %zu)", median(more), more.size());
    QVERIFY2(median(more) <= 100, qPrintable(QString::number(median(more))));

    person.click(person.seen<QAbstractButton>(QStringLiteral("undo")));
    QTRY_COMPARE(rows(person), all);
    QVERIFY2(person.clicks() <= 6, qPrintable(QString::number(person.clicks())));
    qInfo("%d clicks", person.clicks());

    const Location here = person.window().current();
    const auto condition = [&] {
        const auto *field = person.seen<ExpressionField>();
        return field ? field->toPlainText() : QString();
    };
    const QString undone = condition();
    person.restart();
    QTRY_COMPARE(person.window().current(), here);
    const auto nodes = [&] { return person.seen<Canvas>() ? person.seen<Canvas>()->graphLayout().order.size() : 0; };
    QTRY_COMPARE(nodes(), 3);
    QTRY_VERIFY(rows(person) > 0);
    person.seen<Canvas>()->setFocus();
    person.key(Qt::Key_Right);
    person.key(Qt::Key_Right);
    QTRY_COMPARE(condition(), undone);
    // Everything that was typed, then the step itself.
    for (int i = 0; i < 12 && nodes() == 3; ++i) {
        const QString before = condition();
        person.click(person.seen<QAbstractButton>(QStringLiteral("undo")));
        QTRY_VERIFY(nodes() == 2 || condition() != before);
    }
    QCOMPARE(nodes(), 2);
    QTRY_COMPARE(rows(person), all);
    person.click(person.seen<QAbstractButton>(QStringLiteral("redo")));
    QTRY_COMPARE(nodes(), 3);
}

void TstFirstMinutes::byKeyboardAlone()
{
    Person person;
    person.start();
    QTRY_VERIFY_WITH_TIMEOUT(showsLiveNumbers(person), 10'000);
    const QString csv = person.file(QStringLiteral("energy.csv"), energyCsv(kRows));

    QVERIFY(QTest::qWaitForWindowActive(&person.window()));
    person.key(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    QTRY_VERIFY(qobject_cast<QLineEdit *>(dialog->focusWidget()));
    person.type(csv);
    person.key(Qt::Key_Return);
    person.window().activateWindow(); // as window managers do when a dialog goes
    QTRY_VERIFY(text(person, QStringLiteral("import_state")).startsWith(QStringLiteral("1,440 rows in")));
    QTRY_VERIFY(charted(person));
    QTRY_VERIFY(QApplication::focusWidget());

    const auto named = [](const QString &name) {
        return [name](const QWidget *widget) { return widget->objectName() == name; };
    };
    auto *panel = person.find<FilePanel>();
    QVERIFY(person.tabTo(named(QStringLiteral("chip_value_temp"))));
    person.key(Qt::Key_Space);
    QCOMPARE(panel->choice().valueFields, QStringList{QStringLiteral("kwh")});
    // The focus stays where it was, so that another key changes it back.
    QCOMPARE(person.focus()->objectName(), QStringLiteral("chip_value_temp"));
    QTRY_VERIFY(text(person, QStringLiteral("import_state")).startsWith(QStringLiteral("1,440 rows in")));

    QVERIFY(person.tabTo(named(QStringLiteral("next_keep"))));
    person.key(Qt::Key_Space);
    QTRY_COMPARE(person.window().current().section, QStringLiteral("pipelines"));
    QTRY_VERIFY(rows(person) > 0);
    const std::size_t all = rows(person);
    QVERIFY(person.tabTo([](const QWidget *widget) { return qobject_cast<const Canvas *>(widget) != nullptr; }));
    person.key(Qt::Key_A);
    QTRY_VERIFY(QApplication::activePopupWidget());
    person.type(QStringLiteral("filter"));
    person.key(Qt::Key_Return);
    QTRY_VERIFY(qobject_cast<ExpressionField *>(person.focus()));
    const std::vector<qint64> took = typeAndWatch(person, QStringLiteral("kwh > "), QStringLiteral("9"));
    QVERIFY(rows(person) < all);
    qInfo("rows after %lld ms", took.front());

    person.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(person), all);
    person.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(rows(person) < all);
    person.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(person), all);

    const Location here = person.window().current();
    person.restart();
    QTRY_COMPARE(person.window().current(), here);
    QTRY_COMPARE(rows(person), all);
    QVERIFY(QTest::qWaitForWindowActive(&person.window()));
    const auto nodes = [&] { return person.seen<Canvas>()->graphLayout().order.size(); };
    QTRY_COMPARE(nodes(), 3);
    const auto undone = [&] {
        person.key(Qt::Key_Z, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return nodes() == 2; }, 2'000);
    };
    QVERIFY(undone() || undone()); // words typed with a pause between them are two edits
}

DASH_TEST(TstFirstMinutes)
#include "tst_first_minutes.moc"
