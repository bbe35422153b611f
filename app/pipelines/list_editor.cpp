#include "app/pipelines/editors_lists.h"

#include "app/pipelines/parameter_form.h"
#include "app/pipelines/words.h"
#include "app/theme/metrics.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace dash {

namespace {

// One line of a closed entry: its name, a badge and what it says.
class EntryLine : public QAbstractButton {
public:
    EntryLine(const QString &title, const QString &fact, QWidget *parent)
        : QAbstractButton(parent)
        , m_fact(fact)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(fact);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setProperty("focusRadius", 8);
    }
    QSize sizeHint() const override { return {200, 40}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(&painter, rect(), 8, underMouse() ? tokens.hover : tokens.surface,
                 underMouse() ? tokens.borderStrong : tokens.border);
        const QRectF inner = QRectF(rect()).adjusted(12, 0, -12, 0);
        const qreal width = textWidth(text(), FontRole::SmallBold);
        const QRectF title = mirrored(QRectF(inner.left(), 0, width + 1, height()), inner, layoutDirection());
        paintText(&painter, title, text(), FontRole::SmallBold, tokens.text);
        const QRectF fact(inner.left() + width + 16, 0, inner.width() - width - 16, height());
        paintText(&painter, mirrored(fact, inner, layoutDirection()), m_fact, FontRole::Mono, tokens.secondary,
                  Qt::AlignTrailing | Qt::AlignVCenter);
    }

private:
    QString m_fact;
};

} // namespace

ListEditor::ListEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics().gap);
    auto *add = new Button(QStringLiteral("plus"), tr("Add entry"), Button::Kind::Default, this);
    add->setObjectName(u"add-" + parameter.name);
    const QString label = parameterWord(parameter.label);
    if (!label.isEmpty())
        add->setAccessibleName(tr("Add to %1").arg(label));
    connect(add, &Button::clicked, this, &ListEditor::addEntry);
    m_column->addWidget(add, 0, Qt::AlignLeading);
    rebuild();
}

QJsonValue ListEditor::value() const
{
    return m_entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_entries);
}

void ListEditor::setValue(const QJsonValue &value)
{
    const QJsonArray entries = value.toArray();
    if (entries == m_entries)
        return;
    const bool sameShape = entries.size() == m_entries.size();
    m_entries = entries;
    m_open = std::clamp(m_open, 0, std::max(0, int(entries.size()) - 1));
    if (sameShape && m_form) {
        const QSignalBlocker quiet(m_form);
        m_form->setConfig(m_entries.at(m_open).toObject());
        return;
    }
    rebuild();
}

void ListEditor::setScene(const EditorScene &scene)
{
    m_scene = scene;
    if (m_form)
        m_form->setScene(scene);
}

QString ListEditor::entryTitle(int index) const
{
    const QJsonObject entry = m_entries.at(index).toObject();
    for (const Parameter &member : m_parameter.members) {
        const QString text = entry.value(member.name).toString();
        const bool naming = member.kind == ParameterKind::Text || member.kind == ParameterKind::Field;
        if (naming && !text.isEmpty())
            return text;
    }
    return tr("Entry %1").arg(index + 1);
}

QString ListEditor::entryFact(int index) const
{
    const QJsonObject entry = m_entries.at(index).toObject();
    const QString title = entryTitle(index);
    for (const Parameter &member : m_parameter.members) {
        const QString text = entry.value(member.name).toString();
        if (!text.isEmpty() && text != title)
            return text;
    }
    return {};
}

QWidget *ListEditor::closedEntry(int index)
{
    auto *line = new EntryLine(entryTitle(index), entryFact(index), m_body);
    line->setObjectName(QStringLiteral("entry-%1").arg(index));
    line->installEventFilter(this);
    line->setProperty("entry", index);
    connect(line, &QAbstractButton::clicked, this, [this, index] {
        m_open = index;
        QMetaObject::invokeMethod(
            this,
            [this] {
                rebuild();
                if (m_form)
                    m_form->setFocus(Qt::OtherFocusReason);
            },
            Qt::QueuedConnection);
    });
    return line;
}

