#include "app/dashboards/first_run_card.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

namespace dash {

FirstRunCard::FirstRunCard(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("firstRunCard"));
    setAccessibleName(tr("This is your computer, live. Bring your own data whenever you like."));
    setFixedHeight(52);
    m_row->setContentsMargins(12, 0, 10, 0);
    m_row->setSpacing(8);
    m_row->addStretch(1);
    const auto add = [this](const char *icon, const QString &text, const QString &section, Button::Kind kind,
                            const char *name) {
        auto *button = new Button(QString::fromLatin1(icon), text, kind, this);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QAbstractButton::clicked, this, [this, section] { Q_EMIT asked(section); });
        m_row->addWidget(button);
        m_buttons << button;
    };
    add("download", tr("Drop a file"), QStringLiteral("data"), Button::Kind::Primary, "firstDrop");
    add("link", tr("Connect something"), QStringLiteral("pipelines"), Button::Kind::Default, "firstConnect");
    add("templates", tr("Start from a template"), QStringLiteral("templates"), Button::Kind::Default, "firstTemplate");
    m_row->addSpacing(4);
    auto *close = new IconButton(QStringLiteral("close"), tr("Hide this card"), this);
    close->setObjectName(QStringLiteral("firstClose"));
    connect(close, &QAbstractButton::clicked, this, &FirstRunCard::dismissed);
    m_row->addWidget(close);
}

void FirstRunCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    update();
}

void FirstRunCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    paintBox(&painter, QRectF(rect()), metrics().radiusCard, tokens.surface, tokens.border);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto flags = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const double room = mirrored ? width() - m_buttons.first()->geometry().right() - 12 : m_buttons.first()->x() - 12;
    const auto at = [&](double x, double wide) { return QRectF(mirrored ? width() - x - wide : x, 0, wide, height()); };
    paintIcon(&painter, QRectF(mirrored ? width() - 36 : 16, 16, 20, 20), u"rocket", tokens.accent, layoutDirection());
    const QString lead = tr("This is your computer, live.");
    const QString more = tr("Bring your own data whenever you like.");
    const double leadWidth = std::min(textWidth(lead, FontRole::BodyBold) + 2, room - 46);
    paintText(&painter, at(46, leadWidth), lead, FontRole::BodyBold, tokens.text, flags);
    const double left = room - 46 - leadWidth - 8;
    if (left > 60)
        paintText(&painter, at(46 + leadWidth + 6, left), more, FontRole::Body, tokens.secondary, flags);
}

} // namespace dash
