#include "app/pipelines/canvas_accessible.h"

#include "app/pipelines/canvas.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace dash {

namespace {

class NodeInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    NodeInterface(Canvas *canvas, QString node)
        : m_canvas(canvas)
        , m_node(std::move(node))
    {
    }
    bool isValid() const override { return m_canvas && m_canvas->graphLayout().nodes.contains(m_node); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const QString all = m_canvas->describe(m_node);
        if (kind == QAccessible::Name)
            return all.section(QStringLiteral(", "), 0, 0);
        return kind == QAccessible::Description ? all.section(QStringLiteral(", "), 1) : QString();
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_canvas->nodeRect(m_node).toAlignedRect();
        return {m_canvas->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.invalid = !isValid();
        state.selected = m_canvas && m_canvas->selected() == m_node;
        state.focused = state.selected && m_canvas->hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_canvas->chooseNode(m_node);
        if (action == pressAction())
            Q_EMIT m_canvas->commanded(CanvasCommand{CanvasCommand::Kind::Open, m_node, {}, {}});
    }

private:
    QPointer<Canvas> m_canvas;
    QString m_node;
};

class CanvasInterface final : public QAccessibleWidget {
public:
    explicit CanvasInterface(Canvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
    {
    }
    ~CanvasInterface() override
    {
        for (const auto &[node, id] : m_made)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return int(order().size()); }
    QAccessibleInterface *child(int index) const override
    {
        const QString node = order().value(index);
        if (node.isEmpty())
            return nullptr;
        const auto found = m_made.find(node);
        if (found != m_made.end())
            return QAccessible::accessibleInterface(found->second);
        auto *made = new NodeInterface(canvas(), node);
        m_made[node] = QAccessible::registerAccessibleInterface(made);
        return made;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *one = child(i); one && one->rect().contains(x, y))
                return one;
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const int at = int(order().indexOf(canvas()->selected()));
        return at >= 0 && canvas()->hasFocus() ? child(at) : nullptr;
    }

private:
    Canvas *canvas() const { return static_cast<Canvas *>(widget()); }
    const QStringList &order() const { return canvas()->graphLayout().order; }
    mutable std::map<QString, QAccessible::Id> m_made;
};

QAccessibleInterface *canvasFactory(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<Canvas *>(object);
    return canvas ? new CanvasInterface(canvas) : nullptr;
}

} // namespace

void installCanvasAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(canvasFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace dash
