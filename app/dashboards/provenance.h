#pragma once
// Which pipeline makes the points of a query, and by which steps.

#include "app/app_context.h"
#include "app/dashboards/widget_card.h"

namespace dash {

Provenance provenanceOf(const AppContext &context, const WidgetQuery &query, const SeriesKey *key);

} // namespace dash
