#include "core/engine/formats/formats.h"
#include "tests/engine/engine_world.h"

#include <QJsonDocument>

#include <cmath>

using namespace dash;
using dash::test::decode;
using dash::test::Decoded;

class TstOpenMetrics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsThePrometheusTextFormat();
    void readsOpenMetrics();
    void rejectsBrokenLinesAndGoesOn();
    void givesTheSameRowsForPortionsOfAnySize();
};

namespace {

const QByteArray kPrometheus = R"(# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9
metric_without_timestamp_and_labels 12.47
something_weird{problem="division by zero"} +Inf -3982045
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
# TYPE rpc_duration_seconds summary
rpc_duration_seconds{quantile="0.01"} NaN
)";

} // namespace

void TstOpenMetrics::readsThePrometheusTextFormat()
{
    const Decoded out = decode(openMetricsFormat(), kPrometheus);
    QCOMPARE(out.code(), QStringLiteral("ok"));
    QCOMPARE(out.rejects.size(), 0U);
    QCOMPARE(out.rows.rows, 10U);
    QCOMPARE(out.cell("name", 0), QStringLiteral("http_requests_total"));
    QCOMPARE(out.cell("type", 0), QStringLiteral("counter"));
    QCOMPARE(out.cell("method", 0), QStringLiteral("post"));
    QCOMPARE(out.cell("code", 1), QStringLiteral("400"));
    QCOMPARE(out.cell("time", 0), QStringLiteral("2014-03-17T14:26:03Z"));
    QCOMPARE(out.cell("labels", 0), QStringLiteral(R"({"method":"post","code":"200"})"));
    QCOMPARE(out.cell("path", 2), QStringLiteral("C:\\DIR\\FILE.TXT"));
    QCOMPARE(out.cell("error", 2), QStringLiteral("Cannot find file:\n\"FILE.TXT\""));
    QCOMPARE(out.cell("time", 3), QStringLiteral("2026-01-01T00:00:00Z")); // the clock's time
    QVERIFY(std::isinf(out.rows.column(u"value")->doubles[4]));
    QCOMPARE(out.cell("type", 5), QStringLiteral("histogram"));
    QCOMPARE(out.cell("le", 6), QStringLiteral("+Inf"));
    QCOMPARE(out.cell("type", 8), QStringLiteral("histogram"));
    QCOMPARE(out.cell("quantile", 9), QStringLiteral("0.01"));
    QVERIFY(std::isnan(out.rows.column(u"value")->doubles[9]));
    QCOMPARE(out.cell("le", 0), QStringLiteral("(null)"));
}

void TstOpenMetrics::readsOpenMetrics()
{
    const Decoded out =
        decode(openMetricsFormat(),
               "# TYPE foo_seconds histogram\n# UNIT foo_seconds seconds\n# HELP foo_seconds x\n"
               "foo_seconds_bucket{le=\"0.1\",name=\"n\"} 8 1520879607.789 # {trace_id=\"KOO5S4\"} 0.067 1520879606.1\n"
               "{\"a.metric\",l=\"v\"} 1 1520879607\n# EOF\nignored 1\n");
    QCOMPARE(out.rejects.size(), 0U);
    QCOMPARE(out.rows.rows, 2U);
    QCOMPARE(out.cell("unit", 0), QStringLiteral("seconds"));
    QCOMPARE(out.cell("time", 0), QStringLiteral("2018-03-12T18:33:27.789Z"));
    QCOMPARE(out.cell("label_name", 0), QStringLiteral("n"));
    const QJsonObject exemplar = QJsonDocument::fromJson(out.cell("exemplar", 0).toUtf8()).object();
    QCOMPARE(exemplar[QStringLiteral("value")].toDouble(), 0.067);
    QCOMPARE(exemplar[QStringLiteral("labels")].toObject()[QStringLiteral("trace_id")].toString(),
             QStringLiteral("KOO5S4"));
    QCOMPARE(out.cell("name", 1), QStringLiteral("a.metric"));
    QCOMPARE(out.cell("time", 1), QStringLiteral("2018-03-12T18:33:27Z"));
}

void TstOpenMetrics::rejectsBrokenLinesAndGoesOn()
{
    const Decoded out =
        decode(openMetricsFormat(),
               "good 1\nno_value\nx{a=1} 2\nx{a=\"1\" 2\ny{a=\"b\"} twelve\nz 1 soon\n{} 5\n<html>\nalso_good 2\n");
    QCOMPARE(out.rows.rows, 2U);
    QCOMPARE(out.rejects.size(), 7U);
    QCOMPARE(out.rejects[0].reason.arg(QLatin1StringView("line")), QStringLiteral("2"));
}

void TstOpenMetrics::givesTheSameRowsForPortionsOfAnySize()
{
    const Decoded whole = decode(openMetricsFormat(), kPrometheus);
    for (const qsizetype step : {1, 2, 13, 100}) {
        const Decoded cut = decode(openMetricsFormat(), kPrometheus, {}, step);
        QCOMPARE(cut.rows.rows, whole.rows.rows);
        for (std::size_t row = 0; row < whole.rows.rows; ++row)
            QCOMPARE(rowJson(cut.rows, row), rowJson(whole.rows, row));
    }
}

DASH_TEST(TstOpenMetrics)
#include "tst_open_metrics.moc"
