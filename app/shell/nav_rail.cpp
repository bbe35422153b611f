#include "app/shell/nav_rail.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/widgets/marks.h"

#include <QEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kMargin = 8;

QColor dotColor(RailMark::Dot dot, const Tokens &t)
{
    switch (dot) {
    case RailMark::Dot::Running:
        return t.ok;
    case RailMark::Dot::Attention:
        return t.warnGraphic;
    case RailMark::Dot::Failed:
        return t.error;
    default:
        return t.tertiary;
    }
}

// Shared by head, search and sync line: a painted row that is a button.
class RailButton : public QAbstractButton {
public:
    using QAbstractButton::QAbstractButton;
    bool narrow = false;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
            update();
        return QAbstractButton::event(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
};

class HeadButton final : public RailButton {
public:
    explicit HeadButton(QWidget *parent)
        : RailButton(parent)
    {
        setFixedHeight(40);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    QString status;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensOf(this);
        QPainter p(this);
        p.setLayoutDirection(layoutDirection());
        const QRectF r(rect());
        const auto place = [&](const QRectF &box) { return mirrored(box, r, layoutDirection()); };
        if (underMouse() || isDown())
            paintBox(&p, r, metrics().radiusControl, isDown() ? t.press : t.dark() ? t.hover : t.press);
        const QRectF mark = place(QRectF(8, 9, 22, 22));
        paintBox(&p, mark, 6, t.accentFill);
        // The mark: three strokes of a rising line.
        p.save();
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(t.onAccentFill, 2, Qt::SolidLine, Qt::RoundCap));
        p.translate(mark.topLeft());
        p.drawLine(QPointF(5.5, 14.5), QPointF(8.5, 14.5));
        p.drawLine(QPointF(9.5, 11), QPointF(12.5, 11));
        p.drawLine(QPointF(13.5, 7.5), QPointF(16.5, 7.5));
        p.restore();
        if (narrow)
            return;
        paintText(&p, place(QRectF(40, 3, r.width() - 66, 18)), text(), FontRole::BodyBold, t.text);
        paintText(&p, place(QRectF(40, 21, r.width() - 66, 14)), status, FontRole::Caption, t.tertiary);
        paintIcon(&p, place(QRectF(r.width() - 22, 14, 12, 12)), u"chevronDown", t.secondary);
    }
};

class SearchButton final : public RailButton {
public:
    explicit SearchButton(QWidget *parent)
        : RailButton(parent)
    {
        setFixedHeight(32);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::IBeamCursor);
    }
    QString keys;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensOf(this);
        QPainter p(this);
        p.setLayoutDirection(layoutDirection());
        const QRectF r(rect());
        const auto place = [&](const QRectF &box) { return mirrored(box, r, layoutDirection()); };
        paintBox(&p, r, metrics().radiusControl, t.dark() ? t.sunken : t.surface,
                 underMouse() ? t.control : t.borderStrong);
        const qreal at = narrow ? (r.width() - 16) / 2 : 10;
        paintIcon(&p, place(QRectF(at, 8, 16, 16)), u"search", t.secondary);
        if (narrow)
            return;
        const qreal cap = KeyCap::widthOf(keys);
        paintText(&p, place(QRectF(34, 0, r.width() - 44 - cap, r.height())), text(), FontRole::Body, t.tertiary);
        KeyCap::paint(&p, place(QRectF(r.width() - cap - 7, 7, cap, 18)), keys, t);
    }
};

class SyncButton final : public RailButton {
public:
    explicit SyncButton(QWidget *parent)
        : RailButton(parent)
    {
        setFixedHeight(32);
        setFocusPolicy(Qt::NoFocus);
    }
    NavRail::Sync state = NavRail::Sync::Saved;
    QString note;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensOf(this);
        QPainter p(this);
        p.setLayoutDirection(layoutDirection());
        const QRectF r(rect());
        const auto place = [&](const QRectF &box) { return mirrored(box, r, layoutDirection()); };
        const QPointF center = place(QRectF(14, 12, 8, 8)).center();
        if (state == NavRail::Sync::Saved)
            paintMark(&p, center, Mark::Ring, t.ok);
        else if (state == NavRail::Sync::Saving)
            paintMark(&p, center, Mark::Dot, t.accent);
        else
            paintMark(&p, center, Mark::Diamond, t.warnGraphic);
        if (narrow)
            return;
        const qreal used = paintText(&p, place(QRectF(38, 0, r.width() - 46, r.height())), text(), FontRole::BodyMedium,
                                     state == NavRail::Sync::Failed ? t.warn : t.secondary);
        paintText(&p, place(QRectF(38 + used + 8, 0, std::max(0.0, r.width() - 46 - used - 8), r.height())), note,
                  FontRole::Caption, t.tertiary, Qt::AlignTrailing | Qt::AlignVCenter);
    }
};

} // namespace

