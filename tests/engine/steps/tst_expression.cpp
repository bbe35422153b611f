#include "core/engine/context.h"
#include "core/engine/expression/expression.h"
#include "core/engine/expression/tokens.h"
#include "tests/engine/steps/rows.h"

#include <limits>
#include <random>

using namespace dash;
using namespace dash::test;

class TstExpression : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void errors_data();
    void errors();
    void rowErrors_data();
    void rowErrors();
    void aBatchIsItsRowsOneByOne();
    void placesOfOtherRowsDoNotShow_data();
    void placesOfOtherRowsDoNotShow();
    void aDecimalFitsWhateverTheOtherRowsAre();
    void decimalsStayExact();
    void wholeNumbersNeverWrap();
    void aBranchNotTakenCausesNoError();
    void anUnknownFieldNamesWhoDelivers();
    void typesAreToldWithoutRows();
    void aRowThatFailsHasNoValue();
    void tokensColourTheEditor();
    void everyFunctionIsDocumented();
    void hugeAndDeepExpressionsAreRefused();
    void theBudgetStopsALongEvaluation();

private:
    static Batch sample();
};

Batch TstExpression::sample()
{
    Batch batch = rows(
        {R"({"cents":2557,"fees":73,"status":"paid","ratio":0.5,"big":9223372036854775807,"flag":true,"empty":null,"name":"Köln Süd","created":"2026-03-29T00:30:00Z","order":{"customer":{"name":"Ada"},"items":[{"sku":"A-1","price":2.5},{"sku":"B-2","price":4}]}})",
         R"({"cents":-10,"fees":null,"status":"open","ratio":-1.25,"big":0,"flag":false,"empty":null,"name":"","created":"2026-10-25T01:30:00Z","order":{"customer":{"name":null},"items":[]}})"});
    batch.set(QStringLiteral("net amount"), decimals({"24.84", "-0.10"}), {});
    return batch;
}

