#include "tests/app/shell/pages.h"

namespace dash::test {

World::World()
{
    auto opened = Workspace::open(folder.path(), clock, random);
    if (!opened)
        qFatal("no workspace");
    workspace = std::move(*opened);
    const auto dashboard = [&](const char *name) {
        Dashboard made;
        made.id = DashboardId::create(clock.now(), random);
        made.name = QString::fromUtf8(name);
        clock.advance(Millis(5));
        workspace->putDashboard(made, {QStringLiteral("New dashboard"), {}});
        return made.id;
    };
    const auto pipeline = [&](const char *name) {
        Pipeline made;
        made.id = PipelineId::create(clock.now(), random);
        made.name = QString::fromUtf8(name);
        clock.advance(Millis(5));
        workspace->putPipeline(made, {QStringLiteral("New pipeline"), {}});
        return made.id;
    };
    revenue = dashboard("Revenue");
    computer = dashboard("This computer");
    orders = pipeline("Shop orders");
    sensors = pipeline("Cold room sensors");
}

std::vector<WindowPage> World::pages() const
{
    using Place = PageEntry::Place;
    const auto named = [](const QString &name) {
        return [name](const QString &id, QWidget *parent) -> Page * { return new PlainPage(name + u' ' + id, parent); };
    };
    const auto plain = [](const QString &name) {
        return [name](const QString &, QWidget *parent) -> Page * { return new PlainPage(name, parent); };
    };
    return {{QStringLiteral("dashboards"), QStringLiteral("Dashboards"), QStringLiteral("dashboards"), Place::Main,
             named(QStringLiteral("Dashboard"))},
            {QStringLiteral("pipelines"), QStringLiteral("Pipelines"), QStringLiteral("pipelines"), Place::Main,
             named(QStringLiteral("Pipeline"))},
            {QStringLiteral("data"), QStringLiteral("Data"), QStringLiteral("data"), Place::Main,
             plain(QStringLiteral("Data"))},
            {QStringLiteral("templates"), QStringLiteral("Templates"), QStringLiteral("templates"), Place::Main,
             plain(QStringLiteral("Templates"))},
            {QStringLiteral("settings"), QStringLiteral("Settings"), QStringLiteral("settings"), Place::Foot,
             plain(QStringLiteral("Settings"))},
            {QStringLiteral("help"), QStringLiteral("Help"), QStringLiteral("info"), Place::Unlisted,
             plain(QStringLiteral("Help"))}};
}

} // namespace dash::test
