#include "app/data/flow_row.h"

#include "app/theme/tokens.h"

#include <QEvent>
#include <QPainter>

namespace dash {

namespace {

constexpr int kGap = 8;
constexpr int kLineGap = 6;

class Rule : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {9, 20}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(width() / 2, 0, 1, height()), tokensOf(this).border);
    }
};

} // namespace

FlowRow::FlowRow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::add(QWidget *child)
{
    child->setParent(this);
    child->show();
    m_children.push_back(child);
    place(width(), true);
    updateGeometry();
}

void FlowRow::addRule()
{
    add(new Rule(this));
}

void FlowRow::clear()
{
    for (QWidget *child : m_children) {
        child->hide();
        child->deleteLater(); // one of them may be the sender
    }
    m_children.clear();
    updateGeometry();
}

std::vector<QWidget *> FlowRow::children() const
{
    std::vector<QWidget *> out;
    for (QWidget *child : m_children) {
        if (child->focusPolicy() != Qt::NoFocus)
            out.push_back(child);
    }
    return out;
}

QWidget *FlowRow::child(const QString &objectName) const
{
    for (QWidget *child : m_children) {
        if (!objectName.isEmpty() && child->objectName() == objectName)
            return child;
    }
    return nullptr;
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    for (const QWidget *child : m_children)
        width += child->sizeHint().width() + kGap;
    return {width, heightForWidth(std::max(1, this->width()))};
}

int FlowRow::heightForWidth(int width) const
{
    return place(width, false);
}

int FlowRow::place(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (QWidget *child : m_children) {
        const QSize size = child->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + kLineGap;
            line = 0;
        }
        if (move) {
            const int left = layoutDirection() == Qt::RightToLeft ? width - x - size.width() : x;
            child->setGeometry(left, y, std::min(size.width(), width), size.height());
        }
        x += size.width() + kGap;
        line = std::max(line, size.height());
    }
    return y + line;
}

void FlowRow::resizeEvent(QResizeEvent *)
{
    place(width(), true);
}

bool FlowRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        place(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace dash