void TstExpression::values_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // JSON of both rows
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("(cents - fees) / 100", "24.84 null");
    row("(cents − fees) ÷ 100", "24.84 null");
    row("100 × 2", "200 200");
    row("1 + 2 * 3", "7 7");
    row("(1 + 2) * 3", "9 9");
    row("-2 ^ 2", "-4 -4");
    row("2 ^ 3 ^ 2", "512 512");
    row("7 / 2", "3.5 3.5");
    row("7 % 3", "1 1");
    row("-7 % 3", "-1 -1");
    row("0.1 + 0.2", "0.3 0.3");
    row("0.1 + 0.2 = 0.3", "true true");
    row("cents * 0.19", "485.83 -1.90");
    row("[net amount] * 2", "49.68 -0.20");
    row("`net amount` > 0", "true false");
    row("$.cents", "2557 -10");
    row("cents > 100 and status = \"paid\"", "true false");
    row("cents > 100 or fees > 1", "true null");
    row("fees > 1 and false", "false false");
    row("fees > 1 or true", "true true");
    row("not flag", "false true");
    row("!flag", "false true");
    row("fees = null", "false true");
    row("fees != 73", "false true");
    row("fees is null", "false true");
    row("fees is not null", "true false");
    row("empty = null", "true true");
    row("empty + 1", "null null");
    row("status in (\"paid\", 'open')", "true true");
    row("status not in (\"paid\")", "false true");
    row("cents between -10 and 100", "false true");
    row("cents not between -10 and 100", "true false");
    row("status like \"p%\"", "true false");
    row("status like '_pen'", "false true");
    row("status ilike 'PAID'", "true false");
    row("name like 'K_ln%'", "true false");
    row("fees ?? 0", "73 0");
    row("coalesce(empty, fees, cents)", "73 -10");
    row("if(cents > 0, \"plus\", \"minus\")", "\"plus\" \"minus\"");
    row("case when cents > 100 then 1 when cents < 0 then -1 else 0 end", "1 -1");
    row("case status when 'paid' then 1 end", "1 null");
    row("if(flag, 1, 0.5)", "1.0 0.5");
    row("status & '-' & cents", "\"paid-2557\" \"open--10\"");
    row("status || '!'", "\"paid!\" \"open!\"");
    row("status + '!'", "\"paid!\" \"open!\"");
    row("ratio < cents", "true false");
    row("big = 9223372036854775807", "true false");
    row("big > 9223372036854775806.0", "true false");
    row("round(2.345, 2)", "2.35 2.35");
    row("round(ratio)", "1 -1");
    row("round(cents, -2)", "2600 0");
    row("floor(ratio)", "0 -2");
    row("ceil(ratio)", "1 -1");
    row("abs(cents)", "2557 10");
    row("abs([net amount])", "24.84 0.10");
    row("min(cents, fees, 5)", "5 -10");
    row("max(cents, fees, 5)", "2557 5");
    row("sign(cents)", "1 -1");
    row("mod(cents, 100)", "57 -10");
    row("sqrt(9)", "3 3");
    row("pow(2, 10)", "1024 1024");
    row("log(1000, 10)", "3 3");
    row("exp(0)", "1 1");
    row("upper(name)", "\"KÖLN SÜD\" \"\"");
    row("lower(\"ABC\")", "\"abc\" \"abc\"");
    row("trim('  a b ')", "\"a b\" \"a b\"");
    row("left(name, 2)", "\"Kö\" \"\"");
    row("right(name, 3)", "\"Süd\" \"\"");
    row("mid(name, 2, 3)", "\"öln\" \"\"");
    row("substr(name, 6)", "\"Süd\" \"\"");
    row("length(name)", "8 0");
    row("replace(status, 'a', 'oo')", "\"pooid\" \"open\"");
    row("contains(status, 'ai')", "true false");
    row("startswith(status, 'pa')", "true false");
    row("endswith(status, 'en')", "false true");
    row("split_part('a/b/c', '/', 2)", "\"b\" \"b\"");
    row("split_part('a/b/c', '/', -1)", "\"c\" \"c\"");
    row("concat(status, fees)", "\"paid73\" \"open\"");
    row("number('12.5') + 1", "13.5 13.5");
    row("decimal('12.345', 2)", "12.35 12.35");
    row("decimal(cents) / 3", "852.333333 -3.333333");
    row("left(name, 1e300)", "\"Köln Süd\" \"\"");
    row("mid(status, 2, 1e300)", "\"aid\" \"pen\"");
    row("text(12.50)", "\"12.50\" \"12.50\"");
    row("regex_match(status, '^p.*d$')", "true false");
    row("regex_extract('order 17', '[0-9]+')", "\"17\" \"17\"");
    row("regex_extract('a=1;b=2', '(\\w)=2', 1)", "\"b\" \"b\"");
    row("regex_replace('0171-22 33', '[^0-9]', '')", "\"01712233\" \"01712233\"");
    row("order.customer.name", "\"Ada\" null");
    row("order.items[0].sku", "\"A-1\" null");
    row("order.items[-1].price * 2", "8 null");
    row("order[\"customer\"].name = 'Ada'", "true false");
    row("length(order.items)", "2 0");
    row("year(created)", "2026 2026");
    row("hour(created, 'Europe/Berlin')", "1 2");
    row("weekday(created)", "7 7");
    row("date_trunc('day', created, 'Europe/Berlin')", "\"2026-03-28T23:00:00Z\" \"2026-10-24T22:00:00Z\"");
    row("created >= '2026-06-01'", "false true");
    row("created - '2026-03-29' < 5m", "false false");
    row("created + 1h", "\"2026-03-29T01:30:00Z\" \"2026-10-25T02:30:00Z\"");
    row("datediff('day', '2026-01-01', '2026-03-01')", "59 59");
    row("datediff('month', '2026-01-31', '2026-03-01')", "1 1");
    row("dateadd('month', 1, '2026-01-31T00:00:00Z')", "\"2026-02-28T00:00:00Z\" \"2026-02-28T00:00:00Z\"");
    row("format_time(created, 'dd.MM.yyyy HH:mm', 'Europe/Berlin')", "\"29.03.2026 01:30\" \"25.10.2026 02:30\"");
    row("parse_time('22.11.2026 14:30', 'dd.MM.yyyy HH:mm', 'Europe/Berlin')",
        "\"2026-11-22T13:30:00Z\" \"2026-11-22T13:30:00Z\"");
    row("is_null(fees)", "false true");
    row("nullif(cents, -10)", "2557 null");
    row("now()", "\"2026-01-01T00:00:00Z\" \"2026-01-01T00:00:00Z\"");
    row("'it''s'", "\"it's\" \"it's\"");
    row("1_000_000", "1000000 1000000");
    row("1e3", "1000 1000");
}