QWidget *ListEditor::openedEntry(int index)
{
    auto *card = new Card(m_body);
    auto *column = card->column();
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    auto *title = new TextLabel(entryTitle(index), FontRole::SmallBold);
    head->addWidget(title, 1);
    const auto tool = [&](const QString &icon, const QString &name, bool enabled, const std::function<void()> &act) {
        auto *button = new IconButton(icon, name, card);
        button->setExtent(24);
        button->setEnabled(enabled);
        head->addWidget(button);
        connect(button, &IconButton::clicked, this,
                [this, act] { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); });
    };
    tool(QStringLiteral("arrowUp"), tr("Move up"), index > 0, [this, index] { moveEntry(index, -1); });
    tool(QStringLiteral("arrowDown"), tr("Move down"), index + 1 < m_entries.size(),
         [this, index] { moveEntry(index, 1); });
    tool(QStringLiteral("trash"), tr("Remove entry"), true, [this, index] { removeEntry(index); });
    column->addLayout(head);
    m_form = new ParameterForm(card);
    m_form->setParameters(m_parameter.members);
    m_form->setScene(m_scene);
    m_form->setConfig(m_entries.at(index).toObject());
    column->addWidget(m_form);
    connect(m_form, &ParameterForm::edited, this, [this, title] {
        m_entries[m_open] = m_form->config();
        title->setText(entryTitle(m_open));
        Q_EMIT edited();
    });
    card->installEventFilter(this);
    card->setProperty("entry", index);
    return card;
}

void ListEditor::rebuild()
{
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_form = nullptr;
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics().gap);
    for (int i = 0; i < m_entries.size(); ++i)
        column->addWidget(i == m_open ? openedEntry(i) : closedEntry(i));
    m_column->insertWidget(0, m_body);
    m_body->setVisible(!m_entries.isEmpty());
    reportMembers();
}

void ListEditor::addEntry()
{
    m_entries.append(QJsonObject());
    m_open = int(m_entries.size()) - 1;
    rebuild();
    if (m_form && !m_parameter.members.empty()) {
        if (Editor *first = m_form->editor(m_parameter.members.front().name))
            first->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT edited();
}

void ListEditor::removeEntry(int index)
{
    m_entries.removeAt(index);
    m_open = std::clamp(m_open, 0, std::max(0, int(m_entries.size()) - 1));
    rebuild();
    Q_EMIT edited();
}

void ListEditor::moveEntry(int index, int by)
{
    const int to = index + by;
    if (to < 0 || to >= m_entries.size())
        return;
    const QJsonValue entry = m_entries.takeAt(index);
    m_entries.insert(to, entry);
    m_open = to;
    rebuild();
    Q_EMIT edited();
}

bool ListEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int entry = object->property("entry").toInt();
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            QMetaObject::invokeMethod(
                this, [this, entry, by = key->key() == Qt::Key_Up ? -1 : 1] { moveEntry(entry, by); },
                Qt::QueuedConnection);
            return true;
        }
        if (key->key() == Qt::Key_Delete && qobject_cast<QAbstractButton *>(object)) {
            QMetaObject::invokeMethod(
                this, [this, entry] { removeEntry(entry); }, Qt::QueuedConnection);
            return true;
        }
    }
    return Editor::eventFilter(object, event);
}

bool ListEditor::showProblem(const Error *error)
{
    m_problem = error ? std::optional(*error) : std::nullopt;
    // The entry with the error opens, so that it can be mended where it is.
    const QString setting = error ? error->arg(QLatin1StringView("setting")) : QString();
    const qsizetype open = setting.indexOf(u'[');
    const int index = open < 0 ? -1 : QStringView(setting).mid(open + 1, setting.indexOf(u']') - open - 1).toInt() - 1;
    if (index >= 0 && index < m_entries.size() && index != m_open && !isAncestorOf(focusWidget())) {
        m_open = index;
        rebuild();
    }
    reportMembers();
    return index >= 0 && index == m_open;
}

void ListEditor::reportMembers()
{
    if (!m_form)
        return;
    std::map<QString, Error> problems;
    if (m_problem) {
        const QString setting = m_problem->arg(QLatin1StringView("setting"));
        const QString prefix = m_parameter.name + u'[' + QString::number(m_open + 1) + QLatin1String("].");
        if (setting.startsWith(prefix)) {
            Error inner = *m_problem;
            inner.with(QLatin1StringView("setting"), setting.mid(prefix.size()));
            problems.insert({setting.mid(prefix.size()), inner});
        }
    }
    m_form->setProblems(problems);
}

} // namespace dash
