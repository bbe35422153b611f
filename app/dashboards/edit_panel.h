#pragma once
// What one widget shows and how, while its dashboard is edited: Data, Look, Thresholds. Every change goes out at once.

#include "app/charts/chart_reader.h"
#include "app/charts/traces.h"
#include "core/model/dashboard.h"
#include "core/model/parameter.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace dash {

class Button;
class LetterTile;
class Tabs;
class TextLabel;

class EditPanel : public QWidget {
    Q_OBJECT
public:
    // Both outlive it; `colors` are those of the dashboard.
    EditPanel(ChartReader &reader, const SeriesSlots &colors, QWidget *parent = nullptr);
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
    void buildCombine(QVBoxLayout *rows, std::size_t index);
    void buildParameter(QVBoxLayout *column, const Parameter &parameter);
    void addFilterMenu(std::size_t query, QWidget *anchor);
    void emitChange(const QString &what, const QString &mergeKey = {});
    void readCatalogue();
    void showQueryMarks();

    ChartReader &m_reader;
    const SeriesSlots &m_colors;
    struct QueryMark { // of the query's card: its colour and newest value
        LetterTile *tile = nullptr;
        TextLabel *value = nullptr;
    };
    std::vector<QueryMark> m_marks;
    std::optional<Widget> m_widget;
    WidgetDataPtr m_data;
    std::vector<SeriesInfo> m_series;
    std::vector<TableInfo> m_tables;
    Tabs *m_tabs;
    QScrollArea *m_scroll;
    TextLabel *m_status;
    Button *m_rows;
};

} // namespace dash
