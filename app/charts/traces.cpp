#include "app/charts/traces.h"

#include "app/charts/combine.h"
#include "app/charts/stack.h"
#include "app/charts/trace_stats.h"
#include "app/charts/units.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kFar = 1e18; // beyond every instant

// FNV-1a: the same colour on every machine.
quint32 stableHash(const QString &text)
{
    quint32 hash = 2'166'136'261u;
    for (const char c : text.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
    return hash;
}

struct Sample {
    qint64 time;
    double value, low, high;
    qint64 from, to;
    qint64 units = 0, lowUnits = 0, highUnits = 0; // of a trace with exact values
    bool exact = true;
    double weight = 1;
};

void push(Trace &trace, const Sample &s, bool withUnits)
{
    trace.time.push_back(s.time);
    trace.value.push_back(s.value);
    trace.low.push_back(s.low);
    trace.high.push_back(s.high);
    trace.weight.push_back(s.weight);
    trace.from.push_back(s.from);
    trace.to.push_back(s.to);
    if (!withUnits)
        return;
    trace.units.push_back(s.units);
    trace.lowUnits.push_back(s.lowUnits);
    trace.highUnits.push_back(s.highUnits);
    trace.exact.push_back(s.exact ? 1 : 0);
}

bool showsPoints(const Buckets &buckets, Aggregate aggregate)
{
    if (aggregate == Aggregate::Count)
        return false;
    return std::all_of(buckets.count.begin(), buckets.count.end(), [](std::uint64_t c) { return c <= 2; });
}

// What an aggregate shows of bucket i, exactly; nothing for an average of several and a sum that needs more than 64
// bits.
std::optional<qint64> bucketUnits(const Buckets &b, std::size_t i, Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Minimum:
        return b.minUnits[i];
    case Aggregate::Maximum:
        return b.maxUnits[i];
    case Aggregate::First:
        return b.firstUnits[i];
    case Aggregate::Last:
        return b.lastUnits[i];
    case Aggregate::Sum:
        if (b.sumUnits[i] > std::numeric_limits<qint64>::max() || b.sumUnits[i] < std::numeric_limits<qint64>::min())
            return std::nullopt;
        return static_cast<qint64>(b.sumUnits[i]);
    case Aggregate::Average:
        return b.count[i] == 1 ? std::optional(b.firstUnits[i]) : std::nullopt;
    case Aggregate::Count:
        break;
    }
    return std::nullopt;
}

// Exact points where columns hold at most two, else one sample a column.
void fillFromColumns(Trace &trace, const DrawnColumns &columns, double scale, qint64 shift, bool wholeColumns)
{
    const Buckets &b = columns.buckets;
    const ColumnGrid &grid = *columns.grid;
    const bool points = !wholeColumns && showsPoints(b, trace.aggregate);
    const bool exact = scale == 1.0 && trace.aggregate != Aggregate::Count && !b.firstUnits.empty();
    for (SeriesGap gap : b.gaps) {
        gap.from += shift;
        gap.to += shift;
        trace.gaps.push_back(gap);
    }
    const auto pushEdge = [&](const std::optional<EdgePoint> &edge) {
        if (!edge || wholeColumns)
            return;
        const double v = edge->value * scale;
        const qint64 at = edge->time + shift;
        push(trace, {at, v, v, v, at, at, edge->units, edge->units, edge->units}, exact);
    };
    const auto pushPoint = [&](qint64 time, double value, qint64 units, std::size_t i) {
        const double v = value * scale;
        push(trace, {time + shift, v, v, v, grid.start(i) + shift, grid.start(i + 1) + shift, units, units, units},
             exact);
    };
    pushEdge(columns.before);
    for (std::size_t i = 0; i < b.count.size(); ++i) {
        if (b.count[i] == 0)
            continue;
        if (points) {
            pushPoint(b.firstTime[i], b.first[i], exact ? b.firstUnits[i] : 0, i);
            if (b.count[i] == 2)
                pushPoint(b.lastTime[i], b.last[i], exact ? b.lastUnits[i] : 0, i);
            continue;
        }
        Sample sample;
        sample.from = grid.start(i) + shift;
        sample.to = grid.start(i + 1) + shift;
        sample.value = bucketValue(b, i, trace.aggregate) * scale;
        sample.low = b.min[i] * scale;
        sample.high = b.max[i] * scale;
        if (scale < 0)
            std::swap(sample.low, sample.high);
        if (trace.aggregate == Aggregate::Average)
            sample.weight = static_cast<double>(bucketNumbers(b, i));
        if (trace.aggregate == Aggregate::Sum || trace.aggregate == Aggregate::Count)
            sample.low = sample.high = sample.value;
        sample.time = b.count[i] == 1 && !wholeColumns ? b.firstTime[i] + shift : grid.middle(i) + shift;
        if (exact) {
            const auto units = bucketUnits(b, i, trace.aggregate);
            sample.exact = units.has_value();
            sample.units = units.value_or(0);
            sample.lowUnits = b.minUnits[i];
            sample.highUnits = b.maxUnits[i];
        }
        push(trace, sample, exact);
        trace.many = trace.many || b.count[i] > 1;
    }
    pushEdge(columns.after);
    if (trace.aggregate == Aggregate::Sum || trace.aggregate == Aggregate::Count)
        trace.many = false;
}

