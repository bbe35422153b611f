// Where one batch ends and the next begins is chance: no step may give other rows for it. Random rows of all kinds, cut
// at random places, beside the same rows in one batch; and beside what a few lines of plain code make of them row by
// row.

#include "core/base/zone.h"
#include "tests/engine/steps/rows.h"

#include <QJsonArray>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace dash;
using namespace dash::test;

namespace {

class Chance {
public:
    explicit Chance(unsigned seed)
        : m_random(seed)
    {
    }
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    bool in(int chances) { return below(chances) == 0; }
    template <class T>
    T of(std::initializer_list<T> values)
    {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }

private:
    std::mt19937 m_random;
};

constexpr qint64 kMinute = 60'000;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Times over the days on which Berlin's clocks change, mostly rising, with ties, steps back and gaps.
std::vector<std::optional<qint64>> randomTimes(Chance &chance, std::size_t count)
{
    qint64 at = *parseIso(
        QString::fromLatin1(chance.of({"2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z", "2026-12-31T20:00:00Z"})));
    std::vector<std::optional<qint64>> out;
    for (std::size_t i = 0; i < count; ++i) {
        at += chance.of({0, 0, 1, 1, 5, 30, 60, 180, -45}) * kMinute;
        out.push_back(chance.in(15) ? std::nullopt : std::optional(at));
    }
    return out;
}

Batch randomRows(Chance &chance, std::size_t count)
{
    Batch batch;
    batch.rows = count;
    const auto add = [&](const char *name, ColumnType type, int nulls, auto one, int scale = 0) {
        auto column = std::make_shared<Column>(type, scale);
        for (std::size_t i = 0; i < count; ++i) {
            if (nulls > 0 && chance.in(nulls))
                column->appendNull();
            else
                one(*column, i);
        }
        batch.set(QString::fromLatin1(name), std::move(column));
    };
    const auto times = randomTimes(chance, count);
    add("at", ColumnType::Instant, 0,
        [&](Column &c, std::size_t i) { times[i] ? c.appendInt(*times[i]) : c.appendNull(); });
    add("stamp", ColumnType::Text, 12, [&](Column &c, std::size_t) {
        c.appendText(chance.of({"2026-03-29 02:30", "2026-10-25 02:30", "2026-03-29T00:30:00Z", "2026-02-30", "",
                                "soon", "2026-06-01 12:00:00.5"}));
    });
    add("dated", ColumnType::Text, 20, [&](Column &c, std::size_t) {
        c.appendText(chance.of({"03/04/2026", "05/06/2026", "12/25/2026", "06/07/2026"}));
    });
    add("shop", ColumnType::Text, 8, [&](Column &c, std::size_t) {
        c.appendText(chance.of({"a", "b", "b", "Köln", ""}));
    });
    add("k", ColumnType::Int64, 9, [&](Column &c, std::size_t) { c.appendInt(chance.below(4)); });
    add("n", ColumnType::Int64, 7,
        [&](Column &c, std::size_t) { c.appendInt(chance.in(12) ? 9'007'199'254'740'993 : chance.below(40) - 15); });
    add("counter", ColumnType::Int64, 9, [&](Column &c, std::size_t i) {
        c.appendInt(chance.in(10) ? 2 : static_cast<std::int64_t>(i) * 3 + chance.below(3));
    });
    add("d", ColumnType::Double, 7, [&](Column &c, std::size_t) {
        c.appendDouble(chance.of({0.5, 2.0, 2.0, -0.0, 1e300, -3.25, 0.1, kNan, kInfinity, 7.0}));
    });
    add(
        "m", ColumnType::Decimal, 7,
        [&](Column &c, std::size_t) {
            const auto value =
                parseDecimal(chance.of({"12.5", "12.500", "0.125", "-3", "3.00", "999999999999999999.99"}));
            (void)c.appendDecimal(*value); // all fit
        },
        3);
    add("flag", ColumnType::Bool, 6, [&](Column &c, std::size_t) { c.appendBool(chance.in(2)); });
    add("code", ColumnType::Text, 12, [&](Column &c, std::size_t) {
        c.appendText(chance.of({"EUR", "JPY", "KWD", "??"}));
    });
    add("items", ColumnType::Json, 6, [&](Column &c, std::size_t) {
        c.appendText(chance.of({R"([{"sku":"A","n":1},{"sku":"B"}])", R"([{"sku":"C","n":2.5,"x":[1]}])", "[]",
                                R"([{"sku":null,"n":7}])"}));
    });
    add("list", ColumnType::Json, 6, [&](Column &c, std::size_t) {
        c.appendText(chance.of({"[1,2,3]", "[]", "[4]", "[null,5]"}));
    });
    add("wide", ColumnType::Json, 6, [&](Column &c, std::size_t) {
        c.appendText(chance.of({R"({"t":[1,2],"v":[5,6],"c":"x"})", R"({"t":[3],"v":[7,8]})", R"({"t":[],"v":[]})",
                                R"({"t":[4],"v":[9],"w":[true]})", R"({"c":1})"}));
    });
    add("table", ColumnType::Json, 6, [&](Column &c, std::size_t) {
        c.appendText(chance.of({R"([["a","b"],[1,2],[3,4]])", R"([["a","b"],[5]])", R"([["b","e"],[6,7,8]])", "[]",
                                R"({"not":"a table"})"}));
    });
    return batch;
}

// What a format would make of these rows had they come alone: decimals with the places they need, numbers that are all
// whole as whole numbers, a field without any value as text.
Batch asTheyWouldCome(const Batch &part)
{
    Batch out = part;
    if (part.rows == 0)
        return out;
    for (const Field &field : part.fields) {
        const Column &from = *field.column;
        auto to = std::make_shared<Column>(from.type);
        bool any = false;
        bool whole = from.type == ColumnType::Double;
        for (std::size_t row = 0; row < part.rows; ++row) {
            if (from.isNull(row))
                continue;
            any = true;
            whole = whole && std::abs(from.doubles[row]) < 1e15 && from.doubles[row] == std::floor(from.doubles[row]);
        }
        if (!any)
            to = std::make_shared<Column>(ColumnType::Text);
        else if (whole)
            to = std::make_shared<Column>(ColumnType::Int64);
        for (std::size_t row = 0; row < part.rows; ++row) {
            if (from.isNull(row)) {
                to->appendNull();
            } else if (whole) {
                to->appendInt(static_cast<std::int64_t>(from.doubles[row]));
            } else if (from.type == ColumnType::Decimal) {
                const auto least = parseDecimal(cellText(from, row));
                Decimal value = *least;
                while (value.scale > 0 && value.units % 10 == 0) {
                    value.units /= 10;
                    --value.scale;
                }
                (void)to->appendDecimal(value); // all fit
            } else {
                to->appendFrom(from, row);
            }
        }
        out.set(field.name, std::move(to));
    }
    return out;
}

std::vector<Batch> parts(Chance &chance, const Batch &whole, bool narrowed)
{
    std::vector<Batch> out;
    std::uint32_t row = 0;
    while (row < whole.rows) {
        const auto size =
            std::min<std::size_t>(static_cast<std::size_t>(chance.of({0, 1, 1, 2, 3, 7, 20})), whole.rows - row);
        std::vector<std::uint32_t> rows(size);
        for (std::uint32_t &r : rows)
            r = row++;
        const Batch part = takeRows(whole, rows);
        out.push_back(narrowed ? asTheyWouldCome(part) : part);
    }
    return out;
}

// A cell so that equal values are equal texts, of whatever kind of number; empty for none.
QString cell(const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return {};
    QString text = QString::fromStdString(cellText(column, row));
    if (column.type == ColumnType::Decimal && text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    if (column.type == ColumnType::Double && column.doubles[row] == 0)
        return QStringLiteral("0");
    return column.type == ColumnType::Text ? u'"' + text + u'"' : text;
}

// Fields in the order of their names: which a batch happens to have first is no part of a row.
QString line(const Batch &batch, std::size_t row)
{
    std::map<QString, QString> cells;
    for (const Field &field : batch.fields) {
        if (const QString text = cell(*field.column, row); !text.isEmpty())
            cells.emplace(field.name, text);
    }
    QString out;
    for (const auto &[name, text] : cells)
        out += name + u'=' + text + u' ';
    return out;
}

struct Given {
    QStringList rows;
    QStringList rejected;
    QString error;
};

// `state`: of the run before, and then of this one.
Given given(const char *type, const QByteArray &config, const std::vector<Batch> &batches, QByteArray *state = nullptr)
{
    StepRun run(type, config.constData(), state != nullptr ? *state : QByteArray());
    Given out;
    const auto take = [&](const Result<Batch> &batch) {
        if (!batch) {
            out.error = StepRun::text(batch.error());
            return false;
        }
        for (std::size_t row = 0; row < batch->rows; ++row)
            out.rows.push_back(line(*batch, row));
        return true;
    };
    bool going = true;
    for (std::size_t i = 0; i < batches.size() && going; ++i)
        going = take(run.process(batches[i]));
    if (going)
        take(run.finish());
    if (state != nullptr)
        *state = run.newState;
    for (const Reject &reject : run.rejects)
        out.rejected.push_back(errorSentence(reject.reason) + QStringLiteral(" <- ") +
                               line(batchFromJsonRows({reject.record}), 0));
    return out;
}

// The first line in which they differ; empty when they are the same.
QByteArray difference(const QStringList &actual, const QStringList &expected)
{
    for (qsizetype i = 0; i < std::max(actual.size(), expected.size()); ++i) {
        if (actual.value(i) != expected.value(i))
            return QStringLiteral("line %1 of %2 and %3:\n  %4\nshould be\n  %5")
                .arg(i)
                .arg(actual.size())
                .arg(expected.size())
                .arg(actual.value(i, QStringLiteral("missing")), expected.value(i, QStringLiteral("missing")))
                .toUtf8();
    }
    return {};
}

const Column &field(const Batch &batch, const char *name)
{
    return *batch.column(QString::fromLatin1(name));
}

} // namespace

class TstStepsSplit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void batchesDoNotShow_data();
    void batchesDoNotShow();
    void runsDoNotShow_data();
    void runsDoNotShow();
    void filterIsItsCondition();
    void dedupeIsASet();
    void cumulativeIsASum();
    void rateIsADifference();
    void groupIsSumsByKey();

private:
    // Runs `check` for many random inputs (fully typed, as one batch, cut); says the seed of the one that failed.
    void forSeeds(unsigned seeds,
                  const std::function<void(const Batch &, const Batch &, const std::vector<Batch> &)> &check);
};

void TstStepsSplit::forSeeds(unsigned seeds,
                             const std::function<void(const Batch &, const Batch &, const std::vector<Batch> &)> &check)
{
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        const Batch rows = randomRows(chance, static_cast<std::size_t>(1 + chance.below(60)));
        const bool narrowed = seed % 2 == 0;
        const std::vector<Batch> cut = parts(chance, rows, narrowed);
        const Batch whole = narrowed ? asTheyWouldCome(rows) : rows;
        check(rows, whole, cut);
        if (QTest::currentTestFailed()) {
            qWarning("seed %u: %zu rows in %zu batches", seed, whole.rows, cut.size());
            return;
        }
    }
}

void TstStepsSplit::batchesDoNotShow_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("config");
    int count = 0;
    const auto row = [&count](const char *type, const char *config) {
        QTest::addRow("%s %d", type, ++count) << QByteArray(type) << QByteArray(config);
    };
    row("select",
        R"({"fields":[{"path":"n","name":"whole","type":"int64"},{"path":"m","name":"money","type":"decimal2"},{"path":"d","type":"double"},{"path":"wide.t[0]","name":"first"},{"path":"shop","type":"int64","name":"bad"}]})");
    row("select",
        R"({"fields":[{"path":"stamp","name":"when","type":"instant"}],"others":"keep","drop":["items","m"]})");
    row("select",
        R"({"fields":[{"path":"d","name":"i","type":"int64"},{"path":"flag","type":"bool"}],"onError":"null"})");
    row("parse_time", R"({"field":"stamp","zone":"Europe/Berlin","ambiguous":"reject"})");
    row("parse_time", R"({"field":"stamp","format":"iso","zone":"Europe/Berlin","as":"when","onError":"null"})");
    row("parse_time", R"({"field":"dated","as":"day"})");
    row("parse_time", R"({"field":"n","format":"epoch_s","as":"when"})");
    row("filter", R"({"where":"n > 3 or d < 1 and shop <> 'b'"})");
    row("filter", R"({"where":"number(mid(stamp, 1, 4)) > 3"})");
    row("filter", R"({"where":"m >= 3 and not flag"})");
    row("derive",
        R"j({"fields":[{"name":"x","value":"m * n"},{"name":"y","value":"n / k"},{"name":"z","value":"decimal(d) & shop"},{"name":"w","value":"coalesce(x, m, n)"}]})j");
    row("derive",
        R"j({"fields":[{"name":"day","value":"date_trunc('day', at, 'Europe/Berlin')"},{"name":"left","value":"datediff('hour', day, at)"},{"name":"when","value":"parse_time(stamp)","type":"text"}],"onError":"null"})j");
    row("explode", R"({"field":"items"})");
    row("explode", R"({"field":"list","keepEmpty":true,"as":"entry"})");
    row("explode", R"({"field":"wide","spread":false})");
    row("unzip", R"({"path":"$.wide"})");
    row("unzip", R"({"path":"$.wide","uneven":"reject","prefix":"w_"})");
    row("unzip", R"({"path":"$.table","shape":"table"})");
    row("dedupe", R"({"key":["shop","k"]})");
    row("dedupe", R"({"key":["d"],"remember":2})");
    row("dedupe", R"({"key":["m"],"remember":1,"keep":"changed"})");
    row("dedupe", R"({})");
    for (const char *by : {R"("by":["shop"])", R"("by":["k","d"])", R"("by":["m"])",
                           R"("by":["shop"],"time":"at","every":"day","zone":"Europe/Berlin")"}) {
        const QByteArray config =
            QByteArray("{") + by +
            R"(,"aggregates":[{"what":"count"},{"what":"sum","field":"n"},{"what":"sum","field":"m"},
{"what":"sum","field":"d"},{"what":"average","field":"m"},{"what":"average","field":"n"},{"what":"min","field":"d"},
{"what":"max","field":"d"},{"what":"min","field":"m"},{"what":"max","field":"shop"},{"what":"first","field":"d"},
{"what":"last","field":"m"},{"what":"count_distinct","field":"d"},{"what":"median","field":"n"},
{"what":"percentile","field":"counter","percent":90}]})";
        row("group", config.constData());
    }
    row("rate", R"({"field":"counter","time":"at","by":["shop"]})");
    row("rate", R"({"field":"m","time":"at","mode":"increase","by":["k"]})");
    row("rate", R"({"field":"d","time":"at","mode":"increase"})");
    row("fill_gaps", R"({"time":"at","every":"hour","zone":"Europe/Berlin","by":["shop"]})");
    row("fill_gaps", R"({"time":"at","every":"30m","with":"linear","range":"all","by":["k"]})");
    row("fill_gaps", R"({"time":"at","every":"day","zone":"Europe/Berlin","with":"zero","fields":["n","m"]})");
    row("cumulative", R"({"field":"n","by":["shop"]})");
    row("cumulative", R"({"field":"m","reset":"day","time":"at","zone":"Europe/Berlin"})");
    row("cumulative", R"({"field":"d","by":["k"],"as":"sum"})");
    row("rank", R"({"field":"n","top":2,"by":["shop"]})");
    row("rank", R"({"field":"d","top":3,"order":"smallest"})");
    row("rank", R"({"field":"m","top":1,"rest":"together","nameField":"shop","sums":["n"],"by":["k"]})");
    row("compare", R"({"field":"m","time":"at","back":"day","zone":"Europe/Berlin","by":["shop"]})");
    row("compare", R"({"field":"d","time":"at","back":"hour","keepUnmatched":false})");
    row("money", R"({"field":"n","from":"field","currencyField":"code","as":"amount"})");
    row("money", R"({"field":"m","mode":"to_minor","currency":"EUR","as":"cents"})");
    row("sort", R"({"by":[{"field":"d","direction":"down"},{"field":"shop"}]})");
    row("sort", R"({"by":[{"field":"m"},{"field":"at","direction":"down"}]})");
    row("limit", R"({"rows":17})");
}

