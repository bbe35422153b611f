#include "app/widgets/combo.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/field.h"
#include "app/widgets/popup.h"

#include <QAbstractListModel>
#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <functional>

namespace dash {

namespace {

constexpr int kSearchFrom = 8;
constexpr int kNoteRole = Qt::UserRole + 1;
constexpr int kIconRole = Qt::UserRole + 2;
constexpr int kCurrentRole = Qt::UserRole + 3;

class ItemsModel final : public QAbstractListModel {
public:
    ItemsModel(std::vector<ComboItem> items, int current, QObject *parent)
        : QAbstractListModel(parent)
        , m_items(std::move(items))
        , m_current(current)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const ComboItem &item = m_items[std::size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return item.text;
        case kNoteRole:
            return item.note;
        case kIconRole:
            return item.icon;
        case kCurrentRole:
            return index.row() == m_current;
        default:
            return {};
        }
    }

private:
    std::vector<ComboItem> m_items;
    int m_current;
};

class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(bool mono, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_mono(mono)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.widget);
        const QRectF r(option.rect);
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            paintBox(painter, r, metrics().radiusBadge, option.state & QStyle::State_Selected ? t.selected : t.hover);
        const auto place = [&](qreal x, qreal w, qreal h) {
            return mirrored(QRectF(r.left() + x, r.center().y() - h / 2, w, h), r, option.direction);
        };
        qreal x = 8;
        const QString iconName = index.data(kIconRole).toString();
        if (!iconName.isEmpty()) {
            paintIcon(painter, place(x, 16, 16), iconName, t.secondary, option.direction);
            x += 24;
        }
        const bool current = index.data(kCurrentRole).toBool();
        const qreal right = current ? 28 : 8;
        const QString text = index.data().toString();
        const FontRole role = m_mono ? FontRole::Mono : FontRole::Body;
        const qreal room = std::min(textWidth(text, role) + 1, r.width() - x - right);
        paintText(painter, place(x, room, r.height()), text, role, t.text);
        const qreal noteRoom = r.width() - x - room - right - 12;
        if (noteRoom > 24)
            paintText(painter, place(x + room + 12, noteRoom, r.height()), index.data(kNoteRole).toString(),
                      FontRole::Small, option.state & QStyle::State_Selected ? t.secondary : t.tertiary);
        if (current)
            paintIcon(painter, place(r.width() - 24, 16, 16), u"check", t.accentText);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const qreal width = textWidth(index.data().toString(), m_mono ? FontRole::Mono : FontRole::Body) +
                            textWidth(index.data(kNoteRole).toString(), FontRole::Small) + 72;
        return {int(width), metrics().row};
    }

private:
    bool m_mono;
};

class ComboPopup final : public Popup {
public:
    ComboPopup(const std::vector<ComboItem> &items, int current, bool mono, const QString &name, QWidget *parent)
        : Popup(parent)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        auto *model = new ItemsModel(items, current, this);
        m_filter = new QSortFilterProxyModel(this);
        m_filter->setSourceModel(model);
        m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
        if (int(items.size()) >= kSearchFrom) {
            m_search = new TextInput(this);
            m_search->setIconName(QStringLiteral("search"));
            m_search->setPlaceholderText(Combo::tr("Search"));
            m_search->setAccessibleName(Combo::tr("Search in %1").arg(name));
            m_search->installEventFilter(this);
            body()->addWidget(m_search);
            body()->addSpacing(4);
            connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
                m_filter->setFilterFixedString(text);
                select(0);
            });
        }
        m_list = new QListView(this);
        m_list->setFrameShape(QFrame::NoFrame);
        m_list->viewport()->setAutoFillBackground(false);
        m_list->setModel(m_filter);
        m_list->setItemDelegate(new RowDelegate(mono, m_list));
        m_list->setMouseTracking(true);
        m_list->setAccessibleName(name);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->installEventFilter(this);
        const int rows = std::min(int(items.size()), 12);
        m_list->setFixedHeight(rows * metrics().row + 2);
        int width = 0;
        for (int i = 0; i < int(items.size()) && i < 200; ++i)
            width = std::max(width, m_list->itemDelegate()->sizeHint({}, model->index(i)).width());
        m_list->setMinimumWidth(std::min(width, 420));
        body()->addWidget(m_list);
        setFocusProxy(m_search ? static_cast<QWidget *>(m_search) : m_list);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index); });
        if (current >= 0) {
            m_list->setCurrentIndex(m_filter->mapFromSource(model->index(current)));
            m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
        } else {
            select(0);
        }
    }
    std::function<void(int)> chosen;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress) {
            auto *key = static_cast<QKeyEvent *>(event);
            switch (key->key()) {
            case Qt::Key_Down:
            case Qt::Key_Up:
                select(std::clamp(m_list->currentIndex().row() + (key->key() == Qt::Key_Down ? 1 : -1), 0,
                                  std::max(0, m_filter->rowCount() - 1)));
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
            case Qt::Key_Tab:
                take(m_list->currentIndex());
                return true;
            case Qt::Key_Escape:
                close();
                return true;
            default:
                break;
            }
        }
        return Popup::eventFilter(object, event);
    }

