#pragma once
// Under the settings of an output that leaves Dash: the exact bytes of the next delivery and its queue.

#include "app/pipelines/draft.h"
#include "app/pipelines/stored_rows.h"

#include <QPlainTextEdit>

namespace dash {

class Button;
class RowsTable;
class TextLabel;

class SinkBox : public QWidget {
    Q_OBJECT
public:
    SinkBox(Draft &draft, QWidget *parent = nullptr);
    void setNode(const QString &node); // hides itself for anything but a sink

private:
    void refreshBytes();
    void refreshQueue();
    Draft &m_draft;
    QString m_node;
    TextLabel *m_bytesNote;
    QPlainTextEdit *m_bytes;
    TextLabel *m_queueNote;
    RowsTable *m_queue;
    Button *m_pause;
    Button *m_resend;
    SinkQueue m_shown;
};

} // namespace dash
