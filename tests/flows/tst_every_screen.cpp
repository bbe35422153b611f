// Every page of the window, in every language and size: what takes the focus has a name, every key does one thing only,
// Tab comes past everything once, and no word is cut off.

#include "tests/flows/person.h"

#include "app/dashboards/widget_card.h"
#include "app/data/file_panel.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/parameter_form.h"
#include "app/shell/nav_rail.h"
#include "app/shell/page.h"
#include "app/shell/shortcuts.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/engine/registry.h"
#include "tests/support/kit.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QShortcut>
#include <QSpinBox>
#include <QTextEdit>
#include <QTimeZone>
#include <QTranslator>

using namespace dash;
using dash::test::energyCsv;
using dash::test::Person;

namespace {

struct Place {
    const char *section;
    const char *part;
};
constexpr Place kPlaces[] = {{"dashboards", ""}, {"pipelines", ""}, {"pipelines", "first"}, {"data", ""},
                             {"data", "file"},   {"templates", ""}, {"settings", ""},       {"help", ""}};

QString described(const QWidget *widget)
{
    QString path;
    for (const QWidget *w = widget; w && !w->isWindow(); w = w->parentWidget())
        path = QString::fromLatin1(w->metaObject()->className()).remove(QStringLiteral("dash::")) +
               (w->objectName().isEmpty() ? QString() : u'#' + w->objectName()) + u'/' + path;
    return path;
}

QString nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

void goTo(Person &person, const Place &place)
{
    const QString section = QString::fromLatin1(place.section);
    const QString part = QString::fromLatin1(place.part);
    if (part == u"file") {
        const QString csv = person.file(QStringLiteral("energy.csv"), energyCsv(200));
        person.window().go(Location{section, {}, u"file:" + csv});
        QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("chip_time")));
        const auto *panel = person.find<FilePanel>();
        QTRY_VERIFY(!panel->isReading() && panel->chartShowsData());
        QTest::qWait(60); // what it says in the end is laid out
        return;
    }
    if (part == u"first") {
        for (auto *item : person.window().findChildren<QAbstractButton *>()) {
            if (item->objectName().startsWith(QStringLiteral("nav_pipelines_"))) {
                person.window().go(Location{section, item->objectName().mid(14), {}});
                break;
            }
        }
    } else {
        person.window().go(Location{section, {}, {}});
    }
    QTRY_VERIFY(person.window().currentPage() && person.window().currentPage()->isVisible());
    const auto drawn = [&] {
        const auto cards = person.window().currentPage()->findChildren<WidgetCard *>();
        return std::all_of(cards.begin(), cards.end(), [](const WidgetCard *card) { return card->data() != nullptr; });
    };
    QTRY_VERIFY(drawn());
    QTest::qWait(60); // what arrives late is laid out as well
}

void addPlaces()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"en", "de", "ar"}) {
        for (const QSize size : {QSize(1600, 1000), QSize(1280, 800), QSize(1024, 640)})
            QTest::addRow("%s %dx%d", language, size.width(), size.height()) << QString::fromLatin1(language) << size;
    }
}

class Marks final : public QTranslator {
public:
    static constexpr QChar kOpen = u'⟦';
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return kOpen + QString::fromUtf8(text) + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->accessibleName(), widget->toolTip()};
    if (const auto *label = qobject_cast<const TextLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *badge = qobject_cast<const Badge *>(widget))
        texts << badge->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        texts << field->placeholderText();
    if (const auto *few = qobject_cast<const Segmented *>(widget)) {
        for (int i = 0; i < few->count(); ++i)
            texts << few->itemText(i);
    }
    texts.removeAll(QString());
    return texts;
}

