#include "tests/app/dashboards/fixture.h"

#include <algorithm>
#include <cmath>

namespace dash::test {

namespace {

class MemorySource final : public ChartSource {
public:
    explicit MemorySource(MemoryStore &store)
        : m_store(store)
        , m_lock(store.lock)
    {
        ++store.reads;
    }

    Result<std::vector<SeriesInfo>> find(const SeriesSelector &selector) override
    {
        std::vector<SeriesInfo> found;
        for (MemoryStore::Series &series : m_store.series) {
            const bool labels = std::all_of(selector.labels.begin(), selector.labels.end(), [&](const auto &wanted) {
                return std::any_of(
                    series.info.key.labels.begin(), series.info.key.labels.end(), [&](const Label &label) {
                        return label.name == wanted.first.toStdString() && label.value == wanted.second.toStdString();
                    });
            });
            if (!labels || (!selector.name.isEmpty() && selector.name.toStdString() != series.info.key.name))
                continue;
            series.info.points = series.points.size();
            if (!series.points.empty()) {
                series.info.first = series.points.begin()->first;
                series.info.last = series.points.rbegin()->first;
            }
            found.push_back(series.info);
        }
        return found;
    }
    Result<std::vector<Buckets>> buckets(std::span<const SeriesId> ids, TimeRange range, std::size_t n) override
    {
        std::vector<Buckets> all;
        for (const SeriesId id : ids) {
            Buckets b;
            b.count.assign(n, 0);
            for (auto *column : {&b.min, &b.max, &b.first, &b.last, &b.sum})
                column->assign(n, 0);
            b.firstTime.assign(n, 0);
            b.lastTime.assign(n, 0);
            for (const SeriesGap &gap : of(id).gaps) {
                if (gap.from < range.to && gap.to > range.from)
                    b.gaps.push_back(gap);
            }
            for (const auto &[time, value] : of(id).points) {
                if (!range.contains(time))
                    continue;
                const auto i = static_cast<std::size_t>((time - range.from) * static_cast<qint64>(n) / range.span());
                if (b.count[i] == 0) {
                    b.min[i] = b.max[i] = b.first[i] = value;
                    b.firstTime[i] = time;
                }
                ++b.count[i];
                b.min[i] = std::min(b.min[i], value);
                b.max[i] = std::max(b.max[i], value);
                b.last[i] = value;
                b.lastTime[i] = time;
                b.sum[i] += value;
            }
            all.push_back(std::move(b));
        }
        return all;
    }
    Result<Points> last(SeriesId id, qint64 before) override
    {
        Points points;
        const auto &all = of(id).points;
        const auto after = all.lower_bound(before);
        if (after != all.begin()) {
            points.times.push_back(std::prev(after)->first);
            points.doubles.push_back(std::prev(after)->second);
        }
        return points;
    }
    Result<Points> range(SeriesId id, TimeRange range, std::size_t limit) override
    {
        Points points;
        for (const auto &[time, value] : of(id).points) {
            if (range.contains(time) && points.times.size() < limit) {
                points.times.push_back(time);
                points.doubles.push_back(value);
            }
        }
        return points;
    }
    Result<std::vector<TableInfo>> tables() override { return std::vector<TableInfo>(); }
    Result<Batch> rows(const TableName &, const PointsSnapshot::Order &, qint64) override { return m_store.table; }

private:
    MemoryStore::Series &of(SeriesId id) { return m_store.series[static_cast<std::size_t>(id) - 1]; }
    MemoryStore &m_store;
    std::lock_guard<std::mutex> m_lock;
};

} // namespace

SeriesId MemoryStore::add(const std::string &name, std::vector<Label> labels)
{
    Series one;
    one.info.id = static_cast<SeriesId>(series.size() + 1);
    one.info.key = {"", name, std::move(labels)};
    series.push_back(std::move(one));
    return series.back().info.id;
}

OpenChartSource MemoryStore::open()
{
    return [this]() -> Result<std::unique_ptr<ChartSource>> {
        return std::unique_ptr<ChartSource>(std::make_unique<MemorySource>(*this));
    };
}

Widget widgetOf(const QString &type, const QString &title, const QRect &cells, std::vector<QString> series)
{
    static quint32 next = 1;
    Widget widget;
    widget.id = WidgetId{QUuid(next++, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    widget.type = type;
    widget.title = title;
    widget.cells = cells;
    widget.unit = QStringLiteral("ms");
    for (const QString &name : series) {
        WidgetQuery query;
        query.series.name = name;
        widget.queries.push_back(query);
    }
    return widget;
}

Dashboard sampleDashboard(MemoryStore &store)
{
    const SeriesId a = store.add("a");
    const SeriesId b = store.add("b");
    for (int i = 0; i < 600; ++i) {
        const qint64 time = kNow - 600'000 + i * 1'000;
        store.put(a, time, i == 300 ? 97 : 20 + 5 * std::sin(i / 20.0));
        store.put(b, time, 10 + 3 * std::cos(i / 15.0));
    }
    auto names = std::make_shared<Column>(ColumnType::Text);
    names->appendText("alpha");
    names->appendText("beta");
    auto amounts = std::make_shared<Column>(ColumnType::Decimal, 2);
    [[maybe_unused]] const bool fits = amounts->appendDecimal(*parseDecimal("1234567.89"));
    amounts->appendNull();
    store.table.rows = 2;
    store.table.set(QStringLiteral("name"), names);
    store.table.set(QStringLiteral("amount"), amounts, QStringLiteral("EUR"));

    Dashboard dashboard;
    dashboard.id = DashboardId{QUuid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    dashboard.name = QStringLiteral("Latency of shops");
    dashboard.window.last = Millis(600'000);
    const QString sa = QStringLiteral("a"), sb = QStringLiteral("b");
    dashboard.widgets = {widgetOf(QStringLiteral("stat"), QStringLiteral("Now"), {0, 0, 3, 3}, {sa}),
                         widgetOf(QStringLiteral("gauge"), QStringLiteral("Load"), {3, 0, 3, 5}, {sa}),
                         widgetOf(QStringLiteral("line"), QStringLiteral("Response time"), {6, 0, 6, 6}, {sa, sb}),
                         widgetOf(QStringLiteral("area"), QStringLiteral("Stacked"), {0, 6, 6, 6}, {sa, sb}),
                         widgetOf(QStringLiteral("bar"), QStringLiteral("Counts"), {6, 6, 6, 6}, {sb}),
                         widgetOf(QStringLiteral("table"), QStringLiteral("Amounts"), {0, 12, 4, 5}, {}),
                         widgetOf(QStringLiteral("table"), QStringLiteral("Values"), {4, 12, 4, 5}, {sa, sb}),
                         widgetOf(QStringLiteral("text"), QStringLiteral("Note"), {8, 12, 4, 4}, {})};
    dashboard.widgets[3].options.insert(QStringLiteral("stack"), QStringLiteral("on"));
    WidgetQuery table;
    table.table = QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).toString(QUuid::WithoutBraces) + QStringLiteral("/amounts");
    dashboard.widgets[5].queries.push_back(table);
    dashboard.widgets[7].options.insert(QStringLiteral("text"), QStringLiteral("# Shops\n\nAll **fine** <b>raw</b>"));
    return dashboard;
}

DashboardPicture pictureOf(MemoryStore &store, const Dashboard &dashboard)
{
    auto source = store.open()();
    return readDashboard(**source, dashboard, kNow, 1'384);
}

} // namespace dash::test
