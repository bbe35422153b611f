#pragma once
// Where an expression is typed: coloured, completed, with a wavy line at the error. Grows with its text.

#include "core/model/batch.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QStringList>

class QCompleter;
class QStandardItemModel;
class QSyntaxHighlighter;

namespace dash {

class ExpressionField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ExpressionField(QWidget *parent = nullptr);
    void setFields(const Batch &arriving); // completed first, with their types
    void setErrorAt(int position);         // 0-based; -1: no error; past the end: the last word
    void setErrorWord(const QString &word);
    void setFailed(bool failed);
    bool hasErrorMark() const { return !extraSelections().isEmpty(); }
    void setLines(int least);
    enum class Prose { Code, Words }; // Code keeps its font and direction
    void setPlain(Prose prose);       // no expression: neither coloured nor completed
    QStringList completions() const;  // offered at the cursor now

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offer(bool wanted);
    void complete(const QString &text);
    QString wordBeforeCursor() const;
    void mark(qsizetype start, qsizetype length);

    QCompleter *m_completer;
    QSyntaxHighlighter *m_colours;
    bool m_plain = false;
    QStandardItemModel *m_words;
    QStringList m_fields;
    bool m_failed = false;
    int m_lines = 2;
};

} // namespace dash
