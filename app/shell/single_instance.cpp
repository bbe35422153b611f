#include "app/shell/single_instance.h"

#include <QCborArray>

namespace dash {

namespace {

constexpr std::size_t kMostEarly = 64;
constexpr QLatin1StringView kAsk("ask");
constexpr QLatin1StringView kOpen("open");
constexpr QLatin1StringView kArguments("arguments");

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_server(folder, [this](OwnerPeer *peer, const OwnerMessage &question) { dispatch(peer, question); })
{
}

bool SingleInstance::handOver(const QStringList &arguments, int patience)
{
    const auto client = OwnerClient::connect(m_folder, std::chrono::milliseconds(patience / 2));
    // Only an answer proves that somebody is there: a crashed process may leave its socket behind.
    return client && client->ask({QCborMap{{kAsk, kOpen}, {kArguments, QCborArray::fromStringList(arguments)}}, {}},
                                 std::chrono::milliseconds(patience));
}

bool SingleInstance::listen()
{
    m_listens = m_listens || m_server.listen();
    return m_listens;
}

void SingleInstance::setHandler(OwnerServer::Handler handler)
{
    m_handler = std::move(handler);
    if (!m_handler)
        return;
    for (const auto &[peer, question] : std::exchange(m_early, {}))
        if (peer)
            m_handler(peer, question);
}

void SingleInstance::dispatch(OwnerPeer *peer, const OwnerMessage &question)
{
    if (question.head.value(kAsk).toString() == kOpen) {
        QStringList arguments;
        for (const QCborValue &value : question.head.value(kArguments).toArray())
            arguments.append(value.toString());
        peer->answer({QCborMap{{QLatin1StringView("ok"), true}}, {}});
        Q_EMIT handedOver(arguments);
    } else if (m_handler) {
        m_handler(peer, question);
    } else if (m_early.size() < kMostEarly) {
        m_early.emplace_back(peer, question);
    } else {
        peer->refuse(Error{ErrorCode::RunBusy, {}, {}});
    }
}

} // namespace dash
