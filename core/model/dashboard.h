#pragma once
// A dashboard as plain data: a 12-column grid of widgets, each with its queries.

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <QJsonObject>
#include <QRect>
#include <QString>

#include <vector>

namespace dash {

inline constexpr int kDashboardFormat = 1;
inline constexpr int kGridColumns = 12;

enum class Aggregate { Average, Minimum, Maximum, Sum, Count, First, Last };
QLatin1StringView aggregateName(Aggregate aggregate);
std::optional<Aggregate> aggregateFromName(QStringView name);

// How one number is made of a query's several series. ByUnit: what adds up is added (bytes, counts, money, rates), what
// does not (shares, temperatures, durations) is averaged; lowest, highest, sum and count stay what they are.
enum class Combine { ByUnit, Sum, Average, Minimum, Maximum, First };
QLatin1StringView combineName(Combine combine);
std::optional<Combine> combineFromName(QStringView name);
// What ByUnit stands for; never ByUnit itself.
Combine combineFor(Combine chosen, Aggregate aggregate, QStringView unit);

// Series by name and labels: every label given must be equal; labels not given may be anything. `pipeline` is the id
// text of the pipeline that makes them; empty = any.
struct SeriesSelector {
    QString name;
    std::vector<std::pair<QString, QString>> labels;
    QString pipeline = {};
    friend bool operator==(const SeriesSelector &, const SeriesSelector &) = default;
};

struct WidgetQuery {
    SeriesSelector series;
    QString table; // instead of a series: rows of this table ("pipeline/output" name)
    Aggregate aggregate = Aggregate::Average;
    QString legend; // "{label}" placeholders; empty = made from what differs
    bool hidden = false;
    double scale = 1;                  // shown value = stored value × scale (bytes → MB)
    Millis every{0};                   // one value for each of these intervals; 0: one for each pixel column
    int slot = 0;                      // colour 1 … 10; 0: by the series' labels
    QString unit;                      // where it is not the widget's: drawn on a second axis
    Combine combine = Combine::ByUnit; // where one number stands for all its series: stat, gauge
    friend bool operator==(const WidgetQuery &, const WidgetQuery &) = default;
};

struct Threshold {
    enum class Level { Goal, Warn, Error };
    double value = 0;
    Level level = Level::Warn;
    QString label;
    friend bool operator==(const Threshold &, const Threshold &) = default;
};

struct Widget {
    WidgetId id;
    QString type; // registered: line, area, bar, stat, gauge, table, text
    QString title;
    QString scope;     // tertiary words beside the title ("share of 8 cores"); empty = unit
    QString unit;      // "%", "GB", "€"
    int decimals = -1; // -1: three significant digits
    QRect cells;       // x, y, width, height in grid cells
    std::vector<WidgetQuery> queries;
    std::vector<Threshold> thresholds;
    QJsonObject options; // declared parameters of the widget type (stacked, legend, text, moreIsBetter …)
    friend bool operator==(const Widget &, const Widget &) = default;
};

// Relative ("the last n") when `last` > 0, else absolute.
struct TimeWindow {
    Millis last{15 * 60'000};
    TimeRange absolute;
    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

struct Dashboard {
    DashboardId id;
    QString name;
    TimeWindow window;
    bool comparePrevious = false;
    std::vector<Widget> widgets;

    const Widget *widget(WidgetId id) const;
    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};

Result<Dashboard> parseDashboard(const QByteArray &json);
Result<Dashboard> dashboardFromJson(const QJsonObject &object);
QJsonObject dashboardToJson(const Dashboard &dashboard);
QByteArray dashboardText(const Dashboard &dashboard);

} // namespace dash
