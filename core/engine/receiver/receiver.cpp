#include "core/engine/receiver/receiver.h"

#include "core/engine/receiver/receiver_core.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <future>

namespace dash {

ReceiverAnswer problemAnswer(int status, const QString &code, const QString &detail)
{
    ReceiverAnswer answer;
    answer.status = status;
    answer.contentType = "application/problem+json";
    answer.body = QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("about:blank")},
                                            {QStringLiteral("status"), status},
                                            {QStringLiteral("code"), code},
                                            {QStringLiteral("title"), detail}})
                      .toJson(QJsonDocument::Compact) +
                  '\n';
    return answer;
}

bool ReceiverReply::hold() const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->answer)
        return false;
    m_state->held = true;
    return true;
}

bool ReceiverReply::answered() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->answer.has_value();
}

void ReceiverReply::send(ReceiverAnswer answer) const
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->answer)
            return;
        m_state->answer = std::move(answer);
    }
    m_state->door->post([connection = m_state->connection](ReceiverCore &core) { core.answered(connection); });
}

struct Receiver::Inside {
    ReceiverLimits limits;
    std::shared_ptr<CoreDoor> door = std::make_shared<CoreDoor>();
    std::mutex mutex; // guards the thread's beginning
    std::unique_ptr<QThread> thread;

    void begin()
    {
        const std::lock_guard lock(mutex);
        if (thread)
            return;
        thread = std::make_unique<QThread>();
        thread->setObjectName(QStringLiteral("receiver"));
        auto *core = new ReceiverCore(limits, door);
        core->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::finished, core, &QObject::deleteLater);
        {
            const std::lock_guard doorLock(door->mutex);
            door->core = core;
        }
        thread->start();
    }
    ~Inside()
    {
        if (!thread)
            return;
        thread->quit();
        thread->wait();
    }
};

Receiver::Receiver(ReceiverLimits limits)
    : m_inside(std::make_shared<Inside>())
{
    m_inside->limits = limits;
}

Receiver::~Receiver() = default;

namespace {

class OpenRoute final : public Receiver::Listening {
public:
    OpenRoute(std::shared_ptr<void> receiver, std::shared_ptr<CoreDoor> door, ReceiverCore::Opened opened)
        : m_receiver(std::move(receiver))
        , m_door(std::move(door))
        , m_opened(std::move(opened))
    {
    }
    ~OpenRoute() override
    {
        m_door->post([door = m_door, route = m_opened.route](ReceiverCore &core) {
            core.close(route);
            const std::lock_guard lock(door->mutex);
            ++door->closed;
            door->routeClosed.notify_all();
        });
    }
    quint16 port() const override { return m_opened.port; }

private:
    std::shared_ptr<void> m_receiver; // the thread lives as long as its routes
    std::shared_ptr<CoreDoor> m_door;
    ReceiverCore::Opened m_opened;
};

} // namespace

Result<std::unique_ptr<Receiver::Listening>> Receiver::listen(const ReceiverRoute &route)
{
    m_inside->begin();
    const std::shared_ptr<CoreDoor> door = m_inside->door;
    // The same path may just be closing, by a pipeline that was changed.
    constexpr std::chrono::seconds kPatience{2};
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (true) {
        quint64 closedBefore = 0;
        {
            const std::lock_guard lock(door->mutex);
            closedBefore = door->closed;
        }
        const auto promise = std::make_shared<std::promise<ReceiverCore::Opened>>();
        auto answer = promise->get_future();
        door->post([promise, route](ReceiverCore &core) { promise->set_value(core.open(route)); });
        ReceiverCore::Opened opened = answer.get();
        if (opened.problem.isEmpty() && !opened.pathTaken)
            return std::make_unique<OpenRoute>(m_inside, door, std::move(opened));
        std::unique_lock lock(door->mutex);
        const bool again = opened.pathTaken &&
                           door->routeClosed.wait_until(lock, deadline, [&] { return door->closed != closedBefore; });
        if (again)
            continue;
        const QString reason =
            opened.pathTaken
                ? QStringLiteral("another pipeline receives at the same address. Give one of them a new address.")
                : QStringLiteral("%1. Choose another port in the source's settings.").arg(opened.problem);
        return fail(ErrorCode::ListenFailed,
                    {{QLatin1StringView("port"), QString::number(route.port)}, {QLatin1StringView("reason"), reason}});
    }
}

} // namespace dash