void TstStepsSplit::batchesDoNotShow()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, config);
    int rows = 0;
    int rejected = 0;
    forSeeds(150, [&](const Batch &, const Batch &whole, const std::vector<Batch> &cut) {
        const Given once = given(type.constData(), config, {whole});
        const Given often = given(type.constData(), config, cut);
        QCOMPARE(once.error, QString());
        QCOMPARE(often.error, QString());
        QVERIFY2(difference(often.rows, once.rows).isEmpty(), difference(often.rows, once.rows));
        QVERIFY2(difference(often.rejected, once.rejected).isEmpty(), difference(often.rejected, once.rejected));
        rows += static_cast<int>(once.rows.size());
        rejected += static_cast<int>(once.rejected.size());
    });
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(rows > 30, "the settings give hardly any row");
    qInfo("%d rows, %d rejected", rows, rejected);
}

void TstStepsSplit::runsDoNotShow_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("config");
    int count = 0;
    const auto row = [&count](const char *type, const char *config) {
        QTest::addRow("%s %d", type, ++count) << QByteArray(type) << QByteArray(config);
    };
    row("dedupe", R"({"key":["shop","d"]})");
    row("dedupe", R"({"key":["k"],"keep":"changed"})");
    row("rate", R"({"field":"counter","time":"at","by":["shop"]})");
    row("rate", R"({"field":"d","time":"at","by":["k"],"mode":"increase"})");
    row("rate", R"({"field":"m","time":"at","mode":"increase"})");
    row("cumulative", R"({"field":"n","by":["shop","d"]})");
    row("cumulative", R"({"field":"m","by":["k"],"reset":"day","time":"at","zone":"Europe/Berlin"})");
    row("cumulative", R"({"field":"d"})");
}

