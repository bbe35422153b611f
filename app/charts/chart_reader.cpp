#include "app/charts/chart_reader.h"

#include <algorithm>

namespace dash {

struct ChartReader::Slot {
    quint64 serial = 0; // of the request at work
    std::function<void(WidgetDataPtr)> done;
    std::optional<std::pair<WidgetRequest, std::function<void(WidgetDataPtr)>>> next;
    QMetaObject::Connection gone;
};

ChartReader::ChartReader(OpenChartSource open, QObject *parent)
    : QObject(parent)
    , m_open(std::move(open))
{
    m_pool.setMaxThreadCount(2);
    m_pool.setExpiryTimeout(10'000);
}

ChartReader::~ChartReader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool ChartReader::idle() const
{
    return std::all_of(m_slots.begin(), m_slots.end(), [](const auto &entry) { return entry.second->serial == 0; });
}

void ChartReader::request(QObject *receiver, WidgetRequest request, std::function<void(WidgetDataPtr)> done)
{
    auto &slot = m_slots[receiver];
    if (!slot) {
        slot = std::make_unique<Slot>();
        slot->gone = connect(receiver, &QObject::destroyed, this, [this, receiver] { m_slots.erase(receiver); });
    }
    if (slot->serial != 0) {
        slot->next = std::pair(std::move(request), std::move(done));
        return;
    }
    start(receiver, std::move(request), std::move(done));
}

void ChartReader::start(QObject *receiver, WidgetRequest request, std::function<void(WidgetDataPtr)> done)
{
    Slot &slot = *m_slots.at(receiver);
    const quint64 serial = ++m_serial;
    slot.serial = serial;
    slot.done = std::move(done);
    m_pool.start([this, open = m_open, receiver, serial, request = std::move(request)] {
        WidgetDataPtr data;
        {
            auto source = open();
            if (source) {
                data = readWidget(**source, request);
            } else {
                auto failed = std::make_shared<WidgetData>();
                failed->request = request;
                failed->error = source.error();
                data = failed;
            }
        }
        QMetaObject::invokeMethod(
            this, [this, receiver, serial, data] { finish(receiver, serial, data); }, Qt::QueuedConnection);
    });
}

void ChartReader::finish(QObject *receiver, quint64 serial, const WidgetDataPtr &data)
{
    // The receiver may be gone, and another object may live at its address: the serial tells.
    const auto found = m_slots.find(receiver);
    if (found == m_slots.end() || found->second->serial != serial)
        return;
    Slot &slot = *found->second;
    slot.serial = 0;
    const auto done = std::move(slot.done);
    if (slot.next) {
        auto next = std::move(*slot.next);
        slot.next.reset();
        start(receiver, std::move(next.first), std::move(next.second));
    }
    done(data);
}

} // namespace dash
