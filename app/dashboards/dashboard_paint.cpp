#include "app/dashboards/dashboard_paint.h"

#include "app/dashboards/csv_export.h"
#include "app/dashboards/dashboard_grid.h"
#include "app/dashboards/series_table.h"
#include "app/dashboards/time_range_control.h"
#include "app/dashboards/widget_head.h"
#include "app/theme/fonts.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr double kPageMargin = 16;
constexpr double kHeadHeight = 36;

WidgetDataPtr emptyData()
{
    static const WidgetDataPtr empty = std::make_shared<const WidgetData>();
    return empty;
}

WidgetDataPtr dataOf(const DashboardPicture &picture, WidgetId id)
{
    const auto found = picture.data.find(id);
    return found == picture.data.end() || !found->second ? emptyData() : found->second;
}

SeriesSlots slotsOf(const DashboardPicture &picture)
{
    SeriesSlots slots = picture.slots;
    for (const Widget &widget : picture.dashboard.widgets)
        grantWishes(*dataOf(picture, widget.id), slots);
    return slots;
}

ChartLook lookOf(const PaintStyle &style)
{
    ChartLook look;
    look.locale = style.locale;
    look.direction = style.direction;
    return look;
}

Failure notWritten(const QString &reason)
{
    return fail(ErrorCode::FileWrite, {{QLatin1StringView("file"), QCoreApplication::translate("Export", "The export")},
                                       {QLatin1StringView("reason"), reason}});
}

QString pageHead(const DashboardPicture &picture, const QLocale &locale)
{
    return rangeText(picture.visible, QTimeZone::systemTimeZone(), locale, 0); // paper does not know "today"
}

QString madeAt(const DashboardPicture &picture, const QLocale &locale)
{
    return locale.toString(QDateTime::fromMSecsSinceEpoch(picture.now), QLocale::LongFormat);
}

// Painting a page of paper: title, range and date on top, then what is given.
template <class Body>
Result<QByteArray> pdfOf(const QString &title, const DashboardPicture &picture, const ExportOptions &options,
                         double width, Body body)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Dash " DASH_VERSION));
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                                     QPageLayout::Millimeter));
    writer.setResolution(300);
    QPainter painter;
    if (!painter.begin(&writer))
        return notWritten(QStringLiteral("PDF"));
    const QRectF page(0, 0, writer.width(), writer.height());
    const double scale = page.width() / width;
    // Fonts are measured in pixels of the screen: everything is drawn at that size and scaled as a whole.
    painter.scale(scale, scale);
    const PaintStyle style{tokensFor(options.look), options.locale, options.direction, Detail::Vector};
    const double pageHeight = page.height() / scale;
    int number = 1;
    const auto head = [&] {
        const bool mirrored = options.direction == Qt::RightToLeft;
        const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
        const auto trail = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
        const QRectF line(kPageMargin, 0, width - 2 * kPageMargin, 32);
        paintText(&painter, line, title, FontRole::PageTitle, style.tokens.text, lead);
        paintText(&painter, line, pageHead(picture, options.locale), FontRole::Body, style.tokens.secondary, trail);
        paintText(&painter, QRectF(kPageMargin, pageHeight - 20, width - 2 * kPageMargin, 18),
                  QCoreApplication::translate("Export", "Made %1").arg(madeAt(picture, options.locale)),
                  FontRole::Caption, style.tokens.tertiary, lead);
        paintText(&painter, QRectF(kPageMargin, pageHeight - 20, width - 2 * kPageMargin, 18), QString::number(number),
                  FontRole::Caption, style.tokens.tertiary, trail);
    };
    head();
    body(painter, style, pageHeight - 40 - 24, [&] {
        writer.newPage();
        ++number;
        head();
    });
    painter.end();
    return bytes;
}

// Characters that XML has no way to say are left out: names may hold any.
void keepXmlCharacters(QByteArray &bytes)
{
    bytes.removeIf([](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    });
    bytes.replace("\xef\xbf\xbe", "").replace("\xef\xbf\xbf", ""); // U+FFFE, U+FFFF
}

template <class Body>
Result<QByteArray> svgOf(const QString &title, QSizeF size, Body body)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title.toHtmlEscaped()); // it is written as it is
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setResolution(96);
    QPainter painter;
    if (!painter.begin(&generator))
        return notWritten(QStringLiteral("SVG"));
    body(painter);
    painter.end();
    keepXmlCharacters(bytes);
    return bytes;
}

template <class Body>
Result<QByteArray> pngOf(QSizeF size, double scale, const QColor &ground, Body body)
{
    QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return notWritten(QCoreApplication::translate("Export", "The picture would be too large"));
    image.setDevicePixelRatio(scale);
    image.fill(ground);
    QPainter painter(&image);
    body(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return notWritten(QStringLiteral("PNG"));
    return bytes;
}

} // namespace

