// Rows: of a table of Dash, of the latest values of series, or as a list of meters (how full, what share).
#include "app/dashboards/widget_type.h"
#include "app/dashboards/widgets/meters.h"

#include "app/theme/fonts.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kHeader = 28;

struct Cell {
    QString text;
    bool number = false;
    bool empty = false;
    bool mono = false;
};

struct Grid {
    QStringList titles;
    std::vector<bool> numeric;
    std::vector<std::vector<Cell>> rows;
};

QString styleOf(const Widget &widget)
{
    return optionText(widget, QLatin1StringView("style"), QStringLiteral("rows"));
}

Cell batchCell(const Column &column, std::size_t row, const WidgetScene &scene)
{
    Cell cell;
    if (column.isNull(row)) {
        cell.text = QCoreApplication::translate("WidgetType", "empty");
        cell.empty = true;
        return cell;
    }
    switch (column.type) {
    case ColumnType::Int64:
        cell.text = wholeNumber(column.ints[row], scene.look.locale);
        cell.number = true;
        return cell;
    case ColumnType::Double:
        cell.text = fullNumber(column.doubles[row], scene.look.locale);
        cell.number = true;
        return cell;
    case ColumnType::Decimal:
        cell.text = exactNumber(column.decimal(row), -1, scene.look.locale); // never through a double
        cell.number = true;
        return cell;
    case ColumnType::Instant:
        cell.text = scene.look.locale.toString(QDateTime::fromMSecsSinceEpoch(column.ints[row], scene.look.zone),
                                               QLocale::ShortFormat);
        return cell;
    default:
        cell.text = QString::fromStdString(cellText(column, row));
        if (cell.text.isEmpty()) {
            cell.text = QCoreApplication::translate("WidgetType", "empty");
            cell.empty = true;
        }
        return cell;
    }
}

