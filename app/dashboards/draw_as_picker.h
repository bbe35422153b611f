#pragma once

#include <QWidget>

namespace dash {

// The seven ways to draw, as tiles; arrows choose.
class DrawAsPicker : public QWidget {
    Q_OBJECT
public:
    explicit DrawAsPicker(QWidget *parent = nullptr);
    void setCurrent(const QString &type);
    QSize sizeHint() const override { return {300, 52}; }

Q_SIGNALS:
    void chosen(const QString &type);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF tile(int index) const;
    QString m_current;
};

} // namespace dash
