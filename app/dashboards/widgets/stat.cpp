// One number, large: with what stands beside it, one line of context and the way it came here.
#include "app/charts/combine.h"
#include "app/dashboards/query_value.h"

#include "app/theme/fonts.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ValueOf valueOf(const Widget &widget, std::size_t query)
{
    const QString chosen = optionText(widget, QLatin1StringView("value"), QStringLiteral("last"));
    return query == 0 && chosen == u"window" ? ValueOf::Window : ValueOf::Latest;
}

QString figureText(double value, const std::optional<Decimal> &exact, double factor, int decimals,
                   const QLocale &locale)
{
    return exact && factor == 1.0 ? exactNumber(*exact, decimals >= 0 ? decimals : cardPlaces(value), locale)
                                  : cardNumber(value * factor, decimals, locale);
}

struct Peak {
    double value = kNaN;
    qint64 time = 0;
};

// The line of the first query: of its one series, or of all of them as one.
std::optional<Trace> lineOf(const WidgetScene &scene)
{
    ChartSpec spec;
    spec.kind = ChartKind::Area;
    std::vector<Trace> traces = buildTraces(scene.data, spec, scene.slots, scene.hidden);
    std::erase_if(traces, [](const Trace &t) { return t.query != 0 || t.previous || t.time.empty(); });
    if (traces.empty())
        return std::nullopt;
    return combinedTrace(traces, combineOf(scene, 0));
}

Peak peakOf(const WidgetScene &scene)
{
    Peak peak;
    const std::optional<Trace> line = lineOf(scene);
    for (std::size_t i = 0; line && i < line->time.size(); ++i) {
        const double v = line->many ? line->high[i] : line->value[i];
        const bool visible =
            line->time[i] >= static_cast<qint64>(scene.from) && line->time[i] <= static_cast<qint64>(scene.to);
        if (visible && !std::isnan(v) && (std::isnan(peak.value) || v > peak.value))
            peak = {v, line->time[i]};
    }
    return peak;
}

// "{B} used, {C} cached", "Peak {peak} at {peak_time}".
QString fillText(const WidgetScene &scene, const QString &pattern)
{
    ChartSpec spec;
    spec.decimals = scene.widget.decimals;
    QString text = pattern;
    for (std::size_t q = 0; q < scene.widget.queries.size(); ++q) {
        const QString key = u'{' + queryLetter(q) + u'}';
        if (text.contains(key)) {
            ChartSpec own;
            const QueryValue value = queryValue(scene, q, valueOf(scene.widget, q));
            text.replace(key, valueText(value.value, own, unitOfQuery(scene, q), scene.look.locale,
                                        scene.look.direction, value.exact));
        }
    }
    if (text.contains(u"{peak")) {
        const Peak peak = peakOf(scene);
        if (std::isnan(peak.value)) // a sentence about nothing
            return {};
        const qint64 day = floorToInterval(peak.time, 86'400'000, scene.look.zone);
        const bool today = day == floorToInterval(scene.now, 86'400'000, scene.look.zone);
        text.replace(QStringLiteral("{peak}"),
                     valueText(peak.value, spec, unitOfQuery(scene, 0), scene.look.locale, scene.look.direction));
        text.replace(QStringLiteral("{peak_time}"),
                     momentText(peak.time, 60'000, today ? TimeRange{day, day + 1} : TimeRange{0, kMaxInstant - 1},
                                scene.look.zone, scene.look.locale));
    }
    return text;
}

void paintSparkline(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    ChartContent content;
    content.spec.kind = ChartKind::Area;
    content.spec.envelope = false;
    std::optional<Trace> line = lineOf(scene);
    if (!line)
        return;
    content.traces.push_back(std::move(*line));
    // No axis: the line takes its own room, zero at the bottom unless the values are far from it.
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Trace &trace : content.traces) {
        for (std::size_t i = 0; i < trace.time.size(); ++i) {
            if (trace.time[i] >= static_cast<qint64>(scene.from) && std::isfinite(trace.value[i])) {
                low = std::min(low, trace.value[i]);
                high = std::max(high, trace.value[i]);
            }
        }
    }
    if (!(low <= high))
        return;
    const double floor = low >= 0 ? 0 : low;
    ChartLayout layout;
    layout.area = rect;
    layout.plot = rect.adjusted(0, 4, -6, 0);
    layout.from = scene.from;
    layout.to = scene.to;
    layout.values[0].low = low > high * 0.98 ? high * 0.3 : floor;
    const bool flat = !(high / 2 - layout.values[0].low / 2 > 0); // also where the difference is no double
    layout.values[0].high = flat ? layout.values[0].low + 1 : high;
    painter->save();
    paintData(painter, content, layout, scene.tokens, scene.detail);
    painter->setRenderHint(QPainter::Antialiasing);
    const Trace &trace = content.traces.front();
    if (!trace.time.empty() && std::isfinite(trace.value.back()) &&
        trace.time.back() <= static_cast<qint64>(scene.to)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(traceColor(trace, scene.tokens));
        painter->drawEllipse(QPointF(layout.x(static_cast<double>(trace.time.back())), layout.y(trace.value.back())),
                             2.5, 2.5);
    }
    painter->restore();
}

