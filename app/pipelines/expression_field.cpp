#include "app/pipelines/expression_field.h"

#include "app/pipelines/cell_text.h"
#include "app/pipelines/expression_tokens.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"
#include "core/engine/expression/expression.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QSyntaxHighlighter>

#include <algorithm>

namespace dash {

namespace {

class ExpressionColours : public QSyntaxHighlighter {
public:
    ExpressionColours(QTextDocument *document, const QWidget *widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const Tokens &tokens = tokensOf(m_widget);
        for (const ExpressionWord &token : expressionWords(text)) {
            QTextCharFormat format;
            switch (token.kind) {
            case ExpressionWord::Kind::Field:
                format.setForeground(tokens.series[2]);
                break;
            case ExpressionWord::Kind::Function:
            case ExpressionWord::Kind::Word:
                format.setForeground(tokens.series[4]);
                break;
            case ExpressionWord::Kind::Number:
                format.setForeground(tokens.series[1]);
                break;
            case ExpressionWord::Kind::Text:
            case ExpressionWord::Kind::Operator:
                format.setForeground(tokens.text);
                break;
            }
            setFormat(int(token.start), int(token.length), format);
        }
    }

private:
    const QWidget *m_widget;
};

constexpr int kNameRole = Qt::UserRole + 1; // what is typed to find it
constexpr int kInsertRole = Qt::UserRole + 2;

} // namespace

ExpressionField::ExpressionField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStandardItemModel(this))
{
    setFrameShape(QFrame::NoFrame);
    setFont(roleFont(FontRole::Mono));
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight); // code keeps its direction
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(7);
    viewport()->setAutoFillBackground(false);
    m_colours = new ExpressionColours(document(), this);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCompletionRole(kNameRole);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &chosen) { complete(chosen.data(kInsertRole).toString()); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        offer(false);
    });
    setFields({});
}

void ExpressionField::setFields(const Batch &arriving)
{
    QStringList names;
    for (const Field &field : arriving.fields)
        names.push_back(field.name);
    if (names == m_fields && m_words->rowCount() > 0)
        return;
    m_fields = names;
    m_words->clear();
    for (const Field &field : arriving.fields) {
        auto *item = new QStandardItem(icon(columnTypeIcon(field.column->type)), field.name);
        item->setData(field.name, kNameRole);
        item->setData(fieldInExpression(field.name), kInsertRole);
        item->setToolTip(columnTypeLabel(field.column->type));
        m_words->appendRow(item);
    }
    for (const ExpressionFunction &function : expressionFunctions()) {
        auto *item = new QStandardItem(icon(u"derive"), QString::fromUtf8(function.signature));
        item->setData(QString::fromUtf8(function.name), kNameRole);
        item->setData(QString(QString::fromUtf8(function.name) + u'('), kInsertRole);
        item->setToolTip(QCoreApplication::translate("Function", function.help) + u'\n' +
                         QString::fromUtf8(function.example));
        item->setAccessibleDescription(item->toolTip());
        m_words->appendRow(item);
    }
}

QString ExpressionField::wordBeforeCursor() const
{
    const QString text = toPlainText();
    const qsizetype cursor = textCursor().position();
    for (const ExpressionWord &token : expressionWords(text)) {
        const bool name = token.kind == ExpressionWord::Kind::Field || token.kind == ExpressionWord::Kind::Function ||
                          token.kind == ExpressionWord::Kind::Word;
        if (name && token.start < cursor && token.start + token.length >= cursor)
            return text.mid(token.start, cursor - token.start).remove(u'`');
    }
    return {};
}

QStringList ExpressionField::completions() const
{
    QStringList out;
    const QString word = wordBeforeCursor();
    for (int row = 0; row < m_words->rowCount(); ++row) {
        const QString name = m_words->item(row)->data(kNameRole).toString();
        if (name.contains(word, Qt::CaseInsensitive))
            out.push_back(name);
    }
    return out;
}

void ExpressionField::setPlain(Prose prose)
{
    m_plain = true;
    delete m_colours;
    m_colours = nullptr;
    if (prose == Prose::Code)
        return;
    setFont(roleFont(FontRole::Body));
    setLayoutDirection(QGuiApplication::layoutDirection());
}

void ExpressionField::offer(bool wanted)
{
    if (m_plain)
        return;
    const QString word = wordBeforeCursor();
    if (!hasFocus() || (word.isEmpty() && !wanted)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word);
    const bool done = m_completer->completionCount() == 1 && m_completer->currentCompletion() == word;
    if (m_completer->completionCount() == 0 || done) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = cursorRect();
    at.setWidth(std::max(220, m_completer->popup()->sizeHintForColumn(0) + 40));
    m_completer->complete(at);
    if (!word.isEmpty())
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ExpressionField::complete(const QString &text)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordBeforeCursor().size()));
    const QSignalBlocker quiet(m_completer);
    cursor.insertText(text);
    setTextCursor(cursor);
    m_completer->popup()->hide();
}

void ExpressionField::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_completer->popup()->isVisible();
    const int key = event->key();
    if (open && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape)) {
        event->ignore(); // the list takes these
        return;
    }
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return offer(true);
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && (event->modifiers() & Qt::ControlModifier)) {
        event->ignore(); // Apply
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ExpressionField::mark(qsizetype start, qsizetype length)
{
    QTextEdit::ExtraSelection wave;
    wave.cursor = QTextCursor(document());
    wave.cursor.setPosition(int(start));
    wave.cursor.setPosition(int(start + length), QTextCursor::KeepAnchor);
    wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.format.setUnderlineColor(tokensOf(this).error);
    setExtraSelections({wave});
}

void ExpressionField::setErrorAt(int position)
{
    const QString text = toPlainText();
    if (position < 0 || text.isEmpty())
        return setExtraSelections({});
    const std::vector<ExpressionWord> tokens = expressionWords(text);
    for (const ExpressionWord &token : tokens) {
        if (token.start + token.length > position)
            return mark(token.start, token.length);
    }
    if (tokens.empty())
        return mark(0, text.size());
    mark(tokens.back().start, tokens.back().length);
}

void ExpressionField::setErrorWord(const QString &word)
{
    const QString text = toPlainText();
    for (const ExpressionWord &token : expressionWords(text)) {
        const QStringView part = QStringView(text).mid(token.start, token.length);
        if (part == word || fieldName(part) == word)
            return mark(token.start, token.length);
    }
    setErrorAt(0);
}

void ExpressionField::setFailed(bool failed)
{
    m_failed = failed;
    viewport()->update();
}

void ExpressionField::setLines(int least)
{
    m_lines = least;
    updateGeometry();
}

QSize ExpressionField::sizeHint() const
{
    const int lines = std::clamp(int(document()->size().height()), m_lines, 8);
    return {200, lines * lineHeight(FontRole::Small) + 16};
}

void ExpressionField::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground = tokens.dark() ? tokens.sunken : tokens.surface;
        const QColor edge = m_failed ? tokens.error : hasFocus() ? tokens.accent : tokens.control;
        paintBox(&painter, viewport()->rect(), 6, ground, edge, m_failed || hasFocus() ? 2 : 1);
    }
    QPlainTextEdit::paintEvent(event);
}

void ExpressionField::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void ExpressionField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

} // namespace dash