void TstExpression::values()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto compiled = Expression::compile(text);
    QVERIFY_RESULT(compiled);
    const ManualClock clock;
    const auto out = compiled->evaluate(sample(), {&clock, nullptr, {}, {}});
    QVERIFY_RESULT(out);
    QCOMPARE(out->errors.size(), std::size_t{0});
    QCOMPARE(out->column->size(), std::size_t{2});
    std::string shownRows;
    appendCellJson(shownRows, *out->column, 0);
    shownRows += ' ';
    appendCellJson(shownRows, *out->column, 1);
    QCOMPARE(QString::fromStdString(shownRows), expected);
}

void TstExpression::errors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("position");
    const auto row = [](const char *text, const char *code, int position) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code) << position;
    };
    row("", "expression.syntax", 1);
    row("1 +", "expression.syntax", 4);
    row("(1", "expression.syntax", 3);
    row("1 2", "expression.syntax", 3);
    row("'open", "expression.syntax", 1);
    row("a # b", "expression.syntax", 3);
    row("1 < cents < 3", "expression.syntax", 11);
    row("round()", "expression.syntax", 1);
    row("rond(1)", "expression.unknown_function", 1);
    row("(cents - fee) / 100", "expression.unknown_field", 10);
    row("status * 2", "expression.type", 1);
    row("2 + status", "expression.type", 5);
    row("cents and flag", "expression.type", 1);
    row("status > 3", "expression.type", 1);
    row("if(flag, 1, 'x')", "expression.type", 1);
    row("cents.name", "expression.type", 1);
    row("created > 'yesterday'", "expression.type", 1);
    row("hour(created, 'Mars/City')", "expression.type", 15);
    row("regex_match(status, '(')", "expression.syntax", 21);
    row("case cents end", "expression.syntax", 12);
    row("case end", "expression.syntax", 6);
}

void TstExpression::errors()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, position);
    const auto compiled = Expression::compile(text);
    Error error;
    if (!compiled) {
        error = compiled.error();
    } else {
        const auto out = compiled->evaluate(sample(), {});
        QVERIFY(!out);
        error = out.error();
    }
    QCOMPARE(QString(errorCodeText(error.code)), code);
    QCOMPARE(error.arg(QLatin1StringView("position")).toInt(), position);
    QVERIFY(errorSentence(error).endsWith(u'.') || errorSentence(error).endsWith(u'?'));
}

void TstExpression::rowErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("failing"); // the row that fails, -1: both
    const auto row = [](const char *text, int failing) { QTest::newRow(text) << QString::fromUtf8(text) << failing; };
    row("big + 1", 0);
    row("big * 2", 0);
    row("10 / (cents + 10)", 1);
    row("1 / 0", -1);
    row("mod(5, cents + 10)", 1);
    row("sqrt(cents)", 1);
    row("log(cents)", 1);
    row("number(status)", -1);
    row("decimal(1) / (cents + 10)", 1);
    row("parse_time(status)", -1);
}

void TstExpression::rowErrors()
{
    QFETCH(QString, text);
    QFETCH(int, failing);
    const auto compiled = Expression::compile(text);
    QVERIFY_RESULT(compiled);
    const auto out = compiled->evaluate(sample(), {});
    QVERIFY_RESULT(out);
    QCOMPARE(out->errors.size(), std::size_t(failing < 0 ? 2 : 1));
    for (const RowError &error : out->errors) {
        QVERIFY(failing < 0 || static_cast<int>(error.row) == failing);
        QVERIFY(out->column->isNull(error.row));
        QVERIFY(errorSentence(error.error).endsWith(u'.'));
    }
}