// Fields, files, zones, units and examples of addresses; and counted words, whose English forms come from a file.
bool isNamedByOthers(const QString &text, const Person &person)
{
    static const QRegularExpression letters(QStringLiteral("\\p{L}{2,}"));
    static const QRegularExpression bytes(QStringLiteral("^[^\\p{L}]+[kMG]?B$"));
    static const QRegularExpression counted(QStringLiteral("\\d (rows|templates|widgets)"));
    static const QStringList names{QStringLiteral("cpu"),
                                   QStringLiteral("energy.csv"),
                                   QStringLiteral("kwh"),
                                   QStringLiteral("temp"),
                                   QStringLiteral("UTC"),
                                   QStringLiteral("UTF-8"),
                                   QStringLiteral("my-shop.myshopify.com")};
    return !text.contains(letters) || text.contains(bytes) || text.contains(counted) || names.contains(text) ||
           text == QString::fromUtf8(QTimeZone::systemTimeZoneId()) || text == person.workspace();
}

} // namespace

class TstEveryScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTakesTheFocusHasAName();
    void everyKeyDoesOneThing();
    void tabPassesEverythingOnce();
    void noWordIsCut_data() { addPlaces(); }
    void noWordIsCut();
    void theNarrowRailMakesWayForThePage();
    void everyWordIsTranslated();
    void licencesNameEverythingThatIsLinked();
    void everyFormFitsTheNarrowestInspector_data();
    void everyFormFitsTheNarrowestInspector();
};

void TstEveryScreen::whatTakesTheFocusHasAName()
{
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QStringList nameless;
    int seen = 0;
    for (const Place &place : kPlaces) {
        goTo(person, place);
        for (const QWidget *widget : person.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
                widget->objectName().startsWith(QStringLiteral("qt_")) || widget->focusProxy())
                continue;
            ++seen;
            if (nameOf(widget).isEmpty())
                nameless << QString::fromLatin1(place.section) + u": " + described(widget);
        }
    }
    nameless.removeDuplicates();
    for (const QString &one : nameless)
        qWarning("no name: %s", qPrintable(one));
    QVERIFY(nameless.isEmpty());
    QVERIFY(seen > 100);
}

void TstEveryScreen::everyKeyDoesOneThing()
{
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QStringList twice;
    for (const Place &place : kPlaces) {
        goTo(person, place);
        QMap<QString, QStringList> uses;
        for (const Shortcut &shortcut : windowShortcuts()) {
            for (const QKeySequence &keys : shortcut.keys)
                uses[keys.toString()] << QString::fromLatin1(shortcut.id);
        }
        const Page *page = person.window().currentPage();
        QList<QAction *> actions = page->actions();
        for (const QWidget *widget : page->findChildren<QWidget *>())
            actions += widget->actions();
        QSet<QAction *> counted;
        for (QAction *action : actions) {
            if (counted.contains(action))
                continue;
            counted.insert(action);
            for (const QKeySequence &keys : action->shortcuts())
                uses[keys.toString()] << action->text();
        }
        for (auto it = uses.begin(); it != uses.end(); ++it) {
            if (it->size() > 1)
                twice << QString::fromLatin1(place.section) + u' ' + it.key() + u": " + it->join(QStringLiteral(", "));
        }
        for (QAction *action : const_cast<Page *>(page)->paletteActions())
            QVERIFY2(!action->text().isEmpty(), place.section);
    }
    for (const QString &one : twice)
        qWarning("twice: %s", qPrintable(one));
    QVERIFY(twice.isEmpty());
}

void TstEveryScreen::tabPassesEverythingOnce()
{
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QVERIFY(QTest::qWaitForWindowActive(&person.window()));
    for (const Place &place : kPlaces) {
        goTo(person, place);
        QList<QPointer<const QWidget>> wanted;
        for (const QWidget *widget : person.window().currentPage()->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                !widget->focusProxy())
                wanted << widget;
        }
        QSet<const QWidget *> met;
        const QWidget *first = nullptr;
        for (int i = 0; i < 400; ++i) {
            person.key(Qt::Key_Tab);
            const QWidget *now = person.focus();
            if (!now || (now == first && i > 2))
                break;
            if (!first)
                first = now;
            met.insert(now);
        }
        QStringList missed;
        for (const QPointer<const QWidget> &widget : wanted) {
            if (widget && widget->isVisible() && widget->isEnabled() && !met.contains(widget))
                missed << described(widget);
        }
        for (const QString &one : missed)
            qWarning("Tab misses on %s%s: %s", place.section, place.part, qPrintable(one));
        QVERIFY(missed.isEmpty());
    }
}

