#pragma once
// From a reader's columns to what is painted: times and values in order, gaps marked, stacks summed. Made once for each
// answer; every frame only maps it to pixels.

#include "app/charts/chart_data.h"

#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace dash {

enum class ChartKind { Line, Area, Bar };
enum class StackMode { Off, On, Percent };

// What a missing stretch looks like.
struct GapRule {
    enum class Kind { Auto, After, Connect, Zero } kind = Kind::Auto;
    qint64 after = 0; // After: leave empty when points are further apart than this
};

struct ChartSpec {
    ChartKind kind = ChartKind::Line;
    StackMode stack = StackMode::Off;
    GapRule gaps;
    QString unit;
    bool unitOnAxis = false; // the head says something else
    int decimals = -1;
    std::optional<double> low, high; // fixed bounds of the value axis
    bool fromZero = false;
    bool envelope = true;
    bool moreIsBetter = false; // which side of a threshold is bad
    bool verticalGrid = false;
    bool fitUnits = true; // values in the unit of their axis; off: as stored
    int top = 0;          // > 0: so many series with the highest average, the others as one
    std::vector<Threshold> thresholds;
};

inline bool isStacked(const ChartSpec &spec)
{
    return spec.stack != StackMode::Off && spec.kind != ChartKind::Line;
}

struct Trace {
    QString key;  // stable identity of the series: owner, name, labels
    QString name; // as the legend says it
    QString unit; // of its values; empty = the chart's
    std::size_t query = 0;
    Aggregate aggregate = Aggregate::Average;
    int slot = 0;   // 0-based colour slot
    int dashes = 0; // 0 solid, 1 and 2 the next rounds of colours
    int axis = 0;   // 1: the second value axis
    bool hidden = false;
    bool noAxis = false;   // hidden because a third unit has no axis
    bool previous = false; // the period before, moved here
    bool many = false;     // some columns stand for more than one point: low and high are worth drawing
    qint64 spacing = 0;    // usual distance of two points
    double latest = 0;     // newest value, NaN without one
    qint64 latestTime = 0;

    std::vector<qint64> time;
    std::vector<double> value;     // the top of a stack
    std::vector<double> own;       // the series' own value: equals `value` unless stacked
    std::vector<double> base;      // bottom of a stack; empty when not stacked
    std::vector<double> low, high; // lowest and highest of the own values a point stands for
    std::vector<double> weight;    // how many stored points it stands for; 0: made between two of them
    std::vector<qint64> from, to;  // edges of the column
    std::vector<SeriesGap> gaps;   // stored points that cannot be read, as the store says
    std::vector<char> breaks;      // 1: no line from the point before to this one
    // Exact values of int64 and decimal series, in units of 10^-scale, where the query does not scale them. All empty
    // for the others; `exact` says which of `units` count (averages do not).
    int scale = 0;
    std::vector<qint64> units, lowUnits, highUnits;
    std::vector<char> exact;
    std::optional<Decimal> latestExact;

    // Exact own value, lowest and highest of point i; nothing where only a double is known.
    std::optional<Decimal> exactOwn(std::size_t i) const
    {
        return i < exact.size() && exact[i] ? std::optional(Decimal{units[i], scale}) : std::nullopt;
    }
    std::optional<Decimal> exactLow(std::size_t i) const
    {
        return i < lowUnits.size() ? std::optional(Decimal{lowUnits[i], scale}) : std::nullopt;
    }
    std::optional<Decimal> exactHigh(std::size_t i) const
    {
        return i < highUnits.size() ? std::optional(Decimal{highUnits[i], scale}) : std::nullopt;
    }

    // The unreadable stretch at `t`; null for none.
    const SeriesGap *gapAt(qint64 t) const;
    // Index of the point nearest to `t`, or nothing when it is further away than a gap.
    std::optional<std::size_t> nearest(qint64 t) const;
};

// Colours: the key's hash names a slot, the next free one is taken when it is in use. One per dashboard.
class SeriesSlots {
public:
    // 0-based running number: slot = n % 10, round = n / 10. A wish (1 … 10) is granted as it is.
    int numberFor(const QString &key, int wish = 0);
    void setColor(const QString &key, int slot) { m_numbers[key] = slot; }
    friend bool operator==(const SeriesSlots &a, const SeriesSlots &b) { return a.m_numbers == b.m_numbers; }

private:
    QHash<QString, int> m_numbers;
    QHash<int, int> m_uses;
};

// Colours that queries ask for, before any is given by itself: a series has one colour on all of a dashboard.
void grantWishes(const WidgetData &data, SeriesSlots &slots);
// Key of what stands for all the others of a chart with a `top`.
QString restKey();
// Words that came with a template are kept in English and said in the reader's language; other words stay as they are.
QString templateWords(const QString &text);
QString seriesKeyText(const SeriesKey &key);
// Names for the legend: the query's pattern, or what differs.
std::vector<QString> legendNames(const WidgetData &data);
std::vector<Trace> buildTraces(const WidgetData &data, const ChartSpec &spec, SeriesSlots &slots,
                               const QSet<QString> &hidden);

} // namespace dash