void markGaps(Trace &trace, const GapRule &rule, qint64 columnWidth, const SeriesInfo &info)
{
    trace.breaks.assign(trace.time.size(), 0);
    // Two points, most often those before and after what is seen, do not tell how far apart points are: all of the
    // series do.
    const bool few = trace.time.size() <= 2 && info.points > 2;
    const qint64 usual = few ? (info.last - info.first) / static_cast<qint64>(info.points - 1) : 0;
    trace.spacing = std::max<qint64>(1, few ? usual : medianSpacing(trace.time));
    qint64 limit = std::max(trace.spacing * 3, columnWidth * 2);
    if (rule.kind == GapRule::Kind::After)
        limit = std::max(rule.after, columnWidth);
    for (std::size_t i = 0; i < trace.time.size(); ++i) {
        const bool broken = !std::isfinite(trace.value[i]) || (i > 0 && !std::isfinite(trace.value[i - 1]));
        const bool apart = i > 0 && rule.kind != GapRule::Kind::Connect && (trace.time.size() > 2 || few) &&
                           trace.time[i] - trace.time[i - 1] > limit;
        trace.breaks[i] = i == 0 || broken || apart ? 1 : 0;
    }
}

// Columns without points become zero, within the stretch asked for.
void fillWithZero(Trace &trace, const DrawnColumns &columns)
{
    Trace filled = trace;
    filled.time.clear();
    filled.value.clear();
    filled.low.clear();
    filled.high.clear();
    filled.weight.clear();
    filled.from.clear();
    filled.to.clear();
    filled.units.clear();
    filled.lowUnits.clear();
    filled.highUnits.clear();
    filled.exact.clear();
    const bool exact = !trace.exact.empty();
    std::size_t next = 0;
    for (std::size_t i = 0; i < columns.grid->n; ++i) {
        const qint64 from = columns.grid->start(i);
        const qint64 to = columns.grid->start(i + 1);
        bool any = false;
        while (next < trace.time.size() && trace.time[next] < to) {
            if (trace.time[next] >= from) {
                Sample sample{trace.time[next], trace.value[next], trace.low[next], trace.high[next], from, to};
                sample.weight = trace.weight[next];
                if (exact) {
                    sample.units = trace.units[next];
                    sample.lowUnits = trace.lowUnits[next];
                    sample.highUnits = trace.highUnits[next];
                    sample.exact = trace.exact[next] != 0;
                }
                push(filled, sample, exact);
                any = true;
            }
            ++next;
        }
        if (!any && to <= trace.latestTime)
            push(filled, {columns.grid->middle(i), 0, 0, 0, from, to}, exact);
    }
    trace = std::move(filled);
}