private:
    void select(int row)
    {
        const QModelIndex index = m_filter->index(row, 0);
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    void take(const QModelIndex &index)
    {
        if (!index.isValid())
            return;
        const int row = m_filter->mapToSource(index).row();
        const auto call = chosen;
        close();
        if (call)
            call(row);
    }

    QSortFilterProxyModel *m_filter;
    QListView *m_list;
    TextInput *m_search = nullptr;
};

} // namespace

Combo::Combo(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("dashOwnFocus", true);
}

void Combo::setItems(std::vector<ComboItem> items)
{
    const QVariant kept = value();
    m_items = std::move(items);
    m_current = -1;
    setValue(kept);
    updateGeometry();
    update();
}

void Combo::addItem(const QString &text, const QVariant &value, const QString &iconName, const QString &note)
{
    m_items.push_back({text, value, iconName, note});
    if (m_current < 0 && m_placeholder.isEmpty())
        m_current = 0;
    updateGeometry();
    update();
}

QVariant Combo::value() const
{
    return m_current >= 0 ? m_items[std::size_t(m_current)].value : QVariant();
}

QString Combo::currentText() const
{
    return m_current >= 0 ? m_items[std::size_t(m_current)].text : QString();
}

void Combo::setValue(const QVariant &value)
{
    int found = -1;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].value == value) {
            found = int(i);
            break;
        }
    }
    if (found >= 0 || value.isValid())
        m_current = found;
    else if (m_current >= int(m_items.size()))
        m_current = -1;
    update();
}

void Combo::setCurrentIndex(int index)
{
    m_current = index >= 0 && index < int(m_items.size()) ? index : -1;
    update();
}

void Combo::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    update();
}

void Combo::setMono(bool mono)
{
    m_mono = mono;
    update();
}

void Combo::choose(int index)
{
    if (index == m_current || index < 0 || index >= int(m_items.size()))
        return;
    m_current = index;
    update();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT changed();
}

void Combo::openList()
{
    if (m_items.empty())
        return;
    auto *list = new ComboPopup(m_items, m_current, m_mono, accessibleName(), this);
    list->chosen = [self = QPointer(this)](int index) {
        if (self)
            self->choose(index);
    };
    list->openBelow(this, width());
    list->setFocus();
}

QSize Combo::sizeHint() const
{
    qreal widest = textWidth(m_placeholder, FontRole::Body);
    for (std::size_t i = 0; i < m_items.size() && i < 50; ++i)
        widest = std::max(widest, textWidth(m_items[i].text, m_mono ? FontRole::Mono : FontRole::Body) +
                                      (m_items[i].icon.isEmpty() ? 0 : 22));
    return {std::min(int(widest), 280) + 40, metrics().control};
}

QSize Combo::minimumSizeHint() const
{
    return {72, metrics().control};
}

void Combo::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool failed = property("dashError").toBool();
    const QColor ground = !isEnabled() ? t.sunken : (t.dark() ? t.sunken : t.surface);
    const QColor edge = !isEnabled() ? t.border : failed ? t.error : hasFocus() ? t.accent : t.control;
    paintBox(&painter, rect(), metrics().radiusControl, ground, edge, isEnabled() && (failed || hasFocus()) ? 2 : 1);
    const QRectF r(rect());
    const auto place = [&](qreal x, qreal w, qreal h) {
        return mirrored(QRectF(x, r.center().y() - h / 2, w, h), r, layoutDirection());
    };
    qreal x = 9;
    if (m_current >= 0 && !m_items[std::size_t(m_current)].icon.isEmpty()) {
        paintIcon(&painter, place(x, 16, 16), m_items[std::size_t(m_current)].icon, t.secondary, layoutDirection());
        x += 22;
    }
    const bool empty = m_current < 0;
    paintText(&painter, place(x, r.width() - x - 26, r.height()), empty ? m_placeholder : currentText(),
              m_mono && !empty ? FontRole::Mono : FontRole::Body,
              !isEnabled() ? t.disabled
              : empty      ? t.tertiary
                           : t.text);
    paintIcon(&painter, place(r.width() - 22, 12, 12), u"chevronDown", isEnabled() ? t.secondary : t.disabled);
}

void Combo::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        openList();
}

void Combo::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F4:
        openList();
        return;
    case Qt::Key_Down:
        if (event->modifiers() & Qt::AltModifier)
            openList();
        else
            choose(m_current + 1);
        return;
    case Qt::Key_Up:
        choose(m_current - 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(int(m_items.size()) - 1);
        return;
    default:
        break;
    }
    const QString letter = event->text();
    if (!letter.isEmpty() && letter[0].isPrint()) {
        for (std::size_t step = 1; step <= m_items.size(); ++step) {
            const std::size_t i = (std::size_t(std::max(m_current, 0)) + step) % m_items.size();
            if (m_items[i].text.startsWith(letter, Qt::CaseInsensitive)) {
                choose(int(i));
                return;
            }
        }
    }
    QWidget::keyPressEvent(event);
}

void Combo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
} // scrolling a form must not change it

bool Combo::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::StyleChange:
        updateGeometry();
        [[fallthrough]];
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::PaletteChange:
    case QEvent::EnabledChange:
        update();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

} // namespace dash
