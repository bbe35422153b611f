#include "app/pipelines/text_view.h"

#include "app/pipelines/words.h"
#include "app/widgets/field.h"

#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kPauseMs = 60;

class JsonColours : public QSyntaxHighlighter {
public:
    JsonColours(QTextDocument *document, const QWidget *widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const Tokens &tokens = tokensOf(m_widget);
        int at = 0;
        while (at < text.size()) {
            const QChar c = text[at];
            int end = at + 1;
            if (c == u'"') {
                while (end < text.size() && text[end] != u'"')
                    end += text[end] == u'\\' ? 2 : 1;
                end = std::min(end + 1, int(text.size()));
                int next = end;
                while (next < text.size() && text[next].isSpace())
                    ++next;
                setFormat(at, end - at, next < text.size() && text[next] == u':' ? tokens.series[2] : tokens.text);
            } else if (c.isDigit() || c == u'-') {
                while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'.'))
                    ++end;
                setFormat(at, end - at, tokens.series[1]);
            } else if (c.isLetter()) {
                while (end < text.size() && text[end].isLetter())
                    ++end;
                setFormat(at, end - at, tokens.series[4]);
            }
            at = end;
        }
    }

private:
    const QWidget *m_widget;
};

} // namespace

TextView::TextView(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_foot(new QWidget(this))
    , m_problem(new TextLabel({}, FontRole::Small, &Tokens::error, m_foot))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_edit, 1);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(m_problem);
    column->addWidget(m_foot);
    m_problem->setWrap(true);
    m_problem->setObjectName(QStringLiteral("textProblem"));
    m_foot->hide();
    m_edit->setObjectName(QStringLiteral("definitionText"));
    m_edit->setAccessibleName(tr("Definition as text"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setFont(roleFont(FontRole::Mono));
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(12);
    new JsonColours(m_edit->document(), m_edit);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TextView::read);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_unread = true;
        m_pause.start();
    });
}

void TextView::setPipeline(const Pipeline &pipeline)
{
    const bool same = pipeline == m_pipeline && !m_edit->document()->isEmpty();
    m_pipeline = pipeline;
    if (same || m_unread)
        return;
    const QSignalBlocker quiet(m_edit);
    const QTextCursor kept = m_edit->textCursor();
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(QString::fromUtf8(pipelineText(pipeline)));
    QTextCursor back(m_edit->document());
    back.setPosition(std::min(kept.position(), m_edit->document()->characterCount() - 1));
    m_edit->setTextCursor(back);
    m_edit->document()->clearUndoRedoStacks(); // undo is the draft's
}

void TextView::showNode(const QString &id)
{
    if (m_edit->hasFocus() || m_unread)
        return;
    QTextCursor at = m_edit->document()->find(u"\"id\": \"" + id + u'"');
    if (id.isEmpty() || at.isNull())
        at = QTextCursor(m_edit->document());
    at.movePosition(QTextCursor::StartOfLine);
    m_edit->setTextCursor(at);
    m_edit->centerCursor();
}

QString TextView::problem() const
{
    return m_foot->isHidden() ? QString() : m_problem->text();
}

void TextView::read()
{
    Result<Pipeline> parsed = parsePipeline(m_edit->toPlainText().toUtf8());
    m_edit->setExtraSelections({});
    if (!parsed) {
        const Error &error = parsed.error();
        m_problem->setText(sentence(error) + u' ' + tr("The steps stay as the text last said."));
        m_foot->show();
        markError(error.arg(QLatin1StringView("line")).toInt(), error.arg(QLatin1StringView("column")).toInt());
        return;
    }
    m_foot->hide();
    m_unread = false;
    parsed->id = m_pipeline.id; // the text cannot make it another pipeline
    if (*parsed == m_pipeline)
        return;
    m_pipeline = *parsed;
    Q_EMIT edited(m_pipeline);
}

void TextView::markError(int line, int column)
{
    const QTextBlock block = m_edit->document()->findBlockByNumber(line - 1);
    if (line <= 0 || !block.isValid())
        return;
    QTextEdit::ExtraSelection wave;
    wave.cursor = QTextCursor(block);
    const int last = std::max(0, block.length() - 1);
    wave.cursor.setPosition(block.position() + std::clamp(column - 1, 0, std::max(0, last - 1)));
    wave.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
    wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.format.setUnderlineColor(tokensOf(this).error);
    wave.format.setBackground(tokensOf(this).errorTint);
    m_edit->setExtraSelections({wave});
}

} // namespace dash
