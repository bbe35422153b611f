#pragma once
// The one focus ring: 2 px accent, 2 px outside the focused shape, drawn over the window when focus came by keyboard.
// Fields show their edge instead and are left out. A widget may set the properties "focusRadius" (its own radius),
// "focusInset" (empty space inside its rectangle) and "dashOwnFocus" (it shows focus itself).

#include <QObject>
#include <QPointer>

class QWidget;

namespace dash {

class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent); // watches the whole application
    ~FocusRing() override;
    QWidget *target() const { return m_target; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showOn(QWidget *widget);
    void follow();
    void clear();

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_overlay;
};

} // namespace dash
