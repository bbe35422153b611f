// Every sentence in every language: nothing unfinished, nothing that lupdate would still find, core's reasons included.

#include "app/reasons.h"
#include "app/shell/languages.h"
#include "app/user_message.h"
#include "tests/support/kit.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace dash;

namespace {

QString source()
{
    return qEnvironmentVariable("DASH_SOURCE");
}

QStringList sources(const QStringList &folders)
{
    QStringList out;
    for (const QString &folder : folders) {
        QDirIterator it(source() + u'/' + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            if (!file.contains(QStringLiteral("/app/cli/"))) // speaks English, as programs that call it expect
                out << file;
        }
    }
    out.sort();
    return out;
}

struct Count {
    int messages = 0;
    QStringList unfinished;
};

Count countOf(const QString &ts)
{
    QFile file(ts);
    Count count;
    if (!file.open(QIODevice::ReadOnly))
        return count;
    QXmlStreamReader xml(&file);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source") {
            text = xml.readElementText();
            ++count.messages;
        } else if (xml.name() == u"translation" && xml.attributes().hasAttribute(QStringLiteral("type"))) {
            count.unfinished << xml.attributes().value(QStringLiteral("type")) + u": " + text;
        }
    }
    return count;
}

} // namespace

class TstWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUnfinishedOrMissing_data();
    void nothingIsUnfinishedOrMissing();
    void reasonsAreTheOnesOfCore();
    void reasonsAreSpoken();
    void storedSentencesAreSpoken();
};

void TstWords::nothingIsUnfinishedOrMissing_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "ar", "en"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TstWords::nothingIsUnfinishedOrMissing()
{
    QFETCH(QString, language);
    if (!QFile::exists(QStringLiteral(DASH_LUPDATE)))
        QSKIP("skipped: lupdate missing");
    QTemporaryDir folder;
    const QString kept = source() + QStringLiteral("/translations/dash_%1.ts").arg(language);
    const QString copy = folder.filePath(QStringLiteral("dash_%1.ts").arg(language));
    QVERIFY(QFile::copy(kept, copy));
    QFile list(folder.filePath(QStringLiteral("sources.lst")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(sources({QStringLiteral("app"), QStringLiteral("core")}).join(u'\n').toUtf8());
    list.close();
    QStringList arguments{QStringLiteral("-silent"),      QStringLiteral("-locations"), QStringLiteral("none"),
                          QStringLiteral("-no-obsolete"), QStringLiteral("-I"),         source()};
    if (language == u"en")
        arguments << QStringLiteral("-pluralonly");
    arguments << u'@' + list.fileName() << QStringLiteral("-ts") << copy;
    QProcess lupdate;
    lupdate.start(QStringLiteral(DASH_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const Count before = countOf(kept);
    const Count after = countOf(copy);
    QVERIFY(before.messages >= (language == u"en" ? 5 : 1'000));
    QCOMPARE(before.unfinished, QStringList());
    QCOMPARE(after.unfinished, QStringList());
    // Words that no source has any more have left the file as well.
    QCOMPARE(before.messages, after.messages);
}

void TstWords::reasonsAreTheOnesOfCore()
{
    QByteArray all;
    for (const QString &name : sources({QStringLiteral("core")})) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
    }
    static const QRegularExpression joined(QStringLiteral("\"\\s*\n\\s*\""));
    const QString text = QString::fromUtf8(all).remove(joined);
    QStringList gone;
    for (const char *reason : kReasons) {
        QString wanted = QString::fromUtf8(reason);
        if (wanted.endsWith(QStringLiteral(": %1")))
            wanted.chop(2); // the value is added behind it
        if (!text.contains(wanted))
            gone << QString::fromUtf8(reason);
    }
    QCOMPARE(gone, QStringList());
}

void TstWords::reasonsAreSpoken()
{
    const QLocale before;
    {
        Languages languages;
        languages.use(QStringLiteral("de"));
        QCOMPARE(reasonText(QStringLiteral("there is no such file.")), QStringLiteral("diese Datei gibt es nicht."));
        QCOMPARE(reasonText(QStringLiteral("“7,x” is not a number.")), QStringLiteral("„7,x“ ist keine Zahl."));
        // A value that looks like a place keeps its look.
        QCOMPARE(reasonText(QStringLiteral("must be at most %2, not 100%1.")),
                 QStringLiteral("darf höchstens %2 sein, nicht 100%1."));
        QCOMPARE(reasonText(QStringLiteral("ENOENT 17")), QStringLiteral("ENOENT 17"));
        const Error error{ErrorCode::FileOpen,
                          {{QLatin1StringView("file"), QStringLiteral("a.csv")},
                           {QLatin1StringView("reason"), QStringLiteral("there is no such file.")}},
                          {}};
        QVERIFY(userMessage(error).contains(QStringLiteral("diese Datei gibt es nicht.")));
    }
    QLocale::setDefault(before);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

// Core stores its sentences in English: each comes back as the error it was, by its code and also without.
void TstWords::storedSentencesAreSpoken()
{
    const QLocale before;
    {
        Languages languages;
        languages.use(QStringLiteral("de"));
        constexpr ErrorCode codes[] = {
#define DASH_ERROR_CODE(name, code, sentence) ErrorCode::name,
            DASH_ERROR_TABLE(DASH_ERROR_CODE)
#undef DASH_ERROR_CODE
        };
        static const QRegularExpression place(QStringLiteral("\\{([a-z_]+)\\}"));
        for (const ErrorCode code : codes) {
            const char *text = errorSentenceTemplate(code);
            Error error{code, {}, {}};
            std::vector<QByteArray> names;
            for (auto found = place.globalMatch(QString::fromUtf8(text)); found.hasNext();)
                names.push_back(found.next().captured(1).toUtf8());
            for (const QByteArray &name : names)
                error.with(QLatin1StringView(name), name == "reason" ? QStringLiteral("there is no such file.")
                                                                     : QString::fromLatin1("<" + name + ">"));
            const QString code_ = errorCodeText(code);
            QCOMPARE(storedMessage(code_, errorSentence(error)), userMessage(error));
            // Without the code, where the sentence has enough words of its own.
            if (QString::fromUtf8(text).remove(place).size() > 8)
                QCOMPARE(storedMessage({}, errorSentence(error)), userMessage(error));
        }
        Error error{ErrorCode::RecordRejected,
                    {{QLatin1StringView("step"), QStringLiteral("Zeit: lesen")},
                     {QLatin1StringView("field"), QStringLiteral("order date")},
                     {QLatin1StringView("reason"), QStringLiteral("“7,x” is not a number.")}},
                    {}};
        const QString kept = errorSentence(error);
        const ErrorArgs known{{QLatin1StringView("step"), QStringLiteral("Zeit: lesen")},
                              {QLatin1StringView("field"), QStringLiteral("order date")}};
        QCOMPARE(storedMessage(u"record.rejected", kept, known), userMessage(error));
        QVERIFY(userMessage(error).contains(QStringLiteral("„7,x“ ist keine Zahl.")));
        // The step has another name by now.
        const ErrorArgs renamed{{QLatin1StringView("step"), QStringLiteral("Zeit")}};
        QVERIFY(errorOfSentence(u"record.rejected", kept, renamed));
        QCOMPARE(storedMessage({}, QStringLiteral("ENOENT 17")), QStringLiteral("ENOENT 17"));
        QCOMPARE(storedMessage(u"no.such_code", QStringLiteral("ENOENT 17")), QStringLiteral("ENOENT 17"));
    }
    QLocale::setDefault(before);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

DASH_TEST(TstWords)
#include "tst_words.moc"
