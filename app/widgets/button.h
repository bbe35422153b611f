#pragma once
// Buttons of the look: primary, default, quiet, danger, link and icon. Label is a verb with an object.

#include "app/theme/paint.h"

#include <QAbstractButton>

class QMenu;

namespace dash {

class Button : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { Primary, Default, Quiet, Danger, DangerFilled, Link };
    explicit Button(const QString &text, Kind kind = Kind::Default, QWidget *parent = nullptr);
    Button(const QString &iconName, const QString &text, Kind kind = Kind::Default, QWidget *parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setIconName(const QString &name); // of resources/icons
    void setTrailingIconName(const QString &name);
    void setLarge(bool large);       // 32 high, in dialogs
    void setKey(const QString &key); // shown quietly behind the label: "Ctrl ↵"
    void setChevron(bool chevron);   // opens something below
    // Shows a menu below; sets the chevron.
    void setMenu(QMenu *menu);
    void setJoined(Corner round); // part of a row of joined buttons

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintGround(QPainter *painter) const;
    QColor inkColor() const;

    Kind m_kind;
    QString m_icon, m_trailing, m_key;
    bool m_large = false, m_chevron = false, m_hasJoin = false;
    Corner m_join = Corner::All;
    QMenu *m_menu = nullptr;
};

// 28 × 28, quiet; toggled: selected ground. The accessible name is its tooltip and must say what it does.
class IconButton : public QAbstractButton {
    Q_OBJECT
public:
    IconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    QString iconName() const { return m_icon; }
    void setFramed(bool framed);  // with the edge of a default button
    void setJoined(Corner round); // framed, part of a row
    void setMenu(QMenu *menu);    // shown below on click
    void setExtent(int extent);
    void setRole(ColorRole role);
    void setName(const QString &name); // tooltip and accessible name
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_icon;
    ColorRole m_role = &Tokens::secondary;
    bool m_framed = false;
    Corner m_join = Corner::All;
    bool m_hasJoin = false;
    int m_extent = 0;
    QMenu *m_menu = nullptr;
};

// Shows a menu under (or over, where there is no room) a widget, at its starting edge.
void popupBelow(QMenu *menu, QWidget *anchor);

} // namespace dash
