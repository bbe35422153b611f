#include "app/pipelines/step_popup.h"

#include "app/theme/icon.h"
#include "app/theme/paint.h"
#include "app/widgets/field.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace dash {

namespace {

constexpr int kRow = 44;
constexpr int kHead = 26;
constexpr int kWidth = 380;

QString groupName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Source:
        return StepPopup::tr("Sources");
    case NodeKind::Step:
        return StepPopup::tr("Steps");
    case NodeKind::Output:
        return StepPopup::tr("Outputs");
    }
    return {};
}

bool matches(const KindInfo &kind, const QString &search)
{
    for (const QString &word : search.split(u' ', Qt::SkipEmptyParts)) {
        const bool found = kind.label.contains(word, Qt::CaseInsensitive) ||
                           kind.help.contains(word, Qt::CaseInsensitive) ||
                           kind.type.contains(word, Qt::CaseInsensitive);
        if (!found)
            return false;
    }
    return true;
}

// How much of its own name was typed: what is only mentioned in a description comes last.
int closeness(const KindInfo &kind, const QString &search)
{
    const QString words = search.trimmed();
    if (kind.label.compare(words, Qt::CaseInsensitive) == 0 || kind.type.compare(words, Qt::CaseInsensitive) == 0)
        return 3;
    if (kind.label.startsWith(words, Qt::CaseInsensitive))
        return 2;
    return kind.label.contains(words, Qt::CaseInsensitive) ? 1 : 0;
}

} // namespace

StepPopup::StepPopup(std::vector<KindInfo> kinds, Offer offer, QWidget *parent)
    : Popup(parent)
    , m_search(new TextInput)
{
    setObjectName(QStringLiteral("stepPopup"));
    if (offer == Offer::BranchOnly)
        std::erase_if(kinds, [](const KindInfo &kind) { return kind.kind == NodeKind::Source; });
    if (offer == Offer::All) {
        // Steps are wanted most once a source is there.
        std::stable_sort(kinds.begin(), kinds.end(), [](const KindInfo &a, const KindInfo &b) {
            const auto rank = [](NodeKind kind) {
                return kind == NodeKind::Step ? 0 : kind == NodeKind::Output ? 1 : 2;
            };
            return rank(a.kind) < rank(b.kind);
        });
    }
    m_list = new KindList(std::move(kinds), this);
    m_search->setIconName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Find a step, source or output"));
    m_search->setAccessibleName(tr("Find a step, source or output"));
    m_search->setObjectName(QStringLiteral("stepSearch"));
    m_search->installEventFilter(this);
    body()->addWidget(m_search);
    body()->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, m_list, &KindList::setSearch);
    connect(m_list, &KindList::chosen, this, [this] {
        if (const KindInfo *kind = current()) {
            const KindInfo taken = *kind;
            close();
            Q_EMIT chosen(taken);
        }
    });
    connect(m_list, &KindList::dragged, this, [this](const QPoint &global) {
        // The popup holds the mouse until the button is let go: it only steps out of sight.
        if (!geometry().contains(global))
            setWindowOpacity(0.05);
        if (const KindInfo *kind = current())
            Q_EMIT dragged(*kind, global);
    });
    connect(m_list, &KindList::dropped, this, [this](const QPoint &global) {
        if (const KindInfo *kind = current()) {
            const KindInfo taken = *kind;
            close();
            Q_EMIT dropped(taken, global);
        }
    });
}

const KindInfo *StepPopup::current() const
{
    return m_list->current();
}

void StepPopup::openAt(QWidget *anchor, const QPoint &global)
{
    openBelow(anchor, kWidth);
    if (!global.isNull()) {
        const QRect room = anchor->screen() ? anchor->screen()->availableGeometry() : QRect(global, size());
        QPoint at = layoutDirection() == Qt::RightToLeft ? global - QPoint(width(), 0) : global;
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
        move(at);
    }
    m_search->setFocus(Qt::PopupFocusReason);
}

bool StepPopup::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            m_list->move(1);
            return true;
        case Qt::Key_Up:
            m_list->move(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_list->current())
                Q_EMIT m_list->chosen();
            return true;
        default:
            break;
        }
    }
    return Popup::eventFilter(object, event);
}

