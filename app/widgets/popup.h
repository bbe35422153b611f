#pragma once
// A raised panel over the window: own shadow and edge, closes on Esc and on a click outside. Content goes into body().

#include <QWidget>

class QVBoxLayout;

namespace dash {

class Popup : public QWidget {
    Q_OBJECT
public:
    explicit Popup(QWidget *parent = nullptr);
    // Where children go; its layout has margins of 4.
    QVBoxLayout *body() const { return m_body; }
    // Below the anchor at its starting edge, above it where there is no room. At least `width` wide.
    void openBelow(QWidget *anchor, int width = 0);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int margin() const;
    QVBoxLayout *m_body;
    bool m_shadow;
};

} // namespace dash