void TstExpression::aBatchIsItsRowsOneByOne()
{
    std::mt19937 random(20261122);
    const QStringList numbers{QStringLiteral("a"), QStringLiteral("b"),    QStringLiteral("d"), QStringLiteral("m"),
                              QStringLiteral("3"), QStringLiteral("0.25"), QStringLiteral("-7")};
    const QStringList operators{QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("*"), QStringLiteral("/"),
                                QStringLiteral("%")};
    const QStringList comparisons{QStringLiteral("<"),  QStringLiteral("<="), QStringLiteral("="),
                                  QStringLiteral("!="), QStringLiteral(">"),  QStringLiteral(">=")};
    const auto pick = [&random](const QStringList &list) {
        return list[static_cast<qsizetype>(random() % static_cast<unsigned>(list.size()))];
    };
    std::function<QString(int)> number = [&](int depth) -> QString {
        switch (depth <= 0 ? 0 : random() % 5) {
        case 0:
            return pick(numbers);
        case 1:
            return QStringLiteral("if(%1 %2 %3, %4, %5)")
                .arg(number(depth - 1), pick(comparisons), number(depth - 1), number(depth - 1), number(depth - 1));
        case 2:
            return QStringLiteral("(%1 ?? %2)").arg(number(depth - 1), number(depth - 1));
        default:
            return QStringLiteral("(%1 %2 %3)").arg(number(depth - 1), pick(operators), number(depth - 1));
        }
    };
    Batch batch;
    batch.rows = 60;
    auto a = std::make_shared<Column>(ColumnType::Int64);
    auto b = std::make_shared<Column>(ColumnType::Int64);
    auto d = std::make_shared<Column>(ColumnType::Double);
    auto m = std::make_shared<Column>(ColumnType::Decimal, 2);
    for (std::size_t i = 0; i < batch.rows; ++i) {
        i % 7 == 0 ? a->appendNull() : a->appendInt(static_cast<std::int64_t>(random() % 20) - 10);
        b->appendInt(i % 11 == 0 ? std::numeric_limits<std::int64_t>::max() - 1
                                 : static_cast<std::int64_t>(random() % 5));
        i % 5 == 0 ? d->appendNull() : d->appendDouble(static_cast<double>(random() % 1000) / 8.0);
        m->decimals.push_back(static_cast<Int128>(random() % 10'000));
    }
    batch.fields = {{QStringLiteral("a"), a, {}},
                    {QStringLiteral("b"), b, {}},
                    {QStringLiteral("d"), d, {}},
                    {QStringLiteral("m"), m, {}}};
    for (int round = 0; round < 300; ++round) {
        const QString text = number(4);
        const auto compiled = Expression::compile(text);
        QVERIFY_RESULT(compiled);
        const auto whole = compiled->evaluate(batch, {});
        QVERIFY_RESULT(whole);
        for (std::uint32_t row = 0; row < batch.rows; ++row) {
            const auto one = compiled->evaluate(takeRows(batch, {row}), {});
            QVERIFY_RESULT(one);
            const bool failed = std::any_of(whole->errors.begin(), whole->errors.end(),
                                            [row](const RowError &e) { return e.row == row; });
            QVERIFY2(failed == !one->errors.empty(), qPrintable(text));
            QVERIFY2(whole->column->isNull(row) == one->column->isNull(0), qPrintable(text));
            QVERIFY2(cellText(*whole->column, row) == cellText(*one->column, 0), qPrintable(text));
        }
    }
}

void TstExpression::placesOfOtherRowsDoNotShow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // of the three rows
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    // Without places of their own: as few as the value needs, whatever stands in the other rows.
    row("decimal(t) & \"\"", "12.5 0.125 3");
    row("decimal(d) & \"\"", "0 1.5 0.0625");
    row("decimal(i) * decimal(d) & \"\"", "0 3 0.1875");
    row("-decimal(t) & \"\"", "-12.5 -0.125 -3");
    row("abs(decimal(t)) & \"\"", "12.5 0.125 3");
    row("concat(decimal(t) + 1, \"!\")", "13.5! 1.125! 4!");
    row("if(i > 1, decimal(t), decimal(d)) & \"\"", "0 0.125 3");
    row("max(decimal(t), decimal(d)) & \"\"", "12.5 1.5 3");
    row("length(decimal(t))", "4 5 1");
    row("number(t) / 10 & \"\"", "1.25 0.0125 0.3");
    // A quotient has six places more than its own operands, not than those of other rows.
    row("decimal(t) / 7", "1.7857143 0.017857143 0.428571");
    row("decimal(t) / 7 = 0.428571", "false false true");
    row("1 / decimal(t) & \"\"", "0.08 8 0.333333");
    // Places that the expression names are shown in every row.
    row("decimal(t, 2) & \"\"", "12.50 0.13 3.00");
    row("round(decimal(t), 2) & \"\"", "12.50 0.13 3.00");
    row("decimal(d, 1) * 2 & \"\"", "0.0 3.0 0.2");
    row("i / 100 & \"\"", "0.01 0.02 0.03");
    row("i * 100 / 100 & \"\"", "1.00 2.00 3.00");
    row("1.50 & \"\"", "1.50 1.50 1.50");
    row("if(i > 1, decimal(t, 2), null) & \"\"", " 0.13 3.00");
    // A field's are those of its column.
    row("m & \"\"", "24.840 -0.100 0.125");
}

void TstExpression::placesOfOtherRowsDoNotShow()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Batch batch =
        rows({R"({"i":1,"d":0.0,"t":"12.50"})", R"({"i":2,"d":1.5,"t":"0.125"})", R"({"i":3,"d":0.0625,"t":"3"})"});
    batch.set(QStringLiteral("m"), decimals({"24.84", "-0.1", "0.125"}));
    const auto compiled = Expression::compile(text);
    QVERIFY_RESULT(compiled);
    const auto whole = compiled->evaluate(batch, {});
    QVERIFY_RESULT(whole);
    QVERIFY(whole->errors.empty());
    QStringList alone;
    for (std::uint32_t row = 0; row < batch.rows; ++row) {
        const auto one = compiled->evaluate(takeRows(batch, {row}), {});
        QVERIFY_RESULT(one);
        QCOMPARE(one->column->type, whole->column->type);
        QCOMPARE(one->column->isNull(0), whole->column->isNull(row));
        if (one->column->type == ColumnType::Decimal)
            QVERIFY(one->column->decimal(0) == whole->column->decimal(row));
        else
            QCOMPARE(cellText(*one->column, 0), cellText(*whole->column, row));
        alone.push_back(one->column->isNull(0) ? QStringLiteral("null")
                                               : QString::fromStdString(cellText(*one->column, 0)));
    }
    QCOMPARE(alone.join(u' '), expected);
}

