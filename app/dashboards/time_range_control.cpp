#include "app/dashboards/time_range_control.h"

#include "app/charts/ticks.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/popup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>

namespace dash {

namespace {

struct Preset {
    qint64 last;
    const char *text;
};

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

constexpr std::array kPresets{
    Preset{kMinute, QT_TRANSLATE_NOOP("TimeRange", "Last minute")},
    Preset{5 * kMinute, QT_TRANSLATE_NOOP("TimeRange", "Last 5 minutes")},
    Preset{15 * kMinute, QT_TRANSLATE_NOOP("TimeRange", "Last 15 minutes")},
    Preset{kHour, QT_TRANSLATE_NOOP("TimeRange", "Last hour")},
    Preset{3 * kHour, QT_TRANSLATE_NOOP("TimeRange", "Last 3 hours")},
    Preset{12 * kHour, QT_TRANSLATE_NOOP("TimeRange", "Last 12 hours")},
    Preset{kDay, QT_TRANSLATE_NOOP("TimeRange", "Last 24 hours")},
    Preset{7 * kDay, QT_TRANSLATE_NOOP("TimeRange", "Last 7 days")},
    Preset{30 * kDay, QT_TRANSLATE_NOOP("TimeRange", "Last 30 days")},
    Preset{90 * kDay, QT_TRANSLATE_NOOP("TimeRange", "Last 90 days")},
    Preset{365 * kDay, QT_TRANSLATE_NOOP("TimeRange", "Last year")},
};

TimeWindow absoluteWindow(TimeRange range)
{
    TimeWindow window;
    window.last = Millis(0);
    window.absolute = range;
    return window;
}

} // namespace

TimeRangeControl::TimeRangeControl(TimeView &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_back(new IconButton(QStringLiteral("chevronLeft"), tr("Back to the time before"), this))
    , m_text(new Button(QStringLiteral("clock"), {}, Button::Kind::Default, this))
    , m_forward(new IconButton(QStringLiteral("chevronRight"), tr("Forward to the time after"), this))
{
    setObjectName(QStringLiteral("timeRange"));
    m_text->setObjectName(QStringLiteral("timeRangeText"));
    m_back->setObjectName(QStringLiteral("timeBack"));
    m_forward->setObjectName(QStringLiteral("timeForward"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_back->setFramed(true);
    m_forward->setFramed(true);
    m_back->setJoined(Corner::Start);
    m_text->setJoined(Corner::None);
    m_forward->setJoined(Corner::End);
    m_text->setChevron(true);
    row->addWidget(m_back);
    row->addWidget(m_text);
    row->addWidget(m_forward);
    connect(m_back, &QAbstractButton::clicked, &m_time, &TimeView::back);
    connect(m_forward, &QAbstractButton::clicked, &m_time, &TimeView::forward);
    connect(m_text, &QAbstractButton::clicked, this, &TimeRangeControl::openPopup);
    connect(&m_time, &TimeView::windowChosen, this, &TimeRangeControl::update);
    connect(&m_time, &TimeView::moved, this, [this] {
        if (!m_time.follows())
            update();
    });
    update();
}

QString TimeRangeControl::windowText(const TimeWindow &window, qint64 now, const QLocale &locale)
{
    if (window.last.count() > 0) {
        for (const Preset &preset : kPresets) {
            if (preset.last == window.last.count())
                return QCoreApplication::translate("TimeRange", preset.text);
        }
        return QCoreApplication::translate("TimeRange", "Last %1").arg(spanText(window.last.count()));
    }
    return rangeText(window.absolute, QTimeZone::systemTimeZone(), locale, now);
}

void TimeRangeControl::update()
{
    TimeWindow window = m_time.chosen();
    if (!m_time.follows())
        window.absolute = m_time.range();
    m_text->setText(windowText(window, m_time.now(), locale()));
    m_text->setAccessibleName(tr("Time shown: %1").arg(m_text->text()));
    m_back->setEnabled(m_time.canGoBack());
    m_forward->setEnabled(m_time.canGoForward());
    updateGeometry();
}

void TimeRangeControl::openPopup()
{
    auto *popup = new Popup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(QStringLiteral("timePopup"));
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(8, 8, 8, 8);
    columns->setSpacing(16);
    auto *presets = new QVBoxLayout;
    presets->setSpacing(2);
    const auto choose = [this, popup](const TimeWindow &window) {
        m_time.setWindow(window);
        Q_EMIT chosen(window);
        popup->close();
    };
    for (const Preset &preset : kPresets) {
        auto *button = new Button(
            QCoreApplication::translate("TimeRange", preset.text),
            m_time.chosen().last.count() == preset.last ? Button::Kind::Default : Button::Kind::Quiet, popup);
        connect(button, &QAbstractButton::clicked, popup, [choose, preset] {
            TimeWindow window;
            window.last = Millis(preset.last);
            choose(window);
        });
        presets->addWidget(button);
    }
    columns->addLayout(presets);
    auto *exact = new QVBoxLayout;
    exact->setSpacing(8);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const qint64 today = floorToInterval(m_time.now(), kDay, zone);
    const qint64 yesterday = floorToInterval(today - 1, kDay, zone);
    const qint64 week = floorToInterval(m_time.now(), 7 * kDay, zone);
    for (const auto &[text, range] :
         {std::pair(tr("Today"), TimeRange{today, floorToInterval(today + 36 * kHour, kDay, zone)}),
          std::pair(tr("Yesterday"), TimeRange{yesterday, today}),
          std::pair(tr("This week"), TimeRange{week, floorToInterval(week + 7 * kDay + 12 * kHour, kDay, zone)})}) {
        auto *button = new Button(text, Button::Kind::Quiet, popup);
        connect(button, &QAbstractButton::clicked, popup, [choose, range = range] { choose(absoluteWindow(range)); });
        exact->addWidget(button);
    }
    const auto edit = [&](qint64 at, const QString &name) {
        auto *field = new QDateTimeEdit(QDateTime::fromMSecsSinceEpoch(at), popup);
        field->setCalendarPopup(true);
        field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        field->setObjectName(name);
        return field;
    };
    auto *from = edit(m_time.range().from, QStringLiteral("timeFrom"));
    auto *to = edit(m_time.range().to, QStringLiteral("timeTo"));
    exact->addWidget(new FormField(tr("From"), from, popup));
    exact->addWidget(new FormField(tr("To"), to, popup));
    auto *show = new Button(tr("Show this time"), Button::Kind::Primary, popup);
    show->setObjectName(QStringLiteral("timeShow"));
    connect(show, &QAbstractButton::clicked, popup, [choose, from, to] {
        const TimeRange range{from->dateTime().toMSecsSinceEpoch(), to->dateTime().toMSecsSinceEpoch()};
        if (range.span() > 0)
            choose(absoluteWindow(range));
    });
    exact->addWidget(show);
    exact->addStretch();
    columns->addLayout(exact);
    popup->body()->addLayout(columns);
    popup->openBelow(m_text);
}

} // namespace dash
