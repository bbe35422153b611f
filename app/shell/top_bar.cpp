#include "app/shell/top_bar.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"

#include <QHBoxLayout>
#include <QPaintEvent>

namespace dash {

namespace {

// "Dashboards" before the title: a quiet word that goes up when clicked.
class ParentWord final : public QAbstractButton {
public:
    using QAbstractButton::QAbstractButton;
    QSize sizeHint() const override { return {int(textWidth(text(), FontRole::Title)) + 2, metrics().control}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setLayoutDirection(layoutDirection());
        QFont font = roleFont(FontRole::Title);
        font.setWeight(QFont::Normal);
        p.setFont(font);
        p.setPen(underMouse() ? tokensOf(this).text : tokensOf(this).secondary);
        p.drawText(rect(), Qt::AlignVCenter | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                   QFontMetrics(font).elidedText(text(), Qt::ElideRight, width()));
    }
};

class Chevron final : public QWidget {
public:
    explicit Chevron(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(12, 12);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        paintIcon(&p, rect(), u"chevronRight", tokensOf(this).tertiary, layoutDirection());
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(metrics().topBar);
    m_back = new IconButton(QStringLiteral("arrowLeft"), tr("Back"), this);
    m_back->setObjectName(QStringLiteral("back"));
    m_forward = new IconButton(QStringLiteral("arrowRight"), tr("Forward"), this);
    m_forward->setObjectName(QStringLiteral("forward"));
    connect(m_back, &QAbstractButton::clicked, this, &TopBar::backAsked);
    connect(m_forward, &QAbstractButton::clicked, this, &TopBar::forwardAsked);
    m_parent = new ParentWord(this);
    m_parent->setObjectName(QStringLiteral("parentTitle"));
    m_parent->setAttribute(Qt::WA_Hover);
    connect(m_parent, &QAbstractButton::clicked, this, &TopBar::parentAsked);
    m_chevron = new Chevron(this);
    m_parent->hide();
    m_chevron->hide();
    m_title = new TextLabel({}, FontRole::Title, &Tokens::text, this);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(15, 0, 16, 1);
    row->setSpacing(4);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(6);
    row->addWidget(m_parent);
    row->addSpacing(4);
    row->addWidget(m_chevron);
    row->addSpacing(4);
    row->addWidget(m_title);
    row->addSpacing(10);
    m_badges = new QHBoxLayout;
    m_badges->setSpacing(8);
    row->addLayout(m_badges);
    row->addStretch(1);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(8);
    row->addLayout(m_tools);
    setHistory(false, false);
}

// Widgets that the page no longer shows go back under it, hidden.
void TopBar::give(QList<QPointer<QWidget>> &widgets)
{
    for (const QPointer<QWidget> &widget : widgets) {
        if (!widget)
            continue;
        m_badges->removeWidget(widget);
        m_tools->removeWidget(widget);
        if (widget->parentWidget() == this) {
            widget->hide();
            if (m_page)
                widget->setParent(m_page);
        }
    }
    widgets.clear();
}

void TopBar::show(Page *page)
{
    const QList<QWidget *> badges = page ? page->badges() : QList<QWidget *>();
    const QList<QWidget *> tools = page ? page->tools() : QList<QWidget *>();
    const auto same = [](const QList<QWidget *> &now, const QList<QPointer<QWidget>> &before) {
        return std::equal(now.begin(), now.end(), before.begin(), before.end(),
                          [](QWidget *a, const QPointer<QWidget> &b) { return a == b.data(); });
    };
    if (page != m_page || !same(badges, m_shownBadges) || !same(tools, m_shownTools)) {
        give(m_shownBadges);
        give(m_shownTools);
        for (QWidget *badge : badges) {
            m_badges->addWidget(badge);
            badge->show();
            m_shownBadges << badge;
        }
        for (QWidget *tool : tools) {
            m_tools->addWidget(tool);
            tool->show();
            m_shownTools << tool;
        }
        // The keyboard walks them in the order the eye does.
        QWidget *last = m_parent;
        for (QWidget *widget : badges + tools) {
            QWidget::setTabOrder(last, widget);
            last = widget;
        }
        m_page = page;
    }
    const QString parent = page ? page->parentTitle() : QString();
    m_parent->setText(parent);
    m_parent->setAccessibleName(tr("Up to %1").arg(parent));
    m_parent->setVisible(!parent.isEmpty());
    m_chevron->setVisible(!parent.isEmpty());
    m_parent->updateGeometry();
    m_title->setText(page ? page->title() : QString());
}

void TopBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter p(this);
    p.fillRect(rect(), t.surface);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.border);
}

} // namespace dash