Grid tableGrid(const WidgetScene &scene)
{
    Grid grid;
    const Batch &rows = scene.data.rows;
    for (const Field &field : rows.fields) {
        grid.titles << (field.unit.isEmpty() ? field.name : field.name + QStringLiteral(" (") + field.unit + u')');
        const ColumnType type = field.column->type;
        grid.numeric.push_back(type == ColumnType::Int64 || type == ColumnType::Double || type == ColumnType::Decimal);
    }
    for (std::size_t r = 0; r < rows.rows; ++r) {
        std::vector<Cell> cells;
        for (const Field &field : rows.fields)
            cells.push_back(batchCell(*field.column, r, scene));
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

// One row a series: name, latest, and lowest, average, highest of what is visible.
Grid seriesGrid(const WidgetScene &scene)
{
    Grid grid;
    grid.titles = {
        QCoreApplication::translate("WidgetType", "Series"), QCoreApplication::translate("WidgetType", "Last"),
        QCoreApplication::translate("WidgetType", "Lowest"), QCoreApplication::translate("WidgetType", "Average"),
        QCoreApplication::translate("WidgetType", "Highest")};
    grid.numeric = {false, true, true, true, true};
    const std::vector<QString> names = legendNames(scene.data);
    ChartSpec spec;
    spec.decimals = scene.widget.decimals;
    for (std::size_t s = 0; s < scene.data.series.size(); ++s) {
        const DrawnSeries &drawn = scene.data.series[s];
        const WidgetQuery &query = scene.data.request.queries[drawn.query]; // the answer may be of other queries
        const QString unit = query.unit.isEmpty() ? scene.widget.unit : query.unit;
        const auto value = [&](double v, std::optional<Decimal> exact = {}) {
            if (query.scale != 1.0)
                exact.reset();
            const bool none = std::isnan(v);
            return Cell{
                none ? QCoreApplication::translate("WidgetType", "empty")
                     : fullValueText(v * query.scale, spec, unit, scene.look.locale, scene.look.direction, exact),
                true, none, false};
        };
        double low = kNaN, high = kNaN, sum = 0, count = 0;
        std::optional<Decimal> exactLow, exactHigh;
        for (std::size_t i = 0; i < drawn.columns.buckets.count.size(); ++i) {
            const Buckets &b = drawn.columns.buckets;
            if (b.count[i] == 0)
                continue;
            low = std::fmin(low, b.min[i]); // NaN takes no part
            high = std::fmax(high, b.max[i]);
            if (!b.minUnits.empty()) {
                const Decimal least{b.minUnits[i], drawn.info.scale}, most{b.maxUnits[i], drawn.info.scale};
                exactLow = exactLow ? std::min(*exactLow, least) : least;
                exactHigh = exactHigh ? std::max(*exactHigh, most) : most;
            }
            sum += b.sum[i];
            count += static_cast<double>(bucketNumbers(b, i));
        }
        Cell last =
            drawn.last.times.empty() ? value(kNaN) : value(pointValue(drawn.last, 0), exactPoint(drawn.last, 0));
        if (drawn.info.type == ValueType::Text && !drawn.last.times.empty())
            last = {QString::fromStdString(drawn.last.texts[0]), false, false, false};
        grid.rows.push_back({{names[s], false, false, true},
                             last,
                             value(low, exactLow),
                             value(count > 0 ? sum / count : kNaN),
                             value(high, exactHigh)});
    }
    return grid;
}

Grid gridOfScene(const WidgetScene &scene)
{
    const bool table = std::any_of(scene.widget.queries.begin(), scene.widget.queries.end(),
                                   [](const WidgetQuery &q) { return !q.table.isEmpty(); });
    return table ? tableGrid(scene) : seriesGrid(scene);
}

void paintRows(QPainter *painter, const QRectF &rect, const WidgetScene &scene)
{
    const Grid grid = gridOfScene(scene);
    if (grid.titles.isEmpty())
        return;
    const double rowHeight = metrics().row;
    const QRectF inner = rect.adjusted(12, 0, -12, 0);
    // Columns as wide as what they hold; what is left goes to the first.
    std::vector<double> widths;
    double total = 0;
    for (qsizetype c = 0; c < grid.titles.size(); ++c) {
        double width = textWidth(grid.titles[c], FontRole::Small);
        for (std::size_t r = 0; r < std::min<std::size_t>(grid.rows.size(), 60); ++r) {
            const Cell &cell = grid.rows[r][static_cast<std::size_t>(c)];
            width = std::max(width, textWidth(cell.text, cell.mono ? FontRole::Mono : FontRole::Small));
        }
        widths.push_back(std::min(width, 240.0) + 16);
        total += widths.back();
    }
    if (total < inner.width())
        widths[0] += inner.width() - total;
    else if (total > inner.width())
        widths[0] = std::max(60.0, widths[0] - (total - inner.width()));
    const bool mirrored = scene.look.direction == Qt::RightToLeft;
    const auto eachCell = [&](double y, double height, auto paintCell) {
        double x = 0;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const double left = mirrored ? inner.right() - x - widths[c] : inner.left() + x;
            x += widths[c];
            if (x > inner.width() + 1)
                return;
            paintCell(c, QRectF(left + 4, y, widths[c] - 8, height));
        }
    };
    const auto flags = [&](bool number) {
        return ((number != mirrored) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    };
    double y = rect.top();
    eachCell(y, kHeader, [&](std::size_t c, const QRectF &cell) {
        paintText(painter, cell, grid.titles[static_cast<qsizetype>(c)], FontRole::Small, scene.tokens.tertiary,
                  flags(grid.numeric[c]));
    });
    y += kHeader;
    for (const auto &row : grid.rows) {
        painter->fillRect(QRectF(inner.left(), y, inner.width(), 1), scene.tokens.border);
        if (y > rect.bottom())
            break;
        eachCell(y, rowHeight, [&](std::size_t c, const QRectF &cell) {
            const Cell &content = row[c];
            if (content.empty) {
                painter->save();
                QFont italic = roleFont(FontRole::Small);
                italic.setItalic(true);
                painter->setFont(italic);
                painter->setPen(scene.tokens.tertiary);
                painter->drawText(cell, int(flags(grid.numeric[c])), content.text);
                painter->restore();
                return;
            }
            paintText(painter, cell, content.text, content.mono ? FontRole::Mono : FontRole::Small, scene.tokens.text,
                      flags(grid.numeric[c]));
        });
        y += rowHeight;
    }
}

} // namespace

WidgetType tableWidgetType()
{
    WidgetType type;
    type.id = QStringLiteral("table");
    type.icon = QStringLiteral("table");
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Table");
    type.cells = {4, 7};
    type.body = WidgetType::Body::Scrolled;
    Parameter style, nameLabel, pathLabel;
    style.name = QStringLiteral("style");
    style.kind = ParameterKind::Choice;
    style.label = QT_TRANSLATE_NOOP("Parameter", "Rows as");
    style.defaultValue = QStringLiteral("rows");
    style.choices = {{QStringLiteral("rows"), QT_TRANSLATE_NOOP("Parameter", "Table")},
                     {QStringLiteral("meters"), QT_TRANSLATE_NOOP("Parameter", "Meters")}};
    nameLabel.name = QStringLiteral("name_label");
    nameLabel.kind = ParameterKind::Text;
    nameLabel.label = QT_TRANSLATE_NOOP("Parameter", "Label with the name");
    nameLabel.showWhen = QStringLiteral("style=meters");
    pathLabel = nameLabel;
    pathLabel.name = QStringLiteral("path_label");
    pathLabel.label = QT_TRANSLATE_NOOP("Parameter", "Label with the path");
    type.parameters = {style, nameLabel, pathLabel};
    type.request = [](const Widget &widget, const RequestFrame &frame) {
        WidgetRequest request;
        request.queries = widget.queries;
        request.visibleEnd = frame.visible.to;
        request.wantsColumns = styleOf(widget) == u"rows";
        request.columns = {frame.visible, 1, 0, frame.zone};
        return request;
    };
    type.paint = [](QPainter *painter, const QRectF &rect, const WidgetScene &scene) {
        styleOf(scene.widget) == u"meters" ? paintMeters(painter, rect, scene) : paintRows(painter, rect, scene);
    };
    type.height = [](const WidgetScene &scene, double) {
        if (styleOf(scene.widget) == u"meters")
            return metersHeight(scene);
        return kHeader + metrics().row * static_cast<double>(gridOfScene(scene).rows.size());
    };
    type.summary = [](const WidgetScene &scene) {
        QStringList lines;
        if (styleOf(scene.widget) == u"meters") {
            lines = meterTexts(scene);
        } else {
            const Grid grid = gridOfScene(scene);
            const int count = static_cast<int>(grid.rows.size()); // lupdate 6 passes over a cast among the arguments
            lines << QCoreApplication::translate("WidgetType", "%Ln row(s)", nullptr, count);
            for (std::size_t r = 0; r < std::min<std::size_t>(grid.rows.size(), 20); ++r) {
                QStringList cells;
                for (const Cell &cell : grid.rows[r])
                    cells << cell.text;
                lines << cells.join(u' ');
            }
        }
        return lines.join(QStringLiteral("; "));
    };
    return type;
}

} // namespace dash
