#pragma once
// A dropped file while it is read and after: progress, the guesses as chips (each one click to change), the chart of
// what is there so far, the first rows, and what to do next.

#include "app/app_context.h"
#include "app/charts/chart_reader.h"
#include "app/charts/time_view.h"
#include "app/dashboards/widget_card.h"
#include "core/engine/file_import.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace dash {

class Banner;
class Button;
class Card;
class FlowRow;
class Meter;
class NextCard;
class RowsTable;
class Segmented;
class Switch;
class TextLabel;

class FilePanel : public QWidget {
    Q_OBJECT
public:
    FilePanel(AppContext &context, ChartReader &reader, QWidget *parent);
    ~FilePanel() override; // stops reading

    // Guesses and starts reading at once.
    void open(const QString &file);
    void dataChanged(const PointsDb::Change &change);
    QString fileName() const;
    double share() const { return m_share; } // read so far, 0 … 1; negative when done
    const ImportChoice &choice() const { return m_choice; }
    bool isReading() const { return m_reading; }
    bool chartShowsData() const;
    PipelineId pipeline() const { return m_pipeline; } // what is read is stored under
    qint64 keptPoints() const { return m_keptPoints; } // of a reading that was stopped

Q_SIGNALS:
    void progressed(); // name or share changed
    void closed();     // nothing is left to show

private:
    void guessed(const Result<ImportGuess> &guess, int round);
    void start();
    void cancel();
    void startOver();
    void progress(const ImportProgress &progress, int round);
    void readEnded(PipelineId id);
    void finished(const RunOutcome &outcome, int round);
    void change(ImportChoice choice);
    void rebuildChips();
    void addTimeChip();
    void addValueChip(const QString &field, int slot);
    void addLabelChip(const QString &field);
    void fieldMenu(QWidget *anchor, const QStringList &fields, const std::function<void(const QString &)> &chosen);
    void rebuildChart();
    QString keptText(const CommitCounts &counts);
    void showError(const Error &error);
    void keepAsPipeline();
    void putOnDashboard();
    void keepRowsOnly();
    void askRange();
    NextCard *nextCard(const QString &icon, const QString &title, const QString &text, std::function<void()> act);
    Widget chartWidget() const;
    std::vector<WidgetQuery> allQueries() const;
    QStringList fieldsOf(bool numbers) const;

    AppContext &m_context;
    ChartReader &m_reader;
    QThreadPool m_pool;
    ImportGuess m_guess;
    ImportChoice m_choice;
    PipelineId m_pipeline;
    bool m_kept = false; // a pipeline or a dashboard stands on what was read
    std::vector<PipelineId> m_applyWhenRead;
    CancelToken m_cancel;
    int m_round = 0; // answers of an older round are not shown
    bool m_reading = false;
    double m_share = -1;
    qint64 m_keptPoints = 0;
    std::chrono::nanoseconds m_started{0};
    ImportProgress m_progress;
    TimeView m_time;
    DashboardScope m_scope;
    WidgetCard *m_card = nullptr;
    std::vector<WidgetQuery> m_drawn;
    std::size_t m_lines = 0; // there are

    Card *m_head;
    TextLabel *m_name, *m_size, *m_state;
    QHBoxLayout *m_badges;
    Meter *m_meter;
    Button *m_stop;
    FlowRow *m_chips;
    QWidget *m_chartRoom;
    Segmented *m_kind;
    RowsTable *m_rows;
    TextLabel *m_rowsNote;
    QWidget *m_next;
    Switch *m_stays;
    QPointer<Banner> m_error; // closed by hand, or when the next reading begins
};

} // namespace dash
