#pragma once
// One of "What next?": icon, title and one line, as a button.

#include <QAbstractButton>

namespace dash {

class NextCard : public QAbstractButton {
    Q_OBJECT
public:
    NextCard(const QString &iconName, const QString &title, const QString &line, QWidget *parent);
    void setMain(bool main); // the usual choice: accent edge
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon, m_line;
    bool m_main = false;
};

} // namespace dash
