#pragma once
// The data page: what the workspace holds, in full; dropped files; export; how long things are kept and how big the
// cache may become.

#include "app/app_context.h"
#include "app/charts/chart_reader.h"
#include "app/data/data_list.h"
#include "app/shell/page.h"

#include <QThreadPool>
#include <QTimer>

class QStackedWidget;

namespace dash {

class Button;
class Combo;
class EmptyState;
class FilePanel;
class SeriesPanel;
class TablePanel;
class TextInput;

class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(AppContext &context, QWidget *parent = nullptr);
    ~DataPage() override;

    QString title() const override { return tr("Data"); }
    QList<QWidget *> tools() override;
    // "series/owner/name", "table/owner/output", "file:/path" (reads it), "choose" (asks for a file), or nothing.
    void shown(const QString &part) override;
    void hidden() override;

    void openFile(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void take(const DataCatalogue &catalogue);
    void show(const DataRef &ref);
    void chooseFile();
    void openCachePopup();
    void changed(const PointsDb::Change &change);
    void exportSeries(const SeriesGroup &group);
    void exportTable(const TableInfo &info);
    void exportTo(const QString &suggested,
                  std::function<Result<qint64>(const QString &path, const PointsSnapshot &)> write);
    template <class Answer>
    void work(std::function<Answer()> question, std::function<void(Answer)> done);

    AppContext &m_context;
    ChartReader m_reader;
    QThreadPool m_pool;
    DataCatalogue m_catalogue;
    DataRef m_current;
    QWidget *m_side;
    TextInput *m_filter;
    DataList *m_list;
    Combo *m_narrow; // the list as a combo on small windows
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FilePanel *m_file;
    SeriesPanel *m_series;
    TablePanel *m_table;
    Button *m_choose, *m_cache;
    QTimer m_soon;
    bool m_shown = false;
};

} // namespace dash
