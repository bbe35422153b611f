#include "app/shell/page_registry.h"

#include "app/dashboards/dashboards_page.h"
#include "app/pipelines/pipelines_page.h"
#include "app/settings/settings_page.h"
#include "app/shell/help_page.h"

namespace dash {

// In the order of the rail. Pages of other folders add their row here.
std::vector<PageEntry> pageEntries()
{
    using Place = PageEntry::Place;
    return {
        {QStringLiteral("dashboards"), QT_TRANSLATE_NOOP("Section", "Dashboards"), "dashboards", Place::Main,
         [](AppContext &context, const QString &id, QWidget *parent) -> Page * {
             return new DashboardsPage(context, id, parent);
         }},
        {QStringLiteral("pipelines"), QT_TRANSLATE_NOOP("Section", "Pipelines"), "pipelines", Place::Main,
         [](AppContext &context, const QString &id, QWidget *parent) { return makePipelinesPage(context, id, parent); }},
        {QStringLiteral("settings"), QT_TRANSLATE_NOOP("Section", "Settings"), "settings", Place::Foot,
         [](AppContext &context, const QString &, QWidget *parent) { return makeSettingsPage(context, parent); }},
        {QStringLiteral("help"), QT_TRANSLATE_NOOP("Section", "Help"), "info", Place::Unlisted,
         [](AppContext &, const QString &, QWidget *parent) -> Page * { return new HelpPage(parent); }},
    };
}

} // namespace dash
