#pragma once
// The quiet card above the first dashboard: what to do with data of one's own.

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace dash {

class Button;

class FirstRunCard : public QWidget {
    Q_OBJECT
public:
    explicit FirstRunCard(QWidget *parent);

Q_SIGNALS:
    void asked(const QString &section); // data, pipelines, templates
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QHBoxLayout *m_row;
    QList<Button *> m_buttons;
};

} // namespace dash
