#include "app/widgets/blocks.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace dash {

Card::Card(QWidget *parent)
    : QWidget(parent)
    , m_padding(metrics().padding)
{
}

Card::Card(const QString &title, QWidget *parent)
    : Card(parent)
{
    setTitle(title);
}

QVBoxLayout *Card::column()
{
    if (!m_column) {
        m_column = new QVBoxLayout(this);
        m_column->setContentsMargins(m_padding, m_padding, m_padding, m_padding);
        m_column->setSpacing(metrics().gap);
    }
    return m_column;
}

void Card::setTitle(const QString &title)
{
    if (!m_title) {
        m_title = new TextLabel(title, FontRole::BodyBold, &Tokens::text, this);
        column()->insertWidget(0, m_title);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setPadding(int padding)
{
    m_padding = padding;
    if (m_column)
        m_column->setContentsMargins(padding, padding, padding, padding);
}

void Card::setHighlighted(bool on)
{
    m_highlighted = on;
    update();
}

void Card::setGround(ColorRole role)
{
    m_ground = role;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    paintBox(&painter, rect(), metrics().radiusCard, t.*m_ground, m_highlighted ? t.accent : t.border,
             m_highlighted ? 2 : 1);
}

EmptyState::EmptyState(const QString &iconName, const QString &line, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_icon(iconName)
    , m_line(line)
    , m_hint(hint)
{
    setAccessibleName(line);
    setAccessibleDescription(hint);
}

void EmptyState::setLine(const QString &line)
{
    m_line = line;
    setAccessibleName(line);
    update();
}

void EmptyState::setHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    update();
}

void EmptyState::setDropTarget(bool on)
{
    m_drop = on;
    update();
}

void EmptyState::addButton(Button *button)
{
    button->setParent(this);
    button->show();
    m_buttons.append(button);
    place();
}

qreal EmptyState::textHeight() const
{
    return 20 + 8 + 20 + (m_hint.isEmpty() ? 0 : 20);
}

QSize EmptyState::sizeHint() const
{
    return {280, int(textHeight()) + (m_buttons.isEmpty() ? 0 : 44) + 32};
}

void EmptyState::place()
{
    if (m_buttons.isEmpty())
        return;
    int total = -8;
    for (Button *button : m_buttons)
        total += button->sizeHint().width() + 8;
    int x = (width() - total) / 2;
    const int y = int((height() - textHeight() - 44) / 2 + textHeight() + 16);
    for (Button *button : m_buttons) {
        const QSize size = button->sizeHint();
        const QRectF at = mirrored(QRectF(x, y, size.width(), size.height()), rect(), layoutDirection());
        button->setGeometry(at.toRect());
        x += size.width() + 8;
    }
}

void EmptyState::resizeEvent(QResizeEvent *)
{
    place();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    place();
    update();
}

namespace {

// Words and [keys] of a hint, centred in one line.
void paintHint(QPainter *painter, const QRectF &line, const QString &hint, const Tokens &t,
               Qt::LayoutDirection direction)
{
    struct Piece {
        QString text;
        bool key;
        qreal width;
    };
    std::vector<Piece> pieces;
    qsizetype at = 0;
    while (at < hint.size()) {
        const qsizetype open = hint.indexOf(u'[', at), close = open < 0 ? -1 : hint.indexOf(u']', open);
        const qsizetype end = close < 0 ? hint.size() : open;
        if (const QString words = hint.mid(at, end - at).trimmed(); !words.isEmpty())
            pieces.push_back({words, false, textWidth(words, FontRole::Small)});
        if (close < 0)
            break;
        const QString key = hint.mid(open + 1, close - open - 1);
        pieces.push_back({key, true, KeyCap::widthOf(key)});
        at = close + 1;
    }
    qreal total = -6;
    for (const Piece &piece : pieces)
        total += piece.width + 6;
    qreal x = line.left() + std::max<qreal>(0, (line.width() - total) / 2);
    for (const Piece &piece : pieces) {
        const QRectF box = mirrored(QRectF(x, line.top(), piece.width + 1, line.height()), line, direction);
        if (piece.key)
            KeyCap::paint(painter, QRectF(box.left(), line.center().y() - 9, piece.width, 18), piece.text, t);
        else
            paintText(painter, box.intersected(line), piece.text, FontRole::Small, t.tertiary);
        x += piece.width + 6;
    }
}

} // namespace

void EmptyState::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (m_drop)
        paintBox(&painter, rect(), metrics().radiusCard, {}, t.borderStrong, 1, Qt::DashLine);
    const qreal whole = textHeight() + (m_buttons.isEmpty() ? 0 : 44);
    qreal y = std::max<qreal>(0, (height() - whole) / 2);
    paintIcon(&painter, QRectF(width() / 2.0 - 10, y, 20, 20), m_icon, t.secondary, layoutDirection());
    y += 28;
    paintText(&painter, QRectF(8, y, width() - 16, 20), m_line, FontRole::BodyMedium, t.text, Qt::AlignCenter);
    y += 20;
    if (!m_hint.isEmpty())
        paintHint(&painter, QRectF(8, y, width() - 16, 20), m_hint, t, layoutDirection());
}

Banner::Banner(Kind kind, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    m_sentence = new TextLabel(sentence, FontRole::Body, &Tokens::text, this);
    m_sentence->setWrap(true);
    auto *close = new IconButton(QStringLiteral("close"), tr("Close"), this);
    close->setObjectName(QStringLiteral("bannerClose"));
    connect(close, &QAbstractButton::clicked, this, &Banner::closed);
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    m_row->addWidget(m_sentence, 1);
    m_buttonsAt = m_row->count();
    m_row->addWidget(close);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(44, 6, 12, 6);
    m_column->addLayout(m_row);
    setMinimumHeight(metrics().banner);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setAccessibleName(sentence);
}

void Banner::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void Banner::setDetails(const QString &details)
{
    if (m_detailsButton || details.isEmpty())
        return;
    m_detailsButton = addButton(tr("Details"));
    m_detailsButton->setKind(Button::Kind::Quiet);
    m_detailsButton->setCheckable(true);
    auto *text = new QPlainTextEdit(details, this);
    text->setReadOnly(true);
    text->setFont(roleFont(FontRole::Mono));
    text->setAccessibleName(tr("Details"));
    text->setFixedHeight(72);
    text->hide();
    m_column->addWidget(text);
    connect(m_detailsButton, &QAbstractButton::toggled, text, &QWidget::setVisible);
}

Button *Banner::addButton(const QString &text)
{
    auto *button = new Button(text, Button::Kind::Default, this);
    m_row->insertWidget(m_buttonsAt++, button);
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    QColor ground = t.warnTint, ink = t.warnGraphic;
    QStringView name = u"warning";
    if (m_kind == Kind::Error)
        ground = t.errorTint, ink = t.error, name = u"error";
    else if (m_kind == Kind::Info)
        ground = t.accentTint, ink = t.accent, name = u"info";
    painter.fillRect(rect(), ground);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), t.border);
    paintIcon(&painter, mirrored(QRectF(16, metrics().banner / 2.0 - 8, 16, 16), rect(), layoutDirection()), name, ink);
}