// A run a batch, each from the state of the one before.
void TstStepsSplit::runsDoNotShow()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, config);
    forSeeds(150, [&](const Batch &, const Batch &whole, const std::vector<Batch> &cut) {
        const Given once = given(type.constData(), config, {whole});
        QCOMPARE(once.error, QString());
        Given often;
        QByteArray state;
        for (const Batch &batch : cut) {
            const Given run = given(type.constData(), config, {batch}, &state);
            QCOMPARE(run.error, QString());
            often.rows += run.rows;
            often.rejected += run.rejected;
        }
        QVERIFY2(difference(often.rows, once.rows).isEmpty(), difference(often.rows, once.rows));
        QVERIFY2(difference(often.rejected, once.rejected).isEmpty(), difference(often.rejected, once.rejected));
    });
}

void TstStepsSplit::filterIsItsCondition()
{
    forSeeds(400, [](const Batch &whole, const Batch &, const std::vector<Batch> &cut) {
        QStringList expected;
        for (std::size_t row = 0; row < whole.rows; ++row) {
            const Column &n = field(whole, "n");
            const Column &d = field(whole, "d");
            const bool large = !n.isNull(row) && n.ints[row] > 3;
            const bool small = !d.isNull(row) && d.doubles[row] < 1;
            const Column &shop = field(whole, "shop");
            if (large || (small && (shop.isNull(row) || shop.text(row) != "b")))
                expected.push_back(line(whole, row));
        }
        const Given out = given("filter", R"({"where":"n > 3 or d < 1 and shop <> 'b'"})", cut);
        QVERIFY2(difference(out.rows, expected).isEmpty(), difference(out.rows, expected));
        QVERIFY(out.rejected.isEmpty());
    });
}