DashboardPicture readDashboard(ChartSource &source, const Dashboard &dashboard, qint64 now, double width)
{
    DashboardPicture picture;
    picture.dashboard = dashboard;
    picture.now = now;
    picture.visible = dashboard.window.last.count() > 0 ? TimeRange{now - dashboard.window.last.count(), now}
                                                        : dashboard.window.absolute;
    const GridMetrics grid = gridMetrics(width - 2 * kPageMargin, kGridColumns);
    for (const Widget &widget : dashboard.widgets) {
        const WidgetType *type = widgetType(widget.type);
        if (!type)
            continue;
        RequestFrame frame;
        frame.visible = picture.visible;
        frame.width = std::max(32.0, grid.rect(widget.cells).width() - 72);
        frame.margin = 0.02;
        frame.previousOffset = dashboard.comparePrevious ? picture.visible.span() : 0;
        picture.data[widget.id] = readWidget(source, type->request(widget, frame));
    }
    return picture;
}

void paintWidgetCard(QPainter *painter, const QRectF &rect, const Widget &widget, const DashboardPicture &picture,
                     SeriesSlots &slots, const PaintStyle &style)
{
    const Tokens &tokens = style.tokens;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect, metrics().radiusCard, tokens.surface, tokens.border);
    painter->restore();
    const WidgetType *type = widgetType(widget.type);
    const WidgetDataPtr data = dataOf(picture, widget.id);
    const QRectF head(rect.left(), rect.top(), rect.width(), kHeadHeight);
    const QRectF body = rect.adjusted(1, kHeadHeight, -1, -2);
    const HeadRoom room{12, 12};
    if (!type) {
        paintHead(painter, head, widget, {}, room, tokens, style.direction);
        return;
    }
    const auto switchedOff = picture.hidden.find(widget.id);
    const QSet<QString> hidden = switchedOff == picture.hidden.end() ? QSet<QString>() : switchedOff->second;
    const WidgetScene scene{widget,
                            *data,
                            static_cast<double>(picture.visible.from),
                            static_cast<double>(picture.visible.to),
                            picture.now,
                            slots,
                            hidden,
                            tokens,
                            lookOf(style),
                            style.detail};
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    if (type->body == WidgetType::Body::Chart) {
        const ChartContent content = chartContentOf(widget, *data, slots, hidden);
        const bool legend = optionIsOn(widget, QLatin1StringView("legend"), true);
        const bool asTable = legend && seriesCount(content) >= kLegendTableFrom && body.height() >= 220;
        const double tableHeight = asTable ? seriesTableHeight(content.traces.size(), body.height() * 0.45) : 0;
        const QRectF plot = body.adjusted(0, 0, 0, -tableHeight);
        const ChartLayout layout = layoutChart(content, plot, scene.from, scene.to, scene.look);
        const QString unit = headUnit(widget, &layout);
        paintHead(painter, head, widget, unit, room, tokens, style.direction);
        if (asTable) {
            paintSeriesTable(painter, QRectF(body.left(), plot.bottom(), body.width(), tableHeight),
                             seriesRows(content, tokens, scene.from, scene.to), content.spec, scene.look, tokens);
        } else if (legend) {
            const std::vector<LegendItem> items = legendItems(content, tokens);
            paintLegend(painter, items,
                        layoutLegend(items, legendRoom(head, widget, unit, room, style.direction), style.direction),
                        tokens, style.direction);
        }
        paintChart(painter, content, layout, scene.look, tokens, style.detail);
    } else {
        paintHead(painter, head, widget, headUnit(widget, nullptr), room, tokens, style.direction);
        type->paint(painter, body, scene);
    }
    painter->restore();
}

double dashboardHeight(const Dashboard &dashboard, double width)
{
    const int rows = rowsOf(compactCells(cellsOf(dashboard.widgets)));
    return 2 * kPageMargin + std::max(1.0, rows * gridMetrics(width, kGridColumns).row - metrics().gap);
}

void paintDashboard(QPainter *painter, const DashboardPicture &picture, double width, const PaintStyle &style)
{
    const GridMetrics grid = gridMetrics(width - 2 * kPageMargin, kGridColumns);
    SeriesSlots slots = slotsOf(picture);
    const WidgetCells cells = compactCells(cellsOf(picture.dashboard.widgets));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QRectF rect = grid.rect(cells[i].second).translated(kPageMargin, kPageMargin);
        if (style.direction == Qt::RightToLeft)
            rect.moveRight(width - rect.left());
        paintWidgetCard(painter, rect, picture.dashboard.widgets[i], picture, slots, style);
    }
}

