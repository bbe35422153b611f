#pragma once
// Help inside the window: what things are, how to move, every shortcut, the functions of expressions.

#include "app/shell/page.h"

namespace dash {

class HelpPage final : public Page {
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);
    QString title() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace dash
