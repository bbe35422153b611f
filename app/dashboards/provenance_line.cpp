#include "app/dashboards/provenance_line.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"

#include <QPainter>

namespace dash {

ProvenanceLine::ProvenanceLine(QWidget *parent)
    : QWidget(parent)
    , m_open(new Button(tr("Open pipeline"), Button::Kind::Link, this))
{
    setObjectName(QStringLiteral("provenance"));
    m_open->setTrailingIconName(QStringLiteral("arrowRight"));
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT pipelineAsked(m_made.pipeline); });
}

void ProvenanceLine::setProvenance(const Provenance &made)
{
    m_made = made;
    m_open->setVisible(!made.pipeline.isNull() && width() > 220);
    setAccessibleName(tr("Made by %1").arg((made.steps + QStringList{made.series}).join(QStringLiteral(" › "))));
    update();
}

void ProvenanceLine::resizeEvent(QResizeEvent *)
{
    const QSize size = m_open->sizeHint();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_open->setGeometry(mirrored ? 4 : width() - size.width() - 4, (height() - size.height()) / 2, size.width(),
                        size.height());
    m_open->setVisible(!m_made.pipeline.isNull() && width() > 220);
}

void ProvenanceLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0, -8, 0, 0), 7, 7);
    painter.setClipRect(rect());
    painter.fillPath(shape, tokens.surface);
    painter.fillRect(QRectF(0, 0, width(), 1), tokens.border);
    const double room = width() - 12 - (m_open->isVisible() ? m_open->width() + 12 : 12);
    double x = 12;
    const auto put = [&](const QString &text, FontRole role, const QColor &color) {
        const double wide = std::min(textWidth(text, role) + 2, room - x);
        if (wide < 12)
            return;
        paintText(&painter, QRectF(mirrored ? width() - x - wide : x, 0, wide, height()), text, role, color,
                  (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
        x += wide;
    };
    const auto symbol = [&](QStringView name, double size, const QColor &color) {
        if (x + size > room)
            return;
        paintIcon(&painter, QRectF(mirrored ? width() - x - size : x, (height() - size) / 2, size, size), name, color,
                  layoutDirection());
        x += size;
    };
    symbol(m_made.icon.isEmpty() ? QStringView(u"pipelines") : QStringView(m_made.icon), 16, tokens.tertiary);
    x += 6;
    for (const QString &step : m_made.steps) {
        put(step, FontRole::Small, tokens.secondary);
        x += 4;
        symbol(u"chevronRight", 12, tokens.tertiary);
        x += 4;
    }
    put(m_made.series, FontRole::Mono, tokens.secondary);
    if (!m_made.schedule.isEmpty()) {
        x += 5;
        put(QStringLiteral("· ") + m_made.schedule, FontRole::Small, tokens.tertiary);
    }
}

} // namespace dash
