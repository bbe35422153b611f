#pragma once
// One number for a query, made of all its series as the query says: what stat and gauge show. Pure.

#include "app/dashboards/widget_type.h"

#include <limits>
#include <optional>

namespace dash {

struct QueryValue {
    double value = std::numeric_limits<double>::quiet_NaN(); // NaN: no series has a number
    std::optional<Decimal> exact;                            // of int64 and decimal series that are not scaled
};

// Latest: newest values. Window: the query's aggregate over what is visible.
enum class ValueOf { Latest, Window };
QueryValue queryValue(const WidgetScene &scene, std::size_t query, ValueOf of);
// The same of the period before; never exact.
double valueBefore(const WidgetScene &scene, std::size_t query, ValueOf of);

// The unit a query's numbers have: its own, the widget's, or the one its series are stored with.
QString unitOfQuery(const WidgetScene &scene, std::size_t query);
Combine combineOf(const WidgetScene &scene, std::size_t query);

} // namespace dash
