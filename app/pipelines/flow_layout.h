#pragma once
// Lays children out in lines, as words: chips.

#include <QLayout>

namespace dash {

class FlowLayout : public QLayout {
public:
    FlowLayout(QWidget *parent, int gap);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), Placing::Measure); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Placing { Measure, Move };
    int place(const QRect &rect, Placing placing) const;
    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace dash