QColor figureColor(const WidgetScene &scene, double value)
{
    const bool moreIsBetter = optionIsOn(scene.widget, QLatin1StringView("more_is_better"), false);
    QColor color = scene.tokens.text;
    for (const Threshold &threshold : scene.widget.thresholds) {
        const bool crossed = moreIsBetter ? value < threshold.value : value > threshold.value;
        if (!crossed || threshold.level == Threshold::Level::Goal)
            continue;
        if (threshold.level == Threshold::Level::Error)
            return scene.tokens.error;
        color = scene.tokens.warn;
    }
    return color;
}

struct Words {
    QString number, unit, change, beside, context;
    QColor changeColor;
    double value = kNaN;
};

Words wordsOf(const WidgetScene &scene)
{
    Words words;
    if (scene.widget.queries.empty())
        return words;
    const ValueOf of = valueOf(scene.widget, 0);
    const QueryValue shown = queryValue(scene, 0, of);
    words.value = shown.value;
    const ShownUnit unit = shownUnit(unitOfQuery(scene, 0), words.value);
    words.number = std::isnan(words.value)
                       ? QStringLiteral("–")
                       : figureText(words.value, shown.exact, unit.factor, scene.widget.decimals, scene.look.locale);
    words.unit = unit.unit;
    for (const DrawnSeries &drawn : scene.data.series) {
        if (drawn.query == 0 && drawn.info.type == ValueType::Text && !drawn.last.times.empty())
            words.number = QString::fromStdString(drawn.last.texts[0]);
    }
    words.beside = fillText(scene, templateWords(optionText(scene.widget, QLatin1StringView("beside"))));
    words.context = fillText(scene, templateWords(optionText(scene.widget, QLatin1StringView("context"))));
    if (scene.data.request.previousOffset > 0) {
        const double before = valueBefore(scene, 0, of);
        if (std::isfinite(before) && before != 0 && std::isfinite(words.value)) {
            double percent = (words.value - before) / std::abs(before) * 100;
            if (std::abs(percent) < 0.05) // "0.0 %", not "−0.0 %"
                percent = 0;
            const bool better = (percent > 0) == optionIsOn(scene.widget, QLatin1StringView("more_is_better"), false);
            words.change =
                withUnit((percent > 0 ? QStringLiteral("+") : QString()) + cardNumber(percent, 1, scene.look.locale),
                         QStringLiteral("%"), scene.look.direction);
            words.changeColor = std::abs(percent) < 0.05 ? scene.tokens.tertiary
                                : better                 ? scene.tokens.ok
                                                         : scene.tokens.error;
            if (words.context.isEmpty()) {
                const ShownUnit beforeUnit = shownUnit(unitOfQuery(scene, 0), before);
                words.context =
                    QCoreApplication::translate("WidgetType", "%1 before")
                        .arg(withUnit(cardNumber(before * beforeUnit.factor, scene.widget.decimals, scene.look.locale),
                                      beforeUnit.unit, scene.look.direction));
            }
        }
    }
    return words;
}

