#pragma once
// Over the page while a file is held above the window: says what letting go does. Takes no mouse; the window places it.

#include <QWidget>

namespace dash {

class DropVeil final : public QWidget {
    Q_OBJECT
public:
    explicit DropVeil(QWidget *parent);
    void setFiles(int files);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_line, m_hint;
};

} // namespace dash