void addIdentity(Trace &trace, const DrawnSeries &drawn, const WidgetQuery &query, SeriesSlots &slots,
                 const QSet<QString> &hidden)
{
    trace.key = seriesKeyText(drawn.info.key);
    trace.query = drawn.query;
    trace.aggregate = query.aggregate;
    const int number = slots.numberFor(trace.key, query.slot);
    trace.slot = number % 10;
    trace.hidden = query.hidden || hidden.contains(trace.key);
    trace.latest = drawn.last.times.empty() ? kNaN : pointValue(drawn.last, 0) * query.scale;
    trace.latestTime = drawn.last.times.empty() ? 0 : drawn.last.times[0];
    trace.scale = drawn.info.scale;
    if (!drawn.last.times.empty() && query.scale == 1.0)
        trace.latestExact = exactPoint(drawn.last, 0);
}

// Of a series' values: what its query says, else the chart's unless it is stored with another one than the first.
QString unitOf(const DrawnSeries &drawn, const WidgetData &data, const ChartSpec &spec)
{
    const WidgetQuery &query = data.request.queries[drawn.query];
    if (!query.unit.isEmpty())
        return query.unit;
    const std::string &stored = drawn.info.unit;
    const bool asTheFirst = stored == data.series.front().info.unit;
    if (stored.empty() || query.scale != 1.0 || (asTheFirst && !spec.unit.isEmpty()))
        return {};
    return QString::fromStdString(stored);
}

void convert(Trace &trace, const UnitConversion &by)
{
    for (auto *values : {&trace.value, &trace.own, &trace.low, &trace.high}) {
        for (double &v : *values)
            v = v * by.factor + by.offset;
    }
    trace.latest = trace.latest * by.factor + by.offset;
    trace.latestExact.reset();
    trace.units.clear();
    trace.lowUnits.clear();
    trace.highUnits.clear();
    trace.exact.clear();
}

// The first unit has the first axis, the next one that measures something else the second. What measures the same as
// either is shown in its unit; a third has none.
void assignAxes(std::vector<Trace> &traces, const ChartSpec &spec)
{
    std::vector<QString> axes;
    if (!spec.unit.isEmpty())
        axes.push_back(spec.unit);
    for (Trace &trace : traces) {
        const QString unit = trace.unit.isEmpty() ? spec.unit : trace.unit;
        if (trace.hidden || trace.time.empty()) // takes no axis from the others
            continue;
        bool placed = false;
        for (std::size_t a = 0; a < axes.size() && !placed; ++a) {
            if (const auto by = unitConversion(unit, axes[a])) {
                if (unit != axes[a])
                    convert(trace, *by);
                trace.unit = axes[a];
                trace.axis = static_cast<int>(a);
                placed = true;
            }
        }
        if (placed)
            continue;
        if (axes.size() < 2) {
            trace.axis = static_cast<int>(axes.size());
            trace.unit = unit;
            axes.push_back(unit);
        } else {
            trace.hidden = trace.noAxis = true;
        }
    }
}

// Lines of one colour in one chart differ by their dashes, unless the query gave them that colour.
void markRounds(std::vector<Trace> &traces, const WidgetData &data)
{
    std::array<int, 10> uses{};
    for (Trace &trace : traces) {
        if (!trace.previous && data.request.queries[trace.query].slot == 0)
            trace.dashes = std::min(2, uses[static_cast<std::size_t>(trace.slot)]++);
    }
}

