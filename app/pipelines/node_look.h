#pragma once
// How nodes and wires of the canvas look: what each one says and its state, as plain values, and their painting.

#include "core/model/pipeline.h"

#include <QRectF>

#include <map>

class QPainter;

namespace dash {

struct Tokens;

struct NodeLook {
    enum class State { Idle, Error, Rejected, Waiting, Disabled };
    State state = State::Idle;
    QString title;
    QString fact;  // one line under the title; what went wrong in the error state
    QString badge; // above the node ("12 rejected")
    QString icon;
    QString kindName; // "Derive fields", for the inspector and screen readers
};

struct WireLook {
    enum class State { Idle, Running, Error, Rejected, NoRejects, Waiting };
    State state = State::Idle;
    QString rows; // of the last run or sample, above the wire
    bool roundDisabled = false;
};

struct GraphLook {
    std::map<QString, NodeLook> nodes; // "rejected" among them
    std::map<std::pair<QString, QString>, WireLook> wires;
    QString rejecting; // the node whose refused rows hang below it
};

enum class NodeFocus { None, Hovered, Selected, KeyboardFocus };

qreal nodeWidth(const NodeLook &look);
void paintNode(QPainter &painter, const QRectF &rect, const NodeLook &look, NodeKind kind, NodeFocus focus,
               const Tokens &tokens, Qt::LayoutDirection direction);
void paintWire(QPainter &painter, const QPolygonF &corners, const WireLook &look, const Tokens &tokens,
               Qt::LayoutDirection direction);
// Dots that travel once along the wire; `at` 0 … 1.
void paintTravel(QPainter &painter, const QPolygonF &corners, qreal at, const Tokens &tokens);
void paintPort(QPainter &painter, const QPointF &center, bool hot, const Tokens &tokens);

} // namespace dash