std::optional<PictureFormat> pictureFormatFromName(QStringView name)
{
    const auto is = [name](QLatin1StringView ending) { return name.endsWith(ending, Qt::CaseInsensitive); };
    if (is(QLatin1StringView("png")))
        return PictureFormat::Png;
    if (is(QLatin1StringView("svg")))
        return PictureFormat::Svg;
    if (is(QLatin1StringView("pdf")))
        return PictureFormat::Pdf;
    if (is(QLatin1StringView("csv")))
        return PictureFormat::Csv;
    return std::nullopt;
}

Result<QByteArray> exportDashboard(const DashboardPicture &picture, PictureFormat format, const ExportOptions &options)
{
    const PaintStyle style{tokensFor(options.look), options.locale, options.direction, Detail::Fine};
    const QSizeF size(options.width, dashboardHeight(picture.dashboard, options.width));
    switch (format) {
    case PictureFormat::Png:
        return pngOf(size, options.scale, style.tokens.window,
                     [&](QPainter &painter) { paintDashboard(&painter, picture, options.width, style); });
    case PictureFormat::Svg:
        return svgOf(picture.dashboard.name, size, [&](QPainter &painter) {
            painter.fillRect(QRectF(QPointF(0, 0), size), style.tokens.window);
            PaintStyle vector{style.tokens, options.locale, options.direction, Detail::Vector};
            paintDashboard(&painter, picture, options.width, vector);
        });
    case PictureFormat::Csv:
        return dashboardCsv(picture);
    case PictureFormat::Pdf:
        break;
    }
    return pdfOf(picture.dashboard.name, picture, options, options.width,
                 [&](QPainter &painter, const PaintStyle &paper, double room, auto newPage) {
                     const GridMetrics grid = gridMetrics(options.width - 2 * kPageMargin, kGridColumns);
                     SeriesSlots slots = slotsOf(picture);
                     WidgetCells cells = compactCells(cellsOf(picture.dashboard.widgets));
                     std::vector<std::size_t> order(cells.size());
                     for (std::size_t i = 0; i < order.size(); ++i)
                         order[i] = i;
                     std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                         return cells[a].second.y() < cells[b].second.y();
                     });
                     // A widget never breaks over two pages: what does not fit starts the next one.
                     double pageTop = 0;
                     for (const std::size_t i : order) {
                         QRectF rect = grid.rect(cells[i].second);
                         if (rect.bottom() - pageTop > room && rect.top() > pageTop) {
                             pageTop = rect.top();
                             newPage();
                         }
                         rect.setHeight(std::min(rect.height(), room));
                         rect.translate(kPageMargin, 40 - pageTop);
                         if (options.direction == Qt::RightToLeft)
                             rect.moveRight(options.width - rect.left());
                         paintWidgetCard(&painter, rect, picture.dashboard.widgets[i], picture, slots, paper);
                     }
                 });
}

Result<QByteArray> exportWidget(const DashboardPicture &picture, WidgetId id, PictureFormat format,
                                const ExportOptions &options)
{
    const Widget *widget = picture.dashboard.widget(id);
    if (!widget)
        return fail(ErrorCode::Internal, {}, QStringLiteral("no such widget"));
    const QSizeF size = gridMetrics(options.width - 2 * kPageMargin, kGridColumns).rect(widget->cells).size();
    const QRectF rect(QPointF(0, 0), size);
    const PaintStyle style{tokensFor(options.look), options.locale, options.direction, Detail::Fine};
    SeriesSlots slots = slotsOf(picture);
    // Colours are those it has on its dashboard.
    for (const Widget &other : picture.dashboard.widgets)
        buildTraces(*dataOf(picture, other.id), chartSpecOf(other), slots, {});
    switch (format) {
    case PictureFormat::Png:
        return pngOf(size, options.scale, Qt::transparent,
                     [&](QPainter &painter) { paintWidgetCard(&painter, rect, *widget, picture, slots, style); });
    case PictureFormat::Svg:
        return svgOf(widget->title, size, [&](QPainter &painter) {
            PaintStyle vector{style.tokens, options.locale, options.direction, Detail::Vector};
            paintWidgetCard(&painter, rect, *widget, picture, slots, vector);
        });
    case PictureFormat::Csv:
        return widgetCsv(*widget, *dataOf(picture, id), picture.visible);
    case PictureFormat::Pdf:
        break;
    }
    return pdfOf(
        widget->title, picture, options, 1'000, [&](QPainter &painter, const PaintStyle &paper, double room, auto) {
            const double height =
                std::min(room, std::max(size.height(), (1'000 - 2 * kPageMargin) * size.height() / size.width()));
            paintWidgetCard(&painter, QRectF(kPageMargin, 40, 1'000 - 2 * kPageMargin, height), *widget, picture, slots,
                            paper);
        });
}

} // namespace dash