NavItem::NavItem(Level level, const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_level(level)
    , m_icon(iconName)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(level == Level::Section ? metrics().railItem : metrics().railSubItem);
    describe();
}

void NavItem::setSelected(bool selected)
{
    if (m_selected == selected)
        return;
    m_selected = selected;
    describe();
    update();
}

void NavItem::setCount(int count)
{
    m_count = count;
    update();
}

void NavItem::setMark(const RailMark &mark)
{
    m_mark = mark;
    describe();
    update();
}

void NavItem::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

void NavItem::describe()
{
    setAccessibleName(text());
    QStringList words;
    if (m_selected)
        words << tr("open now");
    if (!m_mark.words.isEmpty())
        words << m_mark.words;
    if (m_mark.rejected > 0)
        words << tr("%n rejected row(s)", nullptr, int(std::min<qint64>(m_mark.rejected, 1'000'000'000)));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QStringList tip{text()};
    if (!m_mark.words.isEmpty())
        tip << m_mark.words;
    setToolTip(tip.join(u'\n'));
}

QSize NavItem::sizeHint() const
{
    return {(m_narrow ? metrics().railNarrow : metrics().railWide) - 2 * kMargin, minimumHeight()};
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter p(this);
    p.setLayoutDirection(layoutDirection());
    const QRectF r(rect());
    const auto place = [&](const QRectF &box) { return mirrored(box, r, layoutDirection()); };
    const bool section = m_level == Level::Section;
    if (m_selected)
        paintBox(&p, r, metrics().radiusControl, section ? t.selected : t.press);
    else if (underMouse() || isDown())
        paintBox(&p, r, metrics().radiusControl, t.dark() ? t.hover : mixOklab(t.rail, t.press, 0.7));
    const QColor ink = m_selected && section ? t.accentText : m_selected ? t.text : t.secondary;
    const qreal mid = r.center().y();
    if (section) {
        const qreal at = m_narrow ? (r.width() - 16) / 2 : 10;
        paintIcon(&p, place(QRectF(at, mid - 8, 16, 16)), m_icon, ink, layoutDirection());
        if (m_narrow)
            return;
        paintText(&p, place(QRectF(38, 0, r.width() - 70, r.height())), text(), FontRole::BodyMedium, ink);
        if (m_count >= 0)
            paintText(&p, place(QRectF(r.width() - 40, 0, 32, r.height())), wholeNumber(m_count), FontRole::Small,
                      m_selected ? ink : t.tertiary, Qt::AlignTrailing | Qt::AlignVCenter);
        return;
    }
    if (m_narrow)
        return;
    qreal end = 8;
    if (m_mark.rejected > 0) {
        const QString count = wholeNumber(m_mark.rejected);
        const qreal w = Badge::widthOf(count);
        Badge::paint(&p, place(QRectF(r.width() - w - 8, mid - 9, w, 18)), count, Badge::Kind::Warn, t);
        end = w + 16;
    }
    if (m_mark.dot != RailMark::Dot::None) {
        const bool off = m_mark.dot == RailMark::Dot::Off;
        const QPointF center = place(QRectF(14, mid - 4, 8, 8)).center();
        if (off) {
            p.setRenderHint(QPainter::Antialiasing);
            p.setPen(QPen(t.tertiary, 1));
            p.setBrush(Qt::NoBrush);
            p.drawEllipse(center, 3, 3);
        } else {
            paintMark(&p, center, m_mark.dot == RailMark::Dot::Failed ? Mark::Diamond : Mark::Dot,
                      dotColor(m_mark.dot, t), m_mark.dot == RailMark::Dot::Failed ? 6 : 7);
        }
    }
    paintText(&p, place(QRectF(32, 0, r.width() - 32 - end, r.height())), text(),
              m_selected ? FontRole::BodyMedium : FontRole::Body, ink);
}

void NavItem::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

NavRail::NavRail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Navigation"));
    auto *head = new HeadButton(this);
    head->setObjectName(QStringLiteral("workspaceHead"));
    m_head = head;
    connect(head, &QAbstractButton::clicked, this, [this] { Q_EMIT menuAsked(m_head); });
    auto *search = new SearchButton(this);
    search->setObjectName(QStringLiteral("railSearch"));
    search->setText(tr("Find anything"));
    search->setAccessibleName(tr("Find anything"));
    search->keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' ');
    m_search = search;
    connect(search, &QAbstractButton::clicked, this, &NavRail::searchAsked);
    auto *sync = new SyncButton(this);
    sync->setObjectName(QStringLiteral("syncLine"));
    m_sync = sync;

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *list = new QWidget;
    list->setAutoFillBackground(false);
    m_list = new QVBoxLayout(list);
    m_list->setContentsMargins(kMargin, 0, kMargin, 0);
    m_list->setSpacing(0);
    m_list->addStretch();
    m_scroll->setWidget(list);
    list->setAutoFillBackground(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 1, 6);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(kMargin, 0, kMargin, 12);
    top->setSpacing(9);
    top->addWidget(head);
    top->addWidget(search);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    m_foot = new QVBoxLayout;
    m_foot->setContentsMargins(kMargin, 9, kMargin, 0);
    m_foot->setSpacing(2);
    m_foot->addWidget(sync);
    column->addLayout(m_foot);

    m_leave.setSingleShot(true);
    m_leave.setInterval(220);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (!underMouse() && !isAncestorOf(focusWidget() ? window()->focusWidget() : nullptr))
            setOver(false);
    });
    for (QWidget *child : {static_cast<QWidget *>(head), static_cast<QWidget *>(search)})
        child->installEventFilter(this);
    setSync(Sync::Saved);
    applyWidth();
}

