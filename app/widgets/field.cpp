#include "app/widgets/field.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QStyle>
#include <QTextLayout>
#include <QVBoxLayout>

namespace dash {

TextInput::TextInput(QWidget *parent)
    : QLineEdit(parent)
{
    setAttribute(Qt::WA_MacShowFocusRect, false);
    updateMargins();
}

void TextInput::setIconName(const QString &name)
{
    m_icon = name;
    updateMargins();
}

void TextInput::setUnit(const QString &unit)
{
    m_unit = unit;
    updateMargins();
}

void TextInput::setFailed(bool failed)
{
    setProperty("dashError", failed);
    update();
}

void TextInput::setMono(bool mono)
{
    m_mono = mono;
    setFont(roleFont(mono ? FontRole::Mono : FontRole::Body));
    updateMargins();
}

void TextInput::setSecret(bool secret)
{
    setEchoMode(secret ? QLineEdit::Password : QLineEdit::Normal);
    if (secret && !m_eye) {
        m_eye = addAction(icon(u"eye", &Tokens::tertiary), QLineEdit::TrailingPosition);
        m_eye->setCheckable(true);
        m_eye->setToolTip(tr("Show what is typed"));
        connect(m_eye, &QAction::toggled, this,
                [this](bool on) { setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    } else if (!secret && m_eye) {
        delete m_eye;
        m_eye = nullptr;
    }
}

QSize TextInput::sizeHint() const
{
    return {160, dash::metrics().control};
}

void TextInput::updateMargins()
{
    const int lead = m_icon.isEmpty() ? 0 : 22;
    const int trail =
        m_unit.isEmpty() ? 0 : int(QFontMetricsF(roleFont(FontRole::Small)).horizontalAdvance(m_unit)) + 8;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    setTextMargins(rtl ? trail : lead, 0, rtl ? lead : trail, 0);
    update();
}

void TextInput::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_icon.isEmpty() && m_unit.isEmpty())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens &t = tokensOf(this);
    const QRectF r(rect());
    if (!m_icon.isEmpty())
        paintIcon(&painter, mirrored(QRectF(8, r.center().y() - 8, 16, 16), r, layoutDirection()), m_icon,
                  isEnabled() ? t.tertiary : t.disabled);
    if (!m_unit.isEmpty())
        paintText(&painter, r.adjusted(8, 0, -10, 0), m_unit, FontRole::Small, t.tertiary,
                  Qt::AlignTrailing | Qt::AlignVCenter);
}

void TextInput::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange)
        updateMargins();
}

TextLabel::TextLabel(const QString &text, FontRole role, ColorRole color, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_role(role)
    , m_color(color)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TextLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void TextLabel::setRole(FontRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void TextLabel::setColor(ColorRole color)
{
    m_color = color;
    update();
}

void TextLabel::setWrap(bool wrap)
{
    m_wrap = wrap;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrap);
    policy.setVerticalPolicy(wrap ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    setSizePolicy(policy);
    updateGeometry();
}

void TextLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize TextLabel::sizeHint() const
{
    const int width = int(std::ceil(textWidth(m_text, m_role))) + 1;
    if (m_wrap && width > 480)
        return {480, heightForWidth(480)};
    return {width, lineHeight(m_role)};
}

QSize TextLabel::minimumSizeHint() const
{
    return m_wrap ? QSize(80, lineHeight(m_role)) : QSize(24, lineHeight(m_role));
}

int TextLabel::heightForWidth(int width) const
{
    if (!m_wrap)
        return lineHeight(m_role);
    const QRectF box = QFontMetricsF(roleFont(m_role)).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, m_text);
    const qreal line = QFontMetricsF(roleFont(m_role)).lineSpacing();
    const int lines = std::max(1, qRound(box.height() / line));
    return lines * lineHeight(m_role);
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QColor color = isEnabled() ? tokensOf(this).*m_color : tokensOf(this).disabled;
    if (!m_wrap) {
        paintText(&painter, rect(), m_text, m_role, color, m_alignment);
        return;
    }
    painter.setPen(color);
    // Lines of the scale's height, not the font's own.
    QTextLayout layout(m_text, roleFont(m_role));
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    option.setTextDirection(layoutDirection());
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), m_alignment));
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    const QFontMetricsF metrics(roleFont(m_role));
    const qreal lead = (lineHeight(m_role) - metrics.height()) / 2;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width());
        line.setPosition(QPointF(0, y + lead));
        y += lineHeight(m_role);
    }
    layout.endLayout();
    const qreal spare = m_alignment & Qt::AlignTop ? 0 : std::max<qreal>(0, (height() - y) / 2);
    layout.draw(&painter, QPointF(0, spare));
}

void TextLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

void TextLabel::mousePressEvent(QMouseEvent *event)
{
    if (m_buddy)
        m_buddy->setFocus(Qt::MouseFocusReason);
    else
        event->ignore();
}

FormField::FormField(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
{
    auto *text = new TextLabel(label, FontRole::SmallMedium, &Tokens::secondary, this);
    text->setBuddy(editor);
    m_label = text;
    auto *note = new TextLabel({}, FontRole::Small, &Tokens::tertiary, this);
    note->setWrap(true);
    note->hide();
    m_note = note;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(text);
    column->addWidget(editor);
    column->addWidget(note);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    // An editor made of parts: the one that is typed into is called the same.
    for (QWidget *part : editor->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(part);
        if (part->focusPolicy() != Qt::NoFocus && part->accessibleName().isEmpty() &&
            (!button || button->text().isEmpty()))
            part->setAccessibleName(label);
    }
}

QString FormField::label() const
{
    return static_cast<TextLabel *>(m_label)->text();
}

void FormField::setLabel(const QString &label)
{
    if (m_editor->accessibleName() == this->label())
        m_editor->setAccessibleName(label);
    static_cast<TextLabel *>(m_label)->setText(label);
}

void FormField::setHelp(const QString &help)
{
    m_help = help;
    showNote();
}

void FormField::setError(const QString &error)
{
    if (m_error == error)
        return;
    m_error = error;
    m_editor->setProperty("dashError", !error.isEmpty());
    m_editor->update();
    showNote();
}

void FormField::showNote()
{
    auto *note = static_cast<TextLabel *>(m_note);
    const bool failed = !m_error.isEmpty();
    note->setColor(failed ? &Tokens::error : &Tokens::tertiary);
    note->setText(failed ? m_error : m_help);
    note->setVisible(!note->text().isEmpty());
    m_editor->setAccessibleDescription(note->text());
}

} // namespace dash
