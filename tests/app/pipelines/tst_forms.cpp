// Forms made from declared parameters: every kind is edited with real keys and judged.

#include "app/pipelines/editors_lists.h"
#include "app/pipelines/editors_text.h"
#include "app/pipelines/expression_field.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/parameter_form.h"
#include "app/pipelines/pipeline_settings.h"
#include "app/pipelines/text_view.h"
#include "app/shell/secrets.h"
#include "app/widgets/button.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "core/engine/parameters.h"
#include "core/engine/sources/sources.h"
#include "tests/app/pipelines/builder_world.h"
#include "tests/support/kit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>

using namespace dash;
using namespace dash::test;

namespace {

class MemorySecrets final : public SecretStore {
public:
    void store(const QString &name, const QByteArray &value, QObject *, std::function<void(Kept)> done) override
    {
        kept[name] = value;
        done(Kept::Keychain);
    }
    void forget(const QString &name) override { kept.erase(name); }
    std::map<QString, QByteArray> kept;
};

QWidget *input(ParameterForm &form, const char *name)
{
    return form.findChild<QWidget *>(u"input-" + QString::fromLatin1(name));
}

void type(ParameterForm &form, const char *name, const QString &text)
{
    QWidget *field = input(form, name);
    QVERIFY2(field, name);
    QTest::keyClicks(field, text);
}

std::map<QString, Error> problems(const QJsonObject &config, const Parameters &parameters)
{
    std::map<QString, Error> out;
    for (const Error &error : configProblems(config, parameters, QStringLiteral("step")))
        out.insert({error.arg(QLatin1StringView("field")), error});
    return out;
}

} // namespace

class TstForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsTyped()
    {
        ParameterForm form;
        form.setParameters(everyKind());
        form.show();
        const std::pair<const char *, QString> typed[] = {{"text", QStringLiteral("hello ")},
                                                          {"long_text", QStringLiteral("two")},
                                                          {"integer", QStringLiteral("42")},
                                                          {"number", QStringLiteral("1.5")},
                                                          {"duration", QStringLiteral("30s")},
                                                          {"bytes", QStringLiteral("64 KiB")},
                                                          {"url", QStringLiteral("https://example.com/a")},
                                                          {"file", QStringLiteral("/tmp/a.csv")},
                                                          {"folder", QStringLiteral("/tmp")},
                                                          {"field", QStringLiteral("shop")},
                                                          {"path", QStringLiteral("$.shop")},
                                                          {"expression", QStringLiteral("cents / 100")},
                                                          {"zone", QStringLiteral("Europe/Berlin")},
                                                          {"currency", QStringLiteral("EUR")}};
        for (const auto &[name, text] : typed)
            type(form, name, text);
        const QJsonObject config = form.config();
        QCOMPARE(config.value(QLatin1String("text")).toString(), QStringLiteral("hello "));
        QCOMPARE(config.value(QLatin1String("integer")).toInteger(), qint64(42));
        QVERIFY(config.value(QLatin1String("integer")).isDouble());
        QCOMPARE(config.value(QLatin1String("number")).toDouble(), 1.5);
        for (const auto &[name, text] : typed) {
            if (!config.value(QString::fromLatin1(name)).isDouble())
                QCOMPARE(config.value(QString::fromLatin1(name)).toString(), text);
        }
        QVERIFY2(problems(config, everyKind()).empty(), "everything typed is right");
    }
    void togglesChoicesAndListsTakeTheirValues()
    {
        ParameterForm form;
        form.setParameters(everyKind());
        form.show();
        QTest::keyClick(input(form, "toggle"), Qt::Key_Space);
        QCOMPARE(form.config().value(QLatin1String("toggle")), QJsonValue(true));
        QTest::keyClick(input(form, "choice"), Qt::Key_Down);
        QVERIFY(!form.config().value(QLatin1String("choice")).toString().isEmpty());
        QTest::keyClicks(input(form, "fields"), QStringLiteral("shop, cents"));
        QTest::keyClick(input(form, "fields"), Qt::Key_Return);
        QCOMPARE(form.config().value(QLatin1String("fields")).toArray(),
                 (QJsonArray{QStringLiteral("shop"), QStringLiteral("cents")}));
        form.findChild<Button *>(QStringLiteral("add-map"))->click();
        const QList<QLineEdit *> pair = form.editor(QStringLiteral("map"))->findChildren<QLineEdit *>();
        QCOMPARE(pair.size(), 2);
        QTest::keyClicks(pair[0], QStringLiteral("Accept"));
        QTest::keyClicks(pair[1], QStringLiteral("text/csv"));
        QCOMPARE(form.config().value(QLatin1String("map")).toObject(),
                 (QJsonObject{{QLatin1String("Accept"), QStringLiteral("text/csv")}}));
    }
    void aLabelCanBeTextOrField()
    {
        ParameterForm form;
        form.setParameters(everyKind());
        form.show();
        form.setConfig(
            {{QLatin1String("labels"),
              QJsonObject{{QLatin1String("shop"), QJsonObject{{QLatin1String("field"), QStringLiteral("shop")}}},
                          {QLatin1String("site"), QStringLiteral("de")}}}});
        QCOMPARE(form.editor(QStringLiteral("labels"))->value().toObject(),
                 form.config().value(QLatin1String("labels")).toObject());
    }
    void entriesOfAListAreAddedMovedAndRemoved()
    {
        ParameterForm form;
        form.setParameters(everyKind());
        form.show();
        auto *list = qobject_cast<ListEditor *>(form.editor(QStringLiteral("list")));
        QVERIFY(list);
        Button *add = form.findChild<Button *>(QStringLiteral("add-list"));
        for (const char *name : {"net", "margin"}) {
            add->click();
            const QList<TextInput *> inputs = list->findChildren<TextInput *>(QStringLiteral("input-name"));
            QTest::keyClicks(inputs.last(), QString::fromLatin1(name));
        }
        const auto names = [&] {
            QStringList out;
            for (const QJsonValue &entry : form.config().value(QLatin1String("list")).toArray())
                out.push_back(entry.toObject().value(QLatin1String("name")).toString());
            return out;
        };
        QCOMPARE(names(), (QStringList{QStringLiteral("net"), QStringLiteral("margin")}));
        QWidget *closed = list->findChild<QWidget *>(QStringLiteral("entry-0"));
        QVERIFY(closed);
        QTest::keyClick(closed, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("margin"), QStringLiteral("net")}));
        QTRY_VERIFY(list->findChild<QWidget *>(QStringLiteral("entry-0")));
        QTest::keyClick(list->findChild<QWidget *>(QStringLiteral("entry-0")), Qt::Key_Delete);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("net")});
    }
    void aSecretGoesToTheKeychainAndItsNameIntoTheConfig()
    {
        MemorySecrets secrets;
        ParameterForm form;
        form.setParameters(everyKind());
        EditorScene scene;
        scene.secrets = &secrets;
        scene.secretStem = QStringLiteral("shop");
        form.setScene(scene);
        form.show();
        auto *field = qobject_cast<QLineEdit *>(input(form, "secret"));
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("s3cret"));
        QVERIFY2(!QString::fromUtf8(QJsonDocument(form.config()).toJson()).contains(QStringLiteral("s3cret")),
                 "never in the definition");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(secrets.kept[QStringLiteral("shop_secret")], QByteArray("s3cret"));
        QCOMPARE(form.config().value(QLatin1String("secret")).toObject().value(QLatin1String("secret")).toString(),
                 QStringLiteral("shop_secret"));
        QVERIFY(field->text().isEmpty());
    }
    void whatIsWrongStandsBelowItsField()
    {
        ParameterForm form;
        form.setParameters(everyKind());
        const QJsonObject config{{QLatin1String("integer"), QStringLiteral("soon")},
                                 {QLatin1String("zone"), QStringLiteral("Mars/Olympus")}};
        form.setConfig(config);
        form.setProblems(problems(config, everyKind()));
        QVERIFY(!form.field(QStringLiteral("integer"))->error().isEmpty());
        QVERIFY(form.field(QStringLiteral("zone"))->error().contains(QStringLiteral("Mars/Olympus")));
        QVERIFY(form.field(QStringLiteral("text"))->error().isEmpty());
        form.setProblems({});
        QVERIFY(form.field(QStringLiteral("integer"))->error().isEmpty());
    }
    void settingsThatDoNotApplyAreHiddenButKept()
    {
        Parameters parameters = everyKind();
        for (Parameter &parameter : parameters) {
            if (parameter.name == u"url")
                parameter.showWhen = QStringLiteral("choice=two");
        }
        ParameterForm form;
        form.setParameters(parameters);
        form.show();
        form.setConfig(
            {{QLatin1String("url"), QStringLiteral("https://a.b")}, {QLatin1String("choice"), QStringLiteral("one")}});
        QVERIFY(!form.field(QStringLiteral("url"))->isVisible());
        type(form, "text", QStringLiteral("x"));
        QCOMPARE(form.config().value(QLatin1String("url")).toString(), QStringLiteral("https://a.b"));
        form.setConfig({{QLatin1String("choice"), QStringLiteral("two")}});
        QVERIFY(form.field(QStringLiteral("url"))->isVisible());
    }
    void expressionsOfferFieldsAndMarkTheError()
    {
        ExpressionField field;
        field.setFields(orders(1));
        field.show();
        QTest::keyClicks(&field, QStringLiteral("(cents - fe"));
        QCOMPARE(field.completions(), QStringList{QStringLiteral("fees")});
        field.setErrorWord(QStringLiteral("fe"));
        QVERIFY(field.hasErrorMark());
        QCOMPARE(field.extraSelections().first().cursor.selectedText(), QStringLiteral("fe"));
        field.setErrorAt(-1);
        QVERIFY(!field.hasErrorMark());
    }
    void aPipelineIsEditedByTheSameForm()
    {
        Pipeline pipeline;
        pipeline.name = QStringLiteral("Shop orders");
        pipeline.schedule.kind = Schedule::Kind::Interval;
        pipeline.schedule.interval = Millis(30'000);
        Pipeline same = pipeline;
        QVERIFY(takePipelineSettings(same, pipelineSettings(pipeline)).empty());
        QCOMPARE(same, pipeline);
        QJsonObject settings = pipelineSettings(pipeline);
        settings.insert(QLatin1String("every"), QStringLiteral("soon"));
        QVERIFY(takePipelineSettings(same, settings).contains(QStringLiteral("every")));
        QCOMPARE(same.schedule.interval, Millis(30'000));
    }
    void textThatCannotBeReadSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not closed") << QByteArray("{\n  \"name\": \"x\",\n  \"nodes\": [\n}");
        QTest::newRow("deeply nested") << QByteArray(100'000, '[');
        QTest::newRow("two nodes of one id")
            << QByteArray("{\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"kind\":\"step\",\"type\":\"filter\"},{\"id\":"
                          "\"a\",\"kind\":\"step\",\"type\":\"filter\"}]}");
        QTest::newRow("newer format") << QByteArray("{\"format\":99,\"name\":\"x\"}");
        QTest::newRow("wrong types") << QByteArray("{\"name\":7,\"nodes\":{}}");
        QTest::newRow("nul") << QByteArray("{\"name\":\"\\u0000\",\"nodes\":null, \"unknown\": 1}");
        QTest::newRow("empty") << QByteArray(" ");
    }
    void textThatCannotBeReadSaysWhere()
    {
        QFETCH(QByteArray, text);
        TextView view;
        Pipeline pipeline;
        pipeline.name = QStringLiteral("kept");
        view.setPipeline(pipeline);
        QSignalSpy edited(&view, &TextView::edited);
        view.show();
        view.editor()->setPlainText(QString::fromUtf8(text));
        QTRY_VERIFY(!view.problem().isEmpty());
        QCOMPARE(edited.count(), 0);
        QVERIFY(view.hasUnreadText());
    }
    void anAddressIsCopiedOrRenewedNotTyped()
    {
        const Parameters declared = webhookSource().parameters;
        ParameterForm form;
        form.setParameters(declared);
        const QString token = QStringLiteral("0123456789abcdefghijklmnop");
        form.setConfig({{QStringLiteral("token"), token}});
        form.resize(360, form.sizeHint().height());
        form.show();
        auto *address = qobject_cast<TextInput *>(input(form, "token"));
        QVERIFY(address && address->isReadOnly());
        QCOMPARE(address->text(), QString(QStringLiteral("http://127.0.0.1:4017/hooks/") + token));
        QTest::keyClicks(address, QStringLiteral("x"));
        QCOMPARE(form.config().value(QLatin1String("token")).toString(), token);
        form.findChild<IconButton *>(QStringLiteral("copyAddress"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), address->text());
        form.setConfig({{QStringLiteral("token"), token}, {QStringLiteral("port"), 5000}});
        QVERIFY(address->text().startsWith(QStringLiteral("http://127.0.0.1:5000/")));
        QSignalSpy edited(&form, &ParameterForm::edited);
        form.findChild<IconButton *>(QStringLiteral("newAddress"))->click();
        QCOMPARE(edited.count(), 1);
        const QString renewed = form.config().value(QLatin1String("token")).toString();
        QVERIFY(renewed != token && address->text().endsWith(renewed));
        QVERIFY(problems(form.config(), declared).empty());
        for (const char *name : {"copyAddress", "newAddress"})
            QVERIFY(!form.findChild<IconButton *>(QString::fromLatin1(name))->accessibleName().isEmpty());
        if (const QString folder = qEnvironmentVariable("DASH_PICTURES"); !folder.isEmpty())
            QVERIFY(form.grab().save(folder + QStringLiteral("/webhook_form.png")));
    }
    void newAndCopiedNodesHaveAddressesOfTheirOwn()
    {
        Registry registry;
        registry.sources = {webhookSource()};
        SystemRandom random;
        const auto info = kindInfo(registry, NodeKind::Source, QStringLiteral("webhook"));
        QVERIFY(info);
        Node node = freshNode(*info);
        giveOwnAddresses(node, registry, random);
        const QString token = node.config.value(QLatin1String("token")).toString();
        QCOMPARE(token.size(), 32);
        Node twin = node;
        giveOwnAddresses(twin, registry, random);
        QVERIFY(twin.config.value(QLatin1String("token")).toString() != token);
    }
    void theTextIsTheSameDefinition()
    {
        TextView view;
        Pipeline pipeline;
        pipeline.name = QStringLiteral("Shop");
        pipeline.nodes = {makeNode(NodeKind::Source, "rows"), makeNode(NodeKind::Step, "filter")};
        view.setPipeline(pipeline);
        QSignalSpy edited(&view, &TextView::edited);
        QString text = view.editor()->toPlainText();
        view.editor()->setPlainText(text.replace(QStringLiteral("\"Shop\""), QStringLiteral("\"Orders\"")));
        QTRY_COMPARE(edited.count(), 1);
        const auto changed = edited.first().first().value<Pipeline>();
        QCOMPARE(changed.name, QStringLiteral("Orders"));
        QCOMPARE(changed.nodes, pipeline.nodes);
        view.setPipeline(pipeline);
        QVERIFY(view.editor()->toPlainText().contains(QStringLiteral("\"Shop\"")));
    }
};

DASH_TEST(TstForms)
#include "tst_forms.moc"
