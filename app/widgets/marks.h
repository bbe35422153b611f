#pragma once
// Small things that say something: badge, chip, key cap, meter, state dot, avatar-like mark, waiting line.

#include "app/theme/paint.h"

#include <QAbstractButton>
#include <QTimer>
#include <QWidget>

namespace dash {

// 18 high. A word with it always: colour alone says nothing.
class Badge : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Neutral, Ok, Warn, Error, Accent, Outlined };
    explicit Badge(const QString &text, Kind kind = Kind::Neutral, QWidget *parent = nullptr);
    void setText(const QString &text);
    void setKind(Kind kind);
    void setDot(bool dot); // leading state dot, full radius: "Live"
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // For delegates and composite painters. Returns the width taken.
    static qreal widthOf(const QString &text);
    static void paint(QPainter *painter, const QRectF &rect, const QString &text, Kind kind, const Tokens &tokens);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Kind m_kind;
    bool m_dot = false;
};

// 24 high: a filter, a guess, a label. With a chevron it is changed by a click, with a cross removed.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    void setDotColor(const QColor &color);
    enum class End { None, Chevron, Cross };
    void setEnd(End end);
    enum class Kind { Outlined, Accent, Filled, Dashed };
    void setKind(Kind kind);
    void setMono(bool mono);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {48, sizeHint().height()}; }

Q_SIGNALS:
    void removed(); // the cross, or Delete

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF crossRect() const;
    QString m_icon;
    QColor m_dot;
    End m_end = End::None;
    Kind m_kind = Kind::Outlined;
    bool m_mono = false;
};

// A key as printed on a keyboard.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    static qreal widthOf(const QString &key);
    static void paint(QPainter *painter, const QRectF &rect, const QString &key, const Tokens &tokens);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

// 36 × 36, an icon on the accent's tint: what a card or a page is about.
class IconTile : public QWidget {
    Q_OBJECT
public:
    explicit IconTile(const QString &iconName, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
};

// Share of a limit: 6 high; title and number above, note below.
class Meter : public QWidget {
    Q_OBJECT
public:
    explicit Meter(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNumber(const QString &number);
    void setNote(const QString &note);
    void setShare(double share);   // 0 … 1
    void setRefused(bool refused); // error colour: something has just been refused
    void setProgress(bool on);     // how far something is: nearly done is no warning
    QSize sizeHint() const override;

    static void paintTrack(QPainter *painter, const QRectF &rect, double share, const QColor &fill,
                           const Tokens &tokens, Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    QString m_title, m_number, m_note;
    double m_share = 0;
    bool m_refused = false;
    bool m_progress = false;
};

// 2 px line that says "waiting": appears 300 ms after start(), so short waits show nothing.
class WaitLine : public QWidget {
    Q_OBJECT
public:
    explicit WaitLine(QWidget *parent = nullptr);
    void start();
    void stop();
    QSize sizeHint() const override { return {120, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay, m_frame;
    bool m_on = false;
    qreal m_at = 0;
};

} // namespace dash