void NavRail::setWorkspaceName(const QString &name, const QString &status)
{
    auto *head = static_cast<HeadButton *>(m_head);
    head->setText(name);
    head->status = status;
    head->setAccessibleName(tr("Workspace %1").arg(name));
    head->setAccessibleDescription(status);
    head->update();
}

void NavRail::setPages(const std::vector<WindowPage> &pages)
{
    for (Section &section : m_sections) {
        delete section.item;
        for (auto &[item, widget] : section.subs)
            delete widget;
        delete section.column;
    }
    m_sections.clear();
    int at = 0, foot = 0;
    for (const WindowPage &page : pages) {
        if (page.place == PageEntry::Place::Unlisted)
            continue;
        Section section;
        section.page = page;
        section.item = new NavItem(NavItem::Level::Section, page.icon, page.label, this);
        section.item->setObjectName(u"nav_" + page.section);
        section.item->setNarrow(!isOpen());
        section.item->installEventFilter(this);
        connect(section.item, &QAbstractButton::clicked, this, [this, name = page.section] {
            Section *clicked = find(name);
            // A click on the section one is in folds its list; anywhere else it goes there.
            if (clicked && m_current && m_current->section == name && !clicked->subs.empty())
                setFolded(name, !m_folded.contains(name));
            else
                Q_EMIT asked(Location{name, {}, {}});
        });
        section.column = new QVBoxLayout;
        section.column->setSpacing(1);
        section.column->setContentsMargins(0, 0, 0, 2);
        section.column->addWidget(section.item);
        if (page.place == PageEntry::Place::Foot)
            m_foot->insertLayout(foot++, section.column);
        else
            m_list->insertLayout(at++, section.column);
        m_sections.push_back(std::move(section));
    }
}

NavRail::Section *NavRail::find(const QString &section)
{
    for (Section &candidate : m_sections) {
        if (candidate.page.section == section)
            return &candidate;
    }
    return nullptr;
}

