#pragma once
// Choosing among a few: segmented control, switch, tabs.

#include "app/theme/paint.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

namespace dash {

// 2 – 5 short choices on track ground, the chosen one raised; each as wide as its words. One tab stop; arrows choose.
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(QWidget *parent = nullptr);
    void setItems(const QStringList &items);
    int currentIndex() const { return m_current; }
    void setCurrentIndex(int index); // silent
    int count() const { return int(m_items.size()); }
    QString itemText(int index) const { return m_items.value(index); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // the words close together

Q_SIGNALS:
    void changed(int index); // by a person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF itemRect(int index) const;
    int widthOfWords() const;
    void choose(int index);
    QStringList m_items;
    int m_current = 0;
    int m_hover = -1;
};

// 28 × 16: acts at once. Its accessible name says what it switches.
class Switch : public QAbstractButton {
    Q_OBJECT
public:
    explicit Switch(const QString &name, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {28, 24}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

// Text tabs with a 2 px accent line; a count shows as badge.
class Tabs : public QWidget {
    Q_OBJECT
public:
    explicit Tabs(QWidget *parent = nullptr);
    void setItems(const QStringList &items);
    void setItemText(int index, const QString &text);
    void setCount(int index, const QString &count, bool warn = false); // empty removes it
    int currentIndex() const { return m_current; }
    void setCurrentIndex(int index); // silent
    int count() const { return int(m_items.size()); }
    QString itemText(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item {
        QString text, count;
        bool warn = false;
    };
    QRectF itemRect(int index) const;
    qreal itemWidth(const Item &item) const;
    void choose(int index);
    std::vector<Item> m_items;
    int m_current = 0;
    int m_hover = -1;
};

} // namespace dash