// A column of decimals holds 38 digits at the widest scale of its rows: what one row may hold must not hang on the
// others.
void TstExpression::aDecimalFitsWhateverTheOtherRowsAre()
{
    const Batch batch = rows({R"({"t":"0.000000000000000001"})", R"({"t":"99999999999999999999"})",
                              R"({"t":"1234567890123456789012345.125"})"});
    const auto shownBy = [&](QStringView text, const Batch &of) {
        const auto out = Expression::compile(text)->evaluate(of, {});
        if (!out)
            return errorSentence(out.error());
        QStringList cells;
        for (std::size_t row = 0; row < of.rows; ++row)
            cells.push_back(QString::fromStdString(cellText(*out->column, row)));
        for (const RowError &error : out->errors)
            cells[error.row] = error.error.arg(QLatin1StringView("reason"));
        return cells.join(u'|');
    };
    const QString tooLong =
        QStringLiteral("The number has more than 20 digits before the point. Name its places: decimal(value, 2).");
    QCOMPARE(shownBy(u"decimal(t) & ''", batch), QString(u"0.000000000000000001|99999999999999999999|" + tooLong));
    QCOMPARE(shownBy(u"decimal(t) * 3 & ''", batch), QString(u"0.000000000000000003|" + tooLong + u'|' + tooLong));
    QCOMPARE(shownBy(u"decimal(t, 2) * 3 & ''", batch),
             QStringLiteral("0.00|299999999999999999997.00|3703703670370370367037035.39"));
    for (const QStringView text : {u"decimal(t) & ''", u"decimal(t) * 3 & ''", u"decimal(t, 2) * 3 & ''",
                                   u"if(true, decimal(t), 1) & ''", u"decimal(t) % 7 & ''", u"-decimal(t) & ''"}) {
        QStringList alone;
        for (std::uint32_t row = 0; row < batch.rows; ++row)
            alone.push_back(shownBy(text, takeRows(batch, {row})));
        QCOMPARE(alone.join(u'|'), shownBy(text, batch));
    }
}

