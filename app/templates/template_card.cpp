#include "app/templates/template_card.h"

#include "app/theme/icon.h"
#include "app/theme/paint.h"

#include <QTextLayout>

#include <cmath>

namespace dash {

namespace {

constexpr qreal kTextHeight = 68;
constexpr qreal kTile = 32;

QPolygonF lineOf(const std::vector<double> &values, const QRectF &rect)
{
    QPolygonF line;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            line << QPointF(rect.left() + rect.width() * double(i) / double(std::max<size_t>(1, values.size() - 1)),
                            rect.bottom() - values[i] * rect.height());
    }
    return line;
}

void paintBars(QPainter *painter, const QRectF &rect, const std::vector<double> &values, const QColor &color)
{
    const qreal step = rect.width() / qreal(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            painter->fillRect(QRectF(rect.left() + step * qreal(i) + step * 0.13,
                                     rect.bottom() - values[i] * rect.height(), step * 0.74, values[i] * rect.height()),
                              color);
    }
}

// At most two lines, the second one elided.
void paintTwoLines(QPainter *painter, const QRectF &rect, const QString &text, const QColor &color)
{
    const QFont &font = roleFont(FontRole::Small);
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine first = layout.createLine();
    QTextLine head = first;
    head.setLineWidth(rect.width());
    const int split = head.textLength();
    layout.endLayout();
    const qreal height = lineHeight(FontRole::Small);
    paintText(painter, QRectF(rect.left(), rect.top(), rect.width(), height), text.left(split).trimmed(),
              FontRole::Small, color);
    if (split < text.size())
        paintText(painter, QRectF(rect.left(), rect.top() + height, rect.width(), height), text.mid(split),
                  FontRole::Small, color);
}

} // namespace

void paintTemplatePicture(QPainter *painter, const QRectF &rect, const TemplatePicture &picture, const Tokens &tokens)
{
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing, picture.kind != TemplatePicture::Kind::Bar);
    for (size_t i = 0; i < picture.traces.size(); ++i) {
        const QColor color = tokens.series[i % tokens.series.size()];
        if (picture.kind == TemplatePicture::Kind::Bar) {
            paintBars(painter, rect, picture.traces[i], color);
            continue;
        }
        const QPolygonF line = lineOf(picture.traces[i], rect);
        if (line.isEmpty())
            continue;
        if (picture.kind == TemplatePicture::Kind::Area) {
            QPolygonF area = line;
            area << QPointF(line.last().x(), rect.bottom()) << QPointF(line.first().x(), rect.bottom());
            painter->setPen(Qt::NoPen);
            painter->setBrush(withAlpha(color, 0.14));
            painter->drawPolygon(area);
        }
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(line);
    }
    painter->restore();
}

TemplateCard::TemplateCard(const Template &entry, QWidget *parent)
    : QAbstractButton(parent)
    , m_id(entry.id)
    , m_category(entry.category)
    , m_icon(entry.icon)
    , m_summary(templateText(entry.summary))
{
    setText(templateText(entry.name));
    setObjectName(QStringLiteral("template_") + m_id);
    setAccessibleName(text());
    setAccessibleDescription(m_summary);
    setCheckable(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

bool TemplateCard::matches(const QString &words) const
{
    const auto in = [this](const QString &word) {
        return text().contains(word, Qt::CaseInsensitive) || m_summary.contains(word, Qt::CaseInsensitive);
    };
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(), in);
}

void TemplateCard::setPicture(TemplatePicture picture)
{
    m_picture = std::move(picture);
    update();
}

void TemplateCard::setChosen(bool chosen)
{
    if (m_chosen == chosen)
        return;
    m_chosen = chosen;
    update();
}

void TemplateCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = tokensOf(this);
    const QRectF box = QRectF(rect()).adjusted(0, 0, 0, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = m_chosen ? colors.accent : underMouse() ? colors.borderStrong : colors.border;
    paintBox(&painter, box, 8, colors.surface, edge, m_chosen ? 2 : 1);
    const QRectF picture = box.adjusted(m_chosen ? 2 : 1, m_chosen ? 2 : 1, m_chosen ? -2 : -1, -kTextHeight);
    QPainterPath top;
    top.addRoundedRect(picture.adjusted(0, 0, 0, 12), 7, 7);
    painter.save();
    painter.setClipPath(top);
    painter.setClipRect(picture, Qt::IntersectClip);
    painter.fillRect(picture, colors.sunken);
    paintTemplatePicture(&painter, picture.adjusted(0, 40, 0, -2), m_picture, colors);
    painter.restore();
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(picture.left(), picture.bottom() + 0.5), QPointF(picture.right(), picture.bottom() + 0.5));
    const QRectF words(box.left() + 12, box.bottom() - kTextHeight + 1, box.width() - 24, kTextHeight);
    const QRectF tile =
        mirrored(QRectF(words.left(), words.center().y() - kTile / 2, kTile, kTile), words, layoutDirection());
    paintBox(&painter, tile, 6, colors.accentTint);
    paintIcon(&painter, tile.adjusted(6, 6, -6, -6), m_icon, colors.accentText, layoutDirection());
    const QRectF column = mirrored(QRectF(words.left() + kTile + 12, words.top() + 8, words.width() - kTile - 12, 52),
                                   words, layoutDirection());
    paintText(&painter, QRectF(column.left(), column.top(), column.width(), 20), text(), FontRole::BodyBold,
              colors.text);
    paintTwoLines(&painter, QRectF(column.left(), column.top() + 20, column.width(), 32), m_summary, colors.tertiary);
}

} // namespace dash
