#pragma once
// Asks the store for widgets on pool threads, never on the caller's. One per window or page; lives on the GUI thread.

#include "app/charts/chart_data.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <unordered_map>

namespace dash {

class ChartReader : public QObject {
    Q_OBJECT
public:
    explicit ChartReader(OpenChartSource open, QObject *parent = nullptr);
    ~ChartReader() override; // waits for readers at work; nothing is delivered afterwards

    // Brings the answer to `done` on this thread while `receiver` lives. While one request of a receiver is at work
    // only its newest successor is kept: what nobody will see is never read.
    void request(QObject *receiver, WidgetRequest request, std::function<void(WidgetDataPtr)> done);
    // Any other question to the store, in order of asking, answered the same way; `failed` when it cannot be opened.
    template <class Answer>
    void ask(QObject *receiver, std::function<Answer(ChartSource &)> question, std::function<void(Answer)> done,
             std::function<void(const Error &)> failed = {});

    bool idle() const; // no request of a receiver is at work or waits

private:
    struct Slot;
    void start(QObject *receiver, WidgetRequest request, std::function<void(WidgetDataPtr)> done);
    void finish(QObject *receiver, quint64 serial, const WidgetDataPtr &data);

    OpenChartSource m_open;
    QThreadPool m_pool;
    std::unordered_map<QObject *, std::unique_ptr<Slot>> m_slots;
    quint64 m_serial = 0;
};

template <class Answer>
void ChartReader::ask(QObject *receiver, std::function<Answer(ChartSource &)> question,
                      std::function<void(Answer)> done, std::function<void(const Error &)> failed)
{
    const QPointer<QObject> alive(receiver);
    m_pool.start([this, open = m_open, question = std::move(question), done = std::move(done),
                  failed = std::move(failed), alive]() mutable {
        auto source = open();
        if (!source) {
            QMetaObject::invokeMethod(
                this,
                [failed = std::move(failed), error = source.error(), alive] {
                    if (alive && failed)
                        failed(error);
                },
                Qt::QueuedConnection);
            return;
        }
        auto answer = std::make_shared<Answer>(question(**source));
        source->reset(); // the view goes before anybody is told
        QMetaObject::invokeMethod(
            this,
            [done = std::move(done), answer, alive] {
                if (alive)
                    done(std::move(*answer));
            },
            Qt::QueuedConnection);
    });
}

} // namespace dash