void TstExpression::decimalsStayExact()
{
    Batch batch;
    batch.rows = 1;
    batch.set(QStringLiteral("m"), decimals({"12345678901234567890123456789.01"}));
    const auto sum = Expression::compile(u"m + 0.02")->evaluate(batch, {});
    QVERIFY_RESULT(sum);
    QCOMPARE(cellText(*sum->column, 0), std::string("12345678901234567890123456789.03"));
    const auto far = Expression::compile(u"m * m")->evaluate(batch, {});
    QVERIFY_RESULT(far);
    QCOMPARE(far->errors.size(), std::size_t{1});
    QVERIFY(far->column->isNull(0));
    QCOMPARE(far->errors[0].error.arg(QLatin1StringView("reason")),
             QStringLiteral("The result is too large for a decimal of 38 digits."));
}

void TstExpression::wholeNumbersNeverWrap()
{
    Batch batch;
    batch.rows = 3;
    auto n = std::make_shared<Column>(ColumnType::Int64);
    n->appendInt(std::numeric_limits<std::int64_t>::min());
    n->appendInt(9'007'199'254'740'993);
    n->appendInt(-1);
    batch.set(QStringLiteral("n"), n);
    const auto negated = Expression::compile(u"-n")->evaluate(batch, {});
    QVERIFY_RESULT(negated);
    QCOMPARE(negated->errors.size(), std::size_t{1});
    QCOMPARE(negated->errors[0].row, 0U);
    const auto same = Expression::compile(u"n + 0")->evaluate(batch, {});
    QCOMPARE(cellText(*same->column, 1), std::string("9007199254740993"));
    const auto rest = Expression::compile(u"n % -1")->evaluate(batch, {});
    QVERIFY_RESULT(rest);
    QVERIFY(rest->errors.empty());
    const auto less = Expression::compile(u"n > 9007199254740992.0")->evaluate(batch, {});
    QCOMPARE(cellText(*less->column, 1), std::string("true"));
}

void TstExpression::aBranchNotTakenCausesNoError()
{
    for (const char *text :
         {"if(cents = -10, 0, 10 / (cents + 10))", "cents != -10 and 10 / (cents + 10) > 0",
          "cents = -10 or 10 / (cents + 10) > 0", "1 ?? 1 / 0", "case when flag then 1 else 0 end"}) {
        const auto out = Expression::compile(QString::fromLatin1(text))->evaluate(sample(), {});
        QVERIFY_RESULT(out);
        QVERIFY2(out->errors.empty(), text);
    }
}

void TstExpression::anUnknownFieldNamesWhoDelivers()
{
    const auto out = Expression::compile(u"(cents - fee) / 100")
                         ->evaluate(sample(), {nullptr, nullptr, QStringLiteral("Orders API"), {}});
    QVERIFY(!out);
    QCOMPARE(errorSentence(out.error()), QStringLiteral("There is no field “fee” here. Orders API delivers fees."));
    QCOMPARE(out.error().arg(QLatin1StringView("suggestion")), QStringLiteral("fees"));
    QCOMPARE(out.error().arg(QLatin1StringView("length")), QStringLiteral("3"));
    const auto known =
        Expression::compile(u"fee ?? 1")->evaluate(sample(), {nullptr, nullptr, {}, {QStringLiteral("fee")}});
    QVERIFY_RESULT(known);
    QCOMPARE(cellText(*known->column, 0), std::string("1"));
}

void TstExpression::typesAreToldWithoutRows()
{
    const Batch none = takeRows(sample(), {});
    const auto net = Expression::compile(u"(cents - fees) / 100")->evaluate(none, {});
    QVERIFY_RESULT(net);
    QCOMPARE(net->column->type, ColumnType::Decimal);
    QCOMPARE(Expression::compile(u"status = 'x'")->evaluate(none, {})->column->type, ColumnType::Bool);
    QVERIFY(!Expression::compile(u"status * 2")->evaluate(none, {}));
    QCOMPARE(Expression::compile(u"order.customer.name & 'x'")->evaluate(none, {})->column->type, ColumnType::Text);
}

void TstExpression::aRowThatFailsHasNoValue()
{
    Batch batch;
    batch.rows = 2;
    auto column = std::make_shared<Column>(ColumnType::Int64);
    column->appendInt(std::numeric_limits<std::int64_t>::max());
    column->appendInt(1);
    batch.set(QStringLiteral("i"), column);
    for (const char *text : {"1 & (10 + i)", "(10 + i) ?? 0", "is_null(10 + i)"}) {
        const ManualClock clock;
        const auto out = Expression::compile(QString::fromLatin1(text))->evaluate(batch, {&clock, nullptr, {}, {}});
        QVERIFY_RESULT(out);
        QCOMPARE(out->errors.size(), 1U);
        QVERIFY2(out->column->isNull(0), text);
        QVERIFY2(!out->column->isNull(1), text);
    }
}

void TstExpression::tokensColourTheEditor()
{
    const auto tokens = expressionTokens(u"round([net amount] * 0.19, 2) >= 'x' and §");
    QStringList seen;
    for (const ExpressionToken &token : tokens)
        seen.push_back(QStringLiteral("%1@%2+%3").arg(static_cast<int>(token.kind)).arg(token.start).arg(token.length));
    QCOMPARE(seen.join(u' '),
             QStringLiteral("3@0+5 5@5+1 0@6+12 5@19+1 1@21+4 5@25+1 1@27+1 5@28+1 5@30+2 2@33+3 4@37+3 6@41+1"));
}

void TstExpression::everyFunctionIsDocumented()
{
    QVERIFY(expressionFunctions().size() > 40);
    for (const ExpressionFunction &function : expressionFunctions()) {
        const QString signature = QString::fromUtf8(function.signature);
        QVERIFY2(signature.startsWith(QLatin1StringView(function.name)), function.name);
        QVERIFY2(QString::fromUtf8(function.help).endsWith(u'.'), function.name);
        const auto example = Expression::compile(QString::fromUtf8(function.example));
        QVERIFY2(example, function.name);
        // An example without fields is a comparison that holds.
        if (!example->fields().isEmpty())
            continue;
        Batch one;
        one.rows = 1;
        const ManualClock clock;
        const auto value = example->evaluate(one, {&clock, nullptr, {}, {}});
        QVERIFY2(value && value->errors.empty() && !value->column->isNull(0), function.name);
        if (value->column->type == ColumnType::Bool)
            QVERIFY2(value->column->bools[0] == 1, function.example);
    }
}

void TstExpression::hugeAndDeepExpressionsAreRefused()
{
    QCOMPARE(codeOf(Expression::compile(QString(20'000, u'1'))), QStringLiteral("expression.syntax"));
    QCOMPARE(codeOf(Expression::compile(QString(5'000, u'('))), QStringLiteral("expression.syntax"));
    QCOMPARE(codeOf(Expression::compile(QString(QString(5'000, u'-') + u'1'))), QStringLiteral("expression.syntax"));
    QCOMPARE(codeOf(Expression::compile(QString(QStringLiteral("not ").repeated(3000) + u'a'))),
             QStringLiteral("expression.syntax"));
    QCOMPARE(codeOf(Expression::compile(QString(QStringLiteral("1") + QStringLiteral("+1").repeated(7000)))),
             QStringLiteral("expression.syntax"));
    QVERIFY_RESULT(Expression::compile(QString(QStringLiteral("1") + QStringLiteral("+1").repeated(300))));
}

void TstExpression::theBudgetStopsALongEvaluation()
{
    const ManualClock clock;
    CancelToken cancel;
    Budget budget(clock, Millis(0), 0, 0, cancel);
    cancel.cancel();
    const auto out = Expression::compile(u"cents + 1")->evaluate(sample(), {&clock, &budget, {}, {}});
    QCOMPARE(codeOf(out), QStringLiteral("cancelled"));
}

DASH_TEST(TstExpression)
#include "tst_expression.moc"