// What stands in less room than it asks for.
static QStringList cutWords(const QWidget &window)
{
    QStringList cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto *label = qobject_cast<const TextLabel *>(widget);
        const bool words = qobject_cast<const Button *>(widget) || qobject_cast<const Segmented *>(widget) ||
                           qobject_cast<const Badge *>(widget) || qobject_cast<const Chip *>(widget) ||
                           (label && !label->hasHeightForWidth());
        if (words && widget->width() + 1 < widget->sizeHint().width())
            cut << QStringLiteral("%1 (%2 of %3) %4")
                       .arg(label ? label->text() : nameOf(widget))
                       .arg(widget->width())
                       .arg(widget->sizeHint().width())
                       .arg(described(widget));
        if (label && label->hasHeightForWidth() && label->height() + 1 < label->heightForWidth(label->width()))
            cut << QStringLiteral("%1 (height %2 of %3)")
                       .arg(label->text())
                       .arg(label->height())
                       .arg(label->heightForWidth(label->width()));
    }
    return cut;
}

void TstEveryScreen::noWordIsCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    Person person(size, language);
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QStringList cut;
    for (const Place &place : kPlaces) {
        goTo(person, place);
        person.picture(QStringLiteral("screen-%1-%2-%3%4")
                           .arg(language)
                           .arg(size.width())
                           .arg(QLatin1StringView(place.section), QLatin1StringView(place.part)));
        QStringList here;
        if (!QTest::qWaitFor([&] { return (here = cutWords(person.window())).isEmpty(); }, 2'000)) // live words move
            for (const QString &one : here)
                cut << QStringLiteral("%1%2: %3")
                           .arg(QLatin1StringView(place.section), QLatin1StringView(place.part), one);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    for (const QString &one : cut)
        qWarning("cut: %s", qPrintable(one));
    QVERIFY(cut.isEmpty());
}

// A language in which every word that goes through translation wears marks: what shows without them was written into
// the program, but for what people and computers named.
void TstEveryScreen::everyWordIsTranslated()
{
    Marks marks;
    QCoreApplication::installTranslator(&marks);
    const auto unmark = qScopeGuard([&] { QCoreApplication::removeTranslator(&marks); });
    Person person({1600, 1000}, QStringLiteral("en"));
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QStringList bare;
    int marked = 0;
    for (const Place &place : kPlaces) {
        goTo(person, place);
        for (const QWidget *widget : person.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            for (const QString &text : textsOf(widget)) {
                if (text.contains(Marks::kOpen))
                    ++marked;
                else if (widget->objectName() != u"functionCode" && !isNamedByOthers(text, person))
                    bare << QLatin1StringView(place.section) + u' ' + QLatin1StringView(place.part) + u": " + text +
                                u" (" + described(widget) + u')';
            }
        }
        for (const QAction *action : person.window().currentPage()->paletteActions()) {
            if (!action->text().contains(Marks::kOpen))
                bare << QLatin1StringView(place.section) + u" action: " + action->text();
        }
    }
    bare.removeDuplicates();
    for (const QString &one : bare)
        qWarning("not translated: %s", qPrintable(one));
    QVERIFY(marked > 300);
    QVERIFY(bare.isEmpty());
}

void TstEveryScreen::theNarrowRailMakesWayForThePage()
{
    Person person({1024, 640});
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QVERIFY(QTest::qWaitForWindowActive(&person.window()));
    auto *rail = person.find<NavRail>();
    QVERIFY(rail->isNarrow());
    for (const char *section : {"pipelines", "data", "templates", "dashboards"}) {
        auto *item = person.find<QAbstractButton>(u"nav_" + QString::fromLatin1(section));
        QVERIFY2(item, section);
        const auto opened = [&] { // again until the window has settled
            item->clearFocus();
            item->setFocus(Qt::TabFocusReason);
            return rail->isOpen();
        };
        QTRY_VERIFY2(opened(), section);
        QTest::keyClick(item, Qt::Key_Space);
        QTRY_COMPARE(person.window().current().section, QString::fromLatin1(section));
        QTRY_VERIFY2(!rail->isOpen(), section);
        QVERIFY2(person.window().currentPage()->isAncestorOf(person.window().focusWidget()), section);
    }
}

void TstEveryScreen::licencesNameEverythingThatIsLinked()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer links what Dash does not");
#endif
    const QString program = qEnvironmentVariable("DASH_BIN") + QStringLiteral("/dash-desktop");
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"), {QStringLiteral("-d"), program});
    if (!QFile::exists(program) || !readelf.waitForFinished() || readelf.exitCode() != 0)
        QSKIP("skipped: readelf missing");
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    person.window().go(Location{QStringLiteral("settings"), {}, {}});
    QTRY_VERIFY(person.seen<QPlainTextEdit>(QStringLiteral("licences")));
    const QString said = person.seen<QPlainTextEdit>(QStringLiteral("licences"))->toPlainText();
    const std::pair<const char *, const char *> kNames[] = {
        {"libQt6", "Qt 6"},       {"libqt6keychain", "QtKeychain"}, {"libsqlite3", "SQLite"},
        {"libzstd", "Zstandard"}, {"libsimdjson", "simdjson"},      {"libstdc++", "GNU C++"},
        {"libgcc_s", "GNU C++"}};
    static const QRegularExpression needed(QStringLiteral("\\[(lib[^\\]]+)\\]"));
    int libraries = 0;
    for (auto found = needed.globalMatch(QString::fromUtf8(readelf.readAllStandardOutput())); found.hasNext();) {
        const QString library = found.next().captured(1);
        if (library.startsWith(QStringLiteral("libc.")) || library.startsWith(QStringLiteral("libm."))) // the system's
            continue;
        const auto *name = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto &one) {
            return library.startsWith(QLatin1StringView(one.first));
        });
        QVERIFY2(name != std::end(kNames), qPrintable(library + u": add its licence"));
        QVERIFY2(said.contains(QLatin1StringView(name->second)), name->second);
        ++libraries;
    }
    QVERIFY(libraries > 5);
    QVERIFY(said.contains(QStringLiteral("tl::expected"))); // headers only
}

