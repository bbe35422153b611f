// A newcomer makes a pipeline that listens, applies it before anything has come and sends to it from outside.

#include "tests/flows/person.h"

#include "app/pipelines/canvas.h"
#include "app/pipelines/rows_table.h"
#include "app/widgets/button.h"
#include "tests/support/kit.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace dash;
using dash::test::Person;

class TstListening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSentShowsWithinASecond();
};

void TstListening::whatIsSentShowsWithinASecond()
{
    Person person;
    person.start();
    QTRY_VERIFY(person.window().currentPage());
    QVERIFY(QTest::qWaitForWindowActive(&person.window()));
    person.window().go(Location{QStringLiteral("pipelines"), {}, {}});
    QTRY_COMPARE(person.window().current().section, QStringLiteral("pipelines"));
    QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("newPipeline")));
    person.click(person.seen<QAbstractButton>(QStringLiteral("newPipeline")));
    // The choice of a source opens by itself; put away, the empty canvas still says how to begin.
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(person.find<QLineEdit>(QStringLiteral("stepSearch")), Qt::Key_Escape);
    QTRY_VERIFY(!person.find<QLineEdit>(QStringLiteral("stepSearch")));
    person.click(person.seen<QAbstractButton>(QStringLiteral("addSource")));
    QTRY_VERIFY(person.find<QLineEdit>(QStringLiteral("stepSearch")));
    const auto choose = [&](const char *words) {
        auto *search = person.find<QLineEdit>(QStringLiteral("stepSearch"));
        QTest::keyClicks(search, QString::fromLatin1(words));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    };
    choose("webhook");
    auto *canvas = person.seen<Canvas>();
    QTRY_COMPARE(canvas->graphLayout().order.size(), 1);
    QVERIFY(!person.seen<QAbstractButton>(QStringLiteral("addSource")));
    const QString source = canvas->graphLayout().order.front();
    // Nothing has come yet: it waits, which is no error.
    QTRY_VERIFY2(canvas->describe(source).contains(QStringLiteral("Waiting for data")),
                 qPrintable(canvas->describe(source)));
    auto *addressField = person.seen<QLineEdit>(QStringLiteral("input-token"));
    QVERIFY(addressField);
    const QUrl address(addressField->text());
    QVERIFY2(address.path().startsWith(QStringLiteral("/hooks/")), qPrintable(address.toString()));
    QTest::keyClick(canvas, Qt::Key_A);
    QTRY_VERIFY(person.find<QLineEdit>(QStringLiteral("stepSearch")));
    choose("table");
    QTRY_COMPARE(canvas->graphLayout().order.size(), 2);
    auto *apply = person.seen<QAbstractButton>(QStringLiteral("apply"));
    QTRY_VERIFY2(apply->isEnabled(), qPrintable(canvas->describe(canvas->graphLayout().order.back())));
    person.click(apply);
    QTRY_VERIFY(!apply->isEnabled());

    QNetworkAccessManager network;
    QElapsedTimer timer;
    int status = 0;
    for (int i = 0; i < 50 && status != 200 && status != 202; ++i) { // it begins to listen in a moment
        timer.start();
        QNetworkRequest request(address);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        std::unique_ptr<QNetworkReply> reply(network.post(request, "{\"value\": 21.5, \"room\": \"cellar\"}"));
        QTRY_VERIFY(reply->isFinished());
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    QVERIFY2(status == 200 || status == 202, qPrintable(QString::number(status)));
    const auto *rows = person.seen<RowsTable>();
    QTRY_COMPARE(rows->rows().rows, std::size_t(1));
    qInfo("request to row: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1'000);
    QVERIFY(rows->rows().column(u"room"));
}

DASH_TEST(TstListening)
#include "tst_listening.moc"