// The highest stay, the others become one at the end. Ranked by what is loaded, so that a value that comes or goes does
// not turn lines over.
void keepTop(std::vector<Trace> &traces, const ChartSpec &spec, const WidgetData &data, const QSet<QString> &hidden)
{
    const auto takesPart = [](const Trace &t) { return !t.previous && t.axis == 0 && !t.time.empty(); };
    std::vector<std::pair<double, QString>> ranked;
    for (const Trace &trace : traces) {
        if (takesPart(trace))
            ranked.emplace_back(statsOf(trace, -kFar, kFar).average, trace.key);
    }
    if (ranked.size() <= static_cast<std::size_t>(spec.top) + 1)
        return;
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QSet<QString> stay;
    for (int i = 0; i < spec.top; ++i)
        stay.insert(ranked[static_cast<std::size_t>(i)].second);
    std::vector<Trace> kept, others;
    for (Trace &trace : traces) {
        if (trace.axis != 0 || stay.contains(trace.key))
            kept.push_back(std::move(trace));
        else if (takesPart(trace))
            others.push_back(std::move(trace));
    }
    const WidgetQuery &query = data.request.queries[others.front().query];
    const QString unit = others.front().unit.isEmpty() ? spec.unit : others.front().unit;
    // Their sum belongs on a stack; beside single lines it would press them flat.
    const bool asAverage = query.combine == Combine::ByUnit && !isStacked(spec);
    const Combine how = asAverage ? Combine::Average : combineFor(query.combine, query.aggregate, unit);
    Trace rest = combinedTrace(others, how);
    rest.key = restKey();
    const int count = static_cast<int>(others.size());
    rest.name = how == Combine::Average ? QCoreApplication::translate("Chart", "%Ln other(s), average", nullptr, count)
                                        : QCoreApplication::translate("Chart", "%Ln other(s)", nullptr, count);
    rest.slot = 9;
    rest.hidden = hidden.contains(rest.key);
    rest.latest = std::numeric_limits<double>::quiet_NaN();
    rest.latestExact.reset();
    if (!rest.time.empty()) {
        rest.latest = rest.own.back();
        rest.latestTime = rest.time.back();
    }
    kept.push_back(std::move(rest));
    traces = std::move(kept);
    // So few have a colour each, which the ground of a stack needs.
    QSet<int> used{9};
    for (Trace &trace : traces) {
        trace.dashes = 0;
        if (trace.previous || trace.key == restKey())
            continue;
        for (int slot = 0; slot < 9 && used.contains(trace.slot); ++slot)
            trace.slot = used.contains(slot) ? trace.slot : slot;
        used.insert(trace.slot);
    }
}

} // namespace

QString restKey()
{
    return QStringLiteral("\nothers");
}

const SeriesGap *Trace::gapAt(qint64 t) const
{
    const auto found =
        std::find_if(gaps.begin(), gaps.end(), [t](const SeriesGap &gap) { return gap.from <= t && t < gap.to; });
    return found == gaps.end() ? nullptr : &*found;
}

std::optional<std::size_t> Trace::nearest(qint64 t) const
{
    if (time.empty())
        return std::nullopt;
    const auto after = std::lower_bound(time.begin(), time.end(), t);
    std::size_t i = static_cast<std::size_t>(after - time.begin());
    if (i == time.size() || (i > 0 && t - time[i - 1] <= time[i] - t))
        --i;
    const qint64 reach = std::max<qint64>({spacing * 3, to.empty() ? 0 : to[i] - from[i], 1});
    const qint64 distance = time[i] > t ? time[i] - t : t - time[i];
    const bool betweenJoined = i + 1 < time.size() && time[i] <= t && !breaks[i + 1];
    const bool joinedBefore = i > 0 && time[i] >= t && !breaks[i];
    if (!std::isfinite(value[i]) || (distance > reach && !betweenJoined && !joinedBefore))
        return std::nullopt;
    return i;
}

int SeriesSlots::numberFor(const QString &key, int wish)
{
    if (wish >= 1 && wish <= 10) {
        if (!m_numbers.contains(key)) { // it keeps it where nothing is wished
            m_numbers.insert(key, wish - 1);
            ++m_uses[wish - 1];
        }
        return wish - 1;
    }
    if (const auto found = m_numbers.constFind(key); found != m_numbers.constEnd())
        return *found;
    int least = 0;
    for (int slot = 0; slot < 9; ++slot)
        least = slot == 0 ? m_uses.value(slot) : std::min(least, m_uses.value(slot));
    int slot = static_cast<int>(stableHash(key) % 9); // the tenth is for "previous" and "other"
    while (m_uses.value(slot) > least)
        slot = (slot + 1) % 9;
    const int number = slot + 10 * m_uses.value(slot);
    ++m_uses[slot];
    m_numbers.insert(key, number);
    return number;
}

void grantWishes(const WidgetData &data, SeriesSlots &slots)
{
    for (const DrawnSeries &drawn : data.series) {
        if (const int wish = data.request.queries[drawn.query].slot; wish > 0)
            slots.numberFor(seriesKeyText(drawn.info.key), wish);
    }
}

