#pragma once
// The definition as text. Changes flow both ways: valid text becomes the draft as it is typed, changes elsewhere are
// written into the text. Text that cannot be read stays as typed, with what is wrong and where; the draft is untouched.

#include "core/model/pipeline.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace dash {

class TextLabel;

class TextView : public QWidget {
    Q_OBJECT
public:
    explicit TextView(QWidget *parent = nullptr);
    void showNode(const QString &id); // its lines come into view
    void setPipeline(const Pipeline &pipeline);
    QPlainTextEdit *editor() const { return m_edit; }
    QString problem() const;
    bool hasUnreadText() const { return m_unread; } // typed text that is not the draft (yet)

Q_SIGNALS:
    void edited(const dash::Pipeline &pipeline);

private:
    void read();
    void markError(int line, int column);
    QPlainTextEdit *m_edit;
    QWidget *m_foot;
    TextLabel *m_problem;
    Pipeline m_pipeline;
    QTimer m_pause; // reading follows the typing by a moment
    bool m_unread = false;
};

} // namespace dash