void paintStat(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    const Words words = wordsOf(scene);
    const bool large = rect.height() >= 200 - 36;
    // The largest that shows the whole number with its unit.
    FontRole role = large ? FontRole::FigureLarge : FontRole::Figure;
    const double wanted = rect.width() - 24 - (words.unit.isEmpty() ? 0 : 6 + textWidth(words.unit, FontRole::Small));
    for (const FontRole smaller : {FontRole::Figure, FontRole::PageTitle, FontRole::Title, FontRole::SmallMedium}) {
        if (textWidth(words.number, role) <= wanted)
            break;
        role = smaller;
    }
    const bool mirrored = scene.look.direction == Qt::RightToLeft;
    const double line = large ? 40 : 32;
    const QRectF inner = rect.adjusted(12, 0, -12, 0);
    const double top = rect.top() - 4;
    const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    // Number and unit stay left to right in every direction; the unit stands before the number in right-to-left text.
    double used = 0;
    const auto put = [&](const QString &text, FontRole textRole, const QColor &color, double gap, double drop) {
        if (text.isEmpty())
            return;
        double width = textWidth(text, textRole);
        if (used == 0) // what does not fit at all is cut with "…", never left out
            width = std::min(width, inner.width());
        const double x = mirrored ? inner.right() - used - gap - width : inner.left() + used + gap;
        if (used + gap + width > inner.width() + 2)
            return;
        paintText(painter, QRectF(x, top + drop, width + 2, line), text, textRole, color,
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        used += gap + width;
    };
    const double drop = large ? 6 : 4;
    if (mirrored) {
        put(words.unit, FontRole::Small, scene.tokens.secondary, 0, drop);
        put(words.number, role, figureColor(scene, words.value), 6, 0);
    } else {
        put(words.number, role, figureColor(scene, words.value), 0, 0);
        put(words.unit, FontRole::Small, scene.tokens.secondary, 6, drop);
    }
    put(words.change, FontRole::SmallMedium, words.changeColor, 10, drop);
    put(words.beside, FontRole::Small, scene.tokens.secondary, 10, drop);
    paintText(painter, QRectF(inner.left(), top + line, inner.width(), 16), words.context, FontRole::Small,
              scene.tokens.tertiary, lead);
    const double sparkTop = top + line + 16 + 8;
    if (optionIsOn(scene.widget, QLatin1StringView("sparkline"), true) && rect.bottom() - sparkTop >= 16) {
        const double height = large ? rect.bottom() - sparkTop - 3 : std::min(44.0, rect.bottom() - sparkTop - 3);
        paintSparkline(painter, QRectF(rect.left() + 3, rect.bottom() - 3 - height, rect.width() - 6, height), scene);
    }
}

Parameter textParameter(const char *name, const char *label, const char *help)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Text;
    p.label = label;
    p.help = help;
    return p;
}

} // namespace

WidgetType statWidgetType()
{
    WidgetType type;
    type.id = QStringLiteral("stat");
    type.icon = QStringLiteral("stat");
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Stat");
    type.combines = true;
    type.cells = {3, 3};
    Parameter value;
    value.name = QStringLiteral("value");
    value.kind = ParameterKind::Choice;
    value.label = QT_TRANSLATE_NOOP("Parameter", "Number shown");
    value.defaultValue = QStringLiteral("last");
    value.choices = {{QStringLiteral("last"), QT_TRANSLATE_NOOP("Parameter", "Latest value")},
                     {QStringLiteral("window"), QT_TRANSLATE_NOOP("Parameter", "Over the whole time shown")}};
    Parameter sparkline;
    sparkline.name = QStringLiteral("sparkline");
    sparkline.kind = ParameterKind::Toggle;
    sparkline.label = QT_TRANSLATE_NOOP("Parameter", "Sparkline");
    sparkline.defaultValue = true;
    Parameter better;
    better.name = QStringLiteral("more_is_better");
    better.kind = ParameterKind::Toggle;
    better.label = QT_TRANSLATE_NOOP("Parameter", "More is better");
    better.defaultValue = false;
    Parameter compare;
    compare.name = QStringLiteral("compare");
    compare.kind = ParameterKind::Choice;
    compare.label = QT_TRANSLATE_NOOP("Parameter", "Compare with");
    compare.defaultValue = QStringLiteral("off");
    compare.choices = {{QStringLiteral("off"), QT_TRANSLATE_NOOP("Parameter", "Nothing")},
                       {QStringLiteral("previous"), QT_TRANSLATE_NOOP("Parameter", "Previous period")},
                       {QStringLiteral("1d"), QT_TRANSLATE_NOOP("Parameter", "A day before")},
                       {QStringLiteral("7d"), QT_TRANSLATE_NOOP("Parameter", "A week before")}};
    type.parameters = {
        value,
        compare,
        textParameter("beside", QT_TRANSLATE_NOOP("Parameter", "Beside the number"),
                      QT_TRANSLATE_NOOP("Parameter", "{B} is the value of series B")),
        textParameter("context", QT_TRANSLATE_NOOP("Parameter", "Line below"),
                      QT_TRANSLATE_NOOP("Parameter", "{peak} and {peak_time} are the highest value and its time")),
        sparkline,
        better};
    type.request = [](const Widget &widget, const RequestFrame &frame) {
        RequestFrame narrow = frame;
        narrow.width = std::min(frame.width, 160.0);
        narrow.margin = 0;
        WidgetRequest request = chartRequest(widget, narrow);
        request.columns.interval = 0;
        return request;
    };
    type.paint = paintStat;
    type.summary = [](const WidgetScene &scene) {
        const Words words = wordsOf(scene);
        return QStringList{words.number, words.unit, words.change, words.beside, words.context}.join(u' ').simplified();
    };
    return type;
}

} // namespace dash
