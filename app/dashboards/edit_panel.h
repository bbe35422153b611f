#pragma once
// What one widget shows and how, while its dashboard is edited: Data, Look, Thresholds. Every change goes out at once.

#include "app/charts/chart_reader.h"
#include "core/model/dashboard.h"
#include "core/model/parameter.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace dash {

class Button;
class Tabs;
class TextLabel;

class EditPanel : public QWidget {
    Q_OBJECT
public:
    EditPanel(ChartReader &reader, QWidget *parent = nullptr);
    void setWidget(const Widget *widget); // null: nothing selected
    void setData(const WidgetDataPtr &answer);

Q_SIGNALS:
    void changed(const dash::Widget &widget, const QString &what, const QString &mergeKey);
    void rowsAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void buildData(QVBoxLayout *column);
    void buildLook(QVBoxLayout *column);
    void buildThresholds(QVBoxLayout *column);
    void buildQuery(QVBoxLayout *column, std::size_t index);
    void buildParameter(QVBoxLayout *column, const Parameter &parameter);
    void addFilterMenu(std::size_t query, QWidget *anchor);
    void emitChange(const QString &what, const QString &mergeKey = {});
    void readCatalogue();

    ChartReader &m_reader;
    std::optional<Widget> m_widget;
    WidgetDataPtr m_data;
    std::vector<SeriesInfo> m_series;
    std::vector<TableInfo> m_tables;
    Tabs *m_tabs;
    QScrollArea *m_scroll;
    TextLabel *m_status;
    Button *m_rows;
};

// The seven ways to draw, as tiles; arrows choose.
class DrawAsPicker : public QWidget {
    Q_OBJECT
public:
    explicit DrawAsPicker(QWidget *parent = nullptr);
    void setCurrent(const QString &type);
    QSize sizeHint() const override { return {300, 52}; }

Q_SIGNALS:
    void chosen(const QString &type);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF tile(int index) const;
    QString m_current;
};

} // namespace dash
