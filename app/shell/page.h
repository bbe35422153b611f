#pragma once
// A page fills the window beside the rail. The window shows its title and tools in the top bar. There is one page for
// each section and id; the window makes it on first visit and may drop it while it is not shown.

#include <QList>
#include <QWidget>

class QAction;

namespace dash {

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    virtual QString parentTitle() const { return {}; }         // "Pipelines" before "› Shop orders"
    virtual QList<QWidget *> badges() { return {}; }           // after the title; owned by the page
    virtual QList<QWidget *> tools() { return {}; }            // at the end of the top bar; owned by the page
    virtual QList<QAction *> paletteActions() { return {}; }   // offered in the command palette while shown
    virtual void shown(const QString &part) { Q_UNUSED(part) } // became visible, or another part was asked for
    virtual void hidden() {}
    virtual bool settled() const { return true; } // what is visible has been painted with its data

Q_SIGNALS:
    void headChanged(); // title, badges or tools are different now
};

} // namespace dash