void TstStepsSplit::dedupeIsASet()
{
    forSeeds(400, [](const Batch &whole, const Batch &, const std::vector<Batch> &cut) {
        std::set<std::pair<QString, QString>> seen;
        QStringList expected;
        qsizetype empty = 0;
        for (std::size_t row = 0; row < whole.rows; ++row) {
            const QString shop = cell(field(whole, "shop"), row);
            const QString m = cell(field(whole, "m"), row);
            if (shop.isEmpty() || m.isEmpty())
                ++empty;
            else if (seen.emplace(shop, m).second)
                expected.push_back(line(whole, row));
        }
        const Given out = given("dedupe", R"({"key":["shop","m"]})", cut);
        QVERIFY2(difference(out.rows, expected).isEmpty(), difference(out.rows, expected));
        QCOMPARE(out.rejected.size(), empty);
    });
}

void TstStepsSplit::cumulativeIsASum()
{
    const auto zone = Zone::load(QStringLiteral("Europe/Berlin"));
    QVERIFY_RESULT(zone);
    forSeeds(400, [&](const Batch &whole, const Batch &, const std::vector<Batch> &cut) {
        struct Open {
            qint64 day = 0; // of the local calendar
            std::optional<Decimal> total;
        };
        std::map<QString, Open> open;
        QStringList expected;
        qsizetype refused = 0;
        const Column &at = field(whole, "at");
        const Column &m = field(whole, "m");
        for (std::size_t row = 0; row < whole.rows; ++row) {
            const auto dayOf = [&] { return (*zone)->toLocal(at.ints[row]) / 86'400'000; };
            const auto known = open.find(cell(field(whole, "shop"), row));
            if (at.isNull(row) || (known != open.end() && dayOf() < known->second.day)) {
                ++refused;
                continue;
            }
            Open &now = open[cell(field(whole, "shop"), row)];
            if (now.day != dayOf())
                now = {dayOf(), std::nullopt};
            if (!m.isNull(row))
                now.total = add(now.total.value_or(Decimal{}), m.decimal(row));
            Batch with = takeRows(whole, {static_cast<std::uint32_t>(row)});
            auto total = std::make_shared<Column>(ColumnType::Decimal);
            if (now.total)
                QVERIFY(total->appendDecimal(*now.total));
            else
                total->appendNull();
            with.set(QStringLiteral("total"), std::move(total));
            expected.push_back(line(with, 0));
        }
        const Given out =
            given("cumulative", R"({"field":"m","by":["shop"],"reset":"day","time":"at","zone":"Europe/Berlin"})", cut);
        QVERIFY2(difference(out.rows, expected).isEmpty(), difference(out.rows, expected));
        QCOMPARE(out.rejected.size(), refused);
    });
}

