#include "app/shell/palette.h"

#include "app/shell/palette_rows.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/marks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kHead = 52, kFoot = 40;

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QWidget(parent)
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Find anything"));
    m_query = new QLineEdit(this);
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_query->setFrame(false);
    m_query->setFont(roleFont(FontRole::Query));
    m_query->setPlaceholderText(tr("Find a dashboard, a pipeline, a series or a command"));
    m_query->setAccessibleName(tr("Find anything"));
    m_query->setFixedHeight(32);
    m_query->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_model->entry(index)) {
            m_list->setCurrentIndex(index);
            take(false);
        }
    });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) {
        if (m_model->entry(index))
            m_list->setCurrentIndex(index);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(48, 0, 16, 0);
    head->addWidget(m_query, 1);
    head->addWidget(new KeyCap(QStringLiteral("Esc"), this));
    auto *headBox = new QWidget(this);
    headBox->setFixedHeight(kHead);
    headBox->setLayout(head);
    column->addWidget(headBox);
    column->addSpacing(8);
    auto *listRow = new QHBoxLayout;
    listRow->setContentsMargins(8, 0, 8, 0);
    listRow->addWidget(m_list);
    column->addLayout(listRow, 1);
    column->addSpacing(kFoot + 4);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    hide();
}

QRect CommandPalette::preferredGeometry(const QSize &window) const
{
    const int width = window.width() >= 1200 ? 720 : 640;
    const int top = window.height() >= 900 ? 96 : window.height() >= 720 ? 72 : 40;
    const int wanted = kHead + kFoot + 14 + m_model->contentHeight();
    const int height = std::clamp(wanted, kHead + kFoot + 14 + 48, std::max(200, window.height() - top - 24));
    return {(window.width() - width) / 2, top, std::min(width, window.width() - 32), height};
}

void CommandPalette::open(const QString &query)
{
    m_places = places ? places() : std::vector<PaletteEntry>();
    m_commands = commands ? commands() : std::vector<PaletteEntry>();
    m_found.clear();
    m_query->setText(query);
    search();
    show();
    raise();
    m_query->setFocus(Qt::OtherFocusReason);
    m_query->end(false);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    ++m_asked;
    hide();
    Q_EMIT closed();
}

void CommandPalette::search()
{
    const QString text = m_query->text();
    const bool labels = text.startsWith(u'#');
    const int asked = ++m_asked;
    if (text.startsWith(u'>') || !series || text.trimmed().isEmpty()) {
        m_found.clear();
    } else {
        series({labels ? text.mid(1).trimmed() : text.trimmed(), labels}, this,
               [this, asked](std::vector<PaletteEntry> found) {
                   if (asked != m_asked)
                       return; // something else was typed since
                   m_found = std::move(found);
                   showEntries();
               });
    }
    showEntries();
}

void CommandPalette::showEntries()
{
    const QString text = m_query->text();
    const bool onlyCommands = text.startsWith(u'>'), onlySeries = text.startsWith(u'#');
    const QString query = onlyCommands || onlySeries ? text.mid(1).trimmed() : text.trimmed();
    std::vector<PaletteRow> rows;
    if (!onlyCommands && !onlySeries)
        appendGroup(rows, tr("Go to"), query, m_places, query.isEmpty() ? 6 : 4);
    if (!onlyCommands)
        appendGroup(rows, tr("Series"), onlySeries ? QString() : query, m_found, onlySeries ? 9 : 3);
    if (!onlySeries)
        appendGroup(rows, tr("Do"), query, m_commands, onlyCommands ? 40 : query.isEmpty() ? 3 : 4);
    m_model->setRows(std::move(rows));
    m_list->setCurrentIndex(m_model->firstEntry());
    m_list->scrollToTop();
    if (parentWidget())
        setGeometry(preferredGeometry(parentWidget()->size()));
    update();
}

int CommandPalette::rows() const
{
    return m_model->entries();
}

QString CommandPalette::rowText(int row) const
{
    return m_model->entryText(row);
}

void CommandPalette::moveBy(int step)
{
    const QModelIndex next = m_model->nextEntry(m_list->currentIndex(), step);
    if (!next.isValid())
        return;
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
}

void CommandPalette::take(bool add)
{
    const PaletteEntry *entry = m_model->entry(m_list->currentIndex());
    if (!entry)
        return;
    const auto run = add && entry->add ? entry->add : entry->run;
    close();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_query && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Down:
        case Qt::Key_Tab:
            moveBy(1);
            return true;
        case Qt::Key_Up:
        case Qt::Key_Backtab:
            moveBy(-1);
            return true;
        case Qt::Key_PageDown:
            for (int i = 0; i < 5; ++i)
                moveBy(1);
            return true;
        case Qt::Key_PageUp:
            for (int i = 0; i < 5; ++i)
                moveBy(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take(key->modifiers() & Qt::ControlModifier);
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(object, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter p(this);
    p.setLayoutDirection(layoutDirection());
    const QRectF r(rect());
    paintBox(&p, r, metrics().radiusDialog, t.raised, t.borderStrong);
    const auto place = [&](const QRectF &box) { return mirrored(box, r, layoutDirection()); };
    paintIcon(&p, place(QRectF(18, kHead / 2.0 - 8, 18, 18)), u"search", t.secondary);
    p.fillRect(QRectF(1, kHead, width() - 2, 1), t.border);
    const qreal y = height() - kFoot;
    p.fillRect(QRectF(1, y, width() - 2, 1), t.border);
    qreal x = 16;
    const auto cap = [&](const QString &key) {
        const qreal w = KeyCap::widthOf(key);
        KeyCap::paint(&p, place(QRectF(x, y + 11, w, 18)), key, t);
        x += w + 6;
    };
    const auto words = [&](const QString &text, qreal gap) {
        const qreal w = textWidth(text, FontRole::Small) + 1;
        paintText(&p, place(QRectF(x, y, w, kFoot)), text, FontRole::Small, t.secondary);
        x += w + gap;
    };
    cap(QStringLiteral("↑"));
    cap(QStringLiteral("↓"));
    words(tr("move"), 18);
    cap(QStringLiteral("↵"));
    words(tr("open"), 18);
    if (rows() == 0)
        paintText(&p, QRectF(24, kHead, width() - 48, height() - kHead - kFoot),
                  tr("Nothing is called that. Try fewer letters."), FontRole::Body, t.tertiary, Qt::AlignCenter);
    // "Type > for commands, # for labels", from the end backwards.
    const QString middle = tr("for commands,"), last = tr("for labels"), first = tr("Type");
    const qreal total = textWidth(first, FontRole::Small) + textWidth(middle, FontRole::Small) +
                        textWidth(last, FontRole::Small) + 2 * 18 + 5 * 6;
    if (width() - total - 16 > x) {
        x = width() - total - 16;
        words(first, 6);
        cap(QStringLiteral(">"));
        words(middle, 6);
        cap(QStringLiteral("#"));
        words(last, 0);
    }
}

} // namespace dash