void TstEveryScreen::everyFormFitsTheNarrowestInspector_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de", "ar"})
        QTest::addRow("%s", language) << QString::fromLatin1(language);
}

void TstEveryScreen::everyFormFitsTheNarrowestInspector()
{
    QFETCH(QString, language);
    Person person({1280, 800}, language);
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    constexpr int kRoom = 320 - 2 * 16;
    const Registry registry = builtinRegistry();
    QStringList wide;
    int forms = 0;
    for (const KindInfo &kind : allKinds(registry)) {
        Node node = freshNode(kind);
        for (const Parameter &parameter : nodeParameters(registry, node)) {
            if (parameter.kind == ParameterKind::List)
                node.config.insert(parameter.name, QJsonArray{QJsonObject{}});
            else if (parameter.kind == ParameterKind::Labels)
                node.config.insert(parameter.name, QJsonObject{{QStringLiteral("shop"), QStringLiteral("de")}});
        }
        ParameterForm form;
        form.setParameters(nodeParameters(registry, node));
        form.setConfig(node.config);
        form.show();
        if (auto *more = form.findChild<QAbstractButton *>(QStringLiteral("moreSettings")))
            more->click();
        ++forms;
        if (form.minimumSizeHint().width() > kRoom) {
            wide << QStringLiteral("%1: %2").arg(kind.type).arg(form.minimumSizeHint().width());
            for (const Parameter &parameter : nodeParameters(registry, node)) {
                const Editor *editor = form.editor(parameter.name);
                if (editor->isVisible() && editor->minimumSizeHint().width() > kRoom)
                    wide << QStringLiteral("  %1: %2").arg(parameter.name).arg(editor->minimumSizeHint().width());
            }
        }
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    for (const QString &one : wide)
        qWarning("too wide: %s", qPrintable(one));
    QVERIFY(forms > 20);
    QVERIFY(wide.isEmpty());
}

DASH_TEST(TstEveryScreen)
#include "tst_every_screen.moc"
