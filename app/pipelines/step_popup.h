#pragma once
// "Add step": every kind this build has, grouped, found by typing. A row may be dragged out onto the canvas.

#include "app/pipelines/kinds.h"
#include "app/widgets/popup.h"

#include <QAbstractScrollArea>

namespace dash {

class KindList;
class TextInput;

class StepPopup : public Popup {
    Q_OBJECT
public:
    enum class Offer { All, SourcesFirst, BranchOnly };
    StepPopup(std::vector<KindInfo> kinds, Offer offer, QWidget *parent);
    void openAt(QWidget *anchor, const QPoint &global);
    const KindInfo *current() const;

Q_SIGNALS:
    void chosen(const dash::KindInfo &kind);
    void dragged(const dash::KindInfo &kind, const QPoint &global);
    void dropped(const dash::KindInfo &kind, const QPoint &global);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    TextInput *m_search;
    KindList *m_list;
};

// The rows: painted, one tab stop, arrows choose.
class KindList : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit KindList(std::vector<KindInfo> kinds, QWidget *parent);
    void setSearch(const QString &words);
    const KindInfo *current() const;
    void move(int by);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen();
    void dragged(const QPoint &global);
    void dropped(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Line {
        int kind = -1; // index into m_kinds; -1: a group's head
        QString head;
        int top = 0;
        int height = 0;
    };
    void arrange();
    int lineAt(int y) const;
    std::vector<KindInfo> m_kinds;
    std::vector<Line> m_lines;
    QString m_search;
    int m_current = -1;
    QPoint m_pressed;
    bool m_dragging = false;
};

} // namespace dash
