// A 210° arc from lowest to highest, thresholds outside, the figure in the middle.
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

constexpr double kStart = 195; // degrees, counted as QPainter does; 210° clockwise from here
constexpr double kSweep = 210;

struct Reading {
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = 0, high = 100;
    QString unit;
    std::optional<Decimal> exact;
};

Reading readingOf(const WidgetScene &scene)
{
    Reading r;
    r.unit = scene.widget.unit;
    if (!scene.widget.queries.empty()) {
        const QueryValue shown = queryValue(scene, 0, ValueOf::Latest);
        r.unit = unitOfQuery(scene, 0);
        r.value = shown.value;
        r.exact = shown.exact;
    }
    r.low = optionNumber(scene.widget, QLatin1StringView("minimum")).value_or(0);
    r.high = optionNumber(scene.widget, QLatin1StringView("maximum")).value_or(100);
    if (!(r.high > r.low))
        r.high = r.low + 1;
    return r;
}

QColor arcColor(const WidgetScene &scene, double value)
{
    const bool moreIsBetter = optionIsOn(scene.widget, QLatin1StringView("more_is_better"), false);
    QColor color = scene.tokens.accent;
    for (const Threshold &threshold : scene.widget.thresholds) {
        const bool crossed = moreIsBetter ? value < threshold.value : value > threshold.value;
        if (crossed && threshold.level == Threshold::Level::Error)
            return scene.tokens.error;
        if (crossed && threshold.level == Threshold::Level::Warn)
            color = scene.tokens.warnGraphic;
    }
    return color;
}

void paintGauge(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    const Reading r = readingOf(scene);
    const double radius = std::max(10.0, std::min(rect.width() / 2 - 24, (rect.height() - 30) / 1.3));
    const QPointF center(rect.center().x(), rect.top() + 12 + radius);
    const QRectF circle(center.x() - radius, center.y() - radius, radius * 2, radius * 2);
    const auto arc = [&](const QRectF &on, double from, double to, const QColor &color, double width) {
        QPen pen(color, width);
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawArc(on, static_cast<int>(std::lround((kStart - from * kSweep) * 16)),
                         static_cast<int>(std::lround(-(to - from) * kSweep * 16)));
    };
    const auto share = [&r](double v) { return std::clamp((v - r.low) / (r.high - r.low), 0.0, 1.0); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    arc(circle.adjusted(5, 5, -5, -5), 0, 1, scene.tokens.track, 10);
    if (std::isfinite(r.value))
        arc(circle.adjusted(5, 5, -5, -5), 0, share(r.value), arcColor(scene, r.value), 10);
    const bool moreIsBetter = optionIsOn(scene.widget, QLatin1StringView("more_is_better"), false);
    std::vector<Threshold> thresholds = scene.widget.thresholds;
    std::sort(thresholds.begin(), thresholds.end(),
              [](const Threshold &a, const Threshold &b) { return a.value < b.value; });
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const Threshold &t = thresholds[i];
        const QColor color = t.level == Threshold::Level::Error  ? scene.tokens.error
                             : t.level == Threshold::Level::Warn ? scene.tokens.warnGraphic
                                                                 : scene.tokens.secondary;
        const double from = moreIsBetter ? (i > 0 ? share(thresholds[i - 1].value) : 0) : share(t.value);
        const double to =
            moreIsBetter ? share(t.value) : (i + 1 < thresholds.size() ? share(thresholds[i + 1].value) : 1);
        arc(circle.adjusted(-4, -4, 4, 4), from, to, color, 2.5);
    }
    painter->restore();
    const ShownUnit unit = shownUnit(r.unit, r.value);
    ChartSpec spec;
    spec.decimals = scene.widget.decimals;
    QString number;
    if (r.exact && unit.factor == 1.0)
        number = valueText(r.value, spec, {}, scene.look.locale, scene.look.direction, r.exact);
    else
        number = cardNumber(r.value * unit.factor, scene.widget.decimals, scene.look.locale);
    FontRole role = radius >= 80 ? FontRole::FigureLarge : FontRole::Figure;
    for (const FontRole smaller : {FontRole::Figure, FontRole::PageTitle, FontRole::Title, FontRole::Small}) {
        if (textWidth(number, role) <= radius * 2 - 36)
            break;
        role = smaller;
    }
    const double numberWidth = textWidth(number, role);
    const double unitWidth = unit.unit.isEmpty() ? 0 : 5 + textWidth(unit.unit, FontRole::Small);
    const double left = center.x() - (numberWidth + unitWidth) / 2;
    const auto flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute;
    paintText(painter, QRectF(left, center.y() - 24, numberWidth + 2, 36), number, role, scene.tokens.text, flags);
    paintText(painter, QRectF(left + numberWidth + 5, center.y() - 18, unitWidth + 2, 32), unit.unit, FontRole::Small,
              scene.tokens.secondary, flags);
    const double endY = center.y() + radius * 0.26 + 6;
    const auto end = [&](double v, double x) {
        const QString text = cardNumber(v * unit.factor, -1, scene.look.locale);
        paintText(painter, QRectF(x - 40, endY, 80, 16), text, FontRole::Caption, scene.tokens.tertiary,
                  Qt::AlignCenter);
    };
    end(r.low, center.x() - radius * 0.93);
    end(r.high, center.x() + radius * 0.93);
}

} // namespace

WidgetType gaugeWidgetType()
{
    WidgetType type;
    type.id = QStringLiteral("gauge");
    type.icon = QStringLiteral("gauge");
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Gauge");
    type.combines = true;
    type.cells = {3, 5};
    Parameter low, high, better;
    low.name = QStringLiteral("minimum");
    low.kind = ParameterKind::Number;
    low.label = QT_TRANSLATE_NOOP("Parameter", "Lowest");
    low.defaultValue = 0;
    high.name = QStringLiteral("maximum");
    high.kind = ParameterKind::Number;
    high.label = QT_TRANSLATE_NOOP("Parameter", "Highest");
    high.defaultValue = 100;
    better.name = QStringLiteral("more_is_better");
    better.kind = ParameterKind::Toggle;
    better.label = QT_TRANSLATE_NOOP("Parameter", "More is better");
    better.defaultValue = false;
    type.parameters = {low, high, better};
    type.request = [](const Widget &widget, const RequestFrame &frame) {
        WidgetRequest request;
        request.queries = widget.queries;
        request.visibleEnd = frame.visible.to;
        request.wantsColumns = false;
        return request;
    };
    type.paint = paintGauge;
    type.summary = [](const WidgetScene &scene) {
        const Reading r = readingOf(scene);
        ChartSpec spec;
        spec.decimals = scene.widget.decimals;
        return QCoreApplication::translate("WidgetType", "%1, between %2 and %3")
            .arg(fullValueText(r.value, spec, r.unit, scene.look.locale, scene.look.direction, r.exact),
                 cardNumber(r.low, -1, scene.look.locale), cardNumber(r.high, -1, scene.look.locale));
    };
    return type;
}

} // namespace dash
