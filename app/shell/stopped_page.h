#pragma once
// Fills the window when the workspace cannot be used: what happened, that nothing is lost, what to do.

#include "core/base/error.h"

#include <QWidget>

namespace dash {

class StoppedPage final : public QWidget {
    Q_OBJECT
public:
    StoppedPage(const Error &error, const QString &folder, QWidget *parent = nullptr);

Q_SIGNALS:
    void againAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace dash
