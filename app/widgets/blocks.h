#pragma once
// Blocks of a page: card, empty state, banner, toast.

#include "app/theme/paint.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace dash {

class Button;
class TextLabel;

// White (or ink) box with an edge; what is in it is transparent.
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    // With a title of 13/600 and its own column below.
    explicit Card(const QString &title, QWidget *parent = nullptr);
    QVBoxLayout *column(); // made on first use
    void setTitle(const QString &title);
    void setPadding(int padding);
    void setHighlighted(bool on); // accent edge of 2
    void setGround(ColorRole role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column = nullptr;
    TextLabel *m_title = nullptr;
    int m_padding = 0;
    bool m_highlighted = false;
    ColorRole m_ground = &Tokens::surface;
};

// Icon of 20, one line 500, one tertiary line, at most two buttons, in the middle of its area.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &line, const QString &hint = {}, QWidget *parent = nullptr);
    void setLine(const QString &line);
    void setHint(const QString &hint); // "Press [A] on a chart": text in brackets is drawn as a key
    void setDropTarget(bool on);       // dashed edge
    void addButton(Button *button);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    QSize sizeHint() const override;

private:
    void place();
    qreal textHeight() const;
    QString m_icon, m_line, m_hint;
    bool m_drop = false;
    QList<Button *> m_buttons;
};

// 40 high across its area: icon, sentence, one button, close.
class Banner : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Warn, Error, Info };
    Banner(Kind kind, const QString &sentence, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    void setDetails(const QString &details); // under "Details", can be selected
    Button *addButton(const QString &text);
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    TextLabel *m_sentence;
    QHBoxLayout *m_row;
    QVBoxLayout *m_column;
    int m_buttonsAt;
    Button *m_detailsButton = nullptr;
};

// Bottom start, 360 wide, raised; 6 s, stays while hovered or focused.
class Toast : public QWidget {
    Q_OBJECT
public:
    Toast(const QString &sentence, const QString &actionText, std::function<void()> action, QWidget *parent);
    QString sentence() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void done();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    TextLabel *m_label;
    QTimer m_life;
};

} // namespace dash
