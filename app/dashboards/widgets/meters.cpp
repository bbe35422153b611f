#include "app/dashboards/widgets/meters.h"

#include "app/theme/fonts.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMeterRow = 73;
constexpr double kShareRow = 51, kLeastShareRow = 40;
constexpr double kTotalRow = 40;

struct MeterLine {
    QString name, path, note;
    double share = 0;
    QString key; // of the first series, for its colour
};

std::vector<MeterLine> meterLines(const WidgetScene &scene)
{
    const QString nameLabel = optionText(scene.widget, QLatin1StringView("name_label"));
    const QString pathLabel = optionText(scene.widget, QLatin1StringView("path_label"));
    std::map<std::vector<Label>, std::pair<double, double>> values;
    std::map<std::vector<Label>, QString> keys;
    std::vector<std::vector<Label>> order;
    for (const DrawnSeries &drawn : scene.data.series) {
        if (drawn.last.times.empty() || drawn.query > 1)
            continue;
        const double v = pointValue(drawn.last, 0) * scene.data.request.queries[drawn.query].scale;
        const auto [it, isNew] = values.try_emplace(drawn.info.key.labels, std::pair(kNaN, kNaN));
        if (isNew) {
            order.push_back(drawn.info.key.labels);
            keys[drawn.info.key.labels] = seriesKeyText(drawn.info.key);
        }
        (drawn.query == 0 ? it->second.first : it->second.second) = v;
    }
    double total = 0;
    for (const auto &[labels, pair] : values)
        total += std::isfinite(pair.first) ? pair.first : 0;
    const bool shares = scene.widget.queries.size() < 2;
    std::vector<MeterLine> lines;
    ChartSpec spec;
    spec.decimals = scene.widget.decimals;
    const auto say = [&](double v) {
        return valueText(v, spec, scene.widget.unit, scene.look.locale, scene.look.direction);
    };
    // "587 of 1 000 GB": the unit once, that of the whole.
    const auto saidOf = [&](double part, double whole) {
        const ShownUnit unit = shownUnit(scene.widget.unit, whole / 10);
        return QCoreApplication::translate("WidgetType", "%1 of %2")
            .arg(cardNumber(part * unit.factor, spec.decimals, scene.look.locale),
                 withUnit(cardNumber(whole * unit.factor, spec.decimals, scene.look.locale), unit.unit,
                          scene.look.direction));
    };
    for (const auto &labels : order) {
        const auto [part, whole] = values.at(labels);
        if (!std::isfinite(part))
            continue;
        MeterLine line;
        line.key = keys[labels];
        for (const Label &label : labels) {
            const QString name = QString::fromStdString(label.name);
            const QString value = QString::fromStdString(label.value);
            if (name == nameLabel || (nameLabel.isEmpty() && name != pathLabel && line.name.isEmpty()))
                line.name = value;
            if (name == pathLabel)
                line.path = value;
        }
        if (line.name.isEmpty())
            line.name = line.path;
        if (line.path == line.name)
            line.path.clear();
        const double of = shares ? total : whole;
        line.share = of > 0 ? part / of : 0;
        line.note = shares ? say(part) : saidOf(part, whole);
        lines.push_back(line);
    }
    // A share is read by rank.
    if (shares)
        std::stable_sort(lines.begin(), lines.end(),
                         [](const MeterLine &a, const MeterLine &b) { return a.share > b.share; });
    return lines;
}

bool showsShares(const WidgetScene &scene)
{
    return scene.widget.queries.size() < 2;
}

QString percentText(const WidgetScene &scene, double share, int decimals)
{
    return withUnit(scene.look.locale.toString(share * 100, 'f', decimals), QStringLiteral("%"), scene.look.direction);
}

QString totalText(const WidgetScene &scene)
{
    double total = 0;
    for (const DrawnSeries &drawn : scene.data.series) {
        const double v = drawn.last.times.empty() ? 0 : pointValue(drawn.last, 0);
        if (drawn.query == 0 && std::isfinite(v))
            total += v * scene.data.request.queries[0].scale;
    }
    ChartSpec spec;
    spec.decimals = scene.widget.decimals;
    return valueText(total, spec, scene.widget.unit, scene.look.locale, scene.look.direction);
}

