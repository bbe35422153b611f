#include "tests/app/dashboards/page_world.h"

#include "app/charts/chart_view.h"

#include <QtTest/QtTest>

namespace dash::test {

PageWorld::PageWorld()
{
    auto workspace = Workspace::open(m_folder.path(), clock, m_random);
    if (!workspace)
        qFatal("no workspace: %s", qPrintable(errorSentence(workspace.error())));
    m_workspace = std::move(*workspace);
    auto points = PointsDb::open(m_folder.path(), {}, clock);
    if (!points)
        qFatal("no points: %s", qPrintable(errorSentence(points.error())));
    m_points = std::move(*points);
    m_host = std::make_unique<PipelineHost>(
        *m_points, PipelineHost::Environment{clock, m_random, m_secrets, m_folder.path(), 1}, m_registry);
    m_context = std::make_unique<AppContext>(AppContext{clock, m_random, *m_workspace, *m_points, *m_host, m_secrets,
                                                        m_registry, &navigator, nullptr, nullptr, m_folder.path()});
    m_workspace->setSetting(QStringLiteral("firstRun.dismissed"), true);
}

PageWorld::~PageWorld()
{
    m_page.reset();
    m_context.reset();
    m_host.reset();
    m_points.reset();
    m_workspace.reset();
}

void PageWorld::commit(SeriesInfo info, PointBlock block)
{
    RunCommit commit;
    block.series = static_cast<SeriesId>(0);
    commit.series.emplace_back(info.key, info);
    commit.points.push_back(std::move(block));
    if (const auto done = m_points->commit(std::move(commit)); !done)
        qFatal("not stored: %s", qPrintable(errorSentence(done.error())));
}

void PageWorld::put(const char *name, const std::vector<std::pair<qint64, double>> &points, std::vector<Label> labels,
                    const char *unit)
{
    SeriesInfo info;
    info.unit = unit;
    info.key.name = name;
    info.key.labels = std::move(labels);
    PointBlock block;
    for (const auto &[time, value] : points) {
        block.times.push_back(time);
        block.doubles.push_back(value);
    }
    commit(std::move(info), std::move(block));
}

void PageWorld::putUnits(const char *name, ValueType type, int scale,
                         const std::vector<std::pair<qint64, qint64>> &points, std::vector<Label> labels)
{
    SeriesInfo info;
    info.key.name = name;
    info.key.labels = std::move(labels);
    info.type = type;
    info.scale = scale;
    PointBlock block;
    for (const auto &[time, units] : points) {
        block.times.push_back(time);
        block.ints.push_back(units);
    }
    commit(std::move(info), std::move(block));
}

void PageWorld::putTexts(const char *name, const std::vector<std::pair<qint64, std::string>> &points)
{
    SeriesInfo info;
    info.key.name = name;
    info.type = ValueType::Text;
    PointBlock block;
    for (const auto &[time, text] : points) {
        block.times.push_back(time);
        block.texts.push_back(text);
    }
    commit(std::move(info), std::move(block));
}

DashboardsPage &PageWorld::open(const Dashboard &dashboard, QSize size)
{
    m_id = dashboard.id;
    m_workspace->putDashboard(dashboard, {QStringLiteral("Make"), {}});
    m_page = std::make_unique<DashboardsPage>(*m_context, m_id.text());
    m_page->resize(size);
    m_page->show();
    m_page->shown({});
    if (!QTest::qWaitForWindowExposed(m_page.get()) || !settle())
        qFatal("the page did not come up");
    return *m_page;
}

WidgetCard *PageWorld::card(std::size_t index) const
{
    return m_page->grid()->card(dashboard().widgets.at(index).id);
}

bool PageWorld::settle()
{
    return QTest::qWaitFor(
        [this] {
            const std::vector<WidgetCard *> cards = m_page->grid()->cards();
            return std::all_of(cards.begin(), cards.end(),
                               [](const WidgetCard *card) { return card->answered() && !card->waiting(); });
        },
        10'000);
}

Dashboard oneChart(std::vector<QString> series, const QString &type)
{
    Dashboard dashboard;
    dashboard.id = DashboardId{QUuid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    dashboard.name = QStringLiteral("One chart");
    dashboard.window.last = Millis(600'000);
    dashboard.widgets = {widgetOf(type, QStringLiteral("Response time"), {0, 0, 12, 12}, std::move(series))};
    return dashboard;
}

} // namespace dash::test
