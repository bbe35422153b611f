#pragma once
// What lies under the chosen node: its rows, the refused ones, the runs, the definition as text.

#include "app/pipelines/draft.h"
#include "app/pipelines/rows_table.h"
#include "app/pipelines/stored_rows.h"

#include <QStackedWidget>

namespace dash {

class Button;
class IconButton;
class Tabs;
class TextInput;
class TextLabel;
class TextView;
class WaitLine;

class RowsPanel : public QWidget {
    Q_OBJECT
public:
    enum class Tab { Rows, Rejected, Runs, Text, Settings };
    RowsPanel(Draft &draft, QWidget *parent = nullptr);

    void setNode(const QString &node); // empty: the last node of the line
    const QString &node() const { return m_node; }
    void showTab(Tab tab);
    Tab tab() const;
    // Narrow windows: the inspector stands beside Rows as a tab of its own.
    void setSettings(QWidget *settings);
    RowsTable *rowsTable() const { return m_rows; }
    RowsTable *rejectedTable() const { return m_rejected; }
    RowsTable *runsTable() const { return m_runs; }
    TextView *textView() const { return m_text; }

Q_SIGNALS:
    void fullSizeWanted();
    void nodeWanted(const QString &node);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void buildRejected();
    void buildRuns();
    void showHead();
    void takeRows();
    void markStale();
    void readStored();
    void showRejected(const std::vector<RejectedRecord> &stored);
    void showValueMenu(const CellRef &cell);
    void runAgain();
    void deleteRejected();
    void replay(bool withDraft);
    void describeReplay(const RunRecord &run, bool withDraft, Result<PreviewResult> result);
    QString shownNode() const;

    Draft &m_draft;
    QString m_node;
    QString m_pinned;
    Tabs *m_tabs;
    TextLabel *m_facts;
    IconButton *m_pin;
    IconButton *m_find;
    IconButton *m_full;
    Button *m_openNode;
    Button *m_again;
    IconButton *m_delete;
    TextInput *m_search;
    WaitLine *m_wait;
    QStackedWidget *m_stack;
    RowsTable *m_rows;
    RowsTable *m_rejected;
    TextLabel *m_rejectedNote;
    RowsTable *m_runs;
    TextLabel *m_runNote;
    Button *m_replayOld;
    Button *m_replayNew;
    TextView *m_text;
    QWidget *m_settings = nullptr;
    std::vector<RunRecord> m_runRecords;
    RejectedRows m_rejectedRows;
    qint64 m_storedRejected = 0;
    bool m_rejectedByNode = false; // the tab was opened by choosing the table on the canvas
};

} // namespace dash