void paintShares(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    const bool mirrored = scene.look.direction == Qt::RightToLeft;
    const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const auto trail = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const QRectF inner = rect.adjusted(12, 0, -12, 0);
    // From the leading edge, whichever it is.
    const auto at = [&](double x, double y, double width, double height) {
        return QRectF(mirrored ? inner.right() - x - width : inner.left() + x, y, width, height);
    };
    const std::vector<MeterLine> lines = meterLines(scene);
    double percentWidth = 0;
    for (const MeterLine &line : lines)
        percentWidth = std::max(percentWidth, textWidth(percentText(scene, line.share, 1), FontRole::SmallBold));
    percentWidth = std::ceil(percentWidth) + 2;
    double y = rect.top() + 6;
    // Closer together rather than cut.
    const double row =
        std::clamp((rect.height() - 6 - kTotalRow) / std::max<double>(1, static_cast<double>(lines.size())),
                   kLeastShareRow, kShareRow);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const MeterLine &line : lines) {
        if (y > rect.bottom())
            break;
        const QColor color = scene.tokens.series[static_cast<std::size_t>(
            scene.slots.numberFor(line.key, scene.data.request.queries[0].slot) % 10)];
        paintBox(painter, at(0, y + 6, 8, 8), 4, color);
        const double noteWidth = std::ceil(textWidth(line.note, FontRole::Small)) + 2;
        const double room = std::max(24.0, inner.width() - 16 - percentWidth - noteWidth - 28);
        paintText(painter, at(16, y, room, 20), line.name, FontRole::Body, scene.tokens.text, lead);
        paintText(painter, at(inner.width() - percentWidth - 12 - noteWidth, y, noteWidth, 20), line.note,
                  FontRole::Small, scene.tokens.tertiary, trail);
        paintText(painter, at(inner.width() - percentWidth, y, percentWidth, 20), percentText(scene, line.share, 1),
                  FontRole::SmallBold, scene.tokens.text, trail);
        paintBox(painter, at(0, y + 26, inner.width(), 6), 3, scene.tokens.track);
        const double fill = std::clamp(line.share, 0.0, 1.0) * inner.width();
        if (fill >= 1)
            paintBox(painter, at(0, y + 26, fill, 6), std::min(3.0, fill / 2), color);
        y += row;
    }
    if (lines.size() > 1) {
        // At the foot of the card where there is room.
        const double top = std::max(y, rect.bottom() - kTotalRow);
        painter->fillRect(QRectF(inner.left(), top, inner.width(), 1), scene.tokens.border);
        const QRectF total(inner.left(), top + 1, inner.width(), kTotalRow - 4);
        paintText(painter, total, QCoreApplication::translate("WidgetType", "Total"), FontRole::Body,
                  scene.tokens.secondary, lead);
        paintText(painter, total, totalText(scene), FontRole::BodyBold, scene.tokens.text, trail);
    }
    painter->restore();
}

void paintFill(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    const bool mirrored = scene.look.direction == Qt::RightToLeft;
    const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const auto trail = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const QRectF inner = rect.adjusted(12, 0, -12, 0);
    double y = rect.top() + 6;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const MeterLine &line : meterLines(scene)) {
        if (y > rect.bottom())
            break;
        const QRectF top(inner.left(), y, inner.width(), 20);
        const double nameWidth = std::min(textWidth(line.name, FontRole::Body) + 2, inner.width() - 60);
        paintText(painter,
                  mirrored ? QRectF(top.right() - nameWidth, y, nameWidth, 20) : QRectF(top.left(), y, nameWidth, 20),
                  line.name, FontRole::Body, scene.tokens.text, lead);
        const double pathRoom = std::max(0.0, inner.width() - nameWidth - 60);
        const QRectF path(mirrored ? top.right() - nameWidth - 8 - pathRoom : top.left() + nameWidth + 8, y, pathRoom,
                          20);
        paintText(painter, path, line.path, FontRole::Mono, scene.tokens.tertiary, lead);
        const QString percent =
            withUnit(scene.look.locale.toString(line.share * 100, 'f', 0), QStringLiteral("%"), scene.look.direction);
        paintText(painter, top, percent, FontRole::Body, scene.tokens.text, trail);
        const QRectF track(inner.left(), y + 25, inner.width(), 6);
        paintBox(painter, track, 3, scene.tokens.track);
        const double warn = optionNumber(scene.widget, QLatin1StringView("warn_share"))
                                .value_or(scene.widget.queries.size() < 2 ? 2.0 : 0.75);
        QRectF fill = track;
        fill.setWidth(std::clamp(line.share, 0.0, 1.0) * track.width());
        if (mirrored)
            fill.moveRight(track.right());
        if (fill.width() >= 1)
            paintBox(painter, fill, std::min(3.0, fill.width() / 2),
                     line.share >= warn ? scene.tokens.warnGraphic : scene.tokens.accent);
        paintText(painter, QRectF(inner.left(), y + 35, inner.width(), 18), line.note, FontRole::Small,
                  scene.tokens.tertiary, lead);
        y += kMeterRow;
    }
    painter->restore();
}

} // namespace

void paintMeters(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    showsShares(scene) ? paintShares(painter, rect, scene) : paintFill(painter, rect, scene);
}

double metersHeight(const WidgetScene &scene)
{
    const auto count = static_cast<double>(meterLines(scene).size());
    if (!showsShares(scene))
        return 6 + kMeterRow * count;
    return 6 + kLeastShareRow * count + (count > 1 ? kTotalRow : 0);
}

QStringList meterTexts(const WidgetScene &scene)
{
    QStringList texts;
    for (const MeterLine &line : meterLines(scene))
        texts << line.name + u' ' + percentText(scene, line.share, 0) + QStringLiteral(", ") + line.note;
    if (showsShares(scene) && texts.size() > 1)
        texts << QCoreApplication::translate("WidgetType", "Total") + u' ' + totalText(scene);
    return texts;
}

} // namespace dash
