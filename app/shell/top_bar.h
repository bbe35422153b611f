#pragma once
// 48 high above the page: back, forward, parent › title, badges; the page's tools at the end.

#include "app/shell/page.h"

#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace dash {

class IconButton;
class TextLabel;

class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);
    // Shows what a page says of itself; its widgets come back to it when another page is shown.
    void show(Page *page);
    void setHistory(bool back, bool forward);
    using QWidget::show;

Q_SIGNALS:
    void backAsked();
    void forwardAsked();
    void parentAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void give(QList<QPointer<QWidget>> &widgets);
    IconButton *m_back;
    IconButton *m_forward;
    QAbstractButton *m_parent;
    TextLabel *m_title;
    QWidget *m_chevron;
    QHBoxLayout *m_badges;
    QHBoxLayout *m_tools;
    QPointer<Page> m_page;
    QList<QPointer<QWidget>> m_shownBadges, m_shownTools;
};

} // namespace dash