void TstStepsSplit::rateIsADifference()
{
    forSeeds(400, [](const Batch &whole, const Batch &, const std::vector<Batch> &cut) {
        std::map<QString, std::pair<qint64, std::int64_t>> last;
        QStringList expected;
        qsizetype refused = 0;
        const Column &at = field(whole, "at");
        const Column &counter = field(whole, "counter");
        for (std::size_t row = 0; row < whole.rows; ++row) {
            Batch with = takeRows(whole, {static_cast<std::uint32_t>(row)});
            auto increase = std::make_shared<Column>(ColumnType::Int64);
            if (at.isNull(row) || counter.isNull(row)) {
                increase->appendNull();
            } else {
                const std::int64_t now = counter.ints[row];
                const auto [it, isNew] = last.try_emplace(cell(field(whole, "k"), row), at.ints[row], now);
                if (isNew || it->second.first == at.ints[row])
                    continue;
                if (at.ints[row] < it->second.first) {
                    ++refused;
                    continue;
                }
                increase->appendInt(now < it->second.second ? now : now - it->second.second);
                it->second = {at.ints[row], now};
            }
            with.set(QStringLiteral("up"), std::move(increase));
            expected.push_back(line(with, 0));
        }
        const Given out =
            given("rate", R"({"field":"counter","time":"at","by":["k"],"mode":"increase","as":"up"})", cut);
        QVERIFY2(difference(out.rows, expected).isEmpty(), difference(out.rows, expected));
        QCOMPARE(out.rejected.size(), refused);
    });
}

