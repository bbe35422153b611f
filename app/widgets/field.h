#pragma once
// A labelled editor: label above, help or error below. And the text input that goes in it most often.

#include "app/theme/paint.h"

#include <QLineEdit>
#include <QWidget>

class QVBoxLayout;

namespace dash {

// QLineEdit with a leading icon, a unit behind the text, an error edge, and dots with an eye for secrets.
class TextInput : public QLineEdit {
    Q_OBJECT
public:
    explicit TextInput(QWidget *parent = nullptr);
    void setIconName(const QString &name);
    void setUnit(const QString &unit);
    void setFailed(bool failed); // 2 px error edge
    void setMono(bool mono);
    void setSecret(bool secret); // dots, with an eye to show them while held on
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateMargins();

    QString m_icon, m_unit;
    bool m_mono = false;
    QAction *m_eye = nullptr;
};

class FormField : public QWidget {
    Q_OBJECT
public:
    // Takes the editor as a child and names it after the label for assistive technology.
    FormField(const QString &label, QWidget *editor, QWidget *parent = nullptr);
    QWidget *editor() const { return m_editor; }
    QString label() const;
    void setLabel(const QString &label);
    void setHelp(const QString &help);
    void setError(const QString &error); // empty clears it; says what to do
    QString error() const { return m_error; }

private:
    void showNote();

    QWidget *m_label;
    QWidget *m_editor;
    QWidget *m_note;
    QString m_help, m_error;
};

// One paragraph in a role's font and a token's colour; wraps. Plain text only.
class TextLabel : public QWidget {
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, FontRole role = FontRole::Body, ColorRole color = &Tokens::text,
                       QWidget *parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString &text);
    void setRole(FontRole role);
    void setColor(ColorRole color);
    void setWrap(bool wrap);
    void setAlignment(Qt::Alignment alignment);
    void setBuddy(QWidget *buddy) { m_buddy = buddy; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wrap; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString m_text;
    FontRole m_role;
    ColorRole m_color;
    bool m_wrap = false;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
    QWidget *m_buddy = nullptr;
};

} // namespace dash
