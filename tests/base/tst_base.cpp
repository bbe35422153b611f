#include "tests/support/kit.h"

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time.h"

#include <QRandomGenerator>
#include <QSet>

#include <cmath>

using namespace dash;

class TstBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyErrorCodeIsStableAndUnique();
    void sentencesTakeTheirArguments();
    void decimalTextIsExact_data();
    void decimalTextIsExact();
    void decimalRefusesWhatItCannotHold();
    void decimalArithmeticMatchesIntegers();
    void decimalRounds_data();
    void decimalRounds();
    void decimalComparesByValue();
    void idsAreTimeOrderedVersion7();
    void isoTimesRoundTrip();
    void currenciesKnowTheirDigits();
};

void TstBase::everyErrorCodeIsStableAndUnique()
{
    QSet<QString> seen;
    for (int i = 0;; ++i) {
        const auto code = static_cast<ErrorCode>(i);
        const QString text = errorCodeText(code);
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
        QCOMPARE(errorCodeFromText(text), std::optional(code));
        QVERIFY(qstrlen(errorSentenceTemplate(code)) > 4);
        if (code == ErrorCode::TemplateSyntax)
            break;
    }
    QCOMPARE(errorCodeFromText(u"no.such"), std::nullopt);
}

void TstBase::sentencesTakeTheirArguments()
{
    const Error error = fail(ErrorCode::SeriesType, {{QLatin1StringView("series"), QStringLiteral("cpu")},
                                                     {QLatin1StringView("expected"), QStringLiteral("double")},
                                                     {QLatin1StringView("found"), QStringLiteral("text {series}")}})
                            .value();
    QCOMPARE(errorSentence(error), QStringLiteral("cpu holds double values; text {series} cannot be added to it."));
    QCOMPARE(fillSentence(QStringLiteral("a {b"), {}), QStringLiteral("a {b"));
    QCOMPARE(fillSentence(QStringLiteral("{x}{y}"), {{QLatin1StringView("y"), QStringLiteral("2")}}),
             QStringLiteral("2"));
}

void TstBase::decimalTextIsExact_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    for (const auto &[in, out] : std::initializer_list<std::pair<const char *, const char *>>{
             {"0", "0"},
             {"-0.00", "0.00"},
             {"12.50", "12.50"},
             {"+7", "7"},
             {"-0.001", "-0.001"},
             {"1e3", "1000"},
             {"1.5E-3", "0.0015"},
             {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
             {"0.000000000000000001", "0.000000000000000001"},
             {".5", "0.5"},
             {"5.", "5"},
             {"1200e-2", "12.00"}})
        QTest::newRow(in) << QByteArray(in) << QByteArray(out);
}

void TstBase::decimalTextIsExact()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    const auto value = parseDecimal(in.toStdString());
    QVERIFY(value.has_value());
    QCOMPARE(QByteArray::fromStdString(decimalText(*value)), out);
}

void TstBase::decimalRefusesWhatItCannotHold()
{
    for (const char *text : {"", "-", ".", "1.2.3", "0x1", "1e", "1e999", "1 ", "NaN", "0.0000000000000000001",
                             "999999999999999999999999999999999999999"})
        QVERIFY2(!parseDecimal(text).has_value(), text);
    const Decimal largest{powerOfTen(38), 0};
    QVERIFY(!multiply(largest, largest).has_value());
    QVERIFY(!add(Decimal{powerOfTen(38), 0}, Decimal{1, 18}).has_value());
    QVERIFY(!divide(Decimal{1, 0}, Decimal{0, 0}, 2).has_value());
}

void TstBase::decimalArithmeticMatchesIntegers()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        const qint64 a = random.bounded(2'000'000) - 1'000'000;
        const qint64 b = random.bounded(2'000'000) - 1'000'000;
        const Decimal x{a, 2};
        const Decimal y{b, 3};
        QVERIFY(add(x, y)->units == Int128(a * 10 + b));
        QVERIFY(subtract(x, y)->units == Int128(a * 10 - b));
        QVERIFY(multiply(x, y)->units == Int128(a) * b && multiply(x, y)->scale == 5);
    }
    QCOMPARE(*add(*parseDecimal("0.1"), *parseDecimal("0.2")), *parseDecimal("0.3"));
}