void TstStepsSplit::groupIsSumsByKey()
{
    forSeeds(400, [](const Batch &whole, const Batch &, const std::vector<Batch> &cut) {
        struct Cell {
            std::size_t first = 0; // row
            std::int64_t count = 0;
            std::int64_t values = 0;
            Decimal sum;
            std::optional<double> least; // not a number only where nothing else came
            std::optional<double> most;
        };
        std::map<QString, Cell> cells;
        const Column &m = field(whole, "m");
        const Column &d = field(whole, "d");
        for (std::size_t row = 0; row < whole.rows; ++row) {
            Cell &at = cells.try_emplace(cell(field(whole, "shop"), row), Cell{row, 0, 0, {}, {}, {}}).first->second;
            ++at.count;
            if (!m.isNull(row)) {
                ++at.values;
                at.sum = *add(at.sum, m.decimal(row));
            }
            if (!d.isNull(row)) {
                const double x = d.doubles[row];
                at.least = !at.least || std::isnan(*at.least) || x < *at.least ? x : *at.least;
                at.most = !at.most || std::isnan(*at.most) || x > *at.most ? x : *at.most;
            }
        }
        QStringList expected;
        for (const auto &[key, at] : cells) {
            Batch row;
            row.rows = 1;
            row.set(QStringLiteral("shop"), takeRows(field(whole, "shop"), {static_cast<std::uint32_t>(at.first)}));
            const auto put = [&row](const char *name, ColumnType type, bool any, const auto &append) {
                auto column = std::make_shared<Column>(type);
                any ? append(*column) : column->appendNull();
                row.set(QString::fromLatin1(name), std::move(column));
            };
            put("count", ColumnType::Int64, true, [&](Column &c) { c.appendInt(at.count); });
            put("sum_m", ColumnType::Decimal, at.values > 0, [&](Column &c) { QVERIFY(c.appendDecimal(at.sum)); });
            put("min_d", ColumnType::Double, at.least.has_value(), [&](Column &c) { c.appendDouble(*at.least); });
            put("max_d", ColumnType::Double, at.most.has_value(), [&](Column &c) { c.appendDouble(*at.most); });
            expected.push_back(line(row, 0));
        }
        Given out = given(
            "group",
            R"({"by":["shop"],"aggregates":[{"what":"count"},{"what":"sum","field":"m"},{"what":"min","field":"d"},{"what":"max","field":"d"}]})",
            cut);
        out.rows.sort();
        expected.sort();
        QVERIFY2(difference(out.rows, expected).isEmpty(), difference(out.rows, expected));
    });
}

DASH_TEST(TstStepsSplit)
#include "tst_steps_split.moc"