QString templateWords(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("Template", text.toUtf8().constData());
}

QString seriesKeyText(const SeriesKey &key)
{
    QString text = QString::fromStdString(key.owner) + u'\n' + QString::fromStdString(key.name);
    for (const Label &label : key.labels)
        text += u'\n' + QString::fromStdString(label.name) + u'=' + QString::fromStdString(label.value);
    return text;
}

std::vector<QString> legendNames(const WidgetData &data)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([^}]+)\\}"));
    // A label that every series has tells nothing.
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> uses;
    bool oneName = true;
    for (const DrawnSeries &drawn : data.series) {
        for (const Label &label : drawn.info.key.labels)
            ++uses[{label.name, label.value}];
        oneName = oneName && drawn.info.key.name == data.series.front().info.key.name;
    }
    std::vector<QString> names;
    for (const DrawnSeries &drawn : data.series) {
        const WidgetQuery &query = data.request.queries[drawn.query];
        const auto labelValue = [&drawn](QStringView name) {
            for (const Label &label : drawn.info.key.labels) {
                if (QString::fromStdString(label.name) == name)
                    return QString::fromStdString(label.value);
            }
            return QString();
        };
        if (!query.legend.isEmpty()) {
            QString text = templateWords(query.legend);
            auto match = placeholder.match(text);
            while (match.hasMatch()) {
                const QString value = match.captured(1) == u"name" ? QString::fromStdString(drawn.info.key.name)
                                                                   : labelValue(match.captured(1));
                text.replace(match.capturedStart(), match.capturedLength(), value);
                match = placeholder.match(text, match.capturedStart() + value.size());
            }
            names.push_back(text);
            continue;
        }
        QStringList differing;
        for (const Label &label : drawn.info.key.labels) {
            if (uses[{label.name, label.value}] < data.series.size())
                differing << QString::fromStdString(label.value);
        }
        if (differing.isEmpty() || !oneName)
            differing.prepend(QString::fromStdString(drawn.info.key.name));
        names.push_back(differing.join(QStringLiteral(", ")));
    }
    return names;
}

std::vector<Trace> buildTraces(const WidgetData &data, const ChartSpec &spec, SeriesSlots &slots,
                               const QSet<QString> &hidden)
{
    std::vector<Trace> traces;
    const bool stacked = spec.stack != StackMode::Off && spec.kind != ChartKind::Line;
    const bool whole = spec.kind == ChartKind::Bar || data.request.columns.interval > 0;
    const std::vector<QString> names = legendNames(data);
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const DrawnSeries &drawn = data.series[i];
        const WidgetQuery &query = data.request.queries[drawn.query];
        if (!drawn.columns.grid || drawn.info.type == ValueType::Text)
            continue;
        Trace trace;
        addIdentity(trace, drawn, query, slots, hidden);
        trace.name = names[i];
        fillFromColumns(trace, drawn.columns, query.scale, 0, whole);
        if (spec.gaps.kind == GapRule::Kind::Zero)
            fillWithZero(trace, drawn.columns);
        markGaps(trace, spec.gaps, drawn.columns.grid->width(), drawn.info);
        trace.own = trace.value;
        trace.unit = unitOf(drawn, data, spec);
        traces.push_back(std::move(trace));
        if (drawn.previous) {
            Trace before;
            addIdentity(before, drawn, query, slots, hidden);
            before.name = names[i];
            before.previous = true;
            before.slot = 9;
            before.unit = traces.back().unit;
            fillFromColumns(before, *drawn.previous, query.scale, data.request.previousOffset, whole);
            before.many = false;
            markGaps(before, spec.gaps, drawn.previous->grid->width(), drawn.info);
            before.own = before.value;
            traces.push_back(std::move(before));
        }
    }
    markRounds(traces, data);
    if (spec.fitUnits)
        assignAxes(traces, spec);
    if (spec.top > 0)
        keepTop(traces, spec, data, hidden);
    if (stacked) { // what is measured in another unit adds up on its own
        for (const int axis : {0, 1})
            stackUp(traces, spec.stack, axis);
    }
    return traces;
}

} // namespace dash