KindList::KindList(std::vector<KindInfo> kinds, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_kinds(std::move(kinds))
{
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps, sources and outputs"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    arrange();
}

QSize KindList::sizeHint() const
{
    const int all = m_lines.empty() ? 60 : m_lines.back().top + m_lines.back().height;
    return {kWidth - 8, std::clamp(all + 4, 120, 420)};
}

void KindList::setSearch(const QString &words)
{
    m_search = words;
    verticalScrollBar()->setValue(0);
    arrange();
}

void KindList::arrange()
{
    m_lines.clear();
    m_current = -1;
    int top = 0;
    int closest = -1;
    std::optional<NodeKind> group;
    for (int i = 0; i < int(m_kinds.size()); ++i) {
        if (!matches(m_kinds[std::size_t(i)], m_search))
            continue;
        if (group != m_kinds[std::size_t(i)].kind) {
            group = m_kinds[std::size_t(i)].kind;
            m_lines.push_back({-1, groupName(*group), top, kHead});
            top += kHead;
        }
        m_lines.push_back({i, {}, top, kRow});
        if (const int close = closeness(m_kinds[std::size_t(i)], m_search); close > closest) {
            closest = close;
            m_current = int(m_lines.size()) - 1;
        }
        top += kRow;
    }
    verticalScrollBar()->setRange(0, std::max(0, top - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(kRow);
    if (m_current >= 0 && m_lines[std::size_t(m_current)].top + kRow > viewport()->height())
        verticalScrollBar()->setValue(m_lines[std::size_t(m_current)].top + kRow - viewport()->height());
    viewport()->update();
}

const KindInfo *KindList::current() const
{
    if (m_current < 0 || m_lines[std::size_t(m_current)].kind < 0)
        return nullptr;
    return &m_kinds[std::size_t(m_lines[std::size_t(m_current)].kind)];
}

void KindList::move(int by)
{
    int next = m_current;
    do {
        next += by;
    } while (next >= 0 && next < int(m_lines.size()) && m_lines[std::size_t(next)].kind < 0);
    if (next < 0 || next >= int(m_lines.size()))
        return;
    m_current = next;
    const Line &line = m_lines[std::size_t(next)];
    QScrollBar *bar = verticalScrollBar();
    if (line.top - kHead < bar->value())
        bar->setValue(line.top - kHead);
    else if (line.top + line.height > bar->value() + viewport()->height())
        bar->setValue(line.top + line.height - viewport()->height());
    if (const KindInfo *kind = current())
        setAccessibleDescription(kind->label + u": " + kind->help);
    viewport()->update();
}

int KindList::lineAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const Line &line = m_lines[std::size_t(i)];
        if (line.kind >= 0 && at >= line.top && at < line.top + line.height)
            return i;
    }
    return -1;
}

void KindList::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lines.empty()) {
        paintText(&painter, QRectF(viewport()->rect()), tr("Nothing is called that"), FontRole::Small, tokens.tertiary,
                  Qt::AlignCenter);
        return;
    }
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const Line &line = m_lines[std::size_t(i)];
        const QRectF box(4, line.top - verticalScrollBar()->value(), viewport()->width() - 8, line.height);
        if (box.bottom() < 0 || box.top() > viewport()->height())
            continue;
        if (line.kind < 0) {
            paintText(&painter, box.adjusted(8, 4, -8, 0), line.head, FontRole::CaptionBold, tokens.tertiary);
            continue;
        }
        const KindInfo &kind = m_kinds[std::size_t(line.kind)];
        if (i == m_current)
            paintBox(&painter, box, 4, tokens.selected);
        const QRectF iconBox = mirrored(QRectF(box.left() + 8, box.center().y() - 9, 18, 18), box, layoutDirection());
        const QColor ink = kind.kind == NodeKind::Source   ? tokens.series[2]
                           : kind.kind == NodeKind::Output ? tokens.series[4]
                                                           : tokens.secondary;
        paintIcon(&painter, iconBox, kind.icon, ink, layoutDirection());
        const QRectF title(box.left() + 36, box.top() + 5, box.width() - 44, 18);
        paintText(&painter, mirrored(title, box, layoutDirection()), kind.label, FontRole::BodyMedium, tokens.text);
        paintText(&painter, mirrored(title.translated(0, 17), box, layoutDirection()), kind.help, FontRole::Small,
                  i == m_current ? tokens.secondary : tokens.tertiary);
    }
}

void KindList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int all = m_lines.empty() ? 0 : m_lines.back().top + m_lines.back().height;
    verticalScrollBar()->setRange(0, std::max(0, all - viewport()->height()));
}

void KindList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->globalPosition().toPoint();
    m_dragging = false;
}

void KindList::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint global = event->globalPosition().toPoint();
    if (!(event->buttons() & Qt::LeftButton)) {
        const int line = lineAt(int(event->position().y()));
        if (line >= 0 && line != m_current) {
            m_current = line;
            viewport()->update();
        }
        return;
    }
    const bool far = (global - m_pressed).manhattanLength() >= QApplication::startDragDistance() * 2;
    const bool outside = !viewport()->rect().contains(event->position().toPoint());
    m_dragging = m_dragging || (far && outside);
    if (m_dragging)
        Q_EMIT dragged(global);
}

void KindList::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging) {
        m_dragging = false;
        Q_EMIT dropped(event->globalPosition().toPoint());
    } else if (lineAt(int(event->position().y())) >= 0) {
        Q_EMIT chosen();
    }
}

} // namespace dash
