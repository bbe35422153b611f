// A template: its result with sample data before anything is asked, then one's own data from a real server.

#include "tests/flows/person.h"

#include "app/dashboards/widget_card.h"
#include "app/templates/catalog.h"
#include "app/widgets/field.h"
#include "tests/engine/http_fixture.h"
#include "tests/support/kit.h"

#include <QDateTime>
#include <QLineEdit>

using namespace dash;
using dash::test::FixtureAnswer;
using dash::test::FixtureRequest;
using dash::test::HttpFixture;
using dash::test::Person;

namespace {

QByteArray readings()
{
    QByteArray csv = "time,device,room,temperature_c,humidity_percent,battery_percent\n";
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 600; ++i) {
        csv += now.addSecs(-60 * (600 - i)).toString(Qt::ISODate).toLatin1() + ",x-1,Vault," +
               QByteArray::number(11 + i % 7) + ".5,40.0,9" + QByteArray::number(i % 10) + '\n';
    }
    return csv;
}

int cardsWithData(const Person &person)
{
    int count = 0;
    for (const WidgetCard *card : person.window().findChildren<WidgetCard *>())
        count += card->isVisible() && card->latestTime() > 0 ? 1 : 0;
    return count;
}

QSet<QString> devices(const Person &person)
{
    QSet<QString> out;
    for (const WidgetCard *card : person.window().findChildren<WidgetCard *>()) {
        const WidgetDataPtr data = card->data();
        if (!card->isVisible() || !data)
            continue;
        for (const DrawnSeries &series : data->series) {
            for (const auto &[name, value] : series.info.key.labels) {
                if (name == "device")
                    out.insert(QString::fromStdString(value));
            }
        }
    }
    return out;
}

QString said(const Person &person)
{
    const auto *label = person.seen<TextLabel>(QStringLiteral("template_status"));
    return label ? label->text() : QString();
}

} // namespace

class TstTemplateFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWidgetOfEveryTemplateShowsTheSample_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : templateIds())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyWidgetOfEveryTemplateShowsTheSample()
    {
        QFETCH(QString, id);
        Person person;
        person.start();
        QTRY_VERIFY(person.window().currentPage());
        person.window().go(Location{QStringLiteral("templates"), {}, id});
        QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("template_open")));
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_open")));
        QTRY_COMPARE(person.window().current().section, QStringLiteral("dashboards"));
        const auto empty = [&] {
            QStringList out;
            for (const WidgetCard *card : person.window().findChildren<WidgetCard *>()) {
                const bool text = card->widget().type == u"text";
                if (!card->isVisible() || text)
                    continue;
                if (card->latestTime() == 0 && (!card->data() || card->data()->rows.rows == 0))
                    out << card->widget().title;
            }
            return out;
        };
        QTRY_COMPARE_WITH_TIMEOUT(empty(), QStringList(), 15'000);
        person.picture(u"template-" + id);
    }
    void sampleFirstThenOwnData()
    {
        std::atomic<bool> broken = true;
        HttpFixture server([&](const FixtureRequest &) {
            FixtureAnswer answer;
            answer.status = broken ? 503 : 200;
            answer.body = broken ? QByteArray("down") : readings();
            answer.headers = {"Content-Type: text/csv"};
            return answer;
        });
        Person person;
        person.start();
        QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("nav_templates")));
        QTRY_VERIFY(person.window().currentPage());
        person.click(person.seen<QAbstractButton>(QStringLiteral("nav_templates")));
        QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("template_iot-sensors")));
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_iot-sensors")));
        QTRY_VERIFY(person.seen<QLineEdit>(QStringLiteral("ask_url")));

        // The result, before anything is entered.
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_open")));
        QTRY_COMPARE(person.window().current().section, QStringLiteral("dashboards"));
        QTRY_VERIFY_WITH_TIMEOUT(cardsWithData(person) >= 4, 10'000);
        QVERIFY(server.requests().empty());
        person.picture(QStringLiteral("template-sample"));

        person.click(person.seen<QAbstractButton>(QStringLiteral("back")));
        QTRY_VERIFY(person.seen<QAbstractButton>(QStringLiteral("template_own")));
        // Nothing entered: said at the field, nothing asked.
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_own")));
        QVERIFY(server.requests().empty());
        QCOMPARE(person.focus()->objectName(), QStringLiteral("ask_url"));
        person.type(server.url("/readings.csv"));
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_own")));
        // A server that is down is said; the sample stays.
        QTRY_VERIFY_WITH_TIMEOUT(said(person).contains(QStringLiteral("503")), 15'000);
        QCOMPARE(person.window().current().section, QStringLiteral("templates"));
        broken = false;
        person.click(person.seen<QAbstractButton>(QStringLiteral("template_own")));
        QTRY_COMPARE_WITH_TIMEOUT(person.window().current().section, QStringLiteral("dashboards"), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(cardsWithData(person) >= 4, 10'000);
        const auto requests = server.requests();
        const bool own = std::any_of(requests.begin(), requests.end(), [](const FixtureRequest &r) {
            return r.url.path() == QStringLiteral("/readings.csv");
        });
        QVERIFY(own);
        // What is charted are the server's readings: its one device, none of the sample's.
        QTRY_COMPARE_WITH_TIMEOUT(devices(person), QSet<QString>{QStringLiteral("x-1")}, 10'000);
    }
};

DASH_TEST(TstTemplateFlow)
#include "tst_template_flow.moc"
