#pragma once
// The picture of a pipeline: nodes and wires, laid out by themselves, chosen, moved and wired with the hand or the
// keyboard. It changes nothing itself: what a person wants goes out as a CanvasCommand.

#include "app/pipelines/graph_layout.h"
#include "app/pipelines/node_look.h"

#include <QPointer>
#include <QVariantAnimation>
#include <QWidget>

class QToolButton;

namespace dash {

struct CanvasCommand {
    enum class Kind {
        AddAfter,   // open the list of steps; goes behind `node`
        Branch,     // open the list of steps; reads `node`
        Move,       // `node` goes behind `other`
        Connect,    // `other` reads `node`
        Disconnect, // `other` no longer reads `node`
        Disable,
        Remove,
        Copy,
        Paste,
        Duplicate,
        Open
    };
    Kind kind = Kind::Open;
    QString node;
    QString other;
    QPoint at; // global
};

class Canvas : public QWidget {
    Q_OBJECT
public:
    explicit Canvas(QWidget *parent = nullptr);

    void setGraph(const Pipeline &pipeline, const GraphLook &look);
    void setSelected(const QString &node); // empty: nothing; does not signal
    const QString &selected() const { return m_selected; }
    void chooseNode(const QString &node) { choose(node, Qt::ShortcutFocusReason); } // as the keyboard does
    // One batch went through: dots travel the wires, at most once a second.
    void pulse();
    void fit();
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; }

    const GraphLayout &graphLayout() const { return m_layout; }
    QRectF nodeRect(const QString &node) const; // in widget coordinates
    QPointF outPort(const QString &node) const;
    QPointF inPort(const QString &node) const;
    // The node whose outgoing wire is under a point (widget coordinates): where a dragged kind would go.
    QString dropTarget(const QPointF &position) const;
    void setDropHint(const QString &node); // marks where a dragged kind would go
    // What is dragged in from elsewhere, drawn at the pointer; empty: nothing.
    void setGhost(const QString &name, const QPointF &at);
    QString describe(const QString &node) const; // for screen readers

    QSize sizeHint() const override { return {1000, 376}; }
    QSize minimumSizeHint() const override { return {360, 160}; }

Q_SIGNALS:
    void selectionChanged(const QString &node);
    void commanded(const dash::CanvasCommand &command);
    void zoomChanged(qreal zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr qreal kMinZoom = 0.25;
    static constexpr qreal kReadableZoom = 0.6; // smaller only when asked for
    static constexpr qreal kMaxZoom = 2;
    enum class Drag { None, Pan, Node, Wire };
    void relayout();
    void choose(const QString &node, Qt::FocusReason reason);
    void step(int direction);
    void stepAcross(int direction);
    void keepVisible(const QString &node);
    void centre(qreal smallest);
    QPointF toScene(const QPointF &widget) const { return (widget - m_origin) / m_zoom; }
    QPointF toWidget(const QPointF &scene) const { return scene * m_zoom + m_origin; }
    QString nodeAt(const QPointF &widget) const;
    QString portAt(const QPointF &widget) const; // node whose out-port is there
    void paintGraph(QPainter &painter) const;
    void paintPorts(QPainter &painter) const;
    void paintDrag(QPainter &painter) const;
    void finishNodeDrag(const QPointF &position);
    void finishWireDrag(const QPointF &position, const QPoint &global);
    void send(CanvasCommand::Kind kind, const QString &node, const QString &other = {}, const QPoint &at = {});
    NodeKind kindOf(const QString &node) const;

    Pipeline m_pipeline;
    GraphLook m_look;
    GraphLayout m_layout;
    QString m_selected;
    QString m_hovered;
    QString m_dropHint;
    QString m_ghost;
    QPointF m_ghostAt;
    bool m_keyboard = false; // the selection was moved with the keyboard: show the ring
    qreal m_zoom = 1;
    QPointF m_origin;
    bool m_placed = false;
    bool m_followsGraph = true; // nobody panned or zoomed
    Drag m_drag = Drag::None;
    QString m_dragNode;
    QPointF m_pressed;
    QPointF m_at;
    QPointF m_pressedOrigin;
    QVariantAnimation m_travel;
    qint64 m_lastPulse = 0;
};

} // namespace dash