namespace {
constexpr int kToastLife = 6000;
constexpr int kToastWidth = 360;
} // namespace

Toast::Toast(const QString &sentence, const QString &actionText, std::function<void()> action, QWidget *parent)
    : QWidget(parent)
{
    m_label = new TextLabel(sentence, FontRole::Body, &Tokens::text, this);
    m_label->setWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kShadowMargin + 16, kShadowMargin + 8, kShadowMargin + 8, kShadowMargin + 8 + 8);
    row->addWidget(m_label, 1);
    if (!actionText.isEmpty()) {
        auto *button = new Button(actionText, Button::Kind::Link, this);
        button->setObjectName(QStringLiteral("toastAction"));
        button->setContentsMargins(8, 0, 8, 0);
        connect(button, &QAbstractButton::clicked, this, [this, action = std::move(action)] {
            if (action)
                action();
            Q_EMIT done();
        });
        row->addWidget(button);
        row->addSpacing(8);
    }
    setAccessibleName(sentence);
    setFixedWidth(kToastWidth + 2 * kShadowMargin);
    m_life.setSingleShot(true);
    m_life.start(kToastLife);
    connect(&m_life, &QTimer::timeout, this, &Toast::done);
}

QString Toast::sentence() const
{
    return m_label->text();
}

QSize Toast::sizeHint() const
{
    const int room = kToastWidth - 32 - (layout()->count() > 1 ? 80 : 0);
    return {kToastWidth + 2 * kShadowMargin, std::max(44, m_label->heightForWidth(room) + 24) + 2 * kShadowMargin + 8};
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    const int m = kShadowMargin;
    const QRectF box = QRectF(rect()).adjusted(m, m, -m, -m - 8);
    paintShadow(&painter, box, metrics().radiusCard, t);
    paintBox(&painter, box, metrics().radiusCard, t.raised, t.borderStrong);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_life.stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_life.start(kToastLife);
}

} // namespace dash