void NavRail::setItems(const QString &sectionName, std::vector<RailItem> items)
{
    Section *section = find(sectionName);
    if (!section)
        return;
    const bool same = items == [&] {
        std::vector<RailItem> old;
        for (const auto &[item, widget] : section->subs)
            old.push_back(item);
        return old;
    }();
    if (!same) {
        for (auto &[item, widget] : section->subs)
            widget->deleteLater(), widget->hide();
        section->subs.clear();
        for (RailItem &item : items) {
            auto *widget = new NavItem(NavItem::Level::Sub, {}, item.text, this);
            widget->setObjectName(u"nav_" + sectionName + u'_' + item.location.id);
            widget->setNarrow(!isOpen());
            widget->installEventFilter(this);
            connect(widget, &QAbstractButton::clicked, this, [this, to = item.location] { Q_EMIT asked(to); });
            section->column->addWidget(widget);
            section->subs.emplace_back(item, widget);
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto &[item, widget] = section->subs[i];
        item.text = items[i].text;
        widget->setText(items[i].text);
        widget->setMark(items[i].mark);
    }
    section->item->setCount(int(section->subs.size()));
    fold(*section);
    if (m_current)
        setCurrent(*m_current);
}

void NavRail::setMark(const Location &location, const RailMark &mark)
{
    if (Section *section = find(location.section)) {
        for (auto &[item, widget] : section->subs) {
            if (item.location == location)
                widget->setMark(mark);
        }
    }
}

void NavRail::setCurrent(const Location &location)
{
    m_current = location;
    for (Section &section : m_sections) {
        section.item->setSelected(section.page.section == location.section);
        for (auto &[item, widget] : section.subs) {
            const bool here = item.location.section == location.section && item.location.id == location.id;
            widget->setSelected(here);
            if (here && widget->isVisible())
                m_scroll->ensureWidgetVisible(widget, 0, 8);
        }
    }
}

void NavRail::setSync(Sync state, int count)
{
    auto *line = static_cast<SyncButton *>(m_sync);
    line->state = state;
    switch (state) {
    case Sync::Saved:
        line->setText(tr("Saved"));
        line->note = tr("on this computer");
        break;
    case Sync::Saving:
        line->setText(tr("Saving %1").arg(wholeNumber(count)));
        line->note.clear();
        break;
    case Sync::Failed:
        line->setText(tr("Not saved yet"));
        line->note = tr("tried again");
        break;
    }
    line->setAccessibleName(line->text());
    line->setAccessibleDescription(line->note);
    line->update();
}

void NavRail::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_over = false;
    applyWidth();
}

void NavRail::setOver(bool over)
{
    if (m_over == over || !m_narrow)
        return;
    m_over = over;
    applyWidth();
    raise();
}

void NavRail::applyWidth()
{
    const bool open = isOpen();
    setFixedWidth(open ? metrics().railWide : metrics().railNarrow);
    static_cast<RailButton *>(m_head)->narrow = !open;
    static_cast<RailButton *>(m_search)->narrow = !open;
    static_cast<RailButton *>(m_sync)->narrow = !open;
    for (Section &section : m_sections) {
        section.item->setNarrow(!open);
        fold(section);
    }
    update();
}

void NavRail::setFolded(const QString &section, bool folded)
{
    m_folded.removeAll(section);
    if (folded)
        m_folded << section;
    if (Section *found = find(section))
        fold(*found);
    Q_EMIT foldedChanged();
}

void NavRail::fold(Section &section)
{
    const bool shown = isOpen() && !m_folded.contains(section.page.section);
    for (auto &[item, widget] : section.subs) {
        widget->setNarrow(!isOpen());
        widget->setVisible(shown);
    }
}

void NavRail::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter p(this);
    p.fillRect(rect(), t.rail);
    const QRectF edge = mirrored(QRectF(width() - 1, 0, 1, height()), rect(), layoutDirection());
    p.fillRect(edge, t.border);
    const qreal y = m_foot->geometry().top();
    p.fillRect(QRectF(kMargin, y, width() - 2 * kMargin - 1, 1), t.border);
}

void NavRail::enterEvent(QEnterEvent *)
{
    m_leave.stop();
    setOver(true);
}

void NavRail::leaveEvent(QEvent *)
{
    m_leave.start();
}

bool NavRail::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_narrow) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            setOver(true);
    } else if (event->type() == QEvent::FocusOut && m_narrow) {
        m_leave.start();
    }
    return QWidget::eventFilter(object, event);
}

} // namespace dash