void TstBase::decimalRounds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("half even down") << QByteArray("2.5") << int(Rounding::HalfEven) << QByteArray("2");
    QTest::newRow("half even up") << QByteArray("3.5") << int(Rounding::HalfEven) << QByteArray("4");
    QTest::newRow("half even negative") << QByteArray("-2.5") << int(Rounding::HalfEven) << QByteArray("-2");
    QTest::newRow("half up") << QByteArray("2.5") << int(Rounding::HalfUp) << QByteArray("3");
    QTest::newRow("half up negative") << QByteArray("-2.5") << int(Rounding::HalfUp) << QByteArray("-3");
    QTest::newRow("down") << QByteArray("-2.9") << int(Rounding::Down) << QByteArray("-2");
    QTest::newRow("above half") << QByteArray("2.51") << int(Rounding::HalfEven) << QByteArray("3");
}

void TstBase::decimalRounds()
{
    QFETCH(QByteArray, value);
    QFETCH(int, rounding);
    QFETCH(QByteArray, expected);
    const auto rounded = rescale(*parseDecimal(value.toStdString()), 0, static_cast<Rounding>(rounding));
    QCOMPARE(QByteArray::fromStdString(decimalText(*rounded)), expected);
}

void TstBase::decimalComparesByValue()
{
    QVERIFY(*parseDecimal("1.0") == *parseDecimal("1.00"));
    QVERIFY(*parseDecimal("-1.01") < *parseDecimal("-1.0"));
    QVERIFY((Decimal{powerOfTen(38), 0}) > (Decimal{1, 18}));
    QCOMPARE(exactUnits(*parseDecimal("12.34"), 2), std::optional<qint64>(1234));
    QCOMPARE(exactUnits(*parseDecimal("12.345"), 2), std::nullopt);
    QCOMPARE(decimalString(*decimalFromDouble(0.1)), QStringLiteral("0.1"));
    QVERIFY(!decimalFromDouble(std::nan("")).has_value());
}

void TstBase::idsAreTimeOrderedVersion7()
{
    SystemRandom random;
    QSet<PipelineId> seen;
    QByteArray before;
    for (int i = 0; i < 1'000; ++i) {
        const auto id = PipelineId::create(fromMs(1'767'225'600'000 + i), random);
        QCOMPARE(id.text().at(14), u'7');
        QVERIFY(id.bytes().left(6) > before);
        before = id.bytes().left(6);
        QCOMPARE(PipelineId::fromText(id.text()), std::optional(id));
        QCOMPARE(PipelineId::fromBytes(id.bytes()), id);
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 1'000);
    QVERIFY(!PipelineId::fromText(u"nonsense").has_value());
}

void TstBase::isoTimesRoundTrip()
{
    for (const qint64 ms : {qint64(0), qint64(1'767'225'600'123), qint64(-1), kMinInstant, kMaxInstant - 1})
        QCOMPARE(parseIso(isoUtc(ms)), std::optional(ms));
    QCOMPARE(parseIso(u"2026-11-22T15:00:00+01:00"), parseIso(u"2026-11-22T14:00:00Z"));
    QCOMPARE(parseIso(u"2026-11-22T14:00:00"), parseIso(u"2026-11-22T14:00:00Z"));
    QVERIFY(!parseIso(u"yesterday").has_value());
}

void TstBase::currenciesKnowTheirDigits()
{
    QCOMPARE(currencyDigits(u"EUR"), std::optional(2));
    QCOMPARE(currencyDigits(u"jpy"), std::optional(0));
    QCOMPARE(currencyDigits(u"KWD"), std::optional(3));
    QCOMPARE(currencyDigits(u"XXZ"), std::nullopt);
}

DASH_TEST(TstBase)
#include "tst_base.moc"
