#pragma once
// Fills the window when the workspace cannot be used: what happened, that nothing is lost, what to do.

#include "core/base/error.h"

#include <QWidget>

class QHBoxLayout;

namespace dash {

class TextLabel;

class StoppedPage final : public QWidget {
    Q_OBJECT
public:
    StoppedPage(const Error &error, const QString &folder, QWidget *parent = nullptr);
    // Only the data is out of reach: it can be set aside and the window goes on with new data.
    void offerNewData();

Q_SIGNALS:
    void againAsked();
    void newDataAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_safe;
    QHBoxLayout *m_buttons;
};

} // namespace dash
