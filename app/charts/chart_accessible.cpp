#include "app/charts/chart_accessible.h"

#include "app/charts/chart_view.h"

#include <QAccessibleWidget>

namespace dash {

namespace {

class ChartAccessible final : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartView *view)
        : QAccessibleWidget(view, QAccessible::Chart)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const ChartView *view = chart();
        if (kind == QAccessible::Value)
            return view->said();
        if (kind == QAccessible::Description)
            return view->said().isEmpty() ? QAccessibleWidget::text(kind) : view->said();
        if (kind == QAccessible::Help)
            return ChartView::tr("Arrows go from point to point, up and down change the series, plus and minus zoom, "
                                 "Shift and arrows select, T shows a table");
        return QAccessibleWidget::text(kind);
    }
    // The layers above the data are paint; only the chip is a thing of its own.
    int childCount() const override { return followChip() ? 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        QWidget *chip = followChip();
        return index == 0 && chip ? QAccessible::queryAccessibleInterface(chip) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == followChip() && followChip() ? 0 : -1;
    }

    QStringList actionNames() const override
    {
        QStringList names{tableName(), zoomInName(), zoomOutName(), earlierName(), laterName(), followName()};
        return names + QAccessibleWidget::actionNames();
    }
    QString localizedActionName(const QString &name) const override
    {
        if (name == tableName())
            return ChartView::tr("Show as table");
        if (name == zoomInName())
            return ChartView::tr("Zoom in");
        if (name == zoomOutName())
            return ChartView::tr("Zoom out");
        if (name == earlierName())
            return ChartView::tr("Earlier");
        if (name == laterName())
            return ChartView::tr("Later");
        if (name == followName())
            return ChartView::tr("Follow: back to now");
        return QAccessibleWidget::localizedActionName(name);
    }
    void doAction(const QString &name) override
    {
        TimeView &time = chart()->time();
        const double middle = (time.from() + time.to()) / 2;
        if (name == tableName())
            Q_EMIT chart()->tableAsked();
        else if (name == zoomInName())
            time.zoomAt(middle, 0.5);
        else if (name == zoomOutName())
            time.zoomAt(middle, 2);
        else if (name == earlierName())
            time.panBy(-time.span() / 2);
        else if (name == laterName())
            time.panBy(time.span() / 2);
        else if (name == followName())
            time.follow();
        else
            QAccessibleWidget::doAction(name);
    }
    QStringList keyBindingsForAction(const QString &name) const override
    {
        if (name == tableName())
            return {QStringLiteral("T")};
        if (name == zoomInName())
            return {QStringLiteral("+")};
        if (name == zoomOutName())
            return {QStringLiteral("-")};
        if (name == followName())
            return {QStringLiteral("Ctrl+End")};
        return QAccessibleWidget::keyBindingsForAction(name);
    }

private:
    ChartView *chart() const { return static_cast<ChartView *>(object()); }
    QWidget *followChip() const
    {
        QWidget *chip = chart()->findChild<QWidget *>(QStringLiteral("followChip"), Qt::FindDirectChildrenOnly);
        return chip && chip->isVisible() ? chip : nullptr;
    }
    static QString tableName() { return QStringLiteral("showAsTable"); }
    static QString zoomInName() { return QStringLiteral("zoomIn"); }
    static QString zoomOutName() { return QStringLiteral("zoomOut"); }
    static QString earlierName() { return QStringLiteral("earlier"); }
    static QString laterName() { return QStringLiteral("later"); }
    static QString followName() { return QStringLiteral("follow"); }
};

} // namespace

QAccessibleInterface *chartAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

} // namespace dash
