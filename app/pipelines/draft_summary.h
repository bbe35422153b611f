#pragma once
// At the foot of the inspector: what the draft changes in rows against the running version, and Apply.

#include "app/pipelines/draft.h"
#include "app/pipelines/row_difference.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace dash {

class Button;
class Card;
class TextLabel;

class DraftSummary : public QWidget {
    Q_OBJECT
public:
    DraftSummary(Draft &draft, QWidget *parent = nullptr);
    void apply();
    bool canApply() const;
    const std::vector<RowDifference> &differences() const { return m_differences; }

Q_SIGNALS:
    void changesWanted();

private:
    void refresh();
    void compare();
    void takeRunning(const RunId &run, Result<PreviewResult> result);
    void takeDraft(const RunId &run, Result<PreviewResult> result);
    void addLine(const QString &name, const QString &value);
    bool hasError() const;

    Draft &m_draft;
    Card *m_card;
    QVBoxLayout *m_lines;
    Button *m_secondary;
    Button *m_apply;
    QTimer m_pause;             // replays follow the typing by a moment
    std::optional<RunId> m_run; // whose kept input is compared
    int m_runningVersion = -1;
    std::optional<PreviewResult> m_before; // of the running version
    QString content() const;
    QString m_content;
    std::vector<RowDifference> m_differences;
    quint64 m_round = 0;
};

} // namespace dash
