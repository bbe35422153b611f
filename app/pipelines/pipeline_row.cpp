#include "app/pipelines/pipeline_row.h"

#include "app/pipelines/kinds.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/marks.h"

#include <QEvent>
#include <QResizeEvent>

namespace dash {

PipelineRow::PipelineRow(QWidget *parent)
    : QAbstractButton(parent)
    , m_switch(new Switch(tr("Enabled"), this))
    , m_menu(new IconButton(QStringLiteral("more"), tr("More"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRadius", 0);
    m_switch->setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

PipelineRow::Columns PipelineRow::columns(qreal width)
{
    const qreal end = width - 96;
    const qreal unit = (end - 16) / 100;
    return {16, 16 + unit * 34, 16 + unit * 49, 16 + unit * 63, 16 + unit * 74, 16 + unit * 88, end};
}

void PipelineRow::setEntity(const PipelineEntity &entity, const PipelineStatus &status)
{
    using State = PipelineStatus::State;
    m_id = entity.draft.id;
    setObjectName(u"pipeline-" + m_id.text());
    m_name = entity.draft.name.isEmpty() ? tr("Untitled pipeline") : entity.draft.name;
    m_about = entity.draft.description.isEmpty() ? scheduleText(entity.draft.schedule) : entity.draft.description;
    const bool applied = entity.running.has_value();
    const bool enabled = entity.draft.enabled;
    m_tone = Tone::Neutral;
    if (!applied) {
        m_state = tr("Draft");
    } else if (!enabled) {
        m_state = tr("Paused");
    } else if (status.state == State::Error || status.state == State::BackingOff) {
        m_state = status.state == State::Error ? tr("Failed") : tr("Failed, tries again");
        m_tone = Tone::Error;
    } else {
        m_state = status.state == State::Idle ? tr("Ready") : tr("Running");
        m_tone = Tone::Ok;
    }
    const auto &last = status.last;
    m_last = last ? clockTime(last->finishedAt) : tr("never");
    m_rows = last ? wholeNumber(last->rowsIn) : QStringLiteral("–");
    m_rejected = last ? last->rejected : 0;
    if (m_rejected > 0 && m_tone == Tone::Ok)
        m_tone = Tone::Warn;
    m_next = status.nextRunAt > 0 && applied && enabled             ? clockTime(status.nextRunAt)
             : entity.draft.schedule.kind == Schedule::Kind::Manual ? tr("by hand")
                                                                    : QStringLiteral("–");
    m_switch->setChecked(enabled);
    m_switch->setAccessibleName(tr("%1 enabled").arg(m_name));
    setText(m_name);
    setAccessibleName(tr("%1, %2, last run %3, %4 rejected").arg(m_name, m_state, m_last, wholeNumber(m_rejected)));
    update();
}

void PipelineRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = rect();
    painter.fillRect(all, isDown() ? tokens.press : underMouse() ? tokens.hover : tokens.surface);
    painter.fillRect(QRectF(0, all.bottom() - 1, all.width(), 1), tokens.border);
    const Columns at = columns(width());
    const auto box = [&](qreal left, qreal right, qreal top, qreal height) {
        return mirrored(QRectF(left, top, right - left - 8, height), all, layoutDirection());
    };
    paintText(&painter, box(at.name, at.state, 8, 20), m_name, FontRole::BodyBold, tokens.text);
    paintText(&painter, box(at.name, at.state, 27, 16), m_about, FontRole::Small, tokens.tertiary);
    const QColor tone = m_tone == Tone::Ok      ? tokens.ok
                        : m_tone == Tone::Warn  ? tokens.warnGraphic
                        : m_tone == Tone::Error ? tokens.error
                                                : tokens.tertiary;
    const QRectF dot = box(at.state, at.state + 20, 0, height());
    paintMark(&painter, dot.center(), m_tone == Tone::Neutral ? Mark::Ring : Mark::Dot, tone);
    paintText(&painter, box(at.state + 20, at.last, 0, height()), m_state, FontRole::Small, tokens.text);
    paintText(&painter, box(at.last, at.rows, 0, height()), m_last, FontRole::Small, tokens.secondary);
    painter.setFont(roleFont(FontRole::Small));
    painter.setPen(tokens.text);
    paintText(&painter, box(at.rows, at.next, 0, height()), m_rows, FontRole::Small, tokens.text);
    paintText(&painter, box(at.next, at.rejected, 0, height()), m_next, FontRole::Small, tokens.secondary);
    if (m_rejected > 0) {
        const QString count = wholeNumber(m_rejected);
        const QRectF badge = box(at.rejected, at.rejected + Badge::widthOf(count) + 8, (height() - 18) / 2.0, 18);
        Badge::paint(&painter, badge, count, Badge::Kind::Warn, tokens);
    }
}

void PipelineRow::place()
{
    const auto put = [&](QWidget *widget, int fromEnd) {
        const QSize size = widget->sizeHint();
        const QRect box(width() - fromEnd - size.width(), (height() - size.height()) / 2, size.width(), size.height());
        widget->setGeometry(mirrored(box, rect(), layoutDirection()).toRect());
    };
    put(m_menu, 12);
    put(m_switch, 52);
}

void PipelineRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    place();
}

void PipelineRow::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

} // namespace dash
