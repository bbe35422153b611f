// The arrows of the architecture: every #include of ours is read, any other direction fails.
#include "tests/support/kit.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

struct Arrow {
    const char *from;             // folder of the including file; the longest match counts
    std::vector<const char *> to; // folders it may include, besides itself
};

const std::vector<Arrow> &arrows()
{
    static const std::vector<Arrow> all{
        {"core/base/", {}},
        {"core/model/", {"core/base/"}},
        {"core/db/", {"core/base/"}},
        {"core/data/", {"core/db/", "core/model/", "core/base/"}},
        {"core/engine/", {"core/data/", "core/db/", "core/model/", "core/base/"}},
        {"core/store/", {"core/data/", "core/db/", "core/model/", "core/base/"}},
        {"app/cli/", {"app/charts/", "app/dashboards/", "app/theme/", "core/"}},
        {"app/", {"app/", "core/"}},
    };
    return all;
}

const Arrow *arrowOf(const QString &file)
{
    const Arrow *best = nullptr;
    for (const Arrow &arrow : arrows()) {
        if (file.startsWith(QLatin1StringView(arrow.from)) &&
            (best == nullptr || strlen(arrow.from) > strlen(best->from)))
            best = &arrow;
    }
    return best;
}

QString wrongInclude(const QString &file, const QString &included)
{
    static const QRegularExpression ours(QStringLiteral("^(app|core|sync|tests)/"));
    if (!ours.match(included).hasMatch())
        return {};
    const Arrow *arrow = arrowOf(file);
    if (arrow == nullptr)
        return file + u": no arrow is declared for this folder";
    if (included.startsWith(QLatin1StringView(arrow->from)))
        return {};
    for (const char *to : arrow->to) {
        const bool cli = included.startsWith(QLatin1StringView("app/cli/"));
        if (included.startsWith(QLatin1StringView(to)) && !cli)
            return {};
    }
    return file + u" includes " + included;
}

} // namespace

class TstArchitecture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIncludeFollowsAnArrow();
    void aWrongArrowIsFound();
    void windowsStayOutOfCore();
    void nothingIsNamedLikeTheShell();
    void topLevelFoldersAreFixed();

private:
    QString m_root = qEnvironmentVariable("DASH_SOURCE");
    QStringList sources(const QString &folder) const
    {
        QStringList out;
        QDirIterator it(m_root + u'/' + folder,
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.mm")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            out.append(QDir(m_root).relativeFilePath(it.next()));
        return out;
    }
    QByteArray read(const QString &file) const
    {
        QFile in(m_root + u'/' + file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
};

void TstArchitecture::everyIncludeFollowsAnArrow()
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QStringList wrong;
    int read = 0;
    for (const QString &file :
         sources(QStringLiteral("core")) + sources(QStringLiteral("app")) + sources(QStringLiteral("sync"))) {
        ++read;
        auto matches = include.globalMatch(QString::fromUtf8(this->read(file)));
        while (matches.hasNext()) {
            const QString message = wrongInclude(file, matches.next().captured(1));
            if (!message.isEmpty())
                wrong.append(message);
        }
    }
    QVERIFY(read > 20);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TstArchitecture::aWrongArrowIsFound()
{
    QVERIFY(!wrongInclude(QStringLiteral("core/data/a.cpp"), QStringLiteral("core/engine/step.h")).isEmpty());
    QVERIFY(!wrongInclude(QStringLiteral("core/base/a.cpp"), QStringLiteral("core/model/batch.h")).isEmpty());
    QVERIFY(!wrongInclude(QStringLiteral("app/cli/a.cpp"), QStringLiteral("app/shell/page.h")).isEmpty());
    QVERIFY(wrongInclude(QStringLiteral("core/engine/a.cpp"), QStringLiteral("core/data/points_db.h")).isEmpty());
}

void TstArchitecture::windowsStayOutOfCore()
{
    static const QRegularExpression window(QStringLiteral(
        "#\\s*include\\s+<(Q(Widget|Application|GuiApplication|Painter|Pixmap|Chart)|QtWidgets|QtGui|QtCharts)"));
    static const QRegularExpression translated(QStringLiteral("[^A-Za-z_]tr\\("));
    for (const QString &file : sources(QStringLiteral("core"))) {
        const QString text = QString::fromUtf8(read(file));
        QVERIFY2(!window.match(text).hasMatch(), qPrintable(file + u" includes a window class"));
        QVERIFY2(!translated.match(text).hasMatch(), qPrintable(file + u" translates; only app/ does"));
    }
}

void TstArchitecture::nothingIsNamedLikeTheShell()
{
    const QDir bin(qEnvironmentVariable("DASH_BIN"));
    QVERIFY(bin.exists());
    QVERIFY(!bin.exists(QStringLiteral("dash")));
    QVERIFY(!bin.exists(QStringLiteral("dash.exe")));
}

void TstArchitecture::topLevelFoldersAreFixed()
{
    const QStringList allowed{QStringLiteral("app"),
                              QStringLiteral("core"),
                              QStringLiteral("sync"),
                              QStringLiteral("resources"),
                              QStringLiteral("translations"),
                              QStringLiteral("installer"),
                              QStringLiteral("tests"),
                              QStringLiteral("build"),
                              QStringLiteral("CMakeLists.txt"),
                              QStringLiteral("README.md"),
                              QStringLiteral("ARCHITECTURE.md"),
                              QStringLiteral("SECURITY.md"),
                              QStringLiteral("LICENSE"),
                              QStringLiteral("CHANGELOG.md"),
                              QStringLiteral("CMakePresets.json"),
                              QStringLiteral("vcpkg.json"),
                              QStringLiteral("dev")};
    for (const QString &entry : QDir(m_root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(allowed.contains(entry), qPrintable(entry + u" does not belong at the top"));
}

DASH_TEST(TstArchitecture)
#include "tst_architecture.moc"
