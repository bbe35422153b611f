#pragma once
// ‹ Last 15 minutes ›: steps back and forward through the times shown, and a popup to choose one.

#include "app/charts/time_view.h"

#include <QWidget>

namespace dash {

class Button;
class IconButton;

class TimeRangeControl : public QWidget {
    Q_OBJECT
public:
    TimeRangeControl(TimeView &time, QWidget *parent = nullptr);
    // Words for what is shown: "Last 15 minutes", "Today 08:15 – 14:15".
    static QString windowText(const TimeWindow &window, qint64 now, const QLocale &locale);

Q_SIGNALS:
    void chosen(const dash::TimeWindow &window); // in the popup: worth keeping with the dashboard

private:
    void update();
    void openPopup();

    TimeView &m_time;
    IconButton *m_back;
    Button *m_text;
    IconButton *m_forward;
};

} // namespace dash
